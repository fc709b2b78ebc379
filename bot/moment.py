"""What time it is. One clock for the whole process; a demonstration may push it forward from outside."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import aiohttp
import structlog

log = structlog.get_logger()

AGAIN_SECONDS = 0.5
HINT = "SANDBOX_CLOCK_URL answers no clock; the sandbox has it at /sandbox/clock"


class Now:
    """The time in UTC, moved forward by `offset`."""

    def __init__(self) -> None:
        self.offset = timedelta(0)

    def __call__(self) -> datetime:
        return datetime.now(UTC) + self.offset


async def catch_up(now: Now, url: str) -> None:
    """Take the server's time over, before anything is judged by the clock."""
    try:
        async with (
            aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=5)) as session,
            session.get(url) as response,
        ):
            now.offset = timedelta(milliseconds=int((await response.json())["offset_ms"]))
    except (aiohttp.ClientError, TimeoutError, LookupError, ValueError, TypeError) as error:
        log.warning("clock-unreachable", hint=HINT, error=type(error).__name__)


async def follow(now: Now, url: str, moved: Callable[[], None]) -> None:
    """Follow a local Bot API server's clock: each answer of its long poll is the new offset; asking again with it
    tells the server that it is in force here. `moved` is called after each change."""
    timeout = aiohttp.ClientTimeout(total=40)
    async with aiohttp.ClientSession(timeout=timeout) as session:
        away = False
        while True:
            known = round(now.offset / timedelta(milliseconds=1))
            try:
                async with session.get(url, params={"known": str(known)}) as response:
                    offset = int((await response.json())["offset_ms"])
            except (aiohttp.ClientError, TimeoutError, LookupError, ValueError, TypeError) as error:
                if not away:  # once, until it answers again
                    log.warning("clock-unreachable", hint=HINT, error=type(error).__name__)
                away = True
                await asyncio.sleep(AGAIN_SECONDS)
                continue
            away = False
            if offset != known:
                now.offset = timedelta(milliseconds=offset)
                moved()
