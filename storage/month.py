"""Periods, wishes and friendships. `engine.ports.Months` on a database; the period's row is the lock, and the account's
for a period that does not exist yet."""

import hashlib
import secrets
from collections.abc import Callable
from datetime import datetime

import sqlalchemy as sa

from engine.facts import MonthFact
from engine.month import Month
from engine.ports import Act, Facts, MonthAsk, MonthRule
from storage.by_account import only_once
from storage.database import Database
from storage.ids import Ids, OutOfIds
from storage.month_load import load, lock
from storage.month_record import Writing, write
from storage.wakeups import NOTIFY

IDS_A_DECISION = 64


class SqlMonths:
    """See `engine.ports.Months`. `committed` is called after each commit that wrote anything."""

    def __init__(
        self,
        database: Database,
        now: Callable[[], datetime],
        committed: Callable[[Facts], None] = lambda _: None,
    ) -> None:
        self._database, self._now, self._committed = database, now, committed
        self._ids = Ids(database)

    async def decide(self, ask: MonthAsk, rule: MonthRule) -> list[MonthFact]:
        """See `engine.ports.Months.decide`."""
        facts = await self._decide(ask, rule)
        if facts:
            self._committed([])
        return facts

    async def _decide(self, ask: MonthAsk, rule: MonthRule) -> list[MonthFact]:
        needed = IDS_A_DECISION
        while True:
            await self._ids.reserve(needed)
            try:
                return await self._database.transact(lambda connection: self._locked(connection, ask, rule))
            except OutOfIds:
                needed *= 1024

    def _locked(self, connection: sa.Connection, ask: MonthAsk, rule: MonthRule) -> list[MonthFact]:
        account, period = lock(connection, ask)
        now = self._now()  # after the lock: who waited over the deadline is late
        only_once(connection, ask.update_id, now)
        seed = secrets.token_hex(32)
        month: Month = load(connection, ask, account, period, hash_of(seed))
        act = Act(now=now, by=ask.by, new_id=self._ids.new, reason=ask.reason)
        facts = rule(month, act)
        if facts:
            write(connection, Writing(month, act, seed), facts)
            if not self._database.is_sqlite:
                connection.exec_driver_sql(NOTIFY)
        return facts


def hash_of(seed: str) -> str:
    """What is posted of a seed: SHA-256, hexadecimal, of its text."""
    return hashlib.sha256(seed.encode()).hexdigest()
