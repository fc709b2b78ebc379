"""What an import says on a terminal: what differs, what is strange, where it stands in the file. English, like all
that the command line says."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from engine.catalogue import Catalogue
from storage.catalogue import Change, ImportReport

# Columns that a file calls otherwise, and those that no file names.
CALLED: Mapping[str, str] = {
    "cancel_before_seconds": "cancel_before",
    "descriptions": "description",
    "ends_at": "ends",
    "grace_seconds": "grace",
    "names": "name",
    "series_id": "series",
    "starts_at": "starts",
}
UNTOLD = frozenset({"released", "round"})
LENGTHS = ("cancel_before_seconds", "grace_seconds", "validity", "last_call", "cutoff", "auto_confirm")
UNSEEN = ("hours", "offer", "questions", "series_id")  # that they changed says enough
SHOWN = 40  # characters of a value
UNITS = ((86_400, "d"), (3_600, "h"), (60, "m"), (1, "s"))


@dataclass(frozen=True, slots=True)
class Warned:
    """Something that may be meant so, and is strange. `line` is that of the code in the file; `key` and `values` are
    what it says, for translation."""

    line: int | None
    text: str
    key: str
    values: Mapping[str, str]

    def __str__(self) -> str:
        """One line for a terminal."""
        return f"{at(self.line)}warning: {self.text}"


def at(line: int | None) -> str:
    """As the other problems of a file begin."""
    return f"line {line}: " if line else ""


def described(catalogue: Catalogue, zone: ZoneInfo) -> dict[tuple[str, str], str]:
    """The values of rows that a file may make, by subject and code, in the words of a file."""
    found = {("service", plan.code): f"{plan.kind}, {plan.mode.value}" for plan in catalogue.services}
    for series in catalogue.series:
        found["series", series.code] = series.rrule
    for plan in catalogue.events:
        parts = (
            f"{_shown('', plan.starts_at, zone)}–{plan.ends_at.astimezone(zone):%H:%M}",
            f"capacity {plan.capacity}",
            _shown("", plan.location, zone) if plan.location else "",
            f"mode {plan.mode.value}" if plan.mode else "",
        )
        found["event", plan.code] = ", ".join(part for part in parts if part)
    return found


def changed(change: Change, zone: ZoneInfo) -> str:
    """A row that is made, or what differs of it."""
    if change.made:
        return f"+ {change.subject} {change.code}"
    return f"~ {change.subject} {change.code}: {', '.join(_differences(change, zone))}"


def _differences(change: Change, zone: ZoneInfo) -> Iterator[str]:
    for name, (before, after) in change.fields.items():
        called = CALLED.get(name, name)
        if name in UNTOLD:
            continue
        if isinstance(before, dict) and isinstance(after, dict):
            yield from _inner(called, before, after, zone)
        elif name in UNSEEN:
            yield f"{called} changed"
        else:
            yield f"{called} {_shown(name, before, zone)} → {_shown(name, after, zone)}"


def _inner(name: str, before: Mapping[str, Any], after: Mapping[str, Any], zone: ZoneInfo) -> Iterator[str]:
    for key in sorted({*before, *after}):
        was, now = before.get(key), after.get(key)
        if was != now:
            yield f"{name}.{key} {_shown(key, was, zone)} → {_shown(key, now, zone)}"


def _shown(name: str, value: Any, zone: ZoneInfo) -> str:
    match value:
        case None | "":
            return "–"
        case datetime():
            return f"{value.astimezone(zone):%Y-%m-%d %H:%M}"
        case bool():
            return str(value).lower()
        case int() if name in LENGTHS:
            return _length(timedelta(seconds=value))
        case list():
            return "+".join(map(str, value))
        case str() if len(value) > SHOWN:
            return f"{value[:SHOWN]}…"
        case _:
            return str(value)


def _length(time: timedelta) -> str:
    """As a file writes it: 2h, 90m, 1d."""
    seconds = round(time.total_seconds())
    return next((f"{seconds // size}{unit}" for size, unit in UNITS if seconds and not seconds % size), "0m")


def warnings(
    catalogue: Catalogue, report: ImportReport, languages: tuple[str, ...], zone: ZoneInfo, now: datetime
) -> list[Warned]:
    """Events that are made, or moved, into the past; texts of services that lack a language of the account."""
    found = [*_past(catalogue, report, zone, now), *_untranslated(catalogue, languages)]
    return sorted(found, key=lambda warned: warned.line or 0)


def _past(catalogue: Catalogue, report: ImportReport, zone: ZoneInfo, now: datetime) -> Iterator[Warned]:
    new = {c.code for c in report.changes if c.subject == "event" and (c.made or "starts_at" in c.fields)}
    for plan in catalogue.events:
        if plan.code in new and plan.starts_at <= now:
            starts = _shown("starts_at", plan.starts_at, zone)
            text = f"{plan.code}: it starts in the past ({starts}), so nobody can book it"
            values = {"code": plan.code, "when": starts}
            yield Warned(catalogue.event_lines.get(plan.code), text, "past", values)


def _untranslated(catalogue: Catalogue, languages: tuple[str, ...]) -> Iterator[Warned]:
    for plan in catalogue.services:
        for name, texts in (("name", plan.names), ("description", plan.descriptions)):
            lacking = [language for language in languages if language not in texts]
            if texts and lacking:
                text = f"{plan.code}: no {name} in {', '.join(lacking)}; readers see another language"
                values = {"code": plan.code, "languages": ", ".join(lacking)}
                yield Warned(catalogue.service_lines.get(plan.code), text, name, values)


def slots(report: ImportReport) -> list[str]:
    """What becomes of the slots of individual services, a line each."""
    return [
        f"= slots {code}: {refit.opened} open, {refit.closed} close, {len(refit.stay)} taken outside the hours stay"
        for code, refit in report.slots.items()
    ]


def summary(report: ImportReport) -> str:
    """How much was, or would be, done."""
    if not report.changes:
        return f"nothing to change, {report.unchanged} unchanged"
    made, changed = ("would make", "change") if report.dry_run else ("made", "changed")
    return f"{made} {report.made}, {changed} {report.changed}, {report.unchanged} unchanged"
