"""Delivery of updates to the bot's own server, as Telegram does it.

One update of a chat at a time and in order; chats side by side up to `max_connections`; whatever is not
answered with 2xx comes again after a growing pause. The body of the answer may hold a method to execute.
"""

from __future__ import annotations

import asyncio
import json
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

import aiohttp

from bot.sandbox.arguments import Arguments
from bot.sandbox.clock import SandboxClock
from bot.sandbox.updates import Update, Updates
from bot.sandbox.webhook_reply import read_reply

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
LONGEST_DELAY = 60.0
PATIENCE = 60.0

Execute = Callable[[str, Arguments], Awaitable[Any]]


@dataclass(frozen=True, slots=True)
class Address:
    """Where to deliver, as the bot asked for it."""

    url: str
    secret: str
    max_connections: int


class Webhook:
    """Holds the deliveries under way; silent while no address is set."""

    def __init__(self, updates: Updates, clock: SandboxClock, delay: float) -> None:
        self.address: Address | None = None
        self.execute: Execute | None = None
        self.last_error: tuple[int, str] | None = None
        self._updates = updates
        self._clock = clock
        self._delay = delay
        self._lines: dict[int, deque[Update]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._slots = asyncio.Semaphore(1)
        self._session: aiohttp.ClientSession | None = None

    async def set(self, address: Address) -> None:
        """Deliver to this address from now on, beginning with what waits."""
        await self.remove()
        self.address = address
        self.last_error = None
        self._slots = asyncio.Semaphore(address.max_connections)
        timeout = aiohttp.ClientTimeout(total=PATIENCE)
        self._session = aiohttp.ClientSession(timeout=timeout, connector=aiohttp.TCPConnector(limit=0))
        self._updates.on_new = self._line_up
        for update in self._updates.pending():
            self._line_up(update)

    async def remove(self) -> None:
        """Stop delivering; what was not taken stays in the queue."""
        self.address = None
        self._updates.on_new = None
        self._lines.clear()
        tasks, self._tasks = self._tasks, set()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        if self._session is not None:
            await self._session.close()
            self._session = None

    def _line_up(self, update: Update) -> None:
        line = self._lines.get(update.line)
        if line is not None:
            line.append(update)
            return
        self._lines[update.line] = deque([update])
        task = asyncio.get_running_loop().create_task(self._work_off(update.line))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _work_off(self, name: int) -> None:
        line = self._lines[name]
        while line:
            await self._deliver(line[0])
            self._updates.done(line.popleft())
        if self._lines.get(name) is line:
            del self._lines[name]

    async def _deliver(self, update: Update) -> None:
        delay = self._delay
        failures = 0
        while (error := await self._offer(update)) is not None:
            reason, retry_after = error
            self.last_error = (int(self._clock.timestamp()), reason)
            if retry_after:
                await asyncio.sleep(retry_after)
            elif failures:
                delay = min(delay * 2, LONGEST_DELAY)
                await asyncio.sleep(delay)
            failures += 1

    async def _offer(self, update: Update) -> tuple[str, float] | None:
        """One attempt; None when it was taken, otherwise why not and the pause the bot asked for."""
        assert self.address is not None
        assert self._session is not None
        headers = {"Content-Type": "application/json"}
        if self.address.secret:
            headers[SECRET_HEADER] = self.address.secret
        body = json.dumps(update.body, ensure_ascii=False).encode()
        async with self._slots:
            try:
                async with self._session.post(
                    self.address.url, data=body, headers=headers, allow_redirects=False
                ) as answer:
                    reply = await read_reply(answer)
            except (aiohttp.ClientError, TimeoutError) as error:
                return f"Connection failed: {type(error).__name__}", 0.0
        if not 200 <= answer.status <= 299:
            pause = answer.headers.get("Retry-After", "")
            reason = f"Wrong response from the webhook: {answer.status} {answer.reason}"
            return reason, float(pause) if pause.isdecimal() else 0.0
        if reply and self.execute is not None:
            await self.execute(reply.method, reply.call)
        return None
