"""What is wrong in a document is named with its path; what is right keeps its fingerprint."""

from __future__ import annotations

from typing import Any

import pytest

from engine.rules.allocation import InputWrong
from engine.rules.allocation.canonical import input_hash
from engine.rules.allocation.document import read
from tests.allocation.written import document, person, session, small, turned

S, P = session("s1"), person("p1", ["s1"])
NAIVE = "2026-12-01T18:00:00"
START, END = f"{NAIVE}+01:00", "2026-12-01T19:00:00+01:00"
NONE = "a whole number from 1 to 1000000 is needed, not 0"
OFFSET = f'sessions[0].starts_at: "{NAIVE}" needs its offset from UTC, such as +01:00'
AFTER = "sessions[0].ends_at: the end is not after the start"
AN_END = "sessions[0].ends_at: an end without starts_at"
LESS = "a whole number from 0 to 1000000 is needed, not -1"

WRONG: list[tuple[Any, str]] = [
    ([], "an object is needed, not []"),
    ({}, "sessions: a list is needed, not null"),
    ({"sessions": []}, "people: a list is needed, not null"),
    ({**document([], []), "sessions": [7]}, "sessions[0]: an object is needed, not 7"),
    (document([{"capacity": 1}], []), "sessions[0].id: a text is needed, not null"),
    (document([session("s1", True)], []), "sessions[0].capacity: a whole number is needed, not true"),
    (document([session("s1", -1)], []), f"sessions[0].capacity: {LESS}"),
    (document([S, S], []), 'sessions[1].id: "s1" is there twice'),
    (document([session("s1", starts_at="soon")], []), f'sessions[0].starts_at: "soon" is no time such as {START}'),
    (document([session("s1", starts_at=NAIVE)], []), OFFSET),
    (document([session("s1", ends_at=START)], []), AN_END),
    (document([session("s1", starts_at=END, ends_at=START)], []), AFTER),
    (document([S], [P, P]), 'people[1].id: "p1" is there twice'),
    (document([S], [person("p1", ["s99"])]), 'people[0].wishes[0]: no session "s99"'),
    (document([S], [person("p1", [["s1", "s1"]])]), 'people[0].wishes[0][1]: session "s1" is wished twice'),
    (document([S], [person("p1", [[]])]), "people[0].wishes[0]: an empty tie"),
    (document([S], [person("p1", [["s1", 2]])]), "people[0].wishes[0][1]: a text is needed, not 2"),
    (document([S], [person("p1", ["s1"], count=0)]), f"people[0].count: {NONE}"),
    (document([S], [person("p1", ["s1"], per_day=0)]), f"people[0].per_day: {NONE}"),
    (document([S], [person("p1", ["s1"], seats=1.5)]), "people[0].seats: a whole number is needed, not 1.5"),
    (document([S], [person("p1", ["s1"], **{"with": ["p9"]})]), 'people[0].with[0]: no person "p9"'),
    (document([S], [person("p1", ["s1"], **{"with": ["p1"]})]), "people[0].with[0]: a person with themselves"),
    (document([S], [person("p1", ["s1"], values={"s2": 1})]), 'people[0].values.s2: session "s2" is not wished'),
    (document([S], [P], conflicts=[["s1"]]), "conflicts[0]: a pair of sessions is needed, not ['s1']"),
    (document([S], [P], conflicts=[["s1", "s2"]]), 'conflicts[0][1]: no session "s2"'),
    (document([S], [P], conflicts=[["s1", "s1"]]), 'conflicts[0]: session "s1" with itself'),
    (document([S], [P], strategy="best"), 'strategy: "best" is none of fast_fill, balanced'),
    (document([S], [P], order=None), "order: null is none of most, fair"),
    (document([S], [P], seed=7), "seed: a text is needed, not 7"),
]  # fmt: skip


@pytest.mark.parametrize(("asked", "sentence"), WRONG, ids=[sentence for _, sentence in WRONG])
def test_what_is_wrong_is_named_with_its_path(asked: Any, sentence: str) -> None:
    with pytest.raises(InputWrong) as wrong:
        read(asked)
    assert str(wrong.value) == sentence


def test_the_fingerprint_is_that_of_the_question_not_of_the_file() -> None:
    asked = small(1)
    asked["sessions"][0].update(starts_at=START, ends_at=END)
    asked["people"][0] |= {"values": {asked["people"][0]["wishes"][0]: 3}, "with": ["p1", "p2"]}
    fingerprint = input_hash(read(asked))
    assert fingerprint == input_hash(read(turned(asked, 1)))
    assert fingerprint != input_hash(read({**asked, "seed": "another"}))
    assert fingerprint != input_hash(read({**asked, "order": "fair"}))
