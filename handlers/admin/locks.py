"""/lock: while somebody works on a month, no other admin changes it. Taken, shared, asked for, handed over, forced."""

from collections.abc import Callable, Sequence

from engine.locks import Who
from engine.refusals import LockOver, NotOnTeam, PeriodUnknown
from engine.services import locks as service
from engine.views import LockingCard, PeriodCard
from handlers.admin.layout import label
from handlers.admin.lock_cards import active, force_card, helpers_card, lock_card
from handlers.admin.reasons import BY_HAND, with_reason
from handlers.callbacks import pack
from handlers.door import Admin, Answer, Button, Card

Drawn = Callable[[Admin, LockingCard], Card]


async def lock_command(admin: Admin, _: str) -> Card:
    """/lock"""
    found = [period for period in await admin.rooms.views.periods() if period.status != "final"]
    if len(found) == 1:
        return await _card(admin, found[0].id)
    return which_month(admin, found, "a-lock", "lock-which", "lock-no-month")


def which_month(admin: Admin, found: Sequence[PeriodCard], verb: str, which: str, none: str) -> Card:
    """One of several months, or the way to all where there is none of that kind."""
    all_months = [Button(admin.plain("admin-button-batch-see-all"), pack("a-batch"))]
    if not found:
        return Card(admin.say(none), [all_months])
    months = ((each.id, admin.texts.month(each.month)) for each in found)
    rows = [
        [Button(label(admin.texts, "label-lock-month", month=name), pack(verb, row))] for row, name in months
    ]
    return Card(admin.say(which), [*rows, all_months])


async def find(admin: Admin, period_id: int) -> LockingCard:
    """Raises PeriodUnknown."""
    found = await admin.rooms.views.locking(period_id)
    if found is None:
        raise PeriodUnknown
    return found


async def _card(admin: Admin, period_id: int) -> Card:
    return lock_card(admin, await find(admin, period_id))


async def done(admin: Admin, key: str, period_id: int, card: Drawn = lock_card) -> Answer:
    """What was done, and the month's lock as it is now."""
    return Answer(admin.plain(key), card=card(admin, await find(admin, period_id)))


async def lock(admin: Admin, period_id: int) -> Answer:
    """Who has it, and what can be done about it."""
    return Answer(card=await _card(admin, period_id))


async def take(admin: Admin, period_id: int, choice: int) -> Answer:
    """Mine, until then."""
    await service.take(admin.rooms.locks, with_reason(admin, BY_HAND), period_id, choice)
    return await done(admin, "admin-done-lock-take", period_id)


async def extend(admin: Admin, period_id: int, choice: int) -> Answer:
    """Longer."""
    await service.extend(admin.rooms.locks, with_reason(admin, BY_HAND), period_id, choice)
    return await done(admin, "admin-done-lock-extend", period_id)


async def release(admin: Admin, period_id: int) -> Answer:
    """Nobody's."""
    await service.release(admin.rooms.locks, with_reason(admin, BY_HAND), period_id)
    return await done(admin, "admin-done-lock-release", period_id)


async def helpers(admin: Admin, period_id: int, offset: int) -> Answer:
    """Who else may change the month?"""
    return Answer(card=helpers_card(admin, await find(admin, period_id), offset))


async def helper(admin: Admin, period_id: int, telegram_id: int, on: int, offset: int) -> Answer:
    """They may, or not any more."""
    if on:
        member = admin.team.get(telegram_id)
        if member is None:
            raise NotOnTeam
        await service.name(
            admin.rooms.locks, with_reason(admin, BY_HAND), period_id, Who(member.id, member.name)
        )
    else:
        await service.drop(admin.rooms.locks, with_reason(admin, BY_HAND), period_id, telegram_id)
    key = "admin-done-helper-on" if on else "admin-done-helper-off"
    return Answer(admin.plain(key), card=helpers_card(admin, await find(admin, period_id), offset))


async def wish(admin: Admin, period_id: int) -> Answer:
    """May I have it?"""
    await service.ask(admin.rooms.locks, with_reason(admin, BY_HAND), period_id)
    return await done(admin, "admin-done-lock-wish", period_id)


async def hand(admin: Admin, period_id: int, lock_id: int, asker_id: int) -> Answer:
    """Theirs."""
    tap = with_reason(admin, BY_HAND)
    await service.hand(admin.rooms.locks, tap, period_id, lock_id, asker_id)
    return await done(admin, "admin-done-lock-hand", period_id)


async def keep(admin: Admin, period_id: int, lock_id: int, asker_id: int) -> Answer:
    """Not now."""
    tap = with_reason(admin, BY_HAND)
    await service.keep(admin.rooms.locks, tap, period_id, lock_id, asker_id)
    return await done(admin, "admin-done-lock-keep", period_id)


async def force_ask(admin: Admin, period_id: int) -> Answer:
    """Why should it end?"""
    found = await find(admin, period_id)
    held = active(found, admin.rooms.now())
    if held is None:
        raise LockOver
    return Answer(card=force_card(admin, found, held))


async def force(admin: Admin, period_id: int, lock_id: int, holder_id: int, reason: int) -> Answer:
    """Over, against its holder."""
    await service.force(admin.rooms.locks, with_reason(admin, reason), period_id, lock_id, holder_id)
    return await done(admin, "admin-done-lock-force", period_id)
