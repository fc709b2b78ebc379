"""Crontabs, as POSIX has them: minute, hour, day, month, weekday; lists, stretches and steps; names of months and days;
Sunday is 0 or 7. Where day and weekday are both given, either is enough. Moments are in wall time: one that the clocks
skip is that much later, one that they show twice is the first."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from engine.refusals import CrontabNever, NoCrontab

DAY = timedelta(days=1)
FARTHEST = 366 * 9
"""Days to look ahead: from one 29 February to the next are eight years at most."""

SHOWN = 20
"""Characters of what cannot be read that a refusal repeats."""

MONTHS = dict(zip("jan feb mar apr may jun jul aug sep oct nov dec".split(), range(1, 13), strict=True))
WEEKDAYS = dict(zip("sun mon tue wed thu fri sat".split(), range(7), strict=True))
FIELDS: tuple[tuple[int, int, Mapping[str, int]], ...] = (
    (0, 59, {}),
    (0, 23, {}),
    (1, 31, {}),
    (1, 12, MONTHS),
    (0, 7, WEEKDAYS),
)


@dataclass(frozen=True, slots=True)
class Crontab:
    """What each field allows; a weekday of 0 is Sunday. `either`: day and weekday are both given."""

    minutes: frozenset[int]
    hours: frozenset[int]
    days: frozenset[int]
    months: frozenset[int]
    weekdays: frozenset[int]
    either: bool

    def on(self, day: date) -> bool:
        """Whether it is due on that day."""
        if day.month not in self.months:
            return False
        by_day, by_weekday = day.day in self.days, day.isoweekday() % 7 in self.weekdays
        return by_day or by_weekday if self.either else by_day and by_weekday


def parse(text: str) -> Crontab:
    """Raises NoCrontab with the part that cannot be read."""
    words = text.lower().split()
    if len(words) != len(FIELDS):
        raise NoCrontab(text.strip()[:SHOWN])
    found = [_field(word, *field) for word, field in zip(words, FIELDS, strict=True)]
    weekdays = frozenset(number % 7 for number in found[4])
    either = not (words[2].startswith("*") or words[4].startswith("*"))
    return Crontab(found[0], found[1], found[2], found[3], weekdays, either)


def _field(word: str, least: int, most: int, names: Mapping[str, int]) -> frozenset[int]:
    found: set[int] = set()
    for part in word.split(","):
        stretch, slash, step = part.partition("/")
        first, dash, last = stretch.partition("-")
        if stretch == "*":
            begin, end = least, most
        else:
            begin = _number(first, names, word)
            end = _number(last, names, word) if dash else (most if slash else begin)
        by = _number(step, {}, word) if slash else 1
        if not (least <= begin <= end <= most and by >= 1):
            raise NoCrontab(word[:SHOWN])
        found.update(range(begin, end + 1, by))
    return frozenset(found)


def _number(word: str, names: Mapping[str, int], field: str) -> int:
    if word in names:
        return names[word]
    if not (word.isascii() and word.isdigit() and len(word) <= 2):
        raise NoCrontab(field[:SHOWN])
    return int(word)


def next_after(crontab: Crontab, moment: datetime, zone: str) -> datetime:
    """The first moment (UTC) after this one that it names. Raises CrontabNever when there is none."""
    here = ZoneInfo(zone)
    day = moment.astimezone(here).date()
    for _ in range(FARTHEST):
        if crontab.on(day):
            later = [at for at in _moments(crontab, day, here) if at > moment]
            if later:
                return min(later)
        day += DAY
    raise CrontabNever


def _moments(crontab: Crontab, day: date, zone: ZoneInfo) -> list[datetime]:
    return [
        datetime.combine(day, time(hour, minute), tzinfo=zone).astimezone(UTC)
        for hour in crontab.hours
        for minute in crontab.minutes
    ]
