"""The reserve list is first come, first served, whichever process somebody joins by."""

import asyncio
from datetime import datetime

import sqlalchemy as sa

from engine.facts import EntryJoined
from engine.services import waitlist
from engine.services.who import Tap
from engine.state import TimeWindow
from storage.database import Database
from storage.doctor import examine
from storage.tables import counters, entries
from storage.work import SharedWork
from tests.rules.builders import only
from tests.storage.world import NOW

SUNDAYS = (TimeWindow(6, 0, 1440),)  # nothing is on a Sunday, so that nobody is asked


def clock() -> datetime:
    return NOW


async def replicas(database: Database) -> tuple[SharedWork, SharedWork]:
    """Two processes at work on one database; person 1 has joined by the first, which therefore has the lower ids."""
    await database.transact(lambda c: c.execute(sa.insert(counters).values(name="id", next=100_000)))
    first, second = SharedWork(database, clock), SharedWork(database, clock)
    await waitlist.join_reserve(first, Tap(1), 2, SUNDAYS)
    return first, second


async def test_who_joins_later_by_another_process_is_behind(world: Database) -> None:
    first, second = await replicas(world)
    before = only(await waitlist.join_reserve(second, Tap(3), 2, SUNDAYS), EntryJoined)
    behind = only(await waitlist.join_reserve(first, Tap(5), 2, SUNDAYS), EntryJoined)
    assert behind.id < before.id, "ids do not tell who came first"
    assert (before.position, behind.position) == (3, 4)
    assert before.seq < behind.seq
    assert await examine(world, NOW, settled=False) == []


async def test_events_that_share_a_commit_share_the_numbers(world: Database) -> None:
    work, _ = await replicas(world)
    joining = [waitlist.join_reserve(work, Tap(i), 2 - i % 2, SUNDAYS) for i in (2, 3, 5)]
    joined = [only(facts, EntryJoined) for facts in await asyncio.gather(*joining)]
    assert [fact.position for fact in joined] == [3, 4, 5]
    in_order = sa.select(entries.c.person_id).where(entries.c.event_id.is_(None)).order_by(entries.c.seq)
    async with world.read.connect() as connection:
        assert list((await connection.execute(in_order)).scalars()) == [4, 1, 2, 3, 5]
