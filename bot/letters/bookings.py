"""Letters about bookings."""

from bot.letters.desk import Desk
from engine.state import ACTIVE_BOOKING
from handlers.booking_cards import booking_card
from handlers.door import Card
from handlers.keyboards import lines, see

# How the booking came about, and the first line that says so.
MADE = {"self": "booking-made", "promotion": "booking-promoted", "admin": "booking-entered"}
MADE_PENDING = {"self": "booking-requested", "promotion": "booking-promoted", "admin": "booking-entered"}


async def booking_made(desk: Desk) -> Card | None:
    """The confirmation, with the way out and its deadline."""
    booking = await desk.booking(desk.id("booking"))
    if booking is None or booking.status not in ACTIVE_BOOKING:
        return None
    heads = MADE_PENDING if booking.status == "pending" else MADE
    return booking_card(desk.texts, booking, heads.get(desk.word("source"), heads["self"]), desk.now)


async def booking_confirmed(desk: Desk) -> Card | None:
    """The organiser said yes."""
    booking = await desk.booking(desk.id("booking"))
    if booking is None or booking.status != "confirmed":
        return None
    return booking_card(desk.texts, booking, "booking-confirmed", desk.now)


async def booking_shifted(desk: Desk) -> Card | None:
    """The event begins at another time; the booking stays."""
    booking = await desk.booking(desk.id("booking"))
    if booking is None or booking.status not in ACTIVE_BOOKING:
        return None
    return booking_card(desk.texts, booking, "booking-shifted", desk.now)


async def booking_cancelled(desk: Desk) -> Card | None:
    """The seats are given back: by the reader, perhaps late, or by the organiser."""
    booking = await desk.booking(desk.id("booking"))
    if booking is None:
        return None
    by_self = desk.word("by") == "self"
    text = lines(
        desk.about("booking-cancelled" if by_self else "booking-cancelled-admin", booking.event),
        desk.texts.say("booking-cancelled-late") if by_self and desk.data.get("late") else None,
    )
    return Card(text, see(desk.texts, booking.event.id))
