"""The house at work: updates come in, the post goes out, the clock runs; and in the end all of it stops in order."""

import asyncio
import contextlib
from functools import partial
from urllib.parse import urlsplit

import structlog
from aiohttp import web

from bot import collector
from bot.commands import register
from bot.ending import unless
from bot.health import add_health
from bot.house import House
from bot.listening import listening
from bot.moment import follow
from bot.polling import ALLOWED, poll
from bot.start import asked
from bot.telegram import ready
from bot.webhook import LARGEST, PATH, Webhook
from storage.wakeups import listen

log = structlog.get_logger()

STOP_SECONDS = 10
LISTEN_SECONDS = 5


async def open_http(house: House, stack: contextlib.AsyncExitStack) -> None:
    """Health, and the webhook if there is one, as long as the stack lasts."""
    settings = house.settings
    app = web.Application(client_max_size=LARGEST)
    add_health(app, house.ready)
    if settings.webhook_url:
        takes = (house.intake.take, house.intake.take_tap, house.presence.ready)
        webhook = Webhook(house.bot, *takes, settings.webhook_secret)
        for path in {PATH, urlsplit(settings.webhook_url).path or PATH}:  # a proxy may have changed it
            app.router.add_post(path, webhook.__call__)  # a coroutine function, which an object is not
    await stack.enter_async_context(listening(app, settings.http_host, settings.http_port))


async def serve(house: House, stopping: asyncio.Event) -> None:
    """Until `stopping`; then everything is put down within seconds."""
    settings = house.settings
    await house.outbox.recover()
    await house.runs.recover()
    background: list[asyncio.Task[None]] = []
    if not house.database.is_sqlite:
        background.append(await _hears_others(house))
    background.append(asyncio.create_task(house.postman.run(), name="postman"))
    if settings.sandbox_clock_url:
        following = follow(house.now, settings.sandbox_clock_url, house.moved)
        background.append(asyncio.create_task(following, name="follow-clock"))
    house.clock.start()
    await register(house.bot, house.texts, house.group.chat_id, house.group.language)
    if house.group.chat_id is not None:
        await house.rights.remember(house.group.chat_id)
    ready()
    collector.settle()
    log.info("started", mode="webhook" if settings.webhook_url else "polling", http_port=settings.http_port)
    try:
        if settings.webhook_url:
            await _receive(house, stopping)
        else:
            await poll(house.bot, house.intake.take, stopping, house.unreadable, house.presence)
    finally:
        await _stop(house, background)


async def _hears_others(house: House) -> asyncio.Task[None]:
    """Waits a while until it listens: from then on a replica that starts leaves our letters alone."""
    listens = asyncio.Event()

    def woken() -> None:
        listens.set()
        house.told()

    task = asyncio.create_task(listen(house.settings.database_url, woken), name="listen")
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(listens.wait(), LISTEN_SECONDS)
    return task


async def _receive(house: House, stopping: asyncio.Event) -> None:
    settings = house.settings
    set_webhook = partial(
        house.bot.set_webhook,
        settings.webhook_url,
        secret_token=settings.webhook_secret,
        allowed_updates=ALLOWED,
        max_connections=100,
    )
    await unless(stopping, asked(set_webhook))
    await stopping.wait()


async def _stop(house: House, background: list[asyncio.Task[None]]) -> None:
    log.info("stopping")
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(STOP_SECONDS):
            await asyncio.gather(house.clock.stop(), house.answers.close())
            await house.postman.stop()
            await house.work.close()
    for task in background:
        task.cancel()
    await asyncio.gather(*background, return_exceptions=True)
