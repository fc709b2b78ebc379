"""The schema, once, for SQLite and PostgreSQL.

A seat is a row. There are exactly `capacity` of them for an event, each has at most one owner (a booking, an offer or
a hold), and an owner that is over cannot own any; an active booking, a pending offer and an active hold must name a
first seat that they really own. So neither a rule nor hand-written SQL can sell an event over.
"""

from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.engine import Dialect

metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class Instant(sa.types.TypeDecorator[datetime]):
    """A moment in UTC; naive values are refused, naive rows (SQLite) come back with their zone."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment without a zone")
        value = value.astimezone(UTC)
        return value if dialect.name == "postgresql" else value.replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None or value.tzinfo is not None:
            return value
        return value.replace(tzinfo=UTC)


Id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
Json = sa.JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql")


def key() -> sa.Column[int]:
    """A primary key; ids are given by `storage.ids`, never by the database."""
    return sa.Column("id", Id, primary_key=True, autoincrement=False)


def ref(name: str, target: str, *, optional: bool = False) -> sa.Column[int]:
    """A reference to another table's id."""
    return sa.Column(name, Id, sa.ForeignKey(target), nullable=optional)


def flag(name: str, default: bool) -> sa.Column[bool]:
    """A boolean with a default."""
    return sa.Column(name, sa.Boolean, nullable=False, server_default=sa.true() if default else sa.false())


def number(name: str, default: int) -> sa.Column[int]:
    """A whole number with a default."""
    return sa.Column(name, sa.Integer, nullable=False, server_default=str(default))


def one_of(name: str, column: str, values: tuple[str, ...]) -> sa.CheckConstraint:
    """The column holds one of these words."""
    return sa.CheckConstraint(f"{column} IN ({', '.join(repr(v) for v in values)})", name=name)


def text(name: str, default: str | None = None, *, optional: bool = False) -> sa.Column[str]:
    """A text; without `optional` never NULL."""
    return sa.Column(name, sa.Text, nullable=optional, server_default=default)


def moment(name: str, *, optional: bool = False) -> sa.Column[datetime]:
    """A moment in UTC."""
    return sa.Column(name, Instant, nullable=optional)


def json(name: str, *, optional: bool = False) -> sa.Column[Any]:
    """A small document."""
    return sa.Column(name, Json, nullable=optional)


def listed(name: str) -> sa.Column[Any]:
    """A list, empty where nothing is said."""
    return sa.Column(name, Json, nullable=False, server_default="[]")


MODES = ("manual", "legacy", "offer", "splitter")

accounts = sa.Table(
    "accounts",
    metadata,
    key(),
    text("name"),
    text("timezone"),
    text("tier", "enterprise"),
    json("languages"),
    flag("auto_backfill", True),
    text("booking_status", "confirmed"),
    number("cancel_before_seconds", 86400),
    number("grace_seconds", 7200),
    number("max_party", 6),
    sa.Column("admin_chat_id", sa.BigInteger, nullable=True, unique=True),
    text("group_language", optional=True),
    one_of("tier", "tier", ("starter", "basic", "pro", "enterprise")),
    one_of("booking_status", "booking_status", ("confirmed", "pending")),
    sa.UniqueConstraint("name"),
)

presets = sa.Table(
    "presets",  # a version of a named preset each; a change makes a new version
    metadata,
    key(),
    ref("account_id", "accounts.id"),
    text("name"),
    sa.Column("version", sa.Integer, nullable=False),
    text("mode"),
    json("offer"),
    text("made_by", ""),
    moment("made_at"),
    one_of("mode", "mode", MODES),
    sa.CheckConstraint("version >= 1", name="version"),
    sa.UniqueConstraint("account_id", "name", "version"),
)

services = sa.Table(
    "services",
    metadata,
    key(),
    ref("account_id", "accounts.id"),
    text("code"),
    text("kind", "group"),
    json("names"),
    json("descriptions"),
    text("mode", "offer"),
    json("offer"),
    sa.Column("cancel_before_seconds", sa.Integer, nullable=True),
    sa.Column("minutes", sa.Integer, nullable=True),
    json("hours", optional=True),
    flag("self_service", True),
    sa.Column("next_seq", sa.BigInteger, nullable=False, server_default="1"),
    sa.Column("preset_id", Id, nullable=True),
    listed("questions"),
    one_of("kind", "kind", ("group", "individual")),
    one_of("mode", "mode", MODES),
    sa.UniqueConstraint("account_id", "code"),
)

series = sa.Table(
    "series",
    metadata,
    key(),
    ref("service_id", "services.id"),
    text("code"),
    text("rrule"),
    sa.UniqueConstraint("service_id", "code"),
)

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

