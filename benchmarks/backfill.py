"""`backfill`: a hundred seats come free at once while a thousand, or ten thousand, wait; until their offers are
committed."""

import time
from collections.abc import Mapping, Sequence

import sqlalchemy as sa

from benchmarks import bulk
from benchmarks.figures import Row, at_most, row
from benchmarks.options import Options
from benchmarks.queries import counted
from benchmarks.rounds import Contender, alternate
from benchmarks.stores import Store, Stores
from benchmarks.truth import Untrue, check_sound
from benchmarks.world import World, now
from bot import collector
from engine.facts import OfferMade
from engine.services import seats
from engine.services.who import AdminTap
from storage.database import Database, open_database
from storage.tables import entries
from storage.work import SharedWork

FREED = 100
SHORT, LONG = 1_000, 10_000
ANCHOR = "one bulk transaction of the same rows"
FEW = 10
"""Freed seats, to see that the number of statements does not grow with them."""


async def run(stores: Stores, kind: str, options: Options) -> list[Row]:
    """On lines of both lengths, and the anchor on the long one."""
    store = await stores.new(kind)
    database = open_database(store.url)
    world = World(database)
    short, long = (options.size(length) for length in (SHORT, LONG))
    freed = min(FREED, short)
    people = world.studio(long, parallel=0)
    sizes = [(long, freed), (short, freed), (long, min(FEW, freed // 2))]
    held = {size: [_held(world, people, *size) for _ in range(options.rounds)] for size in sizes}
    plain = [_held(world, people, long, freed) for _ in range(options.rounds)]
    await world.plant()
    collector.settle()
    work = SharedWork(database, now)
    found = await alternate(
        options.rounds,
        [
            *(_released(database, work, *size, held[size]) for size in sizes),
            _anchor(store, database, freed, plain),
        ],
    )
    await check_sound(database)
    await database.close()
    behind_many, behind_few, some = (_name(*size) for size in sizes)
    return [
        row(found, behind_many, "ms", ANCHOR, at_most(5)),
        row(found, behind_many, "ms", behind_few, at_most(1.3)),
        row(found, behind_few, "ms"),
        row(found, ANCHOR, "ms"),
        row(found, f"statements, {behind_many}", "", f"statements, {behind_few}", at_most(1)),
        row(found, f"statements, {behind_many}", "", f"statements, {some}"),
    ]


def _name(line: int, freed: int) -> str:
    return f"{freed} freed, {line:,} waiting"


def _held(world: World, people: Sequence[int], line: int, freed: int) -> tuple[int, int]:
    """An event with that many seats, all held, and a line."""
    event_id = world.event(freed, people[:line])
    return event_id, world.hold(event_id, range(1, freed + 1))


def _released(
    database: Database, work: SharedWork, line: int, freed: int, held: Sequence[tuple[int, int]]
) -> Contender:
    left = iter(held)

    async def contender() -> Mapping[str, float]:
        event_id, hold_id = next(left)
        with counted(database) as count:
            start = time.perf_counter()
            facts = await seats.release(work, AdminTap(1, "Ada"), event_id, hold_id)
            seconds = time.perf_counter() - start
        made = sum(isinstance(fact, OfferMade) for fact in facts)
        if made != freed:
            raise Untrue(f"{freed} seats came free, {made} offers were made")
        name = _name(line, freed)
        return {name: seconds * 1000, f"statements, {name}": count.statements}

    return contender


def _anchor(store: Store, database: Database, freed: int, held: Sequence[tuple[int, int]]) -> Contender:
    left = iter(held)

    async def contender() -> Mapping[str, float]:
        event_id, hold_id = next(left)
        first = sa.select(entries.c.id, entries.c.person_id).where(entries.c.event_id == event_id)
        async with database.read.connect() as connection:
            found = (await connection.execute(first.order_by(entries.c.seq).limit(freed))).all()
        places = [(entry_id, person_id) for entry_id, person_id in found]
        seconds = await bulk.write(store, event_id, hold_id, places)
        return {ANCHOR: seconds * 1000}

    return contender
