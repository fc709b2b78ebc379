"""Whoever has lost a place and gets none by a repair, named, and booked on another date by hand: one tap a person."""

from collections.abc import Sequence
from itertools import groupby

from engine.refusals import RepairChanged
from engine.repairs import Lost
from engine.rules.repair_plan import RepairPlan
from engine.services import by_hand
from engine.services import repair as service
from engine.views import PeriodCard, Person
from handlers.admin import found
from handlers.admin.layout import named, offset_within
from handlers.admin.month_seen import find
from handlers.admin.named_rows import PAGE, named_by
from handlers.admin.outcome import told
from handlers.admin.reasons import with_reason
from handlers.admin.repair_stuck_cards import Stuck, date_card, for_card, free_card, stuck_card, who_fits
from handlers.door import Admin, Answer, Card

People = Sequence[Sequence[Lost]]


async def stuck_of(admin: Admin, plan: RepairPlan, offset: int) -> Stuck:
    """With the names of a page of them."""
    people = by_person(plan)
    return await _named(admin, plan, people, people, offset)


def by_person(plan: RepairPlan) -> People:
    """What everybody who gets nothing has lost."""
    return [tuple(own) for _, own in groupby(plan.missing, lambda lost: lost.person_id)]


async def _named(admin: Admin, plan: RepairPlan, people: People, among: People, offset: int) -> Stuck:
    """All these people, with the names of a page of those `among` them who are shown."""
    here = [lost for own in among[offset_within(offset, len(among), PAGE) :][:PAGE] for lost in own]
    known = await named_by(admin, [lost.event_id for lost in here], [lost.person_id for lost in here])
    return Stuck(people, frozenset(plan.unreachable), known)


async def _plan(admin: Admin, period_id: int) -> RepairPlan:
    return await service.plan(admin.rooms.repairs, period_id, admin.rooms.now())


async def stuck(admin: Admin, period_id: int, offset: int) -> Answer:
    """A page of everybody who gets nothing, with what they have lost."""
    period, plan = await find(admin, period_id), await _plan(admin, period_id)
    return Answer(card=stuck_card(admin.texts, period, await stuck_of(admin, plan, offset), offset))


async def free(admin: Admin, period_id: int, offset: int) -> Answer:
    """A page of the dates that have seats."""
    period, dates = await find(admin, period_id), await admin.rooms.views.free_dates(period_id)
    return Answer(card=free_card(admin.texts, period, dates, offset))


async def date(admin: Admin, period_id: int, event_id: int, offset: int) -> Answer:
    """Who of them gets a place there?"""
    return Answer(card=await _date(admin, period_id, event_id, offset))


async def _date(admin: Admin, period_id: int, event_id: int, offset: int) -> Card:
    period, event = await find(admin, period_id), await found.event(admin.rooms.views, event_id)
    plan = await _plan(admin, period_id)
    people = by_person(plan)
    seen = await _named(admin, plan, people, who_fits(event, people), offset)
    return date_card(admin.texts, period, event, seen, offset)


async def book_for(admin: Admin, period_id: int, event_id: int, person_id: int) -> Answer:
    """Why? Raises RepairChanged for whoever has not lost anything any more."""
    period, event = await find(admin, period_id), await found.event(admin.rooms.views, event_id)
    person, seats, party = await _who(admin, period, person_id)
    return Answer(card=for_card(admin.texts, period, event, person, seats, party))


async def book(admin: Admin, period_id: int, event_id: int, person_id: int, reason: int) -> Answer:
    """The booking itself, with the seats and names of the place that was lost; whoever is still without is shown. That
    they are still without is a hint, looked up before the booking: of two admins who book them for two dates in the
    same moment, both do, as with any two bookings by hand; for one date only the first does."""
    person, seats, party = await _who(admin, await find(admin, period_id), person_id)
    tap = with_reason(admin, reason)
    facts = await by_hand.book_for(admin.rooms.work, tap, event_id, person_id, seats, tuple(party))
    toast = await told(admin, facts, "admin-done-promote", name=named(person.name))
    return Answer(toast, card=await _date(admin, period_id, event_id, 0))


async def _who(admin: Admin, period: PeriodCard, person_id: int) -> tuple[Person, int, Sequence[str]]:
    """Them, and the seats and companions of the first place that they have lost. Raises RepairChanged without one."""
    views, lost = admin.rooms.views, await service.lost(admin.rooms.repairs, period.id)
    first = next((each for each in lost if each.person_id == person_id), None)
    had = await views.booking(first.booking_id) if first is not None else None
    person = await views.person_by_id(person_id)
    if first is None or had is None or person is None:
        raise RepairChanged
    return person, first.seats, had.names
