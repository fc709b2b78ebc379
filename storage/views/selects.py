"""Statements that nearly every letter and tap needs. Each is made once, as making one takes longer than running it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

import sqlalchemy as sa

from storage.selects import PLACE, among
from storage.tables import bookings, entries, events, offers, participants, requests
from storage.views import cards

PENDING = offers.c.status == sa.literal_column("'pending'")
ASKING = requests.c.status == sa.literal_column("'open'")
HOLDING = bookings.c.active == sa.literal_column("1")

ID: sa.BindParameter[int] = sa.bindparam("id", type_=sa.BigInteger)

PERSON = sa.select(participants).where(participants.c.id == ID)
EVENT = cards.EVENTS.where(events.c.id == ID)
BOOKING = cards.BOOKINGS.where(bookings.c.id == ID)
ENTRY = cards.ENTRIES.where(entries.c.id == ID)
OFFER = cards.OFFERS.where(offers.c.id == ID)
REQUEST = cards.REQUESTS.where(requests.c.id == ID)


@dataclass(frozen=True, slots=True)
class Own:
    """What one `person` has."""

    bookings: sa.Select[Any]
    entries: sa.Select[Any]
    offers: sa.Select[Any]
    requests: sa.Select[Any]


def _own(where: Callable[[Any], sa.ColumnElement[bool]], reserve: sa.ColumnElement[bool]) -> Own:
    """At events of which their `event_id` is told, and on reserve lists."""
    person: sa.BindParameter[int] = sa.bindparam("person", type_=sa.BigInteger)
    held = cards.BOOKINGS.where(bookings.c.person_id == person, where(bookings.c.event_id), HOLDING)
    in_line = cards.ENTRIES.where(
        entries.c.person_id == person, sa.or_(where(entries.c.event_id), reserve), PLACE
    )
    offered = cards.OFFERS.where(offers.c.person_id == person, where(offers.c.event_id), PENDING)
    asked = cards.REQUESTS.where(requests.c.person_id == person, where(requests.c.event_id), ASKING)
    return Own(
        bookings=held.order_by(bookings.c.id),
        entries=in_line.order_by(entries.c.id),
        offers=offered.order_by(offers.c.expires_at, offers.c.id),
        requests=asked.order_by(requests.c.id),
    )


_EVENT: sa.BindParameter[int] = sa.bindparam("event", type_=sa.BigInteger)
_SERVICE = sa.select(events.c.service_id).where(events.c.id == _EVENT).scalar_subquery()
AT_EVENT = _own(
    lambda event_id: event_id == _EVENT,
    sa.and_(entries.c.event_id.is_(None), entries.c.service_id == _SERVICE),
)
"""At one `event`; the reserve list is that of its service."""

_NOW: sa.BindParameter[Any] = sa.bindparam("now", type_=events.c.ends_at.type)
_AHEAD = sa.select(events.c.id).where(events.c.ends_at > _NOW, events.c.status != "cancelled")
AHEAD = _own(lambda event_id: event_id.in_(_AHEAD), entries.c.event_id.is_(None))
"""At events that are not over `now`."""


@dataclass(frozen=True, slots=True)
class Listed:
    """Those whose ids (of persons: Telegram's) are in the list `ids` (see `storage.selects.id_list`)."""

    on_telegram: sa.Select[Any]
    events: sa.Select[Any]
    entries: sa.Select[Any]


@cache
def listed(dialect: str) -> Listed:
    """For an engine's dialect."""
    return Listed(
        on_telegram=sa.select(participants).where(among(participants.c.telegram_id, "ids", dialect)),
        events=cards.EVENTS.where(among(events.c.id, "ids", dialect)),
        entries=cards.ENTRIES.where(among(entries.c.id, "ids", dialect)),
    )
