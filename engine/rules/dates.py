"""An event moves to another time, or does not take place: in one step for everybody it concerns."""

from datetime import datetime, timedelta

from engine.change import after
from engine.facts import (
    BookingCancelled,
    BookingReconfirmed,
    EntryClosed,
    EventCancelled,
    EventMoved,
    Fact,
    HoldReleased,
    OfferWithdrawn,
    RequestClosed,
)
from engine.ports import Act
from engine.refusals import DateUnusable, EventStarted, NothingToConfirm, SlotFromHours
from engine.refusals import EventCancelled as AlreadyCancelled
from engine.rules import wishers
from engine.rules.booking import check_open, owned
from engine.rules.filling import and_fill, fill
from engine.rules.letting_go import let_go
from engine.rules.reasons import check_reason
from engine.rules.shifting import shift
from engine.rules.unlocking import check_date
from engine.rules.waitlist import returned
from engine.state import State

TO_ANSWER = timedelta(days=3)
LEAST_TO_ANSWER = timedelta(hours=2)
MOST_AHEAD = timedelta(days=731)
BEFORE_START = timedelta(hours=3)


def reconfirm_by(starts_at: datetime, now: datetime) -> datetime | None:
    """Until when people say whether the new date suits: three days, but some hours before the start, so that the seat
    can still be filled. None when that leaves no time to answer: then nobody is asked."""
    at = min(now + TO_ANSWER, starts_at - BEFORE_START).replace(second=0, microsecond=0)
    return at if at >= now + LEAST_TO_ANSWER else None


def move_date(state: State, act: Act, starts_at: datetime, ends_at: datetime) -> list[Fact]:
    """Everybody who is booked keeps the seats and says until `reconfirm_by` whether the new date suits; open offers
    are taken back and made anew; everybody who waits or wishes for it is told. The act has a reason. What people have
    got by a final month stays when it is, unless that month is open for changes.

    Raises DateFinal, DateUnusable, ReasonNeeded, SlotFromHours for a slot of an individual service, and what
    `check_open` does.
    """
    check_open(state, act)
    if state.settings.individual:
        raise SlotFromHours
    check_reason(act)
    same = (starts_at, ends_at) == (state.event.starts_at, state.event.ends_at)
    if same or not act.now < starts_at <= act.now + MOST_AHEAD or ends_at <= starts_at:
        raise DateUnusable
    check_date(state, act)
    moved: list[Fact] = [EventMoved(id=state.event.id, starts_at=starts_at, ends_at=ends_at)]
    there = after(state, moved, act.now)
    return [*moved, *shift(there, act, reconfirm_by(starts_at, act.now), was=state.event.starts_at)]


def reconfirm(state: State, act: Act, booking_id: int, person_id: int) -> list[Fact]:
    """The new date suits. Raises BookingOver, NothingToConfirm."""
    booking = owned(state, booking_id, person_id)
    if booking.reconfirm_by is None or act.now >= booking.reconfirm_by:
        raise NothingToConfirm
    return [BookingReconfirmed(id=booking.id)]


def lapse(state: State, act: Act, booking_id: int) -> list[Fact]:
    """Nobody has said in time that the new date suits: the seats go to whoever is next. Nothing before the deadline,
    or when somebody answered first."""
    booking = state.bookings.get(booking_id)
    if booking is None or not booking.active or booking.reconfirm_by is None:
        return []
    if act.now < booking.reconfirm_by or state.event.starts_at <= act.now:
        return []
    return and_fill(state, act, let_go(state, BookingCancelled(id=booking.id, by="silence")))


def call_off(state: State, act: Act) -> list[Fact]:
    """The event does not take place: every booking, place in line, offer, request and hold ends with it, and whoever
    wishes for it hears so. The act has a reason, which people are told. Raises ReasonNeeded, EventStarted, and
    EventCancelled when it is cancelled already."""
    if state.event.status == "cancelled":
        raise AlreadyCancelled
    if state.event.starts_at <= act.now:
        raise EventStarted
    check_reason(act)
    waiting = {entry.person_id for entry in state.line.entries.values() if entry.active}
    asking = {request.person_id for request in state.requests.values() if request.open}
    facts: list[Fact] = [EventCancelled(id=state.event.id), *wishers.told(state)]
    for offer in state.pending():
        told = offer.person_id in waiting | asking
        facts.append(OfferWithdrawn(id=offer.id, cause="cancelled", told=told))
        if (entry := state.asked(offer)).event_id is None:  # the reserve list goes on
            facts.append(returned(state, entry, passed=False))
    facts += [
        BookingCancelled(id=booking.id, by="event")
        for _, booking in sorted(state.bookings.items())
        if booking.active
    ]
    facts += [
        EntryClosed(id=entry.id, cause="cancelled")
        for _, entry in sorted(state.line.entries.items())
        if entry.active
    ]
    facts += [
        RequestClosed(id=request.id, cause="cancelled", told=request.person_id in waiting)
        for _, request in sorted(state.requests.items())
        if request.open
    ]
    facts += [HoldReleased(id=hold.id) for _, hold in sorted(state.holds.items()) if hold.active]
    return [*facts, *fill(after(state, facts, act.now), act)]
