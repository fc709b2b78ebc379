"""Statements that nearly every letter and tap needs. Each is made once, as making one takes longer than running it."""

from dataclasses import dataclass
from functools import cache
from typing import Any

import sqlalchemy as sa

from storage.selects import among
from storage.tables import bookings, entries, events, offers, participants, requests
from storage.views import cards

ID: sa.BindParameter[int] = sa.bindparam("id", type_=sa.BigInteger)

PERSON = sa.select(participants).where(participants.c.id == ID)
EVENT = cards.EVENTS.where(events.c.id == ID)
BOOKING = cards.BOOKINGS.where(bookings.c.id == ID)
ENTRY = cards.ENTRIES.where(entries.c.id == ID)
OFFER = cards.OFFERS.where(offers.c.id == ID)
REQUEST = cards.REQUESTS.where(requests.c.id == ID)


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
