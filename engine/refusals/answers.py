"""Of an answer to a question, and of a question."""

from dataclasses import dataclass

from engine.refusals.refusal import Refusal


@dataclass
class AnswersNeeded(Refusal):
    """The service asks something first."""


@dataclass
class AnswerTooLong(Refusal):
    """A text is 1 to `most` visible characters."""

    most: int


@dataclass
class AnswerNoNumber(Refusal):
    pass


@dataclass
class AnswerTooSmall(Refusal):
    least: int


@dataclass
class AnswerTooLarge(Refusal):
    most: int


@dataclass
class AnswerNoChoice(Refusal):
    """It can only be chosen, by a button."""


@dataclass
class AnswerNoPhone(Refusal):
    pass


@dataclass
class AnswerNoEmail(Refusal):
    pass


@dataclass
class QuestionGone(Refusal):
    """It is not asked any more, or not so, or was answered before."""


@dataclass
class QuestionTwice(Refusal):
    """It is asked in these words already."""


@dataclass
class TooManyQuestions(Refusal):
    most: int


@dataclass
class QuestionUnusable(Refusal):
    """A question is one text of 1 to `most` visible characters."""

    most: int


@dataclass
class ChoicesUnusable(Refusal):
    """2 to `most` different ones, one a line, of 1 to `count` visible characters."""

    most: int
    count: int


@dataclass
class ChoicesUneven(Refusal):
    """As many as there are in the other language."""

    wanted: int


@dataclass
class BoundsUnusable(Refusal):
    """Two whole numbers, the smaller first."""
