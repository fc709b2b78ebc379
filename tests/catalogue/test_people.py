"""Files of participants: what a row says, and every mistake with its line."""

from datetime import UTC, datetime

import pytest

from bot.catalogue_file import read
from engine.catalogue import CatalogueErrors, Known, PersonPlan, ServicePlan, people

KNOWN = Known(
    timezone="UTC",
    services={"yoga": ServicePlan("yoga", "group", {"en": "Yoga"})},
    events={"yoga-1": "yoga"},
)
HEAD = "telegram_id,name,language,event,service,priority,note\n"
NOW = datetime(2026, 11, 20, tzinfo=UTC)


def parse(text: str, name: str = "p.csv", known: Known = KNOWN) -> tuple[PersonPlan, ...]:
    return people(read(text.encode(), name), known)


def told(text: str, name: str = "p.csv", known: Known = KNOWN) -> list[str]:
    with pytest.raises(CatalogueErrors) as caught:
        parse(text, name, known)
    return [str(problem) for problem in caught.value.problems]


def test_a_table() -> None:
    rows = parse(HEAD + "5,Anna,hu,yoga-1,,-100,regular\n\n,Guest One,,,yoga,100,\n7,,,,,,\n")
    assert rows == (
        PersonPlan(2, 5, "Anna", "hu", "yoga-1", "", -100, "regular"),
        PersonPlan(4, None, "Guest One", "", "", "yoga", 100),
        PersonPlan(5, 7),
    )
    assert [row.who for row in rows] == [5, "Guest One", 7]
    assert [row.shown for row in rows] == ["Anna", "Guest One", "7"]


def test_a_document() -> None:
    (row,) = parse("participants:\n- telegram_id: 5\n  event: yoga-1\n  priority: 3\n", "p.yaml")
    assert (row.line, row.telegram_id, row.priority) == (2, 5, 3)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (",,hu,,,,", "wanted telegram_id, or the name of a guest"),
        ("0,,,,,,", "telegram_id: found “0”, wanted a whole number from 1"),
        ("5,,xx,,,,", "language: found “xx”; one of"),
        ("5,,,yoga-7x,,1,", "event: found “yoga-7x”, wanted yoga-1"),
        ("5,,,zzz,,1,", "event: found “zzz”, wanted the code of an event that there is"),
        ("5,,,,zzz,1,", "service: found “zzz”, wanted the code of a service"),
        ("5,,,yoga-1,yoga,1,", "service: found “yoga”, wanted event or service, not both"),
        ("5,,,yoga-1,,,", "priority: found nothing, wanted a whole number from -100 to 100"),
        ("5,,,yoga-1,,101,", "priority: found “101”, wanted a whole number from -100 to 100"),
        ("5,,,,,1,", "priority: found “1”, wanted event or service"),
        (f"5,,,,,,{'x' * 201}", "note: found"),
        (f"5,{'x' * 61},,,,,", "name: found"),
    ],
)
def test_one_mistake(row: str, said: str) -> None:
    (problem,) = told(HEAD + row + "\n")
    assert problem.startswith("line 2: ") and said in problem, problem


def test_rows_that_do_not_fit_each_other() -> None:
    rows = "5,Anna,hu,yoga-1,,1,\n5,,,yoga-1,,2,\n5,Anne,,,,,\n5,,de,,yoga,1,\n"
    assert told(HEAD + rows) == [
        "line 3: participants[1]: found named values, wanted each person once for a place; line 2 is about the same",
        "line 4: participants[2].name: found “Anne”, wanted the same as in line 2, which names the same person",
        "line 5: participants[3].language: found “de”, wanted the same as in line 2, which names the same person",
    ]


def test_no_account_yet() -> None:
    assert told(HEAD + "5,,,,,,\n", known=Known()) == [
        "found nothing, wanted the account with its name and timezone; there is none yet"
    ]


def test_not_even_rows() -> None:
    assert told("participants: [5, []]\n", "p.yaml") == [
        "line 1: participants[0]: found “5”, wanted named values ({key: value})",
        "line 1: participants[1]: found a list, wanted named values ({key: value})",
    ]


def test_a_thousand_mistakes_are_enough() -> None:
    assert len(told(HEAD + "x,,,,,,\n" * 1_500)) == 1_000
