"""The month: wishes and friendships."""

import sqlalchemy as sa

from storage.tables.columns import Id, flag, key, listed, metadata, moment, number, one_of, ref, text

periods = sa.Table(
    "periods",  # calendar months; `seed` is drawn when one opens, and nobody is shown it before the end
    metadata,
    key(),
    ref("account_id", "accounts.id"),
    text("month"),
    text("status"),
    moment("wishes_until"),
    text("seed"),
    text("seed_hash"),
    sa.Column("opened_by", sa.BigInteger, nullable=False),
    text("opened_by_name"),
    moment("opened_at"),
    moment("closed_at", optional=True),
    number("version", 1),
    one_of("status", "status", ("collecting", "closed", "planned", "final")),
    sa.CheckConstraint("length(month) = 7", name="month"),
    sa.CheckConstraint("length(seed) = 64 AND length(seed_hash) = 64", name="seed"),
    sa.CheckConstraint("(status = 'collecting') = (closed_at IS NULL)", name="closed"),
    sa.CheckConstraint("version >= 1", name="version"),
    sa.Index("uq_periods_month", "account_id", "month", unique=True),
)

wishes = sa.Table(
    "wishes",  # what one person wants of a period
    metadata,
    key(),
    ref("period_id", "periods.id"),
    ref("person_id", "participants.id"),
    text("status"),
    number("count", 1),
    text("at_most", ""),
    listed("weekdays"),
    number("seats", 1),
    listed("names"),
    flag("standing", False),
    moment("stated_at"),
    number("version", 1),
    one_of("status", "status", ("asked", "stated", "withdrawn")),
    one_of("at_most", "at_most", ("", "day", "week")),
    sa.CheckConstraint("count >= 1", name="count"),
    sa.CheckConstraint("seats >= 1", name="seats"),
    sa.CheckConstraint("version >= 1", name="version"),
    sa.Index("uq_wishes_person", "period_id", "person_id", unique=True),
    sa.Index("ix_wishes_person", "person_id"),
)

wish_choices = sa.Table(
    "wish_choices",
    metadata,
    sa.Column("wish_id", Id, sa.ForeignKey("wishes.id"), primary_key=True, autoincrement=False),
    sa.Column("event_id", Id, sa.ForeignKey("events.id"), primary_key=True, autoincrement=False),
    sa.Column("rank", sa.Integer, nullable=False),
    sa.CheckConstraint("rank >= 1", name="rank"),
    sa.Index("ix_wish_choices_event", "event_id"),
)

friendships = sa.Table(
    "friendships",  # `person_id` asks; `link` is the secret number of the way to say yes
    metadata,
    key(),
    ref("period_id", "periods.id"),
    ref("person_id", "participants.id"),
    ref("friend_id", "participants.id", optional=True),
    sa.Column("link", sa.BigInteger, nullable=False),
    text("status"),
    moment("asked_at"),
    number("version", 1),
    one_of("status", "status", ("asked", "agreed", "ended")),
    sa.CheckConstraint("friend_id IS NULL OR friend_id <> person_id", name="two"),
    sa.CheckConstraint("status <> 'agreed' OR friend_id IS NOT NULL", name="agreed"),
    sa.CheckConstraint("status <> 'asked' OR friend_id IS NULL", name="asked"),
    sa.CheckConstraint("version >= 1", name="version"),
    sa.Index("uq_friendships_link", "link", unique=True),
    sa.Index("ix_friendships_person", "person_id"),
    sa.Index("ix_friendships_friend", "friend_id"),
)
AGREED = "status = 'agreed'"
sa.Index(
    "uq_friendships_agreed",
    friendships.c.period_id,
    friendships.c.person_id,
    friendships.c.friend_id,
    unique=True,
    sqlite_where=sa.text(AGREED),
    postgresql_where=sa.text(AGREED),
)
sa.Index(
    "ix_friendships_agreed_friend",
    friendships.c.period_id,
    friendships.c.friend_id,
    sqlite_where=sa.text(AGREED),
    postgresql_where=sa.text(AGREED),
)
