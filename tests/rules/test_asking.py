"""What a service asks is changed by one question at a time, and never by somebody who saw something else."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.questions import MOST_QUESTIONS, Question
from engine.refusals import QuestionGone, QuestionTwice, Refusal, TooManyQuestions
from engine.rules import asking

ONE, TWO, THREE = (Question(code, {"en": code}) for code in ("one", "two", "three"))
SERVICE = 7


def test_a_new_one_stands_behind_with_a_code_of_its_own() -> None:
    other = replace(ONE, texts={"en": "another"})
    fact = asking.add(SERVICE, (ONE, TWO), other, "one")
    assert (fact.id, fact.how, fact.code, fact.name) == (SERVICE, "added", "one-2", "one")
    again = asking.add(SERVICE, fact.questions, replace(ONE, texts={"en": "a third"}), "one")
    assert [each.code for each in again.questions] == ["one", "two", "one-2", "one-3"]


def test_not_more_than_anybody_answers() -> None:
    full = tuple(replace(ONE, code=str(n)) for n in range(MOST_QUESTIONS))
    assert len(asking.add(SERVICE, full[1:], TWO, "two").questions) == MOST_QUESTIONS
    with pytest.raises(TooManyQuestions):
        asking.add(SERVICE, full, TWO, "two")


def test_the_same_words_are_asked_once() -> None:
    with pytest.raises(QuestionTwice):
        asking.add(SERVICE, (ONE, TWO), replace(TWO, code="other", kind="number"), "two")


def test_one_is_removed() -> None:
    fact = asking.remove(SERVICE, (ONE, TWO), ONE, "one")
    assert (fact.how, fact.code, fact.questions) == ("removed", "one", (TWO,))


def test_neighbours_change_places() -> None:
    fact = asking.move(SERVICE, (ONE, TWO, THREE), THREE, "three", 2, 1)
    assert (fact.how, fact.code, fact.questions) == ("moved", "three", (ONE, THREE, TWO))
    assert asking.move(SERVICE, (ONE, TWO, THREE), ONE, "one", 0, 1).questions == (TWO, ONE, THREE)


@pytest.mark.parametrize(("here", "there"), [(1, 2), (0, 2), (0, 0), (0, -1), (2, 3), (2, 1)])
def test_it_is_moved_once_and_by_one(here: int, there: int) -> None:
    with pytest.raises(QuestionGone):
        asking.move(
            SERVICE, (ONE, TWO, THREE), THREE if here == 2 and there == 3 else ONE, "one", here, there
        )


@pytest.mark.parametrize(("required", "how"), [(True, "required"), (False, "optional")])
def test_an_answer_is_needed_or_not(required: bool, how: str) -> None:
    was = replace(TWO, required=not required)
    fact = asking.require(SERVICE, (ONE, was, THREE), was, "two", required=required)
    assert (fact.how, fact.questions) == (how, (ONE, replace(TWO, required=required), THREE))
    with pytest.raises(QuestionGone):
        asking.require(SERVICE, fact.questions, fact.questions[1], "two", required=required)


def test_another_admin_was_faster() -> None:
    for other in ((), (replace(ONE, required=False), TWO)):
        with pytest.raises(QuestionGone):
            asking.remove(SERVICE, other, ONE, "one")
        with pytest.raises(QuestionGone):
            asking.require(SERVICE, other, ONE, "one", required=False)
        with pytest.raises(QuestionGone):
            asking.move(SERVICE, other, ONE, "one", 0, 1)


STEPS = st.lists(
    st.tuples(st.sampled_from(("add", "remove", "move", "require")), st.integers(0, 9), st.booleans()),
    max_size=20,
)


@given(STEPS)
def test_codes_stay_unique_and_nothing_else_changes(steps: list[tuple[str, int, bool]]) -> None:
    asked: tuple[Question, ...] = ()
    for verb, place, truth in steps:
        question = asked[place % len(asked)] if asked else ONE
        try:
            match verb:
                case "add":
                    new = replace(ONE, texts={"en": str(place)})
                    become = asking.add(SERVICE, asked, new, "").questions
                    assert become[:-1] == asked
                case "remove":
                    become = asking.remove(SERVICE, asked, question, "").questions
                    assert len(become) == len(asked) - 1
                case "move":
                    here = place % max(len(asked), 1)
                    become = asking.move(SERVICE, asked, question, "", here, here + 1).questions
                    assert sorted(each.code for each in become) == sorted(each.code for each in asked)
                case _:
                    become = asking.require(SERVICE, asked, question, "", required=truth).questions
                    assert [each.code for each in become] == [each.code for each in asked]
        except Refusal:
            continue
        asked = become
        codes = [each.code for each in asked]
        assert len(codes) == len(set(codes)) <= MOST_QUESTIONS
