"""Who alone may change a month; months that plan themselves."""

import sqlalchemy as sa

from storage.tables.columns import Id, key, listed, metadata, moment, number, one_of, ref, text

schedules = sa.Table(
    "schedules",  # when the account's months are planned by themselves; nothing is due while it is off
    metadata,
    sa.Column("account_id", Id, sa.ForeignKey("accounts.id"), primary_key=True, autoincrement=False),
    text("cron"),
    moment("due_at", optional=True),
    sa.Column("chosen_by", sa.BigInteger, nullable=False),
    text("chosen_by_name"),
    moment("chosen_at"),
    sa.CheckConstraint("(cron = '') = (due_at IS NULL)", name="due"),
)

locks = sa.Table(
    "locks",  # while an admin edits a period: only the holder and `helpers` may; the times are what the rules judge by
    metadata,
    key(),
    ref("period_id", "periods.id"),
    sa.Column("holder_id", sa.BigInteger, nullable=False),
    text("holder_name"),
    listed("helpers"),
    moment("since"),
    moment("until"),
    sa.Column("asked_id", sa.BigInteger, nullable=True),
    text("asked_name", ""),
    number("refused", 0),
    moment("ended_at", optional=True),
    text("ended", ""),
    number("version", 1),
    one_of("ended", "ended", ("", "released", "expired", "forced", "final")),
    sa.CheckConstraint("until > since", name="until"),
    sa.CheckConstraint("(ended = '') = (ended_at IS NULL)", name="over"),
    sa.CheckConstraint("asked_id IS NOT NULL OR asked_name = ''", name="asked"),
    sa.CheckConstraint("refused >= 0", name="refused"),
    sa.CheckConstraint("version >= 1", name="version"),
)
sa.Index(
    "uq_locks_active",
    locks.c.period_id,
    unique=True,
    sqlite_where=sa.text("ended_at IS NULL"),
    postgresql_where=sa.text("ended_at IS NULL"),
)

unlocks = sa.Table(
    "unlocks",  # a final month opened for a while: one admin asks, another one decides
    metadata,
    key(),
    ref("period_id", "periods.id"),
    text("status"),
    sa.Column("asked_by", sa.BigInteger, nullable=False),
    text("asked_by_name"),
    text("reason"),
    number("minutes", 30),
    moment("asked_at"),
    moment("lapses_at"),
    sa.Column("decided_by", sa.BigInteger, nullable=True),
    text("decided_by_name", ""),
    moment("decided_at", optional=True),
    moment("until", optional=True),
    moment("ended_at", optional=True),
    number("version", 1),
    one_of("status", "status", ("asked", "open", "denied", "lapsed", "over")),
    sa.CheckConstraint("length(reason) >= 3", name="reason"),
    sa.CheckConstraint("minutes BETWEEN 1 AND 1440", name="minutes"),
    sa.CheckConstraint("lapses_at > asked_at", name="lapses"),
    sa.CheckConstraint(
        "(decided_by IS NOT NULL) = (status IN ('open', 'denied', 'over'))"
        " AND (decided_by IS NULL) = (decided_at IS NULL)",
        name="decided",
    ),
    sa.CheckConstraint("status NOT IN ('open', 'over') OR decided_by <> asked_by", name="two"),
    sa.CheckConstraint(
        "(until IS NOT NULL) = (status IN ('open', 'over')) AND (until IS NULL OR until > decided_at)",
        name="until",
    ),
    sa.CheckConstraint("(ended_at IS NULL) = (status IN ('asked', 'open'))", name="over"),
    sa.CheckConstraint("version >= 1", name="version"),
)
sa.Index(
    "uq_unlocks_active",
    unlocks.c.period_id,
    unique=True,
    sqlite_where=sa.text("ended_at IS NULL"),
    postgresql_where=sa.text("ended_at IS NULL"),
)
