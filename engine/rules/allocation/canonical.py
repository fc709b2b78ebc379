"""The fingerprint of a problem: the same for the same question, however its file is written."""

import json
from dataclasses import asdict
from datetime import datetime
from hashlib import sha256
from typing import Any

from engine.rules.allocation.problem import Person, Problem


def input_hash(problem: Problem) -> str:
    """SHA-256 of everything that the result depends on, in hexadecimal digits."""
    digest = sha256()
    head = [problem.strategy, problem.order, problem.seed, problem.conflicts]
    digest.update(_line(head))
    for session in problem.sessions:
        digest.update(_line(asdict(session)))
    for person in problem.people:
        digest.update(_line(_facts(person)))
    return digest.hexdigest()


def _facts(person: Person) -> list[Any]:
    friends = sorted(set(person.friends))
    limits = [person.count, person.seats, person.priority, person.credit, person.per_day, person.per_week]
    return [person.id, person.wishes, *limits, friends, sorted(person.values.items())]


def _line(value: Any) -> bytes:
    return json.dumps(value, sort_keys=True, separators=(",", ":"), default=_moment).encode() + b"\n"


def _moment(value: datetime) -> str:
    return value.isoformat()
