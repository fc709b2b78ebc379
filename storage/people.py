"""Participants as persons, and the questions that wait for their typed answers. `engine.ports.People` on a database."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from engine.ports import AdminQuestion, Draft
from storage import admin_questions
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

    async def admin_question(self, telegram_id: int, message_id: int) -> tuple[AdminQuestion, Draft] | None:
        """See `engine.ports.People.admin_question`."""
        found = admin_questions.find(await self._asked(telegram_id), message_id)
        return found and (AdminQuestion(telegram_id, found[0]), found[1])

    async def admin_drafts(self, telegram_id: int) -> Sequence[Draft]:
        """See `engine.ports.People.admin_drafts`."""
        return admin_questions.drafts(await self._asked(telegram_id))

    async def keep_admin_draft(self, telegram_id: int, draft: Draft, *, waits: bool = True) -> AdminQuestion:
        """See `engine.ports.People.keep_admin_draft`."""

        def keep(connection: sa.Connection) -> AdminQuestion:
            kept, number = admin_questions.with_question(
                self._locked(connection, telegram_id), draft, self._now(), waits=waits
            )
            self._rewrite(connection, telegram_id, kept)
            return AdminQuestion(telegram_id, number)

        return await self._database.transact(keep)

    async def place_question(
        self, question: AdminQuestion, message_id: int, topic: int | None = None
    ) -> None:
        """See `engine.ports.People.place_question`."""

        def place(connection: sa.Connection) -> None:
            kept = self._locked(connection, question.of)
            placed = admin_questions.placed(kept, question.number, message_id, topic)
            self._rewrite(connection, question.of, placed)

        await self._database.transact(place)

    async def missed_question(self, telegram_id: int, topic: int | None) -> tuple[AdminQuestion, int] | None:
        """See `engine.ports.People.missed_question`."""
        if admin_questions.missed(await self._asked(telegram_id), topic, self._now()) is None:
            return None  # whatever people write in the group comes here

        def point(connection: sa.Connection) -> tuple[AdminQuestion, int] | None:
            kept = self._locked(connection, telegram_id)
            found = admin_questions.missed(kept, topic, self._now())
            if found is None:
                return None
            self._rewrite(connection, telegram_id, admin_questions.pointed(kept, found[0]))
            return AdminQuestion(telegram_id, found[0]), found[1]

        return await self._database.transact(point)

    async def close_question(self, question: AdminQuestion) -> None:
        """See `engine.ports.People.close_question`."""

        def close(connection: sa.Connection) -> None:
            kept = self._locked(connection, question.of)
            self._rewrite(connection, question.of, admin_questions.closed(kept, question.number))

        await self._database.transact(close)

    async def _asked(self, telegram_id: int) -> admin_questions.Kept:
        with translating():
            async with self._database.read.connect() as connection:
                row = (await connection.execute(_asked_of(telegram_id))).one_or_none()
        return admin_questions.read(row.kind, row.data) if row is not None else {"asked": []}

    def _locked(self, connection: sa.Connection, telegram_id: int) -> admin_questions.Kept:
        """Nobody else changes them meanwhile. The row is there first: what is not there cannot be locked."""
        empty = {"kind": admin_questions.KIND, "data": {"asked": []}, "at": self._now()}
        insert = self._insert(admin_drafts).values(telegram_id=telegram_id, **empty)
        connection.execute(insert.on_conflict_do_nothing())
        row = connection.execute(_asked_of(telegram_id).with_for_update()).one()
        return admin_questions.read(row.kind, row.data)

    def _rewrite(self, connection: sa.Connection, telegram_id: int, kept: admin_questions.Kept) -> None:
        values = {"kind": admin_questions.KIND, "data": kept, "at": self._now()}
        own = admin_drafts.c.telegram_id == telegram_id
        connection.execute(sa.update(admin_drafts).where(own).values(values))

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


def _asked_of(telegram_id: int) -> sa.Select[Any]:
    return sa.select(admin_drafts.c.kind, admin_drafts.c.data).where(
        admin_drafts.c.telegram_id == telegram_id
    )
