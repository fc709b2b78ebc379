"""Of a month that is locked or final."""

from dataclasses import dataclass
from datetime import datetime

from engine.refusals.refusal import Refusal


@dataclass
class PeriodHeld(Refusal):
    """Another admin has locked the period until then; `period` is its id."""

    by: str
    until: datetime
    period: int


@dataclass
class LockOver(Refusal):
    """Nobody holds it any more."""


@dataclass
class LockUnchanged(Refusal):
    """It is so already."""


@dataclass
class NotHolder(Refusal):
    """Only whoever holds it can do that."""

    by: str


@dataclass
class LockOwn(Refusal):
    """The month is theirs to change anyway."""


@dataclass
class LockAskedFor(Refusal):
    """Somebody has asked for it already."""

    by: str


@dataclass
class NobodyAsks(Refusal):
    """Nobody would like to have it, or that is answered."""


@dataclass
class HelpersFull(Refusal):
    most: int


@dataclass
class PeriodNotFinal(Refusal):
    """Its allocation can be changed anyway."""


@dataclass
class MonthFinal(Refusal):
    """The booking is part of a final month: it can be cancelled, and not moved."""


@dataclass
class DateFinal(Refusal):
    """So many seats of the event are given by a final month: it stays when it is."""

    count: int


@dataclass
class UnlockPending(Refusal):
    """Somebody has asked for it already."""

    by: str


@dataclass
class UnlockOpen(Refusal):
    """The month is open until then."""

    until: datetime


@dataclass
class UnlockOver(Refusal):
    """It was answered, or its time is up."""


@dataclass
class SecondAdminNeeded(Refusal):
    """Whoever asks cannot be the one who agrees."""
