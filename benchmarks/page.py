"""`page`: the demo's page in a browser while two hundred people want ten seats and the bot works beside it. How long
was its longest frame, how long was it busy without a pause, and do people wait longer for it?"""

from __future__ import annotations

from collections.abc import Mapping

from playwright.async_api import Browser

from benchmarks.figures import Row, at_most, row
from benchmarks.options import Options
from benchmarks.rounds import Contender, alternate
from benchmarks.stores import Stores
from benchmarks.truth import Untrue
from bot.demo.show import Show, serving
from tests.page import browsers
from tests.page.chromium import chromium_pane, running_chromium
from tests.page.screen import Screen

PEOPLE, SEATS, FEW = 200, 10, 20
FRAME, TASK = "longest frame", "longest task of the page"
STILL = "longest frame while nobody comes"
WITH, WITHOUT = "tap to answer with the page open, p50", "tap to answer with no page, p50"
STILL_FRAMES = 120
WATCH = """() => {
    const seen = window.seen = { frame: 0, task: 0 };
    new PerformanceObserver(list => {
        for (const entry of list.getEntries()) seen.task = Math.max(seen.task, entry.duration);
    }).observe({ type: "longtask" });
    let before = performance.now();
    requestAnimationFrame(function frame() {
        const now = performance.now();
        seen.frame = Math.max(seen.frame, now - before);
        before = now;
        requestAnimationFrame(frame);
    });
}"""
SEEN = """async frames => {
    for (let left = frames; left; left -= 1) await new Promise(requestAnimationFrame);
    const seen = { ...window.seen };
    Object.assign(window.seen, { frame: 0, task: 0 });
    return seen;
}"""
"""What was longest since the last time, some frames from now."""


async def run(_: Stores, kind: str, options: Options) -> list[Row]:
    """The demo has an SQLite database of its own: there is nothing to measure on another kind."""
    if kind != "sqlite":
        return []
    program = browsers.chromium()
    if program is None:
        raise Untrue("there is no Chromium on this machine: install it, or name it in NEXTSEAT_CHROMIUM")
    async with serving() as show, running_chromium(program) as browser:
        await show.setting_up
        people = FEW if options.quick else PEOPLE
        watched, alone = _watched(browser, show, people), _alone(show, people)
        found = await alternate(options.rounds, [watched, alone])
    return [
        row(found, FRAME, "ms", goal=at_most(100)),
        row(found, TASK, "ms", goal=at_most(100)),
        row(found, STILL, "ms"),
        row(found, WITH, "ms", WITHOUT, at_most(3)),
        row(found, WITHOUT, "ms"),
    ]


def _watched(browser: Browser, show: Show, people: int) -> Contender:
    async def contender() -> Mapping[str, float]:
        async with chromium_pane(browser) as pane:
            await pane.open(show.url)
            screen = Screen(pane)
            await screen.sees("section.phone")
            await screen.sees("#stage section.event")
            await pane.run(WATCH)
            await pane.run(SEEN, STILL_FRAMES)  # the first ones still draw the page
            still = await pane.run(SEEN, STILL_FRAMES)
            answered = await _crowd(show, people)
            await screen.sees('figure#crowd[data-state="done"]')
            rushed = await pane.run(SEEN, STILL_FRAMES)
        return {FRAME: rushed["frame"], TASK: rushed["task"], STILL: still["frame"], WITH: answered}

    return contender


def _alone(show: Show, people: int) -> Contender:
    async def contender() -> Mapping[str, float]:
        return {WITHOUT: await _crowd(show, people)}

    return contender


async def _crowd(show: Show, people: int) -> float:
    """Let them come, and see that every seat went to somebody; half of them had an answer in so many ms."""
    crowd, feed = show.stage.comes(people, SEATS), show.stage.sandbox.feed
    while crowd.state != "done":
        await feed.passes(feed.serial)
    document = crowd.document()
    if (document["booked"], document["waiting"]) != (SEATS, people - SEATS):
        raise Untrue(f"{document['booked']} of {SEATS} seats, {document['waiting']} in line, of {people}")
    return float(document["p50"])
