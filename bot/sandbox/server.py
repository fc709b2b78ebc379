"""The sandbox as a running server."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import web

from bot.sandbox.arguments import Arguments
from bot.sandbox.bot_api import BotApi
from bot.sandbox.control import Control
from bot.sandbox.performing import perform
from bot.sandbox.plug import Plug
from bot.sandbox.sandbox import DEFAULT_TOKEN, Options, Sandbox
from bot.sandbox.serving import Page

LARGEST_BODY = 64 << 20
HOST = "127.0.0.1"


def application(sandbox: Sandbox, extras: Sequence[str] = ()) -> web.Application:
    """The Bot API, the control endpoints and the chat page in one application; more may be added to it.

    `extras` are addresses of modules that the page loads besides its own.
    """
    app = web.Application(client_max_size=LARGEST_BODY)
    BotApi(sandbox).add_to(app)
    Control(sandbox).add_to(app)
    Page(sandbox, extras).add_to(app)
    return app


@asynccontextmanager
async def running_sandbox(
    port: int = 0, token: str = DEFAULT_TOKEN, host: str = HOST, **options: Any
) -> AsyncIterator[Sandbox]:
    """A sandbox that listens while the block runs; `sandbox.base_url` says where (port 0: any free one).

    `options` are the other fields of `Options`.
    """
    sandbox = Sandbox(Options(token=token, **options))
    async with listening(sandbox, application(sandbox), port, host):
        yield sandbox


@asynccontextmanager
async def listening(
    sandbox: Sandbox, app: web.Application, port: int, host: str = HOST
) -> AsyncIterator[None]:
    """Serve this application for this sandbox while the block runs."""

    async def execute(method: str, call: Arguments) -> Any:
        return await perform(sandbox, method, call)

    sandbox.webhook.execute = execute
    # A handler must end with its caller: an abandoned long poll would otherwise swallow a follower or a poll.
    runner = web.AppRunner(app, access_log=None, handler_cancellation=True, shutdown_timeout=0.1)
    await runner.setup()
    plug = Plug(runner, host, port)
    try:
        sandbox.base_url = f"http://{host}:{await plug.insert()}"
        sandbox.unplug = plug.pull
        yield
    finally:
        plug.drop()
        await sandbox.webhook.remove()
        await runner.cleanup()
