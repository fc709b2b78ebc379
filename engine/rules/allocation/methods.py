"""Which method a problem takes."""

from engine.rules.allocation.answering import answer
from engine.rules.allocation.case import Case, case
from engine.rules.allocation.counterfactual import after_draft, after_flow
from engine.rules.allocation.drafting import draft
from engine.rules.allocation.full import most_under_rules
from engine.rules.allocation.minimums import with_minimums
from engine.rules.allocation.problem import FAIR, Allocation, Problem
from engine.rules.allocation.simple import board_of, most, wishes_of


def allocated(problem: Problem) -> Allocation:
    """By the order that is asked for: the draft, or as many as possible."""
    numbered = case(problem)
    if problem.order == FAIR:
        return _fair(numbered)
    return _most(numbered) if numbered.simple else answer(most_under_rules(numbered), {})


def _fair(numbered: Case) -> Allocation:
    board = with_minimums(numbered, draft)
    return answer(board, after_draft(board) if numbered.simple else {})


def _most(numbered: Case) -> Allocation:
    wishes = wishes_of(numbered)
    plan = most(numbered, wishes)
    board = board_of(numbered, wishes, plan)
    return answer(board, after_flow(board, wishes, plan))
