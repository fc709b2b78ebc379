"""Whole stories of a service whose places the organiser gives: what people and admins read, each in their language."""

from __future__ import annotations

import asyncio

import pytest

from bot.sandbox import Shown
from storage.tables import bookings, entries, events, facts, requests
from tests.taps.asking import AGE, LEVEL, MAT, asks
from tests.taps.hall import TEXTS, Hall, Human, calls
from tests.taps.stages import Stage
from tests.taps.words import says

OTHER = {"en": "hu", "hu": "de", "de": "en"}


async def deciding(hall: Hall, language: str, code: str = "yoga-2") -> tuple[Stage, Human, Human]:
    """Dora, whose group speaks another language, in front of Anna's request."""
    stage = Stage(hall, language)
    dora = await stage.admin()
    await dora.speaks(OTHER[language])
    anna = await stage.asked(code)
    return stage, dora, anna


def verbs(message: Shown) -> set[str]:
    return {call.verb for call in calls(message)}


async def cards(hall: Hall) -> list[Shown]:
    """Messages in the group that are about a request."""
    found = await hall.group.messages()
    return [m for m in found if says(hall.house.group.language, "admin-request-head", m.text)]


# ------------------------------------------------------------------------------------------------- asking


async def test_instead_of_booking_there_is_asking(hall: Hall, language: str) -> None:
    """On a card with free seats, on a full one, by a deep link; an old button says why not, and shows the way."""
    stage = Stage(hall, language)
    ben = await stage.booked("yoga-1", "Ben")
    anna = await stage.looking("yoga-2")
    old = await anna.newest()
    await stage.self_service("yoga-2")
    toast = await anna.taps_on(old.id, f"1:book:{hall.event('yoga-2')}:1")
    assert toast.alert and toast.text == anna.texts.plain("refusal-self-service-off")
    assert verbs(await anna.sees(old.id)) == {"ask", "several", "events"}
    assert verbs(await anna.opens("yoga-1")) == {"ask", "events"}
    assert verbs(await ben.opens("yoga-1")) == {"cancel", "events"}, "given up, but not moved"
    await ben.presses("cancel", "cancel-confirm")
    assert await hall.studio.rows(bookings, bookings.c.active == 1) == []


async def test_asked_and_waiting_for_an_answer(hall: Hall, language: str) -> None:
    anna = await Stage(hall, language).asked()
    made = await anna.newest()
    assert says(language, "request-made", made.text) and says(language, "request-next", made.text)
    assert (await anna.taps_on(made.id, f"1:ask:{hall.event('yoga-2')}:1")).text == anna.texts.plain(
        "refusal-already-asked"
    )
    card = await anna.opens("yoga-2")
    assert says(language, "request-stands", card.text) and verbs(card) == {"take-back", "events"}
    await anna.types("/my")
    mine = await anna.newest()
    assert says(language, "my-asked", mine.text) and {"take-back", "event"} <= verbs(mine)
    await anna.presses("take-back")
    assert says(language, "request-taken-back", (await anna.newest()).text)
    (row,) = await hall.studio.rows(requests)
    assert row.status == "taken_back"
    assert verbs(await anna.opens("yoga-2")) == {"ask", "several", "events"}


async def test_a_party_asks_with_its_names(hall: Hall, language: str) -> None:
    stage = Stage(hall, language)
    await stage.admin()
    anna = await stage.asking("yoga-2")
    await anna.presses("several")
    assert not says(language, "label-seats-wait", " ".join((await anna.newest()).labels))
    await anna.taps("party", hall.event("yoga-2"), 3)
    await anna.types("Bea\nCarl <b>")
    assert any(says(language, "party-asked", m.text) for m in await anna.phone.messages())
    (row,) = await hall.studio.rows(requests)
    assert (row.seats, row.names, row.status) == (3, ["Bea", "Carl <b>"], "open")
    (card,) = await cards(hall)
    assert "Bea, Carl <b>" in card.text and "Anna" in card.text


async def test_no_more_seats_than_could_be_given(hall: Hall, language: str) -> None:
    """What is not free now means waiting, and says so; seats that are going to go cannot be asked for."""
    stage = Stage(hall, language)
    await stage.booked("yoga-2", "Ben")
    anna = await stage.asking("yoga-2")
    await anna.presses("several")
    waits = anna.texts.plain("label-seats-wait", seats=3)
    assert (await anna.newest()).labels[:-1] == (anna.texts.plain("label-seats", seats=2), waits)
    await hall.studio.change(events, events.c.id == hall.event("yoga-2"), drain_to=2)
    await anna.opens("yoga-2")
    await anna.presses("several")
    assert len((await anna.newest()).labels[:-1]) == 1
    toast = await anna.taps_on((await anna.newest()).id, f"1:party:{hall.event('yoga-2')}:3")
    assert toast.text == anna.texts.plain("refusal-party-too-large", most=2)


