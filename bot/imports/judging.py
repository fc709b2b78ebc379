"""What a file says and would do: read and checked beside everything else, tried on the database, told in values."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeVar
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from bot import import_words as words
from bot.catalogue_file import read
from engine.catalogue import Catalogue, CatalogueErrors, Fields, Known, Node, PersonPlan, check, people
from engine.ports import Refit
from handlers.files import Change, Mistake, Mistakes, Preview, Warned
from storage.catalogue import (
    Conflict,
    Importer,
    ImportRefused,
    ImportReport,
    PeopleReport,
    PersonChange,
    import_catalogue,
    import_people,
)
from storage.database import Database

ROWS_MOST = 20_000

Plan = Catalogue | tuple[PersonPlan, ...]
Report = ImportReport | PeopleReport
ToldT = TypeVar("ToldT", Preview, Mistakes)
Besides = Callable[[sa.Connection, str], None]
"""Done in the same transaction, with the digest of what the import does."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a file does, with its digest."""

    preview: Preview
    outcome: str
    report: Report


def load(data: bytes, name: str, now: datetime, known: Known) -> Plan:
    """What the file says. Raises CatalogueErrors. It takes its time: not for the thread in which everything waits."""
    document = read(data, name, ROWS_MOST)
    return people(document, known) if _of_people(document) else check(document, now, known)


def _of_people(document: Node) -> bool:
    return isinstance(document, Fields) and any(field.key == "participants" for field in document.fields)


async def run(
    database: Database,
    plan: Plan,
    known: Known,
    name: str,
    now: Callable[[], datetime],
    by: Importer,
    besides: Besides | None = None,
) -> Told:
    """Write it, or without `besides` only try. Raises CatalogueErrors, ImportRefused, and what `besides` does."""
    dry_run = besides is None

    def last(connection: sa.Connection, report: Report) -> None:
        if besides is not None:
            besides(connection, _told(plan, report, known, name, now()).outcome)

    if isinstance(plan, Catalogue):
        done = await import_catalogue(database, plan, now(), dry_run=dry_run, by=by, besides=last)
        return _told(plan, done, known, name, now())
    made = await import_people(database, plan, now, dry_run=dry_run, by=by, besides=last)
    return _told(plan, made, known, name, now())


def _told(plan: Plan, report: Report, known: Known, name: str, now: datetime) -> Told:
    if isinstance(report, PeopleReport) or not isinstance(plan, Catalogue):
        assert isinstance(report, PeopleReport)
        preview = _of_rows(report, name)
    else:
        preview = _of_catalogue(plan, report, known, name, now)
    return Told(preview, _digest(preview), report)


def _of_rows(report: PeopleReport, name: str) -> Preview:
    changes = [_person(change) for change in report.changes]
    counts = (report.made, report.changed, report.unchanged)
    return Preview(0, name, *counts, changes, offered=report.offered, booked=report.booked)


def _person(change: PersonChange) -> Change:
    values = {"name": change.name}
    if change.what in ("language", "priority"):
        values |= {"before": change.before, "after": change.after}
    if change.what == "priority":
        values["place"] = change.place
    return Change(key=change.what, values=values)


def _of_catalogue(
    catalogue: Catalogue, report: ImportReport, known: Known, name: str, now: datetime
) -> Preview:
    plan = catalogue.account
    zone = ZoneInfo(plan.timezone if plan else known.timezone or "UTC")
    values = words.described(catalogue, zone)
    changes = []
    for change in report.changes:
        said = values.get((change.subject, change.code), "") if change.made else ""
        changes.append(Change(text=words.changed(change, zone) + (f": {said}" if said else "")))
    changes += [_slots(code, refit) for code, refit in report.slots.items()]
    languages = plan.languages if plan else known.languages
    warned = words.warnings(catalogue, report, languages, zone, now)
    warnings = [Warned(each.line, each.key, each.values) for each in warned]
    return Preview(0, name, report.made, report.changed, report.unchanged, changes, warnings)


def _slots(code: str, refit: Refit) -> Change:
    values = {"code": code, "opened": refit.opened, "closed": refit.closed, "count": len(refit.stay)}
    return Change(key="slots", values=values)


def _digest(preview: Preview) -> str:
    """Of all that is changed, but no ids, which are others with every try; and no warnings, which change with time."""
    said = repr(replace(preview, pending_id=0, warnings=()))
    return hashlib.sha256(said.encode()).hexdigest()


def without_lines(told: ToldT) -> ToldT:
    """The same about a document whose lines nobody has seen."""
    if isinstance(told, Mistakes):
        return replace(told, found=[replace(mistake, line=None) for mistake in told.found])
    return replace(told, warnings=[replace(warned, line=None) for warned in told.warnings])


def mistakes(name: str, error: CatalogueErrors | ImportRefused, plan: Plan | None) -> Mistakes:
    """What is wrong, by line."""
    if isinstance(error, CatalogueErrors):
        found = [Mistake(p.line, p.path, p.found, p.key, p.values) for p in error.problems]
    else:
        found = [_conflict(conflict, plan) for conflict in error.problems]
    return Mistakes(name, sorted(found, key=lambda mistake: mistake.line or 0))


def _conflict(conflict: Conflict, plan: Plan | None) -> Mistake:
    line = None
    if isinstance(plan, Catalogue):
        lines = {"service": plan.service_lines, "event": plan.event_lines}.get(conflict.subject, {})
        line = lines.get(conflict.code)
    return Mistake(line, conflict.code, "", conflict.key, conflict.values, conflict=True)
