"""The list, the manage card, bookings, holds, freezing: what an admin sees and does in a normal month."""

from dataclasses import replace

import pytest

from engine.settings import Mode
from engine.state import Entry, Line
from handlers.admin.table import COMMANDS, NO_EVENT, TAPS, find_tap
from handlers.door import Texts
from handlers.entry_cards import join_question
from handlers.event_card import state_key
from handlers.party_cards import names_question
from tests.admin.conftest import Desk, button, buttons, fit, verbs
from tests.admin.rooms import EVENT, NOW, house
from tests.texts import TEXTS


async def test_events_are_paged_eight_a_page(texts: Texts) -> None:
    desk = Desk(house(), texts)
    first = await COMMANDS["events"](desk.admin, "")
    assert [b.data for b in buttons(fit(first))] == [
        *[f"1:a-event:{EVENT}"] * 8,
        "1:a-events:8",
        "1:a-batch",
        "1:a-past:0",
    ]
    last = (await desk.tap("a-events", 99)).card
    assert [b.data for b in buttons(last)] == [
        *[f"1:a-event:{EVENT}"] * 4,
        "1:a-events:8",
        "1:a-batch",
        "1:a-past:0",
    ]
    assert "1/1" in buttons(first)[0].label and "⏸" in buttons(first)[0].label


@pytest.mark.parametrize(("visiting", "requests"), [(0, 0), (3, 1), (4, 2)])
async def test_a_long_name_gives_way_to_the_numbers(
    texts: Texts, monkeypatch: pytest.MonkeyPatch, visiting: int, requests: int
) -> None:
    """Whoever waits at a sibling and is asked to come here is counted there alone."""
    rooms = house()
    event = (await rooms.events(None, 0, 1)).items[0]
    crowded = replace(event, names={"en": "Sourdough with Friends"}, booked=12, capacity=15, waiting=4)
    crowded = replace(crowded, visiting=visiting, requests=requests)
    monkeypatch.setattr(rooms, "_event", lambda: crowded)
    (label, *_) = [b.label for b in buttons(fit(await COMMANDS["events"](Desk(rooms, texts).admin, "")))]
    numbers = {"booked": 12, "capacity": 15, "waiting": 4 - visiting, "requests": requests}
    shown = texts.plain("admin-events-line", when="", event="", **numbers)
    assert label.endswith(shown.strip(" ·")) and "· Sour" in label


@pytest.mark.parametrize(
    "tapped",
    [
        "a-line:0",
        "a-publish-ask",
        "a-off-ask",
        "a-date-ask:30000000",
        f"a-move-ask:50:{EVENT}",
        "a-move-list:50:0",
    ],
)
async def test_whoever_is_only_asked_to_come_here_is_not_said_to_wait(
    texts: Texts, monkeypatch: pytest.MonkeyPatch, tapped: str
) -> None:
    """The card is the one of an event with the others alone."""
    said = []
    for waiting, visiting in ((4, 3), (1, 0)):
        rooms = house(free=2)
        event = replace((await rooms.events(None, 0, 1)).items[0], waiting=waiting, visiting=visiting)
        monkeypatch.setattr(rooms, "_event", lambda event=event: event)
        verb, *numbers = tapped.split(":")
        card = (await Desk(rooms, texts).tap(verb, EVENT, *map(int, numbers))).card
        assert card is not None
        said.append((card.text, [b.label for b in buttons(card)]))
    assert said[0] == said[1]


@pytest.mark.parametrize(("waiting", "visiting"), [(3, 0), (5, 2), (3, 3)])
async def test_participants_read_how_many_wait_and_the_place_that_they_would_get(
    texts: Texts, waiting: int, visiting: int
) -> None:
    """Behind whoever is only asked to come here, too: that is the number that they read once they have joined."""
    event = (await house().events(None, 0, 1)).items[0]
    event = replace(event, free=0, public=0, waiting=waiting, visiting=visiting)
    assert state_key(event, NOW) == ("waiting", {"waiting": waiting})
    said = texts.say("join-ahead", waiting=waiting, position=waiting + 1)
    assert said in join_question(texts, event, auto=False, several=False, anywhere=False).text
    assert str(waiting + 1) in said
    assert said in names_question(texts, event, 2, [], waits=True).text


