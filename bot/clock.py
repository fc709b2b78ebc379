"""The clock: a handful of interval jobs. What is due is a row; a job reads what is due and lets each decision judge
again. A commit that makes something due wakes its job at once; the tick is only the safety net."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from engine.facts import Fact, OfferDelivered, OfferExtended, OfferMade
from engine.ports import Facts, Locks, Months, Runs, Unavailable, Work
from engine.refusals import Busy, Refusal
from engine.rules.periods import reminding
from engine.services import balancing, dates, locks, month, offers, repair, requests, runs, seats, waitlist
from storage.due import Due, SqlDue
from storage.jobs import SqlJobs
from storage.repairs import SqlRepairs

log = structlog.get_logger()

AT_ONCE = 512
UPDATES_KEPT = timedelta(days=3)
RUNS_KEPT = timedelta(days=30)
SOON = timedelta(hours=24)
"""How long before the start an event with too few people needs a decision."""

LETTERS_LATE = timedelta(minutes=5)
SECOND_LOOK_SECONDS = 3.0
"""After a leap of the clock, or a sleep of the machine, letters of this moment seem late until they have left."""


@dataclass(frozen=True, slots=True)
class Job:
    """`run` does what is due and says how much that was; every `seconds` at the latest."""

    name: str
    seconds: float
    run: Callable[[], Awaitable[int]]


class Clock:
    """Runs the jobs. `alert(kind, cause, data)` tells the admins of a job that failed or of letters that are late;
    `resolve(kind, cause)` says that this is over. `served()`, asked before anybody's time runs out, says whether
    people can be served at all. `history()` seals what was committed and says how much that was; `slots()` makes
    slots follow the opening hours, and says how many have changed; `plan()` makes the versions of months that plan
    themselves, and says how many; `batch(now)` looks at the months that are planned, and says how much there is to look
    at; `allocations` are the versions of months, of which it is said that they are computed here; `telling()` tells the
    group how far results are sent, and says of how many months."""

    def __init__(
        self,
        work: Work,
        due: SqlDue,
        jobs: SqlJobs,
        now: Callable[[], datetime],
        alert: Callable[[str, str, dict[str, int | str]], Awaitable[None]],
        resolve: Callable[[str, str], Awaitable[None]] | None = None,
        served: Callable[[], Awaitable[bool]] | None = None,
        history: Callable[[], Awaitable[int]] | None = None,
        slots: Callable[[], Awaitable[int]] | None = None,
        months: Months | None = None,
        plan: Callable[[], Awaitable[int]] | None = None,
        repairs: SqlRepairs | None = None,
        locks: Locks | None = None,
        batch: Callable[[datetime], Awaitable[int]] | None = None,
        allocations: Runs | None = None,
        telling: Callable[[], Awaitable[int]] | None = None,
    ) -> None:
        self._work, self._due, self._runs, self._now, self._alert = work, due, jobs, now, alert
        self._resolve, self._served, self._history, self._slots = resolve, served, history, slots
        self._months, self._locked, self._batch = months, locks, batch
        self._plan, self._repairs, self._allocations, self._telling = plan, repairs, allocations, telling
        self._late: bool | None = None  # not known before the first look
        self._scheduler = AsyncIOScheduler(
            timezone="UTC", job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None}
        )
        self._jobs = {
            job.name: job
            for job in (
                Job("expire", 1, self.expire),
                Job("remind", 5, self.remind),
                Job("resume", 15, self.resume),
                Job("lapse", 30, self.lapse),
                Job("backfill", 10, self.backfill),
                Job("close", 30, self.close),
                Job("pass-on", 15, self.pass_on),
                Job("finalize", 15, self.finalize),
                Job("count", 300, self.count),
                Job("watch", 60, self.watch),
                Job("forget", 3600, self.forget),
                Job("seal", 10, self.seal),
                Job("slots", 60, self.slots),
                Job("wishes", 30, self.wishes),
                Job("runs", 10, self.runs),
                Job("plan", 30, self.plan),
                Job("repair", 15, self.repair),
                Job("locks", 15, self.locks),
                Job("batch", 120, self.batch),
                Job("tell", 15, self.tell),
            )
        }
        self._locks = {name: asyncio.Lock() for name in self._jobs}
        self._called: set[str] = set()
        self._failed: set[str] = set(self._jobs)  # what failed before this process began is not known
        self._tasks: set[asyncio.Task[None]] = set()
        self._timer: asyncio.TimerHandle | None = None
        self._stopping = False

    def start(self) -> None:
        """Begin to tick; everything that came due while nobody looked is done at once."""
        for job in self._jobs.values():
            self._scheduler.add_job(self._tick, "interval", (job,), seconds=job.seconds, id=job.name)
        self._scheduler.start()
        self.wake()

    async def stop(self) -> None:
        """Finish what runs and start nothing more."""
        self._stopping = True
        self._scheduler.pause()
        if self._timer is not None:
            self._timer.cancel()
        while self._tasks or any(lock.locked() for lock in self._locks.values()):
            await (asyncio.wait(self._tasks) if self._tasks else asyncio.sleep(0.01))
        self._scheduler.shutdown(wait=False)
        await self._write(self._runs.flush())

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
        if not moments or self._stopping:
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
            if self._stopping:
                return
            started = self._now()
            count, error = 0, ""
            try:
                count = await job.run()
            except Exception as failure:
                error = f"{type(failure).__name__}: {failure}"[:300]
                log.exception("job-failed", job=job.name)
                await self._tell(job.name, error)
            else:
                await self._well(job.name)
            await self._write(self._runs.ran(job.name, started, self._now(), count, error))

    async def _write(self, row: Awaitable[None]) -> None:
        """A run whose row cannot be written was a run all the same: the next one must not be lost over it."""
        try:
            await row
        except Exception:
            log.exception("run-not-written")

    async def _well(self, name: str) -> None:
        """The next failure is news again."""
        if name in self._failed and self._resolve is not None:
            await self._write(self._resolve("job-failed", name))
        self._failed.discard(name)

    async def _tell(self, name: str, error: str) -> None:
        self._failed.add(name)
        try:
            await self._alert("job-failed", name, {"job": name, "why": error[:120]})
        except Exception:
            log.exception("alert-failed", job=name)

    async def expire(self) -> int:
        """Offers whose time is up."""
        if self._served is not None and not await self._served():
            return 0
        return await self._each(
            lambda now: self._due.expired_offers(now, AT_ONCE),
            lambda due: offers.expire(self._work, due.event_id, due.id),
        )

    async def remind(self) -> int:
        """A word before an offer's time is up."""
        if self._served is not None and not await self._served():
            return 0
        return await self._each(
            lambda now: self._due.reminders(now, AT_ONCE),
            lambda due: offers.remind(self._work, due.event_id, due.id),
        )

    async def resume(self) -> int:
        """Pauses that are over."""
        return await self._each(
            lambda now: self._due.ended_pauses(now, AT_ONCE),
            lambda due: waitlist.resume_due(self._work, due.event_id, due.id),
        )

    async def lapse(self) -> int:
        """Seats of people who have not said in time that a new date suits."""
        if self._served is not None and not await self._served():
            return 0
        return await self._each(
            lambda now: self._due.unanswered(now, AT_ONCE),
            lambda due: dates.lapse(self._work, due.event_id, due.id),
        )

    async def finalize(self) -> int:
        """Balancings of siblings whose last offer has ended."""
        done = 0
        for split_id in await self._due.finished_splits(AT_ONCE):
            split = await self._due.split(split_id)
            if split is not None:
                steps = await balancing.finalize_due(self._work, split.event_ids, split.offer_ids, split_id)
                done += bool(steps)
        return done

    async def count(self) -> int:
        """Events that begin soon with fewer people than they need: the admins are told once."""
        found = await self._due.too_few(self._now(), SOON, AT_ONCE)
        for few in found:
            data: dict[str, int | str] = {"event": few.event_id, "minimum": few.minimum}
            await self._alert("too-few", f"{few.event_id}:{few.starts_at.isoformat()}", data)
        return len(found)

    async def close(self) -> int:
        """Places in line of events that have begun, and requests for a place."""
        places = await self._due.stale_places(self._now(), AT_ONCE)
        asked = await self._due.stale_requests(self._now(), AT_ONCE)
        ended = [waitlist.close(self._work, event_id, tuple(ids)) for event_id, ids in places.items()]
        closed = [requests.close(self._work, event_id, tuple(ids)) for event_id, ids in asked.items()]
        return await _count([*ended, *closed])

    async def pass_on(self) -> int:
        """Offers of people who cannot be written to, should the postman not have come to it."""
        return await self._each(
            lambda _: self._due.offers_of_unreachable(AT_ONCE),
            lambda due: offers.withdraw_unreachable(self._work, due.event_id, due.id),
        )

    async def backfill(self) -> int:
        """The sweep: whatever a trigger missed."""
        count, after_id = 0, 0
        while gaps := await self._due.gaps(self._now(), after_id, AT_ONCE):
            count += await _count([seats.sweep(self._work, event_id) for event_id in gaps])
            after_id = gaps[-1]
        return count

    async def watch(self) -> int:
        """Letters that have waited for too long: the admins are told once, and again only after all was well."""
        late = await self._due.late_letters(self._now(), LETTERS_LATE)
        if late.count and not self._late:
            await asyncio.sleep(SECOND_LOOK_SECONDS)
            late = await self._due.late_letters(self._now(), LETTERS_LATE)
        if late.count and not self._late:
            minutes = late.oldest // timedelta(minutes=1)
            await self._alert("outbox-late", "post", {"count": late.count, "minutes": minutes})
        elif not late.count and self._late is not False and self._resolve is not None:
            await self._resolve("outbox-late", "post")
        self._late = late.count > 0
        return late.count

    async def forget(self) -> int:
        """Numbers of updates that cannot come again, and old runs of jobs."""
        now = self._now()
        return await self._due.forget_updates(now - UPDATES_KEPT) + await self._runs.forget(now - RUNS_KEPT)

    async def seal(self) -> int:
        """The history, so that nobody can change it unseen."""
        return await self._history() if self._history is not None else 0

    async def wishes(self) -> int:
        """Months whose wishes close, and a word to those who have said nothing. Nobody who states wishes waits for a
        look that could find nothing."""
        if self._months is None or (self._served is not None and not await self._served()):
            return 0
        done = 0
        for period, zone in await self._due.collecting_periods():
            now = self._now()
            try:
                if now >= period.wishes_until:
                    done += len(await month.close_due(self._months, period.id))
                elif reminding(period, now, zone):
                    done += len(await month.remind(self._months, period.id))
            except Busy:
                continue  # wishes pour in: the next tick looks again
        return done

    async def runs(self) -> int:
        """What this process computes is said to be computed; what nobody computes any more comes to its end."""
        return await runs.interrupt(self._allocations) if self._allocations is not None else 0

    async def plan(self) -> int:
        """Months that plan themselves."""
        return await self._plan() if self._plan is not None else 0

    async def repair(self) -> int:
        """Repairs that not everybody has agreed to in time, and those that are not possible any more."""
        if self._repairs is None or (self._served is not None and not await self._served()):
            return 0
        done = 0
        for repair_id in await self._repairs.due(self._now()):
            try:
                done += bool(await repair.review(self._repairs, repair_id))
            except Busy:
                continue  # somebody answers: the next tick looks again
        return done

    async def locks(self) -> int:
        """Locks of months, and unlockings, whose time is up. Before this says so, every decision judges by the time."""
        if self._locked is None:
            return 0
        done = 0
        for period_id in await self._due.locked_periods(self._now()):
            try:
                done += len(await locks.end_due(self._locked, period_id))
            except Busy:
                continue  # the next tick looks again
        return done

    async def batch(self) -> int:
        """Months that are planned: what an admin has to look at."""
        return await self._batch(self._now()) if self._batch is not None else 0

    async def tell(self) -> int:
        """Months whose results leave: the group reads how far that is."""
        return await self._telling() if self._telling is not None else 0

    async def slots(self) -> int:
        """Slots of individual services, as far ahead as they are cut; and those that nobody has any more, outside the
        hours."""
        if self._slots is None:
            return 0
        try:
            return await self._slots()
        except Busy:
            return 0  # an import, or another replica, is at it: the next tick looks again

    async def _each(
        self,
        find: Callable[[datetime], Awaitable[list[Due]]],
        decide: Callable[[Due], Awaitable[Facts]],
    ) -> int:
        """All that is due, in chunks; decisions wait together, so that they share commits."""
        count = 0
        while found := await find(self._now()):
            done = await _count([decide(due) for due in found])
            count += done
            if not done or len(found) < AT_ONCE:
                break
        return count


async def _count(decisions: Iterable[Awaitable[Facts]]) -> int:
    """How many decisions changed something. One that is refused was overtaken; the first failure is raised after all
    others are done."""
    results = await asyncio.gather(*decisions, return_exceptions=True)
    failures = [r for r in results if isinstance(r, BaseException) and not isinstance(r, Refusal)]
    if failures:
        raise next((f for f in failures if not isinstance(f, Unavailable)), failures[0])
    return sum(1 for r in results if isinstance(r, list) and r)


def _deadline(fact: Fact) -> datetime | None:
    match fact:
        case OfferDelivered() | OfferExtended():
            return fact.expires_at
        case OfferMade():
            return fact.closes_at
        case _:
            return None
