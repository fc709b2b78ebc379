"""Answers: what counts as one, that nobody gets in without those needed, and where they go with a person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine import facts as f
from engine.notices import notices
from engine.questions import (
    KINDS,
    TEXT_MOST,
    Answer,
    Answers,
    Kind,
    Question,
    answers_of,
    from_json,
    to_json,
    to_rows,
    untold,
)
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
    EventFull,
    EventStarted,
    QuestionGone,
    Refusal,
)
from engine.rules import answering, balancing, booking, by_hand, moving, offers, waitlist
from engine.rules.answering import KEPT, is_right, read
from engine.settings import Mode
from engine.state import Request
from tests.rules.builders import (
    ADMIN,
    HOUR,
    NOW,
    act,
    changed,
    entry,
    event,
    full_house,
    kinds,
    offer,
    only,
    person,
    reserve,
    settings,
    state,
)
from tests.rules.builders import booking as booked

DIET = Question("diet", {"en": "What don’t you eat?"}, required=False)
AGE = Question("age", {"en": "Your age?"}, "number", least=14, most=99)
LEVEL = Question("level", {"en": "How good?"}, "choice", choices=({"en": "New", "hu": "Új"}, {"en": "Old"}))
ASKS = settings(questions=(DIET, AGE))
THIRTY = Answer("age", "Your age?", "number", "30")
FISH = Answer("diet", "What don’t you eat?", "text", "fish")


def asked(kind: Kind, **values: Any) -> Question:
    return Question("q", {"en": "?"}, kind, **values)


# ------------------------------------------------------------------------------------------------------- reading


@pytest.mark.parametrize(
    ("question", "typed", "value"),
    [
        (asked("text"), "  no \n nuts ", "no nuts"),
        (asked("text"), "x" * TEXT_MOST, "x" * TEXT_MOST),
        (asked("number"), "7,50", "7.5"),
        (asked("number"), "+007", "7"),
        (asked("number"), "-0.00", "0"),
        (asked("number"), "100", "100"),
        (asked("number", least=14, most=99), "14", "14"),
        (asked("number", least=14, most=99), "99", "99"),
        (LEVEL, "ÚJ", "Új"),
        (LEVEL, "old", "Old"),
        (asked("yes_no"), "yes", "yes"),
        (asked("yes_no"), "no", "no"),
        (asked("phone"), "+36 (30) 123-45.67", "+36301234567"),
        (asked("phone"), "123456", "123456"),
        (asked("phone"), "1" * 15, "1" * 15),
        (asked("email"), "anna@example.com", "anna@example.com"),
    ],
)
def test_right_answers(question: Question, typed: str, value: str) -> None:
    assert read(question, typed) == value
    assert is_right(question, value)


@pytest.mark.parametrize(
    ("question", "typed", "why"),
    [
        (asked("text"), " ", AnswerTooLong(most=TEXT_MOST)),
        (asked("text"), "x" * (TEXT_MOST + 1), AnswerTooLong(most=TEXT_MOST)),
        (asked("text"), "a\u202eb", AnswerTooLong(most=TEXT_MOST)),
        (asked("number"), "seven", AnswerNoNumber()),
        (asked("number"), "1e9", AnswerNoNumber()),
        (asked("number"), "1.234", AnswerNoNumber()),
        (asked("number"), "٧", AnswerNoNumber()),
        (asked("number", least=14), "13.99", AnswerTooSmall(least=14)),
        (asked("number", most=99), "99.01", AnswerTooLarge(most=99)),
        (LEVEL, "so-so", AnswerNoChoice()),
        (asked("yes_no"), "maybe", AnswerNoChoice()),
        (asked("phone"), "12345", AnswerNoPhone()),
        (asked("phone"), "1" * 16, AnswerNoPhone()),
        (asked("phone"), "call me", AnswerNoPhone()),
        (asked("phone"), "36+30123456", AnswerNoPhone()),
        (asked("email"), "anna@example", AnswerNoEmail()),
        (asked("email"), "anna@@example.com", AnswerNoEmail()),
        (asked("email"), f"anna@{'a' * 63}.{'b' * 63}.{'c' * 63}.{'d' * 63}.hu", AnswerNoEmail()),
    ],
)
def test_wrong_answers(question: Question, typed: str, why: Refusal) -> None:
    with pytest.raises(type(why)) as caught:
        read(question, typed)
    assert caught.value == why
    assert not is_right(question, typed)


@given(
    st.sampled_from(KINDS),
    st.text(max_size=40) | st.from_regex(r"[+-]?[0-9]{1,9}([.,][0-9]{1,2})?", fullmatch=True),
)
def test_reading_again_changes_nothing_and_what_is_read_is_tame(kind: Kind, typed: str) -> None:
    question = replace(LEVEL, kind=kind)
    try:
        value = read(question, typed)
    except Refusal:
        return
    assert read(question, value) == value and is_right(question, value)
    assert value.isprintable() and 1 <= len(value) <= TEXT_MOST


@given(st.integers(-(10**9), 10**9), st.integers(0, 10**9), st.decimals(-(10**9) + 1, 10**9 - 1, places=2))
def test_bounds_hold(least: int, more: int, number: Any) -> None:
    question = asked("number", least=least, most=least + more)
    if least <= number <= least + more:
        assert least <= float(read(question, f"{number:f}")) <= least + more
    else:
        with pytest.raises(AnswerTooSmall if number < least else AnswerTooLarge):
            read(question, f"{number:f}")


WORDS: st.SearchStrategy[Mapping[str, str]] = st.dictionaries(
    st.sampled_from(("en", "hu", "de")), st.text(min_size=1, max_size=9), min_size=1
)


@given(
    st.lists(
        st.builds(
            Question,
            code=st.text(min_size=1, max_size=5),
            texts=WORDS,
            kind=st.sampled_from(KINDS),
            required=st.booleans(),
            choices=st.lists(WORDS, max_size=3).map(tuple),
            least=st.none() | st.integers(-5, 5),
            most=st.none() | st.integers(-5, 5),
        ),
        max_size=3,
    ).map(tuple),
    st.lists(
        st.builds(Answer, *[st.text(max_size=5)] * 2, st.sampled_from(KINDS), st.text(max_size=9)), max_size=3
    ),
)
def test_kept_and_read_back_it_is_the_same(questions: tuple[Question, ...], answers: list[Answer]) -> None:
    assert from_json(to_json(questions)) == questions
    assert answers_of(to_rows(tuple(answers))) == tuple(answers)
    assert from_json(None) == ()


def test_the_history_knows_what_was_asked_and_not_what_was_answered() -> None:
    blank = (Answer("diet", "What don’t you eat?", "text", ""),)
    assert untold((FISH,)) == blank
    for answered in (f.BookingAnswered, f.EntryAnswered, f.RequestAnswered):
        assert f.as_kept(answered(7, (FISH,))) == answered(7, blank)
    for kept in (f.BookingAnswered(7, ()), f.BookingReconfirmed(7)):
        assert f.as_kept(kept) is kept


# ------------------------------------------------------------------------------------------------- booking, joining


def test_nobody_books_unasked() -> None:
    free = state(event(2), ASKS)
    with pytest.raises(AnswersNeeded):
        booking.book(free, act(by=person(1)), 1)
    with pytest.raises(AnswersNeeded):
        booking.book(free, act(by=person(1)), 1, answers=(FISH,))
    made = only(booking.book(free, act(by=person(1)), 1, answers=(THIRTY,)), f.BookingMade)
    assert made.answers == (THIRTY,)


def test_what_may_be_skipped_is_asked_all_the_same() -> None:
    free = state(event(2), settings(questions=(DIET,)))
    with pytest.raises(AnswersNeeded):
        booking.book(free, act(by=person(1)), 1)
    assert only(booking.book(free, act(by=person(1)), 1, answers=()), f.BookingMade).answers == ()


def test_a_full_event_is_told_before_anything_is_asked() -> None:
    with pytest.raises(EventFull):
        booking.book(full_house(under=ASKS), act(by=person(1)), 1)


def test_where_nothing_is_asked_nothing_is_kept() -> None:
    made = only(booking.book(state(event(1)), act(by=person(1)), 1, answers=(THIRTY,)), f.BookingMade)
    assert made.answers == ()


@given(st.permutations([THIRTY, FISH, Answer("old", "Gone?", "text", "x")]), st.booleans())
def test_what_is_kept_is_right_and_in_order(answers: list[Answer], wrong: bool) -> None:
    given_ = [replace(each, value="13") if wrong and each.code == "age" else each for each in answers]
    free = state(event(2), ASKS)
    if wrong:
        with pytest.raises(AnswersNeeded):
            booking.book(free, act(by=person(1)), 1, answers=tuple(given_))
        return
    made = only(booking.book(free, act(by=person(1)), 1, answers=tuple(given_)), f.BookingMade)
    assert made.answers == (FISH, THIRTY)


def test_an_answer_to_a_question_of_another_kind_is_none() -> None:
    with pytest.raises(AnswersNeeded):
        booking.book(state(event(1), ASKS), act(by=person(1)), 1, answers=(replace(THIRTY, kind="text"),))


def test_nobody_joins_unasked() -> None:
    full = full_house(under=ASKS)
    with pytest.raises(AnswersNeeded):
        waitlist.join(full, act(by=person(1)), 1)
    with pytest.raises(AnswersNeeded):
        waitlist.join_reserve(full, act(by=person(1)), 1, ())
    joined = only(waitlist.join(full, act(by=person(1)), 1, answers=(THIRTY,)), f.EntryJoined)
    listed = only(waitlist.join_reserve(full, act(by=person(1)), 1, (), answers=(THIRTY,)), f.EntryJoined)
    assert joined.answers == listed.answers == (THIRTY,)


def test_who_waits_has_answered_already() -> None:
    own = reserve(5, answers=(THIRTY,))
    joined = only(waitlist.join(full_house(under=ASKS, entries=[own]), act(by=person(5)), 5), f.EntryJoined)
    free = state(event(2), ASKS, entries=[entry(5, answers=(THIRTY,), status="paused")])
    made = only(booking.book(free, act(by=person(5)), 5), f.BookingMade)
    assert joined.answers == made.answers == (THIRTY,)
    unanswered = state(event(2), ASKS, entries=[entry(5, status="paused")])
    with pytest.raises(AnswersNeeded):
        booking.book(unanswered, act(by=person(5)), 5)


# ------------------------------------------------------------------------------------------------- taken along


def test_a_promotion_takes_them_along() -> None:
    full = full_house(under=settings(Mode.LEGACY, questions=(AGE,)), entries=[entry(5, answers=(THIRTY,))])
    facts = booking.cancel(full, act(by=person(1001)), 1001, 1001)
    assert only(facts, f.BookingMade).answers == (THIRTY,)
    assert changed(full, facts).booking_of(5).answers == (THIRTY,)  # type: ignore[union-attr]


def test_an_accepted_offer_takes_them_along() -> None:
    of, own = event(1), entry(5, status="offered", answers=(THIRTY,))
    asked_ = state(of, ASKS, entries=[own], offers=[offer(7, own, 1, event=of)])
    facts = offers.accept(asked_, act(by=person(5)), 7, 5)
    assert only(facts, f.BookingMade).answers == (THIRTY,)


def test_an_admin_asks_nobody() -> None:
    free = state(event(3), ASKS, entries=[entry(5, answers=(THIRTY,), status="paused")])
    guest = by_hand.book_for(free, act(by=ADMIN, reason="asked"), 9)
    waiting = by_hand.book_for(free, act(by=ADMIN, reason="asked"), 5)
    assert only(guest, f.BookingMade).answers == ()
    assert only(waiting, f.BookingMade).answers == (THIRTY,)


def test_back_in_line_they_stay() -> None:
    own = booked(7, 5, 1, answers=(THIRTY,))
    facts = by_hand.back_to_line(state(event(1), ASKS, bookings=[own]), act(by=ADMIN, reason="asked"), 7)
    assert only(facts, f.EntryJoined).answers == (THIRTY,)


@pytest.mark.parametrize(("service", "answers"), [(1, (THIRTY,)), (2, ())])
def test_a_move_takes_them_along_within_the_service(service: int, answers: Answers) -> None:
    here = state(event(1), ASKS, bookings=[booked(7, 5, 1, answers=(THIRTY,))])
    there = state(replace(event(1), id=2, service_id=service), ASKS)
    steps = moving.move({1: here, 2: there}, act(by=person(5)), 7, 1, 2, 5)
    made = next(fact for _, facts in steps for fact in facts if isinstance(fact, f.BookingMade))
    assert made.answers == answers


@pytest.mark.parametrize("direct", [True, False])
def test_balancing_takes_them_along(direct: bool) -> None:
    under = settings(Mode.SPLITTER, questions=(AGE,))
    full = full_house(under=under, entries=[entry(5, answers=(THIRTY,))])
    free = state(replace(event(1, timedelta(days=8)), id=2), under)
    act_ = act(by=ADMIN, reason="asked")
    steps = balancing.distribute({1: full, 2: free}, act_, {5: NOW}, direct=direct)
    kept = [
        fact.answers
        for _, facts in steps
        for fact in facts
        if isinstance(fact, f.BookingMade | f.EntryJoined)
    ]
    assert kept == [(THIRTY,)]


# ------------------------------------------------------------------------------------------------- changed later


def test_an_answer_is_changed_until_the_start() -> None:
    own = booked(7, 5, 1, answers=(FISH, THIRTY))
    now = state(event(1), ASKS, bookings=[own])
    older = replace(THIRTY, value="31")
    facts = answering.change(now, act(by=person(5)), 5, older)
    assert facts == [f.BookingAnswered(id=7, answers=(FISH, older))]
    assert changed(now, facts).bookings[7].answers == (FISH, older)
    assert changed(now, facts).bookings[7].version == 2
    assert answering.change(now, act(by=person(5)), 5, THIRTY) == []
    with pytest.raises(EventStarted):
        answering.change(now, act(now=now.event.starts_at), 5, older)
    with pytest.raises(EventCancelled):
        answering.change(replace(now, event=replace(now.event, status="cancelled")), act(), 5, older)


@pytest.mark.parametrize("make", [entry, reserve])
def test_of_a_place_in_line_too(make: Any) -> None:
    now = full_house(under=ASKS, entries=[make(5)])
    facts = answering.change(now, act(by=person(5)), 5, THIRTY)
    assert facts == [f.EntryAnswered(id=5, answers=(THIRTY,))]
    become = changed(now, facts)
    assert become.entry(5).answers == (THIRTY,)  # type: ignore[union-attr]
    assert answering.change(become, act(by=person(5)), 5, THIRTY) == []


def test_of_a_request_before_the_reserve_list() -> None:
    """It is about this event, as a place in its line is."""
    asking = Request(8, 1, 5, 1, answers=(FISH,))
    now = full_house(under=ASKS, entries=[reserve(6, 5)], requests=[asking])
    facts = answering.change(now, act(by=person(5)), 5, THIRTY)
    assert facts == [f.RequestAnswered(id=8, answers=(FISH, THIRTY))]
    become = changed(now, facts)
    assert (become.requests[8].answers, become.requests[8].open) == ((FISH, THIRTY), True)
    assert answering.change(become, act(by=person(5)), 5, THIRTY) == []
    assert notices(facts[0], become, act(by=person(5)), None) == []


def test_who_has_nothing_has_nothing_to_answer() -> None:
    with pytest.raises(BookingOver):
        answering.change(full_house(under=ASKS), act(by=person(5)), 5, THIRTY)


def test_an_answer_that_is_not_needed_can_be_taken_back() -> None:
    now = state(event(1), ASKS, bookings=[booked(7, 5, 1, answers=(FISH, THIRTY))])
    (fact,) = answering.change(now, act(by=person(5)), 5, replace(FISH, value=""))
    assert fact == f.BookingAnswered(id=7, answers=(THIRTY,))


@pytest.mark.parametrize(
    "answer",
    [
        replace(THIRTY, value=""),
        replace(THIRTY, kind="text"),
        replace(THIRTY, code="gone"),
        replace(THIRTY, value="030"),
    ],
)
def test_what_is_not_asked_so_is_not_answered(answer: Answer) -> None:
    now = state(event(1), ASKS, bookings=[booked(7, 5, 1)])
    with pytest.raises(QuestionGone):
        answering.change(now, act(by=person(5)), 5, answer)


def test_answers_to_what_is_gone_stay_and_never_grow_without_end() -> None:
    old = tuple(Answer(f"old-{n}", "Gone?", "text", "x") for n in range(KEPT))
    now = state(event(1), ASKS, bookings=[booked(7, 5, 1, answers=old)])
    (fact,) = answering.change(now, act(by=person(5)), 5, THIRTY)
    assert isinstance(fact, f.BookingAnswered)
    assert fact.answers == (*old[1:], THIRTY)


def test_nobody_hears_of_it() -> None:
    now = state(event(1, 5 * HOUR), ASKS, bookings=[booked(7, 5, 1)])
    assert kinds(answering.change(now, act(by=person(5)), 5, THIRTY)) == ["BookingAnswered"]
