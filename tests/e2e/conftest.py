"""A sandbox with an admin group, a database with a catalogue, and the bot as a process: by polling and by webhook."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.sandbox import running_sandbox
from bot.sandbox.driver import Driver, Group, Phone
from bot.sandbox.sandbox import Sandbox
from tests.e2e.running import BotProcess, catalogue, environment, running_bot


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with running_sandbox() as running:
        yield running


@pytest.fixture
async def driver(sandbox: Sandbox) -> AsyncIterator[Driver]:
    async with Driver(sandbox) as made:
        yield made


@pytest.fixture
async def dora(driver: Driver) -> Phone:
    """The admin."""
    return await driver.person("Dóra")


@pytest.fixture
async def group(driver: Driver, dora: Phone) -> Group:
    return await driver.group("Studio Nova", admins=[dora])


@pytest.fixture(params=["polling", "webhook"])
def mode(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def studio(tmp_path: Path) -> Path:
    """The catalogue; a test that wants another one writes its own."""
    return catalogue(tmp_path)


@pytest.fixture
async def process(
    sandbox: Sandbox, group: Group, database_url: str, mode: str, studio: Path
) -> AsyncIterator[BotProcess]:
    values = environment(sandbox, database_url, mode, group.id)
    code, said = await BotProcess(values).command("import", str(studio))
    assert code == 0, said
    async with running_bot(values) as running:
        yield running
    print("\n".join(running.log[-50:]))  # noqa: T201 - shown when the test fails
