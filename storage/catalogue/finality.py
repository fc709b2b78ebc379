"""A date at which people have places by a final month stays when it is: another time is another place. Two admins can
open the month for a while; until it is locked again, a file may move it."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from engine.catalogue import EventPlan
from storage.catalogue.report import Conflict
from storage.selects import in_ids
from storage.tables import bookings, periods, unlocks


def final_dates(
    connection: sa.Connection, plans: Iterable[EventPlan], known: Mapping[str, Any], now: datetime
) -> list[Conflict]:
    """A sentence for each event of a final month that would take place at another time; `known` events by code. The
    rows of unlockings stay as they are until the commit."""
    moved = {
        known[plan.code].id: plan.code
        for plan in plans
        if plan.code in known and _times(known[plan.code]) != _times(plan)
    }
    opened = connection.execute(
        sa.select(unlocks.c.period_id)
        .where(unlocks.c.status == "open", unlocks.c.decided_at <= now, unlocks.c.until > now)
        .with_for_update(read=True)
    ).scalars()
    places = (
        sa.select(bookings.c.event_id, sa.func.sum(bookings.c.seats))
        .join(periods, periods.c.id == bookings.c.period_id)
        .where(
            in_ids(bookings.c.event_id, sorted(moved), connection),
            bookings.c.active == 1,
            periods.c.status == "final",
            ~in_ids(bookings.c.period_id, opened.all(), connection),
        )
        .group_by(bookings.c.event_id)
        .order_by(bookings.c.event_id)
    )
    return [_conflict(moved[event_id], int(count)) for event_id, count in connection.execute(places)]


def _times(event: Any) -> tuple[datetime, datetime]:
    return event.starts_at, event.ends_at


def _conflict(code: str, count: int) -> Conflict:
    return Conflict(
        f"{count} seats are given there by a final month, so its time stays; two admins can open the month "
        "with /unlock.",
        "event",
        code,
        "final",
        {"count": count},
    )
