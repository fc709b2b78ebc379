"""Plan and Execute: what a version would come to, and a version that is computed while others are served."""

from functools import partial

from engine.planning import Ordering, Strategy
from engine.refusals import ButtonStale
from engine.services import runs as service
from engine.services.runs import Begun
from engine.services.who import AdminTap
from engine.views import PeriodCard
from handlers.admin.batch_plan_cards import by_start, fills_card, findings_card, plan_card, working_card
from handlers.admin.batch_state import FAIR, FAST, KEEP
from handlers.admin.layout import offset_within
from handlers.admin.month import shown
from handlers.admin.month_seen import find
from handlers.admin.named_rows import PAGE, Named, named_by, names_for
from handlers.admin.reasons import BY_HAND, with_reason
from handlers.door import Admin, Answer


def read_way(way: int) -> tuple[Strategy, Ordering, bool]:
    """How a version is to be computed, and whether it keeps places. Raises ButtonStale for no way at all."""
    if not 0 <= way < 2 * KEEP:
        raise ButtonStale
    return ("fast_fill" if way & FAST else "balanced"), ("fair" if way & FAIR else "most"), bool(way & KEEP)


async def plan(admin: Admin, period_id: int, way: int) -> Answer:
    """What would come of it; nothing is written."""
    if way >= KEEP:
        raise ButtonStale
    found = await find(admin, period_id)
    return Answer(card=working_card(admin.texts, found), later=partial(_planned, admin, found, way))


async def _planned(admin: Admin, period: PeriodCard, way: int) -> Answer:
    strategy, ordering, _ = read_way(way)
    made = await service.plan(admin.rooms.runs, admin.tap, period.id, strategy, ordering)
    runs = await admin.rooms.views.runs(period.id)
    known = await names_for(
        admin, made.findings[:PAGE], [int(one["id"]) for one in made.document["sessions"]]
    )
    newest = max((run.number for run in runs), default=0)
    return Answer(card=plan_card(admin.texts, period, made, known, way, newest))


async def fills(admin: Admin, period_id: int, way: int, offset: int) -> Answer:
    """How every date would fill. Nothing of a plan is written: the same comes of it as long as the month is as it
    was."""
    if way >= KEEP:
        raise ButtonStale
    found = await find(admin, period_id)
    return Answer(card=working_card(admin.texts, found), later=partial(_filled, admin, found, way, offset))


async def _filled(admin: Admin, period: PeriodCard, way: int, offset: int) -> Answer:
    strategy, ordering, _ = read_way(way)
    made = await service.plan(admin.rooms.runs, admin.tap, period.id, strategy, ordering)
    dates = by_start(made.document)
    offset = offset_within(offset, len(dates), PAGE)
    known = await named_by(admin, [int(one["id"]) for one in dates[offset : offset + PAGE]], [])
    return Answer(card=fills_card(admin.texts, period, made, known, way, offset))


async def findings(admin: Admin, period_id: int, way: int, offset: int = 0) -> Answer:
    """All that the input check has found; `way` is that of the plan it was opened from, which Back leads to."""
    if way >= KEEP:
        raise ButtonStale
    period = await find(admin, period_id)
    found = await service.check(admin.rooms.runs, admin.tap, period_id)
    offset = offset_within(offset, len(found), PAGE)
    known: Named = await names_for(admin, found[offset : offset + PAGE])
    return Answer(card=findings_card(admin.texts, period, found, known, way, offset))


async def execute(admin: Admin, period_id: int, way: int, after: int) -> Answer:
    """A version begins; whoever looks at the card sees by whom and since when, and can stop it."""
    strategy, ordering, keep = read_way(way)
    tap = with_reason(admin, BY_HAND)
    begun = await service.begin(admin.rooms.runs, tap, period_id, strategy, ordering, keep=keep, after=after)
    toast = admin.plain("admin-done-batch-execute", number=begun.number)
    card = await shown(admin, period_id)
    return Answer(toast, card=card, later=partial(_computed, admin, tap, period_id, begun))


async def _computed(admin: Admin, tap: AdminTap, period_id: int, begun: Begun) -> Answer:
    made = await service.compute(admin.rooms.runs, tap, period_id, begun)
    toast = admin.plain("admin-done-batch-made", number=made.number)
    return Answer(toast, card=await shown(admin, period_id))


async def stop(admin: Admin, period_id: int, number: int) -> Answer:
    """Nobody waits for this version any more."""
    known = await admin.rooms.views.runs(period_id)
    run_id = next((run.id for run in known if run.number == number), 0)
    await service.stop(admin.rooms.runs, with_reason(admin, BY_HAND), period_id, run_id)
    return Answer(admin.plain("admin-done-batch-stop"), card=await shown(admin, period_id))
