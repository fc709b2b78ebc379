"""Instances of the allocation, as documents: random ones, the same for the same seed wherever they are made, and the
real ones of `ariel/`.

Popularity falls like Zipf (exponent 0.7), about 1.3 seats are wanted for each there is, everybody has 3 to 5 wishes,
5 % are parties of two, 10 % have priority. `one_seat` leaves out whatever makes it more than a flow: everybody wants
one session, for one. `full_rules` has it all: a month of sessions with times, several each, limits, friends, minima."""

from __future__ import annotations

import hashlib
import json
from bisect import bisect
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from pathlib import Path
from random import Random
from typing import Any

Document = dict[str, Any]
REAL = Path(__file__).with_name("ariel")
SIZES = ((1_000, 50), (10_000, 200), (100_000, 1_000))
ZIPF, WANTED = 0.7, 1.3
PARTIES, PRIORITY, FRIENDS = 0.05, 0.1, 0.1
MONTH = datetime(2026, 12, 1, tzinfo=UTC)
VALUES = (100, 80, 65, 55, 50)
"""What a first, second … wish is worth, where an instance says so itself."""


def real(name: str) -> Document:
    """One of `ariel/`."""
    document: Document = json.loads((REAL / f"{name}.json").read_text(encoding="utf-8"))
    return document


def chance(seed: str) -> Random:
    """The same draws on every platform and version."""
    return Random(int.from_bytes(hashlib.sha256(seed.encode()).digest(), "big"))


def one_seat(
    seed: str, people: int, sessions: int, *, spare: float = 1 / WANTED, plain: bool = False
) -> Document:
    """Everybody wants one seat; there are `spare` seats for each. `plain`: nobody has priority."""
    draws = chance(f"one seat {seed} {people} {sessions}")
    wishes = _wishes(draws, people, sessions)
    priorities = [int(draws.random() < PRIORITY and not plain) for _ in range(people)]
    return {
        "sessions": [
            {"id": _session(i), "capacity": capacity}
            for i, capacity in enumerate(_capacities(draws, round(people * spare), sessions))
        ],
        "people": [
            {
                "id": f"p{i}",
                "wishes": wished,
                "values": dict(zip(wished, VALUES, strict=False)),
                "priority": first,
            }
            for i, (wished, first) in enumerate(zip(wishes, priorities, strict=True))
        ],
        "strategy": "balanced",
        "seed": seed,
    }


def full_rules(seed: str, people: int, sessions: int, *, plain: bool = False) -> Document:
    """A month of sessions, and people who want one to three of them. `plain`: all of them stand equal."""
    draws = chance(f"full rules {seed} {people} {sessions}")
    made = [_person(draws, i, wished) for i, wished in enumerate(_wishes(draws, people, sessions))]
    _befriend(draws, made)
    if plain:
        made = [person | {"priority": 0, "credit": 0} for person in made]
    wanted = sum(person["count"] * person["seats"] for person in made)
    capacities = _capacities(draws, round(wanted / WANTED), sessions)
    return {
        "sessions": [_held(draws, i, capacity) for i, capacity in enumerate(capacities)],
        "people": made,
        "conflicts": [[_session(i), _session(i + 1)] for i in range(0, sessions - 1, 10)],
        "strategy": "balanced",
        "seed": seed,
    }


def _session(number: int) -> str:
    return f"s{number}"


def _wishes(draws: Random, people: int, sessions: int) -> Iterator[list[str]]:
    """3 to 5 different sessions each, the popular ones more often and, where there are more, first."""
    heights = list(accumulate((rank + 1) ** -ZIPF for rank in range(sessions)))
    for _ in range(people):
        wanted, wished = min(draws.randint(3, 5), sessions), dict[str, None]()
        while len(wished) < wanted:
            wished[_session(bisect(heights, draws.random() * heights[-1]))] = None
        yield list(wished)


def _capacities(draws: Random, seats: int, sessions: int) -> list[int]:
    """Small and large rooms in any order: nobody gave the popular sessions the large ones."""
    weights = [draws.choice((1, 1.5, 2)) for _ in range(sessions)]
    return [max(1, round(seats * weight / sum(weights))) for weight in weights]


def _person(draws: Random, number: int, wished: Sequence[str]) -> Document:
    return {
        "id": f"p{number}",
        "wishes": list(wished),
        "values": dict(zip(wished, VALUES, strict=False)),
        "count": draws.choice((1, 1, 2, 3)),
        "seats": 2 if draws.random() < PARTIES else 1,
        "priority": int(draws.random() < PRIORITY),
        "credit": draws.choice((0, 0, 0, 1, 2)),
        "per_day": 1,
        "per_week": draws.choice((1, 2)),
    }


def _befriend(draws: Random, people: list[Document]) -> None:
    """Neighbours of the list, who then wish for the same."""
    for one, other in zip(people[::2], people[1::2], strict=False):
        if draws.random() < FRIENDS:
            one["with"], other["with"] = [other["id"]], [one["id"]]
            other |= {name: one[name] for name in ("wishes", "values", "count", "per_week")}


def _held(draws: Random, number: int, capacity: int) -> Document:
    starts_at = MONTH + timedelta(days=draws.randrange(28), hours=draws.choice((9, 12, 17, 18, 19)))
    return {
        "id": _session(number),
        "capacity": capacity,
        "minimum": capacity // 3,
        "starts_at": starts_at.isoformat(),
        "ends_at": (starts_at + timedelta(minutes=90)).isoformat(),
    }
