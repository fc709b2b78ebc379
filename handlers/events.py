"""Browsing: services, the events of one, and an event's card; one message edited in place."""

from datetime import datetime

from engine.refusals import EventUnknown
from engine.views import EventCard, ServiceCard
from handlers.door import Answer, Button, Card, Html, Texts, Visitor
from handlers.event_card import event_now, state_key
from handlers.keyboards import LABEL, back, named, pager, pages_of, paragraphs, short
from handlers.slots import days_card, service_label

SIZE = 6
MOST_ABOUT = 1000  # characters of a description


async def services_command(visitor: Visitor, _: str) -> Card:
    """What there is; with one service straight to its events."""
    return await services_card(visitor)


async def services(visitor: Visitor) -> Answer:
    """The same by a tap."""
    return Answer(card=await services_card(visitor))


async def events(visitor: Visitor, service_id: int, page: int) -> Answer:
    """One page of a service's events, with their live state."""
    return Answer(card=await events_card(visitor, service_id, page))


async def event(visitor: Visitor, event_id: int, page: int = 1) -> Answer:
    """One event. `page` is where Back leads: a page of the list, or 0 for one's own places."""
    card = await event_now(visitor, event_id, page)
    if card is None:
        raise EventUnknown
    return Answer(card=card)


async def services_card(visitor: Visitor) -> Card:
    """A button for each service."""
    found = await visitor.rooms.views.services()
    if len(found) == 1:
        return await events_card(visitor, found[0].id, 1)
    rows = [[_service(visitor.texts, service)] for service in found[:90]]
    text = visitor.say("services-choose") if found else visitor.say("services-none")
    return Card(text, [*rows, back(visitor.texts, "home")])


async def events_card(visitor: Visitor, service_id: int, page: int) -> Card:
    """A button for each event; a page behind the end is the last one."""
    service = await visitor.rooms.views.service(service_id)
    if service is None:
        raise EventUnknown
    if service.kind == "individual":
        return await days_card(visitor, service, page)
    found = await visitor.rooms.views.events(service_id, 0, 1)
    pages = pages_of(found.total, SIZE)
    page = min(max(page, 1), pages)
    shown = await visitor.rooms.views.events(service_id, (page - 1) * SIZE, SIZE)
    rows = [[date_button(visitor.texts, each, visitor.rooms.now(), page)] for each in shown.items]
    return Card(
        _about(visitor.texts, service, any_event=bool(shown.items)),
        [*rows, *pager(visitor.texts, page, pages, "events", service_id), await _way_back(visitor)],
    )


def _about(texts: Texts, service: ServiceCard, *, any_event: bool) -> Html:
    about = short(texts.name(service.descriptions), MOST_ABOUT)
    return paragraphs(
        texts.say("events-head", service=texts.name(service.names)),
        texts.say("events-about", about=about) if about else None,
        texts.say("events-choose" if any_event else "events-none"),
    )


async def _way_back(visitor: Visitor) -> list[Button]:
    only = len(await visitor.rooms.views.services()) == 1
    return back(visitor.texts, "home" if only else "services")


def _service(texts: Texts, service: ServiceCard) -> Button:
    if service.kind == "individual":
        return named(service_label(texts, service), "days", service.id, 1)
    key = (
        "label-service"
        if service.free
        else "label-service-full"
        if service.upcoming
        else "label-service-none"
    )
    values = {"free": service.free, "dates": service.upcoming}
    name = texts.name(service.names)
    over = len(texts.plain(key, service=name, **values)) - LABEL
    label = texts.plain(key, service=short(name, max(len(name) - max(over, 0), 1)), **values)
    return named(label, "events", service.id, 1)


def date_button(texts: Texts, event: EventCard, now: datetime, page: int) -> Button:
    """The way to an event's card, with its day and live state."""
    word, numbers = state_key(event, now)
    when = texts.when(event.starts_at, event.timezone)
    return named(texts.plain(f"label-{word}", when=when, **numbers), "event", event.id, page)
