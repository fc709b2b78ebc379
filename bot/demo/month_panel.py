"""What the stage knows of the month that is wished for: how far it is, who has said what, and who opened it again."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import sqlalchemy as sa

from storage.tables import (
    adjustments,
    bookings,
    events,
    facts,
    letters,
    participants,
    periods,
    runs,
    unlocks,
    wish_choices,
    wishes,
)

Json = dict[str, Any]
SEATED = ("pending", "confirmed")


def read_month(connection: sa.Connection) -> Json | None:
    """The last month that was opened; None before there is any. Persons are Telegram's numbers."""
    row = connection.execute(sa.select(periods).order_by(periods.c.month.desc()).limit(1)).one_or_none()
    if row is None:
        return None
    known = sa.select(runs.c.number, runs.c.status).where(runs.c.period_id == row.id).order_by(runs.c.number)
    decided = sa.select(sa.func.count()).where(adjustments.c.period_id == row.id)
    return {
        "id": row.id,
        "month": row.month,
        "status": row.status,
        "wished": _wished(connection, row.id),
        "runs": [{"number": run.number, "status": run.status} for run in connection.execute(known)],
        "decided": connection.execute(decided).scalar_one(),
        "told": _told(connection),
        "seated": _seated(connection, row.id),
        "unlock": _unlock(connection, row.id),
    }


def _persons(connection: sa.Connection, chosen: sa.Select[Any]) -> list[int]:
    """Without guests of the admins, who have no phone."""
    return [person for person in connection.scalars(chosen.distinct()) if person is not None]


def _wished(connection: sa.Connection, period: int) -> list[int]:
    """Who has said which dates they would like."""
    chosen = sa.select(participants.c.telegram_id).join(wishes, wishes.c.person_id == participants.c.id)
    stated = chosen.join(wish_choices, wish_choices.c.wish_id == wishes.c.id)
    return _persons(connection, stated.where(wishes.c.period_id == period, wishes.c.status == "stated"))


def _told(connection: sa.Connection) -> list[int]:
    """Who has their result on the phone."""
    chosen = sa.select(participants.c.telegram_id).join(letters, letters.c.person_id == participants.c.id)
    return _persons(connection, chosen.where(letters.c.kind == "month-result", letters.c.status == "sent"))


def _seated(connection: sa.Connection, period: int) -> list[Json]:
    """Places that the month has given, and that stand."""
    chosen = (
        sa.select(participants.c.telegram_id, events.c.code, events.c.id)
        .join(bookings, bookings.c.person_id == participants.c.id)
        .join(events, events.c.id == bookings.c.event_id)
        .where(bookings.c.period_id == period, bookings.c.status.in_(SEATED))
        .order_by(events.c.starts_at, bookings.c.id)
    )
    return [
        {"person": row.telegram_id, "code": row.code, "event": row.id} for row in connection.execute(chosen)
    ]


def _unlock(connection: sa.Connection, period: int) -> Json | None:
    """The last time that somebody wanted it open, and what was changed since it was."""
    of = sa.select(unlocks).where(unlocks.c.period_id == period).order_by(unlocks.c.id.desc()).limit(1)
    row = connection.execute(of).one_or_none()
    if row is None:
        return None
    changed = _changed(connection, period, row.decided_at) if row.decided_at else 0
    return {"status": row.status, "asked_by": row.asked_by, "changed": changed}


def _changed(connection: sa.Connection, period: int, since: datetime) -> int:
    """How many places were given up or moved since then."""
    counted = (
        sa.select(sa.func.count())
        .select_from(facts.join(bookings, bookings.c.id == facts.c.subject_id))
        .where(facts.c.subject == "booking", facts.c.kind == "BookingCancelled")
        .where(bookings.c.period_id == period, facts.c.at >= since)
    )
    return int(connection.execute(counted).scalar_one())
