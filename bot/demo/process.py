"""The bot's commands as processes of their own, as they run for real, with the sandbox for Telegram."""

import asyncio
import os
import socket
import sys
from pathlib import Path

from bot.sandbox import Sandbox

ROOT = Path(__file__).parents[2]


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
