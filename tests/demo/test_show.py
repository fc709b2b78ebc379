"""Serving the page: one address, another world after a reset, and an end without remains."""

from __future__ import annotations

import asyncio
import os
import signal
from typing import Any

import aiohttp
import pytest

from bot.demo import serve
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


async def test_the_page_is_for_this_machine_and_loads_nothing_from_elsewhere(quick: None) -> None:
    async with serving() as show, aiohttp.ClientSession() as session:
        for path in ("/", "/page/extras.json", "/stage/state", "/sandbox/world"):
            async with session.get(show.url + path, headers={"Host": "evil.example"}) as answer:
                assert answer.status == 403, path
        async with session.get(show.url) as answer:
            page, policy = await answer.text(), answer.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy and "unsafe" not in policy
        assert "http://" not in page and "https://" not in page
        async with session.get(f"{show.url}/page/extras.json") as answer:
            assert await answer.json() == ["/stage/stage.js"]
        for path in ("/page/../serving.py", "/page/%2e%2e/serving.py", "/page/none.js", "/stage/none.css"):
            async with session.get(aiohttp.client.URL(show.url + path, encoded=True)) as answer:
                assert answer.status == 404, path
