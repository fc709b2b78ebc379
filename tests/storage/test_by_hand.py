"""Seat rows follow the capacity: one for each number from 1 on, each with its owner, whatever an admin does."""

from collections.abc import Awaitable, Callable
from random import Random

import pytest
import sqlalchemy as sa

from engine.facts import BookingMade, CapacityChanged, CapacityDraining, Fact
from engine.ports import Act, Actor, Ask, Facts, States, Steps
from engine.refusals import Refusal
from engine.services import booking, capacity, seats
from engine.services.who import AdminTap, Tap
from storage.database import Database
from storage.doctor import examine
from storage.tables import events
from storage.tables import seats as rows
from storage.work import SharedWork
from tests.rules.builders import only
from tests.services.world import NOW, Clock, World

ADA = AdminTap(900, "Ada", reason="another hall")


async def numbers(database: Database) -> list[tuple[int, int | None]]:
    """Seat numbers with the booking that has each."""
    statement = sa.select(rows.c.number, rows.c.booking_id).order_by(rows.c.number)
    async with database.read.connect() as connection:
        return [(row.number, row.booking_id) for row in await connection.execute(statement)]


async def test_people_come_closer_together_and_seats_come_back(database: Database) -> None:
    await database.transact(World((5,), 5).plant)
    work = SharedWork(database, Clock())
    made = [only(await booking.book(work, Tap(i), 1), BookingMade) for i in range(1, 6)]
    for i in (1, 3):
        await booking.cancel(work, Tap(i), 1, made[i - 1].id)
    await capacity.resize(work, ADA, 1, 3)
    assert await numbers(database) == [(1, made[3].id), (2, made[1].id), (3, made[4].id)]
    await capacity.resize(work, ADA, 1, 5)
    assert await numbers(database) == [
        (1, made[3].id),
        (2, made[1].id),
        (3, made[4].id),
        (4, None),
        (5, None),
    ]
    assert await examine(database, NOW) == []


async def test_two_steps_at_the_only_event_build_on_each_other(database: Database) -> None:
    await database.transact(World((2,), 2).plant)
    work = SharedWork(database, Clock())

    def grow_twice(states: States, act: Act) -> Steps:
        more: list[Fact] = [CapacityChanged(1, 4)]
        down: list[Fact] = [CapacityDraining(1, 3)]
        return [(1, more), (1, down)]

    await work.decide_wide(Ask(by=Actor("admin", 900, "Ada"), event_id=1, seats=8), grow_twice)
    async with database.read.connect() as connection:
        row = (
            await connection.execute(sa.select(events.c.capacity, events.c.drain_to, events.c.version))
        ).one()
    assert tuple(row) == (4, 3, 3)
    assert [number for number, _ in await numbers(database)] == [1, 2, 3, 4]


def wish(any_: Random, person: int, size: int, booking_id: int) -> Callable[[SharedWork], Awaitable[Facts]]:
    """Anything that takes seats, gives them back, or changes how many there are."""
    return any_.choice(
        [
            lambda work: booking.book(work, Tap(person), 1, 1 + size % 2, ("guest",) * (size % 2)),
            lambda work: booking.book(work, Tap(person), 1),
            lambda work: booking.cancel(work, Tap(person), 1, booking_id),
            lambda work: seats.hold(work, ADA, 1, 1 + size % 2),
            lambda work: capacity.resize(work, ADA, 1, size),
            lambda work: capacity.drain(work, ADA, 1, size),
            lambda work: capacity.displace(work, ADA, 1, size),
        ]
    )


@pytest.mark.parametrize("seed", range(3))
async def test_any_sequence_leaves_the_rows_sound(database: Database, seed: int) -> None:
    any_ = Random(seed)
    await database.transact(World((6,), 12).plant)
    work = SharedWork(database, Clock())
    booked: dict[int, int] = {}
    for _ in range(40):
        person, size = any_.randint(1, 12), any_.randint(1, 9)
        try:
            facts = await wish(any_, person, size, booked.get(person, 0))(work)
        except Refusal:
            continue
        booked |= {fact.person_id: fact.id for fact in facts if isinstance(fact, BookingMade)}
        assert await examine(database, NOW, settled=False) == []
