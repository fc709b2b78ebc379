"""The clock that may be pushed from outside."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot import moment
from bot.moment import Now, follow
from bot.sandbox import Driver, Sandbox


@contextlib.asynccontextmanager
async def following(now: Now, url: str) -> AsyncIterator[asyncio.Event]:
    moved = asyncio.Event()
    task = asyncio.create_task(follow(now, url, moved.set))
    try:
        yield moved
    finally:
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task


def test_now_is_the_time_moved_by_the_offset() -> None:
    now = Now()
    assert abs(now() - datetime.now(UTC)) < timedelta(seconds=1)
    now.offset = timedelta(hours=3)
    assert timedelta(hours=2, minutes=59) < now() - datetime.now(UTC) <= timedelta(hours=3)


async def test_a_push_returns_when_it_is_in_force_here(sandbox: Sandbox, driver: Driver) -> None:
    now = Now()
    async with following(now, f"{sandbox.base_url}/sandbox/clock") as moved:
        while not sandbox.clock.followers():
            await asyncio.sleep(0)
        for hours in (1, 2, 30):
            moved.clear()
            before = now.offset
            pushed = await driver.push(hours=hours)
            assert now.offset - before == timedelta(hours=hours) and pushed["took"] == 1
            assert moved.is_set()


async def test_it_goes_on_whatever_is_answered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(moment, "AGAIN_SECONDS", 0.01)
    answers = [
        web.Response(status=500, text="<html>"),
        web.Response(text="no JSON", content_type="application/json"),
        web.json_response({"error": "the sandbox answers this machine only"}, status=403),
        web.json_response([1]),
        web.json_response({"offset_ms": None}),
        web.json_response({"offset_ms": 5000}),
    ]

    async def answer(_: web.Request) -> web.StreamResponse:
        if answers:
            return answers.pop(0)
        await asyncio.sleep(60)
        return web.Response()

    app = web.Application()
    app.router.add_get("/", answer)
    now = Now()
    async with TestServer(app) as server, following(now, str(server.make_url("/"))) as moved:
        await asyncio.wait_for(moved.wait(), 10)
        assert now.offset == timedelta(seconds=5)
