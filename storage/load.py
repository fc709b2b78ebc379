"""Loading what decisions are about: for all events of one shared commit at once, so that the number of statements does
not grow with the number of decisions."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar

import sqlalchemy as sa

from engine.ports import Ask
from engine.state import Booking, Entry, Hold, Line, Offer, Request, State, Wishing
from storage import rows
from storage.dateless import stand_ins
from storage.selects import FIRST_FREE, FIRST_IN_LINE, FIRST_ON_RESERVE, first, id_list, selects
from storage.settings import resolve

MOST_SEATS = 64

Row = TypeVar("Row", Booking, Entry, Hold, Offer, Request)
Counts = dict[tuple[int, str], int]
"""How many entries there are of a priority and status."""


@dataclass(slots=True)
class Window:
    """How much of an event is loaded; the work widens it when a rule needs more. One seat beyond what the decisions
    take lets the last of them see whether any is left. Until when final months are open is loaded for who asks."""

    seats: int = 1
    line: int = 0
    reserve: int = 4
    unlocks: int = 0

    def widen(self, what: str) -> None:
        """Four times as much of the one thing, and never less than 16."""
        setattr(self, what, max(getattr(self, what) * 4, 16))


@dataclass(slots=True)
class Wanted:
    """Everything that the decisions of one commit want to see. `bookings` are those of `owners`, who let them go
    themselves, and `others`, whose owners are not known yet."""

    windows: dict[int, Window] = field(default_factory=dict)
    people: set[int] = field(default_factory=set)
    bookings: set[int] = field(default_factory=set)
    others: set[int] = field(default_factory=set)
    owners: set[int] = field(default_factory=set)
    entries: set[int] = field(default_factory=set)
    offers: set[int] = field(default_factory=set)
    requests: set[int] = field(default_factory=set)
    whole: set[int] = field(default_factory=set)
    wished: set[int] = field(default_factory=set)
    holds: bool = False
    reserve: bool = False
    reach: bool = False

    def add(self, ask: Ask) -> None:
        """One more decision."""
        for event_id in ask.event_ids:
            window = self.windows.setdefault(event_id, Window())
            window.seats += min(ask.seats, MOST_SEATS)  # a rule that needs more says so
            window.line += ask.line
        self.people.update(ask.people)
        self.bookings.update(ask.bookings)
        if ask.by.kind != "person":
            self.others.update(ask.bookings)
        elif ask.bookings:
            self.owners.add(ask.by.id)  # what is not theirs, they are refused
        self.entries.update(ask.entries)
        self.offers.update(ask.offers)
        self.requests.update(ask.requests)
        self.holds |= ask.holds or ask.everybody
        if ask.everybody:
            self.whole.update(ask.event_ids)
        if ask.wishers:
            self.wished.update(ask.event_ids)
        self.reserve |= ask.reserve
        self.reach |= ask.by.kind != "person"  # whoever taps can be written to


def lock(connection: sa.Connection, event_ids: Iterable[int], *, locking: bool) -> Sequence[Any]:
    """The events' rows, locked in the order of their ids (on SQLite the transaction is the lock); stand-ins, too."""
    dialect, ids = connection.dialect.name, sorted(event_ids)
    statement = selects(dialect).events_locked if locking else selects(dialect).events
    found = connection.execute(statement, {"events": id_list(ids, dialect)}).all()
    return [*found, *stand_ins(connection, ids, locking=locking)]


def load(
    connection: sa.Connection, event_rows: Sequence[Any], wanted: Wanted, *, locking: bool
) -> dict[int, State]:
    """The states of the locked events, by id."""
    loading = _Loading(connection, event_rows, wanted, locking=locking)
    if locking and (loading.counts.reserve or wanted.reserve):
        loading.lock_reserves()
    return loading.states()


@dataclass(slots=True)
class _Counts:
    """By event, and by service for its reserve list: how many places there are, by priority and status."""

    line: dict[int, Counts] = field(default_factory=lambda: defaultdict(dict))
    reserve: dict[int, Counts] = field(default_factory=lambda: defaultdict(dict))

    def add(self, rows: Iterable[Any]) -> None:
        """Rows of place, priority, status, count, and whether it is a reserve list."""
        for place, priority, status, count, on_reserve in rows:
            (self.reserve if on_reserve else self.line)[place][priority, status] = count

    def any(self, status: str) -> bool:
        """Whether any place has this status."""
        return any(found == status for by in (self.line, self.reserve) for c in by.values() for _, found in c)


