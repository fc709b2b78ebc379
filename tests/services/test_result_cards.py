"""What somebody reads of a month's result: all that they have, and nothing that is not so."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest
import pytest_asyncio
import sqlalchemy as sa

from engine.rules.wishes import LIMITS
from engine.services import booking, month, runs, waitlist
from engine.settings import Mode
from engine.views import ResultCard
from handlers.callbacks import pack
from handlers.result_cards import result_card, result_text
from storage.database import Database
from storage.tables import adjustments, bookings, entries, events, services
from storage.views import SqlViews
from tests.services.fresh import empty
from tests.services.studio import DAY, FIRST, HOUR, Studio
from tests.texts import TEXTS

MINUTE, ZONE = timedelta(minutes=1), "Europe/Budapest"


@pytest_asyncio.fixture(loop_scope="session")
async def studio(database: Database, template: str) -> Studio:
    await empty(database, template)
    return Studio(database)


async def finalized(studio: Studio) -> None:
    """Wishes are closed and drawn, and the month is final."""
    await studio.close()
    await drawn(studio)


async def drawn(studio: Studio) -> None:
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
    assert await spare(studio, 1) == 1
    await booking.book(studio.work, studio.tap(1), 1)
    studio.now += timedelta(days=60)
    card = result_card(TEXTS["en"], await of(studio, 1), studio.now)
    assert pack("event", 1, 1) not in [button.data for row in card.rows for button in row]


async def spare(studio: Studio, person: int) -> int:
    """The date that their result names as one that the draw gave no places at and leads to; 0 for none."""
    result = await of(studio, person)
    card = result_card(TEXTS["en"], result, studio.now)
    ways = [button.data for row in card.rows for button in row]
    said = [
        number
        for number in range(1, 5)
        if f"The draw gave no places at <b>Yoga</b>, {TEXTS['en'].when(FIRST + (number - 1) * DAY, ZONE)}"
        in card.text
    ]
    assert "wished for <b>" not in card.text, "why it gave none is said of the best wish only"
    there = [number for number in range(1, 5) if pack("event", number, 1) in ways]
    assert said == there and (" there now" in card.text or "book it now" in card.text) == bool(said)
    return said[0] if said else 0


async def change(studio: Studio, event_id: int, **values: Any) -> None:
    await studio.database.execute(
        sa.update(events).where(events.c.id == event_id).values(version=events.c.version + 1, **values)
    )


async def short(studio: Studio, *, wanted: int = 2) -> None:
    """Two wish for date 2, which takes three, and for the one seat at date 1: whoever gets that has fewer than wished,
    too. Person 3 has all they wished for."""
    await studio.begin(1, 4, 4)
    await change(studio, 2, minimum=3)
    for person in (1, 2):
        await studio.wish(person, 1, 2, wanted=wanted)
    await studio.wish(3, 3)


async def test_it_is_told_whatever_the_main_reason_is(studio: Studio) -> None:
    await short(studio)
    await finalized(studio)
    reasons = {person: (await of(studio, person)).reason for person in (1, 2, 3)}
    assert sorted(reasons.values()) == ["full", "minimum", "placed"]
    assert [await spare(studio, person) for person in (1, 2, 3)] == [2, 2, 0]
    await booking.book(studio.work, studio.tap(1), 2)
    assert [await spare(studio, person) for person in (1, 2, 3)] == [0, 2, 0], "1 has it now"


@pytest.mark.parametrize(
    "values",
    [
        {"status": "cancelled"},
        {"status": "closed"},
        {"minimum": 0},
        {"starts_at": FIRST, "ends_at": FIRST + HOUR},
    ],
)
async def test_only_while_it_can_be_had(studio: Studio, values: dict[str, Any]) -> None:
    """Also nothing that is at the same time as what the reader has."""
    await short(studio)
    await finalized(studio)
    has = (await studio.rows(bookings, bookings.c.event_id == 1))[0].person_id
    assert await spare(studio, has) == 2
    await change(studio, 2, **values)
    assert (await of(studio, has)).bookable is None


async def test_no_date_whose_seats_are_gone(studio: Studio) -> None:
    """Nor one with fewer than the reader's party takes, or that has become one that takes place."""
    await short(studio)
    await finalized(studio)
    for person in (4, 5):
        await booking.book(studio.work, studio.tap(person), 2)
    assert await spare(studio, 2) == 2
    await booking.book(studio.work, studio.tap(6), 2)
    assert await spare(studio, 2) == 0


async def test_no_date_with_fewer_seats_than_the_party_takes(studio: Studio) -> None:
    await studio.begin(1, 3)
    await change(studio, 2, minimum=3)
    await studio.wish(1, 2, seats=2)
    await finalized(studio)
    await booking.book(studio.work, studio.tap(4), 2)
    assert await spare(studio, 1) == 2
    await booking.book(studio.work, studio.tap(5), 2)
    assert await spare(studio, 1) == 0


async def test_no_date_that_the_draw_gave_places_at(studio: Studio) -> None:
    """Although there are fewer people by now than it takes."""
    await studio.begin(1, 2)
    await change(studio, 2, minimum=2)
    for person in (1, 2, 3):
        await studio.wish(person, 2)
    await finalized(studio)
    given = await studio.rows(bookings)
    (waits,) = await studio.rows(entries)
    await waitlist.leave(studio.work, studio.tap(waits.person_id), 2, waits.id)
    await booking.cancel(studio.work, studio.tap(given[0].person_id), 2, given[0].id)
    result = await of(studio, waits.person_id)
    assert result.reason == "full" and result.bookable is None


