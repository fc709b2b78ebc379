"""A booking goes to another date of the same service: which one, the rule first, then in one step."""

from collections.abc import Iterator
from datetime import datetime

from engine.refusals import BookingOver, EventUnknown, MonthFinal
from engine.services import moving
from engine.views import BookingCard, EventCard
from handlers import slots
from handlers.door import Answer, Button, Card, Html, Texts, Visitor
from handlers.keyboards import back, button, named, pager, pages_of, paragraphs, titled
from handlers.request_cards import check_self_service

SIZE = 6
LOOK = 200  # dates ahead among which those with enough free seats are found


async def reschedule(visitor: Visitor, event_id: int, booking_id: int, page: int) -> Answer:
    """The dates with enough seats that anybody may book."""
    booking = await _own(visitor, event_id, booking_id)
    check_self_service(booking.event)
    if booking.event.settings.individual:
        return Answer(card=await slots.other_days(visitor, booking, page))
    found = (await visitor.rooms.views.events(booking.event.service_id, 0, LOOK)).items
    open_dates = [event for event in found if event.id != event_id and event.public >= booking.seats]
    pages = pages_of(len(open_dates), SIZE)
    page = min(max(page, 1), pages)
    rows = [[_date(visitor, booking, event)] for event in open_dates[(page - 1) * SIZE : page * SIZE]]
    key = "reschedule-choose" if open_dates else "reschedule-none"
    text = visitor.say(key, **titled(visitor.texts, booking.event), seats=booking.seats)
    pages_row = pager(visitor.texts, page, pages, "reschedule", event_id, booking_id)
    return Answer(card=Card(text, [*rows, *pages_row, back(visitor.texts, "event", event_id)]))


async def reschedule_day(
    visitor: Visitor, event_id: int, booking_id: int, ordinal: int, page: int = 1
) -> Answer:
    """The times of a day, for a slot of an individual service."""
    booking = await _own(visitor, event_id, booking_id)
    return Answer(card=await slots.other_times(visitor, booking, ordinal, page))


def _date(visitor: Visitor, booking: BookingCard, event: EventCard) -> Button:
    when = visitor.texts.when(event.starts_at, event.timezone)
    label = visitor.plain("label-free", when=when, free=event.public)
    return named(label, "reschedule-to", booking.event.id, booking.id, event.id)


async def reschedule_to(visitor: Visitor, event_id: int, booking_id: int, target: int) -> Answer:
    """From where to where, and the rule; then the question."""
    booking = await _own(visitor, event_id, booking_id)
    event = await _other(visitor, booking, target)
    check_self_service(event)
    texts = visitor.texts
    new = texts.when(event.starts_at, event.timezone)
    text = paragraphs(
        texts.say("reschedule-ask", **titled(texts, booking.event), new=new, seats=booking.seats),
        *_rules(texts, booking, event, visitor.rooms.now()),
    )
    ids = (event_id, booking_id)
    confirm = button(texts, "button-confirm", "reschedule-confirm", *ids, target, style="primary")
    return Answer(card=Card(text, [[confirm], back(texts, "reschedule", *ids, 1)]))


def _rules(texts: Texts, booking: BookingCard, event: EventCard, now: datetime) -> Iterator[Html]:
    """That leaving the old date is late, if it is; and until when the new one may be cancelled."""
    if booking.late_from <= now:
        yield texts.say("reschedule-late")
    rule = event.starts_at - event.settings.cancel_before
    late_from = min(max(rule, booking.free_cancel_until or rule), event.starts_at)
    if late_from <= now:
        yield texts.say("reschedule-rule-late")
    else:
        yield texts.say("reschedule-rule", until=texts.until(late_from, event.timezone, now))


async def reschedule_confirm(visitor: Visitor, event_id: int, booking_id: int, target: int) -> Answer:
    """The old seat is given up when the new one is held."""
    booking = await _own(visitor, event_id, booking_id)
    await _other(visitor, booking, target)
    await moving.reschedule(
        visitor.rooms.work, visitor.tap, booking_id, event_id, target, seats=booking.seats
    )
    return Answer(visitor.plain("toast-rescheduled"))


async def _other(visitor: Visitor, booking: BookingCard, target: int) -> EventCard:
    """A date of the same service; no button leads to another one's. Raises EventUnknown."""
    event = await visitor.rooms.views.event(target)
    if event is None or event.service_id != booking.event.service_id:
        raise EventUnknown
    return event


async def _own(visitor: Visitor, event_id: int, booking_id: int) -> BookingCard:
    """Raises BookingOver, also for somebody else's, and MonthFinal at the first tap, not the last."""
    booking = await visitor.rooms.views.booking(booking_id)
    if booking is None or booking.person_id != visitor.person.id or booking.event.id != event_id:
        raise BookingOver
    if booking.status not in ("pending", "confirmed"):
        raise BookingOver
    if not booking.movable(visitor.rooms.now()):
        raise MonthFinal
    return booking
