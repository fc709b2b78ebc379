"""Guests are told apart by nothing but their name, so there is one of each. Those who share one by now keep it once:
the later ones get their number behind it.
"""

from alembic import op

revision = "0014"
down_revision = "0013"

LATER = """
UPDATE participants SET name = name || ' #' || id
WHERE telegram_id IS NULL AND EXISTS (
    SELECT 1 FROM participants AS earlier
    WHERE earlier.telegram_id IS NULL AND earlier.name = participants.name AND earlier.id < participants.id
)
"""
UNIQUE = "CREATE UNIQUE INDEX uq_participants_guest ON participants (name) WHERE telegram_id IS NULL"


def upgrade() -> None:
    op.execute(LATER)
    op.execute(UNIQUE)


def downgrade() -> None:
    op.execute("DROP INDEX uq_participants_guest")
