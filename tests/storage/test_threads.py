"""Small transactions of SQLite that wait together share a commit, and nothing else."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from storage.database import Database, open_database
from storage.tables import drafts, participants
from tests.storage.world import NOW

Use = Callable[[sa.Connection], object]


@pytest.fixture
async def database(sqlite_url: str) -> Database:
    return open_database(sqlite_url)


def person(number: int) -> Use:
    row = {"id": number, "telegram_id": number, "name": f"P{number}", "created_at": NOW}
    return lambda connection: connection.execute(participants.insert().values(**row)).rowcount


def then_fails(number: int) -> Use:
    def use(connection: sa.Connection) -> None:
        person(number)(connection)
        raise KeyError(number)

    return use


async def together(database: Database, *uses: Use) -> tuple[list[object], int]:
    """All of them while the writer is busy; what each came to, and how many commits there were."""
    free, commits = threading.Event(), []
    assert database.writer is not None
    sa.event.listen(database.writer.engine, "commit", commits.append)
    busy = asyncio.create_task(database.transact(lambda _: free.wait(10)))
    await asyncio.sleep(0)
    tasks = [asyncio.create_task(database.transact(use)) for use in uses]
    await asyncio.sleep(0)
    free.set()
    found = await asyncio.gather(*tasks, return_exceptions=True)
    await busy
    return list(found), len(commits) - 1


async def names(database: Database) -> list[str]:
    statement = sa.select(participants.c.name).order_by(participants.c.id)
    return await database.look(lambda connection: list(connection.execute(statement).scalars()))


async def test_one_commit_for_all(database: Database) -> None:
    assert await together(database, *(person(number) for number in (1, 2, 3))) == ([1, 1, 1], 1)
    assert await names(database) == ["P1", "P2", "P3"]
    await database.close()


async def test_one_that_fails_takes_back_only_its_own(database: Database) -> None:
    found, commits = await together(database, person(1), then_fails(2), person(1), person(3))
    assert [type(each) for each in found] == [int, KeyError, IntegrityError, int]
    assert (commits, await names(database)) == (1, ["P1", "P3"])
    await database.close()


async def test_what_only_the_commit_refuses_is_told_to_its_own(database: Database) -> None:
    def dangling(connection: sa.Connection) -> None:
        connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
        connection.execute(drafts.insert().values(person_id=99, kind="party", data={}, at=NOW))

    found, _ = await together(database, person(1), dangling, person(2))
    assert [type(each) for each in found] == [int, IntegrityError, int]
    assert await names(database) == ["P1", "P2"]
    await database.close()
