"""Siblings that are balanced: which events take part, which places wait for its end, and which offers are its own."""

from alembic import op

revision = "0010"
down_revision = "0009"

UP = (
    "ALTER TABLE events ADD COLUMN split_id {id}",
    "CREATE INDEX ix_events_split_id ON events (split_id) WHERE split_id IS NOT NULL",
    "ALTER TABLE entries ADD COLUMN split BOOLEAN DEFAULT {false} NOT NULL",
    "ALTER TABLE offers ADD COLUMN split_id {id}",
    "CREATE INDEX ix_offers_split_id ON offers (split_id) WHERE split_id IS NOT NULL",
)
DOWN = (
    "DROP INDEX ix_offers_split_id",
    "ALTER TABLE offers DROP COLUMN split_id",
    "ALTER TABLE entries DROP COLUMN split",
    "DROP INDEX ix_events_split_id",
    "ALTER TABLE events DROP COLUMN split_id",
)


def upgrade() -> None:
    postgresql = op.get_bind().dialect.name == "postgresql"
    for statement in UP:
        words = {"id": "BIGINT", "false": "false"} if postgresql else {"id": "INTEGER", "false": "0"}
        op.execute(statement.format(**words))


def downgrade() -> None:
    for statement in DOWN:
        op.execute(statement)
