"""The system's Chromium, driven by Playwright."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator
from typing import Any, Literal

from playwright.async_api import Browser, ConsoleMessage, Error, Page, Request, Response, async_playwright

from tests.page.panes import EYES, TALL, WIDE, PaneError

Scheme = Literal["light", "dark"]
LOOPBACK = "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost"
ENDED = "net::ERR_ABORTED"  # of a stream that the page or we closed


class ChromiumPane:
    """One window of its own: no cookies, no storage, nothing shared with another one."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.complaints: list[str] = []
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.complaints.append(f"error: {error}"))
        page.on("requestfailed", self._failed)
        page.on("response", self._response)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(f"console {message.type}: {message.text} ({message.location.get('url')})")

    def _failed(self, request: Request) -> None:
        if request.failure != ENDED:
            self.complaints.append(f"{request.method} {request.url}: {request.failure}")

    def _response(self, response: Response) -> None:
        if response.status >= 400:
            self.complaints.append(f"{response.request.method} {response.url}: {response.status}")

    async def open(self, url: str) -> None:
        await self.page.goto(url)

    async def run(self, function: str, *arguments: Any) -> Any:
        try:
            return await self.page.evaluate(f"given => ({function})(...given)", list(arguments))
        except Error as error:
            raise PaneError(error.message) from None

    async def down(self, x: float, y: float) -> None:
        await self.page.mouse.move(x, y)
        await self.page.mouse.down()

    async def up(self, x: float, y: float) -> None:
        await self.page.mouse.move(x, y)
        await self.page.mouse.up()

    async def press(self, *keys: str) -> None:
        for key in keys:
            await self.page.keyboard.press(key)

    async def type(self, text: str) -> None:
        await self.page.keyboard.type(text)

    async def size(self, width: int, height: int) -> None:
        await self.page.set_viewport_size({"width": width, "height": height})

    async def paint(self, scheme: Scheme) -> None:
        """As on a machine whose user prefers light or dark."""
        await self.page.emulate_media(color_scheme=scheme)

    async def picture(self) -> bytes:
        return await self.page.screenshot()


@contextlib.asynccontextmanager
async def running_chromium(program: str) -> AsyncIterator[Browser]:
    """The browser; it reaches no other machine."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=program, args=[LOOPBACK])
        try:
            yield browser
        finally:
            await browser.close()


@contextlib.asynccontextmanager
async def chromium_pane(
    browser: Browser,
    scheme: Scheme = "light",
    scale: float = 1,
    width: int = WIDE,
    height: int = TALL,
    zone: str = "Europe/Budapest",
) -> AsyncIterator[ChromiumPane]:
    """A new window; closed at the end."""
    context = await browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme=scheme,
        reduced_motion="reduce",
        device_scale_factor=scale,
        locale="en-GB",
        timezone_id=zone,
    )
    try:
        await context.add_init_script(EYES)
        yield ChromiumPane(await context.new_page())
    finally:
        await context.close()
