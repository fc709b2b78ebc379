"""Named presets of modes and rules. A change of a preset is a new version; every change has its fact."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from engine.ports import Actor
from engine.refusals import PresetInUse, PresetUnknown
from engine.settings import Mode, Rules
from storage.by_account import by_whom
from storage.database import Database
from storage.ids import Ids
from storage.tables import accounts, facts, presets
from storage.views.automation import used_by


class SqlPresets:
    """See `engine.ports.Presets`."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database, self._now, self._ids = database, now, Ids(database)

    async def save(self, by: Actor, reason: str, name: str, mode: Mode, rules: Rules) -> int:
        """See `engine.ports.Presets.save`."""
        preset_id, fact_id = await self._two_ids()

        def save(connection: sa.Connection) -> int:
            account_id = connection.execute(ACCOUNT).scalar_one()
            same = (presets.c.account_id == account_id, presets.c.name == name)
            newest = sa.select(presets).where(*same).order_by(presets.c.version.desc()).limit(1)
            latest = connection.execute(newest).one_or_none()
            if latest is not None and (latest.mode, latest.offer) == (mode.value, dict(rules)):
                return int(latest.id)
            version = latest.version + 1 if latest is not None else 1
            made = {"id": preset_id, "name": name, "version": version, "mode": mode.value}
            made["offer"] = dict(rules)
            who = {"account_id": account_id, "made_by": by.name, "made_at": self._now()}
            connection.execute(presets.insert().values(**made, **who))
            self._note(connection, by, reason, fact_id, "PresetSaved", made)
            return preset_id

        return await self._database.transact(save)

    async def delete(self, by: Actor, reason: str, preset_id: int) -> None:
        """See `engine.ports.Presets.delete`."""
        fact_id, _ = await self._two_ids()

        def delete(connection: sa.Connection) -> None:
            connection.execute(ACCOUNT)
            chosen = sa.select(presets.c.name, used_by(self._now()).label("used"))
            row = connection.execute(chosen.where(presets.c.id == preset_id)).one_or_none()
            if row is None:
                raise PresetUnknown
            if row.used:
                raise PresetInUse(count=row.used)
            connection.execute(sa.delete(presets).where(presets.c.id == preset_id))
            self._note(connection, by, reason, fact_id, "PresetDeleted", {"id": preset_id, "name": row.name})

        await self._database.transact(delete)

    async def _two_ids(self) -> tuple[int, int]:
        await self._ids.reserve(8)
        return self._ids.new(), self._ids.new()

    def _note(
        self, connection: sa.Connection, by: Actor, reason: str, fact_id: int, kind: str, data: dict[str, Any]
    ) -> None:
        connection.execute(
            facts.insert().values(
                id=fact_id,
                event_id=None,
                subject="preset",
                subject_id=data["id"],
                version=1 if kind == "PresetSaved" else 2,
                kind=kind,
                data=data,
                **by_whom(by, reason, self._now()),
            )
        )


ACCOUNT = sa.select(accounts.c.id).order_by(accounts.c.id).limit(1).with_for_update()
"""Presets are changed one at a time."""
