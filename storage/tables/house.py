"""Jobs, alerts, drafts, roles: what keeps the house running."""

import sqlalchemy as sa

from storage.tables.columns import Id, json, key, metadata, moment, number, one_of, text

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
