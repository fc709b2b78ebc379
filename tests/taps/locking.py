"""How the locks of a month stand before a tap: taken by Dora, asked for by Ben; and a final month to be opened."""

from __future__ import annotations

from typing import Any

from engine.locks import Who
from engine.roles import ROLES
from engine.rules.locks import HALF_AN_HOUR
from engine.services import locks, month, runs
from engine.services.who import AdminTap
from storage.locks import SqlLocks
from storage.month import SqlMonths
from storage.runs import SqlRuns
from storage.tables import bookings
from tests.rules.greedy import greedy
from tests.taps import months
from tests.taps.hall import Human
from tests.taps.stages import Stage


async def unlocked_month(stage: Stage) -> Human:
    """Dora in front of the lock of a month that nobody has locked."""
    dora = await months.opened(stage)
    await dora.types("/lock", chat=stage.hall.group)
    return dora


async def held(stage: Stage) -> Human:
    """Dora has it for half an hour."""
    dora = await unlocked_month(stage)
    await dora.taps("a-lock-take", await months.period_id(stage), HALF_AN_HOUR, chat=stage.hall.group)
    return dora


async def by_other(stage: Stage) -> Human:
    """Ben in front of Dora's lock."""
    await held(stage)
    ben = await stage.admin("Ben")
    await ben.types("/lock", chat=stage.hall.group)
    return ben


async def by_owner(stage: Stage) -> Human:
    """Olga, whose group it is, in front of Dora's lock."""
    await held(stage)
    olga = await stage.owner()
    await olga.types("/lock", chat=stage.hall.group)
    return olga


async def asked(stage: Stage) -> Human:
    """Dora in front of her lock, which Ben would like to have."""
    dora = await held(stage)
    ben = await stage.admin("Ben")
    await ben.types("/lock", chat=stage.hall.group)
    await ben.presses("a-lock-wish", chat=stage.hall.group)
    await dora.types("/lock", chat=stage.hall.group)
    return dora


async def helping(stage: Stage) -> Human:
    """Dora in front of the admins who could help; Ben is one of them."""
    dora = await held(stage)
    await stage.admin("Ben")
    await dora.presses("a-lock-helpers", chat=stage.hall.group)
    return dora


async def helped(stage: Stage, dora: Human, count: int) -> None:
    """So many admins may change the month that Dora has locked."""
    kept, period = SqlLocks(stage.hall.house.database, stage.hall.calendar), await months.period_id(stage)
    tap = AdminTap(dora.id, dora.phone.name, reason="a good reason")
    for number in range(1, count + 1):
        await locks.name(kept, tap, period, Who(number, f"Helper {number}"))


async def final(stage: Stage) -> Human:
    """Anna has a place by the month's allocation, and Dora is in front of the final lock."""
    dora, _ = await finalized(stage)
    return dora


async def finalized(stage: Stage) -> tuple[Human, Human]:
    """The same: Dora and Anna."""
    dora = await months.opened(stage)
    anna = await months.wished(stage)
    period, house = await months.period_id(stage), stage.hall.house
    tap = AdminTap(dora.id, dora.phone.name, reason="a good reason")
    made_runs = SqlRuns(house.database, stage.hall.calendar)
    await month.close(SqlMonths(house.database, stage.hall.calendar), tap, period)
    made = await runs.execute(made_runs, tap, period, "balanced", "fair", allocate=greedy)
    await runs.finalize(made_runs, tap, period, made.run_id)
    await stage.hall.settle()
    await dora.types("/unlock", chat=stage.hall.group)
    return dora, anna


async def approver(stage: Stage, name: str = "Ben") -> Human:
    """A second admin who may agree."""
    ben, olga, group = await stage.admin(name), await stage.owner(), stage.hall.group
    await olga.types("/roles", chat=group)
    await olga.taps("a-role", ben.id, chat=group)
    number = ROLES.index("approver")
    await olga.taps("a-role-ask", ben.id, number, chat=group)
    await olga.taps("a-role-give", ben.id, number, chat=group)
    return ben


async def wanted(stage: Stage) -> Human:
    """Dora has asked to open the month, and is in front of that."""
    dora = await final(stage)
    await dora.presses("a-unlock-ask", "a-unlock-do", chat=stage.hall.group)
    return dora


async def to_answer(stage: Stage) -> Human:
    """Ben, who may agree, in front of what Dora asks."""
    await wanted(stage)
    ben = await approver(stage)
    await ben.types("/unlock", chat=stage.hall.group)
    return ben


async def open_month(stage: Stage) -> Human:
    """Ben has agreed, and is in front of the open month."""
    ben = await to_answer(stage)
    await ben.presses("a-unlock-approve", chat=stage.hall.group)
    return ben


async def place(stage: Stage) -> Any:
    """Anna's booking."""
    (row,) = await stage.hall.studio.rows(bookings, bookings.c.period_id.is_not(None))
    return row
