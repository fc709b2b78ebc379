"""The waitlist of an event: the list, one place in it, and taking somebody off it."""

from engine.services import waitlist as service
from engine.views import EntryCard, EventCard, Page
from handlers.admin import found
from handlers.admin.layout import back, head, label, lines, named, offset_within, pager, seats_go
from handlers.admin.outcome import changed
from handlers.admin.reasons import FOR_SOMEBODY, buttons, with_reason
from handlers.callbacks import pack
from handlers.door import Admin, Answer, Button, Card, Html, Texts

PAGE = 6

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
    """Everybody with a place, in order."""
    views = admin.rooms.views
    event = await found.event(views, event_id)
    page = await views.line(event_id, offset, PAGE)
    last = offset_within(offset, page.total, PAGE)
    page = page if last == offset else await views.line(event_id, last, PAGE)
    return Answer(card=_list(admin, event, page))


def _list(admin: Admin, event: EventCard, page: Page[EntryCard]) -> Card:
    rows = [[Button(_label(admin.texts, item), pack("a-entry", event.id, item.id))] for item in page.items]
    text = head(admin.texts, event, "admin-line-head", total=page.total)
    pages = pager(admin.texts, page, PAGE, "a-line", event.id)
    return Card(text, [*rows, *pages, back(admin, "a-event", event.id)])


def _label(texts: Texts, entry: EntryCard) -> str:
    key = LABELS.get(entry.status, "admin-line-line")
    return label(texts, key, position=entry.position, name=named(entry.person_name), seats=entry.seats)


async def entry(admin: Admin, event_id: int, entry_id: int) -> Answer:
    """One place in line with what can be done about it."""
    return Answer(card=_card(admin, await found.entry(admin.rooms.views, event_id, entry_id), event_id))


def _card(admin: Admin, entry: EntryCard, event_id: int) -> Card:
    rows = []
    if entry.status in ("waiting", "paused"):
        rows = [
            [
                Button(admin.plain("admin-button-promote"), pack("a-promote", event_id, entry.id)),
                Button(admin.plain("admin-button-offer"), pack("a-offer-to", event_id, entry.id)),
            ]
        ]
    if entry.position:
        ask = pack("a-remove-ask", event_id, entry.id)
        rows.append([Button(admin.plain("admin-button-remove"), ask, style="danger")])
    return Card(_text(admin, entry), [*rows, back(admin, "a-line", event_id, 0)])


def _text(admin: Admin, entry: EntryCard) -> Html:
    who = {"name": entry.person_name, "seats": entry.seats}
    return lines(
        head(admin.texts, entry.event, "admin-ask-head") if entry.event else None,
        admin.say("admin-entry-who", position=entry.position, **who)
        if entry.position
        else admin.say("admin-booking-who", **who),
        admin.say("admin-party", names=", ".join(entry.names)) if entry.names else None,
        admin.say(STATUS[entry.status]),
        admin.say("admin-entry-until", until=admin.texts.when(entry.paused_until, entry.event.timezone))
        if entry.paused_until and entry.event
        else None,
        admin.say("admin-entry-misses", misses=entry.misses) if entry.misses else None,
        None if entry.reachable else admin.say("admin-entry-unreachable"),
    )


async def remove_ask(admin: Admin, event_id: int, entry_id: int) -> Answer:
    """Says what removing does, then asks for the reason."""
    card = await found.entry(admin.rooms.views, event_id, entry_id)
    event = await found.event(admin.rooms.views, event_id)
    text = lines(
        head(admin.texts, event, "admin-ask-head"),
        admin.say("admin-ask-remove", name=card.person_name),
        seats_go(admin, event) if card.status == "offered" else None,
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
