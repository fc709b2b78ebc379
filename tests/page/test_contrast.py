"""WCAG 2 A and AA as axe-core judges them, in light and in dark, of all that the page shows."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from importlib.resources import files
from typing import Literal

import pytest
import pytest_asyncio
from playwright.async_api import Browser

from bot.demo.seeding import Cast
from bot.demo.show import Show
from tests.page.chromium import ChromiumPane, chromium_pane
from tests.page.conftest import ready
from tests.page.screen import Screen
from tests.page.story import persons

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"],
    "resultTypes": ["violations"],
    "preload": False,
}
# Preloading puts style sheets into the page, which its policy forbids; it serves no rule that is wanted here.

themes = pytest.mark.parametrize("theme", ["light", "dark"])


@pytest_asyncio.fixture(loop_scope="session")
async def themed(
    chromium: Browser, demo: Show, theme: Literal["light", "dark"]
) -> AsyncIterator[ChromiumPane]:
    async with chromium_pane(chromium, theme) as pane:
        await pane.open(demo.url)
        await ready(pane)
        yield pane
        await Screen(pane).unbroken()


async def violations(pane: ChromiumPane) -> str:
    """What axe has against it; empty if nothing."""
    if not await pane.run("() => Boolean(globalThis.axe)"):
        await pane.page.evaluate(AXE)
    found = await pane.run(f"async () => (await axe.run({json.dumps(RULES)})).violations")
    return "\n".join(
        f"{rule['id']}: {' '.join(map(str, node['target']))}: {node['failureSummary']}"
        for rule in found
        for node in rule["nodes"]
    )


@themes
async def test_phones_stage_menu_and_dialogs(themed: ChromiumPane, cast: Cast) -> None:
    screen, anna = Screen(themed), persons(cast).anna
    await screen.opens(anna, "choir-fri-2")
    await screen.click(css=f'section.phone[data-person="{anna}"] button.phone-menu')
    await screen.sees("[role=menu] [role=menuitem]")
    found = await violations(themed)
    await themed.press("Escape")
    await screen.click(css='[data-tour="chapter"]')
    await screen.sees('#tour[data-chapter="month"]')
    await screen.click(css="button#add-phone")
    await screen.sees("dialog#new-phone[open]")
    assert not found + await violations(themed)


@themes
async def test_a_phone_dressed_otherwise_than_the_page(themed: ChromiumPane, cast: Cast) -> None:
    """Its messages, its title and its buttons: light on a dark page, dark on a light one, and back."""
    screen, bence = Screen(themed), persons(cast).bence
    phone = f'section.phone[data-person="{bence}"]'
    await screen.opens(bence, "choir-fri-2")
    title = f"() => getComputedStyle(document.querySelector('{phone} .head .name')).color"
    colours = [await themed.run(title)]
    for _ in range(2):
        await screen.click(css=f"{phone} button.phone-menu")
        await screen.click(css=f'{phone} [data-act="theme"]')
        colours.append(await themed.run(title))
        assert not await violations(themed)
    assert colours[0] == colours[2] != colours[1]


@themes
@pytest.mark.long
async def test_a_crowd(themed: ChromiumPane, demo: Show) -> None:
    screen = Screen(themed)
    await screen.order("crowd")
    await screen.sees('figure#crowd[data-state="going"]')
    await screen.sees('figure#crowd[data-state="done"]')
    assert not await violations(themed)
