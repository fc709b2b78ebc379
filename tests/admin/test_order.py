"""The order that admins see is the order in which seats are given: priorities, the draw, the reserve list."""

from dataclasses import replace
from typing import Any, cast

import pytest

from engine.rules.candidates import draw
from engine.settings import Mode
from engine.state import Entry, Line, TimeWindow
from handlers.admin.cards import seats_freed
from handlers.door import Card, Texts
from tests.admin.conftest import Desk, button, buttons, fit, verbs
from tests.admin.rooms import EVENT, PEOPLE, House, house

MONDAYS = TimeWindow(0, 0, 1440)  # the event is on a Tuesday


def with_rules(place: House, **rules: Any) -> House:
    settings = place.state.settings
    place.state = replace(place.state, settings=replace(settings, offer=replace(settings.offer, **rules)))
    return place


def with_reserve(place: House, *people: int, **values: Any) -> House:
    rows = {100 + n: Entry(100 + n, 1, None, n, 1, 0, 100 + n, **values) for n in people}
    reserve = Line(rows, tuple(rows), waiting=len(rows), active={0: len(rows)})
    place.state = replace(place.state, reserve=reserve)
    return place


def drawn(place: House) -> list[int]:
    rows = place.state.line.entries.values()
    return [row.id for row in sorted(rows, key=lambda row: draw("moon", row))]


def entries_on(card: Card | None) -> list[int]:
    return [int(b.data.split(":")[3]) for b in buttons(card) if b.data.startswith("1:a-entry:")]


async def freed(place: House, texts: Texts) -> Card:
    card = await seats_freed(cast(Any, place), texts, EVENT, "manual")
    assert card is not None
    return fit(card)


def frozen(**values: Any) -> House:
    return house(Mode.OFFER, frozen=True, **values)


async def test_the_draw_decides_on_both_cards_and_in_the_list(texts: Texts) -> None:
    place = with_rules(house(free=1, waiting=4), order="lottery", seed="moon")
    desk, order = Desk(place, texts), drawn(place)
    assert order != sorted(order)
    names = ", ".join(
        PEOPLE[n].replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") for n in order[:3]
    )
    card = await freed(place, texts)
    assert names in card.text and button(card, "a-freed-promote").data.endswith(f":{order[0]}")
    manage = (await desk.tap("a-event", EVENT)).card
    assert manage is not None and names in manage.text and texts.say("admin-event-lottery") in manage.text
    listed = (await desk.tap("a-line", EVENT, 0)).card
    assert listed is not None and texts.say("admin-event-lottery") in listed.text
    assert [b.data for b in buttons(listed)][:4] == [f"1:a-entry:{EVENT}:{n}" for n in order]


async def test_whom_the_draw_has_put_first_needs_no_reason(texts: Texts) -> None:
    place = with_rules(house(free=1, waiting=4), order="lottery", seed="moon")
    first, second, *_ = drawn(place)
    question = (await Desk(place, texts).tap("a-promote", EVENT, second)).card
    assert place.asks == [] and "a-promote-because" in verbs(question)
    assert (await Desk(place, texts).tap("a-promote", EVENT, first)).toast


async def test_the_reserve_list_is_seen_and_served_from_the_cards(texts: Texts) -> None:
    place = with_reserve(frozen(free=1, waiting=0), 3, 4)
    card = await freed(place, texts)
    assert texts.say("admin-name-reserve", name="Csilla") in card.text
    manage = (await Desk(place, texts).tap("a-event", EVENT)).card
    assert manage is not None and texts.say("admin-event-reserve", reserve=2) in manage.text
    data = button(card, "a-freed-promote").data.split(":")
    answer = await Desk(place, texts).tap("a-freed-promote", *map(int, data[2:]))
    assert "Csilla" in answer.toast and place.state.reserve.entries[103].status == "booked"


