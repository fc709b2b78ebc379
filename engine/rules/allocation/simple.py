"""As many as possible, where everybody wants one seat in one session: exact, by a flow of least cost.

What is sought, one after the other, all of it in one sum of whole numbers:
1. seats: as many as can be filled.
2. who: among these plans, those who stand higher by (priority, credit). This costs no seat, as the sets of people that
   can be served together are a matroid (Edmonds and Fulkerson 1965): whoever is served in place of somebody else is
   served in a plan as large.
3. value: the sum of what the placements are worth.
4. ties: the better wish for who stands higher, then lots.
Two plans differ by paths and circles that pass a session at most once (Ahuja, Magnanti, Orlin 1993, 3.5). So a step of
one aim outweighs the next one if it counts more than that one can change on such a way, which is far less than in all.
Where there is no room for that, the ties are made coarser, and what is still too large is refused.

`balanced`, where seats are left over: the more of a session is taken, the more its next seat costs (convex costs, ibid.
14); as little as is needed for the evenness aimed at, and never more than a given part of the value.
"""

from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from engine.rules.allocation.board import Board
from engine.rules.allocation.case import Case
from engine.rules.allocation.figures import FULL, evenness, fills
from engine.rules.allocation.flow import Arcs, Outlets, cheapest, cost_limit
from engine.rules.allocation.lots import Numbers, mixed
from engine.rules.allocation.problem import BALANCED, InputWrong

EVEN, LEAST_FILL, VALUE_KEPT = (
    Fraction("0.985"),
    Fraction("0.55"),
    Fraction("0.96"),
)  # what `balanced` aims at, and what it may not give up for it
PARTS = 20  # of a session, each of which costs more than the one before it
STEPS = (
    1,
    2,
    3,
    4,
    6,
    8,
    12,
    16,
    24,
)  # how much, in the usual distance of two wishes, a full session costs more
FINENESSES = (  # of the ties: whether the better wish counts, and how many lots; more than the first tell nobody apart
    *((1, 2**20), (1, 2**12), (1, 2**6)),
    *((0, 2**20), (0, 2**12), (0, 2**6), (0, 1)),
)
TOO_LARGE = "the values are too far apart for so many people, sessions and standings: divide all of them by one number"


@dataclass(frozen=True, slots=True)
class Wishes:
    """The wishes of all units, one entry in each array for each."""

    units: Numbers
    sessions: Numbers
    values: Numbers


@dataclass(frozen=True, slots=True)
class Scale:
    """`unit` divides all differences of values. How many of the smallest steps one unit of value and one class count;
    whether the better wish goes to who stands higher; and how many different lots there are."""

    unit: int
    value: int
    standing: int
    better: int
    fineness: int


@dataclass(frozen=True, slots=True)
class Plan:
    """Which wishes come true, and the prices by which that is best."""

    chosen: NDArray[np.bool_]
    prices: Numbers


def most(case: Case, wishes: Wishes) -> Plan:
    """The plan that is best by the aims above."""
    plan = _solve(case, wishes, 0)
    if plan is None:
        raise InputWrong("people[..].values", TOO_LARGE)
    if case.problem.strategy == BALANCED and not _even(case, wishes, plan):
        plan = _evened(case, wishes, plan)
    return plan


def wishes_of(case: Case) -> Wishes:
    """The wishes as arrays, in the order of units and wishes."""
    counts = [len(unit.choices) for unit in case.units]
    flat = [choice for unit in case.units for choice in unit.choices]
    return Wishes(
        units=np.repeat(np.arange(len(counts), dtype=np.int64), counts),
        sessions=np.array([choice.session for choice in flat], dtype=np.int64),
        values=np.array([choice.value for choice in flat], dtype=np.int64),
    )


