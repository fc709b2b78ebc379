"""Sandbox time: real time plus an offset that can be pushed forward.

A bot that follows the clock holds one long poll open and asks again with the offset it was told. A push
answers only when all who followed have done so, so that a test may push and then look at once.
"""

from __future__ import annotations

import asyncio
import time
from collections import deque
from datetime import UTC, datetime

from bot.sandbox.refusals import Json

LONGEST_POLL = 25.0
FOLLOWS_FOR = 2.0
"""Seconds after which a follower that did not ask again counts as gone."""


class SandboxClock:
    """Knows the time in the sandbox and who follows it."""

    def __init__(self) -> None:
        self.offset_ms = 0
        self._holding = 0
        self._answered: deque[float] = deque()
        self._moved = asyncio.Event()
        self._taken = 0
        self._someone_took = asyncio.Event()
        self._pushing = asyncio.Lock()

    def timestamp(self) -> float:
        """Seconds since 1970 in sandbox time."""
        return time.time() + self.offset_ms / 1000

    def now(self) -> datetime:
        """The sandbox's present moment in UTC."""
        return datetime.fromtimestamp(self.timestamp(), UTC)

    def document(self) -> Json:
        """What a follower is told."""
        return {"offset_ms": self.offset_ms, "now": self.now().isoformat()}

    async def follow(self, known: int | None, wait: float = LONGEST_POLL) -> Json:
        """Answer at once when `known` is out of date, otherwise when the offset changes or time is up."""
        if known is None:
            return self.document()
        self._came_back(known)
        if known == self.offset_ms:
            await self._hold(wait)
        self._answered.append(time.monotonic())
        return self.document()

    def _came_back(self, known: int) -> None:
        if self._answered:
            self._answered.popleft()
        if known == self.offset_ms:
            self._taken += 1
            self._someone_took.set()

    async def _hold(self, wait: float) -> None:
        self._holding += 1
        try:
            await asyncio.wait_for(self._moved.wait(), wait)
        except TimeoutError:
            pass
        finally:
            self._holding -= 1

    def followers(self) -> int:
        """Those with an open poll and those answered a moment ago."""
        horizon = time.monotonic() - FOLLOWS_FOR
        while self._answered and self._answered[0] < horizon:
            self._answered.popleft()
        return self._holding + len(self._answered)

    async def push(self, milliseconds: int, patience: float = 5.0) -> Json:
        """Move time forward; wait at most `patience` seconds for the followers to take it."""
        if milliseconds < 0:
            raise ValueError("the sandbox clock only goes forward")
        async with self._pushing:
            expected = self.followers() if milliseconds else 0
            self._taken = 0
            self.offset_ms += milliseconds
            moved, self._moved = self._moved, asyncio.Event()
            moved.set()
            await self._all_took(expected, patience)
            return self.document() | {"followers": expected, "took": min(self._taken, expected)}

    async def _all_took(self, expected: int, patience: float) -> None:
        deadline = time.monotonic() + patience
        while self._taken < expected and (left := deadline - time.monotonic()) > 0:
            self._someone_took.clear()
            try:
                await asyncio.wait_for(self._someone_took.wait(), left)
            except TimeoutError:
                return
