"""Writing down how something ended, even while the database is busy or away, or the process is about to end."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from engine.ports import Unavailable
from engine.refusals import Busy

WAITS: Sequence[float] = (0.5, 1, 2, 4, 8, 15, 30)
"""Seconds between two tries."""
LAST_WORDS = 5.0
"""So many seconds a process that is about to end still waits for them."""


async def written(write: Callable[[], Awaitable[Any]]) -> None:
    """Tried again while nobody can write. Whoever is cancelled meanwhile is so after it is written, or has waited long
    enough. Raises what the last try does."""
    task = asyncio.ensure_future(_tried(write))
    try:
        await asyncio.shield(task)
    except asyncio.CancelledError:
        await asyncio.wait((task,), timeout=LAST_WORDS)
        raise


async def _tried(write: Callable[[], Awaitable[Any]]) -> None:
    for wait in WAITS:
        try:
            await write()
        except (Busy, Unavailable):
            await asyncio.sleep(wait)
        else:
            return
    await write()
