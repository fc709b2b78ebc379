"""Runs of a month's allocation, what admins adjust in them, and what has come of it for everybody.

The SQL is frozen beside this file, one text for each database; blank lines part its statements.
"""

from pathlib import Path

from alembic import op

revision = "0017"
down_revision = "0016"

TABLES = ("results", "adjustments", "unplaced", "placements", "runs")
OF_OTHERS = {
    "bookings_of_months": "bookings",
    "periods_final": "periods",
    "periods_final_gone": "periods",
    "periods_made_final": "periods",
}
FUNCTIONS = ("months_made_final", "bookings_of_months", "months_not_final", "runs_not_final")


def upgrade() -> None:
    connection = op.get_bind()
    frozen = Path(__file__).with_name(f"0017_{connection.dialect.name}.sql").read_text(encoding="utf-8")
    for statement in frozen.split("\n\n"):
        connection.exec_driver_sql(statement)


def downgrade() -> None:
    postgresql = op.get_bind().dialect.name == "postgresql"
    for trigger, table in OF_OTHERS.items():
        op.execute(f"DROP TRIGGER {trigger} ON {table}" if postgresql else f"DROP TRIGGER {trigger}")
    for table in TABLES:
        op.execute(f"DROP TABLE {table}")
    for function in FUNCTIONS if postgresql else ():
        op.execute(f"DROP FUNCTION {function}()")
