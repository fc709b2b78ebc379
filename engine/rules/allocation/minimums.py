"""Sessions with a minimum are held with so many or not at all.

Where the method cannot see to it itself: all are held at first; while one stays below its minimum, the one that lacks
the largest part of it is not held, and everybody chooses anew, so that its people go elsewhere. When all that are held
reach it, each of the others is tried once more, as the closing of a later one may have sent people to it. A session that was not held and that the seats of a single unit are enough for is opened again.
"""

from collections.abc import Callable

from engine.rules.allocation.board import Board
from engine.rules.allocation.case import Case

Method = Callable[[Case, frozenset[int]], Board]


def with_minimums(case: Case, method: Method) -> Board:
    """What the method gives with the sessions that can be held."""
    closed = frozenset(i for i, minimum in enumerate(case.minimums) if minimum > case.capacities[i])
    board = method(case, closed)
    while below := lacking(board):
        closed |= {max(below, key=lambda i: (below[i], int(case.session_lots[i])))}
        board = method(case, closed)
    for i in sorted(closed, key=lambda i: int(case.session_lots[i])):
        again = method(case, closed - {i})
        if case.minimums[i] <= case.capacities[i] and not lacking(again):
            board, closed = again, closed - {i}
    return board


def lacking(board: Board) -> dict[int, float]:
    """The sessions that are held below their minimum, each with the part of it that it lacks."""
    case = board.case
    found = {}
    for i, minimum in enumerate(case.minimums):
        used = case.capacities[i] - board.left[i]
        if i not in board.closed and used < minimum:
            found[i] = 1 - used / minimum
    return found
