"""Serving the page: one address, another world after a reset, and an end without remains."""

from __future__ import annotations

import asyncio
import os
import signal
from typing import Any

import aiohttp
import pytest
from yarl import URL

from bot.demo import serve
from bot.demo.orders import ORDERS
from bot.demo.process import DemoFailed
from bot.demo.show import serving
from bot.demo.stage import Stage


async def _nothing(stage: Stage) -> None:
    stage.ready = True


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a bot and without guests."""
    monkeypatch.setattr(Stage, "set_up", _nothing)


async def _world(session: aiohttp.ClientSession, url: str) -> str:
    async with asyncio.timeout(20):
        while True:
            try:
                async with session.get(f"{url}/sandbox/world") as answer:
                    return str((await answer.json())["id"])
            except aiohttp.ClientError:
                await asyncio.sleep(0.02)


async def _address(capsys: pytest.CaptureFixture[str]) -> str:
    async with asyncio.timeout(20):
        while not (said := capsys.readouterr().out):
            await asyncio.sleep(0.01)
    return next(word for word in said.split() if word.startswith("http://127.0.0.1:"))


async def test_a_reset_is_another_world_at_the_same_address(
    quick: None, capsys: pytest.CaptureFixture[str]
) -> None:
    serving = asyncio.create_task(serve())
    url = await _address(capsys)
    async with aiohttp.ClientSession() as session:
        first = await _world(session, url)
        async with session.post(f"{url}/stage/do/reset", json={}) as answer:
            assert answer.status == 200
        async with asyncio.timeout(20):
            while await _world(session, url) == first:
                await asyncio.sleep(0.02)
    os.kill(os.getpid(), signal.SIGTERM)
    assert await asyncio.wait_for(serving, 20) == 0
    assert capsys.readouterr().out == "", "the address is said once"


async def test_what_cannot_be_set_up_is_said(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    async def fails(_: Stage) -> None:
        raise DemoFailed("no room on this disk")

    monkeypatch.setattr(Stage, "set_up", fails)
    assert await asyncio.wait_for(serve(), 20) == 1
    assert "no room on this disk" in capsys.readouterr().out


async def test_orders_wait_for_the_set_up(monkeypatch: pytest.MonkeyPatch) -> None:
    async def never(_: Stage) -> None:
        await asyncio.Event().wait()

    monkeypatch.setattr(Stage, "set_up", never)
    async with serving() as show, aiohttp.ClientSession() as session:
        for order in ("crash", "start", "crowd"):
            async with session.post(f"{show.url}/stage/do/{order}", json={}) as answer:
                assert answer.status == 400 and "still being set up" in (await answer.json())["error"]
        async with session.get(f"{show.url}/stage/crowd") as answer:
            assert answer.status == 400 and "no crowd" in (await answer.json())["error"]
        async with session.get(f"{show.url}/stage/state") as answer:
            state: dict[str, Any] = await answer.json()
        assert (state["ready"], state["events"], state["bot"]["state"]) == (False, [], "stopped")


ADDRESSES = (
    "/", "/page/extras.json", "/page/main.js", "/stage/stage.js", "/stage/state", "/stage/crowd", "/sandbox/world",
    "/sandbox/stream", "/sandbox/file/1",
)  # fmt: skip
STRANGERS = (
    {"Host": "evil.example"},
    {"Origin": "http://evil.example"},
    {"Origin": "null"},
    {"Origin": "file://"},
)


async def test_the_page_is_for_this_machine_only(quick: None) -> None:
    async with serving() as show, aiohttp.ClientSession() as session:
        for headers in STRANGERS:
            for path in ADDRESSES:
                async with session.get(show.url + path, headers=headers) as answer:
                    assert answer.status == 403, (path, headers)
            for path in (*(f"/stage/do/{order}" for order in ORDERS), "/sandbox/do/person", "/sandbox/clock"):
                async with session.post(show.url + path, json={}, headers=headers) as answer:
                    assert answer.status == 403, (path, headers)


async def test_no_page_speaks_as_the_bot(quick: None) -> None:
    """Not even one of this machine: the token is in our own source."""
    async with serving() as show, aiohttp.ClientSession() as session:
        api = f"{show.url}/bot{show.stage.sandbox.token}/getMe"
        async with session.get(api) as answer:
            assert answer.status == 200
        for headers in ({"Origin": show.url}, {"Sec-Fetch-Mode": "no-cors"}):
            async with session.post(api, headers=headers) as answer:
                assert answer.status == 401, headers


async def test_the_page_loads_nothing_from_elsewhere(quick: None) -> None:
    async with serving() as show, aiohttp.ClientSession() as session:
        async with session.get(show.url) as answer:
            page, policy = await answer.text(), answer.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy and "unsafe" not in policy
        assert "http://" not in page and "https://" not in page
        async with session.get(f"{show.url}/page/extras.json") as answer:
            assert await answer.json() == ["/stage/stage.js"]
        for path in ("/page/../serving.py", "/page/%2e%2e/serving.py", "/page/none.js", "/stage/none.css"):
            async with session.get(URL(show.url + path, encoded=True)) as answer:
                assert answer.status == 404, path
