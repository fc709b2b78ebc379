"""A month's allocation on both databases: planned, executed, adjusted, run again, finalized; and who is in its way."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
import pytest_asyncio
import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from bot.letters.rendering import render
from bot.localization import load_texts
from engine import refusals as no
from engine.facts import EntryJoined, OfferMade
from engine.rules.comparing import Move
from engine.services import booking, capacity, month, offers, runs, waitlist
from engine.settings import Mode
from storage.database import Database
from storage.tables import (
    adjustments,
    bookings,
    entries,
    facts,
    letters,
    periods,
    placements,
    results,
    unplaced,
)
from storage.tables import runs as run_rows
from storage.views import SqlViews
from tests.rules.greedy import greedy
from tests.services.fresh import empty
from tests.services.studio import BEN, Studio


@pytest_asyncio.fixture(loop_scope="session")
async def studio(database: Database, template: str) -> Studio:
    await empty(database, template)
    return Studio(database)


async def full(studio: Studio, mode: Mode = Mode.MANUAL) -> None:
    """Two events of two seats; five people want the first, two of them the second, too."""
    await studio.begin(2, 2, mode=mode)
    for person in (1, 2, 3):
        await studio.wish(person, 1)
    await studio.wish(4, 1, 2)
    await studio.wish(5, 1, 2)
    await studio.close()


async def test_the_whole_story(studio: Studio) -> None:
    await full(studio)
    plan = await runs.plan(studio.runs, studio.ada(), studio.period_id, "balanced", "fair", allocate=greedy)
    assert [(found.concern, found.event_id, found.count) for found in plan.findings] == [("scarce", 1, 5)]
    assert await studio.rows(run_rows) == []
    made = await studio.execute()
    assert made.output == plan.output
    assert await studio.rows(bookings) == []
    _, steps = await studio.finalize(made.run_id)
    booked = {(row.person_id, row.event_id, row.id) for row in await studio.rows(bookings)}
    placed = await studio.rows(placements)
    assert booked == {(row.person_id, row.event_id, row.booking_id) for row in placed}
    assert {row.source for row in await studio.rows(bookings)} == {"month"}
    (period,), (run,) = await studio.rows(periods), await studio.rows(run_rows)
    assert (period.status, run.status, run.finalized_at) == ("final", "done", studio.now)
    assert studio.facts == [fact for _, made in steps for fact in made]
    assert await studio.examine() == []


async def test_everybody_hears_the_result_once(studio: Studio) -> None:
    await full(studio)
    made = await studio.execute()
    await studio.finalize(made.run_id)
    told = await studio.rows(letters, letters.c.kind == "month-result")
    assert sorted(row.person_id for row in told) == [1, 2, 3, 4, 5]
    given = {row.person_id: row for row in await studio.rows(results)}
    assert {row.subject for row in told} == {f"result:{row.id}" for row in given.values()}
    short = {row.person_id for row in await studio.rows(unplaced)}
    assert {person for person, row in given.items() if not row.got} == short
    assert all(row.reason == ("full" if row.person_id in short else "placed") for row in given.values())
    said = {row.kind for row in await studio.rows(letters)}
    assert said.isdisjoint({"booking-made", "entry-joined"})
    assert {"run-made", "period-finalized"} <= said


async def test_nobody_reads_the_seed_in_what_is_kept(studio: Studio) -> None:
    await full(studio)
    made = await studio.execute()
    await studio.finalize(made.run_id)
    seed = await studio.runs.seed(studio.period_id)
    kept = [*await studio.rows(run_rows), *await studio.rows(facts), *await studio.rows(letters)]
    assert seed not in repr(kept)
    (run,) = await studio.rows(run_rows)
    (period,) = await studio.rows(periods)
    assert run.seed_hash == period.seed_hash


async def test_who_has_no_place_waits_in_the_order_of_the_draw(studio: Studio) -> None:
    """Whoever had none before is first; then lots decide. Whoever waits already keeps that place."""
    await studio.begin(1, people=6)
    await waiting(studio, 6)
    for person in (1, 2, 3, 6):
        await studio.wish(person, 1)
    await studio.close()
    await ledger(studio, {3: 2, 2: 4, 1: 4})
    made = await studio.execute()
    _, steps = await studio.finalize(made.run_id)
    (winner,) = await studio.rows(placements)
    assert winner.person_id in (1, 2)
    other = 3 - winner.person_id
    line = await studio.rows(entries, entries.c.status == "waiting")
    assert [row.person_id for row in sorted(line, key=lambda row: row.seq)] == [6, other, 3]
    joined = [fact for _, made in steps for fact in made if isinstance(fact, EntryJoined)]
    assert [(fact.person_id, fact.position) for fact in joined] == [(other, 2), (3, 3)]
    given = {row.person_id: row for row in await studio.rows(results)}
    assert {given[person].entry_id for person in (6, other, 3)} == {row.id for row in line}
    assert {person: row.credit for person, row in given.items()} == {
        winner.person_id: 2,
        other: 5,
        3: 3,
        6: 1,
    }
    assert await studio.examine() == []


async def waiting(studio: Studio, person: int) -> None:
    """Somebody waits for event 1, whose seat is free again."""
    await booking.book(studio.work, studio.tap(5), 1)
    await waitlist.join(studio.work, studio.tap(person), 1)
    (had,) = await studio.rows(bookings)
    await booking.cancel(studio.work, studio.tap(5), 1, had.id)


async def ledger(studio: Studio, owed: dict[int, int]) -> None:
    """What a November before this month has left."""
    await studio.database.transact(lambda connection: _ledger(connection, owed))


def _ledger(connection: sa.Connection, owed: dict[int, int]) -> None:
    (december,) = connection.execute(sa.select(periods))
    old = {**december._mapping, "id": 1, "month": "2026-11", "seed": "b" * 64, "version": 1}
    connection.execute(periods.insert().values(**{**old, "status": "planned"}))
    run = {"id": 2, "period_id": 1, "number": 1, "strategy": "balanced", "ordering": "fair", "status": "done"}
    run |= {"seed_hash": "c" * 64, "input": {}, "input_hash": "d" * 64, "output": {}, "started_by": 1}
    run |= {"started_by_name": "Ada", "started_at": december.opened_at, "finished_at": december.opened_at}
    connection.execute(run_rows.insert().values(**run, finalized_at=december.opened_at))
    rows: list[dict[str, Any]] = [
        {
            "id": 10 + person,
            "period_id": 1,
            "run_id": 2,
            "person_id": person,
            "wanted": 1,
            "got": 0,
            "reason": "full",
            "credit_before": credit - 1,
            "credit": credit,
        }
        for person, credit in owed.items()
    ]
    connection.execute(results.insert(), rows)
    connection.execute(sa.update(periods).where(periods.c.id == 1).values(status="final", version=2))
    for subject, row_id, versions in (
        ("period", 1, 2),
        ("run", 2, 1),
        *(("result", r["id"], 1) for r in rows),
    ):
        for version in range(1, versions + 1):
            opened = subject == "period" and version == 1
            made: dict[str, Any] = {"kind": "PeriodOpened" if opened else "Planted", "actor_kind": "job"}
            made |= {"data": {"seed_hash": december.seed_hash} if opened else {}, "at": december.opened_at}
            made |= {
                "id": 1000 + row_id * 10 + version,
                "subject": subject,
                "subject_id": row_id,
                "actor_id": 0,
            }
            connection.execute(facts.insert().values(**made, version=version))


async def test_the_line_is_filled_by_itself_where_seats_are_left(studio: Studio) -> None:
    """A party that does not fit waits, and the seat that is left is offered to whoever it suffices for."""
    await studio.begin(3, mode=Mode.OFFER)
    await studio.wish(1, 1, seats=2)
    await studio.wish(2, 1, seats=2)
    await studio.close()
    made = await studio.execute()
    await studio.finalize(made.run_id)
    (waits,) = await studio.rows(entries)
    assert (waits.seats, waits.status) == (2, "waiting")
    await waitlist.join(studio.work, studio.tap(3), 1)
    assert await studio.examine() == []


async def test_a_pin_is_kept_and_moves_only_who_must(studio: Studio) -> None:
    await full(studio)
    first = await studio.execute()
    before = {(row.person_id, row.event_id) for row in await studio.rows(placements)}
    short = {row.person_id for row in await studio.rows(unplaced)}
    pinned = min(short)
    await runs.pin(studio.runs, studio.ada(), studio.period_id, pinned, 1)
    second = await studio.execute(keep=True)
    difference = await runs.compare(studio.runs, first.run_id, second.run_id)
    assert difference.came_in == (Move(pinned, (), (1,)),)
    assert len(difference.fell_out) + len(difference.moved) == 1
    placed = {
        (row.person_id, row.event_id): row
        for row in await studio.rows(placements, placements.c.run_id == second.run_id)
    }
    assert placed[pinned, 1].reason == "pinned"
    assert {row.reason for key, row in placed.items() if key in before} == {"kept"}
    await studio.finalize(second.run_id)
    assert await studio.examine() == []


async def test_a_later_word_replaces_an_earlier_one(studio: Studio) -> None:
    await full(studio)
    made = await studio.execute()
    person = made.output["placements"][0]["person"]
    await runs.pin(studio.runs, studio.ada(), studio.period_id, int(person), 1)
    with pytest.raises(no.AdjustmentUnchanged):
        await runs.pin(studio.runs, studio.ada(), studio.period_id, int(person), 1)
    await runs.exclude(studio.runs, studio.ada(), studio.period_id, int(person), None)
    active = await studio.rows(adjustments, adjustments.c.active)
    assert [(row.kind, row.event_id, row.reason, row.by_name) for row in active] == [
        ("exclude", None, "a good reason", "Ada")
    ]
    again = await studio.execute(keep=True)
    assert {each["person"]: each["reason"] for each in again.output["unplaced"]}[person] == "excluded"
    await runs.lift(studio.runs, studio.ada(), studio.period_id, active[0].id)
    with pytest.raises(no.AdjustmentOver):
        await runs.lift(studio.runs, studio.ada(), studio.period_id, active[0].id)
    with pytest.raises(no.InputChanged) as changed:
        await studio.finalize(again.run_id)
    assert changed.value == no.InputChanged(sessions=0, people=0, adjustments=True)
    assert await studio.examine() == []


async def test_somebody_is_moved(studio: Studio) -> None:
    await full(studio)
    made = await studio.execute()
    person = next(int(each["person"]) for each in made.output["placements"] if each["session"] == "1")
    with pytest.raises(no.NotPlaced):
        await runs.move(studio.runs, studio.ada(), studio.period_id, person, 2, 1)
    await runs.move(studio.runs, studio.ada(), studio.period_id, person, 1, 2)
    (moved,) = await studio.rows(adjustments)
    assert (moved.kind, moved.from_event_id, moved.event_id) == ("move", 1, 2)
    again = await studio.execute(keep=True)
    placed = {(each["person"], each["session"]) for each in again.output["placements"]}
    assert (str(person), "2") in placed
    assert (str(person), "1") not in placed
    await studio.finalize(again.run_id)
    assert await studio.examine() == []


async def test_a_seat_taken_between_the_run_and_the_end(studio: Studio) -> None:
    await full(studio)
    made = await studio.execute()
    await booking.book(studio.work, studio.tap(8), 2)
    with pytest.raises(no.InputChanged) as changed:
        await studio.finalize(made.run_id)
    assert changed.value == no.InputChanged(sessions=1, people=0, adjustments=False)
    differing = await runs.changed(studio.runs, studio.ada(), studio.period_id, made.run_id)
    assert differing == {"sessions": [2], "people": [], "adjusted": []}
    (period,) = await studio.rows(periods)
    assert period.status == "planned"
    assert len(await studio.rows(bookings)) == 1
    again = await studio.execute(keep=True)
    await studio.finalize(again.run_id)
    assert await studio.examine() == []


async def test_somebody_who_has_booked_meanwhile_wants_less(studio: Studio) -> None:
    await full(studio)
    made = await studio.execute()
    await booking.book(studio.work, studio.tap(4), 2)
    with pytest.raises(no.InputChanged) as changed:
        await studio.finalize(made.run_id)
    assert changed.value == no.InputChanged(sessions=1, people=1, adjustments=False)


async def test_two_admins_at_once(studio: Studio) -> None:
    await full(studio)
    made = await studio.execute()
    ends = [
        runs.finalize(studio.runs, replace(tap, update_id=None), studio.period_id, made.run_id)
        for tap in (studio.ada(), BEN)
    ]
    outcomes = await asyncio.gather(*ends, return_exceptions=True)
    refused = [outcome for outcome in outcomes if isinstance(outcome, Exception)]
    assert [type(each) for each in refused] == [no.PeriodFinal]
    assert len(await studio.rows(bookings)) == len(made.output["placements"])
    assert len(await studio.rows(results)) == 5
    assert await studio.examine() == []


async def test_a_booking_and_the_end_at_once(studio: Studio) -> None:
    """Whichever comes first: the end is refused because a seat is gone, or the newcomers get what is left."""
    await full(studio)
    made = await studio.execute()
    taps = [booking.book(studio.work, studio.tap(person), 2) for person in (6, 7, 8)]
    outcomes = await asyncio.gather(*taps, studio.finalize(made.run_id), return_exceptions=True)
    expected = (no.EventFull, no.HeldForLine, no.InputChanged)
    assert all(isinstance(each, expected) for each in outcomes if isinstance(each, Exception))
    (period,) = await studio.rows(periods)
    booked = [row.source for row in await studio.rows(bookings)]
    assert booked.count("month") == (len(made.output["placements"]) if period.status == "final" else 0)
    assert period.status == "final" or "self" in booked
    assert await studio.examine() == []


async def test_a_run_at_a_time(studio: Studio) -> None:
    """A second one waits for the first, or for somebody to stop it; a lost one is in nobody's way for long."""
    await full(studio)
    begun = asyncio.Event()
    loop = asyncio.get_running_loop()
    may = asyncio.Event()

    def slow(problem: Any) -> Any:
        loop.call_soon_threadsafe(begun.set)
        asyncio.run_coroutine_threadsafe(may.wait(), loop).result()
        return greedy(problem)

    first = asyncio.create_task(studio.execute(allocate=slow))
    await begun.wait()
    with pytest.raises(no.RunOpen):
        await studio.execute()
    (running,) = await studio.rows(run_rows)
    await runs.stop(studio.runs, studio.ada(), studio.period_id, running.id)
    may.set()
    with pytest.raises(no.RunOver):
        await first
    with pytest.raises(no.NoRun):
        await studio.finalize(running.id)
    with pytest.raises(no.NoRun):
        await runs.compare(studio.runs, running.id, running.id)
    assert await studio.rows(placements) == []
    assert (await studio.execute()).number == 2
    assert await studio.examine() == []


