"""Letters about bookings."""

from bot.letters.called_off import called_off
from bot.letters.desk import Desk
from engine.state import ACTIVE_BOOKING
from handlers.booking_cards import booking_card
from handlers.door import Card, Html
from handlers.keyboards import lines, see

# How the booking came about, and the first line that says so.
MADE = {
    "self": "booking-made",
    "promotion": "booking-promoted",
    "admin": "booking-entered",
    "move": "booking-moved",
    "request": "booking-granted",
}
MADE_PENDING = {**MADE, "self": "booking-requested"}


CANCELLED = {"self": "booking-cancelled", "silence": "booking-cancelled-silence"}


async def booking_made(desk: Desk) -> Card | None:
    """The confirmation, with the way out and its deadline."""
    booking = await desk.booking(desk.id("booking"))
    if booking is None or booking.status not in ACTIVE_BOOKING:
        return None
    heads = MADE_PENDING if booking.status == "pending" else MADE
    head = heads.get(desk.word("source"), heads["self"])
    return booking_card(desk.texts, booking, head, desk.now, await _before(desk))


async def _before(desk: Desk) -> Html | None:
    """The date that a moved booking was for."""
    event = await desk.views.event(desk.id("from"))
    key = "booking-moved-from" if desk.word("source") == "move" else "booking-instead"
    return desk.about(key, event) if event is not None else None


async def booking_confirmed(desk: Desk) -> Card | None:
    """The organiser said yes."""
    booking = await desk.booking(desk.id("booking"))
    if booking is None or booking.status != "confirmed":
        return None
    return booking_card(desk.texts, booking, "booking-confirmed", desk.now)


async def booking_shifted(desk: Desk) -> Card | None:
    """The event begins at another time; the booking stays, and perhaps a word is asked for."""
    booking = await desk.booking(desk.id("booking"))
    if booking is None or booking.status not in ACTIVE_BOOKING:
        return None
    return booking_card(desk.texts, booking, "booking-shifted", desk.now)


async def booking_reconfirmed(desk: Desk) -> Card | None:
    """The new date suits the reader."""
    booking = await desk.booking(desk.id("booking"))
    if booking is None or booking.status not in ACTIVE_BOOKING:
        return None
    return booking_card(desk.texts, booking, "booking-reconfirmed", desk.now)


async def booking_cancelled(desk: Desk) -> Card | None:
    """The seats are given back: by the reader, perhaps late, by the organiser, because nobody answered, or because the
    event does not take place."""
    booking = await desk.booking(desk.id("booking"))
    if booking is None:
        return None
    if desk.word("by") == "event":
        return await called_off(desk, booking.event, seats=booking.seats)
    late = desk.word("by") == "self" and desk.data.get("late")
    text = lines(
        desk.about(CANCELLED.get(desk.word("by"), "booking-cancelled-admin"), booking.event),
        desk.texts.say("booking-cancelled-late") if late else None,
    )
    return Card(text, see(desk.texts, booking.event.id))
