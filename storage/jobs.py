"""Runs of jobs: started, finished, how many, error. Runs that found nothing to do share one row a minute, as a row a
second would bury the others."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa

from storage.database import Database
from storage.ids import Ids
from storage.tables import job_runs

IDLE_ROW = timedelta(minutes=1)


@dataclass(slots=True)
class _Idle:
    started: datetime
    finished: datetime
    runs: int = 1


class SqlJobs:
    """The history of the clock."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now
        self._ids = Ids(database)
        self._idle: dict[str, _Idle] = {}

    async def ran(self, job: str, started: datetime, finished: datetime, count: int, error: str) -> None:
        """One run. With nothing done and no error it may wait up to a minute for its row."""
        if count or error:
            await self._write(job, started, finished, 1, count, error)
            return
        idle = self._idle.get(job)
        if idle is None:
            self._idle[job] = _Idle(started, finished)
            return
        idle.finished, idle.runs = finished, idle.runs + 1
        if idle.finished - idle.started >= IDLE_ROW:
            del self._idle[job]
            await self._write(job, idle.started, idle.finished, idle.runs, 0, "")

    async def flush(self) -> None:
        """Write what waits."""
        for job, idle in self._idle.items():
            await self._write(job, idle.started, idle.finished, idle.runs, 0, "")
        self._idle.clear()

    async def forget(self, before: datetime) -> int:
        """Drop old runs; how many."""
        return await self._database.execute(sa.delete(job_runs).where(job_runs.c.started_at < before))

    async def _write(
        self, job: str, started: datetime, finished: datetime, runs: int, count: int, error: str
    ) -> None:
        await self._ids.reserve()
        row = {"id": self._ids.new(), "job": job, "started_at": started, "finished_at": finished}
        await self._database.execute(job_runs.insert().values(**row, runs=runs, count=count, error=error))
