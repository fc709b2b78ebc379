"""The numbers on a card, counted from the rows: seats by owner, people in line, and what anybody may book."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any, NamedTuple

import sqlalchemy as sa

from engine.rules.candidates import claimed
from storage.glance import glance
from storage.selects import IN_LINE, among, id_list
from storage.tables import entries, seats


@dataclass(frozen=True, slots=True)
class Numbers:
    """capacity = booked + offered + held + free; `public` of the free ones may be booked by anybody. `visiting` of
    those who wait have their own place elsewhere (see `Entry.visiting`)."""

    capacity: int = 0
    booked: int = 0
    offered: int = 0
    held: int = 0
    public: int = 0
    waiting: int = 0
    visiting: int = 0
    reserve: int = 0

    @property
    def free(self) -> int:
        return self.capacity - self.booked - self.offered - self.held


def numbers(connection: sa.Connection, event_rows: Sequence[Any], now: datetime) -> dict[int, Numbers]:
    """By event id. `event_rows` are rows of `storage.load.LOCKED` (more columns do no harm)."""
    if not event_rows:
        return {}
    counted = _count(connection, event_rows)
    contested = [row for row in event_rows if counted.contested(row)]
    kept = glance(connection, contested, lambda state: claimed(state, now))
    return {row.id: counted.numbers(row, kept=kept.get(row.id, False)) for row in event_rows}


class _Seats(NamedTuple):
    capacity: int = 0
    booked: int = 0
    offered: int = 0
    held: int = 0

    @property
    def free(self) -> int:
        return self.capacity - self.booked - self.offered - self.held


class _Line(NamedTuple):
    places: int = 0
    visiting: int = 0


@dataclass(frozen=True, slots=True)
class _Counted:
    """Seats and line by event, reserve list by service."""

    seats: dict[int, _Seats]
    line: dict[int, _Line]
    reserve: dict[int, _Line]

    def contested(self, row: Any) -> bool:
        """Whether more is free than was released while somebody waits or is asked: only then the rules must say whose
        it is."""
        places = self.line[row.id].places + self.reserve[row.service_id].places
        return places > 0 and self.seats[row.id].free > row.released

    def numbers(self, row: Any, *, kept: bool) -> Numbers:
        """`kept`: what is free and was not released belongs to the line."""
        owned = self.seats[row.id]
        public = min(row.released, owned.free) if kept else owned.free
        line, reserve = self.line[row.id], self.reserve[row.service_id].places
        return Numbers(*owned, public, waiting=line.places, visiting=line.visiting, reserve=reserve)


def _count(connection: sa.Connection, event_rows: Sequence[Any]) -> _Counted:
    """One statement for everything."""
    dialect = connection.dialect.name
    ids = {
        "events": id_list(sorted({row.id for row in event_rows}), dialect),
        "services": id_list(sorted({row.service_id for row in event_rows}), dialect),
    }
    counted = _Counted(defaultdict(_Seats), defaultdict(_Line), defaultdict(_Line))
    for what, place, *found in connection.execute(_counts(dialect), ids):
        if what == "seats":
            counted.seats[place] = _Seats(*found)
        else:
            (counted.line if what == "line" else counted.reserve)[place] = _Line(*found[:2])
    return counted


@cache
def _counts(dialect: str) -> sa.CompoundSelect[Any]:
    owners = (seats.c.booking_id, seats.c.offer_id, seats.c.hold_id)
    owned = (
        sa.select(sa.literal("seats"), seats.c.event_id, sa.func.count(), *map(sa.func.count, owners))
        .where(among(seats.c.event_id, "events", dialect))
        .group_by(seats.c.event_id)
    )
    line = _line("line", entries.c.event_id).where(among(entries.c.event_id, "events", dialect))
    reserve = _line("reserve", entries.c.service_id).where(
        entries.c.event_id.is_(None), among(entries.c.service_id, "services", dialect)
    )
    return sa.union_all(owned, line, reserve)


def _line(what: str, place: sa.ColumnElement[int]) -> sa.Select[Any]:
    visiting = sa.func.count(sa.case((sa.and_(entries.c.split, entries.c.source == "split"), 1)))
    counts: tuple[Any, ...] = (sa.func.count(), visiting, sa.literal_column("0"), sa.literal_column("0"))
    return sa.select(sa.literal(what), place, *counts).where(sa.text(IN_LINE)).group_by(place)
