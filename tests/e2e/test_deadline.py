"""One deadline: what the chat says, what the engine enforces, and when the message changes."""

from __future__ import annotations

import asyncio
import re
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.demo.story import does, shows
from bot.sandbox.driver import Driver, Shown
from bot.sandbox.sandbox import Sandbox
from tests.e2e.hands import books, cancels, joins
from tests.e2e.nursery import Bot
from tests.e2e.running import healthy, rows

ZONE = ZoneInfo("Europe/Budapest")
VALIDITY = timedelta(hours=2)
MINUTE = timedelta(minutes=1)


def instant(value: str | datetime) -> datetime:
    """A moment as the databases keep it: text in one, a datetime in the other."""
    moment = datetime.fromisoformat(value) if isinstance(value, str) else value
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


async def deadline(database_url: str) -> datetime:
    ((value,),) = await rows(database_url, "SELECT expires_at FROM offers WHERE status = 'pending'")
    return instant(value)


def said(offer: Shown) -> str:
    found = re.search(r"Answer by .*?(\d{1,2}:\d{2})", offer.text)
    assert found, offer.text
    return found[1]


@pytest.mark.parametrize("mode", ["polling"], indirect=True)
@pytest.mark.parametrize(
    ("database_url", "late"),
    [
        pytest.param("sqlite", 0, id="sqlite-at once"),
        pytest.param("postgresql", 90, id="postgresql-held up by 429"),
        pytest.param("sqlite", 90, id="sqlite-held up by 429", marks=pytest.mark.long),
        pytest.param("postgresql", 0, id="postgresql-at once", marks=pytest.mark.long),
    ],
    indirect=["database_url"],
)
async def test_the_chat_the_engine_and_the_edit_agree(
    late: int, sandbox: Sandbox, driver: Driver, running: Bot, database_url: str
) -> None:
    anna, ben, clara = [await driver.person(name) for name in ("Anna", "Ben", "Clara")]
    await books(anna)
    await joins(ben)
    await joins(clara)
    if late:
        fault = {"kind": "too_many_requests", "retry_after": 2, "times": 1, "chat_id": ben.id}
        await driver.fault(**fault, methods=["sendMessage"])
    begun = sandbox.clock.now()
    await cancels(anna)
    if late:
        await refused(driver)
        await driver.push(seconds=late)
    offer = await ben.waits_for(shows("accept"))
    ends = await deadline(database_url)

    arrived = datetime.fromtimestamp(offer.raw["date"], UTC)
    assert arrived >= begun + timedelta(seconds=late) - timedelta(seconds=1)
    assert arrived + VALIDITY - timedelta(seconds=1) <= ends <= arrived + VALIDITY + 2 * MINUTE
    assert said(offer) == f"{ends.astimezone(ZONE):%H:%M}"
    assert (ends.second, ends.microsecond) == (0, 0)  # or the minute in the text would not be the deadline

    await driver.push(seconds=(ends - sandbox.clock.now()).total_seconds() - 5)
    assert await deadline(database_url) == ends  # five seconds before, it still stands
    assert not await rows(database_url, "SELECT id FROM offers WHERE status = 'expired'")
    await driver.push(seconds=(ends - sandbox.clock.now()).total_seconds())

    over = await ben.waits_for(lambda m: m.id == offer.id and not shows("accept")(m))
    assert over.raw["edit_date"] >= ends.timestamp()
    assert said_over(over) == said(offer)
    (accept,) = [button.data for button in offer.buttons if does(button.data, "accept")]
    answer = await ben.forges(accept, offer.id)
    assert answer.alert
    assert said(offer) in answer.text
    ((closed,),) = await rows(database_url, "SELECT expires_at FROM offers WHERE status = 'expired'")
    assert instant(closed) == ends
    await clara.waits_for(shows("accept"))
    await healthy(database_url)


async def refused(driver: Driver) -> None:
    """Wait until a message was refused."""
    async with asyncio.timeout(10):
        while not any(call["verdict"] == "refused" for call in await driver.calls("sendMessage")):
            await asyncio.sleep(0.02)


def said_over(over: Shown) -> str:
    found = re.search(r"(\d{1,2}:\d{2})(?!.*\d{1,2}:\d{2})", over.text)
    assert found, over.text
    return found[1]
