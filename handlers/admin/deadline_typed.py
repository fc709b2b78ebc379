"""A deadline as people type it: "2026-12-05 18:00", "12-05 18:00", "5 Dec 6 pm", "5.12. 18 Uhr", "tomorrow 20:00"."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from engine.refusals import DeadlineUnreadable
from engine.rules.periods import EVENING
from handlers.admin.wizards import written
from handlers.door import Texts

MOST_TYPED = 60
SHOWN = 40  # characters of what cannot be read
BOTH = re.compile(r"([0-9])[Tt]([0-9])")
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
TIME = re.compile(r"[0-9]{2}:[0-9]{2}")


def read_deadline(
    text: str, languages: Mapping[str, Texts], language: str, now: datetime, zone: str
) -> datetime:
    """A day and a time of it in the zone; a day alone is its evening, and a day without a year the next one of that
    name. Words of every language are understood. Raises DeadlineUnreadable."""
    shown = " ".join(text.split())
    words = BOTH.sub(r"\1 \2", shown[:MOST_TYPED]).split()
    today = now.astimezone(ZoneInfo(zone)).date()
    for at in range(1, len(words) + 1):
        day = written.day(" ".join(words[:at]), languages, language, today)
        time = written.time(" ".join(words[at:]), languages) if words[at:] else f"{EVENING:%H:%M}"
        moment = _moment(day, time, zone)
        if moment is not None and len(shown) <= MOST_TYPED:
            return moment
    raise DeadlineUnreadable(text=shown[:SHOWN])


def _moment(day: str, time: str, zone: str) -> datetime | None:
    """None for what is no day or no time, or cannot be told."""
    if not DAY.fullmatch(day) or not TIME.fullmatch(time):
        return None
    try:
        return datetime.fromisoformat(f"{day}T{time}").replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
