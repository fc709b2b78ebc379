"""The schema made ready for this version of the code: all revisions or none, and one process at a time.

Everything happens in one transaction that begins with a lock, so replicas that start together wait for the first and
then find nothing to do, and a migration that is killed leaves nothing behind.
"""

from collections.abc import Callable
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


async def migrate(url: str) -> list[str]:
    """Bring the database to the newest revision; the revisions that were applied, oldest first.

    Creates the folder of an SQLite file. Raises SchemaTooNew, and then has changed nothing.
    """
    return await _in_transaction(url, _upgrade)


async def revert(url: str, revision: str) -> list[str]:
    """Take back everything after `revision` ("base": everything); what was taken back, newest first."""
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
    command.downgrade(config, revision)
    _check_references(connection)
    return applied[: applied.index(revision)] if revision in applied else applied


def _check_references(connection: sa.Connection) -> None:
    if connection.dialect.name == "sqlite":
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
        if broken:
            raise sa.exc.IntegrityError("migration", None, Exception(f"references are broken: {broken[:5]}"))
