"""Bulk statements: all new or changed rows of a table by one statement, with next to nothing done for each row here.

Both databases are sent a table's rows as one JSON document. PostgreSQL, because the same statement begun anew for each
row costs it more than the row itself; and several tables in one statement, as each statement is a journey there and
back under the lock. SQLite, because its driver gives up Python's lock for each row and has to win it back while the
updates of a rush keep it busy, which took three times as long as the rows.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

import orjson
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql
from sqlalchemy.engine import Dialect

from storage.tables import Instant

Rows = Sequence[Mapping[str, Any]]
"""All with the same keys, which are columns."""


@dataclass(frozen=True, slots=True)
class Change:
    """New rows of a table; with `key` changed rows, each found by these columns, all others are set. `conflict` is an
    ON CONFLICT clause of new ones."""

    table: sa.Table
    rows: Rows
    key: tuple[str, ...] = ()
    conflict: str = ""


def write(connection: sa.Connection, changes: Iterable[Change], *, tell: str = "") -> None:
    """All changes. No two of them may be about the same table, or the same value of a unique column: PostgreSQL makes
    them in any order, and then answers the query `tell`."""
    made = [change for change in changes if change.rows]
    if connection.dialect.name != "postgresql":
        for change in made:
            _run(connection, change)
    elif made:
        _send(connection, made, tell)


# ------------------------------------------------------------------------------------------------ PostgreSQL


def _send(connection: sa.Connection, changes: Sequence[Change], tell: str) -> None:
    parts = [_pg_part(c.table, tuple(c.rows[0]), c.key, c.conflict) for c in changes]
    named = (f"part{n} AS ({part.format(n=n)})" for n, part in enumerate(parts, 1))
    documents = tuple(orjson.dumps(change.rows).decode() for change in changes)
    connection.exec_driver_sql(f"WITH {', '.join(named)} {tell or 'SELECT 1'}", documents)


@cache
def _pg_part(table: sa.Table, columns: tuple[str, ...], key: tuple[str, ...], conflict: str) -> str:
    """With the place of its document left open."""
    given = _recordset(table, columns)
    if not key:
        names = ", ".join(f'"{c}"' for c in columns)
        return f"INSERT INTO {table.name} ({names}) SELECT {names} FROM {given} {conflict}"  # noqa: S608
    changes = ", ".join(f'"{c}" = given."{c}"' for c in columns if c not in key)
    found = " AND ".join(f'{table.name}."{c}" = given."{c}"' for c in key)
    return f"UPDATE {table.name} SET {changes} FROM {given} WHERE {found}"  # noqa: S608


def _recordset(table: sa.Table, columns: tuple[str, ...]) -> str:
    dialect = postgresql.dialect()  # type: ignore[no-untyped-call]
    typed = ", ".join(f'"{c}" {table.c[c].type.compile(dialect)}' for c in columns)
    return f"json_to_recordset(${{n}}::json) AS given ({typed})"


# ---------------------------------------------------------------------------------------------------- SQLite


def _run(connection: sa.Connection, change: Change) -> None:
    columns = tuple(change.rows[0])
    moments = _moments(change.table, columns, connection.dialect)
    given: Rows = change.rows
    if moments:
        given = [{**row, **{name: text(row[name]) for name, text in moments}} for row in change.rows]
    statement = _sqlite_statement(change.table, columns, change.key, change.conflict)
    connection.exec_driver_sql(statement, (orjson.dumps(given).decode(),))


@cache
def _sqlite_statement(table: sa.Table, columns: tuple[str, ...], key: tuple[str, ...], conflict: str) -> str:
    values = ", ".join(f"json_extract(value, '$.{c}') AS \"{c}\"" for c in columns)
    given = f"SELECT {values} FROM json_each(?)"  # noqa: S608
    if not key:
        names = ", ".join(f'"{c}"' for c in columns)
        return f"INSERT INTO {table.name} ({names}) {given} WHERE true {conflict}"
    changes = ", ".join(f'"{c}" = given."{c}"' for c in columns if c not in key)
    found = " AND ".join(f'{table.name}."{c}" = given."{c}"' for c in key)
    return f"UPDATE {table.name} SET {changes} FROM ({given}) AS given WHERE {found}"  # noqa: S608


@lru_cache(256)
def _moments(
    table: sa.Table, columns: tuple[str, ...], dialect: Dialect
) -> tuple[tuple[str, Callable[[Any], Any]], ...]:
    """Columns that JSON would write in another way than SQLAlchemy, and how that writes them."""
    return tuple(
        (name, lru_cache(64)(convert))
        for name in columns
        if isinstance(table.c[name].type, Instant)
        and (convert := table.c[name].type.dialect_impl(dialect).bind_processor(dialect))
    )
