"""Times of a day as people type them: "9-12, 14:00-18:00", "9–12 und 14–18 Uhr", "9am to 12pm", "0900-1200"."""

import re
from collections.abc import Sequence
from itertools import pairwise

from engine.refusals import HoursOverlap, HoursTooShort, HoursUnreadable, MinutesUnusable

MOST_MINUTES = 12 * 60
MIDNIGHT = 24 * 60
SHOWN = 40  # characters of what cannot be read
TIME = r"(?<![0-9])([0-9]{1,2})(?:\s*[:.h]\s*([0-9]{2})|([0-9]{2}))?(?![0-9])\s*([ap]m)?\s*(?:uhr|h)?"
SPAN = re.compile(TIME + r"\s*(?:-|to|until|till|bis|tól|től|[-–—])+\s*" + TIME + r"(?:-?ig)?")
BETWEEN = re.compile(r"[\s,;/&+.]|and|und|és|from|von|óra|uhr")
NUMBER = re.compile(r"\s*([0-9]{1,4})\s*(?:m|min|minutes?|minuten|perc|p)?\.?\s*", re.IGNORECASE)

Window = tuple[int, int]
"""From and until, minutes since midnight."""


def read_hours(text: str) -> tuple[Window, ...]:
    """By start. Raises HoursUnreadable, HoursOverlap."""
    said = text.casefold()
    left = BETWEEN.sub("", SPAN.sub(" ", said)).strip()
    found = [_window(match) for match in SPAN.finditer(said)]
    if left or not found or None in found:
        raise HoursUnreadable(text=" ".join(text.split())[:SHOWN])
    return ordered([window for window in found if window is not None])


def ordered(windows: Sequence[Window]) -> tuple[Window, ...]:
    """The windows of one day by start. Raises HoursOverlap."""
    in_order = sorted(windows)
    for start, end in in_order:
        if end <= start:
            raise HoursOverlap(text=written((start, end)))
    for before, after in pairwise(in_order):
        if after[0] < before[1]:
            raise HoursOverlap(text=written(after))
    return tuple(in_order)


def check_fits(windows: Sequence[Window], minutes: int) -> None:
    """A window in which no slot fits is a slip. Raises HoursTooShort."""
    for start, end in windows:
        if end - start < minutes:
            raise HoursTooShort(text=written((start, end)), minutes=minutes)


def read_minutes(text: str) -> int:
    """How long a slot takes. Raises MinutesUnusable."""
    match = NUMBER.fullmatch(text)
    minutes = int(match[1]) if match and match[1].isascii() else 0
    if not 1 <= minutes <= MOST_MINUTES:
        raise MinutesUnusable(most=MOST_MINUTES)
    return minutes


def written(window: Window) -> str:
    """ "09:00–12:00"."""
    return "–".join(f"{minute // 60:02}:{minute % 60:02}" for minute in window)


def _window(match: re.Match[str]) -> Window | None:
    hour, minute, short, half, to_hour, to_minute, to_short, to_half = match.groups()
    start, end = _time(hour, minute or short, half), _time(to_hour, to_minute or to_short, to_half)
    return None if start is None or end is None else (start, end)


def _time(hour: str, minute: str | None, half: str | None) -> int | None:
    """Minutes since midnight; 24:00 is the end of the day."""
    hours, minutes = int(hour), int(minute or 0)
    if half and not 1 <= hours <= 12:
        return None
    if half:
        hours = hours % 12 + (12 if half == "pm" else 0)
    total = hours * 60 + minutes
    return total if minutes < 60 and total <= MIDNIGHT else None
