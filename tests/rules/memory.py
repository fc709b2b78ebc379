"""Work in memory. Each decision is judged twice: on the whole states, and on no more than its `Ask` names, widened by
one whenever the rule asks for more. Both must come to the same: that is what makes a small window safe."""

from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import count
from typing import TypeVar

from engine.change import after_steps
from engine.facts import Fact
from engine.ports import Act, Ask, Facts, Look, Rule, States, Steps, WideRule, Work
from engine.refusals import Refusal
from engine.state import Entry, Line, NeedMore, State

T = TypeVar("T")
Request = tuple[Ask, WideRule]
Outcome = Facts | Refusal
WideOutcome = Steps | Refusal


class Catcher:
    """Takes what a service asks of its work, and decides nothing."""

    def __init__(self) -> None:
        self.asked: list[Request] = []

    async def decide(self, ask: Ask, rule: Rule) -> Facts:
        self.asked.append((ask, widely(ask, rule)))
        return []

    async def decide_wide(self, ask: Ask, rule: WideRule) -> Steps:
        self.asked.append((ask, rule))
        return []

    async def preview(self, ask: Ask, look: Look[T]) -> T:
        raise AssertionError("what would happen is no decision")


def widely(ask: Ask, rule: Rule) -> WideRule:
    """A rule about one event, as one about several that looks at the first."""
    event_id = ask.event_id
    return lambda states, act: [(event_id, rule(states[event_id], act))]


def request(service: Callable[[Work], Awaitable[object]]) -> Request:
    """What the service would have its work decide. No service waits for anything else."""
    catcher = Catcher()
    running = service(catcher).__await__()
    for _ in running:
        raise AssertionError("a service waited for something that is not its work")
    (asked,) = catcher.asked
    return asked


@dataclass
class Wanted:
    """What is loaded for some decisions together. `whole`: events of which everybody is."""

    seats: int = 0
    line: int = 0
    reserve: int = 0
    holds: bool = False
    reach: bool = False
    people: set[int] = field(default_factory=set)
    bookings: set[int] = field(default_factory=set)
    entries: set[int] = field(default_factory=set)
    offers: set[int] = field(default_factory=set)
    requests: set[int] = field(default_factory=set)
    whole: set[int] = field(default_factory=set)
    wished: set[int] = field(default_factory=set)

    @classmethod
    def by(cls, asks: Iterable[Ask]) -> "Wanted":
        wanted = cls()
        for ask in asks:
            wanted.seats += ask.seats
            wanted.line += ask.line
            wanted.holds |= ask.holds
            wanted.reach |= ask.by.kind != "person"
            wanted.people.update(ask.people)
            wanted.bookings.update(ask.bookings)
            wanted.entries.update(ask.entries)
            wanted.offers.update(ask.offers)
            wanted.requests.update(ask.requests)
            if ask.everybody:
                wanted.whole.update(ask.event_ids)
            if ask.wishers:
                wanted.wished.update(ask.event_ids)
        return wanted

    def widen(self, what: str) -> None:
        setattr(self, what, getattr(self, what) + 1)


def windowed(whole: State, wanted: Wanted) -> State:
    """The part of the whole state that is loaded for `wanted`. Of an event whose seats are going that is also whoever
    has one of those behind."""
    pending = {o.id for o in whole.pending()}
    offers = {i: o for i, o in whole.offers.items() if i in pending | wanted.offers}
    line_ids, reserve_ids = whole.line.window[: wanted.line], whole.reserve.window[: wanted.reserve]
    listed = wanted.entries | {*line_ids, *reserve_ids} | {o.entry_id for o in offers.values()}
    on_reserve = {e.person_id for i, e in whole.reserve.entries.items() if i in listed}
    everybody, drain_to = whole.event.id in wanted.whole, whole.event.drain_to
    going = set() if drain_to is None else _behind(whole, drain_to)
    holds = wanted.holds or everybody or drain_to is not None
    owners = {b.person_id for i, b in whole.bookings.items() if i in wanted.bookings | going or everybody}
    people = wanted.people | on_reserve | (owners if any(whole.reserve.active.values()) else set())

    def loaded(entry: Entry) -> bool:
        all_of_event = everybody and entry.event_id is not None
        return entry.id in listed or (entry.active and (all_of_event or entry.person_id in people))

    line, reserve = _part(whole.line, line_ids, loaded), _part(whole.reserve, reserve_ids, loaded)
    known = wanted.people | {e.person_id for part in (line, reserve) for e in part.entries.values()}
    bookings = {
        i: b
        for i, b in whole.bookings.items()
        if i in wanted.bookings | going or (b.seats and (everybody or b.person_id in people))
    }
    requests = {
        i: r
        for i, r in whole.requests.items()
        if i in wanted.requests or (r.open and (everybody or r.person_id in known))
    }
    concerned = (
        wanted.people | {b.person_id for b in bookings.values()} | {r.person_id for r in requests.values()}
    )
    return replace(
        whole,
        free=whole.free[: wanted.seats],
        free_complete=len(whole.free) < wanted.seats,
        bookings=bookings,
        offers=offers,
        holds={i: h for i, h in whole.holds.items() if holds and h.active},
        requests=requests,
        unreachable=whole.unreachable & concerned if wanted.reach else frozenset(),
        line=line,
        reserve=reserve,
        wishers=whole.wishers if whole.event.id in wanted.wished else {},
    )


