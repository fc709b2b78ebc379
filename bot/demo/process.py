"""The bot as its own process, as it runs for real, with the sandbox for Telegram."""

import asyncio
import contextlib
import os
import socket
import sys
from collections.abc import AsyncIterator, Callable
from pathlib import Path

from bot.sandbox import Sandbox

ROOT = Path(__file__).parents[2]
STOP_SECONDS = 15


class DemoFailed(Exception):
    """A part of the demo did not do what it should; the text says which, with its last words."""


def environment(sandbox: Sandbox, folder: Path, admin_chat: int) -> dict[str, str]:
    """What the bot is told; nothing of the caller's settings reaches it."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG", "SYSTEMROOT") if name in os.environ}
    return kept | {
        "PYTHONPATH": str(ROOT),
        "BOT_TOKEN": sandbox.token,
        "ADMIN_CHAT_ID": str(admin_chat),
        "DATABASE_URL": f"sqlite+aiosqlite:///{folder / 'demo.db'}",
        "TELEGRAM_API_URL": sandbox.base_url,
        "SANDBOX_CLOCK_URL": f"{sandbox.base_url}/sandbox/clock",
        "HTTP_PORT": str(port),
        "LOG_FORMAT": "json",
        "LOG_LEVEL": "INFO",
    }


async def command(values: dict[str, str], folder: Path, *arguments: str) -> str:
    """`python -m bot …` to its end; what it printed. Raises DemoFailed."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", *arguments,
        cwd=folder, env=values, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    out, err = await process.communicate()
    if process.returncode:
        raise DemoFailed(
            f"python -m bot {' '.join(arguments)} ended with {process.returncode}:\n{(out + err).decode()}"
        )
    return out.decode()


@contextlib.asynccontextmanager
async def running_bot(values: dict[str, str], folder: Path) -> AsyncIterator[None]:
    """`python -m bot run`, started on entry and stopped at the end."""
    with (folder / "bot.log").open("wb", buffering=0) as log:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", "run", cwd=folder, env=values, stderr=asyncio.subprocess.PIPE
        )  # fmt: skip
        started = asyncio.get_running_loop().create_future()
        reader = asyncio.create_task(_copy(process, log.write, started))
        try:
            if not await started:
                raise DemoFailed(f"the bot did not start:\n{(folder / 'bot.log').read_text()[-2000:]}")
            yield
        finally:
            with contextlib.suppress(ProcessLookupError):
                process.terminate()
            await _ended(process)
            await reader


async def _copy(
    process: asyncio.subprocess.Process, write: Callable[[bytes], int], started: "asyncio.Future[bool]"
) -> None:
    assert process.stderr is not None
    async for line in process.stderr:
        write(line)
        if b'"started"' in line and not started.done():
            started.set_result(True)
    if not started.done():
        started.set_result(False)


async def _ended(process: asyncio.subprocess.Process) -> None:
    try:
        await asyncio.wait_for(process.wait(), STOP_SECONDS)
    except TimeoutError:
        process.kill()
        await process.wait()
