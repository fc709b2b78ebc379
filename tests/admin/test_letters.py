"""The cards that letters bring to the group."""

from dataclasses import replace
from datetime import timedelta
from typing import Any, cast

import pytest

from engine.settings import Mode
from handlers.admin.cards import ALERTS, alert, person_unreachable, seats_freed
from handlers.door import Texts
from tests.admin.conftest import Desk, button, fit, verbs
from tests.admin.rooms import EVENT, NOW, PEOPLE, House, house


async def freed(place: House, texts: Texts) -> Any:
    card = await seats_freed(cast(Any, place), texts, EVENT, "manual")
    assert card is not None
    return fit(card)


async def test_a_freed_seat_names_the_next_three_and_why(texts: Texts) -> None:
    card = await freed(house(free=1, waiting=4), texts)
    assert "Anna &lt;b&gt;, Béla &amp; Co, Csilla" in card.text and "Dora" not in card.text
    assert texts.plain("admin-halted-manual") in card.text
    assert verbs(card) == {
        "a-freed-promote",
        "a-freed-offer",
        "a-freed-hold",
        "a-freed-publish-ask",
        "a-manage",
    }


@pytest.mark.parametrize(
    ("mode", "free", "waiting"), [(Mode.MANUAL, 0, 2), (Mode.MANUAL, 1, 0), (Mode.OFFER, 1, 2)]
)
async def test_nothing_to_decide_is_only_a_way_to_the_event(
    texts: Texts, mode: Mode, free: int, waiting: int
) -> None:
    card = await freed(house(mode, free=free, waiting=waiting), texts)
    assert verbs(card) == {"a-manage"} and card.text == texts.say(
        "admin-freed-done", event=texts.name(NAMES), when=WHEN(texts)
    )


NAMES = {"en": "Yoga <i>", "hu": "Jóga", "de": "Yoga"}


def WHEN(texts: Texts) -> str:  # noqa: N802 - stands beside NAMES
    return texts.when(house().state.event.starts_at, "Europe/Budapest")


@pytest.mark.parametrize("verb", ["a-freed-promote", "a-freed-offer", "a-freed-hold"])
async def test_taps_keep_the_card_up_to_date(texts: Texts, verb: str) -> None:
    desk = Desk(house(free=2), texts)
    data = button(await freed(desk.house, texts), verb).data.split(":")
    answer = await desk.tap(verb, *map(int, data[2:]))
    assert answer.toast and answer.card == await freed(desk.house, texts)
    last = await desk.tap("a-freed-hold", EVENT, int(verb == "a-freed-hold"))
    assert verbs(last.card) == ({"a-manage", "a-freed"} if verb == "a-freed-offer" else {"a-manage"})


async def test_a_seat_that_is_only_offered_is_not_taken_care_of(texts: Texts) -> None:
    """Until when is known once the offer has arrived; afterwards the card says who got the seat."""
    desk = Desk(house(free=1), texts)
    answer = await desk.tap("a-freed-offer", EVENT, 1)
    unsent = texts.say("admin-freed-offer-unsent", name=PEOPLE[1])
    assert answer.card is not None and unsent in fit(answer.card).text
    assert verbs(answer.card) == {"a-freed", "a-manage"}

    state = desk.house.state
    (offer,) = state.pending()
    there = replace(offer, delivered_at=NOW, expires_at=NOW + timedelta(hours=2))
    desk.house.state = replace(state, offers={offer.id: there})
    again = await desk.tap("a-freed", EVENT)
    until = texts.when(there.expires_at, "Europe/Budapest")
    assert again.card is not None
    assert texts.say("admin-freed-offer", name=PEOPLE[1], until=until) in fit(again.card).text


async def test_after_promote_it_says_who_got_the_seat(texts: Texts) -> None:
    answer = await Desk(house(free=1), texts).tap("a-freed-promote", EVENT, 1)
    assert answer.card is not None
    assert texts.say("admin-freed-last", name=PEOPLE[1]) in fit(answer.card).text


async def test_the_card_says_when_somebody_else_is_next(texts: Texts) -> None:
    desk = Desk(house(free=1), texts)
    answer = await desk.tap("a-freed-promote", EVENT, 2)
    assert answer.alert and answer.toast == texts.plain("admin-freed-changed") and desk.house.asks == []


async def test_the_slower_admin_gets_the_new_card(texts: Texts) -> None:
    desk = Desk(house(free=1), texts)
    await desk.tap("a-freed-promote", EVENT, 1)
    answer = await desk.of(78, "Bori").tap("a-freed-promote", EVENT, 1)
    assert answer.alert and answer.card == await freed(desk.house, texts)
    assert not (await desk.tap("a-freed-promote", EVENT, 1)).alert, "the first one's own second tap"


async def test_who_is_passed_over_is_named_only_where_that_is_the_cause(texts: Texts) -> None:
    """Not where an admin has released a seat, and not once it is too late to book."""
    place = house(free=2)
    line = place.state.line
    first, second, third = line.entries.values()
    away = replace(first, reachable=False)
    only = replace(line, entries={first.id: away}, window=(first.id,), waiting=1, active={0: 1})
    place.state = replace(place.state, line=only)
    assert texts.plain("admin-out-unreachable", count=1) in (await freed(place, texts)).text

    place.state = replace(place.state, event=replace(place.state.event, starts_at=NOW - timedelta(minutes=5)))
    assert texts.plain("admin-out-unreachable", count=1) not in (await freed(place, texts)).text

    place = house(free=2, released=1)
    entries = {first.id: away, second.id: second, third.id: third}
    place.state = replace(place.state, line=replace(line, entries=entries))
    card = (await Desk(place, texts).tap("a-event", EVENT)).card
    assert card is not None and texts.plain("admin-event-out-of-turn", count=1) not in card.text


async def test_publishing_from_the_card(texts: Texts) -> None:
    desk = Desk(house(free=1), texts)
    question = (await desk.tap("a-freed-publish-ask", EVENT)).card
    assert verbs(question) == {"a-freed-publish", "a-freed"}
    data = button(question, "a-freed-publish").data.split(":")
    answer = await desk.tap("a-freed-publish", *map(int, data[2:]))
    assert verbs(answer.card) == {"a-manage"}


async def test_manage_is_a_message_of_its_own(texts: Texts) -> None:
    answer = await Desk(house(free=1), texts).tap("a-manage", EVENT)
    assert answer.card is None and "a-bookings" in verbs(answer.further)


async def test_somebody_out_of_reach(texts: Texts) -> None:
    desk = Desk(house(Mode.OFFER, free=1), texts)
    await desk.tap("a-offer-to", EVENT, 1)
    (offer,) = desk.house.state.pending()
    data = {"offer": offer.id, "event": EVENT, "entry": 1}
    card = await person_unreachable(cast(Any, desk.house), texts, data)
    assert card is not None and "Anna &lt;b&gt;" in fit(card).text
    assert await person_unreachable(cast(Any, desk.house), texts, {"offer": 1}) is None


def test_alerts(texts: Texts) -> None:
    values = {
        "job": "expire",
        "why": "<x>",
        "letter": 7,
        "code": "A1",
        "what": "KeyError",
        "minutes": 5,
        "count": 9,
        "repairs": 2,
        "when": "Tue 1 Dec, 18:00",
        "until": "19:30",
        "seal": "12",
        "hash": "0" * 64,
        "name": "Studio <x>",
    }
    for kind in ALERTS:
        fit(alert(texts, kind, **values))
