"""The flow of least cost: OR-Tools' SimpleMinCostFlow (cost scaling by Goldberg and Tarjan 1990, Bünnagel, Korte and
Vygen 1998), in whole numbers throughout, so that a result is exact and the same everywhere."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.rules.allocation.lots import Numbers

MOST_COST = 2**61  # what the solver can add up, its scaling by the number of nodes included


class SolverFailed(Exception):
    """The solver did not do what it promises: a fault of the program, never of the input."""


@dataclass(frozen=True, slots=True)
class Arcs:
    """Who may go where: one entry in each array for each wish."""

    units: Numbers
    sessions: Numbers
    costs: Numbers


@dataclass(frozen=True, slots=True)
class Outlets:
    """The seats of the sessions: one entry for each part of a session that costs the same."""

    sessions: Numbers
    seats: Numbers
    costs: Numbers


def cost_limit(units: int, sessions: int) -> int:
    """The largest cost of a wish that the solver takes with so many nodes."""
    return MOST_COST // (4 * (units + sessions + 2))


def cheapest(arcs: Arcs, outlets: Outlets, units: int, sessions: int) -> NDArray[np.bool_]:
    """Which wishes come true: as many as there can be, one for each unit, and of these the cheapest in sum."""
    from ortools.graph.python import min_cost_flow

    solver = min_cost_flow.SimpleMinCostFlow()
    sink = units + sessions
    ones = np.ones(len(arcs.units), dtype=np.int64)
    solver.add_arcs_with_capacity_and_unit_cost(arcs.units, units + arcs.sessions, ones, arcs.costs)
    ends = np.full(len(outlets.sessions), sink, dtype=np.int64)
    solver.add_arcs_with_capacity_and_unit_cost(units + outlets.sessions, ends, outlets.seats, outlets.costs)
    supplies = np.zeros(sink + 1, dtype=np.int64)
    supplies[:units], supplies[sink] = 1, -units
    solver.set_nodes_supplies(np.arange(sink + 1, dtype=np.int64), supplies)
    status = solver.solve_max_flow_with_min_cost()
    if status != solver.OPTIMAL:
        raise SolverFailed(f"the flow ended as {status}")
    flows: NDArray[np.int64] = solver.flows(np.arange(len(arcs.units), dtype=np.int64))
    return flows > 0
