"""The webhook, our own route: the secret is checked, the answer comes after the work is committed, and carries the
callback's answer so that it needs no call of its own. 503 asks Telegram to come again."""

import hmac
from collections.abc import Callable, Coroutine
from typing import Any

import orjson
import structlog
from aiogram import Bot
from aiogram.types import Update
from aiohttp import web
from pydantic import ValidationError

from bot.answering import Reply, Toast
from bot.polling import chat_of
from bot.tapped import Tapped, from_document
from bot.turns import Turns
from engine.ports import Unavailable
from engine.refusals import Busy

log = structlog.get_logger()

PATH = "/telegram"
HEADER = "X-Telegram-Bot-Api-Secret-Token"
LARGEST = 1024 * 1024
JSON = "application/json"

Take = Callable[[Update], Coroutine[Any, Any, None]]
TakeTap = Callable[[Tapped, Reply], Coroutine[Any, Any, None]]
Ready = Callable[[], Coroutine[Any, Any, None]]
"""Comes back when an update may be handled: what people are owed after an outage comes first."""


class Webhook:
    """The route. Bodies that are no update are refused with 400 and never reach a handler. Updates of one chat are
    handled in order, as Telegram sends several at once."""

    def __init__(self, bot: Bot, take: Take, take_tap: TakeTap, ready: Ready, secret: str) -> None:
        self._bot, self._take, self._take_tap, self._ready = bot, take, take_tap, ready
        self._secret = secret.encode()
        self._turns = Turns()

    async def __call__(self, request: web.Request) -> web.Response:
        """Handle one delivery."""
        if not hmac.compare_digest(request.headers.get(HEADER, "").encode("utf-8", "replace"), self._secret):
            return web.Response(status=401, text="wrong secret")
        if request.content_length is not None and request.content_length > LARGEST:
            return web.Response(status=413, text="too large")
        try:
            document = _document(await request.read())
            if (tapped := from_document(document)) is not None:
                return await self._tap(tapped)
            update = Update.model_validate(document, context={"bot": self._bot})
        except (orjson.JSONDecodeError, ValidationError, RecursionError, ValueError):
            return web.Response(status=400, text="not an update")
        return await self._answer(update)

    async def _answer(self, update: Update) -> web.Response:
        """Once it is handled."""
        try:
            await self._ready()
            async with self._turns.of(chat_of(update)):
                await self._take(update)
        except (Unavailable, Busy):
            log.warning("database-away", update=update.update_id)
            return web.Response(status=503, text="come again")
        return web.Response()

    async def _tap(self, tapped: Tapped) -> web.Response:
        """Once it is decided; the callback's answer is the response's body."""
        said: list[Toast] = []

        async def reply(toast: Toast) -> None:
            said.append(toast)

        try:
            await self._ready()
            async with self._turns.of(tapped.sender.id):
                await self._take_tap(tapped, reply)
        except (Unavailable, Busy):
            log.warning("database-away", update=tapped.update_id)
            return web.Response(status=503, text="come again")
        return web.Response(body=body(said[0]), content_type=JSON) if said else web.Response()


def _document(raw: bytes) -> dict[str, Any]:
    document = orjson.loads(raw)
    if not isinstance(document, dict):
        raise ValueError("not an object")
    return document


def body(toast: Toast) -> bytes:
    """The answer as Telegram reads it from a webhook's response."""
    fields: dict[str, Any] = {"method": "answerCallbackQuery", "callback_query_id": toast.query_id}
    if toast.text:
        fields["text"] = toast.text
    if toast.alert:
        fields["show_alert"] = True
    return orjson.dumps(fields)
