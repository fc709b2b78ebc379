"""A month from its opening to the last wish."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, Literal

from engine.facts.subject import Subject
from engine.month import AtMost, Ranked


@dataclass(frozen=True, slots=True)
class PeriodOpened:
    """Wishes for a calendar month are open. Facts of the month are about no event: see `ports.Months`."""

    subject: ClassVar[Subject] = "period"
    id: int
    account_id: int
    month: str
    wishes_until: datetime
    seed_hash: str


@dataclass(frozen=True, slots=True)
class PeriodExtended:
    """Wishes are open until another moment, which may be an earlier one."""

    subject: ClassVar[Subject] = "period"
    id: int
    month: str
    wishes_until: datetime


@dataclass(frozen=True, slots=True)
class PeriodClosed:
    """No wish changes any more; `early`: by an admin, before its time."""

    subject: ClassVar[Subject] = "period"
    id: int
    month: str
    early: bool


@dataclass(frozen=True, slots=True)
class PeriodReopened:
    """It was closed, and wishes can change again."""

    subject: ClassVar[Subject] = "period"
    id: int
    month: str
    wishes_until: datetime


@dataclass(frozen=True, slots=True)
class WishesStated:
    """Everything that the person wants of the period, not only what is new. `source`: their own, or theirs of a month
    before, which stays."""

    subject: ClassVar[Subject] = "wish"
    id: int
    period_id: int
    person_id: int
    choices: tuple[Ranked, ...]
    count: int
    at_most: AtMost
    weekdays: tuple[int, ...]
    seats: int
    names: tuple[str, ...]
    standing: bool
    source: Literal["self", "standing"] = "self"


@dataclass(frozen=True, slots=True)
class WishesWithdrawn:
    """The person wants nothing of the period any more."""

    subject: ClassVar[Subject] = "wish"
    id: int
    person_id: int


@dataclass(frozen=True, slots=True)
class WishesAsked:
    """The person was reminded that wishes are open."""

    subject: ClassVar[Subject] = "wish"
    id: int
    period_id: int
    person_id: int


@dataclass(frozen=True, slots=True)
class WishesShifted:
    """Their period closes, or (`closed`) has closed, at another time than they were told."""

    subject: ClassVar[Subject] = "wish"
    id: int
    person_id: int
    closed: bool = False


@dataclass(frozen=True, slots=True)
class FriendshipAsked:
    """The person wants to come together with whomever they give the link."""

    subject: ClassVar[Subject] = "friendship"
    id: int
    period_id: int
    person_id: int


@dataclass(frozen=True, slots=True)
class FriendshipAgreed:
    """The other one wants it too."""

    subject: ClassVar[Subject] = "friendship"
    id: int
    person_id: int


@dataclass(frozen=True, slots=True)
class FriendshipEnded:
    """One of them does not want it any more. `told`: the other one, who hears of it."""

    subject: ClassVar[Subject] = "friendship"
    id: int
    person_id: int
    told: int | None = None


MonthFact = (
    PeriodOpened
    | PeriodExtended
    | PeriodClosed
    | PeriodReopened
    | WishesStated
    | WishesWithdrawn
    | WishesAsked
    | WishesShifted
    | FriendshipAsked
    | FriendshipAgreed
    | FriendshipEnded
)
