"""Talking to Telegram: cards as messages, and what an error means for a letter."""

import enum
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import aiohttp
from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import (
    AiogramError,
    ClientDecodeError,
    TelegramAPIError,
    TelegramBadRequest,
    TelegramEntityTooLarge,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiogram.methods import (
    AnswerCallbackQuery,
    CreateForumTopic,
    EditMessageReplyMarkup,
    EditMessageText,
    GetChat,
    GetChatAdministrators,
    GetChatMember,
    GetFile,
    GetUpdates,
    SendMessage,
)
from aiogram.methods.base import Response, TelegramMethod
from aiogram.types import (
    BufferedInputFile,
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    Message,
    ReplyParameters,
    Update,
)
from pydantic import BaseModel

from bot.on_demand import build
from bot.secret import told
from engine.ports import Panel
from handlers.door import Button, Card, Document

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)

SAID = (
    SendMessage,
    EditMessageText,
    EditMessageReplyMarkup,
    AnswerCallbackQuery,
    GetChatAdministrators,
    GetUpdates,
)
SAID_AT_TIMES = (GetChat, GetChatMember, CreateForumTopic, GetFile)
"""What is built when it is first said: a chat alone takes a fifth of a second."""


def _answers(methods: Sequence[type[TelegramMethod[Any]]]) -> tuple[type[BaseModel], ...]:
    return tuple(Response[method.__returning__] for method in methods)  # type: ignore[name-defined]


ANSWERS, ANSWERS_AT_TIMES = _answers(SAID), _answers(SAID_AT_TIMES)
"""Models of what Telegram answers. pydantic forgets them as soon as nobody holds them, and aiogram, which asks for one
with every call, would have them built anew: several milliseconds in which nothing else runs."""


def ready() -> None:
    """Build the models of what is said all the time before anybody waits for them."""
    build((Update, *SAID, *ANSWERS))


def make_bot(token: str, api_url: str) -> Bot:
    """A client for Telegram itself, or for the Bot API server at `api_url`."""
    session = AiohttpSession(timeout=15, limit=100)
    if api_url:
        session.api = TelegramAPIServer.from_base(api_url)
    return Bot(token, session=session, default=DefaultBotProperties(parse_mode="HTML"))


def keyboard(rows: Sequence[Sequence[Button]]) -> InlineKeyboardMarkup | None:
    """The buttons of a card; None without any."""
    if not rows:
        return None
    return InlineKeyboardMarkup(inline_keyboard=[[_button(button) for button in row] for row in rows])


def _asking(words: str) -> ForceReply:
    """Only whoever is mentioned is asked."""
    return ForceReply(selective=True, input_field_placeholder=words)


def _below(message_id: int) -> ReplyParameters:
    """Whoever has deleted that message meanwhile is answered all the same."""
    return ReplyParameters(message_id=message_id, allow_sending_without_reply=True)


def _button(button: Button) -> InlineKeyboardButton:
    style = button.style or None
    if button.url:
        return InlineKeyboardButton(text=button.label, url=button.url, style=style)
    return InlineKeyboardButton(text=button.label, callback_data=button.data, style=style)


def topic_of(message: Message) -> int | None:
    """The topic of a forum that a message stands in. A thread of answers elsewhere has a number too, and is none."""
    return message.message_thread_id if message.is_topic_message else None


async def send(
    bot: Bot, chat_id: int, card: Card, *, topic: int | None = None, plain: bool = False, silent: bool = False
) -> Message:
    """A new message; `topic` None is a forum's General; `plain` sends the text without reading markup in it."""
    return await bot.send_message(
        chat_id,
        str(card.text),
        message_thread_id=topic,
        reply_markup=keyboard(card.rows) if not card.ask else _asking(card.ask),
        reply_parameters=_below(card.below) if card.below else None,
        link_preview_options=NO_PREVIEW,
        disable_notification=silent,
        **({"parse_mode": None} if plain else {}),
    )


async def send_file(bot: Bot, chat_id: int, document: Document, *, topic: int | None = None) -> Message:
    """A new message with a file, or with a picture."""
    file, caption = BufferedInputFile(document.content, document.name), str(document.caption) or None
    if document.picture:
        return await bot.send_photo(chat_id, file, caption=caption, message_thread_id=topic)
    return await bot.send_document(chat_id, file, caption=caption, message_thread_id=topic)


