"""Individual services: their hours, and who comes when."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime

import sqlalchemy as sa

from engine.state import Opening
from engine.views import IndividualCard, SlotCard
from storage.catalogue import columns
from storage.selects import in_ids
from storage.tables import accounts, bookings, events, participants, services
from storage.views import cards
from storage.views.reading import Reading

INDIVIDUAL = sa.select(services.c.id).where(services.c.kind == "individual")
OF_GROUPS = events.c.service_id.not_in(INDIVIDUAL)
HERE = sa.exists().where(bookings.c.event_id == events.c.id, bookings.c.active == 1)


def individuals(connection: sa.Connection, *where: sa.ColumnElement[bool]) -> Sequence[IndividualCard]:
    """See `engine.views.Views.individuals`."""
    chosen = (
        sa.select(services, accounts.c.timezone)
        .join(accounts, accounts.c.id == services.c.account_id)
        .where(services.c.kind == "individual", *where)
        .order_by(services.c.id)
    )
    return [
        IndividualCard(
            id=row.id,
            code=row.code,
            names=row.names,
            opening=Opening(row.minutes or 0, columns.windows(row.hours)),
            zone=row.timezone,
        )
        for row in connection.execute(chosen)
    ]


def slots(reading: Reading, service_id: int, since: datetime, until: datetime) -> Sequence[SlotCard]:
    """See `engine.views.Views.slots`."""
    where = (
        events.c.service_id == service_id,
        events.c.starts_at >= since,
        events.c.starts_at < until,
        sa.or_(events.c.status != "closed", HERE),
    )
    found = reading.rows(cards.EVENTS.where(*where).order_by(events.c.starts_at, events.c.id))
    people = _people(reading, [row.id for row in found])
    return [SlotCard(card, people[card.id]) for card in reading.event_cards(found).values()]


def _people(reading: Reading, event_ids: Sequence[int]) -> dict[int, list[str]]:
    here = in_ids(bookings.c.event_id, event_ids, reading.connection)
    chosen = (
        sa.select(bookings.c.event_id, participants.c.name)
        .join(participants, participants.c.id == bookings.c.person_id)
        .where(here, bookings.c.active == 1)
        .order_by(bookings.c.id)
    )
    named: dict[int, list[str]] = defaultdict(list)
    for row in reading.rows(chosen):
        named[row.event_id].append(row.name)
    return named
