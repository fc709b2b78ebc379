"""Who alone may change a month, and what was changed while it was open."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from engine.locks import UnlockStatus, Who
from engine.views.history import EventNamed
from engine.views.months import PeriodCard


@dataclass(frozen=True, slots=True)
class LockCard:
    """The temporary lock of a month. See `engine.locks.Lock`."""

    id: int
    holder: Who
    helpers: Sequence[Who]
    until: datetime
    asked: Who | None
    refused: int


@dataclass(frozen=True, slots=True)
class UnlockCard:
    """A final month that is, was or should have been open for a while. See `engine.locks.Unlock`."""

    id: int
    period: PeriodCard
    status: UnlockStatus
    asked_by: Who
    reason: str
    minutes: int
    lapses_at: datetime
    decided_by: str
    decided_at: datetime | None
    until: datetime | None
    ended_at: datetime | None


@dataclass(frozen=True, slots=True)
class LockingCard:
    """A month with the lock and the unlocking that are not over, if any."""

    period: PeriodCard
    lock: LockCard | None
    unlock: UnlockCard | None


@dataclass(frozen=True, slots=True)
class PlaceChange:
    """A place of a final month that somebody has not any more: how (see `facts.BookingCancelled`), by whom and why;
    `to` is where they have one instead, by a move or a repair. Or one that they were given: by "hand", by "promotion"
    out of the line, or by a "repair" which makes good one that they had lost before, at `event`."""

    person: str
    event: EventNamed
    to: EventNamed | None
    how: str
    by: str
    by_name: str
    reason: str
    at: datetime
