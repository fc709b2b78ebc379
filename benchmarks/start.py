"""`start`: from nothing to a bot that takes taps, on a database that is there already; and quick commands, which have
no need of aiogram. Against the bare import of aiogram in a process of its own."""

import asyncio
import os
import sys
import time
from collections.abc import Mapping
from tempfile import TemporaryDirectory

from benchmarks import processes
from benchmarks.bot_api import BotApi, running_bot_api
from benchmarks.figures import Row, at_most, row
from benchmarks.options import Options
from benchmarks.processes import ROOT
from benchmarks.rounds import Contender, alternate
from benchmarks.stores import Store, Stores

IMPORT = "the bare import of aiogram"
READY, HELP, DOCTOR = "until the bot is ready", "--help", "doctor"
MEMORY = "memory of the bot when it is ready"


async def run(stores: Stores, kind: str, options: Options) -> list[Row]:
    """The bot, two quick commands, and a process that imports aiogram and ends."""
    store = await stores.new(kind)
    async with running_bot_api() as api:
        found = await alternate(
            options.rounds,
            [
                _ready(store, api),
                _ended(IMPORT, store, "-c", "import aiogram"),
                _ended(HELP, store, "-m", "bot", "--help"),
                _ended(DOCTOR, store, "-m", "bot", "doctor"),
            ],
        )
    return [
        row(found, READY, "s", IMPORT, at_most(1.5)),
        row(found, HELP, "s", IMPORT),
        row(found, DOCTOR, "s", IMPORT),
        row(found, IMPORT, "s"),
        row(found, MEMORY, "MB"),
    ]


def _ready(store: Store, api: BotApi) -> Contender:
    async def contender() -> Mapping[str, float]:
        start = time.perf_counter()
        async with processes.bot(store, api) as bot:
            return {READY: time.perf_counter() - start, MEMORY: bot.megabytes()}

    return contender


def _ended(name: str, store: Store, *arguments: str) -> Contender:
    async def contender() -> Mapping[str, float]:
        environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "DATABASE_URL": store.url}
        with TemporaryDirectory() as folder:
            start = time.perf_counter()
            process = await asyncio.create_subprocess_exec(
                sys.executable, *arguments, cwd=folder, env=environment, stdout=asyncio.subprocess.DEVNULL
            )
            if await process.wait():
                raise processes.NotStarted(f"{name} ended with {process.returncode}")
            return {name: time.perf_counter() - start}

    return contender
