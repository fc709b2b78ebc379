"""Lists about a final month with the longest names and reasons: each fits into a message, and the rest is counted."""

import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from engine.locks import Who
from engine.repairs import Lost
from engine.rules.repair_plan import RepairPlan
from engine.views import EventNamed, PeriodCard, PlaceChange, RepairCard, RepairLine, UnlockCard
from handlers.admin.layout import units
from handlers.admin.month_cards import close_card
from handlers.admin.named_rows import Named
from handlers.admin.repair_cards import PlanSeen, list_card, plan_card, repair_card, told_card
from handlers.admin.repair_stuck_cards import Stuck
from handlers.admin.unlock_cards import _changed
from handlers.callbacks import parse
from handlers.door import Card, Html, Texts

AT = datetime(2026, 12, 30, 18, 30, tzinfo=UTC)
LONG = "🧘" * 64
HALL = EventNamed(1, "Y1", dict.fromkeys(("en", "hu", "de"), LONG), AT, "Europe/Budapest")
MONTH = PeriodCard(7, "2026-12", "Europe/Budapest", "final", AT, "", "Ada", AT, AT, "", 40, 0)
COUNT = 60


def message(text: Html) -> int:
    """How much of a message it takes, and that it fits."""
    said = re.sub(r"<[^>]+>", "", text)
    assert units(said) <= 4096
    return text.count("•")


@pytest.mark.parametrize("how", ["move", "event", "hand", "self"])
def test_what_was_changed_while_a_month_was_open(texts: Texts, how: str) -> None:
    unlock = UnlockCard(1, MONTH, "over", Who(1, LONG), "because", 30, AT, LONG, AT, AT, AT)
    change = PlaceChange(LONG, HALL, HALL if how == "move" else None, how, "admin", LONG, "w" * 500, AT)
    text = _changed(texts, unlock, [change] * COUNT, None, AT)
    message(text)
    told = text.count("🧘" * 27 + "…</b>")
    assert told >= 5 and texts.say("unlock-changed-more", more=COUNT - told) in text
    few = _changed(texts, unlock, [replace(change, reason="")] * 3, None, AT)
    assert few.count("🧘" * 27 + "…</b>") == 3 and "/audit" not in few


def line(number: int, *, lost: bool = True) -> RepairLine:
    return RepairLine(number, LONG, HALL, HALL, 1, 2, 1, lost=lost, agreed=True)


def plan(texts: Texts, chains: list[list[RepairLine]], people: list[str]) -> Card:
    missing = [[Lost(number, HALL.id, number, 1)] for number, _ in enumerate(people)]
    known = Named({HALL.id: HALL}, dict(enumerate(people)))
    stuck = Stuck(missing, frozenset(range(len(people))), known)
    return plan_card(texts, MONTH, PlanSeen(RepairPlan(passed=9), 5, chains, stuck, [], []))


def test_a_plan_of_many(texts: Texts) -> None:
    text = plan(texts, [[line(number)] for number in range(COUNT)], [LONG] * 30).text
    told = message(text) - 8  # of those who get nothing
    assert told >= 5 and texts.say("repair-plan-more", count=COUNT - told) in text
    assert texts.say("repair-lines-more", more=22) in text
    text = plan(texts, [[line(number) for number in range(COUNT)]], []).text
    told = message(text)
    assert told >= 5 and texts.say("repair-lines-more", more=COUNT - told) in text


def test_a_long_chain_is_told(texts: Texts) -> None:
    lines = [line(number, lost=not number) for number in range(COUNT)]
    card = RepairCard(1, 7, "2026-12", "Europe/Budapest", "open", "", AT, LONG, lines)
    for text in (repair_card(texts, card).text, told_card(texts, replace(card, status="done")).text):
        told = message(text)
        assert told >= 5 and texts.say("repair-lines-more", more=COUNT - told) in text


def open_repairs(count: int) -> list[RepairCard]:
    """Each with somebody else in it."""
    lines = [replace(line(number), person_name=f"{number} {LONG}") for number in range(count)]
    known = enumerate(lines, 1)
    return [
        RepairCard(row, 7, "2026-12", "Europe/Budapest", "open", "", AT, LONG, [each]) for row, each in known
    ]


def test_every_open_repair_can_be_reached(texts: Texts) -> None:
    """A message takes a hundred buttons; a page has eight, and each says whom it is about."""
    asked = open_repairs(120)
    shown = plan_card(texts, MONTH, PlanSeen(RepairPlan(passed=0), 5, [[line(1)]], Stuck(), asked, []))
    assert len(shown.rows) <= 16 and _ways(shown, "a-repair-list") == [(7, 8)]
    seen, offset = list[int](), 0
    while True:
        card = list_card(texts, MONTH, asked, offset)
        message(card.text)
        seen += [row for (row,) in _ways(card, "a-repair-one")]
        later = [args for args in _ways(card, "a-repair-list") if args[1] > offset]
        if not later:
            break
        ((_, offset),) = later
    assert seen == [each.id for each in asked]
    labels = [button.label for row in list_card(texts, MONTH, asked, 8).rows[:8] for button in row]
    assert [label.split(" ")[0] for label in labels] == [str(number) for number in range(8, 16)]
    assert all(len(label) <= 56 and not label.endswith("…") for label in labels)
    last = _ways(list_card(texts, MONTH, asked, 500), "a-repair-one")
    assert last == [(row,) for row in range(113, 121)]


def _ways(card: Card, verb: str) -> list[tuple[int, ...]]:
    """The numbers behind the card's buttons of this kind."""
    calls = [parse(button.data) for row in card.rows for button in row]
    return [call.args for call in calls if call is not None and call.verb == verb]


def test_whoever_was_reminded_hears_that_wishes_close(texts: Texts) -> None:
    """At night in the morning, also where nobody has given any."""
    night = datetime(2026, 11, 20, 1, tzinfo=UTC)
    for answers, silent, people in ((0, 3, 3), (2, 1, 3), (0, 0, 0)):
        period = replace(MONTH, status="collecting", answers=answers, silent=silent)
        text = close_card(texts, period, night).text
        assert texts.say("batch-close-ask", month=texts.month("2026-12"), count=people) in text
        assert ("\n\n" in text) == bool(people)
