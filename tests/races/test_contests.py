"""Every race three times: with the lock it holds; without the lock, on a schema that does not refuse, it breaks; and
without the lock the schema refuses what would break it."""

import pytest
from sqlalchemy.exc import IntegrityError

from tests.races.arena import Arena
from tests.races.conftest import Hall
from tests.races.contests import CONTESTS, OVERSELLING, rush
from tests.races.contests_of_admins import OF_ADMINS

MOST_ROUNDS = 12
LOCK_ALONE = {"called off": "nothing is left of an event that does not take place"}
"""What the schema does not guard: it knows the seats, and not that nobody is left at an event that is called off."""
ALL = CONTESTS | OF_ADMINS
names = pytest.mark.parametrize("name", ALL)


@names
async def test_holds(hall: Hall, kind: str, name: str, rounds: int) -> None:
    for seed in range(rounds):
        arena = await hall.arena(kind, seed=seed)
        arena.sharing = seed % 2 == 0
        assert await ALL[name](arena) == [], f"seed {seed}"


@pytest.mark.parametrize("replicas", [1, 2])
async def test_two_hundred_people_want_ten_seats(hall: Hall, kind: str, replicas: int) -> None:
    arena = await hall.arena(kind)
    arena.databases = arena.databases[:replicas]
    assert await rush(200, 10)(arena) == []


@names
async def test_breaks_without_the_lock(hall: Hall, kind: str, name: str) -> None:
    for seed in range(MOST_ROUNDS):
        arena = await hall.arena(kind, locked=False, loose=True, seed=seed)
        await ALL[name](arena)
        if await _broken(arena, name):
            return
    pytest.fail("the race never happened, so this test says nothing of the lock")


async def _broken(arena: Arena, name: str) -> bool:
    """Whether rows contradict each other; an answer that never came is no proof."""
    if name in OVERSELLING:
        return await arena.oversold() > 0
    return bool(await arena.wrong(settled=False))


@names
async def test_without_the_lock_the_database_refuses(hall: Hall, kind: str, name: str) -> None:
    refused = 0
    for seed in range(MOST_ROUNDS):
        arena = await hall.arena(kind, locked=False, seed=seed)
        await ALL[name](arena)
        assert await arena.oversold() == 0
        wrong = await arena.sold_wrong()
        assert [each for each in wrong if LOCK_ALONE.get(name, each + ".") not in each] == []
        refused += sum(isinstance(error, IntegrityError) for error in arena.failed)
        if refused:
            return
    pytest.fail("nobody was refused by the database, so this test says nothing of it")
