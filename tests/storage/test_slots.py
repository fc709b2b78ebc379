"""Slots on real databases: made with the hours, kept by the clock, once however often and by however many."""

import asyncio
from datetime import datetime, timedelta
from typing import Any

import pytest

from engine.ports import Actor
from engine.services import booking, waitlist
from engine.services.who import Tap
from engine.state import Opening, TimeWindow
from storage.calendar import SqlCalendar
from storage.catalogue import import_catalogue
from storage.database import Database, open_database
from storage.doctor import examine
from storage.people import SqlPeople
from storage.tables import events, facts, seats, services
from storage.views import SqlViews
from storage.work import SharedWork
from tests.storage.test_import import NOVA, rows
from tests.storage.world import NOW

DAY, HOUR = timedelta(days=1), timedelta(hours=1)
MONDAYS = Opening(50, (TimeWindow(0, 540, 720),))
LATER = Opening(50, (TimeWindow(0, 590, 720), TimeWindow(2, 840, 1080)))
"""On Mondays without the first slot, and on Wednesdays; four weeks hold as many of the one as of the other."""

DORA = Actor("admin", 77, "Dora")
ALICE = 5001


class Practice:
    """One individual service on a database, and a clock."""

    def __init__(self, database: Database) -> None:
        self.database, self.moment = database, NOW
        self.work = SharedWork(database, self.now)
        self.calendar, self.views = SqlCalendar(database, self.now), SqlViews(database, self.now)

    def now(self) -> datetime:
        return self.moment

    async def open(self) -> None:
        await import_catalogue(self.database, NOVA, NOW)
        self.service_id = next(
            row.id for row in await rows(self.database, services) if row.kind == "individual"
        )

    async def slots(self, *status: str) -> dict[str, Any]:
        """By code without the service's."""
        found = [row for row in await rows(self.database, events) if row.service_id == self.service_id]
        return {
            row.code.removeprefix("massage-"): row for row in found if row.status in (status or ("open",))
        }

    async def person(self, telegram_id: int = ALICE, name: str = "Alice") -> Tap:
        return Tap(await SqlPeople(self.database, self.now).meet(telegram_id, name, "en"))

    async def book(self, stamp: str) -> Tap:
        tap = await self.person()
        await booking.book(self.work, tap, (await self.slots())[stamp].id)
        return tap

    async def set_hours(self, opening: Opening, known: Opening = MONDAYS) -> Any:
        return await self.calendar.set_hours(self.service_id, known, opening, DORA, "a new plan")

    async def sound(self) -> None:
        assert await examine(self.database, self.moment) == []


@pytest.fixture
async def practice(database: Database) -> Practice:
    made = Practice(database)
    await made.open()
    return made


async def test_an_import_makes_the_slots_of_four_weeks(practice: Practice) -> None:
    found = await practice.slots()
    assert sorted(found)[:4] == ["20261123-0900", "20261123-0950", "20261123-1040", "20261130-0900"]
    assert max(found) == "20261214-1040"
    owned = {row.event_id for row in await rows(practice.database, seats)}
    assert all(row.capacity == 1 and row.id in owned for row in found.values())
    made = [row for row in await rows(practice.database, facts) if row.kind == "SlotOpened"]
    assert {(row.actor_kind, row.actor_name, row.version) for row in made} == {("job", "slots", 1)}
    assert await practice.calendar.cut_slots() == 0
    await practice.sound()


async def test_other_hours_close_what_is_free_and_keep_what_is_taken(practice: Practice) -> None:
    alice = await practice.book("20261123-0900")
    waited = (await practice.slots())["20261130-0900"].id
    await booking.book(practice.work, await practice.person(5002, "Ben"), waited)
    await waitlist.join(practice.work, alice, waited)
    foreseen = await practice.calendar.foresee_hours(practice.service_id, LATER)
    done = await practice.set_hours(LATER)
    assert (foreseen.opened, foreseen.closed, foreseen.stay) == (done.opened, done.closed, done.stay)
    assert (done.opened, done.closed, len(done.stay)) == (4 * 4, 2, 2)
    shown = await practice.slots()
    assert {"20261123-0900", "20261130-0900", "20261123-0950", "20261125-1400"} <= shown.keys()
    assert set(await practice.slots("closed")) == {"20261207-0900", "20261214-0900"}
    (fact,) = [row for row in await rows(practice.database, facts) if row.kind == "HoursChanged"]
    assert (fact.actor_name, fact.reason, fact.version) == ("Dora", "a new plan", 2)
    assert (fact.data["opened"], fact.data["closed"], fact.data["stay"]) == (16, 2, 2)
    closed = [row for row in await rows(practice.database, facts) if row.kind == "EventClosed"]
    assert {(row.actor_name, row.reason) for row in closed} == {("Dora", "a new plan")}
    assert await practice.calendar.cut_slots() == 0
    await practice.sound()


async def test_replicas_cut_each_slot_once(practice: Practice, database_url: str) -> None:
    """Two clocks, and an admin, at once."""
    practice.moment = NOW + 10 * DAY
    others = [open_database(database_url) for _ in range(2)]
    clocks = [SqlCalendar(database, practice.now) for database in (practice.database, *others)]
    longer = Opening(50, (TimeWindow(0, 540, 760),))
    done = await asyncio.gather(
        *(clock.cut_slots() for clock in clocks),
        clocks[1].set_hours(practice.service_id, MONDAYS, longer, DORA, "more"),
        *(clock.cut_slots() for clock in clocks),
    )
    for database in others:
        await database.close()
    shown = await practice.slots()
    assert len({row.starts_at for row in shown.values()}) == len(shown) == 2 * 3 + 3 * 4, (
        "two Mondays are over"
    )
    assert sum(each if isinstance(each, int) else each.opened for each in done) == len(shown) - 12
    await practice.sound()
