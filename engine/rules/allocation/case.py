"""The problem as it is computed with: sessions and units by number.

A unit is what is placed whole or not at all: a person, or people who all asked for each other (directly or through
others). A unit goes only where all of it wishes to go, takes all its seats at once, and stands in line where the one of
its members with the least standing does, so that nobody gets ahead through a friend."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from engine.rules.allocation.lots import Numbers, lots
from engine.rules.allocation.problem import Person, Problem, Session

LEAST_TOP = 20  # what a first wish is worth if nothing else is said: the second one 19, and so on


@dataclass(frozen=True, slots=True)
class Choice:
    """A session that a unit may get: `tier` is its place among the wishes from 0 (of several people: the sum)."""

    session: int
    tier: int
    value: int


@dataclass(frozen=True, slots=True)
class Unit:
    """`choices` are best first; equal ones in the order of the sessions' ids."""

    members: tuple[int, ...]
    seats: int
    count: int
    per_day: int | None
    per_week: int | None
    standing: tuple[int, int]
    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class Case:
    """Everything by number. `unit_of` says for each person in which unit they are."""

    problem: Problem
    units: tuple[Unit, ...]
    unit_of: tuple[int, ...]
    person_lots: NDArray[np.uint64]
    session_lots: NDArray[np.uint64]

    @cached_property
    def capacities(self) -> list[int]:
        return [session.capacity for session in self.problem.sessions]

    @cached_property
    def minimums(self) -> list[int]:
        return [session.minimum for session in self.problem.sessions]

    @cached_property
    def simple(self) -> bool:
        """One session with one seat for everybody, and every session is held: a flow, so that the optimum is quick."""
        alone = all(unit.seats == 1 and unit.count == 1 for unit in self.units)
        return alone and not any(self.minimums)

    @cached_property
    def classes(self) -> Numbers:
        """The units' standings by (priority, credit) as numbers from 0, higher first served."""
        ladder = {standing: i for i, standing in enumerate(sorted({unit.standing for unit in self.units}))}
        return np.array([ladder[unit.standing] for unit in self.units], dtype=np.int64)

    @cached_property
    def lots(self) -> list[int]:
        """The units' lots: that of the member whose id comes first."""
        drawn = self.person_lots.tolist()
        return [drawn[unit.members[0]] for unit in self.units]

    @cached_property
    def order(self) -> list[int]:
        """The units as they stand in line: by priority, credit, then lot."""
        ladder, drawn = self.classes.tolist(), self.lots
        return sorted(range(len(self.units)), key=lambda unit: (-ladder[unit], drawn[unit]))

    @cached_property
    def clashes(self) -> list[set[int]]:
        """For each session those that nobody can have besides it."""
        return clashes(self.problem)

    @cached_property
    def days(self) -> list[str | None]:
        """The calendar date of each session where it takes place."""
        return [
            None if one.starts_at is None else one.starts_at.date().isoformat()
            for one in self.problem.sessions
        ]

    @cached_property
    def weeks(self) -> list[tuple[int, int] | None]:
        """The week (Monday to Sunday) of each session."""
        return [
            None if one.starts_at is None else one.starts_at.isocalendar()[:2]
            for one in self.problem.sessions
        ]


def case(problem: Problem) -> Case:
    """The problem by number."""
    numbers = {session.id: i for i, session in enumerate(problem.sessions)}
    top = max(LEAST_TOP, 1 + max((len(person.wishes) for person in problem.people), default=0))
    groups = _groups(problem.people)
    unit_of = [0] * len(problem.people)
    for i, group in enumerate(groups):
        for member in group:
            unit_of[member] = i
    return Case(
        problem=problem,
        units=tuple(_unit(group, problem.people, numbers, top) for group in groups),
        unit_of=tuple(unit_of),
        person_lots=lots(problem.seed, "person", [person.id for person in problem.people]),
        session_lots=lots(problem.seed, "session", [session.id for session in problem.sessions]),
    )


def _unit(group: tuple[int, ...], people: tuple[Person, ...], numbers: dict[str, int], top: int) -> Unit:
    members = [people[i] for i in group]
    if len(members) == 1:
        choices = tuple(choices_of(members[0], numbers, top))
    else:
        choices = _shared([choices_of(one, numbers, top) for one in members])
    return Unit(
        members=group,
        seats=sum(one.seats for one in members),
        count=min(one.count for one in members),
        per_day=min((one.per_day for one in members if one.per_day is not None), default=None),
        per_week=min((one.per_week for one in members if one.per_week is not None), default=None),
        standing=min((one.priority, one.credit) for one in members),
        choices=choices,
    )


def choices_of(person: Person, numbers: dict[str, int], top: int) -> list[Choice]:
    """What one person wishes; a wish without a value is worth the less the later it stands."""
    return [
        Choice(numbers[session], tier, person.values.get(session, top - tier))
        for tier, group in enumerate(person.wishes)
        for session in group
    ]


def _shared(lists: list[list[Choice]]) -> tuple[Choice, ...]:
    """What all of a unit wish, best first."""
    by_session = [{one.session: one for one in choices} for choices in lists]
    everywhere = set.intersection(*(set(each) for each in by_session))
    shared = [
        Choice(
            session,
            sum(each[session].tier for each in by_session),
            sum(each[session].value for each in by_session),
        )
        for session in sorted(everywhere)
    ]
    return tuple(sorted(shared, key=lambda one: (one.tier, one.session)))


def _groups(people: tuple[Person, ...]) -> list[tuple[int, ...]]:
    """People who asked for each other, joined to groups; everybody else is a group of one."""
    if not any(person.friends for person in people):
        return [(i,) for i in range(len(people))]
    numbers = {person.id: i for i, person in enumerate(people)}
    asked = [{numbers[friend] for friend in person.friends} for person in people]
    groups: list[tuple[int, ...]] = []
    seen: set[int] = set()
    for i in range(len(people)):
        if i not in seen:
            group = _joined(i, asked)
            seen |= group
            groups.append(tuple(sorted(group)))
    return groups


def _joined(start: int, asked: list[set[int]]) -> set[int]:
    group, new = {start}, [start]
    while new:
        one = new.pop()
        for friend in asked[one]:
            if one in asked[friend] and friend not in group:
                group.add(friend)
                new.append(friend)
    return group


def clashes(problem: Problem) -> list[set[int]]:
    """For each session those that overlap it in time or exclude it."""
    numbers = {session.id: i for i, session in enumerate(problem.sessions)}
    found: list[set[int]] = [set() for _ in problem.sessions]
    timed = sorted((one for one in problem.sessions if one.starts_at), key=_start)
    for i, first in enumerate(timed):
        end = first.ends_at or _start(first)
        for later in timed[i + 1 :]:
            if _start(later) != _start(first) and _start(later) >= end:
                break
            found[numbers[first.id]].add(numbers[later.id])
            found[numbers[later.id]].add(numbers[first.id])
    for one, other in problem.conflicts:
        found[numbers[one]].add(numbers[other])
        found[numbers[other]].add(numbers[one])
    return found


def _start(session: Session) -> datetime:
    assert session.starts_at is not None
    return session.starts_at
