"""Everything that happens in the sandbox, in order, for whoever watches.

Watchers never poll on a timer: they wait on a serial number that rises with every change.
"""

from __future__ import annotations

import asyncio
from collections import deque
from dataclasses import dataclass
from itertools import islice

from bot.sandbox.refusals import Json

KEPT = 20_000


@dataclass(frozen=True, slots=True)
class Happening:
    """One change: what kind, in which chat (if in one), and its data."""

    serial: int
    kind: str
    chat_id: int | None
    data: Json

    def document(self) -> Json:
        """As JSON for the stream."""
        return {"serial": self.serial, "kind": self.kind, "chat_id": self.chat_id, "data": self.data}


class Feed:
    """The last changes and those who wait for the next one."""

    def __init__(self) -> None:
        self.serial = 0
        self._kept: deque[Happening] = deque(maxlen=KEPT)
        self._chat_serials: dict[int, int] = {}
        self._waiting: dict[int | None, set[asyncio.Future[None]]] = {}

    def tell(self, kind: str, chat_id: int | None, data: Json) -> None:
        """Record a change and wake everyone who waits for it."""
        self.serial += 1
        self._kept.append(Happening(self.serial, kind, chat_id, data))
        if chat_id is not None:
            self._chat_serials[chat_id] = self.serial
            self._wake(chat_id)
        self._wake(None)

    def _wake(self, about: int | None) -> None:
        for waiter in self._waiting.pop(about, ()):
            if not waiter.done():
                waiter.set_result(None)

    def since(self, serial: int) -> list[Happening]:
        """The kept changes after `serial`, oldest first."""
        if not self._kept:
            return []
        skipped = max(0, serial - self._kept[0].serial + 1)
        return list(islice(self._kept, skipped, None))

    def serial_of(self, chat_id: int | None) -> int:
        """The serial of the newest change in this chat, or of all."""
        return self.serial if chat_id is None else self._chat_serials.get(chat_id, 0)

    async def passes(self, serial: int, chat_id: int | None = None, wait: float = 25.0) -> bool:
        """Wait until something newer than `serial` happened; False when `wait` seconds went by."""
        deadline = asyncio.get_running_loop().time() + wait
        while self.serial_of(chat_id) <= serial:
            left = deadline - asyncio.get_running_loop().time()
            if left <= 0 or not await self._next(chat_id, left):
                return False
        return True

    async def _next(self, chat_id: int | None, wait: float) -> bool:
        waiter: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.setdefault(chat_id, set()).add(waiter)
        try:
            await asyncio.wait_for(waiter, wait)
        except TimeoutError:
            return False
        finally:
            self._waiting.get(chat_id, set()).discard(waiter)
        return True
