"""The ways in which a right value may be written, and what each of them means."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from engine.catalogue import Known
from engine.catalogue.nodes import Scalar
from engine.catalogue.occurrences import occurrences
from engine.catalogue.problems import Spot
from engine.catalogue.recurrence import recurrence
from engine.settings import OfferRules, QuietHours
from tests.catalogue.test_contract import parse
from tests.catalogue.test_places import RULE, SMALL, instead, sentences

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
PLAIN = OfferRules()


@pytest.mark.parametrize(
    ("written", "rules"),
    [
        ("{quiet: 22:00-08:00}", OfferRules(quiet=QuietHours(time(22), time(8)))),
        ("{quiet: 21:30 – 24:00}", OfferRules(quiet=QuietHours(time(21, 30), time(0)))),
        ("{quiet: Off}", OfferRules(quiet=None)),
        ("{auto_confirm: 2d}", OfferRules(auto_confirm=2 * DAY)),
        ("{auto_confirm: no}", OfferRules(auto_confirm=None)),
        ("{validity: by_start}", OfferRules(validity=None)),
        ("{cutoff: 1h 30m, last_call: 0}", OfferRules(cutoff=1.5 * HOUR, last_call=timedelta(0))),
        ("{parallel: 3}", OfferRules(parallel=3)),
        ("{guard: false, parallel: 2}", OfferRules(parallel=2)),
        ("{guard: true, parallel: 1}", OfferRules(parallel=1)),
        ("{guard: true}", OfferRules(parallel=1)),
        ("{guard: false}", OfferRules(parallel=PLAIN.parallel if PLAIN.parallel != 1 else 0)),
        ("{order: lottery, seed: 2026}", OfferRules(order="lottery", seed="2026")),
        ("{}", PLAIN),
    ],
)
def test_rules_of_offers(written: str, rules: OfferRules) -> None:
    yoga, _ = parse(instead("    name: Yoga\n", f"    name: Yoga\n    offer: {written}\n")).services
    assert yoga.offer == rules


def test_an_event_s_rules_stand_over_the_service_s() -> None:
    text = instead("    name: Yoga\n", "    name: Yoga\n    offer: {parallel: 3, cutoff: 2h}\n")
    text = text.replace(
        "        minutes: 60\n        capacity",
        "        offer: {guard: false}\n        minutes: 60\n        capacity",
    )
    assert {event.offer for event in parse(text).events} == {OfferRules(parallel=3, cutoff=2 * HOUR)}


@pytest.mark.parametrize(
    "written",
    [
        "2026-12-01T18:00",
        "2026-12-01 18:00:00",
        "2026-12-01T17:00Z",
        "2026-12-01T12:00-05:00",
        "2026-12-01T22:30+0530",
    ],
)
def test_one_moment(written: str) -> None:
    (event, *_) = parse(instead("2026-12-01T18:00", written)).events
    assert event.starts_at == datetime(2026, 12, 1, 17, tzinfo=UTC)


@pytest.mark.parametrize(
    ("event", "service", "length"),
    [
        ("minutes: 45", "name: Yoga", 45),
        ("ends_at: 2026-12-01T19:15", "name: Yoga", 75),
        ("ends_at: 2026-12-01T19:15", "name: Yoga\n    minutes: 90", 75),
        ("location: Studio A", "name: Yoga\n    minutes: 90", 90),
    ],
)
def test_how_long_an_event_is(event: str, service: str, length: int) -> None:
    text = instead("18:00\n        minutes: 60", f"18:00\n        {event}").replace("name: Yoga", service)
    (found, *_) = parse(text).events
    assert found.ends_at - found.starts_at == timedelta(minutes=length)


def days_of(series: str) -> list[str]:
    return [event.code.removeprefix("yoga-thu-") for event in parse(instead(RULE, series)).events[1:]]


def test_days_that_are_left_out() -> None:
    assert days_of(f"{RULE}\n        skip: [2026-12-24, 2026-12-31]") == [
        "20261126",
        "20261203",
        "20261210",
        "20261217",
    ]


def test_the_last_day_counts_only_until_its_hour() -> None:
    whole = "FREQ=DAILY;UNTIL=20261123"
    assert days_of(whole) == days_of(f"{whole}T183000") == days_of(f"{whole}T173000Z")
    assert days_of(whole) == ["20261121", "20261122", "20261123"]
    assert days_of(f"{whole}T182959") == days_of(f"{whole}T172959Z") == ["20261121", "20261122"]


def test_a_series_of_the_past_stays_what_it_was() -> None:
    found = parse(instead(RULE, "FREQ=WEEKLY;BYDAY=TH;UNTIL=20251231"))
    assert ([plan.code for plan in found.series], len(found.events)) == (["yoga-thu"], 1)


def test_a_series_of_the_past_with_its_first_day_has_its_days() -> None:
    assert days_of("FREQ=WEEKLY;BYDAY=TH;UNTIL=20251225\n        from: 2025-12-10") == [
        "20251211",
        "20251218",
        "20251225",
    ]


@pytest.mark.parametrize(
    ("rule", "days"),
    [
        ("FREQ=DAILY;INTERVAL=20", ["01-31", "02-20"]),
        ("FREQ=WEEKLY", ["01-31", "02-07", "02-14", "02-21", "02-28"]),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO", ["02-01", "02-09", "02-15", "02-23"]),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;WKST=SU", ["02-08", "02-09", "02-22", "02-23"]),
        ("FREQ=MONTHLY", ["01-31"]),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", ["01-31", "02-28"]),
        ("FREQ=MONTHLY;INTERVAL=2;BYDAY=-1SA", ["01-31"]),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1,-1,99", ["02-02", "02-27"]),
        ("FREQ=YEARLY;BYMONTH=2;BYDAY=2SA", ["02-14"]),
        ("FREQ=YEARLY;BYDAY=5SU", ["02-01"]),
        ("FREQ=YEARLY;BYDAY=SU;BYSETPOS=5,6", ["02-01", "02-08"]),
    ],
)
def test_days_of_rules(rule: str, days: list[str]) -> None:
    """From the last day of January 2026, a Saturday, to the end of February."""
    found = recurrence(ZoneInfo("UTC"))(Spot(Scalar(None, f"{rule};UNTIL=20260228"), "rrule"))
    assert [f"{day:%m-%d}" for day in occurrences(found.rule, date(2026, 1, 31), date(2026, 2, 28))] == days


# --- nothing at all


@pytest.mark.parametrize("nothing", ["", "~", "null", "Null", "NULL"])
def test_an_empty_value_is_left_out(nothing: str) -> None:
    text = instead("    name: Yoga\n", f"    name: Yoga\n    mode: {nothing}\n    offer: {nothing}\n")
    assert parse(text) == parse(SMALL)
    assert sentences(instead("name: Nova", f"name: {nothing}")) == [
        "line 2: account.name: found nothing, wanted a value"
    ]


def test_null_in_json_is_left_out() -> None:
    text = '{"account": {"name": "N", "timezone": "UTC", "tier": null},\n"services": null}'
    assert parse(text, "c.json") == parse('{"account": {"name": "N", "timezone": "UTC"}}', "c.json")
    wrong = text.replace('"N"', "null")
    assert sentences(wrong, Known(), "c.json") == ["line 1: account.name: found nothing, wanted a value"]


def test_in_quotes_it_is_a_text() -> None:
    account = parse(instead("name: Nova", 'name: "null"')).account
    assert account is not None and account.name == "null"
