"""New events made from one that is there. `engine.ports.Calendar` on a database."""

import re
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from engine.ports import Actor, Facts, Refit
from engine.refusals import EventUnknown, SlotFromHours
from engine.state import Opening
from storage.catalogue.seating import Seating
from storage.catalogue.writing import Importer, Writing
from storage.database import Database
from storage.ids import Ids
from storage.opening import SqlOpening
from storage.tables import accounts, events, services

SAME = ("account_id", "service_id", "series_id", "location", "capacity", "minimum", "mode", "offer")
STAMP = re.compile(r"-\d{8}-\d{4}$")
CHOSEN = (
    sa.select(events, accounts.c.timezone, services.c.kind)
    .join(accounts, accounts.c.id == events.c.account_id)
    .join(services, services.c.id == events.c.service_id)
)


class SqlCalendar:
    """See `engine.ports.Calendar`. `committed` hears of what else happened to events."""

    def __init__(
        self,
        database: Database,
        now: Callable[[], datetime],
        committed: Callable[[Facts], None] = lambda _: None,
    ) -> None:
        self._database, self._now = database, now
        self._ids = Ids(database)
        self._opening = SqlOpening(database, now, committed)

    async def repeat(
        self, event_id: int, starts: Sequence[datetime], by: Actor, reason: str
    ) -> Sequence[int]:
        """See `engine.ports.Calendar.repeat`."""
        await self._ids.reserve(2 * len(starts))  # a row and a fact each

        def write(connection: sa.Connection) -> list[int]:
            like = connection.execute(CHOSEN.where(events.c.id == event_id)).one_or_none()
            if like is None:
                raise EventUnknown
            if like.kind == "individual":
                raise SlotFromHours
            writing = Writing(connection, self._ids, self._now(), Importer(by.id, by.name, reason))
            made = [_like(writing, like, moment) for moment in starts]
            writing.flush()
            seating = Seating(connection)
            for made_id, code, new in made:
                if new:
                    seating.plan(made_id, code, 0, like.capacity)
            seating.grow()
            return [made_id for made_id, _, _ in made]

        return await self._database.transact(write)

    async def cut_slots(self) -> int:
        """Slots of individual services, as far ahead as they are cut: how many have opened or closed."""
        done = await self._opening.cut()
        return done.opened + done.closed

    async def foresee_hours(self, service_id: int, opening: Opening) -> Refit:
        """See `engine.ports.Calendar.foresee_hours`."""
        return await self._opening.foresee(service_id, opening)

    async def set_hours(
        self, service_id: int, known: Opening, opening: Opening, by: Actor, reason: str
    ) -> Refit:
        """See `engine.ports.Calendar.set_hours`."""
        return await self._opening.change(service_id, known, opening, by, reason)


def _like(writing: Writing, like: Any, starts_at: datetime) -> tuple[int, str, bool]:
    """Id and code of the event at that moment, and whether it is new. The code says what it was made of and for when,
    so that a repeated tap meets it."""
    local = starts_at.astimezone(ZoneInfo(like.timezone))
    code = f"{STAMP.sub('', like.code)}-{local:%Y%m%d-%H%M}"
    known = writing.connection.execute(
        sa.select(events.c.id).where(events.c.account_id == like.account_id, events.c.code == code)
    ).scalar_one_or_none()
    if known is not None:
        return int(known), code, False
    values = {name: like._mapping[name] for name in SAME}
    values |= {"code": code, "starts_at": starts_at, "ends_at": starts_at + (like.ends_at - like.starts_at)}
    return writing.put("event", events, None, values, code), code, True
