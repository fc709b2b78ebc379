"""/lock: while somebody works on a month, no other admin changes it. Taken, shared, asked for, handed over, forced."""

from collections.abc import Mapping, Sequence

from engine.locks import Who
from engine.refusals import (
    AlreadyDone,
    Busy,
    HelpersFull,
    LockOver,
    LockOwn,
    NotHolder,
    NotOnTeam,
    PeriodHeld,
    PeriodUnknown,
    Refusal,
    SecondAdminNeeded,
)
from engine.services import locks as service
from engine.views import Deed, LockingCard
from handlers.admin.faster import is_own, who_was_faster
from handlers.admin.layout import label, short
from handlers.admin.lock_cards import active, force_card, helpers_card, lock_card
from handlers.admin.outcome import TOAST
from handlers.admin.reasons import BY_HAND, with_reason
from handlers.admin.unlock_cards import unlock_card
from handlers.admin.words import refused
from handlers.callbacks import pack
from handlers.door import Admin, Answer, Button, Card

ANSWERED = ("UnlockGranted", "UnlockDenied", "UnlockLapsed", "UnlockEnded")
DEEDS: Mapping[str, Sequence[str]] = {
    "a-lock-take": ("PeriodLocked", "LockHanded"),
    "a-lock-extend": ("LockExtended", "LockEnded"),
    "a-lock-release": ("LockEnded",),
    "a-lock-helper": ("HelperNamed", "HelperDropped", "LockEnded"),
    "a-lock-wish": ("LockAsked", "LockEnded"),
    "a-lock-hand": ("LockHanded", "LockKept", "LockEnded"),
    "a-lock-keep": ("LockHanded", "LockKept", "LockEnded"),
    "a-lock-force": ("LockEnded",),
    "a-unlock-do": ("UnlockAsked", "UnlockGranted"),
    "a-unlock-approve": ANSWERED,
    "a-unlock-deny": ANSWERED,
    "a-unlock-again": ANSWERED,
}
"""By verb: what somebody who was faster has done."""

NO_RACE = (HelpersFull, LockOwn, NotHolder, NotOnTeam, SecondAdminNeeded)
"""Nobody was faster."""

ASKS_HOLDER = frozenset({"a-lock-hand", "a-lock-keep"})
"""A question to whoever holds the lock: a tap by anybody else leaves it where it stands."""

ABOUT_ROW = frozenset({"a-lock-hand", "a-lock-keep", "a-unlock-approve", "a-unlock-deny", "a-unlock-again"})
"""Taps whose second number is the lock's, or the unlocking's."""


async def lock_command(admin: Admin, _: str) -> Card:
    """/lock"""
    found = [period for period in await admin.rooms.views.periods() if period.status != "final"]
    if not found:
        return Card(admin.say("lock-no-month"), [[_months(admin)]])
    if len(found) == 1:
        return await _card(admin, found[0].id)
    rows = [
        [
            Button(
                label(admin.texts, "label-lock-month", month=admin.texts.month(each.month)),
                pack("a-lock", each.id),
            )
        ]
        for each in found
    ]
    return Card(admin.say("lock-which"), [*rows, [_months(admin)]])


def _months(admin: Admin) -> Button:
    return Button(admin.plain("admin-button-batch-see-all"), pack("a-batch"))


async def find(admin: Admin, period_id: int) -> LockingCard:
    """Raises PeriodUnknown."""
    found = await admin.rooms.views.locking(period_id)
    if found is None:
        raise PeriodUnknown
    return found


async def _card(admin: Admin, period_id: int) -> Card:
    return lock_card(admin, await find(admin, period_id))


async def _done(admin: Admin, key: str, period_id: int) -> Answer:
    return Answer(admin.plain(key), card=await _card(admin, period_id))


async def lock(admin: Admin, period_id: int) -> Answer:
    """Who has it, and what can be done about it."""
    return Answer(card=await _card(admin, period_id))


async def take(admin: Admin, period_id: int, choice: int) -> Answer:
    """Mine, until then."""
    await service.take(admin.rooms.locks, with_reason(admin, BY_HAND), period_id, choice)
    return await _done(admin, "admin-done-lock-take", period_id)


