"""The bot's hall, in the reader's language, on SQLite and on PostgreSQL."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from tests.taps.hall import LANGUAGES, Hall, opened

LARGE = {"test_ten_thousand_lines", "test_ten_thousand_priorities_in_one_line"}
"""On SQLite every time, on PostgreSQL too in a long run."""


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if getattr(item, "originalname", "") in LARGE and "postgresql" in item.name:
            item.add_marker(pytest.mark.long)


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    """Everybody's, and the admin group's."""
    return str(request.param)


def _group_language(request: pytest.FixtureRequest) -> str:
    return str(request.getfixturevalue("language")) if "language" in request.fixturenames else "en"


ON_BOTH_WHEN_LONG = "test_mode_"


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Some modules have their halls on PostgreSQL, too, in a long run."""
    name = metafunc.module.__name__.rpartition(".")[2]
    if name.startswith(ON_BOTH_WHEN_LONG) and "hall_url" in metafunc.fixturenames:
        databases = ["sqlite", pytest.param("postgresql", marks=pytest.mark.long)]
        metafunc.parametrize("hall_url", databases, indirect=True)


@pytest.fixture
def hall_url(request: pytest.FixtureRequest) -> str:
    """The database of `hall`."""
    on_postgres = getattr(request, "param", "sqlite") == "postgresql"
    url: str = request.getfixturevalue("postgres_url" if on_postgres else "sqlite_url")
    return url


@pytest.fixture
async def hall(
    request: pytest.FixtureRequest, hall_url: str, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Hall]:
    async with opened(hall_url, monkeypatch, _group_language(request)) as hall:
        yield hall


@pytest.fixture
async def either_hall(database_url: str, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Hall]:
    """On each database in turn."""
    async with opened(database_url, monkeypatch) as hall:
        yield hall
