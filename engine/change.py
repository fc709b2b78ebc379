"""What each fact does to state. A fact that is missing here is a type error.

Rows are replaced, never changed, and their version steps by one with each fact; what was not touched is shared
with the state before.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Literal, TypeVar, assert_never

from engine import facts as f
from engine.state import Booking, Entry, Event, Hold, Line, Offer, State

Row = TypeVar("Row", Booking, Offer, Hold)


def after(state: State, changes: Iterable[f.Fact], now: datetime) -> State:
    """The state once `changes` have happened, in order."""
    for fact in changes:
        state = _one(state, fact, now)
    return state


def _one(state: State, fact: f.Fact, now: datetime) -> State:
    match fact:
        case f.BookingMade() | f.BookingConfirmed() | f.BookingCancelled() | f.BookingShifted():
            return _booking(state, fact)
        case f.EntryJoined():
            return _joined(state, fact)
        case (
            f.EntryOffered()
            | f.EntryReturned()
            | f.EntryPaused()
            | f.EntryResumed()
            | f.EntrySkipped()
            | f.EntryShifted()
            | f.EntryBooked()
            | f.EntryLeft()
            | f.EntryClosed()
        ):
            return _entry(state, fact)
        case (
            f.OfferMade()
            | f.OfferDelivered()
            | f.OfferUndelivered()
            | f.OfferExtended()
            | f.OfferReminded()
            | f.OfferAccepted()
            | f.OfferRejected()
            | f.OfferExpired()
            | f.OfferWithdrawn()
        ):
            return _offer(state, fact, now)
        case f.SeatsHeld() | f.HoldReleased():
            return _hold(state, fact)
        case f.SeatsPublished() | f.EventFrozen() | f.EventUnfrozen() | f.EventClosed() | f.FillHalted():
            return replace(state, event=_event(state.event, fact))
        case _:
            assert_never(fact)


BookingFact = f.BookingMade | f.BookingConfirmed | f.BookingCancelled | f.BookingShifted


def _booking(state: State, fact: BookingFact) -> State:
    match fact:
        case f.BookingMade():
            made = Booking(
                id=fact.id,
                event_id=fact.event_id,
                person_id=fact.person_id,
                status=fact.status,
                seats=fact.seats,
                names=fact.names,
                source=fact.source,
                free_cancel_until=fact.free_cancel_until,
            )
            return replace(state, bookings=_with(state.bookings, made), free=_without(state.free, fact.seats))
        case f.BookingConfirmed():
            old = state.bookings[fact.id]
            return replace(state, bookings=_step(state.bookings, replace(old, status="confirmed")))
        case f.BookingShifted():
            return replace(state, bookings=_step(state.bookings, state.bookings[fact.id]))
        case f.BookingCancelled():
            old = state.bookings[fact.id]
            gone = replace(old, status="cancelled", seats=())
            return _freed(_next_round(replace(state, bookings=_step(state.bookings, gone))), old.seats)
        case _:
            assert_never(fact)


def _joined(state: State, fact: f.EntryJoined) -> State:
    entry = Entry(
        id=fact.id,
        service_id=fact.service_id,
        event_id=fact.event_id,
        person_id=fact.person_id,
        seats=fact.seats,
        names=fact.names,
        priority=fact.priority,
        seq=fact.seq,
        source=fact.source,
        auto_confirm=fact.auto_confirm,
        windows=fact.windows,
    )
    if fact.event_id is None:
        return _on_reserve(state, None, entry)
    event = replace(state.event, next_seq=max(state.event.next_seq, fact.seq + 1))
    return replace(state, event=event, line=_placed(state.line, None, entry))


EntryFact = (
    f.EntryOffered
    | f.EntryReturned
    | f.EntryPaused
    | f.EntryResumed
    | f.EntrySkipped
    | f.EntryShifted
    | f.EntryBooked
    | f.EntryLeft
    | f.EntryClosed
)


def _entry(state: State, fact: EntryFact) -> State:
    old = state.entry(fact.id)
    if old is None:
        raise KeyError(fact.id)
    new = replace(_entry_becomes(old, fact), version=old.version + 1)
    if old.event_id is None:
        return _on_reserve(state, old, new)
    if new.seq != old.seq:
        state = replace(state, event=replace(state.event, next_seq=max(state.event.next_seq, new.seq + 1)))
    return replace(state, line=_placed(state.line, old, new))


def _entry_becomes(old: Entry, fact: EntryFact) -> Entry:
    match fact:
        case f.EntryOffered():
            return replace(old, status="offered")
        case f.EntryReturned():
            return replace(
                old,
                status="waiting",
                seq=fact.seq,
                misses=fact.misses,
                passed=fact.passed,
                passed_event=fact.event_id,
            )
        case f.EntryPaused():
            return replace(old, status="paused", paused_until=fact.until)
        case f.EntryResumed():
            return replace(old, status="waiting", paused_until=None)
        case f.EntrySkipped():
            return replace(old, skips=fact.skips)
        case f.EntryShifted():
            return old
        case f.EntryBooked():
            return replace(old, status="booked")
        case f.EntryLeft():
            return replace(old, status="left")
        case f.EntryClosed():
            return replace(old, status="closed")
        case _:
            assert_never(fact)


def _placed(line: Line, old: Entry | None, new: Entry) -> Line:
    """The line with `new` in the place of `old`; the window keeps only what it can be sure of."""
    entries = {**line.entries, new.id: new}
    waiting = line.waiting + (new.status == "waiting") - (old is not None and old.status == "waiting")
    active = dict(line.active)
    if old is not None and old.active:
        active[old.priority] -= 1
    if new.active:
        active[new.priority] = active.get(new.priority, 0) + 1
    window = tuple(i for i in line.window if i != new.id)
    if new.status == "waiting":
        window = _insert(window, entries, new, line.complete)
    return replace(line, entries=entries, window=window, waiting=waiting, active=active)


def _on_reserve(state: State, old: Entry | None, new: Entry) -> State:
    """The reserve list numbers its own places; it has no event that could."""
    placed = _placed(state.reserve, old, new)
    return replace(state, reserve=replace(placed, next_seq=max(placed.next_seq, new.seq + 1)))


def _rank(entry: Entry) -> tuple[int, int, int]:
    return (-entry.priority, entry.seq, entry.id)


def _insert(
    window: tuple[int, ...], entries: Mapping[int, Entry], new: Entry, complete: bool
) -> tuple[int, ...]:
    """`new` at its rank. Behind the end of a window that is not complete nothing is known, so it stays out."""
    rank = _rank(new)
    at = len(window)
    while at and _rank(entries[window[at - 1]]) > rank:
        at -= 1
    if at == len(window) and not complete:
        return window
    return (*window[:at], new.id, *window[at:])


OfferFact = (
    f.OfferMade
    | f.OfferDelivered
    | f.OfferUndelivered
    | f.OfferExtended
    | f.OfferReminded
    | f.OfferAccepted
    | f.OfferRejected
    | f.OfferExpired
    | f.OfferWithdrawn
)

ENDS: dict[type, Literal["accepted", "rejected", "expired", "withdrawn"]] = {
    f.OfferAccepted: "accepted",
    f.OfferRejected: "rejected",
    f.OfferExpired: "expired",
    f.OfferWithdrawn: "withdrawn",
}


def _offer(state: State, fact: OfferFact, now: datetime) -> State:
    match fact:
        case f.OfferMade():
            return _offered(state, fact)
        case f.OfferDelivered():
            old = state.offers[fact.id]
            new = replace(old, delivered_at=now, expires_at=fact.expires_at, reminded_at=None)
            return replace(state, offers=_step(state.offers, new))
        case f.OfferUndelivered():
            old = state.offers[fact.id]
            new = replace(old, delivered_at=None, expires_at=old.closes_at, reminded_at=None)
            return replace(state, offers=_step(state.offers, new))
        case f.OfferExtended():
            begun = now if fact.in_full else None
            new = replace(
                state.offers[fact.id], expires_at=fact.expires_at, delivered_at=begun, reminded_at=None
            )
            return replace(state, offers=_step(state.offers, new))
        case f.OfferReminded():
            new = replace(state.offers[fact.id], reminded_at=now)
            return replace(state, offers=_step(state.offers, new))
        case f.OfferAccepted() | f.OfferRejected() | f.OfferExpired() | f.OfferWithdrawn():
            old = state.offers[fact.id]
            new = replace(
                old,
                status=ENDS[type(fact)],
                seats=(),
                decided_at=now,
                ended=_how(fact),
                booking_id=fact.booking_id if isinstance(fact, f.OfferAccepted) else None,
            )
            return _freed(replace(state, offers=_step(state.offers, new)), old.seats)
        case _:
            assert_never(fact)


def _how(fact: OfferFact) -> str:
    """The choice or cause the offer ended with."""
    if isinstance(fact, f.OfferRejected):
        return fact.then
    return fact.cause if isinstance(fact, f.OfferWithdrawn) else ""


def _offered(state: State, fact: f.OfferMade) -> State:
    made = Offer(
        id=fact.id,
        event_id=fact.event_id,
        entry_id=fact.entry_id,
        person_id=fact.person_id,
        count=fact.count,
        seats=fact.seats,
        expires_at=fact.closes_at,
        closes_at=fact.closes_at,
        guarded=fact.guarded,
        last_call=fact.last_call,
    )
    return replace(state, offers=_with(state.offers, made), free=_without(state.free, fact.seats))


def _hold(state: State, fact: f.SeatsHeld | f.HoldReleased) -> State:
    match fact:
        case f.SeatsHeld():
            hold = Hold(fact.id, fact.event_id, fact.seats, fact.reason, fact.by_name)
            return replace(state, holds=_with(state.holds, hold), free=_without(state.free, fact.seats))
        case f.HoldReleased():
            old = state.holds[fact.id]
            holds = _step(state.holds, replace(old, active=False, seats=()))
            return _freed(_next_round(replace(state, holds=holds)), old.seats)
        case _:
            assert_never(fact)


EventFact = f.SeatsPublished | f.EventFrozen | f.EventUnfrozen | f.EventClosed | f.FillHalted


def _event(event: Event, fact: EventFact) -> Event:
    become: Callable[..., Event] = replace
    version = event.version + 1
    match fact:
        case f.SeatsPublished():
            return become(event, released=fact.released, version=version)
        case f.EventFrozen():
            return become(event, frozen=True, version=version)
        case f.EventUnfrozen():
            return become(event, frozen=False, version=version)
        case f.EventClosed():
            return become(event, status="closed", version=version)
        case f.FillHalted():
            why = fact.reason if fact.free else ""
            return become(event, announced=fact.free, announced_reason=why, version=version)
        case _:
            assert_never(fact)


def _with(rows: Mapping[int, Row], row: Row) -> dict[int, Row]:
    return {**rows, row.id: row}


def _step(rows: Mapping[int, Row], row: Row) -> dict[int, Row]:
    return {**rows, row.id: replace(row, version=row.version + 1)}


def _without(free: tuple[int, ...], taken: tuple[int, ...]) -> tuple[int, ...]:
    if free[: len(taken)] == taken:
        return free[len(taken) :]
    gone = set(taken)
    return tuple(number for number in free if number not in gone)


def _freed(state: State, seats: tuple[int, ...]) -> State:
    """Seats back into the window. Behind the end of one that is not complete other seats may be free, so they stay
    out: the same seats are given to the same people however much was loaded."""
    known = seats if state.free_complete else tuple(n for n in seats if state.free and n < state.free[-1])
    return replace(state, free=tuple(sorted((*state.free, *known)))) if known else state


def _next_round(state: State) -> State:
    return replace(state, event=replace(state.event, round=state.event.round + 1))