async def test_a_run_that_is_lost(studio: Studio) -> None:
    await full(studio)
    with pytest.raises(KeyboardInterrupt):
        await studio.execute(allocate=killed)
    with pytest.raises(no.RunOpen):
        await studio.execute()
    studio.now += timedelta(minutes=15)
    assert (await studio.execute()).number == 2
    lost, _ = await studio.rows(run_rows)
    assert (lost.status, lost.error) == ("failed", "lost")
    assert await studio.examine() == []


def killed(_: Any) -> Any:
    raise KeyboardInterrupt


async def test_a_run_that_fails_says_so(studio: Studio) -> None:
    await full(studio)
    with pytest.raises(ZeroDivisionError):
        await studio.execute(allocate=lambda problem: {"placements": 1 // 0})
    (failed,) = await studio.rows(run_rows)
    assert (failed.status, failed.error) == ("failed", "ZeroDivisionError")
    (told,) = await studio.rows(letters, letters.c.kind == "run-failed")
    assert told.data["cause"] == "ZeroDivisionError"


async def test_when_nothing_can_be_computed(studio: Studio) -> None:
    await studio.begin(1)
    with pytest.raises(no.PeriodOpen):
        await studio.execute()
    with pytest.raises(no.PeriodUnknown):
        await runs.plan(studio.runs, studio.ada(), 999, "balanced")
    with pytest.raises(no.PeriodUnknown):
        await studio.runs.seed(999)
    with pytest.raises(no.NoRun):
        await runs.changed(studio.runs, studio.ada(), studio.period_id, 999)
    with pytest.raises(no.PeriodOpen):
        await runs.check(studio.runs, studio.ada(), studio.period_id)
    await studio.close()
    assert await runs.check(studio.runs, studio.ada(), studio.period_id) == []
    with pytest.raises(no.NobodyWishes):
        await studio.execute()
    with pytest.raises(no.NoRun):
        await studio.execute(keep=True)


async def test_once_planned_wishes_stay_as_they_are(studio: Studio) -> None:
    await full(studio)
    await studio.execute()
    with pytest.raises(no.PeriodPlanned):
        await month.reopen(studio.months, studio.ada(), studio.period_id, 1)
    with pytest.raises(no.WishesClosed):
        await studio.wish(6, 1)


async def test_after_the_end_nothing_is_adjusted(studio: Studio) -> None:
    await full(studio)
    made = await studio.execute()
    await studio.finalize(made.run_id)
    with pytest.raises(no.PeriodFinal):
        await studio.execute()
    for change in (runs.pin, runs.exclude):
        with pytest.raises(no.PeriodFinal):
            await change(studio.runs, studio.ada(), studio.period_id, 1, 1)
    with pytest.raises(no.PeriodFinal):
        await studio.finalize(made.run_id)


async def test_whoever_cancels_frees_the_seat_into_the_line(studio: Studio) -> None:
    await full(studio, Mode.OFFER)
    made = await studio.execute()
    await studio.finalize(made.run_id)
    had = next(row for row in await studio.rows(bookings) if row.event_id == 1)
    done = await booking.cancel(studio.work, studio.tap(had.person_id), 1, had.id)
    first = min(await studio.rows(entries, entries.c.event_id == 1), key=lambda row: row.seq)
    (offer,) = [fact for fact in done if isinstance(fact, OfferMade)]
    assert offer.entry_id == first.id
    await offers.accept(studio.work, studio.tap(offer.person_id), 1, offer.id)
    assert await studio.examine() == []


async def test_somebody_who_is_offered_the_seat_meanwhile(studio: Studio) -> None:
    """That seat is theirs to take: the draw gives it to nobody else, and them no second one there."""
    await studio.begin(1, 1, mode=Mode.OFFER)
    await waiting(studio, 6)
    await studio.wish(6, 1)
    await studio.wish(1, 1, 2)
    await studio.close()
    made = await studio.execute()
    assert {(each["person"], each["session"]) for each in made.output["placements"]} == {("1", "2")}
    await studio.finalize(made.run_id)
    assert await studio.examine() == []


async def test_friends_get_in_together(studio: Studio) -> None:
    await studio.begin(2, 2)
    await studio.befriend(1, 2)
    for person in (1, 2, 3, 4):
        await studio.wish(person, 1, 2)
    await studio.close()
    made = await studio.execute()
    await studio.finalize(made.run_id)
    where = {row.person_id: row.event_id for row in await studio.rows(bookings)}
    assert where[1] == where[2]


async def test_all_or_nothing(studio: Studio) -> None:
    """Whatever goes wrong at whichever row: the month is as it was, and the next try ends it."""
    await full(studio)
    made = await studio.execute()
    before = await counted(studio)
    tables = (bookings, entries, results, placements, periods)
    for table in tables:
        await spoil(studio, table.name)
        with pytest.raises(IntegrityError):
            await studio.finalize(made.run_id)
        await mend(studio, table.name)
        assert await counted(studio) == before
    await studio.finalize(made.run_id)
    assert await studio.examine() == []


async def counted(studio: Studio) -> list[Any]:
    kept = (bookings, entries, results, letters, facts, periods, run_rows)
    return [await studio.rows(table) for table in kept]


async def spoil(studio: Studio, table: str) -> None:
    """Nothing can be written to this table."""
    when = "UPDATE" if table in ("placements", "periods") else "INSERT"
    sqlite = f"CREATE TRIGGER spoilt BEFORE {when} ON {table} BEGIN SELECT RAISE(ABORT, 'spoilt'); END"
    other = f"CREATE TRIGGER spoilt BEFORE {when} ON {table} FOR EACH ROW EXECUTE FUNCTION refuse('spoilt')"
    await run(studio, sqlite if studio.database.is_sqlite else other)


async def mend(studio: Studio, table: str) -> None:
    await run(studio, "DROP TRIGGER spoilt" + ("" if studio.database.is_sqlite else f" ON {table}"))


async def run(studio: Studio, statement: str) -> None:
    await studio.database.transact(lambda connection: connection.exec_driver_sql(statement))


async def test_capacity_that_an_admin_changes(studio: Studio) -> None:
    await full(studio)
    made = await studio.execute()
    await capacity.resize(studio.work, studio.ada(), 1, 5)
    with pytest.raises(no.InputChanged):
        await studio.finalize(made.run_id)


async def test_the_allocation_of_the_house(studio: Studio) -> None:
    """The solvers, and not their stand-in; the same again gives the same."""
    await full(studio)
    made = await runs.execute(studio.runs, studio.ada(), studio.period_id, "balanced")
    plan = await runs.plan(studio.runs, studio.ada(), studio.period_id, "balanced")
    assert plan.output == made.output
    assert made.output["metrics"]["seats_filled"] == 4
    await runs.pin(studio.runs, studio.ada(), studio.period_id, 4, 2)
    again = await runs.execute(studio.runs, studio.ada(), studio.period_id, "fast_fill", keep=True)
    assert again.output["metrics"]["seats_filled"] == 4
    await studio.finalize(again.run_id)
    assert await studio.examine() == []


async def test_what_screens_show(studio: Studio) -> None:
    await full(studio)
    made = await studio.execute()
    out = min(int(each["person"]) for each in made.output["unplaced"])
    await runs.pin(studio.runs, studio.ada(), studio.period_id, out, 1)
    views = SqlViews(studio.database, studio.clock)
    (word,) = await views.adjustments(studio.period_id)
    assert (word.person_id, word.kind, word.event and word.event.id, word.source) == (out, "pin", 1, None)
    again = await studio.execute(keep=True)
    first, second = await views.runs(studio.period_id)
    assert (first.number, first.base, second.base, second.status) == (1, None, 1, "done")
    assert second.metrics == again.output["metrics"]
    assert second.short == len(again.output["unplaced"])
    await seen_of(views, again, out)
    await studio.finalize(again.run_id)
    telling = await views.telling(studio.period_id)
    assert (telling.sent, telling.waiting, telling.failed) == (0, 5, 0)
    deed = await views.month_deed(("PeriodFinalized", "RunStarted"), studio.period_id)
    assert deed is not None and deed.name == "Ada"
    assert await views.month_deed(("PeriodFinalized",), 999) is None
    (mine,) = await views.results_of(out)
    assert ([event.id for event in mine.placed], mine.got, mine.reason, mine.line) == ([1], 1, "placed", None)
    short = again.output["unplaced"][0]["person"]
    (lost,) = await views.results_of(int(short))
    assert (lost.placed, lost.got, lost.credit, lost.position > 0) == ([], 0, 1, True)
    assert await views.result(999) is None


async def seen_of(views: SqlViews, made: runs.Executed, pinned: int) -> None:
    """What a version says of its dates and people."""
    one, two = await views.run_events(made.run_id)
    assert (one.event.id, one.free, one.seats, one.people, one.first, one.held) == (1, 2, 2, 2, 2, True)
    assert (two.event.id, two.seats) == (2, made.output["metrics"]["seats_filled"] - 2)
    assert await views.run_events(999) == []
    placed = await views.run_people(made.run_id, 1, 0, 1)
    assert (len(placed.items), placed.total) == (1, 2)
    everybody = await views.run_people(made.run_id, None, 0, 9)
    assert {each.person_id for each in everybody.items if each.reason == "pinned"} == {pinned}
    short = await views.run_short(made.run_id, 0, 9)
    assert (short.total, short.items[0].got) == (len(made.output["unplaced"]), 0)
    own = await views.run_person(made.run_id, pinned)
    assert own is not None and [each.event.id for each in own.placed] == [1] and own.short is None
    lost = await views.run_person(made.run_id, short.items[0].person_id)
    assert lost is not None and lost.short == short.items[0] and not lost.placed
    assert await views.run_person(made.run_id, 999) is None
    assert await views.run_person(999, pinned) is None
    assert await views.names_of((pinned, 999)) == {pinned: f"Person {pinned}"}
    assert list(await views.events_of((2, 999))) == [2]


@pytest.mark.parametrize("language", ["en", "hu", "de"])
async def test_the_letters_are_written(studio: Studio, language: str) -> None:
    await full(studio)
    made = await studio.execute()
    await studio.finalize(made.run_id)
    with pytest.raises(no.PeriodFinal):
        await studio.execute()
    texts = load_texts()[language]
    views = SqlViews(studio.database, studio.clock)
    reader = await views.person_by_id(1)
    assert reader is not None
    kinds = ("month-result", "run-made", "period-finalized")
    written = [row for row in await studio.rows(letters) if row.kind in kinds]
    assert len(written) == 7
    for row in written:
        card = await render(row.kind, row.data, reader, texts, views, studio.now)
        assert card is not None
        assert len(card.text) > 30
    failed: dict[str, int | str | bool] = {"period": studio.period_id, "number": 1, "cause": "lost"}
    assert await render("run-failed", failed, reader, texts, views, studio.now) is not None
    assert await render("month-result", {"result": 999}, reader, texts, views, studio.now) is None
    assert await render("run-failed", {**failed, "period": 999}, reader, texts, views, studio.now) is None
