"""A forum of admins: one topic for each kind of letter. The bot makes it when the first letter of its kind leaves, and
makes it anew when somebody has deleted it. Where it may not, letters go to General, and the admins are told once how
to allow it."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Literal

import structlog
from aiogram import Bot
from aiogram.exceptions import AiogramError
from aiogram.types import ChatMemberAdministrator

from bot.secret import told
from storage.topics import SqlTopics

log = structlog.get_logger()

Kind = Literal["lock", "batch", "anomaly", "ops", "seats"]

NAMES: dict[Kind, str] = {
    "lock": "topic-lock",
    "batch": "topic-batch",
    "anomaly": "topic-anomaly",
    "ops": "topic-ops",
    "seats": "topic-seats",
}
ALERTS: dict[str, Kind] = {
    "alert-lock": "lock",
    "alert-batch": "batch",
    "alert-anomaly": "anomaly",
    "period": "batch",
    "lock": "lock",
    "unlock": "lock",
    "alert": "ops",
}
"""By how a letter's kind begins; any other letter is about seats."""

KNOWN_SECONDS = 600.0


def kind_of(letter_kind: str) -> Kind:
    """The kind of topic that a letter to the admins belongs to."""
    return next((kind for begin, kind in ALERTS.items() if letter_kind.startswith(begin + "-")), "seats")


class Topics:
    """`name` gives a topic's name in the group's language; `forbidden` hears that a forum does not let the bot make
    topics, `allowed` that it does."""

    def __init__(
        self,
        bot: Bot,
        kept: SqlTopics,
        name: Callable[[str], str],
        forbidden: Callable[[int], Awaitable[None]],
        allowed: Callable[[int], Awaitable[None]],
        time: Callable[[], float],
    ) -> None:
        self._bot, self._kept, self._name, self._time = bot, kept, name, time
        self._forbidden, self._allowed = forbidden, allowed
        self._topics: dict[int, dict[str, int]] = {}
        self._may: dict[int, tuple[float, bool]] = {}
        self._lock = asyncio.Lock()

    async def of(self, chat_id: int, letter_kind: str) -> int | None:
        """The topic that this letter belongs to; None for General, or where there are no topics."""
        kind = kind_of(letter_kind)
        async with self._lock:
            if chat_id not in self._topics:
                self._topics[chat_id] = await self._kept.all(chat_id)
            if kind not in self._topics[chat_id] and await self._may_make(chat_id):
                await self._make(chat_id, kind)
            return self._topics[chat_id].get(kind)

    async def gone(self, chat_id: int, topic_id: int) -> None:
        """Somebody has deleted it."""
        await self._kept.drop(chat_id, topic_id)
        self.forget(chat_id)

    def forget(self, chat_id: int) -> None:
        """The bot's rights, or the group, may be others now."""
        self._topics.pop(chat_id, None)
        self._may.pop(chat_id, None)

    async def _make(self, chat_id: int, kind: Kind) -> None:
        try:
            made = await self._bot.create_forum_topic(chat_id, self._name(NAMES[kind]))
        except AiogramError as error:
            log.warning("topic-not-made", kind=kind, why=told(error))
            return
        await self._kept.keep(chat_id, kind, made.message_thread_id)
        self._topics[chat_id] = await self._kept.all(chat_id)

    async def _may_make(self, chat_id: int) -> bool:
        asked, may = self._may.get(chat_id, (float("-inf"), False))
        if self._time() - asked < KNOWN_SECONDS:
            return may
        try:
            may = await self._ask(chat_id)
        except AiogramError as error:
            log.warning("forum-unknown", why=told(error))
            return False
        self._may[chat_id] = (self._time(), may)
        return may

    async def _ask(self, chat_id: int) -> bool:
        if not (await self._bot.get_chat(chat_id)).is_forum:
            return False
        me = await self._bot.get_chat_member(chat_id, self._bot.id)
        if isinstance(me, ChatMemberAdministrator) and me.can_manage_topics:
            await self._allowed(chat_id)
            return True
        await self._forbidden(chat_id)
        return False
