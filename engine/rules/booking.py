"""Booking and cancelling. Freeing a seat and filling it is one list of facts, so it is one commit."""

from engine.facts import (
    BookingCancelled,
    BookingConfirmed,
    BookingMade,
    EntryLeft,
    EntrySkipped,
    Fact,
    SeatsPublished,
)
from engine.ports import Act
from engine.questions import Answers
from engine.refusals import (
    AlreadyBooked,
    BookingNotPending,
    BookingOver,
    EventCancelled,
    EventFull,
    EventNotOpen,
    EventStarted,
    HeldForLine,
    OfferOpen,
    PartyNotNamed,
    PartyTooLarge,
    SeatsForPeople,
    SelfServiceOff,
    TooFewSeats,
)
from engine.rules.answering import answered
from engine.rules.candidates import passable
from engine.rules.filling import and_fill
from engine.rules.letting_go import let_go
from engine.rules.settling import settled
from engine.state import Booking, State


def check_open(state: State, act: Act) -> None:
    """Raises EventCancelled, EventNotOpen or EventStarted."""
    if state.event.status == "cancelled":
        raise EventCancelled
    if state.event.starts_at <= act.now:
        raise EventStarted
    if state.event.status != "open":
        raise EventNotOpen


def check_self_service(state: State) -> None:
    """Raises SelfServiceOff where only an admin gives places: then people ask for one (`rules.requests`)."""
    if not state.settings.self_service:
        raise SelfServiceOff


def check_party(state: State, seats: int, names: tuple[str, ...]) -> None:
    """A party of `seats` has a name for everybody but the person who books. Raises SeatsForPeople, PartyTooLarge
    or PartyNotNamed."""
    most = min(state.settings.max_party, state.event.capacity)
    if seats < 1:
        raise SeatsForPeople(most=most)
    if seats > most:
        raise PartyTooLarge(most=most)
    if len(names) != seats - 1:
        raise PartyNotNamed(wanted=seats - 1, named=len(names))


def check_not_asked(state: State, person_id: int) -> None:
    """Raises OfferOpen while the person has an open offer for the event, from its line or from the reserve list."""
    if any(offer.person_id == person_id for offer in state.pending()):
        raise OfferOpen


def book(
    state: State,
    act: Act,
    person_id: int,
    seats: int = 1,
    names: tuple[str, ...] = (),
    answers: Answers | None = None,
) -> list[Fact]:
    """A newcomer books `seats`, whole or not at all; never a seat that somebody waits for. With best fit a party too
    large for the free seats may be passed, and that counts like any other skip. `answers` None: not asked yet.

    Raises AlreadyBooked, OfferOpen, EventFull, TooFewSeats, HeldForLine, AnswersNeeded, and what `check_open`,
    `check_self_service` and `check_party` do.
    """
    check_open(state, act)
    if state.booking_of(person_id) is not None:
        raise AlreadyBooked
    check_self_service(state)
    check_party(state, seats, names)
    check_not_asked(state, person_id)
    own = state.line.of(person_id)
    taken = state.take(seats)
    if state.take(1) is None:
        raise EventFull(waiting=state.line.length, position=state.line.position(0))
    passed = passed_by(state, act, person_id, seats)
    if taken is None:
        raise TooFewSeats(wanted=seats, free=state.free_count())
    facts: list[Fact] = [
        *passed,
        BookingMade(
            id=act.new_id(),
            event_id=state.event.id,
            person_id=person_id,
            status=state.settings.booking_status,
            seats=taken,
            names=names,
            source="self",
            answers=answered(
                state, answers, own or state.request_of(person_id) or state.reserve.of(person_id)
            ),
        ),
    ]
    if own is not None:
        facts.append(EntryLeft(id=own.id, cause="self"))
    facts += settled(state, person_id)
    return and_fill(state, act, [*facts, *still_published(state, seats)])


def passed_by(state: State, act: Act, person_id: int, seats: int) -> list[Fact]:
    """Everybody who waits and is passed over when this person has `seats` now. Raises HeldForLine."""
    passed = [] if state.event.released >= seats else passable(state, act.now, seats)
    if passed is None:
        raise HeldForLine(waiting=state.line.length, position=state.line.position(0))
    return [
        EntrySkipped(id=entry.id, skips=entry.skips + 1)
        for entry in passed
        if entry.person_id != person_id  # nobody passes themselves over, in either line
    ]


def still_published(state: State, seats: int) -> list[Fact]:
    """How many of the published seats are left when `seats` are had."""
    released = state.event.released
    return [SeatsPublished(id=state.event.id, released=max(released - seats, 0))] if released else []


def owned(state: State, booking_id: int, person_id: int | None) -> Booking:
    """The active booking; `person_id` None is an admin. Raises BookingOver, also for somebody else's."""
    booking = state.bookings.get(booking_id)
    if booking is None or not booking.active or person_id not in (None, booking.person_id):
        raise BookingOver
    return booking


def is_late(state: State, act: Act, booking: Booking) -> bool:
    """Whether cancelling now is later than the rule allows; never within the grace after a promotion."""
    if booking.free_cancel_until is not None and act.now <= booking.free_cancel_until:
        return False
    return state.event.starts_at - act.now < state.settings.cancel_before


def cancel(state: State, act: Act, booking_id: int, person_id: int | None) -> list[Fact]:
    """Give the seats back and fill them. `person_id` None is an admin, who is not bound by the cancellation rule.

    Raises BookingOver, EventStarted.
    """
    booking = owned(state, booking_id, person_id)
    if state.event.starts_at <= act.now:
        raise EventStarted
    by_self = person_id is not None
    late = by_self and is_late(state, act, booking)
    gone = BookingCancelled(id=booking.id, by="self" if by_self else "admin", late=late)
    return and_fill(state, act, let_go(state, gone))


def confirm(state: State, booking_id: int) -> list[Fact]:
    """An admin confirms a pending booking. Raises BookingOver, BookingNotPending."""
    booking = owned(state, booking_id, None)
    if booking.status != "pending":
        raise BookingNotPending
    return [BookingConfirmed(id=booking.id)]
