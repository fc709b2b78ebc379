"""The month: who gets which sessions.

Pure and deterministic: no clock, no file, no chance but lots from the seed; the order in which people and sessions are
written says nothing. What is optimised in which order, what is guaranteed and what cannot be, is in docs/allocation.md.

The solvers are heavy, so nothing of them is imported before the first allocation.
"""

from engine.rules.allocation.collector import undisturbed
from engine.rules.allocation.problem import Allocation, InputWrong, Problem, SolverFailed

__all__ = ["Allocation", "InputWrong", "Problem", "SolverFailed", "allocate"]


@undisturbed
def allocate(problem: Problem) -> Allocation:
    """The allocation of the problem, by its order and strategy: always one that keeps all rules. The same problem gives
    the same answer; under all rules with `most` a solver computes in floating point, and docs/allocation.md says what
    was done and shown for other platforms. Raises InputWrong where the values are too far apart to be computed with,
    SolverFailed where a solver is at fault."""
    from engine.rules.allocation.methods import allocated

    return allocated(problem)
