"""Recurrence rules as text (RFC 5545): the part that makes sense for events.

Only whole days recur; the time of day stands beside the rule. A rule must end, and one that counts from its first
day must name it, so that the same file gives the same days whenever it is read.
"""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from typing import Literal
from zoneinfo import ZoneInfo

from engine.catalogue.occurrences import Rule, occurrences
from engine.catalogue.problems import Spot
from engine.catalogue.values import Read, words

MOST = 1000
HORIZON = timedelta(days=3660)

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
FREQUENCIES: dict[str, Literal["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]] = {
    "DAILY": "DAILY",
    "WEEKLY": "WEEKLY",
    "MONTHLY": "MONTHLY",
    "YEARLY": "YEARLY",
}

WEEKDAY = f"(?:{'|'.join(WEEKDAYS)})"
MONTH_DAY = "-?(?:[1-9]|[12][0-9]|3[01])"
PLACE = "[+-]?[1-9][0-9]?"
PARTS = {
    "FREQ": "|".join(FREQUENCIES),
    "INTERVAL": "[1-9][0-9]{0,2}",
    "COUNT": "[1-9][0-9]{0,3}",
    "UNTIL": "[0-9]{8}(?:T[0-9]{6}Z?)?",
    "BYDAY": f"(?:[+-]?[1-5])?{WEEKDAY}(?:,(?:[+-]?[1-5])?{WEEKDAY})*",
    "BYMONTHDAY": f"{MONTH_DAY}(?:,{MONTH_DAY})*",
    "BYMONTH": "(?:[1-9]|1[0-2])(?:,(?:[1-9]|1[0-2]))*",
    "BYSETPOS": f"{PLACE}(?:,{PLACE})*",
    "WKST": WEEKDAY,
}


@dataclass(frozen=True, slots=True)
class Recurrence:
    """`until` is wall time; `written` is the rule as it was given; `from_needed`: it counts from its first day."""

    written: str
    rule: Rule
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
            rule=_rule(parts),
            count=int(parts["COUNT"]) if "COUNT" in parts else None,
            until=_until(spot, parts["UNTIL"], zone) if "UNTIL" in parts else None,
            from_needed=_counts_from_first(parts),
        )

    return read


def days(spot: Spot, found: Recurrence, first: date) -> list[date]:
    """The days from `first` on. Refuses a rule without a day, one with too many, and one that ends too late."""
    horizon = first + HORIZON
    last = found.until.date() if found.until else horizon
    if last > horizon or (found.count or 0) > MOST:
        raise spot.wrong("short_series", most=MOST, years=10)
    result = list(islice(occurrences(found.rule, first, last), found.count or MOST + 1))
    if not result:
        raise spot.wrong("empty_series")
    if len(result) > MOST or (found.count and len(result) < found.count):
        raise spot.wrong("short_series", most=MOST, years=10)
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
    long = parts["FREQ"] in ("MONTHLY", "YEARLY")
    numbered = re.search("[0-9]", parts.get("BYDAY", "")) or "BYSETPOS" in parts
    picked = "BYSETPOS" not in parts or "BYDAY" in parts or "BYMONTHDAY" in parts
    if (numbered and not long) or not picked:
        raise spot.wrong("rrule")
    return parts


def _rule(parts: dict[str, str]) -> Rule:
    def numbers(key: str) -> tuple[int, ...]:
        return tuple(int(number) for number in parts[key].split(",")) if key in parts else ()

    named = parts["BYDAY"].split(",") if "BYDAY" in parts else []
    return Rule(
        frequency=FREQUENCIES[parts["FREQ"]],
        interval=int(parts.get("INTERVAL", "1")),
        weekdays=tuple((int(day[:-2] or 0), WEEKDAYS.index(day[-2:])) for day in named),
        month_days=numbers("BYMONTHDAY"),
        months=numbers("BYMONTH"),
        positions=numbers("BYSETPOS"),
        week_start=WEEKDAYS.index(parts.get("WKST", "MO")),
    )


def _counts_from_first(parts: dict[str, str]) -> bool:
    free = {"DAILY": True, "WEEKLY": "BYDAY" in parts, "MONTHLY": "BYDAY" in parts or "BYMONTHDAY" in parts}
    return not free.get(parts["FREQ"]) or parts.get("INTERVAL", "1") != "1" or "COUNT" in parts


def _until(spot: Spot, written: str, zone: ZoneInfo) -> datetime:
    """The end in wall time of the zone; a date alone is its whole day."""
    try:
        day = datetime.strptime(written[:8], "%Y%m%d").date()  # noqa: DTZ007 - a date
        clock = datetime.strptime(written[9:15], "%H%M%S").time() if len(written) > 8 else time.max  # noqa: DTZ007
        end = datetime.combine(day, clock)
        if written.endswith("Z"):
            end = end.replace(tzinfo=UTC).astimezone(zone).replace(tzinfo=None)
    except (ValueError, OverflowError):
        raise spot.wrong("rrule") from None
    if not 2000 <= end.year <= 2100:
        raise spot.wrong("date")
    return end
