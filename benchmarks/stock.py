"""The bots that everything over HTTP is measured against: aiogram as its own examples have it.

`python -m benchmarks.stock empty|orm|send`: a handler that does nothing; one that books by SQLAlchemy's ORM, a
transaction a tap; one that sends a message and says in its answer how long that took.
"""

import argparse
import asyncio
import time
from typing import Any

from aiogram import Bot, Dispatcher, F, Router
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.methods import AnswerCallbackQuery
from aiogram.types import CallbackQuery
from aiogram.webhook.aiohttp_server import SimpleRequestHandler, setup_application
from aiohttp import web

from benchmarks import orm
from benchmarks.processes import TOKEN
from benchmarks.updates import SECRET
from storage.database import open_database


def empty() -> Router:
    """One handler for everything, which returns at once."""
    router = Router()

    @router.callback_query()
    async def nothing(_: CallbackQuery) -> None:
        return None

    return router


def send() -> Router:
    """One handler, which sends a message."""
    router = Router()

    @router.callback_query()
    async def sends(query: CallbackQuery, bot: Bot) -> AnswerCallbackQuery:
        start = time.perf_counter()
        await bot.send_message(query.from_user.id, "A seat is free: answer by 18:00.")
        return query.answer(f"took {time.perf_counter() - start:.9f} s")

    return router


def booking(sessions: orm.Sessions) -> Router:
    """Five handlers with a filter each; the one that books is in the middle."""
    router = Router()

    async def other(_: CallbackQuery) -> None:
        raise AssertionError("nobody taps this")

    async def book(query: CallbackQuery) -> AnswerCallbackQuery:
        event_id = int((query.data or "").split(":")[2])
        async with sessions() as session, session.begin():
            await orm.place(session, await orm.person(session, query.from_user.id), event_id)
        return query.answer("Booked!")

    handlers: dict[str, Any] = {"home": other, "event": other, "book": book, "join": other, "my": other}
    for name, handler in handlers.items():
        router.callback_query.register(handler, F.data.startswith(f"1:{name}:"))
    return router


def router(kind: str, database: str) -> Router:
    """By the name on the command line."""
    if kind == "orm":
        return booking(orm.sessions(open_database(database)))
    return send() if kind == "send" else empty()


async def serve(chosen: argparse.Namespace) -> None:
    """Until killed."""
    bot = Bot(TOKEN, session=AiohttpSession(api=TelegramAPIServer.from_base(chosen.api)))
    dispatcher = Dispatcher()
    dispatcher.include_router(router(chosen.kind, chosen.database))
    app = web.Application()
    # Answered when handled, as for a bot that must not lose an update.
    handler = SimpleRequestHandler(dispatcher, bot, handle_in_background=False, secret_token=SECRET)
    handler.register(app, "/telegram")
    setup_application(app, dispatcher, bot=bot)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", chosen.port).start()
    print('"started"', flush=True)
    await asyncio.Event().wait()


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kind", choices=("empty", "orm", "send"))
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--api", required=True)
    parser.add_argument("--database", default="")
    asyncio.run(serve(parser.parse_args()))


if __name__ == "__main__":
    main()
