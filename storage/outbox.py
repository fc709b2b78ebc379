"""The outbox: letters claimed with a lease, sent with no transaction open, marked.

A letter is claimed only when no earlier letter to the same reader about the same subject is still on its way, so that
each subject is told in order. A lease that ran out (the process died while sending) makes the letter claimable again:
at least once.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from engine.ports import Panel
from storage.database import Database
from storage.ids import Ids
from storage.tables import alerts, letters, participants

LEASE = timedelta(seconds=30)


@dataclass(frozen=True, slots=True)
class Letter:
    """A claimed letter. `telegram_id` is the reader's private chat, None for the admins. `attempts` counts this one."""

    id: int
    kind: str
    person_id: int | None
    telegram_id: int | None
    subject: str
    priority: int
    letter_class: str
    data: dict[str, Any]
    panel: Panel | None
    attempts: int
    created_at: datetime


class SqlOutbox:
    """Letters as the postman sees them."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now
        self._ids = Ids(database)

    async def claim(self, limit: int, *, skip_chats: Sequence[int] = ()) -> list[Letter]:
        """Up to `limit` letters that may leave now, the most urgent first; theirs is the lease.

        `skip_chats`: private chats that the limits make wait; 0 stands for the admins.
        """
        return await self._database.transact(
            lambda connection: self._claim(connection, limit, list(skip_chats))
        )

    def _claim(self, connection: sa.Connection, limit: int, skip: list[int]) -> list[Letter]:
        now = self._now()
        chosen = _claimable(now, skip).limit(limit)
        if connection.dialect.name == "postgresql":
            chosen = chosen.with_for_update(skip_locked=True, of=letters)
        ids = list(connection.execute(chosen).scalars())
        if not ids:
            return []
        connection.execute(
            sa.update(letters)
            .where(letters.c.id.in_(ids))
            .values(status="sending", lease_until=now + LEASE, attempts=letters.c.attempts + 1)
        )
        rows = connection.execute(
            sa.select(letters, participants.c.telegram_id)
            .outerjoin(participants, participants.c.id == letters.c.person_id)
            .where(letters.c.id.in_(ids))
            .order_by(letters.c.priority, letters.c.id)
        )
        return [_letter(row) for row in rows]

    async def recover(self) -> None:
        """At the start of the only process: letters that were on their way when it died leave again. With replicas
        their lease decides."""
        if not self._database.is_sqlite:
            return
        statement = sa.update(letters).where(letters.c.status == "sending")
        await self._database.execute(statement.values(status="queued", lease_until=None))

    async def sent(self, letter: Letter, chat_id: int, message_id: int) -> None:
        """It has arrived, as this message."""
        await self._end(
            letter, status="sent", chat_id=chat_id, message_id=message_id, sent_at=self._now(), error=""
        )

    async def dropped(self, letter: Letter, why: str) -> None:
        """There is nothing to say any more, or nobody to say it to."""
        await self._end(letter, status="dropped", error=why)

    async def failed(self, letter: Letter, why: str) -> None:
        """Given up: a dead letter."""
        await self._end(letter, status="failed", error=why)

    async def later(self, letter: Letter, moment: datetime, why: str, *, counts: bool = True) -> None:
        """Try again at `moment`; a try that was refused for speed does not count."""
        attempts = letters.c.attempts if counts else letters.c.attempts - 1
        await self._end(letter, status="queued", not_before=moment, error=why, attempts=attempts)

    async def _end(self, letter: Letter, **values: Any) -> None:
        await self._database.transact(lambda connection: _end(connection, letter, values))

    async def messages(self, subject: str, person_id: int | None) -> list[Panel]:
        """Messages that letters about this subject have become for this reader, oldest first."""
        reader = letters.c.person_id.is_(None) if person_id is None else letters.c.person_id == person_id
        statement = (
            sa.select(letters.c.chat_id, letters.c.message_id)
            .where(letters.c.subject == subject, reader, letters.c.status == "sent")
            .order_by(letters.c.id)
        )
        async with self._database.read.connect() as connection:
            rows = (await connection.execute(statement)).all()
        return list(dict.fromkeys(Panel(*row) for row in rows))

    async def offer_messages(self, offer_id: int, person_id: int) -> list[Panel]:
        """The messages with an offer's buttons: the offer itself and its reminder."""
        statement = (
            sa.select(letters.c.chat_id, letters.c.message_id)
            .where(
                letters.c.subject == f"offer:{offer_id}",
                letters.c.person_id == person_id,
                letters.c.status == "sent",
                letters.c.kind.in_(("offer-made", "offer-reminder")),
            )
            .order_by(letters.c.id)
        )
        async with self._database.read.connect() as connection:
            rows = (await connection.execute(statement)).all()
        return [Panel(*row) for row in rows]

    async def alert(self, kind: str, cause: str, data: dict[str, int | str]) -> None:
        """Tell the admins of something that needs a person: one letter a cause; repeats count up."""
        await self._ids.reserve(2)
        await self._database.transact(lambda connection: self._alert(connection, kind, cause, data))

    async def resolve(self, kind: str, cause: str) -> None:
        """The cause is gone: the next time it is news again."""
        statement = sa.update(alerts).where(
            alerts.c.kind == kind, alerts.c.cause == cause, alerts.c.status != "resolved"
        )
        await self._database.execute(statement.values(status="resolved", resolved_at=self._now()))

    def _alert(self, connection: sa.Connection, kind: str, cause: str, data: dict[str, int | str]) -> None:
        now = self._now()
        counted = connection.execute(
            sa.update(alerts)
            .where(alerts.c.kind == kind, alerts.c.cause == cause, alerts.c.status != "resolved")
            .values(count=alerts.c.count + 1, last_at=now)
        )
        if counted.rowcount:
            return
        alert_id = self._ids.new()
        connection.execute(
            alerts.insert().values(id=alert_id, kind=kind, cause=cause, data=data, opened_at=now, last_at=now)
        )
        connection.execute(
            letters.insert().values(
                id=self._ids.new(),
                kind=f"alert-{kind}",
                subject=f"alert:{alert_id}",
                priority=1,
                data=data,
                created_at=now,
            )
        )

    async def next_moment(self, now: datetime) -> datetime | None:
        """When the next letter that waits for its time may leave."""
        due = sa.func.min(sa.func.coalesce(letters.c.lease_until, letters.c.not_before))
        statement = sa.select(due).where(letters.c.status.in_(("queued", "sending")))
        async with self._database.read.connect() as connection:
            moment: datetime | None = (await connection.execute(statement)).scalar_one()
        return moment


