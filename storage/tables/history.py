"""What happened, and the chain that shows that nothing of it was changed."""

import sqlalchemy as sa

from storage.tables.columns import Id, json, key, metadata, moment, one_of, ref, text

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
