"""Connections: one engine that writes, one that reads for screens, set up so that the laws of storage hold.

SQLite: WAL, every commit on disk, foreign keys on, and BEGIN IMMEDIATE for writers, because its default transactions
let two writers read the same free seat. PostgreSQL: READ COMMITTED with the lock first; locks wait three seconds.
"""

import asyncio
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TypeVar

import orjson
import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError, IntegrityError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from engine.ports import Unavailable
from engine.refusals import Busy, Refusal
from storage.threads import Sharing, Threads, open_threads

LOCK_SECONDS = 3
READERS = 2
LONG_IDLE = "SET LOCAL idle_in_transaction_session_timeout = '60s'"
ASIDE = ThreadPoolExecutor(4, thread_name_prefix="aside")
"""Its own, so that nobody who holds locks waits for files and pictures that others want."""
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Database:
    """The engines. `write` has few connections as more would only wait for each other. `writer`, `reader` and
    `sharing` are SQLite's."""

    write: AsyncEngine
    read: AsyncEngine
    writer: Threads | None = None
    reader: Threads | None = None
    sharing: Sharing | None = None

    @property
    def is_sqlite(self) -> bool:
        return self.write.dialect.name == "sqlite"

    async def connected(self, use: Callable[[sa.Connection], T]) -> T:
        """`use` a writing connection; it begins and ends its transaction itself. Never waits for anything else.

        Raises Busy when a lock is not free in time, Unavailable when the database is away.
        """
        with translating():
            if self.writer is not None:
                return await self.writer.run(use)
            async with self.write.connect() as connection:
                return await connection.run_sync(use)

    async def look(self, use: Callable[[sa.Connection], T], *, snapshot: bool = True) -> T:
        """`use` a connection that only reads. All its statements see one moment of the database; without `snapshot`,
        for a single statement, PostgreSQL is spared the transaction around it.

        Raises Unavailable when the database is away.
        """
        with translating():
            if self.reader is not None:
                return await self.reader.run(use)
            level = "REPEATABLE READ" if snapshot else "AUTOCOMMIT"
            async with self.read.connect() as connection:
                await connection.execution_options(isolation_level=level)
                return await connection.run_sync(use)

    async def transact(self, use: Callable[[sa.Connection], T], *, single: bool = False) -> T:
        """`use` a connection in one transaction, committed when it returns and rolled back when it raises. `single`:
        it is one statement, which needs no transaction around it on PostgreSQL."""
        if self.sharing is not None:
            with translating():
                return await self.sharing.transact(use)

        def transaction(connection: sa.Connection) -> T:
            if single:
                connection.execution_options(isolation_level="AUTOCOMMIT")
            with connection.begin():
                return use(connection)

        return await self.connected(transaction)

    def aside(self, connection: sa.Connection, work: Callable[[], T]) -> T:
        """In the middle of a transaction, what takes long and asks nothing of the database: everybody else is served
        meanwhile, and the transaction may be idle for longer than others. On SQLite it has a thread of its own
        anyway."""
        if self.is_sqlite:
            return work()
        connection.exec_driver_sql(LONG_IDLE)
        driver: Any = connection.connection.dbapi_connection
        found: T = driver.run_async(lambda _: asyncio.get_running_loop().run_in_executor(ASIDE, work))
        return found

    async def execute(self, statement: sa.Executable) -> int:
        """One writing statement in a transaction of its own; how many rows it met."""
        return await self.transact(lambda connection: connection.execute(statement).rowcount, single=True)

    async def close(self) -> None:
        """Give all connections back."""
        for threads in (self.writer, self.reader):
            if threads is not None:
                await threads.close()
        await self.write.dispose()
        await self.read.dispose()


NO_LOCK = "55P03"  # not available in time
BUSY = (NO_LOCK, "40P01", "40001")  # or a deadlock, or serialisation
AWAY = ("08", "53", "57P")  # no connection, no resources (also no free connection), going down or coming up