async def extend(admin: Admin, period_id: int, choice: int) -> Answer:
    """Longer."""
    await service.extend(admin.rooms.locks, with_reason(admin, BY_HAND), period_id, choice)
    return await _done(admin, "admin-done-lock-extend", period_id)


async def release(admin: Admin, period_id: int) -> Answer:
    """Nobody's."""
    await service.release(admin.rooms.locks, with_reason(admin, BY_HAND), period_id)
    return await _done(admin, "admin-done-lock-release", period_id)


async def helpers(admin: Admin, period_id: int) -> Answer:
    """Who else may change the month?"""
    return Answer(card=helpers_card(admin, await find(admin, period_id)))


async def helper(admin: Admin, period_id: int, telegram_id: int, on: int) -> Answer:
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
    return Answer(admin.plain(key), card=helpers_card(admin, await find(admin, period_id)))


async def wish(admin: Admin, period_id: int) -> Answer:
    """May I have it?"""
    await service.ask(admin.rooms.locks, with_reason(admin, BY_HAND), period_id)
    return await _done(admin, "admin-done-lock-wish", period_id)


async def hand(admin: Admin, period_id: int, lock_id: int) -> Answer:
    """Theirs."""
    await service.hand(admin.rooms.locks, with_reason(admin, BY_HAND), period_id, lock_id)
    return await _done(admin, "admin-done-lock-hand", period_id)


async def keep(admin: Admin, period_id: int, lock_id: int) -> Answer:
    """Not now."""
    await service.keep(admin.rooms.locks, with_reason(admin, BY_HAND), period_id, lock_id)
    return await _done(admin, "admin-done-lock-keep", period_id)


async def force_ask(admin: Admin, period_id: int) -> Answer:
    """Why should it end?"""
    found = await find(admin, period_id)
    held = active(found, admin.rooms.now())
    if held is None:
        raise LockOver
    return Answer(card=force_card(admin, found, held))


async def force(admin: Admin, period_id: int, reason: int) -> Answer:
    """Over, against its holder."""
    await service.force(admin.rooms.locks, with_reason(admin, reason), period_id)
    return await _done(admin, "admin-done-lock-force", period_id)


async def count(admin: Admin, verb: str, refusal: PeriodHeld) -> None:
    """An edit that was kept out."""
    await service.refused(admin.rooms.locks, admin.tap, refusal.period, verb)


async def after_refusal(admin: Admin, verb: str, args: Sequence[int], refusal: Refusal) -> Answer:
    """The sentence, who was faster, and the lock as it is now."""
    found = await admin.rooms.views.locking(args[0])
    zone = found.period.timezone if found else "UTC"
    sentence = refused(admin.texts, refusal, zone)
    if found is None or isinstance(refusal, Busy):
        return Answer(short(sentence, TOAST), alert=True)
    if verb in ASKS_HOLDER and isinstance(refusal, NotHolder):
        return Answer(short(sentence, TOAST), alert=True)
    opening = verb.startswith("a-unlock")
    card = unlock_card(admin, found) if opening else lock_card(admin, found)
    if isinstance(refusal, AlreadyDone):
        return Answer(short(sentence, TOAST), card=card)
    deed = None if isinstance(refusal, NO_RACE) else await _before(admin, verb, args, found)
    faster = who_was_faster(admin, deed, zone) if deed else ""
    toast = short(" ".join(filter(None, (sentence, faster))), TOAST)
    return Answer(toast, alert=deed is None or not is_own(admin, deed), card=card)


async def _before(admin: Admin, verb: str, args: Sequence[int], found: LockingCard) -> Deed | None:
    """What another admin has done to this lock, or to the one that is gone."""
    now = found.unlock if verb.startswith("a-unlock") else found.lock
    row = args[1] if verb in ABOUT_ROW else now.id if now else None
    return await admin.rooms.views.last_deed(DEEDS[verb], row, 0) if verb in DEEDS else None
