"""Taps, their answers, and answers that come too late or twice."""

from __future__ import annotations

import asyncio

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup

from bot.sandbox import Driver, Phone
from bot.sandbox.driver import DriverError

TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"


async def offered(bot: Bot, anna: Phone) -> int:
    button = InlineKeyboardButton(text="Accept", callback_data="nx1:7")
    markup = InlineKeyboardMarkup(inline_keyboard=[[button]])
    return (await bot.send_message(anna.id, "A seat", reply_markup=markup)).message_id


async def newest_query(bot: Bot) -> CallbackQuery:
    updates = await bot.get_updates(timeout=5)
    while not updates or updates[-1].callback_query is None:
        updates = await bot.get_updates(offset=updates[-1].update_id + 1 if updates else None, timeout=5)
    return updates[-1].callback_query


async def test_a_tap_and_its_toast(bot: Bot, anna: Phone) -> None:
    message_id = await offered(bot, anna)
    tap = asyncio.create_task(anna.taps("accept"))
    query = await newest_query(bot)
    assert query.message is not None
    assert (query.data, query.from_user.id, query.message.message_id) == ("nx1:7", anna.id, message_id)
    await bot.answer_callback_query(query.id, "Booked", show_alert=True)
    toast = await tap
    assert (toast.text, toast.alert, toast.answered) == ("Booked", True, True)
    with pytest.raises(TelegramBadRequest, match="query is too old"):
        await bot.answer_callback_query(query.id)


async def test_unanswered(bot: Bot, anna: Phone) -> None:
    await offered(bot, anna)
    assert not (await anna.taps(data="nx1:7", timeout=0.01)).answered
    assert not (await anna.taps(lambda b: b.label == "Accept", timeout=0.01)).answered
    with pytest.raises(DriverError, match="no button"):
        await anna.taps("Decline")


async def test_answers_are_refused(bot: Bot, anna: Phone, driver: Driver) -> None:
    await offered(bot, anna)
    await anna.taps("Accept", timeout=0)
    query = await newest_query(bot)
    with pytest.raises(TelegramBadRequest, match="MESSAGE_TOO_LONG"):
        await bot.answer_callback_query(query.id, "x" * 201)
    await driver.push(minutes=1)
    for query_id in (query.id, "1"):
        with pytest.raises(TelegramBadRequest) as refused:
            await bot.answer_callback_query(query_id)
        assert refused.value.message == TOO_OLD


async def test_forged(bot: Bot, anna: Phone) -> None:
    message_id = await offered(bot, anna)
    await anna.forges("evil", message_id, timeout=0)
    assert (await newest_query(bot)).data == "evil"
    await anna.forges("evil", 777_777, timeout=0)
    gone = (await newest_query(bot)).message
    assert gone is not None
    assert gone.date == 0
    await anna.forges("evil", None, timeout=0)
    assert (await newest_query(bot)).message is None
