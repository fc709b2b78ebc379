"""Fresh databases for tests on a real PostgreSQL, which is started as for the benchmarks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from itertools import count

from benchmarks.postgres import PostgresFailed, Server, running_postgres

__all__ = ["Databases", "PostgresFailed", "Prepare", "Server", "running_postgres"]

Prepare = Callable[[str], None]
"""Makes a new, empty database ready for use (runs the migrations), given its URL; called in a thread of its own."""


class Databases:
    """Fresh databases on one server, each a clone of a template that was prepared once.

    One thread makes the next clone and drops the last one while a test runs, as both mostly wait for the disk.
    """

    def __init__(self, server: Server, prepare: Prepare | None = None) -> None:
        self.server = server
        self._numbers = count(1)
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="databases")
        self._template = self._thread.submit(self._make_template, prepare)
        self._next = self._thread.submit(self._clone)
        self._drops: list[Future[str]] = []

    @contextmanager
    def fresh(self) -> Iterator[str]:
        """The URL of a database that nobody has used yet; it is dropped after the block."""
        self._template.result()
        name = self._next.result()
        self._next = self._thread.submit(self._clone)
        try:
            yield self.server.url(name)
        finally:
            self._drops.append(self._thread.submit(self.server.sql, f"DROP DATABASE {name} WITH (FORCE)"))

    @contextmanager
    def empty(self) -> Iterator[str]:
        """The URL of a database with nothing in it at all, for tests of the migrations themselves."""
        name = f"empty_{next(self._numbers)}"
        self._thread.submit(self.server.sql, f"CREATE DATABASE {name} TEMPLATE template0").result()
        try:
            yield self.server.url(name)
        finally:
            self._drops.append(self._thread.submit(self.server.sql, f"DROP DATABASE {name} WITH (FORCE)"))

    def close(self) -> None:
        """Finish what the thread still does; a database that could not be dropped is an error."""
        self._thread.shutdown()
        for drop in self._drops:
            drop.result()

    def _make_template(self, prepare: Prepare | None) -> None:
        self.server.sql("CREATE DATABASE prepared TEMPLATE template0")
        if prepare is not None:
            prepare(self.server.url("prepared"))

    def _clone(self) -> str:
        name = f"test_{next(self._numbers)}"
        self.server.sql(f"CREATE DATABASE {name} TEMPLATE prepared STRATEGY file_copy")
        return name
