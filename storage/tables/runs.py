"""The month's versions, and what became final."""

import sqlalchemy as sa

from storage.tables.columns import Id, flag, json, key, metadata, moment, number, one_of, ref, text

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
    sa.Index("ix_placements_event", "event_id", "run_id"),
)
sa.Index(
    "uq_placements_booking",
    placements.c.booking_id,
    unique=True,
    sqlite_where=placements.c.booking_id.is_not(None),
    postgresql_where=placements.c.booking_id.is_not(None),
)

sa.Index(
    "ix_placements_pinned",
    placements.c.run_id,
    placements.c.event_id,
    sqlite_where=sa.text("reason = 'pinned'"),
    postgresql_where=sa.text("reason = 'pinned'"),
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
