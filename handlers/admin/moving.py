"""A booking goes to another date, or back to the waitlist."""

from functools import partial

from engine.services import by_hand, moving
from engine.views import BookingCard, EventCard
from handlers.admin import found
from handlers.admin.layout import back, head, label, lines, named, pager, seats_go
from handlers.admin.outcome import changed
from handlers.admin.reasons import FOR_SOMEBODY, buttons, with_reason
from handlers.callbacks import pack
from handlers.door import Admin, Answer, Button, Card

PAGE = 6


async def move_list(admin: Admin, event_id: int, booking_id: int, offset: int) -> Answer:
    """The other dates of the service."""
    booking = await found.booking(admin.rooms.views, event_id, booking_id)
    dates = partial(admin.rooms.views.events, booking.event.service_id)
    page = await found.page(dates, offset, PAGE)
    rows = [[_date(admin, booking, event)] for event in page.items if event.id != event_id]
    text = lines(
        head(admin.texts, booking.event, "admin-ask-head"),
        admin.say("admin-move-choose" if rows else "admin-move-none", name=booking.person_name),
    )
    ids = (event_id, booking_id)
    pages = pager(admin.texts, page, PAGE, "a-move-list", *ids)
    return Answer(card=Card(text, [*rows, *pages, back(admin, "a-booking", *ids)]))


def _date(admin: Admin, booking: BookingCard, event: EventCard) -> Button:
    when = admin.texts.when(event.starts_at, event.timezone)
    words = label(admin.texts, "admin-move-line", when=when, free=event.free, waiting=event.in_line)
    return Button(words, pack("a-move-ask", booking.event.id, booking.id, event.id))


async def move_ask(admin: Admin, event_id: int, booking_id: int, target: int) -> Answer:
    """What moving does here and there, and why?"""
    booking = await found.booking(admin.rooms.views, event_id, booking_id)
    event = await found.event(admin.rooms.views, target)
    new = admin.texts.when(event.starts_at, event.timezone)
    passed = event.in_line if event.free >= booking.seats else 0
    text = lines(
        head(admin.texts, booking.event, "admin-ask-head"),
        admin.say("admin-ask-move", name=booking.person_name, seats=booking.seats, new=new),
        admin.say("admin-ask-move-passed", waiting=passed) if passed else None,
        seats_go(admin, booking.event, booking.seats),
        admin.say("admin-ask-reason"),
    )
    ids = [event_id, booking_id, target]
    choices = buttons(admin.texts, "admin-button-move-because", "a-move", ids, FOR_SOMEBODY)
    return Answer(card=Card(text, [*choices, back(admin, "a-move-list", event_id, booking_id, 0)]))


async def move(admin: Admin, event_id: int, booking_id: int, target: int, reason: int) -> Answer:
    """In one step; the card of the event that they left."""
    booking = await found.booking(admin.rooms.views, event_id, booking_id)
    event = await found.event(admin.rooms.views, target)
    steps = await moving.move(
        admin.rooms.work,
        with_reason(admin, reason),
        booking_id,
        event_id,
        target,
        booking.person_id,
        booking.seats,
    )
    facts = [fact for at, facts in steps for fact in facts if at == event_id]
    new = admin.texts.when(event.starts_at, event.timezone)
    return await changed(admin, event_id, facts, "admin-done-move", name=named(booking.person_name), new=new)


async def back_ask(admin: Admin, event_id: int, booking_id: int) -> Answer:
    """What it does, and why?"""
    booking = await found.booking(admin.rooms.views, event_id, booking_id)
    text = lines(
        head(admin.texts, booking.event, "admin-ask-head"),
        admin.say("admin-ask-back", name=booking.person_name, seats=booking.seats),
        seats_go(admin, booking.event, booking.seats),
        admin.say("admin-ask-reason-told"),
    )
    ids = [event_id, booking_id]
    choices = buttons(admin.texts, "admin-button-back-because", "a-back", ids, FOR_SOMEBODY)
    return Answer(card=Card(text, [*choices, back(admin, "a-booking", *ids)]))


async def back_to_line(admin: Admin, event_id: int, booking_id: int, reason: int) -> Answer:
    """The booking becomes a place at the end of the line."""
    booking = await found.booking(admin.rooms.views, event_id, booking_id)
    tap = with_reason(admin, reason)
    facts = await by_hand.back_to_line(admin.rooms.work, tap, event_id, booking_id)
    return await changed(admin, event_id, facts, "admin-done-back", name=named(booking.person_name))
