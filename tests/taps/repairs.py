"""How a final month stands before a tap: somebody has lost a date."""

from __future__ import annotations

from engine.services import dates, month, runs
from engine.services.who import AdminTap
from storage.month import SqlMonths
from storage.runs import SqlRuns
from storage.tables import bookings, periods
from tests.rules.greedy import greedy
from tests.taps import allotting, months
from tests.taps.hall import Human
from tests.taps.stages import Stage

ADA = AdminTap(900, "Ada", reason="a good reason")


async def final(stage: Stage, wishes: int = 2) -> Human:
    """Anna wishes for two dates, or so many, and has the first; the month is final."""
    anna = await months.wishing(stage)
    await anna.presses("month-dates")
    shown = await anna.newest()
    for button in shown.buttons[:wishes]:
        await anna.taps_on(shown.id, button.data)
    house, period = stage.hall.house, await months.period_id(stage)
    await month.close(SqlMonths(house.database, stage.hall.calendar), ADA, period)
    allocation = SqlRuns(house.database, stage.hall.calendar)
    made = await runs.execute(allocation, ADA, period, "balanced", "fair", allocate=greedy)
    await runs.finalize(allocation, ADA, period, made.run_id)
    await stage.hall.settle()
    stage.hall.people["Anna"] = anna
    return anna


async def lost(stage: Stage, wishes: int = 2) -> Human:
    """The date that Anna has is called off."""
    anna = await final(stage, wishes)
    (booked,) = await stage.hall.studio.rows(bookings, bookings.c.source == "month")
    await dates.call_off(stage.hall.house.work, ADA, booked.event_id)
    await stage.hall.settle()
    return anna


async def planned(stage: Stage, wishes: int = 2) -> Human:
    """An admin in front of the final month, after that."""
    await lost(stage, wishes)
    dora = await stage.admin()
    await dora.types("/batch", chat=stage.hall.group)
    await dora.presses("a-period", chat=stage.hall.group)
    return dora


async def sent(stage: Stage) -> Human:
    """Anna is asked, and the admin sees that."""
    dora = await planned(stage)
    await dora.presses("a-repair", "a-repair-go", chat=stage.hall.group)
    return dora


async def asked(stage: Stage) -> Human:
    """Anna in front of the question."""
    await sent(stage)
    anna: Human = stage.hall.people["Anna"]
    return anna


async def crowded(stage: Stage) -> Human:
    """In front of more open repairs than the plan has room for: nine people have lost the same date."""
    await allotting.wished(stage, {f"Guest {number}": (0, 1) for number in range(9)}, seats=20)
    made, here = allotting.rooms(stage), await period(stage)
    version = await runs.execute(made.runs, ADA, here, "fast_fill", "most")
    await runs.finalize(made.runs, ADA, here, version.run_id)
    await dates.call_off(made.work, ADA, stage.hall.event("choir-1"))
    await stage.hall.settle()
    dora = await allotting.looking(stage)
    await dora.presses("a-repair", "a-repair-go", chat=stage.hall.group)
    return dora


async def stranded(stage: Stage) -> Human:
    """In front of a repair that finds nothing for more people than it names, one of them with Zoe; and with more free
    dates than it names."""
    wishes: dict[str, tuple[int, ...]] = {f"Guest {number}": (0,) for number in range(9)}
    await allotting.wished(stage, wishes, dates=9, apart=1, seats=20, companions={"Guest 0": ("Zoe",)})
    made, here = allotting.rooms(stage), await period(stage)
    version = await runs.execute(made.runs, ADA, here, "fast_fill", "most")
    await runs.finalize(made.runs, ADA, here, version.run_id)
    await dates.call_off(made.work, ADA, stage.hall.event("choir-1"))
    await stage.hall.settle()
    stage.hall.calendar.forward(minutes=1)  # whatever comes after the month is final is not what it gave
    dora = await allotting.looking(stage)
    await dora.presses("a-repair", chat=stage.hall.group)
    return dora


async def period(stage: Stage) -> int:
    (row,) = await stage.hall.studio.rows(periods)
    return int(row.id)
