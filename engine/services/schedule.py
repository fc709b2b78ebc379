"""Months that are planned by themselves: when, and what is due. A period is of all services of an account, so it is the
account that has a schedule. It only ever makes a version that admins look at; it finalizes nothing."""

from datetime import datetime
from functools import partial

from engine.facts import ScheduleChosen
from engine.planning import Ordering, Planning, Strategy
from engine.ports import Act, Actor, DueSchedule, RunAsk, Runs, Schedules
from engine.refusals import AlreadyDone, PeriodFinal, PeriodOpen, RunOpen, RunOver
from engine.rules.crontab import next_after, parse
from engine.rules.run_fixing import Allocate
from engine.rules.run_input import hash_of_input, input_of
from engine.services.runs import allocate, execute_as
from engine.services.who import AdminTap

PLANNER = Actor("job", name="plan")
AS_EVER: tuple[Strategy, Ordering] = ("balanced", "most")

Way = tuple[Strategy, Ordering, bool]
"""How to compute, and whether to keep what there is."""


async def choose(schedules: Schedules, tap: AdminTap, text: str, now: datetime, zone: str) -> ScheduleChosen:
    """At these moments from now on; "" is never. Raises NoCrontab, CrontabNever, ScheduleUnchanged, NoAccount."""
    cron = " ".join(text.split())
    due_at = next_after(parse(cron), now, zone) if cron else None
    return await schedules.choose(tap.actor, tap.update_id, tap.reason, cron, due_at)


async def run_due(schedules: Schedules, runs: Runs, now: datetime, *, allocate: Allocate = allocate) -> int:
    """Every schedule whose time has come, once, however often it was missed; how many versions that has made. What
    fails is raised after all else is done, and comes again at the next time. While somebody else computes, it stays
    due: that may be a process that has ended."""
    made, failed = 0, None
    for due in await schedules.due(now):
        try:
            made += await _all_of(runs, due, allocate)
        except RunOpen:
            continue
        except Exception as error:  # noqa: BLE001 - raised below: the other accounts are planned first
            failed = failed or error
        await schedules.went(due, next_after(parse(due.cron), now, due.timezone))
    if failed is not None:
        raise failed
    return made


async def _all_of(runs: Runs, due: DueSchedule, allocate: Allocate) -> int:
    made = 0
    for period_id in due.periods:
        way = await runs.preview(RunAsk(by=PLANNER, period_id=period_id), _way)
        if way is None:
            continue
        try:
            await execute_as(runs, PLANNER, period_id, partial(_still, way), *way, allocate=allocate)
        except (AlreadyDone, RunOver, PeriodFinal, PeriodOpen):
            continue  # somebody was quicker: another process, or an admin who wants something else
        made += 1
    return made


def _still(way: Way, planning: Planning, act: Act) -> None:
    """Judged again under the lock. Raises AlreadyDone."""
    if _way(planning, act) != way:
        raise AlreadyDone


def _way(planning: Planning, act: Act) -> Way | None:
    """As the last version was made; None when nothing has changed since, there is nothing to allocate, or an admin has
    locked the month."""
    lock = planning.month.lock
    if lock is not None and lock.holds(act.now):
        return None
    last = planning.last_done()
    strategy, ordering = (last.strategy, last.ordering) if last is not None else AS_EVER
    document = input_of(planning, act.now, strategy, ordering)
    if not document["people"] or (last is not None and last.input_hash == hash_of_input(document)):
        return None
    return strategy, ordering, last is not None
