"""Which variants of a test run every time, and which only in a long run.

Where the same is tried in many ways on both databases, or in three languages, the ways take turns: each of them runs
every time, on one of the databases or in one of the languages, always the same; all combinations run with `--long`.
"""

from __future__ import annotations

from collections import defaultdict
from zlib import crc32

import pytest

DATABASES = ("sqlite", "postgresql")
LANGUAGES = ("en", "hu", "de")
MANY = 6
"""So many ways, and they take turns."""

IN_ONE_LANGUAGE = "tests/taps/"
"""Every language has a third of these, and the tests of the catalogue read each text in each language."""


def take_turns(items: list[pytest.Item]) -> None:
    """Mark as long what is not in its turn."""
    families: dict[tuple[str, tuple[str, ...]], set[str]] = defaultdict(set)
    found = [(item, *split) for item in items if (split := _split(item))]
    for item, values, way, _ in found:
        families[_function(item), values].add(way)
    for item, values, way, value in found:
        ways = families[_function(item), values]
        turns = len(ways) >= MANY or (values == LANGUAGES and _function(item).startswith(IN_ONE_LANGUAGE))
        name = f"{_function(item)} {way}"
        if turns and values[crc32(name.encode()) % len(values)] != value:
            item.add_marker(pytest.mark.long)


def _split(item: pytest.Item) -> tuple[tuple[str, ...], str, str] | None:
    """What takes turns, the way without it, and whose turn this item would be; None for one that is there anyway."""
    called = getattr(item, "callspec", None)
    for values in (LANGUAGES, DATABASES):
        named = [value for value in (called.id.split("-") if called else ()) if value in values]
        if len(named) == 1 and called is not None:
            way = "-".join(part for part in called.id.split("-") if part != named[0])
            return values, way, named[0]
    return None


def _function(item: pytest.Item) -> str:
    return item.nodeid.partition("[")[0]
