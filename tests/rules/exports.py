"""A month's export as the house writes it, for tests that have no database."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from engine.planning import Planning
from engine.rules.proof import FORMAT, results
from engine.rules.run_fixing import lot, solve
from engine.rules.run_input import hash_of_input, input_of
from tests.rules.greedy import greedy
from tests.rules.months import NOW
from tests.rules.plannings import run

SEED = "ab" * 32


ENDED = "2026-11-25T11:00:00+01:00"


def exported(known: Planning, *, built: bool = False) -> Any:
    """The final version of this planning; `built` on an earlier one that came to the same."""
    runs = [_run(known, 1)]
    if built:
        base = run(1, document=runs[0]["input"], output=runs[0]["output"])
        runs.append(_run(known, 2, base))
    last = runs[-1]
    last |= {"final": True, "finalized_at": ENDED}
    events = sorted(known.seatings)
    people = last["input"]["people"]
    seats = {each["id"]: each["seats"] for each in people}
    given = [_result(row, last, at) for at, row in enumerate(results(last["input"], last["output"]))]
    found = {
        "format": FORMAT,
        "exported_at": "2026-11-25T12:00:00+01:00",
        "filter": {},
        "period": _period(last["input"]),
        "run": last["number"],
        "runs": [*runs, {"number": 9, "status": "failed", "final": False, "base": None}],
        "people": [{"id": each["id"], "name": f"Person {each['id']}", "guest": False} for each in people],
        "wishes": [_wish(each) for each in people],
        "placements": [
            {**row, "seats": seats[row["person"]], "booking": str(900 + at), "state": "confirmed"}
            for at, row in enumerate(last["output"]["placements"])
        ],
        "bookings": [
            {
                "booking": str(900 + at),
                "person": row["person"],
                "session": row["session"],
                "seats": seats[row["person"]],
                "state": "confirmed",
                "source": "month",
                "made_at": ENDED,
            }
            for at, row in enumerate(last["output"]["placements"])
        ],
        "unplaced": last["output"]["unplaced"],
        "results": given,
        "lines": _lines(people, given),
        "adjustments": [],
        "events": [_event(number) for number in events],
        "services": [{"id": "1", "code": "yoga", "names": {"en": "Yoga"}}],
    }
    return json.loads(json.dumps(found, default=list))


def _run(known: Planning, number: int, base: Any = None) -> dict[str, Any]:
    document = dict(input_of(known, NOW, "balanced", "fair", base))
    output = dict(solve(document, SEED, greedy))
    return {
        "number": number,
        "status": "done",
        "final": False,
        "strategy": "balanced",
        "ordering": "fair",
        "base": base.number if base is not None else None,
        "started_by": "Ada",
        "started_at": "2026-11-24T12:00:00+01:00",
        "finished_at": "2026-11-24T12:00:01+01:00",
        "finalized_at": None,
        "error": "",
        "seed_hash": hashlib.sha256(SEED.encode()).hexdigest(),
        "input_hash": hash_of_input(document),
        "metrics": output["metrics"],
        "short": len(output["unplaced"]),
        "input": document,
        "output": output,
    }


def _period(document: Any) -> dict[str, Any]:
    return {
        "id": "7",
        "month": document["sessions"][0]["starts_at"][:7],
        "timezone": "Europe/Budapest",
        "status": "final",
        "opened_at": "2026-11-01T12:00:00+01:00",
        "wishes_until": "2026-11-20T20:00:00+01:00",
        "closed_at": "2026-11-20T20:00:00+01:00",
        "seed_hash": hashlib.sha256(SEED.encode()).hexdigest(),
        "seed": SEED,
    }


def _result(row: Any, last: Any, at: int) -> dict[str, Any]:
    """Whoever lacks something has joined the line of their first wish."""
    person = next(each for each in last["input"]["people"] if each["id"] == row["person"])
    wish = next((one for group in person["wishes"] for one in group), None)
    waits = row["got"] < row["wanted"] and wish is not None
    return {
        **row,
        "event": wish if waits else None,
        "entry": str(800 + at) if waits else None,
        "joined": waits,
        "state": "waiting" if waits else None,
    }


def _lines(people: Any, given: Any) -> list[dict[str, Any]]:
    order = sorted(people, key=lambda p: (-p["priority"], -p["credit"], lot(SEED, p["id"])))
    place = {each["id"]: at for at, each in enumerate(order)}
    joined = [row for row in given if row["joined"]]
    return [
        {
            "session": session,
            "people": sorted((r["person"] for r in joined if r["event"] == session), key=place.__getitem__),
        }
        for session in sorted({row["event"] for row in joined})
    ]


def _wish(person: Any) -> dict[str, Any]:
    return {
        "person": person["id"],
        "status": "stated",
        "choices": person["wishes"],
        "count": person["count"],
        "seats": person["seats"],
        "names": [],
        "at_most": "",
        "weekdays": [],
        "standing": False,
        "stated_at": "2026-11-10T12:00:00+01:00",
    }


def _event(number: int) -> dict[str, Any]:
    return {
        "id": str(number),
        "code": f"yoga-{number}",
        "service": "yoga",
        "starts_at": f"2026-12-{number:02}T18:00:00+01:00",
        "ends_at": f"2026-12-{number:02}T19:00:00+01:00",
        "location": "Studio A" if number % 2 else "Studio B",
        "status": "open",
        "capacity": 3,
        "minimum": 0,
    }
