"""Offer-based waitlist filling: a freed seat is held for the best candidate until they answer or time is up.

At most `parallel` offers are open at once (1 is the guard), never more than free seats. Close to the start a last
call goes to everybody in line at once and holds nothing. Whoever asked for it, or everybody close enough to the
start, is booked without a question.
"""

from collections.abc import Callable

from engine.change import after
from engine.facts import Fact
from engine.ports import Act
from engine.rules.candidates import Choice, choose, eligible
from engine.rules.offering import offer
from engine.rules.promotion import promote, skipped
from engine.rules.validity import is_last_call
from engine.state import Entry, State

Step = Callable[[State, Act], list[Fact]]


def fill(state: State, act: Act) -> list[Fact]:
    """Offers (or automatic bookings) until seats, candidates or the allowed number of offers are used up."""
    last_call = is_last_call(state.event, state.settings.offer, act.now)
    facts: list[Fact] = []
    while step := _next_step(state, act, last_call):
        state = after(state, step, act.now)
        facts += step
    return facts


def _next_step(state: State, act: Act, last_call: bool) -> list[Fact]:
    if state.take(1) is None:
        return []
    choice = choose(state, act.now)
    if choice is not None and confirms_itself(state, act, choice.entry):
        return [*skipped(choice), *promote(state, act, choice.entry, choice.seats)]
    if last_call:
        return _call_everybody(state, act)
    if choice is None or not _may_offer(state):
        return []
    return _offer_to(state, act, choice)


def _offer_to(state: State, act: Act, choice: Choice) -> list[Fact]:
    made = offer(state, act, choice.entry, choice.seats, last_call=False, automatic=True)
    return [*skipped(choice), *made]


def _call_everybody(state: State, act: Act) -> list[Fact]:
    return [
        fact
        for entry in list(eligible(state, act.now))
        if state.take(entry.seats) is not None
        for fact in offer(state, act, entry, (), last_call=True, automatic=True)
    ]


def confirms_itself(state: State, act: Act, entry: Entry) -> bool:
    """Automatic confirmation: the entry asked for it, or the event starts within the set time."""
    within = state.settings.offer.auto_confirm
    return entry.auto_confirm or (within is not None and state.event.starts_at - act.now <= within)


def _may_offer(state: State) -> bool:
    parallel = state.settings.offer.parallel
    return parallel == 0 or len([o for o in state.pending() if not o.last_call]) < parallel
