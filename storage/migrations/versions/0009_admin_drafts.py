"""What an admin was asked in the group, kept until the answer comes."""

from alembic import op

revision = "0009"
down_revision = "0008"

TABLE = """
CREATE TABLE admin_drafts (
    telegram_id BIGINT NOT NULL,
    kind TEXT NOT NULL,
    data {json} NOT NULL,
    at {moment} NOT NULL,
    CONSTRAINT pk_admin_drafts PRIMARY KEY (telegram_id)
)
"""


def upgrade() -> None:
    postgresql = op.get_bind().dialect.name == "postgresql"
    moment = "TIMESTAMP WITH TIME ZONE" if postgresql else "DATETIME"
    op.execute(TABLE.format(moment=moment, json="JSONB" if postgresql else "JSON"))


def downgrade() -> None:
    op.execute("DROP TABLE admin_drafts")
