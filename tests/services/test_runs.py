"""A month's allocation on both databases: planned, executed, adjusted, run again, finalized; and who is in its way."""

import asyncio
import threading
import traceback
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
import pytest_asyncio
import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from bot.letters.rendering import render
from engine import refusals as no
from engine.facts import EntryJoined, OfferMade
from engine.planning import LEASE
from engine.ports import Unavailable
from engine.rules.comparing import Move
from engine.services import booking, by_hand, capacity, dates, enduring, month, offers, runs, waitlist
from engine.settings import Mode
from handlers.result_cards import result_text
from storage import ids
from storage import runs as storage_runs
from storage.database import Database
from storage.runs import SqlRuns
from storage.tables import (
    adjustments,
    bookings,
    entries,
    events,
    facts,
    letters,
    periods,
    placements,
    results,
    run_leases,
    services,
    unplaced,
)
from storage.tables import offers as offer_rows
from storage.tables import runs as run_rows
from storage.views import SqlViews
from storage.wakeups import listen
from tests.rules.greedy import greedy
from tests.services.fresh import empty
from tests.services.studio import BEN, DAY, FIRST, WEEK_TO_WISH, Studio
from tests.storage.world import Planting
from tests.texts import TEXTS


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


async def test_a_month_ends_in_one_go(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many people it has: the ids for all of it are there before anything is locked."""
    await full(studio)
    made = await studio.execute()
    monkeypatch.setattr(ids, "BLOCK", 1)
    monkeypatch.setattr(storage_runs, "IDS_A_DECISION", 1)
    studio.runs = SqlRuns(studio.database, studio.clock)
    tries, final = [], studio.runs._final
    monkeypatch.setattr(studio.runs, "_final", lambda *given: (tries.append(1), final(*given))[1])
    await studio.finalize(made.run_id)
    assert len(tries) == 1


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


async def test_everybody_who_wished_hears(studio: Studio) -> None:
    """Also whoever had booked it all by themselves: they are no month further without a place."""
    await studio.begin(2, 2)
    for person in (1, 2, 3):
        await studio.wish(person, 1)
    await booking.book(studio.work, studio.tap(1), 1)
    await studio.close()
    studio.now += timedelta(minutes=1)
    made = await studio.execute()
    await studio.finalize(made.run_id)
    told = await studio.rows(letters, letters.c.kind == "month-result")
    assert sorted(row.person_id for row in told) == [1, 2, 3]
    (own,) = await studio.rows(results, results.c.person_id == 1)
    assert (own.reason, own.got, own.credit) == ("booked", 0, 0)
    texts = TEXTS["en"]
    (result,) = await SqlViews(studio.database, studio.clock).results_of(1)
    assert "by yourself" in result_text(texts, result, studio.now)
    assert await studio.examine() == []


async def test_another_service_s_reserve_list_gives_no_priority(studio: Studio) -> None:
    await studio.begin(1, 1)

    def waits_elsewhere(connection: sa.Connection) -> None:
        planting = Planting(connection, 1500)
        row: dict[str, Any] = {"names": {"en": "Massage"}, "descriptions": {}, "mode": "manual", "offer": {}}
        for number, person in ((1, 1), (2, 2)):
            if number == 2:
                planting.put(services, id=2, account_id=1, code="massage", kind="individual", **row)
            listed = {"seats": 1, "priority": 9, "seq": number, "status": "waiting", "source": "self"}
            planting.put(
                entries,
                id=700 + number,
                service_id=number,
                event_id=None,
                person_id=person,
                created_at=studio.now,
                names=[],
                windows=[],
                answers=[],
                **listed,
            )

    await studio.database.transact(waits_elsewhere)
    for person in (1, 2):
        await studio.wish(person, 1)
    await studio.close()
    await studio.execute()
    (row,) = await studio.rows(run_rows)
    assert [(each["id"], each["priority"]) for each in row.input["people"]] == [("1", 9), ("2", 0)]


async def two_months(studio: Studio) -> tuple[int, int]:
    """December and January, of one seat that two people want; wishes of both are closed, and January is at hand."""
    await studio.begin(1)
    january = FIRST + 35 * DAY
    await studio.database.transact(lambda connection: Planting(connection, 1500).event(60, 1, january))
    for person in (1, 2):
        await studio.wish(person, 1)
    await studio.close()
    december = studio.period_id
    (opened, *_) = await month.open_(studio.months, studio.ada(), "2027-01", WEEK_TO_WISH)
    studio.period_id = opened.id
    for person in (1, 2):
        await studio.wish(person, 60)
    await studio.close()
    return december, opened.id


@asynccontextmanager
async def held(studio: Studio, waiting: int) -> AsyncIterator[None]:
    """Whoever needs an event waits for it until so many wait for anything. SQLite has one writer at a time anyway."""
    if studio.database.is_sqlite:
        yield
        return
    async with studio.database.write.begin() as connection:
        await connection.execute(sa.select(events.c.id).with_for_update())
        yield
        async with asyncio.timeout(2):
            while await studio.database.look(_waiting, snapshot=False) < waiting:
                await asyncio.sleep(0.01)


def _waiting(connection: sa.Connection) -> int:
    found = "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()"
    return int(connection.exec_driver_sql(found).scalar_one())


async def test_two_months_that_end_at_once_end_one_after_the_other(studio: Studio) -> None:
    """The later one hears that the ledger is another one by now: no month without a place is lost."""
    made = {}
    for period_id in await two_months(studio):
        studio.period_id = period_id
        made[period_id] = (await studio.execute()).run_id
    others = SqlRuns(studio.database, studio.clock)
    async with held(studio, len(made)):
        ends = [
            asyncio.ensure_future(runs.finalize(on, studio.ada(), *each))
            for on, each in zip((studio.runs, others), made.items(), strict=True)
        ]
    came = await asyncio.gather(*ends, return_exceptions=True)
    assert await studio.examine() == []
    assert [type(each) for each in came if isinstance(each, Exception)] == [no.InputChanged]


async def test_the_ledger_of_months_that_end_in_another_order(studio: Studio) -> None:
    """Each continues from the one that has ended before it; none is lost."""
    december, january = await two_months(studio)
    for period_id in (january, december):
        studio.period_id = period_id
        studio.now += timedelta(minutes=1)
        await studio.finalize((await studio.execute()).run_id)
    told = await studio.rows(results)
    ledgers = {
        person: [
            (row.credit_before, row.credit)
            for row in sorted(told, key=lambda row: -row.period_id)
            if row.person_id == person
        ]
        for person in (1, 2)
    }
    for (before, first), (then, _) in ledgers.values():
        assert (before, then) == (0, first)
    assert {first for (_, first), _ in ledgers.values()} == {0, 1}
    newest, before = await SqlViews(studio.database, studio.clock).results_of(1)
    assert [(each.period.id, each.latest) for each in (newest, before)] == [
        (december, True),
        (january, False),
    ]
    assert await studio.examine() == []


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
    studio.now += LEASE
    assert (await studio.execute()).number == 2
    lost, _ = await studio.rows(run_rows)
    assert (lost.status, lost.error) == ("failed", "interrupted")
    assert await studio.rows(run_leases) == []
    assert await studio.examine() == []


async def test_what_nobody_computes_any_more_comes_to_its_end(studio: Studio) -> None:
    """By the sweep of whatever process is alive; the admins are told once, however many look."""
    await full(studio)
    with pytest.raises(KeyboardInterrupt):
        await studio.execute(allocate=killed)
    studio.now += LEASE - timedelta(seconds=1)
    assert await runs.interrupt(studio.runs) == 0
    studio.now += timedelta(seconds=1)
    replicas = [SqlRuns(studio.database, studio.clock) for _ in range(3)]
    assert sum(await asyncio.gather(*map(runs.interrupt, replicas))) == 1
    assert await runs.interrupt(studio.runs) == 0
    (row,) = await studio.rows(run_rows)
    assert (row.status, row.error) == ("failed", "interrupted")
    (told,) = await studio.rows(letters, letters.c.kind == "run-failed")
    assert told.data["cause"] == "interrupted"
    assert await studio.rows(run_leases) == []
    assert await studio.examine() == []


@pytest.mark.parametrize("leap", [timedelta(seconds=45), timedelta(hours=2)])
async def test_what_is_computed_is_not_interrupted(studio: Studio, leap: timedelta) -> None:
    """Neither by its own process, whose clock may leap, nor by another one, as long as it has said so in time."""
    await full(studio)
    begun, loop = asyncio.Event(), asyncio.get_running_loop()
    may = threading.Event()

    def slow(problem: Any) -> Any:
        loop.call_soon_threadsafe(begun.set)
        assert may.wait(30)
        return greedy(problem)

    computing = asyncio.create_task(studio.execute(allocate=slow))
    await begun.wait()
    other = SqlRuns(studio.database, studio.clock)
    for _ in range(3):
        studio.now += leap
        assert await runs.interrupt(studio.runs) == 0
        assert await runs.interrupt(other) == 0
    may.set()
    assert (await computing).number == 1
    assert await runs.interrupt(other) == 0
    assert [row.status for row in await studio.rows(run_rows)] == ["done"]


async def test_at_the_start_of_the_only_process_nothing_is_computed(studio: Studio) -> None:
    await full(studio)
    with pytest.raises(KeyboardInterrupt):
        await studio.execute(allocate=killed)
    again = SqlRuns(studio.database, studio.clock)
    assert await runs.interrupt(again) == 0
    await again.recover()
    assert await runs.interrupt(again) == 1
    assert (await studio.execute()).number == 2


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)  # SQLite has one process
async def test_at_the_start_beside_another_replica_the_leases_decide(studio: Studio) -> None:
    await full(studio)
    with pytest.raises(KeyboardInterrupt):
        await studio.execute(allocate=killed)
    listens = asyncio.Event()
    url = studio.database.write.url.render_as_string(hide_password=False)
    listening = asyncio.create_task(listen(url, listens.set))
    try:
        async with asyncio.timeout(20):
            await listens.wait()
        await studio.runs.recover()
        assert await runs.interrupt(studio.runs) == 0
    finally:
        listening.cancel()
        await asyncio.gather(listening, return_exceptions=True)
    studio.now += LEASE
    assert await runs.interrupt(studio.runs) == 1


async def test_a_month_that_somebody_decides_about_is_looked_at_later(
    studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    await full(studio)
    with pytest.raises(KeyboardInterrupt):
        await studio.execute(allocate=killed)
    studio.now += LEASE

    async def busy(*_: object) -> None:
        raise no.Busy

    with monkeypatch.context() as patch:
        patch.setattr(studio.runs, "decide", busy)
        assert await runs.interrupt(studio.runs) == 0
    assert await runs.interrupt(studio.runs) == 1


def killed(_: Any) -> Any:
    raise KeyboardInterrupt


async def test_a_run_that_fails_says_so(studio: Studio) -> None:
    """With the code that the log has; what went wrong there is nothing for a group of admins."""
    await full(studio)
    with pytest.raises(ZeroDivisionError) as raised:
        await studio.execute(allocate=lambda problem: {"placements": 1 // 0})
    (failed,) = await studio.rows(run_rows)
    (told,) = await studio.rows(letters, letters.c.kind == "run-failed")
    assert (failed.status, failed.error) == ("failed", told.data["cause"])
    assert f"code {failed.error}" in "".join(traceback.format_exception(raised.value))


class Unwilling:
    """A database that does not write the end of a version at once."""

    def __init__(self, studio: Studio, *errors: Exception) -> None:
        self.real, self.errors, self.asked = studio.runs.decide, list(errors), 0

    async def decide(self, ask: Any, rule: Any) -> Any:
        self.asked += 1
        if self.asked > 1 and self.errors:
            raise self.errors.pop()
        return await self.real(ask, rule)


async def test_an_end_that_cannot_be_written_at_once(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> None:
    await full(studio)
    monkeypatch.setattr(enduring, "WAITS", (0, 0))
    monkeypatch.setattr(studio.runs, "decide", Unwilling(studio, no.Busy(), Unavailable()).decide)
    await studio.execute()
    monkeypatch.setattr(studio.runs, "decide", Unwilling(studio, *[no.Busy()] * 3).decide)
    with pytest.raises(no.Busy):
        await studio.execute()
    assert [row.status for row in await studio.rows(run_rows)] == ["done", "running"]


@pytest.mark.parametrize("failing", [False, True])
async def test_an_end_that_waits_for_the_database_is_no_death(
    studio: Studio, monkeypatch: pytest.MonkeyPatch, failing: bool
) -> None:
    """Its process is alive, and says so until the end is written, however long that takes."""
    await full(studio)
    real, looked = studio.runs.decide, []

    async def late(ask: Any, rule: Any) -> Any:
        if ask.run_id:
            studio.now += LEASE
            await studio.runs.renew()
            looked.append(await runs.interrupt(studio.runs))
        return await real(ask, rule)

    monkeypatch.setattr(studio.runs, "decide", late)
    if failing:
        with pytest.raises(ZeroDivisionError):
            await studio.execute(allocate=lambda problem: {"placements": 1 // 0})
    else:
        await studio.execute()
    (row,) = await studio.rows(run_rows)
    assert (looked, row.status, row.error == "interrupted") == ([0], "failed" if failing else "done", False)


@pytest.mark.parametrize("failing", [False, True])
async def test_an_end_that_was_written_although_nobody_heard_so(
    studio: Studio, monkeypatch: pytest.MonkeyPatch, failing: bool
) -> None:
    """The database goes away right after the commit: what was written stands, and is what the admin hears."""
    await full(studio)
    monkeypatch.setattr(enduring, "WAITS", (0, 0))
    real, asked = studio.runs.decide, []

    async def in_doubt(ask: Any, rule: Any) -> Any:
        asked.append(ask)
        done = await real(ask, rule)
        if len(asked) == 2:
            raise Unavailable
        return done

    monkeypatch.setattr(studio.runs, "decide", in_doubt)
    if failing:
        with pytest.raises(ZeroDivisionError):
            await studio.execute(allocate=lambda problem: {"placements": 1 // 0})
    else:
        assert (await studio.execute()).number == 1
    (row,) = await studio.rows(run_rows)
    assert (len(asked), row.status) == (3, "failed" if failing else "done")
    assert len(await studio.rows(letters, letters.c.kind.in_(["run-made", "run-failed"]))) == 1


async def test_nobody_waits_for_a_version_any_more(studio: Studio) -> None:
    """Its process ends: that is written down, and its admins are told."""
    await full(studio)
    for stopped in (False, True):
        begun, go = asyncio.Event(), threading.Event()
        loop = asyncio.get_running_loop()

        def slow(problem: Any) -> Any:
            loop.call_soon_threadsafe(begun.set)  # noqa: B023 - over before the next turn
            go.wait(10)  # noqa: B023
            return greedy(problem)

        task = asyncio.create_task(studio.execute(allocate=slow))
        await begun.wait()
        if stopped:
            last = (await studio.rows(run_rows))[-1]
            await runs.stop(studio.runs, studio.ada(), studio.period_id, last.id)
        task.cancel()
        await asyncio.wait((task,))
        go.set()
        assert task.cancelled()
    ends = [(row.status, row.error) for row in await studio.rows(run_rows)]
    assert ends == [("failed", "interrupted"), ("stopped", "")]


async def test_an_end_is_written_whoever_is_cancelled(studio: Studio) -> None:
    await full(studio)
    real, writing = studio.runs.decide, asyncio.Event()

    async def decide(ask: Any, rule: Any) -> Any:
        if ask.run_id:
            writing.set()
            await asyncio.sleep(0.01)
        return await real(ask, rule)

    studio.runs.decide = decide  # type: ignore[method-assign]
    task = asyncio.create_task(studio.execute())
    await writing.wait()
    task.cancel()
    await asyncio.wait((task,))
    assert task.cancelled()
    assert [row.status for row in await studio.rows(run_rows)] == ["done"]


async def test_only_what_is_shown_of_versions_is_read(
    studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An output is as large as its month: whoever only wants to know which versions there are reads none."""
    await full(studio)
    made = [await studio.execute() for _ in range(3)]
    views, said = SqlViews(studio.database, studio.clock), list[str]()
    engine = sa.Engine

    def statement(_: Any, __: Any, text: str, *rest: Any) -> None:
        said.append(text)

    sa.event.listen(engine, "before_cursor_execute", statement)
    try:
        heads = await views.runs(studio.period_id)
        assert said and not any("output" in text or "input " in text for text in said)
        shown = await views.run_cards([heads[-1].id])
    finally:
        sa.event.remove(engine, "before_cursor_execute", statement)
    assert [(run.id, run.metrics) for run in shown] == [(made[-1].run_id, made[-1].output["metrics"])]


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
    found = await runs.check(studio.runs, studio.ada(), studio.period_id)
    assert [(each.concern, each.event_id) for each in found] == [("unwished", 1)]
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
    (own,) = await studio.rows(results, results.c.person_id == 6)
    assert (own.reason, own.wanted, own.got, own.credit) == ("offered", 1, 0, 0)
    views, texts = SqlViews(studio.database, studio.clock), TEXTS["en"]
    (asked,) = await views.results_of(6)
    told = result_text(texts, asked, studio.now)
    assert "open offer" in told and "by yourself" not in told and "no place" not in told
    (offer,) = await studio.rows(offer_rows)
    await offers.accept(studio.work, studio.tap(6), 1, offer.id)
    (has,) = await views.results_of(6)
    told = result_text(texts, has, studio.now)
    assert "You have a place now" in told and "open offer" not in told and "no place" not in told
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
    heads = await views.runs(studio.period_id)
    first, second = await views.run_cards([head.id for head in reversed(heads)])
    assert [head.number for head in heads] == [first.number, second.number] and await views.run_cards(
        []
    ) == []
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
    texts = TEXTS[language]
    views = SqlViews(studio.database, studio.clock)
    reader = await views.person_by_id(1)
    assert reader is not None
    failed: dict[str, int | str | bool] = {"period": studio.period_id, "number": 1, "cause": "lost"}
    assert await render("run-failed", failed, reader, texts, views, studio.now) is not None
    interrupted = await render(
        "run-failed", {**failed, "cause": "interrupted"}, reader, texts, views, studio.now
    )
    assert interrupted is not None and len(interrupted.rows) == 1  # it is there by now
    (ready,) = await studio.rows(letters, letters.c.kind == "run-made")
    assert await render("run-made", ready.data, reader, texts, views, studio.now) is not None
    await studio.finalize(made.run_id)
    with pytest.raises(no.PeriodFinal):
        await studio.execute()
    kinds = ("month-result", "period-finalized")
    written = [row for row in await studio.rows(letters) if row.kind in kinds]
    assert len(written) == 6
    for row in written:
        card = await render(row.kind, row.data, reader, texts, views, studio.now)
        assert card is not None
        assert len(card.text) > 30
    assert await render("month-result", {"result": 999}, reader, texts, views, studio.now) is None
    assert await render("run-failed", {**failed, "period": 999}, reader, texts, views, studio.now) is None


async def test_why_pins_are_off_and_which_dates_have_too_few_by_now(studio: Studio) -> None:
    """As screens read it; a version without such a pin has nothing to say of it."""
    views = SqlViews(studio.database, studio.clock)
    await studio.begin(1, 1, 1, minimum=1)
    for person in (1, 2, 3):
        await studio.wish(person, person)
    await studio.close()
    await runs.pin(studio.runs, studio.ada(), studio.period_id, 2, 3)
    await runs.pin(studio.runs, studio.ada(), studio.period_id, 1, 2)
    fits = await studio.execute()
    await dates.call_off(studio.work, studio.ada(), 2)
    changed = await studio.execute()
    (off,) = await views.run_pins_off(changed.run_id)
    assert (off.person_id, off.name, off.event.id, off.why) == (1, "Person 1", 2, "date")
    assert await views.run_pins_off(fits.run_id) == [] == await views.run_pins_off(999)
    await by_hand.book_for(studio.work, studio.ada(), 3, 4)
    assert await views.too_few([1, 3]) == {1} and await views.too_few([]) == set()
