"""Work in memory. Each decision is judged twice: on the whole state, and on no more than its `Ask` names, widened by
one whenever the rule asks for more. Both must come to the same: that is what makes a small window safe."""

from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import count

from engine.change import after
from engine.facts import Fact
from engine.ports import Act, Ask, Facts, Rule, Work
from engine.refusals import Refusal
from engine.state import Entry, Line, NeedMore, State

Request = tuple[Ask, Rule]
Outcome = Facts | Refusal


class Catcher:
    """Takes what a service asks of its work, and decides nothing."""

    def __init__(self) -> None:
        self.asked: list[Request] = []

    async def decide(self, ask: Ask, rule: Rule) -> Facts:
        self.asked.append((ask, rule))
        return []


def request(service: Callable[[Work], Awaitable[Facts]]) -> Request:
    """What the service would have its work decide. No service waits for anything else."""
    catcher = Catcher()
    running = service(catcher).__await__()
    for _ in running:
        raise AssertionError("a service waited for something that is not its work")
    (asked,) = catcher.asked
    return asked


@dataclass
class Wanted:
    """What is loaded for some decisions together."""

    seats: int = 0
    line: int = 0
    reserve: int = 0
    holds: bool = False
    people: set[int] = field(default_factory=set)
    bookings: set[int] = field(default_factory=set)
    entries: set[int] = field(default_factory=set)
    offers: set[int] = field(default_factory=set)

    @classmethod
    def by(cls, asks: Iterable[Ask]) -> "Wanted":
        wanted = cls()
        for ask in asks:
            wanted.seats += ask.seats
            wanted.line += ask.line
            wanted.holds |= ask.holds
            wanted.people.update(ask.people)
            wanted.bookings.update(ask.bookings)
            wanted.entries.update(ask.entries)
            wanted.offers.update(ask.offers)
        return wanted

    def widen(self, what: str) -> None:
        setattr(self, what, getattr(self, what) + 1)


def windowed(whole: State, wanted: Wanted) -> State:
    """The part of the whole state that is loaded for `wanted`."""
    pending = {o.id for o in whole.pending()}
    offers = {i: o for i, o in whole.offers.items() if i in pending | wanted.offers}
    line_ids, reserve_ids = whole.line.window[: wanted.line], whole.reserve.window[: wanted.reserve]
    listed = wanted.entries | {*line_ids, *reserve_ids} | {o.entry_id for o in offers.values()}
    on_reserve = {e.person_id for i, e in whole.reserve.entries.items() if i in listed}
    people = wanted.people | on_reserve

    def loaded(entry: Entry) -> bool:
        return entry.id in listed or (entry.active and entry.person_id in people)

    return replace(
        whole,
        free=whole.free[: wanted.seats],
        free_complete=len(whole.free) < wanted.seats,
        bookings={
            i: b
            for i, b in whole.bookings.items()
            if i in wanted.bookings or (b.active and b.person_id in people)
        },
        offers=offers,
        holds={i: h for i, h in whole.holds.items() if wanted.holds and h.active},
        line=_part(whole.line, line_ids, loaded),
        reserve=_part(whole.reserve, reserve_ids, loaded),
    )


def _part(line: Line, window: tuple[int, ...], loaded: Callable[[Entry], bool]) -> Line:
    entries = {i: e for i, e in line.entries.items() if loaded(e)}
    return replace(line, entries=entries, window=window, complete=len(window) >= line.waiting)


def judge(
    before: State, requests: Sequence[Request], now: datetime, first_id: int
) -> list[tuple[Outcome, State]]:
    """The decisions one after another on the state as it becomes: each outcome with the state it leads to."""
    new_id = count(first_id).__next__
    outcomes: list[tuple[Outcome, State]] = []
    for ask, rule in requests:
        try:
            facts = rule(before, Act(now=now, by=ask.by, new_id=new_id, reason=ask.reason))
        except Refusal as refusal:
            outcomes.append((refusal, before))
        else:
            before = after(before, facts, now)
            outcomes.append((facts, before))
    return outcomes


def judge_windowed(whole: State, requests: Sequence[Request], now: datetime, first_id: int) -> list[Outcome]:
    """The same with no more than was asked for, loading more as often as a rule needs it."""
    wanted = Wanted.by(ask for ask, _ in requests)
    while True:
        try:
            return [facts for facts, _ in judge(windowed(whole, wanted), requests, now, first_id)]
        except NeedMore as more:
            wanted.widen(more.what)


def same(outcome: Outcome, other: Outcome) -> bool:
    """Equal facts, or the same refusal with the same values."""
    if isinstance(outcome, Refusal) and isinstance(other, Refusal):
        return (outcome.key, outcome.values) == (other.key, other.values)
    return outcome == other


def facts_of(outcome: Outcome) -> list[Fact]:
    """The facts of a decision; a refusal has none."""
    return [] if isinstance(outcome, Refusal) else outcome
