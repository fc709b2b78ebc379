"""The proof of a month from its export: what is as it was is proved, and whatever was changed is named."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from engine.planning import Document, Planning
from engine.rules.allocation.document import ENGINE_VERSION
from engine.rules.allocation.problem import SolverFailed
from engine.rules.proof import FORMAT, NoExport, Proof, format_of, verify
from engine.rules.run_input import hash_of_input
from tests.rules.exports import exported
from tests.rules.greedy import greedy
from tests.rules.plannings import planning, plannings, wants

Path = tuple[Any, ...]
PROVED = ("period", "run", "runs", "placements", "unplaced", "results", "lines")
TOLD = frozenset(
    "id timezone opened_at wishes_until closed_at started_by started_at finished_at finalized_at error state entry "
    "booking".split()
)
"""Fields that are told, and not proved."""


def month(*, built: bool = False) -> Any:
    """Three people want one seat, and one of them another one too."""
    wanted = {1: wants(1), 2: wants(1), 3: wants(1, 2), 4: wants(1, count=2)}
    return exported(planning(wanted, (1, 1)), built=built)


def proof(document: Any) -> Proof:
    return verify(document, greedy)


@given(plannings(), st.booleans())
def test_what_the_house_writes_is_proved(known: Planning, built: bool) -> None:
    document = exported(known, built=built)
    found = proof(document)
    assert found.differences == ()
    assert found.versions == ((1, 2) if built else (1,))
    assert (found.placements, found.unplaced) == (len(document["placements"]), len(document["unplaced"]))


def test_whoever_booked_by_themselves_is_in_no_draw() -> None:
    """Their ledger follows from what it was; what they wanted is told."""
    document = month()
    own = {"person": "8", "wanted": 2, "got": 0, "reason": "booked", "credit_before": 5, "credit": 2}
    own |= {"joined": False, "entry": None, "event": None, "state": None}
    document["results"].append(own)
    assert proof(document).differences == ()
    for key, lie in (("credit", 6), ("credit_before", "5"), ("joined", True), ("got", 1), ("person", ["8"])):
        lied = {**document, "results": [*document["results"][:-1], {**own, key: lie}]}
        assert proof(lied).differences


def leaves(value: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    if isinstance(value, dict | list) and value:
        pairs = value.items() if isinstance(value, dict) else enumerate(value)
        for key, each in pairs:
            yield from leaves(each, (*path, key))
    else:
        yield path, value


def proved_leaves(document: Any) -> list[tuple[Path, Any]]:
    found = (one for part in PROVED for one in leaves(document[part], (part,)))
    last = len(document["runs"]) - 1  # the one that failed
    waited = {
        at for at, row in enumerate(document["results"]) if not row["joined"]
    }  # in a line of before, if at all
    return [
        (path, value)
        for path, value in found
        if not (path[0] == "results" and path[1] in waited and path[2] == "event")
        and TOLD.isdisjoint(path[2:3] if path[0] != "period" else path[1:2])
        and path[:2] != ("runs", last)
    ]


def other(value: Any) -> Any:
    """Something of the same kind, and not the same."""
    match value:
        case bool():
            return not value
        case int():
            return value + 1
        case float():
            return value + 0.25
        case str():
            return f"{value}0"
        case None:
            return 1
        case list():
            return ["9"]
        case _:
            return {"session": "9"}


def changed(document: Any, path: Path, value: Any) -> Any:
    copied = copy.deepcopy(document)
    at = copied
    for key in path[:-1]:
        at = at[key]
    at[path[-1]] = value
    return copied


def written(path: Path) -> str:
    return "".join(f"[{key}]" if isinstance(key, int) else f".{key}" for key in path).removeprefix(".")


def names(found: Proof, path: Path) -> bool:
    """The place itself, a part that it belongs to, or what it is held against."""
    told = written(path)
    against = [told, *(["period.seed"] if told == "period.seed_hash" else [])]
    against += ["lines", written(path[:2])] if path[-1] in ("joined", "event") else []
    return any(
        told.startswith(each.path) or each.path.startswith(tuple(against)) for each in found.differences
    )


@pytest.mark.parametrize("built", [False, True])
def test_whatever_is_changed_is_named(built: bool) -> None:
    """Every single value of what is proved, and whatever it is made."""
    document = month(built=built)
    places = proved_leaves(document)
    assert len(places) > 100
    for path, value in places:
        for instead in (other(value), None if value is not None else "x", {"odd": [value]}):
            try:
                found = proof(changed(document, path, instead))
            except NoExport as wrong:
                assert path[0] in ("run", "period"), (path, wrong)
                continue
            assert found.differences, (path, value, instead)
            assert path[0] in ("runs", "run") or names(found, path), (path, found.differences)


@given(plannings(), st.data())
def test_any_changed_value_of_any_month_is_named(known: Planning, data: st.DataObject) -> None:
    document = exported(known)
    path, value = data.draw(st.sampled_from(proved_leaves(document)))
    found = proof(changed(document, path, other(value)))
    assert found.differences, (path, value)


@given(plannings(), st.data())
def test_a_row_that_is_gone_or_twice_is_named(known: Planning, data: st.DataObject) -> None:
    document = exported(known)
    part = data.draw(st.sampled_from(("placements", "unplaced", "results", "lines")))
    assume(document[part])
    at = data.draw(st.integers(0, len(document[part]) - 1))
    gone, twice = copy.deepcopy(document), copy.deepcopy(document)
    del gone[part][at]
    twice[part].append(document[part][at])
    for each in (gone, twice):
        assert {found.path.partition("[")[0] for found in proof(each).differences} <= {part, "lines"}
        assert proof(each).differences


def test_the_order_of_rows_says_nothing() -> None:
    document = month()
    for part in ("placements", "unplaced", "results", "lines"):
        document[part].reverse()
    assert proof(document).differences == ()


def test_two_in_a_line_who_have_changed_places() -> None:
    document = month()
    line = next(each for each in document["lines"] if len(each["people"]) > 1)
    line["people"].reverse()
    (found,) = proof(document).differences
    assert found.path == "lines[0].people" and "the file says" in str(found)


def test_a_part_proves_what_it_has() -> None:
    document = month()
    document |= {"filter": {"status": "placed"}, "unplaced": [], "results": [], "lines": []}
    found = proof(document)
    assert (found.differences, found.part) == ((), True)
    document["placements"][0]["rank"] += 1
    assert [each.path for each in proof(document).differences] == ["placements[0].rank"]


def test_a_version_that_was_not_the_final_one() -> None:
    """Its placements are no bookings, and nobody was told of them: there is nothing to prove."""
    document = month(built=True)
    document |= {"run": 1, "results": [], "lines": [], "unplaced": document["runs"][0]["output"]["unplaced"]}
    rows = [dict(row, booking=None, reason="placed", state="proposed") for row in document["placements"]]
    document["placements"] = rows
    with pytest.raises(NoExport, match="version 1 was never booked: version 2 is the final one"):
        proof(document)


@pytest.mark.parametrize("at", [0, 1])
def test_what_an_earlier_method_has_computed_is_not_called_tampered(at: int) -> None:
    """The version itself, or the one that it was built on: this method has nothing to say about it."""
    document = month(built=True)
    document["runs"][at]["output"]["engine_version"] = "allocation-1"
    with pytest.raises(
        NoExport, match=f"version {at + 1} of this month was computed by allocation-1, and this"
    ):
        proof(document)


def test_the_kind_of_a_file_is_that_of_its_method() -> None:
    assert format_of(None) == format_of({}) == format_of({"engine_version": ""}) == FORMAT
    assert format_of({"engine_version": ENGINE_VERSION}) == FORMAT
    assert format_of({"engine_version": "allocation-1"}) == "nextseat-month-1"


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (lambda d: [d], "no export"),
        (lambda d: {}, "no export"),
        (lambda d: d | {"format": "nextseat-difference-1"}, "another kind"),
        (lambda d: d | {"run": None}, "no version"),
        (lambda d: d | {"run": "1"}, "damaged: look at run"),
        (lambda d: d | {"runs": {}}, "damaged: look at runs"),
        (lambda d: d | {"period": []}, "damaged: look at period, month, seed_hash"),
        (lambda d: d | {"period": d["period"] | {"seed": None}}, "not final"),
    ],
)
def test_what_is_no_export_of_a_final_month(change: Callable[[Any], Any], sentence: str) -> None:
    with pytest.raises(NoExport, match=sentence):
        proof(change(month()))


@pytest.mark.parametrize(
    ("path", "value", "named"),
    [
        (("runs", 1), "x", "runs[1]"),
        (("runs", 1, "number"), 1, "runs[1]"),
        (("run",), 7, "run"),
        (("runs", 0, "status"), "failed", "runs[0].status"),
        (("runs", 1, "base"), 2, "runs[1].base"),
        (("runs", 1, "base"), "1", "runs[1].base"),
        (("runs", 1, "input"), [], "runs[1].input"),
        (("runs", 1, "input"), {}, "runs[1].input"),
        (("runs", 0, "output"), None, "runs[1].input.kept"),
        (("runs", 1, "output"), None, "runs[1].output"),
        (("runs", 1, "output", "placements"), None, "runs[1].output.placements"),
        (("placements", 0), "x", "placements[0]"),
        (("placements", 0, "person"), ["1"], "placements[0]"),
        (("placements", 0, "booking"), None, "placements[0].booking"),
        (("period", "month"), "2027-01", "period.month"),
        (("period", "status"), "planned", "period.status"),
        (("runs", 0, "final"), True, "runs"),
        (("runs", 0, "final"), 0, "runs[0].final"),
    ],
)
def test_each_place_by_its_path(path: Path, value: Any, named: str) -> None:
    found = proof(changed(month(built=True), path, value))
    assert named in {each.path for each in found.differences}


def test_a_base_that_is_not_in_the_file() -> None:
    document = month(built=True)
    del document["runs"][0]
    assert {each.path for each in proof(document).differences} >= {"runs[0].base"}


def test_an_input_that_cannot_be_computed() -> None:
    """Somebody has hashed anew what they changed."""
    document = month()
    given = document["runs"][0]["input"]
    given["people"][0]["count"] = "many"
    document["runs"][0]["input_hash"] = hash_of_input(given)
    (found,) = proof(document).differences
    assert found.path == "runs[0].output" and "TypeError" in found.found


def test_a_solver_that_fails_is_told() -> None:
    def fails(_: Document) -> Document:
        raise SolverFailed("no answer")

    (found,) = verify(month(), fails).differences
    assert "SolverFailed: no answer" in found.found


def test_a_long_value_is_cut() -> None:
    document = month()
    document["placements"][0]["reason"] = "x" * 500
    (found,) = proof(document).differences
    assert len(found.said) == 100


def test_whoever_was_put_into_a_line_they_did_not_wish_for() -> None:
    document = month()
    row = next(row for row in document["results"] if row["joined"] and row["person"] != "3")
    row["event"] = "2"
    assert f"results[{document['results'].index(row)}].event" in {e.path for e in proof(document).differences}


def test_the_document_is_left_as_it_is() -> None:
    document = month(built=True)
    before = json.dumps(document)
    proof(document)
    assert json.dumps(document) == before
