"""The tour tells the same story as the one that plays by itself, and whoever asks is shown the next thing to do."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence

import pytest
import pytest_asyncio
from playwright.async_api import Browser

from bot.demo.month import BY_HAND, FULL
from bot.demo.show import Show, serving
from tests.page.chromium import chromium_pane
from tests.page.conftest import ready
from tests.page.screen import CARD, Screen
from tests.page.story import event, persons

STORY = range(1, 9)
POINTED = """() => {
    const button = document.activeElement;
    const { data, share } = button.dataset;
    return button.matches(".inline, .s-chip") ? { share, key: `${data} ${button.textContent}` } : null;
}"""
"""What the ring is around: the same button has the focus."""
PRESSES = 12
"""More than any step takes."""


@pytest_asyncio.fixture(loop_scope="session")
async def studio() -> AsyncIterator[Show]:
    """A world of its own, as the tour needs one in which nothing has happened yet."""
    async with serving() as show:
        await show.setting_up
        yield show


@pytest_asyncio.fixture(loop_scope="session")
async def guided(chromium: Browser, studio: Show) -> AsyncIterator[Screen]:
    async with chromium_pane(chromium) as pane:
        await pane.open(studio.url)
        yield await ready(pane)
        await Screen(pane).unbroken()


async def done(screen: Screen, steps: Sequence[int]) -> None:
    """Wait until these are ticked off."""
    for step in steps:
        await screen.sees(f'#tour li[data-step="{step}"][data-done]')


async def is_done(screen: Screen, step: int) -> bool:
    return bool(await screen.pane.run("css => Boolean(eyes.find({ css }))", _ticked(step)))


def _ticked(step: int) -> str:
    return f'#tour li[data-step="{step}"][data-done]'


async def follows(screen: Screen, studio: Show, step: int) -> None:
    """Have the step shown, press what is pointed at, and so on until it is done."""
    for _ in range(PRESSES):
        if await is_done(screen, step):
            return
        await screen.click(css=f'#tour li[data-step="{step}"] button')
        await screen.click(css='[data-tour="show"]')
        await screen.until("() => !document.querySelector('[data-tour=show]').hasAttribute('aria-busy')")
        shown = await screen.pane.run(POINTED)
        if shown is None:  # nothing is left to be pressed
            await done(screen, [step])
            return
        phone = int(shown.get("share") or 0)
        before = await screen.newest(phone)
        await screen.pane.press("Enter")
        if phone:
            await screen.waits_for(phone, *CARD, after=before)
        else:
            await screen.until(f"before => ({POINTED})()?.key !== before", shown["key"])
        await knows(screen, studio)
    raise AssertionError(f"step {step} leads nowhere")


async def knows(screen: Screen, studio: Show) -> None:
    """Wait until the page has heard what the tap has changed."""
    for code in (FULL, BY_HAND):
        now = await event(studio.stage, code)
        await screen.counts(code, **{name: now[name] for name in ("booked", "offered", "waiting")})


@pytest.mark.long
async def test_it_leads_through_the_story_even_out_of_order(guided: Screen, studio: Show) -> None:
    """Bence takes the offer at once, so that another seat has to come free before one runs out."""
    assert studio.stage.cast is not None
    for step in (1, 2, 3, 4, 5):
        await follows(guided, studio, step)
    bence = persons(studio.stage.cast).bence
    offer = await guided.waits_for(bence, "accept")
    await guided.taps(offer, "accept")
    await done(guided, [7])
    for step in (6, 7, 8):
        await follows(guided, studio, step)
    await done(guided, STORY)


@pytest.mark.long
async def test_playing_it_ticks_it_off_and_says_how_to_go_on(
    chromium: Browser, guided: Screen, studio: Show
) -> None:
    """Who comes later is told where to find a fresh studio."""
    await guided.misses("#tour .late")
    studio.stage.speed = 0
    await guided.click(css='#tour button[data-order="play"]')
    await done(guided, STORY)
    await guided.sees("#tour .do", "That was the story")
    await guided.counts(FULL, offered=0)
    await guided.counts(BY_HAND, free=0)
    async with chromium_pane(chromium) as pane:
        await pane.open(studio.url)
        other = await ready(pane)
        await other.sees("#tour .late", "Begin again")
        await other.unbroken()
