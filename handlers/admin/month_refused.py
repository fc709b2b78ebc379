"""A tap about a month that came too late or asks for what cannot be: the sentence, who was faster, and what is now."""

from collections.abc import Sequence

from engine.refusals import (
    AdjustmentOver,
    AdjustmentUnchanged,
    AlreadyDone,
    Busy,
    InputChanged,
    PeriodFinal,
    Refusal,
    RunNewer,
    RunOpen,
    RunOver,
)
from engine.views import Deed, PeriodCard
from handlers.admin.batch_final import shown_changes
from handlers.admin.faster import is_own, who_was_faster
from handlers.admin.layout import short
from handlers.admin.month import shown
from handlers.admin.month_cards import month_of
from handlers.admin.month_seen import version
from handlers.admin.outcome import TOAST
from handlers.admin.words import refused
from handlers.door import Admin, Answer, Card

DEEDS = ("PeriodOpened", "PeriodExtended", "PeriodClosed", "PeriodReopened")
WORDS = ("PlacementPinned", "PlacementMoved", "PersonExcluded", "AdjustmentEnded")
BY_REFUSAL: dict[type[Refusal], Sequence[str]] = {
    RunOpen: ("RunStarted",),
    RunNewer: ("RunStarted",),
    RunOver: ("RunStopped", "RunMade", "RunFailed"),
    AdjustmentUnchanged: WORDS,
    AdjustmentOver: WORDS,
    PeriodFinal: ("PeriodFinalized",),
}
"""What somebody else has done where a refusal comes of it."""

BY_MONTH = frozenset({"a-period-open", "a-period-begin"})
"""Taps whose first number is a month, and no period yet."""


async def after_refusal(admin: Admin, verb: str, args: Sequence[int], refusal: Refusal) -> Answer:
    """The sentence, who was faster, and the month as it is now."""
    account = await admin.rooms.views.account()
    zone = account.timezone if account else "UTC"
    sentence = refused(admin.texts, refusal, zone)
    found = await _meant(admin, verb, args)
    if found is None or isinstance(refusal, Busy):
        return Answer(short(sentence, TOAST), alert=True)
    card = await _card(admin, found, args, refusal)
    if isinstance(refusal, AlreadyDone):
        return Answer(short(sentence, TOAST), card=card)
    deed = await _deed(admin, verb, found, refusal)
    faster = who_was_faster(admin, deed, zone) if deed else ""
    toast = short(" ".join(filter(None, (sentence, faster))), TOAST)
    return Answer(toast, alert=deed is None or not is_own(admin, deed), card=card)


async def _card(admin: Admin, period: PeriodCard, args: Sequence[int], refusal: Refusal) -> Card:
    """What has changed where a version does not fit any more; else the month."""
    if isinstance(refusal, InputChanged):
        return await shown_changes(admin, period, await version(admin, period.id, args[1]), 0)
    return await shown(admin, period.id)


async def _deed(admin: Admin, verb: str, period: PeriodCard, refusal: Refusal) -> Deed | None:
    if not verb.startswith("a-batch-"):
        return await admin.rooms.views.last_deed(DEEDS, period.id, 0)
    kinds = BY_REFUSAL.get(type(refusal), ())
    return await admin.rooms.views.month_deed(kinds, period.id) if kinds else None


async def _meant(admin: Admin, verb: str, args: Sequence[int]) -> PeriodCard | None:
    if not args:
        return None
    if verb not in BY_MONTH:
        return await admin.rooms.views.period(args[0])
    month = month_of(args[0])
    known = await admin.rooms.views.periods()
    return next((each for each in known if each.month == month), None)
