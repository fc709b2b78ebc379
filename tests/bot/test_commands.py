"""The commands menu in every language, and in the admin group."""

from __future__ import annotations

from typing import Any

import pytest
from aiogram import Bot
from structlog.testing import capture_logs

from bot.commands import ADMIN, PRIVATE, register
from bot.sandbox import Driver
from handlers import table
from handlers.admin import table as admin_table
from tests.texts import TEXTS


async def registered(driver: Driver) -> dict[tuple[str, str], list[dict[str, Any]]]:
    return {(str(row["scope"]), row["language_code"]): row["commands"] for row in await driver.commands()}


async def test_in_three_languages(bot: Bot, driver: Driver) -> None:
    anna = await driver.person("Anna")
    group = await driver.group("Studio", admins=[anna])
    await register(bot, TEXTS, group.id, "hu")
    lists = await registered(driver)
    assert len(lists) == 4
    private = {code: rows for (scope, code), rows in lists.items() if "all_private_chats" in scope}
    assert set(private) == {"", "hu", "de"}
    for code, rows in private.items():
        words = TEXTS[code or "en"]
        assert [row["command"] for row in rows] == list(PRIVATE)
        assert [row["description"] for row in rows] == [words.plain(f"command-{c}") for c in PRIVATE]
    (shared,) = [rows for (scope, _), rows in lists.items() if str(group.id) in scope]
    assert [row["command"] for row in shared] == list(ADMIN)
    assert shared[0]["description"] == TEXTS["hu"].plain("command-admin-events")
    for method in ("setMyShortDescription", "setMyDescription"):
        abouts = await driver.calls(method)
        assert len(abouts) == 3 and all(call["verdict"] == "accepted" for call in abouts)


async def test_what_it_says_of_itself(bot: Bot, driver: Driver) -> None:
    """In the reader's language, in English where there is none; whole, as Telegram would cut nothing but refuse."""
    await register(bot, TEXTS, None, "en")
    for code, language in {"hu": "hu", "de": "de", "": "en", "fr": "en"}.items():
        words = TEXTS[language]
        assert (await bot.get_my_description(code)).description == words.plain("bot-description")
        assert (await bot.get_my_short_description(code)).short_description == words.plain("bot-about")


def test_what_is_offered_is_understood() -> None:
    assert set(PRIVATE) == set(table.COMMANDS) and set(ADMIN) == set(admin_table.COMMANDS)


async def test_without_a_group(bot: Bot, driver: Driver) -> None:
    with capture_logs() as said:
        await register(bot, TEXTS, None, "en")
    assert len(await driver.commands()) == 3
    (line,) = said
    assert line["event"] == "no-admin-group" and "ADMIN_CHAT_ID" in line["do"]


async def test_a_group_without_the_bot(bot: Bot, driver: Driver) -> None:
    with capture_logs() as said:
        await register(bot, TEXTS, -100999, "en")
    (line,) = said
    assert (line["event"], line["chat"]) == ("admin-group-wrong", -100999) and "ADMIN_CHAT_ID" in line["do"]


@pytest.mark.parametrize("kind", ["too_many_requests", "server_error", "reset_before", "half_body"])
async def test_the_bot_works_without_its_menu(bot: Bot, driver: Driver, kind: str) -> None:
    await driver.fault(kind, methods=["setMyCommands"])
    await register(bot, TEXTS, -1, "xx")


async def test_an_unknown_language_of_the_group_is_english(bot: Bot, driver: Driver) -> None:
    group = await driver.group("Studio")
    await register(bot, TEXTS, group.id, "xx")
    assert len(await driver.commands()) == 4
