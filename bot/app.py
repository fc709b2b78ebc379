"""The bot from its start to its end."""

import asyncio
import contextlib

import structlog

from bot.ending import unless
from bot.furnish import furnish
from bot.house import House
from bot.moment import Now, catch_up
from bot.serve import open_http, serve
from bot.settings import Settings
from engine.ports import Unavailable
from engine.refusals import Busy

log = structlog.get_logger()


async def run(settings: Settings, stopping: asyncio.Event) -> None:
    """Run until `stopping`, then stop within seconds and lose nothing. Raises WrongSetting."""
    house = await unless(stopping, furnish(settings, Now()))
    if house is None:
        return
    async with contextlib.AsyncExitStack() as stack:
        stack.push_async_callback(_close, house)
        await unless(stopping, _come_back(house))
        await open_http(house, stack)
        await serve(house, stopping)


async def _come_back(house: House) -> None:
    """Before anything is served or runs out: what is owed to people for the time in which nobody was here."""
    if house.settings.sandbox_clock_url:
        await catch_up(house.now, house.settings.sandbox_clock_url)
    try:
        await house.presence.check()
    except (Unavailable, Busy) as error:
        log.warning("not-looked-back", why=type(error).__name__)  # the clock will


async def _close(house: House) -> None:
    await house.bot.session.close()
    await house.database.close()
