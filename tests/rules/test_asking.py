"""What a service asks is changed by one question at a time, and never by somebody who saw something else."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.questions import MOST_QUESTIONS, Question
from engine.refusals import QuestionGone, Refusal, TooManyQuestions
from engine.rules import asking

ONE, TWO, THREE = (Question(code, {"en": code}) for code in ("one", "two", "three"))
SERVICE = 7


def test_a_new_one_stands_behind_with_a_code_of_its_own() -> None:
    fact = asking.add(SERVICE, (ONE, TWO), replace(ONE, kind="number"), "one")
    assert (fact.id, fact.how, fact.code, fact.name) == (SERVICE, "added", "one-2", "one")
    again = asking.add(SERVICE, fact.questions, ONE, "one")
    assert [each.code for each in again.questions] == ["one", "two", "one-2", "one-3"]


def test_not_more_than_anybody_answers() -> None:
    full = tuple(replace(ONE, code=str(n)) for n in range(MOST_QUESTIONS))
    assert len(asking.add(SERVICE, full[1:], ONE, "one").questions) == MOST_QUESTIONS
    with pytest.raises(TooManyQuestions):
        asking.add(SERVICE, full, ONE, "one")


def test_one_is_removed() -> None:
    fact = asking.remove(SERVICE, (ONE, TWO), ONE, "one")
    assert (fact.how, fact.code, fact.questions) == ("removed", "one", (TWO,))


def test_neighbours_change_places() -> None:
    fact = asking.move(SERVICE, (ONE, TWO, THREE), THREE, "three", TWO)
    assert (fact.how, fact.code, fact.questions) == ("moved", "three", (ONE, THREE, TWO))
    assert asking.move(SERVICE, (ONE, TWO, THREE), ONE, "one", TWO).questions == (TWO, ONE, THREE)


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
            asking.move(SERVICE, other, ONE, "one", TWO)
    with pytest.raises(QuestionGone):
        asking.move(SERVICE, (ONE, THREE, TWO), ONE, "one", TWO)


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
                    become = asking.add(SERVICE, asked, ONE, "").questions
                    assert become[:-1] == asked
                case "remove":
                    become = asking.remove(SERVICE, asked, question, "").questions
                    assert len(become) == len(asked) - 1
                case "move":
                    other = asked[(place + 1) % len(asked)] if asked else ONE
                    become = asking.move(SERVICE, asked, question, "", other).questions
                    assert sorted(each.code for each in become) == sorted(each.code for each in asked)
                case _:
                    become = asking.require(SERVICE, asked, question, "", required=truth).questions
                    assert [each.code for each in become] == [each.code for each in asked]
        except Refusal:
            continue
        asked = become
        codes = [each.code for each in asked]
        assert len(codes) == len(set(codes)) <= MOST_QUESTIONS
