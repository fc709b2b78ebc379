"""A place in line: join, leave, pause, resume; for one event, or for any date of its service."""

from dataclasses import replace

from engine.refusals import ButtonStale, EventUnknown, NotWaiting
from engine.services import waitlist as service
from engine.settings import Mode
from engine.state import ACTIVE_ENTRY
from engine.views import PAUSE_CHOICES, EntryCard, EventCard
from handlers.door import Answer, Visitor
from handlers.entry_cards import (
    anywhere_question,
    join_question,
    leave_question,
    pause_question,
    reserve_card,
)
from handlers.event_card import answers_row, most_seats
from handlers.request_cards import check_self_service
from handlers.windows import CHOICES


async def join(visitor: Visitor, event_id: int, auto: int) -> Answer:
    """How many wait, and what happens next, before anybody joins. `auto` 1: seat me without asking."""
    event = await _event(visitor, event_id)
    check_self_service(event)
    standing = await visitor.rooms.views.standing(event_id, visitor.person.id)
    several, anywhere = most_seats(event) > 1, standing.reserve is None
    automatic = bool(auto) and event.mode is Mode.OFFER
    return Answer(
        card=join_question(visitor.texts, event, auto=automatic, several=several, anywhere=anywhere)
    )


async def join_confirm(visitor: Visitor, event_id: int, auto: int) -> Answer:
    """A place at the end of the event's line."""
    await service.join(visitor.rooms.work, visitor.tap, event_id, auto_confirm=bool(auto))
    return Answer(visitor.plain("toast-joined"))


async def anywhere(visitor: Visitor, event_id: int) -> Answer:
    """Any date of the service: at which times?"""
    event = await _event(visitor, event_id)
    check_self_service(event)
    return Answer(card=anywhere_question(visitor.texts, event))


async def anywhere_confirm(visitor: Visitor, event_id: int, choice: int) -> Answer:
    """A place on the service's list. `choice` is the place in `windows.CHOICES`."""
    if choice >= len(CHOICES):
        raise ButtonStale
    _, windows = CHOICES[choice]
    await service.join_reserve(visitor.rooms.work, visitor.tap, event_id, windows)
    return Answer(visitor.plain("toast-joined"))


async def entry(visitor: Visitor, entry_id: int) -> Answer:
    """A place on a service's list, with its actions."""
    own = await _own(visitor, entry_id)
    event = await _through(visitor, own)
    zone = event.timezone if event else "UTC"
    card = reserve_card(visitor.texts, own, event.id if event else None, zone)
    asked = answers_row(visitor.texts, event) if event else []
    return Answer(card=replace(card, rows=[*asked, *card.rows]))


async def leave(visitor: Visitor, event_id: int, entry_id: int) -> Answer:
    """What it means, then the question."""
    return Answer(card=leave_question(visitor.texts, event_id, await _own(visitor, entry_id)))


async def leave_confirm(visitor: Visitor, event_id: int, entry_id: int) -> Answer:
    """The place is given up."""
    await service.leave(visitor.rooms.work, visitor.tap, event_id, entry_id)
    return Answer(visitor.plain("toast-left"))


async def pause(visitor: Visitor, event_id: int, entry_id: int) -> Answer:
    """How long?"""
    own = await _own(visitor, entry_id)
    return Answer(card=pause_question(visitor.texts, event_id, own, visitor.rooms.now()))


async def pause_for(visitor: Visitor, event_id: int, entry_id: int, choice: int) -> Answer:
    """`choice` is the place in `PAUSE_CHOICES`; the one behind them has no end."""
    if choice > len(PAUSE_CHOICES):
        raise ButtonStale
    length = PAUSE_CHOICES[choice] if choice < len(PAUSE_CHOICES) else None
    await service.pause(visitor.rooms.work, visitor.tap, event_id, entry_id, length)
    return Answer(visitor.plain("toast-paused"))


async def resume(visitor: Visitor, event_id: int, entry_id: int) -> Answer:
    """Back in line at the same place."""
    await service.resume(visitor.rooms.work, visitor.tap, event_id, entry_id)
    return Answer(visitor.plain("toast-resumed"))


async def _through(visitor: Visitor, own: EntryCard) -> EventCard | None:
    """The event through which a place on a service's list is changed: where its offer is open, else the next one."""
    mine = await visitor.rooms.views.mine(visitor.person.id)
    offered = next((offer.event for offer in mine.offers if offer.entry.id == own.id), None)
    found = await visitor.rooms.views.events(own.service_id, 0, 1)
    return offered or (found.items[0] if found.items else None)


async def _event(visitor: Visitor, event_id: int) -> EventCard:
    event = await visitor.rooms.views.event(event_id)
    if event is None:
        raise EventUnknown
    return event


async def _own(visitor: Visitor, entry_id: int) -> EntryCard:
    own = await visitor.rooms.views.entry(entry_id)
    if own is None or own.person_id != visitor.person.id or own.status not in ACTIVE_ENTRY:
        raise NotWaiting
    return own
