"""SQLite in threads of its own: a whole transaction runs in one of them from the first statement to the last.

Through an asynchronous driver each statement would hop between threads, which took four times as long as the
statements themselves.
"""

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import Any, NamedTuple, TypeVar

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

T = TypeVar("T")
Use = Callable[[sa.Connection], Any]


class Threads(NamedTuple):
    """A plain engine, and the threads that use it, one for each of its connections."""

    engine: sa.Engine
    pool: ThreadPoolExecutor

    async def run(self, use: Callable[[sa.Connection], T]) -> T:
        """`use` a connection in a thread."""

        def in_thread() -> T:
            with self.engine.connect() as connection:
                return use(connection)

        return await asyncio.get_running_loop().run_in_executor(self.pool, in_thread)

    async def close(self) -> None:
        """Give the connections back."""
        await asyncio.get_running_loop().run_in_executor(self.pool, self.engine.dispose)
        self.pool.shutdown(wait=False)


def open_threads(url: sa.URL, name: str, count: int, options: dict[str, Any]) -> Threads:
    """`count` connections to the file of this address."""
    engine = sa.create_engine(
        url.set(drivername="sqlite"),
        poolclass=sa.pool.QueuePool,
        pool_size=count,
        max_overflow=0,
        connect_args={"check_same_thread": False},
        **options,
    )
    return Threads(engine, ThreadPoolExecutor(count, thread_name_prefix=f"sqlite-{name}"))


@dataclass(slots=True)
class Outcome:
    """What one of several transactions came to."""

    result: Any = None
    error: Exception | None = None


class Sharing:
    """Small transactions that wait for the one writer share a commit, which is one wait for the disk. Each has a
    savepoint, so that one that fails takes back nothing but its own."""

    def __init__(self, writer: Threads) -> None:
        self._writer = writer
        self._waiting: list[tuple[Use, asyncio.Future[Any]]] = []
        self._task: asyncio.Task[None] | None = None

    async def transact(self, use: Callable[[sa.Connection], T]) -> T:
        """`use` a connection, and come back when what it wrote is committed."""
        answer: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self._waiting.append((use, answer))
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._drain(), name="transactions")
        return await answer

    async def _drain(self) -> None:
        while self._waiting:
            waiting, self._waiting = self._waiting, []
            outcomes = await self._outcomes([use for use, _ in waiting])
            for outcome, (_, answer) in zip(outcomes, waiting, strict=True):
                _tell(answer, outcome)

    async def _outcomes(self, uses: Sequence[Use]) -> list[Outcome]:
        try:
            return await self._writer.run(partial(_together, uses))
        except IntegrityError as error:  # what is only checked at the commit: whose is it?
            if len(uses) == 1:
                return [Outcome(error=error)]
        except Exception as error:  # noqa: BLE001 - the answer of all of them
            return [Outcome(error=error)] * len(uses)
        return [outcome for use in uses for outcome in await self._outcomes([use])]


def _tell(answer: asyncio.Future[Any], outcome: Outcome) -> None:
    if answer.done():  # nobody waits for it any more
        return
    if outcome.error is not None:
        answer.set_exception(outcome.error)
    else:
        answer.set_result(outcome.result)


def _together(uses: Sequence[Use], connection: sa.Connection) -> list[Outcome]:
    with connection.begin():
        if len(uses) == 1:
            return [Outcome(uses[0](connection))]
        return [_one(connection, use) for use in uses]


def _one(connection: sa.Connection, use: Use) -> Outcome:
    try:
        with connection.begin_nested():
            return Outcome(use(connection))
    except Exception as error:  # noqa: BLE001 - the answer of its own transaction
        return Outcome(error=error)
