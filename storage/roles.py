"""The account's table of roles. `engine.ports.Roles` on a database.

The account's row is the lock: of two owners who lower each other, the second is judged by what the first has made.
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from engine.facts import RoleGiven
from engine.ports import Actor
from engine.roles import Given
from storage.by_account import FIRST, by_whom, lock_account, only_once
from storage.database import Database
from storage.ids import Ids
from storage.tables import facts, roles

ROWS = sa.select(roles).where(roles.c.account_id == FIRST.scalar_subquery())

Rule = Callable[[Mapping[int, Given]], RoleGiven]


class SqlRoles:
    """See `engine.ports.Roles`."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now
        self._ids = Ids(database)

    async def given(self) -> Mapping[int, Given]:
        """See `engine.ports.Roles.given`."""
        return await self._database.look(_given, snapshot=False)

    async def decide(self, by: Actor, update_id: int | None, reason: str, rule: Rule) -> RoleGiven:
        """See `engine.ports.Roles.decide`."""
        await self._ids.reserve()

        def decided(connection: sa.Connection) -> RoleGiven:
            account_id = lock_account(connection)
            only_once(connection, update_id, self._now())
            fact = rule(_given(connection))
            self._record(connection, account_id, fact, by, reason)
            return fact

        return await self._database.transact(decided)

    def _record(
        self, connection: sa.Connection, account_id: int, fact: RoleGiven, by: Actor, reason: str
    ) -> None:
        now = self._now()
        insert = (sqlite if self._database.is_sqlite else postgresql).insert(roles)
        row = {"name": fact.name, "role": fact.role, "given_by": by.id, "given_by_name": by.name, "at": now}
        written = insert.values(account_id=account_id, telegram_id=fact.id, **row).on_conflict_do_update(
            index_elements=["account_id", "telegram_id"], set_={**row, "version": roles.c.version + 1}
        )
        version = connection.execute(written.returning(roles.c.version)).scalar_one()
        told = {"account": account_id, "name": fact.name, "before": fact.before, "role": fact.role}
        connection.execute(
            facts.insert().values(
                id=self._ids.new(),
                event_id=None,
                subject="role",
                subject_id=fact.id,
                version=version,
                kind=type(fact).__name__,
                data=told,
                **by_whom(by, reason, now),
            )
        )


def _given(connection: sa.Connection) -> dict[int, Given]:
    return {row.telegram_id: _row(row) for row in connection.execute(ROWS)}


def _row(row: Any) -> Given:
    return Given(role=row.role, by=row.given_by, by_name=row.given_by_name, at=row.at)
