"""A demo with everything real: the page's server, the bot as its own process, a studio that guests have filled."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from bot.demo.show import Show, serving


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """One loop for all tests that share the demo."""
    for item in items:
        if item.path == Path(__file__).with_name("test_stage.py"):
            item.add_marker(pytest.mark.asyncio(loop_scope="session"), append=False)


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def show() -> AsyncIterator[Show]:
    """Set up to its end."""
    async with serving() as show:
        await show.setting_up
        yield show
