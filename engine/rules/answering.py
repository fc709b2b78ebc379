"""Answers to a service's questions: what counts as one, and that nobody books or waits without those needed."""

import re
from decimal import Decimal

from engine.facts import BookingAnswered, EntryAnswered, Fact, RequestAnswered
from engine.ports import Act
from engine.questions import NO, TEXT_MOST, YES, Answer, Answers, Question
from engine.refusals import (
    AnswerNoChoice,
    AnswerNoEmail,
    AnswerNoNumber,
    AnswerNoPhone,
    AnswersNeeded,
    AnswerTooLarge,
    AnswerTooLong,
    AnswerTooSmall,
    BookingOver,
    EventCancelled,
    EventStarted,
    QuestionGone,
    Refusal,
)
from engine.state import Entry, Request, State

NUMBER = re.compile(r"[+-]?[0-9]{1,9}(?:[.,][0-9]{1,2})?")
PHONE = re.compile(r"\+?[0-9 ()/.-]{6,30}")
PHONE_DIGITS = range(6, 16)  # E.164 has 15 at most
EMAIL = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]{1,64}@(?:[\w-]{1,63}\.)+[\w-]{2,63}")
KEPT = 16
"""Answers of one booking, those to questions that are gone included."""


def read(question: Question, typed: str) -> str:
    """The value of an answer; reading it again changes nothing. Raises what is wrong with it."""
    words = " ".join(typed.split())
    match question.kind:
        case "number":
            return _number(question, words)
        case "choice":
            return _choice(question, words)
        case "yes_no":
            if words not in (YES, NO):
                raise AnswerNoChoice
            return words
        case "phone":
            return _phone(words)
        case "email":
            if not EMAIL.fullmatch(words) or len(words) > TEXT_MOST:
                raise AnswerNoEmail
            return words
        case _:
            if not 1 <= len(words) <= TEXT_MOST or not words.isprintable():
                raise AnswerTooLong(most=TEXT_MOST)
            return words


def _number(question: Question, words: str) -> str:
    if not NUMBER.fullmatch(words):
        raise AnswerNoNumber
    number = Decimal(words.replace(",", "."))
    if question.least is not None and number < question.least:
        raise AnswerTooSmall(least=question.least)
    if question.most is not None and number > question.most:
        raise AnswerTooLarge(most=question.most)
    plain = f"{number:f}"
    plain = plain.rstrip("0").rstrip(".") if "." in plain else plain
    return "0" if plain in ("-0", "") else plain


def _choice(question: Question, words: str) -> str:
    """In the words it was chosen by: any language's."""
    for choice in question.choices:
        for text in choice.values():
            if " ".join(text.split()).casefold() == words.casefold():
                return text
    raise AnswerNoChoice


def _phone(words: str) -> str:
    digits = "".join(sign for sign in words if sign.isdecimal())
    if not PHONE.fullmatch(words) or len(digits) not in PHONE_DIGITS:
        raise AnswerNoPhone
    return f"+{digits}" if words.startswith("+") else digits


def is_right(question: Question, value: str) -> bool:
    """Whether the question can be answered so."""
    try:
        return read(question, value) == value
    except Refusal:
        return False


def answered(state: State, answers: Answers | None, before: Entry | Request | None = None) -> Answers:
    """What is kept: right answers to what is asked now. `answers` None: the person was not asked, so that those of
    the place in line, or of the request for one, that they have must do. Raises AnswersNeeded."""
    questions = state.settings.questions
    if answers is None and questions and (before is None or not before.answers):
        raise AnswersNeeded
    given = {each.code: each for each in (before.answers if answers is None and before else answers or ())}
    kept = []
    for question in questions:
        answer = given.get(question.code)
        if answer is not None and answer.kind == question.kind and is_right(question, answer.value):
            kept.append(answer)
        elif question.required:
            raise AnswersNeeded
    return tuple(kept)


def change(state: State, act: Act, person_id: int, answer: Answer) -> list[Fact]:
    """The person answers one question anew, of their booking, or else of their place in the event's line, their request
    for one, or their place on the reserve list; "" takes an answer back that is not needed. Nothing when it is
    answered so already.

    Raises EventCancelled, EventStarted, QuestionGone, BookingOver, and what `read` does.
    """
    if state.event.status == "cancelled":
        raise EventCancelled
    if state.event.starts_at <= act.now:
        raise EventStarted
    _check(state, answer)
    booking = state.booking_of(person_id)
    if booking is not None:
        answers = _with(booking.answers, answer)
        return [] if answers == booking.answers else [BookingAnswered(id=booking.id, answers=answers)]
    asked = state.line.of(person_id) or state.request_of(person_id) or state.reserve.of(person_id)
    if asked is None:
        raise BookingOver
    answers = _with(asked.answers, answer)
    if answers == asked.answers:
        return []
    changed = RequestAnswered if isinstance(asked, Request) else EntryAnswered
    return [changed(id=asked.id, answers=answers)]


def _check(state: State, answer: Answer) -> None:
    question = next((each for each in state.settings.questions if each.code == answer.code), None)
    if question is None or question.kind != answer.kind or (question.required and not answer.value):
        raise QuestionGone
    if answer.value and read(question, answer.value) != answer.value:
        raise QuestionGone


def _with(answers: Answers, new: Answer) -> Answers:
    """In its old place, or behind; the oldest goes where there would be too many."""
    if not new.value:
        return tuple(each for each in answers if each.code != new.code)
    if any(each.code == new.code for each in answers):
        return tuple(new if each.code == new.code else each for each in answers)
    return (*answers, new)[-KEPT:]
