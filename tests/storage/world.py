"""A small world in rows, hand-built, so that nothing that is under test has made it.

Event 1 (three seats) is full: booking 11 (person 1), offer 32 (person 2, entry 22), hold 43; entry 23 (person 3) waits
behind. Event 2 (two seats) has booking 12 (person 1) and a free seat, and behind it a cancelled booking 19, an expired
offer 39 (entry 29), a declined request 59 and a released hold 49, all of person 5; person 4 asks for a place at it
(request 54). Person 4 is on the reserve list (entry 24), Mondays only;
no event is on a Monday. In December (period 61) person 2 wishes for event 1 (wish 64), and wants to come together with
person 1 (friendship 67). Every row has its facts.
"""

from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

import sqlalchemy as sa

from storage.tables import (
    accounts,
    bookings,
    entries,
    events,
    facts,
    friendships,
    holds,
    letters,
    offers,
    participants,
    periods,
    requests,
    seats,
    services,
    wish_choices,
    wishes,
)

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)  # a Friday
HOUR = timedelta(hours=1)
STARTS = {1: datetime(2026, 12, 1, 17, 0, tzinfo=UTC), 2: datetime(2026, 12, 2, 17, 0, tzinfo=UTC)}
CAPACITY = {1: 3, 2: 2}


class Planting:
    """Inserts rows, each with the facts that led to its version."""

    def __init__(self, connection: sa.Connection, first_fact: int = 1001) -> None:
        self.connection = connection
        self._ids = count(first_fact)

    def put(self, table: sa.Table, **values: Any) -> None:
        self.connection.execute(table.insert().values(values))

    def facts(self, subject: str, subject_id: int, event_id: int | None, *kinds: str, **data: Any) -> int:
        """The history of one row; the id of its first fact."""
        first = 0
        for version, kind in enumerate(kinds, 1):
            fact_id = next(self._ids)
            first = first or fact_id
            self.put(
                facts,
                id=fact_id,
                event_id=event_id,
                subject=subject,
                subject_id=subject_id,
                version=version,
                kind=kind,
                actor_kind="job",
                actor_id=0,
                at=NOW - 3 * HOUR + timedelta(seconds=fact_id - 1000),
                data=data,
            )
        return first

    def seat(self, event_id: int, number: int, **owner: int) -> None:
        here = sa.and_(seats.c.event_id == event_id, seats.c.number == number)
        self.connection.execute(sa.update(seats).where(here).values(owner))

    def event(self, event_id: int, capacity: int, starts_at: datetime, **values: Any) -> None:
        row = {"account_id": 1, "service_id": 1, "code": f"yoga-{event_id}", "location": "Studio A", **values}
        self.put(events, id=event_id, capacity=capacity, starts_at=starts_at, ends_at=starts_at + HOUR, **row)
        rows = [{"event_id": event_id, "number": n, "capacity": capacity} for n in range(1, capacity + 1)]
        if rows:
            self.connection.execute(seats.insert(), rows)
        self.facts("event", event_id, event_id, *["EventImported"] * values.get("version", 1))

    def person(self, person_id: int, **values: Any) -> None:
        row = {"telegram_id": 7000 + person_id, "name": f"Person {person_id}", "created_at": NOW - 9 * HOUR}
        self.put(participants, id=person_id, **row, **values)

    def booking(
        self, booking_id: int, event_id: int, person_id: int, numbers: tuple[int, ...], **values: Any
    ) -> None:
        """Active when it has seats, else cancelled."""
        row: dict[str, Any] = {
            "status": "confirmed" if numbers else "cancelled",
            "active": 1 if numbers else 0,
            "seats": len(numbers) or 1,
            "first_seat": numbers[0] if numbers else None,
            "names": [],
            "created_at": NOW - 2 * HOUR + timedelta(seconds=booking_id),
            "version": 1 if numbers else 2,
        }
        self.put(bookings, id=booking_id, event_id=event_id, person_id=person_id, **{**row, **values})
        for number in numbers:
            self.seat(event_id, number, booking_id=booking_id)
        kinds = ["BookingMade"] if numbers else ["BookingMade", "BookingCancelled"]
        told = {"source": values["source"]} if "source" in values else {}
        self.facts("booking", booking_id, event_id, *kinds, **told)

    def entry(
        self, entry_id: int, event_id: int | None, person_id: int, kinds: tuple[str, ...] = (), **values: Any
    ) -> None:
        """Waiting unless said otherwise; `kinds` are the facts after joining."""
        row: dict[str, Any] = {
            "service_id": 1,
            "seats": 1,
            "seq": entry_id,
            "status": "waiting",
            "names": [],
            "windows": [],
            "created_at": NOW - 2 * HOUR,
            "version": 1 + len(kinds),
        }
        self.put(entries, id=entry_id, event_id=event_id, person_id=person_id, **{**row, **values})
        self.facts("entry", entry_id, event_id, "EntryJoined", *kinds)
        if event_id is not None:
            later = sa.update(events).where(events.c.id == event_id, events.c.next_seq <= entry_id)
            self.connection.execute(later.values(next_seq=entry_id + 1))
        else:
            later = sa.update(services).where(services.c.id == 1, services.c.next_seq <= entry_id)
            self.connection.execute(later.values(next_seq=entry_id + 1))

    def offer(
        self, offer_id: int, event_id: int, entry_id: int, person_id: int, seat: int | None, **values: Any
    ) -> None:
        """Pending with a seat, else expired."""
        row: dict[str, Any] = {
            "count": 1,
            "status": "pending" if seat else "expired",
            "active": 1 if seat else 0,
            "first_seat": seat,
            "created_at": NOW - HOUR,
            "expires_at": NOW + HOUR if seat else NOW - HOUR,
            "closes_at": STARTS.get(event_id, NOW + 2 * HOUR),
            "delivered_at": NOW - HOUR,
            "decided_at": None if seat else NOW - HOUR,
            "version": 2 if seat else 3,
        }
        values = {**row, **values}
        self.put(offers, id=offer_id, event_id=event_id, entry_id=entry_id, person_id=person_id, **values)
        if seat:
            self.seat(event_id, seat, offer_id=offer_id)
        kinds = ["OfferMade", "OfferDelivered"] if seat else ["OfferMade", "OfferDelivered", "OfferExpired"]
        made = self.facts("offer", offer_id, event_id, *kinds, automatic=True)
        self.letter(made, person_id, f"offer:{offer_id}", "offer-made")

    def letter(self, fact_id: int, person_id: int, subject: str, kind: str, **values: Any) -> None:
        """Sent."""
        row: dict[str, Any] = {
            "id": fact_id + 1000,
            "fact_id": fact_id,
            "person_id": person_id,
            "subject": subject,
            "kind": kind,
            "priority": 0,
            "version": 1,
            "data": {},
            "status": "sent",
            "chat_id": 7000 + person_id,
            "message_id": fact_id,
            "created_at": NOW - HOUR,
            "sent_at": NOW - HOUR,
        }
        self.put(letters, **{**row, **values})

    def hold(self, hold_id: int, event_id: int, number: int | None) -> None:
        """Active with a seat, else released."""
        row = {"reason": "the teacher's friend", "by_name": "Ada", "created_at": NOW - HOUR}
        version = 1 if number else 2
        self.put(
            holds,
            id=hold_id,
            event_id=event_id,
            active=1 if number else 0,
            first_seat=number,
            version=version,
            **row,
        )
        if number:
            self.seat(event_id, number, hold_id=hold_id)
        self.facts("hold", hold_id, event_id, *["SeatsHeld", "HoldReleased"][:version])

    def request(self, request_id: int, event_id: int, person_id: int, ended: str = "", **values: Any) -> None:
        """Open, unless a fact has ended it."""
        row: dict[str, Any] = {"status": "open", "seats": 1, "names": [], "created_at": NOW - HOUR}
        row["version"] = 1 + bool(ended)
        self.put(requests, id=request_id, event_id=event_id, person_id=person_id, **{**row, **values})
        self.facts("request", request_id, event_id, "RequestMade", *([ended] if ended else []))
        if not ended:
            one_more = sa.update(events).where(events.c.id == event_id)
            self.connection.execute(one_more.values(requests=events.c.requests + 1))

    def month(self) -> None:
        """Wishes for December are open: person 2 has one, and person 1 comes along."""
        row = {"account_id": 1, "month": "2026-12", "status": "collecting", "wishes_until": NOW + 9 * HOUR}
        row |= {"seed": "a" * 64, "seed_hash": "b" * 64, "opened_by": 900, "opened_by_name": "Ada"}
        self.put(periods, id=61, opened_at=NOW - HOUR, **row)
        self.facts("period", 61, None, "PeriodOpened", seed_hash="b" * 64)
        self.put(wishes, id=64, period_id=61, person_id=2, status="stated", stated_at=NOW - HOUR)
        self.put(wish_choices, wish_id=64, event_id=1, rank=1)
        self.facts("wish", 64, None, "WishesStated")
        both = {"period_id": 61, "person_id": 2, "friend_id": 1, "link": 5, "version": 2}
        self.put(friendships, id=67, status="agreed", asked_at=NOW - HOUR, **both)
        self.facts("friendship", 67, None, "FriendshipAsked", "FriendshipAgreed")


