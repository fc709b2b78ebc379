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
