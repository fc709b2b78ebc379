"""A guest is known by the name alone: however many admins enter it at once, there is one of them."""

import asyncio

import sqlalchemy as sa

from storage.people import SqlPeople
from storage.tables import GUEST, participants
from tests.races.conftest import Hall
from tests.services.world import World


async def test_a_name_entered_at_once_is_one_guest(hall: Hall, kind: str) -> None:
    arena = await hall.arena(kind)
    await arena.begin(World((1,), 1))
    desks = [SqlPeople(database, arena.clock) for database in arena.databases]
    for name in ("Anna", "Béla", "Cili"):
        met = await asyncio.gather(*(desk.guest(name) for desk in desks * 8))
        assert len(set(met)) == 1
    async with arena.databases[0].read.connect() as connection:
        names = (await connection.execute(sa.select(participants.c.name).where(GUEST))).scalars().all()
    assert sorted(names) == ["Anna", "Béla", "Cili"]
