"""What a person is asked and has answered so far, as it is kept over a restart."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

from engine.ports import Draft
from engine.questions import Question
from engine.rules.answering import is_right
from engine.views import EventCard
from handlers.question_cards import mark

KIND = "answers"
SKIPPED = ""
Act = Literal["book", "join", "anywhere", "ask", "change", "kept"]
ACTS: dict[str, Act] = {act: act for act in get_args(Act)}


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for, and what is known so far: `given` and, from another time, `before` are values by the codes of
    questions. `act` "kept": nothing waits, but the answers will do when the person tries again. `number`: whether to
    be seated without asking, which times, or the mark of the one question that is answered anew. `heard` are the
    updates whose answers are known: one that Telegram sends again answers nothing else."""

    act: Act
    event_id: int
    seats: int = 1
    names: tuple[str, ...] = ()
    number: int = 0
    given: Mapping[str, str] = field(default_factory=dict)
    before: Mapping[str, str] = field(default_factory=dict)
    heard: tuple[str, ...] = ()

    def draft(self) -> Draft:
        """As it is kept."""
        data: dict[str, int | str | list[str]] = {
            "act": self.act,
            "event": self.event_id,
            "seats": self.seats,
            "names": list(self.names),
            "number": self.number,
            "given": [word for pair in self.given.items() for word in pair],
            "before": [word for pair in self.before.items() for word in pair],
            "heard": list(self.heard),
        }
        return Draft(KIND, data)


def asked_of(draft: Draft | None) -> Asked | None:
    """What is asked in a draft; None for any other question."""
    match draft:
        case Draft(
            "answers",
            {
                "act": str(act),
                "event": int(event),
                "seats": int(seats),
                "names": list(names),
                "number": int(number),
                "given": list(given),
                "before": list(before),
                "heard": list(heard),
            },
        ) if act in ACTS:
            pairs = _pairs(given), _pairs(before)
            return Asked(ACTS[act], event, seats, tuple(names), number, *pairs, tuple(heard))
        case _:
            return None


def _pairs(words: list[str]) -> dict[str, str]:
    return dict(zip(words[::2], words[1::2], strict=True))


def open_question(event: EventCard, asked: Asked) -> tuple[int, Question] | None:
    """The first question without a right answer, and its place."""
    for place, question in enumerate(event.settings.questions):
        value = asked.given.get(question.code)
        if asked.act == "change":
            if mark(question) == asked.number and value is None:
                return place, question
        elif value is None or not _does(question, value):
            return place, question
    return None


def _does(question: Question, value: str) -> bool:
    return not question.required if value == SKIPPED else is_right(question, value)
