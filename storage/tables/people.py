"""Participants."""

import sqlalchemy as sa

from storage.tables.columns import flag, key, metadata, moment, text

participants = sa.Table(
    "participants",
    metadata,
    key(),
    sa.Column("telegram_id", sa.BigInteger, nullable=True, unique=True),
    text("name"),
    text("language", "en"),
    flag("language_chosen", False),
    flag("reachable", True),
    moment("created_at"),
)

GUEST = participants.c.telegram_id.is_(None)
"""Guests are told apart by nothing but their name."""

sa.Index(
    "uq_participants_guest", participants.c.name, unique=True, sqlite_where=GUEST, postgresql_where=GUEST
)
