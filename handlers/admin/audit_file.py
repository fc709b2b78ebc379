"""The history as a file that spreadsheets open: CSV in UTF-8, and nothing in it is ever taken for a formula."""

import json
from collections.abc import Iterator, Sequence
from zoneinfo import ZoneInfo

from engine.views import Change
from handlers import sheets
from handlers.admin.audit_facts import what
from handlers.admin.audit_who import who
from handlers.admin.audit_why import why
from handlers.door import Texts
from handlers.sheets import Sheet

MOST = 10_000
"""Lines of a file; words for more would keep others waiting."""

COLUMNS = (
    "column-time",
    "column-who",
    "column-what",
    "column-name",
    "column-code",
    "column-event",
    "column-begins",
    "column-reason",
    "column-kind",
    "column-number",
    "column-seal",
    "column-data",
)


def as_csv(texts: Texts, found: Sequence[Change], zone: str) -> bytes:
    """A line for each change, the newest first; times with the zone's offset."""
    rows = [list(_cells(texts, change, zone)) for change in found]
    return sheets.as_csv(Sheet("", [texts.plain(key) for key in COLUMNS], rows))


def _cells(texts: Texts, change: Change, zone: str) -> Iterator[str]:
    event = change.event
    here = event.timezone if event else zone
    yield change.at.astimezone(ZoneInfo(zone)).isoformat(timespec="seconds")
    yield who(texts, change)
    yield what(texts.plain, texts, change, here)
    yield change.person_name
    yield event.code if event else ""
    yield texts.name(event.names) if event else texts.name(change.service or {})
    yield event.starts_at.astimezone(ZoneInfo(here)).isoformat(timespec="minutes") if event else ""
    yield why(texts, change)
    yield change.kind
    yield str(change.id)
    yield str(change.seal_id or "")
    yield json.dumps(change.data, ensure_ascii=False, sort_keys=True)
