"""The rules of an allocation as rows of a programme.

What is sought, as one sum in which a step of one aim outweighs the next one in an exchange of a few placements: seats;
people with at least one session; who, by (priority, credit); with `fast_fill` few open groups; value; an even rhythm
over the weeks; lots."""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from engine.rules.allocation.case import Case, Unit
from engine.rules.allocation.lots import FINE, mixed
from engine.rules.allocation.problem import FAST_FILL
from engine.rules.allocation.programme import Programme

FEW = 16  # as many changes of an exchange are outweighed; all there are, where they are fewer
RHYTHM = 0.25  # of the smallest step of value, for each session more in a week than an even rhythm has
LOT = 0.125  # lots are below all
PARTS = 10  # of a session, for evenness


@dataclass(frozen=True, slots=True)
class Weights:
    """What one seat, one person with a session, one step in standing, and one open group count, in steps of value."""

    seat: float
    person: float
    standing: float
    group: float


@dataclass(frozen=True, slots=True)
class Model:
    """The programme; the columns that are choices, each with its unit, session and value; and for a session with a
    minimum the column that says that it is held."""

    programme: Programme
    columns: list[int]
    units: list[int]
    sessions: list[int]
    values: list[int]
    held: dict[int, int]


def weights(case: Case) -> Weights:
    """The weights of the aims."""
    changes = min(FEW, sum(min(unit.count, len(unit.choices)) for unit in case.units)) + 1
    highest = max((choice.value for unit in case.units for choice in unit.choices), default=0) + 1
    groups = changes * highest if case.problem.strategy == FAST_FILL else 0
    standing = (changes * (highest + groups)) if case.classes.max(initial=0) else 0
    who = standing * (1 + int(case.classes.max(initial=0)))
    several = any(unit.count > 1 or unit.seats != len(unit.members) for unit in case.units)
    person = changes * (highest + groups + who) if several else 0
    seat = changes * (highest + groups + who + person)
    return Weights(float(seat), float(person), float(standing), float(groups))


def model(case: Case, unevenness: float = 0.0) -> Model:
    """The rules and aims. `unevenness` is what the last seat of a session costs, in steps of value."""
    programme, counted = Programme(), weights(case)
    made = Model(programme, [], [], [], [], {})
    for i, unit in enumerate(case.units):
        columns = _columns(case, made, i, counted)
        _unit_rows(case, programme, unit, columns)
        if unit.count > 1:
            first = programme.column(counted.person * len(unit.members), whole=False)
            programme.row([(first, 1.0), *((column, -1.0) for column in columns)], 0.0)
    _session_rows(case, made, counted, unevenness)
    return made


def _columns(case: Case, made: Model, i: int, counted: Weights) -> list[int]:
    """One column for each choice."""
    unit = case.units[i]
    sessions = np.array([choice.session for choice in unit.choices], dtype=np.int64)
    people = case.person_lots[np.array([unit.members[0]] * len(sessions), dtype=np.int64)]
    drawn = mixed(people, case.session_lots[sessions], FINE).tolist()
    seated = unit.seats * (counted.seat + counted.standing * float(case.classes[i]))
    if unit.count == 1:
        seated += counted.person * len(unit.members)
    columns = []
    for choice, lot in zip(unit.choices, drawn, strict=True):
        made.units.append(i)
        made.sessions.append(choice.session)
        made.values.append(choice.value)
        fits = unit.seats <= case.capacities[choice.session]
        columns.append(made.programme.column(seated + choice.value + LOT * lot / FINE, float(fits)))
    made.columns.extend(columns)
    return columns


def _unit_rows(case: Case, programme: Programme, unit: Unit, columns: list[int]) -> None:
    """What a unit may have at once."""
    if len(columns) > unit.count:
        programme.row(((column, 1.0) for column in columns), unit.count)
    if unit.count == 1:
        return
    sessions = [choice.session for choice in unit.choices]
    for clique in cliques(case, sessions):
        programme.row(((columns[k], 1.0) for k in clique), 1.0)
    for limit, labels in ((unit.per_day, case.days), (unit.per_week, case.weeks)):
        for group in _alike(sessions, labels):
            if limit is not None and len(group) > limit:
                programme.row(((columns[k], 1.0) for k in group), limit)
    _rhythm(case, programme, unit, columns)


def _rhythm(case: Case, programme: Programme, unit: Unit, columns: list[int]) -> None:
    """More sessions in a week than the even share are worth a little less."""
    weeks = list(_alike([choice.session for choice in unit.choices], case.weeks))
    share = -(-unit.count // len(weeks)) if weeks else 0
    for week in weeks:
        if len(weeks) > 1 and len(week) > share:
            more = programme.column(-RHYTHM, float(unit.count), whole=False)
            programme.row([*((columns[k], 1.0) for k in week), (more, -1.0)], share)


def _alike(sessions: Sequence[int], labels: Sequence[Hashable]) -> Iterator[list[int]]:
    """The positions of the sessions with one label; those without a label are alike to none."""
    groups: dict[Hashable, list[int]] = defaultdict(list)
    for k, session in enumerate(sessions):
        if labels[session] is not None:
            groups[labels[session]].append(k)
    yield from groups.values()


def cliques(case: Case, sessions: Sequence[int]) -> Iterator[list[int]]:
    """Sets of positions of which each excludes each other, so that every pair that does is in one of them. One row for
    a set says more than one for each pair (Padberg 1973)."""
    clash, covered = case.clashes, set()
    for k, one in enumerate(sessions):
        for m in range(k + 1, len(sessions)):
            if sessions[m] in clash[one] and (k, m) not in covered:
                clique = [k, m]
                for n in range(m + 1, len(sessions)):
                    if clash[sessions[n]].issuperset(sessions[j] for j in clique):
                        clique.append(n)
                covered |= {(i, j) for i in clique for j in clique if i < j}
                yield clique


def _session_rows(case: Case, made: Model, counted: Weights, unevenness: float) -> None:
    """Seats, and the minimum or nobody."""
    taken: list[list[tuple[int, float]]] = [[] for _ in case.capacities]
    for column, unit, session in zip(made.columns, made.units, made.sessions, strict=True):
        taken[session].append((column, float(case.units[unit].seats)))
    for session, terms in enumerate(taken):
        capacity, minimum = case.capacities[session], case.minimums[session]
        if terms and minimum:
            held = made.programme.column(-counted.group, float(minimum <= capacity))
            made.held[session] = held
            most = min(
                capacity, sum(seats for _, seats in terms)
            )  # the less, the less a rounded `held` lets in
            made.programme.row([*terms, (held, -float(most))], 0.0)
            made.programme.row([*((column, -seats) for column, seats in terms), (held, float(minimum))], 0.0)
        elif terms:
            made.programme.row(terms, capacity)
        if terms and unevenness:
            _uneven(made.programme, terms, capacity, unevenness)


def _uneven(programme: Programme, terms: list[tuple[int, float]], capacity: int, unevenness: float) -> None:
    """The fuller a session, the more its next seat costs."""
    parts = [
        (programme.column(-unevenness * part / PARTS, capacity / PARTS, whole=False), -1.0)
        for part in range(PARTS)
    ]
    programme.row([*terms, *parts], 0.0)
