"""Tells the page that something has changed in the database, without asking the database what."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

GLANCE_SECONDS = 0.1


async def watch(file: Path, changed: Callable[[], None]) -> None:
    """Call `changed` after every commit of anybody to this SQLite file, for ever."""
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        seen = _version(connection)
        while True:
            await asyncio.sleep(GLANCE_SECONDS)
            now = _version(connection)
            if now != seen:
                seen = now
                changed()


def _version(connection: sqlite3.Connection) -> int:
    """Another number after every commit of another connection; it costs microseconds."""
    version: int = connection.execute("PRAGMA data_version").fetchone()[0]
    return version
