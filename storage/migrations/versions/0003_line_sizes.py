"""How many places each line has, counted as they change: a decision must not count ten thousand rows under its lock.

The SQL is frozen beside this file, one text for each database; blank lines part its statements.
"""

from pathlib import Path

from alembic import op

revision = "0003"
down_revision = "0002"

TRIGGERS = ("line_sizes_joined", "line_sizes_changed", "line_sizes_gone")


def upgrade() -> None:
    connection = op.get_bind()
    frozen = Path(__file__).with_name(f"0003_{connection.dialect.name}.sql").read_text(encoding="utf-8")
    for statement in frozen.split("\n\n"):
        connection.exec_driver_sql(statement)


def downgrade() -> None:
    postgresql = op.get_bind().dialect.name == "postgresql"
    for trigger in TRIGGERS:
        op.execute(f"DROP TRIGGER {trigger} ON entries" if postgresql else f"DROP TRIGGER {trigger}")
    for function in TRIGGERS if postgresql else ():
        op.execute(f"DROP FUNCTION {function}()")
    op.execute("DROP TABLE line_sizes")
