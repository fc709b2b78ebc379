"""`export`: a month out of the database, as in the admins' group."""

import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.localization import FALLBACK, load_texts
from engine.planning import Document
from engine.rules.exporting import STATES, difference, limited, nameless
from engine.views import ExportChoices
from handlers.admin import export_files
from handlers.admin.export_files import Format
from storage.database import Database
from storage.group_language import SqlGroupLanguages
from storage.views import SqlViews

FORMATS: dict[str, Format] = {".csv": "csv", ".xlsx": "xlsx", ".json": "json"}


class ExportWrong(Exception):
    """There is no such export; the sentence says what there is."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command was given; "" and 0 are whatever there is."""

    period: str
    service: str
    location: str
    status: str
    run: int
    against: int
    nameless: bool
    format: Format | None
    out: Path


async def made(database: Database, now: datetime, asked: Asked) -> tuple[dict[str, Any], bytes]:
    """A report with `lines` for people, and the content of the file. Raises ExportWrong."""
    views = SqlViews(database, lambda: now)
    export = await _export(views, asked)
    form = asked.format or FORMATS.get(asked.out.suffix.lower(), "csv")
    texts = load_texts()[await SqlGroupLanguages(database, lambda: now).language() or FALLBACK]
    return _report(asked, export, form), export_files.content(texts, export, form)


async def _export(views: SqlViews, asked: Asked) -> Document:
    periods = {period.month: period for period in await views.months()}
    if not re.fullmatch(r"\d{4}-\d{2}", asked.period) or asked.period not in periods:
        raise ExportWrong(f"--period {asked.period}: {_known('months', list(periods))}")
    period_id = periods[asked.period].id
    choices = await views.export_choices(period_id)
    if choices is None:
        raise ExportWrong(f"--period {asked.period}: it is gone")
    _check(asked, choices)
    whole = await _version(views, period_id, asked.run)
    if asked.against:
        return difference(await _version(views, period_id, asked.against), whole)
    found = limited(whole, asked.service, asked.location, asked.status)
    return nameless(found) if asked.nameless else found


def _check(asked: Asked, choices: ExportChoices) -> None:
    """Raises ExportWrong for whatever is not there."""
    given = {
        "service": (asked.service, [code for _, code, _ in choices.services]),
        "location": (asked.location, choices.locations),
        "status": (asked.status, STATES),
        "run": (asked.run, [version.number for version in choices.versions]),
        "against": (asked.against, choices.done),
    }
    for name, (value, known) in given.items():
        if value and value not in known:
            raise ExportWrong(f"--{name} {value}: {_known('choices', known)}")
    if asked.against and (asked.run or max(choices.done)) not in choices.done:
        raise ExportWrong(f"--run {asked.run}: {_known('finished versions', choices.done)}")
    if asked.against and (asked.service or asked.location or asked.status or asked.nameless):
        raise ExportWrong(
            "--against: the difference is told whole, without any other choice but --run and --format"
        )


def _known(what: str, known: Any) -> str:
    return f"the {what} here are {', '.join(map(str, known))}" if known else f"there are no {what} here"


async def _version(views: SqlViews, period_id: int, number: int) -> Document:
    found = await views.export(period_id, number)
    if found is None:
        raise ExportWrong(f"--run {number}: it is gone")
    return found


def _report(asked: Asked, export: Document, form: Format) -> dict[str, Any]:
    if asked.against:
        about = {"before": export["before"]["number"], "after": export["after"]["number"]}
        about |= {"changes": len(export["changes"])}
    else:
        about = {"version": export["run"], "filter": export["filter"]}
        about |= {"placements": len(export["placements"]), "unplaced": len(export["unplaced"])}
    told = ", ".join(f"{key} {value}" for key, value in about.items() if value not in ({}, None))
    return {
        "lines": [f"{asked.out}: {asked.period}, {told}"],
        "problems": [],
        "file": str(asked.out),
        "format": form,
        "month": asked.period,
        **about,
    }
