"""What a rule of a repair sees. A final month lost an event, or seats of one; a repair is one set of moves that gives
people who lost their place another one, and happens only once everybody whom it moves has said yes. Until then it holds
the free seats that it needs, and everybody stays where they are."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Literal

from engine.month import Period
from engine.planning import Planning

RepairStatus = Literal["open", "done", "withdrawn"]
Withdrawal = Literal["declined", "expired", "changed", "admin"]

LONG_AGO = datetime(1, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Placed:
    """A booking of the month that counts, also one that was attended. `fixed`: no repair moves it, as an admin has
    pinned it, or it is over."""

    id: int
    person_id: int
    event_id: int
    seats: int
    fixed: bool = False


@dataclass(frozen=True, slots=True)
class Lost:
    """A place that the month gave, at an event that was called off since or that has lost the seat, and the booking
    that it was."""

    person_id: int
    event_id: int
    booking_id: int
    seats: int


@dataclass(frozen=True, slots=True)
class RepairMove:
    """Who would go where. `booking_id`: the booking that gives way, cancelled already for somebody who has `lost` the
    place; `rank` says how gladly they go, 1 is best, and `rank_before` how glad they were (0: it was not wished for).
    `starts_at` and `ends_at`: the date that they are asked about.
    """

    person_id: int
    booking_id: int
    from_event_id: int
    event_id: int
    starts_at: datetime
    ends_at: datetime
    seats: int
    rank: int
    rank_before: int = 0
    lost: bool = False


@dataclass(frozen=True, slots=True)
class Repair:
    """One that was proposed. agreed: who has said yes. holds: which hold keeps its free seats, by event. asked_at: when
    the time to answer began: with the question, or anew after an outage."""

    id: int
    period_id: int
    status: RepairStatus
    expires_at: datetime
    moves: tuple[RepairMove, ...]
    agreed: frozenset[int] = frozenset()
    holds: Mapping[int, int] = field(default_factory=dict)
    version: int = 1
    asked_at: datetime = LONG_AGO

    @property
    def people(self) -> tuple[int, ...]:
        """Whom it moves."""
        return tuple(move.person_id for move in self.moves)

    @property
    def event_ids(self) -> tuple[int, ...]:
        """Every event that it is about, by id."""
        return events_of(self.moves)

    def needs(self) -> dict[int, int]:
        """How many free seats it needs beside those that its own moves free, by event."""
        return needs(self.moves)


def events_of(moves: tuple[RepairMove, ...]) -> tuple[int, ...]:
    """Every event that the moves are about, by id."""
    return tuple(sorted({event for move in moves for event in (move.from_event_id, move.event_id)}))


def needs(moves: tuple[RepairMove, ...]) -> dict[int, int]:
    """How many free seats they need beside those that they free themselves, by event."""
    wanted: dict[int, int] = {}
    for move in moves:
        wanted[move.event_id] = wanted.get(move.event_id, 0) + move.seats
        if not move.lost:
            wanted[move.from_event_id] = wanted.get(move.from_event_id, 0) - move.seats
    return {event_id: seats for event_id, seats in sorted(wanted.items()) if seats > 0}


@dataclass(frozen=True, slots=True)
class Survey:
    """A final month as it is now. planning: wishes, events, people. placed: bookings of everybody who wished. lost:
    see `Lost`, without those that a repair has made good. got: how many dates each had once the month was final, places
    of the final run and what they had booked before. repairs: the open ones. declined: who has said no to
    which event before."""

    planning: Planning
    placed: tuple[Placed, ...] = ()
    lost: tuple[Lost, ...] = ()
    got: Mapping[int, int] = field(default_factory=dict)
    repairs: tuple[Repair, ...] = ()
    declined: frozenset[tuple[int, int]] = frozenset()


@dataclass(frozen=True, slots=True)
class Repairing:
    """A period under its lock with its open repairs, and the one that a decision is about."""

    period: Period
    timezone: str
    repairs: tuple[Repair, ...] = ()

    def repair(self, repair_id: int) -> Repair | None:
        """The one with this id."""
        return next((repair for repair in self.repairs if repair.id == repair_id), None)