facts = sa.Table(
    "facts",
    metadata,
    key(),
    ref("event_id", "events.id", optional=True),
    text("subject"),
    sa.Column("subject_id", Id, nullable=False),
    sa.Column("version", sa.Integer, nullable=False),
    text("kind"),
    text("actor_kind"),
    sa.Column("actor_id", sa.BigInteger, nullable=False),
    text("actor_name", ""),
    text("reason", ""),
    moment("at"),
    json("data"),
    one_of("actor_kind", "actor_kind", ("person", "admin", "job", "import")),
    sa.UniqueConstraint("subject", "subject_id", "version"),
    sa.Index("ix_facts_event", "event_id", "id"),
    sa.Index("ix_facts_at", "at", "id"),
)
sa.Index(
    "ix_facts_admin",
    facts.c.at,
    facts.c.id,
    sqlite_where=sa.text("actor_kind = 'admin'"),
    postgresql_where=sa.text("actor_kind = 'admin'"),
)

seals = sa.Table(
    "seals",  # a chain: `hash` is over `previous`, this row and its facts; see storage/seals.py
    metadata,
    key(),
    sa.Column("first_id", Id, nullable=False),
    sa.Column("last_id", Id, nullable=False),
    sa.Column("count", sa.Integer, nullable=False),
    moment("swept_at", optional=True),
    moment("sealed_at"),
    text("previous"),
    text("hash"),
    sa.CheckConstraint("id >= 1", name="id"),
    sa.CheckConstraint("count >= 1", name="count"),
)

seal_facts = sa.Table(
    "seal_facts",  # no reference to facts: it would write to each of them, and the doctor looks anyway
    metadata,
    sa.Column("fact_id", Id, primary_key=True, autoincrement=False),
    ref("seal_id", "seals.id"),
    sa.Index("ix_seal_facts_seal", "seal_id", "fact_id"),
)

anchors = sa.Table(
    "anchors",  # what the admins' group was told, one a day
    metadata,
    sa.Column("day", sa.Text, primary_key=True),
    ref("seal_id", "seals.id"),
    text("hash"),
    moment("at"),
)

updates = sa.Table(
    "updates",
    metadata,
    sa.Column("id", sa.BigInteger, primary_key=True, autoincrement=False),
    moment("at"),
    sa.Index("ix_updates_at", "at"),
)

LETTER_STATES = ("queued", "sending", "sent", "dropped", "failed", "uncertain")

letters = sa.Table(
    "letters",
    metadata,
    key(),
    ref("fact_id", "facts.id", optional=True),
    text("kind"),
    sa.Column("person_id", Id, sa.ForeignKey("participants.id"), nullable=True),
    text("subject"),
    sa.Column("priority", sa.Integer, nullable=False),
    number("version", 0),
    text("letter_class", "A"),
    json("data"),
    sa.Column("panel_chat", sa.BigInteger, nullable=True),
    sa.Column("panel_message", sa.BigInteger, nullable=True),
    text("status", "queued"),
    number("attempts", 0),
    moment("not_before", optional=True),
    moment("lease_until", optional=True),
    sa.Column("chat_id", sa.BigInteger, nullable=True),
    sa.Column("message_id", sa.BigInteger, nullable=True),
    moment("created_at"),
    moment("sent_at", optional=True),
    text("error", ""),
    one_of("status", "status", LETTER_STATES),
    one_of("letter_class", "letter_class", ("A", "B", "P")),
    sa.CheckConstraint("(status = 'sent') = (message_id IS NOT NULL)", name="sent"),
    sa.CheckConstraint("(status = 'sending') = (lease_until IS NOT NULL)", name="sending"),
    sa.Index("ix_letters_subject", "subject", "id"),
)
OPEN_LETTER = "status IN ('queued', 'sending')"
sa.Index(
    "ix_letters_open",
    letters.c.priority,
    letters.c.id,
    sqlite_where=sa.text(OPEN_LETTER),
    postgresql_where=sa.text(OPEN_LETTER),
)
sa.Index(
    "uq_letters_fact",
    letters.c.fact_id,
    letters.c.kind,
    unique=True,
    sqlite_where=sa.text("fact_id IS NOT NULL"),
    postgresql_where=sa.text("fact_id IS NOT NULL"),
)
sa.Index(
    "uq_letters_panel",
    letters.c.subject,
    unique=True,
    sqlite_where=sa.text("letter_class = 'P' AND status = 'queued'"),
    postgresql_where=sa.text("letter_class = 'P' AND status = 'queued'"),
)

job_runs = sa.Table(
    "job_runs",
    metadata,
    key(),
    text("job"),
    moment("started_at"),
    moment("finished_at", optional=True),
    number("runs", 1),
    number("count", 0),
    text("error", ""),
    sa.Index("ix_job_runs_job", "job", "id"),
)

