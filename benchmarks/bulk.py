"""The anchor of `backfill`: the rows of a hundred offers in one transaction, by the plain drivers' bulk statements,
with nothing read, judged or rendered."""

import asyncio
import json
import time
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import asyncpg

from benchmarks.plain import connect
from benchmarks.rounds import IDS
from benchmarks.stores import Store

HOLD = "UPDATE holds SET active = 0, first_seat = NULL, version = version + 1 WHERE id = ?"
ENTRY = "UPDATE entries SET status = 'offered', version = version + 1 WHERE id = ?"
OFFER = """INSERT INTO offers (id, event_id, entry_id, person_id, count, status, active, first_seat, guarded, last_call,
    created_at, expires_at, closes_at) VALUES (?, ?, ?, ?, 1, 'pending', 1, ?, false, false, ?, ?, ?)"""
SEAT = "UPDATE seats SET hold_id = NULL, offer_id = ? WHERE event_id = ? AND number = ?"
FACT = """INSERT INTO facts (id, event_id, subject, subject_id, version, kind, actor_kind, actor_id, at, data)
    VALUES (?, ?, ?, ?, ?, ?, 'job', 0, ?, ?)"""
LETTER = """INSERT INTO letters (id, fact_id, kind, person_id, subject, priority, version, data, created_at)
    VALUES (?, ?, 'offer-made', ?, ?, 0, 1, ?, ?)"""
STATEMENTS = (HOLD, ENTRY, OFFER, SEAT, FACT, LETTER)
Rows = dict[str, list[tuple[Any, ...]]]


async def write(store: Store, event_id: int, hold_id: int, places: Sequence[tuple[int, int]]) -> float:
    """Offers every place (entry, person) a seat; the seconds from BEGIN to COMMIT."""
    at = datetime.now(UTC)
    if store.kind == "sqlite":
        rows = _rows(event_id, hold_id, places, _written(at), _written(at + timedelta(days=4)))
        return await asyncio.to_thread(_sqlite, store.address, rows)
    return await _postgresql(store.address, _rows(event_id, hold_id, places, at, at + timedelta(days=4)))


def _written(moment: datetime) -> str:
    return moment.replace(tzinfo=None).isoformat(" ", "microseconds")


def _rows(event_id: int, hold_id: int, places: Sequence[tuple[int, int]], at: Any, ends: Any) -> Rows:
    rows: Rows = {statement: [] for statement in STATEMENTS}
    rows[HOLD].append((hold_id,))
    rows[FACT].append(
        (next(IDS), event_id, "hold", hold_id, 2, "HoldReleased", at, json.dumps({"id": hold_id}))
    )
    for number, (entry_id, person_id) in enumerate(places, 1):
        offer_id, fact_id = next(IDS), next(IDS)
        made = {"id": offer_id, "event_id": event_id, "entry_id": entry_id, "person_id": person_id}
        said = json.dumps(made | {"seats": [number], "automatic": True})
        offered = json.dumps({"id": entry_id, "offer_id": offer_id})
        rows[ENTRY].append((entry_id,))
        rows[OFFER].append((offer_id, event_id, entry_id, person_id, number, at, ends, ends))
        rows[SEAT].append((offer_id, event_id, number))
        rows[FACT].append((fact_id, event_id, "offer", offer_id, 1, "OfferMade", at, said))
        rows[FACT].append((next(IDS), event_id, "entry", entry_id, 2, "EntryOffered", at, offered))
        rows[LETTER].append((next(IDS), fact_id, person_id, f"offer:{offer_id}", json.dumps(made), at))
    return rows


def _sqlite(address: str, rows: Rows) -> float:
    connection = connect(address)
    connection.execute("SELECT count(*) FROM accounts").fetchall()
    start = time.perf_counter()
    connection.execute("BEGIN IMMEDIATE")
    for statement in STATEMENTS:
        connection.executemany(statement, rows[statement])
    connection.execute("COMMIT")
    seconds = time.perf_counter() - start
    connection.close()
    return seconds


async def _postgresql(address: str, rows: Rows) -> float:
    connection = await asyncpg.connect(address)
    for statement in STATEMENTS:
        await connection.prepare(_numbered(statement))
    start = time.perf_counter()
    async with connection.transaction():
        for statement in STATEMENTS:
            await connection.executemany(_numbered(statement), rows[statement])
    seconds = time.perf_counter() - start
    await connection.close()
    return seconds


def _numbered(statement: str) -> str:
    """PostgreSQL's $1, $2 … for SQLite's question marks."""
    first, *rest = statement.split("?")
    return first + "".join(f"${number}{part}" for number, part in enumerate(rest, 1))
