"""What a rule of a month's allocation sees: the period under its lock, what everybody wishes, the events with their
free seats, the runs so far and what admins have adjusted.

A run is one version of an allocation: its input, and what came of it. Both are documents as `engine.rules.allocation`
has them. A run holds no seat: nothing is booked before the month is finalized.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Literal

from engine.month import Month

Document = Mapping[str, Any]
"""As JSON has it. People and sessions are the ids of participants and events, written as texts."""

Strategy = Literal["fast_fill", "balanced"]
Ordering = Literal["most", "fair"]
RunStatus = Literal["running", "done", "stopped", "failed"]
AdjustmentKind = Literal["pin", "move", "exclude"]
AdjustmentSaid = Literal["pin", "move", "there", "out", "out-all"]
"""What an admin has said already: pinned there, moved there, is there anyhow, left out of the date, or of the month."""
PinOff = Literal["person", "date", "collides", "full"]
"""Why a pin was not kept: the person is not among those who wish, the event takes nobody, it does not go with another
pin of theirs, or no seat is left."""

MOST_CREDIT = 6
BOOKED = "booked"
"""Why somebody was in no draw: they had booked all that they wanted."""

LEASE = timedelta(seconds=60)
"""So long a process that computes a run counts as alive since it last said so."""


@dataclass(frozen=True, slots=True)
class Run:
    """`base`: the number of the run whose placements it keeps where it can. `document` and `output` are there for the
    run that a decision is about, and `output` only once it is done. `leased_until`: until then its process, which says
    so again and again while it computes, counts as alive."""

    id: int
    period_id: int
    number: int
    strategy: Strategy
    ordering: Ordering
    status: RunStatus
    started_at: datetime
    base: int | None = None
    input_hash: str = ""
    document: Document = field(default_factory=dict)
    output: Document = field(default_factory=dict)
    final: bool = False
    leased_until: datetime | None = None
    version: int = 1

    def abandoned(self, now: datetime) -> bool:
        """Whether nobody computes it any more, although nothing has come of it."""
        return self.status == "running" and now >= (self.leased_until or self.started_at + LEASE)


@dataclass(frozen=True, slots=True)
class Adjustment:
    """What an admin wants of every later run. "pin": this person has a place at this event; "move": there instead of at
    `from_event_id`; "exclude": not at this event, or (None) at none of the month."""

    id: int
    period_id: int
    person_id: int
    kind: AdjustmentKind
    event_id: int | None
    from_event_id: int | None = None
    version: int = 1


@dataclass(frozen=True, slots=True)
class Seating:
    """An event of the month: `free` seats, and how many people are in its line already."""

    id: int
    starts_at: datetime
    ends_at: datetime
    status: Literal["open", "closed", "cancelled"]
    capacity: int
    free: int
    minimum: int = 0
    waiting: int = 0


@dataclass(frozen=True, slots=True)
class Wisher:
    """Somebody who wishes: how many months they have been without a place, the highest priority with which they wait
    for anything of the month, and what they have booked already, whether they can be written to."""

    person_id: int
    credit: int = 0
    priority: int = 0
    booked: frozenset[int] = frozenset()
    reachable: bool = True


@dataclass(frozen=True, slots=True)
class Planning:
    """A period with all that its allocation depends on. month: with everybody's wishes and all friendships. runs: all
    of the period, by number. adjustments: the active ones. Seatings: every event of a group in the month."""

    month: Month
    seatings: Mapping[int, Seating] = field(default_factory=dict)
    wishers: Mapping[int, Wisher] = field(default_factory=dict)
    adjustments: tuple[Adjustment, ...] = ()
    runs: tuple[Run, ...] = ()

    def run(self, run_id: int) -> Run | None:
        """The run with this id."""
        return next((run for run in self.runs if run.id == run_id), None)

    def last_done(self) -> Run | None:
        """The newest run that came to an end."""
        return next((run for run in reversed(self.runs) if run.status == "done"), None)

    def open_run(self) -> Run | None:
        """The run that is under way."""
        return next((run for run in self.runs if run.status == "running"), None)


def credit_after(before: int, got: int) -> int:
    """The ledger after a month: one more month without a place, six at most; half of them, rounded down, with one."""
    return before // 2 if got else min(before + 1, MOST_CREDIT)
