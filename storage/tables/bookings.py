"""Bookings."""

import sqlalchemy as sa

from storage.tables.columns import Id, json, key, listed, metadata, moment, number, one_of, ref, text

bookings = sa.Table(
    "bookings",
    metadata,
    key(),
    ref("event_id", "events.id"),
    ref("person_id", "participants.id"),
    text("status"),
    sa.Column("active", sa.Integer, nullable=False),
    sa.Column("seats", sa.Integer, nullable=False),
    sa.Column("first_seat", sa.Integer, nullable=True),
    json("names"),
    text("source", "self"),
    moment("free_cancel_until", optional=True),
    moment("created_at"),
    number("version", 1),
    moment("reconfirm_by", optional=True),
    listed("answers"),
    sa.Column("period_id", Id, nullable=True),  # a trigger sees to it that there is one
    text("ended", ""),
    one_of("status", "status", ("pending", "confirmed", "cancelled", "attended", "no_show")),
    sa.CheckConstraint(
        "active = CASE WHEN status = 'cancelled' THEN 0 ELSE 1 END",
        name="active",
    ),
    sa.CheckConstraint("seats >= 1", name="seats"),
    sa.CheckConstraint("version >= 1", name="version"),
    sa.CheckConstraint("(first_seat IS NOT NULL) = (active = 1)", name="first_seat"),
    sa.UniqueConstraint("id", "event_id", "active"),
    sa.ForeignKeyConstraint(
        ["id", "event_id", "first_seat"],
        ["seats.booking_id", "seats.event_id", "seats.number"],
        name="fk_bookings_first_seat",
        deferrable=True,
        initially="DEFERRED",
        use_alter=True,
    ),
)
sa.Index(
    "ix_bookings_period",
    bookings.c.period_id,
    sqlite_where=sa.text("period_id IS NOT NULL"),
    postgresql_where=sa.text("period_id IS NOT NULL"),
)
sa.Index(
    "uq_bookings_active",
    bookings.c.event_id,
    bookings.c.person_id,
    unique=True,
    sqlite_where=bookings.c.active == 1,
    postgresql_where=bookings.c.active == 1,
)
sa.Index("ix_bookings_person", bookings.c.person_id)
sa.Index(
    "ix_bookings_reconfirm",
    bookings.c.reconfirm_by,
    sqlite_where=bookings.c.reconfirm_by.is_not(None),
    postgresql_where=bookings.c.reconfirm_by.is_not(None),
)
