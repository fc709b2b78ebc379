"""The bot as its own process, which can be killed and started again."""

from __future__ import annotations

import asyncio
import contextlib
import signal
import sys
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from bot.demo.process import DemoFailed

STOP_SECONDS = 15
LONGEST_LINE = 1 << 24
"""Bytes of a log line with a traceback in it, and more: a longer one would end the reading."""
State = Literal["starting", "running", "stopped"]


def _nobody() -> None: ...


class Keeper:
    """`python -m bot run` with these settings; `changed` is called at every change of `state`."""

    def __init__(self, values: dict[str, str], folder: Path, changed: Callable[[], None] = _nobody) -> None:
        self._values, self._folder, self._changed = values, folder, changed
        self._process: asyncio.subprocess.Process | None = None
        self._reader: asyncio.Task[None] | None = None
        self.state: State = "stopped"
        self.since = datetime.now(UTC)
        self.pid: int | None = None

    @property
    def log(self) -> Path:
        """What the bot has said."""
        return self._folder / "bot.log"

    async def start(self) -> None:
        """Start it if it does not run, and wait until it works. Raises DemoFailed if it never does."""
        if self.state != "stopped":
            return
        self._is("starting")  # before the first pause: who presses twice gets one bot
        try:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "bot", "run",
                cwd=self._folder, env=self._values, stderr=asyncio.subprocess.PIPE, limit=LONGEST_LINE,
            )  # fmt: skip
        except BaseException:
            self._is("stopped")
            raise
        self.pid = self._process.pid
        self._changed()
        works: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self._reader = asyncio.create_task(self._follow(self._process, works))
        if not await works:
            raise DemoFailed(f"the bot did not start:\n{self.log.read_text()[-2000:]}")

    async def kill(self) -> None:
        """As a crash or a power cut ends it: kill -9."""
        await self._end(signal.SIGKILL)

    async def stop(self) -> None:
        """As an operator stops it."""
        await self._end(signal.SIGTERM)

    async def _end(self, number: signal.Signals) -> None:
        process, reader = self._process, self._reader
        if process is None or reader is None:
            return
        with contextlib.suppress(ProcessLookupError):
            process.send_signal(number)
        try:
            await asyncio.wait_for(asyncio.shield(reader), STOP_SECONDS)
        except TimeoutError:
            process.kill()
            await reader

    async def _follow(self, process: asyncio.subprocess.Process, works: asyncio.Future[bool]) -> None:
        """Keep what it says until it ends."""
        assert process.stderr is not None
        with self.log.open("ab", buffering=0) as log:
            async for line in process.stderr:
                log.write(line)
                if b'"started"' in line and not works.done():
                    self._is("running")
                    works.set_result(True)
        await process.wait()
        self._process, self.pid = None, None
        self._is("stopped")
        if not works.done():
            works.set_result(False)

    def _is(self, state: State) -> None:
        self.state, self.since = state, datetime.now(UTC)
        self._changed()


@contextlib.asynccontextmanager
async def running_bot(values: dict[str, str], folder: Path) -> AsyncIterator[Keeper]:
    """A bot that was started on entry and is stopped at the end."""
    keeper = Keeper(values, folder)
    try:
        await keeper.start()
        yield keeper
    finally:
        await keeper.stop()
