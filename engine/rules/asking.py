"""What a service asks is changed by admins, one question at a time; each rule gives the questions as they become."""

from dataclasses import replace
from typing import Literal

from engine.facts import QuestionsChanged
from engine.questions import MOST_QUESTIONS, Question
from engine.refusals import QuestionGone, QuestionTwice, TooManyQuestions

Asked = tuple[Question, ...]


def add(service_id: int, asked: Asked, question: Question, name: str) -> QuestionsChanged:
    """A further question, behind the others; a code that is taken gets a number. Raises TooManyQuestions, and
    QuestionTwice for the same words once more: another admin was faster."""
    if any(each.texts == question.texts for each in asked):
        raise QuestionTwice
    if len(asked) >= MOST_QUESTIONS:
        raise TooManyQuestions(most=MOST_QUESTIONS)
    taken = {each.code for each in asked}
    code, number = question.code, 2
    while code in taken:
        code, number = f"{question.code}-{number}", number + 1
    become = (*asked, replace(question, code=code))
    return QuestionsChanged(id=service_id, how="added", code=code, name=name, questions=become)


def remove(service_id: int, asked: Asked, question: Question, name: str) -> QuestionsChanged:
    """It is asked no more; what was answered stays. Raises QuestionGone."""
    _place(asked, question)
    become = tuple(each for each in asked if each != question)
    return QuestionsChanged(id=service_id, how="removed", code=question.code, name=name, questions=become)


def move(
    service_id: int, asked: Asked, question: Question, name: str, here: int, there: int
) -> QuestionsChanged:
    """It goes from its place to the one before or behind. Raises QuestionGone, also when it is not `here` any more."""
    if _place(asked, question) != here or abs(here - there) != 1 or not 0 <= there < len(asked):
        raise QuestionGone
    become = list(asked)
    become[here], become[there] = become[there], become[here]
    code = question.code
    return QuestionsChanged(id=service_id, how="moved", code=code, name=name, questions=tuple(become))


def require(
    service_id: int, asked: Asked, question: Question, name: str, *, required: bool
) -> QuestionsChanged:
    """Whether nobody gets in without an answer. Raises QuestionGone, also when that is so already."""
    place = _place(asked, question)
    if question.required == required:
        raise QuestionGone
    become = (*asked[:place], replace(question, required=required), *asked[place + 1 :])
    how: Literal["required", "optional"] = "required" if required else "optional"
    return QuestionsChanged(id=service_id, how=how, code=question.code, name=name, questions=become)


def _place(asked: Asked, question: Question) -> int:
    """Where it stands, exactly as it was shown: another admin may have been faster."""
    if question not in asked:
        raise QuestionGone
    return asked.index(question)
