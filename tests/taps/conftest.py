"""The bot's hall, in the reader's language, on SQLite and on PostgreSQL."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from tests.taps.hall import LANGUAGES, Hall, opened


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
