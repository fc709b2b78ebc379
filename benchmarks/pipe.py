"""`pipe`: an empty tap over HTTP. Ours is one that nobody recognises: read, its sender known, its handler looked for,
answered with a sentence."""

from collections.abc import Mapping, Sequence
from contextlib import AsyncExitStack

from benchmarks import processes
from benchmarks.bot_api import running_bot_api
from benchmarks.figures import Row, at_least, at_most, row
from benchmarks.options import Options
from benchmarks.processes import Process
from benchmarks.rounds import Contender, alternate
from benchmarks.stores import Stores
from benchmarks.truth import Untrue
from benchmarks.updates import tap
from benchmarks.webhooks import rushed
from benchmarks.world import World
from storage.database import open_database

SENDERS = 200
TAPS = 3  # for each of `people`, as these are quick
OURS, STOCK = "the bot", "stock aiogram, empty handler"


async def run(stores: Stores, kind: str, options: Options) -> list[Row]:
    """The bot and stock aiogram, in processes of their own."""
    store = await stores.new(kind)
    database = open_database(store.url)
    world = World(database)
    people = world.studio(SENDERS)
    await world.plant()
    await database.close()
    async with AsyncExitStack() as stack:
        api = await stack.enter_async_context(running_bot_api())
        ours = await stack.enter_async_context(processes.bot(store, api))
        stock = await stack.enter_async_context(processes.stock("empty", api))
        for process, name in ((ours, OURS), (stock, STOCK)):
            await rushed(name, process, _taps(people, SENDERS))  # everybody has been here before
        contenders = [
            _tapped(name, p, people, TAPS * options.people) for p, name in ((ours, OURS), (stock, STOCK))
        ]
        found = await alternate(options.rounds, contenders)
    return [
        row(found, OURS, "/s", STOCK, at_least(2)),
        row(found, f"{OURS}, p99", "ms", f"{STOCK}, p99", at_most(1 / 8)),
        row(found, f"{OURS}, p50", "ms", f"{STOCK}, p50"),
        row(found, f"{OURS}, CPU a tap", "µs", f"{STOCK}, CPU a tap"),
        row(found, STOCK, "/s"),
        row(found, f"{STOCK}, p99", "ms"),
    ]


def _taps(people: Sequence[int], number: int) -> list[bytes]:
    return [tap(people[i % len(people)], "0:nothing") for i in range(number)]


def _tapped(name: str, process: Process, people: Sequence[int], number: int) -> Contender:
    async def contender() -> Mapping[str, float]:
        readings, answered = await rushed(name, process, _taps(people, number))
        if len(set(map(len, answered.bodies))) > 2:
            raise Untrue(f"{name} answered one and the same tap differently: {set(answered.bodies)}")
        return readings

    return contender
