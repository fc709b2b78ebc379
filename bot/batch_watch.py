"""Months that are planned, looked at while nobody does: the admins are told what is odd about the newest version, once,
and a cause that is gone resolves by itself. Nothing is read where nothing has changed."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from engine.refusals import PeriodUnknown
from engine.services.metrics import KINDS, Told, look
from storage.due import SqlDue
from storage.outbox import SqlOutbox
from storage.runs import SqlRuns
from storage.views import SqlViews

AT_LEAST = timedelta(hours=1)
"""So often it is looked whatever happens: an event that has begun takes nobody any more, and no fact says so."""

UNDER_WAY = timedelta(minutes=5)
"""No decision takes as long from its moment to its commit, and no two clocks of the house are as far apart."""


class BatchWatch:
    """`look` says how many causes there are."""

    def __init__(self, due: SqlDue, views: SqlViews, runs: SqlRuns, outbox: SqlOutbox) -> None:
        self._due, self._views, self._runs, self._outbox = due, views, runs, outbox
        self._looked: datetime | None = None
        self._seen = 0
        self._told: dict[tuple[str, str], int] = {}

    async def look(self, now: datetime) -> int:
        """Every month that is planned, if anything has changed."""
        if await self._unchanged(now):
            return len(self._told)
        seen = await self._due.facts_since(now - UNDER_WAY)
        found = {
            (kind, str(period_id)): told
            for period_id in await self._due.planned_periods()
            for kind, told in (await self._odd(period_id)).items()
        }
        await self._tell(found)
        self._looked, self._seen = now, seen
        return len(found)

    async def _unchanged(self, now: datetime) -> bool:
        if self._looked is None or now - self._looked >= AT_LEAST:
            return False
        return await self._due.facts_since(self._looked - UNDER_WAY) == self._seen

    async def _odd(self, period_id: int) -> Mapping[str, Told]:
        try:
            return await look(self._views, self._runs, period_id)
        except PeriodUnknown:
            return {}  # gone meanwhile

    async def _tell(self, found: Mapping[tuple[str, str], Told]) -> None:
        """A version that is as odd as the one before it counts as a repeat."""
        for kind in KINDS:
            for cause in await self._outbox.causes(kind):
                if (kind, cause) not in found:
                    await self._outbox.resolve(kind, cause)
        for (kind, cause), told in found.items():
            if self._told.get((kind, cause)) != told["number"]:
                await self._outbox.alert(kind, cause, dict(told), again=False)
        self._told = {key: told["number"] for key, told in found.items()}
