"""`refill`: somebody cancels, and the next in line gets the offer: from the tap, and from its answer (when the seat
is free), until the message has arrived at the Bot API. The bot has nothing else to do."""

import asyncio
import time
from collections.abc import Iterator, Mapping
from contextlib import AsyncExitStack

from benchmarks import processes
from benchmarks.bot_api import BotApi, running_bot_api
from benchmarks.figures import Row, at_most, row
from benchmarks.load import rush
from benchmarks.options import Options
from benchmarks.processes import Process
from benchmarks.rounds import Contender, Times, alternate
from benchmarks.stores import Stores
from benchmarks.truth import Untrue, check_sound
from benchmarks.updates import tap
from benchmarks.world import TELEGRAM, World
from handlers.callbacks import pack
from storage.database import open_database

SEATS = 50  # freed in each round
PAUSE = 0.15  # so that nobody waits for Telegram's limits: two messages a seat
BARE = "a bare sendMessage round trip"
FROM_TAP, FROM_ANSWER, ANSWER = "tap to offer handed over", "seat free to offer handed over", "tap to answer"
Cancellation = tuple[int, int, bytes]
"""Who cancels, who is next, and the tap."""


async def run(stores: Stores, kind: str, options: Options) -> list[Row]:
    """The bot, and stock aiogram that sends a message in its handler."""
    store = await stores.new(kind)
    database = open_database(store.url)
    world = World(database)
    seats = options.size(SEATS)
    taps = _cancellations(world, seats * (1 + options.rounds))
    await world.plant()
    async with AsyncExitStack() as stack:
        api = await stack.enter_async_context(running_bot_api())
        bot = await stack.enter_async_context(processes.bot(store, api))
        stock = await stack.enter_async_context(processes.stock("send", api))
        refilled, sent = _refilled(bot, api, taps, seats), _sent(stock, seats)
        await refilled()  # the first ones find everything cold
        await sent()
        found = await alternate(options.rounds, [refilled, sent])
    await check_sound(database)
    await database.close()
    return [
        row(found, f"{FROM_ANSWER}, p50", "ms", f"{BARE}, p50", at_most(3)),
        row(found, f"{FROM_TAP}, p50", "ms", f"{BARE}, p50"),
        row(found, f"{FROM_TAP}, p99", "ms", goal=at_most(20)),
        row(found, f"{ANSWER}, p50", "ms"),
        row(found, f"{BARE}, p50", "ms"),
        row(found, f"{BARE}, p99", "ms"),
    ]


def _cancellations(world: World, number: int) -> Iterator[Cancellation]:
    people = world.studio(2 * number)
    made = []
    for holder, waiter in zip(people[:number], people[number:], strict=True):
        event_id = world.event(1, [waiter])
        booking_id = world.booking(event_id, holder)
        made.append((holder, waiter, tap(holder, pack("cancel-confirm", event_id, booking_id))))
    return iter(made)


def _refilled(bot: Process, api: BotApi, taps: Iterator[Cancellation], seats: int) -> Contender:
    async def contender() -> Mapping[str, float]:
        from_tap, from_answer, answer = Times(), Times(), Times()
        for _ in range(seats):
            await asyncio.sleep(PAUSE)
            _, waiter, body = next(taps)
            api.expect(TELEGRAM + waiter)
            start = time.perf_counter()
            answered = await rush(bot.port, [body], 1)
            if b"Cancelled" not in answered.bodies[0]:
                raise Untrue(f"not cancelled: {answered.bodies[0]!r}")
            arrived = await api.arrived(TELEGRAM + waiter)
            took = answered.times.seconds[0]
            answer.seconds.append(took)
            from_tap.seconds.append(arrived - start)
            from_answer.seconds.append(max(arrived - start - took, 0))
        readings = {FROM_TAP: from_tap, FROM_ANSWER: from_answer, ANSWER: answer}
        return _of(readings)

    return contender


def _sent(stock: Process, times: int) -> Contender:
    async def contender() -> Mapping[str, float]:
        trips = Times()
        for _ in range(times):
            await asyncio.sleep(PAUSE / 10)
            said = (await rush(stock.port, [tap(1, "send")], 1)).bodies[0]
            trips.seconds.append(float(said.partition(b"took ")[2].split()[0]))
        return _of({BARE: trips})

    return contender


def _of(readings: Mapping[str, Times]) -> Mapping[str, float]:
    shares = {"p50": 0.5, "p99": 0.99}
    return {
        f"{name}, {p}": times.milliseconds(share)
        for name, times in readings.items()
        for p, share in shares.items()
    }
