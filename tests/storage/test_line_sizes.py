"""The sizes of lines are those of their places, whatever is done to the places and by whom."""

import asyncio
import random
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import create_async_engine

from storage.database import Database, open_database
from storage.migrate import migrate, revert
from storage.tables import entries, line_sizes
from tests.storage.world import NOW, Planting, plant_before_requests, plant_service

Sizes = dict[tuple[int, int, int, str], int]
OPEN = ("waiting", "offered", "paused")
PEOPLE, EVENTS = 40, (1, 2)


def counted(connection: sa.Connection) -> Sizes:
    """From the places themselves."""
    found: Sizes = {}
    for row in connection.execute(sa.select(entries).where(entries.c.status.in_(OPEN))):
        place = (0, row.event_id) if row.event_id is not None else (1, row.service_id)
        size = (*place, row.priority, row.status)
        found[size] = found.get(size, 0) + 1
    return found


def kept(connection: sa.Connection) -> Sizes:
    rows = connection.execute(sa.select(line_sizes).where(line_sizes.c.count > 0))
    return {(row.on_reserve, row.place_id, row.priority, row.status): row._mapping["count"] for row in rows}


def crowd(connection: sa.Connection) -> None:
    planting = Planting(connection)
    plant_service(planting)
    for event_id in EVENTS:
        planting.event(event_id, 1, datetime(2027, 1, event_id, tzinfo=UTC))
    for person_id in range(6, PEOPLE):
        planting.person(person_id)


def joining(chance: random.Random, at: int) -> Callable[[sa.Connection], None]:
    def some(connection: sa.Connection) -> None:
        event_id = chance.choice((None, *EVENTS))
        rows: list[dict[str, Any]] = [
            {
                "id": at * 100 + n,
                "seq": at * 100 + n,
                "event_id": event_id,
                "service_id": 1,
                "person_id": person_id,
                "seats": 1,
                "priority": chance.choice((0, 0, 5)),
                "status": chance.choice((*OPEN, "closed")),
                "names": [],
                "windows": [],
                "created_at": NOW,
            }
            for n, person_id in enumerate(chance.sample(range(1, PEOPLE), chance.randint(1, 5)))
        ]
        waits = sa.select(entries.c.person_id).where(entries.c.status.in_(OPEN))
        there = set(connection.execute(waits).scalars())
        if new := [row for row in rows if row["person_id"] not in there]:
            connection.execute(entries.insert(), new)

    return some


def changing(chance: random.Random) -> Callable[[sa.Connection], None]:
    """Several rows by one statement: another status, priority or place."""

    def some(connection: sa.Connection) -> None:
        change: dict[str, Any] = chance.choice(
            (
                {"status": chance.choice((*OPEN, "left", "booked"))},
                {"priority": chance.choice((0, 5, 9))},
                {"event_id": chance.choice((None, *EVENTS))},
                {"skips": 1},
            )
        )
        which = entries.c.id % 4 == chance.randrange(4)
        mine = sa.update(entries).where(which, entries.c.status.in_(OPEN))
        connection.execute(mine.values(version=entries.c.version + 1, **change))

    return some


def removing(chance: random.Random) -> Callable[[sa.Connection], None]:
    def some(connection: sa.Connection) -> None:
        connection.execute(sa.delete(entries).where(entries.c.id % 11 == chance.randrange(11)))

    return some


async def test_whatever_happens_to_the_places(database: Database) -> None:
    await database.transact(crowd)
    chance, met = random.Random(7), set[tuple[int, int, int, str]]()
    for at in range(1, 250):
        deed = chance.choices((joining(chance, at), changing(chance), removing(chance)), (5, 5, 1))[0]
        await database.transact(deed)
        sizes = await database.look(kept)
        assert sizes == await database.look(counted), at
        met |= sizes.keys()
    assert len(met) > 20


async def test_a_database_from_before(database_url: str) -> None:
    """The sizes of lines that were there already are counted when the table comes."""
    await revert(database_url, "0002")
    database = open_database(database_url)
    await database.transact(plant_before_requests)
    await migrate(database_url)
    assert await database.look(kept) == await database.look(counted)
    assert await database.look(kept) == {
        (0, 1, 0, "offered"): 1,
        (0, 1, 0, "waiting"): 1,
        (1, 1, 0, "waiting"): 1,
    }
    await database.close()


async def test_while_an_older_replica_serves(postgres_url: str) -> None:
    """What was not yet committed when the sizes were first counted is counted, too."""
    await revert(postgres_url, "0002")
    database = open_database(postgres_url)
    await database.transact(plant_before_requests)
    engine = create_async_engine(postgres_url)
    async with engine.connect() as older:
        gone = sa.update(entries).where(entries.c.status == "waiting")
        await older.execute(gone.values(status="left", version=entries.c.version + 1))
        migrating = asyncio.create_task(migrate(postgres_url))
        while not await database.look(waits_for_places):
            assert not migrating.done()
            await asyncio.sleep(0)
        await older.commit()
        await migrating
    assert await database.look(kept) == await database.look(counted)
    await engine.dispose()
    await database.close()


def waits_for_places(connection: sa.Connection) -> int:
    waiting = "SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = 'entries'::regclass"
    count: int = connection.execute(sa.text(waiting)).scalar_one()
    return count
