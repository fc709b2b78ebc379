"""A small studio and its coming month, as its owner would write it down."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

from bot.demo import names

FULL, WAITED_FOR, BY_HAND = "yoga-tue", "bread-sat", "pottery-wed"
"""The class of the story, the one with a line and an open offer, and the one that the admins fill by hand."""
CROWDED, MOVES_UP, ASKED_FOR, ALONE = "pilates-mon", "swim-thu", "singing-sun", "massage"
"""A date that is crowded while its siblings are half empty, one whose line moves up by itself, one that has to be asked
for, and the service of one-to-one appointments."""

TANGO, CLIMBING, PAINTING = "tango", "climbing", "painting"
"""Services of the month that people wish for; their dates are numbered: tango-1."""

ACCOUNT = {
    "name": "Studio Nova",
    "timezone": "Europe/Budapest",
    "tier": "enterprise",
    "languages": ["en", "hu", "de"],
}
MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = range(7)


def catalogue(today: date) -> dict[str, Any]:
    """Services with events from two days ahead to the end of four weeks; every mode, and every way to book. And the
    dates of the month that is wished for."""
    quick, guarded = {"validity": "2h"}, {"validity": "2h", "guard": True}
    yoga = _weekly(today, FULL, TUESDAY, "18:00", 75, 4, "Studio A")
    bread = _weekly(today, WAITED_FOR, SATURDAY, "10:00", 180, 5, "Bistro Nova")
    pottery = _weekly(today, BY_HAND, WEDNESDAY, "19:00", 120, 3, "Atelier Nova")
    swimming = _weekly(today, MOVES_UP, THURSDAY, "17:00", 45, 5, "Aqua Nova")
    choir = _weekly(today, "choir-fri", FRIDAY, "19:30", 90, 24, "Forum Nova")
    return {
        "account": ACCOUNT,
        "services": [
            _service("yoga", names.YOGA, "offer", yoga, offer=quick),
            _service("bread", names.BREAD, "offer", bread, offer=guarded),
            _service("pottery", names.POTTERY, "manual", pottery),
            _service("swimming", names.SWIMMING, "legacy", swimming),
            _service("choir", names.CHOIR, "offer", choir, offer=quick),
            _service("pilates", names.PILATES, "splitter", _siblings(today), offer=quick),
            _singing(today),
            _massage(),
            *programme(today),
        ],
    }


def _service(
    code: str, name: names.Words, mode: str, events: Iterator[dict[str, Any]], **more: Any
) -> dict[str, Any]:
    return {"code": code, "kind": "group", "name": name, "mode": mode, "events": list(events), **more}


def _siblings(today: date) -> Iterator[dict[str, Any]]:
    """Two dates on one evening and a third a week later, which needs two people to take place."""
    early, late = (
        _weekly(today, code, MONDAY, time, 55, 4, "Studio B")
        for code, time in ((CROWDED, "17:30"), (f"{CROWDED}-late", "19:00"))
    )
    yield from (next(early), next(late), next(early) | {"minimum": 2})


def _singing(today: date) -> dict[str, Any]:
    """Nobody books by themselves."""
    events = islice(_weekly(today, ASKED_FOR, SUNDAY, "15:00", 180, 6, "Forum Nova"), 2)
    return _service("singing", names.SINGING, "legacy", events, self_service=False, description=names.SINGERS)


def _massage() -> dict[str, Any]:
    """One-to-one, a morning and an afternoon of the week."""
    hours = [
        {"weekday": "tue", "from": "09:00", "to": "12:00"},
        {"weekday": "fri", "from": "14:00", "to": "17:00"},
    ]
    service = {"code": ALONE, "kind": "individual", "name": names.MASSAGE, "mode": "legacy", "minutes": 60}
    return service | {"hours": hours, "questions": [names.PRESSURE]}


def _weekly(
    today: date, code: str, weekday: int, time: str, minutes: int, capacity: int, location: str
) -> Iterator[dict[str, Any]]:
    """Three weeks' events; the first bears the plain code, the others their number."""
    events = _in_turn(today + timedelta(days=2), code, weekday, time, minutes, capacity, 3, location)
    yield next(events) | {"code": code}
    yield from events


def wished(today: date) -> date:
    """The first day of the next month for which a deadline in three days comes early enough, and tomorrow as well."""
    in_time = today + timedelta(days=4)
    return (in_time.replace(day=1) + timedelta(days=32)).replace(day=1)


def programme(today: date) -> Iterator[dict[str, Any]]:
    """The dates of that month; on Tuesdays two are at the same time, and painting needs four people to take place."""
    first = wished(today)
    tango = _in_turn(first, TANGO, TUESDAY, "19:00", 90, 4, 4, "Salon Nova")
    climbing = _in_turn(first, CLIMBING, TUESDAY, "18:30", 90, 3, 4, "Wall Nova")
    painting = (
        event | {"minimum": 4}
        for event in _in_turn(first, PAINTING, SATURDAY, "15:00", 120, 6, 2, "Atelier Nova")
    )
    yield _service(TANGO, names.TANGO, "offer", tango, offer={"validity": "2h"})
    yield _service(CLIMBING, names.CLIMBING, "legacy", climbing)
    yield _service(PAINTING, names.PAINTING, "offer", painting, offer={"validity": "2h"})


def _in_turn(
    first: date, code: str, weekday: int, time: str, minutes: int, capacity: int, dates: int, location: str
) -> Iterator[dict[str, Any]]:
    """Every week from the first such day."""
    first += timedelta(days=(weekday - first.weekday()) % 7)
    for week in range(dates):
        yield {
            "code": f"{code}-{week + 1}",
            "starts_at": f"{first + timedelta(weeks=week)}T{time}",
            "minutes": minutes,
            "capacity": capacity,
            "location": location,
        }


def rush(code: str, today: date, seats: int) -> dict[str, Any]:
    """An event in a service of its own, which two hundred people will want."""
    event = {
        "code": code,
        "starts_at": f"{today + timedelta(days=30)}T19:30",
        "minutes": 90,
        "capacity": seats,
        "location": "Arena Nova",
    }
    return {
        "services": [_service("concert", names.CONCERT, "offer", iter([event]), offer={"validity": "2h"})]
    }


def write(folder: Path, name: str, document: dict[str, Any]) -> Path:
    """The document as a file in `folder`."""
    path = folder / f"{name}.json"
    path.write_text(json.dumps(document, ensure_ascii=False, indent=1), encoding="utf-8")
    return path
