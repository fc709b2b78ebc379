"""Faults as a bot meets them, and whether the call was carried out all the same."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from aiogram import Bot
from aiogram.exceptions import ClientDecodeError, TelegramAPIError, TelegramNetworkError, TelegramRetryAfter

from bot.sandbox import Driver, Phone, Sandbox
from bot.sandbox.limits import Limits
from bot.sandbox.refusals import Refused

TABLE: list[tuple[dict[str, Any], type[Exception], bool]] = [
    ({"kind": "too_many_requests", "retry_after": 7}, TelegramRetryAfter, False),
    ({"kind": "too_many_requests"}, TelegramAPIError, False),
    ({"kind": "server_error", "status": 500}, ClientDecodeError, False),
    ({"kind": "server_error", "status": 502}, ClientDecodeError, False),
    ({"kind": "reset_before"}, TelegramNetworkError, False),
    ({"kind": "reset_after"}, TelegramNetworkError, True),
    ({"kind": "error_after"}, ClientDecodeError, True),
    ({"kind": "cut_body"}, TelegramNetworkError, True),
    ({"kind": "half_body"}, ClientDecodeError, True),
]


@pytest.mark.parametrize(("rule", "error", "done"), TABLE, ids=lambda value: str(value)[:40])
async def test_fault(
    bot: Bot, anna: Phone, driver: Driver, rule: dict[str, Any], error: type[Exception], done: bool
) -> None:
    await driver.fault(**rule, methods=["sendMessage"], chat_id=anna.id)
    with pytest.raises(error) as caught:
        await bot.send_message(anna.id, "hello")
    if isinstance(caught.value, TelegramRetryAfter):
        assert caught.value.retry_after == 7
    assert any(message.text == "hello" for message in await anna.messages()) is done
    assert (await bot.send_message(anna.id, "again")).text == "again"


async def test_only_what_matches_is_struck(bot: Bot, anna: Phone, driver: Driver) -> None:
    ben = await driver.person("Ben")
    await ben.start()
    await driver.fault("reset_before", methods=["sendMessage"], chat_id=ben.id, times=2)
    await bot.send_message(anna.id, "x")
    await bot.get_me()
    for _ in range(2):
        with pytest.raises(TelegramNetworkError):
            await bot.send_message(ben.id, "x")
    await bot.send_message(ben.id, "x")


async def test_delay_is_carried_out_though_the_caller_left(bot: Bot, anna: Phone, driver: Driver) -> None:
    await driver.fault("delay", seconds=0.05)
    with pytest.raises(TelegramNetworkError, match="timeout"):
        await bot.send_message(anna.id, "late", request_timeout=0.01)  # type: ignore[arg-type]
    await anna.waits_for("late")


async def test_away_until_lifted(bot: Bot, driver: Driver) -> None:
    await driver.fault("away")
    for _ in range(3):
        with pytest.raises(TelegramNetworkError):
            await bot.get_me()
    await driver.lift_faults()
    await bot.get_me()


async def test_a_share_is_the_same_for_the_same_seed(sandbox: Sandbox) -> None:
    runs = []
    for _ in range(2):
        sandbox.faults.add("reset_before", share=0.15, seed=3)
        runs.append([sandbox.faults.strike("sendMessage", "1") is not None for _ in range(1000)])
        sandbox.faults.lift()
    assert runs[0] == runs[1]
    assert 100 < sum(runs[0]) < 200


async def test_an_unknown_fault_is_refused(driver: Driver) -> None:
    with pytest.raises(Exception, match="unknown fault"):
        await driver.fault("earthquake")


class Hand:
    now = 100.0

    def __call__(self) -> float:
        return self.now


def waits(limits: Limits, chat: str) -> int:
    try:
        limits.admit("sendmessage", chat)
    except Refused as refused:
        return int((refused.parameters or {})["retry_after"])
    return 0


def test_limits() -> None:
    hand = Hand()
    limits = Limits(enforced=True, monotonic=hand)
    assert [waits(limits, "1") for _ in range(4)] == [0, 0, 0, 3]
    assert [waits(limits, str(chat)) for chat in range(2, 30)] == [0] * 27 + [1]
    hand.now += 3
    assert waits(limits, "1") == 0
    for _ in range(20):
        hand.now += 1
        assert waits(limits, "-5") == 0
    assert waits(limits, "-5") == 41


async def test_limits_over_http(bot: Bot, anna: Phone, driver: Driver) -> None:
    await driver.limits(True)
    results = await asyncio.gather(
        *(bot.send_message(anna.id, "x") for _ in range(4)), return_exceptions=True
    )
    assert [type(r) for r in results if isinstance(r, Exception)] == [TelegramRetryAfter]


async def test_unplugged_refuses_connections_and_comes_back(bot: Bot, driver: Driver) -> None:
    await bot.get_me()
    await driver.unplugs(0.15)
    seen: list[str] = []
    async with asyncio.timeout(5):
        while not seen or seen[-1] != "answered":
            try:
                await bot.get_me()
                seen += ["answered"] if seen else []
            except TelegramNetworkError as error:
                seen.append(type(error.__cause__).__name__)
    assert "ClientConnectorError" in seen
