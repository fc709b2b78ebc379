"""One moment bears one time on the whole page: the studio's in the demo, the browser's where there is no studio."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from playwright.async_api import Browser

from bot.demo.month import ACCOUNT
from bot.demo.show import Show
from bot.sandbox import Driver, running_sandbox
from tests.page.chromium import chromium_pane
from tests.page.conftest import ready
from tests.page.panes import Pane
from tests.page.screen import Screen
from tests.page.test_rich import opened

AWAY = "Pacific/Kiritimati"
"""Half a day from everybody else."""
WRITTEN = (
    """() => [...document.querySelectorAll(".message .meta time")].map(t => [t.dateTime, t.textContent])"""
)


async def told(pane: Pane, zone: str) -> None:
    """Every bubble says its time in that zone."""
    written = await pane.run(WRITTEN)
    assert written
    for moment, text in written:
        local = datetime.fromisoformat(moment).astimezone(ZoneInfo(zone))
        assert text == f"{local:%H:%M}", moment


async def test_the_demo_lives_where_its_studio_is(chromium: Browser, demo: Show) -> None:
    async with chromium_pane(chromium, zone=AWAY) as pane:
        await pane.open(demo.url)
        screen = await ready(pane)
        await screen.sees("section.phone article.message")
        await screen.sees(".clock .zone", str(ACCOUNT["timezone"]))
        await told(pane, str(ACCOUNT["timezone"]))
        await screen.unbroken()


async def test_a_bare_sandbox_lives_where_the_browser_is(chromium: Browser) -> None:
    """Today is yesterday once the clock is past midnight."""
    async with running_sandbox() as sandbox, chromium_pane(chromium, zone=AWAY) as pane:
        driver = Driver(sandbox)
        eve = await driver.person("Eve", language_code="en")
        await eve.start()
        await pane.open(sandbox.base_url)
        screen = Screen(pane)
        await opened(screen, eve)
        await screen.sees(".day time", "Today")
        await told(pane, AWAY)
        now = datetime.now(UTC).astimezone(ZoneInfo(AWAY))
        await driver.push(hours=24 - now.hour, seconds=1)
        await screen.sees(".day time", "Yesterday")
        await screen.unbroken()
