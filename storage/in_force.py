"""Whether the schema is in force: tables, constraints, indexes and triggers there, references enforced."""

import re
from collections.abc import Iterator

import sqlalchemy as sa

from storage.migrate import FOLDER
from storage.tables import metadata

Names = set[str]

SWITCHES = (("foreign_keys", "1"), ("recursive_triggers", "1"), ("journal_mode", "wal"), ("synchronous", "2"))


def missing(connection: sa.Connection) -> list[str]:
    """Names of what is not there or not enforced; empty when all is."""
    sqlite = connection.dialect.name == "sqlite"
    there = _sqlite(connection) if sqlite else _postgresql(connection)
    wrong = sorted(_wanted(connection.dialect.name) - there)
    if sqlite:
        wrong += _sqlite_switches(connection)
    else:
        wrong += _postgresql_switches(connection)
    return wrong


def _wanted(dialect: str) -> Names:
    named = {str(name) for table in metadata.sorted_tables for name in _names_of(table)}
    return named | set(triggers(dialect))


def _names_of(table: sa.Table) -> Iterator[object]:
    yield table.name
    yield from (index.name for index in table.indexes)
    yield from (constraint.name for constraint in table.constraints)


def triggers(dialect: str) -> list[str]:
    """The names of the triggers that the migrations make."""
    files = sorted((FOLDER / "versions").glob(f"*{dialect}*.sql"))
    text = "\n".join(file.read_text(encoding="utf-8") for file in files)
    return sorted(set(re.findall(r"^CREATE TRIGGER (\w+)", text, re.MULTILINE)))


def _sqlite(connection: sa.Connection) -> Names:
    rows = connection.exec_driver_sql("SELECT name, coalesce(sql, '') FROM sqlite_master").all()
    constraints = (re.findall(r'CONSTRAINT "?(\w+)"?', text) for _, text in rows)
    return {name for name, _ in rows}.union(*constraints)


def _postgresql(connection: sa.Connection) -> Names:
    here = "SELECT oid FROM pg_namespace WHERE nspname = current_schema()"
    statement = f"""
        SELECT relname FROM pg_class WHERE relnamespace = ({here})
        UNION SELECT conname FROM pg_constraint WHERE connamespace = ({here}) AND convalidated
        UNION SELECT t.tgname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
            WHERE c.relnamespace = ({here}) AND t.tgenabled <> 'D'
    """  # noqa: S608 - our own words only
    return set(connection.execute(sa.text(statement)).scalars())


def _sqlite_switches(connection: sa.Connection) -> list[str]:
    """Pragmas of our connections, and what SQLite itself says of the file."""
    wrong = []
    for pragma, right in SWITCHES:
        found = connection.exec_driver_sql(f"PRAGMA {pragma}").scalar()
        if str(found) != right:
            wrong.append(f"PRAGMA {pragma}={right}")
    if connection.exec_driver_sql("PRAGMA foreign_key_check").first():
        wrong.append("PRAGMA foreign_key_check")
    if connection.exec_driver_sql("PRAGMA quick_check").scalar() != "ok":
        wrong.append("PRAGMA quick_check")
    return wrong


def _postgresql_switches(connection: sa.Connection) -> list[str]:
    """Triggers that are switched off: references are triggers too."""
    statement = """
        SELECT c.relname || ': trigger off' FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
        WHERE t.tgenabled = 'D' GROUP BY c.relname
    """
    return list(connection.execute(sa.text(statement)).scalars())
