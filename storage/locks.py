"""Locks of months. `engine.ports.Locks` on a database; the period's row is the lock, and the unlocking's for whoever
moves a place of a final month meanwhile."""

import sqlalchemy as sa

from engine.facts import LockFact
from engine.ports import LockAsk, LockRule
from storage.deciding import Deciding
from storage.lock_load import load
from storage.lock_record import Writing, write
from storage.run_load import find

IDS_A_DECISION = 16


class SqlLocks(Deciding):
    """See `engine.ports.Locks`."""

    async def decide(self, ask: LockAsk, rule: LockRule) -> list[LockFact]:
        """See `engine.ports.Locks.decide`."""
        facts = await self._with_ids(IDS_A_DECISION, lambda connection: self._locked(connection, ask, rule))
        if facts:
            self._committed([])
        return facts

    def _locked(self, connection: sa.Connection, ask: LockAsk, rule: LockRule) -> list[LockFact]:
        locking = load(connection, find(connection, ask.period_id, locking=True))
        act = self._act(connection, ask)
        facts = rule(locking, act)
        write(connection, Writing(locking, act), facts)
        self._tell(connection, facts)
        return facts
