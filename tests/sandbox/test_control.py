"""The clock and its followers, the journal, the stream, the loopback check, the standalone start."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import AsyncIterator

import aiohttp
import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest

from bot.sandbox import Driver, Phone, Sandbox


@pytest.fixture
async def http(sandbox: Sandbox) -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession(sandbox.base_url) as session:
        yield session


async def follow(http: aiohttp.ClientSession, seen: list[int], rounds: int) -> None:
    known = 0
    for _ in range(rounds):
        async with http.get("/sandbox/clock", params={"known": known}) as answer:
            known = (await answer.json())["offset_ms"]
        seen.append(known)


async def holding(sandbox: Sandbox, count: int) -> None:
    while sandbox.clock._holding < count:
        await asyncio.sleep(0)


async def test_a_push_waits_for_its_followers(
    sandbox: Sandbox, driver: Driver, http: aiohttp.ClientSession
) -> None:
    seen: list[list[int]] = [[], []]
    followers = [asyncio.create_task(follow(http, numbers, 3)) for numbers in seen]
    await holding(sandbox, 2)
    for hours in (1, 2):
        pushed = await driver.push(hours=1)
        assert (pushed["followers"], pushed["took"], pushed["offset_ms"]) == (2, 2, hours * 3_600_000)
        assert [numbers[-1] for numbers in seen] == [hours * 3_600_000] * 2
    for follower in followers:
        follower.cancel()


async def test_a_push_does_not_wait_for_ever(sandbox: Sandbox, http: aiohttp.ClientSession) -> None:
    follower = asyncio.create_task(follow(http, [], 1))
    await holding(sandbox, 1)
    async with http.post("/sandbox/clock", json={"push_ms": 1000, "patience": 0.05}) as answer:
        pushed = await answer.json()
    assert (pushed["followers"], pushed["took"]) == (1, 0)
    await follower


async def test_a_push_without_followers_and_backwards(driver: Driver, http: aiohttp.ClientSession) -> None:
    assert (await driver.push(minutes=5))["followers"] == 0
    async with http.post("/sandbox/clock", json={"push_ms": -1}) as answer:
        assert answer.status == 400
    async with http.get("/sandbox/clock", params={"known": 0}) as answer:
        assert (await answer.json())["offset_ms"] == 300_000


async def test_a_follower_that_hangs_up_is_none(
    sandbox: Sandbox, driver: Driver, http: aiohttp.ClientSession
) -> None:
    follower = asyncio.create_task(follow(http, [], 1))
    await holding(sandbox, 1)
    follower.cancel()
    while sandbox.clock._holding:
        await asyncio.sleep(0)
    assert (await driver.push(seconds=1))["followers"] == 0


async def test_messages_carry_sandbox_time(bot: Bot, anna: Phone, driver: Driver, sandbox: Sandbox) -> None:
    await driver.push(days=3)
    sent = await bot.send_message(anna.id, "x")
    assert abs(sent.date.timestamp() - sandbox.clock.timestamp()) < 5


async def test_the_journal(bot: Bot, anna: Phone, driver: Driver, sandbox: Sandbox) -> None:
    await bot.send_message(anna.id, "x")
    with pytest.raises(TelegramBadRequest):
        await bot.send_message(1, "x")
    accepted, refused = await driver.calls("sendmessage")
    assert (accepted["verdict"], accepted["params"]["text"]) == ("accepted", "x")
    assert (refused["verdict"], refused["description"]) == ("refused", "Bad Request: chat not found")
    assert await driver.calls(since=refused["serial"]) == []
    assert sandbox.token not in json.dumps(await driver.calls())


async def test_the_stream(bot: Bot, anna: Phone, http: aiohttp.ClientSession) -> None:
    async with http.get("/sandbox/stream", params={"since": 0}) as stream:
        await bot.send_message(anna.id, "streamed")
        async with asyncio.timeout(5):
            async for line in stream.content:
                if line.startswith(b"data: ") and "streamed" in line.decode():
                    break
    assert json.loads(line[6:])["chat_id"] == anna.id


@pytest.mark.parametrize("headers", [{"Host": "evil.example"}, {"Origin": "https://evil.example"}])
async def test_strangers_are_turned_away(http: aiohttp.ClientSession, headers: dict[str, str]) -> None:
    async with http.get("/sandbox/world", headers=headers) as answer:
        assert answer.status == 403
    async with http.get("/sandbox/world", headers={"Host": "localhost:1"}) as answer:
        assert answer.status == 200


@pytest.mark.parametrize(("name", "body", "status"), [
    ("unheard", {}, 404), ("start", {}, 400), ("start", {"person": 5}, 400), ("types", [], 400),
])  # fmt: skip
async def test_orders_that_make_no_sense(
    http: aiohttp.ClientSession, name: str, body: object, status: int
) -> None:
    async with http.post(f"/sandbox/do/{name}", json=body) as answer:
        assert answer.status == status
        assert (await answer.json())["error"]


async def test_driving_without_the_wire(bot: Bot, sandbox: Sandbox) -> None:
    async with Driver(sandbox) as driver:
        ben = await driver.person("Ben")
        await ben.start()
        await bot.send_message(ben.id, "hello")
        assert (await ben.waits_for("hello")).sender_id == bot.id
        with pytest.raises(TimeoutError, match="hello"):
            await ben.waits_for("never", timeout=0.01)


async def test_waiting_is_woken(bot: Bot, anna: Phone) -> None:
    waiting = asyncio.create_task(anna.waits_for(lambda m: m.text == "second"))
    sent = await bot.send_message(anna.id, "first")
    await bot.edit_message_text("second", chat_id=anna.id, message_id=sent.message_id)
    assert (await waiting).id == sent.message_id


async def test_json_and_query_arguments(http: aiohttp.ClientSession, anna: Phone, sandbox: Sandbox) -> None:
    markup = {"inline_keyboard": [[{"text": "A", "callback_data": "a"}]]}
    body = {"chat_id": anna.id, "text": "json", "reply_markup": markup}
    async with http.post(f"/bot{sandbox.token}/SendMessage", json=body) as answer:
        assert (await answer.json())["result"]["reply_markup"] == markup
    query = {"chat_id": str(anna.id), "text": "query"}
    async with http.get(f"/bot{sandbox.token}/sendmessage", params=query) as answer:
        assert (await answer.json())["result"]["text"] == "query"
    async with http.post(
        f"/bot{sandbox.token}/sendMessage", data=b"[", headers={"Content-Type": "application/json"}
    ) as answer:
        assert answer.status == 400


async def test_standalone() -> None:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot.sandbox", "--port", "0", "--token", "77:x", stdout=asyncio.subprocess.PIPE
    )
    assert process.stdout is not None
    line = (await process.stdout.readline()).decode()
    try:
        async with (
            aiohttp.ClientSession(line.split()[-1]) as session,
            session.get("/bot77:x/getMe") as answer,
        ):
            assert (await answer.json())["result"]["id"] == 77
    finally:
        process.terminate()
    assert await process.wait() == 0
