"""A place of a final month stays one of it after a move and after a repair. A repair knows its month in each of its
moves, and the date that people were asked about.

The SQL is frozen beside this file, one text for each database; blank lines part its statements.
"""

from pathlib import Path

from alembic import op

revision = "0023"
down_revision = "0022"

HERE = Path(__file__)

MOVED = """
    SELECT b.id, o.period_id FROM bookings b
        JOIN bookings o ON o.person_id = b.person_id AND o.period_id IS NOT NULL AND o.ended = 'move'
        JOIN facts f ON f.subject = 'booking' AND f.subject_id = o.id AND f.kind = 'BookingCancelled'
            AND f.at = b.created_at
    WHERE b.period_id IS NULL AND b.source = 'move'
    UNION SELECT b.id, o.period_id FROM bookings b JOIN repair_moves m ON m.made_id = b.id
        JOIN bookings o ON o.id = m.booking_id AND o.period_id IS NOT NULL
    WHERE b.period_id IS NULL
"""
"""Bookings that have taken the place of one of a month. Once they know it, so do those that came in their stead."""

BY = {"sqlite": "json_extract(f.data, '$.by')", "postgresql": "f.data ->> 'by'"}

CARRIED = """
    UPDATE bookings SET period_id = {period_id}, ended = CASE WHEN status <> 'cancelled' OR ended <> '' THEN ended
        ELSE coalesce((SELECT nullif({by}, 'repair') FROM facts f WHERE f.subject = 'booking' AND f.subject_id = {id}
            AND f.kind = 'BookingCancelled' ORDER BY f.version DESC LIMIT 1), 'admin') END
    WHERE id = {id}
"""

GUARD = {
    "sqlite": """
        CREATE TRIGGER bookings_placed BEFORE UPDATE ON bookings
        WHEN NEW.period_id IS NOT OLD.period_id
        BEGIN SELECT RAISE(ABORT, 'a placement stays one of its month'); END
    """,
    "postgresql": """
        CREATE TRIGGER bookings_placed BEFORE UPDATE ON bookings FOR EACH ROW
        WHEN (NEW.period_id IS DISTINCT FROM OLD.period_id)
        EXECUTE FUNCTION refuse('a placement stays one of its month')
    """,
}


def upgrade() -> None:
    connection = op.get_bind()
    dialect = connection.dialect.name
    for statement in HERE.with_name(f"0023_{dialect}.sql").read_text(encoding="utf-8").split("\n\n"):
        connection.exec_driver_sql(statement)
    while moved := connection.exec_driver_sql(MOVED).all():
        for booking_id, period_id in moved:
            connection.exec_driver_sql(CARRIED.format(period_id=period_id, id=booking_id, by=BY[dialect]))
    connection.exec_driver_sql(GUARD[dialect])


def downgrade() -> None:
    """What knows its month keeps it: there is nothing else to tell it by."""
    connection = op.get_bind()
    down = HERE.with_name(f"0023_{connection.dialect.name}_down.sql").read_text(encoding="utf-8")
    for statement in down.split("\n\n"):
        connection.exec_driver_sql(statement)
