"""Dates and times as people write them, in the account's zone unless an offset is given; moments are UTC."""

import re
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from engine.catalogue.problems import Spot
from engine.catalogue.values import Read, words

YEARS = range(2000, 2101)
DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
MOMENT = re.compile(
    r"([0-9]{4})-([0-9]{2})-([0-9]{2})[T ] ?([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(?:\.0+)?)?"
    r" ?(Z|[+-][0-9]{2}:?[0-9]{2})?"
)


def day(spot: Spot) -> date:
    """A date of the years 2000 to 2100."""
    match = DATE.fullmatch(words(spot))
    found = _date(*(int(part) for part in match.groups())) if match else None
    if found is None:
        raise spot.wrong("date")
    return found


def moment(zone: ZoneInfo) -> Read[datetime]:
    """A day and time; without an offset it must come exactly once in the zone."""

    def read(spot: Spot) -> datetime:
        match = MOMENT.fullmatch(words(spot))
        naive = _naive(match) if match else None
        if match is None or naive is None:
            raise spot.wrong("moment")
        if match[7] is None:
            return in_zone(spot, naive, zone)
        offset = _offset(match[7])
        if offset is None:
            raise spot.wrong("moment")
        return naive.replace(tzinfo=UTC) - offset

    return read


def in_zone(spot: Spot, naive: datetime, zone: ZoneInfo) -> datetime:
    """A wall time of the zone as UTC; refused where the clock skips it or shows it twice."""
    first = naive.replace(tzinfo=zone, fold=0)
    second = naive.replace(tzinfo=zone, fold=1)
    before, after = first.utcoffset(), second.utcoffset()
    if before is None or after is None or before == after:
        return first.astimezone(UTC)
    if before < after:
        shown = first.astimezone(UTC).astimezone(zone)
        raise spot.wrong("gap_time", zone=zone.key, after=f"{shown:%H:%M}")
    raise spot.wrong("doubled_time", zone=zone.key, first=written(before), second=written(after))


def written(offset: timedelta) -> str:
    """An offset as it is written behind a time: +02:00."""
    minutes = int(offset.total_seconds() // 60)
    sign = "-" if minutes < 0 else "+"
    return f"{sign}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


def _date(year: int, month: int, of_month: int) -> date | None:
    try:
        return date(year, month, of_month) if year in YEARS else None
    except ValueError:
        return None


def _naive(match: re.Match[str]) -> datetime | None:
    found = _date(int(match[1]), int(match[2]), int(match[3]))
    hour, minute, second = int(match[4]), int(match[5]), int(match[6] or 0)
    if found is None or hour > 23 or minute > 59 or second > 59:
        return None
    return datetime(found.year, found.month, found.day, hour, minute, second)  # noqa: DTZ001 - wall time


def _offset(text: str) -> timedelta | None:
    if text == "Z":
        return timedelta(0)
    hours, minutes = int(text[1:3]), int(text[-2:])
    if hours > 15 or minutes > 59:
        return None
    length = timedelta(hours=hours, minutes=minutes)
    return -length if text[0] == "-" else length
