"""The first schema: accounts to letters, a seat as a row, history that is only added to."""

from pathlib import Path

from alembic import op

from storage.tables import metadata  # until the schema is frozen

revision = "0001"
down_revision = None


def upgrade() -> None:
    connection = op.get_bind()
    metadata.create_all(connection)
    guards = (
        Path(__file__).with_name(f"0001_{connection.dialect.name}_guards.sql").read_text(encoding="utf-8")
    )
    for statement in guards.split("\n\n"):
        connection.exec_driver_sql(statement)


def downgrade() -> None:
    metadata.drop_all(op.get_bind())
