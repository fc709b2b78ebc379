"""Ids, given in blocks, so that a decision knows the ids of its rows before anything is written.

A block is taken in a transaction of its own; what a process did not use is lost, which leaves gaps and harms nobody.
"""

import threading

import sqlalchemy as sa

from storage.database import Database
from storage.tables import counters

BLOCK = 20_000
NAME = "id"


class OutOfIds(Exception):
    """The block is used up in the middle of a decision; take another and decide again."""


class Ids:
    """Numbers never given before, rising within this process; in whatever thread a rule is judged."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._next = 0
        self._end = 0
        self._lock = threading.Lock()

    def new(self) -> int:
        """The next id; raises OutOfIds when the block is used up."""
        with self._lock:
            if self._next >= self._end:
                raise OutOfIds
            self._next += 1
            return self._next - 1

    async def reserve(self, count: int = 1) -> None:
        """Make sure that the next `count` ids are at hand."""
        if self._end - self._next >= count:
            return
        size = max(BLOCK, count)
        end = await self._database.transact(lambda connection: _advance(connection, size))
        with self._lock:
            self._next, self._end = end - size, end


FIRST = sa.text("INSERT INTO counters (name, next) VALUES ('id', 1) ON CONFLICT DO NOTHING")


def _advance(connection: sa.Connection, size: int) -> int:
    connection.execute(FIRST)
    step = sa.update(counters).where(counters.c.name == NAME).values(next=counters.c.next + size)
    return int(connection.execute(step.returning(counters.c.next)).scalar_one())
