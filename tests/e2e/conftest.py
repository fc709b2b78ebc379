"""A sandbox with an admin group, a database with a catalogue, and the bot as a process: by polling and by webhook."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from bot.sandbox import running_sandbox
from bot.sandbox.driver import Driver, Group, Phone
from bot.sandbox.sandbox import Sandbox
from tests.e2e.nursery import Bot, Nursery
from tests.e2e.running import BotProcess, catalogue, environment, imported, running_bot


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


@pytest.fixture(scope="session")
def nursery() -> Iterator[Nursery]:
    """Where bots come from that need not be started from nothing."""
    made = Nursery()
    yield made
    made.close()


@pytest.fixture
async def settings(
    sandbox: Sandbox, group: Group, database_url: str, mode: str, studio: Path
) -> dict[str, str]:
    """Of a bot whose database has the catalogue in it."""
    await imported(database_url, studio)
    return environment(sandbox, database_url, mode, group.id)


@pytest.fixture
async def process(
    sandbox: Sandbox, group: Group, database_url: str, mode: str, studio: Path
) -> AsyncIterator[BotProcess]:
    """As an operator does it: the commands, one process after another."""
    values = environment(sandbox, database_url, mode, group.id)
    code, said = await BotProcess(values).command("import", str(studio))
    assert code == 0, said
    async with running_bot(values) as running:
        yield running
    print("\n".join(running.log[-50:]))  # noqa: T201 - shown when the test fails


@pytest.fixture
def running(settings: dict[str, str], nursery: Nursery, tmp_path: Path) -> Iterator[Bot]:
    """A bot that runs, or is about to."""
    started = nursery.start(settings, tmp_path / "bot.log")
    yield started
    started.kill()
    print(started.log.read_text(encoding="utf-8")[-5000:])  # noqa: T201 - shown when the test fails
