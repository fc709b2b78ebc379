"""Fresh databases for tests on a real PostgreSQL, which is started as for the benchmarks."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from itertools import count

from benchmarks.postgres import PostgresFailed, Server, running_postgres
from tests.washing import Wash

__all__ = ["Databases", "PostgresFailed", "Prepare", "Server", "running_postgres"]

Prepare = Callable[[str], None]
"""Makes a new, empty database ready for use (runs the migrations), given its URL; called in a thread of its own."""


class Databases:
    """Fresh databases on one server: clones of a template that was prepared once, and used clones that were washed.

    One thread clones and washes while a test runs. To clone is to copy a thousand files; so a database is used again
    unless its schema was touched.
    """

    def __init__(self, server: Server, prepare: Prepare | None = None) -> None:
        self.server = server
        self._numbers = count(1)
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="databases")
        self._template = self._thread.submit(self._make_template, prepare)
        self._clean = deque([self._thread.submit(self._clone)])
        self._drops: list[Future[str]] = []

    @contextmanager
    def fresh(self) -> Iterator[str]:
        """The URL of a database in which nobody has left anything."""
        self._template.result()
        name = self._clean.popleft().result()
        if not self._clean:
            self._clean.append(self._thread.submit(self._clone))
        try:
            yield self.server.url(name)
        finally:
            self._clean.append(self._thread.submit(self._renew, name))

    @contextmanager
    def empty(self) -> Iterator[str]:
        """The URL of a database with nothing in it at all, for tests of the migrations themselves."""
        name = f"empty_{next(self._numbers)}"
        self._thread.submit(self.server.sql, f"CREATE DATABASE {name} TEMPLATE template0").result()
        try:
            yield self.server.url(name)
        finally:
            self._drops.append(self._thread.submit(self._drop, name))

    def close(self) -> None:
        """Finish what the thread still does; a database that could not be renewed or dropped is an error."""
        self._thread.shutdown()
        for done in (*self._clean, *self._drops):
            done.result()

    def _make_template(self, prepare: Prepare | None) -> Wash:
        self.server.sql("CREATE DATABASE prepared TEMPLATE template0")
        if prepare is not None:
            prepare(self.server.url("prepared"))
        return Wash.like(self.server, "prepared")

    def _clone(self) -> str:
        name = f"test_{next(self._numbers)}"
        self.server.sql(f"CREATE DATABASE {name} TEMPLATE prepared STRATEGY file_copy")
        return name

    def _renew(self, name: str) -> str:
        if self._template.result().washes(self.server, name):
            return name
        self._drop(name)
        return self._clone()

    def _drop(self, name: str) -> str:
        return self.server.sql(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
