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
        await screen.sees(f'{_ticked(step)}, [data-tour="show"]')
        if await is_done(screen, step):
            return
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
async def test_it_goes_on_when_the_offer_is_taken_at_once(guided: Screen, studio: Show) -> None:
    """Then none runs out: the tour says so, points at nothing, and goes on with what is left."""
    assert studio.stage.cast is not None
    await guided.click(css='#tour li[data-step="6"] button')
    await guided.sees("#tour .why", "is at another place")
    for step in (1, 2, 3, 4, 5):
        await follows(guided, studio, step)
    offer = await guided.waits_for(persons(studio.stage.cast).bence, "accept")
    await guided.taps(offer, "accept")
    await done(guided, [6, 7])
    await guided.click(css='#tour li[data-step="6"] button')
    await guided.sees("#tour .do", "Bence has taken it")
    await guided.sees("#tour .why", "Go on with step 8")
    await guided.sees('[data-tour="again"]')
    await guided.misses('[data-tour="show"]')
    await follows(guided, studio, 8)
    await done(guided, STORY)


@pytest.mark.long
async def test_it_leads_back_whoever_played_freely(guided: Screen, studio: Show) -> None:
    """Anna's seat is anybody's as nobody waits; what to do about it is said, and shown, from any step."""
    assert studio.stage.cast is not None
    anna = persons(studio.stage.cast).anna
    card = await guided.opens(anna, FULL)
    await guided.taps(card, "cancel", "cancel-confirm")
    await guided.counts(FULL, free=1)
    await guided.misses('#tour button[data-order="play"]')
    await guided.sees("#tour .hint", "Begin again")
    for step in (2, 3, 5, 6, 7):
        await guided.click(css=f'#tour li[data-step="{step}"] button')
        await guided.sees("#tour .do", "has a free seat: let Anna book it first")
    for step in (2, 3, 5, 6, 7, 8):
        await follows(guided, studio, step)


@pytest.mark.long
async def test_a_story_that_is_stopped_goes_on_by_hand(guided: Screen, studio: Show) -> None:
    """The button that plays it stays while it may be used, and its place is taken by one that stops it."""
    assert studio.stage.cast is not None
    await follows(guided, studio, 1)
    await guided.click(css='#tour button[data-order="play"]')
    await guided.misses('#tour button[data-order="play"]')
    await guided.click(css='#tour button[data-order="stop"]')
    await guided.misses('#tour button[data-order="stop"]')
    await guided.sees('[data-tour="show"]')
    assert not studio.stage.playing
    for step in (2, 3):
        await follows(guided, studio, step)


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
