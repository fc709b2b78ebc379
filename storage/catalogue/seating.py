"""Seat rows follow the capacity: exactly one for each number from 1 on.

More capacity adds rows behind; less takes the last ones away, and who sits there moves to a free seat in front. Only
the number of seats in use bounds it, not which ones they are.
"""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from storage.catalogue.report import Conflict
from storage.selects import in_ids
from storage.tables import bookings, events, holds, offers, seats

OWNERS = {"booking_id": bookings, "offer_id": offers, "hold_id": holds}


@dataclass(frozen=True, slots=True)
class _Cut:
    code: str
    capacity: int


class Seating:
    """The seats of one import: planned first, then taken away, and added after the events are written."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection
        self._new: list[dict[str, int]] = []
        self._cuts: dict[int, _Cut] = {}
        self._used: dict[int, dict[int, tuple[str, int]]] = {}

    def plan(self, event_id: int, code: str, before: int, capacity: int) -> None:
        """Note a capacity; `before` is 0 for an event that is new."""
        numbers = range(before + 1, capacity + 1)
        self._new += [{"event_id": event_id, "number": n, "capacity": capacity} for n in numbers]
        if capacity < before:
            self._cuts[event_id] = _Cut(code, capacity)

    def problems(self) -> list[Conflict]:
        """A sentence for each event that has more seats in use than it may keep."""
        self._used = self._find_used() if self._cuts else {}
        return [
            Conflict(
                f"capacity {cut.capacity} is below the {len(self._used[event_id])} seats in use.",
                "event",
                cut.code,
                "seats_used",
                {"capacity": cut.capacity, "seats": len(self._used[event_id])},
            )
            for event_id, cut in self._cuts.items()
            if len(self._used[event_id]) > cut.capacity
        ]

    def shrink(self) -> None:
        """Before the events get their smaller capacity."""
        for event_id, cut in self._cuts.items():
            used = self._used[event_id]
            free = (n for n in range(1, cut.capacity + 1) if n not in used)
            for number in sorted(n for n in used if n > cut.capacity):
                self._move(event_id, number, next(free), *used[number])
            beyond = sa.and_(seats.c.event_id == event_id, seats.c.number > cut.capacity)
            self._connection.execute(sa.delete(seats).where(beyond))
            smaller = sa.update(events).where(events.c.id == event_id)
            released = sa.case((events.c.released > cut.capacity, cut.capacity), else_=events.c.released)
            self._connection.execute(smaller.values(capacity=cut.capacity, released=released))

    def grow(self) -> None:
        """After the events have their larger capacity."""
        if self._new:
            self._connection.execute(seats.insert(), self._new)

    def _find_used(self) -> dict[int, dict[int, tuple[str, int]]]:
        """By event and number: the owner's column and id."""
        columns = [seats.c[name] for name in OWNERS]
        owned = sa.or_(*(column.is_not(None) for column in columns))
        here = in_ids(seats.c.event_id, sorted(self._cuts), self._connection)
        used: dict[int, dict[int, tuple[str, int]]] = defaultdict(dict)
        for row in self._connection.execute(sa.select(seats).where(here, owned)):
            used[row.event_id][row.number] = _owner(row)
        return used

    def _move(self, event_id: int, number: int, to: int, column: str, owner: int) -> None:
        seat = sa.update(seats).where(seats.c.event_id == event_id)
        self._connection.execute(seat.where(seats.c.number == number).values({column: None}))
        self._connection.execute(seat.where(seats.c.number == to).values({column: owner}))
        table = OWNERS[column]
        first = sa.update(table).where(table.c.id == owner, table.c.first_seat == number)
        self._connection.execute(first.values(first_seat=to))


def _owner(row: Any) -> tuple[str, int]:
    found = row._mapping
    return next((name, found[name]) for name in OWNERS if found[name] is not None)
