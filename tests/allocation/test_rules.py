"""The rules of several sessions, each by the smallest example that needs it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from engine.rules.allocation import SolverFailed, drafting, full, modelling, programme
from engine.rules.allocation.board import Board
from engine.rules.allocation.case import case
from engine.rules.allocation.document import read
from tests.allocation.written import Document, answered, document, person, placed, reasons, session, turned

ORDERS = pytest.mark.parametrize("order", ["most", "fair"])


def at(day: int, hour: int = 18, hours: int = 1) -> Document:
    clock = f"2026-12-{day:02}T{{:02}}:00:00+01:00"
    return {"starts_at": clock.format(hour), "ends_at": clock.format(hour + hours)}


@ORDERS
def test_several_sessions_and_none_twice(order: str) -> None:
    asked = document([session("s"), session("t")], [person("p", ["s", "t"], count=3)], order=order)
    assert placed(asked) == {("p", "s"), ("p", "t")}
    assert reasons(asked) == {"p": "wishes"}


@ORDERS
def test_a_party_is_placed_whole_or_not_at_all(order: str) -> None:
    people = [person("a", ["s"], seats=2, priority=1), person("b", ["s"], seats=2)]
    asked = document([session("s", 3)], people, order=order)
    assert placed(asked) == {("a", "s")}
    assert reasons(asked) == {"b": "party"}


@ORDERS
def test_friends_come_together_or_not_at_all(order: str) -> None:
    a, b = person("a", ["s", "t"], **{"with": ["b"]}), person("b", ["t", "s"], **{"with": ["a", "c"]})
    asked = document([session("s", 1), session("t", 2)], [a, b, person("c", ["t"])], order=order)
    got = placed(asked)
    assert got in ({("a", "t"), ("b", "t")}, {("c", "t")})
    alone = document(
        [session("s", 1)], [a | {"wishes": ["s"]}, b | {"wishes": ["s"]}, person("c", [])], order=order
    )
    assert placed(alone) == set()
    assert reasons(alone) == {"a": "together", "b": "together", "c": "wishes"}


@ORDERS
@pytest.mark.parametrize("first", ["large", "small"])
def test_of_friends_each_is_told_what_is_true_of_their_own_seats(order: str, first: str) -> None:
    large, small = ("a", "b") if first == "large" else ("b", "a")
    people = [person(large, ["s"], seats=3, **{"with": [small]}), person(small, ["s"], **{"with": [large]})]
    assert reasons(document([session("s", 2)], people, order=order)) == {large: "party", small: "together"}


def test_what_breaks_a_rule_is_no_placement() -> None:
    board = Board(case(read(document([session("s")], [person("a", ["s"]), person("b", ["s"])]))))
    board.place(0, 0)
    with pytest.raises(SolverFailed, match="a plan breaks a rule: full"):
        board.place(1, 0)


@ORDERS
def test_a_wish_that_a_friend_does_not_share_is_not_for_them(order: str) -> None:
    a, b = person("a", ["s", "t"], count=2, **{"with": ["b"]}), person("b", ["t", "u"], **{"with": ["a"]})
    asked = document([session("s", 9), session("t", 9), session("u", 9)], [a, b], order=order)
    assert placed(asked) == {("a", "t"), ("b", "t")}
    assert reasons(asked) == {"a": "together"}
    wants_more = document([session("s", 9), session("t", 9)], [a, b | {"wishes": ["t", "s"]}], order=order)
    assert len(placed(wants_more)) == 2
    assert reasons(wants_more) == {"a": "together"}


@ORDERS
def test_nobody_is_in_two_places_at_once(order: str) -> None:
    sessions = [session("s", 9, **at(1)), session("t", 9, **at(1, 17, 2)), session("u", 9, **at(1, 19))]
    asked = document(sessions, [person("p", ["s", "t", "u"], count=3)], order=order)
    assert placed(asked) == {("p", "s"), ("p", "u")}
    assert reasons(asked) == {"p": "collides"}


@ORDERS
def test_sessions_may_exclude_each_other_and_one_moment_is_a_collision_too(order: str) -> None:
    start = at(1)["starts_at"]
    sessions = [
        session("s", 9, starts_at=start),
        session("t", 9, starts_at=start),
        session("u", 9),
        session("v", 9),
    ]
    asked = document(sessions, [person("p", list("stuv"), count=4)], order=order, conflicts=[["v", "u"]])
    assert len(placed(asked)) == 2


@ORDERS
def test_at_most_so_many_a_day_and_a_week(order: str) -> None:
    sessions = [
        session("a", 9, **at(1, 8)),
        session("b", 9, **at(1)),
        session("c", 9, **at(2)),
        session("d", 9),
    ]
    by_day = document(sessions, [person("p", list("abcd"), count=4, per_day=1)], order=order)
    assert {name for _, name in placed(by_day)} == {"a", "c", "d"}
    assert reasons(by_day) == {"p": "per_day"}
    by_week = document(sessions, [person("p", list("abcd"), count=4, per_week=2)], order=order)
    assert {name for _, name in placed(by_week)} == {"a", "b", "d"}
    assert reasons(by_week) == {"p": "per_week"}


@ORDERS
def test_below_its_minimum_a_session_is_not_held_and_its_people_go_elsewhere(order: str) -> None:
    people = [person("a", ["s", "t"]), person("b", ["t"]), person("c", ["s"])]
    asked = document([session("s", 9, minimum=3), session("t", 9, minimum=2)], people, order=order)
    answer = answered(asked)
    assert answer["not_held"] == ["s"]
    assert placed(asked) == {("a", "t"), ("b", "t")}
    assert reasons(asked) == {"c": "minimum"}


@ORDERS
def test_a_party_that_is_enough_alone_opens_a_session_and_others_join_it(order: str) -> None:
    people = [person("a", ["s"], priority=1), person("b", ["s"], seats=2)]
    asked = document([session("s", 9, minimum=2), session("t", 1, minimum=4)], people, order=order)
    assert placed(asked) == {("a", "s"), ("b", "s")}


def test_of_those_who_may_open_a_session_later_the_earlier_are_asked_again() -> None:
    people = [
        person("a", ["s"], priority=1),
        person("b", ["t", "s"], seats=2),
        person("c", ["t"], seats=2, priority=2),
    ]
    sessions = [session("s", 5, minimum=2), session("t", 2)]
    board = drafting.draft(case(read(document(sessions, people, order="fair"))), frozenset({0}))
    assert board.got == [[0], [0], [1]]


def test_a_huge_room_does_not_blur_whether_a_session_is_held() -> None:
    asked = document([session("s", 1_000_000, minimum=3)], [person("p", ["s"]), person("q", ["s"])])
    made = modelling.model(case(read(asked)))
    assert min(made.programme.matrix().toarray()[:, made.held[0]]) == -2.0
    assert answered(asked)["not_held"] == ["s"]


def test_few_groups_are_opened_by_fast_fill_only() -> None:
    people = [person(f"p{i}", ["s", "t"] if i % 2 else ["t", "s"]) for i in range(6)]
    asked = document([session("s", 6, minimum=2), session("t", 6, minimum=2)], people)
    assert len(answered(asked)["not_held"]) == 1
    assert answered({**asked, "strategy": "balanced"})["not_held"] == []


def test_the_rhythm_over_the_weeks_is_even_where_wishes_are_equal() -> None:
    sessions = [session(name, 9, **at(day)) for name, day in (("a", 1), ("b", 2), ("c", 8), ("d", 9))]
    for seed in "1234":
        asked = document(sessions, [person("p", [list("abcd")], count=2)], seed=seed)
        assert len({name in "ab" for _, name in placed(asked)}) == 2


def test_people_with_a_session_count_more_than_second_sessions() -> None:
    people = [person("a", ["s", "t"], count=2, values={"s": 9, "t": 9}), person("b", ["t"], values={"t": 1})]
    assert placed(document([session("s"), session("t")], people)) == {("a", "s"), ("b", "t")}


def test_two_people_count_more_than_a_party_of_two_where_everybody_wants_one_session() -> None:
    people = [person("pair", ["s"], seats=2, priority=1), person("a", ["s"]), person("b", ["s"])]
    assert placed(document([session("s", 2)], people)) == {("a", "s"), ("b", "s")}


def test_seats_left_over_are_spread_evenly_under_all_rules_too() -> None:
    people = [person(f"p{i}", ["s", "t", "u"], count=1 + i % 2) for i in range(30)]
    asked = document([session(name, 25) for name in "stu"], people)
    plain, even = answered(asked)["metrics"], answered({**asked, "strategy": "balanced"})["metrics"]
    assert even["seats_filled"] == plain["seats_filled"] == 45
    assert even["evenness"] > plain["evenness"]


def test_among_equals_the_seed_decides_under_all_rules_too() -> None:
    people = [person(name, ["s", "t"], count=2) for name in "abcd"]
    sessions = [session("s"), session("t")]
    assert len({str(placed(document(sessions, people, seed=str(i)))) for i in range(20)}) > 6


def month(people: int = 60, sessions: int = 8) -> Document:
    """Every rule at once."""
    rows = [session(f"s{i}", 9, minimum=i % 4, **at(1 + 3 * i % 28)) for i in range(sessions)]
    crowd = [
        person(
            f"p{i}",
            [f"s{(i * k + k) % sessions}" for k in (1, 3, 5)][: 1 + i % 3]
            if i % 7
            else [[f"s{i % 5}", "s7"]],
            count=1 + i % 3,
            seats=2 if i % 9 == 0 else 1,
            priority=int(i % 10 == 0),
        )
        for i in range(people)
    ]
    for row in crowd:
        row["wishes"] = (
            row["wishes"] if isinstance(row["wishes"][0], list) else list(dict.fromkeys(row["wishes"]))
        )
    return document(rows, crowd, conflicts=[["s0", "s1"], ["s1", "s2"], ["s0", "s2"]])


@ORDERS
@pytest.mark.parametrize("strategy", ["fast_fill", "balanced"])
def test_the_order_of_the_file_says_nothing_under_all_rules(order: str, strategy: str) -> None:
    asked = {**month(), "order": order, "strategy": strategy}
    assert answered(asked) == answered(turned(asked, 1))


def test_a_core_is_widened_until_it_is_near_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    best = answered(month())["metrics"]["seats_filled"]
    monkeypatch.setattr(full, "SMALL", 0)
    assert answered(month())["metrics"]["seats_filled"] == best
    monkeypatch.setattr(full, "NEAR", 0.0)
    monkeypatch.setattr(full, "CORE", 1)
    assert answered(month())["metrics"]["seats_filled"] == best


def test_without_a_plan_from_the_solver_the_draft_is_the_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(full, "best", lambda *_: None)
    assert placed(month()) == placed({**month(), "order": "fair"})


def test_a_linear_programme_that_fails_is_no_answer() -> None:
    impossible = programme.Programme()
    impossible.row([(impossible.column(1.0), 1.0)], -1.0)
    with pytest.raises(SolverFailed, match="linear programme"):
        programme.relaxed(impossible)
    assert programme.best(impossible) is None


def test_nobody_wishes_anything(tmp_path: Path) -> None:
    asked = document([session("s", 3, minimum=1)], [person("p", [], count=2)])
    assert answered(asked)["not_held"] == ["s"]
    assert json.dumps(answered(asked)) == json.dumps(answered(asked))


@pytest.mark.parametrize("count", [1, 2])
def test_evenness_is_not_bought_with_much_value(count: int) -> None:
    people = [person(f"p{i}", ["s", "t"], values={"s": 100, "t": 1}) for i in range(9)]
    people.append(person("q", ["s"], count=count, values={"s": 100}))
    asked = document([session("s", 10), session("t", 10)], people, strategy="balanced")
    assert {name for _, name in placed(asked)} == {"s"}


def test_of_three_that_exclude_each_other_one_is_had() -> None:
    pairs = [["a", "b"], ["b", "c"], ["c", "a"]]
    asked = document([session(name) for name in "abc"], [person("p", list("abc"), count=3)], conflicts=pairs)
    assert placed(asked) == {("p", "a")}
