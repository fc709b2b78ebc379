"""Whatever else becomes of slots: on SQLite every time, on PostgreSQL too in a long run."""

from collections import Counter
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest
import sqlalchemy as sa

from engine.catalogue import AccountPlan, Catalogue
from engine.refusals import HoursDiffer, HoursUnchanged, ServiceUnknown, SlotFromHours
from engine.services import booking, dates, waitlist
from engine.services.who import AdminTap
from engine.state import Opening, TimeWindow
from storage.calendar import SqlCalendar
from storage.catalogue import import_catalogue
from storage.doctor import examine
from storage.tables import events, letters, seats, services
from tests.storage.test_import import MASSAGE, NOVA, rows
from tests.storage.test_slots import DAY, DORA, HOUR, LATER, MONDAYS, Practice, practice
from tests.storage.world import NOW

__all__ = ["practice"]


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.long)])
def database_url(request: pytest.FixtureRequest) -> str:
    url: str = request.getfixturevalue("sqlite_url" if request.param == "sqlite" else "postgres_url")
    return url


async def test_the_clock_goes_on_opening_slots(practice: Practice) -> None:
    practice.moment = NOW + 3 * DAY  # a Monday
    assert await practice.calendar.cut_slots() == 0, "that Monday is the last one still"
    practice.moment += 12 * HOUR
    assert await practice.calendar.cut_slots() == 3
    assert await practice.calendar.cut_slots() == 0
    assert max(await practice.slots()) == "20261221-1040"
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
        await practice.calendar.repeat(slot, [NOW + 30 * DAY], DORA, "why")


async def test_the_doctor_sees_a_slot_with_two_seats(practice: Practice) -> None:
    slot = (await practice.slots())["20261123-0900"].id

    def enlarge(connection: sa.Connection) -> None:
        connection.execute(sa.update(events).where(events.c.id == slot).values(capacity=2))
        connection.execute(seats.insert().values(event_id=slot, number=2, capacity=2))

    await practice.database.transact(enlarge)
    assert [str(found) for found in await examine(practice.database, NOW)] != []
