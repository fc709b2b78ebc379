"""One or more decisions that share a commit, played and judged: every law after every decision, and every decision on
windows as well as on the whole."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from engine.change import after_steps
from engine.ports import Act, Ask, Facts, Steps
from engine.refusals import Refusal
from engine.state import State
from tests.rules import happened, laws, promises
from tests.rules.builders import EVENT
from tests.rules.memory import Request, judge, judge_windowed, same

QUIET = {
    "OfferDelivered",
    "OfferUndelivered",
    "OfferExtended",
    "OfferReminded",
    "BookingConfirmed",
    "BookingReconfirmed",
    "AttendanceMarked",
    "RequestMade",
    "RequestDeclined",
    "RequestTakenBack",
    "RequestClosed",
    "SelfServiceSwitched",
    "ServiceConfigured",
    "AccountConfigured",
}
"""What moves no seat and nobody in line; what is set for many events is said once, and each of them follows."""


def play(before: State, asked: Sequence[Request], now: datetime, first_id: int) -> State:
    """The state that the decisions lead to. Raises AssertionError where a law is broken."""
    return play_wide({EVENT: before}, asked, now, first_id)[EVENT]


def play_wide(
    before: Mapping[int, State], asked: Sequence[Request], now: datetime, first_id: int
) -> Mapping[int, State]:
    """The same with several events, which have a reserve list in common. Whoever taps can be written to again."""
    taps = {ask.by.id for ask, _ in asked if ask.by.kind == "person"}
    before = {i: replace(state, unreachable=state.unreachable - taps) for i, state in before.items()}
    outcomes = judge(before, asked, now, first_id)
    on_windows = judge_windowed(before, asked, now, first_id)
    for (ask, _), (outcome, become), small in zip(asked, outcomes, on_windows, strict=True):
        assert same(outcome, small), f"a window came to {small}, the whole state to {outcome}"
        if isinstance(outcome, Refusal):
            assert become == before
        else:
            check(before, ask, outcome, become, now)
        before = become
    return before


def check(
    before: Mapping[int, State], ask: Ask, steps: Steps, become: Mapping[int, State], now: datetime
) -> None:
    """Every law of one decision that was made. Raises AssertionError where one is broken."""
    laws.check_states(become)
    act, states = Act(now, ask.by, int, ask.reason), before
    promises.check_decision(before, steps, become, act)
    for event_id, facts in steps:
        state = states[event_id]
        happened.check_decision(state, facts, ask, now)
        states = after_steps(states, [(event_id, facts)], now)
        laws.check_notices(state, states[event_id], facts, act)
        if fills(ask, facts):
            laws.check_filled(states[event_id], now)


def fills(ask: Ask, facts: Facts) -> bool:
    """Whether the decision ends in the one function that fills."""
    return ask.by.name == "sweep" or any(type(fact).__name__ not in QUIET for fact in facts)
