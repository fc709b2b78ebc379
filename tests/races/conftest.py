"""Arenas on both databases: with the lock and without, with the referees in the schema and without."""

import shutil
from collections.abc import AsyncIterator
from contextlib import ExitStack
from pathlib import Path
from random import Random

import pytest
import pytest_asyncio

from storage.database import Database, open_database
from tests.postgres import Databases
from tests.races.arena import Arena
from tests.races.loose import loose_file, loosen, unlocked_sqlite

REPLICAS = 2


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """One loop for all tests of this folder, as the connections of their databases belong to it."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.asyncio(loop_scope="session"), append=False)


class Hall:
    """Opens databases when they are first needed and keeps them: `kind` is sqlite or postgresql; `loose` ones have no
    referees; without `locked` an SQLite is opened as its driver would."""

    def __init__(self, postgres: Databases, template: Path, folder: Path) -> None:
        self._postgres, self._template, self._folder = postgres, template, folder
        self._fresh = ExitStack()
        self._urls: dict[tuple[str, bool], str] = {}
        self._opened: dict[tuple[str, bool, bool], list[Database]] = {}

    async def arena(self, kind: str, *, locked: bool = True, loose: bool = False, seed: int = 0) -> Arena:
        """An arena with two replicas."""
        key = (kind, loose, locked or kind == "postgresql")
        if key not in self._opened:
            url = await self._url(kind, loose)
            open_one = open_database if key[2] else unlocked_sqlite
            self._opened[key] = [open_one(url) for _ in range(REPLICAS)]
        template = str(self.template(loose))
        return Arena(self._opened[key], template, locked, strict=locked, random=Random(seed))

    def template(self, loose: bool) -> Path:
        """An empty SQLite file."""
        if not loose:
            return self._template
        path = self._folder / "loose-template.db"
        if not path.exists():
            loose_file(str(self._template), str(path))
        return path

    async def _url(self, kind: str, loose: bool) -> str:
        if (kind, loose) not in self._urls:
            self._urls[kind, loose] = await (
                self._sqlite(loose) if kind == "sqlite" else self._postgresql(loose)
            )
        return self._urls[kind, loose]

    async def _sqlite(self, loose: bool) -> str:
        path = self._folder / f"{'loose' if loose else 'guarded'}.db"
        shutil.copyfile(self.template(loose), path)
        return f"sqlite+aiosqlite:///{path}"

    async def _postgresql(self, loose: bool) -> str:
        url = self._fresh.enter_context(self._postgres.fresh())
        if loose:
            database = open_database(url)
            await loosen(database)
            await database.close()
        return url

    async def close(self) -> None:
        """Close everything."""
        for opened in self._opened.values():
            for database in opened:
                await database.close()
        self._fresh.close()


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def hall(
    postgres: Databases, sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Hall]:
    """Every arena there is."""
    opened = Hall(postgres, sqlite_template, tmp_path_factory.mktemp("races"))
    yield opened
    await opened.close()


@pytest.fixture(params=["sqlite", "postgresql"])
def kind(request: pytest.FixtureRequest) -> str:
    """Each kind of database in turn."""
    found: str = request.param
    return found


@pytest.fixture(scope="session")
def rounds(pytestconfig: pytest.Config) -> int:
    """How many seeds are tried."""
    return 100 if pytestconfig.getoption("long") else 2
