"""What somebody reads of a month's result: all that they have, and nothing that is not so."""

from datetime import timedelta

import pytest_asyncio

from engine.services import booking, runs
from engine.settings import Mode
from engine.views import ResultCard
from handlers.callbacks import pack
from handlers.result_cards import result_card, result_text
from storage.database import Database
from storage.tables import bookings
from storage.views import SqlViews
from tests.services.fresh import empty
from tests.services.studio import Studio
from tests.texts import TEXTS

MINUTE = timedelta(minutes=1)


@pytest_asyncio.fixture(loop_scope="session")
async def studio(database: Database, template: str) -> Studio:
    await empty(database, template)
    return Studio(database)


async def finalized(studio: Studio) -> None:
    """Wishes are closed and drawn, and the month is final."""
    await studio.close()
    studio.now += MINUTE
    made = await runs.execute(studio.runs, studio.ada(), studio.period_id, "balanced", "fair")
    await studio.finalize(made.run_id)
    studio.now += MINUTE


async def of(studio: Studio, person: int) -> ResultCard:
    (found,) = await SqlViews(studio.database, studio.clock).results_of(person)
    return found


async def read(studio: Studio, person: int) -> str:
    return result_text(TEXTS["en"], await of(studio, person), studio.now)


async def test_a_place_booked_before_the_end_is_a_place(studio: Studio) -> None:
    """Person 1 has one beside what is drawn, and later only that; person 4 has one, and nothing is drawn."""
    await studio.begin(2, 2, 2)
    for person in (1, 2, 3, 4):
        await studio.wish(person, 1)
    for person in (1, 4):
        await booking.book(studio.work, studio.tap(person), 3)
    await finalized(studio)
    taken = await studio.rows(bookings, bookings.c.event_id == 1)
    for person in (1, 4):
        text, has = await read(studio, person), any(row.person_id == person for row in taken)
        assert text.count("(booked before)") == 1
        assert ("You have 2 places:" in text) == has
        assert ("You have a place:" in text and "In the result there was no place" in text) != has
        assert ("was full" in text) != has
        assert "since the result" not in text and "The result was" not in text


async def test_what_is_left_when_the_drawn_place_is_given_back(studio: Studio) -> None:
    await studio.begin(2, 2, 2)
    await studio.wish(1, 1)
    await booking.book(studio.work, studio.tap(1), 3)
    await finalized(studio)
    (drawn,) = await studio.rows(bookings, bookings.c.event_id == 1)
    await booking.cancel(studio.work, studio.tap(1), 1, drawn.id)
    text = await read(studio, 1)
    assert "You have a place now:" in text and "(booked before)" in text and "given it back" in text


async def test_whoever_had_booked_it_all_reads_of_what_came_since(studio: Studio) -> None:
    await studio.begin(2, 2, 2)
    for person in (1, 2):
        await studio.wish(person, 1)
    await booking.book(studio.work, studio.tap(1), 1)
    await finalized(studio)
    assert "•" not in await read(studio, 1)
    await booking.book(studio.work, studio.tap(1), 2)
    text = await read(studio, 1)
    assert "by yourself" in text and text.count("•") == text.count("(since the result)") == 1
    assert "You have" not in text and "In the result" not in text


async def test_an_offer_in_the_line_is_to_be_answered(studio: Studio) -> None:
    await studio.begin(1, mode=Mode.OFFER)
    for person in (1, 2):
        await studio.wish(person, 1)
    await finalized(studio)
    (given,) = await studio.rows(bookings)
    short = 3 - given.person_id
    assert "You’re waiting for" in await read(studio, short)
    await booking.cancel(studio.work, studio.tap(given.person_id), 1, given.id)
    assert (await of(studio, short)).standing == "offered"
    text = await read(studio, short)
    assert "You have an offer for" in text and "You’re waiting for" not in text


async def test_a_date_that_too_few_wished_for_can_be_booked(studio: Studio) -> None:
    """As long as it is open: the card leads there."""
    await studio.begin(4, 4, minimum=3)
    await studio.wish(1, 1)
    await finalized(studio)
    card = result_card(TEXTS["en"], await of(studio, 1), studio.now)
    assert "If it stays open, you can book it." in card.text
    assert pack("event", 1, 1) in [button.data for row in card.rows for button in row]
    await booking.book(studio.work, studio.tap(1), 1)
    studio.now += timedelta(days=60)
    card = result_card(TEXTS["en"], await of(studio, 1), studio.now)
    assert pack("event", 1, 1) not in [button.data for row in card.rows for button in row]
