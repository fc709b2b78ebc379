"""Whether people can be served, and what is owed to them when they could not be.

A sign of life says until when all was well. After a gap (the process was down or frozen, the database or Telegram out
of reach) open offers, the questions of repairs, and wishes whose deadline has come meanwhile, get the lost time back
before anything expires and before the first update is handled, and the admins are told. While Telegram is out of reach
nobody's time runs out.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta

import structlog

from bot.polling import WAIT_SECONDS
from engine.ports import Months, Unavailable, Work
from engine.refusals import Busy
from engine.services import month, offers, repair
from storage.due import Due, SqlDue
from storage.jobs import SqlJobs
from storage.repairs import SqlRepairs

log = structlog.get_logger()

OUTAGE = timedelta(minutes=1)  # a shorter gap is a restart
WORTH_TELLING = timedelta(minutes=10)  # although no offer was open
PULSE_SECONDS = 10.0
SILENCE_SECONDS = WAIT_SECONDS + 5.0  # a healthy long poll has been answered by then
AT_ONCE = 512


class Presence:
    """`polls`: updates are fetched, so that each answer shows that Telegram is there; a webhook cannot tell. `ticks` is
    a monotonic clock in seconds, so that a clock that is set makes no outage."""

    def __init__(
        self,
        work: Work,
        due: SqlDue,
        jobs: SqlJobs,
        months: Months,
        repairs: SqlRepairs,
        now: Callable[[], datetime],
        alert: Callable[[str, str, dict[str, int | str]], Awaitable[None]],
        *,
        polls: bool,
        ticks: Callable[[], float] = time.monotonic,
    ) -> None:
        self._work, self._due, self._jobs = work, due, jobs
        self._months, self._repairs = months, repairs
        self._now, self._alert = now, alert
        self._ticks = ticks
        self._heard = ticks() if polls else None
        self._lost = False
        self._well: float | None = None  # when all was well for sure; None before the first look
        self._said = 0.0
        self._extended, self._asked_anew = 0, 0
        self._looking = asyncio.Lock()

    async def reached(self) -> None:
        """Telegram has answered; what it has brought may be handled once this returns. Raises Unavailable, Busy."""
        self._heard, self._lost = self._ticks(), False
        await self.check()

    def lost(self) -> None:
        """Telegram has not answered."""
        self._lost = True

    async def ready(self) -> None:
        """Before an update is handled that has come by itself: a look, unless there was one a moment ago. Raises
        Unavailable, Busy."""
        if self._well is None or self._ticks() - self._well >= OUTAGE.total_seconds():
            await self.check()

    async def check(self) -> bool:
        """Whether people can be served now; after an outage its time has been given back by then. Raises Unavailable,
        Busy."""
        async with self._looking:
            ticks = self._ticks()
            if self._lost or (self._heard is not None and ticks - self._heard > SILENCE_SECONDS):
                return False
            now, well = self._now(), ticks if self._heard is None else self._heard
            since = await self._away_since(now, ticks)
            if since is not None and now - since >= OUTAGE:
                await self._give_back(since, now)
            if self._well is None or since is not None or ticks - self._said >= PULSE_SECONDS:
                await self._jobs.alive(now - timedelta(seconds=ticks - well))
                self._said = ticks
            self._well = well
            return True

    async def _away_since(self, now: datetime, ticks: float) -> datetime | None:
        """The last sign of life, of any process, if that may be long ago."""
        if self._well is None:
            return await self._jobs.last_alive()
        gap = timedelta(seconds=ticks - self._well)
        if gap < OUTAGE:
            return None
        return max(now - gap, await self._jobs.last_alive() or now - gap)

    async def _give_back(self, since: datetime, until: datetime) -> None:
        after_id = 0
        while found := await self._due.offers_open_at(since, after_id, AT_ONCE):
            await self._extend(found, since)
            after_id = found[-1].id
        for period_id in await self._due.wishes_ended(since, until):
            await self._keep_open(period_id, since)
        for repair_id in await self._repairs.open_at(since):
            await self._extend_repair(repair_id, since)
        counted = {"count": self._extended, "repairs": self._asked_anew}
        log.warning("was-away", since=since.isoformat(), until=until.isoformat(), **counted)
        if any(counted.values()) or until - since >= WORTH_TELLING:
            told: dict[str, int | str] = {"since": since.isoformat(), "until": until.isoformat()}
            await self._alert("outage", since.isoformat(), {**told, **counted})
        self._extended, self._asked_anew = 0, 0

    async def _extend_repair(self, repair_id: int, since: datetime) -> None:
        """A failure that would come again stands in nobody's way."""
        try:
            self._asked_anew += bool(await repair.extend(self._repairs, repair_id, since))
        except (Unavailable, Busy):
            raise
        except Exception:
            log.exception("repair-not-extended", repair=repair_id)

    async def _keep_open(self, period_id: int, since: datetime) -> None:
        """The same holds for the wishes of a month."""
        try:
            await month.give_back(self._months, period_id, since)
        except (Unavailable, Busy):
            raise
        except Exception:
            log.exception("wishes-not-extended", period=period_id)

    async def _extend(self, found: Sequence[Due], since: datetime) -> None:
        """All of them. What could not be reached is tried again with the next look; a failure that would come again
        stands in nobody's way."""
        deciding = [offers.extend(self._work, due.event_id, due.id, since) for due in found]
        results = await asyncio.gather(*deciding, return_exceptions=True)
        self._extended += sum(1 for result in results if isinstance(result, list) and result)
        for due, result in zip(found, results, strict=True):
            if isinstance(result, Unavailable | Busy):
                raise result
            if isinstance(result, BaseException):
                log.error("offer-not-extended", offer=due.id, exc_info=result)
