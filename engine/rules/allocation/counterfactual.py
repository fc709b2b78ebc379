"""Who one more seat would serve, said only where it is certain: where everybody wants one seat in one session."""

from bisect import bisect_left
from itertools import pairwise

import numpy as np

from engine.rules.allocation.board import Board
from engine.rules.allocation.lots import Numbers
from engine.rules.allocation.simple import Plan, Wishes

FAR = 2**60  # farther than any way, and its double is still a number


def after_flow(board: Board, wishes: Wishes, plan: Plan) -> dict[int, int]:
    """For each session the unit that the best plan with one more seat in it would serve besides.

    The best plan with one more seat is this one and one cheapest way that ends in the session: somebody comes in where
    somebody else makes room by going to another wish (successive shortest paths: Ahuja, Magnanti, Orlin 1993, 9.7).
    All of these ways are found at once, from session to session (Bellman 1958, Ford 1956)."""
    labels, comes = _entrances(board, wishes, plan.prices)
    moves = _moves(board, wishes, plan.prices)
    for _ in board.left:
        through = labels[:, None] + moves
        best = through.argmin(axis=0)
        cheaper = through[best, np.arange(len(best))]
        better = cheaper < labels
        if not better.any():
            break
        labels, comes = np.where(better, cheaper, labels), np.where(better, comes[best], comes)
    return {session: unit for session, unit in enumerate(comes.tolist()) if unit >= 0}


def _entrances(board: Board, wishes: Wishes, price: Numbers) -> tuple[Numbers, Numbers]:
    """The cheapest who is not served, for each session."""
    served = np.array([bool(got) for got in board.got], dtype=np.bool_)
    out = ~served[wishes.units]
    units, sessions, price = wishes.units[out], wishes.sessions[out], price[out]
    labels = np.full(len(board.left), FAR, dtype=np.int64)
    comes = np.full(len(board.left), -1, dtype=np.int64)
    dear_first = np.argsort(-price, kind="stable")
    labels[sessions[dear_first]] = price[dear_first]
    comes[sessions[dear_first]] = units[dear_first]
    return labels, comes


def _moves(board: Board, wishes: Wishes, price: Numbers) -> Numbers:
    """What it costs at least that somebody goes from one session to another."""
    size = len(board.left)
    seat = np.array([got[0] if got else -1 for got in board.got], dtype=np.int64)
    paid = np.zeros(len(board.got), dtype=np.int64)
    here = wishes.sessions == seat[wishes.units]
    paid[wishes.units[here]] = price[here]
    away = (seat[wishes.units] >= 0) & ~here
    units, sessions = wishes.units[away], wishes.sessions[away]
    moves = np.full((size, size), FAR, dtype=np.int64)
    np.minimum.at(moves, (seat[units], sessions), price[away] - paid[units])
    return moves


def after_draft(board: Board) -> dict[int, int]:
    """The same for the fair order: the first who would rather have had the session takes the seat, whoever comes after
    them and would rather have had what they leave takes that, and so on."""
    case = board.case
    if any(one.tier == other.tier for unit in case.units for one, other in pairwise(unit.choices)):
        return {}  # which of two equal wishes is taken depends on the others: not certain without asking everybody
    rather = _rather(board)
    found = {session: _last(session, rather, board) for session in range(len(board.left))}
    return {session: unit for session, unit in found.items() if unit is not None}


def _rather(board: Board) -> list[list[int]]:
    """For each session those who would rather have had it, by their place in line."""
    rather: list[list[int]] = [[] for _ in board.left]
    for place, unit in enumerate(board.case.order):
        for choice in board.case.units[unit].choices:
            if choice.session in board.got[unit]:
                break
            rather[choice.session].append(place)
    return rather


def _last(session: int, rather: list[list[int]], board: Board) -> int | None:
    """Who comes in at the end of the chain that begins with one more seat in the session."""
    after = 0
    while (i := bisect_left(rather[session], after)) < len(rather[session]):
        after = rather[session][i] + 1
        unit = board.case.order[after - 1]
        if not board.got[unit]:
            return unit
        session = board.got[unit][0]
    return None
