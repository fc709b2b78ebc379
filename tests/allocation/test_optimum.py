"""The yardsticks themselves, on inputs small enough to be counted on fingers."""

from __future__ import annotations

from typing import Any

from tests.allocation.instances import SIZES, full_rules, one_seat
from tests.allocation.optimum import envy, optimum, worth

Document = dict[str, Any]


def _person(name: str, values: dict[str, int], **more: object) -> Document:
    return {"id": name, "wishes": list(values), "values": values, **more}


def _document(capacities: dict[str, int], *people: Document, **more: object) -> Document:
    sessions = [{"id": name, "capacity": capacity} for name, capacity in capacities.items()]
    return {"sessions": sessions, "people": people, **more}


def _output(*placements: tuple[str, str]) -> Document:
    return {"placements": [{"person": p, "session": s, "rank": 1} for p, s in placements], "unplaced": []}


def test_seats_come_before_value() -> None:
    document = _document({"a": 1, "b": 1}, _person("x", {"a": 90, "b": 1}), _person("y", {"a": 50}))
    assert optimum(document) == (2, 2, 51)
    assert worth(document, _output(("x", "a"))) == (1, 1, 90)


def test_parties_friends_minima_and_collisions_bind_it() -> None:
    party = _person("party", {"a": 10}, seats=2)
    assert optimum(_document({"a": 1}, party)) == (0, 0, 0)
    two = [_person("x", {"a": 9}, **{"with": ["y"]}), _person("y", {"a": 9}, **{"with": ["x"]})]
    assert optimum(_document({"a": 1}, *two)) == (0, 0, 0)
    assert optimum(_document({"a": 2}, *two)) == (2, 2, 18)
    both = _person("x", {"a": 9, "b": 8}, count=2)
    assert optimum(_document({"a": 1, "b": 1}, both)) == (2, 1, 17)
    assert optimum(_document({"a": 1, "b": 1}, both, conflicts=[["a", "b"]])) == (1, 1, 9)
    document = _document({"a": 3}, party)
    document["sessions"][0]["minimum"] = 3
    assert optimum(document) == (0, 0, 0)


def test_a_day_and_a_week_have_their_limits() -> None:
    document = _document({"a": 1, "b": 1, "c": 1}, _person("x", {"a": 3, "b": 2, "c": 1}, count=3))
    for session, day in zip(document["sessions"], ("01T09", "01T12", "02T09"), strict=True):
        session |= {"starts_at": f"2026-12-{day}:00:00Z", "ends_at": f"2026-12-{day}:30:00Z"}
    assert optimum(document) == (3, 1, 6)
    document["people"][0]["per_day"] = 1
    assert optimum(document) == (2, 1, 4)
    document["people"][0]["per_week"] = 1
    assert optimum(document) == (1, 1, 3)


def test_envy_is_of_lower_standing_and_of_free_seats() -> None:
    first, late = _person("first", {"a": 2, "b": 1}, priority=1), _person("late", {"a": 2, "b": 1}, credit=5)
    document = _document({"a": 1, "b": 1}, first, late)
    assert envy(document, _output(("first", "a"), ("late", "b"))) == []
    assert envy(document, _output(("late", "a"), ("first", "b"))) == ["first would rather be in a"]
    assert envy(document, _output(("first", "b"))) == [
        "first would rather be in a",
        "late would rather be in a",
    ]


def test_instances_are_what_they_say() -> None:
    for people, sessions in SIZES[:1]:
        for made in (one_seat, full_rules):
            document = made("1", people, sessions)
            assert document == made("1", people, sessions) != made("2", people, sessions)
            assert (len(document["people"]), len(document["sessions"])) == (people, sessions)
            wanted = sum(each.get("count", 1) * each.get("seats", 1) for each in document["people"])
            assert 1.2 < wanted / sum(session["capacity"] for session in document["sessions"]) < 1.4
            assert 0.07 < sum(each["priority"] for each in document["people"]) / people < 0.13
            assert {len(each["wishes"]) for each in document["people"]} == {3, 4, 5}
