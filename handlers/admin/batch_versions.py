"""All versions of a month, and what is different between any two of them."""

from engine.rules.comparing import Comparison
from engine.services import runs as service
from engine.views import Page
from handlers.admin.batch_versions_cards import compare_card, versions_card, with_card
from handlers.admin.layout import offset_within
from handlers.admin.month_seen import find, version
from handlers.admin.named_rows import PAGE, named_by
from handlers.door import Admin, Answer


async def versions(admin: Admin, period_id: int, offset: int) -> Answer:
    """The newest first."""
    period = await find(admin, period_id)
    known = list(reversed(await admin.rooms.views.runs(period_id)))
    offset = offset_within(offset, len(known), PAGE)
    here = await admin.rooms.views.run_cards([run.id for run in known[offset : offset + PAGE]])
    page = Page(list(reversed(here)), offset, len(known))
    return Answer(card=versions_card(admin.texts, period, page))


async def compare_with(admin: Admin, period_id: int, number: int, offset: int) -> Answer:
    """With which one?"""
    period, run = await find(admin, period_id), await version(admin, period_id, number)
    known = [each for each in await admin.rooms.views.runs(period_id) if each.status == "done"]
    others = [each for each in reversed(known) if each.id != run.id]
    return Answer(card=with_card(admin.texts, period, run, others, offset_within(offset, len(others), PAGE)))


async def compare(admin: Admin, period_id: int, first: int, second: int, offset: int) -> Answer:
    """Who is where else."""
    period = await find(admin, period_id)
    before, after = (
        await version(admin, period_id, first),
        await version(admin, period_id, second),
    )
    found: Comparison = await service.compare(admin.rooms.runs, before.id, after.id)
    moves = [*found.fell_out, *found.came_in, *found.moved]
    offset = offset_within(offset, len(moves), PAGE)
    shown = moves[offset : offset + PAGE]
    events = [event for move in shown for event in (*move.before, *move.after)]
    known = await named_by(admin, events, [move.person_id for move in shown])
    return Answer(card=compare_card(admin.texts, period, (before, after), found, known, offset))
