"""The address where health and the webhook are served."""

import contextlib
import errno
from collections.abc import AsyncIterator

from aiohttp import web

from bot.settings import WrongSetting


@contextlib.asynccontextmanager
async def listening(app: web.Application, host: str, port: int) -> AsyncIterator[None]:
    """Serve on this address while the block runs. Raises WrongSetting."""
    runner = web.AppRunner(app, access_log=None, handle_signals=False)
    await runner.setup()
    try:
        await _bound(web.TCPSite(runner, host, port), host, port)
        yield
    finally:
        await runner.cleanup()


async def _bound(site: web.TCPSite, host: str, port: int) -> None:
    """Listen from here on. Raises WrongSetting when the address cannot be had."""
    try:
        await site.start()
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            what = f"HTTP_PORT {port} is in use on {host}: stop what uses it, or set another HTTP_PORT"
        else:
            what = f"HTTP_HOST {host} with HTTP_PORT {port} cannot be listened on: {error.strerror or 'no such host'}"
        raise WrongSetting(what) from None
