"""Questions of a service, and what people answer."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from engine.facts.subject import Subject
from engine.questions import Answers, Question


@dataclass(frozen=True, slots=True)
class BookingAnswered:
    """What the person has answered by now to the service's questions. The history keeps which, and not what."""

    subject: ClassVar[Subject] = "booking"
    id: int
    answers: Answers


@dataclass(frozen=True, slots=True)
class EntryAnswered:
    """See `BookingAnswered`."""

    subject: ClassVar[Subject] = "entry"
    id: int
    answers: Answers


@dataclass(frozen=True, slots=True)
class RequestAnswered:
    """See `BookingAnswered`."""

    subject: ClassVar[Subject] = "request"
    id: int
    answers: Answers


@dataclass(frozen=True, slots=True)
class QuestionsChanged:
    """What the service asks from now on, and which question (`code`, in words `name`) was concerned. About no event, so
    no step of a decision: see `ports.Questions`."""

    id: int
    how: Literal["added", "removed", "moved", "required", "optional"]
    code: str
    name: str
    questions: tuple[Question, ...]
