"""What becomes of a request for a place."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from engine.facts.subject import Subject
from engine.questions import Answers


@dataclass(frozen=True, slots=True)
class RequestMade:
    """Somebody asks for a place. No seat is held, and no place in line."""

    subject: ClassVar[Subject] = "request"
    id: int
    event_id: int
    person_id: int
    seats: int
    names: tuple[str, ...]
    answers: Answers = ()


@dataclass(frozen=True, slots=True)
class RequestGranted:
    """By an admin, who has booked the person, or put them in line; `reason` as far as one was given."""

    subject: ClassVar[Subject] = "request"
    id: int
    by_name: str
    reason: str
    booking_id: int | None = None
    entry_id: int | None = None


@dataclass(frozen=True, slots=True)
class RequestDeclined:
    """By an admin; the person is told why."""

    subject: ClassVar[Subject] = "request"
    id: int
    by_name: str
    reason: str


@dataclass(frozen=True, slots=True)
class RequestTakenBack:
    """By whoever made it."""

    subject: ClassVar[Subject] = "request"
    id: int


@dataclass(frozen=True, slots=True)
class RequestClosed:
    """Nobody needs to decide any more: the event began, or was cancelled, or the person has a place by another way.
    `told`: the person hears of it by the end of their place."""

    subject: ClassVar[Subject] = "request"
    id: int
    cause: Literal["over", "cancelled", "served"]
    told: bool = False


@dataclass(frozen=True, slots=True)
class RequestShifted:
    """Its event begins at another time now, and the person is told."""

    subject: ClassVar[Subject] = "request"
    id: int
