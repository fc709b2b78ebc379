"""Files that wait in the admin group for a tap, over a restart. A file is imported or discarded once, by whoever is
first."""

from datetime import datetime
from typing import Any, Literal

import sqlalchemy as sa

from engine.refusals import AlreadyDone
from storage.database import Database
from storage.ids import Ids
from storage.tables import pending_imports as pending

End = Literal["imported", "discarded"]


class Differs(Exception):
    """The database has changed: the file would not do any more what was shown."""


class SqlPendingImports:
    """The files, by the ids in their buttons."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._ids = Ids(database)

    async def keep(
        self, file_id: str, name: str, sha256: str, outcome: str, by: tuple[int, str], now: datetime
    ) -> int:
        """Its id. `outcome`: the digest of what was shown; `by`: who brought it."""
        await self._ids.reserve()
        row_id = self._ids.new()
        values = {
            "id": row_id,
            "file_id": file_id,
            "file_name": name,
            "sha256": sha256,
            "outcome": outcome,
            "by_id": by[0],
            "by_name": by[1],
            "created_at": now,
        }
        await self._database.execute(pending.insert().values(values))
        return row_id

    async def find(self, row_id: int) -> Any | None:
        """The row; None when there is none."""
        chosen = sa.select(pending).where(pending.c.id == row_id)
        return await self._database.look(
            lambda connection: connection.execute(chosen).one_or_none(), snapshot=False
        )

    async def show(self, row_id: int, outcome: str) -> None:
        """Something else was shown."""
        await self._database.execute(sa.update(pending).where(_waits(row_id)).values(outcome=outcome))

    async def discard(self, row_id: int, by_name: str, now: datetime) -> bool:
        """Whether it still waited."""
        return await self._database.execute(_ended(row_id, "discarded", by_name, now)) > 0


def end(connection: sa.Connection, row_id: int, outcome: str, by_name: str, now: datetime) -> None:
    """It is imported, in this transaction. Raises AlreadyDone when somebody was faster, Differs when something else was
    shown than what is done."""
    same = connection.execute(_ended(row_id, "imported", by_name, now).where(pending.c.outcome == outcome))
    if same.rowcount:
        return
    status = connection.execute(sa.select(pending.c.status).where(pending.c.id == row_id)).scalar_one()
    raise Differs if status == "waiting" else AlreadyDone


def _waits(row_id: int) -> sa.ColumnElement[bool]:
    return sa.and_(pending.c.id == row_id, pending.c.status == "waiting")


def _ended(row_id: int, how: End, by_name: str, now: datetime) -> sa.Update:
    values = {"status": how, "ended_by": by_name, "ended_at": now}
    return sa.update(pending).where(_waits(row_id)).values(values)
