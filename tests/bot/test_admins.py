"""Who may act in the admin group: Telegram's own list, for a minute."""

from __future__ import annotations

import asyncio

import pytest
from aiogram import Bot

from bot.admins import Admins
from bot.sandbox import Driver, Group, Phone
from tests.bot.conftest import Hand


@pytest.fixture
async def group(driver: Driver, anna: Phone) -> Group:
    return await driver.group("Studio", admins=[anna])


@pytest.fixture
def admins(bot: Bot, hand: Hand) -> Admins:
    return Admins(bot, hand)


async def asked(driver: Driver) -> int:
    return len(await driver.calls("getChatAdministrators"))


async def test_asked_once_a_minute(
    admins: Admins, driver: Driver, group: Group, anna: Phone, hand: Hand
) -> None:
    ben = await driver.person("Ben")
    for _ in range(5):
        assert await admins.may_act(group.id, anna.id)
        assert not await admins.may_act(group.id, ben.id)
    assert await asked(driver) == 1
    hand.seconds += 60
    assert await admins.may_act(group.id, anna.id)
    assert await asked(driver) == 1
    await group.gives("member", anna)
    hand.seconds += 1
    assert not await admins.may_act(group.id, anna.id)
    assert await asked(driver) == 2


async def test_a_change_of_roles_counts_at_once(
    admins: Admins, driver: Driver, group: Group, anna: Phone
) -> None:
    assert await admins.may_act(group.id, anna.id)
    await group.gives("member", anna)
    assert await admins.may_act(group.id, anna.id)  # not told yet
    admins.forget(group.id)
    assert not await admins.may_act(group.id, anna.id)


async def test_no_bot_acts(admins: Admins, bot: Bot, group: Group) -> None:
    assert not await admins.may_act(group.id, bot.id)


async def test_many_at_once_ask_once(admins: Admins, driver: Driver, group: Group, anna: Phone) -> None:
    assert all(await asyncio.gather(*(admins.may_act(group.id, anna.id) for _ in range(20))))
    assert await asked(driver) == 1


async def test_an_answer_from_before_the_change_is_not_kept(
    admins: Admins, bot: Bot, driver: Driver, group: Group, anna: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The role is taken away while Telegram's older answer is still on its way."""
    ask = bot.get_chat_administrators

    async def slow(chat_id: int) -> object:
        found = await ask(chat_id)
        await group.gives("member", anna)
        admins.forget(group.id)
        return found

    monkeypatch.setattr(type(bot), "get_chat_administrators", staticmethod(slow))
    await admins.may_act(group.id, anna.id)
    monkeypatch.undo()
    assert not await admins.may_act(group.id, anna.id)


async def test_one_group_says_nothing_about_another(
    admins: Admins, driver: Driver, group: Group, anna: Phone
) -> None:
    other = await driver.group("Other")
    assert await admins.may_act(group.id, anna.id)
    assert not await admins.may_act(other.id, anna.id)
