"""The carrier: brings one letter to its reader's chat, as a new message or into an old one, and marks what came of it.

Rendered in the reader's language when it leaves, sent with no transaction open. An offer's clock is set right before
its letter leaves, so that the deadline in the text is the one that counts; it is stopped again when that letter was
refused for sure, and an offer whose letter is given up goes on to the next person at once.
"""

import contextlib
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TypeVar

import structlog
from aiogram import Bot
from aiogram.exceptions import AiogramError, TelegramBadRequest

from bot.limits import Limits
from bot.telegram import Fate, Unprepared, Verdict, disarm, edit, judge, send
from bot.topics import Topics
from engine.facts import OfferDelivered
from engine.ports import Panel, Work
from engine.services import offers
from handlers.door import Card
from storage.outbox import Letter, SqlOutbox

log = structlog.get_logger()
T = TypeVar("T")

MOST_TRIES = 8
MOST_DOUBTFUL_TRIES = 4
BACK_OFF = (1, 2, 5, 15, 60, 300, 900)
DOUBTFUL_BACK_OFF = (5, 30, 240)  # each send may be a copy: the few there are must outlast a bad minute
EDITS = ("offer-over", "offer-extended")  # they rewrite the offer's messages and ring on nobody's phone
SHUT_OUT = (
    900  # the next try to write to a group that the bot is not in; it leaves at once when the bot is back
)

Render = Callable[[Letter], Awaitable[Card | None]]


