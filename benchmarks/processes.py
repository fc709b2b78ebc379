"""Processes to measure: the bot as it runs for real, and stock bots, each with a webhook on a port of its own."""

import asyncio
import os
import signal
import socket
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

from benchmarks.bot_api import BotApi
from benchmarks.stores import Store
from benchmarks.updates import SECRET

ROOT = Path(__file__).parent.parent
TOKEN = "1:" + "benchmark" * 4
START_SECONDS = 60
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Process:
    """One that runs and takes taps on `port`."""

    pid: int
    port: int

    def cpu_seconds(self) -> float:
        """What it has used of the machine so far: unlike time, the same however busy the machine is."""
        fields = Path(f"/proc/{self.pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / TICKS

    def megabytes(self) -> float:
        """The memory it has in use."""
        status = Path(f"/proc/{self.pid}/status").read_text(encoding="ascii")
        line = next(line for line in status.splitlines() if line.startswith("VmRSS:"))
        return int(line.split()[1]) / 1024


class NotStarted(Exception):
    """A process ended, or took too long; with its last words."""


@asynccontextmanager
async def bot(store: Store, api: BotApi, admin_chat: int | None = None) -> AsyncIterator[Process]:
    """`python -m bot run` on this database, by webhook; with a group of admins where there is one."""
    port = free_port()
    group = {} if admin_chat is None else {"ADMIN_CHAT_ID": str(admin_chat)}
    settings = {
        "BOT_TOKEN": TOKEN,
        "TELEGRAM_API_URL": f"http://127.0.0.1:{api.port}",
        "DATABASE_URL": store.url,
        "HTTP_PORT": str(port),
        "WEBHOOK_URL": f"http://127.0.0.1:{port}/telegram",
        "WEBHOOK_SECRET": SECRET,
        "LOG_FORMAT": "json",
        **group,
    }
    async with _running(["bot", "run"], settings, port) as running:
        yield running


@asynccontextmanager
async def stock(kind: str, api: BotApi, store: Store | None = None) -> AsyncIterator[Process]:
    """`benchmarks.stock`: the usual aiogram bot."""
    port = free_port()
    arguments = [kind, "--port", str(port), "--api", f"http://127.0.0.1:{api.port}"]
    if store is not None:
        arguments += ["--database", store.url]
    async with _running(["benchmarks.stock", *arguments], {}, port) as running:
        yield running


async def together(stack: AsyncExitStack, *processes: AbstractAsyncContextManager[Process]) -> list[Process]:
    """Start them side by side; they end with the stack. When one does not start, the others are ended too."""
    async with asyncio.TaskGroup() as starting:
        started = [starting.create_task(stack.enter_async_context(process)) for process in processes]
    return [task.result() for task in started]


def free_port() -> int:
    """One that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@asynccontextmanager
async def _running(module: list[str], settings: Mapping[str, str], port: int) -> AsyncIterator[Process]:
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), **settings}
    with TemporaryFile() as log:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", *module, cwd=ROOT, env=environment, stdout=log, stderr=log
        )
        try:
            await _started(process, log)
            yield Process(process.pid, port)
            if process.returncode is not None:
                raise NotStarted(f"{module[0]} ended:\n{_last_words(log)}")
        finally:
            await _end(process)


async def _started(process: asyncio.subprocess.Process, log: IO[bytes]) -> None:
    """Its log says so."""
    for _ in range(START_SECONDS * 50):
        said = _read(log)
        if b'"started"' in said:
            return
        if process.returncode is not None:
            break
        await asyncio.sleep(0.02)
    raise NotStarted(_last_words(log))


async def _end(process: asyncio.subprocess.Process) -> None:
    if process.returncode is None:
        process.send_signal(signal.SIGKILL)
    await process.wait()


def _last_words(log: IO[bytes]) -> str:
    return _read(log)[-3000:].decode(errors="replace")


def _read(log: IO[bytes]) -> bytes:
    return os.pread(log.fileno(), 1 << 24, 0)
