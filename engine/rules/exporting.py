"""An export of a month made smaller: only a service, a place, a state; or without anybody's name. And the difference
between two of its versions as an export of its own."""

from collections.abc import Iterable, Mapping
from typing import Any

from engine.planning import Document
from engine.rules.comparing import Move, compare

DIFFERENCE = "nextseat-difference-1"
WAITS = frozenset({"waiting", "offered", "paused"})
STATES = (
    "placed",
    "unplaced",
    "waiting",
    "proposed",
    "pending",
    "confirmed",
    "attended",
    "no_show",
    "cancelled",
)
"""What an export can be limited to: "placed" is every placement that is not cancelled, "unplaced" whoever got less than
they want, "waiting" those of them who stand in a line; the others are a booking's. Places stand in buttons: add at the
end."""

Row = Mapping[str, Any]


def limited(export: Document, service: str = "", location: str = "", state: str = "") -> Document:
    """Only what is about the service's events, those at the location, and in that state; "" is all. The parts from
    which the draw is proved stay whole: they name nobody."""
    wanted = {"service": service, "location": location, "status": state}
    chosen = {key: value for key, value in wanted.items() if value}
    if not chosen:
        return export
    here = {
        row["id"]
        for row in export["events"]
        if service in ("", row["service"]) and location in ("", row["location"])
    }
    about = {row["person"] for row in export["wishes"] if _wishes(row, here)}
    waits = {row["person"] for row in export["results"] if row["state"] in WAITS}
    placed = [row for row in export["placements"] if row["session"] in here and _placed(row, state)]
    short = [row for row in export["unplaced"] if row["person"] in about and _short(row, state, waits)]
    booked = [row for row in export["bookings"] if row["session"] in here and _placed(row, state)]
    people = {row["person"] for row in (*placed, *short, *booked)} | (set() if state else about)
    return {
        **export,
        "filter": chosen,
        "events": [row for row in export["events"] if row["id"] in here],
        "services": [row for row in export["services"] if service in ("", row["code"])],
        "placements": placed,
        "bookings": booked,
        "unplaced": short,
        "people": [row for row in export["people"] if row["id"] in people],
        "wishes": _of(export["wishes"], people),
        "results": _of(export["results"], people),
        "adjustments": [
            row
            for row in _of(export["adjustments"], people)
            if row["session"] in {None, *here} or row["from"] in here
        ],
    }


def _wishes(row: Row, here: Iterable[str]) -> bool:
    return any(one in here for group in row["choices"] for one in group)


def _placed(row: Row, state: str) -> bool:
    return state in ("", row["state"]) or (state == "placed" and row["state"] != "cancelled")


def _short(row: Row, state: str, waits: Iterable[str]) -> bool:
    return state in ("", "unplaced") or (state == "waiting" and row["person"] in waits)


def _of(rows: Iterable[Row], people: Iterable[str]) -> list[Row]:
    return [row for row in rows if row["person"] in people]


def nameless(export: Document) -> Document:
    """For whoever checks the draw: nobody's name, nor what somebody wrote."""
    return {
        **export,
        "people": [{"id": row["id"]} for row in export["people"]],
        "wishes": [],
        "bookings": [],
        "adjustments": [{**row, "reason": "", "by": ""} for row in export["adjustments"]],
        "runs": [{**row, "started_by": ""} for row in export["runs"]],
    }


def difference(before: Document, after: Document) -> Document:
    """Who is where else in the second export, who came in and who fell out; both are of one month."""
    old, new = _run(before), _run(after)
    compared = compare(old["output"], new["output"])
    whats = {"moved": compared.moved, "came_in": compared.came_in, "fell_out": compared.fell_out}
    why = {row["person"]: row["reason"] for row in after["unplaced"]}
    given = {(row["person"], row["session"]): row["reason"] for row in new["output"]["placements"]}
    changes = [_change(what, move, why, given) for what, moves in whats.items() for move in moves]
    named = {row["person"] for row in changes}
    whole = {"input", "output"}
    return {
        "format": DIFFERENCE,
        "exported_at": after["exported_at"],
        "period": after["period"],
        "before": {key: value for key, value in old.items() if key not in whole},
        "after": {key: value for key, value in new.items() if key not in whole},
        "changes": sorted(changes, key=lambda row: int(row["person"])),
        "people": [row for row in after["people"] if row["id"] in named],
        "events": after["events"],
        "services": after["services"],
    }


def _run(export: Document) -> Document:
    found: Document = next(row for row in export["runs"] if row["number"] == export["run"])
    return found


def _change(what: str, move: Move, why: Mapping[str, str], given: Mapping[tuple[str, str], str]) -> Row:
    """`reason`: why somebody lacks something in the second one, "placed" where they do not; `given`: how they came to
    what they have gained."""
    person = str(move.person_id)
    left, got = ([str(event) for event in events] for events in (move.before, move.after))
    return {
        "person": person,
        "change": what,
        "from": left,
        "to": got,
        "reason": why.get(person, "placed"),
        "given": {event: given[person, event] for event in got},
    }
