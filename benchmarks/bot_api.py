"""A Bot API server that accepts everything at once and remembers when a message arrived."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import count
from typing import Any, TypeVar

from aiohttp import web

ME = {"id": 1, "is_bot": True, "first_name": "Nextseat", "username": "nextseat_bot"}


class BotApi:
    """`expect(chat)` before the message is sent; `arrived(chat)` is when it came."""

    def __init__(self) -> None:
        self.port = 0
        self._ids = count(1)
        self._expected: dict[int, asyncio.Future[float]] = {}

    def expect(self, chat_id: int) -> None:
        """A new message to this chat will come."""
        self._expected[chat_id] = asyncio.get_running_loop().create_future()

    async def arrived(self, chat_id: int, patience: float = 15) -> float:
        """The moment (of `time.perf_counter`) at which it had come. Raises TimeoutError."""
        async with asyncio.timeout(patience):
            return await self._expected[chat_id]

    async def handle(self, request: web.Request) -> web.Response:
        """Any method."""
        method = request.match_info["method"]
        form = await request.post()
        at = time.perf_counter()
        if method == "getMe":
            return ok(ME)
        if method not in ("sendMessage", "editMessageText"):
            return ok(True)
        chat_id = int(str(form["chat_id"]))
        if method == "sendMessage" and (expected := self._expected.get(chat_id)) and not expected.done():
            expected.set_result(at)
        message_id = int(str(form.get("message_id") or next(self._ids)))
        chat = {"id": chat_id, "type": "private", "first_name": "Person"}
        return ok({"message_id": message_id, "date": 1_800_000_000, "chat": chat, "text": "…"})


def ok(result: Any) -> web.Response:
    return web.json_response({"ok": True, "result": result})


Api = TypeVar("Api", bound=BotApi)


@asynccontextmanager
async def running_bot_api() -> AsyncIterator[BotApi]:
    """One that accepts everything, as long as the block lasts."""
    async with served(BotApi()) as api:
        yield api


@asynccontextmanager
async def served(api: Api) -> AsyncIterator[Api]:
    """Serves on a free port of loopback during the block."""
    app = web.Application()
    app.router.add_post("/bot{token}/{method}", api.handle)
    runner = web.AppRunner(app, access_log=None, handle_signals=False)
    await runner.setup()
    try:
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        api.port = runner.addresses[0][1]
        yield api
    finally:
        await runner.cleanup()
