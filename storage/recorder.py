"""Recording decisions: rows as they have become, every fact, every letter; one bulk statement a table.

What changed is read off the difference between the state before and after, so that a new fact needs no SQL.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

import sqlalchemy as sa

from engine import facts as f
from engine.change import shared, shares
from engine.facts import Fact
from engine.notices import Changes, Notice
from engine.ports import Act
from engine.state import Event, State
from storage import bulk, rows
from storage.by_hand import UNNUMBERED, change_event, change_settings, number_facts
from storage.superseding import supersede
from storage.tables import (
    bookings,
    entries,
    events,
    facts,
    holds,
    letters,
    offers,
    requests,
    seats,
    services,
    updates,
)
from storage.wakeups import NOTIFY

OWNERS = ("booking_id", "offer_id", "hold_id")


class _Owner(Protocol):
    @property
    def id(self) -> int: ...
    @property
    def seats(self) -> tuple[int, ...]: ...


@dataclass(slots=True)
class Record:
    """What one shared commit writes."""

    before: Mapping[int, State]
    after: dict[int, State]
    now: datetime
    facts: list[rows.Values] = field(default_factory=list)
    letters: list[rows.Values] = field(default_factory=list)
    updates: list[int] = field(default_factory=list)
    versions: dict[tuple[str, int], int] = field(default_factory=dict)
    panels: dict[str, rows.Values] = field(default_factory=dict)

    def add(self, act: Act, changes: Changes, state: State) -> None:
        """What one decision does to one event: its facts with their notices, and the state it leads to."""
        before = self.after[state.event.id]
        if shares(before, state):
            self.after = shared(self.after, state)
        else:
            self.after[state.event.id] = state
        for fact, heard in changes:
            fact_id = act.new_id()
            self.facts.append(self._fact(fact_id, fact, act, before))
            version = self.versions[fact.subject, fact.id]
            for notice in heard:
                self._post(self._letter(act.new_id(), fact_id, version, notice))

    def _post(self, letter: rows.Values) -> None:
        """A panel's letter is one in a commit as well, and says the newest state; see `PANEL_WAITS`."""
        if letter["letter_class"] == "P":
            waits = self.panels.setdefault(letter["subject"], letter)
            if waits is not letter:
                waits["data"] = letter["data"]
                return
        self.letters.append(letter)

    def _fact(self, fact_id: int, fact: Fact, act: Act, before: State) -> rows.Values:
        subject = (fact.subject, fact.id)
        version = self.versions.get(subject) or _version(before, *subject)
        self.versions[subject] = version + 1
        return {
            "id": fact_id,
            "event_id": None if fact.subject in UNNUMBERED else before.event.id,
            "subject": fact.subject,
            "subject_id": fact.id,
            "version": version + 1,
            "kind": type(fact).__name__,
            "actor_kind": act.by.kind,
            "actor_id": act.by.id,
            "actor_name": act.by.name,
            "reason": act.reason,
            "at": self.now,
            "data": f.as_kept(fact),
        }

    def _letter(self, letter_id: int, fact_id: int, version: int, notice: Notice) -> rows.Values:
        return {
            "id": letter_id,
            "fact_id": fact_id,
            "kind": notice.kind,
            "person_id": notice.to,
            "subject": notice.subject,
            "version": version,
            "priority": notice.priority,
            "letter_class": notice.letter_class,
            "data": notice.data,
            "panel_chat": notice.panel.chat_id if notice.panel else None,
            "panel_message": notice.panel.message_id if notice.panel else None,
            "not_before": notice.not_before,
            "created_at": self.now,
        }


def _version(before: State, subject: str, row_id: int) -> int:
    """The version before the first fact of this commit; 0 for a row that does not exist yet."""
    if subject in UNNUMBERED:
        return 0  # see `by_hand.number`
    if subject == "event":
        return before.event.version
    if subject == "entry":
        entry = before.entry(row_id)
        return entry.version if entry else 0
    held: Mapping[str, Mapping[int, Any]] = {
        "booking": before.bookings,
        "offer": before.offers,
        "hold": before.holds,
        "request": before.requests,
    }
    row = held[subject].get(row_id)
    return row.version if row else 0


