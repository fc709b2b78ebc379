"""A booking goes to another event in one step: the old seats are only given up when the new ones are held."""

from engine.change import after_steps
from engine.facts import BookingCancelled, BookingMade, Fact
from engine.ports import Act, States, Steps
from engine.questions import Answers
from engine.refusals import AlreadyBooked, EventFull, SameEvent, TooFewSeats
from engine.rules.booking import (
    check_not_asked,
    check_open,
    check_self_service,
    is_late,
    owned,
    passed_by,
    still_published,
)
from engine.rules.filling import and_fill
from engine.rules.letting_go import let_go
from engine.rules.promotion import served
from engine.rules.reasons import check_reason
from engine.rules.settling import settled
from engine.rules.unlocking import check_movable
from engine.state import Booking, State


def move(states: States, act: Act, booking_id: int, source: int, target: int, person_id: int | None) -> Steps:
    """The whole party, to the event `target`; the seats at `source` go to whoever is next there.

    A person moves their own booking to a seat that nobody waits for (see `booking.book`), and not later than they may
    cancel: behind that it counts as a late cancellation. Who may still cancel free of charge after a promotion may do
    so at `target`, too. A place of a final month stays one of it. `person_id` None is an admin, who may pass
    people who wait, with a reason.

    Raises SameEvent, BookingOver, MonthFinal, AlreadyBooked, OfferOpen, EventFull, TooFewSeats, HeldForLine,
    ReasonNeeded, for a person what `check_self_service` does there, and for both events what `check_open` does.
    """
    if source == target:
        raise SameEvent
    here, there = states[source], states[target]
    check_open(here, act)
    check_open(there, act)
    booking = owned(here, booking_id, person_id)
    check_movable(here, act, booking)
    if person_id is None:
        check_reason(act)
    else:
        check_self_service(there)
    same = here.event.service_id == there.event.service_id
    answers = booking.answers if same else ()
    made = _place(there, act, booking, answers, by_self=person_id is not None)
    late = person_id is not None and is_late(here, act, booking)
    gone = BookingCancelled(id=booking.id, by="move", late=late)
    arrived = and_fill(there, act, made)
    become = after_steps(states, [(target, arrived)], act.now)  # they may share a reserve list
    left = become[source]
    return [(target, arrived), (source, and_fill(left, act, let_go(left, gone)))]


def _place(there: State, act: Act, booking: Booking, answers: Answers, *, by_self: bool) -> list[Fact]:
    person_id, count = booking.person_id, len(booking.seats)
    if there.booking_of(person_id) is not None:
        raise AlreadyBooked
    check_not_asked(there, person_id)
    own = there.line.of(person_id)
    seats = there.take(count)
    if there.take(1) is None:
        raise EventFull(waiting=there.line.length, position=there.line.position(0))
    if seats is None:
        raise TooFewSeats(wanted=count, free=there.free_count())
    passed = passed_by(there, act, person_id, count) if by_self else []
    booking_id = act.new_id()
    made = BookingMade(
        id=booking_id,
        event_id=there.event.id,
        person_id=person_id,
        status="pending" if booking.status == "pending" else "confirmed",
        seats=seats,
        names=booking.names,
        source="move",
        free_cancel_until=booking.free_cancel_until,
        from_event=booking.event_id,
        answers=answers,
        period_id=booking.period_id,
    )
    ended = [] if own is None else served(there, own, booking_id)
    ended += settled(there, person_id)
    return [*passed, made, *ended, *(still_published(there, count) if by_self else [])]
