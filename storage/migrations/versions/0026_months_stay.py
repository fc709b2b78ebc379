"""What a month has come to stays its own: no row of another month becomes one of it, a place that was moved or repaired
is kept as one that was drawn, and what was wished, asked for or agreed is not deleted. Two who open a final month open
it for as long as was asked; a repair moves nobody before all have agreed.

Whether a run has placed anybody at an event is asked for every result: an index for it.

The SQL is frozen beside this file, one text for each database; blank lines part its statements.
"""

import re
from pathlib import Path

from alembic import op

revision = "0026"
down_revision = "0025"


def _frozen() -> str:
    dialect = op.get_bind().dialect.name
    return Path(__file__).with_name(f"0026_{dialect}.sql").read_text(encoding="utf-8")


def _index(columns: str) -> None:
    op.execute("DROP INDEX ix_placements_event")
    op.execute(f"CREATE INDEX ix_placements_event ON placements ({columns})")


def upgrade() -> None:
    for statement in _frozen().split("\n\n"):
        op.get_bind().exec_driver_sql(statement)
    _index("event_id, run_id")


def downgrade() -> None:
    postgresql = op.get_bind().dialect.name == "postgresql"
    for trigger, table in re.findall(r"^CREATE TRIGGER (\w+) BEFORE \w+ ON (\w+)", _frozen(), re.MULTILINE):
        op.execute(f"DROP TRIGGER {trigger} ON {table}" if postgresql else f"DROP TRIGGER {trigger}")
    for function in re.findall(r"^CREATE FUNCTION (\w+)", _frozen(), re.MULTILINE):
        op.execute(f"DROP FUNCTION {function}")
    _index("event_id")
