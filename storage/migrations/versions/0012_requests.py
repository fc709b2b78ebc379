"""Requests for a place at events that people cannot book themselves, and how many of them are open at each event.

The SQL is frozen beside this file, one text for each database; blank lines part its statements.
"""

from pathlib import Path

from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    connection = op.get_bind()
    frozen = Path(__file__).with_name(f"0012_{connection.dialect.name}.sql").read_text(encoding="utf-8")
    for statement in frozen.split("\n\n"):
        connection.exec_driver_sql(statement)


def downgrade() -> None:
    op.execute("ALTER TABLE events DROP COLUMN requests")
    op.execute("DROP TABLE requests")
