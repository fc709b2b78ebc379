"""From an update to an answer: who, which handler, what it said. Everything a person sends gets a sentence.

The update counts as done when `take` returns; `Unavailable` means that it must come again.
"""

import asyncio
import contextlib
import secrets
from collections.abc import Awaitable, Callable
from dataclasses import replace
from functools import partial

import structlog
from aiogram.types import ChatMemberUpdated, Message, Update

from bot.admins import KEPT_SECONDS
from bot.answering import Answers, Reply
from bot.flood import Flood
from bot.group import Group
from bot.imports import is_ours
from bot.localization import pick_language
from bot.place import Place
from bot.rights import Rights
from bot.tapped import Tapped, from_query
from bot.telegram import topic_of
from bot.topics import Topics
from bot.visitors import User, Visitors
from engine.ports import Panel, Unavailable
from engine.refusals import (
    ButtonStale,
    CommandUnknown,
    EventUnknown,
    NamelessAdmin,
    NotThisGroup,
    Refusal,
    TextExpected,
)
from engine.roles import Role, Team
from engine.services.runs import CODE
from handlers import errors as people_errors
from handlers import table as people_table
from handlers.admin import answered as admin_answered
from handlers.admin import errors as admin_errors
from handlers.admin import imports as admin_imports
from handlers.admin import table as admin_table
from handlers.admin import words as admin_words
from handlers.admin.late import late
from handlers.admin.rights import ANSWERS_NEED, COMMANDS_NEED, NEEDS
from handlers.callbacks import Call
from handlers.door import Admin, Answer, Card, Html, Rooms, Texts, Visitor
from handlers.files import Attached

log = structlog.get_logger()

Alert = Callable[[str, str, dict[str, int | str]], Awaitable[None]]
Act = Callable[[Admin], Awaitable[Card | None]]
ALWAYS_FREE = ("accept", "decline")
LOOKING: tuple[Role, float] = ("viewer", KEPT_SECONDS)
SOON = 0.7
"""Seconds for which whoever has tapped is glad to wait."""


def _noted(error: Exception) -> str:
    """The code that was written down already with what went wrong, so that everybody reads the same one; "" without."""
    notes = (note.removeprefix(CODE) for note in getattr(error, "__notes__", ()) if note.startswith(CODE))
    return next(notes, "")


def _begins_topic(message: Message) -> bool:
    """In a topic that the bot made, all that is written seems to answer its first message."""
    return message.forum_topic_created is not None


def rights_of(verb: str) -> tuple[Role, float]:
    """What an admin's tap needs, and how old Telegram's list may be that it is judged by."""
    return NEEDS[verb], KEPT_SECONDS if verb in admin_table.SHOWS else 0.0


