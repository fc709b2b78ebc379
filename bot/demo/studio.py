"""A small studio with classes that are nearly full, some days from today."""

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from bot.demo.month import ACCOUNT, programme
from bot.demo.names import POTTERY, SWIMMING, YOGA


def catalogue(today: date) -> dict[str, Any]:
    """The studio's file, as an operator would write it. `yoga-evening` and `pottery-night` carry the story."""
    return {
        "account": ACCOUNT,
        "services": [
            _service(
                "yoga", YOGA, "offer", today, ("yoga-evening", 5, "18:00", 3), ("yoga-morning", 7, "08:30", 8)
            ),
            _service("pottery", POTTERY, "manual", today, ("pottery-night", 6, "19:00", 2)),
            _service("swimming", SWIMMING, "legacy", today, ("swimming-1", 8, "17:00", 6)),
            *programme(today),
        ],
    }


def _service(
    code: str, names: dict[str, str], mode: str, today: date, *events: tuple[str, int, str, int]
) -> dict[str, Any]:
    planned = [
        {
            "code": event,
            "starts_at": f"{today + timedelta(days=days)}T{time}",
            "minutes": 60,
            "capacity": capacity,
            "location": "Studio A",
        }
        for event, days, time, capacity in events
    ]
    service = {"code": code, "kind": "group", "name": names, "mode": mode, "events": planned}
    return service | ({"offer": {"validity": "2h"}} if mode == "offer" else {})


def write(folder: Path, today: date) -> Path:
    """The file in `folder`."""
    path = folder / "studio.json"
    path.write_text(json.dumps(catalogue(today), ensure_ascii=False, indent=1), encoding="utf-8")
    return path
