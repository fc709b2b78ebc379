"""Who may act in the admin group: Telegram's own list of its administrators, asked for at the tap. What only
shows something may be judged by an answer of the last minute; a change of anybody's role empties it."""

import asyncio
from collections.abc import Callable

from aiogram import Bot
from aiogram.types import ChatMemberOwner

from engine.roles import Administrator

KEPT_SECONDS = 60.0


class Admins:
    """The administrators of one group."""

    def __init__(self, bot: Bot, time: Callable[[], float]) -> None:
        self._bot = bot
        self._time = time
        self._known: dict[int, tuple[float, tuple[Administrator, ...]]] = {}
        self._last: dict[int, tuple[Administrator, ...]] = {}
        self._changes = 0
        self._lock = asyncio.Lock()

    async def listed(self, chat_id: int, *, kept: float = 0.0) -> tuple[Administrator, ...]:
        """The people among the group's administrators; an answer to a question that was asked up to `kept` seconds ago
        is good enough. Those who ask at the same time share one."""
        since = self._time() - kept
        async with self._lock:
            asked, found = self._known.get(chat_id, (float("-inf"), ()))
            if asked < since:
                found = await self._ask(chat_id)
        return found

    async def _ask(self, chat_id: int) -> tuple[Administrator, ...]:
        now, changes = self._time(), self._changes
        members = await self._bot.get_chat_administrators(chat_id)
        found = tuple(
            Administrator(member.user.id, member.user.full_name, isinstance(member, ChatMemberOwner))
            for member in members
            if not member.user.is_bot
        )
        self._last[chat_id] = found
        if changes == self._changes:  # else the answer may be older than the change
            self._known[chat_id] = (now, found)
        return found

    def remembered(self, chat_id: int) -> tuple[Administrator, ...]:
        """The last answer, however old: a group that the bot is not in says nothing."""
        return self._last.get(chat_id, ())

    def forget(self, chat_id: int) -> None:
        """Somebody's role changed."""
        self._changes += 1
        self._known.pop(chat_id, None)
