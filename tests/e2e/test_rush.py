"""Two hundred people want ten seats at the same moment, over the wire."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path

import pytest

from bot.demo.story import does, shows
from bot.sandbox.driver import Driver, Phone, Toast
from tests.e2e.hands import healthy
from tests.e2e.running import BotProcess, catalogue, rows

PEOPLE, SEATS = 200, 10
PATIENCE = 60.0
PLACE = re.compile(r"number (\d+) in line")


@pytest.fixture
def studio(tmp_path: Path) -> Path:
    return catalogue(tmp_path, capacity=SEATS)


async def press(phone: Phone, verb: str) -> Toast:
    await phone.waits_for(shows(verb), PATIENCE)
    return await phone.taps(lambda button: does(button.data, verb), timeout=PATIENCE)


async def all_open(people: list[Phone]) -> None:
    """Everybody has the card with Book on it before the first tap."""
    await asyncio.gather(*(phone.start("e-yoga-1") for phone in people))
    await asyncio.gather(*(phone.waits_for(shows("book"), PATIENCE) for phone in people))


async def test_exactly_ten_are_booked_and_everybody_else_knows_their_place(
    driver: Driver, process: BotProcess, database_url: str
) -> None:
    people = [await driver.person() for _ in range(PEOPLE)]
    await all_open(people)
    toasts = await asyncio.gather(*(press(phone, "book") for phone in people))
    assert all(toast.answered and toast.text for toast in toasts)
    booked = [phone for phone, toast in zip(people, toasts, strict=True) if not toast.alert]
    waiting = [phone for phone, toast in zip(people, toasts, strict=True) if toast.alert]
    assert len(booked) == SEATS
    await asyncio.gather(*(phone.waits_for(shows("cancel"), PATIENCE) for phone in booked))
    assert await rows(database_url, "SELECT count(*) FROM bookings WHERE active = 1") == [(SEATS,)]

    for verb in ("join", "join-confirm"):
        answers = await asyncio.gather(*(press(phone, verb) for phone in waiting))
        assert all(toast.answered and not toast.alert for toast in answers)
    told = {phone.id: await place(phone) for phone in waiting}
    line = await rows(
        database_url,
        "SELECT p.telegram_id FROM entries e JOIN participants p ON p.id = e.person_id"
        " WHERE e.status = 'waiting' ORDER BY e.priority DESC, e.seq, e.id",
    )
    assert told == {telegram_id: position for position, (telegram_id,) in enumerate(line, start=1)}
    assert len(told) == PEOPLE - SEATS
    await healthy(process)


async def place(phone: Phone) -> int:
    """What the person reads of their place in line."""
    card = await phone.waits_for(lambda m: shows("leave")(m) and bool(PLACE.search(m.text)), PATIENCE)
    found = PLACE.search(card.text)
    assert found
    return int(found[1])
