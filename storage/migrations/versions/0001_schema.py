"""The first schema: accounts to letters, a seat as a row, history that is only added to, what is over stays over.

The SQL is frozen beside this file, one text for each database; blank lines part its statements.
"""

from pathlib import Path

from alembic import op

revision = "0001"
down_revision = None

TABLES = (
    "counters", "drafts", "alerts", "job_runs", "letters", "updates", "facts",
    "seats", "holds", "offers", "entries", "bookings",
    "participants", "events", "series", "services", "accounts",
)  # fmt: skip


def upgrade() -> None:
    connection = op.get_bind()
    frozen = Path(__file__).with_name(f"0001_{connection.dialect.name}.sql").read_text(encoding="utf-8")
    for statement in frozen.split("\n\n"):
        connection.exec_driver_sql(statement)


def downgrade() -> None:
    """Constraints and triggers go with their tables; on SQLite references are not enforced meanwhile."""
    postgresql = op.get_bind().dialect.name == "postgresql"
    for table in TABLES:
        op.execute(f"DROP TABLE {table} CASCADE" if postgresql else f"DROP TABLE {table}")
    if postgresql:
        op.execute("DROP FUNCTION refuse()")
