"""The schema made ready for this version of the code: all revisions or none, and one process at a time.

Everything happens in one transaction that begins with a lock, so replicas that start together wait for the first and
then find nothing to do, and a migration that is killed leaves nothing behind.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy.ext.asyncio import create_async_engine

FOLDER = Path(__file__).with_name("migrations")
WAIT_SECONDS = 60
T = TypeVar("T")

ADVISORY_LOCK = 0x4E585453  # "NXTS"


class SchemaTooNew(Exception):
    """The database was migrated by a newer version of the code."""

    def __init__(self, found: str, known: str) -> None:
        super().__init__(
            f"The database has schema {found}, this version knows schemas up to {known}: "
            "start the newer version, or restore a backup made by this one."
        )


class WouldLose(Exception):
    """Going back would take rows away of which bookings and the history go on to tell."""

    def __init__(self, revision: str, lost: Sequence[str]) -> None:
        super().__init__(
            f"Going back to schema {revision} would lose what is in {', '.join(lost)}, "
            "while bookings and the history go on to tell of it: "
            "stay with this version, or restore a backup made by the older one."
        )


REBUILT = {"alembic_version", "line_sizes", "run_leases"}
"""Whoever serves next makes these anew."""

IN_THE_WAY = {
    "0015": ("answers (requests)", "SELECT id FROM requests WHERE CAST(answers AS TEXT) <> '[]'"),
    "0023": (
        "repair_moves (one person in two months)",
        "SELECT person_id FROM repair_moves WHERE active GROUP BY person_id HAVING count(*) > 1",
    ),
}
"""What else a revision cannot be taken back with."""


async def migrate(url: str) -> list[str]:
    """Bring the database to the newest revision; the revisions that were applied, oldest first.

    Creates the folder of an SQLite file. Raises SchemaTooNew, and then has changed nothing.
    """
    return await _in_transaction(url, _upgrade)


async def revert(url: str, revision: str) -> list[str]:
    """Take back everything after `revision` ("base": everything, with all rows); what was taken back, newest first.

    Raises WouldLose, and then has changed nothing.
    """
    return await _in_transaction(url, lambda connection: _downgrade(connection, revision))


async def schema_of(url: str) -> str | None:
    """The database's revision, None for an empty one."""
    return await _in_transaction(url, _current)


async def _in_transaction(url: str, change: Callable[[sa.Connection], T]) -> T:
    """Foreign keys stay unenforced on SQLite meanwhile, and are checked at the end."""
    address = sa.make_url(url)
    sqlite = address.get_backend_name() == "sqlite"
    if sqlite and address.database:
        Path(address.database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_async_engine(address, poolclass=sa.NullPool)
    if sqlite:
        sa.event.listen(engine.sync_engine, "connect", _begun_by_name)
        sa.event.listen(engine.sync_engine, "begin", _begin_immediate)
    try:
        async with engine.begin() as connection:
            if not sqlite:
                await connection.execute(sa.select(sa.func.pg_advisory_xact_lock(ADVISORY_LOCK)))
            return await connection.run_sync(change)
    finally:
        await engine.dispose()


def _begun_by_name(connection: Any, _record: object) -> None:
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout={WAIT_SECONDS * 1000}")
    cursor.execute("PRAGMA foreign_keys=OFF")
    cursor.close()


def _begin_immediate(connection: sa.Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _config(connection: sa.Connection) -> tuple[Config, ScriptDirectory]:
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    return config, ScriptDirectory.from_config(config)


def _current(connection: sa.Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


def _upgrade(connection: sa.Connection) -> list[str]:
    config, script = _config(connection)
    current = _current(connection)
    head = script.get_current_head() or ""
    known = [revision.revision for revision in script.walk_revisions()][::-1]
    if current is not None and current not in known:
        raise SchemaTooNew(current, head)
    missing = known[known.index(current) + 1 :] if current else known
    if missing:
        command.upgrade(config, "head")
        _check_references(connection)
    return missing


def _downgrade(connection: sa.Connection, revision: str) -> list[str]:
    config, script = _config(connection)
    known = [step.revision for step in script.walk_revisions()]
    current = _current(connection)
    if current is None:
        return []
    applied = known[known.index(current) :]
    back = applied[: applied.index(revision)] if revision in applied else applied
    had = _with_rows(connection)
    _lose_nothing(revision, _in_the_way(connection, back))
    command.downgrade(config, revision)
    _lose_nothing(revision, sorted(had - REBUILT - {*sa.inspect(connection).get_table_names()}))
    _check_references(connection)
    return back


def _lose_nothing(revision: str, lost: Sequence[str]) -> None:
    if lost and revision != "base":
        raise WouldLose(revision, lost)


def _in_the_way(connection: sa.Connection, back: Sequence[str]) -> list[str]:
    known = (IN_THE_WAY[revision] for revision in sorted(IN_THE_WAY.keys() & back))
    return [what for what, sql in known if connection.exec_driver_sql(sql).first() is not None]


def _with_rows(connection: sa.Connection) -> set[str]:
    """Tables that are not empty."""
    tables = (sa.table(name) for name in sa.inspect(connection).get_table_names())
    rows = {table.name: sa.select(sa.literal(1)).select_from(table).limit(1) for table in tables}
    return {name for name, chosen in rows.items() if connection.execute(chosen).first() is not None}


def _check_references(connection: sa.Connection) -> None:
    if connection.dialect.name == "sqlite":
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
        if broken:
            raise sa.exc.IntegrityError("migration", None, Exception(f"references are broken: {broken[:5]}"))
