"""How far the results of a month are sent: the group's message that says that it is booked is rewritten as they leave.

All of it is read from the letters, so that it goes on wherever another process stopped. A letter that rewrites says
what is true when it leaves; the numbers in it are those for which it was asked.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from engine.notices import RESULTS
from storage.database import Database
from storage.ids import Ids
from storage.tables import letters, periods
from storage.views.placed import telling

KIND = "alert-batch-telling"
OPEN = ("queued", "sending")
FINAL = (
    sa.select(periods.c.id, letters.c.subject, letters.c.version, letters.c.data)
    .join(letters, letters.c.subject == sa.literal("telling:") + sa.cast(periods.c.id, sa.Text))
    .where(periods.c.status == "final", letters.c.kind == "period-finalized", letters.c.status == "sent")
)
LAST = (
    sa.select(letters.c.status, letters.c.data)
    .where(letters.c.subject == sa.bindparam("about"), letters.c.kind == KIND)
    .order_by(letters.c.created_at.desc(), letters.c.id.desc())
    .limit(1)
)


@dataclass(frozen=True, slots=True)
class _Told:
    """What the group shall read."""

    subject: str
    version: int
    data: Mapping[str, Any]


class SqlTelling:
    """See the module."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database, self._now = database, now
        self._ids = Ids(database)

    async def tell(self) -> int:
        """A letter for each month of which more is sent than the group was told; how many. The last one says that this
        was all."""
        told = await self._database.look(_to_tell)
        if told:
            await self._ids.reserve(len(told))
            await self._database.transact(lambda connection: self._write(connection, told))
        return len(told)

    def _write(self, connection: sa.Connection, told: list[_Told]) -> None:
        """Another replica may have said so in the same moment."""
        insert = (sqlite if self._database.is_sqlite else postgresql).insert(letters)
        rows = [
            {
                "id": self._ids.new(),
                "kind": KIND,
                "subject": each.subject,
                "version": each.version,
                "priority": RESULTS,
                "letter_class": "P",
                "data": dict(each.data),
                "created_at": self._now(),
            }
            for each in told
        ]
        connection.execute(insert.on_conflict_do_nothing(), rows)


def _to_tell(connection: sa.Connection) -> list[_Told]:
    found = (_news(connection, row) for row in connection.execute(FINAL).all())
    return [told for told in found if told is not None]


def _news(connection: sa.Connection, row: Any) -> _Told | None:
    """None where one is on its way, nothing has changed, or the last one has said that this was all."""
    last = connection.execute(LAST, {"about": row.subject}).one_or_none()
    if last is not None and (last.status in OPEN or not last.data["waiting"]):
        return None
    now = telling(connection, row.id)
    figures = {"sent": now.sent, "waiting": now.waiting, "failed": now.failed}
    if last is not None and figures.items() <= last.data.items():
        return None
    return _Told(row.subject, row.version, {**row.data, **figures})
