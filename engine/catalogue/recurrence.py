"""Recurrence rules (RFC 5545): the part that makes sense for events; the caller's `expand` counts the days.

Only whole days recur; the time of day stands beside the rule. A rule must end, and one that counts from its first
day must name it, so that the same file gives the same days whenever it is read.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from engine.catalogue.problems import Spot
from engine.catalogue.values import Read, words

Expand = Callable[[str, date, date], Iterable[date]]
"""(rule without COUNT and UNTIL, first day, last day) -> its days in order. Raises ValueError for no rule."""

MOST = 1000
HORIZON = timedelta(days=3700)

WEEKDAY = "(?:MO|TU|WE|TH|FR|SA|SU)"
PARTS = {
    "FREQ": r"DAILY|WEEKLY|MONTHLY|YEARLY",
    "INTERVAL": r"[1-9][0-9]{0,2}",
    "COUNT": r"[1-9][0-9]{0,3}",
    "UNTIL": r"[0-9]{8}(T[0-9]{6}Z?)?",
    "BYDAY": rf"(?:[+-]?[1-5])?{WEEKDAY}(?:,(?:[+-]?[1-5])?{WEEKDAY})*",
    "BYMONTHDAY": r"-?(?:[1-9]|[12][0-9]|3[01])(?:,-?(?:[1-9]|[12][0-9]|3[01]))*",
    "BYMONTH": r"(?:[1-9]|1[0-2])(?:,(?:[1-9]|1[0-2]))*",
    "BYSETPOS": r"[+-]?[1-9][0-9]?(?:,[+-]?[1-9][0-9]?)*",
    "WKST": WEEKDAY,
}


@dataclass(frozen=True, slots=True)
class Recurrence:
    """`rule` has neither COUNT nor UNTIL; `until` is wall time; `written` is the rule as it was given."""

    written: str
    rule: str
    count: int | None
    until: datetime | None
    from_needed: bool


def recurrence(zone: ZoneInfo) -> Read[Recurrence]:
    """Reads a rule."""

    def read(spot: Spot) -> Recurrence:
        written = words(spot).upper().removeprefix("RRULE:").strip(";")
        parts = _parts(spot, written)
        if ("COUNT" in parts) == ("UNTIL" in parts):
            raise spot.wrong("rrule_end")
        return Recurrence(
            written=written,
            rule=";".join(f"{key}={value}" for key, value in parts.items() if key not in ("COUNT", "UNTIL")),
            count=int(parts["COUNT"]) if "COUNT" in parts else None,
            until=_until(spot, parts["UNTIL"], zone) if "UNTIL" in parts else None,
            from_needed=_counts_from_first(parts),
        )

    return read


def days(spot: Spot, found: Recurrence, first: date, expand: Expand) -> list[date]:
    """The days from `first` on. Refuses a rule without a day, and one with too many."""
    last = min(found.until.date() if found.until else first + HORIZON, first + HORIZON)
    most = min(found.count or MOST, MOST)
    result: list[date] = []
    try:
        for day in expand(found.rule, first, last):
            if len(result) == most:
                break
            result.append(day)
        else:
            most = MOST + 1  # the rule ended by itself
    except ValueError:
        raise spot.wrong("rrule") from None
    if not result:
        raise spot.wrong("empty_series")
    if len(result) == most == MOST and found.count != MOST:
        raise spot.wrong("short_series", most=MOST)
    return result


def _parts(spot: Spot, written: str) -> dict[str, str]:
    parts: dict[str, str] = {}
    for part in written.split(";"):
        key, _, value = part.partition("=")
        if key not in PARTS or key in parts or not re.fullmatch(PARTS[key], value):
            raise spot.wrong("rrule")
        parts[key] = value
    if "FREQ" not in parts:
        raise spot.wrong("rrule_freq")
    numbered = bool(re.search("[0-9]", parts.get("BYDAY", "")))
    if numbered and parts["FREQ"] not in ("MONTHLY", "YEARLY"):
        raise spot.wrong("rrule")
    return parts


def _counts_from_first(parts: dict[str, str]) -> bool:
    named = {"DAILY": True, "WEEKLY": "BYDAY" in parts, "MONTHLY": "BYDAY" in parts or "BYMONTHDAY" in parts}
    return not named.get(parts["FREQ"]) or parts.get("INTERVAL", "1") != "1" or "COUNT" in parts


def _until(spot: Spot, written: str, zone: ZoneInfo) -> datetime:
    """The end in wall time of the zone; a date alone is its whole day."""
    try:
        day = datetime.strptime(written[:8], "%Y%m%d").date()  # noqa: DTZ007 - wall time
        whole = datetime.strptime(written[9:15] or "235959", "%H%M%S")  # noqa: DTZ007 - wall time
        clock = whole.time() if len(written) > 8 else time.max
        end = datetime.combine(day, clock)
        if written.endswith("Z"):
            end = end.replace(tzinfo=UTC).astimezone(zone).replace(tzinfo=None)
    except (ValueError, OverflowError):
        raise spot.wrong("rrule") from None
    if not 2000 <= end.year <= 2100:
        raise spot.wrong("date")
    return end
