"""What there is, for files to fill in."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from storage.tables import ACTIVE_ENTRY, accounts, entries, events, participants, services

EXAMPLES = 1_000


def services_listed(connection: sa.Connection, now: datetime) -> Sequence[Any]:
    """Every service, with the number of its events to come."""
    coming = sa.and_(
        events.c.service_id == services.c.id, events.c.starts_at > now, events.c.status == "open"
    )
    chosen = (
        sa.select(
            services.c.id, services.c.code, services.c.names, sa.func.count(events.c.id).label("events")
        )
        .join(events, coming, isouter=True)
        .group_by(services.c.id, services.c.code, services.c.names)
        .order_by(services.c.code)
    )
    return connection.execute(chosen).all()


def events_to_come(connection: sa.Connection, now: datetime) -> Sequence[Any]:
    """The next events."""
    chosen = (
        sa.select(events, services.c.code.label("service"), accounts.c.timezone)
        .join(services, services.c.id == events.c.service_id)
        .join(accounts, accounts.c.id == events.c.account_id)
        .where(events.c.starts_at > now, events.c.status == "open")
        .order_by(events.c.starts_at, events.c.id)
        .limit(EXAMPLES)
    )
    return connection.execute(chosen).all()


def people_in_line(connection: sa.Connection) -> Sequence[Any]:
    """Who waits, in order; on a reserve list without an event."""
    chosen = (
        sa.select(
            participants.c.telegram_id,
            participants.c.name,
            participants.c.language,
            events.c.code.label("event"),
            services.c.code.label("service"),
            entries.c.priority,
        )
        .join(participants, participants.c.id == entries.c.person_id)
        .join(services, services.c.id == entries.c.service_id)
        .join(events, events.c.id == entries.c.event_id, isouter=True)
        .where(ACTIVE_ENTRY)
        .order_by(services.c.code, events.c.starts_at, entries.c.priority.desc(), entries.c.seq)
        .limit(EXAMPLES)
    )
    return connection.execute(chosen).all()
