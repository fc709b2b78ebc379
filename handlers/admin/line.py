"""Who waits for an event: its line, behind it the reserve list of its service; one place; taking somebody off."""

from engine.services import waitlist as service
from engine.views import EntryCard, EventCard, Page, Views
from handlers.admin import found
from handlers.admin.layout import (
    LABEL,
    back,
    head,
    label,
    lines,
    named,
    seats_go,
    short,
)
from handlers.admin.listing import PAGE, listing
from handlers.admin.outcome import changed
from handlers.admin.reasons import FOR_SOMEBODY, buttons, with_reason
from handlers.callbacks import pack
from handlers.door import Admin, Answer, Button, Card, Html
from handlers.question_cards import answer_lines
from handlers.windows import key_of

STATUS = {
    "waiting": "admin-entry-waiting",
    "offered": "admin-entry-offered",
    "paused": "admin-entry-paused",
    "booked": "admin-entry-booked",
    "left": "admin-entry-left",
    "closed": "admin-entry-closed",
}

LABELS = {"offered": "admin-line-line-offered", "paused": "admin-line-line-paused"}


async def line(admin: Admin, event_id: int, offset: int) -> Answer:
    """Everybody with a place, in the order in which seats are given."""
    views = admin.rooms.views
    event = await found.event(views, event_id)
    page = await found.page(lambda at, _: _both(views, event_id, at), offset, PAGE)
    text = lines(
        head(admin.texts, event, "admin-line-head", waiting=event.in_line),
        admin.say("admin-line-reserve", reserve=event.reserve) if event.reserve else None,
        admin.say("admin-event-lottery") if page.total and event.settings.offer.order == "lottery" else None,
    )
    return Answer(card=listing(admin, event, "line", page, text, _label))


async def _both(views: Views, event_id: int, offset: int) -> Page[EntryCard]:
    """A page of the event's line, and of the reserve list behind it."""
    own = await views.line(event_id, offset, PAGE)
    reserve = await views.reserve(event_id, max(offset - own.total, 0), PAGE)
    items = [*own.items, *reserve.items[: PAGE - len(own.items)]]
    return Page(items, offset, own.total + reserve.total)


def _label(admin: Admin, entry: EntryCard) -> str:
    texts, key = admin.texts, LABELS.get(entry.status, "admin-line-line")
    text = texts.plain(key, position=entry.position, name=named(entry.person_name), seats=entry.seats)
    return short(text, LABEL) if entry.event else label(texts, "admin-line-line-reserve", text=text)


async def entry(admin: Admin, event_id: int, entry_id: int) -> Answer:
    """One place in line with what can be done about it."""
    views = admin.rooms.views
    card = await found.entry(views, event_id, entry_id)
    return Answer(card=_card(admin, card, card.event or await found.event(views, event_id)))


def _card(admin: Admin, entry: EntryCard, event: EventCard) -> Card:
    event_id = event.id
    rows = []
    if entry.status in ("waiting", "paused") and entry.seats <= event.free:
        rows = [
            [
                Button(admin.plain("admin-button-promote"), pack("a-promote", event_id, entry.id)),
                Button(admin.plain("admin-button-offer"), pack("a-offer-to", event_id, entry.id)),
            ]
        ]
    if entry.position:
        ask = pack("a-remove-ask", event_id, entry.id)
        rows.append([Button(admin.plain("admin-button-remove"), ask, style="danger")])
    return Card(_text(admin, entry, event), [*rows, back(admin, "a-line", event_id, 0)])


def _text(admin: Admin, entry: EntryCard, event: EventCard) -> Html:
    who = {"name": entry.person_name, "seats": entry.seats}
    return lines(
        head(admin.texts, event, "admin-ask-head"),
        admin.say("admin-entry-who", position=entry.position, **who)
        if entry.position
        else admin.say("admin-booking-who", **who),
        admin.say("admin-party", names=", ".join(entry.names)) if entry.names else None,
        admin.say(STATUS[entry.status]),
        admin.say("admin-entry-until", until=admin.texts.when(entry.paused_until, event.timezone))
        if entry.paused_until
        else None,
        admin.say("admin-entry-reserve", times=admin.plain(key_of(entry.windows)))
        if entry.event is None
        else None,
        admin.say("admin-entry-misses", misses=entry.misses) if entry.misses else None,
        None if entry.reachable else admin.say("admin-entry-unreachable"),
        *answer_lines(admin.texts, event.settings.questions, entry.answers),
    )


async def remove_ask(admin: Admin, event_id: int, entry_id: int) -> Answer:
    """Says what removing does, then asks for the reason."""
    card = await found.entry(admin.rooms.views, event_id, entry_id)
    event = await found.event(admin.rooms.views, event_id)
    text = lines(
        head(admin.texts, event, "admin-ask-head"),
        admin.say("admin-ask-remove", name=card.person_name),
        seats_go(admin, event, card.seats) if card.status == "offered" else None,
        admin.say("admin-ask-reason"),
    )
    choices = buttons(
        admin.texts, "admin-button-remove-because", "a-remove", [event_id, entry_id], FOR_SOMEBODY
    )
    return Answer(card=Card(text, [*choices, back(admin, "a-entry", event_id, entry_id)]))


async def remove(admin: Admin, event_id: int, entry_id: int, reason: int) -> Answer:
    """Take somebody off the list."""
    card = await found.entry(admin.rooms.views, event_id, entry_id)
    facts = await service.remove(admin.rooms.work, with_reason(admin, reason), event_id, entry_id)
    return await changed(admin, event_id, facts, "admin-done-remove", name=named(card.person_name))
