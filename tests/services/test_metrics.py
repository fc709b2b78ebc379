"""The figures of a month on both databases, against a recount of every row by hand; and how far a plan came true."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import Any

import pytest
import pytest_asyncio
import sqlalchemy as sa

from engine.rules.measures import Share
from engine.rules.month_metrics import concerns, figures
from engine.services import booking, capacity, month, runs
from engine.views import RunNumbers
from storage.database import Database
from storage.tables import bookings, events, placements, results, unplaced
from storage.tables import runs as run_rows
from storage.views import SqlViews
from tests.services.fresh import empty
from tests.services.studio import DAY, FIRST, WEEK_TO_WISH, Studio
from tests.services.test_runs import ledger
from tests.storage.world import Planting


@pytest_asyncio.fixture(loop_scope="session")
async def studio(database: Database, template: str) -> Studio:
    await empty(database, template)
    return Studio(database)


def views(studio: Studio) -> SqlViews:
    return SqlViews(studio.database, studio.clock)


async def wished(studio: Studio) -> None:
    """Three events; two people have gone without before, somebody brings two, somebody wants more than there is."""
    await studio.begin(2, 1, 3, people=9)
    for person, choices in {1: (1,), 2: (1, 2), 3: (1, 2), 4: (2, 1), 5: (2,), 6: (1,), 7: (1, 2, 3)}.items():
        await studio.wish(person, *choices)
    await studio.wish(8, 3, 1, wanted=2)
    await studio.wish(9, 3, seats=2)
    await studio.close()
    await ledger(studio, {3: 2, 6: 1})


async def recounted(studio: Studio, run_id: int) -> dict[str, Any]:
    """The same by reading every row."""
    placed = await studio.rows(placements, placements.c.run_id == run_id)
    short = await studio.rows(unplaced, unplaced.c.run_id == run_id)
    (run,) = await studio.rows(run_rows, run_rows.c.id == run_id)
    seats: Counter[int] = Counter()
    for row in placed:
        seats[row.event_id] += row.seats
    owed = {int(each["id"]): each["credit"] for each in run.input["people"]}
    has = {row.person_id for row in placed}
    waited = {
        credit: (
            sum(known == credit for known in owed.values()),
            sum(known == credit and person in has for person, known in owed.items()),
        )
        for credit in set(owed.values())
    }
    return {
        "placed": len(has),
        "whole": len(has - {row.person_id for row in short}),
        "without": len([row for row in short if not row.got]),
        "unmet": sum(row.wanted - row.got for row in short),
        "ranks": dict(Counter(row.rank for row in placed)),
        "waited": waited,
        "given": {int(each["id"]): seats[int(each["id"])] for each in run.input["sessions"]},
        "free": {int(each["id"]): each["capacity"] for each in run.input["sessions"]},
        "evenness": run.output["metrics"]["evenness"],
        "seats": run.output["metrics"]["seats_filled"],
        "all": run.output["metrics"]["seats_free"],
        "choices": [run.output["metrics"][f"{name}_choices"] for name in ("first", "second", "later")],
    }


def seen(numbers: RunNumbers) -> dict[str, Any]:
    return {
        "placed": numbers.placed,
        "whole": numbers.whole,
        "without": numbers.without,
        "unmet": numbers.unmet,
        "ranks": numbers.ranks,
        "waited": numbers.waited,
        "given": {each.event_id: each.placed for each in numbers.sessions},
        "free": {each.event_id: each.free for each in numbers.sessions},
        "evenness": round(figures(numbers).evenness or 0.0, 6),
        "seats": sum(each.placed for each in numbers.sessions),
        "all": sum(each.free for each in numbers.sessions),
        "choices": [
            figures(numbers).choices.first,
            figures(numbers).choices.second,
            figures(numbers).choices.later,
        ],
    }


async def test_what_is_counted_is_what_is_there(studio: Studio) -> None:
    """Before and after it is final, and of every version."""
    await wished(studio)
    first = await studio.execute()
    await runs.pin(studio.runs, studio.ada(), studio.period_id, 5, 2)
    second = await studio.execute()
    one, two = await views(studio).run_numbers(studio.period_id)
    assert (one.number, two.number, one.final, two.final) == (1, 2, False, False)
    assert seen(one) == await recounted(studio, first.run_id)
    assert seen(two) == await recounted(studio, second.run_id)
    assert one.waited[2][0] == one.waited[1][0] == 1
    await studio.finalize(second.run_id)
    _, final = await views(studio).run_numbers(studio.period_id)
    assert final.final and seen(final) == seen(two)
    kept = await studio.rows(results)
    assert final.placed == len([row for row in kept if row.got])


async def test_what_a_month_has_not_become_keeps_its_figures(studio: Studio) -> None:
    """A version that nobody chose is measured with the ledger that it had: neither what its own month has made of it
    nor a month that has ended since counts."""
    await studio.begin(1, people=3)
    january = FIRST + 35 * DAY
    await studio.database.transact(lambda connection: Planting(connection, 1500).event(60, 1, january))
    for person in (1, 2, 3):
        await studio.wish(person, 1)
    await studio.close()
    await ledger(studio, {2: 1, 3: 2})
    made, _ = await studio.execute(), await studio.execute()
    before = [each.waited for each in await views(studio).run_numbers(studio.period_id)]
    assert before == [{0: (1, 0), 1: (1, 0), 2: (1, 1)}] * 2
    studio.now += timedelta(minutes=1)
    await studio.finalize(made.run_id)
    assert [each.waited for each in await views(studio).run_numbers(studio.period_id)] == before
    december, studio.now = studio.period_id, studio.now + timedelta(minutes=1)
    (opened, *_) = await month.open_(studio.months, studio.ada(), "2027-01", WEEK_TO_WISH)
    studio.period_id = opened.id
    for person in (1, 2, 3):
        await studio.wish(person, 60)
    await studio.close()
    await studio.finalize((await studio.execute()).run_id)
    assert [each.waited for each in await views(studio).run_numbers(december)] == before


async def test_what_was_planned_and_what_it_came_to(studio: Studio) -> None:
    """Nothing is booked before the month is final; then seats are given back, and people come or do not."""
    await studio.begin(2, 2)
    for person in (1, 2, 3):
        await studio.wish(person, 1, 2)
    await studio.close()
    made = await studio.execute()
    (numbers,) = await views(studio).run_numbers(studio.period_id)
    shown = figures(numbers)
    assert (shown.planned, shown.actual, shown.kept) == (Share(3, 4), Share(0, 4), None)
    assert shown.came == Share(0, 0)
    await studio.finalize(made.run_id)
    had, *others = await studio.rows(bookings)
    await booking.cancel(studio.work, studio.tap(had.person_id), had.event_id, had.id)
    for row, status in zip(others, ("attended", "no_show"), strict=True):
        await changed(studio, bookings, row.id, status=status)
    (numbers,) = await views(studio).run_numbers(studio.period_id)
    shown = figures(numbers)
    assert (shown.planned, shown.actual, shown.kept) == (Share(3, 4), Share(2, 4), Share(2, 3))
    assert shown.came == Share(1, 2)


async def changed(studio: Studio, table: sa.Table, row_id: int, **values: Any) -> None:
    row = sa.update(table).where(table.c.id == row_id)
    await studio.database.execute(row.values(version=table.c.version + 1, **values))


async def test_the_months_each_by_its_best_version(studio: Studio) -> None:
    """The one that was finalized, or else the newest; and versions that came to nothing are counted."""
    await studio.begin(2, 2)
    for person in (1, 2, 3, 4, 5):
        await studio.wish(person, 1)
    await studio.close()
    assert await views(studio).month_numbers(12) == []
    first = await studio.execute()
    (newest,) = await views(studio).month_numbers(12)
    assert newest.number == 1
    with pytest.raises(ZeroDivisionError):
        await studio.execute(allocate=_fails)
    await studio.execute()
    assert [each.number for each in await views(studio).month_numbers(12)] == [3]
    await studio.finalize(first.run_id)
    (final,) = await views(studio).month_numbers(12)
    assert (final.number, final.final) == (1, True)
    counted = await views(studio).versions(studio.period_id)
    assert (counted.done, counted.failed, counted.stopped) == (2, 1, 0)
    assert await views(studio).month_numbers(0) == []


async def test_a_month_whose_document_says_nothing_is_counted_all_the_same(studio: Studio) -> None:
    """What a ledger needs is there, and no more."""
    await wished(studio)
    before, _ = [await views(studio).month_numbers(12), await studio.execute()]
    assert [(each.month, list(each.sessions), each.waited) for each in before] == [
        ("2026-11", [], {0: (1, 0), 1: (1, 0)})
    ]
    assert [each.month for each in await views(studio).month_numbers(12)] == ["2026-11", "2026-12"]


def _fails(_: Any) -> Any:
    raise ZeroDivisionError


async def test_too_few_got_in(studio: Studio) -> None:
    """Two seats, seven people: somebody should look at it."""
    await studio.begin(2)
    for person in range(1, 8):
        await studio.wish(person, 1)
    await studio.close()
    await studio.execute()
    (numbers,) = await views(studio).run_numbers(studio.period_id)
    assert concerns(numbers) == ("low", "unmet")
    assert numbers.reasons == {"full": 5}


@pytest.mark.parametrize("seats", [3, 9])
async def test_a_plan_is_measured_against_the_seats_that_there_were(studio: Studio, seats: int) -> None:
    """Whatever an admin makes of them later; what is booked now is measured against those of now."""
    await studio.begin(5)
    for person in (1, 2, 3):
        await studio.wish(person, 1)
    await studio.close()
    made = await studio.execute()
    await studio.finalize(made.run_id)
    await capacity.resize(studio.work, studio.ada(), 1, seats)
    (numbers,) = await views(studio).run_numbers(studio.period_id)
    assert (figures(numbers).planned, figures(numbers).actual) == (Share(3, 5), Share(3, seats))


async def test_of_a_version_that_has_not_said_it_those_of_now_count(studio: Studio) -> None:
    await studio.begin(5)
    await studio.wish(1, 1)
    await studio.close()
    made = await studio.execute()
    await changed(studio, run_rows, made.run_id, capacities=None)
    await capacity.resize(studio.work, studio.ada(), 1, 7)
    (numbers,) = await views(studio).run_numbers(studio.period_id)
    assert figures(numbers).planned == Share(3, 7)


async def test_a_date_that_is_not_held_is_a_date(studio: Studio) -> None:
    """Its seats were there to be given: in the version, and in what is counted of it."""
    await studio.begin(2, 2, minimum=2)
    for person, event in ((1, 1), (2, 1), (3, 2)):
        await studio.wish(person, event)
    await studio.close()
    made = await studio.execute()
    assert made.output["not_held"] == ["2"]
    (numbers,) = await views(studio).run_numbers(studio.period_id)
    said = made.output["metrics"]
    assert (said["seats_filled"], said["seats_free"], said["evenness"]) == (2, 4, 0.5)
    assert (figures(numbers).planned, figures(numbers).evenness) == (Share(2, 4), 0.5)


async def test_a_date_that_went_away_counts_as_empty(studio: Studio) -> None:
    """In what was planned; of what there is now it is no part."""
    await studio.begin(2, 2)
    await studio.wish(1, 1)
    await studio.close()
    await studio.execute()
    await changed(studio, events, 2, status="cancelled")
    (numbers,) = await views(studio).run_numbers(studio.period_id)
    assert (figures(numbers).planned, figures(numbers).actual) == (Share(1, 4), Share(0, 2))
