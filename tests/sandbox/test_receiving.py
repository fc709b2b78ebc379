"""Long polling, and the webhook with its redelivery."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramConflictError
from aiohttp import MultipartWriter, web

from bot.sandbox import Driver, Phone, Sandbox


async def test_offset_acknowledges_and_limit_limits(bot: Bot, anna: Phone) -> None:
    await anna.types("one")
    await anna.types("two")
    first, second = await bot.get_updates(limit=2)
    assert [u.message.text for u in (first, second) if u.message] == ["/start", "one"]
    again = await bot.get_updates()
    assert again[0].update_id == first.update_id
    assert len(again) == 3
    rest = await bot.get_updates(offset=second.update_id + 1)
    assert [u.message.text for u in rest if u.message] == ["two"]
    assert [u.message.text for u in await bot.get_updates(offset=-1) if u.message] == ["two"]


async def test_long_poll_wakes_and_the_newer_one_ends_the_older(
    bot: Bot, anna: Phone, sandbox: Sandbox
) -> None:
    offset = (await bot.get_updates())[-1].update_id + 1
    older = asyncio.create_task(bot.get_updates(offset=offset, timeout=30))
    while sandbox.updates._poll is None:
        await asyncio.sleep(0)
    newer = asyncio.create_task(bot.get_updates(offset=offset, timeout=30))
    with pytest.raises(TelegramConflictError, match="terminated by other getUpdates request"):
        await older
    await anna.types("now")
    assert [u.message.text for u in await newer if u.message] == ["now"]


async def test_a_repeated_update_comes_again_with_its_id(bot: Bot, anna: Phone, driver: Driver) -> None:
    sent = await anna.types("once")
    offset = (await bot.get_updates())[-1].update_id + 1
    assert await bot.get_updates(offset=offset) == []
    await driver.redeliver(sent["update_id"])
    assert [u.update_id for u in await bot.get_updates(offset=offset)] == [sent["update_id"]]
    assert await bot.get_updates(offset=offset) == []


async def test_edited_messages_and_deep_links(bot: Bot, anna: Phone) -> None:
    await anna.start("ref_1")
    sent = await anna.types("teh")
    await anna.edits(sent["message_id"], "the")
    updates = await bot.get_updates()
    assert updates[1].message is not None
    assert updates[1].message.text == "/start ref_1"
    assert updates[2].message is not None
    assert updates[2].message.text == "teh"
    assert updates[3].edited_message is not None
    assert updates[3].edited_message.text == "the"


async def test_blocking_is_told(bot: Bot, anna: Phone) -> None:
    await anna.blocks()
    await anna.unblocks()
    changes = [u.my_chat_member.new_chat_member.status for u in await bot.get_updates() if u.my_chat_member]
    assert changes == ["kicked", "member"]


class Listener:
    """A bot's own server: notes what comes, answers what it is told to."""

    def __init__(self) -> None:
        self.got: list[tuple[dict[str, Any], str | None]] = []
        self.answers: list[web.Response] = []
        self.arrived = asyncio.Condition()
        self.url = ""

    async def take(self, request: web.Request) -> web.Response:
        body = await request.json()
        async with self.arrived:
            self.got.append((body, request.headers.get("X-Telegram-Bot-Api-Secret-Token")))
            self.arrived.notify_all()
        return self.answers.pop(0) if self.answers else web.Response()

    async def has(self, count: int) -> list[str]:
        async with asyncio.timeout(5), self.arrived:
            await self.arrived.wait_for(lambda: len(self.got) >= count)
        return [body["message"]["text"] for body, _ in self.got]


@pytest.fixture
async def listener() -> AsyncIterator[Listener]:
    listener = Listener()
    app = web.Application()
    app.router.add_post("/hook", listener.take)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    listener.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield listener
    await runner.cleanup()


async def test_webhook_delivers_what_waits_with_its_secret(bot: Bot, anna: Phone, listener: Listener) -> None:
    assert await bot.set_webhook(listener.url, secret_token="s3cret", max_connections=4)
    await anna.types("two")
    assert await listener.has(2) == ["/start", "two"]
    assert {secret for _, secret in listener.got} == {"s3cret"}
    info = await bot.get_webhook_info()
    assert (info.url, info.max_connections) == (listener.url, 4)
    with pytest.raises(TelegramConflictError, match="can't use getUpdates method while webhook is active"):
        await bot.get_updates()
    assert await bot.delete_webhook()
    await anna.types("three")
    assert [u.message.text for u in await bot.get_updates() if u.message][-1] == "three"


async def test_webhook_redelivers_in_order(bot: Bot, anna: Phone, driver: Driver, listener: Listener) -> None:
    listener.answers = [web.Response(status=500), web.Response(status=503)]
    await bot.set_webhook(listener.url)
    await anna.types("two")
    assert await listener.has(4) == ["/start", "/start", "/start", "two"]
    info = await bot.get_webhook_info()
    assert info.last_error_message == "Wrong response from the webhook: 503 Service Unavailable"


async def test_a_method_in_the_webhooks_reply_is_executed(bot: Bot, anna: Phone, listener: Listener) -> None:
    reply = {"method": "sendMessage", "chat_id": anna.id, "text": "from the reply"}
    listener.answers = [web.json_response(reply)]
    await bot.set_webhook(listener.url)
    await anna.waits_for("from the reply")


async def test_an_open_poll_ends_when_a_webhook_is_set(
    bot: Bot, sandbox: Sandbox, listener: Listener
) -> None:
    poll = asyncio.create_task(bot.get_updates(timeout=30))
    while sandbox.updates._poll is None:
        await asyncio.sleep(0)
    await bot.set_webhook(listener.url, drop_pending_updates=True)
    with pytest.raises(TelegramConflictError, match="terminated by setWebhook request"):
        await poll


@pytest.mark.parametrize(("url", "secret", "reason"), [
    ("https://192.0.2.1/x", "", "bad webhook: IP address 192.0.2.1 is reserved"),
    ("https://example.org/x", "", "bad webhook: Failed to resolve host: Name or service not known"),
    ("ftp://127.0.0.1/x", "", "bad webhook: An HTTPS URL must be provided for webhook"),
    ("http://[broken/x", "", "invalid webhook URL specified"),
    ("http://127.0.0.1/x", "é", "secret token contains unallowed characters"),
    ("http://127.0.0.1/x", "x" * 257, "secret token is too long"),
])  # fmt: skip
async def test_webhooks_are_refused(bot: Bot, url: str, secret: str, reason: str) -> None:
    with pytest.raises(TelegramBadRequest) as refused:
        await bot.set_webhook(url, secret_token=secret)
    assert refused.value.message == f"Bad Request: {reason}"


async def test_a_reply_may_be_multipart_as_aiogram_writes_it(
    bot: Bot, anna: Phone, listener: Listener
) -> None:
    writer = MultipartWriter("form-data")
    for name, value in {"method": "sendMessage", "chat_id": str(anna.id), "text": "in parts"}.items():
        writer.append(value).set_content_disposition("form-data", name=name)
    listener.answers = [web.Response(body=writer)]
    await bot.set_webhook(listener.url)
    await anna.waits_for("in parts")
