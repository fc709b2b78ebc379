"""What people answered when they asked for a place."""

from alembic import op

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    json = "JSONB" if op.get_bind().dialect.name == "postgresql" else "JSON"
    op.execute(f"ALTER TABLE requests ADD COLUMN answers {json} DEFAULT '[]' NOT NULL")


def downgrade() -> None:
    op.execute("ALTER TABLE requests DROP COLUMN answers")
