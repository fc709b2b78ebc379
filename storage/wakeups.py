"""Waking other replicas: a commit that queued letters or made something due says so through PostgreSQL's NOTIFY, in the
same transaction. SQLite has one process and needs nothing.

The connection that listens also says that its process is alive: it holds a shared advisory lock, which PostgreSQL takes
back with the connection however the process ended.
"""

import asyncio
from collections.abc import Callable
from typing import Any

import asyncpg
import sqlalchemy as sa
import structlog

log = structlog.get_logger()

CHANNEL = "nextseat"
NOTIFY = f"SELECT pg_notify('{CHANNEL}', '')"
ALIVE = 0x4E657874  # the key of the lock; one for all processes on a database
AM_ALONE = f"SELECT pg_try_advisory_xact_lock({ALIVE})"
"""Whether no process that listens is alive; if so, none is until the end of the transaction."""
AGAIN_SECONDS = 2.0
LOOK_SECONDS = 30.0
ANSWER_SECONDS = 10.0


async def listen(url: str, woken: Callable[[], None]) -> None:
    """Call `woken` for every notice, until cancelled; a connection that is lost, or answers no more, is made again."""
    dsn = sa.make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
    while True:
        try:
            connection = await asyncpg.connect(dsn, timeout=10)
        except Exception as error:  # noqa: BLE001 - whatever it is, it may be over the next time
            log.warning("listen-failed", why=type(error).__name__)
            await asyncio.sleep(AGAIN_SECONDS)
            continue
        try:
            await _hear(connection, woken)
        except Exception as error:  # noqa: BLE001 - whatever it is, it may be over the next time
            log.warning("listen-lost", why=type(error).__name__)
            await asyncio.sleep(AGAIN_SECONDS)
        finally:
            connection.terminate()  # a polite end would wait for an answer


async def _hear(connection: Any, woken: Callable[[], None]) -> None:
    """Until the connection is lost. Nothing that is awaited here can wait without end, whoever has gone away."""
    async with asyncio.timeout(ANSWER_SECONDS):
        await connection.add_listener(CHANNEL, lambda *_: woken())
        await connection.execute(f"SELECT pg_advisory_lock_shared({ALIVE})")
    woken()  # what was said while nobody listened
    while not connection.is_closed():
        await asyncio.sleep(LOOK_SECONDS)
        async with asyncio.timeout(ANSWER_SECONDS):
            await connection.execute("SELECT 1")
