"""The anchors below any library: a booking as one plain transaction of SQLite, or one statement of PostgreSQL."""

import asyncio
import json
import sqlite3
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from functools import partial
from typing import Any

import asyncpg

from benchmarks.rounds import IDS, Times, crowd
from benchmarks.stores import Store

CONNECTIONS = 8  # more are slower on one hot event
Wishes = Sequence[tuple[int, int]]
"""Person and event."""

FREE = """SELECT number FROM seats WHERE event_id = ? AND booking_id IS NULL AND offer_id IS NULL AND hold_id IS NULL
    ORDER BY number LIMIT 1"""
BOOKED = "SELECT 1 FROM bookings WHERE event_id = ? AND person_id = ? AND active = 1"
BOOKING = """INSERT INTO bookings (id, event_id, person_id, status, active, seats, first_seat, names, source,
    created_at, version) VALUES (?, ?, ?, 'confirmed', 1, 1, ?, '[]', 'self', ?, 1)"""
SEAT = "UPDATE seats SET booking_id = ? WHERE event_id = ? AND number = ?"
FACT = """INSERT INTO facts (id, event_id, subject, subject_id, version, kind, actor_kind, actor_id, at, data)
    VALUES (?, ?, 'booking', ?, 1, 'BookingMade', 'person', ?, ?, ?)"""
LETTER = """INSERT INTO letters (id, fact_id, kind, person_id, subject, priority, version, data, created_at)
    VALUES (?, ?, 'booking-made', ?, ?, 1, 1, ?, ?)"""


class NothingFree(Exception):
    """The event is full, or the person has a booking."""


def connect(address: str) -> sqlite3.Connection:
    """As durable as the bot's own connection."""
    connection = sqlite3.connect(address, isolation_level=None, check_same_thread=False)
    for pragma in ("foreign_keys=ON", "journal_mode=WAL", "synchronous=FULL", "busy_timeout=3000"):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def book(connection: sqlite3.Connection, person_id: int, event_id: int) -> None:
    """One booking, one transaction. Raises NothingFree."""
    run = connection.execute
    at = datetime.now(UTC).replace(tzinfo=None).isoformat(" ", "microseconds")
    booking_id, fact_id, letter_id = next(IDS), next(IDS), next(IDS)
    run("BEGIN IMMEDIATE")
    found = run(FREE, (event_id,)).fetchone()
    if found is None or run(BOOKED, (event_id, person_id)).fetchone():
        run("ROLLBACK")
        raise NothingFree
    run(BOOKING, (booking_id, event_id, person_id, found[0], at))
    run(SEAT, (booking_id, event_id, found[0]))
    run(
        FACT, (fact_id, event_id, booking_id, person_id, at, _fact(booking_id, event_id, person_id, found[0]))
    )
    run(LETTER, (letter_id, fact_id, person_id, f"booking:{booking_id}", _letter(booking_id, event_id), at))
    run("COMMIT")


def _fact(booking_id: int, event_id: int, person_id: int, number: int) -> str:
    fact = {"id": booking_id, "event_id": event_id, "person_id": person_id, "seats": [number]}
    return json.dumps({**fact, "status": "confirmed", "names": [], "source": "self"})


def _letter(booking_id: int, event_id: int) -> str:
    return json.dumps({"booking": booking_id, "event": event_id, "source": "self"})


def book_all(address: str, wishes: Wishes) -> Times:
    """One after another, in this thread."""
    connection = connect(address)
    times = Times()
    begin = time.perf_counter()
    for person_id, event_id in wishes:
        start = time.perf_counter()
        book(connection, person_id, event_id)
        times.seconds.append(time.perf_counter() - start)
    times.total = time.perf_counter() - begin
    connection.close()
    return times


# The seat is locked and not the event, which is the best one statement can do: nobody waits for anybody.
STATEMENT = """
WITH seat AS (
    SELECT event_id, number FROM seats WHERE event_id = $1 AND booking_id IS NULL AND offer_id IS NULL
        AND hold_id IS NULL
        AND NOT EXISTS (SELECT 1 FROM bookings WHERE event_id = $1 AND person_id = $2 AND active = 1)
    ORDER BY number LIMIT 1 FOR UPDATE SKIP LOCKED
), booking AS (
    INSERT INTO bookings (id, event_id, person_id, status, active, seats, first_seat, names, source, created_at,
        version)
    SELECT $3, $1, $2, 'confirmed', 1, 1, number, '[]', 'self', $6, 1 FROM seat RETURNING id, first_seat
), taken AS (
    UPDATE seats SET booking_id = booking.id FROM booking WHERE event_id = $1 AND number = booking.first_seat
), fact AS (
    INSERT INTO facts (id, event_id, subject, subject_id, version, kind, actor_kind, actor_id, at, data)
    SELECT $4, $1, 'booking', id, 1, 'BookingMade', 'person', $2, $6, jsonb_build_object('id', id, 'event_id', $1,
        'person_id', $2, 'seats', jsonb_build_array(first_seat), 'status', 'confirmed', 'names', '[]'::jsonb,
        'source', 'self') FROM booking RETURNING id
)
INSERT INTO letters (id, fact_id, kind, person_id, subject, priority, version, data, created_at)
SELECT $5, fact.id, 'booking-made', $2, 'booking:' || booking.id, 1, 1,
    jsonb_build_object('booking', booking.id, 'event', $1, 'source', 'self'), $6 FROM booking, fact RETURNING id
"""


async def book_by_statement(pool: Any, person_id: int, event_id: int) -> None:
    """One booking, one statement. Raises NothingFree."""
    values = (event_id, person_id, next(IDS), next(IDS), next(IDS), datetime.now(UTC))
    if await pool.fetchval(STATEMENT, *values) is None:
        raise NothingFree


@asynccontextmanager
async def pool(store: Store) -> AsyncIterator[Any]:
    """Eight connections of asyncpg, all of them open."""
    settings = {"enable_seqscan": "off"}  # as the bot's own connections have it
    made = await asyncpg.create_pool(
        store.address, min_size=CONNECTIONS, max_size=CONNECTIONS, server_settings=settings
    )
    try:
        yield made
    finally:
        await made.close()


@asynccontextmanager
async def bare(store: Store) -> AsyncIterator[Callable[[Wishes], Awaitable[Times]]]:
    """Books all wishes as fast as plain SQL can."""
    if store.kind == "sqlite":
        yield lambda wishes: asyncio.to_thread(book_all, store.address, wishes)
        return
    async with pool(store) as connections:
        yield lambda wishes: crowd(
            CONNECTIONS, [partial(book_by_statement, connections, *wish) for wish in wishes]
        )
