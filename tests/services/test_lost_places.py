"""Of a final month: how many people have fewer places by now than it gave them. Dates of groups that they have come by
since make good for those that they have lost; nothing else does."""

from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from engine.services import booking
from storage.tables import bookings, services
from storage.views import SqlViews
from tests.services.studio import DAY, FIRST
from tests.services.test_repair import Workshop, workshop
from tests.storage.world import Planting

__all__ = ["workshop"]

MINUTE = timedelta(minutes=1)
SLOT, NEXT_MONTH, LAST_MONTH = 50, 60, 40
"""A slot of one's own in December, and dates of the group in January and in November."""


def _plant(connection: sa.Connection) -> None:
    planting = Planting(connection, 900_000)
    row: dict[str, Any] = {"names": {"en": "Massage"}, "descriptions": {}, "mode": "manual", "offer": {}}
    hours: dict[str, Any] = {"minutes": 60, "hours": []}
    planting.put(services, id=2, account_id=1, code="massage", kind="individual", **row, **hours)
    planting.event(SLOT, 1, FIRST + 20 * DAY, service_id=2)
    planting.event(NEXT_MONTH, 1, FIRST + 40 * DAY)
    planting.event(LAST_MONTH, 1, FIRST - 3 * DAY)


async def final(workshop: Workshop, *, before: int = 0, at_once: bool = False) -> None:
    """December has given person 1 a place at event 1; they had one at this event `before` it was final."""
    await workshop.begin(1, 1, 1)
    await workshop.database.transact(_plant)
    await workshop.wish(1, 1)
    if before:
        await booking.book(workshop.work, workshop.tap(1), before)
    workshop.now += timedelta(0) if at_once else MINUTE
    await workshop.final()
    workshop.now += MINUTE
    assert await lost(workshop) == 0


async def lost(workshop: Workshop) -> int:
    return await SqlViews(workshop.database, workshop.clock).lost_places(workshop.period_id)


async def test_a_date_of_a_group_booked_since_makes_good(workshop: Workshop) -> None:
    """Their own, and for as long as they have it."""
    await final(workshop)
    await workshop.call_off(1)
    await booking.book(workshop.work, workshop.tap(2), 3)
    assert await lost(workshop) == 1
    await booking.book(workshop.work, workshop.tap(1), 2)
    assert await lost(workshop) == 0
    (own,) = await workshop.rows(bookings, bookings.c.person_id == 1, bookings.c.active == 1)
    await booking.cancel(workshop.work, workshop.tap(1), 2, own.id)
    assert await lost(workshop) == 1


async def test_a_slot_of_ones_own_makes_nothing_good(workshop: Workshop) -> None:
    await final(workshop)
    await workshop.call_off(1)
    await booking.book(workshop.work, workshop.tap(1), SLOT)
    assert await lost(workshop) == 1


@pytest.mark.parametrize("event_id", [NEXT_MONTH, LAST_MONTH])
async def test_a_date_of_another_month_makes_nothing_good(workshop: Workshop, event_id: int) -> None:
    await final(workshop)
    await workshop.call_off(1)
    await booking.book(workshop.work, workshop.tap(1), event_id)
    assert await lost(workshop) == 1


async def test_what_they_had_before_makes_nothing_good(workshop: Workshop) -> None:
    """They had it beside the place that they have lost."""
    await final(workshop, before=2)
    await workshop.call_off(1)
    assert await workshop.where() == {1: {2}}
    assert await lost(workshop) == 1


async def test_what_they_had_at_the_moment_of_the_end_makes_nothing_good(workshop: Workshop) -> None:
    await final(workshop, before=2, at_once=True)
    await workshop.call_off(1)
    assert await lost(workshop) == 1
