"""What goes past the triggers of a row: a table emptied at once on PostgreSQL, a row replaced by another on SQLite.
Both are refused as the row's own end would be."""
# ruff: noqa: S608 - SQL put together from strings is what an attack is

import sqlite3
from contextlib import closing

import pytest
from sqlalchemy.exc import DBAPIError

from storage.database import Database
from tests.storage.attacks import ASKED, AT, FINAL, LATER, PLACED, Attack, agreed, attack, month, unlocked
from tests.storage.test_attacks import commit

TABLES = (
    "placements", "unplaced", "adjustments", "results", "wish_choices", "locks", "unlocks", "repair_moves",
    "friendships",
    "runs CASCADE", "periods CASCADE", "bookings CASCADE", "wishes CASCADE", "repairs CASCADE", "participants CASCADE",
)  # fmt: skip


@pytest.mark.parametrize("table", TABLES)
async def test_nothing_of_a_month_is_emptied(world: Database, table: str) -> None:
    if world.is_sqlite:
        return  # it knows no such statement
    with pytest.raises(DBAPIError) as refused:
        await commit(world.write, attack(table, "", *FINAL, f"TRUNCATE {table}"))
    assert "what months have come to stays" in str(refused.value) or "only added to" in str(refused.value)


def replaced(statement: str) -> str:
    return statement.replace("INSERT ", "INSERT OR REPLACE ").replace("UPDATE ", "UPDATE OR REPLACE ", 1)


BARE = "id, event_id, person_id, status, active, seats, first_seat, names, created_at"
WHO = "id, event_id, subject, subject_id, version, kind, actor_kind, actor_id, 'Eve', reason, at, data"
REPLACED = {
    "a final month": (*FINAL, replaced(month(60, "planned"))),
    "a final month by another": (
        *FINAL, month(66, "planned"), replaced("UPDATE periods SET id = 60, version = 9 WHERE id = 66"),
    ),
    "a place of a month by one of none": (
        *PLACED, replaced(f"INSERT INTO bookings ({BARE}) VALUES (70, 2, 4, 'confirmed', 1, 1, 2, '[]', {AT})"),
    ),
    "an unlocking": (*ASKED, agreed(), replaced(unlocked(f"71, 'asked', 'because', 30, {LATER}, NULL"))),
    "a fact": (
        f"INSERT OR REPLACE INTO facts SELECT {WHO} FROM facts WHERE subject = 'booking' AND subject_id = 11",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", REPLACED)
async def test_nothing_is_replaced(world: Database, name: str) -> None:
    if not world.is_sqlite:
        return  # it knows no such statement
    with pytest.raises(DBAPIError, match=r"final|stays|only added to"):
        await commit(world.write, Attack(name, "", REPLACED[name]))


async def test_it_is_the_switch_that_refuses(world: Database) -> None:
    """Without it a final month is another one, and nothing is said."""
    if not world.is_sqlite:
        return
    with closing(sqlite3.connect(world.write.url.database or "")) as file, file:
        for statement in REPLACED["a final month"]:
            file.execute(statement)
        assert file.execute("SELECT status FROM periods WHERE id = 60").fetchall() == [("planned",)]
