"""Files that an admin has dropped into the group and that wait for a tap: which file, what it would do, and how that
ended."""

from alembic import op

revision = "0006"
down_revision = "0005"

UP = """
CREATE TABLE pending_imports (
    id {id} NOT NULL,
    file_id TEXT NOT NULL,
    file_name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    outcome TEXT NOT NULL,
    status TEXT DEFAULT 'waiting' NOT NULL,
    by_id BIGINT NOT NULL,
    by_name TEXT DEFAULT '' NOT NULL,
    ended_by TEXT DEFAULT '' NOT NULL,
    created_at {moment} NOT NULL,
    ended_at {moment},
    CONSTRAINT pk_pending_imports PRIMARY KEY (id),
    CONSTRAINT ck_pending_imports_status CHECK (status IN ('waiting', 'imported', 'discarded')),
    CONSTRAINT ck_pending_imports_ended CHECK ((status = 'waiting') = (ended_at IS NULL))
)
"""


def upgrade() -> None:
    postgresql = op.get_bind().dialect.name == "postgresql"
    moment = "TIMESTAMP WITH TIME ZONE" if postgresql else "DATETIME"
    op.execute(UP.format(id="BIGINT" if postgresql else "INTEGER", moment=moment))


def downgrade() -> None:
    op.execute("DROP TABLE pending_imports")
