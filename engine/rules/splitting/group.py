"""Siblings, who waits for them, and the plan."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Why = Literal["own", "only_here", "own_unfit", "own_full", "balance"]
"""Why there: it is their own event; it is the only sibling with so many free seats that suits them; their own event
does not suit them, or is not in the group; it has not enough seats left; or it is so that the siblings fill evenly."""

Reason = Literal["placed", "nowhere", "too_large", "full", "no_fit", "not_found"]
"""Why not: they are placed by another of their places in line; none of the siblings suits them; no sibling that suits
them has so many free seats; all that suits them goes to people before them; seats are left there, but not enough
together; or no way was found to place the party, without a proof that there is none."""

Aim = Literal["order", "evenness", "asking"]
"""What a plan seeks, in this order."""


@dataclass(frozen=True, slots=True)
class Sibling:
    """One event of the group. `used` seats are booked, offered or held."""

    id: int
    capacity: int
    used: int
    starts_at: datetime

    @property
    def free(self) -> int:
        """Seats that the plan may give; none while more are used than there should be."""
        return max(self.capacity - self.used, 0)


@dataclass(frozen=True, slots=True)
class Waiter:
    """A place in line. `home` is the sibling in whose line it is, None the reserve list; `may` are the siblings that
    the person could take (time windows, reachable, not booked there already: the caller judges that)."""

    entry_id: int
    person_id: int
    seats: int
    priority: int
    joined: datetime
    home: int | None
    may: tuple[int, ...]

    @property
    def turn(self) -> tuple[int, datetime, int]:
        """Sorts the union of all lines: higher priority first, then who joined first."""
        return (-self.priority, self.joined, self.entry_id)


@dataclass(frozen=True, slots=True)
class Placement:
    """`seats` for this entry at this sibling."""

    entry_id: int
    person_id: int
    seats: int
    home: int | None
    sibling: int
    why: Why

    @property
    def elsewhere(self) -> bool:
        """Whether the person is asked to go to another event than the one they wait for."""
        return self.home is not None and self.home != self.sibling


@dataclass(frozen=True, slots=True)
class Left:
    """An entry that stays in line."""

    entry_id: int
    person_id: int
    reason: Reason


@dataclass(frozen=True, slots=True)
class Fill:
    """Used seats of a sibling before and after the plan."""

    sibling: int
    capacity: int
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class SplitPlan:
    """Placements and those left in line order; fills by start, then id. `unproven` is the first aim that may be
    missed; None when the plan is exact."""

    placements: tuple[Placement, ...]
    left: tuple[Left, ...]
    fills: tuple[Fill, ...]
    unproven: Aim | None = None

    @property
    def exact(self) -> bool:
        """Whether there is no better plan."""
        return self.unproven is None

    @property
    def evenness_before(self) -> float:
        """Jain's index of the fills as they are."""
        return evenness([fill.before / fill.capacity for fill in self.fills if fill.capacity])

    @property
    def evenness_after(self) -> float:
        """Jain's index of the fills as planned."""
        return evenness([fill.after / fill.capacity for fill in self.fills if fill.capacity])


def evenness(fills: Sequence[float]) -> float:
    """Jain's fairness index (Jain, Chiu, Hawe 1984): 1 when all are equal, 1/n when one has everything. For showing;
    nothing is decided by it."""
    squares = sum(fill * fill for fill in fills)
    return sum(fills) ** 2 / (len(fills) * squares) if squares else 1.0
