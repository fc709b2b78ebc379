"""A repair from its proposal to its end: everybody whom it moves is asked, free seats are held meanwhile, and nobody
moves before all have said yes. Then all of it happens in one commit. A no, the deadline, an admin, or anything that is
not any more as it was ends it: the seats are given back to whoever is next, and everybody stays where they are.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Literal

from engine.change import after, shared
from engine.facts import (
    BookingCancelled,
    BookingMade,
    EntryLeft,
    Fact,
    HoldReleased,
    OfferWithdrawn,
    RepairAgreed,
    RepairAsked,
    RepairDone,
    RepairFact,
    RepairProposed,
    RepairTold,
    RepairWithdrawn,
    SeatsHeld,
)
from engine.hours import quiet_until
from engine.month import QUIET
from engine.ports import Act, States, Steps
from engine.refusals import RepairAnswered, RepairChanged, RepairNotYet, RepairOver, RepairUnknown
from engine.repairs import Repair, Repairing, RepairMove, Withdrawal, needs
from engine.rules.filling import and_fill, fill
from engine.rules.letting_go import let_go
from engine.rules.promotion import served
from engine.rules.reasons import check_reason
from engine.rules.settling import settled
from engine.rules.waitlist import returned
from engine.state import Booking, State

TO_ANSWER = timedelta(hours=24)
"""How long people have, from the next waking hour on."""

BEFORE_START = timedelta(hours=1)
"""And never later than so long before the first event concerned."""

Outcome = tuple[list[RepairFact], Steps]


@dataclass(slots=True)
class _Course:
    """The events as they become, step by step."""

    states: dict[int, State]
    act: Act
    steps: Steps = field(default_factory=list)

    def happen(self, event_id: int, facts: list[Fact]) -> None:
        """These facts at this event."""
        if facts:
            self.steps.append((event_id, facts))
            self.states = shared(self.states, after(self.states[event_id], facts, self.act.now))

    def fill(self, event_ids: Iterable[int]) -> None:
        """Whoever is next gets what is free there now."""
        for event_id in event_ids:
            self.happen(event_id, fill(self.states[event_id], self.act))


def propose(
    repairing: Repairing, states: States, act: Act, chains: tuple[tuple[RepairMove, ...], ...]
) -> Outcome:
    """Each chain is a repair of its own: its free seats are held from now on, and everybody in it is asked. The reason
    is the act's.

    Raises RepairNotYet, ReasonNeeded, and RepairChanged when a chain is not possible any more, or nobody would have
    time to answer.
    """
    if repairing.period.status != "final":
        raise RepairNotYet
    check_reason(act)
    taken = {person for each in repairing.repairs if each.status == "open" for person in each.people}
    people = [move.person_id for chain in chains for move in chain]
    if not people or len({*people, *taken}) < len(people) + len(taken):
        raise RepairChanged
    course = _Course(dict(states), act)
    return [fact for chain in chains for fact in _proposed(repairing, course, chain)], course.steps


def _proposed(repairing: Repairing, course: _Course, chain: tuple[RepairMove, ...]) -> list[RepairFact]:
    act, until = course.act, answer_by(repairing, course.states, course.act.now, chain)
    repair = Repair(act.new_id(), repairing.period.id, "open", until, chain, asked_at=act.now)
    if not _possible(repair, course.states, act.now):
        raise RepairChanged
    holds = tuple(_held(course, event_id, seats) for event_id, seats in needs(chain).items())
    asked = [RepairAsked(repair.id, repair.period_id, person) for person in repair.people]
    return [RepairProposed(repair.id, repair.period_id, until, chain, holds), *asked]


def _held(course: _Course, event_id: int, count: int) -> tuple[int, int]:
    state, act = course.states[event_id], course.act
    seats = state.take(count)
    if seats is None:
        raise RepairChanged
    held = SeatsHeld(id=act.new_id(), event_id=event_id, seats=seats, reason=act.reason, by_name=act.by.name)
    course.happen(event_id, and_fill(state, act, [held]))
    return event_id, held.id


def answer_by(repairing: Repairing, states: States, now: datetime, chain: tuple[RepairMove, ...]) -> datetime:
    """Until when people can answer. Raises RepairChanged when that would be too soon."""
    awake = quiet_until(now, QUIET, repairing.timezone) or now
    until = min(awake + TO_ANSWER, closes_at(states, chain))
    if until < awake + BEFORE_START:
        raise RepairChanged
    return until


def closes_at(states: States, chain: tuple[RepairMove, ...]) -> datetime:
    """The last moment to answer: after it the first of the dates is too near."""
    used = {move.event_id for move in chain} | {move.from_event_id for move in chain if not move.lost}
    return min(states[event_id].event.starts_at for event_id in used) - BEFORE_START


def agree(repairing: Repairing, states: States, act: Act, repair_id: int, person_id: int) -> Outcome:
    """The person says yes. With the last yes everything happens; where it cannot any more, the repair is withdrawn.

    Raises RepairUnknown, RepairOver, RepairAnswered.
    """
    repair = mine(repairing, act, repair_id, person_id)
    if person_id in repair.agreed:
        raise RepairAnswered
    if not stands(repair, states, act.now):
        return _withdrawn(repair, states, act, "changed")
    yes = RepairAgreed(repair.id, repair.period_id, person_id)
    if len(repair.agreed) + 1 < len(repair.moves):
        return [yes], []
    made, steps = _done(repair, states, act)
    return [yes, *_told(repair, act, "done"), made], steps


def _told(repair: Repair, act: Act, how: Withdrawal | Literal["done"]) -> list[RepairTold]:
    """Everybody but whoever taps, who is answered."""
    others = (person for person in repair.people if (act.by.kind, act.by.id) != ("person", person))
    return [RepairTold(repair.id, repair.period_id, person, how) for person in others]


def mine(repairing: Repairing, act: Act, repair_id: int, person_id: int) -> Repair:
    """The repair, as long as the person can answer. Raises RepairUnknown, also for somebody whom it does not move;
    RepairOver."""
    repair = repairing.repair(repair_id)
    if repair is None or person_id not in repair.people:
        raise RepairUnknown
    if repair.status != "open" or act.now >= repair.expires_at:
        raise RepairOver
    return repair


def decline(repairing: Repairing, states: States, act: Act, repair_id: int, person_id: int) -> Outcome:
    """The person says no, even after a yes: nothing moves. Raises RepairUnknown, RepairOver."""
    repair = mine(repairing, act, repair_id, person_id)
    return _withdrawn(repair, states, act, "declined", person_id)


def take_back(repairing: Repairing, states: States, act: Act, repair_id: int) -> Outcome:
    """An admin does not want it any more; the reason is the act's. Raises ReasonNeeded, RepairUnknown, RepairOver."""
    check_reason(act)
    repair = repairing.repair(repair_id)
    if repair is None:
        raise RepairUnknown
    if repair.status != "open":
        raise RepairOver
    return _withdrawn(repair, states, act, "admin")


