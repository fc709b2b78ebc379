"""Who may act in the admin group: Telegram's own list of its administrators, asked for at the tap and remembered for a
minute; a change of anybody's role empties it."""

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

    async def may_act(self, chat_id: int, user_id: int) -> bool:
        """Whether this user is an administrator of the group now."""
        async with self._lock:
            at, ids = self._known.get(chat_id, (float("-inf"), frozenset()))
            if self._time() - at > KEPT_SECONDS:
                changes = self._changes
                members = await self._bot.get_chat_administrators(chat_id)
                ids = frozenset(member.user.id for member in members if not member.user.is_bot)
                if changes == self._changes:  # else the answer may be older than the change
                    self._known[chat_id] = (self._time(), ids)
        return user_id in ids

    def forget(self, chat_id: int) -> None:
        """Somebody's role changed."""
        self._changes += 1
        self._known.pop(chat_id, None)
