"""The fair order: who stands first chooses first.

Units are asked in the order of priority, then credit, then lot. Each takes the best wish that it can have. Where all
want one session this is serial dictatorship by one order, which is also what deferred acceptance gives where all
sessions have the same order (Gale and Shapley 1962; Abdulkadiroğlu and Sönmez 1998): nobody misses a session that
somebody after them got and that they could have had, nobody can gain by stating other wishes, and no two could both
gain by an exchange. Those who want several choose one at a time, in rounds of their class that turn back at the end
(1, 2, 3, 3, 2, 1, …), as in the draft of a course (Budish and Cantillon 2012); the next class comes after them.
"""

from collections.abc import Iterator
from itertools import groupby

from engine.rules.allocation.board import Board
from engine.rules.allocation.case import Case, Choice
from engine.rules.allocation.problem import BALANCED


def draft(case: Case, closed: frozenset[int] = frozenset()) -> Board:
    """The placements in the fair order; `closed` are sessions that are not held."""
    board = Board(case, closed)
    pick(board, case.order)
    return board


def pick(board: Board, order: list[int]) -> None:
    """Let the units choose, class by class, until nobody can have more; and again if a session was opened meanwhile."""
    closed = set(board.closed)
    standing = board.case.classes.tolist()
    for _, members in groupby(order, key=standing.__getitem__):
        asked = list(members)
        while asked:
            asked = [unit for unit in asked if _takes(board, unit)][::-1]
    if closed != board.closed:
        pick(board, order)


def _takes(board: Board, unit: int) -> bool:
    """Whether the unit took one and may take another."""
    one = board.case.units[unit]
    if len(board.got[unit]) >= one.count:
        return False
    choice = next(_best(board, unit), None)
    if choice is None:
        return False
    board.place(unit, choice.session)
    return one.count > len(board.got[unit])


def _best(board: Board, unit: int) -> Iterator[Choice]:
    """The best wishes that can come true: among equal ones the emptiest session (`fast_fill`: the fullest)."""
    for _, tied in groupby(board.case.units[unit].choices, key=lambda choice: choice.tier):
        fitting = [one for one in tied if board.obstacle(unit, one.session) is None]
        if fitting:
            yield min(fitting, key=lambda one: _taste(board, one.session))


def _taste(board: Board, session: int) -> tuple[float, int]:
    case = board.case
    part = board.left[session] / case.capacities[session]
    return (-part if case.problem.strategy == BALANCED else part), int(case.session_lots[session])