def write(connection: sa.Connection, record: Record) -> None:
    """Closed rows first, new ones then, so that no unique index sees two active rows at once."""
    changes = _Changes(record)
    for before, now in changes.by_hand:
        change_event(connection, before, now)
    if changes.settings:
        change_settings(connection, changes.settings)
        number_facts(connection, record.facts)
    supersede(connection, record.letters)
    closed = (offers, bookings, entries, holds, requests, events, services)
    bulk.write(connection, [bulk.Change(t, changes.updated[t.name], key=("id",)) for t in closed])
    numbers = [{"id": number, "at": record.now} for number in record.updates]
    made = [
        *(bulk.Change(table, changes.inserted[table.name]) for table in MADE),
        bulk.Change(seats, changes.seats, key=("event_id", "number")),
        bulk.Change(facts, record.facts),
        bulk.Change(letters, record.letters, conflict=PANEL_WAITS),
        bulk.Change(updates, numbers),
    ]
    bulk.write(connection, made, tell=NOTIFY if record.letters else "")


# A panel's letter that already waits says the newest state anyway: one is enough.
PANEL_WAITS = (
    "ON CONFLICT (subject) WHERE letter_class = 'P' AND status = 'queued' DO UPDATE SET data = excluded.data"
)
MADE = (bookings, entries, offers, holds, requests)
TABLES = {table.name: table for table in (events, services, *MADE)}


class _Changes:
    """The rows that are new or different, by table, and the seats that changed hands."""

    def __init__(self, record: Record) -> None:
        self.now = record.now
        self.inserted: dict[str, list[rows.Values]] = {name: [] for name in TABLES}
        self.updated: dict[str, list[rows.Values]] = {name: [] for name in TABLES}
        self.seats: list[rows.Values] = []
        self.reserves: set[int] = set()
        self.by_hand: list[tuple[Event, Event]] = []
        self.settings: list[tuple[State, State]] = []
        for event_id, before in record.before.items():
            self._event(event_id, before, record.after[event_id])

    def _event(self, event_id: int, before: State, now: State) -> None:
        if before is now:
            return
        if before.event != now.event:
            self.updated["events"].append(rows.event_values(now.event))
            if rows.changed_by_hand(before.event, now.event):
                self.by_hand.append((before.event, now.event))
        if before.settings is not now.settings:
            self.settings.append((before, now))
        owners: dict[int, dict[str, int | None]] = {}
        self._rows(
            "bookings", before.bookings, now.bookings, lambda r: rows.booking_values(r, before.bookings)
        )
        self._rows("offers", before.offers, now.offers, lambda r: rows.offer_values(r, now.settings))
        self._rows("holds", before.holds, now.holds, rows.hold_values)
        self._rows("requests", before.requests, now.requests, rows.request_values)
        self._rows("entries", before.line.entries, now.line.entries, rows.entry_values)
        if now.event.service_id not in self.reserves:
            self.reserves.add(now.event.service_id)
            self._rows("entries", before.reserve.entries, now.reserve.entries, rows.entry_values)
            if now.reserve.next_seq != before.reserve.next_seq:
                service = {"id": now.event.service_id, "next_seq": now.reserve.next_seq}
                self.updated["services"].append(service)
        held = (
            ("booking_id", before.bookings, now.bookings),
            ("offer_id", before.offers, now.offers),
            ("hold_id", before.holds, now.holds),
        )
        for _, old, new in held:
            _free(owners, old, new)
        for column, old, new in held:
            _take(owners, column, old, new)
        self.seats += [
            {"event_id": event_id, "number": number, **dict.fromkeys(OWNERS), **owner}
            for number, owner in owners.items()
            if number <= now.event.capacity
        ]

    def _rows(
        self, table: str, old: Mapping[int, Any], new: Mapping[int, Any], values: Callable[[Any], rows.Values]
    ) -> None:
        if old is new:
            return
        for row_id, row in new.items():
            if row_id not in old:
                self.inserted[table].append({**values(row), "created_at": self.now})
            elif old[row_id] is not row:
                self.updated[table].append(values(row))


def _moved(old: Mapping[int, _Owner], new: Mapping[int, _Owner]) -> Iterable[tuple[_Owner | None, _Owner]]:
    """Rows that are new or have other seats than before."""
    if old is not new:
        for row_id, row in new.items():
            was = old.get(row_id)
            if was is not row and (was is None or was.seats != row.seats):
                yield was, row


def _free(owners: dict[int, dict[str, int | None]], old: Mapping[int, Any], new: Mapping[int, Any]) -> None:
    for was, _ in _moved(old, new):
        for number in was.seats if was else ():
            owners[number] = {}


def _take(
    owners: dict[int, dict[str, int | None]], column: str, old: Mapping[int, Any], new: Mapping[int, Any]
) -> None:
    for _, row in _moved(old, new):
        for number in row.seats:
            owners[number] = {column: row.id}
