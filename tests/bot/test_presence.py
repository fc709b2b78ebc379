"""Whether people can be served, and what is owed to them afterwards; on a real database, with clocks a test turns."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from typing import Any

import pytest

from bot import presence
from bot.clock import Clock, Job
from bot.jobs.seats import SeatJobs
from bot.letters import render
from bot.presence import Presence
from engine.month import month_after, month_of
from engine.ports import Unavailable
from engine.refusals import Busy
from engine.rules.periods import IN_THREE_DAYS
from engine.services import month
from engine.services import offers as offering
from engine.services.who import AdminTap
from engine.views import Person
from storage.jobs import SqlJobs
from storage.month import SqlMonths
from storage.repairs import SqlRepairs
from storage.tables import alerts, entries, facts, job_runs, letters, offers, periods
from tests.bot.conftest import Calendar, Hand
from tests.bot.studio import Studio, opened
from tests.texts import TEXTS

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
CODES = ("yoga-1", "yoga-2", "night-1")


@pytest.fixture
async def studio(database_url: str, calendar: Calendar) -> AsyncIterator[Studio]:
    calendar.moment = calendar.moment.replace(hour=12, minute=0, second=0)  # nobody's night
    async with opened(database_url, calendar, more=1) as studio:
        yield studio


class Process:
    """One run of the bot: its presence and its clock, on monotonic time and on the calendar."""

    def __init__(self, studio: Studio, calendar: Calendar, hand: Hand, *, polls: bool = False) -> None:
        self.calendar, self.hand = calendar, hand
        jobs = SqlJobs(studio.database, calendar)
        months, repairs = SqlMonths(studio.database, calendar), SqlRepairs(studio.database, calendar)
        self.presence = Presence(
            studio.work,
            studio.due,
            jobs,
            months,
            repairs,
            calendar,
            studio.outbox.alert,
            polls=polls,
            ticks=hand,
        )
        seats = SeatJobs(studio.work, studio.due, calendar, studio.outbox.alert)
        listed = Job("expire", 1, seats.expire, served=True), Job("remind", 5, seats.remind, served=True)
        outbox = studio.outbox
        self.clock = Clock(listed, jobs, calendar, outbox.alert, outbox.resolve, self.presence.check)

    def passes(self, **time: float) -> None:
        """Time in which this process does nothing."""
        self.hand.seconds += timedelta(**time).total_seconds()
        self.calendar.forward(**time)

    async def lives(self, seconds: float, *, hears: bool = False) -> None:
        """Time in which it looks every second, and with `hears` Telegram answers."""
        for _ in range(round(seconds)):
            self.passes(seconds=1)
            if hears:
                await self.presence.reached()
            await self.clock.once("expire")


async def open_offers(studio: Studio, *codes: str) -> dict[str, int]:
    """By event, each delivered now and open for two hours."""
    made = {}
    for number, code in enumerate(codes):
        host, guest = [await studio.person(10 * number + n) for n in (1, 2)]
        made[code] = await studio.offered(code, guest, by=host)
        await offering.deliver(studio.work, studio.events[code], made[code])
    return made


async def ends(studio: Studio, offer_id: int) -> datetime:
    found: datetime = (await studio.row(offers, offer_id)).expires_at
    return found


async def told(studio: Studio) -> list[dict[str, Any]]:
    return [row.data for row in await studio.rows(alerts, alerts.c.kind == "outage")]


# --------------------------------------------------------------------------------------------------- a restart


async def test_down_over_the_deadline(studio: Studio, calendar: Calendar, hand: Hand) -> None:
    """The bot is killed, fifty minutes before the offers end, and started again three hours later."""
    made = await open_offers(studio, *CODES)
    first = Process(studio, calendar, hand)
    await first.lives(30)
    calendar.forward(minutes=69, seconds=30)
    await first.lives(12)
    went = calendar()
    calendar.forward(hours=3)
    again = Process(studio, calendar, hand)
    assert await again.clock.once("expire") == 0
    for offer_id in made.values():
        row = await studio.row(offers, offer_id)
        assert row.status == "pending"
        left = row.expires_at - calendar()
        assert timedelta(minutes=49, seconds=48) <= left <= timedelta(minutes=51), (
            "what was left when it went"
        )
    (alert,) = await told(studio)
    assert alert["count"] == 3 and alert["until"] == calendar().isoformat()
    assert timedelta(0) <= went - datetime.fromisoformat(str(alert["since"])) <= timedelta(seconds=12)
    calendar.moment = max([await ends(studio, offer_id) for offer_id in made.values()])
    assert await again.clock.once("expire") == 3, "and then it is over"


async def test_the_first_start_knows_of_no_outage(studio: Studio, calendar: Calendar, hand: Hand) -> None:
    made = await open_offers(studio, "yoga-1")
    calendar.forward(hours=3)
    assert await Process(studio, calendar, hand).clock.once("expire") == 1
    assert (await studio.row(offers, made["yoga-1"])).status == "expired"
    assert await told(studio) == []


async def test_a_quick_restart_is_no_outage(studio: Studio, calendar: Calendar, hand: Hand) -> None:
    made = await open_offers(studio, "yoga-1")
    before = await ends(studio, made["yoga-1"])
    await Process(studio, calendar, hand).presence.check()
    calendar.forward(seconds=59)
    assert await Process(studio, calendar, hand).presence.check()
    assert await ends(studio, made["yoga-1"]) == before and await told(studio) == []


async def test_a_long_outage_is_told_although_no_offer_was_open(
    studio: Studio, calendar: Calendar, hand: Hand
) -> None:
    for away, count in ((9, 0), (10, 1)):
        await Process(studio, calendar, hand).presence.check()
        calendar.forward(minutes=away)
        await Process(studio, calendar, hand).presence.check()
        assert [row["count"] for row in await told(studio)] == [0] * count


async def test_killed_between_two_offers(
    studio: Studio, calendar: Calendar, hand: Hand, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The next start does the rest, and gives nobody anything twice; also not when two replicas start at once."""
    monkeypatch.setattr(presence, "AT_ONCE", 1)
    made = await open_offers(studio, *CODES)
    await Process(studio, calendar, hand).presence.check()
    calendar.forward(hours=3)
    killed = Process(studio, calendar, hand)
    decide, decided = studio.work.decide, []

    async def until_the_second(ask: Any, rule: Any) -> Any:
        decided.append(ask)
        if len(decided) == 2:
            raise Unavailable("killed")
        return await decide(ask, rule)

    with monkeypatch.context() as patch:
        patch.setattr(studio.work, "decide", until_the_second)
        with pytest.raises(Unavailable):
            await killed.presence.check()
    assert len(await studio.rows(facts, facts.c.kind == "OfferExtended")) == 1
    calendar.forward(seconds=5)
    replicas = [Process(studio, calendar, hand) for _ in range(2)]
    assert await asyncio.gather(*(replica.presence.check() for replica in replicas)) == [True, True]
    assert len(await studio.rows(facts, facts.c.kind == "OfferExtended")) == 3
    for offer_id in made.values():
        assert -timedelta(seconds=5) <= await ends(studio, offer_id) - calendar() - 2 * HOUR <= MINUTE


