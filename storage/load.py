"""Loading what decisions are about: for all events of one shared commit at once, so that the number of statements does
not grow with the number of decisions."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY

from engine.ports import Ask
from engine.refusals import EventUnknown
from engine.state import Entry, Line, State
from storage import rows
from storage.settings import resolve
from storage.tables import accounts, bookings, entries, events, holds, offers, participants, seats, services

Counts = dict[int, dict[tuple[int, str], int]]
"""By event (or service): how many entries of a priority and status."""


@dataclass(slots=True)
class Window:
    """How much of an event is loaded; the work widens it when a rule needs more. One seat beyond what the decisions
    take lets the last of them see whether any is left."""

    seats: int = 1
    line: int = 0
    reserve: int = 4

    def widen(self, what: str) -> None:
        """Four times as much of the one thing, and never less than 16."""
        setattr(self, what, max(getattr(self, what) * 4, 16))


@dataclass(slots=True)
class Wanted:
    """Everything that the decisions of one commit want to see."""

    windows: dict[int, Window] = field(default_factory=dict)
    people: set[int] = field(default_factory=set)
    bookings: set[int] = field(default_factory=set)
    entries: set[int] = field(default_factory=set)
    offers: set[int] = field(default_factory=set)
    holds: bool = False
    reserve: bool = False

    def add(self, ask: Ask) -> None:
        """One more decision."""
        window = self.windows.setdefault(ask.event_id, Window())
        window.seats += ask.seats
        window.line += ask.line
        self.people.update(ask.people)
        self.bookings.update(ask.bookings)
        self.entries.update(ask.entries)
        self.offers.update(ask.offers)
        self.holds |= ask.holds
        self.reserve |= ask.reserve


def in_ids(
    column: sa.ColumnElement[Any], ids: Iterable[int], connection: sa.Connection
) -> sa.ColumnElement[bool]:
    """`column IN ids` as one parameter, so that the statement stays the same however many there are."""
    if connection.dialect.name == "postgresql":
        return column == sa.any_(sa.literal(list(ids), ARRAY(sa.BigInteger)))
    listed = ",".join(map(str, ids))
    return column.in_(sa.select(sa.column("value")).select_from(sa.func.json_each(f"[{listed}]")))


EVENT_COLUMNS = (
    *events.c,
    services.c.mode.label("service_mode"),
    services.c.offer.label("service_offer"),
    services.c.cancel_before_seconds.label("service_cancel_before_seconds"),
    accounts.c.timezone,
    accounts.c.tier,
    accounts.c.auto_backfill,
    accounts.c.booking_status,
    accounts.c.cancel_before_seconds,
    accounts.c.grace_seconds,
    accounts.c.max_party,
)
LOCKED = (
    sa.select(*EVENT_COLUMNS)
    .join(services, services.c.id == events.c.service_id)
    .join(accounts, accounts.c.id == events.c.account_id)
    .order_by(events.c.id)
)
ENTRY = sa.select(*entries.c, participants.c.reachable).join(
    participants, participants.c.id == entries.c.person_id
)
OFFER = sa.select(*(c.label("count_") if c.name == "count" else c for c in offers.c))
# Only whole numbers of our own are written into these, so that one statement can ask for many lines.
FIRST_IN_LINE = (
    "SELECT * FROM (SELECT {place} AS place, id FROM entries WHERE {where}"
    " ORDER BY priority DESC, seq LIMIT {limit}) AS part{place}"
)
FIRST_FREE = (
    "SELECT * FROM (SELECT event_id, number FROM seats WHERE event_id = {event} AND booking_id IS NULL"
    " AND offer_id IS NULL AND hold_id IS NULL ORDER BY number LIMIT {limit}) AS part{event}"
)
PLACE = entries.c.status.in_(("waiting", "offered", "paused"))


def lock(connection: sa.Connection, event_ids: Iterable[int], *, locking: bool) -> Sequence[Any]:
    """The events' rows, locked in the order of their ids (on SQLite the transaction is the lock)."""
    statement = LOCKED.where(in_ids(events.c.id, sorted(event_ids), connection))
    if locking:
        statement = statement.with_for_update(of=events)
    return connection.execute(statement).all()


def load(
    connection: sa.Connection, event_rows: Sequence[Any], wanted: Wanted, *, locking: bool
) -> dict[int, State]:
    """The states of the locked events, by id."""
    loading = _Loading(connection, event_rows, wanted)
    if loading.reserve_counts or wanted.reserve:
        loading.lock_reserves(locking)
    return loading.states()


