"""One seat in one session for everybody: the optimum, by trying everything on small problems."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest

from engine.rules.allocation import flow
from tests.allocation.written import Document, answered, document, person, placed, session, small, turned

Aims = tuple[int, list[tuple[int, int]], int]


def aims(asked: Document, chosen: tuple[str | None, ...]) -> Aims:
    """How good a plan is: seats, who is served, value."""
    people = asked["people"]
    served = sorted(
        ((row["priority"], row["credit"]) for row, got in zip(people, chosen, strict=True) if got),
        reverse=True,
    )
    value = sum(20 - row["wishes"].index(got) for row, got in zip(people, chosen, strict=True) if got)
    return len(served), served, value


def best(asked: Document) -> Aims:
    capacities = {row["id"]: row["capacity"] for row in asked["sessions"]}
    plans = product(*([None, *row["wishes"]] for row in asked["people"]))
    return max(
        aims(asked, plan)
        for plan in plans
        if all(plan.count(one) <= seats for one, seats in capacities.items())
    )


def reached(asked: Document) -> Aims:
    got = dict(placed(asked))
    return aims(asked, tuple(got.get(row["id"]) for row in asked["people"]))


@pytest.mark.parametrize("seed", range(12))
def test_as_many_as_possible_then_who_then_value(seed: int) -> None:
    asked = small(seed)
    assert reached(asked) == best(asked)


@pytest.mark.parametrize("strategy", ["fast_fill", "balanced"])
@pytest.mark.parametrize("order", ["most", "fair"])
def test_the_order_of_the_file_says_nothing(strategy: str, order: str) -> None:
    asked = {**small(3, people=30, sessions=8, over=0.8), "strategy": strategy, "order": order}
    first = answered(asked)
    assert first == answered(turned(asked, 1)) == answered(turned(asked, 2))


def test_lots_decide_between_equals_and_another_seed_draws_others() -> None:
    people = [person(f"p{i}", ["s"]) for i in range(5)]
    winners = {str(placed(document([session("s")], people, seed=str(i)))) for i in range(40)}
    assert len(winners) == 5


def test_of_two_equal_plans_the_better_wish_goes_to_whoever_stands_higher() -> None:
    people = [person("a", ["x", "y"]), person("b", ["x", "y"], credit=1)]
    for seed in "1234":
        asked = document([session("x"), session("y")], people, seed=seed)
        assert placed(asked) == {("a", "y"), ("b", "x")}


@pytest.mark.parametrize("order", ["most", "fair"])
@pytest.mark.parametrize("seed", range(4))
def test_one_more_seat_was_theirs_only_if_it_truly_was(seed: int, order: str) -> None:
    asked = {**small(seed, people=14, sessions=4, over=1.6), "order": order}
    before = answered(asked)
    said = 0
    for one in before["unplaced"]:
        name = one["detail"]["session"]
        more = [row | {"capacity": row["capacity"] + (row["id"] == name)} for row in asked["sessions"]]
        got = {placement["person"] for placement in answered({**asked, "sessions": more})["placements"]}
        assert one["detail"].get("one_more_seat", False) == (one["person"] in got)
        said += "one_more_seat" in one["detail"]
    assert said


def test_where_wishes_are_equal_the_fair_order_promises_nothing_about_one_more_seat() -> None:
    people = [person("a", [["x", "y"]]), person("b", ["x"]), person("c", ["y"])]
    asked = document([session("x"), session("y")], people, order="fair")
    assert all("one_more_seat" not in one["detail"] for one in answered(asked)["unplaced"])


def test_seats_left_over_are_spread_evenly_and_little_value_is_lost() -> None:
    asked = small(5, people=300, sessions=12, over=0.75)
    for i, row in enumerate(asked["people"]):
        row["wishes"] = list(dict.fromkeys([f"s{i * i % 5}", *row["wishes"]]))[:4]
    plain, even = answered(asked), answered({**asked, "strategy": "balanced"})
    assert even["metrics"]["seats_filled"] == plain["metrics"]["seats_filled"]
    assert even["metrics"]["evenness"] > plain["metrics"]["evenness"]
    assert worth(asked, even) >= 0.96 * worth(asked, plain)


def worth(asked: Document, answer: Document) -> int:
    return sum(21 - one["rank"] for one in answer["placements"])


@pytest.mark.parametrize(
    "asked",
    [
        document([], []),
        document([session("s", 0)], [person("p", ["s"])], strategy="balanced"),
        document([session("s"), session("t")], [person("p", [])]),
        document([session("s", 9), session("t", 9)], [person("p", ["s"])], strategy="balanced"),
    ],
)
def test_next_to_nothing_is_a_problem_too(asked: Document) -> None:
    answer = answered(asked)
    assert len(answer["placements"]) + len(answer["unplaced"]) == len(asked["people"])


def test_values_too_large_for_the_finest_scale_still_give_the_best_plan() -> None:
    names = [f"s{i}" for i in range(40)]
    values = {name: 1_000_000 * (i == 0) for i, name in enumerate(names)}
    people = [person(f"p{i}", names, values=values, priority=i) for i in range(60)]
    asked = document([session(name) for name in names], people)
    assert {name for name, _ in placed(asked)} == {f"p{i}" for i in range(20, 60)}


def test_a_solver_that_fails_is_no_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    from ortools.graph.python import min_cost_flow

    class Broken(min_cost_flow.SimpleMinCostFlow):  # type: ignore[misc]
        def solve_max_flow_with_min_cost(self) -> Any:
            return self.UNBALANCED

    monkeypatch.setattr(min_cost_flow, "SimpleMinCostFlow", Broken)
    with pytest.raises(flow.SolverFailed, match="UNBALANCED"):
        answered(small(1))
