"""The bot as its own process against a local Bot API server, as it runs for real."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import signal
import socket
import sys
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import create_async_engine

from bot.importing import import_file
from bot.sandbox.sandbox import Sandbox
from bot.settings import read
from storage.database import open_database
from storage.doctor import report

ROOT = Path(__file__).parents[2]
START_SECONDS = 60


def free_port() -> int:
    """A port nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class BotProcess:
    """`python -m bot run`, and the commands beside it."""

    environment: dict[str, str]
    module: tuple[str, ...] = ("bot", "run")
    process: asyncio.subprocess.Process | None = None
    log: list[str] = field(default_factory=list)
    _reader: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Start and wait until it says so."""
        self.process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", *self.module,
            cwd=ROOT, env=self.environment, stderr=asyncio.subprocess.PIPE,
        )  # fmt: skip
        started = asyncio.Event()
        self._reader = asyncio.create_task(self._read(started))
        done = asyncio.create_task(self.process.wait())
        begun = asyncio.create_task(started.wait())
        await asyncio.wait({done, begun}, timeout=START_SECONDS, return_when=asyncio.FIRST_COMPLETED)
        done.cancel()
        begun.cancel()
        if not started.is_set():
            raise AssertionError("the bot did not start:\n" + "\n".join(self.log[-30:]))

    async def _read(self, started: asyncio.Event) -> None:
        assert self.process is not None
        assert self.process.stderr is not None
        async for line in self.process.stderr:
            self.log.append(line.decode(errors="replace").rstrip())
            if '"started"' in self.log[-1]:
                started.set()

    async def kill(self) -> None:
        """kill -9."""
        await self._end(signal.SIGKILL)

    async def stop(self) -> int:
        """As an operator stops it; its exit code."""
        return await self._end(signal.SIGTERM)

    async def _end(self, number: signal.Signals) -> int:
        if self.process is None:
            return 0
        with contextlib.suppress(ProcessLookupError):
            self.process.send_signal(number)
        code = await self.process.wait()
        if self._reader is not None:
            await self._reader
        self.process = None
        return code

    async def command(self, *arguments: str) -> tuple[int, str]:
        """`python -m bot …` beside it: exit code and standard output."""
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", *arguments,
            cwd=ROOT, env=self.environment, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
        )  # fmt: skip
        out, err = await process.communicate()
        return process.returncode or 0, (out or err).decode()


def environment(
    sandbox: Sandbox, database_url: str, mode: str, admin_chat: int | None = None
) -> dict[str, str]:
    """Settings of a bot that talks to this sandbox, by polling or webhook."""
    port = free_port()
    values = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(ROOT),
        **{name: os.environ[name] for name in ("PYTHONPYCACHEPREFIX",) if name in os.environ},
        "BOT_TOKEN": sandbox.token,
        "TELEGRAM_API_URL": sandbox.base_url,
        "SANDBOX_CLOCK_URL": f"{sandbox.base_url}/sandbox/clock",
        "DATABASE_URL": database_url,
        "HTTP_PORT": str(port),
        "LOG_FORMAT": "json",
    }
    if admin_chat is not None:
        values["ADMIN_CHAT_ID"] = str(admin_chat)
    if mode == "webhook":
        values |= {
            "WEBHOOK_URL": f"http://127.0.0.1:{port}/telegram",
            "WEBHOOK_SECRET": "a-secret-of-tests-0123",
        }
    return values


@contextlib.asynccontextmanager
async def running_bot(values: dict[str, str]) -> AsyncIterator[BotProcess]:
    """Started on entry, stopped at the end whatever happens."""
    process = BotProcess(values)
    try:
        await process.start()
        yield process
    finally:
        await process.kill()


def catalogue(folder: Path, *, capacity: int = 1, mode: str = "offer", days: int = 5, **offer: Any) -> Path:
    """A studio with one service and one event, `yoga-1`, some days from now at 18:00."""
    day = (datetime.now(UTC) + timedelta(days=days)).date()
    document = {
        "account": {"name": "Studio Nova", "timezone": "Europe/Budapest", "tier": "enterprise"},
        "services": [
            {
                "code": "yoga",
                "kind": "group",
                "name": {"en": "Yoga for beginners", "hu": "Jóga kezdőknek", "de": "Yoga für Anfänger"},
                "mode": mode,
                "offer": offer or {"validity": "2h"},
                "events": [
                    {
                        "code": "yoga-1",
                        "starts_at": f"{day}T18:00",
                        "minutes": 60,
                        "capacity": capacity,
                        "location": "Studio A",
                    }
                ],
            }
        ],
    }
    path = folder / "catalogue.json"
    path.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
    return path


async def rows(database_url: str, statement: str) -> list[tuple[Any, ...]]:
    """What a statement finds in the bot's database, from outside."""
    engine = create_async_engine(database_url)
    try:
        async with engine.connect() as connection:
            return [tuple(row) for row in await connection.execute(sa.text(statement))]
    finally:
        await engine.dispose()


async def imported(database_url: str, file: Path) -> None:
    """Read a catalogue into the database."""
    done = await import_file(read({"DATABASE_URL": database_url}), file, dry_run=False)
    assert not done["problems"], done


async def healthy(database_url: str) -> None:
    """The doctor finds nothing wrong."""
    database = open_database(database_url)
    try:
        found = await report(database, datetime.now(UTC))
    finally:
        await database.close()
    assert not found["problems"], found
