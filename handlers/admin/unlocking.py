"""/unlock: a final month is opened for a while, when a second admin agrees."""

from functools import partial

from engine.locks import UNLOCK_MINUTES
from engine.refusals import ButtonStale
from engine.services import locks as service
from handlers.admin import found
from handlers.admin.locks import done, find, which_month
from handlers.admin.named_rows import PAGE
from handlers.admin.reasons import BY_HAND, with_reason
from handlers.admin.unlock_cards import dates_card, reasons_card, unlock_card
from handlers.door import Admin, Answer, Card


async def unlock_command(admin: Admin, _: str) -> Card:
    """/unlock"""
    found = [period for period in await admin.rooms.views.periods() if period.status == "final"]
    if len(found) == 1:
        return await _card(admin, found[0].id)
    return which_month(admin, found, "a-unlock", "unlock-which", "unlock-no-month")


async def _card(admin: Admin, period_id: int) -> Card:
    return unlock_card(admin, await find(admin, period_id))


async def unlock(admin: Admin, period_id: int) -> Answer:
    """How the final lock stands."""
    return Answer(card=await _card(admin, period_id))


async def dates(admin: Admin, period_id: int, offset: int) -> Answer:
    """What can be changed while the month is open."""
    known = await find(admin, period_id)
    page = await found.page(partial(admin.rooms.views.dates, period_id), offset, PAGE)
    return Answer(card=dates_card(admin.texts, known.period, page))


async def ask(admin: Admin, period_id: int, minutes: int) -> Answer:
    """Why?"""
    if minutes not in UNLOCK_MINUTES:
        raise ButtonStale
    found = await find(admin, period_id)
    return Answer(card=reasons_card(admin, found.period, minutes))


async def do(admin: Admin, period_id: int, minutes: int, reason: int) -> Answer:
    """Another admin is asked."""
    await service.ask_unlock(admin.rooms.locks, with_reason(admin, reason), period_id, minutes)
    return await done(admin, "admin-done-unlock-ask", period_id, unlock_card)


async def approve(admin: Admin, period_id: int, unlock_id: int) -> Answer:
    """Open, for as long as was asked."""
    await service.approve(admin.rooms.locks, with_reason(admin, BY_HAND), period_id, unlock_id)
    return await done(admin, "admin-done-unlock-approve", period_id, unlock_card)


async def deny(admin: Admin, period_id: int, unlock_id: int) -> Answer:
    """It stays locked."""
    await service.deny(admin.rooms.locks, with_reason(admin, BY_HAND), period_id, unlock_id)
    return await done(admin, "admin-done-unlock-deny", period_id, unlock_card)


async def again(admin: Admin, period_id: int, unlock_id: int) -> Answer:
    """Locked again, before the time is up."""
    await service.relock(admin.rooms.locks, with_reason(admin, BY_HAND), period_id, unlock_id)
    return await done(admin, "admin-done-unlock-again", period_id, unlock_card)