def plant_service(planting: Planting) -> None:
    """The account, the service and five persons."""
    planting.put(accounts, id=1, name="Studio Nova", timezone="Europe/Budapest", languages=["en", "hu"])
    names = {"en": "Yoga", "hu": "Jóga"}
    planting.put(
        services, id=1, account_id=1, code="yoga", names=names, descriptions={}, mode="offer", offer={}
    )
    for person_id in range(1, 6):
        planting.person(person_id)


def plant(connection: sa.Connection) -> None:
    """The whole world."""
    planting = plant_before_requests(connection)
    planting.request(54, 2, 4)
    planting.request(59, 2, 5, "RequestDeclined", status="declined", decided_at=NOW - HOUR, by_name="Ada")
    planting.month()


def plant_before_requests(connection: sa.Connection) -> Planting:
    """The world as it was before people could ask for places."""
    planting = Planting(connection)
    plant_service(planting)
    for event_id, capacity in CAPACITY.items():
        planting.event(event_id, capacity, STARTS[event_id])
    planting.booking(11, 1, 1, (1,))
    planting.booking(12, 2, 1, (1,))
    planting.booking(19, 2, 5, ())
    planting.entry(22, 1, 2, ("EntryOffered",), status="offered")
    planting.entry(23, 1, 3)
    planting.entry(24, None, 4, windows=[{"weekday": 0, "start": 0, "end": 1440}])
    planting.entry(29, 2, 5, ("EntryOffered", "EntryLeft"), status="left")
    planting.offer(32, 1, 22, 2, 2)
    planting.offer(39, 2, 29, 5, None)
    planting.hold(43, 1, 3)
    planting.hold(49, 2, None)
    return planting
