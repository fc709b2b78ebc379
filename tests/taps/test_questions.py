"""A service's questions by taps and typed answers, before a booking and before a place in line."""

from __future__ import annotations

from storage.tables import bookings, drafts
from tests.taps.asking import AGE, DIET, EMAIL, LEVEL, MAT, PHONE, asks
from tests.taps.hall import Hall
from tests.taps.stages import Stage
from tests.taps.words import says


async def test_asked_one_by_one(hall: Hall, language: str) -> None:
    stage = Stage(hall, language)
    await asks(stage, LEVEL, DIET, AGE, PHONE, EMAIL, MAT)
    anna = await stage.looking()
    toast = await anna.taps("book")
    assert not toast.alert
    await anna.taps("answer")
    await anna.taps("answer-skip")
    await anna.types("7")
    assert says(language, "refusal-answer-too-small", (await anna.newest()).text)
    await anna.types("33")
    await anna.types("+36 30 123 4567")
    await anna.types("a@b.hu")
    toast = await anna.taps("answer")
    assert toast.text == anna.texts.plain("toast-booked")
    (row,) = await hall.studio.rows(bookings)
    assert [each["value"] for each in row.answers][1:] == ["33", "+36301234567", "a@b.hu", "yes"]
    assert await hall.studio.rows(drafts) == []
    await anna.opens("yoga-2")
    await anna.presses("answers")
