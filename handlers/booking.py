"""Book and cancel. What was committed is told by a letter, which rewrites the tapped message."""

from engine.facts import BookingMade
from engine.ports import Facts
from engine.refusals import BookingOver
from engine.services import booking as service
from engine.services import dates
from handlers.booking_cards import cancel_question
from handlers.door import Answer, Visitor


async def book(visitor: Visitor, event_id: int, seats: int) -> Answer:
    """One seat at once; a party names its people first (`parties`)."""
    facts = await service.book(visitor.rooms.work, visitor.tap, event_id, seats)
    return Answer(visitor.plain("toast-requested" if to_confirm(facts) else "toast-booked"))


def to_confirm(facts: Facts) -> bool:
    """Whether an admin still has to confirm what was booked."""
    return any(isinstance(fact, BookingMade) and fact.status == "pending" for fact in facts)


async def cancel(visitor: Visitor, event_id: int, booking_id: int) -> Answer:
    """The rule first, then the question."""
    booking = await visitor.rooms.views.booking(booking_id)
    if booking is None or booking.person_id != visitor.person.id or booking.event.id != event_id:
        raise BookingOver
    if booking.status not in ("pending", "confirmed"):
        raise BookingOver
    return Answer(card=cancel_question(visitor.texts, booking, visitor.rooms.now()))


async def cancel_confirm(visitor: Visitor, event_id: int, booking_id: int) -> Answer:
    """The seats go to whoever is next."""
    await service.cancel(visitor.rooms.work, visitor.tap, event_id, booking_id)
    return Answer(visitor.plain("toast-cancelled"))


async def coming(visitor: Visitor, event_id: int, booking_id: int) -> Answer:
    """The event's new date suits."""
    await dates.reconfirm(visitor.rooms.work, visitor.tap, event_id, booking_id)
    return Answer(visitor.plain("toast-coming"))
