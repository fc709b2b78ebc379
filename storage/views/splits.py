"""Siblings of an event, and what has become of a balancing of them."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from engine.views import EventCard, Grouping, SplitCard
from storage.selects import PLACE, in_ids
from storage.tables import entries, events, offers
from storage.views import cards, selects
from storage.views.reading import Reading

MOST = 100
ENDS = {"accepted": "accepted", "rejected": "declined", "pending": "open"}


def siblings(reading: Reading, event_id: int, grouping: Grouping) -> Sequence[EventCard]:
    """See `engine.views.Views.siblings`."""
    root = next(iter(reading.event_cards(reading.rows(selects.EVENT, id=event_id)).values()), None)
    if root is None:
        return []
    where = (cards.upcoming(reading.now), events.c.service_id == root.service_id)
    chosen = cards.EVENTS.where(*where).order_by(events.c.starts_at, events.c.id)
    found = [row for row in reading.rows(chosen) if _together(root, row.starts_at, grouping)]
    return list(reading.event_cards(found[:MOST]).values())


def _together(root: EventCard, starts_at: datetime, grouping: Grouping) -> bool:
    zone = ZoneInfo(root.timezone)
    here, there = root.starts_at.astimezone(zone), starts_at.astimezone(zone)
    if grouping == "same_day":
        return here.date() == there.date()
    same_slot = (here.weekday(), here.time()) == (there.weekday(), there.time())
    return starts_at >= root.starts_at and (grouping == "forward" or same_slot)


def joined(connection: sa.Connection, event_ids: Sequence[int]) -> Mapping[int, datetime]:
    """See `engine.views.Views.joined`."""
    services = sa.select(events.c.service_id).where(in_ids(events.c.id, event_ids, connection))
    place = sa.or_(
        in_ids(entries.c.event_id, event_ids, connection),
        sa.and_(entries.c.event_id.is_(None), entries.c.service_id.in_(services)),
    )
    found = connection.execute(sa.select(entries.c.id, entries.c.created_at).where(place, PLACE))
    return {row.id: row.created_at for row in found}


def split(connection: sa.Connection, split_id: int) -> SplitCard | None:
    """See `engine.views.Views.split`."""
    here = sa.select(events.c.id).where(events.c.split_id == split_id).order_by(events.c.id)
    event_ids = list(connection.execute(here).scalars())
    if not event_ids:
        return None
    made = sa.select(offers.c.id, offers.c.status).where(offers.c.split_id == split_id).order_by(offers.c.id)
    found = connection.execute(made).all()
    ended = [ENDS.get(row.status, "expired") for row in found]
    return SplitCard(
        id=split_id,
        event_ids=event_ids,
        offer_ids=[row.id for row in found],
        accepted=ended.count("accepted"),
        declined=ended.count("declined"),
        expired=ended.count("expired"),
        open=ended.count("open"),
    )
