"""`import FILE`: read, check, write all or nothing, and say what was done or every mistake with its line."""

import asyncio
import contextlib
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from bot import import_words as words
from bot.catalogue_file import load
from bot.settings import Settings, WrongSetting
from bot.usable import missing_file
from engine.catalogue import Catalogue, CatalogueErrors
from storage.catalogue import ImportRefused, ImportReport, import_catalogue, known
from storage.database import Database, open_database
from storage.migrate import migrate


async def import_file(settings: Settings, path: Path, *, dry_run: bool) -> dict[str, Any]:
    """A report: `lines` for people, `problems` (empty when all is well), counts. Raises WrongSetting for a file that
    is not there."""
    try:
        data = await asyncio.to_thread(path.read_bytes)
    except OSError as error:
        raise WrongSetting(f"{path}: {error.strerror}; name a catalogue file to read") from None
    with _database(settings.database_url, dry_run=dry_run) as url:
        await migrate(url)
        database = open_database(url)
        try:
            return await _import(settings, database, path, data, dry_run=dry_run)
        finally:
            await database.close()


@contextlib.contextmanager
def _database(url: str, *, dry_run: bool) -> Iterator[str]:
    """The database itself; for a dry run without one an empty one that is gone afterwards."""
    if not (dry_run and missing_file(url)):
        yield url
        return
    with tempfile.TemporaryDirectory() as folder:
        yield f"sqlite+aiosqlite:///{folder}/empty.db"


async def _import(
    settings: Settings, database: Database, path: Path, data: bytes, *, dry_run: bool
) -> dict[str, Any]:
    now = datetime.now(UTC)
    kept = await known(database)
    try:
        catalogue = load(data, path.name, now, replace(kept, default_timezone=settings.timezone or None))
    except CatalogueErrors as errors:
        problems = [
            {"line": p.line, "path": p.path, "found": p.found, "wanted": p.wanted} for p in errors.problems
        ]
        return _wrong(path, [str(problem) for problem in errors.problems], problems)
    try:
        report = await import_catalogue(database, catalogue, now, dry_run=dry_run)
    except ImportRefused as refused:
        return _refused(path, catalogue, refused)
    plan = catalogue.account
    zone = ZoneInfo(plan.timezone if plan else kept.timezone or "UTC")
    languages = plan.languages if plan else kept.languages
    return _done(path, report, words.warnings(catalogue, report, languages, zone, now), zone)


def _done(path: Path, report: ImportReport, warned: list[words.Warned], zone: ZoneInfo) -> dict[str, Any]:
    changes = [
        {"subject": c.subject, "code": c.code, "made": c.made, "fields": sorted(c.fields)}
        for c in report.changes
    ]
    lines = [
        *(words.changed(change, zone) for change in report.changes),
        *words.slots(report),
        *map(str, warned),
    ]
    return {
        "lines": [*lines, f"{path.name}: {words.summary(report)}"],
        "problems": [],
        "warnings": [{"line": w.line, "text": w.text} for w in warned],
        "dry_run": report.dry_run,
        "made": report.made,
        "changed": report.changed,
        "unchanged": report.unchanged,
        "changes": changes,
        "slots": {
            code: {"opened": refit.opened, "closed": refit.closed, "stay": len(refit.stay)}
            for code, refit in report.slots.items()
        },
    }


def _refused(path: Path, catalogue: Catalogue, refused: ImportRefused) -> dict[str, Any]:
    """By the line that names the row."""
    lines = {"service": catalogue.service_lines, "event": catalogue.event_lines, "": {}}
    found = [(lines[conflict.subject].get(conflict.code), conflict) for conflict in refused.problems]
    found.sort(key=lambda pair: pair[0] or 0)
    problems = [{"line": line, "path": c.code, "found": "", "wanted": c.text} for line, c in found]
    return _wrong(path, [f"{words.at(line)}{conflict}" for line, conflict in found], problems)


def _wrong(path: Path, said: list[str], problems: list[dict[str, Any]]) -> dict[str, Any]:
    count = f"{len(said)} mistake{'s' if len(said) != 1 else ''}"
    return {"lines": [*said, f"{path.name}: {count}, nothing was written"], "problems": problems}
