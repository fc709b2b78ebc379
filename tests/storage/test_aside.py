"""What takes long in the middle of a transaction: others are served, and what it raises takes the transaction back."""

import asyncio
import sys
import threading

import pytest
import sqlalchemy as sa

from storage.database import Database
from storage.ids import Ids
from storage.tables import counters

NAMES = sa.select(counters.c.name).where(counters.c.name.like("aside-%"))


async def test_others_are_served_meanwhile(database: Database) -> None:
    begun, may = asyncio.Event(), threading.Event()
    loop = asyncio.get_running_loop()

    def long() -> bool:
        loop.call_soon_threadsafe(begun.set)
        return may.wait(20)  # nobody would let it go on if the loop stood still

    def use(connection: sa.Connection) -> bool:
        connection.execute(counters.insert().values(name="aside-1", next=1))
        return database.aside(connection, long)

    task = asyncio.create_task(database.transact(use))
    await begun.wait()
    assert await database.look(lambda connection: connection.execute(NAMES).all()) == []
    may.set()
    assert await task
    assert len(await database.look(lambda connection: connection.execute(NAMES).all())) == 1


async def test_what_it_raises_takes_the_transaction_back(database: Database) -> None:
    def use(connection: sa.Connection) -> float:
        connection.execute(counters.insert().values(name="aside-1", next=1))
        return database.aside(connection, lambda: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        await database.transact(use)
    assert await database.look(lambda connection: connection.execute(NAMES).all()) == []


async def test_no_id_is_given_twice_in_several_threads(database: Database) -> None:
    ids, given = Ids(database), list[int]()
    await ids.reserve(8_000)
    together = threading.Barrier(4)

    def take() -> None:
        together.wait(10)
        given.extend([ids.new() for _ in range(2_000)])

    switching = sys.getswitchinterval()
    sys.setswitchinterval(1e-7)
    try:
        await asyncio.gather(*(asyncio.to_thread(take) for _ in range(4)))
    finally:
        sys.setswitchinterval(switching)
    assert len(set(given)) == 8_000
