"""The clock: a handful of interval jobs. What is due is a row; a job reads what is due and lets each decision judge
again. A commit that makes something due wakes its job at once; the tick is only the safety net."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.ending import unless
from engine.facts import Fact, OfferDelivered, OfferExtended, OfferMade
from engine.ports import Facts
from storage.jobs import SqlJobs

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Job:
    """`run` does what is due and says how much that was; every `seconds` at the latest. served: only while people can
    be served, as somebody's time runs out. computes: it may take long, and is given up when all ends; what it has not
    done is due still."""

    name: str
    seconds: float
    run: Callable[[], Awaitable[int]]
    served: bool = False
    computes: bool = False


class Clock:
    """Runs the jobs, and leaves a row of each run. `alert(kind, cause, data)` tells the admins of a job that failed;
    `resolve(kind, cause)` says that this is over. `served()` says whether people can be served at all."""

    def __init__(
        self,
        jobs: Sequence[Job],
        rows: SqlJobs,
        now: Callable[[], datetime],
        alert: Callable[[str, str, dict[str, int | str]], Awaitable[None]],
        resolve: Callable[[str, str], Awaitable[None]],
        served: Callable[[], Awaitable[bool]],
    ) -> None:
        self._rows, self._now, self._alert, self._resolve, self._served = rows, now, alert, resolve, served
        self._scheduler = AsyncIOScheduler(
            timezone="UTC", job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None}
        )
        self._jobs = {job.name: job for job in jobs}
        self._locks = {name: asyncio.Lock() for name in self._jobs}
        self._called: set[str] = set()
        self._failed: set[str] = set(self._jobs)  # what failed before this process began is not known
        self._tasks: set[asyncio.Task[None]] = set()
        self._timer: asyncio.TimerHandle | None = None
        self._stopping = asyncio.Event()

    def start(self) -> None:
        """Begin to tick; everything that came due while nobody looked is done at once."""
        for job in self._jobs.values():
            self._scheduler.add_job(self._tick, "interval", (job,), seconds=job.seconds, id=job.name)
        self._scheduler.start()
        self.wake()

    async def stop(self) -> None:
        """Finish what runs, but for what computes, and start nothing more."""
        self._stopping.set()
        self._scheduler.pause()
        if self._timer is not None:
            self._timer.cancel()
        while self._tasks or any(lock.locked() for lock in self._locks.values()):
            await (asyncio.wait(self._tasks) if self._tasks else asyncio.sleep(0.01))
        self._scheduler.shutdown(wait=False)
        await self._write(self._rows.flush())

    def wake(self, *names: str) -> None:
        """Run these jobs now (all of them without a name)."""
        for name in names or tuple(self._jobs):
            if name in self._called:
                continue  # it has not begun yet, so it will see whatever is due now
            self._called.add(name)
            task = asyncio.get_running_loop().create_task(self._tick(self._jobs[name]), name=f"job-{name}")
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    def heard(self, facts: Facts) -> None:
        """A commit: look again when the first of its deadlines comes."""
        moments = [moment for fact in facts if (moment := _deadline(fact)) is not None]
        if not moments or self._stopping.is_set():
            return
        wait = max((min(moments) - self._now()) / timedelta(seconds=1), 0.0) + 0.001
        loop = asyncio.get_running_loop()
        if self._timer is None or self._timer.cancelled() or self._timer.when() > loop.time() + wait:
            if self._timer is not None:
                self._timer.cancel()
            self._timer = loop.call_later(wait, self._rung)

    def _rung(self) -> None:
        self._timer = None
        self.wake("expire")

    async def _tick(self, job: Job) -> None:
        async with self._locks[job.name]:
            self._called.discard(job.name)
            if self._stopping.is_set():
                return
            started = self._now()
            count, error = 0, ""
            try:
                count = await self._due(job)
            except Exception as failure:
                error = f"{type(failure).__name__}: {failure}"[:300]
                log.exception("job-failed", job=job.name)
                await self._tell(job.name, error)
            else:
                await self._well(job.name)
            await self._write(self._rows.ran(job.name, started, self._now(), count, error))

    async def once(self, name: str) -> int:
        """What is due of this job; how much that was."""
        return await self._due(self._jobs[name])

    async def _due(self, job: Job) -> int:
        if job.served and not await self._served():
            return 0
        if job.computes:
            return await unless(self._stopping, job.run()) or 0
        return await job.run()

    async def _write(self, row: Awaitable[None]) -> None:
        """A run whose row cannot be written was a run all the same: the next one must not be lost over it."""
        try:
            await row
        except Exception:
            log.exception("run-not-written")

    async def _well(self, name: str) -> None:
        """The next failure is news again."""
        if name in self._failed:
            await self._write(self._resolve("job-failed", name))
        self._failed.discard(name)

    async def _tell(self, name: str, error: str) -> None:
        self._failed.add(name)
        try:
            await self._alert("job-failed", name, {"job": name, "why": error[:120]})
        except Exception:
            log.exception("alert-failed", job=name)


def _deadline(fact: Fact) -> datetime | None:
    match fact:
        case OfferDelivered() | OfferExtended():
            return fact.expires_at
        case OfferMade():
            return fact.closes_at
        case _:
            return None
