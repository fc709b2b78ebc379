"""Questions that come while others are answered are asked together next: in a rush one statement finds many persons."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from typing import Generic, TypeVar

V = TypeVar("V")
Find = Callable[[list[int]], Awaitable[Mapping[int, V]]]


class Gathering(Generic[V]):
    """`find` looks for many at once."""

    def __init__(self, find: Find[V]) -> None:
        self._find = find
        self._asked: dict[int, asyncio.Future[V | None]] = {}
        self._task: asyncio.Task[None] | None = None

    async def one(self, key: int) -> V | None:
        """What is found for this key by a look that begins now or later."""
        answer = self._asked.get(key)
        if answer is None:
            answer = self._asked[key] = asyncio.get_running_loop().create_future()
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._drain(), name="gathering")
        return await asyncio.shield(answer)  # whoever goes away takes nobody else's answer along

    async def _drain(self) -> None:
        while self._asked:
            asked, self._asked = self._asked, {}
            try:
                found = await self._find(list(asked))
            except Exception as error:  # noqa: BLE001 - the answer of all of them
                for answer in asked.values():
                    answer.set_exception(error)
                    answer.exception()  # nobody may be left to hear it
            else:
                for key, answer in asked.items():
                    answer.set_result(found.get(key))
