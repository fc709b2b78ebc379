"""Questions in the admins' group, by taps and answers only: made, moved, changed, removed, and who it was."""

from __future__ import annotations

from typing import Any

import pytest

from handlers.callbacks import parse
from storage.tables import bookings, facts, services
from tests.taps.asking import AGE, DIET, LEVEL, asks, service_id
from tests.taps.hall import Hall, Human
from tests.taps.stages import Stage
from tests.taps.words import says

TEXT, NUMBER, CHOICE, YES_NO = range(4)


async def listing(stage: Stage, dora: Human) -> None:
    """In front of what yoga asks."""
    await dora.types("/services", chat=stage.hall.group)
    await dora.presses("a-asking", chat=stage.hall.group)
    await dora.taps("a-questions", await service_id(stage), chat=stage.hall.group)


async def adding(stage: Stage, dora: Human, kind: int) -> None:
    """Asked for the words of a new one."""
    await listing(stage, dora)
    await dora.presses("a-question-kinds", chat=stage.hall.group)
    await dora.taps("a-question-add", await service_id(stage), kind, chat=stage.hall.group)


async def save(stage: Stage, dora: Human, *, required: bool = True) -> None:
    toast = await dora.taps("a-question-save", await service_id(stage), int(required), chat=stage.hall.group)
    assert not toast.alert and toast.text == dora.texts.plain("admin-done-question-added")


async def say(stage: Stage, dora: Human, what: int) -> None:
    await dora.taps("a-question-say", await service_id(stage), what, chat=stage.hall.group)


async def kept(hall: Hall) -> list[dict[str, Any]]:
    (row,) = await hall.studio.rows(services, services.c.code == "yoga")
    return list(row.questions)


async def newest(dora: Human) -> str:
    return (await dora.newest(dora.hall.group)).text


# ------------------------------------------------------------------------------------------------------------- made


async def test_a_text_in_two_languages_then_people_are_asked(hall: Hall, language: str) -> None:
    stage = Stage(hall, language)
    dora = await stage.admin()
    await adding(stage, dora, TEXT)
    assert not (await dora.newest(hall.group)).buttons
    await dora.replies("  What <b>don’t</b>\nyou eat? ", hall.group)
    assert says(language, "admin-question-ask-save", await newest(dora))
    await say(stage, dora, 1)
    await dora.replies("Másképp?", hall.group)
    await save(stage, dora, required=False)
    (question,) = await kept(hall)
    first, second = [language, *(each for each in ("en", "hu", "de") if each != language)][:2]
    assert question["text"] == {first: "What <b>don’t</b> you eat?", second: "Másképp?"}
    assert (question["code"], question["kind"], question["required"]) == (
        "what-b-dont-b-you-eat",
        "text",
        False,
    )
    anna = await stage.looking()
    await anna.presses("book")
    assert "What <b>don’t</b> you eat?" in (await anna.newest()).text
    await anna.presses("answer-skip")
    assert len(await hall.studio.rows(bookings)) == 1


async def test_a_choice_with_its_words_in_another_language(hall: Hall) -> None:
    stage = Stage(hall)
    dora = await stage.admin()
    await adding(stage, dora, CHOICE)
    await dora.replies("How good?", hall.group)
    assert says("en", "admin-question-ask-choices", await newest(dora))
    await dora.replies("Beginner\n\n Advanced ", hall.group)
    await say(stage, dora, 1)
    await dora.replies("Milyen?", hall.group)
    assert "Beginner / Advanced" in await newest(dora)
    await dora.replies("Kezdő\nHaladó", hall.group)
    assert "Advanced / Haladó" in await newest(dora)
    await save(stage, dora)
    (question,) = await kept(hall)
    assert question["choices"] == [{"en": "Beginner", "hu": "Kezdő"}, {"en": "Advanced", "hu": "Haladó"}]
    assert question["text"] == {"en": "How good?", "hu": "Milyen?"} and question["required"]


async def test_a_number_with_its_bounds(hall: Hall, language: str) -> None:
    stage = Stage(hall, language)
    dora = await stage.admin()
    await adding(stage, dora, NUMBER)
    await dora.replies("Your age?", hall.group)
    await say(stage, dora, 9)
    assert says(language, "admin-question-ask-bounds", await newest(dora))
    await dora.replies("14 - 99", hall.group)
    assert says(language, "admin-question-least", await newest(dora))
    await save(stage, dora)
    (question,) = await kept(hall)
    assert (question["min"], question["max"], question["code"]) == (14, 99, "your-age")
    await dora.presses("a-question", chat=hall.group)
    assert says(language, "admin-question-most", await newest(dora))


@pytest.mark.long
async def test_a_wrong_answer_is_asked_for_again(hall: Hall) -> None:
    stage = Stage(hall)
    dora = await stage.admin()
    await adding(stage, dora, CHOICE)
    await dora.replies("How good?", hall.group)
    await dora.replies("Only one", hall.group)
    assert says("en", "refusal-choices-unusable", await newest(dora))
    await dora.replies("One\nTwo", hall.group)
    await save(stage, dora)
    assert [each["code"] for each in await kept(hall)] == ["how-good"]


@pytest.mark.long
async def test_no_letters_make_a_code_all_the_same(hall: Hall) -> None:
    stage = Stage(hall)
    dora = await stage.admin()
    for words in ("???", "!!!"):
        await adding(stage, dora, YES_NO)
        await dora.replies(words, hall.group)
        await save(stage, dora)
    assert [each["code"] for each in await kept(hall)] == ["question", "question-2"]


