"""`./run shots [NAME]`: the pictures of docs/shots anew, all of them or those whose name begins so.

The real demo is played through in each look, so what a picture shows is what the page does.
"""

from __future__ import annotations

import asyncio
import contextlib
import sys
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from playwright.async_api import Browser

from bot.demo.desk import Desk
from bot.demo.guests import crowd
from bot.demo.hands import books, done, opens
from bot.demo.month import BY_HAND, WAITED_FOR
from bot.demo.seeding import OTHERS
from bot.demo.show import Show, serving
from bot.demo.wishing import WISHES
from bot.localization import load_texts
from bot.sandbox import Phone
from handlers.admin.metrics_sheet import sheet
from handlers.pictures.month import picture
from handlers.pictures.palette import DARK, LIGHT
from tests.page import browsers
from tests.page.chromium import Scheme, chromium_pane, running_chromium
from tests.page.managing import Owner, manage
from tests.page.screen import Screen
from tests.page.story import ROUNDING_MINUTES, VALIDITY_MINUTES, fill
from tests.pictures.runs import USUAL, before

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "docs" / "shots"
PHONE, TALL, DESK = (375, 780), (375, 1260), (1280, 800)
NEWEST = "section.phone .log-frame > button.newest"
"""Leads down to the newest message."""
SHARP = 1.5  # the more, the larger the files
REST = """async () => {
    document.activeElement?.blur();
    getSelection().removeAllRanges();
    await document.fonts.ready;
    const shows = toast => toast.textContent.trim() && getComputedStyle(toast).opacity > 0.01;
    const frame = () => new Promise(requestAnimationFrame);
    while ([...document.querySelectorAll(".toast")].some(shows)) await frame();
    for (let frames = 0; frames < 3; frames += 1) await frame();
}"""


@dataclass(frozen=True, slots=True)
class Look:
    """A language and a theme, with somebody of that language and an event of their own."""

    language: str
    scheme: Scheme
    star: str
    code: str

    @property
    def name(self) -> str:
        return f"{self.language}-{self.scheme}"


LOOKS = (
    Look("en", "light", "Emma", "yoga-tue-2"),
    Look("hu", "light", "Lilla", "yoga-tue-3"),
    Look("de", "light", "Lukas", "bread-sat-2"),
    Look("en", "dark", "Noah", "bread-sat-3"),
)


class Camera:
    """Keeps the pictures whose names are wanted."""

    def __init__(self, wanted: str) -> None:
        self._wanted = wanted
        self.taken: list[Path] = []

    async def takes(self, screen: Screen, name: str) -> None:
        """What is seen now, once it has come to rest."""
        if not name.startswith(self._wanted):
            return
        await screen.pane.run(REST)
        self.taken.append(FOLDER / f"{name}.png")
        _keep(self.taken[-1], await screen.pane.picture())

    def keeps(self, name: str, picture: bytes) -> None:
        """A picture that the bot has drawn."""
        if name.startswith(self._wanted):
            self.taken.append(FOLDER / f"{name}.png")
            _keep(self.taken[-1], picture)


