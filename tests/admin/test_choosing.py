"""Promote and offer: the next person on one tap, anybody else with a reason; and taking offers and places back."""

import pytest

from engine.settings import Mode
from handlers.door import Texts
from tests.admin.conftest import Desk, button, verbs
from tests.admin.rooms import EVENT, house


@pytest.mark.parametrize("verb", ["a-promote", "a-offer-to"])
async def test_whoever_is_next_needs_no_reason(texts: Texts, verb: str) -> None:
    desk = Desk(house(free=2), texts)
    answer = await desk.tap(verb, EVENT, 1)
    assert "Anna" in answer.toast and desk.house.asks[0].reason == texts.plain("admin-reason-turn")


@pytest.mark.parametrize("verb", ["a-promote", "a-offer-to"])
async def test_out_of_order_names_who_is_passed_over(texts: Texts, verb: str) -> None:
    desk = Desk(house(free=2), texts)
    question = (await desk.tap(verb, EVENT, 3)).card
    assert question is not None and "Anna &lt;b&gt;, Béla &amp; Co" in question.text
    assert desk.house.asks == []
    data = button(question, verb.removesuffix("-to") + "-because").data.split(":")
    answer = await desk.tap(data[1], *map(int, data[2:]))
    assert "Csilla" in answer.toast and desk.house.asks[0].reason == texts.plain("admin-reason-teacher")


async def test_a_reason_nobody_gave_is_stale(texts: Texts) -> None:
    answer = await Desk(house(free=2), texts).tap("a-promote-because", EVENT, 3, 98)
    assert answer.alert and answer.toast == texts.plain("admin-refusal-button-stale")


async def test_an_own_promotion_is_not_told_twice(texts: Texts) -> None:
    answer = await Desk(house(free=1), texts).tap("a-promote", EVENT, 1)
    assert answer.toast == texts.plain("admin-done-promote", name="Anna <b>")


async def test_seats_left_over_are_said(texts: Texts) -> None:
    answer = await Desk(house(free=2), texts).tap("a-promote", EVENT, 1)
    assert texts.plain("admin-then-waits", count=1) in answer.toast


async def test_no_free_seat_is_a_sentence_with_the_card(texts: Texts) -> None:
    answer = await Desk(house(free=0), texts).tap("a-offer-to", EVENT, 1)
    assert answer.alert and "a-line" in verbs(answer.card)


async def test_withdrawing_asks_and_the_seat_goes_on(texts: Texts) -> None:
    desk = Desk(house(Mode.OFFER, free=1), texts)
    await desk.tap("a-offer-to", EVENT, 1)
    (offer,) = desk.house.state.pending()
    assert "a-offer" in verbs((await desk.tap("a-offers", EVENT, 0)).card)
    assert "a-withdraw-ask" in verbs((await desk.tap("a-offer", EVENT, offer.id)).card)
    data = button((await desk.tap("a-withdraw-ask", EVENT, offer.id)).card, "a-withdraw").data.split(":")
    answer = await desk.tap("a-withdraw", *map(int, data[2:]))
    assert "Anna" in answer.toast and "Béla & Co" in answer.toast
    again = await desk.tap("a-withdraw", *map(int, data[2:]))
    assert again.toast.endswith(texts.plain("admin-faster-you", at="10:00")) and not again.alert


async def test_removing_asks(texts: Texts) -> None:
    desk = Desk(house(), texts)
    assert "a-entry" in verbs((await desk.tap("a-line", EVENT, 0)).card)
    assert "a-remove-ask" in verbs((await desk.tap("a-entry", EVENT, 2)).card)
    data = button((await desk.tap("a-remove-ask", EVENT, 2)).card, "a-remove").data.split(":")
    assert desk.house.asks == []
    await desk.tap("a-remove", *map(int, data[2:]))
    assert desk.house.state.line.entries[2].status == "left"
    assert verbs((await desk.tap("a-entry", EVENT, 2)).card) == {"a-line"}
