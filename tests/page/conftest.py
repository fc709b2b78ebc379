"""One browser and one demo for all tests of the page, which come one after another in one worker: a start costs
seconds. Whatever a browser complains about while a test runs fails that test."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser

from bot.demo.seeding import Cast
from bot.demo.show import Show, serving
from tests.page import browsers
from tests.page.chromium import ChromiumPane, chromium_pane, running_chromium
from tests.page.firefox import Bidi, firefox_pane, running_firefox
from tests.page.panes import Pane
from tests.page.screen import Screen

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """One loop for all of them, as browser and demo belong to it."""
    for item in items:
        if HERE in item.path.parents and asyncio.iscoroutinefunction(getattr(item, "function", None)):
            item.add_marker(pytest.mark.asyncio(loop_scope="session"), append=False)


def found(name: str, program: str | None, *, required: bool) -> str:
    """The program; without one the test is skipped, or fails where it is required."""
    if program is None and required:
        pytest.fail(f"there is no {name} on this machine, and NEXTSEAT_BROWSER says that it is required")
    return program or pytest.skip(f"there is no {name} on this machine: install it to run this test")


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def chromium() -> AsyncIterator[Browser]:
    async with running_chromium(
        found("Chromium", browsers.chromium(), required=browsers.required())
    ) as browser:
        yield browser


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def firefox() -> AsyncIterator[Bidi]:
    """Not everywhere to be had, so it is never required."""
    async with running_firefox(found("Firefox", browsers.firefox(), required=False)) as browser:
        yield browser


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def demo() -> AsyncIterator[Show]:
    """The real demo: page, stage, sandbox, and the bot as its own process. Tests leave it usable for the next."""
    async with serving() as show:
        await show.setting_up
        yield show


@pytest.fixture(scope="session")
def cast(demo: Show) -> Cast:
    """Who lives in it."""
    assert demo.stage.cast is not None
    return demo.stage.cast


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def page(chromium: Browser, demo: Show) -> AsyncIterator[ChromiumPane]:
    """The demo's page in a window for all tests of a file."""
    async with chromium_pane(chromium) as pane:
        await pane.open(demo.url)
        yield pane
        await Screen(pane).unbroken()


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def screen(page: ChromiumPane) -> Screen:
    """The hand on it, once everything is there."""
    return await ready(page)


@pytest_asyncio.fixture(loop_scope="session")
async def fox(firefox: Bidi, demo: Show) -> AsyncIterator[Screen]:
    """The hand on the demo's page in Firefox."""
    async with firefox_pane(firefox) as pane:
        await pane.open(demo.url)
        yield await ready(pane)
        await Screen(pane).unbroken()


async def ready(pane: Pane) -> Screen:
    """Wait for phones and events."""
    made = Screen(pane)
    await made.sees("section.phone")
    await made.sees("#stage section.event")
    return made
