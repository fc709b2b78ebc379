"""Databases that many tests use one after another: emptied between them, which is quicker than making new ones and lets
their statements stay compiled."""

import sqlite3
from contextlib import closing

import sqlalchemy as sa

from storage.database import Database
from storage.tables import metadata


async def empty(database: Database, template: str) -> None:
    """Nothing in it but the schema. `template` is the path of an empty SQLite file."""
    if database.is_sqlite:
        with closing(sqlite3.connect(template)) as source, closing(_file(database)) as target:
            source.backup(target)
    else:
        await database.transact(_delete_all)


def _file(database: Database) -> sqlite3.Connection:
    return sqlite3.connect(database.write.url.database or "")


def _delete_all(connection: sa.Connection) -> None:
    """Without triggers, as history refuses to be deleted."""
    connection.execute(sa.text("SET LOCAL session_replication_role = replica"))
    for table in metadata.sorted_tables:
        connection.execute(sa.delete(table))
