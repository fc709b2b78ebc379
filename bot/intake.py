"""From an update to an answer: who, which handler, what it said. Everything a person sends gets a sentence.

The update counts as done when `take` returns; `Unavailable` means that it must come again.
"""

import asyncio
import secrets
from collections.abc import Awaitable, Callable

import structlog
from aiogram.exceptions import AiogramError
from aiogram.types import ChatMemberUpdated, Message, Update

from bot.admins import KEPT_SECONDS, Admins
from bot.answering import Answers, Reply
from bot.flood import Flood
from bot.group import Group
from bot.localization import pick_language
from bot.secret import told
from bot.tapped import Tapped, from_query
from bot.telegram import topic_of
from bot.visitors import User, Visitors
from engine.ports import Panel, Unavailable
from engine.refusals import (
    Busy,
    ButtonStale,
    CommandUnknown,
    NamelessAdmin,
    NotAdmin,
    NotThisGroup,
    Refusal,
    TextExpected,
)
from handlers import errors as people_errors
from handlers import table as people_table
from handlers.admin import errors as admin_errors
from handlers.admin import table as admin_table
from handlers.admin import words as admin_words
from handlers.door import Admin, Answer, Card, Html, Rooms, Texts, Visitor

log = structlog.get_logger()

Alert = Callable[[str, str, dict[str, int | str]], Awaitable[None]]
ALWAYS_FREE = ("accept", "decline")


