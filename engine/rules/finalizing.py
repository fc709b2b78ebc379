"""The end of a month: a run becomes bookings, whoever has less than they want waits where they would have liked to be,
and everybody hears what has come of their wishes and why. All of it, or nothing.

Bookings are made like any other, by facts of their events. Somebody without a place joins the line of their best wish
that is full and could still be theirs; where several join, the order is that of the allocation: priority, months
without a place, and the lot drawn from the seed.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from engine.change import after, shared
from engine.facts import (
    BookingMade,
    EntryBooked,
    EntryJoined,
    Fact,
    PeriodFinalized,
    ResultGiven,
    RunFact,
    RunFinalized,
)
from engine.month import Wanted
from engine.planning import BOOKED, OFFERED, Document, Planning, Run, credit_after
from engine.ports import Act, States, Steps
from engine.refusals import NoRun, RunOpen
from engine.rules.filling import fill
from engine.rules.run_fixing import ALL, Slot, lot
from engine.rules.run_input import check_unchanged, input_of, left, most, own, stated, wisher_of
from engine.rules.runs import allotting
from engine.rules.settling import settled
from engine.state import Entry, State

NO_DRAW = frozenset({"impossible", "excluded", OFFERED})
"""Whoever could not have had a place in any draw, or has an answer to give first, has not lost one."""


@dataclass(frozen=True, slots=True)
class Known:
    """Who has what at an event before it ends: `line` and `asking` are the open places and requests, by person."""

    booked: frozenset[int]
    line: Mapping[int, Entry]
    asking: frozenset[int]

    @classmethod
    def of(cls, state: State) -> "Known":
        """Looked up once: an event may have thousands of people."""
        return cls(
            booked=frozenset(each.person_id for each in state.bookings.values() if each.active),
            line={each.person_id: each for each in state.line.entries.values() if each.active},
            asking=frozenset(each.person_id for each in state.requests.values() if each.open),
        )


@dataclass(slots=True)
class Ending:
    """The events as they become, step by step. What is asked of everybody is looked up once."""

    planning: Planning
    act: Act
    run: Run
    output: Document
    document: Document
    states: dict[int, State]
    steps: Steps = field(default_factory=list)
    bookings: list[tuple[int, int, int]] = field(default_factory=list)
    waiting: dict[str, tuple[int, int]] = field(default_factory=dict)
    sessions: dict[str, list[str]] = field(default_factory=dict)
    people: dict[int, list[str]] = field(default_factory=dict)
    wanted: dict[int, Wanted] = field(default_factory=dict)
    known: dict[int, Known] = field(default_factory=dict)
    slots: dict[str, Slot] = field(default_factory=dict)
    excluded: set[tuple[str, str]] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.wanted = {wish.person_id: wish.wanted for wish in self.planning.month.wishes.values()}
        self.known = {event_id: Known.of(state) for event_id, state in self.states.items()}
        self.slots = {each["id"]: Slot.of(each) for each in self.document["sessions"]}
        self.excluded = {(each["person"], each["session"]) for each in self.document["excluded"]}
        for each in self.output["placements"]:
            self.sessions.setdefault(each["person"], []).append(each["session"])
            self.people.setdefault(int(each["session"]), []).append(each["person"])

    def happen(self, event_id: int, facts: list[Fact]) -> None:
        """These facts at this event."""
        if facts:
            self.steps.append((event_id, facts))
            self.states = shared(self.states, after(self.states[event_id], facts, self.act.now))

    def placed(self, person: str) -> list[str]:
        """Sessions of the person in the run."""
        return self.sessions.get(person, [])


def finalize(
    planning: Planning, states: States, act: Act, run_id: int, seed: str
) -> tuple[list[RunFact], Steps]:
    """The run is the month's. `states` has every event of the month that takes people, whole.

    Raises PeriodUnknown, PeriodOpen, PeriodFinal, RunOpen, NoRun, InputChanged when anything that the run was made of
    is not so any more.
    """
    period = allotting(planning)
    run = final_run(planning, act, run_id)
    ending = Ending(planning, act, run, run.output, run.document, dict(states))
    for event_id in sorted(states):
        ending.happen(event_id, list(_bookings(ending, event_id)))
    _queue(ending, seed)
    for event_id in sorted(states):
        ending.happen(event_id, fill(ending.states[event_id], act))
    results = [*_results(ending, run), *_no_part(ending, run)]
    short = len(run.output["unplaced"])
    whole = len(results) - short - sum(result.reason == OFFERED for result in results)
    done = PeriodFinalized(period.id, period.month, run.id, run.number, whole, short)
    final = RunFinalized(run.id, period.id, run.number, tuple(ending.bookings))
    return [final, *results, done], ending.steps


def final_run(planning: Planning, act: Act, run_id: int) -> Run:
    """The run, fit to be the month's. Raises RunOpen, NoRun, InputChanged."""
    running = planning.open_run()
    if running is not None:
        raise RunOpen(running.number)
    run = planning.run(run_id)
    if run is None or run.status != "done":
        raise NoRun
    check_unchanged(run.document, input_of(planning, act.now, run.strategy, run.ordering))
    return run


