"""The bot's hall, in the reader's language, on SQLite and on PostgreSQL."""

from __future__ import annotations

from collections.abc import AsyncIterator
from zlib import crc32

import pytest

from tests.taps.hall import LANGUAGES, Hall, opened

IN_TURN = {"test_a_tap": "language", "test_one_change_and_the_other_is_told": "database_url"}
"""Tests of every verb that take turns: each verb in one language, or on one database, every time, and in all of them
in a long run. Every language has a third of the verbs, and the catalogue's own tests read each text in each."""

LARGE = {"test_ten_thousand_lines", "test_ten_thousand_priorities_in_one_line"}
"""On SQLite every time, on PostgreSQL too in a long run."""


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if getattr(item, "originalname", "") in LARGE and "postgresql" in item.name:
            item.add_marker(pytest.mark.long)
        turn = IN_TURN.get(getattr(item, "originalname", ""))
        called = getattr(item, "callspec", None)
        if turn is None or called is None or "verb" not in called.params or turn not in called.params:
            continue
        values = LANGUAGES if turn == "language" else ("sqlite", "postgresql")
        mine = values[crc32(called.params["verb"].encode()) % len(values)]
        if called.params[turn] != mine:
            item.add_marker(pytest.mark.long)


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    """Everybody's, and the admin group's."""
    return str(request.param)


def _group_language(request: pytest.FixtureRequest) -> str:
    return str(request.getfixturevalue("language")) if "language" in request.fixturenames else "en"


@pytest.fixture
async def hall(
    request: pytest.FixtureRequest, sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Hall]:
    async with opened(sqlite_url, monkeypatch, _group_language(request)) as hall:
        yield hall


@pytest.fixture
async def either_hall(database_url: str, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Hall]:
    """On each database in turn."""
    async with opened(database_url, monkeypatch) as hall:
        yield hall
