"""The tour's second chapter: the month, from a wish to a draw that is verified. It follows what has really happened, by
whatever hand, it plays by itself, and whoever asks is shown the next thing to do."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence

import pytest
import pytest_asyncio
from playwright.async_api import Browser

from bot.demo import month
from bot.demo.desk import Desk
from bot.demo.leafing import wishes
from bot.demo.seeding import Cast
from bot.demo.show import Show, serving
from bot.demo.wishing import T1, wishing
from tests.page.chromium import chromium_pane
from tests.page.conftest import ready
from tests.page.screen import Screen
from tests.page.story import unrefused

STEPS = range(1, 11)
CHAPTER = '[data-tour="chapter"]'
POINTED = """() => {
    const button = document.activeElement;
    const { data, command, share } = button.dataset;
    const known = button.matches("button.inline, .s-chip, .command-item, button.commands");
    const said = command ?? share; // the bot answers with a message of its own
    const phone = Number(share ?? button.closest("section.phone")?.dataset.person);
    const opens = button.matches("button.commands");
    return known ? { said, opens, phone, key: `${button.className} ${data ?? said} ${button.textContent}` } : null;
}"""
"""What the ring is around: the same button has the focus."""
RINGED = """() => {
    const box = document.querySelector(".stage-ring:not([hidden])")?.getBoundingClientRect();
    const found = box && document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    return found?.closest("button")?.dataset.command;
}"""
"""Where a list of commands has opened, the ring goes on to the command."""
ANSWERED = """(phone, before) => {
    const all = [...document.querySelectorAll(`section.phone[data-person="${phone}"] article.message`)];
    return all.filter(message => Number(message.dataset.id) > before).length > 1;
}"""
"""What was said is there, and something that came after it."""
PRESSES = 24
"""More than any step takes."""


def ticked(step: int) -> str:
    return f'#tour[data-chapter="month"] li[data-step="{step}"][data-done]'


async def done(screen: Screen, steps: Sequence[int]) -> None:
    """Wait until these are ticked off."""
    for step in steps:
        await screen.sees(ticked(step))


async def is_done(screen: Screen, step: int) -> bool:
    return bool(await screen.pane.run("css => Boolean(eyes.find({ css }))", ticked(step)))


async def test_it_follows_what_really_happens(screen: Screen, demo: Show, cast: Cast) -> None:
    """The first chapter is there at first; in the second one a step is ticked off when it has happened, not before."""
    await screen.sees('#tour[data-chapter="seats"]')
    await screen.click(css=CHAPTER)
    await screen.sees("#tour .step h2", "A wish")
    await screen.misses("#tour [data-done]")
    anna, desk = cast.phones["Anna"], Desk(cast.phones["Dóra"], cast.group)
    await wishes(anna, f"{month.wished(demo.stage.began):%Y-%m}", wishing("en", 1, (T1,)))
    await done(screen, [1])
    await desk.month()
    await desk.presses("a-period-close-ask")
    await desk.presses("a-period-close")
    assert not await is_done(screen, 2)
    await desk.presses("a-batch-plan")
    await done(screen, [2])
    assert not await is_done(screen, 3)
    await desk.presses("a-batch-execute")
    await done(screen, [3])
    await screen.sees("#tour .step h2", "Somebody decides")
    await screen.misses('#tour button[data-order="play"]')
    await screen.click(css='#tour li[data-step="9"] button')
    await screen.sees("#tour .do", "is not final yet")
    await screen.click(css=CHAPTER)
    await screen.sees('#tour[data-chapter="seats"]')


@pytest_asyncio.fixture(loop_scope="session")
async def studio() -> AsyncIterator[Show]:
    """A world of its own, in which nothing of the month has happened yet."""
    async with serving() as show:
        await show.setting_up
        yield show


@pytest_asyncio.fixture(loop_scope="session")
async def guided(chromium: Browser, studio: Show) -> AsyncIterator[Screen]:
    async with chromium_pane(chromium) as pane:
        await pane.open(studio.url)
        screen = await ready(pane)
        await screen.click(css=CHAPTER)
        yield screen
        await Screen(pane).unbroken()


@pytest.mark.long
@pytest.mark.parametrize("language", ["en", "hu", "de"])
async def test_it_plays_to_its_end(guided: Screen, studio: Show, language: str) -> None:
    await guided.language(language)
    studio.stage.speed = 0
    await guided.click(css='#tour button[data-order="play"]')
    for _ in range(3):  # the group hears of so many things only in its turn
        if await is_done(guided, 9):
            break
        await guided.pane.run("() => new Promise(done => setTimeout(done, 30_000))")
    await done(guided, STEPS)
    second = await guided.pane.run("() => document.querySelectorAll('section.phone').length")
    assert second == len(studio.stage.cast.opened) + 1 if studio.stage.cast else False
    unrefused(studio.stage.sandbox)


@pytest.mark.long
async def test_whoever_asks_is_led_through_all_of_it(guided: Screen, studio: Show) -> None:
    """Only what is pointed at is pressed."""
    for step in STEPS:
        await follows(guided, step)
    assert studio.stage.cast is not None
    unrefused(studio.stage.sandbox)


async def follows(screen: Screen, step: int) -> None:
    """Have the step shown, press what is pointed at, and so on until it is done."""
    for _ in range(PRESSES):
        if await is_done(screen, step):
            return
        await screen.click(css=f'#tour li[data-step="{step}"] button')
        await screen.sees(f'{ticked(step)}, [data-tour="show"]')
        if await is_done(screen, step):
            return
        await screen.click(css='[data-tour="show"]')
        await screen.until("() => !document.querySelector('[data-tour=show]').hasAttribute('aria-busy')")
        shown = await screen.pane.run(POINTED)
        if shown is None:  # nothing is left to be pressed
            await done(screen, [step])
            return
        before = await screen.newest(shown["phone"])
        await screen.pane.press("Enter")
        if command := shown["opens"] and await screen.until(RINGED):
            await screen.click(
                css=f'section.phone[data-person="{shown["phone"]}"] [data-command="{command}"]'
            )
        if command or shown.get("said"):
            await screen.until(ANSWERED, shown["phone"], before)
        else:
            look = f"(key, css) => ({POINTED})()?.key !== key || eyes.find({{ css }})"
            await screen.until(look, shown["key"], ticked(step))
    raise AssertionError(f"step {step} leads nowhere")
