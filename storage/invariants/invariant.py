"""One invariant."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Invariant:
    """`sql` selects the id of each row that breaks it. Due work is overdue before `:late`, a letter stuck before
    `:stuck`."""

    number: int
    name: str
    sql: str
    bound: Literal["S", "L"] = "S"
