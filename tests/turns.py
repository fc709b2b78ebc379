"""Which variants of a test run in a full run, and which only in a long one.

Where the same is tried in many ways on both databases, or in three languages, the ways take turns: each of them runs
once, on one of the databases or in one of the languages, always the same; all combinations run with `--long`.
"""

from __future__ import annotations

from collections import defaultdict
from zlib import crc32

import pytest

DATABASES = ("sqlite", "postgresql")
LANGUAGES = ("en", "hu", "de")
MANY = 6
"""So many ways, and they take turns."""

SHARES = (
    "tests/admin/test_kind.py::",
    "tests/allocation/test_properties.py::test_a_whole_month_keeps_every_rule",
    "tests/bot/test_app.py::test_it_serves_until_it_is_stopped",
    "tests/bot/test_export_cli.py::",
    "tests/bot/test_letters.py::",
    "tests/e2e/test_deadline.py::",
    "tests/e2e/test_kill.py::",
    "tests/e2e/test_outage.py::",
    "tests/e2e/test_rush.py::",
    "tests/e2e/test_story.py::",
    "tests/locales/test_planted.py::test_a_planted_mistake_is_told",
    "tests/page/",
    "tests/races/test_contests.py::test_breaks_without_the_lock",
    "tests/races/test_contests.py::test_holds",
    "tests/races/test_contests.py::test_without_the_lock_the_database_refuses",
    "tests/races/test_lock.py::",
    "tests/races/test_storms.py::",
    "tests/rules/test_planted.py::test_the_sample_goes_red",
    "tests/services/test_bugs.py::",
    "tests/services/test_exports.py::",
    "tests/services/test_final_month.py::",
    "tests/services/test_killed.py::",
    "tests/services/test_locks.py::",
    "tests/services/test_metrics.py::",
    "tests/services/test_open_offers.py::",
    "tests/services/test_repair.py::",
    "tests/services/test_runs.py::",
    "tests/services/test_schedule.py::",
    "tests/storage/test_attacks.py::",
    "tests/storage/test_by_hand.py::",
    "tests/storage/test_doctor.py::test_a_violation_is_found",
    "tests/storage/test_line_sizes.py::",
    "tests/storage/test_seals.py::test_tampering_is_found_at_its_seal",
    "tests/taps/",
)
"""Tests, or files of them, in which one mechanism is tried with many things: a half of the things each time, or less
of very many, always the same ones, and all of them in a long run."""

WHOLE = (
    "tests/taps/test_admins.py::test_a_look",
    "tests/taps/test_admins.py::test_a_tap",
    "tests/taps/test_people.py::test_a_look",
    "tests/taps/test_people.py::test_a_tap",
    "tests/taps/test_refusals.py::test_a_refusal",
)
"""Every button and every refusal is tried all the same, each in one language."""

PARTS = ((60, 8), (12, 4), (2, 2), (1, 1))
"""From so many things on, one of so many runs every time."""

IN_ONE_LANGUAGE = "tests/taps/"
"""Every language has a third of these, and the tests of the catalogue read each text in each language."""

IN_ONE_DATABASE = "tests/services/"
"""Each database has a half of these, those in memory run every time, and all are played on both at once by the stories
of everything. What the databases themselves guard is tried on both, in tests/storage and tests/races."""


def take_turns(items: list[pytest.Item]) -> None:
    """Mark as long what is not in its turn."""
    _take_variants(items)
    _take_shares(items)


def _take_shares(items: list[pytest.Item]) -> None:
    families: dict[str, list[pytest.Item]] = defaultdict(list)
    for item in items:
        if _function(item).startswith(SHARES) and not item.get_closest_marker("long"):
            families[_function(item)].append(item)
    for function, family in families.items():
        if function not in WHOLE:
            share = next(part for size, part in PARTS if len(family) >= size)
            first = crc32(function.encode()) % share
            for number, item in enumerate(family):
                if number % share != first:
                    item.add_marker(pytest.mark.long)


def _take_variants(items: list[pytest.Item]) -> None:
    """Of the values that there are of one way, one has its turn: a test may be made for one database only."""
    families: dict[tuple[str, tuple[str, ...]], dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    found = [(item, *split) for item in items if (split := _split(item))]
    for item, values, way, value in found:
        families[_function(item), values][way].append(value)
    for item, values, way, value in found:
        ways = families[_function(item), values]
        alone = IN_ONE_LANGUAGE if values == LANGUAGES else IN_ONE_DATABASE
        turns = len(ways) >= MANY or _function(item).startswith(alone)
        there = sorted(ways[way])
        name = f"{_function(item)} {way}"
        if turns and there[crc32(name.encode()) % len(there)] != value:
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
