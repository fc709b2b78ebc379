"""Giving answers: the toast first, as the person waits for it, then the card. Both come after the commit.

An answer does not wait for the limits of letters, but counts in them, so that letters give way to it. What Telegram has
refused for sure (asked to wait, could not be connected to), and what may be done twice, is tried again, besides.
"""

import asyncio
import contextlib
import html
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import structlog
from aiogram import Bot
from aiogram.exceptions import AiogramError, TelegramNetworkError

from bot.ending import unless
from bot.limits import Limits
from bot.secret import told
from bot.telegram import Fate, Repeatable, edit, judge, send, send_file, topic_of
from engine.ports import AdminQuestion, Panel
from handlers.door import Answer, Card, Document, Html

log = structlog.get_logger()

LONGEST_WAIT = 30.0
WAITS = (1.0, 3.0, 8.0, 15.0)
"""Seconds before each further try of what was not done; whoever tapped has tapped again by then."""

MOMENT = 1.0
"""Seconds for which an end waits for what takes long: what is nearly done is done."""

MOST_TOAST = 200


@dataclass(frozen=True, slots=True)
class Toast:
    """A callback's answer. Not Telegram's full model, which takes longer to make than a tap to read."""

    query_id: str
    text: str = ""
    alert: bool = False


Call = Callable[[], Awaitable[None]]
Reply = Callable[[Toast], Awaitable[None]]
"""How the first answer leaves: by a call, or as the body of the webhook's response."""
Placed = Callable[[AdminQuestion, int, int | None], Awaitable[None]]


class Answers:
    """Sends what handlers answer. An answer that Telegram refuses is logged: the change is committed all the same, and
    what must be told is told by letter. `placed(question, message_id, topic)` hears in which message a question
    stands, and where."""

    def __init__(self, bot: Bot, limits: Limits, placed: Placed) -> None:
        self._bot, self._limits, self._placed = bot, limits, placed
        self._later: set[asyncio.Task[Any]] = set()
        self._closing, self._ended = asyncio.Event(), asyncio.Event()

    async def tap(
        self, query_id: str, panel: Panel | None, answer: Answer, reply: Reply, topic: int | None = None
    ) -> None:
        """Answer a tap; new messages go to the topic of the tapped one."""
        toast = Toast(query_id, answer.toast[:MOST_TOAST], answer.alert)
        await self._try(0, partial(reply, toast))
        if answer.card is not None and panel is not None:
            self.soon(self._cards(panel, answer, answer.card, topic))
        new = [card for card in (answer.further, answer.field) if card is not None]
        if new and panel is not None:
            self.soon(self._messages(panel.chat_id, new, topic))
        if answer.document is not None and panel is not None:
            self.soon(self._file(panel.chat_id, answer.document, topic))

    async def _cards(self, panel: Panel, answer: Answer, card: Card, topic: int | None) -> None:
        """The card, and what takes its place later; in this order, however soon that is. It is given up when all ends:
        of a version that is said, and whatever else was asked for can be asked for again."""
        await self._try(panel.chat_id, partial(self._rewrite, panel, card, topic))
        if answer.later is None:
            return
        found = await unless(self._ended, answer.later())
        if found is None:
            return
        last = found.card or found.further or Card(Html(html.escape(found.toast)))
        await self._try(panel.chat_id, partial(self._rewrite, panel, last, topic))

    async def _messages(self, chat_id: int, cards: Sequence[Card], topic: int | None) -> None:
        """One after the other."""
        for card in cards:
            await self.message(chat_id, card, topic)

    async def message(self, chat_id: int, card: Card, topic: int | None = None) -> None:
        """Answer a message, in its topic."""
        await self._try(chat_id, partial(self._send, chat_id, card, topic))
        if card.document is not None:
            await self._file(chat_id, card.document, topic)
        if card.field is not None:
            await self.message(chat_id, card.field, topic)

    async def _file(self, chat_id: int, document: Document, topic: int | None) -> None:
        """By itself: what is tried again must not be told twice."""
        await self._try(chat_id, partial(self._send_file, chat_id, document, topic))

    async def _send_file(self, chat_id: int, document: Document, topic: int | None) -> None:
        await send_file(self._bot, chat_id, document, topic=topic)

    def soon(self, work: Coroutine[Any, Any, Any]) -> None:
        """Do it besides; `close` waits for it."""
        task = asyncio.create_task(work)
        self._later.add(task)
        task.add_done_callback(self._done)

    def _done(self, task: asyncio.Task[Any]) -> None:
        self._later.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            log.error("answer-failed", exc_info=error)

    async def close(self) -> None:
        """Finish the answers that are on their way; those that wait do so no longer, and what takes long is
        given up."""
        self._closing.set()
        if self._later:
            await asyncio.wait(self._later, timeout=MOMENT)
        self._ended.set()
        while self._later:
            await asyncio.wait(self._later)

    async def by_call(self, toast: Toast) -> None:
        """The reply of a polled update."""
        alert = toast.alert or None
        await self._bot.answer_callback_query(toast.query_id, text=toast.text or None, show_alert=alert)

    async def _rewrite(self, panel: Panel, card: Card, topic: int | None) -> None:
        if not await edit(self._bot, panel, card):
            await self._send(panel.chat_id, card, topic)

    async def _send(self, chat_id: int, card: Card, topic: int | None) -> None:
        sent = await send(self._bot, chat_id, card, topic=topic)
        if card.question is not None:
            await self._placed(card.question, sent.message_id, topic_of(sent))

    async def _try(self, chat_id: int, call: Call) -> None:
        """Until it is done, hopeless or late; `chat_id` 0 is for what no limit counts."""
        wait = await self._once(chat_id, call, WAITS[0])
        if wait is not None:
            self.soon(self._again(chat_id, call, wait))

    async def _again(self, chat_id: int, call: Call, first: float) -> None:
        wait: float | None = first
        for further in (*WAITS[1:], None):
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._closing.wait(), wait)
            wait = await self._once(chat_id, call, further)
            if wait is None or self._closing.is_set():
                return

    async def _once(self, chat_id: int, call: Call, pause: float | None) -> float | None:
        """How long to wait before the next try, `pause` unless Telegram says; None when there is to be none."""
        if chat_id:
            self._limits.count(chat_id)
        try:
            await call()
        except AiogramError as error:
            log.info("answer-refused", why=told(error))
            verdict = judge(error)
            if verdict.fate is Fate.SLOWER:
                if chat_id:
                    self._limits.stop(chat_id, verdict.wait)
                return verdict.wait if pause is not None and verdict.wait <= LONGEST_WAIT else None
            again = isinstance(error, TelegramNetworkError | Repeatable) and verdict.fate is Fate.REFUSED
            return pause if again else None
        return None
