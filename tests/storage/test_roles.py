"""The account's table of roles on both databases: one decision at a time, each with its fact, none twice."""

from __future__ import annotations

import asyncio

import pytest
import sqlalchemy as sa

from engine.facts import RoleGiven
from engine.ports import Actor
from engine.refusals import AlreadyDone, LastOwner, NoAccount
from engine.roles import Administrator, Role, Team, team_of
from engine.services import roles as service
from engine.services.who import AdminTap
from storage.database import Database
from storage.doctor import examine
from storage.roles import SqlRoles
from storage.tables import facts, roles
from tests.storage.world import NOW

OLGA, DORA = 7_000_000_001, 7_000_000_002
LISTED = (Administrator(OLGA, "Olga", creator=True), Administrator(DORA, "Dora"))


def tap(by: int = OLGA, update: int | None = None) -> AdminTap:
    return AdminTap(by, "Olga" if by == OLGA else "Dora", update, "because")


async def team(table: SqlRoles) -> Team:
    return team_of(LISTED, await table.given())


async def test_nothing_was_imported_yet(database: Database) -> None:
    table = SqlRoles(database, lambda: NOW)
    assert await table.given() == {}
    with pytest.raises(NoAccount):
        await service.give(table, tap(), await team(table), DORA, "owner")


async def test_who_gave_what_when_and_why(world: Database) -> None:
    table = SqlRoles(world, lambda: NOW)
    fact = await service.give(table, tap(), await team(table), DORA, "approver")
    assert fact == RoleGiven(DORA, "Dora", "operator", "approver")
    await service.give(table, tap(), await team(table), DORA, "owner")
    (given,) = (await table.given()).values()
    assert (given.role, given.by, given.by_name, given.at) == ("owner", OLGA, "Olga", NOW)
    rows = await _rows(world, sa.select(facts).where(facts.c.subject == "role").order_by(facts.c.id))
    assert [(row.version, row.actor_id, row.reason, row.event_id) for row in rows] == [
        (1, OLGA, "because", None),
        (2, OLGA, "because", None),
    ]
    assert rows[1].data["before"] == "approver" and rows[1].data["role"] == "owner"
    assert await examine(world, NOW) == []


async def test_an_update_that_comes_again(world: Database) -> None:
    table = SqlRoles(world, lambda: NOW)
    await service.give(table, tap(update=5), await team(table), DORA, "owner")
    await service.give(table, tap(update=6), await team(table), DORA, "viewer")
    with pytest.raises(AlreadyDone):
        await service.give(table, tap(update=5), await team(table), DORA, "owner")
    assert (await table.given())[DORA].role == "viewer"


async def test_two_owners_who_lower_each_other_at_once(world: Database) -> None:
    """Whatever the order: the second is no owner any more, or would be the last."""
    table = SqlRoles(world, lambda: NOW)
    await service.give(table, tap(), await team(table), DORA, "owner")
    known = await team(table)
    results = await asyncio.gather(
        service.give(table, tap(OLGA), known, OLGA, "viewer"),
        service.give(table, tap(DORA), known, DORA, "viewer"),
        return_exceptions=True,
    )
    assert sorted(type(result).__name__ for result in results) == ["LastOwner", "RoleGiven"]
    assert [member.role for member in (await team(table)).values()].count("owner") == 1


async def test_what_is_refused_leaves_nothing(world: Database) -> None:
    table = SqlRoles(world, lambda: NOW)
    with pytest.raises(LastOwner):
        await service.give(table, tap(update=9), await team(table), OLGA, "viewer")
    assert not await _rows(world, sa.select(roles))
    await service.give(table, tap(update=9), await team(table), DORA, "owner")


@pytest.mark.parametrize("role", ["admin", "", "OWNER"])
async def test_the_schema_knows_four_roles(world: Database, role: Role) -> None:
    table = SqlRoles(world, lambda: NOW)
    with pytest.raises(sa.exc.IntegrityError):
        await table.decide(
            Actor("admin", OLGA, "Olga"), None, "", lambda _: RoleGiven(DORA, "Dora", "viewer", role)
        )


async def _rows(database: Database, statement: sa.Select[tuple[int]]) -> list[sa.Row[tuple[int]]]:
    async with database.read.connect() as connection:
        return list((await connection.execute(statement)).all())