def _bookings(ending: Ending, event_id: int) -> Iterator[Fact]:
    """Everybody who is placed here, by person, on the first free seats; whatever else they had here ends."""
    state, known, taken = ending.states[event_id], ending.known[event_id], 0
    free = state.take(state.free_count()) or ()
    for person_id in map(int, ending.people.get(event_id, ())):
        wanted, own, booking_id = ending.wanted[person_id], known.line.get(person_id), ending.act.new_id()
        yield BookingMade(
            id=booking_id,
            event_id=event_id,
            person_id=person_id,
            status="confirmed",
            seats=free[taken : taken + wanted.seats],
            names=wanted.names,
            source="month",
            answers=own.answers if own is not None else (),
            period_id=ending.run.period_id,
        )
        taken += wanted.seats
        ending.bookings.append((person_id, event_id, booking_id))
        if own is not None:
            yield EntryBooked(id=own.id, booking_id=booking_id)
        yield from settled(state, person_id) if person_id in known.asking else ()


def _queue(ending: Ending, seed: str) -> None:
    people = {each["id"]: each for each in ending.document["people"]}
    short = [people[each["person"]] for each in ending.output["unplaced"]]
    for person in sorted(short, key=lambda p: (-p["priority"], -p["credit"], lot(seed, p["id"]))):
        event_id = _full_wish(ending, person)
        if event_id is not None:
            ending.waiting[person["id"]] = event_id, _join(ending, person, event_id)


def _full_wish(ending: Ending, person: Document) -> int | None:
    """The best wish that is full now and that the person could still have."""
    own, party = person["id"], person["seats"]
    had = [ending.slots[session] for session in ending.placed(own)]
    for session in (one for group in person["wishes"] for one in group):
        state = ending.states[int(session)]
        clash = any(ending.slots[session].collides(other, person) for other in had)
        off = not ending.excluded.isdisjoint({(own, session), (own, ALL)})
        if clash or off or party > state.settings.max_party:
            continue
        if int(own) not in ending.known[state.event.id].booked and state.free_count() < party:
            return state.event.id
    return None


def _join(ending: Ending, person: Document, event_id: int) -> int:
    """The place in line; the one that they have already, if any."""
    state, known, person_id = ending.states[event_id], ending.known[event_id], int(person["id"])
    own = known.line.get(person_id)
    if own is not None:
        return own.id
    joined = EntryJoined(
        id=ending.act.new_id(),
        service_id=state.event.service_id,
        event_id=event_id,
        person_id=person_id,
        seats=person["seats"],
        names=ending.wanted[person_id].names,
        priority=person["priority"],
        seq=state.event.next_seq,
        position=state.line.position(person["priority"]),
        source="month",
    )
    ending.happen(event_id, [joined, *(settled(state, person_id) if person_id in known.asking else ())])
    return joined.id


def _results(ending: Ending, run: Run) -> Iterator[ResultGiven]:
    why = {each["person"]: each["reason"] for each in ending.output["unplaced"]}
    for person in ending.document["people"]:
        reason, got = why.get(person["id"], "placed"), len(ending.placed(person["id"]))
        before = wisher_of(ending.planning, int(person["id"])).credit
        event_id, entry_id = ending.waiting.get(person["id"], (None, None))
        yield ResultGiven(
            id=ending.act.new_id(),
            period_id=run.period_id,
            run_id=run.id,
            person_id=int(person["id"]),
            wanted=person["count"],
            got=got,
            reason=reason,
            credit_before=before,
            credit=credit_of(before, reason, got + person.get("booked", 0)),
            event_id=event_id,
            entry_id=entry_id,
        )


def _no_part(ending: Ending, run: Run) -> Iterator[ResultGiven]:
    """Whoever had all that they wanted before the draw took no part in it, and hears that nothing is missing; so does
    whoever had an offer for what was left, and hears that it depends on their answer."""
    for wish in stated(ending.planning):
        if left(ending.planning, wish) < 1:
            wanted, has = most(ending.planning, wish), own(ending.planning, wish)
            missing = max(wanted - has, 0)
            before, reason = (
                wisher_of(ending.planning, wish.person_id).credit,
                OFFERED if missing else BOOKED,
            )
            yield ResultGiven(
                id=ending.act.new_id(),
                period_id=run.period_id,
                run_id=run.id,
                person_id=wish.person_id,
                wanted=missing or wanted,
                got=0,
                reason=reason,
                credit_before=before,
                credit=credit_of(before, reason, has),
            )


def credit_of(before: int, reason: str, got: int) -> int:
    """The ledger after a month with so many places, also those that somebody has booked by themselves: without a draw
    nobody has lost one."""
    return before if reason in NO_DRAW and not got else credit_after(before, got)