async def test_a_party_whose_service_is_switched_meanwhile(hall: Hall) -> None:
    """The names were asked for a booking: nobody is booked where only an admin gives places."""
    stage = Stage(hall)
    anna = await stage.looking("yoga-2")
    await anna.presses("several")
    await anna.taps("party", hall.event("yoga-2"), 2)
    await stage.self_service("yoga-2")
    await anna.types("Bea")
    said = await anna.newest()
    assert says("en", "refusal-self-service-off", said.text) and "ask" in verbs(said)
    assert await hall.studio.rows(bookings) == []


async def test_what_the_service_asks_is_answered_first(hall: Hall, language: str) -> None:
    """The organiser reads the answers with the request, and they go along into the booking."""
    stage = Stage(hall, language)
    dora = await stage.admin()
    await asks(stage, LEVEL, AGE)
    anna = await stage.asking("yoga-2")
    await anna.presses("ask")
    first = await anna.newest()
    assert says(language, "question-drop-ask", first.text) and await hall.studio.rows(requests) == []
    await anna.presses("answer")
    await anna.types("33")
    assert says(language, "request-made", (await anna.newest()).text)
    (card,) = await cards(hall)
    assert "33" not in card.text, "an answer is in no letter"
    await dora.presses("a-request", chat=hall.group)
    shown = await dora.sees(card.id, hall.group)
    assert AGE["text"]["en"] in shown.text and "33" in shown.text  # type: ignore[index]
    old = await anna.taps_on(first.id, f"1:ask:{hall.event('yoga-2')}:1")
    assert old.text == anna.texts.plain("refusal-already-asked")
    await dora.presses("a-request-book", chat=hall.group)
    (row,) = await hall.studio.rows(bookings)
    assert [answer["value"] for answer in row.answers] == [LEVEL["choices"][0][language], "33"]  # type: ignore[index]


async def test_what_was_answered_can_be_changed_until_it_is_decided(hall: Hall, language: str) -> None:
    """On the event's card and among one's own, as with a booking; the booking then shows the same."""
    stage = Stage(hall, language)
    dora = await stage.admin()
    await asks(stage, LEVEL, AGE)
    anna = await stage.asking("yoga-2")
    await anna.presses("ask", "answer")
    await anna.types("33")
    card = await anna.opens("yoga-2")
    assert says(language, "request-stands", card.text) and "33" in card.text
    assert {"answers", "take-back"} <= verbs(card)
    await anna.types("/my")
    mine = await anna.newest()
    level = LEVEL["choices"][0][language]  # type: ignore[index]
    assert anna.texts.plain("my-answers", text=f"{level}, 33") in mine.text
    assert {"answers", "take-back", "event"} <= verbs(mine)
    await anna.presses("answers")
    assert says(language, "answers-hint", (await anna.newest()).text)
    marks = [call.args[1] for call in calls(await anna.newest()) if call.verb == "answers-change"]
    await anna.taps("answers-change", hall.event("yoga-2"), marks[1])
    await anna.types("34")
    assert "34" in (await anna.newest()).text
    (row,) = await hall.studio.rows(requests)
    assert [answer["value"] for answer in row.answers] == [level, "34"] and row.status == "open"
    await dora.presses("a-request-book", chat=hall.group)
    booked = await anna.opens("yoga-2")
    assert {"answers", "cancel"} <= verbs(booked)
    await anna.presses("answers")
    assert "34" in (await anna.newest()).text


async def test_an_answer_that_comes_again_asks_nothing_more(hall: Hall) -> None:
    stage = Stage(hall)
    await asks(stage, MAT)
    anna = await stage.asking("yoga-2")
    await anna.presses("ask")
    message, data = await anna.finds("answer")
    assert (await anna.taps_on(message.id, data)).text == anna.texts.plain("toast-asked")
    assert (await anna.taps_on(message.id, data)).text == anna.texts.plain("refusal-already-done")
    assert len(await hall.studio.rows(requests)) == 1


async def test_a_party_that_asks_is_named_and_then_asked(hall: Hall, language: str) -> None:
    stage = Stage(hall, language)
    await asks(stage, MAT)
    anna = await stage.asking("yoga-2")
    await anna.presses("several")
    await anna.taps("party", hall.event("yoga-2"), 3)
    await anna.types("Bea\nCarl")
    assert says(language, "question-drop-ask", (await anna.newest()).text)
    await anna.presses("answer")
    (row,) = await hall.studio.rows(requests)
    assert (row.seats, row.names, [each["value"] for each in row.answers]) == (3, ["Bea", "Carl"], ["yes"])


