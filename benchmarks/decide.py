"""`decide`: bookings without HTTP, every rule on; how many a second with 1, 100 and 512 waiting."""

from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from contextlib import AsyncExitStack
from functools import partial
from itertools import count

from benchmarks import orm, plain
from benchmarks.figures import Readings, Row, at_least, at_most, row
from benchmarks.options import Options
from benchmarks.rounds import Contender, Times, alternate, crowd
from benchmarks.stores import Store, Stores
from benchmarks.truth import check_booked, check_sound
from benchmarks.world import World, each_once, now
from bot import collector
from engine.ports import Panel, Work
from engine.services import booking, waitlist
from engine.services.who import Tap
from storage.database import Database, open_database
from storage.work import SharedWork

ALONE, MANY, MOST = 150, 100, 512
ORM_WAITING, ORM_SHARE = 64, 10
REPLICAS = 4
SHORT, LONG = 100, 10_000
"""People who are in line already."""

Wishes = Sequence[tuple[int, int]]
UPDATES = count(1)


async def run(stores: Stores, kind: str, options: Options) -> list[Row]:
    """Both halves: bookings, and places in a line."""
    return [*await _bookings(stores, kind, options), *await _lines(stores, kind, options)]


def tap(person_id: int) -> Tap:
    """As a real one comes: with the number of its update and the message it was made in."""
    number = next(UPDATES)
    return Tap(person_id, number, Panel(person_id, number))


async def book(work: Work, person_id: int, event_id: int) -> None:
    await booking.book(work, tap(person_id), event_id)


async def join(work: Work, person_id: int, event_id: int) -> None:
    await waitlist.join(work, tap(person_id), event_id)


def calls(act: Callable[[int, int], Awaitable[None]], wishes: Wishes) -> list[Callable[[], Awaitable[None]]]:
    return [partial(act, *wish) for wish in wishes]


async def _bookings(stores: Stores, kind: str, options: Options) -> list[Row]:
    store = await stores.new(kind)
    async with AsyncExitStack() as stack:
        databases = [open_database(store.url) for _ in range(REPLICAS if kind == "postgresql" else 1)]
        for database in databases:
            stack.push_async_callback(database.close)
        contest = _Contest(
            databases, await stack.enter_async_context(plain.bare(store)), store, options.people
        )
        world = World(databases[0])
        contest.people = world.studio(options.people)
        contest.events = iter([world.event(options.people) for _ in range(contest.needed(options.rounds))])
        await world.plant()
        collector.settle()
        found = await alternate(options.rounds, contest.contenders())
        await check_booked(databases[0], contest.booked)
    return _rows(found, kind)