async def test_somebody_elses_words_are_not_the_answer(hall: Hall) -> None:
    stage = Stage(hall)
    dora, emil = await stage.admin(), await stage.admin("Emil")
    await adding(stage, dora, TEXT)
    asked = await dora.newest(hall.group)
    await emil.replies("Is that for me?", hall.group, asked.id)
    assert (await dora.newest(hall.group)).id == asked.id
    await dora.replies("How come?", hall.group, asked.id)
    await dora.presses("a-question-save", chat=hall.group)
    assert [each["text"] for each in await kept(hall)] == [{"en": "How come?"}]


async def test_stale_and_forged_buttons_make_nothing(hall: Hall) -> None:
    stage = Stage(hall)
    dora = await stage.admin()
    await adding(stage, dora, CHOICE)
    await dora.replies("How come?", hall.group)
    service, group = await service_id(stage), hall.group
    await dora.replies("One\nTwo", hall.group)
    message, data = await dora.finds("a-question-save", chat=group)
    number = data.split(":")[4]
    for forged in (
        f"1:a-question-add:{service}:6",
        f"1:a-question-say:{service}:3:{number}:{dora.id}",
        f"1:a-question-say:{service}:9:{number}:{dora.id}",
        f"1:a-question-save:{service}:1:{int(number) + 1}:{dora.id}",
        f"1:a-question-save:{service + 1}:1:{number}:{dora.id}",
        f"1:a-question-save:{service}:1:{number}:1",
        f"1:a-question-move:{service}:1:0:1",
        "1:a-questions:99",
        "1:a-question-add:99:0",
    ):
        toast = await dora.taps_on(message.id, forged, group)
        assert toast.alert and toast.text, forged
    assert await kept(hall) == []
    await adding(stage, dora, TEXT)
    toast = await dora.taps_on(message.id, data, group)
    assert not toast.alert, "another question is under way, and this one is as it was shown"
    await dora.replies("Why not?", group)
    await save(stage, dora)
    assert [each["text"] for each in await kept(hall)] == [{"en": "How come?"}, {"en": "Why not?"}]


# --------------------------------------------------------------------------------------------------------- changed


async def test_moved_needed_and_removed_with_who_did_it(hall: Hall, language: str) -> None:
    stage = Stage(hall, language)
    await asks(stage, LEVEL, DIET, AGE)
    dora = await stage.admin()
    await listing(stage, dora)
    await dora.presses("a-question", "a-question-move", chat=hall.group)
    assert [each["code"] for each in await kept(hall)] == ["diet", "level", "age"]
    await dora.presses("a-question", "a-question-need", chat=hall.group)
    assert (await kept(hall))[0]["required"] is True
    await dora.presses("a-question", "a-question-drop-ask", "a-question-drop", chat=hall.group)
    assert [each["code"] for each in await kept(hall)] == ["level", "age"]
    changes = [row for row in await hall.studio.rows(facts) if row.kind == "QuestionsChanged"]
    told = [(row.data["how"], row.data["code"], row.actor_name) for row in changes]
    assert told == [("moved", "level", "Dora"), ("required", "diet", "Dora"), ("removed", "diet", "Dora")]
    await dora.types("/audit", chat=hall.group)
    text = await newest(dora)
    for key in ("fact-question-moved", "fact-question-required", "fact-question-removed"):
        assert says(language, key, text), key


@pytest.mark.long
async def test_the_last_of_them_goes_down_no_further(hall: Hall) -> None:
    stage = Stage(hall)
    await asks(stage, LEVEL, AGE)
    dora = await stage.admin()
    await listing(stage, dora)
    message = await dora.newest(hall.group)
    last = [button.data for button in message.buttons if ":a-question:" in button.data][-1]
    await dora.taps_on(message.id, last, hall.group)
    moves = [
        parse(button.data) for button in (await dora.newest(hall.group)).buttons if "move" in button.data
    ]
    assert [call.args[2:] for call in moves if call] == [(1, 0)]


async def test_what_was_answered_stays_with_the_question(hall: Hall, language: str) -> None:
    stage = Stage(hall, language)
    await asks(stage, AGE)
    anna = await stage.looking()
    await anna.presses("book")
    await anna.types("33")
    dora = await stage.admin()
    await listing(stage, dora)
    await dora.presses("a-question", "a-question-drop-ask", "a-question-drop", chat=hall.group)
    await stage.manages(dora, "yoga-2")
    await dora.presses("a-bookings", "a-booking", chat=hall.group)
    assert says(language, "answer-line-gone", await newest(dora)) and "33" in await newest(dora)
    await anna.opens("yoga-1")
    await anna.presses("book")
    assert len(await hall.studio.rows(bookings)) == 2


@pytest.mark.long
async def test_not_more_than_there_may_be(hall: Hall) -> None:
    stage = Stage(hall)
    await asks(stage, *({**DIET, "code": f"diet-{number}"} for number in range(8)))
    dora = await stage.admin()
    await listing(stage, dora)
    assert "a-question-kinds" not in await dora.offered_verbs(hall.group)


async def test_from_the_automation_card_of_a_service(hall: Hall) -> None:
    stage = Stage(hall)
    dora = await stage.managing("yoga-2")
    await dora.presses("a-auto", "a-service", "a-questions", chat=hall.group)
    assert says("en", "admin-questions-head", await newest(dora))
