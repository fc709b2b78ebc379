"""A small studio and its coming month, as its owner would write it down."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

FULL, WAITED_FOR, BY_HAND = "yoga-tue", "bread-sat", "pottery-wed"
"""The class of the story, the one with a line and an open offer, and the one that the admins fill by hand."""

ACCOUNT = {
    "name": "Studio Nova",
    "timezone": "Europe/Budapest",
    "tier": "enterprise",
    "languages": ["en", "hu", "de"],
}
YOGA = {"en": "Yoga for beginners", "hu": "Jóga kezdőknek", "de": "Yoga für Anfänger"}
BREAD = {"en": "Sourdough workshop", "hu": "Kovászos kenyér", "de": "Sauerteig-Workshop"}
POTTERY = {"en": "Pottery evening", "hu": "Fazekasest", "de": "Töpferabend"}
SWIMMING = {"en": "Learning to swim", "hu": "Úszótanfolyam", "de": "Schwimmkurs"}
CHOIR = {"en": "Open choir", "hu": "Nyitott kórus", "de": "Offener Chor"}

TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY = range(1, 6)


def catalogue(today: date) -> dict[str, Any]:
    """Services with events from two days ahead to the end of four weeks."""
    quick, guarded = {"validity": "2h"}, {"validity": "2h", "guard": True}
    return {
        "account": ACCOUNT,
        "services": [
            _service("yoga", YOGA, "offer", quick, _weekly(today, FULL, TUESDAY, "18:00", 75, 4, "Studio A")),
            _service(
                "bread",
                BREAD,
                "offer",
                guarded,
                _weekly(today, WAITED_FOR, SATURDAY, "10:00", 180, 5, "Bistro Nova"),
            ),
            _service(
                "pottery",
                POTTERY,
                "manual",
                None,
                _weekly(today, BY_HAND, WEDNESDAY, "19:00", 120, 3, "Atelier Nova"),
            ),
            _service(
                "swimming",
                SWIMMING,
                "legacy",
                None,
                _weekly(today, "swim-thu", THURSDAY, "17:00", 45, 6, "Aqua Nova"),
            ),
            _service(
                "choir",
                CHOIR,
                "offer",
                quick,
                _weekly(today, "choir-fri", FRIDAY, "19:30", 90, 24, "Forum Nova"),
            ),
        ],
    }


def _service(
    code: str,
    names: dict[str, str],
    mode: str,
    offer: dict[str, Any] | None,
    events: Iterator[dict[str, Any]],
) -> dict[str, Any]:
    service = {"code": code, "kind": "group", "name": names, "mode": mode, "events": list(events)}
    return service if offer is None else service | {"offer": offer}


def _weekly(
    today: date, code: str, weekday: int, time: str, minutes: int, capacity: int, location: str
) -> Iterator[dict[str, Any]]:
    """Three weeks' events; the first bears the plain code, the others their number."""
    first = today + timedelta(days=2)
    first += timedelta(days=(weekday - first.weekday()) % 7)
    for week in range(3):
        yield {
            "code": code if week == 0 else f"{code}-{week + 1}",
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
    names = {"en": "New Year's concert", "hu": "Újévi koncert", "de": "Neujahrskonzert"}
    return {"services": [_service("concert", names, "offer", {"validity": "2h"}, iter([event]))]}


def write(folder: Path, name: str, document: dict[str, Any]) -> Path:
    """The document as a file in `folder`."""
    path = folder / f"{name}.json"
    path.write_text(json.dumps(document, ensure_ascii=False, indent=1), encoding="utf-8")
    return path
