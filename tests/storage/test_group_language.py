"""The language of the admins' group on both databases: chosen once, told in the history, left alone by imports."""

from __future__ import annotations

import asyncio

import pytest
import sqlalchemy as sa

from engine.facts import GroupLanguageChosen
from engine.ports import Actor
from engine.refusals import AlreadyDone, NoAccount, RulesUnchanged
from storage.database import Database
from storage.doctor import examine
from storage.group_language import SqlGroupLanguages
from storage.tables import facts
from tests.storage.world import NOW

OLGA = Actor("admin", 7_000_000_001, "Olga")


async def test_nothing_was_imported_yet(database: Database) -> None:
    table = SqlGroupLanguages(database, lambda: NOW)
    assert await table.language() is None
    with pytest.raises(NoAccount):
        await table.choose(OLGA, None, "", "hu")


async def test_who_chose_what_when_and_why(world: Database) -> None:
    table = SqlGroupLanguages(world, lambda: NOW)
    assert await table.language() == "en", "the account's first"
    fact = await table.choose(OLGA, 5, "because", "hu")
    assert fact == GroupLanguageChosen(fact.id, "en", "hu") and await table.language() == "hu"
    with pytest.raises(AlreadyDone):
        await table.choose(OLGA, 5, "because", "de")
    await table.choose(OLGA, 6, "because", "de")
    chosen = sa.select(facts).where(facts.c.kind == "GroupLanguageChosen").order_by(facts.c.id)
    async with world.read.connect() as connection:
        rows = (await connection.execute(chosen)).all()
    assert [(row.data["before"], row.data["language"], row.actor_id, row.reason) for row in rows] == [
        ("en", "hu", OLGA.id, "because"),
        ("hu", "de", OLGA.id, "because"),
    ]
    assert await examine(world, NOW) == []


async def test_of_two_at_once_one_has_chosen(world: Database) -> None:
    table = SqlGroupLanguages(world, lambda: NOW)
    both = await asyncio.gather(
        *(table.choose(OLGA, update, "", "de") for update in (5, 6)), return_exceptions=True
    )
    assert sorted(type(one).__name__ for one in both) == [
        GroupLanguageChosen.__name__,
        RulesUnchanged.__name__,
    ]
