"""What there is, for files that an import reads again."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from storage.tables import ACTIVE_ENTRY, accounts, entries, events, participants, services


def services_listed(connection: sa.Connection, now: datetime) -> Sequence[Any]:
    """Every service, with the number of its events to come."""
    coming = sa.and_(
        events.c.service_id == services.c.id, events.c.starts_at > now, events.c.status == "open"
    )
    chosen = (
        sa.select(services.c.code, services.c.names, sa.func.count(events.c.id).label("events"))
        .join(events, coming, isouter=True)
        .group_by(services.c.id, services.c.code, services.c.names)
        .order_by(services.c.code)
    )
    return connection.execute(chosen).all()


def account_kept(connection: sa.Connection) -> Any:
    """The account, None before the first import."""
    return connection.execute(sa.select(accounts).order_by(accounts.c.id).limit(1)).one_or_none()


def services_kept(connection: sa.Connection) -> Sequence[Any]:
    """Every service, by code."""
    return connection.execute(sa.select(services).order_by(services.c.code)).all()


def events_kept(connection: sa.Connection) -> Sequence[Any]:
    """Every event that takes place or has taken place, by service and start; slots of individual services are none that
    a file could name."""
    chosen = (
        sa.select(events, services.c.code.label("service"), accounts.c.timezone)
        .join(services, services.c.id == events.c.service_id)
        .join(accounts, accounts.c.id == events.c.account_id)
        .where(events.c.status != "cancelled", services.c.kind == "group")
        .order_by(services.c.code, events.c.starts_at, events.c.id)
    )
    return connection.execute(chosen).all()


def people_kept(connection: sa.Connection) -> Sequence[Any]:
    """Everybody, with each place in a line: by service, and there in order; on a reserve list without an event. Whoever
    waits nowhere comes last."""
    chosen = (
        sa.select(
            participants.c.telegram_id,
            participants.c.name,
            participants.c.language,
            events.c.code.label("event"),
            services.c.code.label("service"),
            entries.c.priority,
        )
        .join(entries, sa.and_(entries.c.person_id == participants.c.id, ACTIVE_ENTRY), isouter=True)
        .join(services, services.c.id == entries.c.service_id, isouter=True)
        .join(events, events.c.id == entries.c.event_id, isouter=True)
        .order_by(
            services.c.code.is_(None),
            services.c.code,
            events.c.starts_at.is_(None),
            events.c.starts_at,
            entries.c.priority.desc(),
            entries.c.seq,
            participants.c.id,
        )
    )
    return connection.execute(chosen).all()
