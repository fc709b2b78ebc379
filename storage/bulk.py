"""Bulk statements: all new or changed rows of a table by one statement, with next to nothing done for each row here.

PostgreSQL is sent the rows as one JSON document, as the same statement begun anew for each row costs it more than the
row itself. SQLite's driver takes tuples; a shared commit writes the same few moments many times, so those are turned
into text once.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any

import orjson
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql
from sqlalchemy.engine import Dialect

from storage.tables import Instant

Rows = Sequence[Mapping[str, Any]]
"""All with the same keys, which are columns."""
Convert = Callable[[Any], Any] | None


def insert(
    connection: sa.Connection, table: sa.Table, rows: Rows, conflict: str = "", then: str = ""
) -> None:
    """New rows. `conflict` is an ON CONFLICT clause; `then` a query that PostgreSQL answers in the same turn."""
    if not rows:
        return
    columns = tuple(rows[0])
    if connection.dialect.name == "postgresql":
        statement = f"{_pg_insert(table, columns)} {conflict}"
        _send(connection, f"WITH written AS ({statement}) {then}" if then else statement, rows)
    else:
        _run(connection, f"{_sqlite_insert(table, columns)} {conflict}", table, columns, rows)


def update(connection: sa.Connection, table: sa.Table, rows: Rows, key: tuple[str, ...] = ("id",)) -> None:
    """Changed rows, each found by `key`; all its other columns are set."""
    if not rows:
        return
    columns = tuple(rows[0])
    if connection.dialect.name == "postgresql":
        _send(connection, _pg_update(table, columns, key), rows)
    else:
        ordered = (*(c for c in columns if c not in key), *key)
        _run(connection, _sqlite_update(table, columns, key), table, ordered, rows)


# ------------------------------------------------------------------------------------------------ PostgreSQL


def _send(connection: sa.Connection, statement: str, rows: Rows) -> None:
    connection.exec_driver_sql(statement, (orjson.dumps(rows).decode(),))


@cache
def _pg_insert(table: sa.Table, columns: tuple[str, ...]) -> str:
    names = ", ".join(f'"{c}"' for c in columns)
    return f"INSERT INTO {table.name} ({names}) SELECT {names} FROM {_recordset(table, columns)}"  # noqa: S608


@cache
def _pg_update(table: sa.Table, columns: tuple[str, ...], key: tuple[str, ...]) -> str:
    changes = ", ".join(f'"{c}" = given."{c}"' for c in columns if c not in key)
    found = " AND ".join(f'{table.name}."{c}" = given."{c}"' for c in key)
    return f"UPDATE {table.name} SET {changes} FROM {_recordset(table, columns)} WHERE {found}"  # noqa: S608


def _recordset(table: sa.Table, columns: tuple[str, ...]) -> str:
    dialect = postgresql.dialect()  # type: ignore[no-untyped-call]
    typed = ", ".join(f'"{c}" {table.c[c].type.compile(dialect)}' for c in columns)
    return f"json_to_recordset($1::json) AS given ({typed})"


# ---------------------------------------------------------------------------------------------------- SQLite


def _run(
    connection: sa.Connection, statement: str, table: sa.Table, columns: tuple[str, ...], rows: Rows
) -> None:
    converts = _converts(table, columns, connection.dialect)
    values = [
        tuple(convert(row[name]) if convert else row[name] for name, convert in converts) for row in rows
    ]
    connection.exec_driver_sql(statement, values)


@cache
def _sqlite_insert(table: sa.Table, columns: tuple[str, ...]) -> str:
    names = ", ".join(f'"{c}"' for c in columns)
    return f"INSERT INTO {table.name} ({names}) VALUES ({', '.join('?' * len(columns))})"  # noqa: S608


@cache
def _sqlite_update(table: sa.Table, columns: tuple[str, ...], key: tuple[str, ...]) -> str:
    changes = ", ".join(f'"{c}" = ?' for c in columns if c not in key)
    found = " AND ".join(f'"{c}" = ?' for c in key)
    return f"UPDATE {table.name} SET {changes} WHERE {found}"  # noqa: S608


@lru_cache(256)
def _converts(table: sa.Table, columns: tuple[str, ...], dialect: Dialect) -> tuple[tuple[str, Convert], ...]:
    return tuple((name, _convert(table.c[name], dialect)) for name in columns)


def _convert(column: sa.Column[Any], dialect: Dialect) -> Convert:
    """What SQLAlchemy itself does to a value of this column."""
    convert = column.type.dialect_impl(dialect).bind_processor(dialect)
    return lru_cache(64)(convert) if convert and isinstance(column.type, Instant) else convert
