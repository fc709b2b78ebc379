"""`expire`: a thousand offers are due at the same moment; until all have expired and the next ones are committed, and
until their letters are handed over."""

import time
from collections.abc import Mapping
from datetime import datetime, timedelta

import sqlalchemy as sa

from benchmarks.figures import Row, at_most, row
from benchmarks.options import Options
from benchmarks.rounds import alternate
from benchmarks.stores import Stores
from benchmarks.truth import Untrue, check_sound
from benchmarks.world import World, now
from bot import collector
from bot.jobs.seats import SeatJobs
from storage.database import Database, open_database
from storage.due import SqlDue
from storage.outbox import SqlOutbox
from storage.tables import letters, offers
from storage.work import SharedWork

DUE = 1_000
AT_ONCE = 20  # as many as the postman takes in one transaction

TABLE = (
    "CREATE TABLE bench_claims (id INTEGER PRIMARY KEY, due_at {moment}, status TEXT, lease_until {moment})"
)
ROWS = sa.text("INSERT INTO bench_claims (id, due_at, status) VALUES (:id, :due_at, 'due')")
CLAIM = """UPDATE bench_claims SET status = 'claimed', lease_until = :lease WHERE id IN (
    SELECT id FROM bench_claims WHERE status = 'due' AND due_at <= :now ORDER BY due_at, id LIMIT {limit} {lock}
) RETURNING id"""
EXPIRED, HANDED, ALL = "expired, next offers made", "their letters claimed", "all in one statement"
BARE = f"claiming bare rows, {AT_ONCE} a transaction"


async def run(stores: Stores, kind: str, options: Options) -> list[Row]:
    """The clock's own job, the postman's claim, and claiming bare rows in the same database."""
    database = open_database((await stores.new(kind)).url)
    contest = _Contest(database, options.size(DUE))
    await contest.plant(options.rounds)
    collector.settle()
    found = await alternate(options.rounds, [contest.ours, contest.bare, contest.at_once])
    await check_sound(database)
    await database.close()
    return [
        row(found, EXPIRED, "ms", BARE, at_most(10)),
        row(found, HANDED, "ms", BARE, at_most(10)),
        row(found, BARE, "ms"),
        row(found, ALL, "ms"),
    ]


class _Contest:
    """`size` offers a round, each for the only seat of an event with one more person in line; they come due together,
    at a moment that the contest chooses."""

    def __init__(self, database: Database, size: int) -> None:
        self.database, self.size = database, size
        self.moment = now()
        self.deadlines: list[datetime] = []
        work = SharedWork(database, lambda: self.moment)
        self.outbox = SqlOutbox(database, lambda: self.moment)
        self.jobs = SeatJobs(work, SqlDue(database), lambda: self.moment, self.outbox.alert)

    async def plant(self, rounds: int) -> None:
        """The deadlines of the rounds lie minutes apart, less than the new offers' own."""
        world = World(self.database)
        asked, waiting = world.studio(2)
        self.deadlines = [self.moment + timedelta(minutes=1 + number) for number in range(rounds)]
        for deadline in self.deadlines:
            for _ in range(self.size):
                event_id = world.event(1, (asked, waiting))
                world.offer(event_id, asked, 1, deadline)
        await world.plant()
        async with self.database.write.begin() as connection:
            moment = "DATETIME" if self.database.is_sqlite else "TIMESTAMPTZ"
            await connection.execute(sa.text(TABLE.format(moment=moment)))

    async def ours(self) -> Mapping[str, float]:
        """Expire them; then claim letters until the last new offer is among them."""
        self.moment = self.deadlines.pop(0)
        start = time.perf_counter()
        await self.jobs.expire()
        expired = time.perf_counter()
        await self._check()
        begun = time.perf_counter()
        await self._claim_letters()
        handed = time.perf_counter()
        await self._clear()
        return {EXPIRED: (expired - start) * 1000, HANDED: (handed - begun) * 1000}

    async def bare(self) -> Mapping[str, float]:
        return {BARE: await self._claim_rows(AT_ONCE)}

    async def at_once(self) -> Mapping[str, float]:
        return {ALL: await self._claim_rows(self.size)}

    async def _check(self) -> None:
        """Each of them is over, and its seat is offered to somebody else. Raises Untrue."""
        over = sa.select(sa.func.count()).where(
            offers.c.expires_at == self.moment, offers.c.status == "expired"
        )
        made = sa.select(sa.func.count()).where(letters.c.kind == "offer-made", letters.c.status == "queued")
        async with self.database.read.connect() as connection:
            found = [(await connection.execute(statement)).scalar_one() for statement in (over, made)]
        if found != [self.size, self.size]:
            raise Untrue(f"{self.size} offers were due; {found[0]} expired, {found[1]} were made")

    async def _claim_letters(self) -> None:
        left = self.size
        while left:
            left -= sum(letter.kind == "offer-made" for letter in await self.outbox.claim(AT_ONCE))

    async def _clear(self) -> None:
        """Nothing of this round waits for the post in the next one."""
        waits = sa.update(letters).where(letters.c.status.in_(("queued", "sending")))
        await self.database.execute(waits.values(status="dropped", lease_until=None))

    async def _claim_rows(self, limit: int) -> float:
        """Milliseconds to claim bare rows, `limit` in one transaction, on the same connection as the bot's."""
        await self.database.transact(self._refill)
        lock = "" if self.database.is_sqlite else "FOR UPDATE SKIP LOCKED"
        claim = sa.text(CLAIM.format(limit=limit, lock=lock))
        values = {"now": self._written(now()), "lease": self._written(now() + timedelta(seconds=30))}
        claimed, start = 0, time.perf_counter()
        while claimed < self.size:
            claimed += await self.database.transact(lambda c: len(c.execute(claim, values).all()))
        return (time.perf_counter() - start) * 1000

    def _refill(self, connection: sa.Connection) -> None:
        connection.execute(sa.text("DELETE FROM bench_claims"))
        at = self._written(now() - timedelta(minutes=1))
        connection.execute(ROWS, [{"id": i, "due_at": at} for i in range(self.size)])

    def _written(self, moment: datetime) -> datetime | str:
        """As the database keeps it."""
        return f"{moment:%Y-%m-%d %H:%M:%S.%f}" if self.database.is_sqlite else moment