alerts = sa.Table(
    "alerts",
    metadata,
    key(),
    text("kind"),
    text("cause"),
    text("status", "open"),
    json("data"),
    number("count", 1),
    moment("opened_at"),
    moment("last_at"),
    moment("resolved_at", optional=True),
    one_of("status", "status", ("open", "acknowledged", "resolved")),
)
sa.Index(
    "uq_alerts_cause",
    alerts.c.kind,
    alerts.c.cause,
    unique=True,
    sqlite_where=sa.text("status <> 'resolved'"),
    postgresql_where=sa.text("status <> 'resolved'"),
)

drafts = sa.Table(
    "drafts",
    metadata,
    sa.Column("person_id", Id, sa.ForeignKey("participants.id"), primary_key=True, autoincrement=False),
    text("kind"),
    json("data"),
    moment("at"),
)

admin_drafts = sa.Table(
    "admin_drafts",  # what an admin was asked in the group, by Telegram's user id
    metadata,
    sa.Column("telegram_id", sa.BigInteger, primary_key=True, autoincrement=False),
    text("kind"),
    json("data"),
    moment("at"),
)

moved_groups = sa.Table(
    "moved_groups",
    metadata,
    sa.Column("old_chat_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("new_chat_id", sa.BigInteger, nullable=False),
)

pending_imports = sa.Table(
    "pending_imports",  # files in the admin group that wait for a tap; `outcome` is the digest of what they would do
    metadata,
    key(),
    text("file_id"),
    text("file_name"),
    text("sha256"),
    text("outcome"),
    text("status", "waiting"),
    sa.Column("by_id", sa.BigInteger, nullable=False),
    text("by_name", ""),
    text("ended_by", ""),
    moment("created_at"),
    moment("ended_at", optional=True),
    one_of("status", "status", ("waiting", "imported", "discarded")),
    sa.CheckConstraint("(status = 'waiting') = (ended_at IS NULL)", name="ended"),
)

roles = sa.Table(
    "roles",
    metadata,
    sa.Column("account_id", Id, sa.ForeignKey("accounts.id"), primary_key=True, autoincrement=False),
    sa.Column("telegram_id", sa.BigInteger, primary_key=True, autoincrement=False),
    text("name"),
    text("role"),
    sa.Column("given_by", sa.BigInteger, nullable=False),
    text("given_by_name"),
    moment("at"),
    number("version", 1),
    one_of("role", "role", ("viewer", "operator", "approver", "owner")),
)

topics = sa.Table(
    "topics",
    metadata,
    sa.Column("chat_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("kind", sa.Text, primary_key=True),
    sa.Column("topic_id", sa.BigInteger, nullable=False),
    one_of("kind", "kind", ("lock", "batch", "anomaly", "ops", "seats")),
)

counters = sa.Table(
    "counters",
    metadata,
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("next", sa.BigInteger, nullable=False),
)

# ------------------------------------------------------------------------------------------------- the month

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

runs = sa.Table(
    "runs",  # versions of a month's allocation; input and output as `engine.rules.allocation` has them, without seed
    metadata,
    key(),
    ref("period_id", "periods.id"),
    sa.Column("number", sa.Integer, nullable=False),
    text("strategy"),
    text("ordering"),
    sa.Column("base", sa.Integer, nullable=True),
    text("status"),
    text("seed_hash"),
    json("input"),
    text("input_hash"),
    json("output", optional=True),
    text("error", ""),
    sa.Column("started_by", sa.BigInteger, nullable=False),
    text("started_by_name"),
    moment("started_at"),
    moment("finished_at", optional=True),
    moment("finalized_at", optional=True),
    number("version", 1),
    json("capacities", optional=True),  # seats of each session when it began; nobody knows of older ones
    one_of("strategy", "strategy", ("fast_fill", "balanced")),
    one_of("ordering", "ordering", ("most", "fair")),
    one_of("status", "status", ("running", "done", "stopped", "failed")),
    sa.CheckConstraint("number >= 1 AND (base IS NULL OR (base >= 1 AND base < number))", name="number"),
    sa.CheckConstraint("length(seed_hash) = 64 AND length(input_hash) = 64", name="hashes"),
    sa.CheckConstraint("(status = 'running') = (finished_at IS NULL)", name="finished"),
    sa.CheckConstraint("(status = 'done') = (output IS NOT NULL)", name="output"),
    sa.CheckConstraint("finalized_at IS NULL OR status = 'done'", name="finalized"),
    sa.CheckConstraint("version >= 1", name="version"),
    sa.Index("uq_runs_number", "period_id", "number", unique=True),
)
sa.Index(
    "uq_runs_open",
    runs.c.period_id,
    unique=True,
    sqlite_where=sa.text("status = 'running'"),
    postgresql_where=sa.text("status = 'running'"),
)
sa.Index(
    "uq_runs_final",
    runs.c.period_id,
    unique=True,
    sqlite_where=runs.c.finalized_at.is_not(None),
    postgresql_where=runs.c.finalized_at.is_not(None),
)

run_leases = sa.Table(
    "run_leases",  # of each run that is computed: its process counts as alive until then
    metadata,
    sa.Column("run_id", Id, sa.ForeignKey("runs.id"), primary_key=True, autoincrement=False),
    moment("until"),
)

placements = sa.Table(
    "placements",  # who gets which event in a run; rank 0: it was not wished for. `booking_id`: once it is final
    metadata,
    sa.Column("run_id", Id, sa.ForeignKey("runs.id"), primary_key=True, autoincrement=False),
    sa.Column("person_id", Id, sa.ForeignKey("participants.id"), primary_key=True, autoincrement=False),
    sa.Column("event_id", Id, sa.ForeignKey("events.id"), primary_key=True, autoincrement=False),
    sa.Column("seats", sa.Integer, nullable=False),
    sa.Column("rank", sa.Integer, nullable=False),
    text("reason"),
    ref("booking_id", "bookings.id", optional=True),
    one_of("reason", "reason", ("placed", "kept", "pinned")),
    sa.CheckConstraint("seats >= 1", name="seats"),
    sa.CheckConstraint("rank >= 0", name="rank"),
    sa.Index("ix_placements_event", "event_id"),
)
sa.Index(
    "uq_placements_booking",
    placements.c.booking_id,
    unique=True,
    sqlite_where=placements.c.booking_id.is_not(None),
    postgresql_where=placements.c.booking_id.is_not(None),
)

unplaced = sa.Table(
    "unplaced",  # who gets less than they want in a run, and why; `event_id` is the best wish that was missed
    metadata,
    sa.Column("run_id", Id, sa.ForeignKey("runs.id"), primary_key=True, autoincrement=False),
    sa.Column("person_id", Id, sa.ForeignKey("participants.id"), primary_key=True, autoincrement=False),
    sa.Column("wanted", sa.Integer, nullable=False),
    sa.Column("got", sa.Integer, nullable=False),
    text("reason"),
    ref("event_id", "events.id", optional=True),
    json("detail"),
    sa.CheckConstraint("got >= 0 AND wanted > got", name="less"),
)

adjustments = sa.Table(
    "adjustments",  # what admins want of every later run; one that is replaced or taken back is not active any more
    metadata,
    key(),
    ref("period_id", "periods.id"),
    ref("person_id", "participants.id"),
    text("kind"),
    ref("event_id", "events.id", optional=True),
    ref("from_event_id", "events.id", optional=True),
    text("reason"),
    sa.Column("by_id", sa.BigInteger, nullable=False),
    text("by_name"),
    moment("made_at"),
    flag("active", True),
    number("version", 1),
    one_of("kind", "kind", ("pin", "move", "exclude")),
    sa.CheckConstraint("kind = 'exclude' OR event_id IS NOT NULL", name="event"),
    sa.CheckConstraint("(kind = 'move') = (from_event_id IS NOT NULL)", name="move"),
    sa.CheckConstraint("from_event_id IS NULL OR from_event_id <> event_id", name="two"),
    sa.CheckConstraint("length(reason) >= 3", name="reason"),
    sa.CheckConstraint("version >= 1", name="version"),
)
sa.Index(
    "uq_adjustments_event",
    adjustments.c.period_id,
    adjustments.c.person_id,
    adjustments.c.event_id,
    unique=True,
    sqlite_where=sa.text("active"),
    postgresql_where=sa.text("active"),
)
sa.Index(
    "uq_adjustments_whole",
    adjustments.c.period_id,
    adjustments.c.person_id,
    unique=True,
    sqlite_where=sa.text("active AND event_id IS NULL"),
    postgresql_where=sa.text("active AND event_id IS NULL"),
)

results = sa.Table(
    "results",  # what a month has come to for everybody who wished, and the ledger of months without a place
    metadata,
    key(),
    ref("period_id", "periods.id"),
    ref("run_id", "runs.id"),
    ref("person_id", "participants.id"),
    sa.Column("wanted", sa.Integer, nullable=False),
    sa.Column("got", sa.Integer, nullable=False),
    text("reason"),
    ref("entry_id", "entries.id", optional=True),
    sa.Column("credit_before", sa.Integer, nullable=False),
    sa.Column("credit", sa.Integer, nullable=False),
    number("version", 1),
    sa.CheckConstraint("got >= 0 AND wanted >= 1", name="got"),
    sa.CheckConstraint("credit BETWEEN 0 AND 6 AND credit_before BETWEEN 0 AND 6", name="credit"),
    sa.CheckConstraint("version >= 1", name="version"),
    sa.Index("uq_results_person", "period_id", "person_id", unique=True),
    sa.Index("ix_results_person", "person_id"),
)


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
