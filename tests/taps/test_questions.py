"""A service's questions by taps and typed answers: before a booking, before a place in line, and later changed."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.refusals import Busy
from engine.services import booking
from storage.tables import bookings, drafts, entries, services
from tests.taps.asking import AGE, DIET, EMAIL, LEVEL, MAT, PHONE, asks, service_id
from tests.taps.hall import Hall, Human
from tests.taps.stages import Stage
from tests.taps.words import says

ALL = (LEVEL, DIET, AGE, PHONE, EMAIL, MAT)


async def asked(stage: Stage, *questions: dict[str, Any], code: str = "yoga-2") -> Human:
    """Anna has tapped Book, and is asked these."""
    await asks(stage, *questions)
    anna = await stage.looking(code)
    await anna.presses("book")
    return anna


async def values(hall: Hall, table: Any = bookings) -> list[list[str]]:
    return [[answer["value"] for answer in row.answers] for row in await hall.studio.rows(table)]


async def last(human: Human) -> str:
    return (await human.newest()).text


# ------------------------------------------------------------------------------------------------------ each kind

WRONG = {
    "diet": ("x" * 201, "refusal-answer-too-long"),
    "age": ("old enough", "refusal-answer-no-number"),
    "phone": ("ask me", "refusal-answer-no-phone"),
    "email": ("anna(at)example.com", "refusal-answer-no-email"),
    "level": ("so-so", "refusal-answer-no-choice"),
    "mat": ("perhaps", "refusal-answer-no-choice"),
}
RIGHT = {
    "diet": ("  <b>nuts</b> & \n tofu ", "<b>nuts</b> & tofu"),
    "age": ("33,50", "33.5"),
    "phone": ("+36 30 123 4567", "+36301234567"),
    "email": ("anna@example.com", "anna@example.com"),
}


@pytest.mark.parametrize(
    "question", [each for each in ALL if each["code"] in RIGHT], ids=lambda each: each["code"]
)
async def test_a_typed_answer(hall: Hall, language: str, question: dict[str, Any]) -> None:
    """A wrong one is told what would be right, and the question stays; a right one books."""
    anna = await asked(Stage(hall, language), question)
    (wrong, why), (right, value) = WRONG[question["code"]], RIGHT[question["code"]]
    await anna.types(wrong)
    assert says(language, why, await last(anna)) and says(language, "question-head", await last(anna))
    await anna.types(right)
    assert await values(hall) == [[value]]
    assert await hall.studio.rows(drafts) == []
    assert any(says(language, "answers-done", each.text) for each in await anna.phone.messages())
    assert says(language, "booking-made", await last(anna))
    await anna.opens("yoga-2")
    await anna.presses("answers")
    shown = (await anna.newest()).text
    assert (value if question["code"] != "age" else anna.texts.plain("label-number", count=33.5)) in shown


@pytest.mark.parametrize(
    ("question", "number", "key"), [(LEVEL, 1, ""), (MAT, 0, "button-no"), (MAT, 1, "button-yes")]
)
async def test_a_tapped_answer(
    hall: Hall, language: str, question: dict[str, Any], number: int, key: str
) -> None:
    anna = await asked(Stage(hall, language), question)
    wrong, why = WRONG[question["code"]]
    await anna.types(wrong)
    assert says(language, why, await last(anna))
    words = anna.texts.plain(key) if key else question["choices"][number][language]
    message = await anna.newest()
    data = next(button.data for button in message.buttons if button.label == words)
    toast = await anna.taps_on(message.id, data)
    assert (toast.text, toast.alert) == (anna.texts.plain("toast-booked"), False)
    assert await values(hall) == [[["no", "yes"][number] if key else words]]
    await anna.opens("yoga-2")
    await anna.presses("answers")
    assert words in await last(anna)


async def test_what_can_be_tapped_can_be_typed(hall: Hall, language: str) -> None:
    anna = await asked(Stage(hall, language), LEVEL, MAT)
    await anna.types("haladó")
    await anna.types(anna.texts.plain("button-no").upper())
    assert await values(hall) == [["Haladó", "no"]]
    await anna.opens("yoga-2")
    await anna.presses("answers")
    assert LEVEL["choices"][1][language] in await last(anna)  # type: ignore[index]


async def test_one_after_the_other(hall: Hall, language: str) -> None:
    anna = await asked(Stage(hall, language), *ALL)
    assert says(language, "question-drop", await last(anna))
    await anna.presses("answer", "answer-skip")
    for text in ("33", "+36 30 123 4567", "anna@example.com"):
        await anna.types(text)
    hall.house.visitors.forget(anna.id)  # all that is known is in the database
    await anna.presses("answer")
    ((_, *rest),) = await values(hall)
    assert rest == ["33", "+36301234567", "anna@example.com", "yes"]
    letters = " ".join(message.text for message in await anna.phone.messages() if "booking" in message.text)
    assert "36301234567" not in letters


# ------------------------------------------------------------------------------------------------------ on the way


async def test_on_both_databases(either_hall: Hall) -> None:
    anna = await asked(Stage(either_hall), LEVEL, AGE)
    await anna.presses("answer", "answer-back", "answer-same")
    await anna.types("33")
    await anna.opens("yoga-2")
    await anna.presses("answers", "answers-change", "answer")
    assert await values(either_hall) == [["Beginner", "33"]]


async def test_given_up(hall: Hall, language: str) -> None:
    anna = await asked(Stage(hall, language), LEVEL, AGE)
    await anna.presses("answer")
    await anna.types("/cancel")
    assert says(language, "draft-dropped", await last(anna))
    await anna.types("33")
    assert says(language, "text-unasked", await last(anna))
    message, data = await anna.finds("answer-back")
    await anna.taps_on(message.id, data)
    assert says(language, "state-free", (await anna.sees(message.id)).text)
    assert await hall.studio.rows(bookings) == []


async def test_one_question_back(hall: Hall, language: str) -> None:
    """What was answered there is proposed."""
    anna = await asked(Stage(hall, language), LEVEL, DIET, AGE)
    await anna.presses("answer", "answer-skip", "answer-back", "answer-back")
    message = await anna.newest()
    first = LEVEL["choices"][0][language]  # type: ignore[index]
    assert message.buttons[0].label == anna.texts.plain("label-same", text=first)
    await anna.presses("answer-same")
    await anna.types("nuts")
    await anna.types("33")
    assert await values(hall) == [[first, "nuts", "33"]]


@pytest.mark.long
async def test_book_tapped_again_goes_on_where_it_was(hall: Hall) -> None:
    anna = await asked(Stage(hall), LEVEL, AGE)
    await anna.presses("answer")
    await anna.opens("yoga-2")
    await anna.presses("book")
    assert AGE["text"]["en"] in await last(anna)  # type: ignore[index]


async def test_full_meanwhile_the_answers_are_kept_for_the_line(hall: Hall, language: str) -> None:
    stage = Stage(hall, language)
    anna = await asked(stage, AGE, code="yoga-1")
    await asks(stage)
    await stage.booked("yoga-1", "Ben")
    await asks(stage, AGE)
    await anna.types("33")
    text = await last(anna)
    assert says(language, "refusal-event-full", text) and says(language, "state-full", text)
    await anna.types("34")
    assert says(language, "text-unasked", await last(anna))
    toast = await anna.presses("join", "join-confirm")
    assert toast.text == anna.texts.plain("toast-joined")
    assert await values(hall, entries) == [["33"]]


@pytest.mark.long
async def test_full_at_the_last_tap(hall: Hall, language: str) -> None:
    stage = Stage(hall, language)
    anna = await asked(stage, MAT, code="yoga-1")
    message, data = await anna.finds("answer")
    await asks(stage)
    await stage.booked("yoga-1", "Ben")
    await asks(stage, MAT)
    toast = await anna.taps_on(message.id, data)
    assert toast.alert and says(language, "refusal-event-full", toast.text)
    await anna.presses("join", "join-confirm")
    assert await values(hall, entries) == [["yes"]]


async def test_asked_before_the_line_and_taken_along(hall: Hall, language: str) -> None:
    """Whoever is promoted or accepts has answered."""
    stage = Stage(hall, language)
    ben = await stage.booked("yoga-1", "Ben")
    await asks(stage, AGE)
    anna = await stage.looking("yoga-1")
    await anna.presses("join", "join-confirm")
    assert says(language, "question-head", await last(anna))
    await anna.types("33")
    assert says(language, "entry-joined", await last(anna))
    await ben.presses("cancel", "cancel-confirm")
    await anna.presses("accept")
    assert (await values(hall))[-1] == ["33"]


async def test_any_date_is_asked_too(hall: Hall, language: str) -> None:
    stage = Stage(hall, language)
    anna, _ = await stage.full("yoga-1")
    await stage.fill("yoga-2")
    await asks(stage, MAT)
    await anna.presses("join", "anywhere", "anywhere-confirm")
    await anna.presses("answer")
    assert await values(hall, entries) == [["yes"]]
    await anna.types("/my")
    await anna.presses("entry", "answers", "answers-change")
    await anna.presses("answer")
    assert says(language, "answers-head", await last(anna))


async def test_an_appointment_is_asked_for_too(hall: Hall, language: str) -> None:
    stage = Stage(hall, language)
    anna = await stage.appointments()
    await asks(stage, MAT, code="massage")
    await anna.presses("days", "slots", "slot", "slot-book")
    assert says(language, "question-head", await last(anna))
    toast = await anna.presses("answer")
    assert toast.text == anna.texts.plain("toast-booked")
    assert await values(hall) == [["yes"]]


@pytest.mark.long
async def test_an_appointment_is_taken_meanwhile(hall: Hall, language: str) -> None:
    stage = Stage(hall, language)
    anna, ben = await stage.appointments(), await stage.somebody("Ben")
    await asks(stage, MAT, code="massage")
    await anna.presses("days", "slots", "slot")
    _, data = await anna.finds("slot-book")
    await anna.presses("slot-book")
    await ben.taps_on((await ben.newest()).id, data)
    await ben.presses("answer")
    toast = await anna.taps("answer")
    assert toast.alert and toast.text
    assert await values(hall) == [["yes"]]


async def test_a_party_is_named_and_then_asked(hall: Hall, language: str) -> None:
    stage = Stage(hall, language)
    await asks(stage, MAT, AGE)
    anna = await stage.looking()
    await anna.presses("several")
    await anna.taps("party", hall.event("yoga-2"), 2)
    await anna.types("Bea")
    assert says(language, "question-head", await last(anna))
    await anna.presses("answer")
    await anna.types("33")
    (row,) = await hall.studio.rows(bookings)
    assert (row.seats, row.names, await values(hall)) == (2, ["Bea"], [["yes", "33"]])


@pytest.mark.long
async def test_a_party_whose_answers_are_known_waits_at_once(hall: Hall) -> None:
    """Full meanwhile; the names are given once more, the answers are not."""
    stage = Stage(hall)
    await asks(stage, AGE)
    anna = await stage.looking()
    await anna.presses("several")
    await anna.taps("party", hall.event("yoga-2"), 2)
    await anna.types("Bea")
    await asks(stage)
    await stage.fill("yoga-2")
    await asks(stage, AGE)
    await anna.types("33")
    assert says("en", "refusal-event-full", await last(anna))
    await anna.presses("join", "join-confirm")
    assert await values(hall, entries) == [["33"]]


async def test_as_last_time(hall: Hall, language: str) -> None:
    stage = Stage(hall, language)
    anna = await asked(stage, AGE, PHONE)
    await anna.types("33")
    await anna.types("+36301234567")
    await anna.opens("yoga-1")
    await anna.presses("book")
    label = anna.texts.plain("label-same", text="33")
    assert (await anna.newest()).buttons[0].label == label
    await anna.presses("answer-same")
    await anna.presses("answer-same")
    assert await values(hall) == [["33", "+36301234567"]] * 2


async def test_an_admin_changes_the_questions_meanwhile(hall: Hall) -> None:
    """The rest is asked; what was answered to a question that is gone is not kept."""
    stage = Stage(hall)
    anna = await asked(stage, LEVEL, AGE)
    await anna.presses("answer")
    await asks(stage, MAT, AGE)
    await anna.types("33")  # the mat is asked first now, and that is no answer
    assert says("en", "refusal-answer-no-choice", await last(anna))
    await anna.presses("answer")
    await anna.types("33")
    assert await values(hall) == [["yes", "33"]]


@pytest.mark.long
async def test_nothing_is_asked_any_more(hall: Hall) -> None:
    stage = Stage(hall)
    anna = await asked(stage, AGE)
    await asks(stage)
    await anna.types("33")
    assert await values(hall) == [[]]


async def test_the_questions_change_at_the_very_last_moment(
    hall: Hall, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage = Stage(hall)
    anna = await asked(stage, AGE)
    book = booking.book

    async def later(*args: Any) -> Any:
        await asks(stage, AGE, MAT)
        return await book(*args)

    with monkeypatch.context() as patch:
        patch.setattr(booking, "book", later)
        await anna.types("33")
    assert MAT["text"]["en"] in await last(anna)  # type: ignore[index]
    await anna.presses("answer")
    assert await values(hall) == [["33", "yes"]]


async def test_busy_with_the_last_answer(hall: Hall, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is known to have happened: the question stays open."""
    anna = await asked(Stage(hall), AGE)

    async def busy(*_: Any) -> Any:
        raise Busy

    with monkeypatch.context() as patch:
        patch.setattr(booking, "book", busy)
        await anna.types("33")
    assert says("en", "refusal-busy", await last(anna))
    await anna.types("34")
    assert await values(hall) == [["34"]]


