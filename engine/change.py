"""What each fact does to state. A fact that is missing here is a type error.

Rows are replaced, never changed, and their version steps by one with each fact; what was not touched is shared
with the state before.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import groupby
from typing import Literal, TypeVar, assert_never

from engine import facts as f
from engine.ports import Steps
from engine.settings import Choice, choices_of, items, under
from engine.state import Booking, Entry, Event, Hold, Line, Offer, Request, RequestStatus, State

Row = TypeVar("Row", Booking, Offer, Hold, Request)


def after(state: State, changes: Iterable[f.Fact], now: datetime) -> State:
    """The state once `changes` have happened, in order."""
    for kind, run in groupby(changes, type):
        state = TOGETHER.get(kind, _each)(state, run, now)
    return state


def _each(state: State, run: Iterable[f.Fact], now: datetime) -> State:
    for fact in run:
        state = _one(state, fact, now)
    return state


def after_steps(states: Mapping[int, State], steps: Steps, now: datetime) -> dict[int, State]:
    """Several events once all steps have happened, in order."""
    become = dict(states)
    for event_id, changes in steps:
        become = shared(become, after(become[event_id], changes, now))
    return become


def shared(states: Mapping[int, State], changed: State) -> dict[int, State]:
    """`changed` among the others: what a service's events have in common, its reserve list and its choices, is one and
    the same for all of them, and the account's switches are for all of its."""
    before = states[changed.event.id]
    become = {**states, changed.event.id: changed}
    if changed.settings is not before.settings:
        become = {event_id: _with_choices_of(changed, other) for event_id, other in become.items()}
    if changed.reserve is before.reserve:
        return become
    for event_id, other in become.items():
        if other.event.service_id == changed.event.service_id:
            become[event_id] = replace(other, reserve=changed.reserve)
    return become


def shares(before: State, changed: State) -> bool:
    """Whether other events may be concerned (see `shared`)."""
    return changed.reserve is not before.reserve or changed.settings is not before.settings


def _with_choices_of(changed: State, other: State) -> State:
    if other is changed or other.event.account_id != changed.event.account_id:
        return other
    new, settings = changed.settings, other.settings
    switches = (new.auto_backfill, new.booking_status)
    if switches != (settings.auto_backfill, settings.booking_status):
        settings = replace(settings, auto_backfill=new.auto_backfill, booking_status=new.booking_status)
    if other.event.service_id != changed.event.service_id:
        return other if settings is other.settings else replace(other, settings=settings)
    if new.self_service != settings.self_service:
        settings = replace(settings, self_service=new.self_service)
    service, choices = choices_of(new).service, choices_of(settings)
    if service != choices.service:
        settings = under(settings, replace(choices, service=service))
    return other if settings is other.settings else replace(other, settings=settings)


def _one(state: State, fact: f.Fact, now: datetime) -> State:
    assert not isinstance(fact, f.EntryPrioritised)  # see TOGETHER
    if isinstance(fact, BookingFact):
        return _booking(state, fact)
    if isinstance(fact, f.EntryJoined):
        return _joined(state, fact)
    if isinstance(fact, EntryFact):
        return _entry(state, fact)
    if isinstance(fact, OfferFact):
        return _offer(state, fact, now)
    if isinstance(fact, HoldFact):
        return _hold(state, fact)
    if isinstance(fact, f.CapacityChanged):
        return _resized(state, fact)
    if isinstance(fact, EventFact):
        return replace(state, event=_event(state.event, fact))
    if isinstance(fact, ConfiguredFact):
        return _configured(state, fact)
    if isinstance(fact, f.SelfServiceSwitched):
        return replace(state, settings=replace(state.settings, self_service=fact.on))
    if isinstance(fact, RequestFact):
        return _request(state, fact, now)
    assert_never(fact)


