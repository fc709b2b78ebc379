"""What a rule about the locks of a period sees, read after the period's row is locked."""

from typing import Any

import sqlalchemy as sa

from engine.locks import Lock, Locking, Unlock, Who
from storage.tables import accounts, locks, unlocks

Row = Any
ZONE = sa.select(accounts.c.timezone)


def load(connection: sa.Connection, period: Row) -> Locking:
    """The period's locks that are not over."""
    zone = connection.execute(ZONE.where(accounts.c.id == period.account_id)).scalar_one()
    return Locking(
        period_id=period.id,
        month=period.month,
        timezone=zone,
        final=period.status == "final",
        lock=lock_of(connection, period.id),
        unlock=_unlock(connection, period.id),
    )


def lock_of(connection: sa.Connection, period_id: int) -> Lock | None:
    """The period's temporary lock."""
    here = sa.select(locks).where(locks.c.period_id == period_id, locks.c.ended_at.is_(None))
    row = connection.execute(here).one_or_none()
    if row is None:
        return None
    return Lock(
        id=row.id,
        period_id=row.period_id,
        holder=Who(row.holder_id, row.holder_name),
        since=row.since,
        until=row.until,
        helpers=tuple(Who(**helper) for helper in row.helpers),
        asked=None if row.asked_id is None else Who(row.asked_id, row.asked_name),
        refused=row.refused,
        version=row.version,
    )


def _unlock(connection: sa.Connection, period_id: int) -> Unlock | None:
    """Locked: whoever moves a place of the month reads this row and keeps it until the commit."""
    here = sa.select(unlocks).where(unlocks.c.period_id == period_id, unlocks.c.ended_at.is_(None))
    row = connection.execute(here.with_for_update()).one_or_none()
    if row is None:
        return None
    return Unlock(
        id=row.id,
        period_id=row.period_id,
        status=row.status,
        asked_by=Who(row.asked_by, row.asked_by_name),
        minutes=row.minutes,
        asked_at=row.asked_at,
        lapses_at=row.lapses_at,
        until=row.until,
        version=row.version,
    )
