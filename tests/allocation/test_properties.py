"""The allocation as a judge sees it who knows only the contract: documents in, documents out."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.rules.allocation import allocate
from engine.rules.allocation.document import read, write
from tests.allocation.checker import differences, violations
from tests.allocation.drawn import full, simple
from tests.allocation.instances import SIZES, full_rules, one_seat, real
from tests.allocation.optimum import envy, optimum, worth

Document = dict[str, Any]
ORDERS = st.sampled_from(("most", "fair"))


def allocated(document: Mapping[str, Any]) -> Document:
    """The output of a document."""
    problem = read(document)
    return dict(write(problem, allocate(problem)))


def shuffled(document: Document, seed: int) -> Document:
    """The same input, told in another order."""
    order = Random(seed)
    return document | {
        name: order.sample(document[name], len(document[name]))
        for name in ("sessions", "people", "conflicts")
        if name in document
    }


@given(st.one_of(full(), simple()), ORDERS)
def test_every_rule_is_kept(document: Document, order: str) -> None:
    assert violations(document, allocated(document | {"order": order})) == []


@given(st.one_of(full(), simple()), ORDERS, st.integers(0, 9))
def test_the_order_of_the_input_is_nobodys_merit(document: Document, order: str, seed: int) -> None:
    document |= {"order": order}
    assert differences(allocated(document), allocated(shuffled(document, seed))) == []


@given(st.one_of(full(), simple()), ORDERS)
def test_a_rerun_is_the_same_bytes(document: Document, order: str) -> None:
    document |= {"order": order}
    assert json.dumps(allocated(document)) == json.dumps(allocated(document))


@given(full())
def test_no_more_seats_and_people_could_be_placed(document: Document) -> None:
    output = allocated(document)
    assert worth(document, output)[:2] == optimum(document)[:2]


@given(simple(equal=True))
def test_where_all_stand_equal_it_is_the_optimum(document: Document) -> None:
    document |= {"strategy": "fast_fill"}
    assert worth(document, allocated(document)) == optimum(document)


@given(simple())
def test_priority_costs_no_seat(document: Document) -> None:
    assert worth(document, allocated(document))[0] == optimum(document)[0]


@given(simple())
def test_in_the_fair_order_nobody_may_complain(document: Document) -> None:
    output = allocated(document | {"order": "fair"})
    assert (violations(document, output), envy(document, output)) == ([], [])


@given(st.one_of(full(), simple()))
def test_one_more_seat_is_said_only_where_it_is_so(document: Document) -> None:
    """With that seat, and nothing else changed, they get more than they got."""
    for told in allocated(document)["unplaced"]:
        if told.get("detail", {}).get("one_more_seat"):
            session = told["detail"]["session"]
            sessions = [
                each | {"capacity": each["capacity"] + 1} if each["id"] == session else each
                for each in document["sessions"]
            ]
            again = allocated(document | {"sessions": sessions})
            got = sum(each["person"] == told["person"] for each in again["placements"])
            assert got > told["got"], told


@pytest.mark.parametrize("merit", ["priority", "credit"])
@pytest.mark.parametrize("order", ["most", "fair"])
def test_the_last_seat_is_theirs_who_stand_first(merit: str, order: str) -> None:
    """Whatever the seed would say."""
    for seed in "abcdefgh":
        people = [
            {"id": name, "wishes": ["s"], merit: first} for name, first in (("x", 0), ("y", 1), ("z", 0))
        ]
        sessions = [{"id": "s", "capacity": 1}]
        output = allocated({"sessions": sessions, "people": people, "order": order, "seed": seed})
        assert [each["person"] for each in output["placements"]] == ["y"]


def test_among_equals_the_seed_decides() -> None:
    """And it may favour anybody."""
    people = [{"id": name, "wishes": ["s"]} for name in "xyz"]
    document = {"sessions": [{"id": "s", "capacity": 1}], "people": people}
    lucky = {allocated(document | {"seed": str(seed)})["placements"][0]["person"] for seed in range(30)}
    assert lucky == {"x", "y", "z"}


# ----------------------------------------------------------------------------------------------------- whole months

MONTHS = [
    ("ariel", lambda: real("ariel-5783")),
    ("ariel, scarce", lambda: real("ariel-5783-scarce")),
    ("one seat", lambda: one_seat("1", *SIZES[0])),
    ("all rules", lambda: full_rules("1", 200, 20)),
]
LARGE = [
    ("one seat, 10,000", lambda: one_seat("1", *SIZES[1])),
    ("one seat, 100,000", lambda: one_seat("1", *SIZES[2])),
    ("all rules, 1,000", lambda: full_rules("1", *SIZES[0])),
]


@pytest.mark.parametrize("strategy", ["balanced", "fast_fill"])
@pytest.mark.parametrize(
    ("name", "month"), [*MONTHS, *(pytest.param(*large, marks=pytest.mark.long) for large in LARGE)]
)
@pytest.mark.parametrize("order", ["most", "fair"])
def test_a_whole_month_keeps_every_rule(
    name: str, month: Callable[[], Document], order: str, strategy: str
) -> None:
    document = month() | {"order": order, "strategy": strategy}
    output = allocated(document)
    assert violations(document, output) == []
    if order == "fair" and name.startswith("one seat"):
        assert envy(document, output) == []
