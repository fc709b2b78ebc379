"""The documents of an allocation, as JSON has them: the input read and judged, the result written."""

from collections.abc import Iterable, Mapping
from typing import Any, Protocol, TypeVar

from engine.rules.allocation.canonical import input_hash
from engine.rules.allocation.collector import undisturbed
from engine.rules.allocation.problem import (
    BALANCED,
    FAIR,
    FAST_FILL,
    MOST,
    Allocation,
    InputWrong,
    Person,
    Problem,
    Session,
    Shortfall,
)
from engine.rules.allocation.reading import fields, listed, mapping, moment, number, one_of, text, told

ENGINE_VERSION = "allocation-3"  # another one wherever the same input may come out differently
KEYS = ("sessions", "people", "conflicts", "strategy", "order", "seed", "origin")
"""`origin` is for people: where the wishes are from. It changes nothing."""
SESSION_KEYS = ("id", "capacity", "minimum", "starts_at", "ends_at")
PERSON_KEYS = (
    "id",
    "wishes",
    "count",
    "seats",
    "priority",
    "credit",
    "per_day",
    "per_week",
    "with",
    "values",
)


class Named(Protocol):
    """Whatever has an id."""

    @property
    def id(self) -> str: ...


Thing = TypeVar("Thing", bound=Named)


@undisturbed
def read(document: Mapping[str, Any]) -> Problem:
    """The problem that a document states; raises InputWrong with the path of what is wrong."""
    document = fields(document, "", KEYS)
    sessions = [
        _session(row, f"sessions[{i}]") for i, row in enumerate(listed(document.get("sessions"), "sessions"))
    ]
    known = _ids(sessions, "sessions")
    rows = listed(document.get("people"), "people")
    people = [_person(row, f"people[{i}]", known) for i, row in enumerate(rows)]
    _friends_known(people, _ids(people, "people"))
    return Problem(
        sessions=tuple(sorted(sessions, key=lambda one: one.id)),
        people=tuple(sorted(people, key=lambda one: one.id)),
        conflicts=_conflicts(document.get("conflicts", ()), known),
        strategy=one_of(document.get("strategy", BALANCED), "strategy", (FAST_FILL, BALANCED)),
        order=one_of(document.get("order", MOST), "order", (MOST, FAIR)),
        seed=text(document["seed"], "seed") if document.get("seed", "") != "" else "",
    )


def _session(row: Any, path: str) -> Session:
    row = fields(row, path, SESSION_KEYS)
    starts_at, ends_at = row.get("starts_at"), row.get("ends_at")
    if starts_at is None and ends_at is not None:
        raise InputWrong(f"{path}.ends_at", "an end without starts_at")
    session = Session(
        id=text(row.get("id"), f"{path}.id"),
        capacity=number(row.get("capacity"), f"{path}.capacity"),
        minimum=number(row.get("minimum", 0), f"{path}.minimum"),
        starts_at=None if starts_at is None else moment(starts_at, f"{path}.starts_at"),
        ends_at=None if ends_at is None else moment(ends_at, f"{path}.ends_at"),
    )
    if session.starts_at and session.ends_at and session.ends_at <= session.starts_at:
        raise InputWrong(f"{path}.ends_at", "the end is not after the start")
    return session


def _person(row: Any, path: str, known: Iterable[str]) -> Person:
    row = fields(row, path, PERSON_KEYS)
    wishes = _wishes(row.get("wishes"), f"{path}.wishes", known)
    return Person(
        id=text(row.get("id"), f"{path}.id"),
        wishes=wishes,
        count=number(row.get("count", 1), f"{path}.count", 1),
        seats=number(row.get("seats", 1), f"{path}.seats", 1),
        priority=number(row.get("priority", 0), f"{path}.priority", -1_000_000),
        credit=number(row.get("credit", 0), f"{path}.credit"),
        per_day=_limit(row.get("per_day"), f"{path}.per_day"),
        per_week=_limit(row.get("per_week"), f"{path}.per_week"),
        friends=_friends(row.get("with", ()), f"{path}.with"),
        values=_values(row.get("values"), f"{path}.values", wishes),
    )


def _limit(value: Any, path: str) -> int | None:
    return None if value is None else number(value, path, 1)


