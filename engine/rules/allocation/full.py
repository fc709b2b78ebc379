"""As many as possible under all rules: near the optimum by relaxing, fixing and repairing, and how near is known.

1. Relax: the linear programme may divide seats; its worth is a bound that no plan exceeds.
2. Fix: what it gives whole to somebody stays; the rest is decided by branch and bound (Land and Doig 1960) on a core:
   the columns that are divided, those of everybody concerned, and those whose reduced costs are the smallest (core of
   a 0-1 programme: Balas and Zemel 1980; Pisinger 1999).
3. Prove or widen: while the worth is farther from the bound than is allowed, the core is made larger.
Small problems are solved whole at once. The corner, its prices and the best plan of each core are single ones, so that
it does not matter which way the solver comes to them (`programme`).
"""

import numpy as np
from numpy.typing import NDArray

from engine.rules.allocation.board import Board
from engine.rules.allocation.case import Case
from engine.rules.allocation.drafting import draft, pick
from engine.rules.allocation.minimums import with_minimums
from engine.rules.allocation.modelling import Model, model
from engine.rules.allocation.problem import BALANCED
from engine.rules.allocation.programme import Relaxed, Vector, best, relaxed
from engine.rules.allocation.simple import VALUE_KEPT, distance, even_enough, wishes_of

SMALL = 150  # columns: so few are solved whole
CORE, WIDENED = 400, 4  # how many columns beyond those that are divided, and how much more in each attempt
ATTEMPTS = 3
NEAR = 0.0005  # of the value: so near to the bound is near enough
TOUCHED = 2.0**-6  # so far from whole is divided; less may come of the hairs
FLAT = 2.0**-10  # so small a price is none
UNEVENNESS = (1, 3, 8)  # what the last seat of a session costs, in the usual distance of two wishes


def most_under_rules(case: Case) -> Board:
    """The plan; `balanced` gives up a little value for evenness where seats are left over."""
    board, value = _planned(case, 0.0)
    if case.problem.strategy == BALANCED:
        usual = distance(wishes_of(case))
        for step in UNEVENNESS:
            if even_enough(case.capacities, board.left):
                break
            other, kept = _planned(case, float(step * usual))
            if kept < VALUE_KEPT * value or sum(other.left) > sum(board.left):
                break
            board = other
    return board


def _planned(case: Case, unevenness: float) -> tuple[Board, int]:
    """The best plan that is found, and its value."""
    made = model(case, unevenness)
    if not made.columns:
        return _board(case, made, np.zeros(0)), 0
    whole = best(made.programme) if len(made.columns) <= SMALL else None
    numbers = whole.numbers if whole is not None else _near(made)
    board = _board(case, made, numbers) if numbers is not None else with_minimums(case, draft)
    return board, _value(board)


def _near(made: Model) -> Vector | None:
    """The best of a core that is widened until it is near enough to the bound."""
    corner = relaxed(made.programme)
    allowed = NEAR * float(np.dot(corner.numbers[made.columns], made.values))
    found = None
    for attempt in range(ATTEMPTS):
        free = _core(made, corner, CORE * WIDENED**attempt)
        wider = best(made.programme, (free, np.round(corner.numbers)))
        if wider is not None and (wider.proven or found is None):
            found = wider.numbers
            if corner.bound - float(np.dot(found, made.programme.worth)) <= allowed:
                break
    return found


def _core(made: Model, corner: Relaxed, size: int) -> NDArray[np.bool_]:
    """The columns that are decided anew."""
    programme = made.programme
    whole = np.array(programme.whole, dtype=np.bool_)
    divided = whole & (np.abs(corner.numbers - np.round(corner.numbers)) > TOUCHED)
    free = divided | ~whole | (np.abs(corner.prices) < FLAT)
    columns, units = np.array(made.columns), np.array(made.units)
    free[list(made.held.values())] = True
    concerned = np.isin(units, units[divided[columns]])
    free[columns[concerned]] = True
    nearest = np.argsort(np.where(free, np.inf, np.abs(corner.prices)), kind="stable")[:size]
    free[nearest] = True
    return free


def _board(case: Case, made: Model, numbers: Vector) -> Board:
    """The plan as placements. A session with a minimum that nobody is in is not held; whoever alone is enough for one,
    and whoever fits anywhere else, goes there."""
    taken = [k for k, column in enumerate(made.columns) if numbers[column] > 0.5]
    used = {made.sessions[k] for k in taken}
    board = Board(case, (i for i, minimum in enumerate(case.minimums) if minimum and i not in used))
    for k in taken:
        board.place(made.units[k], made.sessions[k])
    pick(board, case.order)
    return board


def _value(board: Board) -> int:
    worth = ({choice.session: choice.value for choice in unit.choices} for unit in board.case.units)
    return sum(values[session] for values, got in zip(worth, board.got, strict=True) for session in got)
