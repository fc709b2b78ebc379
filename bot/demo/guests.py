"""Who lives in the demo: names from three cultures, each with the language they read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, product


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody with a phone. `first` names them in the seed."""

    first: str
    last: str
    language: str


ANNA = Guest("Anna", "Carter", "en")
BENCE = Guest("Bence", "Kovács", "hu")
CLARA = Guest("Clara", "Weber", "de")
DORA = Guest("Dóra", "Szabó", "en")
"""The studio's owner, who reads what the admin group reads: the first of the account's languages."""

ADAM = Guest("Ádám", "Fekete", "hu")
"""Her partner, without whom nothing final is opened again."""

REGULARS = (
    Guest("Emily", "Clarke", "en"),
    Guest("Oliver", "Hughes", "en"),
    Guest("Grace", "Turner", "en"),
    Guest("Harry", "Bennett", "en"),
    Guest("Sophie", "Walsh", "en"),
    Guest("Réka", "Nagy", "hu"),
    Guest("Gergő", "Tóth", "hu"),
    Guest("Eszter", "Varga", "hu"),
    Guest("Máté", "Horváth", "hu"),
    Guest("Zsófia", "Kiss", "hu"),
    Guest("Jonas", "Becker", "de"),
    Guest("Lena", "Hoffmann", "de"),
    Guest("Felix", "Schäfer", "de"),
    Guest("Marie", "Krüger", "de"),
    Guest("Paul", "Neumann", "de"),
)

CROWDS = {
    "en": (
        "Amelia George Isla Noah Ava Leo Freya Oscar Lily Arthur Poppy Theo Ivy Jack".split(),
        "Smith Jones Taylor Brown Evans Walker Wright Hall Green Baker".split(),
    ),
    "hu": (
        "Ágnes András Boglárka Csaba Dorottya Ferenc Fanni Gábor Ildikó János Kata László Nóra Péter".split(),
        "Szűcs Balogh Farkas Papp Takács Juhász Lakatos Mészáros Oláh Simon".split(),
    ),
    "de": (
        "Anton Britta Charlotte Dieter Franziska Emil Greta Hannes Ida Karl Luise Moritz Nele Theodor".split(),
        "Müller Schmidt Fischer Meyer Wagner Schulz Koch Richter Wolf Schröder".split(),
    ),
}


def crowd(people: int, skipped: int = 0) -> Iterator[Guest]:
    """So many guests with names of their own, the three languages in turn; without the first so many."""
    names = {language: product(lasts, firsts) for language, (firsts, lasts) in CROWDS.items()}
    return islice(_in_turn(names), skipped, skipped + people)


def _in_turn(names: dict[str, product[tuple[str, str]]]) -> Iterator[Guest]:
    while True:
        for language, pairs in names.items():
            last, first = next(pairs)
            yield Guest(first, last, language)


NAMES = sum(len(firsts) * len(lasts) for firsts, lasts in CROWDS.values())
"""How many different guests a crowd can have."""
