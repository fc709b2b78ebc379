"""What the schema refuses, whoever writes; and that it is the named guard that refuses."""

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.database import Database
from tests.storage.attacks import GROUPS, Attack
from tests.storage.unguarded import can_go, without

ATTACKS = [
    pytest.param(attack, id=f"{group}: {attack.name}")
    for group, attacks in GROUPS.items()
    for attack in attacks
]


async def commit(engine: AsyncEngine, attack: Attack) -> None:
    async with engine.begin() as connection:
        for statement in attack.statements:
            await connection.execute(sa.text(statement.replace(":", r"\:")))


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
    engine = await without(world, attack.guard)
    await commit(engine, attack)
    await engine.dispose()


def test_there_are_attacks_enough() -> None:
    assert len(ATTACKS) >= 38
