"""Whoever has lost a place and gets none by a repair, named, and booked on another date by hand: one tap a person."""

from collections.abc import Sequence

from engine.refusals import RepairChanged
from engine.repairs import Lost
from engine.rules.repair_plan import RepairPlan
from engine.services import by_hand
from engine.services import repair as service
from engine.views import PeriodCard
from handlers.admin import found
from handlers.admin.layout import named, offset_within
from handlers.admin.month_seen import find
from handlers.admin.named_rows import PAGE, named_by
from handlers.admin.outcome import told
from handlers.admin.reasons import with_reason
from handlers.admin.repair_stuck_cards import Stuck, date_card, for_card, free_card, stuck_card
from handlers.door import Admin, Answer, Card


async def stuck_of(admin: Admin, plan: RepairPlan, offset: int) -> Stuck:
    """With the names of a page of them."""
    here = plan.missing[offset_within(offset, len(plan.missing), PAGE) :][:PAGE]
    known = await named_by(admin, [lost.event_id for lost in here], [lost.person_id for lost in here])
    return Stuck(plan.missing, frozenset(plan.unreachable), known)


async def _stuck(admin: Admin, period_id: int, offset: int) -> Stuck:
    plan = await service.plan(admin.rooms.repairs, period_id, admin.rooms.now())
    return await stuck_of(admin, plan, offset)


async def stuck(admin: Admin, period_id: int, offset: int) -> Answer:
    """A page of everybody who gets nothing, with what they have lost."""
    period = await find(admin, period_id)
    return Answer(card=stuck_card(admin.texts, period, await _stuck(admin, period_id, offset), offset))


async def free(admin: Admin, period_id: int, offset: int) -> Answer:
    """A page of the dates that have seats."""
    period, dates = await find(admin, period_id), await admin.rooms.views.free_dates(period_id)
    return Answer(card=free_card(admin.texts, period, dates, offset))


async def date(admin: Admin, period_id: int, event_id: int, offset: int) -> Answer:
    """Who of them gets a place there?"""
    return Answer(card=await _date(admin, period_id, event_id, offset))


async def _date(admin: Admin, period_id: int, event_id: int, offset: int) -> Card:
    period, event = await find(admin, period_id), await found.event(admin.rooms.views, event_id)
    return date_card(admin.texts, period, event, await _stuck(admin, period_id, offset), offset)


async def book_for(admin: Admin, period_id: int, event_id: int, person_id: int) -> Answer:
    """Why? Raises RepairChanged for whoever has not lost anything any more."""
    period, event = await find(admin, period_id), await found.event(admin.rooms.views, event_id)
    lost, name, party = await _who(admin, period, person_id)
    return Answer(card=for_card(admin.texts, period, event, lost, name, party))


async def book(admin: Admin, period_id: int, event_id: int, person_id: int, reason: int) -> Answer:
    """The booking itself, with the seats and names of the place that was lost; whoever is still without is shown."""
    lost, name, party = await _who(admin, await find(admin, period_id), person_id)
    tap = with_reason(admin, reason)
    facts = await by_hand.book_for(admin.rooms.work, tap, event_id, person_id, lost.seats, tuple(party))
    toast = await told(admin, facts, "admin-done-promote", name=named(name))
    return Answer(toast, card=await _date(admin, period_id, event_id, 0))


async def _who(admin: Admin, period: PeriodCard, person_id: int) -> tuple[Lost, str, Sequence[str]]:
    plan = await service.plan(admin.rooms.repairs, period.id, admin.rooms.now())
    lost = next((each for each in plan.missing if each.person_id == person_id), None)
    had = await admin.rooms.views.booking(lost.booking_id) if lost is not None else None
    if lost is None or had is None:
        raise RepairChanged
    return lost, had.person_name, had.names
