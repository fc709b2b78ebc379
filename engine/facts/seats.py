"""Seats kept for somebody, and given free."""

from dataclasses import dataclass
from typing import ClassVar

from engine.facts.subject import Subject


@dataclass(frozen=True, slots=True)
class SeatsHeld:
    subject: ClassVar[Subject] = "hold"
    id: int
    event_id: int
    seats: tuple[int, ...]
    reason: str
    by_name: str


@dataclass(frozen=True, slots=True)
class HoldReleased:
    subject: ClassVar[Subject] = "hold"
    id: int


@dataclass(frozen=True, slots=True)
class HoldReseated:
    """See `BookingReseated`."""

    subject: ClassVar[Subject] = "hold"
    id: int
    seats: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SeatsPublished:
    """An admin lets anybody book `released` seats although people wait (the whole number that now holds)."""

    subject: ClassVar[Subject] = "event"
    id: int
    released: int
