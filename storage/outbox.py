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
from sqlalchemy.exc import IntegrityError

from engine.ports import Panel
from storage import alerts, claims
from storage.database import Database
from storage.ids import Ids
from storage.selects import id_list
from storage.tables import letters
from storage.wakeups import AM_ALONE

LEASE = timedelta(seconds=120)  # longer than all calls that one letter can take
ANY = range(1_000)  # priorities


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

    async def claim(
        self, limit: int, urgency: range = ANY, *, skip_chats: Sequence[int] = ()
    ) -> list[Letter]:
        """Up to `limit` letters of these priorities that may leave now, the most urgent first; theirs is the lease.

        `skip_chats`: private chats that the limits make wait; 0 stands for the admins.
        """
        return await self._database.transact(
            lambda connection: self._claim(connection, limit, urgency, list(skip_chats)), single=True
        )

    def _claim(self, connection: sa.Connection, limit: int, urgency: range, skip: list[int]) -> list[Letter]:
        now, dialect = self._now(), connection.dialect.name
        which = {"first": urgency.start, "end": urgency.stop, "most": limit, "skip": id_list(skip, dialect)}
        values = {"now": now, "lease": now + LEASE, **which}
        taken = [_letter(row) for row in connection.execute(claims.claim(dialect), values)]
        return sorted(taken, key=lambda letter: (letter.priority, letter.id))

    async def recover(self) -> None:
        """At the start of the only process: letters that were on their way when it died leave again at once. While
        other replicas are alive, letters may be theirs, and the lease decides."""
        await self._database.transact(_recover)

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
        await self._end(letter, counts=counts, status="queued", not_before=moment, error=why)

    async def _end(self, letter: Letter, *, counts: bool = True, **values: Any) -> None:
        await self._database.transact(
            lambda connection: _end(connection, letter, values, counts=counts),
            single=values["status"] != "queued",  # which may have to give way first
        )

    async def messages(self, subject: str, person_id: int | None) -> list[Panel]:
        """Messages that letters about this subject have become for this reader, oldest first."""
        return await self._messages(claims.MESSAGES, subject, person_id)

    async def offer_messages(self, offer_id: int, person_id: int) -> list[Panel]:
        """The messages with an offer's buttons: the offer itself and its reminder."""
        return await self._messages(claims.OFFER_MESSAGES, f"offer:{offer_id}", person_id)

    async def _messages(self, statement: sa.Select[Any], subject: str, person_id: int | None) -> list[Panel]:
        values = {"about": subject, "reader": person_id or 0}
        found = await self._database.look(
            lambda connection: connection.execute(statement, values).all(), snapshot=False
        )
        return list(dict.fromkeys(Panel(*row) for row in found))

    async def alert(
        self,
        kind: str,
        cause: str,
        data: dict[str, int | str],
        *,
        readers: Sequence[int | None] = (None,),
        again: bool = True,
    ) -> None:
        """Tell the admins of something that needs a person: one letter a cause; repeats count up. A cause that was not
        heard of for some hours is news `again`. `readers`: participants who are told privately, None for the group."""
        await self._ids.reserve(4 + 2 * len(readers))

        def told(connection: sa.Connection) -> None:
            alerts.tell(connection, self._ids.new, self._now(), kind, cause, data, readers, again=again)

        try:
            await self._database.transact(told)
        except IntegrityError:  # another replica told it in the same moment: this is a repeat
            await self._database.transact(told)

    async def release_group(self) -> None:
        """Letters to the admins that waited for their group to be there leave now."""
        waiting = sa.update(letters).where(letters.c.status == "queued", letters.c.person_id.is_(None))
        await self._database.execute(waiting.values(not_before=None))

    async def causes(self, kind: str) -> list[str]:
        """Of this kind's alerts that are not resolved."""
        return await self._database.look(lambda connection: alerts.causes(connection, kind), snapshot=False)

    async def resolve(self, kind: str, cause: str) -> None:
        """The cause is gone: the next time it is news again, and whoever has not heard of it yet need not."""
        await self._database.transact(lambda connection: alerts.resolve(connection, self._now(), kind, cause))


def _recover(connection: sa.Connection) -> None:
    """A panel's letter that was on its way gives way to a newer one that waits."""
    if connection.dialect.name == "postgresql" and not connection.exec_driver_sql(AM_ALONE).scalar_one():
        return
    newer = letters.alias("newer")
    replaced = sa.exists().where(
        newer.c.subject == letters.c.subject, newer.c.letter_class == "P", newer.c.status == "queued"
    )
    sending = sa.update(letters).where(letters.c.status == "sending")
    gone = sending.where(letters.c.letter_class == "P", replaced)
    connection.execute(gone.values(status="dropped", lease_until=None, error="a newer one says it"))
    connection.execute(sending.values(status="queued", lease_until=None))


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


def _end(connection: sa.Connection, letter: Letter, values: dict[str, Any], *, counts: bool) -> None:
    """Mark a letter that is on its way; a panel's letter that goes back gives way to a newer one.

    Whoever slept over its lease may say that it has sent the letter, and nothing else: somebody else carries it now.
    """
    if values["status"] == "queued" and letter.letter_class == "P":
        newer = sa.exists().where(
            letters.c.subject == letter.subject, letters.c.letter_class == "P", letters.c.status == "queued"
        )
        if connection.execute(sa.select(newer)).scalar_one():
            values, counts = {"status": "dropped", "error": "a newer one says it"}, True
    fence = {} if values["status"] == "sent" else {"b_attempts": letter.attempts}
    statement = claims.end(frozenset(values), fenced=bool(fence), counts=counts)
    connection.execute(statement, {"b_id": letter.id, **fence, **values})
