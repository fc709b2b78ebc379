"""Another machine, as far as one machine can be another: the solver gets the same question with its columns and rows in
another order, and with what they are worth a hair apart. So it goes another way to its answer, as it may where numbers
are rounded otherwise, and comes to the same one only if there is no other that is as good."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import scipy.optimize
from scipy.optimize import Bounds, LinearConstraint

HAIR = 1e-12
"""Of what a column is worth; a processor's own roundings are 1e-16."""
ALIKE = 1e-9
"""The same where all stand equal: there seats outweigh lots by less."""


def elsewhere(patch: pytest.MonkeyPatch, machine: int, hair: float = HAIR) -> None:
    """From now on the solvers go the ways of that machine."""
    patch.setattr(scipy.optimize, "linprog", _Linear(machine, hair, scipy.optimize.linprog))
    patch.setattr(scipy.optimize, "milp", _Whole(machine, hair, scipy.optimize.milp))


class _Solver:
    def __init__(self, machine: int, hair: float, real: Any) -> None:
        self.machine, self.hair, self.real = machine, hair, real

    def turned(self, costs: Any, matrix: Any) -> tuple[Any, Any, Any, Any]:
        """The columns and rows in their new order, the costs, and the matrix."""
        chance = np.random.default_rng(self.machine)
        columns, rows = (chance.permutation(length) for length in matrix.shape[::-1])
        jittered = np.asarray(costs) * (1 + self.hair * chance.uniform(-1, 1, len(columns)))
        return columns, rows, jittered[columns], matrix.tocsc()[:, columns].tocsr()[rows].tocsc()


class _Linear(_Solver):
    def __call__(self, c: Any, *, A_ub: Any, b_ub: Any, bounds: Any, method: str) -> Any:  # noqa: N803 - scipy's
        columns, rows, costs, matrix = self.turned(c, A_ub)
        found = self.real(costs, A_ub=matrix, b_ub=b_ub[rows], bounds=bounds[columns], method=method)
        if found.x is not None:
            found.x = found.x[np.argsort(columns)]
            found.ineqlin.marginals = found.ineqlin.marginals[np.argsort(rows)]
        return found


class _Whole(_Solver):
    def __call__(self, c: Any, *, integrality: Any, bounds: Any, constraints: Any, options: Any) -> Any:
        columns, rows, costs, matrix = self.turned(c, constraints.A)
        upper = np.broadcast_to(constraints.ub, len(rows))[rows]
        found = self.real(
            costs,
            integrality=np.asarray(integrality)[columns],
            bounds=Bounds(*(np.broadcast_to(each, len(columns))[columns] for each in (bounds.lb, bounds.ub))),
            constraints=LinearConstraint(matrix, -np.inf, upper),
            options=options,
        )
        if found.x is not None:
            found.x = found.x[np.argsort(columns)]
        return found