async def test_what_the_wish_rules_out_is_not_named(studio: Studio) -> None:
    await short(studio)
    await month.set_weekday(studio.months, studio.tap(1), studio.period_id, FIRST.weekday(), on=True)
    await month.set_limit(studio.months, studio.tap(2), studio.period_id, LIMITS.index("week"))
    await finalized(studio)
    assert await spare(studio, 1) == 0
    assert await spare(studio, 2) == (0 if (await of(studio, 2)).got else 2)


async def test_whom_the_studio_leaves_out_is_not_sent_there(studio: Studio) -> None:
    await short(studio)
    await studio.close()
    await runs.exclude(studio.runs, studio.ada(), studio.period_id, 2, 2)
    await drawn(studio)
    assert len(await studio.rows(adjustments)) == 1
    assert [await spare(studio, person) for person in (1, 2)] == [2, 0]


async def test_where_places_are_asked_for(studio: Studio) -> None:
    await short(studio)
    await finalized(studio)
    await studio.database.execute(sa.update(services).values(self_service=False))
    assert await spare(studio, 2) == 2
    text = await read(studio, 2)
    assert "you can ask for a place there now" in text and "book it" not in text


async def test_no_reason_is_given_that_is_not_known(studio: Studio) -> None:
    """Date 2 was full when the draw came, and a seat there is free by now."""
    await studio.begin(1, 3)
    await change(studio, 2, minimum=3)
    for person in (4, 5, 6):
        await booking.book(studio.work, studio.tap(person), 2)
    for person in (1, 2):
        await studio.wish(person, 1, 2)
    await finalized(studio)
    (own,) = await studio.rows(bookings, bookings.c.person_id == 4)
    await booking.cancel(studio.work, studio.tap(4), 2, own.id)
    (given,) = await studio.rows(bookings, bookings.c.event_id == 1)
    other = 3 - given.person_id
    assert (await of(studio, other)).reason == "full" and await spare(studio, other) == 2
    assert "too few" not in (await read(studio, other)).lower()


async def test_wished_for_by_enough_who_were_given_something_else(studio: Studio) -> None:
    """Three wish for date 2, which takes three, and all of them get date 1, which is at the same time."""
    await studio.begin(3, 4)
    await change(studio, 2, minimum=3, starts_at=FIRST, ends_at=FIRST + HOUR)
    for person in (1, 2, 3):
        await studio.wish(person, 1, 2, wanted=2)
    await finalized(studio)
    (own,) = await studio.rows(bookings, bookings.c.person_id == 1)
    await booking.cancel(studio.work, studio.tap(1), 1, own.id)
    result, text = await of(studio, 1), await read(studio, 1)
    assert result.bookable is not None and result.bookable.id == 2
    assert "too few" not in text.lower() and "It needs at least 3 people. It’s open" in text


@pytest.mark.parametrize("language", sorted(TEXTS))
async def test_the_main_reason_is_left_out_only_where_its_date_is_named(
    studio: Studio, language: str
) -> None:
    """Both dates were drawn nowhere; date 2, which was wanted most, comes to its minimum since."""
    await studio.begin(1, 4, 4)
    for event_id in (2, 3):
        await change(studio, event_id, minimum=4)
    await studio.wish(1, 2, 3, wanted=1)
    await finalized(studio)
    why, texts = TEXTS[language].say("result-because-minimum"), TEXTS[language]
    result = await of(studio, 1)
    assert (result.reason, result.missed) == ("minimum", 2)
    assert result.bookable is not None and result.bookable.id == 2
    assert why not in result_text(texts, result, studio.now)
    for person in (4, 5, 6, 7):
        await booking.book(studio.work, studio.tap(person), 2)
    result = await of(studio, 1)
    assert result.bookable is not None and result.bookable.id == 3
    text = result_text(texts, result, studio.now)
    named = {"event": "Yoga", "when": texts.when(FIRST + 2 * DAY, ZONE)}
    assert why in text and texts.say("result-spare", **named, minimum=4) in text


@contextmanager
def statements() -> Iterator[list[str]]:
    said: list[str] = []

    def statement(_: Any, __: Any, text: str, *rest: Any) -> None:
        said.append(text)

    sa.event.listen(sa.Engine, "before_cursor_execute", statement)
    try:
        yield said
    finally:
        sa.event.remove(sa.Engine, "before_cursor_execute", statement)


async def test_more_is_asked_only_where_there_is_something_to_say(studio: Studio) -> None:
    """Ten thousand letters ask for it."""
    await studio.begin(1, 4, 4, 4)
    for person in (1, 2):
        await studio.wish(person, 1, 2, 3, wanted=3)
    await studio.wish(4, 4, 2)
    for event_id in (2, 3):
        await change(studio, event_id, minimum=4)
    await finalized(studio)
    (given,) = await studio.rows(bookings, bookings.c.event_id == 1)

    async def work(person: int) -> int:
        with statements() as said:
            await of(studio, person)
        return len(said)

    two, satisfied = await work(given.person_id), await work(4)
    await change(studio, 3, minimum=0)
    one = await work(given.person_id)
    await change(studio, 2, minimum=0)
    none = await work(given.person_id)
    assert none < one == two
    assert await work(4) == satisfied, "whoever has all they wanted"
