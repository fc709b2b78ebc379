"""The rules of several sessions as a linear programme, and HiGHS (Huangfu and Hall 2018), as scipy brings it, to solve
it. Everything is maximised. No clock ends a search, only a number of steps, so that a run is like any other."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.rules.allocation.flow import SolverFailed

Vector = NDArray[np.float64]
STEPS = 2_000  # of branch and bound


@dataclass(slots=True)
class Programme:
    """Columns (what is decided) and rows (sums of columns that have an upper bound), as they are added."""

    worth: list[float] = field(default_factory=list)
    most: list[float] = field(default_factory=list)
    whole: list[int] = field(default_factory=list)
    bounds: list[float] = field(default_factory=list)
    _rows: list[int] = field(default_factory=list)
    _columns: list[int] = field(default_factory=list)
    _factors: list[float] = field(default_factory=list)

    def column(self, worth: float, most: float = 1.0, *, whole: bool = True) -> int:
        """A new number from 0 to `most`, each unit of which is worth so much."""
        self.worth.append(worth)
        self.most.append(most)
        self.whole.append(int(whole))
        return len(self.worth) - 1

    def row(self, terms: Iterable[tuple[int, float]], bound: float) -> None:
        """A sum that is at most `bound`."""
        for column, factor in terms:
            self._rows.append(len(self.bounds))
            self._columns.append(column)
            self._factors.append(factor)
        self.bounds.append(bound)

    def matrix(self) -> Any:
        """The rows, as scipy has them."""
        from scipy.sparse import csc_array

        shape = (len(self.bounds), len(self.worth))
        return csc_array((self._factors, (self._rows, self._columns)), shape=shape)


@dataclass(frozen=True, slots=True)
class Relaxed:
    """The best plan if seats could be divided: no whole plan is worth more. `prices` say by how much at most a change
    of the column makes it worse."""

    numbers: Vector
    worth: float
    prices: Vector


def relaxed(programme: Programme) -> Relaxed:
    """The best plan that may divide everything."""
    from scipy.optimize import linprog

    found = linprog(
        -np.array(programme.worth),
        A_ub=programme.matrix(),
        b_ub=np.array(programme.bounds),
        bounds=np.column_stack([np.zeros(len(programme.most)), programme.most]),
        method="highs-ipm",  # ends in a corner, as the simplex method does, and is quicker where there is much
    )
    if found.status != 0:
        raise SolverFailed(f"the linear programme ended as {found.status}: {found.message}")
    prices = np.abs(found.lower.marginals + found.upper.marginals)
    return Relaxed(
        np.asarray(found.x, dtype=np.float64), -float(found.fun), np.asarray(prices, dtype=np.float64)
    )


def best(programme: Programme, least: Vector, most: Vector, near: float = 0.0) -> Vector | None:
    """The best whole plan with every column between `least` and `most`, or one that is `near` to it, measured as a part
    of its worth, or the best that was found in so many steps; None if none was."""
    from scipy.optimize import Bounds, LinearConstraint, milp

    found = milp(
        -np.array(programme.worth),
        integrality=np.array(programme.whole),
        bounds=Bounds(least, most),
        constraints=LinearConstraint(programme.matrix(), -np.inf, np.array(programme.bounds)),
        options={"node_limit": STEPS, "mip_rel_gap": near},
    )
    return None if found.x is None else np.asarray(found.x, dtype=np.float64)
