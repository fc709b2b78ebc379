"""An export as a table for other programs: one line a placement, one for each place that somebody has got since or had
before the draw, one for whoever got less than they want, one for whoever wants nothing. Heads and words are the same in
every language; only names of events are told in one."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from engine.planning import Document
from handlers.door import Texts
from handlers.sheets import Cell, Sheet

HEAD = (
    "month", "version", "input_hash", "seed_hash", "seed", "kind", "person_id", "person", "service", "event_id",
    "event_code", "event", "date", "starts_at", "ends_at", "timezone", "location", "seats", "wish", "wanted", "got",
    "state", "reason", "ahead", "one_more_seat", "booking_id", "entry_id",
)  # fmt: skip
CHANGED = (
    "month", "before", "after", "person_id", "person", "change", "side", "service", "event_id", "event_code", "event",
    "date", "starts_at", "ends_at", "timezone", "location", "reason",
)  # fmt: skip

Row = Mapping[str, Any]
Cells = dict[str, Cell]


@dataclass(frozen=True, slots=True)
class Known:
    """What rows of an export are about, by id."""

    people: Mapping[str, Row]
    events: Mapping[str, Row]
    services: Mapping[str, Row]

    @classmethod
    def of(cls, export: Document) -> "Known":
        return cls(
            {row["id"]: row for row in export["people"]},
            {row["id"]: row for row in export["events"]},
            {row["code"]: row for row in export["services"]},
        )

    def person(self, person_id: str) -> str:
        """Their name, "" where the export has none."""
        return str(self.people.get(person_id, {}).get("name", ""))

    def event(self, texts: Texts, event_id: str | None) -> str:
        """What it is called, "" for one that the export leaves out."""
        row = self.events.get(event_id or "")
        return texts.name(self.services[row["service"]]["names"]) if row else ""


def moment(told: str | None) -> datetime | None:
    """As an export writes it."""
    return datetime.fromisoformat(told) if told else None


def day(told: str | None) -> date | None:
    """Of a moment as an export writes it."""
    return date.fromisoformat(told[:10]) if told else None


def table(texts: Texts, export: Document) -> Sheet:
    """All rows of an export."""
    known, common = Known.of(export), _common(export)
    rows = [
        *(_placed(known, texts, row) for row in export["placements"]),
        *_others(known, texts, "since", since(export)),
        *_others(known, texts, "before", before(export)),
        *_short(known, texts, export),
        *_silent(known, export),
    ]
    return Sheet("", HEAD, [[{**common, **row}.get(key) for key in HEAD] for row in rows])


def _common(export: Document) -> Cells:
    period = export["period"]
    run: Row = next((row for row in export["runs"] if row["number"] == export["run"]), {})
    return {
        "month": period["month"],
        "version": export["run"],
        "input_hash": run.get("input_hash"),
        "seed_hash": period["seed_hash"],
        "seed": period["seed"],
        "timezone": period["timezone"],
    }


def _event(known: Known, texts: Texts, event_id: str | None) -> Cells:
    row = known.events.get(event_id or "")
    if row is None:
        return {"event_id": number(event_id)}
    return {
        "event_id": number(event_id),
        "event_code": row["code"],
        "event": known.event(texts, event_id),
        "service": row["service"],
        "date": day(row["starts_at"]),
        "starts_at": moment(row["starts_at"]),
        "ends_at": moment(row["ends_at"]),
        "location": row["location"],
    }


def number(row_id: str | None) -> int | None:
    """An id as spreadsheets have numbers."""
    return int(row_id) if row_id else None


def _person(known: Known, person_id: str) -> Cells:
    return {"person_id": int(person_id), "person": known.person(person_id)}


def _placed(known: Known, texts: Texts, row: Row) -> Cells:
    return {
        "kind": "placement",
        **_person(known, row["person"]),
        **_event(known, texts, row["session"]),
        "seats": row["seats"],
        "wish": row["rank"],
        "state": row["state"],
        "reason": row["reason"],
        "booking_id": number(row["booking"]),
    }


def since(export: Document) -> list[Row]:
    """Places that stand now, were not drawn, and were booked after the draw."""
    ended = _decided_at(export)
    return [row for row in _not_drawn(export) if ended is None or _made_at(row) >= ended]


def before(export: Document) -> list[Row]:
    """Those that people had already when the month was decided."""
    ended = _decided_at(export)
    return [row for row in _not_drawn(export) if ended is not None and _made_at(row) < ended]


def _not_drawn(export: Document) -> list[Row]:
    drawn = {row["booking"] for row in export["placements"]}
    return [row for row in export["bookings"] if row["booking"] not in drawn]


def _decided_at(export: Document) -> datetime | None:
    return next((moment(row["finalized_at"]) for row in export["runs"] if row["final"]), None)


def _made_at(row: Row) -> datetime:
    return datetime.fromisoformat(row["made_at"])


def _others(known: Known, texts: Texts, kind: str, rows: Sequence[Row]) -> Iterator[Cells]:
    """With how they came to it for the reason."""
    for row in rows:
        yield {
            "kind": kind,
            **_person(known, row["person"]),
            **_event(known, texts, row["session"]),
            "seats": row["seats"],
            "state": row["state"],
            "reason": row["source"],
            "booking_id": number(row["booking"]),
        }


def _short(known: Known, texts: Texts, export: Document) -> Iterator[Cells]:
    """The event is where they wait, else the best wish that they missed."""
    given = {row["person"]: row for row in export["results"]}
    for row in export["unplaced"]:
        result, detail = given.get(row["person"], {}), row["detail"]
        yield {
            "kind": "unplaced",
            **_person(known, row["person"]),
            **_event(known, texts, result.get("event") or detail.get("session")),
            "wanted": row["wanted"],
            "got": row["got"],
            "state": result.get("state") or "unplaced",
            "reason": row["reason"],
            "ahead": detail.get("ahead"),
            "one_more_seat": 1 if detail.get("one_more_seat") else None,
            "entry_id": number(result.get("entry")),
        }


def _silent(known: Known, export: Document) -> Iterator[Cells]:
    """Who was asked and is in no other row."""
    told = {row["person"] for part in ("placements", "bookings", "unplaced") for row in export[part]}
    for row in export["wishes"]:
        if row["person"] not in told and "status" not in export["filter"]:
            yield {
                "kind": "wish",
                **_person(known, row["person"]),
                "seats": row["seats"],
                "wanted": row["count"],
                "state": row["status"],
            }


def changes(texts: Texts, difference: Document) -> Sheet:
    """All rows of a difference: a line for each event that somebody has lost or gained."""
    known, period = Known.of(difference), difference["period"]
    common: Cells = {
        "month": period["month"],
        "before": difference["before"]["number"],
        "after": difference["after"]["number"],
        "timezone": period["timezone"],
    }
    rows = [
        {
            **common,
            **_person(known, row["person"]),
            "change": row["change"],
            "side": side,
            **_event(known, texts, event_id),
            "reason": row["given"][event_id] if side == "to" else row["reason"],
        }
        for row in difference["changes"]
        for side in ("from", "to")
        for event_id in row[side]
    ]
    return Sheet("", CHANGED, [[row.get(key) for key in CHANGED] for row in rows])