class Carrier:
    """`unreachable(person_id)` is told of a person who cannot be written to, `shut_out` when the bot is not in the
    admins' group, `moved` of the group's new chat. `topics`: where the group has them."""

    def __init__(
        self,
        bot: Bot,
        outbox: SqlOutbox,
        work: Work,
        render: Render,
        unreachable: Callable[[int], Awaitable[None]],
        moved: Callable[[int], None],
        limits: Limits,
        now: Callable[[], datetime],
        topics: Topics | None = None,
        shut_out: Callable[[], Awaitable[None]] | None = None,
    ) -> None:
        self._bot, self._outbox, self._work, self._render = bot, outbox, work, render
        self._unreachable, self._moved, self._limits, self._now = unreachable, moved, limits, now
        self._topics, self._shut_out = topics, shut_out
        self._counted: dict[int, float] = {}
        self._clocks: dict[int, OfferDelivered] = {}  # what the letters on their way say

    async def undeliverable(self, letter: Letter) -> None:
        """There is nobody to write to."""
        await self._pass_on(letter)
        await self._outbox.dropped(letter, "nobody to write to")

    async def written(self, letter: Letter) -> Card | None:
        """What it says now; where that is nothing, None, and it is marked. Raises Unprepared: Telegram was not asked
        for anything yet."""
        card = await self._written(letter)
        if card is None:
            await self._outbox.dropped(letter, "nothing to say any more")
        return card

    async def bring(
        self, letter: Letter, chat_id: int, counted: float | None, card: Card | None = None
    ) -> None:
        """It leaves, as the limits have `counted` it; None: its chat has to wait, and so has the letter. `card`: what
        it says, if that is written already. Raises whatever Telegram answers."""
        if counted is None:
            await self._outbox.later(letter, self._after(1.0), "limit", counts=False)
            return
        self._counted[letter.id] = counted
        await self._post(letter, chat_id, card)

    async def failed(self, letter: Letter, chat_id: int, error: Exception) -> None:
        """Judge why it did not arrive, and see to what follows."""
        verdict = judge(error)
        log.warning(
            "letter-refused", letter=letter.id, kind=letter.kind, fate=verdict.fate.name, why=verdict.why
        )
        try:
            await self._act_on(letter, chat_id, verdict)
        except Exception:
            log.exception("letter-not-marked", letter=letter.id)  # its lease runs out and it comes again

    def over(self, letter: Letter) -> None:
        """It is not on its way any more."""
        self._clocks.pop(letter.id, None)
        self._counted.pop(letter.id, None)

    async def _post(self, letter: Letter, chat_id: int, card: Card | None) -> None:
        card = card or await self.written(letter)
        if card is None:
            return
        await self._outdate(letter)
        message_id = await self._as_edit(letter, card)
        if message_id is None and letter.kind in EDITS and not _says_more(letter):
            await self._outbox.dropped(letter, "no message to change")
            return
        if message_id is None:
            message_id = await self._sent(letter, chat_id, card)
        await self._outbox.sent(letter, chat_id, message_id)

    async def _timed(self, letter: Letter, call: Awaitable[T]) -> T:
        """Count it as of when it leaves, and then as of when it can have arrived."""
        left = self._limits.leaves(self._counted.pop(letter.id, 0.0))
        try:
            return await call
        finally:
            self._limits.answered(left)

    async def _sent(self, letter: Letter, chat_id: int, card: Card, *, plain: bool = False) -> int:
        """As a new message, in the topic of its kind where the admins have topics."""
        topic = await self._topic(letter, chat_id)
        try:
            message = await self._timed(letter, send(self._bot, chat_id, card, topic=topic, plain=plain))
        except TelegramBadRequest as error:
            if topic is None or self._topics is None or "thread not found" not in error.message.lower():
                raise
            await self._topics.gone(chat_id, topic)
            topic = await self._topic(letter, chat_id)
            message = await self._timed(letter, send(self._bot, chat_id, card, topic=topic, plain=plain))
        return message.message_id

    async def _topic(self, letter: Letter, chat_id: int) -> int | None:
        if self._topics is None or letter.person_id is not None:
            return None
        return await self._topics.of(chat_id, letter.kind)

    async def _written(self, letter: Letter) -> Card | None:
        """What it says now; None when that is nothing. Raises Unprepared: Telegram was not asked for anything yet."""
        try:
            if letter.kind == "offer-made" and not await self._clock_set(letter):
                return None
            return await self._render(letter)
        except Exception as error:
            raise Unprepared from error

    async def _clock_set(self, letter: Letter) -> bool:
        for fact in await offers.deliver(self._work, *_offer(letter)):
            if isinstance(fact, OfferDelivered):
                before = self._clocks.get(letter.id, fact)
                self._clocks[letter.id] = replace(fact, again=before.again)
                return True
        return False

    async def _clock_stopped(self, letter: Letter) -> None:
        """Telegram has not taken the letter, and no earlier copy can have arrived: no time of the offer has passed."""
        said = self._clocks.pop(letter.id, None)
        if said is not None and not said.again:
            await offers.undeliver(self._work, *_offer(letter), said.expires_at)

    async def _pass_on(self, letter: Letter) -> None:
        """An offer that its letter cannot bring: to the next person, without a miss."""
        if letter.kind == "offer-made":
            with contextlib.suppress(*offers.OVER):
                await offers.withdraw_undelivered(self._work, *_offer(letter))

    async def _as_edit(self, letter: Letter, card: Card) -> int | None:
        """Rewrite the message(s) this letter is about; None when there is none (any more)."""
        panels = await self._panels(letter)
        changed = [panel for panel in panels if await self._timed(letter, edit(self._bot, panel, card))]
        return changed[-1].message_id if changed else None

    async def _outdate(self, letter: Letter) -> None:
        """With an accepted offer a place in line is over: its card keeps its words, but has nothing to tap any more."""
        if letter.data.get("accepted") and letter.person_id is not None:
            about = f"entry:{letter.data['entry']}"
            for panel in (await self._outbox.messages(about, letter.person_id))[-1:]:
                await self._timed(letter, disarm(self._bot, panel))

    async def _panels(self, letter: Letter) -> list[Panel]:
        if letter.kind in EDITS and letter.person_id is not None:
            return await self._outbox.offer_messages(int(letter.data["offer"]), letter.person_id)
        if letter.kind == "repair-extended":
            return (await self._outbox.messages(letter.subject, letter.person_id))[-1:]
        if letter.data.get("news"):  # an edit rings on nobody's phone, so this is a message of its own
            for panel in (await self._outbox.messages(letter.subject, letter.person_id))[-1:]:
                await self._timed(letter, disarm(self._bot, panel))
            return []
        if letter.letter_class == "P":
            return (await self._outbox.messages(letter.subject, letter.person_id))[-1:]
        return [letter.panel] if letter.panel else []

    async def _act_on(self, letter: Letter, chat_id: int, verdict: Verdict) -> None:
        match verdict.fate:
            case Fate.SLOWER:
                self._limits.stop(chat_id, verdict.wait)
                await self._clock_stopped(letter)
                await self._outbox.later(letter, self._after(verdict.wait), verdict.why, counts=False)
            case Fate.UNREACHABLE if letter.person_id is not None:
                await self._outbox.dropped(letter, verdict.why)
                await self._unreachable(letter.person_id)
            case Fate.UNREACHABLE if self._shut_out is not None:
                await self._outbox.later(letter, self._after(SHUT_OUT), verdict.why, counts=False)
                await self._shut_out()
            case Fate.MOVED if letter.attempts < MOST_TRIES:
                self._moved(verdict.chat_id)
                await self._outbox.later(letter, self._after(0), verdict.why)
            case Fate.MARKUP:
                await self._once_plain(letter, chat_id, verdict)
            case Fate.REFUSED if letter.attempts < MOST_TRIES:
                await self._clock_stopped(letter)
                await self._try_again(letter, verdict, _nth(BACK_OFF, letter.attempts))
            case Fate.IN_DOUBT if letter.attempts < MOST_DOUBTFUL_TRIES:
                await self._try_again(letter, verdict, self._doubtful_wait(letter))
            case _:
                await self._give_up(letter, verdict)

    async def _once_plain(self, letter: Letter, chat_id: int, verdict: Verdict) -> None:
        card = await self._written(letter)
        if card is None:
            await self._outbox.dropped(letter, verdict.why)
            return
        try:
            message_id = await self._sent(letter, chat_id, card, plain=True)
        except AiogramError as error:
            again = judge(error)
            final = Verdict(Fate.NEVER, again.why) if again.fate is Fate.MARKUP else again
            await self._act_on(letter, chat_id, final)
            return
        await self._outbox.sent(letter, chat_id, message_id)

    def _doubtful_wait(self, letter: Letter) -> float:
        """An offer must come again before its time is up: nobody knows whether it has arrived."""
        wait = _nth(DOUBTFUL_BACK_OFF, letter.attempts)
        if (said := self._clocks.get(letter.id)) is None:
            return wait
        return max(min(wait, (said.expires_at - self._now()).total_seconds() / 2), 0)

    async def _try_again(self, letter: Letter, verdict: Verdict, wait: float) -> None:
        await self._outbox.later(letter, self._after(wait), verdict.why)

    async def _give_up(self, letter: Letter, verdict: Verdict) -> None:
        await self._pass_on(letter)
        await self._outbox.failed(letter, verdict.why)
        if not letter.kind.startswith("alert-"):
            await self._outbox.alert(
                "letter-dead", letter.kind, {"letter": letter.id, "why": verdict.why[:120]}
            )

    def _after(self, seconds: float) -> datetime:
        return self._now() + timedelta(seconds=seconds)


def _nth(waits: Sequence[float], attempt: int) -> float:
    return waits[min(attempt, len(waits)) - 1]


def _offer(letter: Letter) -> tuple[int, int]:
    """The event and the offer that a letter is about."""
    return int(letter.data["event"]), int(letter.data["offer"])


def _says_more(letter: Letter) -> bool:
    """An accepted offer's last word is the confirmation: it is sent even if the offer's message is gone."""
    return bool(letter.data.get("accepted", False))
