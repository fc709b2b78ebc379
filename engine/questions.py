"""What a service asks of everybody who books, waits or asks for a place, and the answers as they are kept.

An answer carries the question as it was read, so that it says something when the question is gone. What people answer
is theirs: it is on cards, and in no letter, log or history.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any, Literal, get_args

Kind = Literal["text", "number", "choice", "yes_no", "phone", "email"]
KINDS: tuple[Kind, ...] = get_args(Kind)
YES, NO = "yes", "no"

MOST_QUESTIONS = 8
MOST_CHOICES = 10
TEXT_MOST = 200
"""Characters of a question, and of an answer."""
CHOICE_MOST = 40

Names = Mapping[str, str]
"""A text by language code."""

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Question:
    """`code` names it for good. `choices` are those of kind `choice`, `least` and `most` the bounds of a number."""

    code: str
    texts: Names
    kind: Kind = "text"
    required: bool = True
    choices: tuple[Names, ...] = ()
    least: int | None = None
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """`question` is what was read. `value`: "yes" or "no", a number in plain digits, a choice as it was read, or
    what was typed, tidied."""

    code: str
    question: str
    kind: Kind
    value: str


Answers = tuple[Answer, ...]


def to_json(questions: Iterable[Question]) -> list[Json]:
    """As it is kept; what is not said is left out."""
    return [_json(question) for question in questions]


def _json(question: Question) -> Json:
    kept: Json = {"code": question.code, "text": dict(question.texts), "kind": question.kind}
    kept["required"] = question.required
    if question.choices:
        kept["choices"] = [dict(choice) for choice in question.choices]
    bounds = {"min": question.least, "max": question.most}
    return kept | {name: bound for name, bound in bounds.items() if bound is not None}


def from_json(kept: Sequence[Mapping[str, Any]] | None) -> tuple[Question, ...]:
    """Questions as they are kept."""
    return tuple(
        Question(
            code=each["code"],
            texts=each["text"],
            kind=each["kind"],
            required=each["required"],
            choices=tuple(each.get("choices", ())),
            least=each.get("min"),
            most=each.get("max"),
        )
        for each in kept or ()
    )


def answers_of(kept: Sequence[Mapping[str, Any]]) -> Answers:
    """Answers as they are kept."""
    return tuple(Answer(**each) for each in kept)


def untold(answers: Answers) -> Answers:
    """That something was answered, without what: for the history."""
    return tuple(replace(answer, value="") for answer in answers)


def to_rows(answers: Answers) -> list[Json]:
    """As it is kept."""
    return [asdict(answer) for answer in answers]
