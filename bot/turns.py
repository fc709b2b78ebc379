"""Turns: what comes from one chat is handled one after the other, in the order in which it came; chats side by side."""

import asyncio
import contextlib
from collections.abc import AsyncIterator


class Turns:
    """A queue a chat, for as long as somebody waits in it."""

    def __init__(self) -> None:
        self._locks: dict[int, asyncio.Lock] = {}
        self._waiting: dict[int, int] = {}

    @contextlib.asynccontextmanager
    async def of(self, chat_id: int) -> AsyncIterator[None]:
        """Wait for this chat's turn, and have it."""
        lock = self._locks.setdefault(chat_id, asyncio.Lock())
        self._waiting[chat_id] = self._waiting.get(chat_id, 0) + 1
        try:
            async with lock:
                yield
        finally:
            self._waiting[chat_id] -= 1
            if not self._waiting[chat_id]:
                del self._waiting[chat_id], self._locks[chat_id]
