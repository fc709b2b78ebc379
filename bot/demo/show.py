"""Sets the stage: the page to try it in a browser, or the story as text in the terminal."""

from __future__ import annotations

import asyncio
import contextlib
import signal
import tempfile
import traceback
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot.demo import month, studio
from bot.demo.door import ENTRY, Door
from bot.demo.keeper import running_bot
from bot.demo.month_story import MonthStory
from bot.demo.process import DemoFailed, command, environment
from bot.demo.screen import Screen
from bot.demo.stage import Stage
from bot.demo.story import Story
from bot.sandbox import Driver, Sandbox, running_sandbox
from bot.sandbox.driver import DriverError
from bot.sandbox.sandbox import Options
from bot.sandbox.server import application, listening

BROKE_OFF = (DemoFailed, DriverError, TimeoutError)


@dataclass(frozen=True, slots=True)
class Show:
    """A stage that is being set up, and where its page is."""

    stage: Stage
    setting_up: asyncio.Task[None]

    @property
    def url(self) -> str:
        """The page's address."""
        return self.stage.sandbox.base_url

    @property
    def port(self) -> int:
        """The page's port."""
        return int(self.url.rpartition(":")[2])


@contextlib.asynccontextmanager
async def serving(port: int = 0, speed: float = 1.0) -> AsyncIterator[Show]:
    """The page and everything behind it, while the block runs; await `setting_up` to find the studio filled."""
    sandbox = Sandbox(Options())
    with tempfile.TemporaryDirectory(prefix="nextseat-demo-") as folder:
        async with Driver(sandbox) as driver:
            stage = Stage(sandbox, driver, Path(folder), speed)
            app = application(sandbox, [ENTRY])
            Door(stage).add_to(app)
            async with listening(sandbox, app, port):
                show = Show(stage, asyncio.create_task(stage.set_up()))
                try:
                    yield show
                finally:
                    show.setting_up.cancel()
                    await asyncio.gather(show.setting_up, return_exceptions=True)
                    await stage.close()


async def serve(port: int = 0, speed: float = 1.0) -> int:
    """Serve the page until somebody stops the demo; 1 when it could not be set up (and says why)."""
    stopped = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        with contextlib.suppress(NotImplementedError):
            asyncio.get_running_loop().add_signal_handler(number, stopped.set)
    screen = Screen()
    said = False
    while not stopped.is_set():
        async with serving(port, speed) as show:
            port = show.port  # a world after a reset is found where the last one was
            if not said:
                screen.address(show.url)
                said = True
            if not await _lasts(show, stopped):
                screen.title("The demo could not be set up")
                screen.remark(_reason(show.setting_up.exception()))
                return 1
    return 0


def _reason(failed: BaseException | None) -> str:
    """For who sees it: a sentence of ours, or all there is to know."""
    if isinstance(failed, DemoFailed | None):
        return str(failed)
    return "".join(traceback.format_exception(failed)).strip()


async def _lasts(show: Show, stopped: asyncio.Event) -> bool:
    """Wait until the show is over; False when it never began."""
    stop = asyncio.create_task(stopped.wait())
    ends: list[asyncio.Future[Any]] = [show.stage.over, stop]
    await asyncio.wait([*ends, show.setting_up], return_when=asyncio.FIRST_COMPLETED)
    fine = not (show.setting_up.done() and show.setting_up.exception())
    if fine:
        await asyncio.wait(ends, return_when=asyncio.FIRST_COMPLETED)
    stop.cancel()
    return fine


async def play(port: int = 0, speed: float = 1.0) -> int:
    """The story as text; 0 when it played to its end, 1 when a part of it failed (and says which)."""
    screen = Screen()
    try:
        with tempfile.TemporaryDirectory(prefix="nextseat-demo-") as folder:
            await _play(Path(folder), port, speed, screen)
    except BROKE_OFF as failed:
        screen.title("The story broke off")
        screen.remark(str(failed))
        return 1
    return 0


async def _month(story: MonthStory, sandbox: Sandbox, values: dict[str, str], folder: Path) -> None:
    """The month, and its file checked by who has nothing but the file."""
    await story.play()
    name, file_id = await story.export()
    (folder / name).write_bytes(sandbox.files[file_id].content)
    story.screen.does("Anybody", f"types ./run cli verify {name}")
    story.screen.prints(await command(values, folder, "verify", str(folder / name)))
    await story.verifies()


async def _play(folder: Path, port: int, speed: float, screen: Screen) -> None:
    async with running_sandbox(port=port) as sandbox, Driver(sandbox) as driver:
        dora = await driver.person("Dóra", language_code="en")
        adam = await driver.person("Ádám", language_code="hu")
        group = await driver.group("Studio Nova admins", creator=dora, admins=[adam])
        values = environment(sandbox, folder, group.id)
        screen.title("Nextseat demo: a studio, its guests, and a class that is full")
        screen.remark(
            f"A Bot API server on {sandbox.base_url}, the bot as its own process, everybody taps over HTTP."
        )
        today = datetime.now(UTC).date()
        await command(values, folder, "import", str(studio.write(folder, today)))
        async with running_bot(values, folder):
            story = Story(driver, dora, group, screen, sandbox.bot.id, speed)
            await story.play()
            await _month(MonthStory(story, adam, month.wished(today)), sandbox, values, folder)
        await command(values, folder, "doctor")
        screen.title("The end")
        screen.remark("doctor checked every invariant on the database and found nothing wrong.")