@contextmanager
def translating() -> Iterator[None]:
    """What a failed statement means for whoever asked: Busy, Unavailable, or the failure itself."""
    try:
        yield
    except Exception as error:
        known = translated(error)
        if known is error:
            raise
        raise known from error


def translated(error: Exception) -> Exception:
    """Busy for a lock that was not free in time, Unavailable for a database that is away, anything else as it is."""
    if isinstance(error, Refusal | IntegrityError):
        return error
    state = sqlstate(error)
    locked = isinstance(error, OperationalError) and "locked" in str(error.orig)
    if isinstance(error, PoolTimeout) or state in BUSY or locked:
        busy = Busy()
        busy.__cause__ = error
        return busy
    gone = isinstance(error, DBAPIError) and (error.connection_invalidated or str(state).startswith(AWAY))
    if gone or isinstance(error, OperationalError | InterfaceError | OSError):
        unavailable = Unavailable(str(error))
        unavailable.__cause__ = error
        return unavailable
    return error


def sqlstate(error: BaseException | None) -> str | None:
    """PostgreSQL's code of what has failed, where it was that."""
    return getattr(getattr(error, "orig", None), "sqlstate", None)


def dumps(value: object) -> str:
    """JSON for columns; facts are dataclasses and go in as they are."""
    return orjson.dumps(value).decode()


def open_database(url: str) -> Database:
    """Engines for the URL (`sqlite+aiosqlite:///…` or `postgresql+asyncpg://…`). Connects when first used."""
    options: dict[str, Any] = {"json_serializer": dumps, "json_deserializer": orjson.loads}
    if sa.make_url(url).get_backend_name() == "sqlite":
        return _open_sqlite(url, options)
    settings = {
        "lock_timeout": f"{LOCK_SECONDS}s",
        "idle_in_transaction_session_timeout": "15s",
        "timezone": "UTC",
        # Plans live as long as their connection. One made while a table was nearly empty would read it from end to end
        # when it has grown, also in the checks of references: every row of a rush would cost more than the last.
        "enable_seqscan": "off",
    }
    options |= {
        "pool_pre_ping": False,
        "pool_use_lifo": True,  # the connection used last knows the statements, and the server its plans
        "connect_args": {"server_settings": settings, "timeout": 10},
    }
    write = create_async_engine(url, pool_size=6, max_overflow=2, isolation_level="READ COMMITTED", **options)
    read = create_async_engine(url, pool_size=4, max_overflow=4, isolation_level="AUTOCOMMIT", **options)
    return Database(write, read)


def _open_sqlite(url: str, options: dict[str, Any]) -> Database:
    write = create_async_engine(url, pool_size=1, max_overflow=0, pool_timeout=60, **options)
    read = create_async_engine(url, pool_size=2, max_overflow=2, **options)
    writer = open_threads(sa.make_url(url), "writer", 1, options)
    reader = open_threads(sa.make_url(url), "reader", READERS, options)
    for engine in (write.sync_engine, writer.engine):
        sa.event.listen(engine, "connect", _sqlite_pragmas("query_only=OFF"))
        sa.event.listen(engine, "begin", _begin("BEGIN IMMEDIATE"))
    for engine in (read.sync_engine, reader.engine):
        sa.event.listen(engine, "connect", _sqlite_pragmas("query_only=ON"))
        sa.event.listen(engine, "begin", _begin("BEGIN"))
    return Database(write, read, writer, reader, Sharing(writer))


def _sqlite_pragmas(last: str) -> Callable[[Any, object], None]:
    pragmas = (
        "foreign_keys=ON",
        "recursive_triggers=ON",  # without it a row that is replaced goes past the triggers of its deletion
        "journal_mode=WAL",
        "synchronous=FULL",
        f"busy_timeout={LOCK_SECONDS * 1000}",
        last,
    )

    def connect(connection: Any, _record: object) -> None:
        connection.isolation_level = None  # transactions are begun here, by name
        cursor = connection.cursor()
        for pragma in pragmas:
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    return connect


def _begin(statement: str) -> Callable[[sa.Connection], None]:
    def begin(connection: sa.Connection) -> None:
        connection.exec_driver_sql(statement)

    return begin
