"""Where races are run: one database, two replicas of the bot, a crowd, and referees that look at what is left of it."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count
from random import Random
from typing import Any

import sqlalchemy as sa

from engine.facts import Fact
from engine.ports import Facts, Work
from engine.refusals import Busy, Refusal
from engine.state import State
from storage.database import Database
from storage.doctor import examine
from storage.work import SharedWork
from tests.races.replay import replayed, without_reserve
from tests.services import persisted
from tests.services.fresh import empty
from tests.services.world import MINUTE, NOW, World

Call = Callable[[Work], Awaitable[Facts]]
Outcome = Facts | Exception
SEATS_AND_PERSONS = (1, 2, 4)
"""The doctor's numbers for what must hold of every seat and every person."""
NOT_HERE = (22, 29)
"""Letters wait, as nobody carries them; the schema is not in force where the referees were taken away."""


class Ticking:
    """A clock that shows every moment once. Replicas read it from threads of their own."""

    def __init__(self, start: datetime = NOW, step: timedelta = timedelta(milliseconds=1)) -> None:
        self._numbers, self._start, self._step = count(), start, step
        self.last = start

    def __call__(self) -> datetime:
        self.last = self._start + next(self._numbers) * self._step
        return self.last

    def jump(self, moment: datetime, step: timedelta) -> None:
        """From now on it is `moment`, and a step later at every look."""
        self._numbers, self._start, self._step = count(), moment, step


@dataclass
class Arena:
    """`databases`: one for each replica, all the same. Without `locked` decisions lock nothing. In a `strict` one
    nothing but a refusal may come of a tap, else errors are kept in `failed`."""

    databases: Sequence[Database]
    template: str
    locked: bool = True
    strict: bool = True
    sharing: bool = True
    clock: Ticking = field(default_factory=Ticking)
    world: World = field(default_factory=World)
    random: Random = field(default_factory=Random)
    works: list[SharedWork] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    heard: list[Callable[[Facts], None]] = field(default_factory=list)
    failed: list[Exception] = field(default_factory=list)
    _turn: Iterator[int] = field(default_factory=count)

    @property
    def database(self) -> Database:
        return self.databases[0]

    async def begin(self, world: World) -> None:
        """Everything anew."""
        await empty(self.database, self.template)
        await self.database.transact(world.plant)
        self.world, self.clock = world, Ticking()
        self.facts, self.failed = [], []
        self.heard = [self.facts.extend]
        self.works = [self._replica(database) for database in self.databases]

    def _replica(self, database: Database) -> SharedWork:
        sharing = self.sharing and self.locked
        return SharedWork(database, self.clock, self._committed, locking=self.locked, sharing=sharing)

    def _committed(self, facts: Facts) -> None:
        for hear in self.heard:
            hear(facts)

    async def one(self, call: Call) -> Outcome:
        """A tap that arrives at one replica or the other. Whoever is told to wait taps again."""
        work = self.works[next(self._turn) % len(self.works)]
        for _ in range(20):
            try:
                return await call(work)
            except Busy as busy:
                if not self.strict:
                    self.failed.append(busy)
                    return busy
            except Refusal as refusal:
                return refusal
            except Exception as error:
                if self.strict:
                    raise
                self.failed.append(error)
                return error
        raise AssertionError("always busy")

    async def all(self, calls: Sequence[Call]) -> list[Outcome]:
        """All at once, in an order of the seed's; the outcomes in the order of the calls."""
        order = list(range(len(calls)))
        self.random.shuffle(order)
        outcomes = dict(zip(order, await asyncio.gather(*(self.one(calls[i]) for i in order)), strict=True))
        return [outcomes[i] for i in range(len(calls))]

    async def quietly(self, call: Call) -> Facts:
        """A tap that comes alone."""
        return await call(self.works[0])

    async def states(self) -> dict[int, State]:
        """Every event as it is in the tables."""
        return await persisted.states(self.database)

    async def wrong(self, *, settled: bool = True) -> list[str]:
        """What is broken: what the doctor finds, two minutes and a bit later, and events that are not what their
        history says."""
        found = await examine(self.database, self.clock.last + 3 * MINUTE, settled=settled)
        wrong = [str(finding) for finding in found if finding.number not in NOT_HERE]
        if oversold := await self.oversold():
            wrong.append(f"{oversold} seats oversold")
        if wrong:
            return wrong  # such rows may be too broken to be loaded
        for event_id, state in (await self.states()).items():
            told = await replayed(self.database, self.world.state(event_id))
            if without_reserve(told) != without_reserve(state):
                wrong.append(f"event {event_id} is not what its history says")
        return wrong

    async def sold_wrong(self) -> list[str]:
        """What is broken of seats and persons."""
        found = await examine(self.database, self.clock.last, settled=False)
        return [str(finding) for finding in found if finding.number in SEATS_AND_PERSONS]

    async def oversold(self) -> int:
        """How many more seats are promised than there are, over all events."""
        async with self.database.read.connect() as connection:
            return int((await connection.execute(OVERSOLD)).scalar_one())


OVERSOLD = sa.text(
    """
    SELECT coalesce(sum(CASE WHEN promised > capacity THEN promised - capacity ELSE 0 END), 0) FROM (
        SELECT e.capacity, coalesce((SELECT sum(b.seats) FROM bookings b WHERE b.event_id = e.id AND b.active = 1), 0)
            + coalesce((SELECT sum(o.count) FROM offers o WHERE o.event_id = e.id AND o.status = 'pending'
                AND NOT o.last_call), 0) AS promised
        FROM events e) AS counted
    """
)


@contextmanager
def database_errors(database: Database) -> Iterator[list[str]]:
    """The codes of all errors that PostgreSQL has meanwhile."""
    codes: list[str] = []

    def heard(context: Any) -> None:
        codes.append(str(getattr(context.sqlalchemy_exception.orig, "sqlstate", "")))

    sa.event.listen(database.write.sync_engine, "handle_error", heard)
    try:
        yield codes
    finally:
        sa.event.remove(database.write.sync_engine, "handle_error", heard)
