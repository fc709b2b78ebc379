"""`results`: an admin finalizes a month, and everybody is told, by a Bot API server that enforces Telegram's limits.
How long that takes beside the shortest possible time, what was asked too fast, and how soon an offer that is made
meanwhile overtakes the results."""

import asyncio
import time
from collections.abc import Mapping
from contextlib import AsyncExitStack, suppress

import sqlalchemy as sa

from benchmarks import processes
from benchmarks.allotted import Allotted, allotted
from benchmarks.bot_api import served
from benchmarks.figures import Readings, Row, at_most, row
from benchmarks.limited_api import GROUP, OWNER, Asked, LimitedApi
from benchmarks.load import rush
from benchmarks.options import Options
from benchmarks.processes import Process
from benchmarks.rounds import Times
from benchmarks.stores import Stores
from benchmarks.truth import Untrue, check_sound
from benchmarks.updates import tap
from benchmarks.world import TELEGRAM
from bot.sandbox.limits import IN_A_GROUP, OVERALL
from handlers.admin.reasons import BY_HAND
from handlers.callbacks import pack
from storage.database import Database, open_database
from storage.tables import letters

FEW, MANY = 500, 10_000
MOST_ROUNDS = 3  # each takes as long as Telegram's limits make it
PAUSE = 1.0  # from one offer to the next, on average
GOLDEN = 0.618034  # so that they come at every moment of the limits' second
PATIENCE = 60.0
LONGEST_FINAL = 900.0  # to book ten thousand people takes a while
RATE = OVERALL[0] / OVERALL[1]

TOOK, SHORTEST = "results told", "all that was said, at Telegram's limit"
REFUSED = "refused for speed after the first second"
OVERTAKES = "seat free to offer handed over meanwhile"
FROM_TAP = "tap to offer handed over meanwhile"
SHOWN, CROWDED = "times that the group was shown how far it is", "most in the group in a minute"
SHARES = {"p50": 0.5, "p99": 0.99, "max": 1.0}


async def run(stores: Stores, kind: str, options: Options) -> list[Row]:
    """Some hundred letters a few times, then ten thousand once."""
    rows = []
    for people, times in ((options.size(FEW), min(options.rounds, MOST_ROUNDS)), (MANY, 1)):
        if people == MANY and options.quick:
            continue
        found: Readings = {}
        for _ in range(times):
            for name, reading in (await _told(stores, kind, people)).items():
                found.setdefault(f"{people:,}: {name}", []).append(reading)
        rows += _rows(found, f"{people:,}: ")
    return rows


def _rows(found: Readings, of: str) -> list[Row]:
    return [
        row(found, of + TOOK, "s", of + SHORTEST, at_most(1.05)),
        row(found, of + SHORTEST, "s"),
        row(found, of + REFUSED, "", goal=at_most(0)),
        *(row(found, f"{of}{OVERTAKES}, {share}", "ms", goal=at_most(100)) for share in SHARES),
        *(row(found, f"{of}{FROM_TAP}, {share}", "ms") for share in SHARES),
        row(found, of + SHOWN, ""),
        row(found, of + CROWDED, "", goal=at_most(IN_A_GROUP[0])),
    ]


async def _told(stores: Stores, kind: str, people: int) -> Mapping[str, float]:
    """One month on a database of its own."""
    store = await stores.new(kind)
    database = open_database(store.url)
    seconds = 3 * people / RATE + PATIENCE
    month = await allotted(database, people, int(seconds / PAUSE) + 5)
    async with AsyncExitStack() as stack:
        api = await stack.enter_async_context(served(LimitedApi()))
        bot = await stack.enter_async_context(processes.bot(store, api, GROUP))
        telling = _Telling(bot, api, month, database)
        await telling.warm_up()
        async with asyncio.timeout(seconds + LONGEST_FINAL):
            found = await telling.tell()
    await telling.check()
    await check_sound(database)
    await database.close()
    return found


