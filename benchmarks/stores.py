"""Databases to measure on: new, migrated, on disk, durable."""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from benchmarks.postgres import Server, running_postgres
from storage.migrate import migrate

KINDS = ("sqlite", "postgresql")


@dataclass(frozen=True, slots=True)
class Store:
    """A migrated database with nothing in it."""

    kind: str
    url: str

    @property
    def address(self) -> str:
        """For the plain drivers: SQLite's file, PostgreSQL's address."""
        if self.kind == "sqlite":
            return self.url.partition(":///")[2]
        return self.url.replace("postgresql+asyncpg", "postgresql")


class Stores:
    """Makes them; one PostgreSQL server serves the whole run, started when first needed."""

    def __init__(self, stack: ExitStack) -> None:
        self._stack = stack
        self._numbers = count(1)
        self._folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="nextseat-bench-")))
        self._server: Server | None = None

    async def new(self, kind: str) -> Store:
        """Another one."""
        name = f"bench_{next(self._numbers)}"
        url = f"sqlite+aiosqlite:///{self._folder / name}.db" if kind == "sqlite" else self._postgres(name)
        await migrate(url)
        return Store(kind, url)

    def _postgres(self, name: str) -> str:
        if self._server is None:
            self._server = self._stack.enter_context(running_postgres())
        self._server.sql(f"CREATE DATABASE {name} TEMPLATE template0")
        return self._server.url(name)


@contextmanager
def opened() -> Iterator[Stores]:
    """Everything is gone after the block."""
    with ExitStack() as stack:
        yield Stores(stack)


NewStore = Callable[[str], Store]
