"""Small documents, and the way from a document to its answer."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from typing import Any

from engine.rules.allocation import allocate
from engine.rules.allocation.document import read, write

Document = dict[str, Any]


def session(name: str, capacity: int = 1, **more: Any) -> Document:
    return {"id": name, "capacity": capacity, **more}


def person(name: str, wishes: Sequence[Any], **more: Any) -> Document:
    return {"id": name, "wishes": list(wishes), **more}


def document(sessions: Sequence[Document], people: Sequence[Document], **more: Any) -> Document:
    return {
        "sessions": list(sessions),
        "people": list(people),
        "strategy": "fast_fill",
        "seed": "seed",
        **more,
    }


def answered(asked: Mapping[str, Any]) -> Document:
    problem = read(asked)
    return write(problem, allocate(problem))


def placed(asked: Mapping[str, Any]) -> set[tuple[str, str]]:
    return {(one["person"], one["session"]) for one in answered(asked)["placements"]}


def reasons(asked: Mapping[str, Any]) -> dict[str, str]:
    return {one["person"]: one["reason"] for one in answered(asked)["unplaced"]}


def small(seed: int, *, over: float = 1.3, people: int = 6, sessions: int = 4) -> Document:
    """One seat in one session for everybody; some have priority or credit, some wishes are equal."""
    dice = random.Random(seed)
    names = [f"s{i}" for i in range(sessions)]
    rows = [
        person(
            f"p{i}",
            dice.sample(names, dice.randint(1, 3)),
            priority=dice.choice((0, 0, 1)),
            credit=dice.choice((0, 0, 1, 2)),
        )
        for i in range(people)
    ]
    seats = max(1, round(people / sessions / over))
    return document([session(name, seats) for name in names], rows, seed=str(seed))


def turned(asked: Document, seed: int) -> Document:
    """The same, written in another order."""
    dice = random.Random(seed)
    return {
        **asked,
        "sessions": dice.sample(asked["sessions"], len(asked["sessions"])),
        "people": dice.sample(asked["people"], len(asked["people"])),
    }