async def test_the_list_goes_on_with_the_reserve_list(texts: Texts) -> None:
    place = with_reserve(frozen(free=1, waiting=5), 1, 2, 3, 4)
    desk = Desk(place, texts)
    first = (await desk.tap("a-line", EVENT, 0)).card
    assert entries_on(first) == [1, 2, 3, 4, 5, 101]
    second = (await desk.tap("a-line", EVENT, 6)).card
    assert entries_on(second) == [102, 103, 104]
    assert buttons(second)[1].label == texts.plain("admin-line-line-reserve", text="3. Csilla")
    last = (await desk.tap("a-line", EVENT, 99)).card
    assert last == second


async def test_the_list_counts_the_reserve_list_by_itself(texts: Texts) -> None:
    card = (await Desk(with_reserve(house(waiting=2), 3), texts).tap("a-line", EVENT, 0)).card
    assert card is not None
    assert texts.say("admin-line-reserve", reserve=1) in card.text
    values = {"event": "Yoga <i>", "when": ""}
    assert texts.say("admin-line-head", waiting=2, **values).splitlines()[1] in card.text
    assert texts.say("admin-line-head", waiting=3, **values).splitlines()[1] not in card.text


@pytest.mark.parametrize(("free", "seats", "can"), [(0, 1, False), (1, 1, True), (1, 2, False), (2, 2, True)])
async def test_only_who_fits_can_be_chosen(texts: Texts, free: int, seats: int, can: bool) -> None:
    place = frozen(free=free, waiting=3)
    rows = place.state.line.entries
    entries = {**rows, 1: replace(rows[1], seats=seats)}
    place.state = replace(place.state, line=replace(place.state.line, entries=entries))
    card = (await Desk(place, texts).tap("a-entry", EVENT, 1)).card
    assert ({"a-promote", "a-offer-to"} <= verbs(card)) == can
    assert "a-remove-ask" in verbs(card)


@pytest.mark.parametrize("verb", ["a-promote", "a-offer-to"])
async def test_a_place_on_the_reserve_list_has_its_card(texts: Texts, verb: str) -> None:
    place = with_reserve(frozen(free=1, waiting=0), 3)
    card = (await Desk(place, texts).tap("a-entry", EVENT, 103)).card
    assert card is not None
    assert texts.say("admin-entry-reserve", times=texts.plain("window-inside-any")) in card.text
    assert {"a-promote", "a-offer-to", "a-remove-ask"} <= verbs(card)
    assert "Csilla" in (await Desk(place, texts).tap(verb, EVENT, 103)).toast


async def test_the_reserve_list_waits_behind_the_line(texts: Texts) -> None:
    place = with_reserve(frozen(free=1, waiting=1), 3)
    question = (await Desk(place, texts).tap("a-offer-to", EVENT, 103)).card
    assert question is not None and "Anna &lt;b&gt;" in question.text and place.asks == []


async def test_other_hours_are_never_in_turn_but_may_be_chosen(texts: Texts) -> None:
    place = with_reserve(frozen(free=1, waiting=0), 3, windows=(MONDAYS,))
    manage = (await Desk(place, texts).tap("a-event", EVENT)).card
    assert manage is not None and texts.say("admin-event-reserve", reserve=1) in manage.text
    assert texts.say("admin-name-reserve", name="Csilla") not in manage.text
    card = (await Desk(place, texts).tap("a-entry", EVENT, 103)).card
    assert card is not None and texts.plain("window-inside-own") in card.text
    assert "Csilla" in (await Desk(place, texts).tap("a-promote", EVENT, 103)).toast


async def test_best_fit_puts_the_buttons_on_whoever_fits(texts: Texts) -> None:
    place = house(free=1, waiting=3)
    rows = {**place.state.line.entries, 1: replace(place.state.line.entries[1], seats=2)}
    place.state = replace(place.state, line=replace(place.state.line, entries=rows))
    strict = await freed(place, texts)
    assert not {"a-freed-promote", "a-freed-offer"} & verbs(
        strict
    )  # whoever is next needs more than there is
    best = await freed(with_rules(place, party_fit="best"), texts)
    assert button(best, "a-freed-promote").data.endswith(":2")
    assert "Béla" in (await Desk(place, texts).tap("a-freed-promote", EVENT, 2)).toast
