"""`python -m bot.sandbox --port N [--token T] [--limits]`: a local Bot API with its chat page until it is stopped."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import signal
from collections.abc import Sequence

from bot.sandbox.sandbox import DEFAULT_TOKEN
from bot.sandbox.server import running_sandbox


async def serve(port: int, token: str, limits: bool) -> None:
    """Listen, say where in one line, and go on until SIGINT or SIGTERM."""
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        with contextlib.suppress(NotImplementedError):
            loop.add_signal_handler(number, stopped.set)
    async with running_sandbox(port=port, token=token, limits=limits) as sandbox:
        print(f"sandbox listens, with its phones for a browser, on {sandbox.base_url}", flush=True)
        await stopped.wait()


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the command line and serve."""
    parser = argparse.ArgumentParser(prog="python -m bot.sandbox", description="A local Telegram Bot API.")
    parser.add_argument("--port", type=int, default=0, help="port on 127.0.0.1; 0 takes a free one")
    parser.add_argument("--token", default=DEFAULT_TOKEN, help="the one bot token to accept")
    parser.add_argument("--limits", action="store_true", help="enforce Telegram's rate limits")
    options = parser.parse_args(arguments)
    asyncio.run(serve(options.port, options.token, options.limits))


if __name__ == "__main__":
    main()
