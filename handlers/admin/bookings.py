"""The bookings of an event: the list, one of them, confirm, cancel."""

from functools import partial

from engine.services import booking as service
from engine.state import ACTIVE_BOOKING
from engine.views import BookingCard
from handlers.admin import found
from handlers.admin.layout import back, head, label, lines, named, seats_go
from handlers.admin.listing import PAGE, listing
from handlers.admin.outcome import changed, told
from handlers.admin.reasons import BY_HAND, FOR_SOMEBODY, buttons, with_reason
from handlers.callbacks import pack
from handlers.door import Admin, Answer, Button, Card
from handlers.question_cards import answer_lines

STATUS = {
    "pending": "admin-booking-pending",
    "confirmed": "admin-booking-confirmed",
    "cancelled": "admin-booking-cancelled",
    "attended": "admin-booking-attended",
    "no_show": "admin-booking-no-show",
}


async def bookings(admin: Admin, event_id: int, offset: int) -> Answer:
    """Active ones, in the order they were made."""
    views = admin.rooms.views
    event = await found.event(views, event_id)
    page = await found.page(partial(views.bookings, event_id), offset, PAGE)
    text = head(admin.texts, event, "admin-bookings-head", total=page.total)
    return Answer(card=listing(admin, event, "bookings", page, text, _label))


def _label(admin: Admin, booking: BookingCard) -> str:
    key = "admin-bookings-line-pending" if booking.status == "pending" else "admin-bookings-line"
    return label(admin.texts, key, name=named(booking.person_name), seats=booking.seats)


async def booking(admin: Admin, event_id: int, booking_id: int) -> Answer:
    """One booking with what can be done about it."""
    card = await found.booking(admin.rooms.views, event_id, booking_id)
    return Answer(card=_card(admin, card))


def _card(admin: Admin, booking: BookingCard) -> Card:
    ids = (booking.event.id, booking.id)
    text = lines(
        head(admin.texts, booking.event, "admin-ask-head"),
        admin.say("admin-booking-who", name=booking.person_name, seats=booking.seats),
        admin.say("admin-party", names=", ".join(booking.names)) if booking.names else None,
        admin.say(STATUS[booking.status]),
        *answer_lines(admin.texts, booking.event.settings.questions, booking.answers),
    )
    confirm = [Button(admin.plain("admin-button-confirm"), pack("a-confirm", *ids), style="success")]
    cancel = [Button(admin.plain("admin-button-cancel"), pack("a-cancel-ask", *ids), style="danger")]
    rows = [confirm] if booking.status == "pending" else []
    if booking.status in ACTIVE_BOOKING:
        move = Button(admin.plain("admin-button-move"), pack("a-move-list", *ids, 0))
        line = Button(admin.plain("admin-button-to-line"), pack("a-back-ask", *ids))
        rows += [[move, line], cancel]
    return Card(text, [*rows, back(admin, "a-bookings", booking.event.id, 0)])


async def confirm(admin: Admin, event_id: int, booking_id: int) -> Answer:
    """A pending booking becomes a confirmed one."""
    facts = await service.confirm(admin.rooms.work, with_reason(admin, BY_HAND), event_id, booking_id)
    card = await found.booking(admin.rooms.views, event_id, booking_id)
    toast = await told(admin, facts, "admin-done-confirm", name=named(card.person_name))
    return Answer(toast, card=_card(admin, card))


async def cancel_ask(admin: Admin, event_id: int, booking_id: int) -> Answer:
    """Says what cancelling does, then asks for the reason."""
    card = await found.booking(admin.rooms.views, event_id, booking_id)
    text = lines(
        head(admin.texts, card.event, "admin-ask-head"),
        admin.say("admin-ask-cancel", name=card.person_name, seats=card.seats),
        seats_go(admin, card.event, card.seats),
        admin.say("admin-ask-reason"),
    )
    choices = buttons(
        admin.texts, "admin-button-cancel-because", "a-cancel", [event_id, booking_id], FOR_SOMEBODY
    )
    return Answer(card=Card(text, [*choices, back(admin, "a-booking", event_id, booking_id)]))


async def cancel(admin: Admin, event_id: int, booking_id: int, reason: int) -> Answer:
    """Give the seats back; the line is served in the same commit."""
    card = await found.booking(admin.rooms.views, event_id, booking_id)
    facts = await service.cancel_for(admin.rooms.work, with_reason(admin, reason), event_id, booking_id)
    return await changed(admin, event_id, facts, "admin-done-cancel", name=named(card.person_name))
