"""What stands for a variable: plain values, and the worst that can come. A variable that is nowhere here fails."""

from __future__ import annotations

from collections.abc import Set
from datetime import UTC, datetime, timedelta
from functools import lru_cache

from handlers.admin.layout import NAME
from handlers.door import Texts

NUMBERS = frozenset(
    "booked capacity changed closed opened count dates fewer first free held kept last least left letter made minimum "
    "minutes misses more most named offered position requests reserve seats seconds total unchanged used "
    "waiting wanted without years got number people sessions short "
    "all done failed part percent repairs stopped whole".split()
)
"""Whole numbers: the only ones a text may select by, told as the language writes numbers."""

MOMENTS = frozenset("at ends new then until when".split())
"""Told by `Texts.when` or `Texts.until`, never as they are."""

LENGTHS = frozenset({"length"})
"""Told by `Texts.length`."""

WORDS = frozenset(
    "about admin after before by chat choices code day event format found hash hint job kind languages line location "
    "mode month name names nearest needed other place reason role seal second service text tier times what where why "
    "zone old cron word "
    "actual even one others planned reasons returning share success three two use".split()
)

MOST: dict[str, int] = {"seats": 20, "wanted": 20, "most": 300, "least": 3, "named": 60, "misses": 3}
LARGE = 999  # people in line; a larger crowd still reads well, it is only longer
NOWHERE = "never in a button or a toast"
LONGEST: dict[str, str] = {
    "by": "W" * NAME,
    "name": "W" * NAME,
    "names": ", ".join(["W" * NAME] * 3),
    "code": "A1B2C3",
    "month": "2026. szeptember",
    "needed": "W" * 12,
    "role": "W" * 12,
    "times": "09:00–12:00",
    "part": "W" * 20,
    "cron": "0,10,20 9-17 * * 1-5",
}

SUMMER, WINTER = datetime(2026, 9, 30, 18, tzinfo=UTC), datetime(2026, 11, 25, 19, 30, tzinfo=UTC)
ZONE = "Europe/Budapest"
COUNTS = (0, 1, 2, 5, 21, 1200)


def known(variable: str) -> bool:
    return variable in NUMBERS | MOMENTS | LENGTHS | WORDS


def values(texts: Texts, variables: Set[str], count: int, word: str) -> dict[str, object]:
    """`count` for every number, `word` for every word."""
    return {name: _value(texts, name, count, word) for name in variables}


def _value(texts: Texts, name: str, count: int, word: str) -> object:
    if name in NUMBERS:
        return count
    if name in MOMENTS:
        return _when(texts, SUMMER)
    if name in LENGTHS:
        return texts.length(timedelta(hours=count))
    return word


def worst(texts: Texts, variables: Set[str]) -> dict[str, object]:
    """The longest that the handlers let through."""
    return {name: _worst(texts, name) for name in variables}


def _worst(texts: Texts, name: str) -> object:
    if name in NUMBERS:
        return MOST.get(name, LARGE)
    if name in MOMENTS:
        return max((_when(texts, moment) for moment in (SUMMER, WINTER)), key=len)
    if name in LENGTHS:
        return texts.length(timedelta(days=6, hours=23, minutes=59))
    return LONGEST.get(name, NOWHERE)


@lru_cache(maxsize=100)
def _when(texts: Texts, moment: datetime) -> str:
    return texts.when(moment, ZONE)
