"""A tap about the lock of a month, or about opening a final one, that came too late."""

from collections.abc import Mapping, Sequence

from engine.locks import UnlockStatus
from engine.refusals import (
    AlreadyDone,
    Busy,
    HelpersFull,
    LockOwn,
    NotHolder,
    NotOnTeam,
    PeriodHeld,
    Refusal,
    SecondAdminNeeded,
    UnlockOver,
)
from engine.services import locks as service
from engine.views import Deed, LockingCard, UnlockCard
from handlers.admin.faster import too_late
from handlers.admin.layout import short
from handlers.admin.lock_cards import lock_card
from handlers.admin.outcome import TOAST
from handlers.admin.unlock_cards import unlock_card
from handlers.admin.words import refused
from handlers.door import Admin, Answer

ANSWERED = ("UnlockGranted", "UnlockDenied", "UnlockLapsed", "UnlockEnded")
DEEDS: Mapping[str, Sequence[str]] = {
    "a-lock-take": ("PeriodLocked", "LockHanded"),
    "a-lock-extend": ("LockExtended", "LockEnded"),
    "a-lock-release": ("LockEnded",),
    "a-lock-helper": ("HelperNamed", "HelperDropped", "LockEnded"),
    "a-lock-wish": ("LockAsked", "LockEnded"),
    "a-lock-hand": ("LockHanded", "LockKept", "LockEnded"),
    "a-lock-keep": ("LockHanded", "LockKept", "LockEnded"),
    "a-lock-force": ("LockHanded", "LockEnded"),
    "a-unlock-do": ("UnlockAsked", "UnlockGranted"),
    "a-unlock-approve": ANSWERED,
    "a-unlock-deny": ANSWERED,
    "a-unlock-again": ANSWERED,
}
"""By verb: what somebody who was faster has done."""

BECAME: Mapping[UnlockStatus, str] = {
    "open": "unlock-became-open",
    "over": "unlock-became-over",
    "denied": "unlock-became-denied",
    "lapsed": "unlock-became-lapsed",
}
"""What a request has come to that cannot be answered any more."""

DECIDED: Mapping[UnlockStatus, Sequence[str]] = {
    "open": ("UnlockGranted",),
    "over": ("UnlockGranted",),
    "denied": ("UnlockDenied",),
}
"""Somebody's answer to it; one that has run out has none."""

NO_RACE = (HelpersFull, LockOwn, NotHolder, NotOnTeam, SecondAdminNeeded)
"""Nobody was faster."""

ASKS_HOLDER = frozenset({"a-lock-hand", "a-lock-keep"})
"""A question to whoever holds the lock: a tap by anybody else leaves it where it stands."""

ABOUT_ROW = frozenset(
    {"a-lock-hand", "a-lock-keep", "a-lock-force", "a-unlock-approve", "a-unlock-deny", "a-unlock-again"}
)
"""Taps whose second number is the lock's, or the unlocking's."""


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
    if isinstance(refusal, UnlockOver):
        return await _answered(admin, verb, args, sentence, found)
    card = unlock_card(admin, found) if opening else lock_card(admin, found)
    if isinstance(refusal, AlreadyDone):
        return Answer(short(sentence, TOAST), card=card)
    deed = None if isinstance(refusal, NO_RACE) else await _before(admin, verb, args, found)
    return too_late(admin, sentence, deed, zone, card)


async def _before(admin: Admin, verb: str, args: Sequence[int], found: LockingCard) -> Deed | None:
    """What another admin has done to this lock, or to the one that is gone."""
    now = found.unlock if verb.startswith("a-unlock") else found.lock
    row = args[1] if verb in ABOUT_ROW else now.id if now else None
    return await admin.rooms.views.last_deed(DEEDS[verb], row, 0) if verb in DEEDS else None


async def _answered(
    admin: Admin, verb: str, args: Sequence[int], sentence: str, found: LockingCard
) -> Answer:
    """What became of the request that the button was for, who decided that and when; and the lock as it is now."""
    views, zone, card = admin.rooms.views, found.period.timezone, unlock_card(admin, found)
    unlock = await views.unlock(args[1])
    if unlock is None or unlock.period.id != found.period.id:
        return too_late(admin, sentence, None, zone, card)
    became, now = _became(admin, unlock), admin.rooms.now()
    until, ends = unlock.until or unlock.lapses_at, unlock.ended_at or unlock.until or unlock.lapses_at
    told = admin.plain(
        BECAME[became], until=admin.texts.until(until, zone, now), ends=admin.texts.until(ends, zone, now)
    )
    kinds = DEEDS[verb] if verb == "a-unlock-again" else DECIDED.get(became, ())
    return too_late(admin, told, await views.last_deed(kinds, unlock.id, 0) if kinds else None, zone, card)


def _became(admin: Admin, unlock: UnlockCard) -> UnlockStatus:
    """Also where its time is up, and nobody has written that down yet."""
    if unlock.status == "asked":
        return "lapsed"
    over = unlock.status == "open" and unlock.until is not None and admin.rooms.now() >= unlock.until
    return "over" if over else unlock.status
