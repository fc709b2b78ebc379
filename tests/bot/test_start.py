"""The start: what is waited for, what ends it with one line, and what a killed process left behind."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest
import sqlalchemy as sa
from aiogram.exceptions import TelegramNetworkError, TelegramUnauthorizedError
from aiogram.methods import GetMe

from bot import ending, start, usable
from bot.settings import WrongSetting
from engine.refusals import Busy
from storage.tables import letters
from storage.wakeups import listen
from tests.bot.studio import Studio, opened

URL = "postgresql+asyncpg://nextseat:hunter2@localhost:1/nextseat"


@pytest.fixture
async def studio(database_url: str) -> AsyncIterator[Studio]:
    now = datetime.now(UTC)
    async with opened(database_url, lambda: now) as studio:
        yield studio


async def test_telegram_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(start, "PAUSES", (0,))
    answers: list[Exception | str] = [
        TelegramNetworkError(GetMe(), "away"),
        TelegramNetworkError(GetMe(), "reset"),
        "here",
    ]

    async def call() -> str:
        answer = answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    assert await start.asked(call) == "here"


async def test_a_token_that_is_refused_ends_the_start() -> None:
    async def call() -> str:
        raise TelegramUnauthorizedError(GetMe(), "Unauthorized")

    with pytest.raises(WrongSetting, match="BOT_TOKEN is refused"):
        await start.asked(call)


async def test_a_stop_does_not_wait_for_telegram() -> None:
    stopping, given_up = asyncio.Event(), asyncio.Event()

    async def forever() -> None:
        try:
            await asyncio.Event().wait()
        finally:
            given_up.set()

    waiting = asyncio.create_task(ending.unless(stopping, forever()))
    await asyncio.sleep(0)
    stopping.set()
    assert await waiting is None
    assert given_up.is_set()


@pytest.mark.parametrize(
    "error", [OSError("refused"), sa.exc.OperationalError("", {}, OSError("away")), Busy()]
)
def test_a_database_that_cannot_be_used_is_one_line_without_the_password(error: Exception) -> None:
    with pytest.raises(WrongSetting, match=r"^DATABASE_URL is postgresql") as wrong, usable.usable(URL):
        raise error
    assert "hunter2" not in str(wrong.value)
    assert len(str(wrong.value).splitlines()) == 1


async def leaving(studio: Studio) -> None:
    """Two cards that were on their way when their process died; a newer one waits to replace the first of them."""
    common = {"kind": "seats-freed", "subject": "freed:1", "priority": 5, "letter_class": "P", "data": {}}
    now = studio.now()
    rows = [
        {**common, "id": 1, "status": "sending", "lease_until": now, "created_at": now},
        {**common, "id": 2, "status": "queued", "lease_until": None, "created_at": now},
        {**common, "id": 3, "subject": "freed:2", "status": "sending", "lease_until": now, "created_at": now},
    ]
    await studio.database.transact(lambda connection: connection.execute(letters.insert(), rows))


async def cards(studio: Studio) -> dict[int, str]:
    return {row.id: row.status for row in await studio.rows(letters) if row.id <= 3}


async def test_a_card_that_was_leaving_when_the_process_died_gives_way_to_a_newer_one(studio: Studio) -> None:
    """Both queued at once would be two panels about one subject, which the schema refuses."""
    await leaving(studio)
    await studio.outbox.recover()
    assert await cards(studio) == {1: "dropped", 2: "queued", 3: "queued"}


async def test_what_another_replica_carries_is_left_to_it_while_it_lives(postgres_url: str) -> None:
    now, listens = datetime.now(UTC), asyncio.Event()
    async with opened(postgres_url, lambda: now) as studio:
        await leaving(studio)
        other = asyncio.create_task(listen(postgres_url, listens.set))
        await asyncio.wait_for(listens.wait(), 10)
        await studio.outbox.recover()
        assert await cards(studio) == {1: "sending", 2: "queued", 3: "sending"}
        other.cancel()
        await asyncio.gather(other, return_exceptions=True)
        async with asyncio.timeout(10):
            while (await cards(studio))[3] == "sending":  # until PostgreSQL has noticed its end
                await studio.outbox.recover()
