"""Direct answers: tried again when Telegram has refused them for sure, and letters give way to them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest
from aiogram import Bot

from bot import answering
from bot.answering import Answers
from bot.limits import IN_A_CHAT, OVERALL, Limits
from bot.sandbox import Driver, Phone
from engine.ports import AdminQuestion, Panel
from handlers.door import Answer, Card, Html
from tests.bot.conftest import Hand

CARD = Card(Html("here you are"))


@pytest.fixture
def limits(hand: Hand) -> Limits:
    return Limits(hand)


@pytest.fixture
async def answers(bot: Bot, limits: Limits) -> AsyncIterator[Answers]:
    async def placed(question: AdminQuestion, message_id: int, topic: int | None) -> None:
        raise AssertionError("nothing was asked")

    made = Answers(bot, limits, placed)
    yield made
    await made.close()


async def said(phone: Phone) -> list[str]:
    return [message.text for message in await phone.messages() if message.text == CARD.text]


async def finished(answers: Answers) -> None:
    async with asyncio.timeout(10):
        while answers._later:
            await asyncio.wait(answers._later)


async def test_asked_to_wait_it_waits_and_comes_again(
    answers: Answers, limits: Limits, driver: Driver, anna: Phone
) -> None:
    await driver.fault("too_many_requests", retry_after=1, methods=["sendMessage"])
    await answers.message(anna.id, CARD)
    assert await said(anna) == []
    assert limits.closed()[anna.id] >= 1  # letters wait, too
    await finished(answers)
    assert await said(anna) == [CARD.text]


async def test_a_panel_comes_again(answers: Answers, driver: Driver, bot: Bot, anna: Phone) -> None:
    message = await bot.send_message(anna.id, "a panel")
    await driver.fault("too_many_requests", retry_after=1, methods=["editMessageText"])
    panel = Panel(anna.id, message.message_id)
    await answers.tap("1", panel, Answer(card=CARD), answers.by_call)
    await finished(answers)
    assert await said(anna) == [CARD.text]


async def test_a_toast_comes_again(
    answers: Answers, driver: Driver, bot: Bot, anna: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    from aiogram.exceptions import TelegramRetryAfter
    from aiogram.methods import AnswerCallbackQuery

    tries: list[answering.Toast] = []

    async def reply(toast: answering.Toast) -> None:
        tries.append(toast)
        if len(tries) == 1:
            method = AnswerCallbackQuery(callback_query_id=toast.query_id)
            raise TelegramRetryAfter(method, "wait", retry_after=0)

    await answers.tap("1", None, Answer("yes"), reply)
    await finished(answers)
    assert len(tries) == 2


async def test_it_does_not_come_again_for_ever(
    answers: Answers, driver: Driver, anna: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(answering, "LONGEST_WAIT", 1.0)
    monkeypatch.setattr(answering, "WAITS", (0.0, 0.0))
    await driver.fault("too_many_requests", retry_after=1, methods=["sendMessage"], times=None)
    await answers.message(anna.id, CARD)
    await finished(answers)
    assert len(await driver.calls("sendMessage")) == 1 + len(answering.WAITS)


async def test_a_panel_in_doubt_is_rewritten_again(
    answers: Answers, driver: Driver, bot: Bot, anna: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Telegram was away for longer than one try: to write the same twice into a message does no harm."""
    monkeypatch.setattr(answering, "WAITS", (0.0, 0.0, 0.0))
    message = await bot.send_message(anna.id, "a panel")
    await driver.fault("reset_before", methods=["editMessageText"], times=3)
    await answers.tap("1", Panel(anna.id, message.message_id), Answer(card=CARD), answers.by_call)
    await finished(answers)
    assert await said(anna) == [CARD.text]


async def test_nobody_waits_for_long(answers: Answers, driver: Driver, anna: Phone) -> None:
    await driver.fault("too_many_requests", retry_after=3600, methods=["sendMessage"])
    await answers.message(anna.id, CARD)
    assert not answers._later


async def test_in_doubt_nothing_is_said_twice(answers: Answers, driver: Driver, anna: Phone) -> None:
    await driver.fault("reset_after", methods=["sendMessage"])
    await answers.message(anna.id, CARD)
    await finished(answers)
    assert await said(anna) == [CARD.text]


async def test_a_telegram_that_is_not_there_for_a_moment(
    answers: Answers, bot: Bot, anna: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(answering, "WAITS", (0.0,))
    there = bot.session.api
    bot.session.api = type(there).from_base("http://127.0.0.1:1")  # nobody listens on this port
    await answers.message(anna.id, CARD)
    bot.session.api = there
    await finished(answers)
    assert await said(anna) == [CARD.text]


async def test_a_stop_does_not_wait_out_the_wait(answers: Answers, driver: Driver, anna: Phone) -> None:
    await driver.fault("too_many_requests", retry_after=29, methods=["sendMessage"])
    await answers.message(anna.id, CARD)
    async with asyncio.timeout(10):
        await answers.close()
    assert await said(anna) == [CARD.text]


async def test_a_stop_gives_up_what_takes_long(
    answers: Answers, bot: Bot, anna: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is done in a moment is told; whoever computes longer is told that nobody waits any more."""
    monkeypatch.setattr(answering, "MOMENT", 0.2)
    soon, late = [await bot.send_message(anna.id, "a panel") for _ in range(2)]
    given_up = asyncio.Event()

    async def for_ever() -> Answer:
        try:
            await asyncio.Event().wait()
        finally:
            given_up.set()
        raise AssertionError

    async def a_little() -> Answer:
        await asyncio.sleep(0)
        return Answer(card=Card(Html("done")))

    for message, later in ((soon, a_little), (late, for_ever)):
        panel = Panel(anna.id, message.message_id)
        await answers.tap("1", panel, Answer(card=CARD, later=later), answers.by_call)
    async with asyncio.timeout(10):
        await answers.close()
    assert given_up.is_set()
    texts = {message.id: message.text for message in await anna.messages()}
    assert (texts[soon.message_id], texts[late.message_id]) == ("done", CARD.text)


async def test_letters_give_way_to_answers(answers: Answers, limits: Limits, anna: Phone) -> None:
    for _ in range(IN_A_CHAT[0]):
        assert anna.id not in limits.closed()
        await answers.message(anna.id, CARD)
    assert not limits.take(anna.id) and anna.id in limits.closed()
    assert limits.room() == OVERALL[0] - IN_A_CHAT[0]


def test_more_answers_than_there_is_room_for(limits: Limits, hand: Hand) -> None:
    """They are not kept back; letters wait until there is room again."""
    for _ in range(OVERALL[0] + 5):
        limits.count(1)
    assert limits.room() < 0 < limits.seconds_to_room()
    hand.seconds += OVERALL[1] + 0.1
    assert limits.room() == OVERALL[0]


async def test_an_answer_that_breaks_breaks_nothing_else(answers: Answers) -> None:
    async def broken() -> None:
        raise LookupError

    answers.soon(broken())
    await finished(answers)
