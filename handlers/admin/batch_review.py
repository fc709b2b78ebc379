"""Looking through a version: its dates, who is where, who got fewer, and one person with all that concerns them."""

from collections.abc import Awaitable, Callable
from functools import partial
from typing import TypeVar

from engine.refusals import NotThisMonth, WishUnknown
from engine.views import Page
from handlers.admin.batch_review_cards import (
    UNSAID,
    PersonSeen,
    event_card,
    person_card,
    place_card,
    placed_at,
    review_card,
    short_card,
)
from handlers.admin.layout import offset_within
from handlers.admin.month_seen import find, version
from handlers.admin.named_rows import PAGE
from handlers.door import Admin, Answer, Card

T = TypeVar("T")


async def review(admin: Admin, period_id: int, number: int, offset: int) -> Answer:
    """The dates of a version."""
    period, run = await find(admin, period_id), await version(admin, period_id, number)
    events = await admin.rooms.views.run_events(run.id)
    off = await admin.rooms.views.run_pins_off(run.id)
    offset = offset_within(offset, len(events), PAGE)
    return Answer(card=review_card(admin.texts, period, run, events, off, offset))


async def event(admin: Admin, period_id: int, event_id: int, number: int, offset: int) -> Answer:
    """Who has a place at this date."""
    period, run = await find(admin, period_id), await version(admin, period_id, number)
    known = await admin.rooms.views.events_of((event_id,))
    if event_id not in known:
        raise NotThisMonth
    page = await _page(partial(admin.rooms.views.run_people, run.id, event_id), offset)
    return Answer(card=event_card(admin.texts, period, run, known[event_id], page))


async def short(admin: Admin, period_id: int, number: int, offset: int) -> Answer:
    """Who gets fewer than they want."""
    period, run = await find(admin, period_id), await version(admin, period_id, number)
    page = await _page(partial(admin.rooms.views.run_short, run.id), offset)
    return Answer(card=short_card(admin.texts, period, run, page))


async def _page(read: Callable[[int, int], Awaitable[Page[T]]], offset: int) -> Page[T]:
    """The last page where the button's is gone by now."""
    page = await read(offset, PAGE)
    if page.items or not page.total:
        return page
    return await read(offset_within(offset, page.total, PAGE), PAGE)


async def person(
    admin: Admin, period_id: int, person_id: int, number: int, whence: int = UNSAID, offset: int = 0
) -> Answer:
    """All of one person; `whence` on, the list with them, which Back leads to."""
    seen = await seen_person(admin, period_id, person_id, number)
    return Answer(card=person_card(admin.texts, seen, whence, offset))


async def shown_person(admin: Admin, period_id: int, person_id: int, number: int) -> Card:
    """What they get, what they wish for, and what admins have said of them. Raises NoRun, WishUnknown."""
    return person_card(admin.texts, await seen_person(admin, period_id, person_id, number))


async def seen_person(admin: Admin, period_id: int, person_id: int, number: int) -> PersonSeen:
    """Raises NoRun for a version that is not there, WishUnknown for a person who is not."""
    views = admin.rooms.views
    period, run = await find(admin, period_id), await version(admin, period_id, number)
    found = await views.run_person(run.id, person_id)
    wish = await views.wish(period_id, person_id)
    if found is None or wish is None:
        raise WishUnknown
    said = [each for each in await views.adjustments(period_id) if each.person_id == person_id]
    return PersonSeen(period, run, found, wish, said)


async def place(admin: Admin, period_id: int, person_id: int, number: int, slot: int) -> Answer:
    """What can be done with one of their places, which is known by its time."""
    seen = await seen_person(admin, period_id, person_id, number)
    return Answer(card=place_card(admin.texts, seen, placed_at(seen, slot)))
