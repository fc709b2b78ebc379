"""Whatever happens while a month is finalized, before whichever statement: it is as it was, or it is done whole."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
import sqlalchemy as sa

from engine.refusals import AlreadyDone, PeriodFinal
from engine.rules.locks import HALF_AN_HOUR
from engine.services import booking, configuring, locks, requests, runs, waitlist
from storage.database import Database
from storage.locks import SqlLocks
from storage.tables import bookings, counters, metadata
from tests.services.dying import TOLD, Order
from tests.services.fresh import empty
from tests.services.studio import Studio
from tests.services.test_one_commit import Broken, breaking, writer

ROOT = Path(__file__).parents[2]
KEPT = [table for table in metadata.sorted_tables if table is not counters]
"""Ids that were taken and not used harm nobody."""
FEW = 5
"""So many statements, evenly, where not all are tried."""

Rows = dict[str, list[Any]]


@pytest_asyncio.fixture(loop_scope="session")
async def studio(database: Database, template: str) -> Studio:
    await empty(database, template)
    return Studio(database)


async def busy(studio: Studio) -> int:
    """A month whose end writes everything that an end can: places, one for somebody who waits and one for somebody who
    asks; lines for those who are short; results, history and letters. The run."""
    await studio.begin(2, 1, 2)
    await booking.book(studio.work, studio.tap(8), 2)
    await waitlist.join(studio.work, studio.tap(6), 2)
    (had,) = await studio.rows(bookings)
    await booking.cancel(studio.work, studio.tap(8), 2, had.id)
    await configuring.switch_self_service(studio.work, studio.ada(), 1, [1, 2, 3], on=False)
    await requests.ask(studio.work, studio.tap(7), 3)
    await studio.befriend(4, 5)
    for person, event in ((1, 1), (2, 1), (3, 1), (4, 1), (5, 1), (6, 2), (7, 3)):
        await studio.wish(person, event)
    await studio.close()
    await locks.take(SqlLocks(studio.database, studio.clock), studio.ada(), studio.period_id, HALF_AN_HOUR)
    await runs.pin(studio.runs, studio.ada(), studio.period_id, 1, 1)
    return (await studio.execute()).run_id


async def all_rows(studio: Studio) -> Rows:
    return {table.name: await studio.rows(table) for table in KEPT}


async def done_whole(studio: Studio, before: Rows) -> None:
    """Everybody has a result and one letter about it, and each row its fact."""
    now = await all_rows(studio)
    new = {name: rows[len(before[name]) :] for name, rows in now.items()}
    assert {row.kind for row in new["facts"]} >= set(
        "RunFinalized ResultGiven PeriodFinalized BookingMade EntryBooked EntryJoined RequestClosed".split()
    )
    assert len(new["results"]) == 7
    assert sorted(row.person_id for row in new["letters"] if row.kind == "month-result") == [*range(1, 8)]
    assert await studio.examine() == []


@contextmanager
def no_commit(database: Database) -> Iterator[None]:
    def fail(_: Any) -> None:
        raise Broken("COMMIT")

    sa.event.listen(writer(database), "commit", fail)
    try:
        yield
    finally:
        sa.event.remove(writer(database), "commit", fail)


async def test_broken_before_any_statement(studio: Studio, pytestconfig: pytest.Config) -> None:
    """Rolled back: the month is as it was, nobody hears anything, and the next try ends it."""
    run_id = await busy(studio)
    before, heard = await all_rows(studio), len(studio.facts)
    with breaking(studio.database, 10_000) as begun, no_commit(studio.database), pytest.raises(Broken):
        await studio.finalize(run_id)
    assert await all_rows(studio) == before
    assert len(begun) > 20 and begun[-1] == "COMMIT"
    for at in range(0, len(begun), 1 if pytestconfig.getoption("long") else len(begun) // FEW):
        with breaking(studio.database, at) as begun, pytest.raises(Broken):
            await studio.finalize(run_id)
        assert await all_rows(studio) == before, f"half done before {begun[-1]}"
        assert len(studio.facts) == heard, "told of what was not committed"
    await studio.finalize(run_id)
    await done_whole(studio, before)


# ------------------------------------------------------------------------------------------------ kill -9


@pytest.fixture
def starter() -> Iterator["subprocess.Popen[str]"]:
    with subprocess.Popen(
        [sys.executable, "-m", "tests.services.dying"],
        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as process:  # fmt: skip
        yield process
        assert process.stdin is not None
        process.stdin.close()


def die(starter: "subprocess.Popen[str]", order: Order) -> str:
    """What it was about to do when it died."""
    assert starter.stdin is not None and starter.stdout is not None
    starter.stdin.write(json.dumps(asdict(order)) + "\n")
    starter.stdin.flush()
    return str(json.loads(starter.stdout.readline()))


@pytest.mark.long
async def test_killed_before_any_statement(studio: Studio, starter: "subprocess.Popen[str]") -> None:
    """By `kill -9`, before each statement and each commit; the last time when all is committed and nobody is answered:
    then the tap that comes again finds it done."""
    run_id = await busy(studio)
    before, begun = await all_rows(studio), [""]
    url = studio.database.write.url.render_as_string(hide_password=False)
    tap = studio.ada()
    while begun[-1] != TOLD:
        order = Order(
            url, studio.now.isoformat(), studio.period_id, run_id, tap.update_id or 0, len(begun) - 1
        )
        begun.append(die(starter, order))
        assert "died of" not in begun[-1]
        if begun[-1] != TOLD:
            assert await all_rows(studio) == before, f"half done before {begun[-1]}"
    assert len(begun) > 20 and begun[-2] == "COMMIT"
    await done_whole(studio, before)
    after = await all_rows(studio)
    with pytest.raises(AlreadyDone):
        await runs.finalize(studio.runs, tap, studio.period_id, run_id)
    with pytest.raises(PeriodFinal):
        await studio.finalize(run_id)
    assert await all_rows(studio) == after
