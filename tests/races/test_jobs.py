"""Two replicas have two clocks: what is due is found by both and done by one, as each decision judges again under its
lock. And what both write of their runs, and the ids they take, never collide."""

import asyncio
from datetime import timedelta

import pytest
import sqlalchemy as sa

from bot.jobs.seats import SeatJobs
from engine import facts as f
from engine.services import offers, waitlist
from engine.services.who import Tap
from storage.due import SqlDue
from storage.ids import BLOCK, Ids
from storage.jobs import SqlJobs
from storage.people import SqlPeople
from storage.tables import counters, facts, job_runs
from tests.races.arena import Arena, Call
from tests.races.conftest import Hall
from tests.races.contests import ONE_BY_ONE, book, cancel, facts_in, join, of_kind
from tests.services.world import DAY, FIRST_ID, HOUR, NOW, World, telegram_id

EVENTS = 5
MOST_ROUNDS = 12


async def _no_alert(*_: object) -> None:
    raise AssertionError("a job failed")


async def no_matter(*_: object) -> None:
    """Without the lock jobs fail."""


def replicas(arena: Arena) -> list[SeatJobs]:
    """One for each replica."""
    alert = _no_alert if arena.strict else no_matter
    return [
        SeatJobs(work, SqlDue(database), arena.clock, alert)
        for work, database in zip(arena.works, arena.databases, strict=True)
    ]


def _pause(person: int, event: int, entry_id: int) -> Call:
    return lambda on: waitlist.pause(on, Tap(person), event, entry_id, HOUR)


def _deliver(event: int, offer_id: int) -> Call:
    return lambda on: offers.deliver(on, event, offer_id)


async def everything_due(arena: Arena) -> None:
    """In each of five events an offer is open past its deadline with two more in line, a pause is over; and it is two
    hours later."""
    await arena.begin(World((1,) * EVENTS, 5, ONE_BY_ONE, starts_in=DAY))
    for event in arena.world.event_ids:
        (made,) = await arena.quietly(book(1, event))
        for person in (2, 3, 4):
            await arena.quietly(join(person, event))
        (paused,) = await arena.quietly(join(5, event))
        await arena.quietly(_pause(5, event, paused.id))
        (offer,) = of_kind(await arena.quietly(cancel(1, made.id, event)), f.OfferMade)
        await arena.quietly(_deliver(event, offer.id))
    arena.clock.jump(NOW + 3 * HOUR, timedelta(milliseconds=1))


async def test_what_is_due_is_done_once(hall: Hall, kind: str) -> None:
    arena = await hall.arena(kind)
    await everything_due(arena)
    jobs = [job for each in replicas(arena) for job in (each.expire, each.resume, each.expire, each.backfill)]
    done = await asyncio.gather(*(job() for job in jobs))
    assert sum(done) == 2 * EVENTS
    ended = of_kind(arena.facts, f.OfferExpired, f.EntryResumed)
    assert len(ended) == len({fact.id for fact in ended}) == 2 * EVENTS
    assert len(of_kind(arena.facts, f.OfferMade)) == 2 * EVENTS
    assert await arena.wrong() == []


async def test_without_the_lock_it_is_done_twice(hall: Hall, kind: str) -> None:
    for _ in range(MOST_ROUNDS):
        arena = await hall.arena(kind, locked=False, loose=True)
        await everything_due(arena)
        await asyncio.gather(*(each.expire() for each in replicas(arena)), return_exceptions=True)
        expired = of_kind(arena.facts, f.OfferExpired)
        if len(expired) > len({fact.id for fact in expired}):
            assert await arena.wrong(settled=False) != []
            return
    pytest.fail("the race never happened, so the test above says nothing of the lock")


async def test_without_the_lock_the_database_refuses_the_second(hall: Hall, kind: str) -> None:
    for _ in range(MOST_ROUNDS):
        arena = await hall.arena(kind, locked=False)
        await everything_due(arena)
        failed = await asyncio.gather(*(each.expire() for each in replicas(arena)), return_exceptions=True)
        statement = (
            sa.select(sa.func.count()).where(facts.c.kind == "OfferExpired").group_by(facts.c.subject_id)
        )
        async with arena.database.read.connect() as connection:
            ends = list((await connection.execute(statement)).scalars())
        assert set(ends) <= {1}
        if any(isinstance(error, Exception) for error in failed):
            return
    pytest.fail("nobody was refused by the database, so this test says nothing of it")


async def test_a_gap_is_swept_by_both_and_filled_by_one(hall: Hall, kind: str) -> None:
    """Seats that came free while the person could not be reached: only the sweep can find them."""
    arena = await hall.arena(kind)
    await arena.begin(World((1,) * EVENTS, 5, ONE_BY_ONE))
    for event in arena.world.event_ids:
        (made,) = await arena.quietly(book(1, event))
        await arena.quietly(join(2, event))
        await _reach(arena, 2, reachable=False)
        await arena.quietly(cancel(1, made.id, event))
        await _reach(arena, 2, reachable=True)
    done = await asyncio.gather(*(each.backfill() for each in replicas(arena) * 2))
    assert sum(done) == EVENTS == len(of_kind(arena.facts, f.OfferMade))
    assert await arena.wrong() == []


async def _reach(arena: Arena, person: int, *, reachable: bool) -> None:
    await SqlPeople(arena.database, arena.clock).set_reachable(telegram_id(person), reachable)


async def test_both_write_their_runs(hall: Hall, kind: str) -> None:
    arena = await hall.arena(kind)
    await arena.begin(World())
    writers = [SqlJobs(database, arena.clock) for database in [*arena.databases] * 3]
    await asyncio.gather(*(jobs.ran("expire", NOW, NOW, 1 + n, "") for n in range(5) for jobs in writers))
    statement = sa.select(sa.func.count(), sa.func.sum(job_runs.c.count))
    async with arena.database.read.connect() as connection:
        assert tuple((await connection.execute(statement)).one()) == (30, 6 * 15)


async def test_ids_are_given_once(hall: Hall, kind: str) -> None:
    """Also from a database that has given none yet."""
    arena = await hall.arena(kind)
    await arena.begin(World())
    await arena.database.execute(sa.delete(counters))
    givers = [Ids(database) for database in [*arena.databases] * 4]
    await asyncio.gather(*(ids.reserve(size) for ids in givers for size in (1, 100, BLOCK)))
    given = [ids.new() for ids in givers for _ in range(BLOCK)]
    assert len(given) == len(set(given)) and min(given) >= 1


async def test_rushes_of_different_replicas_have_different_ids(hall: Hall, kind: str) -> None:
    arena = await hall.arena(kind)
    await arena.begin(World((30,), 30))
    made = facts_in(await arena.all([book(i) for i in range(1, 31)]))
    assert len({fact.id for fact in made}) == 30 and min(fact.id for fact in made) >= FIRST_ID
