"""What a short run leaves to a full one, so that it ends in less than five minutes on two cores.

Of a file with many tests a part runs every time, always the same one, chosen so that every kind of test has its turn;
what the product promises before everything else runs whole. A full run, which CI asks for, leaves nothing out here,
and neither does whoever names the files to be run.
"""

from __future__ import annotations

from collections import defaultdict
from zlib import crc32

import pytest

EVERY_TIME = (
    "tests/e2e/test_kill.py::",
    "tests/e2e/test_month.py::",
    "tests/e2e/test_rush.py::test_exactly_ten_are_booked_and_everybody_else_knows_their_place",
    "tests/e2e/test_story.py::test_full_class_line_cancel_offer_accept",
    "tests/e2e/test_story.py::test_offer_expires_and_moves_on",
    "tests/page/test_opens.py::",
    "tests/page/test_story.py::",
    "tests/races/test_contests.py::test_holds",
    "tests/races/test_contests.py::test_breaks_without_the_lock",
    "tests/rules/test_machine.py::",
)
"""The way from a full class to the accepted offer and from a wish to the proof, kills, races, and any sequence of
decisions."""

ONLY_IN_FULL = ("tests/e2e/",)
"""Whatever else is there starts the bot again, and waits for it."""

SHARES = (
    ("tests/page/", 5),
    ("tests/taps/", 5),
    ("tests/services/", 4),
    ("tests/locales/", 4),
    ("tests/storage/", 3),
    ("tests/bot/", 3),
    ("tests/races/", 3),
    ("tests/demo/", 3),
    ("tests/splitting/", 3),
    ("tests/allocation/", 2),
    ("tests/admin/", 2),
    ("tests/catalogue/", 2),
    ("tests/rules/", 2),
    ("tests/setup/", 2),
    ("tests/sandbox/", 2),
    ("tests/pictures/", 2),
)
"""Of so many tests of a file there, one runs every time; at least one of each file."""


def left_to_a_full_run(items: list[pytest.Item]) -> list[pytest.Item]:
    """Those that a short run does without."""
    files: dict[str, list[pytest.Item]] = defaultdict(list)
    for item in items:
        if not item.nodeid.startswith(EVERY_TIME):
            files[item.nodeid.partition("::")[0]].append(item)
    return [item for file, tests in files.items() for item in _left(file, tests)]


def _left(file: str, tests: list[pytest.Item]) -> list[pytest.Item]:
    if file.startswith(ONLY_IN_FULL):
        return tests
    share = next((share for folder, share in SHARES if file.startswith(folder)), 1)
    turn = crc32(file.encode()) % min(share, len(tests))
    return [test for number, test in enumerate(tests) if number % share != turn]