class _Loading:
    """One load; holds the rows until the states are put together."""

    def __init__(self, connection: sa.Connection, event_rows: Sequence[Any], wanted: Wanted) -> None:
        self.connection = connection
        self.wanted = wanted
        self.events = {row.id: row for row in event_rows}
        self.service_ids = sorted({row.service_id for row in event_rows})
        self.reserve_counts = self._reserve_counts()

    def _all(self, statement: sa.Select[Any]) -> Sequence[Any]:
        return self.connection.execute(statement).all()

    def _in(self, column: sa.ColumnElement[Any], ids: Iterable[int]) -> sa.ColumnElement[bool]:
        return in_ids(column, ids, self.connection)

    def _reserve_counts(self) -> Counts:
        where = (self._in(entries.c.service_id, self.service_ids), entries.c.event_id.is_(None), PLACE)
        return self._counts(entries.c.service_id, *where)

    def _counts(self, by: sa.ColumnElement[int], *where: sa.ColumnElement[bool]) -> Counts:
        found: Counts = defaultdict(dict)
        columns = (by, entries.c.priority, entries.c.status)
        for place, priority, status, count in self._all(
            sa.select(*columns, sa.func.count()).where(*where).group_by(*columns)
        ):
            found[place][priority, status] = count
        return found

    def lock_reserves(self, locking: bool) -> None:
        """Reserve lists belong to services: lock those after the events, in order, and count again."""
        if not locking:
            return
        where = self._in(services.c.id, self.service_ids)
        self._all(sa.select(services.c.id).where(where).order_by(services.c.id).with_for_update())
        self.reserve_counts = self._reserve_counts()

    def states(self) -> dict[int, State]:
        counts = self._counts(entries.c.event_id, self._in(entries.c.event_id, self.events), PLACE)
        offer_rows = self._offers()
        line_ids = self._line_windows(counts)
        reserve_ids = self._reserve_windows()
        listed = [i for ids in (*line_ids.values(), *reserve_ids.values()) for i in ids]
        found = self._entries({*self.wanted.entries, *listed, *(row.entry_id for row in offer_rows)})
        people = self.wanted.people | {found[i].person_id for ids in reserve_ids.values() for i in ids}
        found |= self._entries_of(people)
        booking_rows = self._bookings(people)
        hold_rows = self._holds()
        owned = self._owned(booking_rows, offer_rows, hold_rows)
        free = self._free()
        states = {}
        for event_id, row in self.events.items():
            window = self.wanted.windows[event_id]
            states[event_id] = State(
                event=rows.event(row),
                settings=resolve(row),
                free=free[event_id],
                free_complete=len(free[event_id]) < window.seats,
                bookings={
                    r.id: rows.booking(r, owned[0][r.id]) for r in booking_rows if r.event_id == event_id
                },
                offers={r.id: rows.offer(r, owned[1][r.id]) for r in offer_rows if r.event_id == event_id},
                holds={r.id: rows.hold(r, owned[2][r.id]) for r in hold_rows if r.event_id == event_id},
                line=_line(
                    {i: e for i, e in found.items() if e.event_id == event_id},
                    line_ids[event_id],
                    counts.get(event_id, {}),
                ),
                reserve=_line(
                    {i: e for i, e in found.items() if e.event_id is None and e.service_id == row.service_id},
                    reserve_ids[row.service_id],
                    self.reserve_counts.get(row.service_id, {}),
                ),
            )
        return states

    def _offers(self) -> list[Any]:
        inside = self._in(offers.c.event_id, self.events)
        found = {row.id: row for row in self._all(OFFER.where(inside, offers.c.status == "pending"))}
        if missing := self.wanted.offers - found.keys():
            found |= {row.id: row for row in self._all(OFFER.where(self._in(offers.c.id, missing), inside))}
        return list(found.values())

    def _line_windows(self, counts: Counts) -> Mapping[int, tuple[int, ...]]:
        limits = {i: self.wanted.windows[i].line for i in self.events if _waiting(counts.get(i, {}))}
        return self._first("event_id = {} AND status = 'waiting'", limits)

    def _reserve_windows(self) -> Mapping[int, tuple[int, ...]]:
        limits: dict[int, int] = defaultdict(int)
        for event_id, row in self.events.items():
            if _waiting(self.reserve_counts.get(row.service_id, {})):
                limits[row.service_id] = max(limits[row.service_id], self.wanted.windows[event_id].reserve)
        return self._first("service_id = {} AND event_id IS NULL AND status = 'waiting'", limits)

    def _first(self, where: str, limits: Mapping[int, int]) -> Mapping[int, tuple[int, ...]]:
        """The first so many entries of each line, in order: one statement for all lines."""
        parts = [
            FIRST_IN_LINE.format(place=place, where=where.format(place), limit=limit)
            for place, limit in limits.items()
            if limit
        ]
        found: dict[int, list[int]] = defaultdict(list)
        for place, entry_id in self._union(parts):
            found[place].append(entry_id)
        return defaultdict(tuple, {place: tuple(ids) for place, ids in found.items()})

    def _union(self, parts: Sequence[str]) -> Iterable[Any]:
        """Whole numbers only are written into these statements, none of them from outside."""
        for start in range(0, len(parts), 400):
            yield from self.connection.execute(sa.text(" UNION ALL ".join(parts[start : start + 400])))

    def _entries(self, ids: set[int]) -> dict[int, Entry]:
        if not ids:
            return {}
        return {row.id: rows.entry(row) for row in self._all(ENTRY.where(self._in(entries.c.id, ids)))}

    def _entries_of(self, people: set[int]) -> dict[int, Entry]:
        if not people:
            return {}
        who = (self._in(entries.c.person_id, people), PLACE)
        here = self._in(entries.c.event_id, self.events)
        if self.reserve_counts:
            reserve = sa.and_(entries.c.event_id.is_(None), self._in(entries.c.service_id, self.service_ids))
            here = sa.or_(here, reserve)
        return {row.id: rows.entry(row) for row in self._all(ENTRY.where(here, *who))}

    def _bookings(self, people: set[int]) -> list[Any]:
        inside = self._in(bookings.c.event_id, self.events)
        found: dict[int, Any] = {}
        if people:
            who = self._in(bookings.c.person_id, people)
            chosen = sa.select(bookings).where(inside, who, bookings.c.active == 1)
            found = {row.id: row for row in self._all(chosen)}
        if missing := self.wanted.bookings - found.keys():
            chosen = sa.select(bookings).where(self._in(bookings.c.id, missing), inside)
            found |= {row.id: row for row in self._all(chosen)}
        return list(found.values())

    def _holds(self) -> list[Any]:
        if not self.wanted.holds:
            return []
        inside = self._in(holds.c.event_id, self.events)
        return list(self._all(sa.select(holds).where(inside, holds.c.active == 1)))

    def _owned(self, *owners: list[Any]) -> tuple[Mapping[int, tuple[int, ...]], ...]:
        """The seat numbers of each booking, offer and hold."""
        columns = (seats.c.booking_id, seats.c.offer_id, seats.c.hold_id)
        return tuple(self._owned_by(column, found) for column, found in zip(columns, owners, strict=True))

    def _owned_by(self, column: sa.ColumnElement[Any], owners: list[Any]) -> Mapping[int, tuple[int, ...]]:
        numbers: dict[int, tuple[int, ...]] = defaultdict(tuple)
        holding = [row.id for row in owners if row.active]
        if holding:
            where = self._in(column, holding)
            for owner, number in self._all(
                sa.select(column, seats.c.number).where(where).order_by(seats.c.number)
            ):
                numbers[owner] += (number,)
        return numbers

    def _free(self) -> Mapping[int, tuple[int, ...]]:
        """The first free seats of each event."""
        parts = [
            FIRST_FREE.format(event=event_id, limit=self.wanted.windows[event_id].seats)
            for event_id in self.events
        ]
        found: dict[int, list[int]] = defaultdict(list)
        for event_id, number in self._union(parts):
            found[event_id].append(number)
        return defaultdict(tuple, {event_id: tuple(numbers) for event_id, numbers in found.items()})


def _waiting(counts: Mapping[tuple[int, str], int]) -> int:
    return sum(count for (_, status), count in counts.items() if status == "waiting")


def _line(found: Mapping[int, Entry], window: tuple[int, ...], counts: Mapping[tuple[int, str], int]) -> Line:
    active: dict[int, int] = defaultdict(int)
    for (priority, _), count in counts.items():
        active[priority] += count
    waiting = _waiting(counts)
    ordered = sorted(window, key=lambda i: (-found[i].priority, found[i].seq, i))
    return Line(
        entries=found,
        window=tuple(ordered),
        complete=len(window) >= waiting,
        waiting=waiting,
        active=dict(active),
    )


def check_found(states: Mapping[int, State], event_id: int) -> State:
    """The state of the event; raises EventUnknown."""
    if event_id not in states:
        raise EventUnknown
    return states[event_id]
