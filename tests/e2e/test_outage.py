"""The bot is dead over a deadline: whoever had an offer still has it, with the time that was left."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.demo.story import shows
from bot.sandbox.driver import Driver, Group, Phone, Shown
from bot.sandbox.sandbox import Sandbox
from tests.e2e.hands import books, cancels, joins, tap, taps
from tests.e2e.nursery import Bot, Nursery
from tests.e2e.pairs import CROSSED, PAIRS, first
from tests.e2e.running import healthy, rows
from tests.e2e.test_deadline import VALIDITY, ZONE, deadline, said

MARKED = "SELECT id FROM letters WHERE kind = 'offer-made' AND status = 'sent'"
SLACK = timedelta(minutes=2)  # up to the full minute, and what this machine takes


@pytest.fixture
async def asked(driver: Driver, running: Bot) -> tuple[Phone, Phone, Shown]:
    """Ben has an offer, the bot knows that it has arrived, and Clara is next."""
    anna, ben, clara = [await driver.person(name) for name in ("Anna", "Ben", "Clara")]
    await books(anna)
    await joins(ben)
    await joins(clara)
    await cancels(anna)
    offer = await ben.waits_for(shows("accept"))
    async with asyncio.timeout(10):
        while not await rows(running.database_url, MARKED):
            await asyncio.sleep(0.02)
    return ben, clara, offer


@pytest.fixture
def heirs(running: Bot, nursery: Nursery, tmp_path: Path) -> Iterator[list[Bot]]:
    """Bots that came after the first one; they end with the test."""
    started: list[Bot] = []
    yield started
    for bot in started:
        bot.kill()
        print(bot.log.read_text(encoding="utf-8")[-5000:])  # noqa: T201 - shown when the test fails


@first(PAIRS[0])
async def test_killed_over_the_deadline(
    sandbox: Sandbox,
    driver: Driver,
    group: Group,
    running: Bot,
    asked: tuple[Phone, Phone, Shown],
    heirs: list[Bot],
    nursery: Nursery,
) -> None:
    ben, clara, offer = asked
    running.kill()
    await driver.push(hours=3)
    heirs.append(nursery.start(running.values, running.log))
    moved = await ben.waits_for(lambda m: m.id == offer.id and m.text != offer.text, timeout=30)
    ends = await deadline(running.database_url)
    assert VALIDITY - SLACK <= ends - sandbox.clock.now() <= VALIDITY + SLACK
    assert said(moved) == f"{ends.astimezone(ZONE):%H:%M}" and shows("accept")(moved)
    await group.waits_for("1 open offer got the lost time back")
    assert (await ben.messages())[-1].id == offer.id, "an edit, which rings on nobody's phone"
    await taps(ben, "accept")
    await ben.waits_for(shows("cancel"))
    assert not [message for message in await clara.messages() if shows("accept")(message)]
    await healthy(running.database_url)


@first(CROSSED[1])
async def test_a_tap_that_nobody_was_there_to_take(
    driver: Driver,
    running: Bot,
    asked: tuple[Phone, Phone, Shown],
    heirs: list[Bot],
    nursery: Nursery,
) -> None:
    """It came after the old deadline and before the new one is known to anybody: it is taken all the same."""
    ben, _, _ = asked
    running.kill()
    await driver.push(hours=3)
    tapping = asyncio.create_task(tap(ben, "accept"))
    await asyncio.sleep(0)
    heirs.append(nursery.start(running.values, running.log))
    toast = await tapping
    assert toast.answered and not toast.alert, toast
    assert await rows(running.database_url, "SELECT id FROM offers WHERE status = 'accepted'")
    await healthy(running.database_url)
