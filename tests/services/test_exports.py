"""A month's export from both databases: complete, proved, and silent about the seed before the end."""

from __future__ import annotations

import json
from typing import Any

import pytest
import pytest_asyncio
import sqlalchemy as sa

from bot.letters.rendering import render
from engine.rules.exporting import STATES, difference, limited, nameless
from engine.rules.proof import NoExport, verify
from engine.services import booking, capacity, locks, month, runs
from engine.settings import Mode
from handlers.admin.export_files import WRITE, content
from storage.database import Database
from storage.locks import SqlLocks
from storage.tables import bookings, events, letters, participants, placements, results
from storage.views import SqlViews
from tests.rules.greedy import greedy
from tests.services.fresh import empty
from tests.services.studio import BEN, Studio
from tests.texts import TEXTS as WORDS

TEXTS = WORDS["en"]


@pytest_asyncio.fixture(loop_scope="session")
async def studio(database: Database, template: str) -> Studio:
    await empty(database, template)
    return Studio(database)


async def full(studio: Studio, mode: Mode = Mode.MANUAL) -> None:
    """Two events of two seats; five people want the first, two of them the second, too; one has changed their mind."""
    await studio.begin(2, 2, mode=mode)
    for person in (1, 2, 3):
        await studio.wish(person, 1)
    await studio.wish(4, 1, 2)
    await studio.wish(5, 1, 2)
    await studio.wish(6, 1)
    await month.withdraw(studio.months, studio.tap(6), studio.period_id)
    await studio.close()


async def exported(studio: Studio, number: int = 0) -> Any:
    """As it comes out of a file."""
    found = await SqlViews(studio.database, studio.clock).export(studio.period_id, number)
    return None if found is None else json.loads(content(TEXTS, found, "json"))


async def final(studio: Studio) -> Any:
    await full(studio)
    made = await studio.execute()
    short = min(int(each["person"]) for each in made.output["unplaced"])
    await runs.pin(studio.runs, studio.ada(), studio.period_id, short, 1)
    again = await studio.execute(keep=True)
    await studio.finalize(again.run_id)
    return await exported(studio)


async def test_a_final_month_is_proved_from_its_file(studio: Studio) -> None:
    document = await final(studio)
    proof = verify(document, greedy)
    assert proof.differences == ()
    assert (proof.month, proof.number, proof.versions) == ("2026-12", 2, (1, 2))
    booked = {(str(row.person_id), str(row.event_id), str(row.id)) for row in await studio.rows(bookings)}
    assert {(r["person"], r["session"], r["booking"]) for r in document["placements"]} == booked
    assert len(document["results"]) == len(await studio.rows(results)) == 5
    assert {row["status"] for row in document["wishes"]} == {"stated", "withdrawn"}
    (pin,) = document["adjustments"]
    assert (pin["kind"], pin["reason"], pin["by"], pin["active"]) == ("pin", "a good reason", "Ada", True)
    assert document["lines"] and verify(nameless(document), greedy).differences == ()
    assert "Person" not in json.dumps(nameless(document)) and "Ada" not in json.dumps(nameless(document))


async def test_what_happens_afterwards_leaves_the_proof_as_it_is(studio: Studio) -> None:
    """Somebody cancels, a date is renamed and moved: told, and not what was drawn."""
    document = await final(studio)
    row = document["placements"][0]
    await booking.cancel(
        studio.work, studio.tap(int(row["person"])), int(row["session"]), int(row["booking"])
    )
    await capacity.resize(studio.work, studio.ada(), 2, 9)
    await studio.database.transact(
        lambda connection: connection.execute(sa.update(participants).values(name="=1+1"))
    )
    later = await exported(studio)
    assert later["placements"][0]["state"] == "cancelled"
    assert verify(later, greedy).differences == ()


async def test_any_version(studio: Studio) -> None:
    document = await final(studio)
    first = await exported(studio, 1)
    assert (document["run"], first["run"]) == (2, 1)
    with pytest.raises(NoExport, match="never booked"):
        verify(first, greedy)
    assert {row["state"] for row in first["placements"]} == {"proposed"}
    assert first["results"] == [] and await exported(studio, 3) is None
    views = SqlViews(studio.database, studio.clock)
    assert await views.export(999, 0) is None and await views.export_choices(999) is None
    choices = await views.export_choices(studio.period_id)
    assert choices is not None and choices.done == [1, 2]
    assert [version.final for version in choices.versions] == [False, True]
    assert [code for _, code, _ in choices.services] == ["yoga"]


