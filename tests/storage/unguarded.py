"""Taking one guard of the schema away, to show that it is the one that refuses."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from storage.database import Database

BUILT_IN = ("pk_", "uq_facts", "uq_entries_event", "uq_participants")  # SQLite cannot drop these from a table


def can_go(guards: str, database: Database) -> bool:
    return bool(guards) and not (database.is_sqlite and guards.startswith(BUILT_IN))


async def without(database: Database, guards: str) -> AsyncEngine:
    """An engine for the database on which these guards, parted by spaces, do not work."""
    if database.is_sqlite:
        return await _sqlite_without(database, guards.split())
    async with database.write.begin() as connection:
        await drop(connection, guards)
    return create_async_engine(database.write.url, poolclass=sa.NullPool)


async def drop(connection: AsyncConnection, guards: str) -> None:
    """Take guards away on PostgreSQL, until the transaction is rolled back or for good."""
    for guard in guards.split():
        await connection.run_sync(_drop, guard)


def _drop(connection: sa.Connection, guard: str) -> None:
    constraint = "SELECT conrelid::regclass FROM pg_constraint WHERE conname = :guard"
    if table := connection.execute(sa.text(constraint), {"guard": guard}).scalar():
        connection.execute(sa.text(f"ALTER TABLE {table} DROP CONSTRAINT {guard} CASCADE"))
        return
    trigger = "SELECT tgrelid::regclass FROM pg_trigger WHERE tgname = :guard"
    table = connection.execute(sa.text(trigger), {"guard": guard}).scalar()
    statement = f"DROP TRIGGER {guard} ON {table}" if table else f"DROP INDEX {guard}"
    connection.execute(sa.text(statement))


async def _sqlite_without(database: Database, guards: list[str]) -> AsyncEngine:
    engine = create_async_engine(database.write.url, poolclass=sa.NullPool)
    checks = not any(guard.startswith("ck_") for guard in guards)
    references = not any(guard.startswith("fk_") for guard in guards)

    def connect(connection: Any, _record: object) -> None:
        connection.isolation_level = None
        connection.execute(f"PRAGMA ignore_check_constraints={'OFF' if checks else 'ON'}")
        connection.execute(f"PRAGMA foreign_keys={'ON' if references else 'OFF'}")

    sa.event.listen(engine.sync_engine, "connect", connect)
    sa.event.listen(engine.sync_engine, "begin", lambda c: c.exec_driver_sql("BEGIN IMMEDIATE") and None)
    async with engine.begin() as connection:
        for guard in guards:
            if not guard.startswith(("ck_", "fk_")):
                kind = sa.text("SELECT type FROM sqlite_master WHERE name = :guard")
                found = (await connection.execute(kind, {"guard": guard})).scalar_one()
                await connection.execute(sa.text(f"DROP {found} {guard}"))
    return engine
