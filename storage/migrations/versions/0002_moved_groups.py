"""Groups that Telegram has given a new id: settings may go on naming the old one."""

from alembic import op

revision = "0002"
down_revision = "0001"

TABLE = """
CREATE TABLE moved_groups (
    old_chat_id BIGINT NOT NULL,
    new_chat_id BIGINT NOT NULL,
    CONSTRAINT pk_moved_groups PRIMARY KEY (old_chat_id)
)
"""


def upgrade() -> None:
    op.execute(TABLE)


def downgrade() -> None:
    op.execute("DROP TABLE moved_groups")
