"""What the words of a month's cards claim: no more than is known, and fitting one and many."""

from collections.abc import Mapping
from dataclasses import replace
from types import SimpleNamespace
from typing import Any, cast

import pytest

from engine.views import FriendCard, InterestCard, RunEventCard
from handlers.admin import metrics_alerts
from handlers.admin.batch_deciding_cards import where_card
from handlers.admin.batch_plan_cards import findings_card
from handlers.admin.batch_review_cards import person_card
from handlers.admin.batch_state import FAIR, FAST, off_told
from handlers.admin.month_cards import interest_line
from handlers.admin.named_rows import Named
from handlers.callbacks import MOST, pack
from handlers.door import Card, Texts
from tests.admin.conftest import fit
from tests.admin.test_batch_cards import EVENTS, LONG, PERIOD, person

WANTED_MOST = {"en": "wanted most", "hu": "leginkább", "de": "liebste"}
DRAW = {"en": "draw", "hu": "sorsol", "de": "Auslos"}
FULL = ("batch-why-full", "label-unmet-full", "label-export-full")


@pytest.mark.parametrize("key", FULL)
def test_full_is_said_of_the_date_wanted_most(texts: Texts, key: str) -> None:
    """A lesser wish may well have had a seat left, too few for a party."""
    assert WANTED_MOST[texts.language] in texts.plain(key)


def test_places_by_hand_are_not_called_drawn(texts: Texts) -> None:
    assert DRAW[texts.language] not in texts.plain("result-because-then")


def test_a_person_says_whom_they_come_with(texts: Texts) -> None:
    """How many seats, for whom, and together with whom; nothing of it where there is nothing."""
    seen = person()
    friends = [
        FriendCard(1, "Clara Weber", "agreed", asks=True, link=1),
        FriendCard(2, "Dora", "asked", asks=False, link=2),
        FriendCard(3, "", "asked", asks=True, link=3),
    ]
    both = replace(seen.wish, seats=2, names=("Grandma",), friends=friends)
    text = person_card(texts, replace(seen, wish=both)).text
    assert texts.say("batch-person-party", seats=2, names="Grandma") in text
    assert texts.say("batch-person-with", names="Clara Weber") in text
    unnamed = replace(both, names=(), friends=friends[1:])
    text = person_card(texts, replace(seen, wish=unnamed)).text
    assert texts.say("batch-placed-party", seats=2) in text and "Dora" not in text
    assert texts.say("batch-person-with", names="") not in text
    alone = replace(both, seats=1, names=(), friends=())
    assert texts.say("batch-placed-party", seats=1) not in person_card(texts, replace(seen, wish=alone)).text
    crowd = [FriendCard(at, LONG, "agreed", asks=True, link=at) for at in range(9)]
    fit(person_card(texts, replace(seen, wish=replace(both, names=(LONG,) * 19, seats=20, friends=crowd))))


def test_dates_to_pin_at_say_how_many_seats_are_free(texts: Texts) -> None:
    """Those that the version has not given."""
    dates = [RunEventCard(EVENTS[0], 4, 3, 3, 1), RunEventCard(EVENTS[1], 9, 0, 0, 0, held=False)]
    card = fit(where_card(texts, person(), dates, 0, 0))
    for row, free in zip(card.rows, (1, 9), strict=False):
        when = texts.when(dates[free == 9].event.starts_at, PERIOD.timezone)
        words = texts.plain("label-batch-where", when=when, count=free, event="")
        assert row[0].label.startswith(words.rstrip())


def test_back_from_all_that_is_odd_leads_to_the_plan_it_was_opened_from(texts: Texts) -> None:
    """On every page, and to the same way of it."""
    for way in (0, FAST, FAIR, FAST + FAIR):
        card = findings_card(texts, PERIOD, [], Named({}, {}), way, 0)
        assert card.rows[-1][0].data == pack("a-batch-plan", PERIOD.id, way)


def test_what_is_wanted_says_how_many_seats_are_free(texts: Texts) -> None:
    line = interest_line(texts, InterestCard(EVENTS[0], 4, 1, 1, 2, 1))
    told = {"event": LONG, "when": texts.when(EVENTS[0].starts_at, PERIOD.timezone)}
    assert line == texts.say("batch-interest", **told, first=1, wanted=1, seats=2, free=1, capacity=4)
    assert line != texts.say("batch-interest", **told, first=1, wanted=1, seats=2, free=2, capacity=4)


@pytest.mark.parametrize("key", ["batch-off-next", "batch-final-off"])
def test_dates_that_too_few_want_are_one_or_many(texts: Texts, key: str) -> None:
    one, two = off_told(texts, key, EVENTS[:1]), off_told(texts, key, EVENTS[:2])
    assert one is not None and two is not None
    assert one.rpartition(". ")[2] != two.rpartition(". ")[2] or one.split(". ")[-2] != two.split(". ")[-2]
    assert (
        "Ezek" not in one and "These" not in one and "these" not in one and "diese Termine" not in one.lower()
    )
    assert off_told(texts, key, ()) is None


async def _stale(texts: Texts, **changed: int) -> Card:
    async def period(_: int) -> object:
        return replace(PERIOD, status="planned")

    async def run_numbers(_: int) -> list[object]:
        return [SimpleNamespace(number=1)]

    views = cast(Any, SimpleNamespace(period=period, run_numbers=run_numbers))
    data: Mapping[str, object] = {"period": MOST, "number": 1, **changed}
    found = await metrics_alerts.card(views, texts, "batch-stale", data)
    assert found is not None
    return found


async def test_a_version_that_is_outdated_says_by_what(texts: Texts) -> None:
    """Without numbers of nothing; where neither dates nor people differ, it is what admins have decided."""
    said = texts.say("admin-alert-batch-stale-said")
    assert said in (await _stale(texts, sessions=0, people=0)).text
    dates, people = (texts.plain(f"label-stale-{part}", count=2) for part in ("sessions", "people"))
    for changed, what in (((2, 0), dates), ((0, 2), people), ((2, 2), f"{dates}, {people}")):
        text = (await _stale(texts, sessions=changed[0], people=changed[1])).text
        assert texts.say("admin-alert-batch-stale", what=what) in text and said not in text
