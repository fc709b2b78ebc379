"""The judge is judged: a right output has no violation, and one mistake planted in it is called by its rule."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest

from tests.allocation.checker import RULES, differences, jain, violations

Document = dict[str, Any]


def _session(name: str, capacity: int, day: int, hour: int, minimum: int = 0) -> Document:
    starts_at, ends_at = (f"2026-12-{day:02}T{at:02}:00:00+01:00" for at in (hour, hour + 1))
    return {"id": name, "capacity": capacity, "minimum": minimum, "starts_at": starts_at, "ends_at": ends_at}


INPUT: Document = {
    "sessions": [
        _session("a", 3, 1, 18),
        _session("same time", 4, 1, 18),
        _session("same day", 4, 1, 20),
        _session("same week", 4, 2, 18),
        _session("excluded", 2, 15, 18),
        _session("small", 4, 22, 18, minimum=3),
        {"id": "any time", "capacity": 9},
    ],
    "people": [
        {"id": "party", "wishes": ["a"], "seats": 2, "priority": 1},
        {"id": "both", "wishes": [["a", "same time"], "small"], "count": 2},
        {
            "id": "busy",
            "wishes": ["same time", "same day", "same week"],
            "count": 3,
            "per_day": 1,
            "per_week": 1,
        },
        {"id": "one", "wishes": ["small", "any time"], "with": ["other"]},
        {"id": "other", "wishes": ["small", "any time"], "with": ["one"]},
        {"id": "late", "wishes": ["a", "excluded"], "count": 2, "with": ["party"]},
    ],
    "conflicts": [["excluded", "small"]],
    "strategy": "balanced",
    "seed": "a text",
}
OUTPUT: Document = {
    "placements": [
        {"person": person, "session": session, "rank": rank, "reason": "placed"}
        for person, session, rank in (
            ("party", "a", 1),
            ("both", "a", 1),
            ("both", "small", 2),
            ("busy", "same day", 2),
            ("one", "small", 1),
            ("other", "small", 1),
            ("late", "excluded", 2),
        )
    ],
    "unplaced": [
        {"person": "busy", "wanted": 3, "got": 1, "reason": "per_day", "detail": {"session": "same time"}},
        {"person": "late", "wanted": 2, "got": 1, "reason": "full", "detail": {"session": "a", "ahead": 2}},
    ],
    "metrics": {
        "seats_filled": 8,
        "people_placed": 6,
        "first_choice_share": 4 / 6,
        "evenness": jain([1, 0, 1 / 4, 0, 1 / 2, 3 / 4, 0]),
        "seconds": 0.01,
    },
    "strategy": "balanced",
    "seed": "a text",
    "input_hash": "1f",
    "engine_version": "1",
}


def named(output: Document) -> set[str]:
    return {violation.rule for violation in violations(INPUT, output)}


def test_a_right_output_is_right() -> None:
    assert violations(INPUT, OUTPUT) == []


def add(person: str, session: str, rank: int = 1) -> Callable[[Document], None]:
    def planted(output: Document) -> None:
        output["placements"].append({"person": person, "session": session, "rank": rank, "reason": "placed"})

    return planted


def drop(kind: str, at: int) -> Callable[[Document], None]:
    def planted(output: Document) -> None:
        del output[kind][at]

    return planted


def put(value: object, *path: str | int) -> Callable[[Document], None]:
    def planted(output: Document) -> None:
        place: Any = output
        for step in path[:-1]:
            place = place[step]
        place[path[-1]] = value

    return planted


PLANTED: list[tuple[str, Callable[[Document], None]]] = [
    ("known", add("nobody", "a")),
    ("known", add("one", "nowhere")),
    ("known", put("nobody", "unplaced", 0, "person")),
    ("twice", add("both", "small", 2)),
    ("capacity", add("late", "a")),
    ("capacity", put("a", "placements", 4, "session")),  # a third seat beside a party of two and one more
    ("minimum", drop("placements", 2)),  # two are left of the three who make it
    ("times", add("both", "same time")),
    ("conflicts", add("both", "excluded", 9)),
    ("count", add("one", "any time", 2)),
    ("per_day", add("busy", "same time")),
    ("per_week", add("busy", "same week", 3)),
    ("wishes", put("any time", "placements", 0, "session")),
    ("rank", put(2, "placements", 0, "rank")),
    ("rank", put(3, "placements", 2, "rank")),  # what comes after a tie is one rank further
    ("together", put("any time", "placements", 4, "session")),
    ("accounted", drop("unplaced", 0)),
    ("accounted", drop("placements", 0)),
    ("accounted", put(2, "unplaced", 0, "wanted")),
    ("accounted", put(0, "unplaced", 0, "got")),
    ("accounted", lambda output: output["unplaced"].append(output["unplaced"][0])),
    ("reasons", put("", "unplaced", 0, "reason")),
    ("reasons", put("placed", "unplaced", 0, "reason")),
    ("reasons", put("full", "unplaced", 0, "reason")),
    ("reasons", put({}, "unplaced", 1, "detail")),
    ("reasons", put("excluded", "unplaced", 1, "detail", "session")),
    *(
        ("reasons", put(reason, "unplaced", 1, "reason"))
        for reason in ("party", "minimum", "collides", "per_day", "per_week", "wishes")
    ),
    ("reasons", put("full", "placements", 0, "reason")),
    ("skipped", drop("placements", 0)),
    ("skipped", drop("placements", 6)),
    ("metrics", put(9, "metrics", "seats_filled")),
    ("metrics", put(7, "metrics", "people_placed")),
    ("metrics", put(0.5, "metrics", "first_choice_share")),
    ("metrics", put(1.0, "metrics", "evenness")),
    ("metrics", put(-1, "metrics", "seconds")),
    ("said", put("fast_fill", "strategy")),
    ("said", put("another", "seed")),
    ("said", put("", "input_hash")),
    ("said", put(None, "engine_version")),
]


@pytest.mark.parametrize(("rule", "plant"), PLANTED)
def test_a_planted_violation_is_named(rule: str, plant: Callable[[Document], None]) -> None:
    output = copy.deepcopy(OUTPUT)
    plant(output)
    assert rule in named(output)


def test_every_rule_is_planted_against() -> None:
    assert {rule for rule, _ in PLANTED} == set(RULES)


@pytest.mark.parametrize(
    ("name", "plant"),
    [
        ("input_hash", put("2e", "input_hash")),
        ("placements", lambda output: output["placements"].reverse()),
        ("metrics", put(0.9, "metrics", "evenness")),
    ],
)
def test_what_the_order_of_the_input_changes_is_named(name: str, plant: Callable[[Document], None]) -> None:
    again = copy.deepcopy(OUTPUT)
    again["metrics"]["seconds"] = 5
    assert differences(OUTPUT, again) == []
    plant(again)
    assert [violation.where for violation in differences(OUTPUT, again)] == [name]