def _scale(case: Case, wishes: Wishes, step: int) -> Scale | None:
    """The finest scale that the solver's numbers have room for: what is outweighed is never cut, so lots become coarser
    first, then it no longer counts who has the better wish; None if seats, who and value alone are too much."""
    way = min(len(case.units), len(case.capacities)) + 1
    classes = 1 + int(case.classes.max(initial=0))
    lost = _lost(wishes)
    unit = max(1, int(np.gcd.reduce(lost)))
    spread = 1 + int(lost.max(initial=0)) // unit
    limit = cost_limit(len(case.units), len(case.capacities))
    for better, fineness in FINENESSES:
        value = way * (((classes - 1) * (spread - 1) * better + 1) * fineness - 1) + 1
        standing = value * (way * spread + -(-step // unit) + 1)
        if standing * classes < limit:
            return Scale(unit, value, standing, better, fineness)
    return None


def _lost(wishes: Wishes) -> Numbers:
    """How much less each wish is worth than the best of all."""
    return np.asarray(wishes.values.max(initial=0) - wishes.values, dtype=np.int64)


def _prices(case: Case, wishes: Wishes, scale: Scale) -> Numbers:
    """What each wish costs: the less, the better it is."""
    classes = case.classes[wishes.units]
    lost = _lost(wishes) // scale.unit
    drawn = mixed(case.person_lots[wishes.units], case.session_lots[wishes.sessions], scale.fineness)
    ties = lost * classes * scale.better * scale.fineness + drawn
    served = (classes.max(initial=0) - classes) * scale.standing
    return np.asarray(served + lost * scale.value + ties, dtype=np.int64)


def _solve(case: Case, wishes: Wishes, step: int) -> Plan | None:
    """The best plan if the last seats of a session cost `step` of value; None where there is no scale for that."""
    scale = _scale(case, wishes, step)
    if scale is None:
        return None
    prices = _prices(case, wishes, scale)
    arcs = Arcs(wishes.units, wishes.sessions, prices)
    outlets = _outlets(case.capacities, step * scale.value // scale.unit)
    return Plan(cheapest(arcs, outlets, len(case.units), len(case.capacities)), prices)


def _outlets(capacities: list[int], dearest: int) -> Outlets:
    """The seats of each session in parts, the last of which costs `dearest`."""
    rows = [
        (session, size, dearest * part // PARTS)
        for session, seats in enumerate(capacities)
        for part, size in enumerate(_parts(seats) if dearest else [seats])
    ]
    columns = np.array(rows, dtype=np.int64).reshape(-1, 3).T
    return Outlets(*(np.ascontiguousarray(column) for column in columns))


def _parts(seats: int) -> list[int]:
    """The seats divided as evenly as can be: 7 in 3 parts are 2, 2, 3."""
    return [seats * (part + 1) // PARTS - seats * part // PARTS for part in range(PARTS)]


def _evened(case: Case, wishes: Wishes, plain: Plan) -> Plan:
    """The first plan on the way to more evenness that is even enough, or the last that keeps the value."""
    enough = VALUE_KEPT * int(wishes.values[plain.chosen].sum())
    best, usual = plain, distance(wishes)
    for steps in STEPS:
        plan = _solve(case, wishes, steps * usual)
        if plan is None or int(wishes.values[plan.chosen].sum()) < enough:
            break
        best = plan
        if _even(case, wishes, best):
            break
    return best


def distance(wishes: Wishes) -> int:
    """How much less the next wish is usually worth, at least 1."""
    same = wishes.units[1:] == wishes.units[:-1]
    falls = (wishes.values[:-1] - wishes.values[1:])[same]
    falls = falls[falls > 0]
    return max(1, int(np.median(falls))) if len(falls) else 1


def _even(case: Case, wishes: Wishes, plan: Plan) -> bool:
    taken = np.bincount(wishes.sessions[plan.chosen], minlength=len(case.capacities))
    left = np.array(case.capacities, dtype=np.int64) - taken
    return even_enough(case.capacities, left.tolist())


def even_enough(capacities: list[int], left: list[int]) -> bool:
    """Whether there is nothing to be gained by more evenness."""
    parts = fills(capacities, left)
    return evenness(parts) >= EVEN and min(parts, default=FULL) >= LEAST_FILL * FULL


def board_of(case: Case, wishes: Wishes, plan: Plan) -> Board:
    """The plan as placements."""
    board, chosen = Board(case), plan.chosen
    for unit, session in zip(wishes.units[chosen].tolist(), wishes.sessions[chosen].tolist(), strict=True):
        board.place(unit, session)
    return board
