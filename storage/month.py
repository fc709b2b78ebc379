"""Periods, wishes and friendships. `engine.ports.Months` on a database; the period's row is the lock, and the account's
for a period that does not exist yet."""

import hashlib
import secrets

import sqlalchemy as sa

from engine.facts import MonthFact
from engine.month import Month
from engine.ports import MonthAsk, MonthRule
from storage.deciding import Deciding
from storage.month_load import load, lock
from storage.month_record import Writing, write

IDS_A_DECISION = 64


class SqlMonths(Deciding):
    """See `engine.ports.Months`."""

    async def decide(self, ask: MonthAsk, rule: MonthRule) -> list[MonthFact]:
        """See `engine.ports.Months.decide`."""
        facts = await self._with_ids(IDS_A_DECISION, lambda connection: self._locked(connection, ask, rule))
        if facts:
            self._committed([])
        return facts

    def _locked(self, connection: sa.Connection, ask: MonthAsk, rule: MonthRule) -> list[MonthFact]:
        account, period = lock(connection, ask)
        act, seed = self._act(connection, ask), secrets.token_hex(32)
        month: Month = load(connection, ask, account, period, hash_of(seed))
        facts = rule(month, act)
        if facts:
            write(connection, Writing(month, act, seed), facts)
            self._tell(connection, facts)
        return facts


def hash_of(seed: str) -> str:
    """What is posted of a seed: SHA-256, hexadecimal, of its text."""
    return hashlib.sha256(seed.encode()).hexdigest()
