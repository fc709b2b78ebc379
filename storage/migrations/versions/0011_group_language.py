"""In which language the admins' group is spoken to, where it is not the account's first."""

from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    op.execute("ALTER TABLE accounts ADD COLUMN group_language TEXT")


def downgrade() -> None:
    op.execute("ALTER TABLE accounts DROP COLUMN group_language")