def review(repairing: Repairing, states: States, act: Act, repair_id: int) -> Outcome:
    """The end of a repair whose time is up, or which is not possible any more; nothing for any other."""
    repair = repairing.repair(repair_id)
    if repair is None or repair.status != "open":
        return [], []
    if act.now >= repair.expires_at:
        return _withdrawn(repair, states, act, "expired")
    if not stands(repair, states, act.now):
        return _withdrawn(repair, states, act, "changed")
    return [], []


def stands(repair: Repair, states: States, now: datetime) -> bool:
    """Whether it could happen now: the events take place, the bookings are as they were, the seats are still held."""
    for event_id, seats in repair.needs().items():
        hold = states[event_id].holds.get(repair.holds.get(event_id, 0))
        if hold is None or not hold.active or len(hold.seats) != seats:
            return False
    return _possible(repair, states, now)


def _possible(repair: Repair, states: States, now: datetime) -> bool:
    return all(_can_move(move, states, now) for move in repair.moves)


def _can_move(move: RepairMove, states: States, now: datetime) -> bool:
    here, there = states[move.from_event_id], states[move.event_id]
    booking = here.bookings.get(move.booking_id)
    if there.event.status != "open" or there.event.starts_at <= now or there.booking_of(move.person_id):
        return False
    if (there.event.starts_at, there.event.ends_at) != (move.starts_at, move.ends_at):
        return False  # nobody was asked about that date
    if booking is None or booking.active == move.lost:
        return False
    if move.lost:
        return here.booking_of(move.person_id) is None
    return here.event.starts_at > now and len(booking.seats) == move.seats


