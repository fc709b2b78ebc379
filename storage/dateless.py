"""A service that has no date yet, or an account that has none: its rules can be set all the same.

Every decision is about events. Here a stand-in is decided about, which exists in no table: it is closed, has no seat
and no line, and the service's id below zero. So the rule is the same, locks the service, and finds nothing to fill.
"""

from collections.abc import Collection, Sequence
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa

from storage.selects import EVENT_COLUMNS, in_ids
from storage.tables import accounts, events, services

LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)
VALUES: dict[str, Any] = {
    "code": "",
    "starts_at": LONG_AGO,
    "ends_at": LONG_AGO,
    "location": "",
    "capacity": 0,
    "minimum": 0,
    "status": "closed",
    "frozen": False,
    "released": 0,
    "announced": 0,
    "announced_reason": "",
    "next_seq": 1,
    "round": 0,
    "version": 1,
    "head_seq": 0,
}
"""What stands in for an event's columns; the others are empty."""


def stand_in(service_id: int) -> int:
    """The id of a service's stand-in for an event."""
    return -service_id


def stand_ins(connection: sa.Connection, event_ids: Collection[int], *, locking: bool) -> Sequence[Any]:
    """Rows for those of the ids that are stand-ins, locked as their services are."""
    service_ids = sorted(-event_id for event_id in event_ids if event_id < 0)
    if not service_ids:
        return []
    chosen = sa.select(*map(_column, EVENT_COLUMNS)).join(accounts, accounts.c.id == services.c.account_id)
    here = chosen.where(in_ids(services.c.id, service_ids, connection)).order_by(services.c.id)
    return connection.execute(here.with_for_update(of=services) if locking else here).all()


def _column(column: Any) -> Any:
    if getattr(column, "table", None) is not events:
        return column
    match column.name:
        case "id":
            return (-services.c.id).label("id")
        case "account_id":
            return services.c.account_id
        case "service_id":
            return services.c.id.label("service_id")
        case name:
            return sa.literal(VALUES.get(name), column.type).label(name)
