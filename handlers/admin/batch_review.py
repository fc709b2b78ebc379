"""Looking through a version: its dates, who is where, who got fewer, and one person with all that concerns them."""

from engine.refusals import NoRun
from handlers.admin.batch_review_cards import (
    PersonSeen,
    event_card,
    person_card,
    place_card,
    review_card,
    short_card,
)
from handlers.admin.layout import offset_within
from handlers.admin.month_seen import find, version
from handlers.admin.named_rows import PAGE
from handlers.door import Admin, Answer, Card


async def review(admin: Admin, period_id: int, run_id: int, offset: int) -> Answer:
    """The dates of a version."""
    period, run = await find(admin, period_id), await version(admin, period_id, run_id)
    events = await admin.rooms.views.run_events(run_id)
    offset = offset_within(offset, len(events), PAGE)
    return Answer(card=review_card(admin.texts, period, run, events, offset))


async def event(admin: Admin, period_id: int, run_id: int, event_id: int, offset: int) -> Answer:
    """Who has a place at this date."""
    period, run = await find(admin, period_id), await version(admin, period_id, run_id)
    known = await admin.rooms.views.events_of((event_id,))
    if event_id not in known:
        raise NoRun
    page = await admin.rooms.views.run_people(run_id, event_id, offset, PAGE)
    return Answer(card=event_card(admin.texts, period, run, known[event_id], page))


async def short(admin: Admin, period_id: int, run_id: int, offset: int) -> Answer:
    """Who gets fewer than they want."""
    period, run = await find(admin, period_id), await version(admin, period_id, run_id)
    page = await admin.rooms.views.run_short(run_id, offset, PAGE)
    return Answer(card=short_card(admin.texts, period, run, page))


async def person(admin: Admin, period_id: int, run_id: int, person_id: int) -> Answer:
    """All of one person."""
    return Answer(card=await shown_person(admin, period_id, run_id, person_id))


async def shown_person(admin: Admin, period_id: int, run_id: int, person_id: int) -> Card:
    """What they get, what they wish for, and what admins have said of them. Raises NoRun."""
    return person_card(admin.texts, await seen_person(admin, period_id, run_id, person_id))


async def seen_person(admin: Admin, period_id: int, run_id: int, person_id: int) -> PersonSeen:
    """Raises NoRun for a version or a person that is not there."""
    views = admin.rooms.views
    period, run = await find(admin, period_id), await version(admin, period_id, run_id)
    found = await views.run_person(run_id, person_id)
    wish = await views.wish(period_id, person_id)
    if found is None or wish is None:
        raise NoRun
    said = [each for each in await views.adjustments(period_id) if each.person_id == person_id]
    return PersonSeen(period, run, found, wish, said)


async def place(admin: Admin, period_id: int, run_id: int, person_id: int, event_id: int) -> Answer:
    """What can be done with one of their places."""
    seen = await seen_person(admin, period_id, run_id, person_id)
    found = next((each.event for each in seen.found.placed if each.event.id == event_id), None)
    if found is None:
        raise NoRun
    return Answer(card=place_card(admin.texts, seen, found))
