"""Decisions about several events: in whatever order they name them, nobody blocks anybody or waits for ever."""

import asyncio
from itertools import count

from engine.facts import BookingCancelled
from engine.refusals import Refusal
from tests.races.arena import Arena, database_errors
from tests.races.conftest import Hall
from tests.races.contests import ONE_BY_ONE, book, move, of_kind, reserve, sweep
from tests.services.world import World

EVENTS = range(1, 9)
MOST_OVERTAKING = 100


async def everybody_booked(arena: Arena) -> list[int]:
    """One person at each of eight events of three seats, of two services, whose reserve lists wait; the bookings."""
    await arena.begin(World((3,) * 8, 40, ONE_BY_ONE, services=2))
    made = [(await arena.quietly(book(i, i)))[0].id for i in EVENTS]
    for person in (31, 32):
        await arena.quietly(reserve(person, person - 30))
    return made


async def test_opposite_orders_do_not_block_each_other(hall: Hall, rounds: int) -> None:
    """Four lanes of each of two replicas: half of them move people up the events and half of them down. PostgreSQL
    would break a deadlock by an error."""
    arena = await hall.arena("postgresql")
    for number in range(2 * rounds):
        arena.sharing = number % 2 == 0
        made = await everybody_booked(arena)
        one, other = arena.works
        up = [move(i, made[i - 1], i, 1 + i % 8) for i in EVENTS]
        down = [move(i, made[i - 1], i, 1 + (i - 2) % 8) for i in reversed(EVENTS)]
        newcomers = [book(8 + i, i) for i in EVENTS]
        with database_errors(arena.databases[0]) as here, database_errors(arena.databases[1]) as there:
            answers = await asyncio.gather(
                *(call(one) for call in (*up, *newcomers)),
                *(call(other) for call in down),
                return_exceptions=True,
            )
        assert [*here, *there] == []
        assert [a for a in answers if isinstance(a, BaseException) and not isinstance(a, Refusal)] == []
        moved = [fact for a in answers if isinstance(a, list) for fact in of_kind(a, BookingCancelled)]
        assert len(moved) == 8, "everybody was moved by one of the two"
        assert await arena.wrong(settled=False) == []


async def test_nobody_overtakes_for_ever(hall: Hall, kind: str) -> None:
    """Both events are always busy with somebody else's tap; a decision about both gets its turn all the same."""
    arena = await hall.arena(kind)
    made = await everybody_booked(arena)
    (work, _), taps = arena.works, count()
    stop = asyncio.Event()

    async def busy(event: int) -> None:
        while not stop.is_set() and next(taps) < 50 * MOST_OVERTAKING:
            await sweep(event)(work)

    crowd = [asyncio.ensure_future(busy(event)) for event in (1, 2) * 4]
    while next(taps) < MOST_OVERTAKING // 2:  # everybody is at it
        await asyncio.sleep(0)
    before = next(taps)
    await move(1, made[0], 1, 2)(work)
    after = next(taps)
    stop.set()
    await asyncio.gather(*crowd)
    assert after - before < MOST_OVERTAKING
    assert await arena.wrong(settled=False) == []