BookingFact = (
    f.BookingMade
    | f.BookingConfirmed
    | f.BookingCancelled
    | f.BookingShifted
    | f.BookingReconfirmed
    | f.BookingReseated
    | f.AttendanceMarked
    | f.BookingAnswered
)


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
                answers=fact.answers,
                period_id=fact.period_id,
            )
            return replace(state, bookings=_with(state.bookings, made), free=_without(state.free, fact.seats))
        case f.BookingConfirmed():
            old = state.bookings[fact.id]
            return replace(state, bookings=_step(state.bookings, replace(old, status="confirmed")))
        case f.BookingShifted():
            told = replace(state.bookings[fact.id], reconfirm_by=fact.reconfirm_by)
            return replace(state, bookings=_step(state.bookings, told))
        case f.BookingReconfirmed():
            said = replace(state.bookings[fact.id], reconfirm_by=None)
            return replace(state, bookings=_step(state.bookings, said))
        case f.BookingAnswered():
            told = replace(state.bookings[fact.id], answers=fact.answers)
            return replace(state, bookings=_step(state.bookings, told))
        case f.AttendanceMarked():
            marked = replace(state.bookings[fact.id], status=fact.status, reconfirm_by=None)
            return replace(state, bookings=_step(state.bookings, marked))
        case f.BookingReseated():
            was = state.bookings[fact.id]
            bookings = _step(state.bookings, replace(was, seats=fact.seats))
            return _reseated(replace(state, bookings=bookings), was.seats, fact.seats)
        case f.BookingCancelled():
            old = state.bookings[fact.id]
            gone = replace(old, status="cancelled", seats=(), reconfirm_by=None, ended=fact.by)
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
        passed=fact.passed,
        passed_event=state.event.id if fact.passed >= 0 else 0,
        reachable=fact.person_id not in state.unreachable,
        split=fact.split,
        answers=fact.answers,
    )
    if fact.event_id is None:
        return _on_reserve(state, None, entry)
    event = replace(
        state.event,
        next_seq=max(state.event.next_seq, fact.seq + 1),
        head_seq=min(state.event.head_seq, fact.seq - 1),
    )
    return replace(state, event=event, line=_placed(state.line, None, entry))


EntryFact = (
    f.EntryOffered
    | f.EntryReturned
    | f.EntryPaused
    | f.EntryResumed
    | f.EntrySkipped
    | f.EntryPassed
    | f.EntryShifted
    | f.EntryBooked
    | f.EntryLeft
    | f.EntryClosed
    | f.EntryAnswered
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
            return replace(old, status="paused", paused_until=fact.until, split=fact.split or old.visiting)
        case f.EntryResumed():
            back = replace(old, status="waiting", paused_until=None, split=old.visiting)
            if fact.passed < 0:
                return back
            return replace(back, passed=fact.passed, passed_event=fact.passed_event)
        case f.EntrySkipped():
            return replace(old, skips=fact.skips)
        case f.EntryPassed():
            return replace(old, passed=fact.passed, passed_event=fact.event_id)
        case f.EntryShifted():
            return old
        case f.EntryAnswered():
            return replace(old, answers=fact.answers)
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


def _prioritised(state: State, run: Iterable[f.Fact], _: datetime) -> State:
    """Many at once: a line of ten thousand is copied and put in order once, and not for each of them."""
    line: list[f.EntryPrioritised] = []
    reserve: list[f.EntryPrioritised] = []
    for fact in run:
        assert isinstance(fact, f.EntryPrioritised)
        (line if fact.id in state.line.entries else reserve).append(fact)
    return replace(state, line=_reordered(state.line, line), reserve=_reordered(state.reserve, reserve))


def _reordered(line: Line, facts: Sequence[f.EntryPrioritised]) -> Line:
    """The line with these places at their new ranks. Behind the end of a window that is not complete only those are
    known that have come before it."""
    if not facts:
        return line
    entries, active = dict(line.entries), dict(line.active)
    for fact in facts:
        old = entries[fact.id]
        entries[fact.id] = replace(old, priority=fact.priority, version=old.version + 1)
        active[old.priority] -= 1
        active[fact.priority] = active.get(fact.priority, 0) + 1
    known = {*line.window, *(fact.id for fact in facts if entries[fact.id].status == "waiting")}
    window = tuple(sorted(known, key=lambda entry_id: _rank(entries[entry_id])))
    if not line.complete:
        end = _rank(line.entries[line.window[-1]]) if line.window else ()
        window = tuple(entry_id for entry_id in window if _rank(entries[entry_id]) <= end)
    return replace(line, entries=entries, window=window, active=active)


TOGETHER: Mapping[type, Callable[[State, Iterable[f.Fact], datetime], State]] = {
    f.EntryPrioritised: _prioritised
}
"""Facts that come in thousands: how a whole run of them changes the state."""


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
    | f.OfferReseated
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
        case f.OfferReseated():
            was = state.offers[fact.id]
            offers = _step(state.offers, replace(was, seats=fact.seats))
            return _reseated(replace(state, offers=offers), was.seats, fact.seats)
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
        split_id=fact.split_id,
    )
    return replace(state, offers=_with(state.offers, made), free=_without(state.free, fact.seats))


HoldFact = f.SeatsHeld | f.HoldReleased | f.HoldReseated


def _hold(state: State, fact: HoldFact) -> State:
    match fact:
        case f.SeatsHeld():
            hold = Hold(fact.id, fact.event_id, fact.seats, fact.reason, fact.by_name)
            return replace(state, holds=_with(state.holds, hold), free=_without(state.free, fact.seats))
        case f.HoldReseated():
            was = state.holds[fact.id]
            moved = _step(state.holds, replace(was, seats=fact.seats))
            return _reseated(replace(state, holds=moved), was.seats, fact.seats)
        case f.HoldReleased():
            old = state.holds[fact.id]
            holds = _step(state.holds, replace(old, active=False, seats=()))
            return _freed(_next_round(replace(state, holds=holds)), old.seats)
        case _:
            assert_never(fact)


