"""A month that has been allocated, before a tap: versions of it, and what of them is booked."""

from __future__ import annotations

from engine.services import runs
from engine.services.who import AdminTap
from storage.runs import SqlRuns
from tests.rules.greedy import greedy
from tests.taps import months
from tests.taps.hall import Human
from tests.taps.stages import Stage

ADA = AdminTap(900, "Ada", reason="a good reason")


async def allotted(stage: Stage, versions: int = 2) -> Human:
    """Anna and Ben wish for the first date, and nobody can any more; so many versions are there."""
    dora = await months.opened(stage)
    for name in ("Anna", "Ben"):
        human = await months.wishing(stage, name)
        await human.presses("month-dates", "month-want")
    period = await months.period_id(stage)
    await dora.types("/batch", chat=stage.hall.group)
    await dora.presses("a-period", "a-period-close-ask", "a-period-close", chat=stage.hall.group)
    for _ in range(versions):
        await runs.execute(rooms(stage), ADA, period, "balanced", allocate=greedy)
    await stage.hall.settle()
    return dora


def rooms(stage: Stage) -> SqlRuns:
    return SqlRuns(stage.hall.house.database, stage.hall.calendar)


async def figured(stage: Stage) -> Human:
    """In front of the newest one's figures."""
    dora = await allotted(stage)
    await dora.types("/metrics", chat=stage.hall.group)
    return dora


async def finalized(stage: Stage) -> Human:
    """The first of them is booked; in front of its figures."""
    dora = await allotted(stage)
    period = await months.period_id(stage)
    (first, _) = await stage.hall.house.views.runs(period)
    await runs.finalize(rooms(stage), ADA, period, first.id)
    await stage.hall.settle()
    await dora.types("/metrics", chat=stage.hall.group)
    return dora


async def batched(stage: Stage) -> Human:
    """In front of the month's own card."""
    dora = await allotted(stage)
    await dora.types("/batch", chat=stage.hall.group)
    await dora.presses("a-period", chat=stage.hall.group)
    return dora