class Intake:
    """`unreachable(telegram_id)` hears of a person who blocked the bot."""

    def __init__(
        self,
        rooms: Rooms,
        answers: Answers,
        visitors: Visitors,
        rights: Rights,
        flood: Flood,
        group: Group,
        place: Place,
        topics: Topics,
        blocked: Callable[[int], Awaitable[None]],
        alert: Alert,
        username: str,
    ) -> None:
        self._rooms, self._answers, self._visitors, self._rights = rooms, answers, visitors, rights
        self._flood, self._group, self._blocked, self._alert = flood, group, blocked, alert
        self._place, self._topics = place, topics
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
                self._rights.forget(update.chat_member.chat.id)
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
        texts = await self._group_texts()
        user = tapped.sender
        found = admin_table.find_tap(tapped.data)
        least, kept = rights_of(found[1].verb) if found else LOOKING
        try:
            team = await self._judge(panel.chat_id, user.id, least, kept)
            await self._check_ours(found[1] if found else None)
        except Refusal as refusal:
            return Answer(admin_words.refused(texts, refusal), alert=True)
        if found is None:
            return Answer(admin_words.refused(texts, ButtonStale()), alert=True)
        handler, call = found
        admin = Admin(self._rooms, user.id, user.full_name, texts, tapped.update_id, panel, team)
        answer = await self._done(admin, call, partial(handler, admin, *call.args))
        return answer if answer.later is None else await self._soon(admin, call, answer, answer.later)

    async def _done(self, admin: Admin, call: Call, act: Callable[[], Awaitable[Answer]]) -> Answer:
        try:
            return await act()
        except Refusal as refusal:
            return await admin_errors.after_refusal(admin, call.verb, call.args, refusal)
        except Unavailable:
            raise
        except Exception as error:  # noqa: BLE001 - told to whoever tapped, and to the admins, with one code
            return Answer(await self._apology(admin.texts, admin.update_id or 0, error), alert=True)

    async def _soon(
        self, admin: Admin, call: Call, answer: Answer, later: Callable[[], Awaitable[Answer]]
    ) -> Answer:
        """What takes long goes on while others are served; nobody waits for their answer longer than a moment."""
        work = asyncio.create_task(self._done(admin, call, later))
        await asyncio.wait({work}, timeout=SOON)

        async def told() -> Answer:
            return late(admin, answer.card, await work)

        return work.result() if work.done() else replace(answer, later=told)

    async def _judge(self, chat_id: int, user_id: int, least: Role, kept: float) -> Team:
        if chat_id != self._group.chat_id:
            raise NotThisGroup
        return await self._rights.judge(chat_id, user_id, least, kept=kept)

    async def _check_ours(self, call: Call | None) -> None:
        """A button of this group is about the events of its account. Raises EventUnknown for anybody else's."""
        event_id = None if call is None else admin_table.event_of(call)
        if event_id is not None and not await self._rooms.views.is_ours(event_id):
            raise EventUnknown

    async def _apology(self, texts: Texts, update_id: int, error: Exception) -> str:
        code = _noted(error) or secrets.token_hex(3).upper()
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
        """Commands for this bot, and answers to its questions, are read in a group; and in the admins' group files of
        the kinds that hold a catalogue or participants."""
        call = self._called(message)
        if call is None:
            return await self._talked(update_id, message)
        texts = await self._group_texts()
        user = message.from_user
        try:
            if message.sender_chat is not None or user is None:
                raise NamelessAdmin
            least, kept, act = call
            team = await self._judge(message.chat.id, user.id, least, kept)
            return await act(Admin(self._rooms, user.id, user.full_name, texts, update_id, team=team))
        except NotThisGroup:
            return Card(texts.say("group-unbound", chat=str(message.chat.id)))
        except Refusal as refusal:
            return Card(texts.say("refusal-card", text=admin_words.refused(texts, refusal)))
        except Unavailable:
            raise
        except Exception as error:  # noqa: BLE001 - told to whoever tapped, and to the admins, with one code
            return Card(Html(await self._apology(texts, update_id, error)))

    async def _talked(self, update_id: int, message: Message) -> Card | None:
        """What people write to one another, where the bot reads all of it, is nobody's command; a question that it may
        have been meant for is pointed at."""
        user, text = message.from_user, message.text or ""
        nobody = user is None or user.is_bot or message.sender_chat is not None
        replies = message.reply_to_message is not None and not _begins_topic(message.reply_to_message)
        if message.chat.id != self._group.chat_id or nobody or replies or not text or text.startswith("/"):
            return None
        assert user is not None
        admin = Admin(self._rooms, user.id, user.full_name, await self._group_texts(), update_id)
        with contextlib.suppress(Refusal):  # the database is busy: nobody has asked for anything
            return await admin_answered.talked(admin, topic_of(message))
        return None

    def _called(self, message: Message) -> tuple[Role, float, Act] | None:
        """What a message in a group asks for, the least role for it, and how old Telegram's list may be that it is
        judged by; None when it is not for this bot."""
        document = message.document
        if document is not None:
            if message.chat.id != self._group.chat_id or not is_ours(document.file_name or ""):
                return None
            file = Attached(document.file_id, document.file_name or "", document.file_size)
            return ANSWERS_NEED, KEPT_SECONDS, lambda admin: admin_imports.dropped(admin, file)
        text = (message.text or "").strip()
        handler: Callable[[Admin, str], Awaitable[Card | None]] | None
        if text.startswith("/"):
            name, rest = self._command(text)
            handler = admin_table.COMMANDS.get(name)
            return handler and (COMMANDS_NEED[name], KEPT_SECONDS, lambda admin: handler(admin, rest))
        answered = message.reply_to_message
        if answered is not None and self._is_question(answered):
            asked, own = answered.message_id, message.message_id
            return ANSWERS_NEED, 0.0, lambda admin: admin_answered.typed(admin, text, asked, own)
        return None

    def _is_question(self, answered: Message) -> bool:
        """Whether the bot may have asked something in this message."""
        sender = answered.from_user
        if sender is None:
            return False
        if _begins_topic(answered):
            return False
        if answered.reply_markup is not None:
            return False  # a card with buttons asks for taps; what people write below it is for one another
        return (sender.username or "").lower() == self._username

    def _command(self, text: str) -> tuple[str, str]:
        """The command's name and the rest of the line; a command for another bot has no name here."""
        word, _, rest = text[1:].partition(" ")
        name, _, bot = word.partition("@")
        mine = not bot or bot.lower() == self._username
        return (name.lower() if mine else "", rest.strip())

    def _texts_of(self, user: User) -> Texts:
        """The words for somebody of whom only Telegram has told yet."""
        return self._rooms.texts(pick_language(user.language_code, self._rooms.languages))

    async def _group_texts(self) -> Texts:
        return self._rooms.texts(await self._group.listen())

    # --- membership

    async def _membership(self, change: ChatMemberUpdated) -> None:
        status = change.new_chat_member.status
        if change.chat.type == "private":
            if status in ("kicked", "left"):
                self._visitors.forget(change.from_user.id)
                await self._blocked(change.from_user.id)
            else:
                await self._visitors.meet(change.from_user)
            return
        ours = change.chat.id == self._group.chat_id
        if ours:
            self._rights.forget(change.chat.id)
            self._topics.forget(change.chat.id)
        if ours and await self._worse(change):
            return
        if status in ("member", "administrator"):
            texts = await self._group_texts()
            card = Card(texts.say("group-bound" if ours else "group-unbound", chat=str(change.chat.id)))
            await self._answers.message(change.chat.id, card)

    async def _worse(self, change: ChatMemberUpdated) -> bool:
        """The bot was removed from the admins' group, or may do less in it: the owners are told. Or it is back."""
        before, now = change.old_chat_member.status, change.new_chat_member.status
        if now in ("left", "kicked"):
            await self._place.lost()
        elif now != "administrator" and before == "administrator":
            await self._place.demoted()
        else:
            await self._place.back(administrator=now == "administrator")
            return before == now  # its rights are others; it was here all the time
        return True
