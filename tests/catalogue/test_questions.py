"""Questions in a catalogue: read exactly, and every mistake with its line."""

import json

import pytest

from engine.catalogue import CatalogueErrors, Problem
from engine.catalogue.questions import different
from engine.questions import Question
from tests.catalogue.test_contract import parse

HEAD = """\
account: {name: Nova, timezone: Europe/Budapest, languages: [hu, en]}
services:
  - code: yoga
    name: Jóga
"""
ASKS = """\
    questions:
      - {code: diet, text: {en: Your diet?, hu: Mit eszel?}, required: false}
      - code: level
        text: Hogy megy?
        kind: choice
        choices: [{en: New, hu: Új}, Haladó]
      - {code: age, text: {en: Your age?}, kind: number, min: 14, max: 99}
      - {code: mat, text: Hozol matracot?, kind: yes_no}
      - {code: phone, text: "2026", kind: phone}
      - {code: mail, text: E-mail?, kind: email}
"""


def test_questions_are_read_exactly() -> None:
    (yoga,) = parse(HEAD + ASKS).services
    assert yoga.questions == (
        Question("diet", {"en": "Your diet?", "hu": "Mit eszel?"}, required=False),
        Question(
            "level", {"hu": "Hogy megy?"}, "choice", choices=({"en": "New", "hu": "Új"}, {"hu": "Haladó"})
        ),
        Question("age", {"en": "Your age?"}, "number", least=14, most=99),
        Question("mat", {"hu": "Hozol matracot?"}, "yes_no"),
        Question("phone", {"hu": "2026"}, "phone"),
        Question("mail", {"hu": "E-mail?"}, "email"),
    )


def test_a_service_that_says_nothing_and_one_that_asks_nothing() -> None:
    assert parse(HEAD).services[0].questions is None
    assert parse(HEAD + "    questions: []\n").services[0].questions == ()
    assert parse(HEAD + "    kind: individual\n    minutes: 5\n    hours: []\n" + ASKS).services[0].questions


PLANTED = """\
    questions:
      - {code: a b, text: Hm?}                        # questions[0].code code
      - {code: a, text: ""}                           # questions[1].text text
      - {code: a, text: {}}                           # questions[2].text missing
      - {code: b, text: Hm?, kind: chioce}            # questions[3].kind near
      - {code: b, text: Hm?, required: maybe}         # questions[4].required truth
      - {code: c, text: Hm?, kind: choice}            # questions[5].choices missing
      - {code: d, text: Hm?, kind: choice, choices: [Igen, "igen"]}  # questions[6].choices questions_choices
      - {code: e, text: Hm?, min: 3}                  # questions[7].min questions_no_number
"""
MORE = """\
    questions:
      - {code: f, text: Hm?, kind: number, min: 3, max: 2}  # questions[0].max questions_most
      - {code: g, text: Hm?, kind: phone, max: x}     # questions[1].max number
      - {code: h, text: Hm?, choices: [A, B]}         # questions[2].choices questions_no_choices
      - {code: i, text: {fr: Hm?, en: Hm?}}           # questions[3].text.fr key
      - {code: j, kind: yes_no}                       # questions[4].text missing
      - {code: k, text: Hm?, kind: choice, choices: [A]}  # questions[5].choices questions_choices
      - nonsense                                      # questions[6] fields
"""


@pytest.mark.parametrize("planted", [PLANTED, MORE])
def test_every_mistake_has_its_line(planted: str) -> None:
    found = {(each.line, each.path, each.key) for each in _problems(HEAD + planted)}
    wanted = set()
    for number, line in enumerate((HEAD + planted).splitlines(), 1):
        if "#" in line:
            path, key = line.partition("#")[2].split()
            wanted.add((number, f"services[0].{path}", key))
    also = {(each[1], each[2]) for each in found - wanted}
    assert wanted <= found
    assert also <= {
        ("services[0].questions[2].code", "doubled_code"),
        ("services[0].questions[4].code", "doubled_code"),
        ("services[0].questions[1].max", "questions_no_number"),
    }


def _problems(text: str, name: str = "c.yaml") -> list[Problem]:
    with pytest.raises(CatalogueErrors) as caught:
        parse(text, name)
    return caught.value.problems


def test_no_more_than_anybody_answers() -> None:
    many = "".join(f"      - {{code: q{n}, text: Hm?}}\n" for n in range(9))
    (problem,) = _problems(HEAD + "    questions:\n" + many)
    assert (problem.path, problem.key, problem.values) == (
        "services[0].questions",
        "questions_many",
        {"most": 8},
    )
    assert problem.wanted == "at most 8 questions"


def test_in_json_too() -> None:
    document = {
        "account": {"name": "Nova", "timezone": "UTC"},
        "services": [
            {
                "code": "y",
                "name": "Y",
                "questions": [{"code": "a", "text": "Hm?", "kind": "choice", "choices": 5}],
            }
        ],
    }
    assert [(each.path, each.key) for each in _problems(json.dumps(document), "c.json")] == [
        ("services[0].questions[0].choices", "items"),
        ("services[0].questions[0].choices", "questions_choices"),
    ]


def test_words_tell_choices_apart_in_every_language() -> None:
    assert different([{"en": "Red", "hu": "Piros"}, {"en": "Blue", "hu": "Kék"}])
    assert different([{"en": "Red", "hu": "red"}, {"en": "Blue"}])
    assert not different([{"en": "Red"}, {"hu": " RED "}])
