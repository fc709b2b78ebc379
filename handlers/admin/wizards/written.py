"""Days, times and lengths as people write them, in any of the bot's languages, read as a file writes them. What cannot
be read is left as it is."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from handlers.door import Texts

MONTH_FIRST = ("hu",)
"""Languages that put the month before the day where both are numbers: 12. 1. is the first of December."""

ISO = re.compile(r"(?:(\d{4})-)?(\d{1,2})-(\d{1,2})")
NUMBERS = re.compile(r"(?:(\d{4})\.? ?)?(\d{1,2})\. ?(\d{1,2})\.?(?: ?(\d{4}|\d{2}))?\.?")
DAY_MONTH = re.compile(r"(\d{1,2})(?:\.|st|nd|rd|th)? ?([^\W\d]+)\.?,?(?: (\d{4}))?")
MONTH_DAY = re.compile(r"(?:(\d{4})\.? )?([^\W\d]+)\.? ?(\d{1,2})(?:\.|st|nd|rd|th)?(?:,? (\d{4}))?")
TIME = re.compile(r"(\d{1,2})(?:[:.h] ?(\d{2}))? ?(am|pm)? ?h?(?: ?(z|[+-]\d{2}:?\d{2}))?")
LENGTH = re.compile(r"(?:(\d{1,3}) ?([^\W\d]+)\.?)? ?(?:(\d{1,5}) ?([^\W\d]*)\.?)?")
WORDS_OF_DAYS = ("words-today", "words-tomorrow", "words-day-after")


def day(text: str, languages: Mapping[str, Texts], language: str, today: date) -> str:
    """A day, in ISO; without a year the next one of that name, today included."""
    said = " ".join(text.lower().split()).rstrip(",")
    for texts in languages.values():
        for ahead, key in enumerate(WORDS_OF_DAYS):
            if said == texts.plain(key):
                return (today + timedelta(days=ahead)).isoformat()
    weekday = _place(said.rstrip("."), languages, "words-weekdays")
    if weekday is not None:
        return (today + timedelta(days=(weekday - today.weekday()) % 7)).isoformat()
    return _numbered(said, languages, language, today) or text


def _numbered(said: str, languages: Mapping[str, Texts], language: str, today: date) -> str | None:
    if match := ISO.fullmatch(said):
        return _iso(match[1], int(match[2]), int(match[3]), today)
    if match := NUMBERS.fullmatch(said):
        one, other = int(match[2]), int(match[3])
        month_first = language in MONTH_FIRST or match[1] is not None
        month, number = (one, other) if month_first else (other, one)
        year = match[1] or match[4]
        return _iso(f"20{year}" if year and len(year) == 2 else year, month, number, today)
    if match := DAY_MONTH.fullmatch(said):
        return _named(match[2], match[1], match[3], languages, today)
    if match := MONTH_DAY.fullmatch(said):
        return _named(match[2], match[3], match[1] or match[4], languages, today)
    return None


def _named(
    month: str, number: str, year: str | None, languages: Mapping[str, Texts], today: date
) -> str | None:
    place = _place(month, languages, "words-months")
    return None if place is None else _iso(year, place + 1, int(number), today)


def _iso(year: str | None, month: int, number: int, today: date) -> str | None:
    """The day, or the next one of that name; None for one that there is not."""
    if year is not None:
        return _at(int(year), month, number)
    tried = (_at(today.year + ahead, month, number) for ahead in range(9))  # 29 February may be that far
    return next((found for found in tried if found and found >= today.isoformat()), None)


def _at(year: int, month: int, number: int) -> str | None:
    try:
        return date(year, month, number).isoformat()
    except ValueError:
        return None


def _place(word: str, languages: Mapping[str, Texts], key: str) -> int | None:
    """Which of the words of a text it is; each may be written in several ways."""
    for texts in languages.values():
        for place, ways in enumerate(texts.plain(key).split(", ")):
            if word in ways.split("/"):
                return place
    return None


def weekdays(text: str, languages: Mapping[str, Texts]) -> list[int]:
    """The weekdays that are named, 0 is Monday; none when anything else is said."""
    words = [word for word in re.split(r"[\s,;.+/&]+", text.lower()) if word]
    found = [_place(word, languages, "words-weekdays") for word in words]
    return [] if None in found else sorted({place for place in found if place is not None})


def time(text: str, languages: Mapping[str, Texts]) -> str:
    """A time of day: 18:00, and an offset behind it where there is one."""
    words = sorted(_all(languages, "words-clock"), key=len, reverse=True)
    said = " ".join(re.sub("|".join(map(re.escape, words)), " ", text.lower()).split())
    match = TIME.fullmatch(said)
    if match is None:
        return text
    hour = int(match[1])
    if match[3] and 1 <= hour <= 12:
        hour = hour % 12 + (12 if match[3] == "pm" else 0)
    return f"{hour:02}:{match[2] or '00'}{(match[4] or '').upper()}"


def minutes(text: str, languages: Mapping[str, Texts]) -> str:
    """A length in minutes."""
    match = LENGTH.fullmatch(" ".join(text.lower().split()))
    if match is None:
        return text
    hours, hours_word, rest, rest_word = match.groups()
    in_hours, in_minutes = _all(languages, "words-hours"), _all(languages, "words-minutes")
    if hours is None:
        known = rest is not None and (not rest_word or rest_word in in_minutes)
        return str(int(rest)) if known else text
    if rest is None and hours_word in in_minutes:
        return str(int(hours))
    if hours_word not in in_hours or (rest_word and rest_word not in in_minutes):
        return text
    return str(int(hours) * 60 + int(rest or 0))


def _all(languages: Mapping[str, Texts], key: str) -> Sequence[str]:
    return [word for texts in languages.values() for word in texts.plain(key).split("/")]
