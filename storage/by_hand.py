"""An event that gets another time or another number of seats. Seat rows follow the capacity: exactly one for each
number from 1 on."""

import sqlalchemy as sa

from engine.state import Event
from storage import rows
from storage.tables import events, seats

NOBODY: dict[str, None] = dict.fromkeys(("booking_id", "offer_id", "hold_id"))


def change_event(connection: sa.Connection, before: Event, now: Event) -> None:
    """Write what admins change of an event. Whoever had one of the seats that go has another one by the end of the
    transaction; seats that come are free."""
    behind = sa.and_(seats.c.event_id == now.id, seats.c.number > now.capacity)
    if now.capacity < before.capacity:
        connection.execute(sa.update(seats).where(behind).values(NOBODY))
        connection.execute(sa.delete(seats).where(behind))
    values = {**rows.changed_by_hand(before, now), "released": now.released}
    connection.execute(sa.update(events).where(events.c.id == now.id).values(values))
    new = range(before.capacity + 1, now.capacity + 1)
    if new:
        made = [{"event_id": now.id, "number": number, "capacity": now.capacity} for number in new]
        connection.execute(seats.insert(), made)
