"""After its end nothing changes who has which place of a month, whatever people and admins do, but cancelling, and what
is moved while two admins have opened it."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime, timedelta
from random import Random
from typing import Any

import pytest

from engine import refusals as no
from engine.catalogue import Catalogue, EventPlan
from engine.refusals import Refusal
from engine.services import booking, by_hand, capacity, dates, locks, moving, seats, waitlist
from storage.catalogue.importing import import_catalogue
from storage.catalogue.report import ImportRefused
from storage.tables import bookings, events, unlocks
from tests.services.studio import ADA, BEN
from tests.services.test_locks import CLEO, House, house

__all__ = ["house"]

Place = tuple[int, int, int, int]
ENDS = {"self", "admin", "event", "silence"}
ADMINS = (ADA, BEN, CLEO)


class Crowd:
    """Somebody does something, at random."""

    def __init__(self, house: House, seed: int) -> None:
        self.house, self.random = house, Random(seed)

    def admin(self) -> Any:
        return self.house.by(self.random.choice(ADMINS))

    def person(self) -> int:
        return self.random.randint(1, 6)

    def event(self) -> int:
        return self.random.randint(1, 3)

    async def booked(self) -> Any:
        """Some booking, over or not."""
        return self.random.choice(await self.house.rows(bookings))

    async def cancel(self) -> None:
        row = await self.booked()
        await booking.cancel(self.house.work, self.house.tap(row.person_id), row.event_id, row.id)

    async def cancel_for(self) -> None:
        row = await self.booked()
        await booking.cancel_for(self.house.work, self.admin(), row.event_id, row.id)

    async def book(self) -> None:
        await booking.book(self.house.work, self.house.tap(self.person()), self.event(), 1)

    async def join(self) -> None:
        await waitlist.join(self.house.work, self.house.tap(self.person()), self.event(), 1)

    async def reschedule(self) -> None:
        row = await self.booked()
        tap = self.house.tap(row.person_id)
        await moving.reschedule(self.house.work, tap, row.id, row.event_id, self.event(), row.seats)

    async def move(self) -> None:
        row, target = await self.booked(), self.event()
        await moving.move(
            self.house.work, self.admin(), row.id, row.event_id, target, row.person_id, row.seats
        )

    async def back_to_line(self) -> None:
        row = await self.booked()
        await by_hand.back_to_line(self.house.work, self.admin(), row.event_id, row.id)

    async def displace(self) -> None:
        await capacity.displace(self.house.work, self.admin(), self.event(), self.random.randint(1, 3))

    async def drain(self) -> None:
        await capacity.drain(self.house.work, self.admin(), self.event(), self.random.randint(1, 3))

    async def resize(self) -> None:
        await capacity.resize(self.house.work, self.admin(), self.event(), self.random.randint(1, 5))

    async def move_date(self) -> None:
        event = self.random.choice(await self.house.rows(events))
        by = timedelta(days=self.random.choice((-1, 1, 3)))
        await dates.move_date(
            self.house.work, self.admin(), event.id, event.starts_at + by, event.ends_at + by
        )

    async def import_date(self) -> None:
        """A file that has another time for it, or another length."""
        event = self.random.choice(await self.house.rows(events))
        try:
            await imported(self.house, event, timedelta(minutes=self.random.choice((-30, 45, 1440))))
        except ImportRefused:
            self.house.facts.clear()

    async def sweep(self) -> None:
        await seats.sweep(self.house.work, self.event())

    async def ask(self) -> None:
        await locks.ask_unlock(self.house.locks, self.admin(), self.house.period_id, 30)

    async def answer(self) -> None:
        for row in await self.house.rows(unlocks, unlocks.c.ended_at.is_(None)):
            deed = self.random.choice((locks.approve, locks.approve, locks.deny, locks.relock))
            await deed(self.house.locks, self.admin(), self.house.period_id, row.id)

    async def wait(self) -> None:
        self.house.now += timedelta(minutes=self.random.choice((1, 20, 40)))
        await self.house.tick()

    def deeds(self) -> list[Callable[[], Awaitable[None]]]:
        people = [self.cancel, self.book, self.join, self.reschedule]
        admins = [self.cancel_for, self.move, self.back_to_line, self.displace, self.drain, self.resize]
        admins += [self.move_date, self.import_date]
        return [*people, *admins, self.move, self.reschedule, self.sweep, self.ask, self.answer, self.wait]

    async def does(self) -> None:
        try:
            await self.random.choice(self.deeds())()
        except Refusal:
            self.house.facts.clear()


async def places(house: House) -> dict[Place, str]:
    """Who has which place by the month's allocation, and how it has ended if it has."""
    found = await house.rows(bookings, bookings.c.period_id.is_not(None))
    return {(row.id, row.person_id, row.event_id, row.seats): row.ended for row in found}


