"""Seats, places in line and offers whose time has come."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from engine.ports import Facts, Unavailable, Work
from engine.refusals import Refusal
from engine.services import balancing, dates, offers, requests, seats, waitlist
from storage.due import Due, SqlDue

AT_ONCE = 512
SOON = timedelta(hours=24)
"""How long before the start an event with too few people needs a decision."""

Alert = Callable[[str, str, dict[str, int | str]], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class SeatJobs:
    """`alert(kind, cause, data)` tells the admins."""

    work: Work
    due: SqlDue
    now: Callable[[], datetime]
    alert: Alert

    async def expire(self) -> int:
        """Offers whose time is up."""
        return await self._each(
            lambda now: self.due.expired_offers(now, AT_ONCE),
            lambda due: offers.expire(self.work, due.event_id, due.id),
        )

    async def remind(self) -> int:
        """A word before an offer's time is up."""
        return await self._each(
            lambda now: self.due.reminders(now, AT_ONCE),
            lambda due: offers.remind(self.work, due.event_id, due.id),
        )

    async def resume(self) -> int:
        """Pauses that are over."""
        return await self._each(
            lambda now: self.due.ended_pauses(now, AT_ONCE),
            lambda due: waitlist.resume_due(self.work, due.event_id, due.id),
        )

    async def lapse(self) -> int:
        """Seats of people who have not said in time that a new date suits."""
        return await self._each(
            lambda now: self.due.unanswered(now, AT_ONCE),
            lambda due: dates.lapse(self.work, due.event_id, due.id),
        )

    async def pass_on(self) -> int:
        """Offers of people who cannot be written to, should the postman not have come to it."""
        return await self._each(
            lambda _: self.due.offers_of_unreachable(AT_ONCE),
            lambda due: offers.withdraw_unreachable(self.work, due.event_id, due.id),
        )

    async def finalize(self) -> int:
        """Balancings of siblings whose last offer has ended."""
        done = 0
        for split_id in await self.due.finished_splits(AT_ONCE):
            split = await self.due.split(split_id)
            if split is not None:
                steps = await balancing.finalize_due(self.work, split.event_ids, split.offer_ids, split_id)
                done += bool(steps)
        return done

    async def count(self) -> int:
        """Events that begin soon with fewer people than they need: the admins are told once."""
        found = await self.due.too_few(self.now(), SOON, AT_ONCE)
        for few in found:
            data: dict[str, int | str] = {"event": few.event_id, "minimum": few.minimum}
            await self.alert("too-few", f"{few.event_id}:{few.starts_at.isoformat()}", data)
        return len(found)

    async def close(self) -> int:
        """Places in line of events that have begun, and requests for a place."""
        places = await self.due.stale_places(self.now(), AT_ONCE)
        asked = await self.due.stale_requests(self.now(), AT_ONCE)
        ended = [waitlist.close(self.work, event_id, tuple(ids)) for event_id, ids in places.items()]
        closed = [requests.close(self.work, event_id, tuple(ids)) for event_id, ids in asked.items()]
        return await count_of([*ended, *closed])

    async def backfill(self) -> int:
        """The sweep: whatever a trigger missed."""
        count, after_id = 0, 0
        while gaps := await self.due.gaps(self.now(), after_id, AT_ONCE):
            count += await count_of([seats.sweep(self.work, event_id) for event_id in gaps])
            after_id = gaps[-1]
        return count

    async def _each(
        self,
        find: Callable[[datetime], Awaitable[list[Due]]],
        decide: Callable[[Due], Awaitable[Facts]],
    ) -> int:
        """All that is due, in chunks; decisions wait together, so that they share commits."""
        count = 0
        while found := await find(self.now()):
            done = await count_of([decide(due) for due in found])
            count += done
            if not done or len(found) < AT_ONCE:
                break
        return count


async def count_of(decisions: Iterable[Awaitable[Facts]]) -> int:
    """How many decisions changed something. One that is refused was overtaken; the first failure is raised after all
    others are done."""
    results = await asyncio.gather(*decisions, return_exceptions=True)
    failures = [r for r in results if isinstance(r, BaseException) and not isinstance(r, Refusal)]
    if failures:
        raise next((f for f in failures if not isinstance(f, Unavailable)), failures[0])
    return sum(1 for r in results if isinstance(r, list) and r)
