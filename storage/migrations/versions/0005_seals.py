"""Seals of the history and the anchors of their chain; indexes by which the history is read, newest first.

The SQL is frozen beside this file, one text for each database; blank lines part its statements.
"""

from pathlib import Path

from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    connection = op.get_bind()
    frozen = Path(__file__).with_name(f"0005_{connection.dialect.name}.sql").read_text(encoding="utf-8")
    for statement in frozen.split("\n\n"):
        connection.exec_driver_sql(statement)


def downgrade() -> None:
    for index in ("ix_facts_at", "ix_facts_admin"):
        op.execute(f"DROP INDEX {index}")
    for table in ("anchors", "seal_facts", "seals"):
        op.execute(f"DROP TABLE {table}")
