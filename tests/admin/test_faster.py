"""Two admins at once: the second is told who was first and when; and what is done by hand has its who and why."""

from collections.abc import Sequence
from datetime import timedelta

import pytest

from engine.ports import Actor, Ask
from engine.rules import booking, offers
from engine.settings import Mode
from handlers.door import Texts
from tests.admin.conftest import Desk, button, verbs
from tests.admin.rooms import EVENT, NOW, house

LATER = NOW + timedelta(days=1, hours=3, minutes=5)


def faster(texts: Texts, at: str = "10:00", name: str = "Ádám <x>") -> str:
    return texts.plain("admin-faster-person", name=name, at=at)


async def hold_number(desk: Desk) -> int:
    (held,) = [hold for hold in desk.house.state.holds.values() if hold.active]
    return held.id


CASES: dict[str, Sequence[int]] = {
    "a-cancel": (50, 5),
    "a-confirm": (50,),
    "a-promote": (1,),
    "a-offer-to": (1,),
    "a-promote-because": (3, 1),
    "a-offer-because": (3, 1),
    "a-remove": (2, 1),
    "a-freed-promote": (1,),
    "a-freed-offer": (1,),
    "a-freeze": (),
}


@pytest.mark.parametrize("verb", CASES)
async def test_the_second_admin_sees_who_was_first(texts: Texts, verb: str) -> None:
    first = Desk(house(Mode.MANUAL, free=2), texts)
    done = await first.tap(verb, EVENT, *CASES[verb])
    assert done.toast and not done.alert
    second = await first.of(78, "Bori").tap(verb, EVENT, *CASES[verb])
    assert second.alert and second.toast.endswith(faster(texts)) and second.card is not None


async def test_a_hold_that_is_released(texts: Texts) -> None:
    first = Desk(house(Mode.MANUAL, free=1), texts)
    await first.tap("a-hold", EVENT, 0)
    hold = await hold_number(first)
    await first.tap("a-release", EVENT, hold)
    assert (await first.of(78, "Bori").tap("a-release", EVENT, hold)).toast.endswith(faster(texts))


async def test_an_offer_that_is_withdrawn(texts: Texts) -> None:
    first = Desk(house(Mode.MANUAL, free=1), texts)
    await first.tap("a-offer-to", EVENT, 1)
    (offer,) = first.house.state.pending()
    await first.tap("a-withdraw", EVENT, offer.id, 2)
    assert (await first.of(78, "Bori").tap("a-withdraw", EVENT, offer.id, 2)).toast.endswith(faster(texts))


async def test_the_same_admin_twice(texts: Texts) -> None:
    desk = Desk(house(), texts)
    await desk.tap("a-freeze", EVENT)
    again = await desk.tap("a-freeze", EVENT)
    assert not again.alert
    assert again.toast.endswith(texts.plain("admin-faster-you", at="10:00"))


async def test_a_day_later_the_day_is_told_too(texts: Texts) -> None:
    desk = Desk(house(), texts)
    await desk.tap("a-freeze", EVENT)
    desk.house.now = LATER
    again = await desk.of(78, "Bori").tap("a-freeze", EVENT)
    assert again.toast.endswith(faster(texts, texts.when(NOW, "Europe/Budapest")))


async def test_a_participant_was_faster(texts: Texts) -> None:
    desk = Desk(house(), texts)
    await desk.house.decide(
        Ask(by=Actor("person", 5), event_id=EVENT), lambda state, act: booking.cancel(state, act, 50, 5)
    )
    answer = await desk.tap("a-cancel", EVENT, 50, 1)
    assert answer.toast.endswith(faster(texts, name="Emil"))


async def test_the_automation_was_faster(texts: Texts) -> None:
    desk = Desk(house(Mode.OFFER, free=1), texts)
    await desk.tap("a-offer-to", EVENT, 1)
    (offer,) = desk.house.state.pending()
    await desk.house.decide(
        Ask(by=Actor("job", name="unreachable"), event_id=EVENT),
        lambda state, act: offers.withdraw(state, act, offer.id, "unreachable"),
    )
    answer = await desk.tap("a-withdraw", EVENT, offer.id, 1)
    assert answer.toast.endswith(texts.plain("admin-faster-bot", at="10:00"))


async def taken_by_the_first(texts: Texts) -> Desk:
    desk = Desk(house(Mode.MANUAL, free=1), texts)
    await desk.tap("a-hold", EVENT, 0)
    return desk.of(78, "Bori")


async def test_the_last_seat_is_gone(texts: Texts) -> None:
    second = await taken_by_the_first(texts)
    assert (await second.tap("a-freed-promote", EVENT, 1)).toast.endswith(faster(texts))


async def test_who_took_the_seat_yesterday_was_not_faster(texts: Texts) -> None:
    second = await taken_by_the_first(texts)
    second.house.now = LATER
    answer = await second.tap("a-freed-promote", EVENT, 1)
    assert answer.alert and answer.toast == texts.plain("refusal-no-free-seat", free=0, wanted=1)


async def test_where_nobody_was_faster_nobody_is_named(texts: Texts) -> None:
    desk = Desk(house(free=1), texts)
    assert (await desk.tap("a-unfreeze", EVENT)).toast == texts.plain("refusal-not-frozen")
    assert (await desk.tap("a-event", EVENT - 1)).toast == texts.plain("refusal-event-unknown")


@pytest.mark.parametrize(
    "verbs_in_turn", [("a-hold", "a-release"), ("a-freeze", "a-unfreeze"), ("a-freed-hold",)]
)
async def test_what_is_done_by_hand_has_its_who_and_why(texts: Texts, verbs_in_turn: Sequence[str]) -> None:
    desk = Desk(house(free=1), texts)
    for verb in verbs_in_turn:
        if verb == "a-release":
            more = [await hold_number(desk)]
        else:
            more = [0] if verb.endswith("-hold") else []
        await desk.tap(verb, EVENT, *more)
    for ask in desk.house.asks:
        assert ask.reason == texts.plain("admin-reason-hand")
        assert ask.by == Actor("admin", 77, "Ádám <x>")


async def test_a_hold_says_who_keeps_it(texts: Texts) -> None:
    desk = Desk(house(free=1), texts)
    card = (await desk.tap("a-hold", EVENT, 0)).card
    assert (
        card is not None
        and texts.say(
            "admin-hold-line-reason", by="Ádám <x>", seats=1, reason=texts.plain("admin-reason-hand")
        )
        in card.text
    )
    assert "a-release" in verbs(card) and "Ádám <x>" in button(card, "a-release").label
