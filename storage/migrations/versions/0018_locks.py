"""Locks of months: the temporary one of an admin who edits a period, and the unlocking of a final one. A booking knows
the month of which it is a placement, and how it has ended.

The SQL is frozen beside this file, one text for each database; blank lines part its statements.
"""

from pathlib import Path

from alembic import op

revision = "0018"
down_revision = "0017"

TABLES = ("unlocks", "locks")
TRIGGERS = (
    "bookings_placed_moved",
    "bookings_placed_ended",
    "bookings_placed_gone",
    "bookings_placed_new",
    "bookings_placed",
)
FUNCTIONS = ("months_final", "months_not_unlocked", "months_to_be")


def upgrade() -> None:
    connection = op.get_bind()
    frozen = Path(__file__).with_name(f"0018_{connection.dialect.name}.sql").read_text(encoding="utf-8")
    for statement in frozen.split("\n\n"):
        connection.exec_driver_sql(statement)


def downgrade() -> None:
    postgresql = op.get_bind().dialect.name == "postgresql"
    for trigger in TRIGGERS:
        op.execute(f"DROP TRIGGER {trigger} ON bookings" if postgresql else f"DROP TRIGGER {trigger}")
    for table in TABLES:
        op.execute(f"DROP TABLE {table}")
    for function in FUNCTIONS if postgresql else ():
        op.execute(f"DROP FUNCTION {function}()")
    op.execute("DROP INDEX ix_bookings_period")
    op.execute("ALTER TABLE bookings DROP COLUMN ended")
    op.execute("ALTER TABLE bookings DROP COLUMN period_id")
