"""What the schema refuses, whoever writes; and that it is the named guard that refuses."""

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from storage.database import Database
from tests.storage.attacks import GROUPS, Attack
from tests.storage.unguarded import can_go, drop, without

ATTACKS = [
    pytest.param(attack, id=f"{group}: {attack.name}")
    for group, attacks in GROUPS.items()
    for attack in attacks
]


async def run(connection: AsyncConnection, attack: Attack) -> None:
    for statement in attack.statements:
        await connection.execute(sa.text(statement.replace(":", r"\:")))


async def commit(engine: AsyncEngine, attack: Attack) -> None:
    async with engine.begin() as connection:
        await run(connection, attack)


@pytest.mark.parametrize("attack", ATTACKS)
async def test_an_attack_is_refused(world: Database, attack: Attack) -> None:
    with pytest.raises(DBAPIError) as refused:
        await commit(world.write, attack)
    sqlstate = getattr(refused.value.orig, "sqlstate", "23")
    assert sqlstate.startswith("23"), refused.value  # an integrity violation, not a mistake in the attack
    assert type(refused.value).__name__ == "IntegrityError", refused.value


@pytest.mark.parametrize("attack", ATTACKS)
async def test_it_is_the_guard_that_refuses(world: Database, attack: Attack) -> None:
    if not can_go(attack.guard, world):
        return
    if world.is_sqlite:
        engine = await without(world, attack.guard)
        await commit(engine, attack)
        await engine.dispose()
        return
    async with world.write.connect() as connection:  # its schema is as it was when this is rolled back
        await drop(connection, attack.guard)
        await run(connection, attack)
        await connection.execute(sa.text("SET CONSTRAINTS ALL IMMEDIATE"))  # as a commit would check them


def test_there_are_attacks_enough() -> None:
    assert len(ATTACKS) >= 38
