"""The works that every service is played on: memory alone, SQLite, PostgreSQL."""

import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest
import pytest_asyncio

from storage.database import Database, open_database
from tests.postgres import Databases
from tests.services.ensemble import Ensemble
from tests.services.fresh import empty
from tests.services.world import Clock, World

Begin = Callable[..., Awaitable[Ensemble]]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """One loop for all tests of this folder, as the connections of their databases belong to it."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.asyncio(loop_scope="session"), append=False)


@pytest.fixture(scope="session")
def template(sqlite_template: Path | None) -> str:
    """An SQLite file with the schema alone."""
    assert sqlite_template is not None
    return str(sqlite_template)


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def sqlite(template: str, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Database]:
    """A database for many tests; empty it first."""
    path = tmp_path_factory.mktemp("services") / "services.db"
    shutil.copyfile(template, path)
    database = open_database(f"sqlite+aiosqlite:///{path}")
    yield database
    await database.close()


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def postgresql(postgres: Databases) -> AsyncIterator[Database]:
    """A database for many tests; empty it first."""
    with postgres.fresh() as url:
        database = open_database(url)
        yield database
        await database.close()


@pytest.fixture(params=["memory", "sqlite", "postgresql"])
def databases(request: pytest.FixtureRequest) -> list[Database]:
    """The databases of one kind of work: none or one."""
    return [] if request.param == "memory" else [request.getfixturevalue(request.param)]


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest) -> Database:
    """Each database in turn."""
    found: Database = request.getfixturevalue(request.param)
    return found


@pytest_asyncio.fixture(loop_scope="session")
async def begin(databases: list[Database], template: str) -> AsyncIterator[Begin]:
    """Begins a world on each kind of work in turn; at the end the doctor looks at what has become of it."""
    begun: list[Ensemble] = []

    async def begin(world: World | None = None, clock: Clock | None = None) -> Ensemble:
        for database in databases:
            await empty(database, template)
        begun.append(Ensemble(world or World(), clock or Clock(), databases))
        return await begun[-1].begin()

    yield begin
    for ensemble in begun[-1:]:
        await ensemble.compare()
        assert await ensemble.findings() == []
