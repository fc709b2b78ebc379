"""Which dates are of a month: said once, for what is planned and for what is shown."""

from datetime import UTC

import sqlalchemy as sa

from engine.month import begins, month_after
from storage.tables import events, services

OF_GROUP = services.c.kind == "group"
"""A slot of one person's own is nothing that a month could give."""


def begins_in(month: str, zone: str) -> sa.ColumnElement[bool]:
    """The event begins in the month, as the clocks of the zone have it."""
    first, after = (begins(name, zone).astimezone(UTC) for name in (month, month_after(month)))
    return sa.and_(events.c.starts_at >= first, events.c.starts_at < after)


def group_dates(month: str, zone: str) -> sa.Select[tuple[int]]:
    """Ids of the month's dates of groups, whatever has become of them."""
    here = sa.select(events.c.id).join(services, services.c.id == events.c.service_id)
    return here.where(OF_GROUP, begins_in(month, zone))
