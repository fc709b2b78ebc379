"""How lines are handled, as screens show it: the choices of a service, and named presets."""

from collections.abc import Sequence
from datetime import datetime

import sqlalchemy as sa

from engine.settings import Mode
from engine.views import PresetCard, ServiceRules
from storage.settings import resolve
from storage.tables import accounts, events, presets, services
from storage.views.cards import upcoming

NOTHING_OWN = tuple(sa.null().label(name) for name in ("mode", "offer", "preset_id"))
SERVICE = sa.select(
    services.c.id,
    services.c.names,
    *NOTHING_OWN,
    services.c.kind.label("service_kind"),
    services.c.mode.label("service_mode"),
    services.c.offer.label("service_offer"),
    services.c.preset_id.label("service_preset_id"),
    services.c.questions.label("service_questions"),
    services.c.cancel_before_seconds.label("service_cancel_before_seconds"),
    services.c.self_service.label("service_self_service"),
    accounts.c.timezone,
    accounts.c.tier,
    accounts.c.auto_backfill,
    accounts.c.booking_status,
    accounts.c.cancel_before_seconds,
    accounts.c.grace_seconds,
    accounts.c.max_party,
).join(accounts, accounts.c.id == services.c.account_id)
CHOSEN = sa.select(events.c.id, events.c.mode, events.c.offer, events.c.requests)


def service_rules(connection: sa.Connection, service_id: int, now: datetime) -> ServiceRules | None:
    """None: no such service."""
    row = connection.execute(SERVICE.where(services.c.id == service_id)).one_or_none()
    if row is None:
        return None
    mine = events.c.service_id == service_id
    coming = connection.execute(
        CHOSEN.where(mine, upcoming(now)).order_by(events.c.starts_at, events.c.id)
    ).all()
    return ServiceRules(
        id=row.id,
        names=row.names,
        settings=resolve(row),
        event_ids=tuple(event.id for event in coming) or _newest(connection, mine),
        upcoming=len(coming),
        own=sum(bool(event.mode or event.offer) for event in coming),
        requests=sum(event.requests for event in coming),
    )


def bookable_ids(connection: sa.Connection, now: datetime) -> tuple[int, ...]:
    """See `engine.views.Views.bookable_ids`."""
    chosen = sa.select(events.c.id).where(upcoming(now)).order_by(events.c.starts_at, events.c.id)
    return tuple(connection.execute(chosen).scalars()) or _newest(connection, sa.true())


def preset_cards(connection: sa.Connection, now: datetime) -> Sequence[PresetCard]:
    """See `engine.views.Views.presets`."""
    used = used_by(now).label("used")
    chosen = sa.select(*presets.c, used).order_by(presets.c.name, presets.c.version.desc())
    return [
        PresetCard(
            id=row.id,
            name=row.name,
            version=row.version,
            mode=Mode(row.mode),
            rules=row.offer,
            used=row.used,
            made_by=row.made_by,
            made_at=row.made_at,
        )
        for row in connection.execute(chosen)
    ]


def used_by(now: datetime) -> sa.ColumnElement[int]:
    """How many services, and events that can still be booked, have the preset of the statement around it."""
    count = sa.select(sa.func.count()).correlate(presets)
    of_services = count.select_from(services).where(services.c.preset_id == presets.c.id)
    of_events = count.select_from(events).where(events.c.preset_id == presets.c.id, upcoming(now))
    return of_services.scalar_subquery() + of_events.scalar_subquery()


def _newest(connection: sa.Connection, where: sa.ColumnElement[bool]) -> tuple[int, ...]:
    chosen = sa.select(events.c.id).where(where).order_by(events.c.starts_at.desc(), events.c.id).limit(1)
    return tuple(connection.execute(chosen).scalars())
