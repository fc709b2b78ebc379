"""`import FILE`: read, check, write all or nothing, and say what was done or every mistake with its line."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot.catalogue_file import load
from bot.settings import Settings, WrongSetting
from engine.catalogue import CatalogueErrors
from storage.catalogue import ImportRefused, ImportReport, import_catalogue, known
from storage.database import open_database
from storage.migrate import migrate


async def import_file(settings: Settings, path: Path, *, dry_run: bool) -> dict[str, Any]:
    """A report: `lines` for people, `problems` (empty when all is well), counts. Raises WrongSetting for a file that
    is not there."""
    try:
        data = await asyncio.to_thread(path.read_bytes)
    except OSError as error:
        raise WrongSetting(f"{path}: {error.strerror}; name a catalogue file to read") from None
    await migrate(settings.database_url)
    database = open_database(settings.database_url)
    now = datetime.now(UTC)
    try:
        kept = await known(database)
        catalogue = load(data, path.name, now, replace(kept, default_timezone=settings.timezone or None))
        return _done(path, await import_catalogue(database, catalogue, now, dry_run=dry_run))
    except CatalogueErrors as errors:
        problems = [
            {"line": p.line, "path": p.path, "found": p.found, "wanted": p.wanted} for p in errors.problems
        ]
        return _wrong(path, [str(problem) for problem in errors.problems], problems)
    except ImportRefused as refused:
        problems = [{"line": None, "path": "", "found": "", "wanted": text} for text in refused.problems]
        return _wrong(path, list(refused.problems), problems)
    finally:
        await database.close()


def _done(path: Path, report: ImportReport) -> dict[str, Any]:
    verb = "would be" if report.dry_run else "were"
    counts = f"{report.made} {verb} made, {report.changed} changed, {report.unchanged} unchanged"
    changes = [
        {"subject": c.subject, "code": c.code, "made": c.made, "fields": sorted(c.fields)}
        for c in report.changes
    ]
    lines = [f"{'+' if c['made'] else '~'} {c['subject']} {c['code']}" for c in changes]
    return {
        "lines": [*lines, f"{path.name}: {counts}"],
        "problems": [],
        "dry_run": report.dry_run,
        "made": report.made,
        "changed": report.changed,
        "unchanged": report.unchanged,
        "changes": changes,
    }


def _wrong(path: Path, said: list[str], problems: list[dict[str, Any]]) -> dict[str, Any]:
    count = f"{len(said)} mistake{'s' if len(said) != 1 else ''}"
    return {"lines": [*said, f"{path.name}: {count}, nothing was written"], "problems": problems}
