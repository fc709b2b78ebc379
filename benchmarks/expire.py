"""`expire`: a thousand offers are due at the same moment; until all have expired and the next ones are committed."""

import time
from collections.abc import Iterator, Mapping
from datetime import timedelta

import sqlalchemy as sa

from benchmarks.figures import Row, at_most, row
from benchmarks.options import Options
from benchmarks.rounds import alternate
from benchmarks.stores import Stores
from benchmarks.truth import Untrue, check_sound
from benchmarks.world import World, now
from bot.clock import Clock
from engine.services import offers
from storage.database import Database, open_database
from storage.due import SqlDue
from storage.jobs import SqlJobs
from storage.tables import Instant
from storage.work import SharedWork

DUE = 1_000
AT_ONCE = 20  # as many as a worker that hands them over takes in one transaction

CLAIMS = "CREATE TABLE bench_claims (id INTEGER PRIMARY KEY, due_at {moment}, status TEXT, lease_until {moment})"
CLAIM = """UPDATE bench_claims SET status = 'claimed', lease_until = :lease WHERE id IN (
    SELECT id FROM bench_claims WHERE status = 'due' AND due_at <= :now ORDER BY due_at, id LIMIT {limit} {lock}
) RETURNING id"""


async def run(stores: Stores, kind: str, options: Options) -> list[Row]:
    """The clock's own job, and claiming bare rows in the same database."""
    database = open_database((await stores.new(kind)).url)
    world = World(database)
    asked, waiting = world.studio(2)
    later = now() + timedelta(days=1)
    rounds = iter([[_due(world, asked, waiting, later) for _ in range(DUE)] for _ in range(options.rounds)])
    await world.plant()
    async with database.write.begin() as connection:
        moment = "DATETIME" if database.is_sqlite else "TIMESTAMPTZ"
        await connection.execute(sa.text(CLAIMS.format(moment=moment)))
    found = await alternate(
        options.rounds,
        [
            lambda: _expire(database, rounds),
            lambda: _claim(database, AT_ONCE, "claiming bare rows, 20 a transaction"),
            lambda: _claim(database, DUE, "claiming bare rows, all in one statement"),
        ],
    )
    await check_sound(database)
    await database.close()
    anchor = "claiming bare rows, 20 a transaction"
    return [
        row(found, "1,000 expired, next offers made", "ms", anchor, at_most(10)),
        row(found, anchor, "ms"),
        row(found, "claiming bare rows, all in one statement", "ms"),
    ]
