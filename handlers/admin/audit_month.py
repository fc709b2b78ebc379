"""A month whose history is asked for: by its number, by its name in any language, and as a button carries it."""

import re
from collections.abc import Sequence

from handlers.admin.month_named import languages_of, named_month
from handlers.door import Admin

MONTH = re.compile(r"\d{4}-\d{1,2}")
FIRST_YEAR = 2020
MONTHS = 12 * 83
"""As many as days fit into a button: until the end of 2102."""


def number_of(month: str) -> int:
    """A month as a small number; 1 is January 2020."""
    year, number = map(int, month.split("-"))
    return (year - FIRST_YEAR) * 12 + number


def month_of(number: int) -> str:
    """The month with this number."""
    years, month = divmod(number - 1, 12)
    return f"{FIRST_YEAR + years}-{month + 1:02}"


async def opened(admin: Admin) -> list[str]:
    """The months that have a history, the newest first."""
    known = [period.month for period in await admin.rooms.views.months()]
    return [month for month in known if 1 <= number_of(month) <= MONTHS]


async def numbered(admin: Admin, word: str) -> str:
    """The month that is written 2026-12; "" where wishes for it were never opened."""
    year, number = word.split("-")
    month = f"{year}-{int(number):02}"
    return month if month in await opened(admin) else ""


async def named(admin: Admin, words: Sequence[str]) -> tuple[str, list[str]]:
    """The month that some of these words name, and the others; "" and all of them where none is named. A year alone
    names no month."""
    known, languages = await opened(admin), languages_of(admin)
    fitting = [word for word in words if named_month(languages, word, known)]
    found = named_month(languages, " ".join(fitting), known) if fitting else ""
    if not found or all(word.isdigit() for word in fitting):
        return "", list(words)
    return found, [word for word in words if word not in fitting]
