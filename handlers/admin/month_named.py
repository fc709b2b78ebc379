"""A month in words: "2026-12", "December", "december 2026"."""

import unicodedata
from collections.abc import Iterable, Mapping

from handlers.door import Admin, Texts


def languages_of(admin: Admin) -> Mapping[str, Texts]:
    """Every language in which a month can be named."""
    return {language: admin.rooms.texts(language) for language in admin.rooms.languages}


def named_month(languages: Mapping[str, Texts], words: str, known: Iterable[str]) -> str:
    """The first of these months that all words fit; "" for none. Names are understood in every language of the bot,
    with accents and without."""
    told = [_folded(word).strip(".,") for word in words.split()]
    names = [
        [set(_folded(ways).split("/")) for ways in texts.plain("words-months").split(", ")]
        for texts in languages.values()
    ]
    return next((each for each in known if all(_fits(word, each, names) for word in told)), "")


def _fits(word: str, month: str, names: list[list[set[str]]]) -> bool:
    year, number = month.split("-")
    if word in (month, year, f"{year}-{int(number)}"):
        return True
    return any(word in own[int(number) - 1] for own in names)


def _folded(word: str) -> str:
    plain = unicodedata.normalize("NFKD", word.casefold())
    return "".join(sign for sign in plain if not unicodedata.combining(sign))
