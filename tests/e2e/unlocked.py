"""The bot with the lock off: what its rush is held against, to see that it is the lock that keeps a seat single."""

import asyncio
import os
from functools import partial

import bot.app
import bot.cellar
from bot.logs import set_up
from bot.settings import read
from storage.database import Database
from storage.work import SharedWork
from tests.races.loose import unlocked_sqlite


def open_unlocked(url: str) -> Database:
    """Several connections to an SQLite file, which do not lock; PostgreSQL locks nothing unless it is asked to."""
    return unlocked_sqlite(url) if url.startswith("sqlite") else open_database(url)


open_database = bot.cellar.open_database

if __name__ == "__main__":
    set_up("INFO", "json")
    bot.cellar.open_database = open_unlocked
    bot.cellar.SharedWork = partial(SharedWork, locking=False, sharing=False)  # type: ignore[misc,assignment]
    asyncio.run(bot.app.run(read(os.environ), asyncio.Event()))
