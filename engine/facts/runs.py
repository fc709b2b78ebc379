"""The month's versions: made, changed, final."""

from dataclasses import dataclass, replace
from typing import ClassVar

from engine.facts.subject import Subject
from engine.planning import AdjustmentKind, Document, Ordering, Strategy


@dataclass(frozen=True, slots=True)
class PeriodPlanned:
    """Its allocation has begun, so that wishes do not open again."""

    subject: ClassVar[Subject] = "period"
    id: int
    month: str


@dataclass(frozen=True, slots=True)
class RunStarted:
    """A version of the allocation is computed. `base`: the number of the one whose placements it keeps where it can."""

    subject: ClassVar[Subject] = "run"
    id: int
    period_id: int
    number: int
    strategy: Strategy
    ordering: Ordering
    base: int | None
    input_hash: str
    document: Document


@dataclass(frozen=True, slots=True)
class RunMade:
    """The version is there; `output` with all of it, `people` have a place, `short` have fewer than they want."""

    subject: ClassVar[Subject] = "run"
    id: int
    period_id: int
    number: int
    people: int
    short: int
    output: Document


@dataclass(frozen=True, slots=True)
class RunStopped:
    """An admin did not want to wait for it."""

    subject: ClassVar[Subject] = "run"
    id: int
    period_id: int
    number: int


@dataclass(frozen=True, slots=True)
class RunFailed:
    """It came to nothing. `cause`: the code by which the log knows why, or "interrupted" when the process that computed
    it has ended ("lost" in older histories)."""

    subject: ClassVar[Subject] = "run"
    id: int
    period_id: int
    number: int
    cause: str


@dataclass(frozen=True, slots=True)
class PlacementPinned:
    """The person has a place at this event in every later run."""

    subject: ClassVar[Subject] = "adjustment"
    id: int
    period_id: int
    person_id: int
    event_id: int


@dataclass(frozen=True, slots=True)
class PlacementMoved:
    """There instead of here, in every later run."""

    subject: ClassVar[Subject] = "adjustment"
    id: int
    period_id: int
    person_id: int
    event_id: int
    from_event_id: int


@dataclass(frozen=True, slots=True)
class PersonExcluded:
    """The person gets no place at this event, or (None) at none of the month, in any later run."""

    subject: ClassVar[Subject] = "adjustment"
    id: int
    period_id: int
    person_id: int
    event_id: int | None


@dataclass(frozen=True, slots=True)
class AdjustmentEnded:
    """It counts no more; `replaced`: by a later one of the same decision."""

    subject: ClassVar[Subject] = "adjustment"
    id: int
    kind: AdjustmentKind
    person_id: int
    replaced: bool = False


@dataclass(frozen=True, slots=True)
class RunFinalized:
    """This version is the month's. `bookings`: which booking each placement became, by person and event."""

    subject: ClassVar[Subject] = "run"
    id: int
    period_id: int
    number: int
    bookings: tuple[tuple[int, int, int], ...]


@dataclass(frozen=True, slots=True)
class ResultGiven:
    """What the month has come to for one person, and why; `credit` counts their months without a place from now on.
    `entry_id`: their place in line instead, at `event_id`."""

    subject: ClassVar[Subject] = "result"
    id: int
    period_id: int
    run_id: int
    person_id: int
    wanted: int
    got: int
    reason: str
    credit_before: int
    credit: int
    event_id: int | None = None
    entry_id: int | None = None


@dataclass(frozen=True, slots=True)
class PeriodFinalized:
    """The month's allocation is what has been booked, and does not change any more."""

    subject: ClassVar[Subject] = "period"
    id: int
    month: str
    run_id: int
    number: int
    people: int
    short: int


RunFact = (
    PeriodPlanned
    | RunStarted
    | RunMade
    | RunStopped
    | RunFailed
    | PlacementPinned
    | PlacementMoved
    | PersonExcluded
    | AdjustmentEnded
    | RunFinalized
    | ResultGiven
    | PeriodFinalized
)


def as_filed(fact: RunFact) -> RunFact:
    """As the history has it: the documents of a run stand in its own row, its bookings in those of its placements."""
    match fact:
        case RunStarted():
            return replace(fact, document={})
        case RunMade():
            return replace(fact, output={})
        case RunFinalized():
            return replace(fact, bookings=())
        case _:
            return fact
