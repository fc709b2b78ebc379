"""The words of an allocation: what is asked, and what is answered. Sessions and people are in the order of their ids,
whatever order they came in: the order of a file is nobody's merit."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

FAST_FILL, BALANCED = "fast_fill", "balanced"
MOST, FAIR = "most", "fair"


class InputWrong(Exception):
    """The input cannot be allocated: `path` says where it is wrong, `text` how."""

    def __init__(self, path: str, text: str) -> None:
        super().__init__(f"{path}: {text}" if path else text)
        self.path, self.text = path, text


@dataclass(frozen=True, slots=True)
class Session:
    """A dated event with seats. Below `minimum` seats it is not held."""

    id: str
    capacity: int
    minimum: int = 0
    starts_at: datetime | None = None
    ends_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """Who wishes. `wishes` are best first, equal ones together; `count` sessions are wanted, each with `seats`."""

    id: str
    wishes: tuple[tuple[str, ...], ...]
    count: int = 1
    seats: int = 1
    priority: int = 0
    credit: int = 0
    per_day: int | None = None
    per_week: int | None = None
    friends: tuple[str, ...] = ()
    values: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Problem:
    """Everything the result depends on."""

    sessions: tuple[Session, ...]
    people: tuple[Person, ...]
    conflicts: tuple[tuple[str, str], ...] = ()
    strategy: str = BALANCED
    order: str = MOST
    seed: str = ""


@dataclass(frozen=True, slots=True)
class Placement:
    """`rank` counts from 1; sessions that are equally welcome have the same."""

    person: str
    session: str
    rank: int


@dataclass(frozen=True, slots=True)
class Shortfall:
    """Somebody who got fewer sessions than wanted. `session` is the best wish that was missed, `ahead` how many others
    who also miss it stand before them, and `one_more_seat` says that one more seat there was theirs."""

    person: str
    wanted: int
    got: int
    reason: str
    session: str | None = None
    ahead: int | None = None
    one_more_seat: bool = False


@dataclass(frozen=True, slots=True)
class Allocation:
    """Who gets what, why not, and which sessions are not held for want of their minimum."""

    placements: tuple[Placement, ...]
    shortfalls: tuple[Shortfall, ...]
    not_held: tuple[str, ...]
    seats_filled: int
    people_placed: int
    first_choice_share: float
    evenness: float
