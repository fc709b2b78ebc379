"""Sets the stage and plays the story."""

import tempfile
from datetime import UTC, datetime
from pathlib import Path

from bot.demo import studio
from bot.demo.process import DemoFailed, command, environment, running_bot
from bot.demo.screen import Screen
from bot.demo.story import Story
from bot.sandbox import Driver, running_sandbox
from bot.sandbox.driver import DriverError


async def play(port: int = 0, speed: float = 1.0) -> int:
    """The whole demo; 0 when the story played to its end, 1 when a part of it failed (and says which)."""
    screen = Screen()
    try:
        with tempfile.TemporaryDirectory(prefix="nextseat-demo-") as folder:
            await _play(Path(folder), port, speed, screen)
    except (DemoFailed, DriverError, TimeoutError) as failed:
        screen.title("The story broke off")
        screen.remark(str(failed))
        return 1
    return 0


async def _play(folder: Path, port: int, speed: float, screen: Screen) -> None:
    async with running_sandbox(port=port) as sandbox, Driver(sandbox) as driver:
        dora = await driver.person("Dóra", language_code="en")
        group = await driver.group("Studio Nova admins", admins=[dora])
        values = environment(sandbox, folder, group.id)
        screen.title("Nextseat demo: a studio, its guests, and a class that is full")
        screen.remark(
            f"A Bot API server on {sandbox.base_url}, the bot as its own process, everybody taps over HTTP."
        )
        await command(values, folder, "import", str(studio.write(folder, datetime.now(UTC).date())))
        async with running_bot(values, folder):
            await Story(driver, dora, group, screen, sandbox.bot.id, speed).play()
        await command(values, folder, "doctor")
        screen.title("The end")
        screen.remark("doctor checked every invariant on the database and found nothing wrong.")
