"""A letter says what is true when it is delivered, and nothing about what is somebody else's or over by then."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest

from bot.letters import render
from bot.letters.rendering import WRITERS
from engine.services import booking, offers, waitlist
from engine.services.who import Tap
from engine.views import Person
from handlers.door import Card
from tests.bot.conftest import Calendar
from tests.bot.studio import Studio, opened
from tests.texts import TEXTS

ENGLISH = TEXTS["en"]


@pytest.fixture
async def studio(sqlite_url: str, calendar: Calendar) -> AsyncIterator[Studio]:
    async with opened(sqlite_url, calendar) as studio:
        yield studio


async def written(studio: Studio, kind: str, reader: Tap, **data: Any) -> Card | None:
    person = await studio.views.person_by_id(reader.person_id)
    assert isinstance(person, Person)
    return await render(kind, data, person, ENGLISH, studio.views, studio.now())


async def things(studio: Studio) -> tuple[Tap, dict[str, int]]:
    """Ben has an offer for one event and a booking of another; the ids of all that."""
    anna, ben = await studio.person(1), await studio.person(2)
    offer = await studio.offered("yoga-1", ben, by=anna)
    (entry,) = (await studio.views.mine(ben.person_id)).entries
    held = await studio.book(ben, "yoga-2")
    ids = {"offer": offer, "entry": entry.id, "booking": held, "event": studio.events["yoga-1"]}
    await offers.deliver(studio.work, ids["event"], offer)
    return ben, ids


@pytest.mark.parametrize("kind", WRITERS)
async def test_nobody_reads_what_is_somebody_elses(studio: Studio, kind: str) -> None:
    _, ids = await things(studio)
    eve = await studio.person(666)
    assert await written(studio, kind, eve, **ids) is None


@pytest.mark.parametrize("kind", WRITERS)
async def test_a_letter_about_nothing_says_nothing(studio: Studio, kind: str) -> None:
    reader = await studio.person(1)
    assert await written(studio, kind, reader) is None
    assert await written(studio, kind, reader, offer="x", entry=999, booking=999, event=999) is None


async def test_what_is_over_by_now_is_not_said(studio: Studio, calendar: Calendar) -> None:
    """Each was true when it was written down."""
    ben, ids = await things(studio)
    for kind in ("offer-made", "offer-reminder", "booking-made"):
        assert await written(studio, kind, ben, **ids) is not None, kind
    for kind in (
        "entry-joined",
        "entry-paused",
        "entry-resumed",
        "offer-over",
        "offer-withdrawn",
        "booking-confirmed",
    ):
        if kind != "booking-confirmed":  # it is
            assert await written(studio, kind, ben, **ids) is None, kind
    await offers.accept(studio.work, ben, ids["event"], ids["offer"])
    assert "booked" in str(await written(studio, "offer-over", ben, **ids))
    for kind in ("offer-made", "offer-reminder", "offer-missed", "offer-withdrawn", "entry-joined"):
        assert await written(studio, kind, ben, **ids) is None, kind
    accepted = (await studio.views.offer(ids["offer"])).booking_id  # type: ignore[union-attr]
    await booking.cancel(studio.work, ben, ids["event"], accepted or 0)
    told = await written(studio, "offer-over", ben, **ids)
    assert told is not None and "cancelled" in told.text
    gone = {**ids, "booking": accepted}
    assert await written(studio, "booking-made", ben, **gone) is None
    assert await written(studio, "booking-confirmed", ben, **gone) is None


async def test_a_missed_offer_that_cost_nothing_is_not_told_off(studio: Studio, calendar: Calendar) -> None:
    """It never arrived; or whoever missed it has a seat by now."""
    anna, ben = await studio.person(1), await studio.person(2)
    offer = await studio.offered("yoga-1", ben, by=anna)
    ids = {"offer": offer, "event": studio.events["yoga-1"]}
    row = await studio.views.offer(offer)
    assert row is not None
    calendar.moment = row.expires_at
    await offers.expire(studio.work, ids["event"], offer)
    assert await written(studio, "offer-missed", ben, **ids) is None


async def test_who_left_is_told_that_and_not_more(studio: Studio) -> None:
    ben, ids = await things(studio)
    await waitlist.leave(studio.work, ben, ids["event"], ids["entry"])
    told = await written(studio, "entry-left", ben, cause="self", **ids)
    assert told is not None and "left the waitlist" in told.text
    assert await written(studio, "offer-made", ben, **ids) is None
