"""Who may act in the admin group: Telegram's own list of its administrators, asked for at the tap. What only
shows something may be judged by an answer of the last minute; a change of anybody's role empties it."""

import asyncio
from collections.abc import Callable

from aiogram import Bot

KEPT_SECONDS = 60.0


class Admins:
    """The administrators of one group."""

    def __init__(self, bot: Bot, time: Callable[[], float]) -> None:
        self._bot = bot
        self._time = time
        self._known: dict[int, tuple[float, frozenset[int]]] = {}
        self._changes = 0
        self._lock = asyncio.Lock()

    async def may_act(self, chat_id: int, user_id: int, *, kept: float = 0.0) -> bool:
        """Whether this user is an administrator of the group; an answer to a question that was asked up to `kept`
        seconds ago is good enough. Those who ask at the same time share one."""
        since = self._time() - kept
        async with self._lock:
            asked, ids = self._known.get(chat_id, (float("-inf"), frozenset()))
            if asked < since:
                ids = await self._ask(chat_id)
        return user_id in ids

    async def _ask(self, chat_id: int) -> frozenset[int]:
        now, changes = self._time(), self._changes
        members = await self._bot.get_chat_administrators(chat_id)
        ids = frozenset(member.user.id for member in members if not member.user.is_bot)
        if changes == self._changes:  # else the answer may be older than the change
            self._known[chat_id] = (now, ids)
        return ids

    def forget(self, chat_id: int) -> None:
        """Somebody's role changed."""
        self._changes += 1
        self._known.pop(chat_id, None)
