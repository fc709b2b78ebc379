"""Rows behind the ids of a button, or the refusal that says they are gone. Data in a button is a hint only."""

from collections.abc import Awaitable, Callable
from typing import TypeVar

from engine.refusals import BookingOver, EventUnknown, NotWaiting, OfferUnknown
from engine.views import BookingCard, EntryCard, EventCard, OfferCard, Page, Views
from handlers.admin.layout import offset_within

Row = TypeVar("Row")


async def event(views: Views, event_id: int) -> EventCard:
    """Raises EventUnknown."""
    card = await views.event(event_id)
    if card is None:
        raise EventUnknown
    return card


async def booking(views: Views, event_id: int, booking_id: int) -> BookingCard:
    """A booking of this event. Raises BookingOver."""
    card = await views.booking(booking_id)
    if card is None or card.event.id != event_id:
        raise BookingOver
    return card


async def entry(views: Views, event_id: int, entry_id: int) -> EntryCard:
    """A place in this event's line, or on the reserve list of its service. Raises NotWaiting, EventUnknown."""
    card = await views.entry(entry_id)
    if card is None:
        raise NotWaiting
    if card.event is None and card.service_id != (await event(views, event_id)).service_id:
        raise NotWaiting
    if card.event is not None and card.event.id != event_id:
        raise NotWaiting
    return card


async def offer(views: Views, event_id: int, offer_id: int) -> OfferCard:
    """An offer of this event. Raises OfferUnknown."""
    card = await views.offer(offer_id)
    if card is None or card.event.id != event_id:
        raise OfferUnknown
    return card


async def page(read: Callable[[int, int], Awaitable[Page[Row]]], offset: int, size: int) -> Page[Row]:
    """The page from `offset` on, or the last one when the list has become shorter than that by now."""
    asked = await read(offset, size)
    last = offset_within(offset, asked.total, size)
    return asked if last == offset else await read(last, size)
