"""Locks of months as screens show them, and what was changed while a final month was open."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from engine.locks import Who
from engine.views import EventNamed, LockCard, LockingCard, PlaceChange, UnlockCard
from storage.lock_load import lock_of
from storage.run_load import events_of, find
from storage.selects import in_ids
from storage.tables import bookings, events, facts, participants, repair_moves, unlocks
from storage.views.month import EVENTS, named, period

Row = Any
GIVEN = {"admin": "hand", "request": "hand", "promotion": "promotion"}
"""Bookings that an admin or the line makes, by their source."""


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
    over = of.ended_at or now
    held = [row.id for row in events_of(connection, find(connection, of.period_id, locking=False))]
    ended = sa.and_(bookings.c.period_id == of.period_id, facts.c.kind == "BookingCancelled")
    given = sa.and_(
        in_ids(bookings.c.event_id, held, connection),
        bookings.c.source.in_(GIVEN),
        facts.c.kind == "BookingMade",
    )
    mended = sa.and_(
        repair_moves.c.period_id == of.period_id, repair_moves.c.lost, facts.c.kind == "BookingMade"
    )
    chosen = (
        sa.select(facts, bookings.c.person_id, bookings.c.source, participants.c.name)
        .add_columns(bookings.c.event_id.label("where_id"), repair_moves.c.from_event_id.label("lost_id"))
        .join(bookings, sa.and_(facts.c.subject == "booking", facts.c.subject_id == bookings.c.id))
        .join(participants, participants.c.id == bookings.c.person_id)
        .outerjoin(repair_moves, repair_moves.c.made_id == bookings.c.id)
        .where(facts.c.at >= of.decided_at, facts.c.at <= over, sa.or_(ended, given, mended))
        .order_by(facts.c.at, facts.c.id)
    )
    rows = connection.execute(chosen).all()
    instead = _instead(connection, of.period_id, of.decided_at, over)
    lost = {row.lost_id for row in rows if row.lost_id is not None}
    named_by = _named(connection, {row.where_id for row in rows} | lost | set(instead.values()))
    return [_change(row, named_by, instead) for row in rows]


def _instead(
    connection: sa.Connection, period_id: int, since: datetime, until: datetime
) -> dict[tuple[int, datetime], int]:
    """Which event somebody has since which moment, instead of another one of the month."""
    taken = sa.select(bookings.c.person_id, bookings.c.created_at, bookings.c.event_id).where(
        bookings.c.period_id == period_id,
        bookings.c.source.in_(("move", "repair")),
        bookings.c.created_at.between(since, until),
    )
    return {(row.person_id, row.created_at): row.event_id for row in connection.execute(taken)}


def _named(connection: sa.Connection, event_ids: set[int]) -> dict[int, EventNamed]:
    chosen = EVENTS.where(in_ids(events.c.id, event_ids, connection))
    return {row.id: named(row) for row in connection.execute(chosen)}


def _change(
    row: Row, named_by: Mapping[int, EventNamed], instead: Mapping[tuple[int, datetime], int]
) -> PlaceChange:
    event: int = row.where_id
    to: int | None = None
    if row.kind == "BookingMade" and row.source == "repair":
        how, event, to = "repair", row.lost_id, row.where_id
    elif row.kind == "BookingMade":
        how = GIVEN[row.source]
    else:
        moved = row.data["by"] in ("move", "repair")
        how = "move" if moved else row.data["by"]
        to = instead.get((row.person_id, row.at)) if moved else None
    return PlaceChange(
        person=row.name,
        event=named_by[event],
        to=None if to is None else named_by[to],
        how=how,
        by=row.actor_kind,
        by_name=row.actor_name,
        reason=row.reason,
        at=row.at,
    )
