"""The lock itself: what is read is read under it, the clock too; and why it is this lock and no weaker one."""

import asyncio
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from engine.facts import OfferDelivered, OfferExpired, OfferMade
from engine.refusals import Busy, MonthEnding, Refusal
from engine.refusals import OfferExpired as TooLate
from engine.services import offers
from storage.database import Database
from storage.ending import one_at_a_time, why
from tests.races.arena import Arena, database_errors
from tests.races.conftest import Hall
from tests.races.contests import CONTESTS, ONE_BY_ONE, accept, book, cancel, join, of_kind, reserve
from tests.races.loose import unlocked_sqlite
from tests.rules.builders import INSTANT
from tests.services.world import World

MOST_ROUNDS = 12
STANDS_STILL = timedelta(0)


@asynccontextmanager
async def held(database: Database, event_id: int = 1) -> AsyncIterator[None]:
    """Somebody else has the event's lock."""
    async with database.write.connect() as connection, connection.begin():
        if not database.is_sqlite:
            await connection.execute(
                sa.text("SELECT 1 FROM events WHERE id = :id FOR UPDATE"), {"id": event_id}
            )
        yield


@asynccontextmanager
async def ended(database: Database) -> AsyncIterator[None]:
    """Somebody else ends a month; on SQLite that is the one lock."""
    if database.is_sqlite:
        yield
        return
    async with database.write.connect() as connection, connection.begin():
        await connection.run_sync(one_at_a_time)
        yield


@contextmanager
def waiting(database: Database) -> Iterator[threading.Event]:
    """Set as soon as a decision asks the database for its lock; it has read nothing before that."""
    asked = threading.Event()
    engine = database.writer[0] if database.writer else database.write.sync_engine

    def heard(*_: Any) -> None:
        asked.set()

    sa.event.listen(engine, "before_cursor_execute", heard)
    try:
        yield asked
    finally:
        sa.event.remove(engine, "before_cursor_execute", heard)


async def offered(arena: Arena) -> tuple[OfferMade, OfferDelivered]:
    """One seat, offered to person 2, and told."""
    await arena.begin(World((1,), 4, ONE_BY_ONE))
    (made,) = await arena.quietly(book(1))
    await arena.quietly(join(2))
    await arena.quietly(join(3))
    (offer,) = of_kind(await arena.quietly(cancel(1, made.id)), OfferMade)
    assert isinstance(offer, OfferMade)
    (told,) = await arena.quietly(lambda on: offers.deliver(on, 1, offer.id))
    assert isinstance(told, OfferDelivered)
    return offer, told


@pytest.mark.parametrize("late", [False, True])
async def test_who_waits_for_the_lock_over_the_deadline_is_late(hall: Hall, kind: str, late: bool) -> None:
    """The tap comes in time; the lock is not free before the offer has expired."""
    arena = await hall.arena(kind)
    offer, told = await offered(arena)
    arena.clock.jump(told.expires_at - INSTANT, STANDS_STILL)
    with waiting(arena.databases[0]) as asked:
        async with held(arena.databases[1]):
            deciding = asyncio.ensure_future(arena.quietly(accept(2, offer.id)))
            while not asked.is_set():
                assert not deciding.done()
                await asyncio.sleep(0.001)
            if late:
                arena.clock.jump(told.expires_at, STANDS_STILL)
    if late:
        with pytest.raises(TooLate):
            await deciding
    else:
        assert len(await deciding) == 3
        arena.clock.jump(told.expires_at, STANDS_STILL)
    expired = await arena.quietly(lambda on: offers.expire(on, 1, offer.id))
    assert bool(of_kind(expired, OfferExpired)) == late


async def test_whoever_cannot_have_the_lock_is_told_to_wait(hall: Hall, kind: str) -> None:
    """After three seconds nobody waits any longer; nothing has happened, and the next tap finds the lock free. Why it
    is not is told where the database knows: a month is being ended."""
    arena = await hall.arena(kind)
    offer, _ = await offered(arena)
    ending = MonthEnding if kind == "postgresql" else Busy
    async with held(arena.databases[1]), ended(arena.databases[1]):
        with pytest.raises(Busy) as told:
            await arena.quietly(accept(2, offer.id))
    assert type(told.value) is ending
    assert told.value.__cause__ not in (None, told.value)
    assert type(await why(arena.databases[0], Busy())) is Busy
    assert await arena.quietly(accept(2, offer.id))
    assert await arena.wrong() == []


async def test_another_events_lock_keeps_nobody_waiting(hall: Hall) -> None:
    """On PostgreSQL; SQLite has one lock for all."""
    arena = await hall.arena("postgresql")
    await arena.begin(World((1, 1), 3))
    async with held(arena.databases[1], 2):
        assert await arena.quietly(book(1, 1))


async def test_opposite_orders_do_not_block_each_other(hall: Hall, rounds: int) -> None:
    """Two replicas decide about many events and their two reserve lists in commits of many decisions, one from the
    first event on and one from the last. PostgreSQL would break a deadlock by an error."""
    arena = await hall.arena("postgresql")
    events = range(1, 13)
    for _ in range(2 * rounds):
        await arena.begin(World((1,) * 12, 60, ONE_BY_ONE, services=2))
        one, other = arena.works
        calls = (
            [book(i, i) for i in events]
            + [reserve(12 + i, i) for i in events]
            + [join(24 + i, i) for i in events]
        )
        others = [reserve(36 + i, i) for i in events] + [join(48 + i, i) for i in events]
        with database_errors(arena.databases[0]) as here, database_errors(arena.databases[1]) as there:
            answers = await asyncio.gather(
                *(call(one) for call in calls),
                *(call(other) for call in reversed(others)),
                return_exceptions=True,
            )
        assert [*here, *there] == []
        assert [a for a in answers if isinstance(a, Exception) and not isinstance(a, Refusal)] == []
        assert await arena.wrong(settled=False) == []


async def test_snapshots_make_the_lock_useless(hall: Hall) -> None:
    """Why PostgreSQL reads committed rows: REPEATABLE READ waits for the lock and then looks at a world of before.
    Even without referees nobody oversells, as a seat is a row, but whoever waited has waited for nothing."""
    busy = 0
    for seed in range(MOST_ROUNDS):
        arena = await hall.arena("postgresql", loose=True, seed=seed)
        arena.sharing, arena.strict = False, False
        arena.databases = [_repeatable(database) for database in arena.databases]
        await CONTESTS["parties"](arena)
        assert await arena.oversold() == 0
        busy += sum(isinstance(error, Busy) for error in arena.failed)
        if busy:
            return
    pytest.fail("nobody waited for the lock, so this test says nothing of it")


def _repeatable(database: Database) -> Database:
    return replace(database, write=database.write.execution_options(isolation_level="REPEATABLE READ"))


async def test_transactions_that_begin_with_a_read_refuse_each_other(hall: Hall) -> None:
    """Why SQLite's transactions begin IMMEDIATE: those that begin with a read look at a world of their own, and all
    but one of them are refused when they write; nobody oversells, and hardly anybody is served."""
    arena = await hall.arena("sqlite", locked=False, loose=True)
    kept = arena.databases
    arena.databases = [unlocked_sqlite(str(d.write.url), begin="BEGIN") for d in kept]
    try:
        await CONTESTS["parties"](arena)
        assert await arena.oversold() == 0
        assert any(isinstance(error, Busy) for error in arena.failed)
    finally:
        for database in arena.databases:
            await database.close()
