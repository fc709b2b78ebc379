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
