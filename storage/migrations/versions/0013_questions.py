"""What services ask, and what people answered."""

from alembic import op

revision = "0013"
down_revision = "0012"

COLUMNS = (("services", "questions"), ("bookings", "answers"), ("entries", "answers"))


def upgrade() -> None:
    json = "JSONB" if op.get_bind().dialect.name == "postgresql" else "JSON"
    for table, column in COLUMNS:
        op.execute(f"ALTER TABLE {table} ADD COLUMN {column} {json} DEFAULT '[]' NOT NULL")


def downgrade() -> None:
    for table, column in reversed(COLUMNS):
        op.execute(f"ALTER TABLE {table} DROP COLUMN {column}")
