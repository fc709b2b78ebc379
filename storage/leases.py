"""Which runs are computed: the process that computes one says so again and again, in a row of its own, so that nobody's
lock is needed for it. Where nobody has said so for long, the process has ended."""

from collections.abc import Collection
from datetime import datetime

import sqlalchemy as sa

from engine.planning import LEASE
from storage.selects import in_ids
from storage.tables import run_leases, runs
from storage.wakeups import AM_ALONE


def begin(connection: sa.Connection, run_id: int, now: datetime) -> None:
    """A run is to be computed here."""
    connection.execute(run_leases.insert().values(run_id=run_id, until=now + LEASE))


def renew(connection: sa.Connection, run_ids: Collection[int], now: datetime) -> None:
    """These are computed still."""
    still = in_ids(run_leases.c.run_id, run_ids, connection)
    connection.execute(sa.update(run_leases).where(still).values(until=now + LEASE))


def end(connection: sa.Connection, run_id: int) -> None:
    """It is not computed any more."""
    connection.execute(sa.delete(run_leases).where(run_leases.c.run_id == run_id))


def until(connection: sa.Connection, period_id: int) -> dict[int, datetime]:
    """Until when the runs of a period count as computed, by id."""
    chosen = sa.select(run_leases).join(runs, runs.c.id == run_leases.c.run_id)
    rows = connection.execute(chosen.where(runs.c.period_id == period_id))
    return {row.run_id: row.until for row in rows}


def abandoned(connection: sa.Connection, now: datetime) -> list[int]:
    """Periods with a run whose lease is over; one that never had any is looked at, too."""
    chosen = (
        sa.select(runs.c.period_id)
        .outerjoin(run_leases, run_leases.c.run_id == runs.c.id)
        .where(runs.c.status == "running", sa.func.coalesce(run_leases.c.until, runs.c.started_at) <= now)
        .order_by(runs.c.period_id)
    )
    return list(connection.execute(chosen).scalars())


def recover(connection: sa.Connection, now: datetime) -> None:
    """At the start of the only process nothing is computed. While other replicas are alive, it may be they who compute,
    and the leases decide."""
    if connection.dialect.name == "postgresql" and not connection.exec_driver_sql(AM_ALONE).scalar_one():
        return
    connection.execute(sa.update(run_leases).where(run_leases.c.until > now).values(until=now))
