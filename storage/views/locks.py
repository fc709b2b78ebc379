"""Locks of months as screens show them, and what was changed while a final month was open."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa

from engine.locks import Who
from engine.views import LockCard, LockingCard, PlaceChange, UnlockCard
from storage.lock_load import lock_of
from storage.tables import bookings, events, facts, participants, unlocks
from storage.views.month import EVENTS, named, period

Row = Any


def locking(connection: sa.Connection, period_id: int) -> LockingCard | None:
    """See `engine.views.Views.locking`."""
    of = period(connection, period_id)
    if of is None:
        return None
    active = sa.select(unlocks).where(unlocks.c.period_id == period_id, unlocks.c.ended_at.is_(None))
    row = connection.execute(active).one_or_none()
    return LockingCard(of, _lock(connection, period_id), None if row is None else _unlock(connection, row))


def _lock(connection: sa.Connection, period_id: int) -> LockCard | None:
    found = lock_of(connection, period_id)
    if found is None:
        return None
    return LockCard(found.id, found.holder, found.helpers, found.until, found.asked, found.refused)


def unlock(connection: sa.Connection, unlock_id: int) -> UnlockCard | None:
    """See `engine.views.Views.unlock`."""
    row = connection.execute(sa.select(unlocks).where(unlocks.c.id == unlock_id)).one_or_none()
    return None if row is None else _unlock(connection, row)


def _unlock(connection: sa.Connection, row: Row) -> UnlockCard:
    of = period(connection, row.period_id)
    if of is None:
        raise LookupError(row.period_id)
    return UnlockCard(
        id=row.id,
        period=of,
        status=row.status,
        asked_by=Who(row.asked_by, row.asked_by_name),
        reason=row.reason,
        minutes=row.minutes,
        lapses_at=row.lapses_at,
        decided_by=row.decided_by_name,
        decided_at=row.decided_at,
        until=row.until,
        ended_at=row.ended_at,
    )


def changes_of(connection: sa.Connection, unlock_id: int, now: datetime) -> list[PlaceChange]:
    """See `engine.views.Views.place_changes`."""
    of = connection.execute(sa.select(unlocks).where(unlocks.c.id == unlock_id)).one_or_none()
    if of is None or of.decided_at is None:
        return []
    ended = (
        sa.select(facts, bookings.c.person_id, participants.c.name, bookings.c.event_id.label("from_id"))
        .join(bookings, sa.and_(facts.c.subject == "booking", facts.c.subject_id == bookings.c.id))
        .join(participants, participants.c.id == bookings.c.person_id)
        .where(bookings.c.period_id == of.period_id, facts.c.kind == "BookingCancelled")
        .where(facts.c.at >= of.decided_at, facts.c.at <= (of.ended_at or now))
        .order_by(facts.c.at, facts.c.id)
    )
    return [_change(connection, row) for row in connection.execute(ended).all()]


def _change(connection: sa.Connection, row: Row) -> PlaceChange:
    event = connection.execute(EVENTS.where(events.c.id == row.from_id)).one()
    taken = EVENTS.join(bookings, bookings.c.event_id == events.c.id).where(
        bookings.c.person_id == row.person_id, bookings.c.source == "move", bookings.c.created_at == row.at
    )
    moved = connection.execute(taken.limit(1)).one_or_none() if row.data["by"] == "move" else None
    return PlaceChange(
        person=row.name,
        event=named(event),
        to=None if moved is None else named(moved),
        how=row.data["by"],
        by=row.actor_kind,
        by_name=row.actor_name,
        reason=row.reason,
        at=row.at,
    )
