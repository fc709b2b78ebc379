"""The rules of several sessions as a linear programme, and HiGHS (Huangfu and Hall 2018), as scipy brings it, to solve
it. Everything is maximised. No clock ends a search, only a number of steps, so that a run is like any other.

The solver's numbers are floating point, and processors differ in their last digits: where several answers are equally
good it may come to another of them elsewhere. So it is only asked what has a single answer, and asked to the end: for
the corner of a programme whose bounds are apart from each other, and for a best plan, not for one that is near to it.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.rules.allocation.lots import FINE, numbered
from engine.rules.allocation.problem import SolverFailed

Vector = NDArray[np.float64]
Core = tuple[NDArray[np.bool_], Vector]
"""Which columns are free, and what the others are."""
STEPS = 2_000  # of branch and bound
HAIR = 2.0**-12  # so little that no seat comes of it, so much that the solver can tell it from nothing


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
    """The best plan if seats could be divided, up to a hair. No whole plan is worth more than `bound`. `prices` say by
    how much a column more makes it better, or worse below zero; of what is divided they are zero."""

    numbers: Vector
    bound: float
    prices: Vector


def relaxed(programme: Programme) -> Relaxed:
    """The best plan that may divide everything. Every bound is higher by a hair, each by another one: so no two corners
    are the same point, and the best one has one set of prices only (Charnes 1952). What the prices say of the bounds as
    they are holds all the same (weak duality)."""
    from scipy.optimize import linprog

    worth, bounds, matrix = np.array(programme.worth), np.array(programme.bounds), programme.matrix()
    found = linprog(
        -worth,
        A_ub=matrix,
        b_ub=bounds + _hairs(len(bounds)),
        bounds=np.column_stack([np.zeros(len(programme.most)), programme.most]),
        method="highs-ipm",  # ends in a corner, as the simplex method does, and is quicker where there is much
    )
    if found.status != 0:
        raise SolverFailed(f"the linear programme ended as {found.status}: {found.message}")
    rows = np.maximum(-found.ineqlin.marginals, 0.0)
    prices = worth - matrix.T @ rows
    bound = float(rows @ bounds + np.maximum(prices, 0.0) @ np.array(programme.most))
    return Relaxed(np.asarray(found.x, dtype=np.float64), bound, np.asarray(prices, dtype=np.float64))


def _hairs(rows: int) -> Vector:
    """As many different ones, always the same."""
    return np.asarray(HAIR * (0.5 + numbered(rows) / FINE), dtype=np.float64)


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole plan, and whether it is the best one: not if the search ended before it was sure."""

    numbers: Vector
    proven: bool


def best(programme: Programme, core: Core | None = None) -> Whole | None:
    """The best whole plan, or the best that was found in so many steps; None if none was. Of a core only what is free
    is decided: the solver does not see the rest, so that its sums are small and exact."""
    from scipy.optimize import Bounds, LinearConstraint, milp

    every = len(programme.worth)
    free, fixed = core or (np.ones(every, dtype=np.bool_), np.zeros(every))
    numbers, columns = np.where(free, 0.0, fixed), np.flatnonzero(free)
    matrix = programme.matrix()
    found = milp(
        -np.array(programme.worth)[columns],
        integrality=np.array(programme.whole)[columns],
        bounds=Bounds(0.0, np.array(programme.most)[columns]),
        constraints=LinearConstraint(
            matrix[:, columns], -np.inf, np.array(programme.bounds) - matrix @ numbers
        ),
        options={"node_limit": STEPS, "mip_rel_gap": 0.0},
    )
    if found.x is None:
        return None
    numbers[columns] = found.x
    return Whole(numbers, found.status == 0)
