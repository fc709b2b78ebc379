"""What must be true of the rows, as SQL that says the same on both engines: each query returns what breaks it.

The numbers are those of the design's list of invariants. "S" holds after every commit; "L" within a bound of time,
as the world outside (a person who comes back, a clock that ticks) changes without a commit.
"""

from storage.invariants.history import HISTORY
from storage.invariants.invariant import Invariant
from storage.invariants.line import LINE
from storage.invariants.month import MONTH
from storage.invariants.persons import PERSONS
from storage.invariants.post import POST
from storage.invariants.requests import REQUESTS
from storage.invariants.seats import SEATS
from storage.invariants.time import TIME

INVARIANTS: tuple[Invariant, ...] = (*SEATS, *PERSONS, *LINE, *REQUESTS, *MONTH, *HISTORY, *POST, *TIME)

__all__ = ["INVARIANTS", "Invariant"]