def _on_reserve(whole: Mapping[int, State], wanted: Wanted, requests: Sequence[Request]) -> set[int]:
    """Whoever is loaded of a reserve list for one event; what they have at the others is loaded, too."""
    together = {event_id for ask, _ in requests for event_id in ask.event_ids} & whole.keys()
    loaded = (windowed(whole[event_id], wanted).reserve.entries.values() for event_id in together)
    return {entry.person_id for entries in loaded for entry in entries}


def _sharing(states: Mapping[int, State], requests: Sequence[Request]) -> dict[int, State]:
    """Whoever is loaded of a reserve list for one event is there for the others that are loaded with it."""
    together = {event_id for ask, _ in requests for event_id in ask.event_ids}
    loaded: dict[int, dict[int, Entry]] = {}
    for event_id in sorted(together & states.keys()):
        loaded.setdefault(states[event_id].event.service_id, {}).update(states[event_id].reserve.entries)
    return {
        event_id: replace(state, reserve=replace(state.reserve, entries=loaded[state.event.service_id]))
        if event_id in together
        else state
        for event_id, state in states.items()
    }


def _behind(whole: State, capacity: int) -> set[int]:
    """Bookings with a seat behind `capacity`."""
    return {i for i, b in whole.bookings.items() if any(number > capacity for number in b.seats)}


def _part(line: Line, window: tuple[int, ...], loaded: Callable[[Entry], bool]) -> Line:
    entries = {i: e for i, e in line.entries.items() if loaded(e)}
    return replace(line, entries=entries, window=window, complete=len(window) >= line.waiting)


def judge(
    before: States, requests: Sequence[Request], now: datetime, first_id: int
) -> list[tuple[WideOutcome, dict[int, State]]]:
    """The decisions one after another on the states as they become: each outcome with the states it leads to."""
    new_id = count(first_id).__next__
    outcomes: list[tuple[WideOutcome, dict[int, State]]] = []
    states = dict(before)
    for ask, rule in requests:
        seen = {event_id: states[event_id] for event_id in ask.event_ids}
        try:
            steps = rule(seen, Act(now=now, by=ask.by, new_id=new_id, reason=ask.reason))
        except Refusal as refusal:
            outcomes.append((refusal, states))
        else:
            assert {event_id for event_id, _ in steps} <= set(ask.event_ids), (
                "about an event nobody asked for"
            )
            states = after_steps(states, steps, now)
            outcomes.append((steps, states))
    return outcomes


def judge_windowed(
    whole: Mapping[int, State], requests: Sequence[Request], now: datetime, first_id: int
) -> list[WideOutcome]:
    """The same with no more than was asked for, loading more as often as a rule needs it."""
    wanted = Wanted.by(ask for ask, _ in requests)
    while True:
        seen = replace(wanted, people=wanted.people | _on_reserve(whole, wanted, requests))
        small = _sharing({event_id: windowed(state, seen) for event_id, state in whole.items()}, requests)
        try:
            return [steps for steps, _ in judge(small, requests, now, first_id)]
        except NeedMore as more:
            wanted.widen(more.what)


def same(outcome: Outcome | WideOutcome, other: Outcome | WideOutcome) -> bool:
    """Equal facts, or the same refusal with the same values."""
    if isinstance(outcome, Refusal) and isinstance(other, Refusal):
        return (outcome.key, outcome.values) == (other.key, other.values)
    return outcome == other


def flat(outcome: WideOutcome) -> Outcome:
    """The facts of all events, in order."""
    if isinstance(outcome, Refusal):
        return outcome
    return [fact for _, facts in outcome for fact in facts]


def facts_of(outcome: Outcome) -> list[Fact]:
    """The facts of a decision; a refusal has none."""
    return [] if isinstance(outcome, Refusal) else outcome