def _wishes(value: Any, path: str, known: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    """Best first; equal ones in the order of their ids, as their order says nothing."""
    wishes: list[tuple[str, ...]] = []
    seen: set[str] = set()
    for i, wish in enumerate(listed(value, path)):
        tied = isinstance(wish, list | tuple)
        place = f"{path}[{i}]"
        group = [
            _wish(one, f"{place}[{k}]" if tied else place, known, seen)
            for k, one in enumerate(wish if tied else (wish,))
        ]
        if not group:
            raise InputWrong(place, "an empty tie")
        wishes.append(tuple(sorted(group)))
    return tuple(wishes)


def _wish(value: Any, path: str, known: Iterable[str], seen: set[str]) -> str:
    session = text(value, path)
    if session not in known:
        raise InputWrong(path, f"no session {told(session)}")
    if session in seen:
        raise InputWrong(path, f"session {told(session)} is wished twice")
    seen.add(session)
    return session


def _friends(value: Any, path: str) -> tuple[str, ...]:
    return tuple(text(one, f"{path}[{i}]") for i, one in enumerate(listed(value, path)))


def _values(value: Any, path: str, wishes: tuple[tuple[str, ...], ...]) -> Mapping[str, int]:
    if value is None:
        return {}
    wished = {session for group in wishes for session in group}
    for session in mapping(value, path):
        if session not in wished:
            raise InputWrong(f"{path}.{session}", f"session {told(session)} is not wished")
    return {session: number(worth, f"{path}.{session}") for session, worth in sorted(value.items())}


def _ids(things: Iterable[Thing], path: str) -> set[str]:
    seen: set[str] = set()
    for i, thing in enumerate(things):
        if thing.id in seen:
            raise InputWrong(f"{path}[{i}].id", f"{told(thing.id)} is there twice")
        seen.add(thing.id)
    return seen


def _friends_known(people: Iterable[Person], known: set[str]) -> None:
    for i, person in enumerate(people):
        for k, friend in enumerate(person.friends):
            path = f"people[{i}].with[{k}]"
            if friend not in known:
                raise InputWrong(path, f"no person {told(friend)}")
            if friend == person.id:
                raise InputWrong(path, "a person with themselves")


def _conflicts(value: Any, known: set[str]) -> tuple[tuple[str, str], ...]:
    pairs: set[tuple[str, str]] = set()
    for i, pair in enumerate(listed(value, "conflicts")):
        path = f"conflicts[{i}]"
        if len(listed(pair, path)) != 2:
            raise InputWrong(path, f"a pair of sessions is needed, not {told(pair)}")
        one, other = (_wish(name, f"{path}[{k}]", known, set()) for k, name in enumerate(pair))
        if one == other:
            raise InputWrong(path, f"session {told(one)} with itself")
        pairs.add((min(one, other), max(one, other)))
    return tuple(sorted(pairs))


@undisturbed
def write(problem: Problem, allocation: Allocation) -> dict[str, Any]:
    """The result as a document; `seconds` is for whoever has a clock."""
    return {
        "placements": [
            {"person": one.person, "session": one.session, "rank": one.rank, "reason": "placed"}
            for one in allocation.placements
        ],
        "unplaced": [_unplaced(one) for one in allocation.shortfalls],
        "not_held": list(allocation.not_held),
        "metrics": {
            "seats_filled": allocation.seats_filled,
            "people_placed": allocation.people_placed,
            "first_choice_share": allocation.first_choice_share,
            "evenness": allocation.evenness,
            "seconds": 0.0,
        },
        "strategy": problem.strategy,
        "order": problem.order,
        "seed": problem.seed,
        "input_hash": input_hash(problem),
        "engine_version": ENGINE_VERSION,
    }


def _unplaced(one: Shortfall) -> dict[str, Any]:
    detail: dict[str, Any] = {}
    if one.session is not None:
        detail["session"] = one.session
    if one.ahead is not None:
        detail["ahead"] = one.ahead
    if one.one_more_seat:
        detail["one_more_seat"] = True
    return {
        "person": one.person,
        "wanted": one.wanted,
        "got": one.got,
        "reason": one.reason,
        "detail": detail,
    }
