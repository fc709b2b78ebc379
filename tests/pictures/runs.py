"""Versions of a month to be drawn: a usual one, a huge one, and next to nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from engine.month import month_after
from engine.rules.month_metrics import Figures, figures
from engine.views import RunNumbers, SessionUse
from tests.rules.test_month_metrics import EMPTY

FILLS = (6, 6, 5, 6, 6, 5, 4, 6, 6, 6)
NOTHING = replace(EMPTY, month="2026-09")  # the longest name of a month, in every language
USUAL = replace(
    NOTHING,
    number=3,
    final=True,
    placed=47,
    whole=40,
    without=5,
    unmet=9,
    ranks={0: 1, 1: 43, 2: 16, 3: 8, 4: 4},
    reasons={"full": 7, "collides": 2},
    waited={0: (40, 36), 1: (8, 7), 2: (3, 3), 3: (1, 1)},
    kept=54,
    attended=38,
    missed=2,
    sessions=[SessionUse(number, 6, fill, 6, fill - (number == 4)) for number, fill in enumerate(FILLS, 1)],
)
TINY = replace(
    NOTHING, placed=1, whole=1, ranks={1: 1}, waited={0: (1, 1)}, sessions=[SessionUse(1, 2, 1, 2, 0)]
)
HUGE = replace(
    USUAL,
    number=1234,
    finished_at=EMPTY.started_at + timedelta(hours=3, minutes=47),
    placed=780_123,
    whole=700_001,
    without=219_877,
    unmet=1_234_567,
    ranks={1: 600_000, 2: 150_000, 3: 90_000},
    waited={0: (800_000, 600_000), 1: (150_000, 130_000), 6: (50_000, 50_000)},
    attended=123_456,
    missed=9_999,
    sessions=[SessionUse(number, 1000, 1000 - number % 600, 1000, 950) for number in range(1, 1001)],
)
RUNS: dict[str, RunNumbers] = {"usual": USUAL, "huge": HUGE, "tiny": TINY, "nothing": NOTHING}


def before(months: int) -> list[tuple[str, Figures]]:
    """So many months up to the usual one, better and worse."""
    return [
        (month_after(NOTHING.month, by=-back), figures(_worse(36 - back + 2 * (back % 3), back % 4)))
        for back in range(months, 0, -1)
    ]


def _worse(placed: int, empty: int) -> RunNumbers:
    sessions = [SessionUse(number, 6, fill - empty % 3, 6, fill) for number, fill in enumerate(FILLS, 1)]
    return replace(USUAL, placed=placed, without=52 - placed, sessions=sessions)
