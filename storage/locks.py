"""Locks of months. `engine.ports.Locks` on a database; the period's row is the lock, and the unlocking's for whoever
moves a place of a final month meanwhile."""

from collections.abc import Callable
from datetime import datetime

import sqlalchemy as sa

from engine.facts import LockFact
from engine.ports import Act, Facts, LockAsk, LockRule
from storage.by_account import only_once
from storage.database import Database
from storage.ids import Ids
from storage.lock_load import load
from storage.lock_record import Writing, write
from storage.run_load import find
from storage.wakeups import NOTIFY

IDS_A_DECISION = 16


class SqlLocks:
    """See `engine.ports.Locks`. `committed` is called after each commit that wrote anything."""

    def __init__(
        self,
        database: Database,
        now: Callable[[], datetime],
        committed: Callable[[Facts], None] = lambda _: None,
    ) -> None:
        self._database, self._now, self._committed = database, now, committed
        self._ids = Ids(database)

    async def decide(self, ask: LockAsk, rule: LockRule) -> list[LockFact]:
        """See `engine.ports.Locks.decide`."""
        await self._ids.reserve(IDS_A_DECISION)
        facts = await self._database.transact(lambda connection: self._locked(connection, ask, rule))
        if facts:
            self._committed([])
        return facts

    def _locked(self, connection: sa.Connection, ask: LockAsk, rule: LockRule) -> list[LockFact]:
        locking = load(connection, find(connection, ask.period_id, locking=True))
        now = self._now()  # after the locks: who waited over the end of one is late
        only_once(connection, ask.update_id, now)
        act = Act(now=now, by=ask.by, new_id=self._ids.new, reason=ask.reason)
        facts = rule(locking, act)
        write(connection, Writing(locking, act), facts)
        if facts and not self._database.is_sqlite:
            connection.exec_driver_sql(NOTIFY)
        return facts
