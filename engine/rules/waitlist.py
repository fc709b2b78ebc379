"""A place in line: join, leave, pause, resume. Order is (priority, seq); seq is given under the lock."""

from datetime import datetime

from engine.change import after
from engine.facts import (
    EntryClosed,
    EntryJoined,
    EntryLeft,
    EntryPaused,
    EntryResumed,
    EntryReturned,
    Fact,
    OfferWithdrawn,
)
from engine.ports import Act
from engine.questions import Answers
from engine.refusals import (
    AlreadyBooked,
    AlreadyWaiting,
    NotPaused,
    NotWaiting,
    OfferOpen,
    PauseOverStart,
    SeatsAreFree,
)
from engine.rules.answering import answered
from engine.rules.booking import check_not_asked, check_open, check_party, check_self_service
from engine.rules.candidates import claimed
from engine.rules.filling import and_fill, fill
from engine.rules.settling import settled
from engine.state import Entry, Offer, State, TimeWindow


def join(
    state: State,
    act: Act,
    person_id: int,
    seats: int = 1,
    names: tuple[str, ...] = (),
    *,
    auto_confirm: bool = False,
    answers: Answers | None = None,
) -> list[Fact]:
    """A place at the end of the event's line, with the true position in the fact. `answers` None: not asked yet.

    Raises AlreadyBooked, AlreadyWaiting, OfferOpen, SeatsAreFree, AnswersNeeded, and what `check_open`,
    `check_self_service` and `check_party` do.
    """
    check_open(state, act)
    if state.booking_of(person_id) is not None:
        raise AlreadyBooked
    if state.line.of(person_id) is not None:
        raise AlreadyWaiting
    check_self_service(state)
    check_not_asked(state, person_id)
    check_party(state, seats, names)
    if state.take(seats) is not None and (
        state.event.released >= seats or not claimed(state, act.now, seats)
    ):
        raise SeatsAreFree(free=state.free_count())
    joined = EntryJoined(
        id=act.new_id(),
        service_id=state.event.service_id,
        event_id=state.event.id,
        person_id=person_id,
        seats=seats,
        names=names,
        priority=0,
        seq=state.event.next_seq,
        position=state.line.position(0),
        source="self",
        auto_confirm=auto_confirm,
        answers=answered(state, answers, state.request_of(person_id) or state.reserve.of(person_id)),
    )
    return and_fill(state, act, [joined, *settled(state, person_id)])


def join_reserve(
    state: State,
    act: Act,
    person_id: int,
    windows: tuple[TimeWindow, ...],
    seats: int = 1,
    answers: Answers | None = None,
) -> list[Fact]:
    """A place on the service's reserve list: any of its events that starts in one of the windows (none: any time).

    Raises AlreadyWaiting, and what `check_open`, `check_self_service` and `check_party` do.
    Raises AlreadyWaiting, AnswersNeeded, and what `check_open` and `check_party` do.
    """
    check_open(state, act)
    if state.reserve.of(person_id) is not None:
        raise AlreadyWaiting
    check_self_service(state)
    check_party(state, seats, ("",) * (seats - 1))
    joined = EntryJoined(
        id=act.new_id(),
        service_id=state.event.service_id,
        event_id=None,
        person_id=person_id,
        seats=seats,
        names=(),
        priority=0,
        seq=state.reserve.next_seq,
        position=state.reserve.position(0),
        source="self",
        windows=windows,
        answers=answered(state, answers, state.line.of(person_id)),
    )
    return and_fill(state, act, [joined])


def owned(state: State, entry_id: int, person_id: int | None) -> Entry:
    """The active entry; `person_id` None is an admin or a job. Raises NotWaiting, also for somebody else's."""
    entry = state.entry(entry_id)
    if entry is None or not entry.active or person_id not in (None, entry.person_id):
        raise NotWaiting
    return entry


def open_offer(state: State, entry: Entry) -> Offer | None:
    """The entry's open offer for this event."""
    return next((o for o in state.pending() if o.entry_id == entry.id), None)


def leave(state: State, act: Act, entry_id: int, person_id: int | None) -> list[Fact]:
    """Give the place up; an open offer ends with it and its seat goes on. Raises NotWaiting; OfferOpen when a place on
    the reserve list has an open offer for another event, which is under another lock."""
    entry = owned(state, entry_id, person_id)
    left = EntryLeft(id=entry.id, cause="self" if person_id is not None else "admin")
    return and_fill(state, act, [*_without_offer(state, entry), left])


def pause(state: State, act: Act, entry_id: int, person_id: int, until: datetime | None) -> list[Fact]:
    """Keep the place but get no offer until `until` (None: until resumed). Raises NotWaiting, PauseOverStart, and
    OfferOpen like `leave`."""
    entry = owned(state, entry_id, person_id)
    too_late = entry.event_id is not None and until is not None and until >= state.event.starts_at
    if until is not None and (until <= act.now or too_late):
        raise PauseOverStart
    paused = EntryPaused(id=entry.id, until=until)
    return and_fill(state, act, [*_without_offer(state, entry), paused])


def resume(state: State, act: Act, entry_id: int, person_id: int | None) -> list[Fact]:
    """Back in line at the same place; by the clock not before the pause is over. Raises NotWaiting, NotPaused."""
    entry = owned(state, entry_id, person_id)
    if entry.status != "paused":
        raise NotPaused
    if act.by.kind == "job" and (entry.paused_until is None or act.now < entry.paused_until):
        return []
    return and_fill(state, act, [EntryResumed(id=entry.id)])


def close(state: State, act: Act, entry_ids: tuple[int, ...]) -> list[Fact]:
    """The event has begun: these places end, with their open offers, and with them the admins' card about free seats.
    Nothing happens before the start."""
    if state.event.starts_at > act.now and state.event.status == "open":
        return []
    facts: list[Fact] = []
    for entry_id in entry_ids:
        entry = state.line.entries.get(entry_id)
        if entry is not None and entry.active:
            ended = _without_offer(state, entry, "closed")
            facts += [*ended, EntryClosed(id=entry.id)]
            state = after(state, facts[-len(ended) - 1 :], act.now)
    return [*facts, *fill(state, act)] if facts else []


def _without_offer(state: State, entry: Entry, cause: str = "left") -> list[Fact]:
    offer = open_offer(state, entry)
    if offer is None and entry.status == "offered":
        raise OfferOpen
    if offer is None:
        return []
    return [OfferWithdrawn(id=offer.id, cause="closed" if cause == "closed" else "left")]


def returned(state: State, entry: Entry, *, passed: bool) -> EntryReturned:
    """Back to waiting at the same place; `passed`: this seat is not offered to them again."""
    return EntryReturned(
        id=entry.id,
        event_id=state.event.id,
        seq=entry.seq,
        misses=entry.misses,
        passed=state.event.round if passed else -1,
        cause="kept" if passed else "withdrawn",
    )