class _Contest:
    """The bot's work and its anchors on one database, each on an event of its own."""

    def __init__(
        self,
        databases: Sequence[Database],
        bare: Callable[[Wishes], Awaitable[Times]],
        store: Store,
        size: int,
    ) -> None:
        self.store, self.bare, self.size = store, bare, size
        self.works = [SharedWork(database, now) for database in databases]
        self.sessions = orm.sessions(databases[0])
        self.people: Sequence[int] = ()
        self.events: Iterator[int] = iter(())
        self.booked = 0

    def contenders(self) -> list[Contender]:
        replicas = [self.replicas] if len(self.works) > 1 else []
        return [self.ours_alone, self.ours_many, self.ours_most, self.plain, self.orm, *replicas]

    def needed(self, rounds: int) -> int:
        """How many events."""
        return rounds * (len(self.contenders()) + 1)

    def wishes(self, number: int) -> Wishes:
        people = self.people[:number]
        self.booked += len(people)
        return each_once(people, [next(self.events)])

    async def ours_alone(self) -> Mapping[str, float]:
        times = await crowd(1, calls(partial(book, self.works[0]), self.wishes(ALONE)))
        return {"1 waiting, p50": times.milliseconds(0.5)}

    async def ours_many(self) -> Mapping[str, float]:
        times = await crowd(MANY, calls(partial(book, self.works[0]), self.wishes(self.size)))
        return {"100 waiting": times.rate(), "100 waiting, p99": times.milliseconds(0.99)}

    async def ours_most(self) -> Mapping[str, float]:
        times = await crowd(MOST, calls(partial(book, self.works[0]), self.wishes(self.size)))
        return {"512 waiting": times.rate(), "512 waiting, p99": times.milliseconds(0.99)}

    async def plain(self) -> Mapping[str, float]:
        times = await self.bare(self.wishes(self.size // 2))
        if self.store.kind == "sqlite":
            return {"plain transactions": times.rate(), "plain transaction, p50": times.milliseconds(0.5)}
        async with plain.pool(self.store) as pool:
            wishes = self.wishes(ALONE)
            alone = await crowd(1, calls(partial(plain.book_by_statement, pool), wishes))
        return {
            "plain statements, 8 connections": times.rate(),
            "plain statement, p50": alone.milliseconds(0.5),
        }

    async def orm(self) -> Mapping[str, float]:
        wishes = self.wishes(self.size // ORM_SHARE)
        times = await crowd(ORM_WAITING, calls(partial(orm.book, self.sessions), wishes))
        return {"SQLAlchemy ORM": times.rate()}

    async def replicas(self) -> Mapping[str, float]:
        works = [partial(book, work) for work in self.works]
        wishes = self.wishes(self.size)
        times = await crowd(
            MOST, [partial(works[number % REPLICAS], *wish) for number, wish in enumerate(wishes)]
        )
        return {"four replicas, 512 waiting": times.rate()}


def _rows(found: Readings, kind: str) -> list[Row]:
    bare, alone, most = "plain transactions", "plain transaction, p50", at_least(3)
    if kind == "postgresql":
        bare, alone, most = "plain statements, 8 connections", "plain statement, p50", at_least(5)
    rows = [
        row(found, "512 waiting", "/s", bare, most),
        row(found, "100 waiting", "/s", bare),
        Row(
            "512 waiting",
            "/s",
            found["512 waiting"],
            "SQLAlchemy ORM",
            row(found, "512 waiting", "/s", "SQLAlchemy ORM").ratios,
            at_least(50),
        ),
        row(found, "100 waiting, p99", "ms"),
        row(found, "512 waiting, p99", "ms"),
        row(found, "1 waiting, p50", "ms", alone, at_most(1.2)),
        row(found, bare, "/s"),
        row(found, alone, "ms"),
        row(found, "SQLAlchemy ORM", "/s"),
    ]
    if kind == "postgresql":
        rows.insert(3, row(found, "four replicas, 512 waiting", "/s", "512 waiting", at_least(0.8)))
    return rows


async def _lines(stores: Stores, kind: str, options: Options) -> list[Row]:
    """A full event: everybody joins its line, which is short or long already."""
    database = open_database((await stores.new(kind)).url)
    world = World(database)
    short, long = options.size(SHORT), options.size(LONG)
    owner, *people = world.studio(1 + long + options.people)
    ahead, newcomers = people[:long], people[long:]
    lines = {
        length: iter([_full(world, owner, ahead[:length]) for _ in range(2 * options.rounds)])
        for length in (short, long)
    }
    await world.plant()
    collector.settle()
    work = SharedWork(database, now)

    def joining(length: int) -> Contender:
        async def contender() -> Mapping[str, float]:
            wishes = each_once(newcomers, [next(lines[length])])
            times = await crowd(MANY, calls(partial(join, work), wishes))
            alone = each_once(newcomers[:ALONE], [next(lines[length])])
            single = await crowd(1, calls(partial(join, work), alone))
            return {
                f"joining behind {length:,}": times.rate(),
                f"joining behind {length:,}, alone, p50": single.milliseconds(0.5),
            }

        return contender

    found = await alternate(options.rounds, [joining(short), joining(long)])
    await check_sound(database)
    await database.close()
    few, many = f"joining behind {short:,}", f"joining behind {long:,}"
    return [
        row(found, many, "/s", few, at_least(1 / 1.2)),
        row(found, few, "/s"),
        row(found, f"{many}, alone, p50", "ms", f"{few}, alone, p50", at_most(1.2)),
    ]


def _full(world: World, owner: int, line: Sequence[int]) -> int:
    event_id = world.event(1, line)
    world.booking(event_id, owner)
    return event_id