async def times(house: House) -> dict[int, tuple[datetime, datetime]]:
    """When those events are at which somebody has a place by the month's allocation."""
    found = await house.rows(bookings, bookings.c.period_id.is_not(None), bookings.c.active == 1)
    here = {row.event_id for row in found}
    return {row.id: (row.starts_at, row.ends_at) for row in await house.rows(events) if row.id in here}


async def imported(house: House, event: Any, by: timedelta, **said: Any) -> Any:
    """A file says that the event begins, and ends, so much later."""
    begins, ends = event.starts_at + by, event.ends_at + by
    plan = replace(EventPlan("yoga", event.code, begins, ends, event.capacity), **said)
    return await import_catalogue(house.database, Catalogue(events=(plan,)), house.now)


async def open_now(house: House) -> bool:
    found = await house.rows(unlocks, unlocks.c.status == "open")
    return any(row.until > house.now for row in found)


SEEDS = [0, *(pytest.param(seed, marks=pytest.mark.long) for seed in range(1, 30))]


@pytest.mark.parametrize("seed", SEEDS)
async def test_places_only_end_by_cancelling(house: House, seed: int) -> None:
    await house.final()
    crowd = Crowd(house, seed)
    before, when = await places(house), await times(house)
    for _ in range(40):
        opened = await open_now(house)
        await crowd.does()
        now, then = await places(house), await times(house)
        assert now.keys() == before.keys()
        assert opened or then.items() <= when.items()
        for place, ended in now.items():
            if ended != before[place]:
                assert before[place] == "" and (ended in ENDS or (opened and ended in {"move", "line"})), (
                    ended
                )
        before, when = now, then
    assert await house.examine() == []


async def test_it_is_the_lock_that_keeps_them(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the rule the database refuses."""
    await house.final()
    monkeypatch.setattr("engine.rules.moving.check_movable", lambda *_: None)
    with pytest.raises(Exception, match="the month is final"):
        await house.move(1)
    assert set((await places(house)).values()) == {""}


async def test_a_date_of_a_final_month_stays(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither an admin nor a file moves it; one at which nobody has a place is free. While it is open, both can; it is
    cancelled at any time. Without the rule the database refuses."""
    await house.final()
    before = await house.rows(events)
    with pytest.raises(no.DateFinal) as final:
        await moved(house, 1)
    assert final.value == no.DateFinal(2)
    for by in (timedelta(days=1), timedelta(0)):
        with pytest.raises(ImportRefused, match="2 seats are given there by a final month"):
            await imported(house, before[0], by, ends_at=before[0].ends_at + by + timedelta(hours=1))
    assert [row.starts_at for row in await house.rows(events)] == [row.starts_at for row in before]
    await moved(house, 3)
    with monkeypatch.context() as patch:
        patch.setattr("engine.rules.dates.check_date", lambda *_: None)
        with pytest.raises(Exception, match="the month is final"):
            await moved(house, 1)
    with monkeypatch.context() as patch:
        patch.setattr("storage.catalogue.importing.final_dates", lambda *_: [])
        with pytest.raises(Exception, match="the month is final"):
            await imported(house, before[0], timedelta(days=1))
    await imported(house, before[0], timedelta(0), capacity=4)  # nobody's place is another one
    await house.unlocked()
    await moved(house, 1)
    await imported(house, before[1], timedelta(days=7))
    house.now += timedelta(minutes=30)
    with pytest.raises(no.DateFinal):
        await moved(house, 1)
    with pytest.raises(ImportRefused):
        await imported(house, before[1], timedelta(0))
    await dates.call_off(house.work, house.by(BEN), 1)
    assert {row.ended for row in await house.rows(bookings, bookings.c.event_id == 1)} == {"event"}
    assert await house.examine() == []


async def moved(house: House, event_id: int) -> None:
    """Ben moves the event to the next day."""
    (event,) = await house.rows(events, events.c.id == event_id)
    day = timedelta(days=1)
    await dates.move_date(house.work, house.by(BEN), event_id, event.starts_at + day, event.ends_at + day)