RequestFact = (
    f.RequestMade
    | f.RequestGranted
    | f.RequestDeclined
    | f.RequestTakenBack
    | f.RequestClosed
    | f.RequestShifted
    | f.RequestAnswered
)
ANSWERS: dict[type, RequestStatus] = {
    f.RequestGranted: "granted",
    f.RequestDeclined: "declined",
    f.RequestTakenBack: "taken_back",
    f.RequestClosed: "closed",
}


def _request(state: State, fact: RequestFact, now: datetime) -> State:
    match fact:
        case f.RequestMade():
            made = Request(
                fact.id, fact.event_id, fact.person_id, fact.seats, fact.names, answers=fact.answers
            )
            return _asked(replace(state, requests=_with(state.requests, made)), 1)
        case f.RequestAnswered():
            told = replace(state.requests[fact.id], answers=fact.answers)
            return replace(state, requests=_step(state.requests, told))
        case f.RequestShifted():
            return replace(state, requests=_step(state.requests, state.requests[fact.id]))
        case f.RequestGranted() | f.RequestDeclined() | f.RequestTakenBack() | f.RequestClosed():
            ended = replace(state.requests[fact.id], status=ANSWERS[type(fact)], decided_at=now)
            if isinstance(fact, f.RequestGranted | f.RequestDeclined):
                ended = replace(ended, by_name=fact.by_name, reason=fact.reason)
            return _asked(replace(state, requests=_step(state.requests, ended)), -1)
        case _:
            assert_never(fact)


def _asked(state: State, more: int) -> State:
    return replace(state, event=replace(state.event, requests=state.event.requests + more))


EventFact = (
    f.SeatsPublished
    | f.EventFrozen
    | f.EventUnfrozen
    | f.EventClosed
    | f.EventOpened
    | f.EventMoved
    | f.EventCancelled
    | f.WisherTold
    | f.EventSplit
    | f.CapacityDraining
    | f.FillHalted
)


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
        case f.EventOpened():
            return become(event, status="open", version=version)
        case f.EventMoved():
            # seats at another time are not those that anybody let go: everybody is asked for them
            return become(
                event,
                starts_at=fact.starts_at,
                ends_at=fact.ends_at,
                round=event.round + 1,
                version=version,
            )
        case f.EventCancelled():
            return become(event, status="cancelled", released=0, drain_to=None, version=version)
        case f.WisherTold():
            return become(event, version=version)
        case f.EventSplit():
            return become(event, split_id=fact.split_id, version=version)
        case f.CapacityDraining():
            return become(event, drain_to=fact.capacity, version=version)
        case f.FillHalted():
            why = fact.reason if fact.free else ""
            return become(event, announced=fact.free, announced_reason=why, version=version)
        case _:
            assert_never(fact)


ConfiguredFact = f.EventConfigured | f.ServiceConfigured | f.AccountConfigured


def _configured(state: State, fact: ConfiguredFact) -> State:
    settings = state.settings
    if isinstance(fact, f.AccountConfigured):
        switched = replace(settings, auto_backfill=fact.auto_backfill, booking_status=fact.booking_status)
        return replace(state, settings=switched)
    chosen = Choice(fact.mode, items(fact.offer), fact.preset)
    if isinstance(fact, f.ServiceConfigured):
        return replace(state, settings=under(settings, replace(choices_of(settings), service=chosen)))
    event = replace(state.event, version=state.event.version + 1)
    return replace(state, event=event, settings=under(settings, replace(choices_of(settings), event=chosen)))


def _resized(state: State, fact: f.CapacityChanged) -> State:
    """New seats are not those that anybody let go: everybody is asked for them."""
    before, event = state.event.capacity, state.event
    free = tuple(number for number in state.free if number <= fact.capacity)
    if state.free_complete:
        free += tuple(range(before + 1, fact.capacity + 1))
    reached = event.drain_to is not None and fact.capacity <= event.drain_to
    resized = replace(
        event,
        capacity=fact.capacity,
        released=min(event.released, fact.capacity),
        round=event.round + (fact.capacity > before),
        drain_to=None if reached or fact.capacity > before else event.drain_to,
        version=event.version + 1,
    )
    return replace(state, event=resized, free=free)


def _reseated(state: State, before: tuple[int, ...], now: tuple[int, ...]) -> State:
    return _freed(replace(state, free=_without(state.free, now)), tuple(n for n in before if n not in now))


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
