"""The list of events, and the card each is managed with."""

from collections.abc import Sequence
from functools import partial

from engine.views import EventCard, IndividualCard, Page
from handlers.admin import found
from handlers.admin.event_card import show
from handlers.admin.event_line import event_line
from handlers.admin.layout import NAME, label, lines, months_button, pager, short
from handlers.admin.modes import guide
from handlers.admin.speaking import usage
from handlers.callbacks import pack
from handlers.door import Admin, Answer, Button, Card, Texts

PAGE = 8


async def events(admin: Admin, offset: int) -> Answer:
    """Upcoming events of all services, edited in place."""
    return Answer(card=await _list(admin, offset))


async def events_command(admin: Admin, _: str) -> Card:
    """/events"""
    return await _list(admin, 0)


async def help_command(admin: Admin, about: str) -> Card:
    """/help, and /help modes: which mode to choose."""
    if about.lower() in ("modes", admin.plain("label-help-modes")):
        return guide(admin.texts)
    return usage(admin)


async def event(admin: Admin, event_id: int) -> Answer:
    """The manage card in place of the tapped message."""
    return Answer(card=await show(admin.rooms.views, admin.texts, event_id))


async def refresh(admin: Admin, event_id: int) -> Answer:
    """The same card, read again."""
    return Answer(admin.plain("admin-refreshed"), card=await show(admin.rooms.views, admin.texts, event_id))


async def manage(admin: Admin, event_id: int) -> Answer:
    """The manage card as a message of its own: the tapped card stays, because letters keep it up to date."""
    return Answer(further=await show(admin.rooms.views, admin.texts, event_id))


async def _list(admin: Admin, offset: int) -> Card:
    page = await found.page(partial(admin.rooms.views.events, None), offset, PAGE)
    return _card(admin.texts, page, await admin.rooms.views.individuals() if not page.offset else ())


def _card(texts: Texts, page: Page[EventCard], individuals: Sequence[IndividualCard]) -> Card:
    """Individual services stand above the events, in one line each: their slots would bury them."""
    past = [months_button(texts), Button(texts.plain("admin-button-past"), pack("a-past", 0))]
    above = [[_individual(texts, service)] for service in individuals[:20]]
    if not page.total:
        return Card(texts.say("admin-events-none"), [*above, past])
    rows = [[Button(event_line(texts, event), pack("a-event", event.id))] for event in page.items]
    first, last = page.offset + 1, page.offset + len(page.items)
    head = texts.say("admin-events-head", total=page.total, first=first, last=last)
    asked = texts.say("admin-events-asked") if any(event.requests for event in page.items) else None
    return Card(lines(head, asked), [*above, *rows, *pager(texts, page, PAGE, "a-events"), past])


def _individual(texts: Texts, service: IndividualCard) -> Button:
    name = short(texts.name(service.names), NAME)
    return Button(label(texts, "admin-individual-line", service=name), pack("a-individual", service.id, 0))
