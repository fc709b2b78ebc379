"""All that is done by itself: what, how often at the latest, and under which name its runs stand in the database."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial

from bot.batch_watch import BatchWatch
from bot.cellar import Cellar
from bot.clock import Job
from bot.jobs.months import MonthJobs, patiently
from bot.jobs.post import PostWatch
from bot.jobs.seats import SeatJobs
from engine.services import runs, schedule
from storage.anchors import SqlAnchors
from storage.due import SqlDue
from storage.jobs import SqlJobs
from storage.seals import SqlSeals
from storage.telling import SqlTelling

UPDATES_KEPT = timedelta(days=3)
RUNS_KEPT = timedelta(days=30)


def jobs_of(cellar: Cellar, rows: SqlJobs) -> tuple[Job, ...]:
    """In the order in which they are begun; `rows` are those of their runs."""
    database, due, now, outbox = cellar.database, cellar.due, cellar.now, cellar.outbox
    seats = SeatJobs(cellar.work, due, now, outbox.alert)
    months = MonthJobs(due, now, cellar.months, cellar.repairs, cellar.locks)
    watch = PostWatch(due, now, outbox.alert, outbox.resolve)
    batch = BatchWatch(due, cellar.views, cellar.runs, outbox)
    return (
        Job("expire", 1, seats.expire, served=True),
        Job("remind", 5, seats.remind, served=True),
        Job("resume", 15, seats.resume),
        Job("lapse", 30, seats.lapse, served=True),
        Job("backfill", 10, seats.backfill),
        Job("close", 30, seats.close),
        Job("pass-on", 15, seats.pass_on),
        Job("finalize", 15, seats.finalize),
        Job("count", 300, seats.count),
        Job("watch", 60, watch.look),
        Job("forget", 3600, partial(forget, due, rows, now)),
        Job("seal", 10, partial(_seal, SqlSeals(database, now), SqlAnchors(database, now))),
        Job("slots", 60, partial(patiently, cellar.calendar.cut_slots)),
        Job("wishes", 30, months.wishes, served=True),
        Job("runs", 10, partial(runs.interrupt, cellar.runs)),
        Job("plan", 30, partial(_plan, cellar), computes=True),
        Job("repair", 15, months.repair, served=True),
        Job("locks", 15, months.locks),
        Job("batch", 120, partial(_batch, cellar, batch)),
        Job("tell", 15, SqlTelling(database, now).tell),
    )


async def forget(due: SqlDue, rows: SqlJobs, now: Callable[[], datetime]) -> int:
    """Numbers of updates that cannot come again, and old runs of jobs."""
    moment = now()
    return await due.forget_updates(moment - UPDATES_KEPT) + await rows.forget(moment - RUNS_KEPT)


async def _seal(seals: SqlSeals, anchors: SqlAnchors) -> int:
    """The history, so that nobody can change it unseen."""
    sealed = await seals.seal()
    await anchors.tell()
    return sealed


async def _plan(cellar: Cellar) -> int:
    """Months that plan themselves."""
    return await schedule.run_due(cellar.schedules, cellar.runs, cellar.now())


async def _batch(cellar: Cellar, watch: BatchWatch) -> int:
    """Months that are planned: what an admin has to look at."""
    return await watch.look(cellar.now())
