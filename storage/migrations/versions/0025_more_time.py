"""After an outage people have more time to say whether they would move: the deadline of an open repair can be put off,
and nothing else of it changes with that."""

from alembic import op

revision = "0025"
down_revision = "0024"

STAYS = "OLD.status <> 'open' OR NEW.period_id <> OLD.period_id OR "
BEFORE = STAYS + "NEW.expires_at <> OLD.expires_at"
NOW = STAYS + "NEW.expires_at < OLD.expires_at OR (NEW.expires_at <> OLD.expires_at AND NEW.status <> 'open')"

GUARD = {
    "sqlite": """
        CREATE TRIGGER repairs_over BEFORE UPDATE ON repairs WHEN {when}
        BEGIN SELECT RAISE(ABORT, 'a repair that is over stays as it is'); END
    """,
    "postgresql": """
        CREATE TRIGGER repairs_over BEFORE UPDATE ON repairs FOR EACH ROW WHEN ({when})
        EXECUTE FUNCTION refuse('a repair that is over stays as it is')
    """,
}


def upgrade() -> None:
    _guard(NOW)


def downgrade() -> None:
    _guard(BEFORE)


def _guard(when: str) -> None:
    connection = op.get_bind()
    dialect = connection.dialect.name
    connection.exec_driver_sql(
        "DROP TRIGGER repairs_over" + (" ON repairs" if dialect == "postgresql" else "")
    )
    connection.exec_driver_sql(GUARD[dialect].format(when=when))
