"""Replicas wake each other through PostgreSQL, and listen again when their connection is lost."""

from __future__ import annotations

import asyncio
from typing import Any

import asyncpg
import pytest

from storage import wakeups
from tests.postgres import Databases


async def test_a_lost_connection_is_made_again(postgres: Databases, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wakeups, "AGAIN_SECONDS", 0.01)
    monkeypatch.setattr(wakeups, "LOOK_SECONDS", 0.01)
    connect, woken = asyncpg.connect, asyncio.Event()
    connections: list[Any] = []

    async def watched(*args: Any, **options: Any) -> Any:
        if len(connections) == 1:
            connections.append(None)
            raise ConnectionRefusedError("not yet")
        connections.append(await connect(*args, **options))
        return connections[-1]

    with postgres.fresh() as url:
        monkeypatch.setattr(asyncpg, "connect", watched)
        listening = asyncio.create_task(wakeups.listen(url, woken.set))
        async with asyncio.timeout(10):
            await woken.wait()  # at the beginning, for what was said while nobody listened
            woken.clear()
            connections[0].terminate()
            await woken.wait()
            assert len(connections) == 3
            woken.clear()
            other = await connect(url.replace("+asyncpg", ""))
            await other.execute(str(wakeups.NOTIFY))
            await other.close()
            await woken.wait()
        listening.cancel()
        await asyncio.gather(listening, return_exceptions=True)


async def test_a_connection_that_answers_no_more_is_made_again(
    postgres: Databases, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Half open: nothing is refused, nothing is closed, and nothing comes back."""
    monkeypatch.setattr(wakeups, "AGAIN_SECONDS", 0.01)
    monkeypatch.setattr(wakeups, "LOOK_SECONDS", 0.01)
    monkeypatch.setattr(wakeups, "ANSWER_SECONDS", 0.05)
    connect, woken = asyncpg.connect, asyncio.Event()
    connections: list[Any] = []

    async def watched(*args: Any, **options: Any) -> Any:
        connections.append(await connect(*args, **options))
        return connections[-1]

    with postgres.fresh() as url:
        monkeypatch.setattr(asyncpg, "connect", watched)
        listening = asyncio.create_task(wakeups.listen(url, woken.set))
        async with asyncio.timeout(10):
            await woken.wait()
            woken.clear()
            connections[0]._transport.pause_reading()
            await woken.wait()
            assert len(connections) > 1 and connections[0].is_closed()
            assert not listening.done()
        listening.cancel()
        await asyncio.gather(listening, return_exceptions=True)


async def test_it_ends_for_nothing_but_a_cancellation(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wakeups, "AGAIN_SECONDS", 0)
    tries, enough = [0], asyncio.Event()

    class Broken:
        def terminate(self) -> None:
            return None

        async def add_listener(self, *_: object) -> None:
            raise RuntimeError("whatever it may be")

    async def odd(*_: object, **__: object) -> Broken:
        tries[0] += 1
        if tries[0] == 5:
            enough.set()
        if tries[0] % 2:
            raise ValueError("whatever it may be")
        return Broken()

    monkeypatch.setattr(asyncpg, "connect", odd)
    listening = asyncio.create_task(wakeups.listen("postgresql://x/x", lambda: None))
    async with asyncio.timeout(5):
        await enough.wait()
    assert not listening.done()
    listening.cancel()
    await asyncio.gather(listening, return_exceptions=True)
