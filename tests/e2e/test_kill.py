"""kill -9 at random moments of a rush: nothing that was acknowledged is lost, nothing happens twice."""

from __future__ import annotations

import asyncio
import json
import random
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.ext.asyncio import create_async_engine

from bot.sandbox.driver import Driver, DriverError, Phone
from bot.sandbox.sandbox import Sandbox
from tests.e2e.nursery import nursery
from tests.e2e.running import BotProcess, catalogue, environment

PEOPLE, SEATS = 40, 8


async def wishes(phone: Phone) -> None:
    """Tap on until there is a booking or a place in line; a tap that a kill left unanswered is tapped again."""
    await phone.start("e-yoga-1")
    await phone.waits_for("Studio A", timeout=30)
    for _ in range(20):
        labels = [label for m in await phone.messages() for label in m.labels]
        if any("Cancel booking" in label or "Leave waitlist" in label for label in labels):
            return
        for wanted in ("Confirm", "Join waitlist", "Book"):
            try:
                await phone.taps(lambda b, wanted=wanted: b.label.startswith(wanted), timeout=3)
                break
            except DriverError:
                continue
        await phone.waits_for(lambda _: True, timeout=3)
    raise AssertionError(f"{phone.name} got nowhere")


@pytest.mark.parametrize("kills", [8, pytest.param(50, marks=pytest.mark.long)])
async def test_killed_at_random_moments_of_a_rush(
    kills: int, sandbox: Sandbox, driver: Driver, database_url: str, tmp_path: Path
) -> None:
    """Exactly the seats are booked, everybody else is in line, every letter arrived, the doctor is content."""
    chance = random.Random(kills)
    values = environment(sandbox, database_url, "polling")
    beside = BotProcess(values)
    code, said = await beside.command("import", str(catalogue(tmp_path, capacity=SEATS)))
    assert code == 0, said
    async with nursery(tmp_path) as bots:
        people = [await driver.person() for _ in range(PEOPLE)]
        await bots.start(values)
        rush = asyncio.gather(*(wishes(phone) for phone in people))
        for _ in range(kills):
            await asyncio.sleep(chance.uniform(0.05, 0.8))
            bots.kill()
            await bots.start(values)
        await rush
        await _letters_gone(database_url)
        bots.kill()
    code, said = await beside.command("doctor", "--json")
    assert (code, json.loads(said)["problems"]) == (0, [])
    assert await _count(database_url, "SELECT count(*) FROM bookings WHERE active = 1") == SEATS
    waiting = "SELECT count(*) FROM entries WHERE status IN ('waiting', 'offered')"
    assert await _count(database_url, waiting) == PEOPLE - SEATS
    assert (
        await _count(database_url, "SELECT count(*) FROM letters WHERE status IN ('failed', 'uncertain')")
        == 0
    )


async def _letters_gone(database_url: str) -> None:
    """Wait until no letter is on its way."""
    async with asyncio.timeout(60):
        while await _count(  # noqa: ASYNC110 - another process empties it
            database_url, "SELECT count(*) FROM letters WHERE status IN ('queued', 'sending')"
        ):
            await asyncio.sleep(0.1)


async def _count(database_url: str, statement: str) -> int:
    engine = create_async_engine(database_url)
    try:
        async with engine.connect() as connection:
            return int((await connection.execute(sa.text(statement))).scalar_one())
    finally:
        await engine.dispose()
