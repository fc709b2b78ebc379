"""The catalogue of the contract parses exactly, from YAML and from JSON."""

import json
from datetime import UTC, datetime, timedelta

import yaml

from bot.catalogue_file import load
from engine.catalogue import AccountPlan, Catalogue, EventPlan, Known, SeriesPlan
from engine.settings import Mode, OfferRules, Tier
from engine.state import TimeWindow

NOW = datetime(2026, 11, 21, 9, tzinfo=UTC)

CONTRACT = """\
account: {name: Studio Nova, timezone: Europe/Budapest, tier: enterprise, auto_backfill: true, \
booking_status: confirmed, languages: [en, hu, de]}
services:
  - code: yoga
    kind: group                     # or individual
    name: {en: Yoga for beginners, hu: Jóga kezdőknek, de: Yoga für Anfänger}
    mode: offer                     # manual | legacy | offer | splitter; an event may override it
    offer: {validity: 2h, guard: true}
    events:
      - {code: yoga-1201, starts_at: 2026-12-01T18:00, minutes: 60, capacity: 7, location: Studio A}
      - {series: yoga-thu, rrule: "FREQ=WEEKLY;BYDAY=TH;UNTIL=20261231", at: "18:30", minutes: 60, \
capacity: 10, minimum: 4}
  - code: massage
    kind: individual
    name: {en: Massage}
    minutes: 50
    hours: [{weekday: mon, from: "09:00", to: "12:00"}, {weekday: wed, from: "14:00", to: "18:00"}]
"""


def parse(text: str, name: str = "catalogue.yaml", known: Known | None = None) -> Catalogue:
    return load(text.encode(), name, NOW, known or Known())


def test_the_contract_parses_exactly() -> None:
    found = parse(CONTRACT)
    assert found.account == AccountPlan("Studio Nova", "Europe/Budapest", Tier.ENTERPRISE)
    yoga, massage = found.services
    assert yoga.names == {"en": "Yoga for beginners", "hu": "Jóga kezdőknek", "de": "Yoga für Anfänger"}
    assert (yoga.mode, yoga.offer) == (Mode.OFFER, OfferRules(validity=timedelta(hours=2), parallel=1))
    assert (massage.kind, massage.minutes) == ("individual", 50)
    assert massage.hours == (TimeWindow(0, 540, 720), TimeWindow(2, 840, 1080))
    assert found.series == (SeriesPlan("yoga", "yoga-thu", "FREQ=WEEKLY;BYDAY=TH;UNTIL=20261231"),)


def test_its_events_are_moments_in_utc() -> None:
    single, *weekly = parse(CONTRACT).events
    starts = datetime(2026, 12, 1, 17, tzinfo=UTC)
    assert single == EventPlan(
        "yoga", "yoga-1201", starts, starts + timedelta(hours=1), 7, location="Studio A"
    )
    assert [event.code for event in weekly] == [
        "yoga-thu-20261126",
        "yoga-thu-20261203",
        "yoga-thu-20261210",
        "yoga-thu-20261217",
        "yoga-thu-20261224",
        "yoga-thu-20261231",
    ]
    assert weekly[0].starts_at == datetime(2026, 11, 26, 17, 30, tzinfo=UTC)
    assert {(event.capacity, event.minimum, event.series) for event in weekly} == {(10, 4, "yoga-thu")}


def test_json_says_the_same() -> None:
    document = yaml.load(CONTRACT, Loader=yaml.BaseLoader)  # noqa: S506 - every value stays text
    for indent in (None, 2, "\t"):
        assert parse(json.dumps(document, indent=indent), "c.json") == parse(CONTRACT)


def test_a_part_relies_on_what_is_known() -> None:
    known = Known(timezone="Europe/Budapest", services={p.code: p for p in parse(CONTRACT).services})
    table = "service;code;starts_at;minutes;capacity\nyoga;y-1;2026-12-02 18:00;60;5\n"
    (event,) = parse(table, "events.csv", known).events
    assert (event.service, event.starts_at) == ("yoga", datetime(2026, 12, 2, 17, tzinfo=UTC))


def test_a_text_that_looks_like_something_else_is_a_text() -> None:
    found = parse(
        "account: {name: 2026, timezone: UTC}\nservices:\n"
        "  - {code: 007, name: no, events: [{series: a, rrule: FREQ=DAILY;UNTIL=20261122, at: 18:30,"
        " minutes: 5, capacity: 1}]}"
    )
    assert found.account is not None and found.account.name == "2026"
    assert (found.services[0].code, found.services[0].names) == ("007", {"en": "no"})
    assert found.events[0].starts_at == datetime(2026, 11, 21, 18, 30, tzinfo=UTC)


def test_emoji_in_escaped_json() -> None:
    text = json.dumps({"account": {"name": "Nova 🧘 \\ud83d", "timezone": "UTC"}})
    found = parse(text, "c.json").account
    assert found is not None and found.name == "Nova 🧘 \\ud83d"
