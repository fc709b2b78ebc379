"""Commands per scope and language, descriptions, and the ends of a session."""

from __future__ import annotations

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramNotFound, TelegramUnauthorizedError
from aiogram.methods import TelegramMethod
from aiogram.types import BotCommand, BotCommandScopeAllPrivateChats, BotCommandScopeChat, MenuButtonCommands

from bot.sandbox import DEFAULT_TOKEN, Driver, Phone, Sandbox


def command(name: str = "start", description: str = "Begin") -> BotCommand:
    return BotCommand(command=name, description=description)


async def test_commands_per_scope_and_language(bot: Bot, anna: Phone, driver: Driver) -> None:
    scope = BotCommandScopeAllPrivateChats()
    await bot.set_my_commands([command()], scope=scope)
    await bot.set_my_commands([command(description="Kezdés")], scope=scope, language_code="hu")
    await bot.set_my_commands([command("/Help".lower())], scope=BotCommandScopeChat(chat_id=anna.id))
    assert [c.description for c in await bot.get_my_commands(scope=scope, language_code="hu")] == ["Kezdés"]
    assert await bot.get_my_commands() == []
    assert len(await driver.commands()) == 3
    await bot.delete_my_commands(scope=scope, language_code="hu")
    assert await bot.get_my_commands(scope=scope, language_code="hu") == []


@pytest.mark.parametrize(("wrong", "reason"), [
    (command("Start"), "BOT_COMMAND_INVALID"),
    (command("a-b"), "BOT_COMMAND_INVALID"),
    (command("a" * 33), "command length must not exceed 32"),
    (command(""), "command must be non-empty"),
    (command(description=""), "command description must be non-empty"),
    (command(description="x" * 257), "command description length must not exceed 256"),
])  # fmt: skip
async def test_commands_are_refused(bot: Bot, wrong: BotCommand, reason: str) -> None:
    with pytest.raises(TelegramBadRequest) as refused:
        await bot.set_my_commands([wrong])
    assert refused.value.message == f"Bad Request: {reason}"


async def test_too_many_commands_and_unknown_chats(bot: Bot) -> None:
    with pytest.raises(TelegramBadRequest, match="BOT_COMMANDS_TOO_MUCH"):
        await bot.set_my_commands([command(f"c{i}") for i in range(101)])
    with pytest.raises(TelegramBadRequest, match="chat not found"):
        await bot.set_my_commands([command()], scope=BotCommandScopeChat(chat_id=5))
    with pytest.raises(TelegramBadRequest, match="LANG_CODE_INVALID"):
        await bot.set_my_commands([command()], language_code="xyz")


async def test_profile(bot: Bot) -> None:
    me = await bot.get_me()
    assert me.is_bot
    assert me.username == "nextseat_sandbox_bot"
    assert await bot.set_my_description("Fills seats")
    assert await bot.set_my_short_description("Seats", language_code="de")
    assert (await bot.get_my_description()).description == "Fills seats"
    assert await bot.set_chat_menu_button(menu_button=MenuButtonCommands())
    assert await bot.set_my_description("x" * 512) and await bot.set_my_short_description("x" * 120)
    with pytest.raises(TelegramBadRequest, match="bot short description is too long"):
        await bot.set_my_short_description("x" * 121)
    with pytest.raises(TelegramBadRequest, match="bot description is too long"):
        await bot.set_my_description("x" * 513)
    assert await bot.set_my_description("Belegt Plätze", language_code="de")
    assert (await bot.get_my_description("de")).description == "Belegt Plätze"
    assert await bot.set_my_description("", language_code="de"), (
        "without a text of its own, it has the common one"
    )
    assert (await bot.get_my_description("de")).description == "x" * 512
    assert await bot.log_out()
    assert await bot.session(bot, Close())


class Close(TelegramMethod[bool]):
    __returning__ = bool
    __api_method__ = "close"


class Unheard(TelegramMethod[bool]):
    __returning__ = bool
    __api_method__ = "unheardOf"


async def test_unknown_methods_and_tokens(bot: Bot, sandbox: Sandbox) -> None:
    with pytest.raises(TelegramNotFound, match="Not Found: method not found"):
        await bot(Unheard())
    stranger = Bot("1:not-the-token", session=bot.session)
    with pytest.raises(TelegramUnauthorizedError, match="Unauthorized"):
        await stranger.get_me()
    assert sandbox.token == DEFAULT_TOKEN
