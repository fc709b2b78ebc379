"""Giving answers: the toast first, as the person waits for it, then the card. Both come after the commit."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

import structlog
from aiogram import Bot
from aiogram.exceptions import AiogramError
from aiogram.methods import AnswerCallbackQuery

from bot.secret import told
from bot.telegram import edit, send
from engine.ports import Panel
from handlers.door import Answer, Card

log = structlog.get_logger()

Reply = Callable[[AnswerCallbackQuery], Awaitable[None]]
"""How the first answer leaves: by a call, or as the body of the webhook's response."""


class Answers:
    """Sends what handlers answer. An answer that Telegram refuses is logged: the change is committed all the same, and
    what must be told is told by letter."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot
        self._later: set[asyncio.Task[Any]] = set()

    async def tap(self, query_id: str, panel: Panel | None, answer: Answer, reply: Reply) -> None:
        """Answer a tap."""
        toast = AnswerCallbackQuery(
            callback_query_id=query_id, text=answer.toast[:200] or None, show_alert=answer.alert or None
        )
        await self._try(reply(toast))
        if answer.card is not None and panel is not None:
            self.soon(self._rewrite(panel, answer.card))
        if answer.further is not None and panel is not None:
            self.soon(self._send(panel.chat_id, answer.further))

    async def message(self, chat_id: int, card: Card) -> None:
        """Answer a message."""
        await self._try(self._send(chat_id, card))

    def soon(self, work: Coroutine[Any, Any, Any]) -> None:
        """Do it besides; `close` waits for it."""
        task = asyncio.create_task(self._try(work))
        self._later.add(task)
        task.add_done_callback(self._later.discard)

    async def close(self) -> None:
        """Finish the answers that are on their way."""
        while self._later:
            await asyncio.wait(self._later)

    async def by_call(self, method: AnswerCallbackQuery) -> None:
        """The reply of a polled update."""
        await self._bot(method)

    async def _rewrite(self, panel: Panel, card: Card) -> None:
        if not await edit(self._bot, panel, card):
            await self._send(panel.chat_id, card)

    async def _send(self, chat_id: int, card: Card) -> None:
        await send(self._bot, chat_id, card)

    async def _try(self, work: Awaitable[Any]) -> None:
        try:
            await work
        except AiogramError as error:
            log.info("answer-refused", why=told(error))