class _Loading:
    """One load; holds the rows until the states are put together."""

    def __init__(
        self, connection: sa.Connection, event_rows: Sequence[Any], wanted: Wanted, *, locking: bool
    ) -> None:
        self.connection, self.locking = connection, locking
        self.dialect = connection.dialect.name
        self.selects = selects(self.dialect)
        self.wanted = wanted
        self.events = {row.id: row for row in event_rows}
        self.service_ids = sorted({row.service_id for row in event_rows})
        self.here = {
            "events": id_list(self.events.keys(), self.dialect),
            "services": id_list(self.service_ids, self.dialect),
        }
        self.next_seq = {row.service_id: row.service_next_seq for row in event_rows}
        self.counts = _Counts()
        self.counts.add(self._all(self.selects.counts))

    def _all(self, statement: sa.Executable, **ids: Collection[int]) -> Sequence[Any]:
        lists = {name: id_list(numbers, self.dialect) for name, numbers in ids.items()}
        return self.connection.execute(statement, self.here | lists).all()

    def lock_reserves(self) -> None:
        """Reserve lists belong to services: lock those after the events, in order, and look at them again."""
        self.next_seq = {row.id: row.next_seq for row in self._all(self.selects.services_locked)}
        self.counts.reserve.clear()
        self.counts.add(self._all(self.selects.reserve_counts))

    def states(self) -> dict[int, State]:
        self._want_more()
        offer_rows = self._offers()
        line_ids = self._line_windows()
        reserve_ids = self._reserve_windows()
        listed = [i for ids in (*line_ids.values(), *reserve_ids.values()) for i in ids]
        found = self._entries({*self.wanted.entries, *listed, *(row.entry_id for row in offer_rows)})
        people = self.wanted.people | {entry.person_id for entry in found.values() if entry.event_id is None}
        people |= self._letting_go()
        # whoever waits there may have let a seat go from the reserve list, where they pause now
        if self.wanted.whole:
            people |= {entry.person_id for entry in found.values()}
        found |= self._entries_of(people)
        booking_rows = self._bookings(people)
        hold_rows = self._holds()
        booked = self._owned(self.selects.seats_of_bookings, booking_rows)
        offered = self._owned(self.selects.seats_of_offers, offer_rows)
        held = self._owned(self.selects.seats_of_holds, hold_rows)
        bookings = _by_event(rows.booking(row, booked[row.id]) for row in booking_rows)
        offers = _by_event(rows.offer(row, offered[row.id]) for row in offer_rows)
        holds = _by_event(rows.hold(row, held[row.id]) for row in hold_rows)
        asked = self._requests(self.wanted.people | {entry.person_id for entry in found.values()})
        requests = _by_event(rows.request(row) for row in asked)
        unreachable = self._unreachable({row.person_id for row in (*booking_rows, *asked)})
        in_line = _by_event(entry for entry in found.values() if entry.event_id is not None)
        on_reserve = _by_service(entry for entry in found.values() if entry.event_id is None)
        free = self._free()
        unlocked = self._unlocked({row.period_id for row in booking_rows})
        wishers = self._wishers()
        return {
            event_id: State(
                event=rows.event(row),
                settings=resolve(row),
                free=free[event_id],
                free_complete=len(free[event_id]) < self.wanted.windows[event_id].seats,
                bookings=bookings[event_id],
                offers=offers[event_id],
                holds=holds[event_id],
                requests=requests[event_id],
                line=_line(
                    in_line[event_id],
                    line_ids[event_id],
                    self.wanted.windows[event_id].line,
                    self.counts.line.get(event_id, {}),
                ),
                reserve=_line(
                    on_reserve[row.service_id],
                    reserve_ids[row.service_id],
                    self.wanted.windows[event_id].reserve,
                    self.counts.reserve.get(row.service_id, {}),
                    self.next_seq[row.service_id],
                ),
                unreachable=unreachable,
                unlocked=unlocked if self.wanted.windows[event_id].unlocks else None,
                wishers=wishers.get(event_id, {}),
            )
            for event_id, row in self.events.items()
        }

    def _want_more(self) -> None:
        """Everybody of the events that are to be seen whole; and of an event whose seats are going, the owners of
        those behind, who may have to take others."""
        if self.wanted.whole:
            self._want_bookings(self._ids(self.selects.active_bookings, self.wanted.whole))
            self.wanted.entries |= set(self._ids(self.selects.places, self.wanted.whole))
            if self.wanted.reserve:  # a place's number counts whoever pauses before it, too
                self.wanted.entries |= {row.id for row in self._all(self.selects.reserve_places)}
            self.wanted.requests |= set(self._ids(self.selects.open_requests, self.wanted.whole))
        going = {event_id: row.drain_to for event_id, row in self.events.items() if row.drain_to is not None}
        if going:
            self.wanted.holds = True
            rows = self._all(self.selects.owners, events=going)
            behind = (row.booking_id for row in rows if row.number > going[row.event_id])
            self._want_bookings(booking_id for booking_id in behind if booking_id is not None)

    def _want_bookings(self, booking_ids: Iterable[int]) -> None:
        found = set(booking_ids)
        self.wanted.bookings |= found
        self.wanted.others |= found

    def _ids(self, statement: sa.Executable, event_ids: Collection[int]) -> Iterable[int]:
        return (row.id for row in self._all(statement, events=event_ids))

    def _offers(self) -> list[Any]:
        """Those that are pending, and those that are asked for. Who has an offer has the status that says so."""
        found: dict[int, Any] = {}
        if self.counts.any("offered"):
            found = {row.id: row for row in self._all(self.selects.pending_offers)}
        if missing := self.wanted.offers - found.keys():
            found |= {row.id: row for row in self._all(self.selects.offers, offers=missing)}
        return list(found.values())

    def _line_windows(self) -> Mapping[int, tuple[int, ...]]:
        lines = self.counts.line
        limits = {i: self.wanted.windows[i].line for i in self.events if _waiting(lines.get(i, {}))}
        return self._first(FIRST_IN_LINE, limits)

    def _reserve_windows(self) -> Mapping[int, tuple[int, ...]]:
        limits: dict[int, int] = defaultdict(int)
        for event_id, row in self.events.items():
            if _waiting(self.counts.reserve.get(row.service_id, {})):
                limits[row.service_id] = max(limits[row.service_id], self.wanted.windows[event_id].reserve)
        return self._first(FIRST_ON_RESERVE, limits)

    def _first(self, few: str, limits: Mapping[int, int]) -> Mapping[int, tuple[int, ...]]:
        """The first of each place, in order."""
        found: dict[int, list[int]] = defaultdict(list)
        for place, number in first(self.connection, few, {i: most for i, most in limits.items() if most}):
            found[place].append(number)
        return defaultdict(tuple, {place: tuple(numbers) for place, numbers in found.items()})

    def _entries(self, ids: set[int]) -> dict[int, Entry]:
        if not ids:
            return {}
        return {row.id: rows.entry(row) for row in self._all(self.selects.entries, entries=ids)}

    def _entries_of(self, people: set[int]) -> dict[int, Entry]:
        if not people or not (self.counts.line or self.counts.reserve):
            return {}
        of = self.selects.entries_of_with_reserve if self.counts.reserve else self.selects.entries_of
        return {row.id: rows.entry(row) for row in self._all(of, people=people)}

    def _bookings(self, people: set[int]) -> list[Any]:
        found: dict[int, Any] = {}
        if people:
            found = {row.id: row for row in self._all(self.selects.bookings_of, people=people)}
        if missing := self.wanted.bookings - found.keys():
            found |= {row.id: row for row in self._all(self.selects.bookings, bookings=missing)}
        return list(found.values())

    def _unlocked(self, period_ids: set[int | None]) -> Mapping[int, tuple[datetime, datetime]]:
        """Only for who asks. The rows stay as they are until the commit: whoever locks the month again waits."""
        if not any(window.unlocks for window in self.wanted.windows.values()):
            return {}
        chosen = self.selects.unlocks_locked if self.locking else self.selects.unlocks
        found = self._all(chosen, periods={one for one in period_ids if one is not None})
        return {row.period_id: (row.decided_at, row.until) for row in found}

    def _wishers(self) -> Mapping[int, dict[int, tuple[Wishing, ...]]]:
        """Of the events that somebody asks about, all of them at once; of each person by month."""
        found: dict[int, dict[int, tuple[Wishing, ...]]] = defaultdict(dict)
        if self.wanted.wished:
            for row in self._all(self.selects.wishers, events=self.wanted.wished):
                until = row.wishes_until if row.status == "collecting" else None
                wishing = Wishing(row.person_id, row.period_id, row.month, until)
                there = found[row.event_id]
                there[row.person_id] = (*there.get(row.person_id, ()), wishing)
        return found

    def _letting_go(self) -> set[int]:
        """Whose bookings these are: who lets one go has a place on the reserve list, if there is any, to be told. Of
        those that people let go themselves that is known."""
        if not self.wanted.bookings or not self.counts.reserve:
            return set()
        if not self.wanted.others:
            return self.wanted.owners
        rows = self._all(self.selects.bookings, bookings=self.wanted.others)
        return self.wanted.owners | {row.person_id for row in rows}

    def _requests(self, people: set[int]) -> list[Any]:
        """Those of these people that are open, where there are any at all; and those that are wanted."""
        found: dict[int, Any] = {}
        if people and any(row.requests for row in self.events.values()):
            found = {row.id: row for row in self._all(self.selects.requests_of, people=people)}
        if missing := self.wanted.requests - found.keys():
            found |= {row.id: row for row in self._all(self.selects.requests, requests=missing)}
        return list(found.values())

    def _unreachable(self, people: set[int]) -> frozenset[int]:
        """Who of these, and of those wanted, has blocked the bot: an admin may give them a place all the same."""
        people = people | self.wanted.people
        if not people or not self.wanted.reach:
            return frozenset()
        return frozenset(row.id for row in self._all(self.selects.unreachable, people=people))

    def _holds(self) -> list[Any]:
        return list(self._all(self.selects.holds)) if self.wanted.holds else []

    def _owned(self, statement: sa.Executable, owners: list[Any]) -> Mapping[int, tuple[int, ...]]:
        """The seat numbers of each of them."""
        numbers: dict[int, tuple[int, ...]] = defaultdict(tuple)
        holding = [row.id for row in owners if row.active]
        if holding:
            for owner, number in self._all(statement, owners=holding):
                numbers[owner] += (number,)
        return numbers

    def _free(self) -> Mapping[int, tuple[int, ...]]:
        """The first free seats of each event."""
        return self._first(FIRST_FREE, {i: self.wanted.windows[i].seats for i in self.events})


