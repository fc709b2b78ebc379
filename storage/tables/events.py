"""Events."""

import sqlalchemy as sa

from storage.tables.columns import Id, flag, json, key, metadata, moment, number, one_of, ref, text
from storage.tables.services import MODES

events = sa.Table(
    "events",
    metadata,
    key(),
    ref("account_id", "accounts.id"),
    ref("service_id", "services.id"),
    ref("series_id", "series.id", optional=True),
    text("code"),
    moment("starts_at"),
    moment("ends_at"),
    text("location", ""),
    sa.Column("capacity", sa.Integer, nullable=False),
    number("minimum", 0),
    text("status", "open"),
    text("mode", optional=True),
    json("offer", optional=True),
    flag("frozen", False),
    number("released", 0),
    number("announced", 0),
    text("announced_reason", ""),
    sa.Column("next_seq", sa.BigInteger, nullable=False, server_default="1"),
    number("round", 0),
    number("version", 1),
    sa.Column("head_seq", sa.BigInteger, nullable=False, server_default="0"),
    sa.Column("drain_to", sa.Integer, sa.CheckConstraint("drain_to >= 1", name="drain_to"), nullable=True),
    sa.Column("preset_id", Id, nullable=True),
    sa.Column("split_id", Id, nullable=True),
    sa.Column(
        "requests",
        sa.Integer,
        sa.CheckConstraint("requests >= 0", name="requests"),
        nullable=False,
        server_default="0",
    ),
    sa.CheckConstraint("capacity >= 0", name="capacity"),
    sa.CheckConstraint("released BETWEEN 0 AND capacity", name="released"),
    sa.CheckConstraint("announced >= 0", name="announced"),
    sa.CheckConstraint("ends_at > starts_at", name="ends"),
    one_of("status", "status", ("open", "closed", "cancelled")),
    one_of("mode", "mode", MODES),
    sa.UniqueConstraint("account_id", "code"),
    sa.UniqueConstraint("id", "capacity"),
    sa.Index("ix_events_upcoming", "service_id", "starts_at"),
    sa.Index("ix_events_starts_at", "starts_at"),
)
sa.Index(
    "ix_events_split_id",
    events.c.split_id,
    sqlite_where=events.c.split_id.is_not(None),
    postgresql_where=events.c.split_id.is_not(None),
)
