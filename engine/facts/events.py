"""What becomes of an event as a whole."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from engine.facts.subject import Subject


@dataclass(frozen=True, slots=True)
class EventFrozen:
    subject: ClassVar[Subject] = "event"
    id: int


@dataclass(frozen=True, slots=True)
class EventUnfrozen:
    subject: ClassVar[Subject] = "event"
    id: int


@dataclass(frozen=True, slots=True)
class EventClosed:
    subject: ClassVar[Subject] = "event"
    id: int


@dataclass(frozen=True, slots=True)
class EventOpened:
    """It was closed, and can be booked again."""

    subject: ClassVar[Subject] = "event"
    id: int


@dataclass(frozen=True, slots=True)
class CapacityChanged:
    """Seats are added behind, or taken from behind; nobody sits on those."""

    subject: ClassVar[Subject] = "event"
    id: int
    capacity: int


@dataclass(frozen=True, slots=True)
class CapacityDraining:
    """Seats that come free go, until `capacity` of them are left; None: not any more."""

    subject: ClassVar[Subject] = "event"
    id: int
    capacity: int | None


@dataclass(frozen=True, slots=True)
class EventMoved:
    """To another time."""

    subject: ClassVar[Subject] = "event"
    id: int
    starts_at: datetime
    ends_at: datetime


@dataclass(frozen=True, slots=True)
class EventSplit:
    """The event takes part in this balancing of siblings; None: it is over."""

    subject: ClassVar[Subject] = "event"
    id: int
    split_id: int | None


@dataclass(frozen=True, slots=True)
class EventCancelled:
    """It does not take place."""

    subject: ClassVar[Subject] = "event"
    id: int


@dataclass(frozen=True, slots=True)
class WisherTold:
    """It moves from `was`, or (None) is called off, and the person, who wishes for it in a month that is not final and
    has nothing else there, hears of it."""

    subject: ClassVar[Subject] = "event"
    id: int
    person_id: int
    period_id: int
    was: datetime | None = None


@dataclass(frozen=True, slots=True)
class FillHalted:
    """`free` seats stay empty although people wait, because of `reason`; 0 says that this is over. `news`: there were
    none before."""

    subject: ClassVar[Subject] = "event"
    id: int
    free: int
    reason: str
    news: bool = False
