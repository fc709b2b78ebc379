"""The draw of a final month, computed again from what its export says; anybody can do the same with the file alone."""

from functools import partial

from engine.refusals import ButtonStale, PeriodUnknown
from engine.rules.proof import NoExport
from engine.services import runs as service
from engine.views import PeriodCard
from handlers.admin.month_seen import find
from handlers.admin.proof_cards import checking_card, earlier_card, proof_card
from handlers.door import Admin, Answer


async def verify(admin: Admin, period_id: int) -> Answer:
    """What holds, or what differs; nothing is written. Raises PeriodUnknown, ButtonStale."""
    period = await find(admin, period_id)
    if not period.seed:
        raise ButtonStale
    return Answer(card=checking_card(admin.texts, period), later=partial(_verified, admin, period))


async def _verified(admin: Admin, period: PeriodCard) -> Answer:
    export = await admin.rooms.views.export(period.id, 0)
    if export is None:
        raise PeriodUnknown
    try:
        proof = await service.verify(export)
    except NoExport:  # the month is final and the version its own: what is left is another method
        return Answer(card=earlier_card(admin.texts, period))
    return Answer(card=proof_card(admin.texts, period, proof))
