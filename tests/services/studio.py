"""A house whose month of December is to be allocated: events 1, 2, … of one service, and people who wish."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

import sqlalchemy as sa

from engine.facts import Fact
from engine.planning import Document
from engine.services import month, runs
from engine.services.runs import Executed
from engine.services.who import AdminTap, Tap
from engine.settings import Mode, Settings
from storage.database import Database
from storage.doctor import examine
from storage.month import SqlMonths
from storage.runs import SqlRuns
from storage.tables import accounts, counters, friendships, participants, services
from storage.work import SharedWork
from tests.rules.greedy import greedy
from tests.services.world import FIRST_ID, NOW
from tests.storage.world import Planting

ADA = AdminTap(900, "Ada", reason="a good reason")
BEN = AdminTap(901, "Ben", reason="another reason")
FIRST = datetime(2026, 12, 1, 17, tzinfo=UTC)
"""Event 1; the others follow a day after another, at the same time."""
DAY, HOUR = timedelta(days=1), timedelta(hours=1)
WEEK_TO_WISH = 2  # the choice of a deadline


class Studio:
    """Rows on a database, and what the services do with them."""

    def __init__(self, database: Database) -> None:
        self.database, self.now = database, NOW
        self.facts: list[Fact] = []
        self.work = SharedWork(database, self.clock)
        self.months = SqlMonths(database, self.clock)
        self.runs = SqlRuns(database, self.clock, self.facts.extend)
        self._updates = count(1)
        self.period_id = 0

    def clock(self) -> datetime:
        return self.now

    def ada(self) -> AdminTap:
        """Each tap is one of its own."""
        return replace(ADA, update_id=next(self._updates))

    async def begin(
        self, *capacities: int, people: int = 8, minimum: int = 0, mode: Mode = Mode.MANUAL
    ) -> None:
        """Wishes are open."""
        settings = Settings(mode=mode)
        await self.database.transact(lambda c: _plant(c, capacities, people, minimum, settings))
        (opened, *_) = await month.open_(self.months, self.ada(), "2026-12", WEEK_TO_WISH)
        self.period_id = opened.id

    def tap(self, person_id: int) -> Tap:
        return Tap(person_id, next(self._updates))

    async def wish(self, person_id: int, *choices: int, wanted: int = 1, seats: int = 1) -> None:
        """Somebody wants these events, best first."""
        for event_id in choices:
            await month.choose(self.months, self.tap(person_id), self.period_id, event_id, equal=False)
        if wanted > 1:
            await month.set_count(self.months, self.tap(person_id), self.period_id, wanted)
        if seats > 1:
            names = tuple(f"Guest {number}" for number in range(1, seats))
            await month.set_party(self.months, self.tap(person_id), self.period_id, seats, names)

    async def close(self) -> None:
        """Wishes are closed."""
        await month.close(self.months, self.ada(), self.period_id)

    async def befriend(self, one: int, other: int) -> None:
        """Both say so."""
        await month.ask_friend(self.months, self.tap(one), self.period_id)
        (asked,) = await self.rows(friendships, friendships.c.status == "asked")
        await month.agree(self.months, self.tap(other), self.period_id, asked.id, asked.link)

    async def execute(
        self, *, keep: bool = False, allocate: Callable[[Document], Document] = greedy
    ) -> Executed:
        return await runs.execute(
            self.runs, self.ada(), self.period_id, "balanced", "fair", keep=keep, allocate=allocate
        )

    async def finalize(self, run_id: int) -> Any:
        return await runs.finalize(self.runs, self.ada(), self.period_id, run_id)

    async def rows(self, table: sa.Table, *where: sa.ColumnElement[bool]) -> list[Any]:
        def read(connection: sa.Connection) -> list[Any]:
            return list(connection.execute(sa.select(table).where(*where).order_by(*table.primary_key)))

        return await self.database.look(read)

    async def examine(self) -> list[str]:
        """What is broken."""
        return [str(found) for found in await examine(self.database, self.now)]


def _plant(
    connection: sa.Connection, capacities: tuple[int, ...], people: int, minimum: int, settings: Settings
) -> None:
    planting = Planting(connection)
    planting.put(counters, name="id", next=FIRST_ID)
    planting.put(accounts, id=1, name="Studio Nova", timezone="Europe/Budapest", languages=["en"])
    row: dict[str, Any] = {"names": {"en": "Yoga"}, "descriptions": {}, "mode": settings.mode, "offer": {}}
    planting.put(services, id=1, account_id=1, code="yoga", kind="group", **row)
    for number, capacity in enumerate(capacities, 1):
        planting.event(number, capacity, FIRST + (number - 1) * DAY, minimum=minimum)
    connection.execute(
        participants.insert(),
        [
            {"id": i, "telegram_id": 7000 + i, "name": f"Person {i}", "created_at": NOW - DAY}
            for i in range(1, people + 1)
        ],
    )
