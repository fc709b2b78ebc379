"""What the stage shows of the database: events with their seats and lines as `Views` sees them, letters, job runs."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from bot.demo.month_panel import read_month
from engine.ports import Unavailable
from engine.refusals import Busy
from engine.views import BookingCard, EntryCard, EventCard, HoldCard, OfferCard
from storage.database import Database
from storage.tables import facts, job_runs, letters, participants
from storage.views import SqlViews

Json = dict[str, Any]
EVENTS, PLACES, NEWEST = 60, 500, 20
LETTERS = (
    "id", "kind", "status", "attempts", "not_before", "created_at", "sent_at", "error",
)  # fmt: skip
RUNS = ("id", "job", "started_at", "finished_at", "runs", "count", "error")


@dataclass(frozen=True, slots=True)
class Kept:
    """An event's panel, and what it was made from."""

    card: EventCard
    last_fact: int
    panel: Json


class Panels:
    """Reads on a connection that only reads. An event is read whole only when something has happened to it."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._views = SqlViews(database, now)
        self._events: dict[int, Kept] = {}
        self._names: Mapping[int, str] = {}

    async def document(self) -> Json:
        """`events`, `letters`, `jobs` and `month` of the stage's state. Raises Unavailable or Busy."""
        cards = (await self._views.events(None, 0, EVENTS)).items
        rows = await self._database.look(_rows)
        if any(self._names.get(person, name) != name for person, name in rows.names.items()):
            self._events = {}  # somebody is called otherwise now
        self._names = rows.names
        events = [await self._event(card, rows.last_facts.get(card.id, 0), rows.ids) for card in cards]
        self._events = {kept.card.id: kept for kept in events}
        return {
            "events": [kept.panel for kept in events],
            "letters": {"counts": rows.counts, "last": rows.letters},
            "jobs": rows.jobs,
            "month": rows.month,
        }

    async def _event(self, card: EventCard, last_fact: int, ids: Mapping[int, int]) -> Kept:
        kept = self._events.get(card.id)
        if kept is not None and (kept.card, kept.last_fact) == (card, last_fact):
            return kept
        line = (await self._views.line(card.id, 0, PLACES)).items
        bookings = (await self._views.bookings(card.id, 0, PLACES)).items
        offers = (await self._views.offers(card.id, 0, PLACES)).items
        holds = await self._views.holds(card.id)
        parts = {
            "bookings": [_booking(booking, ids) for booking in bookings],
            "offers": [_offer(offer, ids) for offer in offers],
            "holds": [_hold(hold) for hold in holds],
            "line": [_place(entry, ids) for entry in line],
        }
        return Kept(card, last_fact, _card(card) | parts)


@dataclass(frozen=True, slots=True)
class Rows:
    """What one look found; `ids` are Telegram's, by person."""

    ids: Mapping[int, int]
    names: Mapping[int, str]
    last_facts: Mapping[int, int]
    counts: Json
    letters: Sequence[Json]
    jobs: Sequence[Json]
    month: Json | None


def _rows(connection: sa.Connection) -> Rows:
    persons = connection.execute(
        sa.select(participants.c.id, participants.c.telegram_id, participants.c.name)
    ).all()
    last = connection.execute(sa.select(facts.c.event_id, sa.func.max(facts.c.id)).group_by(facts.c.event_id))
    counts = connection.execute(sa.select(letters.c.status, sa.func.count()).group_by(letters.c.status))
    named = sa.select(
        *(letters.c[name] for name in LETTERS),
        participants.c.telegram_id.label("person"),
        participants.c.name,
    ).outerjoin(participants, participants.c.id == letters.c.person_id)
    runs = sa.select(*(job_runs.c[name] for name in RUNS)).order_by(job_runs.c.id.desc()).limit(NEWEST)
    return Rows(
        ids={person.id: person.telegram_id for person in persons if person.telegram_id is not None},
        names={person.id: person.name for person in persons},
        last_facts={row[0]: row[1] for row in last if row[0] is not None},
        counts={row[0]: row[1] for row in counts},
        letters=_documents(connection, named.order_by(letters.c.id.desc()).limit(NEWEST)),
        jobs=_documents(connection, runs),
        month=read_month(connection),
    )


def _documents(connection: sa.Connection, chosen: sa.Select[Any]) -> list[Json]:
    return [
        {name: _plain(value) for name, value in row._mapping.items()} for row in connection.execute(chosen)
    ]


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime) else value


def _card(card: EventCard) -> Json:
    numbers = ("capacity", "booked", "offered", "held", "free", "public", "waiting", "reserve")
    return {
        "id": card.id,
        "code": card.code,
        "service": card.service_code,
        "service_id": card.service_id,
        "names": dict(card.names),
        "starts_at": card.starts_at.isoformat(),
        "timezone": card.timezone,
        "location": card.location,
        "mode": card.mode,
        "frozen": card.frozen,
        "halted": card.halted,
        **{name: getattr(card, name) for name in numbers},
    }


def _booking(card: BookingCard, ids: Mapping[int, int]) -> Json:
    return {
        "person": ids.get(card.person_id),
        "name": card.person_name,
        "seats": card.seats,
        "status": card.status,
    }


def _offer(card: OfferCard, ids: Mapping[int, int]) -> Json:
    return {
        "person": ids.get(card.person_id),
        "name": card.person_name,
        "seats": card.count,
        "expires_at": card.expires_at.isoformat(),
        "last_call": card.last_call,
        "delivered": card.delivered_at is not None,
    }


def _hold(card: HoldCard) -> Json:
    return {"seats": card.seats, "reason": card.reason}


def _place(card: EntryCard, ids: Mapping[int, int]) -> Json:
    return {
        "person": ids.get(card.person_id),
        "name": card.person_name,
        "position": card.position,
        "seats": card.seats,
        "status": card.status,
    }


AWAY = (Unavailable, Busy)
"""What `Panels` may raise while the database is not there."""
