"""The hall's parts: a sandbox they talk to over HTTP, a client like the bot's own, and a clock that a test turns."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest
from aiogram import Bot

from bot.sandbox import Driver, Phone, Sandbox, running_sandbox
from bot.telegram import make_bot


class Hand:
    """A monotonic clock in seconds that stands still until it is turned."""

    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds


class Calendar:
    """The time in UTC, as a test sets it."""

    def __init__(self) -> None:
        self.moment = datetime.now(UTC).replace(microsecond=0)

    def __call__(self) -> datetime:
        return self.moment

    def forward(self, **by: float) -> datetime:
        self.moment += timedelta(**by)
        return self.moment


@pytest.fixture
def hand() -> Hand:
    return Hand()


@pytest.fixture
def calendar() -> Calendar:
    return Calendar()


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with running_sandbox() as running:
        yield running


@pytest.fixture
async def bot(sandbox: Sandbox) -> AsyncIterator[Bot]:
    made = make_bot(sandbox.token, sandbox.base_url)
    yield made
    await hang_up(made)


async def hang_up(bot: Bot) -> None:
    """Close its connections; the session's own `close` sleeps for a quarter of a second."""
    session = getattr(bot.session, "_session", None)
    if session is not None:
        await session.close()


@pytest.fixture
async def driver(sandbox: Sandbox) -> AsyncIterator[Driver]:
    async with Driver(sandbox) as made:
        yield made


@pytest.fixture
async def anna(driver: Driver) -> Phone:
    anna = await driver.person("Anna", language_code="hu")
    await anna.start()
    return anna
