"""A world to decide in, twice: as the states of the engine, and as rows of a database. Nobody is booked in it yet."""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import sqlalchemy as sa

from engine.questions import to_json as to_rows
from engine.settings import Settings
from engine.state import Event, State
from storage.settings import to_json
from storage.tables import accounts, counters, participants, services
from tests.storage.world import Planting

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)  # a Friday
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
FIRST_ID = 100_000
"""Ids below are those of the world's own rows."""


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self, now: datetime = NOW) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now


@dataclass(frozen=True)
class World:
    """`capacities`: of the events 1, 2, …, which start `starts_in` after NOW, an hour after one another. `services`:
    how many there are, each with every so-manieth event. `guests`: participants without Telegram, who come after the
    people."""

    capacities: tuple[int, ...] = (2,)
    people: int = 8
    settings: Settings = field(default_factory=Settings)
    starts_in: timedelta = 7 * DAY
    services: int = 1
    guests: int = 0

    @property
    def event_ids(self) -> tuple[int, ...]:
        return tuple(range(1, len(self.capacities) + 1))

    def state(self, event_id: int) -> State:
        """The event as the engine sees it: empty."""
        starts_at = NOW + self.starts_in + event_id * HOUR
        capacity = self.capacities[event_id - 1]
        event = Event(event_id, 1, self._service(event_id), starts_at, starts_at + HOUR, capacity)
        return State(event=event, settings=self.settings, free=tuple(range(1, capacity + 1)))

    def _service(self, event_id: int) -> int:
        return (event_id - 1) % self.services + 1

    def plant(self, connection: sa.Connection) -> None:
        """The same as rows."""
        planting = Planting(connection)
        planting.put(counters, name="id", next=FIRST_ID)
        planting.put(accounts, id=1, name="Studio Nova", languages=["en"], **self._account())
        for service_id in range(1, self.services + 1):
            rules = to_json(self.settings.offer)
            row: dict[str, Any] = {
                "code": f"service-{service_id}",
                "names": {"en": "Yoga"},
                "descriptions": {},
            }
            row |= {"mode": self.settings.mode, "self_service": self.settings.self_service}
            row["questions"] = to_rows(self.settings.questions)
            planting.put(services, id=service_id, account_id=1, offer=rules, **row)
        for event_id in self.event_ids:
            event = self.state(event_id).event
            planting.event(event_id, event.capacity, event.starts_at, service_id=event.service_id)
        everybody = range(1, self.people + self.guests + 1)
        rows = [_person(i, guest=i > self.people) for i in everybody]
        connection.execute(participants.insert(), rows)

    def _account(self) -> dict[str, Any]:
        chosen = self.settings
        return {
            "timezone": chosen.timezone,
            "tier": chosen.tier,
            "auto_backfill": chosen.auto_backfill,
            "booking_status": chosen.booking_status,
            "cancel_before_seconds": round(chosen.cancel_before.total_seconds()),
            "grace_seconds": round(chosen.grace.total_seconds()),
            "max_party": chosen.max_party,
        }

    def under(self, settings: Settings) -> "World":
        """The same world with other settings."""
        return replace(self, settings=settings)


def _person(person_id: int, *, guest: bool) -> dict[str, Any]:
    return {
        "id": person_id,
        "telegram_id": None if guest else telegram_id(person_id),
        "name": f"Person {person_id}",
        "created_at": NOW - DAY,
    }


def telegram_id(person_id: int) -> int:
    """The person's id at Telegram."""
    return 7000 + person_id
