"""After every load: nothing lost, nothing twice, and the doctor content."""

import sqlalchemy as sa

from benchmarks.world import now
from storage.database import Database
from storage.doctor import examine

COUNTS = {
    "seats": "SELECT count(*) FROM seats WHERE booking_id IS NOT NULL",
    "bookings": "SELECT count(*) FROM bookings WHERE active = 1",
    "facts": "SELECT count(*) FROM facts WHERE kind = 'BookingMade'",
    "letters": "SELECT count(*) FROM letters WHERE kind = 'booking-made'",
}


class Untrue(AssertionError):
    """What was measured did not do what it should: its speed is worth nothing."""


async def check_booked(database: Database, expected: int) -> None:
    """Seats = bookings = facts = letters = what was answered with yes. Raises Untrue."""
    async with database.read.connect() as connection:
        found = {
            name: int((await connection.execute(sa.text(sql))).scalar_one()) for name, sql in COUNTS.items()
        }
    if set(found.values()) != {expected}:
        raise Untrue(f"{expected} were booked, but the database has {found}")
    await check_sound(database)


async def check_sound(database: Database) -> None:
    """Every invariant that holds after every commit. Raises Untrue."""
    findings = await examine(database, now(), settled=False)
    if findings:
        raise Untrue("; ".join(map(str, findings)))