class Intake:
    """`unreachable(telegram_id)` hears of a person who blocked the bot."""

    def __init__(
        self,
        rooms: Rooms,
        answers: Answers,
        visitors: Visitors,
        admins: Admins,
        flood: Flood,
        group: Group,
        blocked: Callable[[int], Awaitable[None]],
        alert: Alert,
        username: str,
    ) -> None:
        self._rooms, self._answers, self._visitors, self._admins = rooms, answers, visitors, admins
        self._flood, self._group, self._blocked, self._alert = flood, group, blocked, alert
        self._username = username.lower()

    async def take_tap(self, tapped: Tapped, reply: Reply) -> None:
        """Handle one tap, as `take` does; its first answer leaves by `reply`."""
        try:
            await self._tapped(tapped, reply)
        except (Unavailable, asyncio.CancelledError):
            raise
        except Exception:
            log.exception("update-failed", update=tapped.update_id)

    async def take(self, update: Update) -> None:
        """Handle one update. Raises Unavailable when the database is away; nothing else."""
        try:
            if update.callback_query is not None:
                await self._tapped(from_query(update.update_id, update.callback_query), self._answers.by_call)
            elif update.message is not None:
                await self._written(update.update_id, update.message)
            elif update.my_chat_member is not None:
                await self._membership(update.my_chat_member)
            elif update.chat_member is not None:
                self._admins.forget(update.chat_member.chat.id)
        except (Unavailable, asyncio.CancelledError):
            raise
        except Exception:
            log.exception("update-failed", update=update.update_id)

    # --- taps

    async def _tapped(self, tapped: Tapped, reply: Reply) -> None:
        panel = tapped.panel
        if panel is not None and panel.chat_id < 0:
            answer = await self._admin_tap(tapped, panel)
        else:
            answer = await self._person_tap(tapped)
        await self._answers.tap(tapped.query_id, panel, answer, reply, tapped.topic)

    async def _person_tap(self, tapped: Tapped) -> Answer:
        try:
            person = await self._visitors.find(tapped.sender)
        except Refusal as refusal:  # the database is busy: even who this is must wait
            return Answer(people_errors.refused(self._texts_of(tapped.sender), refusal), alert=True)
        texts = self._rooms.texts(person.language)
        visitor = Visitor(self._rooms, person, texts, tapped.update_id, tapped.panel)
        found = people_table.find_tap(tapped.data)
        if found is None or tapped.panel is None:
            return Answer(people_errors.refused(visitor.texts, ButtonStale()), alert=True)
        handler, call = found
        try:
            if call.verb not in ALWAYS_FREE:
                self._flood.check(tapped.sender.id)
            answer = await handler(visitor, *call.args)
        except Refusal as refusal:
            return await people_errors.after_refusal(visitor, call.verb, call.args, refusal)
        except Unavailable:
            raise
        except Exception as error:  # noqa: BLE001 - told to whoever tapped, and to the admins, with one code
            return Answer(await self._apology(visitor.texts, tapped.update_id, error), alert=True)
        if call.verb == "language":
            self._visitors.forget(tapped.sender.id)
        return answer

    async def _admin_tap(self, tapped: Tapped, panel: Panel) -> Answer:
        texts = self._group_texts()
        user = tapped.sender
        found = admin_table.find_tap(tapped.data)
        shows = found is None or found[1].verb in admin_table.SHOWS
        try:
            await self._judge(panel.chat_id, user.id, kept=KEPT_SECONDS if shows else 0.0)
        except Refusal as refusal:
            return Answer(admin_words.refused(texts, refusal), alert=True)
        if found is None:
            return Answer(admin_words.refused(texts, ButtonStale()), alert=True)
        handler, call = found
        admin = Admin(self._rooms, user.id, user.full_name, texts, tapped.update_id, panel)
        try:
            return await handler(admin, *call.args)
        except Refusal as refusal:
            return await admin_errors.after_refusal(admin, call.verb, call.args, refusal)
        except Unavailable:
            raise
        except Exception as error:  # noqa: BLE001 - told to whoever tapped, and to the admins, with one code
            return Answer(await self._apology(texts, tapped.update_id, error), alert=True)

    async def _judge(self, chat_id: int, user_id: int, *, kept: float) -> None:
        if chat_id != self._group.chat_id:
            raise NotThisGroup
        try:
            may_act = await self._admins.may_act(chat_id, user_id, kept=kept)
        except AiogramError as error:
            log.warning("admins-unknown", why=told(error))
            raise Busy from error
        if not may_act:
            raise NotAdmin

    async def _apology(self, texts: Texts, update_id: int, error: Exception) -> str:
        code = secrets.token_hex(3).upper()
        log.error("handler-failed", code=code, update=update_id, exc_info=error)
        try:
            await self._alert("error", type(error).__name__, {"code": code, "what": type(error).__name__})
        except Exception:
            log.exception("alert-failed", code=code)
        return texts.plain("error-apology", code=code)

    # --- messages

    async def _written(self, update_id: int, message: Message) -> None:
        if message.migrate_to_chat_id is not None:
            await self._group.moved(message.chat.id, message.migrate_to_chat_id)
        elif message.chat.type == "private" and message.from_user is not None:
            card = await self._person_text(update_id, message)
            await self._answers.message(message.chat.id, card, topic_of(message))
        elif message.chat.type in ("group", "supergroup"):
            answer = await self._group_text(update_id, message)
            if answer is not None:
                await self._answers.message(message.chat.id, answer, topic_of(message))

    async def _person_text(self, update_id: int, message: Message) -> Card:
        assert message.from_user is not None
        text = (message.text or "").strip()
        start = text == "/start" or text.startswith("/start ")
        find = self._visitors.meet if start else self._visitors.find
        try:
            person = await find(message.from_user)
        except Refusal as refusal:
            words = self._texts_of(message.from_user)
            return Card(words.say("refusal-card", text=people_errors.refused(words, refusal)))
        visitor = Visitor(self._rooms, person, self._rooms.texts(person.language), update_id)
        try:
            self._flood.check(message.from_user.id)
            return await self._read(visitor, text)
        except Refusal as refusal:
            return Card(visitor.texts.say("refusal-card", text=people_errors.refused(visitor.texts, refusal)))
        except Unavailable:
            raise
        except Exception as error:  # noqa: BLE001 - told to whoever tapped, and to the admins, with one code
            return Card(Html(await self._apology(visitor.texts, update_id, error)))

    async def _read(self, visitor: Visitor, text: str) -> Card:
        if not text:
            raise TextExpected
        if not text.startswith("/"):
            return await people_table.typed(visitor, text)
        name, rest = self._command(text)
        handler = people_table.COMMANDS.get(name)
        if handler is None:
            raise CommandUnknown
        return await handler(visitor, rest)

    async def _group_text(self, update_id: int, message: Message) -> Card | None:
        """Only commands are read in a group, those for this bot, and answers to its questions."""
        text = (message.text or "").strip()
        if text.startswith("/"):
            name, rest = self._command(text)
            handler = admin_table.COMMANDS.get(name)
        else:
            rest, handler = text, admin_table.typed if text and self._answers_us(message) else None
        texts = self._group_texts()
        if handler is None:
            return None
        user = message.from_user
        try:
            if message.sender_chat is not None or user is None:
                raise NamelessAdmin
            await self._judge(message.chat.id, user.id, kept=KEPT_SECONDS)
            return await handler(Admin(self._rooms, user.id, user.full_name, texts, update_id), rest)
        except NotThisGroup:
            return Card(texts.say("group-unbound", chat=str(message.chat.id)))
        except Refusal as refusal:
            return Card(texts.say("refusal-card", text=admin_words.refused(texts, refusal)))
        except Unavailable:
            raise
        except Exception as error:  # noqa: BLE001 - told to whoever tapped, and to the admins, with one code
            return Card(Html(await self._apology(texts, update_id, error)))

    def _answers_us(self, message: Message) -> bool:
        answered = message.reply_to_message
        sender = answered.from_user if answered else None
        return sender is not None and (sender.username or "").lower() == self._username

    def _command(self, text: str) -> tuple[str, str]:
        """The command's name and the rest of the line; a command for another bot has no name here."""
        word, _, rest = text[1:].partition(" ")
        name, _, bot = word.partition("@")
        mine = not bot or bot.lower() == self._username
        return (name.lower() if mine else "", rest.strip())

    def _texts_of(self, user: User) -> Texts:
        """The words for somebody of whom only Telegram has told yet."""
        return self._rooms.texts(pick_language(user.language_code, self._rooms.languages))

    def _group_texts(self) -> Texts:
        return self._rooms.texts(self._group.language)

    # --- membership

    async def _membership(self, change: ChatMemberUpdated) -> None:
        status = change.new_chat_member.status
        if change.chat.type == "private":
            if status in ("kicked", "left"):
                self._visitors.forget(change.from_user.id)
                await self._blocked(change.from_user.id)
            else:
                await self._visitors.meet(change.from_user)
        elif status in ("member", "administrator"):
            key = "group-bound" if change.chat.id == self._group.chat_id else "group-unbound"
            card = Card(self._group_texts().say(key, chat=str(change.chat.id)))
            await self._answers.message(change.chat.id, card)
