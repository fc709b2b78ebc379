"""The month: who gets which sessions.

Pure and deterministic: no clock, no file, no chance but lots from the seed; the order in which people and sessions are
written says nothing. What is optimised in which order, what is guaranteed and what cannot be, is in docs/allocation.md.

The solvers are heavy, so nothing of them is imported before the first allocation.
"""

from engine.rules.allocation.problem import Allocation, InputWrong, Problem

__all__ = ["Allocation", "InputWrong", "Problem", "allocate"]


def allocate(problem: Problem) -> Allocation:
    """The allocation of the problem, by its order and strategy: always one that keeps all rules. The same problem gives
    the same answer, whatever the machine."""
    from engine.rules.allocation.methods import allocated

    return allocated(problem)
