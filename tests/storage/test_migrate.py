"""The schema's history: up, down and up again, together, never too new, and the same as the code's own tables."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy.ext.asyncio import create_async_engine

from engine.services import booking
from storage.database import open_database
from storage.in_force import missing, triggers
from storage.migrate import SchemaTooNew, WouldLose, migrate, revert, schema_of
from storage.tables import bookings, metadata
from tests.services.studio import Studio as Month
from tests.storage.attacks import ASKED, AT, HELD, LATER, PLANNED, REPAIRED, agreed, gone, month, repaired
from tests.storage.world import plant

T = TypeVar("T")
REVISIONS = [*(f"{number:04}" for number in range(1, 19)), "0021", "0022", "0023", "0024", "0025", "0026"]
HEAD = REVISIONS[-1]


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A database with nothing in it; SQLite's folder does not exist yet."""
    if request.param == "sqlite":
        return f"sqlite+aiosqlite:///{tmp_path}/new/data/nextseat.db"
    url: str = request.getfixturevalue("empty_postgres_url")
    return url


async def seen(url: str, look: Callable[[sa.Connection], T]) -> T:
    engine = create_async_engine(url)
    try:
        async with engine.begin() as connection:
            return await connection.run_sync(look)
    finally:
        await engine.dispose()


def tables(connection: sa.Connection) -> set[str]:
    return set(sa.inspect(connection).get_table_names())


async def test_up_down_up(empty_url: str) -> None:
    assert await migrate(empty_url) == REVISIONS
    assert await seen(empty_url, tables) == {*metadata.tables, "alembic_version"}
    assert await revert(empty_url, "base") == REVISIONS[::-1]
    assert await seen(empty_url, tables) == {"alembic_version"}
    assert await schema_of(empty_url) is None
    assert await migrate(empty_url) == REVISIONS
    assert await migrate(empty_url) == []


async def test_down_with_rows(empty_url: str) -> None:
    await migrate(empty_url)
    database = open_database(empty_url)
    await database.transact(plant)
    await database.close()
    await revert(empty_url, "base")
    assert await seen(empty_url, tables) == {"alembic_version"}


async def test_whom_a_run_has_placed_at_an_event_is_found_by_both(empty_url: str) -> None:
    """Up and down again, as the index had another shape before."""

    def index(connection: sa.Connection) -> list[str | None]:
        found = sa.inspect(connection).get_indexes("placements")
        return next(each["column_names"] for each in found if each["name"] == "ix_placements_event")

    await migrate(empty_url)
    assert await seen(empty_url, index) == ["event_id", "run_id"]
    await revert(empty_url, "0025")
    assert await seen(empty_url, index) == ["event_id"]
    assert await migrate(empty_url) == ["0026"]
    assert await seen(empty_url, index) == ["event_id", "run_id"]


async def test_guests_who_share_a_name_are_told_apart(empty_url: str) -> None:
    await migrate(empty_url)
    await revert(empty_url, "0013")
    made = "INSERT INTO participants (id, telegram_id, name, created_at) VALUES ({}, {}, 'Eve', '2026-03-02 12:00:00')"
    for row in ((1, 77), (2, "NULL"), (3, "NULL"), (4, "NULL")):
        await seen(empty_url, lambda c, row=row: c.exec_driver_sql(made.format(*row)))  # type: ignore[misc]
    assert await migrate(empty_url) == [
        "0014",
        "0015",
        "0016",
        "0017",
        "0018",
        "0021",
        "0022",
        "0023",
        "0024",
        "0025",
        "0026",
    ]
    names = sa.text("SELECT name FROM participants ORDER BY id")
    found = await seen(empty_url, lambda c: c.execute(names).scalars().all())
    assert found == ["Eve", "Eve", "Eve #3", "Eve #4"]


