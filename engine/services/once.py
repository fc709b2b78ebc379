"""What always comes to the same is computed once, for all who ask meanwhile and for whoever turns the page after it."""

import asyncio
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from typing import Generic, TypeVar

from engine.services.computing import started

T = TypeVar("T")

KEPT = 300
"""Seconds for which a question stays known: long enough to read its pages, and no month stays in memory for good."""


class Once(Generic[T]):
    """The answers to questions of one kind. Only the last one is kept: they are as large as a month."""

    def __init__(self) -> None:
        self._last: tuple[Hashable, Future[T]] | None = None
        self._forgetting: asyncio.TimerHandle | None = None

    async def get(self, question: Hashable, work: Callable[[], T]) -> T:
        """What `work` comes to, or raises; computed in a thread of its own if nobody has asked the same just now.
        Whoever goes leaves it to the others. What has failed is tried again by the next one."""
        if self._last is None or self._last[0] != question or _failed(self._last[1]):
            if self._forgetting is not None:
                self._forgetting.cancel()  # it was for the answer before
            self._last = question, started(work)
            self._forgetting = asyncio.get_running_loop().call_later(KEPT, self._forget)
        return await asyncio.shield(asyncio.wrap_future(self._last[1]))

    def _forget(self) -> None:
        self._last = None


def _failed(answer: "Future[T]") -> bool:
    return answer.done() and answer.exception() is not None
