"""Counting what is asked of the database."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import sqlalchemy as sa

from storage.database import Database


@dataclass(slots=True)
class Count:
    """Statements so far; a bulk statement is one."""

    statements: int = 0


@contextmanager
def counted(database: Database) -> Iterator[Count]:
    """Counts every statement that writers execute while the block runs."""
    count = Count()

    def one_more(*_: object) -> None:
        count.statements += 1

    engines = [database.write.sync_engine, *([database.writer[0]] if database.writer else [])]
    for engine in engines:
        sa.event.listen(engine, "before_cursor_execute", one_more)
    try:
        yield count
    finally:
        for engine in engines:
            sa.event.remove(engine, "before_cursor_execute", one_more)
