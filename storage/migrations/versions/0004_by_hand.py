"""What admins change by hand: people put at the head of a line, a capacity that goes down as seats come free, and the
answer that a new date asks for."""

from alembic import op

revision = "0004"
down_revision = "0003"

UP = (
    "ALTER TABLE events ADD COLUMN head_seq BIGINT DEFAULT '0' NOT NULL",
    "ALTER TABLE events ADD COLUMN drain_to INTEGER CONSTRAINT ck_events_drain_to CHECK (drain_to >= 1)",
    "ALTER TABLE bookings ADD COLUMN reconfirm_by {moment}",
    "CREATE INDEX ix_bookings_reconfirm ON bookings (reconfirm_by) WHERE reconfirm_by IS NOT NULL",
)
DOWN = (
    "DROP INDEX ix_bookings_reconfirm",
    "ALTER TABLE bookings DROP COLUMN reconfirm_by",
    "ALTER TABLE events DROP COLUMN drain_to",
    "ALTER TABLE events DROP COLUMN head_seq",
)


def upgrade() -> None:
    moment = "TIMESTAMP WITH TIME ZONE" if op.get_bind().dialect.name == "postgresql" else "DATETIME"
    for statement in UP:
        op.execute(statement.format(moment=moment))


def downgrade() -> None:
    for statement in DOWN:
        op.execute(statement)
