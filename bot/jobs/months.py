"""Months: wishes that close, repairs and locks whose time is up. Where somebody decides about a month right now, the
next tick looks again."""

from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from engine.ports import Locks, Months
from engine.refusals import Busy
from engine.rules.periods import reminding
from engine.services import locks, month, repair
from storage.due import SqlDue
from storage.repairs import SqlRepairs


@dataclass(frozen=True, slots=True)
class MonthJobs:
    """See the module."""

    due: SqlDue
    now: Callable[[], datetime]
    months: Months
    repairs: SqlRepairs
    held: Locks

    async def wishes(self) -> int:
        """Months whose wishes close, and a word to those who have said nothing. Nobody who states wishes waits for a
        look that could find nothing."""
        done = 0
        for period, zone in await self.due.collecting_periods():
            now = self.now()
            with suppress(Busy):
                if now >= period.wishes_until:
                    done += len(await month.close_due(self.months, period.id))
                elif reminding(period, now, zone):
                    done += len(await month.remind(self.months, period.id))
        return done

    async def repair(self) -> int:
        """Repairs that not everybody has agreed to in time, and those that are not possible any more."""
        done = 0
        for repair_id in await self.repairs.due(self.now()):
            with suppress(Busy):
                done += bool(await repair.review(self.repairs, repair_id))
        return done

    async def locks(self) -> int:
        """Locks of months, and unlockings, whose time is up. Before this says so, every decision judges by the time."""
        done = 0
        for period_id in await self.due.locked_periods(self.now()):
            with suppress(Busy):
                done += len(await locks.end_due(self.held, period_id))
        return done


async def patiently(look: Callable[[], Awaitable[int]]) -> int:
    """How much it did; nothing where an import, or another replica, is at it: the next tick looks again."""
    try:
        return await look()
    except Busy:
        return 0
