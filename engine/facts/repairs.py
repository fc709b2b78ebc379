"""The smallest moves that make good a lost place of a final month."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, Literal

from engine.facts.subject import Subject
from engine.repairs import RepairMove, Withdrawal


@dataclass(frozen=True, slots=True)
class RepairProposed:
    """Everybody whom it moves is asked until `expires_at`. `holds`: which hold keeps its free seats, by event."""

    subject: ClassVar[Subject] = "repair"
    id: int
    period_id: int
    expires_at: datetime
    moves: tuple[RepairMove, ...]
    holds: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class RepairAsked:
    """One of them is asked."""

    subject: ClassVar[Subject] = "repair"
    id: int
    period_id: int
    person_id: int


@dataclass(frozen=True, slots=True)
class RepairExtended:
    """Nobody could be served for a while: whoever is asked can answer until then."""

    subject: ClassVar[Subject] = "repair"
    id: int
    period_id: int
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class RepairAskedAnew:
    """One of them hears that there is more time to answer."""

    subject: ClassVar[Subject] = "repair"
    id: int
    period_id: int
    person_id: int


@dataclass(frozen=True, slots=True)
class RepairTold:
    """One of them hears how it ended: "done", or why nobody moves."""

    subject: ClassVar[Subject] = "repair"
    id: int
    period_id: int
    person_id: int
    how: Withdrawal | Literal["done"]


@dataclass(frozen=True, slots=True)
class RepairAgreed:
    """One of them has said yes."""

    subject: ClassVar[Subject] = "repair"
    id: int
    period_id: int
    person_id: int


@dataclass(frozen=True, slots=True)
class RepairDone:
    """All have said yes, and are where they would be. `bookings`: which booking each has now, by person."""

    subject: ClassVar[Subject] = "repair"
    id: int
    period_id: int
    bookings: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class RepairWithdrawn:
    """Nobody moves. `cause`: somebody said no ("declined", `person_id` says who), not all answered in time ("expired"),
    something is not as it was ("changed"), or an admin took it back ("admin")."""

    subject: ClassVar[Subject] = "repair"
    id: int
    period_id: int
    cause: Withdrawal
    person_id: int | None = None


RepairFact = (
    RepairProposed
    | RepairAsked
    | RepairExtended
    | RepairAskedAnew
    | RepairAgreed
    | RepairTold
    | RepairDone
    | RepairWithdrawn
)
