"""Finalize: what it will do, the question, and what has changed since where it cannot be done any more."""

from collections.abc import Mapping, Sequence

from engine.refusals import PeriodFinal
from engine.services import runs as service
from engine.views import PeriodCard, RunCard
from handlers.admin.batch_final_cards import changed_card, final_card
from handlers.admin.layout import offset_within
from handlers.admin.month import shown
from handlers.admin.month_seen import find, not_held, version
from handlers.admin.named_rows import PAGE, named_by
from handlers.admin.reasons import with_reason
from handlers.door import Admin, Answer, Card

Changed = Sequence[tuple[str, int]]
"""What is not as it was: "sessions", "people" or "adjusted", and the id."""


async def final_ask(admin: Admin, period_id: int, number: int) -> Answer:
    """What it will do; or why it cannot."""
    period, run = await find(admin, period_id), await version(admin, period_id, number)
    if period.status == "final":
        raise PeriodFinal
    if await _differing(admin, period_id, run.id):
        return Answer(card=await shown_changes(admin, period, run, 0))
    return Answer(card=final_card(admin.texts, period, run, await not_held(admin, period_id, run)))


async def final(admin: Admin, period_id: int, number: int, reason: int) -> Answer:
    """The month is booked."""
    run = await version(admin, period_id, number)
    await service.finalize(admin.rooms.runs, with_reason(admin, reason), period_id, run.id)
    return Answer(admin.plain("admin-done-batch-final"), card=await shown(admin, period_id))


async def changed(admin: Admin, period_id: int, number: int, offset: int) -> Answer:
    """What is not any more as the version has it."""
    period, run = await find(admin, period_id), await version(admin, period_id, number)
    return Answer(card=await shown_changes(admin, period, run, offset))


async def shown_changes(admin: Admin, period: PeriodCard, run: RunCard, offset: int) -> Card:
    """By names, a page of it; and the way to a version that fits."""
    found = await _differing(admin, period.id, run.id)
    offset = offset_within(offset, len(found), PAGE)
    here = found[offset : offset + PAGE]
    events = [number for part, number in here if part == "sessions"]
    known = await named_by(admin, events, [number for part, number in here if part != "sessions"])
    runs = await admin.rooms.views.runs(period.id)
    newest = max(each.number for each in runs)
    return changed_card(admin.texts, period, run, found, known, offset, newest)


async def _differing(admin: Admin, period_id: int, run_id: int) -> Changed:
    found: Mapping[str, list[int]] = await service.changed(admin.rooms.runs, admin.tap, period_id, run_id)
    return [(part, number) for part, numbers in found.items() for number in numbers]
