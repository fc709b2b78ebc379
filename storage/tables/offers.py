"""Offers, and seats kept by hand."""

import sqlalchemy as sa

from storage.tables.columns import Id, flag, key, metadata, moment, number, one_of, ref, text

offers = sa.Table(
    "offers",
    metadata,
    key(),
    ref("event_id", "events.id"),
    ref("entry_id", "entries.id"),
    ref("person_id", "participants.id"),
    sa.Column("count", sa.Integer, nullable=False),
    text("status"),
    sa.Column("active", sa.Integer, nullable=False),
    sa.Column("first_seat", sa.Integer, nullable=True),
    flag("guarded", True),
    flag("last_call", False),
    moment("created_at"),
    moment("expires_at"),
    moment("closes_at"),
    moment("delivered_at", optional=True),
    moment("remind_at", optional=True),
    moment("reminded_at", optional=True),
    moment("decided_at", optional=True),
    text("ended", ""),
    sa.Column("booking_id", Id, nullable=True),
    number("version", 1),
    sa.Column("split_id", Id, nullable=True),
    one_of("status", "status", ("pending", "accepted", "rejected", "expired", "withdrawn")),
    sa.CheckConstraint("count >= 1", name="count"),
    sa.CheckConstraint("active = CASE WHEN status = 'pending' THEN 1 ELSE 0 END", name="active"),
    sa.CheckConstraint(
        "(first_seat IS NOT NULL) = (status = 'pending' AND NOT last_call)", name="first_seat"
    ),
    sa.CheckConstraint("(status = 'pending') = (decided_at IS NULL)", name="decided"),
    sa.CheckConstraint("status <> 'accepted' OR decided_at < expires_at", name="accepted_in_time"),
    sa.CheckConstraint("status <> 'expired' OR decided_at >= expires_at", name="expired_in_time"),
    sa.CheckConstraint("expires_at <= closes_at", name="closes"),
    sa.CheckConstraint("(status = 'accepted') = (booking_id IS NOT NULL)", name="booking"),
    sa.UniqueConstraint("id", "event_id", "active"),
    sa.ForeignKeyConstraint(
        ["id", "event_id", "first_seat"],
        ["seats.offer_id", "seats.event_id", "seats.number"],
        name="fk_offers_first_seat",
        deferrable=True,
        initially="DEFERRED",
        use_alter=True,
    ),
    sa.ForeignKeyConstraint(
        ["booking_id"], ["bookings.id"], name="fk_offers_booking", deferrable=True, initially="DEFERRED"
    ),
)
sa.Index(
    "uq_offers_entry",
    offers.c.entry_id,
    unique=True,
    sqlite_where=sa.text("status = 'pending'"),
    postgresql_where=sa.text("status = 'pending'"),
)
sa.Index(
    "uq_offers_person",
    offers.c.event_id,
    offers.c.person_id,
    unique=True,
    sqlite_where=sa.text("status = 'pending'"),
    postgresql_where=sa.text("status = 'pending'"),
)
sa.Index(
    "uq_offers_guard",
    offers.c.event_id,
    unique=True,
    sqlite_where=sa.text("status = 'pending' AND guarded"),
    postgresql_where=sa.text("status = 'pending' AND guarded"),
)
sa.Index(
    "ix_offers_due",
    offers.c.expires_at,
    sqlite_where=sa.text("status = 'pending'"),
    postgresql_where=sa.text("status = 'pending'"),
)
sa.Index(
    "ix_offers_remind",
    offers.c.remind_at,
    sqlite_where=sa.text("status = 'pending' AND reminded_at IS NULL"),
    postgresql_where=sa.text("status = 'pending' AND reminded_at IS NULL"),
)
sa.Index("ix_offers_person_id", offers.c.person_id)
sa.Index(
    "ix_offers_split_id",
    offers.c.split_id,
    sqlite_where=offers.c.split_id.is_not(None),
    postgresql_where=offers.c.split_id.is_not(None),
)
sa.Index("ix_offers_entry_id", offers.c.entry_id)

holds = sa.Table(
    "holds",
    metadata,
    key(),
    ref("event_id", "events.id"),
    sa.Column("active", sa.Integer, nullable=False),
    sa.Column("first_seat", sa.Integer, nullable=True),
    text("reason", ""),
    text("by_name", ""),
    moment("created_at"),
    number("version", 1),
    sa.CheckConstraint("active IN (0, 1)", name="active"),
    sa.CheckConstraint("(first_seat IS NOT NULL) = (active = 1)", name="first_seat"),
    sa.UniqueConstraint("id", "event_id", "active"),
    sa.ForeignKeyConstraint(
        ["id", "event_id", "first_seat"],
        ["seats.hold_id", "seats.event_id", "seats.number"],
        name="fk_holds_first_seat",
        deferrable=True,
        initially="DEFERRED",
        use_alter=True,
    ),
    sa.Index("ix_holds_event", "event_id"),
)
