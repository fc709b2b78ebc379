"""Which runs are computed, how many seats there were then, and the dates of a final month.

The SQL is frozen beside this file, one text for each database; blank lines part its statements.
"""

from pathlib import Path

from alembic import op

revision = "0022"
down_revision = "0021"


def upgrade() -> None:
    connection = op.get_bind()
    frozen = Path(__file__).with_name(f"0022_{connection.dialect.name}.sql").read_text(encoding="utf-8")
    for statement in frozen.split("\n\n"):
        connection.exec_driver_sql(statement)


def downgrade() -> None:
    postgresql = op.get_bind().dialect.name == "postgresql"
    op.execute("DROP TRIGGER events_of_months" + (" ON events" if postgresql else ""))
    op.execute("DROP TABLE run_leases")
    op.execute("ALTER TABLE runs DROP COLUMN capacities")
    if postgresql:
        op.execute("DROP FUNCTION events_of_months()")
