"""Who may act in the admin group: Telegram's own list, for a minute."""

from __future__ import annotations

import asyncio

import pytest
from aiogram import Bot

from bot.admins import KEPT_SECONDS, Admins
from bot.sandbox import Driver, Group, Phone
from tests.bot.conftest import Hand


@pytest.fixture
async def group(driver: Driver, anna: Phone) -> Group:
    return await driver.group("Studio", admins=[anna])


@pytest.fixture
def admins(bot: Bot, hand: Hand) -> Admins:
    return Admins(bot, hand)


async def acts(admins: Admins, chat_id: int, user_id: int, kept: float = 0.0) -> bool:
    """Whether Telegram lists the user as one of the administrators."""
    return user_id in [each.id for each in await admins.listed(chat_id, kept=kept)]


async def asked(driver: Driver) -> int:
    return len(await driver.calls("getChatAdministrators"))


async def test_asked_once_a_minute(
    admins: Admins, driver: Driver, group: Group, anna: Phone, hand: Hand
) -> None:
    ben = await driver.person("Ben")
    for _ in range(5):
        assert await acts(admins, group.id, anna.id, kept=KEPT_SECONDS)
        assert not await acts(admins, group.id, ben.id, kept=KEPT_SECONDS)
    assert await asked(driver) == 1
    hand.seconds += 60
    assert await acts(admins, group.id, anna.id, kept=KEPT_SECONDS)
    assert await asked(driver) == 1
    await group.gives("member", anna)
    hand.seconds += 1
    assert not await acts(admins, group.id, anna.id, kept=KEPT_SECONDS)
    assert await asked(driver) == 2


async def test_a_change_of_roles_counts_at_once(
    admins: Admins, driver: Driver, group: Group, anna: Phone
) -> None:
    assert await acts(admins, group.id, anna.id, kept=KEPT_SECONDS)
    await group.gives("member", anna)
    assert await acts(admins, group.id, anna.id, kept=KEPT_SECONDS)  # not told yet
    admins.forget(group.id)
    assert not await acts(admins, group.id, anna.id, kept=KEPT_SECONDS)


async def test_no_bot_acts(admins: Admins, bot: Bot, group: Group) -> None:
    assert not await acts(admins, group.id, bot.id, kept=KEPT_SECONDS)


async def test_many_at_once_ask_once(admins: Admins, driver: Driver, group: Group, anna: Phone) -> None:
    assert all(await asyncio.gather(*(acts(admins, group.id, anna.id, kept=KEPT_SECONDS) for _ in range(20))))
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
    await acts(admins, group.id, anna.id, kept=KEPT_SECONDS)
    monkeypatch.undo()
    assert not await acts(admins, group.id, anna.id, kept=KEPT_SECONDS)


async def test_one_group_says_nothing_about_another(
    admins: Admins, driver: Driver, group: Group, anna: Phone
) -> None:
    other = await driver.group("Other")
    assert await acts(admins, group.id, anna.id, kept=KEPT_SECONDS)
    assert not await acts(admins, other.id, anna.id, kept=KEPT_SECONDS)


async def test_what_changes_something_is_judged_at_the_tap(
    admins: Admins, driver: Driver, group: Group, anna: Phone, hand: Hand
) -> None:
    """No answer from before the tap counts, however young, and Telegram need not have told of the change."""
    assert await acts(admins, group.id, anna.id)
    await group.gives("member", anna)
    hand.seconds += 0.001
    assert not await acts(admins, group.id, anna.id)
    assert await asked(driver) == 2


async def test_an_answer_under_way_says_nothing_about_a_later_tap(
    admins: Admins, bot: Bot, group: Group, anna: Phone, hand: Hand, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask, entered, gate = bot.get_chat_administrators, asyncio.Event(), asyncio.Event()

    async def slow(chat_id: int) -> object:
        found = await ask(chat_id)
        entered.set()
        await gate.wait()
        return found

    with monkeypatch.context() as patch:
        patch.setattr(type(bot), "get_chat_administrators", staticmethod(slow))
        first = asyncio.create_task(acts(admins, group.id, anna.id))
        await entered.wait()
        await group.gives("member", anna)
        hand.seconds += 0.001
        second = asyncio.create_task(acts(admins, group.id, anna.id))
        gate.set()
        assert await first
        assert not await second


def test_every_tap_that_only_shows_is_a_tap() -> None:
    from handlers.admin.table import SHOWS, TAPS

    assert TAPS.keys() > SHOWS
    changes = {
        "a-confirm",
        "a-cancel",
        "a-promote",
        "a-offer-to",
        "a-remove",
        "a-withdraw",
        "a-hold",
        "a-freeze",
    }
    assert not changes & SHOWS
