"""One or more decisions that share a commit, played and judged: every law after every decision, and every decision on
windows as well as on the whole."""

from collections.abc import Sequence
from datetime import datetime

from engine.ports import Act, Ask, Facts
from engine.refusals import Refusal
from engine.state import State
from tests.rules import happened, laws
from tests.rules.memory import Request, judge, judge_windowed, same

QUIET = {"OfferDelivered", "OfferUndelivered", "OfferExtended", "OfferReminded", "BookingConfirmed"}
"""What moves no seat and nobody in line."""


def play(before: State, asked: Sequence[Request], now: datetime, first_id: int) -> State:
    """The state that the decisions lead to. Raises AssertionError where a law is broken."""
    outcomes = judge(before, asked, now, first_id)
    on_windows = judge_windowed(before, asked, now, first_id)
    for (ask, _), (outcome, become), small in zip(asked, outcomes, on_windows, strict=True):
        assert same(outcome, small), f"a window came to {small}, the whole state to {outcome}"
        if isinstance(outcome, Refusal):
            assert become == before
        else:
            _check(before, ask, outcome, become, now)
        before = become
    return before


def _check(before: State, ask: Ask, facts: Facts, become: State, now: datetime) -> None:
    laws.check_state(become)
    happened.check_decision(before, facts, ask, now)
    laws.check_notices(before, become, facts, Act(now, ask.by, int))
    if fills(ask, facts):
        laws.check_filled(become, now)


def fills(ask: Ask, facts: Facts) -> bool:
    """Whether the decision ends in the one function that fills."""
    return ask.by.name == "sweep" or any(type(fact).__name__ not in QUIET for fact in facts)
