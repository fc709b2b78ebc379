"""What solves the month as bare as it can be: anchors of `month`, and the optimum it is held against.

They read the document themselves and know nothing of the engine's methods. Their arrays are made before the clock
starts; what they return is (seats filled, people placed, value)."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any

import numpy as np
from ortools.graph.python.min_cost_flow import SimpleMinCostFlow
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

from tests.allocation.checker import Case, Document, count, day, ranks, seats, week
from tests.allocation.optimum import Worth

MUCH = 20
"""By so many exchanges of the next lower aim is a step of a higher one not outweighed."""

# ------------------------------------------------------------------------------------------------- one seat each


@dataclass(frozen=True, slots=True)
class Arcs:
    """A wish a line: whose, for which session, and its value."""

    people: int
    capacities: np.ndarray[Any, np.dtype[np.int64]]
    person: np.ndarray[Any, np.dtype[np.int64]]
    session: np.ndarray[Any, np.dtype[np.int64]]
    value: np.ndarray[Any, np.dtype[np.int64]]


def arcs(document: Document) -> Arcs:
    """The wishes of a document in which everybody wants one seat."""
    numbers = {session["id"]: number for number, session in enumerate(document["sessions"])}
    lines = [
        (number, numbers[wish], person["values"][wish])
        for number, person in enumerate(document["people"])
        for wish in person["wishes"]
    ]
    person, session, value = np.array(lines, dtype=np.int64).T.copy()
    capacities = np.array([session["capacity"] for session in document["sessions"]], dtype=np.int64)
    return Arcs(len(document["people"]), capacities, person, session, value)


def flow(given: Arcs) -> Worth:
    """OR-Tools: as much flow as there can be, as cheap as that can be."""
    sessions = len(given.capacities)
    sink, source = given.people + sessions, given.people + sessions + 1
    people, rooms = np.arange(given.people), given.people + np.arange(sessions)
    network = SimpleMinCostFlow()
    network.add_arcs_with_capacity_and_unit_cost(
        np.full(given.people, source), people, np.ones(given.people, int), np.zeros(given.people, int)
    )
    wishes = network.add_arcs_with_capacity_and_unit_cost(
        given.person, given.people + given.session, np.ones(len(given.person), int), -given.value
    )
    network.add_arcs_with_capacity_and_unit_cost(
        rooms, np.full(sessions, sink), given.capacities, np.zeros(sessions, int)
    )
    network.set_node_supply(source, given.people)
    network.set_node_supply(sink, -given.people)
    status = network.solve_max_flow_with_min_cost()
    assert status == network.OPTIMAL, status
    taken = network.flows(wishes)
    filled = int(taken.sum())
    return filled, filled, int((taken * given.value).sum())


def deferred_acceptance(document: Document, lots: Mapping[str, float]) -> dict[str, str]:
    """Plain Python: everybody asks down their list, a session keeps the best of those who asked (Gale and Shapley,
    1962). Who is better: (priority, credit, lot)."""
    wishes = {person["id"]: iter(person["wishes"]) for person in document["people"]}
    standing = {
        person["id"]: (person.get("priority", 0), person.get("credit", 0), lots[person["id"]])
        for person in document["people"]
    }
    room = {session["id"]: session["capacity"] for session in document["sessions"]}
    kept: dict[str, list[tuple[tuple[int, int, float], str]]] = {session: [] for session in room}
    asking = list(wishes)
    while asking:
        person = asking.pop()
        session = next(wishes[person], None)
        if session is None:
            continue
        heapq.heappush(kept[session], (standing[person], person))
        if len(kept[session]) > room[session]:
            asking.append(heapq.heappop(kept[session])[1])
    return {person: session for session, has in kept.items() for _, person in has}


# ----------------------------------------------------------------------------------------------------- all the rules


@dataclass(slots=True)
class Programme:
    """An integer programme: a column is worth something, a row bounds a sum of columns. `chosen` are the columns of
    person and session."""

    case: Case
    worth: list[float] = field(default_factory=list)
    rows: list[tuple[float, float, dict[int, float]]] = field(default_factory=list)
    chosen: dict[tuple[str, str], int] = field(default_factory=dict)

    def column(self, worth: float) -> int:
        self.worth.append(worth)
        return len(self.worth) - 1

    def at_most(self, bound: float, columns: Mapping[int, float]) -> None:
        self.rows.append((-np.inf, bound, dict(columns)))


def programme(document: Document) -> Programme:
    """All rules of the contract: seats come first, then people, then value."""
    case = Case(document, {"placements": [], "unplaced": []})
    made = Programme(case)
    placed = MUCH * max((v for person in case.people.values() for v in person["values"].values()), default=0)
    for name, person in case.people.items():
        single = placed if count(person) == 1 else 0
        for session in ranks(person):
            worth = seats(person) * MUCH * placed + single + person["values"][session]
            made.chosen[name, session] = made.column(worth)
        if not single:
            those = {made.chosen[name, session]: -1.0 for session in ranks(person)}
            made.at_most(0, those | {made.column(placed): 1.0})
    _rooms(case, made)
    for name in case.people:
        _limits(case, made, name)
    for one, other in case.friends():
        for session in ranks(case.people[one]).keys() | ranks(case.people[other]).keys():
            columns = [made.chosen[name, session] for name in (one, other) if (name, session) in made.chosen]
            made.rows.append((0, 0, dict(zip(columns, (1, -1), strict=False))))
    return made


def _rooms(case: Case, made: Programme) -> None:
    there: dict[str, dict[int, float]] = defaultdict(dict)
    for (name, session), column in made.chosen.items():
        there[session][column] = seats(case.people[name])
    for name, session in case.sessions.items():
        held = made.column(0)
        made.at_most(0, there[name] | {held: -session["capacity"]})
        if session.get("minimum", 0) > 1:
            made.at_most(
                0, {column: -needs for column, needs in there[name].items()} | {held: session["minimum"]}
            )


def _limits(case: Case, made: Programme, name: str) -> None:
    person = case.people[name]
    columns = {session: made.chosen[name, session] for session in ranks(person)}
    made.at_most(count(person), dict.fromkeys(columns.values(), 1))
    for limit, bucket in (("per_day", day), ("per_week", week)):
        found: dict[object, dict[int, float]] = defaultdict(dict)
        for session, column in columns.items():
            found[bucket(case.sessions[session])][column] = 1
        for when, those in found.items():
            if when is not None and limit in person and len(those) > person[limit]:
                made.at_most(person[limit], those)
    for one, other in combinations(columns, 2):
        if case.collide(one, other):
            made.at_most(1, {columns[one]: 1, columns[other]: 1})


def exact(given: Programme, *, relaxed: bool = False) -> Worth:
    """HiGHS as it comes: the optimum; `relaxed` leaves out that columns are whole."""
    lengths = [len(columns) for _, _, columns in given.rows]
    where = [column for _, _, columns in given.rows for column in columns]
    factors = [factor for _, _, columns in given.rows for factor in columns.values()]
    starts = np.concatenate(([0], np.cumsum(lengths)))
    matrix = csr_array((factors, where, starts), shape=(len(given.rows), len(given.worth)))
    bounds = np.array([(lower, upper) for lower, upper, _ in given.rows])
    found = milp(
        -np.array(given.worth),
        integrality=np.zeros(len(given.worth)) if relaxed else np.ones(len(given.worth)),
        bounds=Bounds(0, 1),
        constraints=LinearConstraint(matrix, bounds[:, 0], bounds[:, 1]),
        options={"mip_rel_gap": 0.0},
    )
    assert found.status == 0, found.message
    has: dict[str, list[str]] = defaultdict(list)
    for (name, session), column in given.chosen.items():
        if found.x[column] > 0.5:
            has[name].append(session)
    filled = sum(len(sessions) * seats(given.case.people[name]) for name, sessions in has.items())
    value = sum(
        given.case.people[name]["values"][session] for name, sessions in has.items() for session in sessions
    )
    return filled, len(has), value
