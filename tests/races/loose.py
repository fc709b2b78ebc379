"""Databases that do not refuse, and connections that do not lock: what the tests hold against the real ones, to see
that it is the lock that keeps the races in order, and that without it the constraints still refuse to oversell."""

import re
import sqlite3
from contextlib import closing
from typing import Any

import orjson
import sqlalchemy as sa
from sqlalchemy.ext.asyncio import create_async_engine

from storage.database import LOCK_SECONDS, Database, dumps
from storage.threads import open_threads
from tests.storage.unguarded import without

SEATS = """
    fk_bookings_first_seat fk_offers_first_seat fk_holds_first_seat
    fk_seats_booking_id fk_seats_offer_id fk_seats_hold_id
"""
UNIQUE = """
    uq_bookings_active uq_entries_active uq_entries_reserve_active uq_entries_event_id_seq
    uq_offers_entry uq_offers_person uq_offers_guard uq_facts_subject_subject_id_version pk_updates
"""
VERSIONS = """
    events_version bookings_version entries_version offers_version holds_version
    bookings_over entries_over offers_over holds_over
"""
REFEREES = f"{SEATS} {UNIQUE} {VERSIONS}"
"""Everything in the schema that would refuse what two decisions on the same old state make of it."""


async def loosen(database: Database) -> None:
    """Take the referees away for good."""
    if not database.is_sqlite:
        engine = await without(database, REFEREES)
        await engine.dispose()


def loose_file(template: str, path: str) -> None:
    """An SQLite file with the template's schema less the referees. A table's own constraints cannot be dropped, so it
    is made anew from the schema's text, which has one constraint a line."""
    with closing(sqlite3.connect(template)) as source, closing(sqlite3.connect(path)) as target:
        objects = source.execute(
            "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid"
        ).fetchall()
        gone = set(REFEREES.split())
        for name, text in objects:
            if name not in gone:
                target.execute(_without_lines(text, gone))
                gone -= set(re.findall(r"\w+", text))
        target.execute("PRAGMA journal_mode=WAL")
        target.commit()
        left = {name for (name,) in target.execute("SELECT name FROM sqlite_master")}
        assert not left & set(REFEREES.split())


def _without_lines(text: str, names: set[str]) -> str:
    lines = [
        line
        for line in text.split("\n")
        if not (line.split()[:1] == ["CONSTRAINT"] and line.split()[1] in names)
    ]
    return re.sub(r",\n\)$", "\n)", "\n".join(lines))


def unlocked_sqlite(url: str, *, begin: str | None = None) -> Database:
    """SQLite as its driver uses it if nobody says otherwise: reads outside of any transaction, and one that begins with
    the first write. With `begin` transactions begin like that instead, by name and at once. Several connections."""
    options: dict[str, Any] = {"json_serializer": dumps, "json_deserializer": orjson.loads}
    write = create_async_engine(url, pool_size=4, max_overflow=8, **options)
    read = create_async_engine(url, pool_size=2, **options)

    def connect(connection: Any, _record: object) -> None:
        if begin is not None:
            connection.isolation_level = None
        for pragma in ("foreign_keys=ON", "synchronous=FULL", f"busy_timeout={LOCK_SECONDS * 1000}"):
            connection.execute(f"PRAGMA {pragma}")

    sa.event.listen(write.sync_engine, "connect", connect)
    sa.event.listen(read.sync_engine, "connect", connect)
    if begin is not None:
        sa.event.listen(write.sync_engine, "begin", lambda c: c.exec_driver_sql(begin) and None)
    return Database(write, read, reader=open_threads(sa.make_url(url), "reader", 2, options))