async def edit(bot: Bot, panel: Panel, card: Card) -> bool:
    """Rewrite a message. False when it is gone (also with its group, which has a new id), or too old to be edited; a
    message that says it already is fine."""
    try:
        await bot.edit_message_text(
            str(card.text),
            chat_id=panel.chat_id,
            message_id=panel.message_id,
            reply_markup=keyboard(card.rows),
            link_preview_options=NO_PREVIEW,
        )
    except TelegramMigrateToChat:
        return False
    except TelegramBadRequest as error:
        said = error.message.lower()
        if "not modified" in said:
            return True
        if any(
            part in said for part in ("message to edit not found", "can't be edited", "message_id_invalid")
        ):
            return False
        raise
    except AiogramError as error:
        _doubt_is_none(error)
        raise
    return True


def _doubt_is_none(error: AiogramError) -> None:
    """Where doing it twice is the same as doing it once. Raises Repeatable if the error leaves a doubt."""
    if judge(error).fate is Fate.IN_DOUBT:
        raise Repeatable(told(error, 300)) from error


class Repeatable(AiogramError):
    """Nobody knows whether it was done, and doing it twice is the same as doing it once."""


class Fate(enum.Enum):
    """What becomes of a letter after an error."""

    SLOWER = "Telegram asked to wait; nothing was sent"
    REFUSED = "nothing was sent, or nothing that may not be done twice; trying again is safe"
    IN_DOUBT = "it may have arrived"
    UNREACHABLE = "this person cannot be written to"
    MARKUP = "the text could not be read as markup"
    MOVED = "the group has a new id"
    NEVER = "it will never be accepted"


async def disarm(bot: Bot, panel: Panel) -> None:
    """Take the buttons of a message away, if it still has any."""
    try:
        await bot.edit_message_reply_markup(chat_id=panel.chat_id, message_id=panel.message_id)
    except (TelegramBadRequest, TelegramMigrateToChat):
        return  # it is gone, or had none
    except AiogramError as error:
        _doubt_is_none(error)
        raise


@dataclass(frozen=True, slots=True)
class Verdict:
    """`wait` in seconds for SLOWER, `chat_id` for MOVED."""

    fate: Fate
    why: str
    wait: float = 0
    chat_id: int = 0


class Unprepared(Exception):
    """A letter could not be written: nothing was sent. The cause says why."""


GONE = ("chat not found", "user is deactivated", "bot was kicked", "peer_id_invalid", "user not found")


def judge(error: Exception) -> Verdict:
    """What an error of a send means. aiogram gives one class for "refused" and "cut off after sending"; the cause
    tells them apart."""
    why = told(error, 300)
    match error:
        case TelegramRetryAfter():
            return Verdict(Fate.SLOWER, why, wait=float(error.retry_after))
        case TelegramForbiddenError():
            return Verdict(Fate.UNREACHABLE, why)
        case TelegramMigrateToChat():
            return Verdict(Fate.MOVED, why, chat_id=error.migrate_to_chat_id)
        case TelegramBadRequest():
            return Verdict(_bad_request(error.message.lower()), why)
        case TelegramUnauthorizedError():
            return Verdict(Fate.REFUSED, why)
        case Repeatable():
            return Verdict(Fate.REFUSED, why)
        case Unprepared():
            return Verdict(Fate.REFUSED, told(error.__cause__ or error, 300))
        case TelegramServerError() | ClientDecodeError():
            return Verdict(Fate.IN_DOUBT, why)
        case TelegramEntityTooLarge():
            return Verdict(Fate.NEVER, why)
        case TelegramNetworkError():
            refused = isinstance(error.__cause__, aiohttp.ClientConnectorError)
            return Verdict(Fate.REFUSED if refused else Fate.IN_DOUBT, why)
        case TelegramAPIError():
            too_many = "too many requests" in why.lower()
            return Verdict(Fate.SLOWER, why, wait=5) if too_many else Verdict(Fate.NEVER, why)
        case _:
            return Verdict(Fate.IN_DOUBT, why)


def _bad_request(said: str) -> Fate:
    if "can't parse entities" in said:
        return Fate.MARKUP
    return Fate.UNREACHABLE if any(part in said for part in GONE) else Fate.NEVER
