"""A group with topics: an answer stands where it was asked for, a letter in the topic of its kind."""

from __future__ import annotations

import pytest

from bot.sandbox import Shown
from bot.topics import kind_of
from handlers.admin.reasons import OTHER
from storage.tables import accounts, topics
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


async def test_a_question_is_asked_and_answered_in_its_topic(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(sqlite_url, monkeypatch, forum=True) as hall:
        dora = await Stage(hall).admin()
        topic = await topic_of(hall, dora)
        shown = await asked(dora, "/events", topic)
        await dora.taps_on(shown.id, f"1:a-off:{hall.event('clay-1')}:{OTHER}", hall.group)
        question = await dora.newest(hall.group)
        assert says("en", "because-ask", question.text) and thread(question) == topic
        await dora.phone.types("Flooded", chat=hall.group, reply_to=question.id, thread=topic)
        await hall.settle()
        done = await dora.newest(hall.group)
        assert says("en", "admin-done-off-nobody", done.text) and thread(done) == topic


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


async def topics_made(hall: Hall) -> list[str]:
    """By the bot, in order."""
    made = await hall.driver.calls("createForumTopic")
    return [call["params"]["name"] for call in made if call["verdict"] == "accepted"]


async def letter(hall: Hall, dora: Human, key: str) -> Shown:
    """The newest message with this sentence."""
    shown = [message for message in await hall.group.messages() if says("en", key, message.text)]
    return shown[-1]


async def test_each_kind_of_letter_has_its_topic(database_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    async with opened(database_url, monkeypatch, forum=True) as hall:
        stage = Stage(hall)
        dora, anna, _ = await stage.freed()
        assert await topics_made(hall) == ["Seats"]
        seats = thread(await letter(hall, dora, "admin-freed-head"))
        await hall.house.outbox.alert("error", "x", {"code": "1", "what": "x"})
        await hall.settle()
        ops = thread(await letter(hall, dora, "admin-alert-error"))
        assert await topics_made(hall) == ["Seats", "Technical"]
        assert None not in (seats, ops) and seats != ops
        await anna.presses("leave", "leave-confirm")
        assert thread(await letter(hall, dora, "admin-freed-head")) == seats  # the card is edited where it is
        kept = {(row.kind, row.topic_id) for row in await hall.studio.rows(topics)}
        assert kept == {("seats", seats), ("ops", ops)}


async def test_topics_outlive_the_process(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    async with opened(sqlite_url, monkeypatch, forum=True) as hall:
        await Stage(hall).freed()
        for code in ("1", "2"):
            hall.house.topics.forget(hall.group.id)  # what a process that starts knows
            await hall.house.outbox.alert("error", code, {"code": code, "what": "x"})
            await hall.settle()
        assert await topics_made(hall) == ["Seats", "Technical"]


async def test_a_deleted_topic_is_made_anew(database_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    async with opened(database_url, monkeypatch, forum=True) as hall:
        hall.refusals_expected = True  # only Telegram's refusal says that it is gone
        dora, _, _ = await Stage(hall).freed()
        old = thread(await letter(hall, dora, "admin-freed-head"))
        assert old is not None
        await hall.group.deletes_topic(old)
        await hall.studio.change(accounts, booking_status="pending")
        await Stage(hall).booked("clay-2", "Hanna")
        new = thread(await letter(hall, dora, "admin-pending-head"))
        assert new not in (None, old)
        assert (await topics_made(hall)).count("Seats") == 2
        (kept,) = [row.topic_id for row in await hall.studio.rows(topics) if row.kind == "seats"]
        assert kept == new


async def test_a_bot_that_may_not_make_topics(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """General, and the admins are told once how to allow it; when they have, it goes on in topics."""
    async with opened(sqlite_url, monkeypatch, forum=True) as hall:
        await hall.group.gives("administrator", topics=False)
        await hall.settle()
        dora, _, _ = await Stage(hall).freed()
        assert thread(await letter(hall, dora, "admin-freed-head")) is None
        for code in ("1", "2"):
            hall.hand.seconds += 3600
            hall.calendar.forward(hours=7)
            await hall.house.outbox.alert("error", code, {"code": code, "what": "x"})
            await hall.settle()
        told = [m for m in await hall.group.messages() if says("en", "admin-alert-topics-forbidden", m.text)]
        assert len(told) == 1 and thread(told[0]) is None
        assert await topics_made(hall) == []
        await hall.group.gives("administrator", topics=True)
        await hall.settle()
        await hall.house.outbox.alert("error", "3", {"code": "3", "what": "x"})
        await hall.settle()
        assert thread(await letter(hall, dora, "admin-alert-error")) is not None


async def test_telegram_makes_no_topic_just_now(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The letter is not held up for it."""
    async with opened(sqlite_url, monkeypatch, forum=True) as hall:
        hall.refusals_expected = True
        await hall.driver.fault("server_error", methods=["createForumTopic"])
        dora, _, _ = await Stage(hall).freed()
        assert thread(await letter(hall, dora, "admin-freed-head")) is None
        await hall.house.outbox.alert("error", "3", {"code": "3", "what": "x"})
        await hall.settle()
        assert thread(await letter(hall, dora, "admin-alert-error")) is not None


async def test_a_group_without_topics(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    async with opened(sqlite_url, monkeypatch) as hall:
        dora, _, _ = await Stage(hall).freed()
        assert thread(await letter(hall, dora, "admin-freed-head")) is None
        assert await hall.driver.calls("createForumTopic") == []


@pytest.mark.parametrize(
    ("kind", "topic"),
    [
        ("alert-lock-refused", "lock"),
        ("alert-batch-failed", "batch"),
        ("alert-anomaly-rush", "anomaly"),
        ("alert-outbox-late", "ops"),
        ("alert-error", "ops"),
        ("seats-freed", "seats"),
        ("booking-pending", "seats"),
        ("person-unreachable", "seats"),
    ],
)
def test_which_letter_goes_where(kind: str, topic: str) -> None:
    assert kind_of(kind) == topic


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
