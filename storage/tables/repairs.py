"""Repairs of a final month."""

import sqlalchemy as sa

from storage.tables.columns import Id, flag, key, metadata, moment, number, one_of, ref, text

repairs = sa.Table(
    "repairs",  # moves in a final month that were proposed, and how that ended
    metadata,
    key(),
    ref("period_id", "periods.id"),
    text("status"),
    text("cause", ""),
    text("reason"),
    moment("expires_at"),
    sa.Column("made_by", sa.BigInteger, nullable=False),
    text("made_by_name"),
    moment("made_at"),
    moment("ended_at", optional=True),
    number("version", 1),
    one_of("status", "status", ("open", "done", "withdrawn")),
    one_of("cause", "cause", ("", "declined", "expired", "changed", "admin")),
    sa.CheckConstraint("(status = 'open') = (ended_at IS NULL)", name="ended"),
    sa.CheckConstraint("(status = 'withdrawn') = (cause <> '')", name="withdrawn"),
    sa.CheckConstraint("length(reason) >= 3", name="reason"),
    sa.CheckConstraint("version >= 1", name="version"),
    sa.Index("ix_repairs_period", "period_id"),
    sa.Index("uq_repairs_month", "id", "period_id", unique=True),
)
sa.Index(
    "ix_repairs_open",
    repairs.c.expires_at,
    sqlite_where=sa.text("status = 'open'"),
    postgresql_where=sa.text("status = 'open'"),
)

repair_moves = sa.Table(
    "repair_moves",  # `booking_id` gives way, or was `lost` before; `made_id` took its place. `active`: still open
    metadata,
    sa.Column("repair_id", Id, primary_key=True, autoincrement=False),
    sa.Column("period_id", Id, nullable=False),
    sa.Column("person_id", Id, sa.ForeignKey("participants.id"), primary_key=True, autoincrement=False),
    ref("booking_id", "bookings.id"),
    ref("from_event_id", "events.id"),
    ref("event_id", "events.id"),
    moment("starts_at"),  # of the event, as it was asked about
    moment("ends_at"),
    sa.Column("seats", sa.Integer, nullable=False),
    sa.Column("rank", sa.Integer, nullable=False),
    sa.Column("rank_before", sa.Integer, nullable=False),
    flag("lost", False),
    flag("agreed", False),
    flag("declined", False),
    flag("active", True),
    ref("made_id", "bookings.id", optional=True),
    sa.CheckConstraint("event_id <> from_event_id", name="two"),
    sa.CheckConstraint("seats >= 1", name="seats"),
    sa.CheckConstraint("rank >= 1 AND rank_before >= 0", name="rank"),
    sa.CheckConstraint("made_id IS NULL OR agreed", name="made"),
    sa.CheckConstraint("NOT declined OR NOT active", name="declined"),
    sa.ForeignKeyConstraint(
        ["repair_id", "period_id"], ["repairs.id", "repairs.period_id"], name="fk_repair_moves_repair"
    ),
)
sa.Index(
    "uq_repair_moves_person",
    repair_moves.c.period_id,
    repair_moves.c.person_id,
    unique=True,
    sqlite_where=sa.text("active"),
    postgresql_where=sa.text("active"),
)
sa.Index(
    "uq_repair_moves_made",
    repair_moves.c.made_id,
    unique=True,
    sqlite_where=repair_moves.c.made_id.is_not(None),
    postgresql_where=repair_moves.c.made_id.is_not(None),
)

repair_holds = sa.Table(
    "repair_holds",  # the free seats that a repair needs
    metadata,
    sa.Column("repair_id", Id, sa.ForeignKey("repairs.id"), primary_key=True, autoincrement=False),
    sa.Column("event_id", Id, sa.ForeignKey("events.id"), primary_key=True, autoincrement=False),
    sa.Column("hold_id", Id, sa.ForeignKey("holds.id"), nullable=False, unique=True),
)
