"""Slots on real databases: made with the hours, kept by the clock, once however often and by however many."""

import asyncio
from collections import Counter
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from engine.catalogue import AccountPlan, Catalogue
from engine.ports import Actor
from engine.refusals import HoursDiffer, HoursUnchanged, ServiceUnknown, SlotFromHours
from engine.services import booking, dates, waitlist
from engine.services.who import AdminTap, Tap
from engine.state import Opening, TimeWindow
from storage.calendar import SqlCalendar
from storage.catalogue import import_catalogue
from storage.database import Database, open_database
from storage.doctor import examine
from storage.people import SqlPeople
from storage.tables import events, facts, letters, seats, services
from storage.views import SqlViews
from storage.work import SharedWork
from tests.storage.test_import import MASSAGE, NOVA, rows
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


async def test_the_clock_goes_on_opening_slots(practice: Practice) -> None:
    practice.moment = NOW + 3 * DAY  # a Monday
    assert await practice.calendar.cut_slots() == 0, "that Monday is the last one still"
    practice.moment += 12 * HOUR
    assert await practice.calendar.cut_slots() == 3
    assert await practice.calendar.cut_slots() == 0
    assert max(await practice.slots()) == "20261221-1040"
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


async def test_hours_as_before_open_the_same_slots_again(practice: Practice) -> None:
    before = await practice.slots()
    await practice.set_hours(Opening(50, ()))
    assert await practice.slots() == {}
    done = await practice.set_hours(MONDAYS, known=Opening(50, ()))
    assert (done.opened, done.closed) == (12, 0)
    again = await practice.slots()
    assert {code: row.id for code, row in again.items()} == {code: row.id for code, row in before.items()}
    await practice.sound()


async def test_other_minutes_move_the_ends_and_open_nothing_across_a_booking(practice: Practice) -> None:
    await practice.book("20261123-0950")
    done = await practice.set_hours(Opening(60, MONDAYS.hours))
    assert len(done.stay) == 1
    shown = await practice.slots()
    assert [code for code in sorted(shown) if code.startswith("20261123")] == [
        "20261123-0950",
        "20261123-1100",
    ]
    assert [code for code in sorted(shown) if code.startswith("20261130")] == [
        f"20261130-{at}" for at in ("0900", "1000", "1100")
    ]
    assert shown["20261130-0900"].ends_at - shown["20261130-0900"].starts_at == HOUR
    await practice.sound()


async def test_a_seat_given_up_outside_the_hours_is_closed_by_the_clock(practice: Practice) -> None:
    alice = await practice.book("20261123-0900")
    await practice.set_hours(LATER)
    mine = (await practice.views.mine(alice.person_id)).bookings[0]
    await booking.cancel(practice.work, alice, mine.event.id, mine.id)
    assert await practice.calendar.cut_slots() == 1
    assert "20261123-0900" in await practice.slots("closed")
    await practice.sound()


async def test_a_slot_that_was_called_off_stays_so(practice: Practice) -> None:
    off = (await practice.slots())["20261123-0900"].id
    await dates.call_off(practice.work, AdminTap(77, "Dora", reason="ill today"), off)
    assert await practice.calendar.cut_slots() == 0
    assert "20261123-0900" not in await practice.slots()
    await practice.sound()


async def test_a_slot_that_opens_again_goes_to_whoever_waits_for_any(practice: Practice) -> None:
    heard: list[Any] = []
    practice.calendar = SqlCalendar(practice.database, practice.now, heard.extend)
    offered = replace(MASSAGE, mode=NOVA.services[0].mode)
    await import_catalogue(practice.database, Catalogue(services=(offered,)), NOW)
    alice = await practice.book("20261123-0900")
    await practice.set_hours(Opening(50, (TimeWindow(0, 540, 590),)))
    ben = await practice.person(5002, "Ben")
    mine = (await practice.views.mine(alice.person_id)).bookings[0]
    noon = (TimeWindow(0, 600, 720),)
    await waitlist.join_reserve(practice.work, ben, mine.event.id, noon)
    await practice.set_hours(MONDAYS, known=Opening(50, (TimeWindow(0, 540, 590),)))
    assert Counter(type(fact).__name__ for fact in heard)["OfferMade"] == 1
    await practice.sound()


