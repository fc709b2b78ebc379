"""Databases with a small world in them; see `tests.storage.world`."""

from collections.abc import AsyncIterator

import pytest

from storage.database import Database, open_database
from tests.storage.world import plant


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """An empty database, migrated, on each engine in turn."""
    opened = open_database(database_url)
    yield opened
    await opened.close()


@pytest.fixture
async def world(database: Database) -> Database:
    """The database with the world in it."""
    await database.transact(plant)
    return database
