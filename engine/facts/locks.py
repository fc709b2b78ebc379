"""Who alone may change a month, and the second admin's yes to opening a final one."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, Literal

from engine.facts.subject import Subject


@dataclass(frozen=True, slots=True)
class PeriodLocked:
    """Whoever decided it is the only admin who may change the period now, until then."""

    subject: ClassVar[Subject] = "lock"
    id: int
    period_id: int
    month: str
    until: datetime


@dataclass(frozen=True, slots=True)
class LockExtended:
    subject: ClassVar[Subject] = "lock"
    id: int
    period_id: int
    until: datetime


@dataclass(frozen=True, slots=True)
class HelperNamed:
    """This admin may change the period, too."""

    subject: ClassVar[Subject] = "lock"
    id: int
    period_id: int
    helper_id: int
    name: str


@dataclass(frozen=True, slots=True)
class HelperDropped:
    subject: ClassVar[Subject] = "lock"
    id: int
    period_id: int
    helper_id: int
    name: str


@dataclass(frozen=True, slots=True)
class LockAsked:
    """Somebody else would like to have it."""

    subject: ClassVar[Subject] = "lock"
    id: int
    period_id: int
    asker_id: int
    name: str


@dataclass(frozen=True, slots=True)
class LockKept:
    """The holder does not give it to whoever asked."""

    subject: ClassVar[Subject] = "lock"
    id: int
    period_id: int
    asker_id: int
    name: str


@dataclass(frozen=True, slots=True)
class LockHanded:
    """It is this admin's now."""

    subject: ClassVar[Subject] = "lock"
    id: int
    period_id: int
    holder_id: int
    name: str


@dataclass(frozen=True, slots=True)
class LockEnded:
    """The holder does not need it any more, its time is up, an owner has forced it open, or the month is final."""

    subject: ClassVar[Subject] = "lock"
    id: int
    period_id: int
    cause: Literal["released", "expired", "forced", "final"]


@dataclass(frozen=True, slots=True)
class EditRefused:
    """Somebody else has tried to change the period, for the `count`th time; `edit` is what they tapped."""

    subject: ClassVar[Subject] = "lock"
    id: int
    period_id: int
    edit: str
    count: int


@dataclass(frozen=True, slots=True)
class UnlockAsked:
    """A final month is to be opened for so many minutes; the act has the reason."""

    subject: ClassVar[Subject] = "unlock"
    id: int
    period_id: int
    month: str
    minutes: int
    lapses_at: datetime


@dataclass(frozen=True, slots=True)
class UnlockGranted:
    """A second admin agrees: places of its allocation can be moved until then."""

    subject: ClassVar[Subject] = "unlock"
    id: int
    period_id: int
    until: datetime


@dataclass(frozen=True, slots=True)
class UnlockDenied:
    subject: ClassVar[Subject] = "unlock"
    id: int
    period_id: int


@dataclass(frozen=True, slots=True)
class UnlockLapsed:
    """Nobody has agreed in time."""

    subject: ClassVar[Subject] = "unlock"
    id: int
    period_id: int


@dataclass(frozen=True, slots=True)
class UnlockEnded:
    """The month is locked again: an admin was ready, or the time is up."""

    subject: ClassVar[Subject] = "unlock"
    id: int
    period_id: int
    cause: Literal["ready", "expired"]


LockFact = (
    PeriodLocked
    | LockExtended
    | HelperNamed
    | HelperDropped
    | LockAsked
    | LockKept
    | LockHanded
    | LockEnded
    | EditRefused
    | UnlockAsked
    | UnlockGranted
    | UnlockDenied
    | UnlockLapsed
    | UnlockEnded
)
