"""The desk where files are handed in. See `handlers.files.Imports`."""

import asyncio
import hashlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any

import sqlalchemy as sa
from aiogram import Bot

from bot.imports import judging, templates
from bot.imports.fetching import fetch
from engine.catalogue import CatalogueErrors
from engine.ports import Facts
from engine.refusals import AlreadyDone, ButtonStale, FileGone
from handlers.files import Attached, Ended, Listed, Mistakes, Preview, Template, Uploader
from storage.catalogue import Importer, ImportRefused, PeopleReport, known
from storage.catalogue.listing import events_to_come, people_in_line, services_listed
from storage.database import Database
from storage.pending_imports import Differs, SqlPendingImports, end

REASON_MOST = 300


class ImportDesk:
    """One file at a time: reading one takes a while, and memory. `committed` hears of what was done to lines."""

    def __init__(
        self, bot: Bot, database: Database, now: Callable[[], datetime], committed: Callable[[Facts], None]
    ) -> None:
        self._bot, self._database, self._now, self._committed = bot, database, now, committed
        self._pending = SqlPendingImports(database)
        self._one = asyncio.Lock()

    async def receive(self, file: Attached, by: Uploader) -> Preview | Mistakes:
        """See `Imports.receive`."""
        async with self._one:
            data = await fetch(self._bot, file)
            told = await self._judge(data, file.name, by)
        if isinstance(told, Mistakes) or not told.preview.changes:
            return told if isinstance(told, Mistakes) else told.preview
        digest = hashlib.sha256(data).hexdigest()
        who = (by.id, by.name)
        row = await self._pending.keep(file.file_id, file.name, digest, told.outcome, who, self._now())
        return replace(told.preview, pending_id=row)

    async def confirm(self, pending_id: int, by: Uploader) -> Preview | Mistakes | Ended:
        """See `Imports.confirm`."""
        row = await self._found(pending_id)
        if row.status != "waiting":
            return _ended(row)
        async with self._one:
            data = await fetch(self._bot, Attached(row.file_id, row.file_name, None))
            if hashlib.sha256(data).hexdigest() != row.sha256:
                raise FileGone
            try:
                return await self._write(data, row, by)
            except Differs:
                told = await self._judge(data, row.file_name, by)
            except AlreadyDone:
                return _ended(await self._found(pending_id))
        if isinstance(told, Mistakes):
            return told
        await self._pending.show(pending_id, told.outcome)
        return replace(told.preview, pending_id=pending_id, afresh=True)

    async def discard(self, pending_id: int, by: Uploader) -> Ended | None:
        """See `Imports.discard`."""
        await self._found(pending_id)
        if await self._pending.discard(pending_id, by.name, self._now()):
            return None
        return _ended(await self._found(pending_id))

    async def services(self) -> Sequence[Listed]:
        """See `Imports.services`."""
        rows = await self._database.look(partial(services_listed, now=self._now()))
        return [Listed(row.id, row.code, row.names, row.events) for row in rows]

    async def template(self, name: Template) -> bytes:
        """See `Imports.template`."""
        if name == "participants.csv":
            return templates.participants(await self._database.look(people_in_line))
        rows = await self._database.look(partial(events_to_come, now=self._now()))
        table = templates.events(rows)
        if name == "events.csv":
            return templates.csv_file(table)
        return await asyncio.to_thread(templates.xlsx_file, table)

    async def _found(self, pending_id: int) -> Any:
        row = await self._pending.find(pending_id)
        if row is None:
            raise ButtonStale
        return row

    async def _judge(self, data: bytes, name: str, by: Uploader) -> judging.Told | Mistakes:
        """A dry run."""
        return await self._run(data, name, by, None)

    async def _write(self, data: bytes, row: Any, by: Uploader) -> Preview | Mistakes:
        def besides(connection: sa.Connection, outcome: str) -> None:
            end(connection, row.id, outcome, by.name, self._now())

        told = await self._run(data, row.file_name, by, besides)
        if isinstance(told, Mistakes):
            return told
        self._committed(told.report.facts if isinstance(told.report, PeopleReport) else [])
        return replace(told.preview, pending_id=row.id, done=True)

    async def _run(
        self, data: bytes, name: str, by: Uploader, besides: judging.Besides | None
    ) -> judging.Told | Mistakes:
        plan: judging.Plan | None = None
        who = Importer(by.id, by.name, name[:REASON_MOST])
        try:
            kept = await known(self._database)
            plan = await asyncio.to_thread(judging.load, data, name, self._now(), kept)
            return await judging.run(self._database, plan, kept, name, self._now, who, besides)
        except (CatalogueErrors, ImportRefused) as error:
            return judging.mistakes(name, error, plan)


def _ended(row: Any) -> Ended:
    return Ended(row.file_name, row.status == "imported", row.ended_by, row.ended_at)
