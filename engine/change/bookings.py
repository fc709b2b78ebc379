"""What facts about a booking do to a state."""

from dataclasses import replace
from typing import assert_never

from engine import facts as f
from engine.change.rows import added, freed, next_round, reseated, stepped, without
from engine.state import Booking, State

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


def after(state: State, fact: BookingFact) -> State:
    """The state once this has happened."""
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
            return replace(state, bookings=added(state.bookings, made), free=without(state.free, fact.seats))
        case f.BookingConfirmed():
            old = state.bookings[fact.id]
            return replace(state, bookings=stepped(state.bookings, replace(old, status="confirmed")))
        case f.BookingShifted():
            told = replace(state.bookings[fact.id], reconfirm_by=fact.reconfirm_by)
            return replace(state, bookings=stepped(state.bookings, told))
        case f.BookingReconfirmed():
            said = replace(state.bookings[fact.id], reconfirm_by=None)
            return replace(state, bookings=stepped(state.bookings, said))
        case f.BookingAnswered():
            told = replace(state.bookings[fact.id], answers=fact.answers)
            return replace(state, bookings=stepped(state.bookings, told))
        case f.AttendanceMarked():
            marked = replace(state.bookings[fact.id], status=fact.status, reconfirm_by=None)
            return replace(state, bookings=stepped(state.bookings, marked))
        case f.BookingReseated():
            was = state.bookings[fact.id]
            bookings = stepped(state.bookings, replace(was, seats=fact.seats))
            return reseated(replace(state, bookings=bookings), was.seats, fact.seats)
        case f.BookingCancelled():
            old = state.bookings[fact.id]
            gone = replace(old, status="cancelled", seats=(), reconfirm_by=None, ended=fact.by)
            return freed(next_round(replace(state, bookings=stepped(state.bookings, gone))), old.seats)
        case _:
            assert_never(fact)
