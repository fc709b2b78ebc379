"""The language of the admins' group. `engine.ports.GroupLanguages` on a database."""

from collections.abc import Callable
from datetime import datetime

import sqlalchemy as sa

from engine.facts import GroupLanguageChosen
from engine.ports import Actor
from engine.refusals import RulesUnchanged
from storage.by_account import by_whom, lock_account, next_version, only_once
from storage.database import Database
from storage.ids import Ids
from storage.tables import accounts, facts

CHOSEN = sa.select(accounts.c.group_language, accounts.c.languages).order_by(accounts.c.id).limit(1)


class SqlGroupLanguages:
    """See `engine.ports.GroupLanguages`."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now
        self._ids = Ids(database)

    async def language(self) -> str | None:
        """See `engine.ports.GroupLanguages.language`."""
        return await self._database.look(_language, snapshot=False)

    async def choose(
        self, by: Actor, update_id: int | None, reason: str, language: str
    ) -> GroupLanguageChosen:
        """See `engine.ports.GroupLanguages.choose`."""
        await self._ids.reserve()

        def decided(connection: sa.Connection) -> GroupLanguageChosen:
            account_id = lock_account(connection)
            only_once(connection, update_id, self._now())
            before = _language(connection)
            if before == language:
                raise RulesUnchanged
            fact = GroupLanguageChosen(account_id, before or "", language)
            self._record(connection, fact, by, reason)
            return fact

        return await self._database.transact(decided)

    def _record(self, connection: sa.Connection, fact: GroupLanguageChosen, by: Actor, reason: str) -> None:
        version = next_version(connection, "account", fact.id)
        row = sa.update(accounts).where(accounts.c.id == fact.id)
        connection.execute(row.values(group_language=fact.language))
        connection.execute(
            facts.insert().values(
                id=self._ids.new(),
                event_id=None,
                subject="account",
                subject_id=fact.id,
                version=version,
                kind=type(fact).__name__,
                data={"before": fact.before, "language": fact.language},
                **by_whom(by, reason, self._now()),
            )
        )


def _language(connection: sa.Connection) -> str | None:
    row = connection.execute(CHOSEN).one_or_none()
    if row is None:
        return None
    return str(row.group_language or row.languages[0])