async def test_a_month_of_an_earlier_method_is_of_the_kind_that_it_was(studio: Studio) -> None:
    """Nobody takes it for a draw that was tampered with."""
    await full(studio)
    made = await studio.execute(
        allocate=lambda problem: {**greedy(problem), "engine_version": "allocation-1"}
    )
    await studio.finalize(made.run_id)
    document = await exported(studio)
    assert document["format"] == "nextseat-month-1"
    with pytest.raises(NoExport, match="another kind"):
        verify(document, greedy)


async def test_the_difference_between_two(studio: Studio) -> None:
    document = await final(studio)
    found = difference(await exported(studio, 1), document)
    kinds = [row["change"] for row in found["changes"]]
    assert "came_in" in kinds and {"fell_out", "moved"} & set(kinds)
    gained = next(row for row in found["changes"] if row["change"] == "came_in")
    assert (gained["from"], gained["to"]) == ([], ["1"])
    with pytest.raises(NoExport, match="another kind"):
        verify(found, greedy)


async def test_only_a_part(studio: Studio) -> None:
    document = await final(studio)
    assert limited(document) is document
    for state in STATES:
        part = limited(document, state=state)
        proof = verify(part, greedy)
        assert (proof.differences, proof.part) == ((), True)
    placed = limited(document, state="placed")
    assert (len(placed["placements"]), placed["unplaced"]) == (len(document["placements"]), [])
    waiting = limited(document, state="waiting")
    assert (waiting["placements"], len(waiting["unplaced"])) == ([], len(document["unplaced"]))
    assert limited(document, service="clay")["placements"] == []
    assert limited(document, service="yoga")["placements"] == document["placements"]
    assert limited(document, location="nowhere")["people"] == []


async def test_an_event_that_has_moved_out_of_the_month_is_still_told(studio: Studio) -> None:
    """While two admins had opened it."""
    document = await final(studio)
    months = SqlLocks(studio.database, studio.clock)
    (asked,) = await locks.ask_unlock(months, studio.ada(), studio.period_id, 30)
    await locks.approve(months, BEN, studio.period_id, asked.id)
    moved = sa.update(events).where(events.c.id == 1)
    later = {"starts_at": studio.now.replace(year=2027), "ends_at": studio.now.replace(year=2027, hour=23)}
    await studio.database.transact(lambda connection: connection.execute(moved.values(**later)))
    after = await exported(studio)
    assert {row["id"] for row in after["events"]} == {row["id"] for row in document["events"]}
    assert verify(after, greedy).differences == ()


# ------------------------------------------------------------------------------------------------ the seed


async def told(studio: Studio) -> str:
    """Everything that anybody is shown: views, every file, every letter."""
    views = SqlViews(studio.database, studio.clock)
    period = studio.period_id
    seen: list[object] = [await views.periods(), await views.months(), await views.period(period)]
    seen += [await views.runs(period), await views.export_choices(period), await views.wish(period, 1)]
    seen += [await views.results_of(person) for person in range(1, 7)]
    choices = await views.export_choices(period)
    assert choices is not None
    for number in (0, *(version.number for version in choices.versions)):
        found = await views.export(period, number)
        assert found is not None
        seen += [
            found,
            content(TEXTS, found, "csv"),
            content(TEXTS, found, "json"),
            WRITE["xlsx"](TEXTS, found),
        ]
    for row in await studio.rows(letters):
        reader = await views.person_by_id(row.person_id or 1)
        assert reader is not None
        seen.append(await render(row.kind, row.data, reader, TEXTS, views, studio.now))
    return repr(seen)


async def test_the_seed_is_told_at_the_end_and_never_before(
    studio: Studio, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    await studio.begin(2, 2)
    seed = await studio.runs.seed(studio.period_id)
    assert seed not in await told(studio)
    for person in (1, 2, 3):
        await studio.wish(person, 1)
    await studio.close()
    assert seed not in await told(studio)
    made = await studio.execute()
    with pytest.raises(ZeroDivisionError):
        await studio.execute(allocate=lambda problem: {"placements": 1 // 0})
    assert seed not in await told(studio)
    with pytest.raises(NoExport, match="not final"):
        verify(await exported(studio), greedy)
    await studio.finalize(made.run_id)
    after = await told(studio)
    assert seed in after and "./run cli verify" in after
    assert seed not in caplog.text and seed not in "".join(capsys.readouterr())
    assert await studio.examine() == []


async def test_before_there_is_any_version(studio: Studio) -> None:
    await studio.begin(1)
    await studio.wish(1, 1)
    document = await exported(studio)
    assert (document["run"], document["runs"], document["placements"]) == (None, [], [])
    assert [row["person"] for row in document["wishes"]] == ["1"]
    with pytest.raises(NoExport, match="no version"):
        verify(document, greedy)
    assert await studio.rows(placements) == []
