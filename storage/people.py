"""Participants as persons, and the questions that wait for their typed answers. `engine.ports.People` on a database."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from engine.ports import Draft
from storage.database import Database, translating
from storage.ids import Ids
from storage.tables import GUEST, admin_drafts, drafts, participants


class SqlPeople:
    """See `engine.ports.People`."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now
        self._ids = Ids(database)

    def _insert(self, table: sa.Table) -> Any:
        return (sqlite if self._database.is_sqlite else postgresql).insert(table)

    async def meet(self, telegram_id: int, name: str, language: str) -> int:
        """See `engine.ports.People.meet`."""
        await self._ids.reserve()
        insert = self._insert(participants).values(
            id=self._ids.new(), telegram_id=telegram_id, name=name, language=language, created_at=self._now()
        )
        chosen = participants.c.language_chosen
        statement = insert.on_conflict_do_update(
            index_elements=["telegram_id"],
            set_={
                "name": insert.excluded.name,
                "reachable": sa.true(),
                "language": sa.case((chosen, participants.c.language), else_=insert.excluded.language),
            },
        ).returning(participants.c.id)
        return await self._database.transact(
            lambda connection: int(connection.execute(statement).scalar_one())
        )

    async def choose_language(self, person_id: int, language: str) -> None:
        """See `engine.ports.People.choose_language`."""
        await self._write(
            sa.update(participants)
            .where(participants.c.id == person_id)
            .values(language=language, language_chosen=True)
        )

    async def set_reachable(self, telegram_id: int, reachable: bool) -> int | None:
        """See `engine.ports.People.set_reachable`."""
        statement = (
            sa.update(participants)
            .where(participants.c.telegram_id == telegram_id)
            .values(reachable=reachable)
            .returning(participants.c.id)
        )

        def mark(connection: sa.Connection) -> int | None:
            return connection.execute(statement).scalar_one_or_none()

        return await self._database.transact(mark)

    async def draft(self, person_id: int) -> Draft | None:
        """See `engine.ports.People.draft`."""
        statement = sa.select(drafts.c.kind, drafts.c.data).where(drafts.c.person_id == person_id)
        with translating():
            async with self._database.read.connect() as connection:
                row = (await connection.execute(statement)).one_or_none()
        return None if row is None else Draft(row.kind, row.data)

    async def keep_draft(self, person_id: int, draft: Draft | None) -> None:
        """See `engine.ports.People.keep_draft`."""
        if draft is None:
            await self._write(sa.delete(drafts).where(drafts.c.person_id == person_id))
            return
        insert = self._insert(drafts).values(
            person_id=person_id, kind=draft.kind, data=draft.data, at=self._now()
        )
        values = {name: insert.excluded[name] for name in ("kind", "data", "at")}
        await self._write(insert.on_conflict_do_update(index_elements=["person_id"], set_=values))

    async def guest(self, name: str) -> int:
        """See `engine.ports.People.guest`."""
        await self._ids.reserve()
        new_id = self._ids.new()
        row = {"id": new_id, "telegram_id": None, "name": name, "created_at": self._now()}
        insert = self._insert(participants).values(row)
        insert = insert.on_conflict_do_nothing(index_elements=["name"], index_where=GUEST)
        known = sa.select(participants.c.id).where(GUEST, participants.c.name == name)

        def meet(connection: sa.Connection) -> int:
            connection.execute(insert)
            return int(connection.execute(known).scalar_one())

        return await self._database.transact(meet)

    async def admin_draft(self, telegram_id: int) -> Draft | None:
        """See `engine.ports.People.admin_draft`."""
        asked = admin_drafts.c
        statement = sa.select(asked.kind, asked.data).where(asked.telegram_id == telegram_id)
        with translating():
            async with self._database.read.connect() as connection:
                row = (await connection.execute(statement)).one_or_none()
        return None if row is None else Draft(row.kind, row.data)

    async def keep_admin_draft(self, telegram_id: int, draft: Draft | None) -> None:
        """See `engine.ports.People.keep_admin_draft`."""
        if draft is None:
            await self._write(sa.delete(admin_drafts).where(admin_drafts.c.telegram_id == telegram_id))
            return
        insert = self._insert(admin_drafts).values(
            telegram_id=telegram_id, kind=draft.kind, data=draft.data, at=self._now()
        )
        values = {name: insert.excluded[name] for name in ("kind", "data", "at")}
        await self._write(insert.on_conflict_do_update(index_elements=["telegram_id"], set_=values))

    async def change_draft(self, person_id: int, known: Draft, draft: Draft) -> bool:
        """See `engine.ports.People.change_draft`."""
        same = (
            drafts.c.person_id == person_id,
            drafts.c.kind == known.kind,
            drafts.c.data == sa.literal(known.data, drafts.c.data.type),
        )
        values = {"kind": draft.kind, "data": draft.data, "at": self._now()}
        return await self._database.execute(sa.update(drafts).where(*same).values(values)) > 0

    async def _write(self, statement: Any) -> None:
        await self._database.execute(statement)