async def test_help_names_every_command(texts: Texts) -> None:
    card = await COMMANDS["help"](Desk(house(), texts).admin, "")
    assert all(f"/{name}" in card.text for name in COMMANDS)


@pytest.mark.parametrize("mode", list(Mode))
async def test_the_card_names_the_mode_and_never_its_code(texts: Texts, mode: Mode) -> None:
    card = (await Desk(house(mode, free=2), texts).tap("a-event", EVENT)).card
    assert card is not None
    assert texts.plain(f"admin-mode-{mode}") in card.text
    assert ("⏸" in card.text) == (mode in (Mode.MANUAL, Mode.SPLITTER))
    assert not {"legacy", "splitter", "halted"} & set(card.text.split())


async def test_confirming_changes_the_card(texts: Texts) -> None:
    desk = Desk(house(), texts)
    before = (await desk.tap("a-booking", EVENT, 50)).card
    assert {"a-confirm", "a-cancel-ask"} <= verbs(before)
    answer = await desk.tap("a-confirm", EVENT, 50)
    assert "Emil" in answer.toast and "a-confirm" not in verbs(answer.card)


async def test_the_second_admin_reads_why(texts: Texts) -> None:
    desk = Desk(house(), texts)
    await desk.tap("a-confirm", EVENT, 50)
    again = await desk.of(78, "Bori").tap("a-confirm", EVENT, 50)
    faster = texts.plain("admin-faster-person", name="Ádám <x>", at="10:00")
    assert again.alert and again.toast == f"{texts.plain('refusal-booking-not-pending')} {faster}"
    assert "a-bookings" in verbs(again.card)


@pytest.mark.parametrize("seats", [1, 3])
async def test_cancelling_says_where_all_its_seats_go(texts: Texts, seats: int) -> None:
    place = house(Mode.LEGACY, waiting=0)
    bookings = {50: replace(place.state.bookings[50], seats=tuple(range(1, seats + 1)))}
    place.state = replace(place.state, bookings=bookings)
    card = (await Desk(place, texts).tap("a-cancel-ask", EVENT, 50)).card
    assert card is not None and texts.plain("admin-seat-to-all", seats=seats) in card.text


async def test_cancelling_thinks_of_the_reserve_list(texts: Texts) -> None:
    waits = {101: Entry(id=101, service_id=1, event_id=None, person_id=1, seats=1, priority=0, seq=1)}
    for mode, key in ((Mode.OFFER, "admin-seat-to-reserve"), (Mode.LEGACY, "admin-seat-to-all")):
        place = house(mode, waiting=0)
        place.state = replace(place.state, reserve=Line(waits, (101,), waiting=1, active={0: 1}))
        card = (await Desk(place, texts).tap("a-cancel-ask", EVENT, 50)).card
        assert card is not None and texts.plain(key, seats=1) in card.text


async def test_cancelling_asks_then_serves_the_line(texts: Texts) -> None:
    desk = Desk(house(Mode.LEGACY), texts)
    question = (await desk.tap("a-cancel-ask", EVENT, 50)).card
    assert question is not None and texts.plain("admin-seat-to-line", seats=1) in question.text
    assert desk.house.asks == []
    answer = await desk.tap("a-cancel", EVENT, 50, 5)
    assert "Anna <b>" in answer.toast  # booked from the line, said at once; a toast has no markup
    assert desk.house.asks[0].reason == texts.plain("admin-reason-asked")


