"""Months that plan themselves, on both databases: when something has changed, once, by one of many processes."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest
import pytest_asyncio

from engine import refusals as no
from engine.planning import Document
from engine.services import locks, runs, schedule
from storage.database import Database
from storage.locks import SqlLocks
from storage.runs import SqlRuns
from storage.schedules import SqlSchedules
from storage.tables import bookings, facts, letters, schedules
from storage.tables import locks as lock_rows
from storage.tables import runs as run_rows
from tests.rules.greedy import greedy
from tests.services.fresh import empty
from tests.services.studio import DAY, HOUR, Studio

NIGHTLY = "0 3 * * *"
ZONE = "Europe/Budapest"


@pytest_asyncio.fixture(loop_scope="session")
async def studio(database: Database, template: str) -> Studio:
    await empty(database, template)
    studio = Studio(database)
    await studio.begin(1, 1)
    await studio.wish(1, 1, 2)
    await studio.wish(2, 1)
    return studio


def of(studio: Studio) -> SqlSchedules:
    return SqlSchedules(studio.database, studio.clock)


async def choose(studio: Studio, text: str = NIGHTLY) -> None:
    await schedule.choose(of(studio), studio.ada(), text, studio.now, ZONE)


async def night(studio: Studio, *, allocate: Any = greedy, days: int = 1) -> int:
    """So many nights later the job looks."""
    studio.now += days * DAY
    return await schedule.run_due(of(studio), studio.runs, studio.now, allocate=allocate)


async def numbers(studio: Studio) -> list[tuple[int, str, int | None]]:
    return [(row.number, row.status, row.base) for row in await studio.rows(run_rows)]


async def test_it_is_off_before_somebody_chooses(studio: Studio) -> None:
    await studio.close()
    assert await night(studio) == 0
    assert await studio.rows(run_rows) == []
    with pytest.raises(no.ScheduleUnchanged):
        await choose(studio, "")


async def test_a_version_when_something_has_changed(studio: Studio) -> None:
    await choose(studio)
    assert await night(studio) == 0  # wishes are open
    await studio.close()
    assert await night(studio) == 1
    assert await night(studio) == 0
    assert await numbers(studio) == [(1, "done", None)]
    await runs.pin(studio.runs, studio.ada(), studio.period_id, 2, 1)
    assert await night(studio, days=3) == 1  # missed twice, once is enough
    assert await numbers(studio) == [(1, "done", None), (2, "done", 1)]
    assert await studio.rows(bookings) == []
    made = await studio.rows(facts, facts.c.kind == "RunMade")
    assert {row.actor_kind for row in made} == {"job"}
    assert [row.kind for row in await studio.rows(letters, letters.c.kind.like("run-%"))] == ["run-made"] * 2


async def test_a_month_that_an_admin_has_locked_is_left_alone(studio: Studio) -> None:
    await studio.close()
    await choose(studio)
    held = SqlLocks(studio.database, studio.clock)
    studio.now += 7 * HOUR  # late in the evening
    await locks.take(held, studio.ada(), studio.period_id, 3)
    row = (await studio.rows(lock_rows))[0]
    studio.now = row.until - timedelta(minutes=1)
    assert (await studio.rows(schedules))[0].due_at < studio.now
    assert await schedule.run_due(of(studio), studio.runs, studio.now, allocate=greedy) == 0
    assert await numbers(studio) == []


async def test_a_final_month_is_left_alone(studio: Studio) -> None:
    await choose(studio)
    await studio.close()
    made = await studio.execute()
    await studio.finalize(made.run_id)
    assert await night(studio) == 0
    assert len(await studio.rows(run_rows)) == 1


async def test_what_fails_is_told_and_comes_again(studio: Studio) -> None:
    def broken(_: Document) -> Document:
        raise ZeroDivisionError

    await choose(studio)
    await studio.close()
    with pytest.raises(ZeroDivisionError):
        await night(studio, allocate=broken)
    assert (
        await schedule.run_due(of(studio), studio.runs, studio.now, allocate=greedy) == 0
    )  # not before tomorrow
    assert [row.kind for row in await studio.rows(letters, letters.c.kind.like("run-%"))] == ["run-failed"]
    assert await night(studio) == 1
    assert [status for _, status, _ in await numbers(studio)] == ["failed", "done"]


async def test_it_stays_due_while_somebody_computes(studio: Studio) -> None:
    await choose(studio)
    await studio.close()

    async def meanwhile() -> int:
        return await schedule.run_due(of(studio), studio.runs, studio.now, allocate=greedy)

    loop = asyncio.get_running_loop()

    def slow(document: Document) -> Document:
        assert asyncio.run_coroutine_threadsafe(meanwhile(), loop).result(60) == 0
        return greedy(document)

    (before,) = await studio.rows(schedules)
    assert await night(studio, allocate=slow) == 1
    (after,) = await studio.rows(schedules)
    assert before.due_at < studio.now < after.due_at
    assert await numbers(studio) == [(1, "done", None)]


async def test_many_processes_make_one_version(studio: Studio) -> None:
    await choose(studio)
    await studio.close()
    studio.now += DAY
    processes = [SqlRuns(studio.database, studio.clock) for _ in range(4)]
    made = await asyncio.gather(
        *(schedule.run_due(of(studio), each, studio.now, allocate=greedy) for each in processes)
    )
    assert sum(made) == 1
    assert await numbers(studio) == [(1, "done", None)]


async def test_an_admin_who_stops_it_is_no_failure(studio: Studio) -> None:
    await choose(studio)
    await studio.close()
    loop = asyncio.get_running_loop()

    async def stop() -> None:
        (row,) = await studio.rows(run_rows)
        await runs.stop(studio.runs, studio.ada(), studio.period_id, row.id)

    def stopped(document: Document) -> Document:
        asyncio.run_coroutine_threadsafe(stop(), loop).result(60)
        return greedy(document)

    assert await night(studio, allocate=stopped) == 0
    assert [status for _, status, _ in await numbers(studio)] == ["stopped"]


async def test_it_can_be_switched_off_and_typed(studio: Studio) -> None:
    await choose(studio, "  0   3 * * 1 ")
    await choose(studio, "")
    await studio.close()
    assert await night(studio, days=8) == 0
    said = [row.data for row in await studio.rows(facts, facts.c.kind == "ScheduleChosen")]
    assert said == [{"before": "", "cron": "0 3 * * 1"}, {"before": "0 3 * * 1", "cron": ""}]
    with pytest.raises(no.NoCrontab):
        await choose(studio, "every night")
    (row,) = await studio.rows(schedules)
    assert (row.due_at, row.cron) == (None, "")
    assert studio.now - timedelta(days=8) == row.chosen_at