def _done(repair: Repair, states: States, act: Act) -> tuple[RepairDone, Steps]:
    """First everybody lets go, then everybody sits down; nobody else can be quicker, as it is one commit."""
    course, before = _Course(dict(states), act), states
    for event_id in repair.event_ids:
        course.happen(event_id, _let_go(repair, states[event_id]))
    made = tuple(_seated(course, before, move) for move in repair.moves)
    course.fill(repair.event_ids)
    return RepairDone(repair.id, repair.period_id, made), course.steps


def _let_go(repair: Repair, state: State) -> list[Fact]:
    here = state.event.id
    facts: list[Fact] = [HoldReleased(id=repair.holds[here])] if here in repair.holds else []
    for move in repair.moves:
        if move.from_event_id == here:
            facts += _instead(state, move)
    return facts


def _instead(state: State, move: RepairMove) -> list[Fact]:
    """What ends of what the person had here: the booking, or, where that is lost, the place in line that they have got
    for it, and what they are offered."""
    if not move.lost:
        return let_go(state, BookingCancelled(id=move.booking_id, by="repair"))
    own, over = state.line.of(move.person_id), _offers_end(state, move.person_id)
    return over if own is None else [*over, EntryLeft(id=own.id, cause="repair")]


def _offers_end(state: State, person_id: int) -> list[Fact]:
    """Nobody gets two places for one: who has theirs by the repair has no offer here any more. A place on the reserve
    list stays, and is not for the seats of that offer."""
    facts: list[Fact] = []
    for offer in (offer for offer in state.pending() if offer.person_id == person_id):
        entry = state.asked(offer)
        facts.append(OfferWithdrawn(id=offer.id, cause="repair"))
        facts += [returned(state, entry, passed=True)] if entry.event_id is None else []
    return facts


def _seated(course: _Course, before: States, move: RepairMove) -> tuple[int, int]:
    """The person's new booking."""
    old, state = before[move.from_event_id].bookings[move.booking_id], course.states[move.event_id]
    seats = state.take(move.seats)
    assert seats is not None, "what is held and what is let go is enough for everybody"
    made = _booked(course.act, old, move, seats, before[move.from_event_id], state)
    own = state.line.of(move.person_id)
    ended = served(state, own, made.id) if own is not None else []
    over = _offers_end(state, move.person_id)
    course.happen(move.event_id, [*over, made, *ended, *settled(state, move.person_id)])
    return move.person_id, made.id


def _booked(
    act: Act, old: Booking, move: RepairMove, seats: tuple[int, ...], here: State, there: State
) -> BookingMade:
    return BookingMade(
        id=act.new_id(),
        event_id=move.event_id,
        person_id=move.person_id,
        status="pending" if old.status == "pending" else "confirmed",
        seats=seats,
        names=old.names,
        source="repair",
        free_cancel_until=old.free_cancel_until,
        from_event=move.from_event_id,
        answers=old.answers if here.event.service_id == there.event.service_id else (),
        period_id=old.period_id,
    )


def _withdrawn(
    repair: Repair, states: States, act: Act, cause: Withdrawal, person_id: int | None = None
) -> Outcome:
    """What it has held goes to whoever is next."""
    course = _Course(dict(states), act)
    for event_id, hold_id in sorted(repair.holds.items()):
        hold = states[event_id].holds.get(hold_id)
        if hold is not None and hold.active:
            course.happen(event_id, and_fill(course.states[event_id], act, [HoldReleased(id=hold_id)]))
    ended = RepairWithdrawn(repair.id, repair.period_id, cause, person_id)
    return [*_told(repair, act, cause), ended], course.steps
