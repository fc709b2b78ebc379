"""`rush`: the doors open. Everybody taps Book over HTTP at the same moment, for one event or for a hundred; from the
tap to the answer, which comes after the commit."""

from collections.abc import Mapping, Sequence
from contextlib import AsyncExitStack

import sqlalchemy as sa

from benchmarks import processes
from benchmarks.bot_api import running_bot_api
from benchmarks.figures import Readings, Row, at_least, at_most, row
from benchmarks.options import Options
from benchmarks.processes import Process
from benchmarks.rounds import Contender, alternate
from benchmarks.stores import Store, Stores
from benchmarks.truth import Untrue, check_booked
from benchmarks.updates import tap
from benchmarks.webhooks import rushed
from benchmarks.world import World, each_once
from handlers.callbacks import pack
from storage.database import open_database
from storage.tables import letters

HOT, HUNDRED, NEW = "one event", "a hundred events", "one event, senders not known yet"
ORM, EMPTY = "stock aiogram, SQLAlchemy ORM", "stock aiogram, empty handler"
ORM_SHARE = 10  # its rush is shorter, or it would take all the time
EVENTS = 100
WARM = 100
LEAST = 20


class Studio:
    """A database planted for all rounds, and what is left of it."""

    def __init__(self, store: Store, options: Options) -> None:
        self.store = store
        self.database = open_database(store.url)
        self.world = World(self.database)
        size, rounds = options.people, options.rounds
        everybody = self.world.studio(size * (1 + rounds))
        self.known: Sequence[int] = everybody[:size]
        self.new = iter([everybody[size * i : size * (i + 1)] for i in range(1, 1 + rounds)])
        self.hot = iter([[self.world.event(size)] for _ in range(2 * rounds + 1)])
        each = -(-size // EVENTS)
        self.hundred = iter([[self.world.event(each) for _ in range(EVENTS)] for _ in range(rounds)])
        self.booked = 0

    async def calm(self) -> None:
        """What waits for the post goes: at Telegram's speed it would still be under way in the turn of others."""
        waits = sa.update(letters).where(letters.c.status == "queued").values(status="dropped")
        await self.database.execute(waits)

    async def close(self) -> None:
        """Raises Untrue if anything was lost or came twice."""
        await check_booked(self.database, self.booked)
        await self.database.close()


async def run(stores: Stores, kind: str, options: Options) -> list[Row]:
    """The bot, the usual bot on a database of its own, and stock aiogram that does nothing."""
    async with AsyncExitStack() as stack:
        api = await stack.enter_async_context(running_bot_api())
        ours, usual = [Studio(await stores.new(kind), options) for _ in range(2)]
        await ours.world.plant()
        await usual.world.plant()
        bot, orm, empty = await processes.together(
            stack,
            processes.bot(ours.store, api),
            processes.stock("orm", api, usual.store),
            processes.stock("empty", api),
        )
        await _book("warm", bot, ours, next(ours.hot), ours.known[:WARM])
        await _book("warm", orm, usual, next(usual.hot), usual.known[:WARM])
        found = await alternate(options.rounds, _contenders(bot, ours, orm, usual, empty))
        memory = bot.megabytes()
    await ours.close()
    await usual.close()
    return _rows(found, memory)


def _contenders(bot: Process, ours: Studio, orm: Process, usual: Studio, empty: Process) -> list[Contender]:
    async def hot() -> Mapping[str, float]:
        await _look(bot, ours.known)
        return await _book(HOT, bot, ours, next(ours.hot), ours.known)

    async def hundred() -> Mapping[str, float]:
        await _look(bot, ours.known)
        return await _book(HUNDRED, bot, ours, next(ours.hundred), ours.known)

    async def new() -> Mapping[str, float]:
        return await _book(NEW, bot, ours, next(ours.hot), next(ours.new))

    async def the_usual() -> Mapping[str, float]:
        some = usual.known[: max(len(usual.known) // ORM_SHARE, LEAST)]
        return await _book(ORM, orm, usual, next(usual.hot), some)

    async def nothing() -> Mapping[str, float]:
        readings, _ = await rushed(EMPTY, empty, [_wish(person_id, 1) for person_id in ours.known])
        return readings

    return [hot, hundred, new, the_usual, nothing]


def _wish(person_id: int, event_id: int) -> bytes:
    return tap(person_id, pack("book", event_id, 1))


async def _look(bot: Process, people: Sequence[int]) -> None:
    """Everybody taps something else first, as people do before the doors open: then the bot knows who they are."""
    await rushed("looking", bot, [tap(person_id, "0:nothing") for person_id in people])


async def _book(
    name: str, process: Process, studio: Studio, events: Sequence[int], people: Sequence[int]
) -> Mapping[str, float]:
    """Everybody books a seat, spread evenly over the events. Raises Untrue unless all are told that they did."""
    await studio.calm()
    wishes = [_wish(*wish) for wish in each_once(people, events)]
    readings, answered = await rushed(name, process, wishes)
    if no := [body for body in answered.bodies if b"Booked!" not in body]:
        raise Untrue(
            f"{name}: {len(no)} of {len(people)} did not get their seat, the first was told {no[0]!r}"
        )
    studio.booked += len(people)
    await studio.calm()
    return readings


def _rows(found: Readings, memory: float) -> list[Row]:
    return [
        row(found, HOT, "/s", ORM, at_least(10)),
        row(found, f"{HOT}, p99", "ms", f"{ORM}, p99", at_most(1 / 8)),
        row(found, HOT, "/s", EMPTY, at_least(1.5)),
        row(found, HUNDRED, "/s", ORM, at_least(10)),
        row(found, f"{HUNDRED}, p99", "ms", f"{ORM}, p99", at_most(1 / 8)),
        row(found, HUNDRED, "/s", EMPTY, at_least(1.5)),
        row(found, NEW, "/s", EMPTY),
        row(found, f"{NEW}, p99", "ms", f"{ORM}, p99"),
        row(found, f"{HOT}, p50", "ms", f"{ORM}, p50"),
        row(found, f"{HOT}, CPU a tap", "µs", f"{ORM}, CPU a tap"),
        row(found, f"{HOT}, CPU a tap", "µs", f"{EMPTY}, CPU a tap"),
        *(row(found, name, "/s") for name in (ORM, EMPTY)),
        *(row(found, f"{name}, p99", "ms") for name in (ORM, EMPTY)),
        Row("memory of the bot after it all", "MB", [memory], goal=at_most(256)),
    ]
