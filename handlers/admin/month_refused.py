"""A tap about a month that came too late or asks for what cannot be: the sentence, who was faster, and what is now."""

from collections.abc import Mapping, Sequence

from engine.refusals import (
    AdjustmentOver,
    AdjustmentUnchanged,
    AlreadyDone,
    Busy,
    DeadlineUnchanged,
    DeadlineUnusable,
    InputChanged,
    PeriodExists,
    PeriodFinal,
    PeriodNotClosed,
    PeriodNotCollecting,
    PeriodOpen,
    PeriodPlanned,
    Refusal,
    RunNewer,
    RunOpen,
    RunOver,
)
from engine.views import PeriodCard
from handlers.admin.batch_final import shown_changes
from handlers.admin.faster import too_late
from handlers.admin.layout import short
from handlers.admin.month import open_card, shown
from handlers.admin.month_cards import month_of
from handlers.admin.month_seen import version
from handlers.admin.outcome import TOAST
from handlers.admin.words import refused
from handlers.door import Admin, Answer, Card

WORDS = ("PlacementPinned", "PlacementMoved", "PersonExcluded", "AdjustmentEnded")
REPEATED: Mapping[tuple[str, type[Refusal]], Sequence[str]] = {
    ("a-period-open", PeriodExists): ("PeriodOpened",),
    ("a-period-begin", PeriodExists): ("PeriodOpened",),
    ("a-period-extend", DeadlineUnchanged): ("PeriodExtended",),
    ("a-period-close", PeriodNotCollecting): ("PeriodClosed",),
    ("a-period-reopen", PeriodNotClosed): ("PeriodReopened",),
    ("a-batch-execute", RunOpen): ("RunStarted",),
    ("a-batch-execute", RunNewer): ("RunStarted",),
    ("a-batch-stop", RunOver): ("RunStopped", "RunMade", "RunFailed"),
    ("a-batch-pin", AdjustmentUnchanged): WORDS,
    ("a-batch-move", AdjustmentUnchanged): WORDS,
    ("a-batch-out", AdjustmentUnchanged): WORDS,
    ("a-batch-lift", AdjustmentOver): WORDS,
    ("a-batch-final", PeriodFinal): ("PeriodFinalized",),
}
"""What was tapped is done already: by whoever was faster, or by the same admin a moment ago."""

IN_THE_WAY: Mapping[type[Refusal], Sequence[str]] = {
    PeriodNotCollecting: ("PeriodClosed",),
    PeriodOpen: ("PeriodReopened",),
    PeriodPlanned: ("RunStarted",),
    PeriodFinal: ("PeriodFinalized",),
    RunOpen: ("RunStarted",),
    RunNewer: ("RunStarted",),
}
"""What somebody has done where a refusal of anything else comes of it. Behind any other nobody was faster."""

BY_MONTH = frozenset({"a-period-open", "a-period-begin"})
"""Taps whose first number is a month, and no period yet."""


async def after_refusal(admin: Admin, verb: str, args: Sequence[int], refusal: Refusal) -> Answer:
    """The sentence, who was faster, and the month as it is now."""
    account = await admin.rooms.views.account()
    zone = account.timezone if account else "UTC"
    sentence = refused(admin.texts, refusal, zone)
    found = await _meant(admin, verb, args)
    if verb == "a-period-begin" and isinstance(refusal, DeadlineUnusable):
        card = await open_card(admin, month_of(args[0]))  # the deadlines of today
        return Answer(short(sentence, TOAST), alert=True, card=card)
    if found is None or isinstance(refusal, Busy):
        return Answer(short(sentence, TOAST), alert=True)
    card = await _card(admin, found, args, refusal)
    if isinstance(refusal, AlreadyDone):
        return Answer(short(sentence, TOAST), card=card)
    repeated = REPEATED.get((verb, type(refusal)), ())
    kinds = repeated or IN_THE_WAY.get(type(refusal), ())
    deed = await admin.rooms.views.month_deed(kinds, found.id) if kinds else None
    return too_late(admin, sentence, deed, zone, card, repeat=bool(repeated))


async def _card(admin: Admin, period: PeriodCard, args: Sequence[int], refusal: Refusal) -> Card:
    """What has changed where a version does not fit any more; else the month."""
    if isinstance(refusal, InputChanged):
        return await shown_changes(admin, period, await version(admin, period.id, args[1]), 0)
    return await shown(admin, period.id)


async def _meant(admin: Admin, verb: str, args: Sequence[int]) -> PeriodCard | None:
    if not args:
        return None
    if verb not in BY_MONTH:
        return await admin.rooms.views.period(args[0])
    month = month_of(args[0])
    known = await admin.rooms.views.periods()
    return next((each for each in known if each.month == month), None)
