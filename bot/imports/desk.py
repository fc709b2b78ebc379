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

from bot.imports import exporting, judging, templates
from bot.imports.fetching import fetch
from engine.catalogue import CatalogueErrors, Known
from engine.ports import Facts
from engine.refusals import AlreadyDone, ButtonStale, FileGone
from handlers.files import Attached, Ended, Listed, Mistakes, Preview, Template, Uploader
from handlers.sheets import as_csv, as_xlsx
from storage.catalogue import Importer, ImportRefused, known
from storage.catalogue.listing import account_kept, events_kept, people_kept, services_kept, services_listed
from storage.database import Database
from storage.pending_imports import Differs, SqlPendingImports, end

REASON_MOST = 300
COMPOSED = "composed:"
"""Stands, with the document behind it, where a file has its id; Telegram's ids have no colon."""


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
            data = await self._content(file)
            told = await self._judge(data, file, by)
        if isinstance(told, Mistakes) or not told.preview.changes:
            return told if isinstance(told, Mistakes) else told.preview
        digest = hashlib.sha256(data).hexdigest()
        who = (by.id, by.name)
        row = await self._pending.keep(file.file_id, file.name, digest, told.outcome, who, self._now())
        return replace(told.preview, pending_id=row)

    async def compose(self, document: str, name: str, by: Uploader) -> Preview | Mistakes:
        """See `Imports.compose`."""
        return await self.receive(Attached(f"{COMPOSED}{document}", name, None), by)

    async def known(self) -> Known:
        """See `Imports.known`."""
        return await known(self._database)

    async def confirm(self, pending_id: int, by: Uploader) -> Preview | Mistakes | Ended:
        """See `Imports.confirm`."""
        row = await self._found(pending_id)
        if row.status != "waiting":
            return _ended(row)
        async with self._one:
            file = Attached(row.file_id, row.file_name, None)
            data = await self._content(file)
            if hashlib.sha256(data).hexdigest() != row.sha256:
                raise FileGone
            try:
                return await self._write(data, file, row, by)
            except Differs:
                told = await self._judge(data, file, by)
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
        return [Listed(row.code, row.names, row.events) for row in rows]

    async def template(self, name: Template) -> bytes:
        """See `Imports.template`."""
        if name == "catalogue.yaml":
            return await asyncio.to_thread(exporting.catalogue, *await self._database.look(_kept))
        if name == "participants.csv":
            people = await self._database.look(people_kept)
            return await asyncio.to_thread(lambda: as_csv(templates.participants(people)))
        rows = await self._database.look(events_kept)
        write = as_csv if name == "events.csv" else as_xlsx
        return await asyncio.to_thread(lambda: write(templates.events(rows)))

    async def _found(self, pending_id: int) -> Any:
        row = await self._pending.find(pending_id)
        if row is None:
            raise ButtonStale
        return row

    async def _content(self, file: Attached) -> bytes:
        """Raises what `fetch` raises."""
        if _composed(file):
            return file.file_id.removeprefix(COMPOSED).encode()
        return await fetch(self._bot, file)

    async def _judge(self, data: bytes, file: Attached, by: Uploader) -> judging.Told | Mistakes:
        """A dry run."""
        return await self._run(data, file, by, None)

    async def _write(self, data: bytes, file: Attached, row: Any, by: Uploader) -> Preview | Mistakes:
        def besides(connection: sa.Connection, outcome: str) -> None:
            end(connection, row.id, outcome, by.name, self._now())

        told = await self._run(data, file, by, besides)
        if isinstance(told, Mistakes):
            return told
        self._committed(told.report.facts)
        return replace(told.preview, pending_id=row.id, done=True)

    async def _run(
        self, data: bytes, file: Attached, by: Uploader, besides: judging.Besides | None
    ) -> judging.Told | Mistakes:
        plan: judging.Plan | None = None
        name, read_as = file.name, "composed.json" if _composed(file) else file.name
        who = Importer(by.id, by.name, name[:REASON_MOST])
        try:
            kept = await known(self._database)
            plan = await asyncio.to_thread(judging.load, data, read_as, self._now(), kept)
            told = await judging.run(self._database, plan, kept, name, self._now, who, besides)
        except (CatalogueErrors, ImportRefused) as error:
            wrong = judging.mistakes(name, error, plan)
            return judging.without_lines(wrong) if _composed(file) else wrong
        return replace(told, preview=judging.without_lines(told.preview)) if _composed(file) else told


def _composed(file: Attached) -> bool:
    return file.file_id.startswith(COMPOSED)


def _kept(connection: sa.Connection) -> tuple[Any, Sequence[Any], Sequence[Any]]:
    """The whole catalogue."""
    return account_kept(connection), services_kept(connection), events_kept(connection)


def _ended(row: Any) -> Ended:
    return Ended(row.file_name, row.status == "imported", row.ended_by, row.ended_at)
