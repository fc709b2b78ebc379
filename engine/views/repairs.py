"""Repairs of a final month."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from engine.repairs import RepairStatus
from engine.views.history import EventNamed


@dataclass(frozen=True, slots=True)
class RepairLine:
    """Who would go where, or has gone; `rank_before` 0: it was not wished for. `lost`: `source` was called off."""

    person_id: int
    person_name: str
    source: EventNamed
    target: EventNamed
    seats: int
    rank: int
    rank_before: int
    lost: bool
    agreed: bool = False


@dataclass(frozen=True, slots=True)
class RepairCard:
    """A repair of a final month that was proposed; `cause`: why it was withdrawn."""

    id: int
    period_id: int
    month: str
    timezone: str
    status: RepairStatus
    cause: str
    expires_at: datetime
    made_by: str
    lines: Sequence[RepairLine]

    @property
    def left(self) -> int:
        """How many have not said yes."""
        return sum(not line.agreed for line in self.lines)

    def of(self, person_id: int) -> RepairLine | None:
        """What it is for this person."""
        return next((line for line in self.lines if line.person_id == person_id), None)
