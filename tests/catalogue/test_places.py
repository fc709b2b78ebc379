"""What people really write wrong, one mistake a file: its line, its place, and what would be right."""

import pytest

from engine.catalogue import CatalogueErrors, Known, ServicePlan
from tests.catalogue.test_contract import parse
from tests.catalogue.test_planted import problems

SMALL = """\
account:
  name: Nova
  timezone: Europe/Budapest
services:
  - code: yoga
    name: Yoga
    events:
      - code: yoga-1
        starts_at: 2026-12-01T18:00
        minutes: 60
        capacity: 7
      - series: yoga-thu
        rrule: FREQ=WEEKLY;BYDAY=TH;UNTIL=20261231
        at: "18:30"
        minutes: 60
        capacity: 7
  - code: massage
    kind: individual
    name: Massage
    minutes: 50
    hours:
      - {weekday: mon, from: "09:00", to: "12:00"}
"""
RULE = "FREQ=WEEKLY;BYDAY=TH;UNTIL=20261231"
NONE_YET = Known()


def sentences(text: str, known: Known = NONE_YET, name: str = "c.yaml") -> list[str]:
    """What a terminal shows, a line for each problem."""
    with pytest.raises(CatalogueErrors) as caught:
        parse(text, name, known)
    return str(caught.value).splitlines()


def instead(right: str, wrong: str) -> str:
    """The small file with one piece of it written differently."""
    assert SMALL.count(right) == 1
    return SMALL.replace(right, wrong)


def test_the_small_file_is_right() -> None:
    found = parse(SMALL)
    assert (len(found.services), len(found.series), len(found.events)) == (2, 1, 1 + 6)


@pytest.mark.parametrize(
    ("right", "wrong", "problem"),
    [
        ("  name: Nova\n", "  name: Nova\n  languages: []\n", "3 account.languages choice"),
        ("  name: Nova\n", "  name: Nova\n  languages: en\n", "3 account.languages items"),
        ("  name: Nova\n", "  name: Nova\n  languages: [hu, fr]\n", "3 account.languages[1] choice"),
        ("  name: Nova\n", "  name: Nova\n  name: Studio\n", "3 account.name doubled_key"),
        ("  name: Nova\n", "  name:\n", "2 account.name missing"),
        ("  name: Nova\n", "  name: Nova\n  cancel_before: 400d\n", "3 account.cancel_before length"),
        ("  name: Nova\n", "  name: Nova\n  grace: 2 hours\n", "3 account.grace length"),
        ("    name: Yoga\n", "    name: {}\n", "6 services[0].name missing"),
        (
            "    name: Yoga\n",
            '    name: Yoga\n    hours: [{weekday: mon, from: "09:00", to: "12:00"}]\n',
            "7 services[0].hours group_hours",
        ),
        (
            "    name: Yoga\n",
            '    name: Yoga\n    offer: {quiet: "22:00"}\n',
            "7 services[0].offer.quiet quiet",
        ),
        (
            "    name: Yoga\n",
            '    name: Yoga\n    offer: {quiet: "22:00-25:00"}\n',
            "7 services[0].offer.quiet quiet",
        ),
        (
            "    name: Yoga\n",
            '    name: Yoga\n    offer: {quiet: "00:00-24:00"}\n',
            "7 services[0].offer.quiet quiet",
        ),
        (
            "    name: Yoga\n",
            "    name: Yoga\n    offer: {order: lottery}\n",
            "7 services[0].offer.seed seed",
        ),
        (
            "    name: Yoga\n",
            "    name: Yoga\n    offer: {guard: true, parallel: 3}\n",
            "7 services[0].offer.parallel guard",
        ),
        (
            "      - code: yoga-1\n        starts_at",
            "      - yoga-1\n      - code: yoga-1\n        starts_at",
            "8 services[0].events[0] fields",
        ),
        (
            "      - code: yoga-1\n        starts_at",
            "      - starts_at",
            "8 services[0].events[0].code missing",
        ),
        (
            "18:00\n",
            "18:00\n        ends_at: 2026-12-01T19:00\n",
            "10 services[0].events[0].ends_at minutes_or_end",
        ),
        (
            "18:00\n        minutes: 60\n",
            "18:00\n        ends_at: 2026-12-09T18:00\n",
            "10 services[0].events[0].ends_at end_after_start",
        ),
        (
            "      - series: yoga-thu\n        rrule",
            "      - rrule",
            "12 services[0].events[1].series missing",
        ),
        ('at: "18:30"', "at: evening", "14 services[0].events[1].at clock"),
        ('at: "18:30"', 'at: "18:60"', "14 services[0].events[1].at clock"),
        (
            'at: "18:30"',
            'at: "18:30"\n        skip: [2026-12-24, Silvester]',
            "15 services[0].events[1].skip[1] date",
        ),
        ('at: "18:30"', 'at: "18:30"\n        from: 2026-11-31', "15 services[0].events[1].from date"),
        (RULE, "BYDAY=TH;UNTIL=20261231", "13 services[0].events[1].rrule rrule_freq"),
        (RULE, "FREQ=DAILY;UNTIL=20260230", "13 services[0].events[1].rrule rrule"),
        (RULE, "FREQ=DAILY;UNTIL=99991231T235959Z", "13 services[0].events[1].rrule rrule"),
        (RULE, "FREQ=DAILY;UNTIL=19991231", "13 services[0].events[1].rrule date"),
        (
            "    kind: individual\n",
            "    kind: individual\n    events: []\n",
            "19 services[1].events individual_events",
        ),
        ("    minutes: 50\n", "", "17 services[1].minutes missing"),
        (
            '      - {weekday: mon, from: "09:00", to: "12:00"}\n',
            "      - mon 09:00-12:00\n",
            "22 services[1].hours[0] fields",
        ),
        (
            'to: "12:00"}\n',
            'to: "12:00"}\n      - {weekday: mon, from: "11:30", to: "14:00"}\n',
            "23 services[1].hours[1] hours_overlap",
        ),
        (
            'to: "12:00"}\n',
            'to: "12:00"}\n      - {weekday: tue, from: "9am", to: "14:00"}\n',
            "23 services[1].hours[1].from clock",
        ),
    ],
)
def test_one_mistake_is_one_problem(right: str, wrong: str, problem: str) -> None:
    (found,) = problems(instead(right, wrong))
    assert f"{found.line} {found.path} {found.key}" == problem
    assert str(found).startswith(f"line {found.line}: {found.path}: found ")