async def test_hours_that_are_others_by_now(practice: Practice) -> None:
    await practice.set_hours(LATER)
    with pytest.raises(HoursUnchanged):
        await practice.set_hours(LATER)
    with pytest.raises(HoursDiffer) as refused:
        await practice.set_hours(Opening(20, ()))
    assert (refused.value.name, refused.value.at) == ("Dora", NOW)
    yoga = next(row.id for row in await rows(practice.database, services) if row.kind == "group")
    for opening in (
        practice.calendar.foresee_hours(yoga, LATER),
        practice.calendar.set_hours(yoga, MONDAYS, LATER, DORA, ""),
    ):
        with pytest.raises(ServiceUnknown):
            await opening


async def test_a_file_with_other_hours_tells_the_admins_who_stays(practice: Practice) -> None:
    await practice.book("20261123-0900")
    other = Catalogue(services=(replace(MASSAGE, hours=LATER.hours),))
    dry = await import_catalogue(practice.database, other, NOW, dry_run=True)
    assert set(await practice.slots("closed")) == set()
    done = await import_catalogue(practice.database, other, NOW)
    assert dry.slots["massage"].stay == done.slots["massage"].stay
    assert (done.slots["massage"].opened, done.slots["massage"].closed) == (16, 3)
    told = [row for row in await rows(practice.database, letters) if row.kind == "alert-slots"]
    assert [row.data["events"] for row in told] == [str(done.slots["massage"].stay[0])]
    assert (await import_catalogue(practice.database, other, NOW)).slots == {}
    await practice.sound()


async def test_another_zone_moves_the_slots(practice: Practice) -> None:
    account = AccountPlan("Studio Nova", "Europe/London", tier=NOVA.account.tier if NOVA.account else ...)  # type: ignore[arg-type]
    done = await import_catalogue(practice.database, Catalogue(account=account), NOW)
    assert (done.slots["massage"].opened, done.slots["massage"].closed) == (12, 12)
    starts = sorted(row.starts_at for row in (await practice.slots()).values())
    assert starts[0].hour == 9
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


async def test_what_admins_see_of_a_day(practice: Practice) -> None:
    await practice.book("20261123-0900")
    monday = datetime(2026, 11, 22, 23, tzinfo=NOW.tzinfo)
    shown = await practice.views.slots(practice.service_id, monday, monday + DAY)
    assert [(slot.event.free, list(slot.people)) for slot in shown] == [(0, ["Alice"]), (1, []), (1, [])]
    assert all(slot.event.settings.individual for slot in shown)
    card = await practice.views.individual(practice.service_id)
    assert card is not None and (card.opening, card.zone) == (MONDAYS, "Europe/Budapest")
    yoga = next(row.id for row in await rows(practice.database, services) if row.kind == "group")
    assert await practice.views.individual(yoga) is None
    assert (await practice.views.events(None, 0, 50)).total == 2, "lists of groups are not flooded"
    assert (await practice.views.past_events(0, 50)).total == 0
    assert (await practice.views.events(practice.service_id, 0, 50)).total == 12
    assert {card.code: card.kind for card in await practice.views.services()}["massage"] == "individual"


async def test_a_slot_is_not_repeated(practice: Practice) -> None:
    slot = (await practice.slots())["20261123-0900"].id
    with pytest.raises(SlotFromHours):
        await practice.calendar.repeat(slot, [NOW + 30 * DAY], DORA)


async def test_the_doctor_sees_a_slot_with_two_seats(practice: Practice) -> None:
    slot = (await practice.slots())["20261123-0900"].id

    def enlarge(connection: sa.Connection) -> None:
        connection.execute(sa.update(events).where(events.c.id == slot).values(capacity=2))
        connection.execute(seats.insert().values(event_id=slot, number=2, capacity=2))

    await practice.database.transact(enlarge)
    assert [str(found) for found in await examine(practice.database, NOW)] != []
