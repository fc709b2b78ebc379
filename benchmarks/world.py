"""A studio in rows, planted in bulk: people, events with their seats, lines, holds and offers, each with its facts, so
that the doctor finds nothing wrong before or after."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

import sqlalchemy as sa

from storage import tables as t
from storage.database import Database

TELEGRAM = 1_000_000_000
"""A person's Telegram id is this and their own."""
FIRST_FACT = 10**14
STARTS_IN = timedelta(days=5)
Values = dict[str, Any]


def now() -> datetime:
    return datetime.now(UTC)


class World:
    """Collects rows, then writes them in one transaction. `begin` is the id of its first event; seats, places in line
    and offers are numbered from the event's id."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._rows: dict[str, list[Values]] = {table.name: [] for table in ORDER}
        self._facts = count(FIRST_FACT)
        self._ids = count(1)
        self._at = now() - timedelta(minutes=10)

    def id(self) -> int:
        """One that nothing else in this world has; below everything that `storage.ids` gives afterwards."""
        return next(self._ids)

    def studio(self, people: int, *, mode: str = "offer", **offer: Any) -> list[int]:
        """The account, its one service, and `people` participants; their ids."""
        self._put("accounts", id=1, name="Studio Nova", timezone="Europe/Budapest", languages=["en"])
        service = {"names": {"en": "Yoga"}, "descriptions": {}, "mode": mode, "offer": offer}
        self._put("services", id=1, account_id=1, code="yoga", **service)
        ids = [self.id() for _ in range(people)]
        for i in ids:
            self._put("participants", id=i, telegram_id=TELEGRAM + i, name=f"Person {i}", created_at=self._at)
        return ids

    def event(self, capacity: int, line: Sequence[int] = (), starts: datetime | None = None) -> int:
        """An event with free seats, and these people in line for it; its id."""
        event_id = self.id()
        starts = starts or self._at + STARTS_IN
        self._put(
            "events", id=event_id, account_id=1, service_id=1, code=f"yoga-{event_id}", capacity=capacity,
            starts_at=starts, ends_at=starts + timedelta(hours=1), next_seq=len(line) + 1,
        )  # fmt: skip
        self._fact("event", event_id, event_id, "EventImported")
        for number in range(1, capacity + 1):
            self._rows["seats"].append(
                {"event_id": event_id, "number": number, "capacity": capacity} | NOBODY
            )
        for seq, person_id in enumerate(line, 1):
            self._entry(event_id, person_id, seq)
        return event_id

    def booking(self, event_id: int, person_id: int, number: int = 1) -> int:
        """The person has this seat."""
        booking_id = self._owner(
            "bookings", event_id, number, person_id=person_id, status="confirmed", seats=1, names=[]
        )
        self._fact("booking", booking_id, event_id, "BookingMade")
        return booking_id

    def hold(self, event_id: int, numbers: Sequence[int]) -> int:
        """These seats are kept back."""
        hold_id = self._owner("holds", event_id, numbers[0], reason="teachers", by_name="Ada")
        for number in numbers[1:]:
            self._seat(event_id, number)["hold_id"] = hold_id
        self._fact("hold", hold_id, event_id, "SeatsHeld")
        return hold_id

    def offer(self, event_id: int, person_id: int, number: int, expires_at: datetime) -> int:
        """The first in line who has none yet gets this seat offered."""
        entry = next(
            e for e in reversed(self._rows["entries"])
            if e["event_id"] == event_id and e["person_id"] == person_id
        )  # fmt: skip
        entry |= {"status": "offered", "version": 2}
        self._fact("entry", entry["id"], event_id, "EntryOffered", 2)
        offer_id = self._owner(
            "offers", event_id, number, person_id=person_id, entry_id=entry["id"], count=1, status="pending",
            guarded=True, expires_at=expires_at, closes_at=self._at + STARTS_IN, delivered_at=self._at, version=2,
        )  # fmt: skip
        made = self._fact("offer", offer_id, event_id, "OfferMade")
        self._fact("offer", offer_id, event_id, "OfferDelivered", 2)
        letter = {"kind": "offer-made", "person_id": person_id, "subject": f"offer:{offer_id}", "priority": 0}
        sent = {"status": "sent", "chat_id": TELEGRAM + person_id, "message_id": offer_id}
        times = {"created_at": self._at, "sent_at": self._at}
        self._put("letters", id=self.id(), fact_id=made, version=1, data={}, **letter, **sent, **times)
        return offer_id

    async def plant(self) -> None:
        """Write everything; ids go on behind it."""
        counter = sa.text("INSERT INTO counters (name, next) VALUES ('id', :next)")
        async with self._database.write.begin() as connection:
            for table in ORDER:
                if self._rows[table.name]:
                    await connection.execute(table.insert(), self._rows[table.name])
            await connection.execute(counter, {"next": self.id()})
            if not self._database.is_sqlite:
                # What its autovacuum would do soon, and SQLite never does. Empty tables are left alone: one that is
                # known to be empty is read from end to end by every check of a reference, as long as a connection
                # lives.
                filled = ", ".join(table.name for table in ORDER if self._rows[table.name])
                await connection.execute(sa.text(f"ANALYZE {filled}"))

    def _put(self, table: str, **values: Any) -> None:
        self._rows[table].append(values)

    def _entry(self, event_id: int, person_id: int, seq: int) -> None:
        entry_id = self.id()
        row = {"status": "waiting", "seats": 1, "names": [], "windows": [], "created_at": self._at}
        self._put(
            "entries", id=entry_id, service_id=1, event_id=event_id, person_id=person_id, seq=seq, version=1,
            **row,
        )  # fmt: skip
        self._fact("entry", entry_id, event_id, "EntryJoined")

    def _owner(self, table: str, event_id: int, number: int, **values: Any) -> int:
        owner_id = self.id()
        common = {"event_id": event_id, "active": 1, "first_seat": number, "created_at": self._at}
        self._put(table, id=owner_id, **{**common, "version": 1, **values})
        self._seat(event_id, number)[f"{table[:-1]}_id"] = owner_id
        return owner_id

    def _seat(self, event_id: int, number: int) -> Values:
        return next(
            s for s in reversed(self._rows["seats"]) if s["event_id"] == event_id and s["number"] == number
        )

    def _fact(self, subject: str, subject_id: int, event_id: int, kind: str, version: int = 1) -> int:
        fact_id = next(self._facts)
        self._put(
            "facts", id=fact_id, event_id=event_id, subject=subject, subject_id=subject_id, version=version,
            kind=kind, actor_kind="import", actor_id=0, at=self._at, data={},
        )  # fmt: skip
        return fact_id


ORDER = (
    t.accounts, t.services, t.participants, t.events, t.entries, t.bookings, t.offers, t.holds, t.seats, t.facts,
    t.letters,
)  # fmt: skip
NOBODY: Values = {"booking_id": None, "offer_id": None, "hold_id": None}


def each_once(people: Iterable[int], events: Sequence[int]) -> list[tuple[int, int]]:
    """Person and event, the people spread evenly over the events."""
    return [(person, events[number % len(events)]) for number, person in enumerate(people)]
