"""Opening hours: foreseen, changed by an admin, and kept in step with the calendar by the clock."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from engine.ports import Actor, Facts, Refit
from engine.refusals import HoursDiffer, HoursUnchanged, ServiceUnknown
from engine.state import Opening
from storage.by_account import by_whom, next_version
from storage.catalogue import columns, slots
from storage.database import Database
from storage.ids import Ids, OutOfIds
from storage.tables import facts, services

FIRST_IDS = 4_096
CLOCK = Actor("job", name="slots")


class SqlOpening:
    """One transaction each. `now` tells the time; `committed` hears of what happened to events."""

    def __init__(
        self, database: Database, now: Callable[[], datetime], committed: Callable[[Facts], None]
    ) -> None:
        self._database, self._now, self._committed = database, now, committed
        self._ids = Ids(database)

    async def foresee(self, service_id: int, opening: Opening) -> Refit:
        """See `engine.ports.Calendar.foresee_hours`."""
        found = await self._database.look(
            lambda connection: slots.planned(connection, self._now(), service_id, opening)
        )
        if not found:
            raise ServiceUnknown
        return slots.foreseen(found[0].plan)

    async def change(
        self, service_id: int, known: Opening, opening: Opening, by: Actor, reason: str
    ) -> Refit:
        """See `engine.ports.Calendar.set_hours`."""

        def change(connection: sa.Connection) -> Refit:
            slots.alone(connection)
            now = self._now()
            slots.lock_coming(connection, [service_id], now)
            found = slots.planned(connection, now, service_id, opening)
            if not found:
                raise ServiceUnknown
            (service,) = found
            self._check(connection, service.row, known, opening)
            done = slots.follow(connection, service, self._ids, now, by, reason)
            self._note(connection, service.row, opening, (by, reason), done)
            return done

        return await self._transact(change)

    async def cut(self) -> Refit:
        """Slots of all services, as far ahead as they are cut; nothing where all is as it should be."""
        if slots.idle(await self._database.look(lambda connection: slots.planned(connection, self._now()))):
            return Refit()

        def cut(connection: sa.Connection) -> Refit:
            slots.alone(connection)
            now = self._now()
            slots.lock_coming(connection, slots.ids_of(slots.planned(connection, now)), now)
            done = [
                slots.follow(connection, service, self._ids, now, CLOCK, "")
                for service in slots.planned(connection, now)
            ]
            return Refit(
                opened=sum(each.opened for each in done),
                closed=sum(each.closed for each in done),
                facts=[fact for each in done for fact in each.facts],
            )

        return await self._transact(cut)

    async def _transact(self, change: Callable[[sa.Connection], Refit]) -> Refit:
        needed = FIRST_IDS
        while True:
            await self._ids.reserve(needed)
            try:
                done = await self._database.transact(change)
            except OutOfIds:
                needed *= 8
            else:
                self._committed(done.facts)
                return done

    def _check(self, connection: sa.Connection, row: Any, known: Opening, opening: Opening) -> None:
        now = slots.opening_of(row)
        if now == opening:
            raise HoursUnchanged
        if now != known:
            last = sa.select(facts.c.actor_name, facts.c.at).where(
                *_history(row.id), facts.c.kind.in_(OF_HOURS)
            )
            deed = connection.execute(last.order_by(facts.c.version.desc()).limit(1)).one()
            raise HoursDiffer(name=deed.actor_name, at=deed.at)

    def _note(
        self, connection: sa.Connection, row: Any, opening: Opening, who: tuple[Actor, str], done: Refit
    ) -> None:
        by, reason = who
        values = {"minutes": opening.minutes, "hours": columns.hours(opening.hours)}
        connection.execute(sa.update(services).where(services.c.id == row.id).values(values))
        data = {
            "code": row.code,
            "before": {"minutes": row.minutes, "hours": row.hours},
            "after": values,
            "opened": done.opened,
            "closed": done.closed,
            "stay": len(done.stay),
        }
        connection.execute(
            facts.insert().values(
                id=self._ids.new(),
                event_id=None,
                subject="service",
                subject_id=row.id,
                version=next_version(connection, "service", row.id),
                kind="HoursChanged",
                data=data,
                **by_whom(by, reason, self._now()),
            )
        )


OF_HOURS = ("HoursChanged", "ServiceImported")
"""What can change the hours: a service has at least the fact that made it."""


def _history(service_id: int) -> tuple[sa.ColumnElement[bool], ...]:
    return (facts.c.subject == "service", facts.c.subject_id == service_id)