@pytest.mark.parametrize(
    ("event", "sentence"),
    [
        ("yoga-9", "events[0]: found “yoga-9”, wanted named values ({key: value})"),
        (
            "{service: massage, code: m-1, starts_at: 2026-12-01T18:00, minutes: 50, capacity: 1}",
            "events[0].service: found “massage”, wanted no events: an individual service has minutes and hours",
        ),
        (
            "{code: m-1, starts_at: 2026-12-01T18:00, minutes: 50, capacity: 1}",
            "events[0].service: found nothing, wanted a value",
        ),
        (
            "{service: karate, code: m-1, starts_at: 2026-12-01T18:00, minutes: 50, capacity: 1}",
            "events[0].service: found “karate”, wanted the code of a service in the file or known already",
        ),
    ],
)
def test_events_on_top_level_name_their_service(event: str, sentence: str) -> None:
    assert sentences(f"{SMALL}events:\n  - {event}\n") == [f"line 24: {sentence}"]


def test_a_first_file_needs_the_account() -> None:
    assert sentences(SMALL[SMALL.index("services:") :]) == [
        "line 1: account: found nothing, wanted the account with its name and timezone; there is none yet"
    ]


def test_a_code_stays_with_its_service() -> None:
    known = Known(
        services={"pilates": ServicePlan("pilates", "group", {"en": "Pilates"})},
        events={"yoga-1": "pilates", "yoga-thu-20261203": "yoga"},
    )
    assert sentences(SMALL, known) == [
        "line 8: services[0].events[0].code: found “yoga-1”, wanted a code that is not used by the service pilates"
    ]


# --- too much of everything


def with_series(count: int, rule: str) -> str:
    lines = (
        f"  - {{series: s{number}, rrule: {rule}, from: 2026-12-01, at: '9:00', minutes: 5, capacity: 1}}\n"
        for number in range(count)
    )
    head = "account: {name: N, timezone: UTC}\nservices:\n- code: y\n  name: Y\n  events:\n"
    return head + "".join(lines)


def test_too_many_series_are_one_sentence() -> None:
    assert len(parse(with_series(500, "FREQ=DAILY;COUNT=1")).series) == 500
    assert sentences(with_series(503, "FREQ=DAILY;COUNT=1")) == [
        "line 506: services[0].events[500].series: found “s500”, wanted at most 500 of them in one file"
    ]


def test_too_many_events_are_one_sentence() -> None:
    assert sentences(with_series(60, "FREQ=DAILY;COUNT=1000")) == [
        "line 56: services[0].events[50].series: found “s50”, wanted at most 50000 of them in one file"
    ]


def test_a_thousand_mistakes_are_enough() -> None:
    rows = "".join(f"yoga,e{number},soon,60,7\n" for number in range(1_500))
    known = Known(timezone="UTC", services={"yoga": ServicePlan("yoga", "group", {"en": "Yoga"})})
    found = sentences("service,code,starts_at,minutes,capacity\n" + rows, known, "e.csv")
    assert [sentence.split(":")[0] for sentence in found] == [f"line {line}" for line in range(2, 1_002)]