async def test_one_offer_that_cannot_be_extended_stops_nobody(
    studio: Studio, calendar: Calendar, hand: Hand, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = await open_offers(studio, "yoga-1", "yoga-2")
    await Process(studio, calendar, hand).presence.check()
    calendar.forward(hours=3)
    decide = studio.work.decide

    async def poisoned(ask: Any, rule: Any) -> Any:
        if ask.offers == (made["yoga-1"],):
            raise ValueError("poison")
        return await decide(ask, rule)

    monkeypatch.setattr(studio.work, "decide", poisoned)
    assert await Process(studio, calendar, hand).presence.check()
    assert [row["count"] for row in await told(studio)] == [1]


async def test_another_replica_was_alive(studio: Studio, calendar: Calendar, hand: Hand) -> None:
    made = await open_offers(studio, "yoga-1")
    before = await ends(studio, made["yoga-1"])
    other, frozen = Process(studio, calendar, hand), Process(studio, calendar, hand)
    await frozen.presence.check()
    await other.lives(300)
    assert await frozen.presence.check()
    assert await Process(studio, calendar, hand).presence.check()
    assert await ends(studio, made["yoga-1"]) == before and await told(studio) == []


# ------------------------------------------------------------------------------------------------ while it runs


async def test_telegram_away_over_the_deadline(studio: Studio, calendar: Calendar, hand: Hand) -> None:
    """Nothing expires, nobody is reminded, and the first answer gives the time back before it is handled."""
    made = await open_offers(studio, "yoga-1")
    process = Process(studio, calendar, hand, polls=True)
    await process.lives(5, hears=True)
    process.presence.lost()
    process.passes(hours=4)
    assert await process.clock.once("expire") == await process.clock.once("remind") == 0
    assert (await studio.row(offers, made["yoga-1"])).status == "pending"
    await process.presence.reached()
    assert timedelta(minutes=119, seconds=55) <= await ends(studio, made["yoga-1"]) - calendar() <= 2 * HOUR
    assert [row["count"] for row in await told(studio)] == [1]
    process.passes(minutes=119)
    await process.presence.reached()
    assert len(await told(studio)) == 2, "the same once more"


async def test_silence_is_an_outage_too(studio: Studio, calendar: Calendar, hand: Hand) -> None:
    """A connection into which nobody answers: nothing fails, and nothing comes."""
    (offer_id,) = (await open_offers(studio, "yoga-1")).values()
    process = Process(studio, calendar, hand, polls=True)
    await process.lives(3, hears=True)
    process.passes(seconds=25)
    assert await process.presence.check(), "as long as a healthy poll takes"
    process.passes(seconds=6)
    assert not await process.presence.check()
    calendar.moment = await ends(studio, offer_id)
    assert await process.clock.once("expire") == 0


async def test_a_hiccup_is_no_outage(studio: Studio, calendar: Calendar, hand: Hand) -> None:
    made = await open_offers(studio, "yoga-1")
    before = await ends(studio, made["yoga-1"])
    process = Process(studio, calendar, hand, polls=True)
    await process.lives(2, hears=True)
    process.presence.lost()
    assert not await process.presence.check()
    process.passes(seconds=20)
    await process.presence.reached()
    assert await process.presence.check()
    assert await ends(studio, made["yoga-1"]) == before


async def test_a_frozen_process_by_webhook(studio: Studio, calendar: Calendar, hand: Hand) -> None:
    made = await open_offers(studio, "yoga-1")
    process = Process(studio, calendar, hand)
    await process.lives(3)
    process.passes(hours=3)
    assert await process.clock.once("expire") == 0
    assert await ends(studio, made["yoga-1"]) - calendar() <= 2 * HOUR


async def test_the_database_away(
    studio: Studio, calendar: Calendar, hand: Hand, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody could be served then either: it is looked at again until it is done."""
    made = await open_offers(studio, "yoga-1")
    process = Process(studio, calendar, hand)
    await process.lives(2)

    async def away(*_: Any) -> None:
        raise Unavailable("away")

    with monkeypatch.context() as patch:
        patch.setattr(SqlJobs, "alive", away)
        process.passes(seconds=30)
        with pytest.raises(Unavailable):
            await process.clock.once("expire")
        patch.setattr(SqlJobs, "last_alive", away)
        process.passes(hours=3)
        with pytest.raises(Unavailable):
            await process.clock.once("expire")
    assert await process.clock.once("expire") == 0
    assert await ends(studio, made["yoga-1"]) > calendar()


async def test_a_clock_that_is_set_is_no_outage(studio: Studio, calendar: Calendar, hand: Hand) -> None:
    made = await open_offers(studio, "yoga-1")
    process = Process(studio, calendar, hand)
    await process.lives(2)
    calendar.forward(hours=3)
    assert await process.clock.once("expire") == 1
    assert (await studio.row(offers, made["yoga-1"])).status == "expired"


async def test_one_sign_of_life_a_process(studio: Studio, calendar: Calendar, hand: Hand) -> None:
    process = Process(studio, calendar, hand)
    await process.presence.check()
    await process.lives(25)
    (row,) = await studio.rows(job_runs, job_runs.c.job == "alive")
    assert (row.runs, row.finished_at - row.started_at) == (3, timedelta(seconds=20))
    await studio.jobs.forget(calendar() + HOUR)
    await process.lives(10)
    (row,) = await studio.rows(job_runs, job_runs.c.job == "alive")
    assert row.finished_at == calendar() - timedelta(seconds=5)
    await Process(studio, calendar, hand).presence.check()
    assert len(await studio.rows(job_runs, job_runs.c.job == "alive")) == 2


# ----------------------------------------------------------------------------------------------------- what is said


@pytest.mark.parametrize("language", ["en", "hu", "de"])
async def test_both_are_told_in_their_language(
    studio: Studio, calendar: Calendar, hand: Hand, language: str
) -> None:
    made = await open_offers(studio, "yoga-1")
    await Process(studio, calendar, hand).presence.check()
    calendar.forward(minutes=90)
    await Process(studio, calendar, hand).presence.check()
    texts = TEXTS[language]
    (letter,) = await studio.rows(letters, letters.c.kind == "offer-extended")
    person = await studio.views.person_by_id(letter.person_id)
    assert person is not None
    card = await render(letter.kind, letter.data, person, texts, studio.views, calendar())
    assert card is not None and len(card.rows[0]) == 2
    assert texts.say("offer-extended-head") in card.text
    until = texts.when(await ends(studio, made["yoga-1"]), "UTC")
    assert texts.say("offer-rule-kept", until=until) in card.text
    (alert,) = await studio.rows(letters, letters.c.kind == "alert-outage")
    group = Person(0, None, "", language, True)
    card = await render(alert.kind, alert.data, group, texts, studio.views, calendar())
    assert card is not None
    assert texts.when(calendar() - 90 * MINUTE, "UTC") in card.text and f"{calendar():%H:%M}" in card.text
    assert "1 " in card.text


async def test_a_deadline_that_the_close_cuts_short(studio: Studio, calendar: Calendar, hand: Hand) -> None:
    made = await open_offers(studio, "yoga-1")
    row = await studio.row(offers, made["yoga-1"])
    close = row.expires_at + HOUR
    await studio.change(offers, offers.c.id == row.id, closes_at=close)
    await Process(studio, calendar, hand).presence.check()
    calendar.forward(hours=2)
    process = Process(studio, calendar, hand)
    await process.presence.check()
    (letter,) = await studio.rows(letters, letters.c.kind == "offer-extended")
    person, texts = await studio.views.person_by_id(letter.person_id), TEXTS["en"]
    assert person is not None
    card = await render(letter.kind, letter.data, person, texts, studio.views, calendar())
    assert card is not None and texts.say("offer-rule-free", until=texts.when(close, "UTC")) in card.text
    calendar.moment = close
    assert await process.clock.once("expire") == 1
    assert [entry.misses for entry in await studio.rows(entries)] == [0]
    assert await render(letter.kind, letter.data, person, texts, studio.views, calendar()) is None


async def test_an_update_that_comes_by_itself_waits_for_what_is_owed(
    studio: Studio, calendar: Calendar, hand: Hand, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A machine that slept: the webhook's first tap may be quicker than the clock."""
    process = Process(studio, calendar, hand)
    await process.lives(20)
    (offer_id,) = (await open_offers(studio, CODES[0])).values()
    before = await ends(studio, offer_id)
    process.passes(hours=3)
    await process.presence.ready()
    assert await ends(studio, offer_id) > before + 2 * HOUR

    async def never() -> bool:
        raise AssertionError("there was a look a moment ago")

    monkeypatch.setattr(process.presence, "check", never)
    process.passes(seconds=30)
    await process.presence.ready()


async def test_the_last_hours_for_wishes_are_given_back(
    studio: Studio, calendar: Calendar, hand: Hand
) -> None:
    """Away over the deadline: as long as people still had, and once."""
    months, who = SqlMonths(studio.database, calendar), AdminTap(77, "Ada")
    name = month_after(month_of(calendar(), "UTC"), 2)
    await month.open_(months, who, name, IN_THREE_DAYS)
    (row,) = await studio.rows(periods)
    process = Process(studio, calendar, hand)
    calendar.moment = row.wishes_until - timedelta(hours=2)
    await process.presence.check()
    process.passes(hours=5)
    for _ in range(2):
        await process.presence.check()
    (after,) = await studio.rows(periods)
    assert (after.status, after.wishes_until) == ("collecting", calendar() + timedelta(hours=2))


async def test_one_month_whose_hours_cannot_be_given_back_stops_nobody(
    studio: Studio, calendar: Calendar, hand: Hand, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other month gets them, offers and updates go on; only what may pass by itself is waited for."""
    months, who = SqlMonths(studio.database, calendar), AdminTap(77, "Ada")
    for ahead in (2, 3):
        await month.open_(months, who, month_after(month_of(calendar(), "UTC"), ahead), IN_THREE_DAYS)
    first, other = await studio.rows(periods)
    process, give_back, failures = Process(studio, calendar, hand), month.give_back, [Busy, ValueError]
    calendar.moment = first.wishes_until - timedelta(hours=2)
    await process.presence.check()

    async def poisoned(on: Any, period_id: int, since: datetime) -> Any:
        if period_id == first.id:
            raise failures.pop(0)
        return await give_back(on, period_id, since)

    monkeypatch.setattr(month, "give_back", poisoned)
    process.passes(hours=5)
    with pytest.raises(Busy):
        await process.presence.check()
    assert await process.presence.check()
    assert failures == []
    found = {row.id: row.wishes_until for row in await studio.rows(periods)}
    assert found == {first.id: first.wishes_until, other.id: calendar() + timedelta(hours=2)}
