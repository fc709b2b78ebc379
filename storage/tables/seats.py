"""Every seat is a row, and has one owner at most."""

import sqlalchemy as sa

from storage.tables.columns import Id, metadata


def _owner(column: str, table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [column, "event_id", "live"],
        [f"{table}.id", f"{table}.event_id", f"{table}.active"],
        name=f"fk_seats_{column}",
        deferrable=True,
        initially="DEFERRED",
    )


seats = sa.Table(
    "seats",
    metadata,
    sa.Column("event_id", Id, primary_key=True),
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("capacity", sa.Integer, nullable=False),
    sa.Column("booking_id", Id, nullable=True),
    sa.Column("offer_id", Id, nullable=True),
    sa.Column("hold_id", Id, nullable=True),
    sa.Column("live", sa.Integer, nullable=False, server_default="1"),
    sa.CheckConstraint("live = 1", name="live"),
    sa.CheckConstraint("number BETWEEN 1 AND capacity", name="number"),
    sa.CheckConstraint(
        "CASE WHEN booking_id IS NULL THEN 0 ELSE 1 END + CASE WHEN offer_id IS NULL THEN 0 ELSE 1 END"
        " + CASE WHEN hold_id IS NULL THEN 0 ELSE 1 END <= 1",
        name="one_owner",
    ),
    sa.ForeignKeyConstraint(
        ["event_id", "capacity"],
        ["events.id", "events.capacity"],
        name="fk_seats_event",
        onupdate="CASCADE",
    ),
    _owner("booking_id", "bookings"),
    _owner("offer_id", "offers"),
    _owner("hold_id", "holds"),
    sa.UniqueConstraint("booking_id", "event_id", "number"),
    sa.UniqueConstraint("offer_id", "event_id", "number"),
    sa.UniqueConstraint("hold_id", "event_id", "number"),
)
sa.Index(
    "ix_seats_free",
    seats.c.event_id,
    seats.c.number,
    sqlite_where=sa.text("booking_id IS NULL AND offer_id IS NULL AND hold_id IS NULL"),
    postgresql_where=sa.text("booking_id IS NULL AND offer_id IS NULL AND hold_id IS NULL"),
)
