"""Requests for a place."""

import sqlalchemy as sa

from storage.tables.columns import json, key, listed, metadata, moment, number, one_of, ref, text

requests = sa.Table(
    "requests",  # for a place at an event that people cannot book themselves
    metadata,
    key(),
    ref("event_id", "events.id"),
    ref("person_id", "participants.id"),
    sa.Column("seats", sa.Integer, nullable=False),
    json("names"),
    text("status"),
    moment("created_at"),
    moment("decided_at", optional=True),
    text("by_name", ""),
    text("reason", ""),
    number("version", 1),
    listed("answers"),
    one_of("status", "status", ("open", "granted", "declined", "taken_back", "closed")),
    sa.CheckConstraint("seats >= 1", name="seats"),
    sa.CheckConstraint("(status = 'open') = (decided_at IS NULL)", name="decided"),
    sa.Index("ix_requests_person", "person_id"),
)
OPEN_REQUEST = "status = 'open'"
sa.Index(
    "uq_requests_open",
    requests.c.event_id,
    requests.c.person_id,
    unique=True,
    sqlite_where=sa.text(OPEN_REQUEST),
    postgresql_where=sa.text(OPEN_REQUEST),
)