# ------------------------------------------------------------------------------------------------- answers


async def test_granted_with_a_booking(hall: Hall, language: str) -> None:
    _, dora, anna = await deciding(hall, language)
    (card,) = await cards(hall)
    assert verbs(card) == {"a-request-book", "a-request-line", "a-request-why", "a-manage"}
    await dora.presses("a-request-book", chat=hall.group)
    told = await anna.newest()
    assert says(language, "booking-granted", told.text) and "cancel" in verbs(told)
    assert "reschedule" not in verbs(told)
    (card,) = await cards(hall)
    assert says(OTHER[language], "admin-request-granted", card.text) and "Dora" in card.text
    assert verbs(card) == {"a-manage"}
    assert [row.source for row in await hall.studio.rows(bookings)] == ["request"]


async def test_declined_with_the_reason_in_the_readers_language(hall: Hall, language: str) -> None:
    _, dora, anna = await deciding(hall, language)
    await dora.presses("a-request-why", "a-request-decline", chat=hall.group)
    told = await anna.newest()
    assert says(language, "request-declined", told.text)
    assert anna.texts.plain("admin-reason-no-room") in told.text
    (card,) = await cards(hall)
    assert says(OTHER[language], "admin-request-declined", card.text)
    assert dora.texts.plain("admin-reason-no-room") in card.text
    assert "ask" in verbs(await anna.opens("yoga-2"))


async def test_put_on_the_waitlist(hall: Hall, language: str) -> None:
    stage = Stage(hall, language)
    await stage.booked("clay-1", "Ben")
    dora = await stage.admin()
    await dora.speaks(OTHER[language])
    anna = await stage.asked("clay-1")
    (card,) = await cards(hall)
    assert "a-request-book" not in verbs(card), "nothing is free"
    await dora.presses("a-request-line", chat=hall.group)
    told = await anna.newest()
    assert says(language, "entry-granted", told.text) and {"leave", "pause"} <= verbs(told)
    assert [row.source for row in await hall.studio.rows(entries)] == ["request"]
    card = await anna.opens("clay-1")
    assert verbs(card) == {"leave", "pause", "events"}
    await anna.presses("pause", "pause-for", "resume", "leave", "leave-confirm")


async def test_whoever_waits_is_passed_over_with_a_reason_only(hall: Hall, language: str) -> None:
    stage = Stage(hall, language)
    dora, _, _ = await stage.freed("clay-1")
    await stage.asked("clay-1", "Emma")
    (card,) = await cards(hall)
    assert any("2" in label for label in card.labels)
    await dora.presses("a-request-ask", chat=hall.group)
    question = await dora.sees(card.id, hall.group)
    assert says(language, "admin-request-passed", question.text)
    await dora.presses("a-request", "a-request-ask", "a-request-book", chat=hall.group)
    (granted,) = [row for row in await hall.studio.rows(facts) if row.kind == "RequestGranted"]
    assert (granted.actor_name, granted.reason) == ("Dora", dora.texts.plain("admin-reason-asked"))


async def test_somebody_joined_the_line_since_the_card_was_made(hall: Hall, language: str) -> None:
    """The button asks for no reason; the rules do."""
    stage = Stage(hall, language)
    dora = await stage.admin()
    anna = await stage.asked("clay-1", "Emma")
    (card,) = await cards(hall)
    old = next(button.data for button in card.buttons if ":a-request-book:" in button.data)
    await stage.self_service("clay-1", on=True)
    ben = await stage.booked("clay-1", "Ben")
    await stage.joined("clay-1", "Anna")
    await ben.presses("cancel", "cancel-confirm")
    toast = await dora.taps_on(card.id, old, hall.group)
    assert not toast.alert and says(
        language, "admin-ask-request-book", (await dora.sees(card.id, hall.group)).text
    )
    await dora.presses("a-request-book", chat=hall.group)
    assert says(language, "booking-granted", (await anna.newest()).text)


