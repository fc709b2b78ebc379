"""Lines."""

import sqlalchemy as sa

from storage.tables.columns import Id, flag, json, key, listed, metadata, moment, number, one_of, ref, text

entries = sa.Table(
    "entries",
    metadata,
    key(),
    ref("service_id", "services.id"),
    ref("event_id", "events.id", optional=True),
    ref("person_id", "participants.id"),
    sa.Column("seats", sa.Integer, nullable=False),
    number("priority", 0),
    sa.Column("seq", sa.BigInteger, nullable=False),
    text("status"),
    json("names"),
    text("source", "self"),
    flag("auto_confirm", False),
    json("windows"),
    moment("paused_until", optional=True),
    number("misses", 0),
    number("skips", 0),
    number("passed", -1),
    sa.Column("passed_event", Id, nullable=False, server_default="0"),
    moment("created_at"),
    number("version", 1),
    flag("split", False),
    listed("answers"),
    one_of("status", "status", ("waiting", "offered", "paused", "booked", "left", "closed")),
    sa.CheckConstraint("seats >= 1", name="seats"),
    sa.CheckConstraint("misses >= 0 AND skips >= 0", name="counts"),
    sa.CheckConstraint("paused_until IS NULL OR status = 'paused'", name="paused"),
    sa.UniqueConstraint("event_id", "seq"),
)
ACTIVE_ENTRY = entries.c.status.in_(("waiting", "offered", "paused"))
sa.Index(
    "uq_entries_active",
    entries.c.event_id,
    entries.c.person_id,
    unique=True,
    sqlite_where=sa.text("event_id IS NOT NULL AND status IN ('waiting', 'offered', 'paused')"),
    postgresql_where=sa.text("event_id IS NOT NULL AND status IN ('waiting', 'offered', 'paused')"),
)
sa.Index(
    "uq_entries_reserve_active",
    entries.c.service_id,
    entries.c.person_id,
    unique=True,
    sqlite_where=sa.text("event_id IS NULL AND status IN ('waiting', 'offered', 'paused')"),
    postgresql_where=sa.text("event_id IS NULL AND status IN ('waiting', 'offered', 'paused')"),
)
sa.Index(
    "ix_entries_line",
    entries.c.event_id,
    entries.c.priority.desc(),
    entries.c.seq,
    entries.c.status,
    sqlite_where=sa.text("status IN ('waiting', 'offered', 'paused')"),
    postgresql_where=sa.text("status IN ('waiting', 'offered', 'paused')"),
)
sa.Index("ix_entries_person", entries.c.person_id)
sa.Index(
    "ix_entries_reserve",
    entries.c.service_id,
    entries.c.priority.desc(),
    entries.c.seq,
    entries.c.status,
    sqlite_where=sa.text("event_id IS NULL AND status IN ('waiting', 'offered', 'paused')"),
    postgresql_where=sa.text("event_id IS NULL AND status IN ('waiting', 'offered', 'paused')"),
)
sa.Index(
    "ix_entries_paused",
    entries.c.paused_until,
    sqlite_where=sa.text("status = 'paused'"),
    postgresql_where=sa.text("status = 'paused'"),
)

line_sizes = sa.Table(
    "line_sizes",  # kept by triggers on entries; `place_id` is an event's or, for a reserve list, a service's
    metadata,
    sa.Column("on_reserve", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("place_id", Id, primary_key=True, autoincrement=False),
    sa.Column("priority", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("status", sa.Text, primary_key=True),
    sa.Column("count", sa.Integer, nullable=False),
    sa.CheckConstraint("on_reserve IN (0, 1)", name="on_reserve"),
    one_of("status", "status", ("waiting", "offered", "paused")),
    sa.CheckConstraint("count >= 0", name="count"),
)
