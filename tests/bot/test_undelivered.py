"""Offers whose letter does not arrive: no miss, no seat held for nothing, and a clock that starts with the letter."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from types import SimpleNamespace
from typing import Any, cast

import pytest
from aiogram.exceptions import TelegramNetworkError
from aiogram.methods import SendMessage
from aiohttp import ClientConnectorError

from bot.carrier import BACK_OFF, DOUBTFUL_BACK_OFF, MOST_DOUBTFUL_TRIES, MOST_TRIES
from bot.limits import Limits
from bot.sandbox import Driver, Phone
from engine.services import offers as offering
from handlers.door import Card, Html
from storage.outbox import LEASE
from storage.tables import alerts, entries, letters, offers
from tests.bot.conftest import Calendar
from tests.bot.studio import Studio
from tests.bot.test_postman import Round, _says, _turning, reader
from tests.bot.test_postman import post as post
from tests.bot.test_postman import studio as studio
from tests.texts import TEXTS


class Line:
    """Anna gave her seat up; Ben is asked, Cili is next."""

    def __init__(self, studio: Studio, ben: Phone, offer_id: int) -> None:
        self.studio, self.ben, self.offer_id = studio, ben, offer_id

    async def offer(self) -> Any:
        return await self.studio.row(offers, self.offer_id)

    async def letter(self) -> Any:
        rows = await self.studio.rows(letters, letters.c.subject == f"offer:{self.offer_id}")
        return next(row for row in rows if row.kind == "offer-made")

    async def pending(self) -> list[Any]:
        return await self.studio.rows(offers, offers.c.status == "pending")

    async def misses(self) -> list[int]:
        return [row.misses for row in await self.studio.rows(entries)]

    async def expire(self) -> None:
        await offering.expire(self.studio.work, self.studio.events["yoga-1"], self.offer_id)


@pytest.fixture
async def line(studio: Studio, driver: Driver) -> Line:
    anna, ben, cili = [await driver.person(name) for name in ("Anna", "Ben", "Cili")]
    host, guest, third = [await reader(studio, phone) for phone in (anna, ben, cili)]
    offer_id = await studio.offered("yoga-1", guest, third, by=host)
    await studio.change(letters, letters.c.kind != "offer-made", status="dropped")  # said before
    return Line(studio, ben, offer_id)


async def test_doubt_without_end_goes_on_to_the_next_without_a_miss(
    post: Round, line: Line, driver: Driver
) -> None:
    await driver.fault("server_error", methods=["sendMessage"], chat_id=line.ben.id, times=None)
    await post.walk()
    for wait in DOUBTFUL_BACK_OFF:
        assert (await line.offer()).status == "pending"
        await post.later(wait)
    assert sum(DOUBTFUL_BACK_OFF) >= 120  # a bad minute of Telegram costs nobody an offer
    letter = await line.letter()
    assert (letter.status, letter.attempts) == ("failed", MOST_DOUBTFUL_TRIES)
    over = await line.offer()
    assert (over.status, over.ended) == ("withdrawn", "unreachable")
    (other,) = await line.pending()
    assert other.person_id != over.person_id
    assert await line.misses() == [0, 0]
    assert [row.kind for row in await line.studio.rows(alerts)] == ["letter-dead"]
    told = await line.studio.rows(letters, letters.c.person_id.is_(None))
    assert {row.kind for row in told} == {"alert-letter-dead", "person-unreachable"}


async def test_what_can_never_be_sent_goes_on_at_once(
    post: Round, line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(post.carrier, "_render", _says(Card(Html("x" * 5000))))
        patch.setattr(post.postman, "_limits", Limits(post.hand))
        await post.postman._round()
        await asyncio.gather(*post.postman._sending)
    assert (await line.offer()).status == "withdrawn"
    assert len(await line.pending()) == 1
    assert await line.misses() == [0, 0]


async def test_whoever_has_no_chat_holds_up_nobody(post: Round, line: Line) -> None:
    from storage.tables import participants

    await line.studio.change(participants, participants.c.telegram_id == line.ben.id, telegram_id=None)
    await post.walk()
    assert ((await line.letter()).status, (await line.offer()).status) == ("dropped", "withdrawn")
    assert len(await line.pending()) == 1


@pytest.mark.parametrize("seconds", [600, 4 * 3600])  # of a validity of two hours
async def test_the_clock_starts_with_the_send_that_was_accepted(
    post: Round, line: Line, driver: Driver, seconds: int
) -> None:
    await driver.fault("too_many_requests", retry_after=seconds, chat_id=line.ben.id)
    await post.walk()
    waiting = await line.offer()
    assert (waiting.delivered_at, waiting.expires_at, waiting.remind_at) == (None, waiting.closes_at, None)
    await post.later(seconds - 1)
    await line.expire()
    await post.later(2)
    asked = await line.offer()
    assert asked.status == "pending" and asked.delivered_at == post.studio.now()
    assert 7200 <= (asked.expires_at - asked.delivered_at).total_seconds() < 7260
    text = [message.text for message in await line.ben.messages()][-1]
    assert TEXTS["en"].when(asked.expires_at, "UTC") in text
    assert await line.misses() == [0, 0]


async def test_refused_until_the_end_is_no_miss(
    post: Round, line: Line, driver: Driver, calendar: Calendar
) -> None:
    await driver.fault("too_many_requests", retry_after=30 * 86_400, chat_id=line.ben.id, times=None)
    await post.walk()
    calendar.moment = (await line.offer()).closes_at
    await line.expire()
    assert (await line.offer()).status == "expired"
    assert await line.misses() == [0, 0]
    await post.walk()
    assert [m.text for m in await line.ben.messages() if "miss" in m.text] == []


async def test_a_refused_connection_starts_no_clock(
    post: Round, line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    nobody = ClientConnectorError(cast(Any, SimpleNamespace(ssl=None, host="x", port=1)), OSError("refused"))

    async def refused(*_: object, **__: object) -> None:
        raise TelegramNetworkError(SendMessage(chat_id=1, text="x"), "refused") from nobody

    with monkeypatch.context() as patch:
        patch.setattr("bot.carrier.send", refused)
        await post.walk()
        for wait in BACK_OFF[:3]:
            assert (await line.offer()).delivered_at is None
            await post.later(wait)
        assert (await line.letter()).attempts == 4 < MOST_TRIES
    await post.later(BACK_OFF[3])
    assert (await line.offer()).delivered_at == post.studio.now()


async def test_a_copy_that_may_have_arrived_keeps_its_word(post: Round, line: Line, driver: Driver) -> None:
    """In doubt first, refused then: what the first copy says still counts."""
    await driver.fault("reset_after", methods=["sendMessage"], chat_id=line.ben.id)
    await post.walk()
    promised = await line.offer()
    await driver.fault("too_many_requests", retry_after=60, chat_id=line.ben.id)
    await post.later(DOUBTFUL_BACK_OFF[0])
    kept = await line.offer()
    assert kept.delivered_at is not None
    assert promised.expires_at <= kept.expires_at < kept.closes_at


async def test_an_offer_in_doubt_comes_again_before_its_time_is_up(
    post: Round, line: Line, driver: Driver
) -> None:
    await driver.fault("server_error", methods=["sendMessage"], chat_id=line.ben.id, times=None)
    moment = (await line.offer()).closes_at - timedelta(minutes=2)  # however long it would be valid
    post.calendar.moment = moment
    await post.walk()
    for _ in range(MOST_DOUBTFUL_TRIES):
        letter, offer = await line.letter(), await line.offer()
        if letter.status != "queued":
            break
        assert letter.not_before < offer.expires_at
        await post.later((letter.not_before - post.studio.now()).total_seconds())
        if (await line.letter()).status == "queued":
            await line.expire()
    assert (await line.offer()).status == "withdrawn"
    assert await line.misses() == [0, 0]


async def test_unreadable_markup_and_then_too_many(post: Round, line: Line, driver: Driver) -> None:
    """Both sends were refused for sure: the second setting of the clock is no copy of a letter."""
    post.carrier._render = _turning(Card(Html("<b>open")), driver)
    await post.walk()
    assert (await line.letter()).status == "queued"
    assert (await line.offer()).delivered_at is None


def test_a_lease_outlives_all_calls_of_a_letter() -> None:
    from bot.telegram import make_bot

    timeout = make_bot("1:x" + "x" * 34, "").session.timeout
    assert LEASE.total_seconds() > 4 * timeout  # two edits, a send, a send without markup


async def test_who_slept_over_the_lease_takes_nothing_back(studio: Studio, calendar: Calendar) -> None:
    """Somebody else carries the letter now."""
    tap = await studio.person(7)
    letter_id = await studio.post(person=tap.person_id)
    (sleeper,) = await studio.outbox.claim(1)
    calendar.moment += LEASE
    (carrier,) = await studio.outbox.claim(1)
    await studio.outbox.later(sleeper, studio.now(), "woken")
    await studio.outbox.failed(sleeper, "woken")
    row = await studio.row(letters, letter_id)
    assert (row.status, row.attempts) == ("sending", carrier.attempts)
    assert await studio.outbox.claim(1) == []