async def test_two_admins_and_the_person_at_once(hall: Hall) -> None:
    """One answer; whoever was late reads who was first, and the card is the same for all."""
    stage = Stage(hall)
    dora, anna = await stage.deciding()
    emil = await stage.admin("Emil")
    (card,) = await cards(hall)
    request = await stage.request_id(anna)
    ids = f"{hall.event('yoga-2')}:{request}:0"
    made = [
        await dora.phone._do("forges", hall.group, data=f"1:a-request-book:{ids}:0", message_id=card.id),
        await emil.phone._do("forges", hall.group, data=f"1:a-request-decline:{ids}:31", message_id=card.id),
    ]
    bodies = await hall.sandbox.updates.poll(hall._offset, 100, 0)
    hall._offset = bodies[-1]["update_id"] + 1
    await asyncio.gather(*(hall.take(body) for body in bodies))
    await hall.settle()
    toasts = [await who.phone._toast(tap, 0.5) for who, tap in zip((dora, emil), made, strict=True)]
    assert sorted(toast.alert for toast in toasts) == [False, True]
    late = next(toast for toast in toasts if toast.alert)
    assert late.text.startswith("This request isn’t open any more.") and "was faster" in late.text
    (row,) = await hall.studio.rows(requests)
    assert row.status in ("granted", "declined")
    assert verbs(await dora.sees(card.id, hall.group)) == {"a-manage"}


async def test_taken_back_before_anybody_decides(hall: Hall, language: str) -> None:
    _, dora, anna = await deciding(hall, language)
    (before,) = await cards(hall)
    book = next(button.data for button in before.buttons if ":a-request-book:" in button.data)
    await anna.presses("take-back")
    (card,) = await cards(hall)
    assert card.id == before.id and says(OTHER[language], "admin-request-taken-back", card.text)
    toast = await dora.taps_on(card.id, book, hall.group)
    assert toast.alert and "Anna" in toast.text


async def test_an_admin_books_for_whoever_asks(hall: Hall) -> None:
    """By the event's card, and not by the request: it is granted with that."""
    stage, dora, anna = await deciding(hall, "en")
    await dora.speaks("en")
    await stage.more(dora, "yoga-2", "a-book")
    await dora.replies("Anna", hall.group)
    await dora.presses("a-book-for", "a-book-do", chat=hall.group)
    assert says("en", "booking-granted", (await anna.newest()).text)
    (row,) = await hall.studio.rows(requests)
    assert row.status == "granted"


# ------------------------------------------------------------------------------------------------- the end


async def test_nobody_decided_before_the_start(hall: Hall, language: str) -> None:
    _, _, anna = await deciding(hall, language)
    await hall.forward(days=7)
    assert says(language, "request-closed", (await anna.newest()).text)
    (card,) = await cards(hall)
    assert says(OTHER[language], "admin-request-closed", card.text) and verbs(card) == {"a-manage"}


async def test_the_event_does_not_take_place(hall: Hall, language: str) -> None:
    """One message, with the reason and other dates."""
    stage, dora, anna = await deciding(hall, language)
    before = len(await anna.phone.messages())
    await stage.called_off(dora, "yoga-2")
    (told,) = (await anna.phone.messages())[before:]
    assert says(language, "event-called-off", told.text)
    assert anna.texts.plain("admin-reason-ill") in told.text
    (card,) = await cards(hall)
    assert says(OTHER[language], "admin-request-closed", card.text)


async def test_the_event_begins_at_another_time(hall: Hall, language: str) -> None:
    stage, dora, anna = await deciding(hall, language)
    await stage.moved(dora, "yoga-2")
    told = await anna.newest()
    assert says(language, "request-shifted", told.text) and verbs(told) == {"take-back", "event"}
    await anna.presses("take-back")


# ------------------------------------------------------------------------------------------------- the list


async def test_the_open_ones_of_an_event(hall: Hall, language: str) -> None:
    """Counted on the event's card, in pages; answered from there, the list is one behind."""
    stage = Stage(hall, language)
    dora = await stage.admin()
    for number in range(7):
        await stage.asked("yoga-2", f"P{number}")
    await stage.manages(dora, "yoga-2")
    card = await dora.newest(hall.group)
    assert says(language, "admin-event-requests", card.text)
    assert dora.texts.plain("admin-button-requests", count=7) in card.labels
    await dora.presses("a-requests", chat=hall.group)
    assert list((await dora.newest(hall.group)).labels)[:2] == ["P0", "P1"]
    await dora.taps_on(card.id, f"1:a-requests:{hall.event('yoga-2')}:60", hall.group)
    assert (await dora.sees(card.id, hall.group)).labels[0] == "P6"
    await dora.presses("a-request", "a-request-book", chat=hall.group)
    answered = await dora.sees(card.id, hall.group)
    assert says(language, "admin-request-granted", answered.text) and verbs(answered) == {"a-requests"}
    await dora.taps_on(card.id, f"1:a-requests:{hall.event('yoga-2')}:0", hall.group)
    assert "P6" not in (await dora.sees(card.id, hall.group)).labels