def _by_event(found: Iterable[Row]) -> Mapping[int, dict[int, Row]]:
    """By event and id, with one look at each: a shared commit has hundreds of both."""
    grouped: dict[int, dict[int, Row]] = defaultdict(dict)
    for row in found:
        assert row.event_id is not None
        grouped[row.event_id][row.id] = row
    return grouped


def _by_service(found: Iterable[Entry]) -> Mapping[int, dict[int, Entry]]:
    """Places on reserve lists, by service and id."""
    grouped: dict[int, dict[int, Entry]] = defaultdict(dict)
    for entry in found:
        grouped[entry.service_id][entry.id] = entry
    return grouped


def _waiting(counts: Counts) -> int:
    return sum(count for (_, status), count in counts.items() if status == "waiting")


def _line(
    found: Mapping[int, Entry], window: tuple[int, ...], asked: int, counts: Counts, next_seq: int = 1
) -> Line:
    """`asked`: how many the window could have held; one that is not full is the whole line."""
    active: dict[int, int] = defaultdict(int)
    for (priority, _), count in counts.items():
        active[priority] += count
    waiting = _waiting(counts)
    ordered = sorted(window, key=lambda i: (-found[i].priority, found[i].seq, i))
    return Line(
        entries=found,
        window=tuple(ordered),
        complete=len(window) >= waiting or len(window) < asked,
        waiting=waiting,
        active=dict(active),
        next_seq=next_seq,
    )