async def test_hold_and_release(texts: Texts) -> None:
    desk = Desk(house(Mode.OFFER, free=1), texts)
    held = await desk.tap("a-hold", EVENT, 0)
    assert "Ádám &lt;x&gt;" in (held.card.text if held.card else "")
    release = button(held.card, "a-release").data.split(":")
    answer = await desk.tap("a-release", *map(int, release[2:]))
    assert answer.toast.startswith(texts.plain("admin-done-release")) and "Anna" in answer.toast
    again = await desk.tap("a-release", *map(int, release[2:]))
    assert again.toast.startswith(texts.plain("refusal-hold-over")) and not again.alert


async def test_holds_that_read_the_same_are_one_line(texts: Texts) -> None:
    desk = Desk(house(Mode.MANUAL, free=3), texts)
    await desk.tap("a-hold", EVENT, 0)
    await desk.of(78, "Bori").tap("a-hold", EVENT, 1)
    card = (await desk.tap("a-hold", EVENT, 2)).card
    lines = [line for line in str(card.text if card else "").splitlines() if "Ádám" in line or "Bori" in line]
    assert len(lines) == 2 and "2" in lines[0] and "1" in lines[1]
    assert len([found for found in buttons(card) if found.data.split(":")[1] == "a-release"]) == 2
    one = button(card, "a-release").data.split(":")
    after = (await desk.tap("a-release", *map(int, one[2:]))).card
    assert len([found for found in buttons(after) if found.data.split(":")[1] == "a-release"]) == 2
    assert len([hold for hold in desk.house.state.holds.values() if hold.active]) == 2


async def test_freeze_and_unfreeze(texts: Texts) -> None:
    desk = Desk(house(Mode.OFFER, free=1), texts)
    await desk.tap("a-offer-to", EVENT, 1)
    before = desk.house.state
    asked = (await desk.tap("a-freeze-ask", EVENT)).card
    assert desk.house.state == before and asked is not None and {"a-freeze", "a-event"} == verbs(asked)
    for key, values in (("auto-effect-stops", {}), ("freeze-offers", {"count": 1})):
        assert texts.plain(key, **values) in asked.text
    frozen = await desk.tap("a-freeze", EVENT)
    assert {"a-unfreeze"} <= verbs(frozen.card) and frozen.card is not None
    assert texts.plain("admin-halted-frozen") in frozen.card.text
    assert not (await desk.tap("a-freeze", EVENT)).alert, "done already, by the same admin"
    for verb in ("a-freeze-ask", "a-freeze"):
        late = await desk.of(78, "Bori").tap(verb, EVENT)
        assert late.alert and "Ádám" in late.toast
    assert "a-freeze-ask" in verbs((await desk.tap("a-unfreeze", EVENT)).card)


async def test_publishing_asks_and_needs_a_reason(texts: Texts) -> None:
    desk = Desk(house(free=2), texts)
    question = (await desk.tap("a-publish-ask", EVENT)).card
    assert desk.house.asks == []
    data = button(question, "a-publish").data.split(":")
    await desk.tap("a-publish", *map(int, data[2:]))
    assert desk.house.asks[0].reason and desk.house.state.event.released == 2


@pytest.mark.parametrize("verb", [verb for verb in TAPS if verb not in NO_EVENT])
async def test_an_event_that_is_gone_is_a_sentence(texts: Texts, verb: str) -> None:
    numbers = TAPS[verb].__code__.co_argcount - 2
    answer = await Desk(house(free=1), texts).tap(verb, EVENT - 1, *[1] * numbers)
    assert answer.alert or answer.card is None


@pytest.mark.parametrize(
    "data", ["", "1:", "1:a-event", "1:a-event:1:2", "1:a-nothing:1", "2:a-event:1", "1:event:1"]
)
def test_stale_buttons(data: str) -> None:
    assert find_tap(data) is None


def test_labels_a_script_can_find() -> None:
    texts = TEXTS["en"]
    for key, word in {
        "promote": "Promote",
        "offer": "Offer",
        "confirm": "Confirm",
        "cancel": "Cancel booking",
        "cancel-because": "Cancel booking",
        "back": "Back",
    }.items():
        values = {"reason": "x"} if key.endswith("because") else {}
        assert word in texts.plain(f"admin-button-{key}", **values)
