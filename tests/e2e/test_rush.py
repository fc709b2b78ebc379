"""Two hundred people want ten seats at the same moment, over the wire."""

from __future__ import annotations

import asyncio
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.demo.story import does, shows
from bot.sandbox.driver import Driver, Phone, Toast
from bot.sandbox.sandbox import Sandbox
from storage.database import open_database
from tests.e2e.nursery import Bot
from tests.e2e.pairs import CROSSED, first
from tests.e2e.running import BotProcess, catalogue, environment, healthy, imported, rows
from tests.races.loose import loose_file, loosen

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


async def insists(phone: Phone) -> None:
    """Opens the card until it is there: without the lock, SQLite may have to ask people to try again."""
    for _ in range(20):
        sent = await phone.start("e-yoga-1")
        seen = await phone.waits_for(lambda _: True, PATIENCE, after=sent["message_id"])
        if shows("book")(seen):
            return
    raise AssertionError(f"{phone.name} never saw the card")


@first(*CROSSED)
async def test_exactly_ten_are_booked_and_everybody_else_knows_their_place(
    driver: Driver, running: Bot, database_url: str
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
    await healthy(database_url)


async def place(phone: Phone) -> int:
    """What the person reads of their place in line."""
    card = await phone.waits_for(lambda m: shows("leave")(m) and bool(PLACE.search(m.text)), PATIENCE)
    found = PLACE.search(card.text)
    assert found
    return int(found[1])


@pytest.mark.parametrize("mode", ["webhook"])
async def test_without_the_lock_the_same_rush_oversells(
    mode: str, sandbox: Sandbox, driver: Driver, database_url: str, studio: Path, tmp_path: Path
) -> None:
    """Neither the lock nor the schema's referees: ten seats are promised to more than ten people."""
    values = environment(sandbox, await loosened(database_url, tmp_path), mode)
    process = BotProcess(values, module=("tests.e2e.unlocked",))
    await imported(values["DATABASE_URL"], studio)
    await process.start()
    try:
        people = [await driver.person() for _ in range(PEOPLE)]
        await asyncio.gather(*(insists(phone) for phone in people))
        toasts = await asyncio.gather(*(press(phone, "book") for phone in people))
    finally:
        await process.kill()
    promised = [toast for toast in toasts if toast.answered and not toast.alert]
    assert len(promised) > SEATS
    assert await rows(values["DATABASE_URL"], "SELECT count(*) FROM bookings WHERE active = 1") > [(SEATS,)]


async def loosened(database_url: str, folder: Path) -> str:
    """The database without what its schema itself would refuse."""
    database = open_database(database_url)
    await loosen(database)
    await database.close()
    if not database.is_sqlite:
        return database_url
    whole, path = str(sa.make_url(database_url).database), folder / "loose.db"
    loose_file(whole, str(path))
    with closing(sqlite3.connect(path)) as connection:  # or it would be prepared once more at the start
        connection.execute("ATTACH ? AS whole", (whole,))
        connection.execute("INSERT INTO alembic_version SELECT * FROM whole.alembic_version")
        connection.commit()
    return f"sqlite+aiosqlite:///{path}"
