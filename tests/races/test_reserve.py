"""The reserve list of a service is under a lock of its own, as decisions about different events change it."""

import pytest

from engine.facts import EntryJoined
from tests.races.arena import Arena
from tests.races.conftest import Hall
from tests.races.contests import ONE_BY_ONE, book, facts_in, reserve
from tests.services.world import World

EVENTS, PEOPLE = 6, 24


async def places(arena: Arena) -> list[int]:
    """What people are told who join at once, each through another event."""
    await arena.begin(World((1,) * EVENTS, EVENTS + PEOPLE, ONE_BY_ONE))
    for event in arena.world.event_ids:
        await arena.quietly(book(event, event))
    joined = await arena.all([reserve(EVENTS + 1 + n, 1 + n % EVENTS) for n in range(PEOPLE)])
    return sorted(fact.position for fact in facts_in(joined) if isinstance(fact, EntryJoined))


async def test_places_are_true(hall: Hall, kind: str, rounds: int) -> None:
    for seed in range(rounds):
        arena = await hall.arena(kind, seed=seed)
        arena.sharing = seed % 2 == 1
        assert await places(arena) == list(range(1, PEOPLE + 1))
        assert await arena.wrong() == []


async def test_without_the_lock_they_are_not(hall: Hall, kind: str) -> None:
    for seed in range(12):
        found = await places(await hall.arena(kind, locked=False, seed=seed))
        if len(set(found)) < len(found):
            return
    pytest.fail("the race never happened, so this test says nothing of the lock")
