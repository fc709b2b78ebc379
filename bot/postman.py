"""The postman: claims letters with a lease, and hands each to the carrier when it may leave.

At least once, in order per subject, within Telegram's limits, the most urgent first; what is not urgent leaves evenly,
so that an offer finds room between the results of a month.
"""

import asyncio
import contextlib
from collections.abc import Callable

import structlog

from bot.carrier import Carrier
from bot.limits import LEFT_FREE, Limits
from engine.notices import OFFERS, REMINDERS
from storage.outbox import ANY, Letter, SqlOutbox

log = structlog.get_logger()

MOST_AT_ONCE = 20
TICK = 1.0
HEAD_START = 0.1
URGENT, EVENLY = range(REMINDERS), range(REMINDERS, ANY.stop)
AT_HAND = 0.25  # seconds for which there are letters, before more of those are claimed
TIMES_TO_ROOM = 5
SHORTLY = 0.002
DESKS = 3  # letters that are written ahead of their turn
FEW = 10  # claimed at once although there is no room for them yet


class Postman:
    """`admin_chat()` is where admins read."""

    def __init__(
        self, carrier: Carrier, outbox: SqlOutbox, admin_chat: Callable[[], int | None], limits: Limits
    ) -> None:
        self._carrier, self._outbox, self._admin_chat, self._limits = carrier, outbox, admin_chat, limits
        self._awake = asyncio.Event()
        self._stopping = False
        self._took_all = False
        self._unseen = True
        self._sending: dict[asyncio.Task[None], int] = {}
        self._wait_their_turn: set[int] = set()
        self._desks, self._turns = asyncio.Semaphore(DESKS), asyncio.Lock()
        self._want_room = 0  # how many that are urgent

    def wake(self) -> None:
        """There may be something to send."""
        self._unseen = True
        self._awake.set()

    async def run(self) -> None:
        """Deliver until `stop`."""
        while not self._stopping:
            self._awake.clear()
            wait = TICK
            try:
                wait = await self._round()
            except Exception:
                log.exception("postman-round-failed")
            if wait > 0 or self._took_all:  # then nothing more can leave before one is done, or until woken
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(self._awake.wait(), wait or TICK)

    async def stop(self) -> None:
        """Take no further letters; finish those on their way."""
        self._stopping = True
        self.wake()
        while self._sending:
            await asyncio.wait(self._sending)

    async def _round(self) -> float:
        """Claim what may leave now and send it; how long to wait for the next look. What leaves evenly is claimed some
        of it at a time, and waits for its turn at hand; meanwhile only what is urgent is looked for."""
        free = MOST_AT_ONCE - len(self._sending) + len(self._wait_their_turn)
        if free <= 0:
            return TICK
        enough = self._limits.lasts(len(self._wait_their_turn)) - AT_HAND
        if enough > 0 and not self._unseen:
            return min(enough, TICK)
        closed = self._limits.closed()
        found, wait = 0, min([*closed.values(), TICK, *([enough] if enough > 0 else [])])
        self._took_all, self._unseen = True, False
        for most, urgency in self._looks(enough > 0):
            if most <= 0:
                self._unseen, wait = True, min(wait, max(self._limits.seconds_to_room(), 0.01))
                continue
            most = min(most, free - found)
            letters = await self._outbox.claim(most, urgency, skip_chats=self._to_skip(closed))
            self._start(letters)
            found += len(letters)
            if len(letters) == most:
                self._took_all, self._unseen = False, True
        return 0 if found else wait

    def _looks(self, only_urgent: bool) -> list[tuple[int, range]]:
        """How many letters of which urgency may be claimed: urgent ones as there is room, the others ahead of time."""
        room = self._limits.room()
        if only_urgent:
            return [(room, URGENT)]
        return [(room, ANY)] if room >= FEW else [(room, URGENT), (FEW, EVENLY)]

    def _to_skip(self, closed: dict[int, float]) -> list[int]:
        admin = self._admin_chat()
        return [0 if chat == admin else chat for chat in closed]

    def _start(self, letters: list[Letter]) -> None:
        """All of them; offers have a head start, as somebody else may be waiting for the same seat."""
        under_way = set(self._sending.values())  # time may have jumped over the lease of one that is
        offers_first: list[asyncio.Task[None]] = []
        for letter in letters:
            if letter.id not in under_way:
                task = self._send_off(letter, [] if letter.priority == OFFERS else offers_first)
                if letter.priority == OFFERS:
                    offers_first.append(task)

    def _send_off(self, letter: Letter, behind: list[asyncio.Task[None]]) -> asyncio.Task[None]:
        task = asyncio.create_task(self._deliver(letter, behind), name=f"letter-{letter.id}")
        self._sending[task] = letter.id
        task.add_done_callback(self._done if letter.priority in URGENT else self._done_in_turn)
        return task

    def _done(self, task: asyncio.Task[None]) -> None:
        self._sending.pop(task, None)
        self.wake()

    def _done_in_turn(self, task: asyncio.Task[None]) -> None:
        """As long as there are more at hand, nobody has to look for more."""
        self._sending.pop(task, None)
        if not self._wait_their_turn or len(self._sending) >= MOST_AT_ONCE:
            self.wake()

    async def _deliver(self, letter: Letter, behind: list[asyncio.Task[None]]) -> None:
        if behind:
            await asyncio.wait(behind, timeout=HEAD_START)
        chat_id = letter.telegram_id if letter.person_id is not None else self._admin_chat()
        try:
            if chat_id is None:
                await self._carrier.undeliverable(letter)
            elif letter.priority in URGENT:
                await self._deliver_now(letter, chat_id)
            else:
                await self._deliver_in_turn(letter, chat_id)
        except Exception as error:  # noqa: BLE001 - judged, marked and logged
            await self._carrier.failed(letter, chat_id or 0, error)
        finally:
            self._carrier.over(letter)

    async def _deliver_now(self, letter: Letter, chat_id: int) -> None:
        """As soon as there is room."""
        self._want_room += 1
        try:
            for _ in range(TIMES_TO_ROOM):  # an answer may take it first
                if (wait := self._limits.seconds_to_room()) > 0:
                    await asyncio.sleep(wait)
            counted = self._limits.taken(chat_id)
        finally:
            self._want_room -= 1
        await self._carrier.bring(letter, chat_id, counted)

    async def _deliver_in_turn(self, letter: Letter, chat_id: int) -> None:
        """Evenly, and written shortly before, so that it leaves at its turn."""
        self._wait_their_turn.add(letter.id)
        try:
            async with self._desks:
                card = await self._carrier.written(letter)
                if card is None:
                    return
                async with self._turns:
                    counted = await self._turn(chat_id)
        finally:
            self._wait_their_turn.discard(letter.id)
        await self._carrier.bring(letter, chat_id, counted, card)

    async def _turn(self, chat_id: int) -> float | None:
        await asyncio.sleep(self._limits.turn())
        for _ in range(TIMES_TO_ROOM):
            if self._limits.room() <= self._want_room + LEFT_FREE:
                await asyncio.sleep(max(self._limits.seconds_to_room(LEFT_FREE), SHORTLY))
        counted = self._limits.taken(chat_id)
        if counted is not None:
            self._limits.had_turn()
        return counted