# ------------------------------------------------------------------------------------------------------ my answers


async def test_changed_until_the_start(hall: Hall, language: str) -> None:
    anna = await asked(Stage(hall, language), DIET, AGE)
    await anna.types("nuts")
    await anna.types("33")
    await anna.types("/my")
    await anna.presses("event", "answers")
    await anna.taps("answers-change", hall.event("yoga-2"), *[mark_of(await anna.newest(), 1)])
    await anna.types("34")
    assert says(language, "answers-kept", await last(anna)) and "34" in await last(anna)
    await anna.presses("answers-change")
    toast = await anna.presses("answer-skip")
    assert toast.text == anna.texts.plain("toast-answer-kept")
    assert await values(hall) == [["34"]]
    assert says(language, "answer-none", await last(anna))
    await anna.presses("answers-change", "answer-back")
    assert says(language, "answers-hint", await last(anna))
    message, data = await anna.finds("answers-change")
    await anna.taps_on(message.id, data)
    await hall.forward(days=8)
    await anna.types("tofu")
    assert says(language, "refusal-event-started", await last(anna))
    await anna.taps_on(message.id, f"1:answers:{hall.event('yoga-2')}")
    assert says(language, "answers-late", (await anna.sees(message.id)).text)
    assert await values(hall) == [["34"]]


