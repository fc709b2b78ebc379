"""A small studio on a real database: what the clock and the postman work on."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from bot.catalogue_file import load
from engine.ports import Facts
from engine.services import booking, waitlist
from engine.services.who import Tap
from storage.catalogue import import_catalogue, known
from storage.database import Database, open_database
from storage.due import SqlDue
from storage.jobs import SqlJobs
from storage.outbox import SqlOutbox
from storage.people import SqlPeople
from storage.tables import events, letters, offers
from storage.views import SqlViews
from storage.work import SharedWork

SERVICES: dict[str, dict[str, Any]] = {
    "yoga": {"mode": "offer", "offer": {"validity": "2h"}},
    "night": {"mode": "offer", "offer": {"validity": "2h", "quiet": "22:00-08:00"}},
    "jazz": {"mode": "legacy"},
    "clay": {"mode": "manual"},
}


def catalogue(now: datetime, *, one: int = 1, more: int = 3) -> dict[str, Any]:
    """Each service has `CODE-1` with `one` seat and `CODE-2` with `more`, in five and six days at 18:00."""

    def event(code: str, days: int, capacity: int) -> dict[str, Any]:
        day = (now + timedelta(days=days)).date()
        return {
            "code": code,
            "starts_at": f"{day}T18:00",
            "minutes": 60,
            "capacity": capacity,
            "location": "A & B",
        }

    return {
        "account": {
            "name": "Studio",
            "timezone": "UTC",
            "tier": "enterprise",
            "languages": ["en", "hu", "de"],
        },
        "services": [
            {
                "code": code,
                "kind": "group",
                "name": {"en": code.title(), "hu": f"{code}-hu", "de": f"{code}-de"},
                "events": [event(f"{code}-1", 5, one), event(f"{code}-2", 6, more)],
                **rules,
            }
            for code, rules in SERVICES.items()
        ],
    }


@dataclass
class Studio:
    """The rooms of storage, on one database and one clock."""

    database: Database
    now: Callable[[], datetime]
    heard: list[Callable[[Facts], None]] = field(default_factory=list)
    events: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.work = SharedWork(self.database, self.now, self._committed)
        self.outbox, self.due = SqlOutbox(self.database, self.now), SqlDue(self.database)
        self.jobs, self.people = SqlJobs(self.database, self.now), SqlPeople(self.database, self.now)
        self.views = SqlViews(self.database, self.now)

    def _committed(self, facts: Facts) -> None:
        for listener in self.heard:
            listener(facts)

    async def open(self, document: dict[str, Any]) -> None:
        """Import the catalogue."""
        now, data = self.now(), json.dumps(document).encode()
        await import_catalogue(self.database, load(data, "c.json", now, await known(self.database)), now)
        self.events = {row.code: row.id for row in await self.rows(events)}

    async def person(self, telegram_id: int, name: str = "", language: str = "en") -> Tap:
        """Somebody who has met the bot."""
        return Tap(await self.people.meet(telegram_id, name or f"P{telegram_id}", language))

    async def book(self, tap: Tap, code: str, seats: int = 1) -> int:
        """The booking's id."""
        names = tuple(f"N{number}" for number in range(seats - 1))
        return (await booking.book(self.work, tap, self.events[code], seats, names))[0].id

    async def join(self, tap: Tap, code: str) -> int:
        """The id of the place in line."""
        return (await waitlist.join(self.work, tap, self.events[code]))[0].id

    async def cancel(self, tap: Tap, code: str, booking_id: int) -> Facts:
        return await booking.cancel(self.work, tap, self.events[code], booking_id)

    async def offered(self, code: str, *waiting: Tap, by: Tap) -> int:
        """`by` had the seat and gives it up: the id of the offer to the first in line."""
        held = await self.book(by, code)
        for tap in waiting:
            await self.join(tap, code)
        await self.cancel(by, code, held)
        (row,) = await self.rows(offers, offers.c.event_id == self.events[code], offers.c.status == "pending")
        return int(row.id)

    async def rows(self, table: sa.Table, *where: Any) -> list[Any]:
        """Committed rows, in order."""
        statement = sa.select(table).where(*where).order_by(*table.primary_key)
        async with self.database.read.connect() as connection:
            return list((await connection.execute(statement)).all())

    async def row(self, table: sa.Table, row_id: int) -> Any:
        (found,) = await self.rows(table, table.c.id == row_id)
        return found

    async def change(self, table: sa.Table, *where: Any, **values: Any) -> None:
        """Behind everybody's back."""
        await self.database.execute(sa.update(table).where(*where).values(**values))

    async def post(self, kind: str = "booking-made", person: int | None = None, **values: Any) -> int:
        """A letter that no fact asked for."""
        await self.outbox._ids.reserve()
        letter_id = self.outbox._ids.new()
        row = {"id": letter_id, "kind": kind, "person_id": person, "created_at": self.now()}
        defaults = {"subject": f"test:{letter_id}", "priority": 1, "data": {"text": str(letter_id)}}
        await self.database.execute(letters.insert().values({**defaults, **row, **values}))
        return letter_id


@asynccontextmanager
async def opened(url: str, now: Callable[[], datetime], **sizes: int) -> AsyncIterator[Studio]:
    """The studio on a database of its own."""
    studio = Studio(open_database(url), now)
    try:
        await studio.open(catalogue(now(), **sizes))
        yield studio
    finally:
        await studio.work.close()
        await studio.database.close()