class _Telling:
    """The results of one month, and offers made meanwhile."""

    def __init__(self, bot: Process, api: LimitedApi, month: Allotted, database: Database) -> None:
        self._bot, self._api, self._month, self._database = bot, api, month, database
        self._chats = {TELEGRAM + person for person in month.people}
        self._from_answer, self._from_tap = Times(), Times()
        self._begun = 0.0

    async def warm_up(self) -> None:
        """The first offer finds everything cold."""
        await self._offer()
        await self._all_sent()
        self._from_answer, self._from_tap = Times(), Times()
        await asyncio.sleep(PAUSE)

    async def tell(self) -> Mapping[str, float]:
        """Finalize, and wait until the last one has it."""
        self._begun = time.perf_counter()
        first, last_one = self._api.expect_all(self._chats)
        final = pack("a-batch-final", self._month.period_id, self._month.number, BY_HAND)
        tapped = asyncio.create_task(rush(self._bot.port, [tap(OWNER, final, GROUP)], 1, LONGEST_FINAL))
        await asyncio.wait((tapped, first), return_when=asyncio.FIRST_COMPLETED)
        start = first.result() if first.done() else time.perf_counter()
        told = asyncio.Event()
        offering = asyncio.create_task(self._offers(told))
        last = await last_one
        told.set()
        await asyncio.gather(offering, tapped)
        await self._all_sent()
        said = self._api.said(start, last)
        return {
            TOOK: last - start,
            SHORTEST: len(said) / RATE,
            REFUSED: len(self._api.refused(start + 1)),
            **_of(OVERTAKES, self._from_answer),
            **_of(FROM_TAP, self._from_tap),
            SHOWN: sum("Results:" in asked.text for asked in self._api.in_group(self._begun)),
            CROWDED: _most([asked.at for asked in self._api.in_group(self._begun)], IN_A_GROUP[1]),
        }

    def _results(self) -> list[Asked]:
        """Those that have arrived."""
        asked = self._api.asked
        return [each for each in asked if each.chat_id in self._chats and not each.refused]

    async def _offers(self, told: asyncio.Event) -> None:
        """One after another, at ever other moments of a second, until everybody is told."""
        number = 0
        while not told.is_set():
            await self._offer()
            number += 1
            with suppress(TimeoutError):
                await asyncio.wait_for(told.wait(), PAUSE * (0.5 + number * GOLDEN % 1))

    async def _offer(self) -> None:
        """Somebody cancels, and the next one's offer arrives."""
        waiter, body = next(self._month.cancellations)
        self._api.expect(TELEGRAM + waiter)
        start = time.perf_counter()
        answered = await rush(self._bot.port, [body], 1)
        if b"Cancelled" not in answered.bodies[0]:
            raise Untrue(f"not cancelled: {answered.bodies[0]!r}")
        arrived = await self._api.arrived(TELEGRAM + waiter)
        self._from_tap.seconds.append(arrived - start)
        self._from_answer.seconds.append(max(arrived - start - answered.times.seconds[0], 0))

    async def _all_sent(self) -> None:
        """No letter waits any more."""
        waits = sa.select(sa.func.count()).where(letters.c.status.in_(("queued", "sending")))
        async with asyncio.timeout(PATIENCE):
            while True:
                async with self._database.read.connect() as connection:
                    if not (await connection.execute(waits)).scalar_one():
                        return
                await asyncio.sleep(0.2)

    async def check(self) -> None:
        """Everybody was told once. Raises Untrue."""
        told = [asked.chat_id for asked in self._results()]
        if len(told) != len(self._chats) or set(told) != self._chats:
            raise Untrue(f"{len(told)} results for {len(self._chats)} people")


def _of(name: str, times: Times) -> Mapping[str, float]:
    return {f"{name}, {share}": times.milliseconds(part) for share, part in SHARES.items()}


def _most(moments: list[float], seconds: float) -> int:
    """The most of them that lie within so many seconds."""
    return max((sum(at <= other < at + seconds for other in moments) for at in moments), default=0)
