"""What a database holds: states loaded whole, history and letters as they were written, and the rows of every table."""

from typing import Any

import sqlalchemy as sa

from engine.state import State
from storage.database import Database
from storage.load import Wanted, Window, load, lock
from storage.tables import (
    bookings,
    entries,
    events,
    facts,
    holds,
    letters,
    offers,
    participants,
    requests,
    seats,
    services,
    updates,
)
from tests.services.model import Row

EVERYTHING = 10_000
KEPT = (services, events, seats, bookings, entries, offers, holds, requests, updates)


async def states(database: Database) -> dict[int, State]:
    """Every event, loaded again with everything about it."""
    async with database.read.connect() as connection:
        return await connection.run_sync(_states)


def _states(connection: sa.Connection) -> dict[int, State]:
    def ids(table: sa.Table, column: str = "id") -> set[int]:
        return set(connection.execute(sa.select(table.c[column])).scalars())

    event_ids = ids(events)
    wanted = Wanted(
        windows={i: Window(seats=EVERYTHING, line=EVERYTHING, reserve=EVERYTHING) for i in event_ids},
        people=ids(participants),
        bookings=ids(bookings),
        entries=ids(entries),
        offers=ids(offers),
        requests=ids(requests),
        holds=True,
        reserve=True,
        reach=True,
    )
    return load(connection, lock(connection, event_ids, locking=False), wanted, locking=False)


async def history(database: Database, after: int = 0) -> tuple[list[Row], int]:
    """Facts with ids above `after`, in the order in which they were recorded, and the last one's id."""
    statement = sa.select(facts).where(facts.c.id > after).order_by(facts.c.id)
    async with database.read.connect() as connection:
        rows = (await connection.execute(statement)).all()
    return [_fact(row) for row in rows], rows[-1].id if rows else after


def _fact(row: Any) -> Row:
    plain = ("event_id", "subject", "subject_id", "version", "kind", "reason", "at", "data")
    actor = (row.actor_kind, row.actor_id, row.actor_name)
    return {"actor": actor, **{name: getattr(row, name) for name in plain}}


async def post(database: Database, after: int = 0) -> tuple[list[Row], int]:
    """Letters likewise, each with the fact it is about."""
    statement = (
        sa.select(
            letters, facts.c.subject.label("about"), facts.c.subject_id, facts.c.version.label("at_version")
        )
        .join(facts, facts.c.id == letters.c.fact_id)
        .where(letters.c.id > after)
        .order_by(letters.c.id)
    )
    async with database.read.connect() as connection:
        rows = (await connection.execute(statement)).all()
    return [_letter(row) for row in rows], rows[-1].id if rows else after


def _letter(row: Any) -> Row:
    plain = "kind person_id subject version priority letter_class data not_before created_at".split()
    return {
        "fact": (row.about, row.subject_id, row.at_version),
        "panel": (row.panel_chat, row.panel_message) if row.panel_message else None,
        **{name: getattr(row, name) for name in plain},
    }


async def update_ids(database: Database) -> set[int]:
    """The numbers of the updates that had an effect."""
    async with database.read.connect() as connection:
        return set((await connection.execute(sa.select(updates.c.id))).scalars())


async def everything(database: Database) -> dict[str, list[Row]]:
    """All rows of the tables that decisions change; of history and letters what does not depend on their own ids."""
    async with database.read.connect() as connection:
        tables = {
            table.name: (await connection.execute(sa.select(table).order_by(*table.primary_key)))
            .mappings()
            .all()
            for table in KEPT
        }
    found = {name: [dict(row) for row in rows] for name, rows in tables.items()}
    return {**found, "facts": (await history(database))[0], "letters": (await post(database))[0]}