def mark_of(message: Any, place: int) -> int:
    changes = [button.data for button in message.buttons if ":answers-change:" in button.data]
    return int(changes[place].split(":")[-1])


async def test_forged_and_late_buttons_answer_nothing(hall: Hall, language: str) -> None:
    stage = Stage(hall, language)
    anna = await asked(stage, AGE, MAT)
    message, here = await anna.newest(), hall.event("yoga-2")
    _, skip = await anna.finds("answer-back")
    which = skip.split(":")[-1]
    for data in (
        f"1:answer:{here}:{which}:0",  # a number is typed
        f"1:answer-skip:{here}:{which}",  # it must be answered
        f"1:answer-same:{here}:{which}",  # nothing was answered before
        f"1:answer:{hall.event('yoga-1')}:{which}:0",  # nothing is asked there
        f"1:answers-change:{here}:{which}",  # nothing is booked
        f"1:answers:{here}",
        f"1:answers-change:{here}:1",
        "1:answer:999:1:1",
    ):
        toast = await anna.taps_on(message.id, data)
        assert toast.text, data
    assert await hall.studio.rows(bookings) == []
    await anna.opens("yoga-2")
    await anna.presses("book")
    await anna.types("33")
    _, data = await anna.finds("answer")
    for number in (2, 9):
        toast = await anna.taps_on((await anna.newest()).id, data.rpartition(":")[0] + f":{number}")
        assert toast.alert


