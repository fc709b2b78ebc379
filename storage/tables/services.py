"""Who offers what, and when."""

import sqlalchemy as sa

from storage.tables.columns import Id, flag, json, key, listed, metadata, moment, number, one_of, ref, text

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
