"""What an admin does with single seats and people: book for somebody, put a booking back in line, mark who came."""

from typing import Literal

from engine.facts import (
    AttendanceMarked,
    BookingCancelled,
    BookingConfirmed,
    BookingMade,
    EntryJoined,
    Fact,
    HoldReleased,
    RequestGranted,
)
from engine.ports import Act
from engine.refusals import AlreadyBooked, BookingOver, HoldOver, NoFreeSeat, NotBegun
from engine.rules.booking import check_not_asked, check_open, check_party, owned
from engine.rules.filling import and_fill
from engine.rules.promotion import served
from engine.rules.reasons import check_reason
from engine.rules.unlocking import check_movable
from engine.state import Booking, Request, State

Mark = Literal["attended", "no_show", "confirmed"]
BOOKED = frozenset({"pending", "confirmed", "attended", "no_show"})


def book_for(
    state: State,
    act: Act,
    person_id: int,
    seats: int = 1,
    names: tuple[str, ...] = (),
    hold_id: int | None = None,
) -> list[Fact]:
    """An admin books for somebody, guests included, although others may wait: the act has a reason. With `hold_id` the
    seats are those that were held; the others of that hold go to whoever is next.

    Raises ReasonNeeded, AlreadyBooked, OfferOpen, HoldOver, NoFreeSeat, and what `check_open` and `check_party` do.
    """
    check_open(state, act)
    check_reason(act)
    return placed(state, act, person_id, seats, names, hold_id)


def placed(
    state: State, act: Act, person_id: int, seats: int, names: tuple[str, ...], hold_id: int | None = None
) -> list[Fact]:
    """The booking that an admin makes, whoever waits; an open request of the person is granted with it. Raises what
    `book_for` does, except ReasonNeeded and what `check_open` does."""
    if state.booking_of(person_id) is not None:
        raise AlreadyBooked
    check_party(state, seats, names)
    check_not_asked(state, person_id)
    own, asked = state.line.of(person_id), state.request_of(person_id)
    booking_id = act.new_id()
    released: list[Fact] = [] if hold_id is None else [HoldReleased(id=hold_id)]
    made = BookingMade(
        id=booking_id,
        event_id=state.event.id,
        person_id=person_id,
        status="confirmed",
        seats=_seats(state, seats, hold_id),
        names=names,
        source="admin" if asked is None else "request",
        answers=(asked.answers if asked else ()) or (own.answers if own else ()),
    )
    ended = [] if own is None else served(state, own, booking_id)
    if asked is not None:
        ended.append(granted(asked, act, booking_id=booking_id))
    return and_fill(state, act, [*released, made, *ended])


def granted(
    request: Request, act: Act, *, booking_id: int | None = None, entry_id: int | None = None
) -> RequestGranted:
    """The admin who acts says yes."""
    return RequestGranted(request.id, act.by.name, act.reason, booking_id, entry_id)


def _seats(state: State, count: int, hold_id: int | None) -> tuple[int, ...]:
    """Held seats first, then free ones; by their numbers, as all seats of a booking are."""
    held: tuple[int, ...] = ()
    if hold_id is not None:
        hold = state.holds.get(hold_id)
        if hold is None or not hold.active:
            raise HoldOver
        held = hold.seats[:count]
    more = state.take(count - len(held))
    if more is None:
        raise NoFreeSeat(wanted=count, free=state.free_count() + len(held))
    return tuple(sorted((*held, *more)))


def back_to_line(state: State, act: Act, booking_id: int) -> list[Fact]:
    """The booking ends, and the person waits again: behind everybody, and not asked for this very seat. The act has a
    reason. Raises ReasonNeeded, BookingOver, MonthFinal, and what `check_open` does."""
    check_open(state, act)
    check_reason(act)
    booking = owned(state, booking_id, None)
    check_movable(state, act, booking)
    ended = BookingCancelled(id=booking.id, by="line")
    joined = waits_again(state, act, booking, seq=state.event.next_seq, position=state.line.position(0))
    return and_fill(state, act, [ended, joined])


def waits_again(
    state: State, act: Act, booking: Booking, *, seq: int, position: int, priority: int = 0
) -> EntryJoined:
    """A place in line instead of a booking; the seats that it gives up are not offered back to it."""
    return EntryJoined(
        id=act.new_id(),
        service_id=state.event.service_id,
        event_id=state.event.id,
        person_id=booking.person_id,
        seats=len(booking.seats),
        names=booking.names,
        priority=priority,
        seq=seq,
        position=position,
        source="displaced",
        answers=booking.answers,
        passed=state.event.round + 1,
    )


def mark(state: State, act: Act, booking_id: int, status: Mark) -> list[Fact]:
    """Whether somebody came; can be changed. Who was not confirmed until then is confirmed by it: whoever came, came.
    Nothing when it is marked so already. Raises BookingOver, NotBegun."""
    booking = state.bookings.get(booking_id)
    if booking is None or booking.status not in BOOKED:
        raise BookingOver
    if act.now < state.event.starts_at:
        raise NotBegun(at=state.event.starts_at)
    confirmed: list[Fact] = [BookingConfirmed(id=booking.id)] if booking.status == "pending" else []
    now = "confirmed" if confirmed else booking.status
    return [*confirmed, *([] if now == status else [AttendanceMarked(id=booking.id, status=status)])]