def _keep(path: Path, picture: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(picture)


async def shoot(camera: Camera, program: str) -> None:
    """Play everything, once."""
    figures(camera)
    async with serving() as show, running_chromium(program) as browser:
        await show.setting_up
        await pages(camera, browser, show)
        await admin(camera, browser, show)
        await months(camera, browser, show)
        for look in LOOKS:
            await story(camera, browser, show, look)
        await crowds(camera, browser, show)


@contextlib.asynccontextmanager
async def opened(
    browser: Browser, show: Show, language: str, scheme: Scheme, size: tuple[int, int], scale: float
) -> AsyncIterator[Screen]:
    """The page, with everything on it; on a phone without the tour, which would take half of it."""
    async with chromium_pane(browser, scheme, scale, *size) as pane:
        await pane.open(show.url)
        screen = Screen(pane)
        await screen.until("() => document.querySelector('#stage section.event')")
        await screen.language(language)
        if size != DESK and await pane.run("() => Boolean(eyes.find({ css: 'section#tour' }))"):
            await screen.click(css="button#tour-toggle")
            await screen.misses("section#tour")
        yield screen


async def pages(camera: Camera, browser: Browser, show: Show) -> None:
    """The whole page as it opens, and the stage alone."""
    for look in LOOKS:
        async with opened(browser, show, look.language, look.scheme, DESK, 1) as screen:
            await camera.takes(screen, f"page-{look.name}")
        async with opened(browser, show, look.language, look.scheme, PHONE, SHARP) as screen:
            await screen.click(css='nav#tabs button[data-tab="stage"]')
            await camera.takes(screen, f"stage-{look.name}")


async def admin(camera: Camera, browser: Browser, show: Show) -> None:
    """A seat of an event that is filled by hand has come free; then the owner manages an event and its line."""
    cast = show.stage.cast
    assert cast is not None
    phones, dora = cast.phones, cast.phones["Dóra"].id
    await done(phones["Anna"], await opens(phones["Anna"], BY_HAND), "cancel", "cancel-confirm")
    for look in LOOKS:
        if look.language != "en":  # a card stays in the language in which it was written
            continue
        async with opened(browser, show, look.language, look.scheme, PHONE, SHARP) as screen:
            await screen.click(css=f'nav#tabs button[data-tab="{dora}"]')
            await screen.waits_for(dora, "a-freed-promote")
            await camera.takes(screen, f"admin-{look.name}")
    for look in LOOKS:
        async with opened(browser, show, look.language, look.scheme, PHONE, SHARP) as screen:
            await screen.click(css=f'nav#tabs button[data-tab="{dora}"]')
            seen = partial(_newest, camera, screen, look)
            await manage(screen, show, cast, look.language, WAITED_FOR, seen)


async def months(camera: Camera, browser: Browser, show: Show) -> None:
    """The month's card once a version is there; then it is booked, and somebody reads their result."""
    cast = show.stage.cast
    assert cast is not None
    desk = Desk(cast.phones["Dóra"], cast.group)
    await desk.month()
    for verb in ("a-period-close-ask", "a-period-close", "a-batch-plan", "a-batch-execute"):
        await desk.presses(verb)
    await desk.version()
    for look in LOOKS:
        async with opened(browser, show, look.language, look.scheme, TALL, 1) as screen:
            await screen.click(css=f'nav#tabs button[data-tab="{desk.admin.id}"]')
            owner = Owner(screen, show, cast, partial(_newest, camera, screen, look))
            await owner.speaks(look.language)
            await owner.plans()
    for verb in ("a-batch-final-ask", "a-batch-final"):
        await desk.presses(verb)
    readers = {
        guest.language: phone for phone, guest, _ in zip(cast.besides, crowd(OTHERS), WISHES, strict=False)
    }
    for look in LOOKS:
        reader = readers[look.language]
        async with opened(browser, show, look.language, look.scheme, PHONE, SHARP) as screen:
            await picks_up(screen, reader)
            await screen.waits_for(reader.id, "month-ledger")
            await _newest(camera, screen, look, "result")


async def _newest(camera: Camera, screen: Screen, look: Look, name: str) -> None:
    """With the newest message in view."""
    if await screen.pane.run("css => Boolean(eyes.find({ css }))", NEWEST):
        await screen.click(css=NEWEST)
        await screen.misses(NEWEST)
    await camera.takes(screen, f"{name}-{look.name}")


async def picks_up(screen: Screen, phone: Phone) -> None:
    """Somebody's phone comes to the page."""
    await screen.click(css="button#add-phone")
    await screen.choose('dialog#new-phone select[name="known"]', str(phone.id))


async def story(camera: Camera, browser: Browser, show: Show, look: Look) -> None:
    """On the phone of somebody new: the greeting, an event that is full, an offer, and its end."""
    assert show.stage.cast is not None
    star = await show.stage.driver.person(look.star, language_code=look.language)
    leaver = show.stage.cast.phones["Bence"]
    async with opened(browser, show, look.language, look.scheme, PHONE, SHARP) as screen:
        await picks_up(screen, star)
        await screen.click(css=f'section.phone[data-person="{star.id}"] button.start')
        await screen.waits_for(star.id, "services")
        await camera.takes(screen, f"start-{look.name}")

        await fill(show.stage, look.code)
        seat = await books(leaver, look.code)
        card = await opens(star, look.code)
        await screen.waits_for(star.id, "join", after=card.id - 1)
        await camera.takes(screen, f"event-{look.name}")

        await done(star, card, "join", "join-confirm")
        await screen.waits_for(star.id, "leave", after=card.id - 1)
        await done(leaver, seat, "cancel", "cancel-confirm")
        offer = await screen.waits_for(star.id, "accept", after=card.id)
        await camera.takes(screen, f"offer-{look.name}")

        await show.stage.driver.push(minutes=VALIDITY_MINUTES + ROUNDING_MINUTES)
        await screen.lacks(offer, "accept")
        await camera.takes(screen, f"expiry-{look.name}")


def figures(camera: Camera) -> None:
    """A month's figures, as /metrics draws them."""
    texts = load_texts()
    for look in LOOKS:
        shown = sheet(texts[look.language], USUAL, before(6))
        camera.keeps(f"metrics-{look.name}", picture(shown, DARK if look.scheme == "dark" else LIGHT))


async def crowds(camera: Camera, browser: Browser, show: Show) -> None:
    """What became of two hundred people who wanted ten seats."""
    feed = show.stage.sandbox.feed
    show.stage.comes(200, 10)
    while show.stage.crowd is None or show.stage.crowd.state != "done":
        await feed.passes(feed.serial)
    for look in LOOKS:
        async with opened(browser, show, look.language, look.scheme, PHONE, SHARP) as screen:
            await screen.click(css='nav#tabs button[data-tab="stage"]')
            await screen.sees('figure#crowd[data-state="done"]')
            await screen.pane.run("() => document.querySelector('figure#crowd').scrollIntoView()")
            await camera.takes(screen, f"crowd-{look.name}")


def main(arguments: Sequence[str]) -> int:
    """Say where the pictures are."""
    program = browsers.chromium()
    if program is None:
        print("there is no Chromium on this machine: install it, or name it in NEXTSEAT_CHROMIUM")
        return 2
    camera = Camera(arguments[0] if arguments else "")
    asyncio.run(shoot(camera, program))
    for path in sorted(camera.taken):
        print(f"{path.relative_to(ROOT)}  {path.stat().st_size // 1024} KB")
    return 0 if camera.taken else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
