"""Anchors: once a day the admins' group is told the newest hash of the chain. Whoever could write the whole chain anew
cannot do so in everybody's chat."""

from collections.abc import Callable
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from storage.database import Database
from storage.ids import Ids
from storage.rows import Values
from storage.seals import LAST
from storage.tables import accounts, anchors, letters, seals

HOUR = 8
"""Not before this hour of the account's day, as a letter rings."""
PRIORITY = 3
ZONE = sa.select(accounts.c.timezone).order_by(accounts.c.id).limit(1)
TOLD = sa.select(anchors).order_by(anchors.c.day.desc()).limit(1)
EARLIEST = sa.select(seals.c.sealed_at).order_by(seals.c.id).limit(1)
SEALED: sa.Select[Any] = sa.select(sa.func.coalesce(sa.func.sum(seals.c.count), 0))


class SqlAnchors:
    """Tells the newest hash, once a day, when there is a new one."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database, self._now = database, now
        self._ids = Ids(database)

    async def tell(self) -> bool:
        """Write the day's letter to the admins, if it is due; whether it was."""
        due = await self._database.look(self._due)
        if due is None:
            return False
        await self._ids.reserve()
        letter = {
            "id": self._ids.new(),
            "kind": "alert-history",
            "subject": f"seal:{due['anchor']['seal_id']}",
            "priority": PRIORITY,
            "data": due["data"],
            "created_at": due["anchor"]["at"],
        }

        def write(connection: sa.Connection) -> None:
            connection.execute(anchors.insert().values(due["anchor"]))
            connection.execute(letters.insert().values(letter))

        try:
            await self._database.transact(write)
        except IntegrityError:  # another replica was faster
            return False
        return True

    def _due(self, connection: sa.Connection) -> dict[str, Values] | None:
        """The anchor, and what the letter says; None before the hour, on the first day, or without news."""
        zone = connection.execute(ZONE).scalar_one_or_none()
        last = connection.execute(LAST).one_or_none()
        if zone is None or last is None:
            return None
        now, told = self._now(), connection.execute(TOLD).one_or_none()
        today = now.astimezone(ZoneInfo(zone))
        since = connection.execute(EARLIEST).scalar_one().astimezone(ZoneInfo(zone))
        known = told.day if told else f"{since:%Y-%m-%d}"
        if today.hour < HOUR or f"{today:%Y-%m-%d}" <= known or (told and told.seal_id == last.id):
            return None
        anchor = {"day": f"{today:%Y-%m-%d}", "seal_id": last.id, "hash": last.hash, "at": now}
        sealed = int(connection.execute(SEALED).scalar_one())
        data = {"seal": last.id, "hash": last.hash, "count": sealed, "until": last.sealed_at.isoformat()}
        return {"anchor": anchor, "data": data}
