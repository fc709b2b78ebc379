"""The commands menu, per scope and language, the text on the bot's page, and that in a chat where nothing
was said yet."""

from collections.abc import Mapping

import structlog
from aiogram import Bot
from aiogram.exceptions import AiogramError, TelegramBadRequest, TelegramForbiddenError
from aiogram.types import (
    BotCommand,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    BotCommandScopeUnion,
)

from bot.secret import told
from handlers.door import Texts

log = structlog.get_logger()

PRIVATE = ("start", "events", "my", "month", "settings", "help", "cancel")
ADMIN = ("events", "services", "batch", "lock", "unlock", "export", "audit", "whatif", "roles", "help")
DEFAULT_LANGUAGE = "en"


async def register(bot: Bot, texts: Mapping[str, Texts], admin_chat: int | None, admin_language: str) -> None:
    """Tell Telegram; a refusal is logged, as the bot works without its menu. A group that is missing or wrong is
    worth a warning of its own."""
    if admin_chat is None:
        log.warning("no-admin-group", do="add the bot to it and set ADMIN_CHAT_ID to the number that it says")
    try:
        for language, words in texts.items():
            code = None if language == DEFAULT_LANGUAGE else language
            menu = [BotCommand(command=c, description=words.plain(f"command-{c}")) for c in PRIVATE]
            await bot.set_my_commands(menu, scope=BotCommandScopeAllPrivateChats(), language_code=code)
            await bot.set_my_short_description(words.plain("bot-about"), language_code=code)
            await bot.set_my_description(words.plain("bot-description"), language_code=code)
    except AiogramError as error:
        log.warning("commands-not-registered", why=told(error))
        return
    await register_group(bot, texts, admin_chat, admin_language)


async def register_group(
    bot: Bot, texts: Mapping[str, Texts], admin_chat: int | None, admin_language: str
) -> None:
    """The menu of the admins' group alone, in its language."""
    if admin_chat is None:
        return
    try:
        await _in_group(bot, texts.get(admin_language, texts[DEFAULT_LANGUAGE]), admin_chat)
    except AiogramError as error:
        log.warning("commands-not-registered", why=told(error))


async def _in_group(bot: Bot, words: Texts, chat_id: int) -> None:
    scope: BotCommandScopeUnion = BotCommandScopeChat(chat_id=chat_id)
    menu = [BotCommand(command=c, description=words.plain(f"command-admin-{c}")) for c in ADMIN]
    try:
        await bot.set_my_commands(menu, scope=scope)
    except (TelegramBadRequest, TelegramForbiddenError) as error:
        do = "add the bot to the group of ADMIN_CHAT_ID, or correct the number"
        log.warning("admin-group-wrong", chat=chat_id, why=told(error), do=do)
