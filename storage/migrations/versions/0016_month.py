"""Periods, what people wish for in them, and with whom.

The SQL is frozen beside this file, one text for each database; blank lines part its statements.
"""

from pathlib import Path

from alembic import op

revision = "0016"
down_revision = "0015"

TABLES = ("friendships", "wish_choices", "wishes", "periods")


def upgrade() -> None:
    connection = op.get_bind()
    frozen = Path(__file__).with_name(f"0016_{connection.dialect.name}.sql").read_text(encoding="utf-8")
    for statement in frozen.split("\n\n"):
        connection.exec_driver_sql(statement)


def downgrade() -> None:
    for table in TABLES:
        op.execute(f"DROP TABLE {table}")
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION wishes_of_open_periods()")
        op.execute("DROP FUNCTION choices_of_open_periods()")