async def test_places_that_were_moved_before_they_knew_their_month(empty_url: str) -> None:
    await migrate(empty_url)
    database = open_database(empty_url)
    await database.transact(plant)
    await database.close()
    left = (
        "INSERT INTO facts (id, event_id, subject, subject_id, version, kind, actor_kind, actor_id, at, data) VALUES "
        "({0}, 2, 'booking', {0}, 2, 'BookingCancelled', 'admin', 900, {1}, '{{\"by\": \"move\"}}')"
    )
    made = (
        "INSERT INTO bookings (id, event_id, person_id, status, active, seats, names, created_at, source, ended, "
        "version) VALUES ({}, 2, 3, 'cancelled', 0, 1, '[]', {}, 'move', '{}', 2)"
    )

    def run(connection: sa.Connection, *statements: str) -> None:
        for statement in statements:
            connection.exec_driver_sql(statement)

    moved = (*ASKED, agreed(), *gone("move"), left.format(70, AT), left.format(80, LATER))
    await seen(empty_url, lambda c: run(c, *moved))
    await revert(empty_url, "0021")
    await seen(empty_url, lambda c: run(c, made.format(80, AT, "move"), made.format(81, LATER, "")))
    assert await migrate(empty_url) == ["0022", "0023", "0024", "0025", "0026"]
    places = sa.text("SELECT id, ended FROM bookings WHERE period_id = 60 ORDER BY id")
    found = await seen(empty_url, lambda c: c.execute(places).all())
    assert [tuple(row) for row in found] == [(70, "move"), (80, "move"), (81, "admin")]


async def test_replicas_that_start_together(empty_url: str) -> None:
    applied = await asyncio.gather(*(migrate(empty_url) for _ in range(6)))
    assert sorted(applied) == [[], [], [], [], [], REVISIONS]


async def test_a_newer_schema_is_refused(empty_url: str) -> None:
    await migrate(empty_url)
    await seen(empty_url, lambda c: c.execute(sa.text("UPDATE alembic_version SET version_num = '9999'")))
    with pytest.raises(SchemaTooNew, match=rf"schema 9999, .* up to {HEAD}: start the newer version"):
        await migrate(empty_url)
    assert await schema_of(empty_url) == "9999"


async def test_a_failing_migration_leaves_nothing(empty_url: str) -> None:
    Path(sa.make_url(empty_url).database or "").parent.mkdir(parents=True, exist_ok=True)
    await seen(empty_url, lambda c: c.execute(sa.text("CREATE TABLE letters (foreign_thing INT)")))
    with pytest.raises(sa.exc.DBAPIError, match="letters"):
        await migrate(empty_url)
    assert await seen(empty_url, tables) == {"letters"}


async def test_everything_is_in_force(database_url: str) -> None:
    database = open_database(database_url)
    async with database.read.connect() as connection:
        assert await connection.run_sync(missing) == []
    await database.close()
    assert len(triggers("sqlite")) == 90
    assert len(triggers("postgresql")) == 108


async def test_the_schema_is_that_of_the_tables(database_url: str) -> None:
    def differences(connection: sa.Connection) -> list[Any]:
        found: list[Any] = compare_metadata(MigrationContext.configure(connection), metadata)
        return found

    assert await seen(database_url, differences) == []


async def test_the_schema_is_that_of_the_tables_to_the_letter(database_url: str, empty_url: str) -> None:
    """Also what Alembic does not compare: checks, partial indexes, deferred references, defaults."""
    if sa.make_url(database_url).drivername != sa.make_url(empty_url).drivername:
        return
    Path(sa.make_url(empty_url).database or "").parent.mkdir(parents=True, exist_ok=True)
    await seen(empty_url, metadata.create_all)
    assert await seen(database_url, definitions) == await seen(empty_url, definitions)


def definitions(connection: sa.Connection) -> set[str]:
    """Everything that is defined, as the database itself writes it down; without triggers, which have no model."""
    rows = connection.exec_driver_sql(SQLITE if connection.dialect.name == "sqlite" else POSTGRESQL)
    return {" ".join(str(row[0]).split()).replace("( ", "(").replace(" )", ")") for row in rows}


