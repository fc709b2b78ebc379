"""The listening socket, which can be pulled for a while: connections are then refused, not reset."""

from __future__ import annotations

import asyncio

from aiohttp import web

ANSWER_FIRST = 0.02
"""Seconds left to the order that pulls the plug, so that its own answer still goes out."""


class Plug:
    """Listens on one port, which stays the same when it listens again."""

    def __init__(self, runner: web.AppRunner, host: str, port: int) -> None:
        self._runner = runner
        self._host = host
        self._port = port
        self._site: web.TCPSite | None = None
        self._out: asyncio.Task[None] | None = None

    async def insert(self) -> int:
        """Listen; returns the port."""
        self._site = web.TCPSite(self._runner, self._host, self._port, backlog=4096, reuse_address=True)
        await self._site.start()
        self._port = self._runner.addresses[0][1]
        return self._port

    def pull(self, seconds: float) -> None:
        """Soon close the socket and every connection; listen again after so many seconds."""
        if self._out is None or self._out.done():
            self._out = asyncio.get_running_loop().create_task(self._stay_out(seconds))

    async def _stay_out(self, seconds: float) -> None:
        await asyncio.sleep(ANSWER_FIRST)
        if self._site is not None:
            await self._site.stop()
        for connection in self._runner.server.connections if self._runner.server else ():
            connection.force_close()
            if connection.transport is not None:
                connection.transport.abort()
        await asyncio.sleep(seconds)
        await self.insert()

    def drop(self) -> None:
        """Forget a planned return."""
        if self._out is not None:
            self._out.cancel()