<<<<<<< HEAD
=======

    async def _leave(
        self, letter: Letter, chat_id: int, counted: float | None, card: Card | None = None
    ) -> None:
        """Unless it was not `counted`, as its chat has to wait."""
        if counted is None:
            await self._outbox.later(letter, self._after(1.0), "limit", counts=False)
            return
        self._counted[letter.id] = counted
        await self._post(letter, chat_id, card)

    async def _timed(self, letter: Letter, call: Awaitable[T]) -> T:
        """Count it as of when it leaves, and then as of when it can have arrived."""
        left = self._limits.leaves(self._counted.pop(letter.id, 0.0))
        try:
            return await call
        finally:
            self._limits.answered(left)

    async def _post(self, letter: Letter, chat_id: int, card: Card | None) -> None:
        card = card or await self._written(letter)
        if card is None:
            await self._outbox.dropped(letter, "nothing to say any more")
            return
        await self._outdate(letter)
        message_id = await self._as_edit(letter, card)
        if message_id is None and letter.kind in EDITS and not _says_more(letter):
            await self._outbox.dropped(letter, "no message to change")
            return
        if message_id is None:
            message_id = await self._sent(letter, chat_id, card)
        await self._outbox.sent(letter, chat_id, message_id)

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

    async def _failed(self, letter: Letter, chat_id: int, error: Exception) -> None:
        verdict = judge(error)
        log.warning(
            "letter-refused", letter=letter.id, kind=letter.kind, fate=verdict.fate.name, why=verdict.why
        )
        try:
            await self._act_on(letter, chat_id, verdict)
        except Exception:
            log.exception("letter-not-marked", letter=letter.id)  # its lease runs out and it comes again

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
>>>>>>> wishers
