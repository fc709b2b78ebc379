"""A month that has been drawn, before a tap: versions of it, and the final one."""

from __future__ import annotations

from engine.services import month, runs
from engine.services.who import AdminTap, Tap
from storage.month import SqlMonths
from storage.runs import SqlRuns
from storage.tables import events, participants, wishes
from tests.rules.greedy import greedy
from tests.taps import months
from tests.taps.hall import Human
from tests.taps.stages import Stage

NAMES = ("Anna", "=1+1", "Ben 🧘")


def kept(stage: Stage) -> SqlRuns:
    """The runs of the hall's house."""
    return SqlRuns(stage.hall.house.database, stage.hall.calendar, lambda _: None)


async def closed(stage: Stage, people: list[Human] | None = None) -> Human:
    """Three people want the first date, which has two seats, and wishes are closed. `people` gets to know them."""
    dora = await months.opened(stage)
    period_id = await months.period_id(stage)
    first = min(await _dates(stage))
    for name in NAMES:
        human = await stage.somebody(name)
        if people is not None:
            people.append(human)
        (row,) = await stage.hall.studio.rows(participants, participants.c.telegram_id == human.id)
        tap = Tap(row.id, None)
        await month.choose(_months(stage), tap, period_id, first[1], equal=False)
    assert len(await stage.hall.studio.rows(wishes)) == len(NAMES)
    await month.close(_months(stage), ada(), period_id)
    await stage.hall.settle()
    return dora


async def _dates(stage: Stage) -> list[tuple[object, int]]:
    found = await stage.hall.studio.rows(events)
    return [(row.starts_at, row.id) for row in found if row.code.startswith("choir-")]


def _months(stage: Stage) -> SqlMonths:
    return SqlMonths(stage.hall.house.database, stage.hall.calendar)


def ada() -> AdminTap:
    return AdminTap(900, "Ada", reason="a good reason")


async def drawn(stage: Stage, people: list[Human] | None = None) -> Human:
    """Two versions: in the second one somebody without a place is pinned."""
    dora = await closed(stage, people)
    period_id = await months.period_id(stage)
    first = await runs.execute(kept(stage), ada(), period_id, "balanced", "fair", allocate=greedy)
    short = int(first.output["unplaced"][0]["person"])
    event_id = min(await _dates(stage))[1]
    await runs.pin(kept(stage), ada(), period_id, short, event_id)
    await runs.execute(kept(stage), ada(), period_id, "balanced", "fair", keep=True, allocate=greedy)
    await stage.hall.settle()
    return dora


async def final(stage: Stage) -> Human:
    """The second one is the month's, and everybody has been told."""
    await drawn(stage)
    return await end(stage)


async def end(stage: Stage) -> Human:
    """The newest version is the month's."""
    period_id = await months.period_id(stage)
    last = (await stage.hall.house.views.runs(period_id))[-1]
    await runs.finalize(kept(stage), ada(), period_id, last.id)
    await stage.hall.settle()
    return await stage.admin()


async def exporting(stage: Stage) -> Human:
    """In front of the files of the final month."""
    dora = await final(stage)
    await dora.types("/export", chat=stage.hall.group)
    await dora.presses("a-export", chat=stage.hall.group)
    return dora


async def comparing(stage: Stage) -> Human:
    """In front of the question which version is compared."""
    dora = await exporting(stage)
    await dora.presses("a-difference", chat=stage.hall.group)
    return dora