async def test_the_last_tap_twice(hall: Hall, language: str) -> None:
    anna = await asked(Stage(hall, language), MAT)
    message, data = await anna.finds("answer")
    await anna.taps_on(message.id, data)
    toast = await anna.taps_on(message.id, data)
    assert (toast.text, toast.alert) == (anna.texts.plain("refusal-already-done"), False)
    assert await values(hall) == [["yes"]]


async def test_taps_at_once(hall: Hall) -> None:
    """Yes and No together: one of them counts, nobody is told of a fault, and one booking stands."""
    hall.refusals_expected = True  # the updates are taken twice
    anna = await asked(Stage(hall), MAT)
    message = await anna.newest()
    made = [
        await anna.phone._do("forges", None, data=button.data, message_id=message.id)
        for button in message.buttons
        if ":answer:" in button.data
    ]
    bodies = await hall.sandbox.updates.poll(hall._offset, 100, 0)
    await asyncio.gather(*(hall.take(body) for body in bodies))
    await hall.settle()
    toasts = [await anna.phone._toast(each, 0.5) for each in made]
    assert not any("code" in toast.text for toast in toasts)
    assert len(await values(hall)) == 1


async def test_an_answer_that_telegram_sends_again(hall: Hall) -> None:
    anna = await asked(Stage(hall), AGE, PHONE)
    await anna.phone.types("33")
    (body,) = await hall.sandbox.updates.poll(hall._offset, 100, 0)
    await hall.take(body)
    await hall.settle()  # the same once more
    assert PHONE["text"]["en"] in await last(anna)  # type: ignore[index]
    await anna.phone.types("+36301234567")
    (body,) = await hall.sandbox.updates.poll(hall._offset, 100, 0)
    await hall.take(body)
    await hall.settle()
    assert await values(hall) == [["33", "+36301234567"]]


