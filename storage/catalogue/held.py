"""An event that has been held is not moved ahead: whoever is marked there has their booking, and could get no other."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from engine.catalogue import EventPlan
from storage.catalogue.report import Conflict
from storage.selects import in_ids
from storage.tables import bookings

MARKED = ("attended", "no_show")


def held_before(
    connection: sa.Connection, plans: Iterable[EventPlan], known: Mapping[str, Any], now: datetime
) -> list[Conflict]:
    """A sentence for each event that would begin again although it is marked who came; `known` events by code."""
    ahead = {
        known[plan.code].id: plan.code
        for plan in plans
        if plan.code in known and known[plan.code].starts_at <= now < plan.starts_at
    }
    here = in_ids(bookings.c.event_id, sorted(ahead), connection)
    marked = sa.select(bookings.c.event_id, sa.func.count()).where(here, bookings.c.status.in_(MARKED))
    found = connection.execute(marked.group_by(bookings.c.event_id).order_by(bookings.c.event_id))
    return [_conflict(ahead[event_id], count) for event_id, count in found]


def _conflict(code: str, marked: int) -> Conflict:
    return Conflict(
        f"it has been held ({marked} marked as attended or absent); give the new date a code of its own.",
        "event",
        code,
        "held",
        {"count": marked},
    )
