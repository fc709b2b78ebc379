"""Twenty errors planted in one file are twenty problems, each with its line and path, and no other."""

import pytest

from engine.catalogue import CatalogueErrors, Problem
from tests.catalogue.test_contract import parse

PLANTED = """\
account:
  name: Nova
  timezone: Europe/Budapets                       # account.timezone near
  tier: pro
  auto_backfill: maybe                            # account.auto_backfill truth
  max_party: 0                                    # account.max_party number
  languges: [en]                                  # account.languges near
services:
  - code: yoga 1                                  # services[0].code code
    kind: grup                                    # services[0].kind near
    name: {en: "", hu: Jóga}                      # services[0].name.en text
    mode: splitter                                # services[0].mode mode_in_tier
    offer: {validity: soon}                       # services[0].offer.validity length
    events:
      - {code: a, starts_at: 2026-12-01T25:00, minutes: 60, capacity: 7}  # services[0].events[0].starts_at moment
      - {code: a, starts_at: 2026-12-01T18:00, minutes: 60, capacity: 7}  # services[0].events[1].code doubled_code
      - {code: b, starts_at: 2026-12-01T18:00, minutes: 60, capacity: 10001}  # services[0].events[2].capacity number
      - {code: c, starts_at: 2026-12-01T18:00, minutes: 60, capacity: 4,
         minimum: 5}  # services[0].events[3].minimum minimum
      - {code: d, starts_at: 2026-12-01T18:00, capacity: 4,
         ends_at: 2026-12-01T17:00}  # services[0].events[4].ends_at end_after_start
      - {code: e, starts_at: 1999-12-01T18:00, minutes: 60, capacity: 4}  # services[0].events[5].starts_at moment
      - {series: s, rrule: FREQ=HOURLY, at: "18:00", minutes: 60, capacity: 4}  # services[0].events[6].rrule rrule
      - {series: t, rrule: FREQ=DAILY;COUNT=3, at: "18:00", minutes: 60, capacity: 4}  # services[0].events[7].from from
      - {code: f, starts_at: 2026-12-01T18:00, capacity: 4}  # services[0].events[8].minutes duration
  - code: massage
    kind: individual
    name: Massage
    minutes: 50
    hours:
      - {weekday: mon, from: "12:00", to: "09:00"}  # services[1].hours[0].to end_after_start
      - {weekday: mond, from: "13:00", to: "15:00"} # services[1].hours[1].weekday near
"""


def expected() -> list[tuple[int, str, str]]:
    """The notes behind the # of each line."""
    found = []
    for number, line in enumerate(PLANTED.splitlines(), 1):
        if "#" in line:
            path, key = line.partition("#")[2].split()
            found.append((number, path, key))
    return found


def problems(text: str, name: str = "c.yaml") -> list[Problem]:
    with pytest.raises(CatalogueErrors) as caught:
        parse(text, name)
    return caught.value.problems


def test_all_at_once_with_line_and_path() -> None:
    assert len(expected()) == 20
    assert [(p.line, p.path, p.key) for p in problems(PLANTED)] == expected()


def test_every_problem_is_a_sentence() -> None:
    for problem in problems(PLANTED):
        said = ("unknown key" if "keys" in problem.values else "found") + f" {problem.found}"
        assert str(problem).startswith(f"line {problem.line}: {problem.path}: {said}")
        assert "{" not in problem.wanted


@pytest.mark.parametrize(
    ("event", "key"),
    [
        ("starts_at: 2026-03-29T02:30", "gap_time"),
        ("starts_at: 2026-10-25T02:30", "doubled_time"),
        ("starts_at: 2026-02-30T12:00", "moment"),
        ("starts_at: 2026-10-25T02:30+17:00", "moment"),
    ],
)
def test_wall_times_that_are_not_one_moment(event: str, key: str) -> None:
    text = (
        "account: {name: N, timezone: Europe/Budapest}\nservices:\n- code: y\n  name: Y\n"
        f"  events: [{{code: a, {event}, minutes: 1, capacity: 1}}]"
    )
    (problem,) = problems(text)
    assert (problem.line, problem.path, problem.key) == (5, "services[0].events[0].starts_at", key)


def test_an_offset_tells_doubled_times_apart() -> None:
    text = "account: {name: N, timezone: Europe/Budapest}\nservices: [{code: y, name: Y, minutes: 1, events: [%s, %s]}]"
    first = "{code: a, starts_at: 2026-10-25T02:30+02:00, capacity: 1}"
    second = "{code: b, starts_at: 2026-10-25T02:30+01:00, capacity: 1}"
    events = parse(text % (first, second)).events
    assert [event.starts_at.hour for event in events] == [0, 1]


def test_a_series_over_the_gap_names_the_day() -> None:
    text = (
        "account: {name: N, timezone: Europe/Budapest}\nservices:\n- code: y\n  name: Y\n"
        '  events: [{series: a, from: 2027-03-27, rrule: FREQ=DAILY;COUNT=3, at: "02:30", minutes: 1, capacity: 1}]'
    )
    (problem,) = problems(text)
    assert (problem.path, problem.key) == ("services[0].events[0].at", "gap_time")
    assert "2027-03-28T02:30" in problem.found


@pytest.mark.parametrize(
    ("value", "key"),
    [
        ("١٢", "number"),
        ("1e3", "number"),
        ("1_000", "number"),
        ("-1", "number"),
        ("true", "number"),
        ("9223372036854775808", "number"),
        ("[1]", "single"),
        ("7.5", "number"),
    ],
)
def test_numbers_are_plain_digits(value: str, key: str) -> None:
    text = "account: {name: N, timezone: UTC, max_party: %s}" % value  # noqa: UP031 - braces
    assert [problem.key for problem in problems(text)] == [key]
