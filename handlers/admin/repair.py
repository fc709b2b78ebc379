"""The repair of a final month: looked at, sent out to everybody concerned, taken back."""

from collections.abc import Sequence

from engine.refusals import (
    AlreadyBooked,
    AlreadyDone,
    Busy,
    Refusal,
    RepairChanged,
    RepairOver,
    RepairUnknown,
)
from engine.services import repair as service
from engine.services.repair import number_of
from engine.views import Deed
from handlers.admin.faster import JUST_NOW, too_late
from handlers.admin.layout import short
from handlers.admin.month_seen import find
from handlers.admin.outcome import TOAST
from handlers.admin.reasons import with_reason
from handlers.admin.repair_cards import PlanSeen, list_card, plan_card, repair_card
from handlers.admin.repair_stuck import stuck_of
from handlers.admin.words import refused
from handlers.door import Admin, Answer, Card

LOOKS = frozenset({"a-repair", "a-repair-list", "a-repair-stuck", "a-repair-free"})
OF_ONE = frozenset({"a-repair-one", "a-repair-back"})
"""Taps whose first number is a repair, and no month."""


async def repair(admin: Admin, period_id: int) -> Answer:
    """The smallest repair as things are, and what people are asked already; nothing is written."""
    return Answer(card=await _plan(admin, period_id))


async def _plan(admin: Admin, period_id: int) -> Card:
    views, period = admin.rooms.views, await find(admin, period_id)
    plan = await service.plan(admin.rooms.repairs, period_id, admin.rooms.now())
    chains = [await views.repair_lines(chain) for chain in plan.chains]
    seen = PlanSeen(
        plan=plan,
        number=number_of(plan),
        chains=chains,
        stuck=await stuck_of(admin, plan, 0),
        asked=await views.repairs(period_id),
        free=await views.free_dates(period_id) if plan.missing and not plan.chains else (),
    )
    return plan_card(admin.texts, period, seen)


async def asked_list(admin: Admin, period_id: int, offset: int) -> Answer:
    """What people are asked already, where the plan has no room for all of it."""
    period, asked = await find(admin, period_id), await admin.rooms.views.repairs(period_id)
    return Answer(card=list_card(admin.texts, period, asked, offset))


async def go(admin: Admin, period_id: int, number: int, reason: int) -> Answer:
    """Everybody concerned is asked."""
    tap, rooms = with_reason(admin, reason), admin.rooms
    made = await service.propose(rooms.repairs, tap, period_id, number, rooms.now())
    asked = sum(type(fact).__name__ == "RepairAsked" for fact in made)
    return Answer(admin.plain("admin-done-repair", count=asked), card=await _plan(admin, period_id))


async def one(admin: Admin, repair_id: int) -> Answer:
    """One that was proposed, and who has said yes."""
    return Answer(card=await _one(admin, repair_id))


async def _one(admin: Admin, repair_id: int) -> Card:
    found = await admin.rooms.views.repair(repair_id)
    if found is None:
        raise RepairUnknown
    return repair_card(admin.texts, found)


async def take_back(admin: Admin, repair_id: int, reason: int) -> Answer:
    """Nobody moves."""
    await service.take_back(admin.rooms.repairs, with_reason(admin, reason), repair_id)
    return Answer(admin.plain("admin-done-repair-back"), card=await _one(admin, repair_id))


async def after_refusal(admin: Admin, verb: str, args: Sequence[int], refusal: Refusal) -> Answer:
    """The sentence, and what it is like now."""
    account = await admin.rooms.views.account()
    zone = account.timezone if account else "UTC"
    sentence = refused(admin.texts, refusal, zone)
    card = await _now(admin, verb, args, refusal)
    if card is None or isinstance(refusal, AlreadyDone):
        return Answer(short(sentence, TOAST), alert=card is None, card=card)
    return too_late(admin, sentence, await _deed(admin, verb, args, refusal), zone, card)


async def _now(admin: Admin, verb: str, args: Sequence[int], refusal: Refusal) -> Card | None:
    """What was tapped, as it is now; None where there is nothing to be shown."""
    if verb in LOOKS or isinstance(refusal, Busy):
        return None
    try:
        return await (_one if verb in OF_ONE else _plan)(admin, args[0])
    except Refusal:  # it is gone, or cannot be repaired: the sentence has said so
        return None


async def _deed(admin: Admin, verb: str, args: Sequence[int], refusal: Refusal) -> Deed | None:
    """What was done instead, if somebody was faster: the same was sent out, or the same person was booked there, just
    now; or this one is over. Nobody was faster where seats are missing, as for `faster.NO_RACE`."""
    views, deed = admin.rooms.views, None
    if verb == "a-repair-back" and isinstance(refusal, RepairOver):
        return await views.last_deed(("RepairWithdrawn", "RepairDone"), args[0], 0)
    if verb == "a-repair-go" and isinstance(refusal, RepairChanged):
        deed = await views.month_deed(("RepairProposed",), args[0])
    if verb == "a-repair-book" and isinstance(refusal, RepairChanged | AlreadyBooked):
        has = (await views.standing(args[1], args[2])).booking
        deed = await views.last_deed(("BookingMade",), has.id, args[1]) if has else None
    return deed if deed and admin.rooms.now() - deed.at <= JUST_NOW else None
