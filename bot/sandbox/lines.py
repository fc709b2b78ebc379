"""How a Driver reaches its sandbox: over HTTP, or directly when both live in one process."""

from __future__ import annotations

from typing import Protocol, cast

import aiohttp

from bot.sandbox.orders import carry_out
from bot.sandbox.refusals import Json
from bot.sandbox.sandbox import Sandbox


class DriverError(Exception):
    """The sandbox did not understand an order."""


class Line(Protocol):
    """A way to give orders."""

    async def do(self, order: str, fields: Json) -> Json:
        """Carry out an order of `bot.sandbox.orders`. Raises DriverError."""

    async def push(self, milliseconds: int) -> Json:
        """Push the clock."""

    async def calls(self, since: int) -> list[Json]:
        """The journal after `since`."""

    async def close(self) -> None:
        """Let go of connections."""


class HttpLine:
    """Orders to a sandbox in another process."""

    def __init__(self, base_url: str) -> None:
        self._base_url = base_url.rstrip("/")
        self._session: aiohttp.ClientSession | None = None

    async def do(self, order: str, fields: Json) -> Json:
        return await self._ask("POST", f"/sandbox/do/{order}", fields)

    async def push(self, milliseconds: int) -> Json:
        return await self._ask("POST", "/sandbox/clock", {"push_ms": milliseconds})

    async def calls(self, since: int) -> list[Json]:
        answer = await self._ask("GET", f"/sandbox/journal?since={since}", None)
        return cast(list[Json], answer["calls"])

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def _ask(self, method: str, path: str, body: Json | None) -> Json:
        if self._session is None:
            connector = aiohttp.TCPConnector(limit=0)
            self._session = aiohttp.ClientSession(
                connector=connector, timeout=aiohttp.ClientTimeout(total=60)
            )
        async with self._session.request(method, self._base_url + path, json=body) as answer:
            document: Json = await answer.json()
        if answer.status != 200:
            raise DriverError(str(document.get("error", document)))
        return document


class DirectLine:
    """Orders to a sandbox in this process: the same table, without the wire."""

    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox

    async def do(self, order: str, fields: Json) -> Json:
        try:
            return await carry_out(self._sandbox, order, fields)
        except (LookupError, ValueError, TypeError) as error:
            raise DriverError(str(error)) from error

    async def push(self, milliseconds: int) -> Json:
        return await self._sandbox.push(milliseconds)

    async def calls(self, since: int) -> list[Json]:
        return self._sandbox.journal.since(since)

    async def close(self) -> None:
        return None