SQLITE = (
    "SELECT sql FROM sqlite_master WHERE type <> 'trigger' AND sql IS NOT NULL AND name <> 'alembic_version'"
)
POSTGRESQL = """
    SELECT c.conrelid::regclass || ' ' || c.conname || ' ' || pg_get_constraintdef(c.oid)
        FROM pg_constraint c WHERE c.connamespace = 'public'::regnamespace
            AND c.conrelid <> coalesce(to_regclass('alembic_version'), 0)
    UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename <> 'alembic_version'
    UNION ALL SELECT table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' '
            || coalesce(column_default, '')
        FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> 'alembic_version'
"""


# ------------------------------------------------------------------------------------------------- with a month


async def a_month(url: str) -> None:
    """It is final, and somebody has given a place up since."""
    database = open_database(url)
    try:
        studio = Month(database)
        await studio.begin(2, 2)
        for person in (1, 2, 3):
            await studio.wish(person, 1, 2)
        await studio.close()
        await studio.finalize((await studio.execute()).run_id)
        had, *_ = await studio.rows(bookings)
        await booking.cancel(studio.work, studio.tap(had.person_id), had.event_id, had.id)
        assert await studio.examine() == []
    finally:
        await database.close()


async def found(url: str) -> list[str]:
    database = open_database(url)
    try:
        return await Month(database).examine()
    finally:
        await database.close()


async def everything(url: str) -> dict[str, list[Any]]:
    def rows(connection: sa.Connection) -> dict[str, list[Any]]:
        return {
            t.name: list(connection.execute(sa.select(t).order_by(*t.primary_key)))
            for t in metadata.sorted_tables
        }

    return await seen(url, rows)


@pytest.mark.long
async def test_back_and_on_again_with_a_final_month(empty_url: str) -> None:
    """As far back as every row has its place; whatever a place of a month knows is found again."""
    await migrate(empty_url)
    await a_month(empty_url)
    kept = sa.text("SELECT id, period_id, ended FROM bookings ORDER BY id")
    before = await seen(empty_url, lambda c: c.execute(kept).all())
    for revision in ("0022", "0021", "0018", "0017"):
        assert (await revert(empty_url, revision))[-1] > revision
        await migrate(empty_url)
        assert await found(empty_url) == [], revision
        assert await seen(empty_url, lambda c: c.execute(kept).all()) == before, revision


@pytest.mark.parametrize(
    ("revision", "lost", "statements"),
    [
        pytest.param(
            "0014",
            r"answers \(requests\)",
            ("UPDATE requests SET answers = '[\"a car\"]'",),
            marks=pytest.mark.long,
        ),
        pytest.param("0015", "friendships, periods, wish_choices, wishes", (), marks=pytest.mark.long),
        ("0016", "adjustments, placements, runs, unplaced", PLANNED),
        pytest.param("0017", "locks", (HELD,), marks=pytest.mark.long),
        pytest.param("0018", "repair_moves, repairs", REPAIRED, marks=pytest.mark.long),
        (
            "0022",
            r"repair_moves \(one person in two months\)",
            (
                *REPAIRED,
                month(62, "planned"),
                *(each.replace("(81, 60, ", "(81, 62, ") for each in repaired(81, of=62)),
            ),
        ),
    ],
    ids=lambda value: value if isinstance(value, str) and value.isdigit() else "",
)
async def test_going_back_never_loses_what_the_history_tells_of(
    empty_url: str, revision: str, lost: str, statements: tuple[str, ...]
) -> None:
    """It is refused, in words that say what, and what to do; and nothing is changed."""
    await migrate(empty_url)
    database = open_database(empty_url)
    await database.transact(plant)
    await database.close()
    await seen(empty_url, lambda c: [c.exec_driver_sql(each) for each in statements])
    before = await everything(empty_url)
    with pytest.raises(WouldLose, match=rf"schema {revision} would lose what is in {lost}, .* backup"):
        await revert(empty_url, revision)
    assert await schema_of(empty_url) == HEAD
    assert await everything(empty_url) == before