# ------------------------------------------------------------------------------------------------- the switch


async def test_switched_off_and_on_in_the_group(hall: Hall, language: str) -> None:
    """What it means is said before; requests stay; who did it and when is in the history."""
    stage = Stage(hall, language)
    anna = await stage.looking("yoga-2")
    dora = await stage.managing("yoga-2")
    await dora.presses("a-auto", "a-service", "a-auto-self", chat=hall.group)
    assert says(language, "auto-ask-self-off", (await dora.newest(hall.group)).text)
    await dora.presses("a-auto-self-do", chat=hall.group)
    assert says(language, "auto-self-off", (await dora.newest(hall.group)).text)
    await anna.opens("yoga-2")
    await anna.presses("ask")
    await stage.manages(dora, "yoga-2")
    await dora.presses("a-auto", chat=hall.group)
    assert says(language, "auto-self-off", (await dora.newest(hall.group)).text), "on the event's card too"
    await dora.presses("a-service", "a-auto-self", chat=hall.group)
    question = await dora.newest(hall.group)
    assert says(language, "auto-ask-self-on", question.text)
    assert says(language, "auto-self-requests", question.text)
    await dora.presses("a-auto-self-do", chat=hall.group)
    card = await anna.opens("yoga-2")
    assert {"book", "take-back"} <= verbs(card), "still to be decided"
    await anna.presses("book")
    (row,) = await hall.studio.rows(requests)
    assert row.status == "closed"
    switched = [row for row in await hall.studio.rows(facts) if row.kind == "SelfServiceSwitched"]
    assert [(row.actor_name, row.data["on"]) for row in switched] == [("Dora", False), ("Dora", True)]
    await dora.types("/audit", chat=hall.group)
    for key in ("fact-self-service-off", "fact-self-service-on", "fact-request-made"):
        assert says(language, key, (await dora.newest(hall.group)).text), key


@pytest.mark.parametrize("numbers", [(0, 0), (1, 7)])
async def test_a_forged_switch(hall: Hall, numbers: tuple[int, int]) -> None:
    """An event has none of its own, and there are two ways only."""
    dora = await Stage(hall).managing("yoga-2")
    await dora.presses("a-auto", "a-service", chat=hall.group)
    message = await dora.newest(hall.group)
    (data,) = [button.data for button in message.buttons if ":a-auto-self:" in button.data]
    service = int(data.split(":")[2])
    kind, there = numbers
    row = service if kind else hall.event("yoga-2")
    toast = await dora.taps_on(message.id, f"1:a-auto-self-do:{row}:{kind}:{there}", hall.group)
    assert toast.alert and toast.text == dora.texts.plain("admin-refusal-button-stale")
    assert not [row for row in await hall.studio.rows(facts) if row.kind == "SelfServiceSwitched"]


async def test_offers_go_on_while_it_is_off(hall: Hall, language: str) -> None:
    stage = Stage(hall, language)
    anna, ben = await stage.waiting()
    await stage.self_service("yoga-1")
    await ben.presses("cancel", "cancel-confirm")
    await anna.presses("accept")
    told = await anna.newest()
    assert says(language, "offer-accepted", told.text) and "reschedule" not in verbs(told)
    assert TEXTS[language].plain("button-ask") in (await ben.opens("yoga-1")).labels


async def test_nobody_who_waits_is_told_to_book(hall: Hall) -> None:
    """Seats that are opened to everybody are nobody's where people ask for them."""
    stage = Stage(hall)
    dora, anna, _ = await stage.freed("clay-1")
    await stage.self_service("clay-1")
    await dora.presses("a-freed-publish-ask", "a-freed-publish", chat=hall.group)
    card = await anna.opens("clay-1")
    assert not says("en", "entry-free", card.text) and verbs(card) == {"leave", "pause", "events"}


async def test_the_list_says_where_somebody_asks(hall: Hall, language: str) -> None:
    """Without opening the event's card."""
    _, dora, _ = await deciding(hall, language)
    await dora.types("/events", chat=hall.group)
    listed = await dora.newest(hall.group)
    assert dora.texts.plain("admin-events-asked") in listed.text
    (label,) = [b.label for b in listed.buttons if b.data == f"1:a-event:{hall.event('yoga-2')}"]
    numbers = {"booked": 0, "capacity": 3, "waiting": 0, "requests": 1}
    assert label.endswith(dora.texts.plain("admin-events-line", when="", event="", **numbers)[4:])
