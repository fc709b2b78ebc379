"""A group with topics: an answer stands where it was asked for; what nobody asked for stands in General."""

from __future__ import annotations

import pytest

from bot.sandbox import Shown
from tests.taps.hall import Hall, Human, opened
from tests.taps.stages import Stage
from tests.taps.words import says


def thread(message: Shown) -> int | None:
    """None is General."""
    return message.raw.get("message_thread_id")


async def asked(dora: Human, text: str, topic: int | None = None) -> Shown:
    await dora.phone.types(text, chat=dora.hall.group, thread=topic)
    await dora.hall.settle()
    return await dora.newest(dora.hall.group)


async def topic_of(hall: Hall, dora: Human) -> int:
    topic = await hall.group.opens_topic("Seats", by=dora.phone)
    await hall.settle()
    return topic


async def test_answers_stay_in_their_topic(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    async with opened(sqlite_url, monkeypatch, forum=True) as hall:
        stage = Stage(hall)
        dora = await stage.admin()
        topic = await topic_of(hall, dora)
        shown = await asked(dora, "/events", topic)
        assert says("en", "admin-events-head", shown.text) and thread(shown) == topic
        await dora.taps("a-event", hall.event("clay-1"), chat=hall.group)
        await dora.taps_on(shown.id, f"1:a-manage:{hall.event('clay-1')}", hall.group)
        further = await dora.newest(hall.group)
        assert further.id > shown.id and thread(further) == topic
        assert thread(await asked(dora, "/events")) is None


async def test_a_card_that_is_gone_comes_again_in_its_topic(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody has deleted the message while the tap was on its way."""
    async with opened(sqlite_url, monkeypatch, forum=True) as hall:
        hall.refusals_expected = True
        dora = await Stage(hall).admin()
        topic = await topic_of(hall, dora)
        shown = await asked(dora, "/events", topic)
        await dora.phone._do("forges", hall.group, data="1:a-events:0", message_id=shown.id)
        await dora.phone._do("deletes", hall.group, message_id=shown.id)
        await hall.settle()
        again = await dora.newest(hall.group)
        assert again.id > shown.id and thread(again) == topic


async def test_letters_go_to_general(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    async with opened(sqlite_url, monkeypatch, forum=True) as hall:
        stage = Stage(hall)
        dora, _, _ = await stage.freed()
        card = await dora.newest(hall.group)
        assert says("en", "admin-freed-head", card.text) and thread(card) is None


async def test_an_answer_to_a_message_is_no_topic(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a group without topics Telegram numbers threads of answers, too."""
    async with opened(sqlite_url, monkeypatch) as hall:
        dora = await Stage(hall).admin()
        first = await dora.types("hello", chat=hall.group)
        content = {"text": "/events", "message_thread_id": first["message_id"]}
        await dora.phone.sends(content, chat=hall.group, reply_to=first["message_id"])
        await hall.settle()
        assert says("en", "admin-events-head", (await dora.newest(hall.group)).text)
        sent = [call for call in await hall.driver.calls() if call["method"] == "sendMessage"]
        assert "message_thread_id" not in sent[-1]["params"]
