"""Who came: from the start on, a list to tap through, and the events that are over."""

from functools import partial

from engine.refusals import ButtonStale
from engine.rules.by_hand import Mark
from engine.services import by_hand
from engine.views import BookingCard, EventCard
from handlers.admin import found
from handlers.admin.layout import back, head, label, lines, named, pager, short, titled
from handlers.admin.reasons import BY_HAND, with_reason
from handlers.callbacks import pack
from handlers.door import Admin, Answer, Button, Card, Texts

PAGE = 8
MARKS: tuple[Mark, ...] = (
    "confirmed",
    "attended",
    "no_show",
)  # their places stand in buttons: add at the end
NEXT: dict[str, Mark] = {"attended": "no_show", "no_show": "confirmed"}
SIGN = {"attended": "✓", "no_show": "✗"}


async def attendance(admin: Admin, event_id: int, offset: int) -> Answer:
    """Everybody who was booked, with a sign for who came and who did not."""
    return Answer(card=await _card(admin, event_id, offset))


async def mark(admin: Admin, event_id: int, booking_id: int, wanted: int, offset: int) -> Answer:
    """What the tapped button stood for: two admins who tap it at once say the same, and not one more than the other.
    Raises ButtonStale."""
    if wanted >= len(MARKS):
        raise ButtonStale
    tap = with_reason(admin, BY_HAND)
    await by_hand.mark(admin.rooms.work, tap, event_id, booking_id, MARKS[wanted])
    return Answer(card=await _card(admin, event_id, offset))


async def _card(admin: Admin, event_id: int, offset: int) -> Card:
    event = await found.event(admin.rooms.views, event_id)
    page = await found.page(partial(admin.rooms.views.bookings, event_id), offset, PAGE)
    rows = [[_person(event, booking, page.offset)] for booking in page.items]
    text = lines(
        head(admin.texts, event, "admin-ask-head"),
        admin.say("admin-attendance-how" if rows else "admin-attendance-nobody"),
    )
    return Card(
        text,
        [*rows, *pager(admin.texts, page, PAGE, "a-attendance", event_id), back(admin, "a-more", event_id)],
    )


def _person(event: EventCard, booking: BookingCard, offset: int) -> Button:
    sign, then = SIGN.get(booking.status, "·"), MARKS.index(NEXT.get(booking.status, "attended"))
    return Button(f"{sign} {named(booking.person_name)}", pack("a-mark", event.id, booking.id, then, offset))


async def past(admin: Admin, offset: int) -> Answer:
    """Events that have begun or were cancelled, the newest first."""
    page = await found.page(admin.rooms.views.past_events, offset, PAGE)
    rows = [[Button(_label(admin.texts, event), pack("a-event", event.id))] for event in page.items]
    text = admin.say("admin-past-head" if rows else "admin-past-none")
    return Answer(
        card=Card(text, [*rows, *pager(admin.texts, page, PAGE, "a-past"), back(admin, "a-events", 0)])
    )


def _label(texts: Texts, event: EventCard) -> str:
    values = titled(texts, event)
    values["event"] = short(values["event"], 20)
    return label(
        texts,
        "admin-events-line",
        **values,
        booked=event.booked,
        capacity=event.capacity,
        waiting=0,
        requests=0,
    )
