"""Storms over many events hold every invariant, end, and leave rows that their history explains."""

from tests.races.arena import database_errors
from tests.races.conftest import Hall
from tests.races.storm import storm


async def test_storms(hall: Hall, kind: str, rounds: int) -> None:
    """PostgreSQL says nothing of a deadlock, and of no lock that was waited for too long."""
    for seed in range(2 * rounds):
        arena = await hall.arena(kind, seed=seed)
        arena.sharing = seed % 2 == 0
        with database_errors(arena.databases[0]) as one, database_errors(arena.databases[1]) as other:
            assert await storm(arena, seed) == [], f"seed {seed}"
        if kind == "postgresql":
            assert [*one, *other] == []
