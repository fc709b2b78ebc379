"""Single values: text, code, number, yes or no, one of several, a length of time, a time of day.

Each reader takes a spot and gives the value or raises `Wrong`.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import timedelta
from functools import cache
from typing import TypeVar
from zoneinfo import available_timezones

from engine.catalogue.block import nearest
from engine.catalogue.nodes import Scalar
from engine.catalogue.problems import Spot

T = TypeVar("T")

CODE_MOST = 48
CODE = re.compile(r"[A-Za-z0-9_-]+")
WHOLE = re.compile(r"-?[0-9]{1,18}")
LENGTH = re.compile(r"(?:([0-9]{1,5})d)? ?(?:([0-9]{1,6})h)? ?(?:([0-9]{1,7})m(?:in)?)?")
CLOCK = re.compile(r"([0-9]{1,2}):([0-9]{2})")
QUIET = re.compile(r"([0-9]{1,2}:[0-9]{2}) ?[-–] ?([0-9]{1,2}:[0-9]{2})")
JOINERS = "\u200c\u200d"  # part of words and emoji in some scripts

Read = Callable[[Spot], T]


def scalar(spot: Spot) -> Scalar:
    """A single value, whatever it is."""
    if not isinstance(spot.node, Scalar):
        raise spot.wrong("single")
    return spot.node


def words(spot: Spot) -> str:
    """A single value as it was written."""
    return scalar(spot).written.strip()


def text(most: int, *, several_lines: bool = False) -> Read[str]:
    """1 to `most` visible characters; what was written counts, so `2026` and `no` are texts too."""

    def read(spot: Spot) -> str:
        written = words(spot)
        if not 1 <= len(written) <= most or not _visible(written, several_lines=several_lines):
            raise spot.wrong("text", most=most)
        return unicodedata.normalize("NFC", written)

    return read


def _visible(written: str, *, several_lines: bool) -> bool:
    """No controls, no invisible direction marks, no half characters; and something to see."""
    kinds = {unicodedata.category(char) for char in written if char not in JOINERS and char != "\n"}
    hidden = kinds & {"Cc", "Cf", "Cs", "Zl", "Zp"} or ("\n" in written and not several_lines)
    return not hidden and any(unicodedata.category(char)[0] in "LNPS" for char in written)


def code(most: int = CODE_MOST) -> Read[str]:
    """Letters, digits, - and _."""

    def read(spot: Spot) -> str:
        written = words(spot)
        if not 1 <= len(written) <= most or not CODE.fullmatch(written):
            raise spot.wrong("code", most=most)
        return written

    return read


def whole(least: int, most: int) -> Read[int]:
    """A whole number in plain digits."""

    def read(spot: Spot) -> int:
        written = words(spot)
        if not WHOLE.fullmatch(written) or not least <= int(written) <= most:
            raise spot.wrong("number", least=least, most=most)
        return int(written)

    return read


def truth(spot: Spot) -> bool:
    """true or false, yes or no."""
    known = {"true": True, "false": False, "yes": True, "no": False}
    found = known.get(words(spot).lower())
    if found is None:
        raise spot.wrong("truth")
    return found


def choice(known: Mapping[str, T]) -> Read[T]:
    """One of several words."""

    def read(spot: Spot) -> T:
        written = words(spot)
        if written not in known:
            key, values = nearest(written, known, "choice")
            raise spot.wrong(key, **values)
        return known[written]

    return read


def length(least: timedelta, most: timedelta) -> Read[timedelta]:
    """A stretch of time: 30m, 2h, 1d, 1h 30m; 0 where that is allowed."""

    def read(spot: Spot) -> timedelta:
        written = words(spot)
        match = LENGTH.fullmatch(written)
        if written != "0" and (match is None or not any(match.groups())):
            raise spot.wrong("length", least=spoken(least), most=spoken(most))
        days, hours, minutes = (int(part or 0) for part in match.groups()) if match else (0, 0, 0)
        found = timedelta(days=days, hours=hours, minutes=minutes)
        if not least <= found <= most:
            raise spot.wrong("length", least=spoken(least), most=spoken(most))
        return found

    return read


def spoken(time: timedelta) -> str:
    """A length as people write it in a catalogue."""
    minutes = int(time.total_seconds()) // 60
    for unit, size in (("d", 1440), ("h", 60)):
        if minutes and minutes % size == 0:
            return f"{minutes // size}{unit}"
    return f"{minutes}m"


def clock(spot: Spot) -> int:
    """A time of day in minutes since midnight; 24:00 is the end of the day."""
    minutes = minutes_of(words(spot))
    if minutes is None:
        raise spot.wrong("clock")
    return minutes


def minutes_of(written: str) -> int | None:
    """Minutes since midnight of "18:30"; None for anything else."""
    match = CLOCK.fullmatch(written)
    if match is None:
        return None
    minutes = int(match[1]) * 60 + int(match[2])
    return minutes if int(match[2]) < 60 and minutes <= 1440 else None


@cache
def zones() -> frozenset[str]:
    """Every IANA zone there is."""
    return frozenset(available_timezones())


def zone(spot: Spot) -> str:
    """The name of an IANA time zone."""
    name = words(spot)
    if name not in zones():
        key, values = nearest(name.title(), zones(), "zone")
        raise spot.wrong(key, **(values if key == "near" else {}))
    return name
