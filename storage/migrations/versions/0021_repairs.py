"""Repairs of final months, and when months are planned by themselves.

The SQL is frozen beside this file, one text for each database; blank lines part its statements.
"""

from pathlib import Path

from alembic import op

revision = "0021"
down_revision = "0018"

TABLES = ("schedules", "repair_holds", "repair_moves", "repairs")
FUNCTIONS = ("repairs_agreed", "bookings_repaired")


def upgrade() -> None:
    connection = op.get_bind()
    frozen = Path(__file__).with_name(f"0021_{connection.dialect.name}.sql").read_text(encoding="utf-8")
    for statement in frozen.split("\n\n"):
        connection.exec_driver_sql(statement)


def downgrade() -> None:
    postgresql = op.get_bind().dialect.name == "postgresql"
    op.execute("DROP TRIGGER bookings_repaired" + (" ON bookings" if postgresql else ""))
    for table in TABLES:
        op.execute(f"DROP TABLE {table}")
    for function in FUNCTIONS if postgresql else ():
        op.execute(f"DROP FUNCTION {function}()")