# ------------------------------------------------------------------------------------------------------ admins see


async def test_admins_see_what_was_answered(hall: Hall, language: str) -> None:
    """User text is data; what is gone is told as such, and who was not asked has not answered."""
    stage = Stage(hall, language)
    anna = await asked(stage, DIET, AGE)
    await anna.types("<b>nuts</b>")
    await anna.types("33")
    await asks(stage, AGE, MAT)
    dora = await stage.admin()
    await stage.manages(dora, "yoga-2")
    await dora.presses("a-bookings", "a-booking", chat=hall.group)
    text = (await dora.newest(hall.group)).text
    assert "<b>nuts</b>" in text and "33" in text
    for key in ("answer-line", "answer-line-gone", "answer-none"):
        assert says(language, key, text), key
    await hall.studio.change(services, services.c.code == "yoga", questions=[])


@pytest.mark.long
async def test_who_waits_is_shown_with_answers_and_a_guest_without(hall: Hall, language: str) -> None:
    stage = Stage(hall, language)
    ben = await stage.booked("yoga-1", "Ben")
    await asks(stage, AGE)
    anna = await stage.looking("yoga-1")
    await anna.presses("join", "join-confirm")
    await anna.types("33")
    dora = await stage.admin()
    await stage.manages(dora, "yoga-1")
    await dora.presses("a-line", "a-entry", chat=hall.group)
    assert "33" in (await dora.newest(hall.group)).text
    await stage.more(dora, "yoga-2", "a-book")
    await dora.replies("Granny", hall.group)
    await dora.presses("a-book-guest", "a-book-do", "a-bookings", "a-booking", chat=hall.group)
    assert says(language, "answer-none", (await dora.newest(hall.group)).text)
    assert ben.id and await service_id(stage)


# ------------------------------------------------------------------------------------------------------ anything


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.sampled_from(ALL), min_size=1, max_size=2, unique_by=lambda q: q["code"]),
    st.lists(st.text(max_size=30), min_size=1, max_size=3),
)
async def test_anything_typed(hall: Hall, questions: list[dict[str, Any]], texts: list[str]) -> None:
    """One message answers every text, none of them an apology, and what is kept is right."""
    stage = Stage(hall)
    await asks(stage, *questions)
    anna = hall.people.get("anna") or await stage.somebody("Anna")
    hall.people["anna"] = anna
    await anna.types("/cancel")
    await anna.taps_on((await anna.newest()).id, f"1:book:{hall.event('yoga-2')}:1")
    for text in texts:
        before = (await anna.newest()).id
        await anna.phone.line.do("sends", {"person": anna.id, "content": {"text": text}})
        await hall.settle()
        bot = hall.sandbox.bot.id
        answers = [m for m in await anna.phone.messages() if m.id > before and m.sender_id == bot]
        assert 1 <= len(answers) <= 2
        assert not any(says("en", "error-apology", answer.text) for answer in answers)
    for given_ in await values(hall):
        assert all(value.isprintable() and 1 <= len(value) <= 200 for value in given_)
