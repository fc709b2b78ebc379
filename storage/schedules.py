"""When an account's months are planned by themselves. `engine.ports.Schedules` on a database; the account's row is the
lock of a choice."""

from collections.abc import Callable
from datetime import datetime

import sqlalchemy as sa

from engine.facts import ScheduleChosen
from engine.month import month_of
from engine.ports import Actor, DueSchedule
from engine.refusals import ScheduleUnchanged
from storage.by_account import by_whom, lock_account, next_version, only_once
from storage.database import Database
from storage.ids import Ids
from storage.tables import accounts, facts, periods, schedules


class SqlSchedules:
    """See `engine.ports.Schedules`."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database, self._now = database, now
        self._ids = Ids(database)

    async def choose(
        self, by: Actor, update_id: int | None, reason: str, cron: str, due_at: datetime | None
    ) -> ScheduleChosen:
        """See `engine.ports.Schedules.choose`."""
        await self._ids.reserve()

        def decided(connection: sa.Connection) -> ScheduleChosen:
            account_id = lock_account(connection)
            only_once(connection, update_id, self._now())
            known = sa.select(schedules.c.cron).where(schedules.c.account_id == account_id)
            before: str | None = connection.execute(known).scalar_one_or_none()
            if (before or "") == cron:
                raise ScheduleUnchanged
            row = {"cron": cron, "due_at": due_at, "chosen_by": by.id, "chosen_by_name": by.name}
            row["chosen_at"] = self._now()
            if before is None:
                connection.execute(schedules.insert().values(account_id=account_id, **row))
            else:
                own = sa.update(schedules).where(schedules.c.account_id == account_id)
                connection.execute(own.values(**row))
            fact = ScheduleChosen(account_id, before or "", cron)
            self._record(connection, fact, by, reason)
            return fact

        return await self._database.transact(decided)

    def _record(self, connection: sa.Connection, fact: ScheduleChosen, by: Actor, reason: str) -> None:
        connection.execute(
            facts.insert().values(
                id=self._ids.new(),
                event_id=None,
                subject="account",
                subject_id=fact.id,
                version=next_version(connection, "account", fact.id),
                kind=type(fact).__name__,
                data={"before": fact.before, "cron": fact.cron},
                **by_whom(by, reason, self._now()),
            )
        )

    async def due(self, now: datetime) -> list[DueSchedule]:
        """See `engine.ports.Schedules.due`."""
        return await self._database.look(lambda connection: _due(connection, now))

    async def went(self, due: DueSchedule, due_at: datetime) -> None:
        """See `engine.ports.Schedules.went`."""
        same = (schedules.c.account_id == due.account_id, schedules.c.due_at == due.due_at)
        await self._database.execute(
            sa.update(schedules).where(*same, schedules.c.cron == due.cron).values(due_at=due_at)
        )


def _due(connection: sa.Connection, now: datetime) -> list[DueSchedule]:
    chosen = (
        sa.select(schedules.c.account_id, schedules.c.cron, schedules.c.due_at, accounts.c.timezone)
        .join(accounts, accounts.c.id == schedules.c.account_id)
        .where(schedules.c.due_at <= now)
        .order_by(schedules.c.account_id)
    )
    return [
        DueSchedule(
            row.account_id,
            row.cron,
            row.timezone,
            row.due_at,
            _periods(connection, row.account_id, row.timezone, now),
        )
        for row in connection.execute(chosen).all()
    ]


def _periods(connection: sa.Connection, account_id: int, zone: str, now: datetime) -> tuple[int, ...]:
    waiting = sa.select(periods.c.id).where(
        periods.c.account_id == account_id,
        periods.c.status.in_(("closed", "planned")),
        periods.c.month >= month_of(now, zone),
    )
    return tuple(connection.execute(waiting.order_by(periods.c.month)).scalars())
