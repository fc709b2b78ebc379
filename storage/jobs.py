"""Runs of jobs: started, finished, how many, error. Runs that found nothing to do share one row a minute, as a row a
second would bury the others. And signs of life: one row a process, rewritten as long as it serves."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa

from storage.database import Database
from storage.ids import Ids
from storage.tables import job_runs

IDLE_ROW = timedelta(minutes=1)
ALIVE = "alive"


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
        self._life = 0  # the id of this process's sign of life

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

    async def alive(self, moment: datetime) -> None:
        """A sign of life of this process: until `moment` people could be served."""
        again = sa.update(job_runs).where(job_runs.c.id == self._life)
        if self._life and await self._database.execute(
            again.values(finished_at=moment, runs=job_runs.c.runs + 1)
        ):
            return
        self._life = await self._write(ALIVE, moment, moment, 1, 0, "")

    async def last_alive(self) -> datetime | None:
        """The last sign of life of any process."""
        latest = sa.select(sa.func.max(job_runs.c.finished_at)).where(job_runs.c.job == ALIVE)
        async with self._database.read.connect() as connection:
            moment: datetime | None = (await connection.execute(latest)).scalar_one()
        return moment

    async def forget(self, before: datetime) -> int:
        """Drop old runs; how many."""
        return await self._database.execute(sa.delete(job_runs).where(job_runs.c.started_at < before))

    async def _write(
        self, job: str, started: datetime, finished: datetime, runs: int, count: int, error: str
    ) -> int:
        await self._ids.reserve()
        row_id = self._ids.new()
        row = {"id": row_id, "job": job, "started_at": started, "finished_at": finished}
        await self._database.execute(job_runs.insert().values(**row, runs=runs, count=count, error=error))
        return row_id
