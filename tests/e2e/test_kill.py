"""kill -9 at random moments of a rush: nothing that was acknowledged is lost, nothing happens twice."""

from __future__ import annotations

import asyncio
import random
from pathlib import Path

import pytest

from bot.demo.story import has
from bot.sandbox.driver import Driver, DriverError, Phone
from bot.sandbox.sandbox import Sandbox
from tests.e2e.nursery import Nursery
from tests.e2e.running import catalogue, environment, healthy, imported, rows

CROWD = 8  # people who come for each kill
SEATS = 12
LEAVES_EVERY = 3  # of those who got a seat

PATIENCE, IN_A_HURRY, HURRIES_EVERY = 5.0, 1.0, 4
"""Seconds that people look at a button that seems to do nothing before they tap it again, and those of every fourth
of them, whose second tap comes while the first one does so again after a kill. Hundreds who tapped every second
would only keep a bot busy with what is long over."""

THERE = frozenset({"cancel", "leave", "accept"})
"""Buttons that only somebody with a booking, a place in line or an offer is shown."""


async def wishes(phone: Phone) -> None:
    """Tap on until there is a booking, a place in line or an offer; what a kill left unanswered is tapped again."""
    await phone.start("e-yoga-1")
    await phone.waits_for("Studio A", timeout=60)
    for _ in range(200):
        if await arrived(phone):
            return
        for verb in ("join-confirm", "join", "book"):
            if await pressed(phone, verb):
                break
    raise AssertionError(f"{phone.name} got nowhere")


async def arrived(phone: Phone) -> bool:
    return any(has(message, THERE.__contains__) for message in await phone.messages())


async def pressed(phone: Phone, verb: str) -> bool:
    """Tap a button with that verb, if there is one; whether there was."""
    patience = PATIENCE if phone.id % HURRIES_EVERY else IN_A_HURRY
    try:
        await phone.taps(lambda button: f":{verb}:" in button.data, timeout=patience)
    except DriverError:
        return False
    return True


async def comes_and_perhaps_goes(phone: Phone, after: float, *, goes: bool) -> None:
    await asyncio.sleep(max(after, 0.0))
    await wishes(phone)
    if goes:  # the question may have been answered before the kill, so either button will do, or none
        await pressed(phone, "cancel")
        await pressed(phone, "cancel-confirm")


@pytest.mark.parametrize("kills", [8, pytest.param(50, marks=pytest.mark.long)])
async def test_killed_at_random_moments_of_a_rush(
    kills: int, sandbox: Sandbox, driver: Driver, database_url: str, nursery: Nursery, tmp_path: Path
) -> None:
    """Every kill hits people who are waiting for an answer. At the end each seat is taken or on offer, everybody else
    is in line, every letter has arrived where the database says it is, and the doctor is content."""
    chance = random.Random(kills)
    values = environment(sandbox, database_url, "polling")
    await imported(database_url, catalogue(tmp_path, capacity=SEATS))
    people: list[Phone] = []
    under_way = 0
    log = tmp_path / "bots.log"
    running = nursery.start(values, log)
    crowd: set[asyncio.Task[None]] = set()
    for _ in range(kills):
        newcomers = [await driver.person() for _ in range(CROWD)]
        people += newcomers
        moment = chance.uniform(0.0, 1.6)
        for at, phone in enumerate(newcomers):
            comes = moment - chance.uniform(0.0, 0.01 if at == 0 else moment)  # one of them right before
            goes = at % LEAVES_EVERY == 0
            crowd.add(asyncio.create_task(comes_and_perhaps_goes(phone, comes, goes=goes)))
        await asyncio.sleep(moment)
        under_way += any(not task.done() for task in crowd)
        running.kill()
        running = nursery.start(values, log)
    await asyncio.gather(*crowd)
    await _letters_gone(database_url)
    running.kill()
    assert under_way == kills
    await healthy(database_url)
    await _nothing_lost(database_url, people)


async def _letters_gone(database_url: str) -> None:
    """Wait until no letter is on its way."""
    async with asyncio.timeout(120):
        while await rows(database_url, "SELECT id FROM letters WHERE status IN ('queued', 'sending')"):
            await asyncio.sleep(0.1)


async def _nothing_lost(database_url: str, people: list[Phone]) -> None:
    seats = await rows(
        database_url, "SELECT number FROM seats WHERE booking_id IS NOT NULL OR offer_id IS NOT NULL"
    )
    assert len(seats) == SEATS
    booked = await rows(
        database_url, "SELECT person_id FROM bookings WHERE status IN ('pending', 'confirmed')"
    )
    in_line = await rows(database_url, "SELECT person_id FROM entries WHERE status IN ('waiting', 'offered')")
    gone = await rows(
        database_url,
        "SELECT DISTINCT person_id FROM bookings WHERE status = 'cancelled'"
        " AND person_id NOT IN (SELECT person_id FROM bookings WHERE status <> 'cancelled')"
        " AND person_id NOT IN (SELECT person_id FROM entries WHERE status IN ('waiting', 'offered'))",
    )
    assert len(booked) + len(in_line) + len(gone) == len(people)
    assert not await rows(database_url, "SELECT id FROM letters WHERE status IN ('failed', 'uncertain')")
    chats = {phone.id: {message.id for message in await phone.messages()} for phone in people}
    for chat_id, message_id in await rows(
        database_url,
        "SELECT chat_id, message_id FROM letters WHERE status = 'sent' AND person_id IS NOT NULL",
    ):
        assert message_id in chats[chat_id]
