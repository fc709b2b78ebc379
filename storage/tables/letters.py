"""Letters on their way."""

import sqlalchemy as sa

from storage.tables.columns import Id, json, key, metadata, moment, number, one_of, ref, text

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
