"""After its end nothing changes who has which place of a month, whatever people, admins, jobs and files do, but
cancelling, what is moved while two admins have opened it, and a repair to which everybody has agreed."""

import inspect
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from types import ModuleType
from typing import Any

import pytest

from engine import refusals as no
from engine.catalogue import Catalogue, EventPlan
from engine.services import (
    balancing,
    booking,
    by_hand,
    capacity,
    configuring,
    dates,
    locks,
    month,
    moving,
    offers,
    repair,
    requests,
    runs,
    seats,
    waitlist,
)
from engine.settings import Mode
from storage.catalogue.importing import import_catalogue
from storage.catalogue.report import ImportRefused
from storage.doctor import examine
from storage.tables import (
    adjustments,
    bookings,
    events,
    placements,
    repair_moves,
    repairs,
    results,
    unlocks,
    unplaced,
)
from storage.tables import periods as period_rows
from storage.tables import runs as run_rows
from tests.services.crowd import Crowd, final
from tests.services.fresh import empty
from tests.services.studio import BEN
from tests.services.test_locks import House, house

__all__ = ["house"]

Place = tuple[int, int, int, int]
ENDS = {"self", "admin", "event", "silence"}
ALLOCATION = (placements, unplaced, adjustments, results)
MODES = (Mode.MANUAL, Mode.OFFER, Mode.LEGACY, Mode.SPLITTER)


async def places(house: House) -> dict[Place, str]:
    """Who has which place by the month's allocation, and how it has ended if it has."""
    found = await house.rows(bookings, bookings.c.period_id == house.period_id)
    return {(row.id, row.person_id, row.event_id, row.seats): row.ended for row in found}


async def times(house: House) -> dict[int, tuple[datetime, datetime]]:
    """When those events are at which somebody has a place by the month's allocation."""
    found = await house.rows(bookings, bookings.c.period_id == house.period_id, bookings.c.active == 1)
    here = {row.event_id for row in found}
    return {row.id: (row.starts_at, row.ends_at) for row in await house.rows(events) if row.id in here}


async def imported(house: House, event: Any, by: timedelta, **said: Any) -> Any:
    """A file says that the event begins, and ends, so much later."""
    begins, ends = event.starts_at + by, event.ends_at + by
    plan = replace(EventPlan("yoga", event.code, begins, ends, event.capacity), **said)
    return await import_catalogue(house.database, Catalogue(events=(plan,)), house.now)


async def allocation(house: House) -> list[Any]:
    """Everything that was made final, but the bookings."""
    own = [
        *await house.rows(period_rows, period_rows.c.id == house.period_id),
        *await house.rows(run_rows, run_rows.c.period_id == house.period_id),
    ]
    made = {row.id for row in own}
    for table in ALLOCATION:
        about = table.c.period_id if "period_id" in table.c else table.c.run_id
        own += await house.rows(table, about.in_(made))
    return own


async def open_now(house: House) -> bool:
    found = await house.rows(unlocks, unlocks.c.status == "open")
    return any(row.until > house.now for row in found)


async def repaired(house: House) -> tuple[set[int], set[int]]:
    """Bookings that a repair has moved, with everybody's word, and those that it has made instead."""
    done = {row.id for row in await house.rows(repairs, repairs.c.status == "done")}
    moved = [row for row in await house.rows(repair_moves) if row.repair_id in done]
    assert all(row.agreed for row in moved)
    return {row.booking_id for row in moved}, {row.made_id for row in moved}


async def keeps_its_places(house: House, crowd: Crowd, steps: int) -> None:
    """Looked at after each step."""
    before, when, made = await places(house), await times(house), await allocation(house)
    assert len(before) == 4
    for _ in range(steps):
        opened = await open_now(house)
        await crowd.does()
        now, then = await places(house), await times(house)
        gone, come = await repaired(house)
        assert before.keys() <= now.keys()
        assert opened or {place[0] for place in now.keys() - before.keys()} <= come
        assert opened or all(then[event] == when[event] for event in then.keys() & when.keys())
        for place, ended in now.items():
            if ended != before.get(place, ended):
                assert before[place] == ""
                allowed = ended in ENDS or (opened and ended in {"move", "line"})
                assert allowed or (ended == "repair" and place[0] in gone), ended
        assert await allocation(house) == made
        before, when = now, then
    assert await examine(house.database, house.now, settled=False) == []


SEEDS = [0, *(pytest.param(seed, marks=pytest.mark.long) for seed in range(1, 30))]


@pytest.mark.parametrize("seed", SEEDS)
async def test_places_only_end_by_cancelling(house: House, seed: int) -> None:
    await final(house, MODES[seed % len(MODES)])
    await keeps_its_places(house, Crowd(house, seed), 40)


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


# -------------------------------------------------------------------------------------- the crowd leaves nothing out

LATE = set(
    "month.choose month.drop month.set_count month.set_limit month.set_weekday month.set_party month.set_standing"
    " month.withdraw month.ask_friend month.extend month.reopen runs.execute"
    " runs.stop runs.pin runs.move runs.exclude runs.lift runs.finalize"
    " locks.take locks.extend locks.release locks.name locks.drop locks.ask locks.hand locks.keep locks.force".split()
)
"""Tried, and refused each time."""
ELSEWHERE = set(
    "offers.undeliver offers.withdraw_undelivered month.agree month.end_friendship runs.begin runs.compute"
    " runs.execute_as".split()
)
"""Of letters and links, without a booking; and parts of what is there as a whole."""
LOOKS = set(
    "balancing.simulate configuring.foresee_event configuring.foresee_service configuring.foresee_account"
    " repair.plan runs.check runs.plan runs.compare runs.changed".split()
)
MODULES = (
    balancing, booking, by_hand, capacity, configuring, dates, locks, month, moving, offers, repair, requests, runs,
    seats, waitlist,
)  # fmt: skip


def services() -> dict[str, tuple[ModuleType, str, Callable[..., Any]]]:
    """What can be asked for, by its name."""
    return {
        f"{module.__name__.rpartition('.')[2]}.{name}": (module, name, function)
        for module in MODULES
        for name, function in inspect.getmembers(module, inspect.iscoroutinefunction)
        if function.__module__ == module.__name__ and not name.startswith("_")
    }


@pytest.mark.long
@pytest.mark.parametrize("database", ["sqlite"], indirect=True)  # what the crowd does is the same on both
async def test_the_crowd_does_everything(
    house: House, template: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every service is called, and does what it is for; but what comes too late never does."""
    tried, done = Counter[str](), Counter[str]()
    for full, (module, name, function) in services().items():
        monkeypatch.setattr(module, name, counted(full, function, tried, done))
    for seed in range(100, 130):
        await empty(house.database, template)
        house = House(house.database)
        await final(house, MODES[seed % len(MODES)])
        crowd, made = Crowd(house, seed), await allocation(house)
        done.subtract({name: done[name] for name in LATE})  # the month was made
        for _ in range(60):
            await crowd.does()
        assert not {name for name in LATE if done[name]}, seed
        assert await allocation(house) == made
    expected = set(services()) - LATE - ELSEWHERE - LOOKS
    assert {name for name in expected if not done[name]} == set(), "never done"
    assert LATE - tried.keys() == set(), "never tried"


def counted(name: str, function: Any, tried: Counter[str], done: Counter[str]) -> Any:
    async def call(*arguments: Any, **options: Any) -> Any:
        tried[name] += 1
        outcome = await function(*arguments, **options)
        done[name] += 1
        return outcome

    return call
