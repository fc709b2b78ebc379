"""An export as a workbook for people: a page for each view, in the words of one language."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from engine.planning import Document
from engine.rules.measures import said_choices
from handlers.admin.export_data import Known, day, moment, number, since
from handlers.door import Texts
from handlers.sheets import Cell, Sheet

Row = Mapping[str, Any]
Line = Iterator[Cell]

REASONS = {
    "placed": "label-export-placed",
    "kept": "label-export-kept",
    "pinned": "label-export-pinned",
    "full": "label-export-full",
    "party": "label-export-party",
    "collides": "label-export-collides",
    "per_day": "label-export-per-day",
    "per_week": "label-export-per-week",
    "minimum": "label-export-minimum",
    "together": "label-export-together",
    "count": "label-export-together",
    "impossible": "label-export-impossible",
    "excluded": "label-export-excluded",
    "booked": "label-export-by-self",
}
STATE_WORDS = {
    "proposed": "label-export-proposed",
    "pending": "label-list-pending",
    "confirmed": "label-list-confirmed",
    "attended": "label-list-attended",
    "no_show": "label-list-no-show",
    "cancelled": "label-export-cancelled",
    "waiting": "label-list-waiting",
    "offered": "label-list-offered",
    "paused": "label-list-paused",
    "booked": "label-export-booked",
    "left": "label-export-left",
    "closed": "label-export-closed",
    "open": "label-list-open",
    "unplaced": "label-export-unplaced",
    "asked": "label-export-asked",
    "stated": "label-export-stated",
    "withdrawn": "label-export-withdrawn",
    "running": "label-export-running",
    "done": "label-export-done",
    "stopped": "label-export-stopped",
    "failed": "label-export-failed",
    "final": "label-export-final",
    "collecting": "label-export-collecting",
    "planned": "label-export-planned",
}
STATE_LABELS = {**STATE_WORDS, "placed": "label-export-state-placed"}
"""What a file can be limited to."""
SOURCES = {
    "self": "label-export-by-self",
    "offer": "label-export-by-offer",
    "promotion": "label-export-by-promotion",
    "admin": "label-export-by-admin",
    "move": "label-export-by-move",
    "request": "label-export-by-request",
    "month": "label-export-placed",
    "repair": "label-export-by-repair",
}
EVENT_WORDS = {**STATE_WORDS, "cancelled": "label-export-off", "closed": "label-export-shut"}
"""Of dates and months, where the same words say something else."""
KINDS = {"pin": "label-export-pin", "move": "label-export-move", "exclude": "label-export-exclude"}
STRATEGIES = {"fast_fill": "label-export-fast-fill", "balanced": "label-export-balanced"}
ORDERINGS = {"most": "label-export-most", "fair": "label-export-fair"}
CHANGES = {
    "moved": "label-export-moved",
    "came_in": "label-export-came-in",
    "fell_out": "label-export-fell-out",
}
AT_MOST = {"day": "label-export-at-most-day", "week": "label-export-at-most-week"}

PLACEMENTS = (
    "column-export-person-id", "column-list-name", "column-event", "column-code", "column-export-date",
    "column-begins", "column-export-ends", "column-export-location", "column-list-seats", "column-export-wish",
    "column-reason", "column-list-status", "column-export-event-id", "column-export-booking-id",
    "column-export-since",
)  # fmt: skip
NOW = (
    "column-event", "column-code", "column-export-date", "column-begins", "column-export-location",
    "column-list-name", "column-list-seats", "column-list-status", "column-export-came-by",
    "column-export-person-id", "column-export-booking-id",
)  # fmt: skip
UNPLACED = (
    "column-export-person-id", "column-list-name", "column-export-wanted", "column-export-got", "column-reason",
    "column-export-missed", "column-export-ahead", "column-export-one-more", "column-export-waits",
    "column-begins", "column-list-status", "column-export-credit-before", "column-export-credit",
    "column-export-entry-id",
)  # fmt: skip
EVENTS = (
    "column-export-event-id", "column-code", "column-event", "column-export-date", "column-begins",
    "column-export-ends", "column-export-location", "column-list-status", "column-export-capacity",
    "column-export-free", "column-export-taken", "column-export-minimum", "column-export-held",
)  # fmt: skip
ADJUSTMENTS = (
    "column-number", "column-export-person-id", "column-list-name", "column-kind", "column-event", "column-begins",
    "column-export-instead", "column-reason", "column-who", "column-time", "column-list-status",
)  # fmt: skip
VERSIONS = (
    "column-export-version", "column-list-status", "column-export-strategy", "column-export-order",
    "column-export-base", "column-export-started-by", "column-export-started", "column-export-finished",
    "column-export-people", "column-export-short", "column-export-seats-filled", "column-export-first",
    "column-export-evenness", "column-export-input", "column-export-error",
)  # fmt: skip
WISHES = (
    "column-export-person-id", "column-list-name", "column-list-status", "column-export-wanted",
    "column-list-seats", "column-list-party", "column-export-limit", "column-export-choices", "column-list-since",
)  # fmt: skip
ABOUT = ("column-export-what", "column-export-value")
CHANGED = (
    "column-export-person-id", "column-list-name", "column-export-change", "column-export-from", "column-export-to",
    "column-reason",
)  # fmt: skip


def pages(texts: Texts, export: Document) -> list[Sheet]:
    """What was drawn, who has a place by now, who got less, dates, adjustments, versions, wishes, and the file."""
    known = Known.of(export)
    run = _run(export)
    made = {
        "label-export-sheet-placements": (
            PLACEMENTS,
            _drawn(texts, known, export),
        ),
        "label-export-sheet-now": (NOW, (_now(texts, known, r) for r in export["bookings"])),
        "label-export-sheet-unplaced": (UNPLACED, _short(texts, known, export)),
        "label-export-sheet-events": (EVENTS, _events(texts, known, export, run)),
        "label-export-sheet-adjustments": (
            ADJUSTMENTS,
            (_adjusted(texts, known, r) for r in export["adjustments"]),
        ),
        "label-export-sheet-versions": (VERSIONS, (_version(texts, r) for r in export["runs"])),
        "label-export-sheet-wishes": (WISHES, (_wish(texts, known, r) for r in export["wishes"])),
        "label-export-sheet-about": (ABOUT, _about(texts, export, run)),
    }
    return [_sheet(texts, key, head, rows) for key, (head, rows) in made.items()]


def _run(export: Document) -> Row:
    return next((row for row in export["runs"] if row["number"] == export["run"]), {})


def _sheet(texts: Texts, key: str, head: Sequence[str], rows: Iterator[Line]) -> Sheet:
    return Sheet(texts.plain(key), [texts.plain(column) for column in head], [list(row) for row in rows])


def word(texts: Texts, words: Mapping[str, str], code: str | None) -> str:
    """A code in this language; one of a later version is named as it is."""
    key = words.get(code or "")
    return texts.plain(key) if key else code or ""


def _drawn(texts: Texts, known: Known, export: Document) -> Iterator[Line]:
    """Who lost what was drawn has beside it where they are instead."""
    instead: dict[str, list[str]] = {}
    for row in since(export):
        instead.setdefault(row["person"], []).append(_dated(texts, known, row["session"]) or "")
    for row in export["placements"]:
        gone = row["state"] == "cancelled"
        yield _placed(texts, known, row, "; ".join(instead.get(row["person"], ())) if gone else "")


def _now(texts: Texts, known: Known, row: Row) -> Line:
    """A line of the class list."""
    event = known.events.get(row["session"], {})
    yield known.event(texts, row["session"])
    yield event.get("code")
    yield day(event.get("starts_at"))
    yield moment(event.get("starts_at"))
    yield event.get("location")
    yield known.person(row["person"])
    yield row["seats"]
    yield word(texts, STATE_WORDS, row["state"])
    yield word(texts, SOURCES, row["source"])
    yield number(row["person"])
    yield number(row["booking"])


def _placed(texts: Texts, known: Known, row: Row, instead: str) -> Line:
    event = known.events.get(row["session"], {})
    yield number(row["person"])
    yield known.person(row["person"])
    yield known.event(texts, row["session"])
    yield event.get("code")
    yield day(event.get("starts_at"))
    yield moment(event.get("starts_at"))
    yield moment(event.get("ends_at"))
    yield event.get("location")
    yield row["seats"]
    yield row["rank"] or None
    yield word(texts, REASONS, row["reason"])
    yield word(texts, STATE_WORDS, row["state"])
    yield number(row["session"])
    yield number(row["booking"])
    yield instead or None


def _short(texts: Texts, known: Known, export: Document) -> Iterator[Line]:
    given = {row["person"]: row for row in export["results"]}
    return (_lacking(texts, known, row, given.get(row["person"], {})) for row in export["unplaced"])


def _lacking(texts: Texts, known: Known, row: Row, result: Row) -> Line:
    detail, waits = row["detail"], known.events.get(result.get("event") or "", {})
    yield number(row["person"])
    yield known.person(row["person"])
    yield row["wanted"]
    yield row["got"]
    yield word(texts, REASONS, row["reason"])
    yield _dated(texts, known, detail.get("session"))
    yield detail.get("ahead")
    yield texts.plain("label-export-yes") if detail.get("one_more_seat") else None
    yield known.event(texts, result.get("event"))
    yield moment(waits.get("starts_at"))
    yield word(texts, STATE_WORDS, result.get("state") or "unplaced")
    yield result.get("credit_before")
    yield result.get("credit")
    yield number(result.get("entry"))


def _dated(texts: Texts, known: Known, event_id: str | None) -> str | None:
    """An event in one cell."""
    row = known.events.get(event_id or "")
    return f"{known.event(texts, event_id)}, {moment(row['starts_at']):%Y-%m-%d %H:%M}" if row else None


def _events(texts: Texts, known: Known, export: Document, run: Row) -> Iterator[Line]:
    """With the seats that were free for the version, and those that it gives."""
    free = {each["id"]: each["capacity"] for each in run.get("input", {}).get("sessions", ())}
    shut = set((run.get("output") or {}).get("not_held", ()))
    taken: dict[str, int] = {}
    for row in export["placements"]:
        taken[row["session"]] = taken.get(row["session"], 0) + row["seats"]
    for row in export["events"]:
        held = row["id"] not in shut and row["status"] != "cancelled"
        yield _event(texts, known, row, (free.get(row["id"]), taken.get(row["id"], 0)), held=held)


def _event(texts: Texts, known: Known, row: Row, seats: tuple[int | None, int], *, held: bool) -> Line:
    yield number(row["id"])
    yield row["code"]
    yield known.event(texts, row["id"])
    yield day(row["starts_at"])
    yield moment(row["starts_at"])
    yield moment(row["ends_at"])
    yield row["location"]
    yield word(texts, EVENT_WORDS, row["status"])
    yield row["capacity"]
    yield from seats
    yield row["minimum"] or None
    yield texts.plain("label-export-yes" if held else "label-export-no")


def _adjusted(texts: Texts, known: Known, row: Row) -> Line:
    event = known.events.get(row["session"] or "", {})
    yield number(row["id"])
    yield number(row["person"])
    yield known.person(row["person"])
    yield word(texts, KINDS, row["kind"])
    yield known.event(texts, row["session"])
    yield moment(event.get("starts_at"))
    yield _dated(texts, known, row["from"])
    yield texts.reason(row["reason"])
    yield row["by"]
    yield moment(row["at"])
    yield texts.plain("label-export-counts" if row["active"] else "label-export-over")


def _version(texts: Texts, row: Row) -> Line:
    metrics = row["metrics"] or {}
    yield row["number"]
    yield word(texts, STATE_WORDS, "final" if row["final"] else row["status"])
    yield word(texts, STRATEGIES, row["strategy"])
    yield word(texts, ORDERINGS, row["ordering"])
    yield row["base"]
    yield row["started_by"]
    yield moment(row["started_at"])
    yield moment(row["finished_at"])
    yield metrics.get("people_placed")
    yield row["short"]
    yield metrics.get("seats_filled")
    yield said_choices(metrics).shares()[0].percent
    yield _hundredths(metrics.get("evenness"))
    yield row["input_hash"]
    yield row["error"]


def _hundredths(share: float | None) -> int | None:
    """A share as a whole number of a hundred; 100 only where it is all."""
    return None if share is None else min(round(100 * share), 100 if share >= 1 else 99)


def _wish(texts: Texts, known: Known, row: Row) -> Line:
    limits = [*(texts.weekday(each) for each in row["weekdays"]), word(texts, AT_MOST, row["at_most"])]
    wanted = [_dated(texts, known, one) for group in row["choices"] for one in group]
    yield number(row["person"])
    yield known.person(row["person"])
    yield word(texts, STATE_WORDS, row["status"])
    yield row["count"]
    yield row["seats"]
    yield ", ".join(row["names"])
    yield ", ".join(filter(None, limits))
    yield "; ".join(filter(None, wanted))
    yield moment(row["stated_at"])


def _about(texts: Texts, export: Document, run: Row) -> Iterator[Line]:
    period, output = export["period"], run.get("output") or {}
    told: dict[str, Cell] = {
        "label-export-month": texts.month(period["month"]),
        "label-export-zone": period["timezone"],
        "column-list-status": word(texts, EVENT_WORDS, period["status"]),
        "column-export-version": export["run"],
        "column-export-strategy": word(texts, STRATEGIES, run.get("strategy")),
        "column-export-order": word(texts, ORDERINGS, run.get("ordering")),
        "column-export-input": run.get("input_hash"),
        "label-export-seal": period["seed_hash"],
        "label-export-seed": period["seed"] or texts.plain("label-export-no-seed"),
        "label-export-engine": output.get("engine_version"),
        "label-export-limited": ", ".join(_limits(texts, export)) or texts.plain("label-export-whole"),
        "label-export-placements": len(export["placements"]),
        "label-export-unplaced-people": len(export["unplaced"]),
        "label-export-at": moment(export["exported_at"]),
    }
    return (iter((texts.plain(key), value)) for key, value in told.items())


def _limits(texts: Texts, export: Document) -> Iterator[str]:
    """What the file was limited to, in words."""
    limits: Mapping[str, str] = export["filter"]
    names = {row["code"]: texts.name(row["names"]) for row in export["services"]}
    for what, value in limits.items():
        if what == "service":
            yield names.get(value, value)
        else:
            yield word(texts, STATE_LABELS, value) if what == "status" else value


def changed(texts: Texts, difference: Document) -> list[Sheet]:
    """Two versions side by side, and what they are."""
    known = Known.of(difference)
    rows = (_changed(texts, known, row) for row in difference["changes"])
    versions = (_version(texts, difference[side]) for side in ("before", "after"))
    return [
        _sheet(texts, "label-export-sheet-changes", CHANGED, rows),
        _sheet(texts, "label-export-sheet-versions", VERSIONS, versions),
    ]


def _changed(texts: Texts, known: Known, row: Row) -> Line:
    yield number(row["person"])
    yield known.person(row["person"])
    yield word(texts, CHANGES, row["change"])
    for side in ("from", "to"):
        yield "; ".join(filter(None, (_dated(texts, known, event_id) for event_id in row[side])))
    why = dict.fromkeys(row["given"].values()) or (row["reason"],)
    yield "; ".join(word(texts, REASONS, each) for each in why)