def _claimable(now: datetime, skip: list[int]) -> sa.Select[tuple[int]]:
    earlier = letters.alias("earlier")
    same_reader = sa.func.coalesce(earlier.c.person_id, 0) == sa.func.coalesce(letters.c.person_id, 0)
    in_the_way = sa.exists().where(
        earlier.c.subject == letters.c.subject,
        same_reader,
        sa.or_(
            earlier.c.version < letters.c.version,
            sa.and_(earlier.c.version == letters.c.version, earlier.c.id < letters.c.id),
        ),
        earlier.c.status.in_(("queued", "sending")),
    )
    ready = sa.or_(
        sa.and_(
            letters.c.status == "queued",
            sa.or_(letters.c.not_before.is_(None), letters.c.not_before <= now),
        ),
        sa.and_(letters.c.status == "sending", letters.c.lease_until <= now),
    )
    statement = sa.select(letters.c.id).where(ready, ~in_the_way)
    if skip:
        reader = sa.select(participants.c.telegram_id).where(participants.c.id == letters.c.person_id)
        statement = statement.where(sa.func.coalesce(reader.scalar_subquery(), 0).not_in(skip))
    return statement.order_by(letters.c.priority, letters.c.id)


def _letter(row: Any) -> Letter:
    return Letter(
        id=row.id,
        kind=row.kind,
        person_id=row.person_id,
        telegram_id=row.telegram_id,
        subject=row.subject,
        priority=row.priority,
        letter_class=row.letter_class,
        data=row.data,
        panel=Panel(row.panel_chat, row.panel_message) if row.panel_message else None,
        attempts=row.attempts,
        created_at=row.created_at,
    )


def _end(connection: sa.Connection, letter: Letter, values: dict[str, Any]) -> None:
    """Mark a letter that is on its way; a panel's letter that goes back gives way to a newer one."""
    if values["status"] == "queued" and letter.letter_class == "P":
        newer = sa.exists().where(
            letters.c.subject == letter.subject, letters.c.letter_class == "P", letters.c.status == "queued"
        )
        if connection.execute(sa.select(newer)).scalar_one():
            values = {"status": "dropped", "error": "a newer one says it"}
    connection.execute(
        sa.update(letters)
        .where(letters.c.id == letter.id, letters.c.status == "sending")
        .values(lease_until=None, **values)
    )
