"""Cards of a month's allocation with the longest names, ids and lists: each fits into a message."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import get_args

from engine.planning import PinOff
from engine.rules.comparing import Comparison, Move
from engine.rules.plan_checks import Concern, Finding
from engine.services.runs import Plan
from engine.views import (
    AdjustmentCard,
    EventNamed,
    InterestCard,
    Page,
    PeriodCard,
    PinOffCard,
    PlacedCard,
    RunCard,
    RunEventCard,
    RunPersonCard,
    ShortCard,
    WishCard,
)
from engine.views import ChoiceCard as Choice
from handlers.admin.batch_deciding_cards import where_card, words_card
from handlers.admin.batch_final_cards import changed_card
from handlers.admin.batch_plan_cards import WHY, fills_card, finding_line, findings_card, plan_card
from handlers.admin.batch_review_cards import (
    MINUTES,
    PersonSeen,
    event_card,
    person_card,
    place_card,
    review_card,
    short_card,
    slot_of,
)
from handlers.admin.batch_versions_cards import compare_card, versions_card
from handlers.admin.month_cards import interest_card
from handlers.admin.named_rows import PAGE, Named, dated
from handlers.callbacks import MOST
from handlers.door import Texts
from tests.admin.conftest import fit, verbs

LONG = '<b>&"Ödön ' + "x" * 50
ZONE = "Europe/Budapest"
AT = datetime(2026, 12, 1, 17, tzinfo=UTC)
PERIOD = PeriodCard(MOST, "2026-12", ZONE, "planned", AT, "a" * 64, LONG, AT, AT, "", 999, 999)
MADE = {
    "people_placed": 9999,
    "seats_filled": 9999,
    "seats_free": 9999,
    "first_choices": 9998,
    "second_choices": 1,
    "later_choices": 0,
}
RUN = RunCard(MOST, 999, "fast_fill", "fair", 998, "done", LONG, AT, AT, False, "", "a" * 64, MADE, 9999, 999)
EVENTS = [
    EventNamed(MOST - at, "code", dict.fromkeys(("en", "hu", "de"), LONG), AT + timedelta(days=at), ZONE)
    for at in range(24)
]
PLACED = [PlacedCard(MOST, LONG, event, 20, 20, "pinned") for event in EVENTS]
SHORT = ShortCard(MOST, LONG, 99, 9, "together", EVENTS[0], one_more_seat=True)
SAID = [
    AdjustmentCard(MOST - at, MOST, LONG, "move", event, EVENTS[0], LONG, LONG, AT)
    for at, event in enumerate(EVENTS)
]
NAMED = Named({event.id: event for event in EVENTS}, {MOST: LONG})
ids = [event.id for event in EVENTS]


def person(status: str = "planned") -> PersonSeen:
    """Twelve places, twenty wishes, and more decisions than that."""
    choices = [Choice(event, AT, rank) for rank, event in enumerate(EVENTS[:20], 1)]
    wish = WishCard(PERIOD, "stated", choices, 12, "day", (1,), 2, (LONG,), True, AT, ())
    found = RunPersonCard(MOST, LONG, PLACED[:12], SHORT, 6)
    return PersonSeen(replace(PERIOD, status=status), RUN, found, wish, SAID)  # type: ignore[arg-type]


def test_a_person_fits(texts: Texts) -> None:
    card = fit(person_card(texts, person()))
    assert {"a-batch-place", "a-batch-where", "a-batch-out-ask"} <= verbs(card)
    fit(place_card(texts, person(), EVENTS[3]))
    dates = [RunEventCard(event, 9999, 0, 0, 0) for event in EVENTS]
    fit(where_card(texts, person(), dates, slot_of(EVENTS[3]), PAGE))
    over = person("final")
    assert verbs(person_card(texts, over)) == {"a-batch-short"}
    assert verbs(person_card(texts, over, ids[0], 8)) == {"a-batch-event"}
    assert verbs(person_card(texts, replace(over, found=replace(over.found, short=None)))) == {
        "a-batch-review"
    }
    assert verbs(place_card(texts, over, EVENTS[3])) == {"a-batch-person"}


def test_lists_fit(texts: Texts) -> None:
    page = Page(PLACED[:PAGE], 0, 999)
    rows = [RunEventCard(event, 9999, 9999, 9999, 9999) for event in EVENTS]
    off = [replace(each, held=False) for each in rows]
    for events in (rows, off, []):
        fit(review_card(texts, PERIOD, RUN, events, (), 0))
    pins = [PinOffCard(MOST, LONG, event, why) for event in EVENTS for why in get_args(PinOff)]
    told = fit(review_card(texts, PERIOD, RUN, rows, pins, 0)).text
    assert texts.say("batch-plan-more", count=len(pins) - 4) in told and told.count("•") == PAGE + 4
    fit(event_card(texts, PERIOD, RUN, EVENTS[0], page))
    fit(event_card(texts, PERIOD, RUN, EVENTS[0], Page([replace(PLACED[0], rank=0)], 0, 1)))
    fit(event_card(texts, PERIOD, RUN, EVENTS[0], Page([], 0, 0)))
    fit(short_card(texts, PERIOD, RUN, Page([SHORT] * PAGE, 0, 999)))
    fit(short_card(texts, PERIOD, RUN, Page([], 0, 0)))
    fit(words_card(texts, PERIOD, SAID, 0))
    fit(versions_card(texts, PERIOD, Page([RUN] * PAGE, 8, 30)))
    fit(versions_card(texts, PERIOD, Page([], 0, 0)))


def test_what_has_changed_fits(texts: Texts) -> None:
    parts = [("sessions", event) for event in ids] + [("people", MOST), ("adjusted", MOST), ("people", 1)]
    for offset in (0, 24):
        fit(changed_card(texts, PERIOD, RUN, parts, NAMED, offset, 999))
    assert verbs(changed_card(texts, PERIOD, RUN, [], NAMED, 0, 999)) == {"a-period"}


def test_a_comparison_fits(texts: Texts) -> None:
    both = [Move(MOST, tuple(ids[:12]), tuple(ids[12:]))] * 30
    lost, won = (Move(MOST, tuple(ids[:12]), ()),), (Move(MOST, (), tuple(ids[:12])),)
    found = Comparison(moved=tuple(both), came_in=won, fell_out=lost)
    card = fit(compare_card(texts, PERIOD, (RUN, RUN), found, NAMED, 0))
    assert "+10" in card.text


def test_a_plan_fits(texts: Texts) -> None:
    """With every kind of thing that is odd, and every reason."""
    odd = [Finding(concern, ids[0], MOST, 9999, 99, 99) for concern in get_args(Concern)]
    odd += [Finding("unwished", each) for each in ids]
    document = {
        "sessions": [
            {"id": str(event.id), "capacity": 9999, "starts_at": event.starts_at.isoformat()}
            for event in EVENTS
        ],
        "people": [{"id": "1", "seats": 9, "wishes": [[str(ids[0])]]}],
    }
    unplaced = [{"reason": reason, "got": 0} for reason in WHY]
    placements = [{"person": "1", "session": str(ids[0])}]
    output = {"metrics": MADE, "unplaced": unplaced, "not_held": [], "placements": placements}
    plan = Plan(odd, document, {**output, "not_held": [str(number) for number in ids]})
    card = fit(plan_card(texts, PERIOD, plan, NAMED, 3, 999))
    assert {"a-batch-plan", "a-batch-execute", "a-batch-findings", "a-batch-fills"} <= verbs(card)
    for offset in range(0, len(EVENTS), PAGE):
        assert "a-batch-plan" in verbs(fit(fills_card(texts, PERIOD, plan, NAMED, 3, offset)))
    fit(findings_card(texts, PERIOD, odd, NAMED, 3, 0))
    fit(findings_card(texts, PERIOD, [], NAMED, 3, 0))
    nothing = Plan(
        [], {"sessions": [], "people": []}, {**output, "unplaced": [], "not_held": [], "placements": []}
    )
    assert not {"a-batch-findings", "a-batch-fills"} & verbs(plan_card(texts, PERIOD, nothing, NAMED, 0, 0))
    fit(fills_card(texts, PERIOD, nothing, NAMED, 0, 0))


def test_dates_that_nobody_wishes_for_are_named(texts: Texts) -> None:
    """Whatever their minimum; a few in the plan, all behind its button. What else is odd is told beside them."""
    sessions = [
        {"id": str(event.id), "capacity": 9, "starts_at": event.starts_at.isoformat()} for event in EVENTS
    ]
    document = {"sessions": sessions, "people": [{"id": "1", "seats": 1, "wishes": [[str(ids[0])]]}]}
    output = {"metrics": MADE, "unplaced": [], "not_held": [str(ids[0]), str(ids[1])], "placements": []}
    empty = [Finding("unwished", each) for each in ids[1:]]
    card = plan_card(texts, PERIOD, Plan(empty, document, output), NAMED, 0, 0)
    few = ", ".join(dated(texts, event) for event in EVENTS[1:6])
    assert texts.say("batch-plan-unwished", names=few, more=18) in card.text
    off = texts.say("batch-plan-off", names=dated(texts, EVENTS[0]))
    assert off in card.text and texts.say("batch-plan-clear") not in card.text
    assert "a-batch-findings" in verbs(card)
    page = findings_card(texts, PERIOD, empty, NAMED, 0, 0).text
    assert page.count("•") == PAGE
    low = Finding("below_minimum", ids[0], count=2, least=4, used=1)
    both = plan_card(texts, PERIOD, Plan([low, *empty[:1]], document, output), NAMED, 0, 0).text
    assert finding_line(texts, low, NAMED) in both and finding_line(texts, empty[0], NAMED) not in both
    assert texts.say("batch-plan-unwished", names=dated(texts, EVENTS[1]), more=0) in both


def test_two_places_of_one_person_are_told_apart() -> None:
    """By the time at which they begin; the number is small, whatever the month."""
    last = replace(EVENTS[0], starts_at=datetime(2026, 12, 31, 22, 55, tzinfo=UTC))
    assert len({slot_of(event) for event in EVENTS}) == len(EVENTS)
    assert 0 < slot_of(last) == 31 * 24 * 60 // MINUTES < 9_999


def test_what_is_wanted_is_on_pages_and_the_rest_is_counted(texts: Texts) -> None:
    cards = [InterestCard(event, 9999, 999, 999, 9999, 9999) for event in EVENTS]
    cards += [InterestCard(event, 9999, 0, 0, 0, 9999) for event in EVENTS[:3]]
    for offset in range(0, len(EVENTS), PAGE):
        card = fit(interest_card(texts, PERIOD, cards, offset))
        assert texts.plain("batch-unwished", count=3) in card.text
        assert len(card.text.splitlines()) == PAGE + 3
    assert texts.plain("batch-interest-none") in interest_card(texts, PERIOD, [], 0).text
