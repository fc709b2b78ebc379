"""The smallest repair as a whole-number programme, in steps, each keeping what the last one has reached: as many
people as possible have a place again; of these ways one that moves the fewest others; of these one that people like
best. Between equal ones lots decide, drawn by the order of the input, so that there is one answer only. Solved by HiGHS
as in `programme`; exact wherever it ends within its steps.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from engine.rules.allocation.lots import numbered
from engine.rules.allocation.problem import SolverFailed
from engine.rules.allocation.programme import Programme, Vector, best


@dataclass(frozen=True, slots=True)
class Way:
    """One way for a unit: `seats` at the event `there`, instead of those at `here` (None: it has none). `worth` is how
    much more they like it."""

    unit: int
    there: int
    seats: int
    worth: int
    here: int | None = None


@dataclass(frozen=True, slots=True)
class Unit:
    """People who go together or not at all; `lost`: they have lost their place, the others would only make room."""

    people: int
    lost: bool


def smallest(units: Sequence[Unit], ways: Sequence[Way], free: Mapping[int, int]) -> list[Way]:
    """The ways that are gone, in the order of the input; one at most for each unit, and nobody without a seat."""
    placed = [float(units[way.unit].people * units[way.unit].lost) for way in ways]
    moved = [-float(units[way.unit].people * (not units[way.unit].lost)) for way in ways]
    liked = [float(way.worth) for way in ways]
    drawn = [-float(lot) for lot in numbered(len(ways))]
    reached: list[tuple[list[float], float]] = []
    chosen = np.zeros(len(ways))
    for goal in (placed, moved, liked, drawn):
        chosen = _solved(units, ways, free, goal, reached, chosen)
        reached.append((goal, round(float(np.dot(chosen, goal)))))
    return [way for way, is_gone in zip(ways, chosen, strict=True) if is_gone > 0.5]


def _solved(
    units: Sequence[Unit],
    ways: Sequence[Way],
    free: Mapping[int, int],
    goal: list[float],
    reached: list[tuple[list[float], float]],
    known: Vector,
) -> Vector:
    """The best way; the one that is `known` from the step before where none was found in so many steps of a search."""
    programme = Programme()
    columns = [programme.column(worth) for worth in goal]
    of_unit: list[list[tuple[int, float]]] = [[] for _ in units]
    at_event: dict[int, list[tuple[int, float]]] = {event: [] for event in sorted(free)}
    for column, way in zip(columns, ways, strict=True):
        of_unit[way.unit].append((column, 1.0))
        at_event[way.there].append((column, float(way.seats)))
        if way.here is not None:
            at_event[way.here].append((column, -float(way.seats)))
    for terms in of_unit:
        programme.row(terms, 1.0)
    for event, terms in at_event.items():
        programme.row(terms, float(free[event]))
    for before, least in reached:
        programme.row([(column, -worth) for column, worth in zip(columns, before, strict=True)], -least)
    found = best(programme)
    if found is None and not reached:
        raise SolverFailed("no repair, not even the empty one, was found")
    return known if found is None else found.numbers
