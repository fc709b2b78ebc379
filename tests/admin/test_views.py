"""What admins are shown of the order and of each other, read from a real database on each engine."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest

from engine.rules.candidates import draw
from engine.services import offers, seats, waitlist
from engine.services.who import AdminTap
from storage.tables import entries, events
from tests.bot.studio import Studio, opened

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
DORA = AdminTap(77, "Dóra", reason="agreed")


class Calendar:
    moment = NOW

    def __call__(self) -> datetime:
        return self.moment


@pytest.fixture
async def studio(database_url: str) -> AsyncIterator[Studio]:
    async with opened(database_url, Calendar()) as made:
        yield made


async def crowd(studio: Studio, code: str, most: int = 5) -> list[int]:
    """The event is full, and so many wait."""
    await studio.book(await studio.person(100), code)
    return [await studio.join(await studio.person(n), code) for n in range(1, most + 1)]


async def test_in_turn_is_the_line_then_the_reserve_list(studio: Studio) -> None:
    line = await crowd(studio, "yoga-1", 2)
    event = studio.events["yoga-1"]
    reserve = [
        (await waitlist.join_reserve(studio.work, await studio.person(n), event))[0].id for n in (11, 12)
    ]
    await waitlist.pause(studio.work, await studio.person(1), event, line[0], None)
    shown = await studio.views.in_turn(event, 10)
    assert [card.id for card in shown] == [line[1], *reserve]
    assert [card.event is None for card in shown] == [False, True, True]
    assert [card.id for card in await studio.views.in_turn(event, 1)] == [line[1]]
    assert await studio.views.in_turn(5, 3) == []
    page = await studio.views.reserve(event, 1, 5)
    assert [(card.id, card.position) for card in page.items] == [(reserve[1], 2)] and page.total == 2
    card = await studio.views.event(event)
    assert card is not None and (card.waiting, card.reserve) == (2, 2)


async def test_in_turn_reads_as_far_as_it_must(studio: Studio) -> None:
    """Far more people than a window holds, and the first ones cannot be served."""
    line = await crowd(studio, "yoga-1", 30)
    await studio.change(entries, entries.c.id.in_(line[:20]), passed=99, passed_event=studio.events["yoga-1"])
    assert [card.id for card in await studio.views.in_turn(studio.events["yoga-1"], 3)] == line[20:23]


async def test_a_line_whose_seats_are_drawn_is_listed_in_the_order_of_the_draw(studio: Studio) -> None:
    line = await crowd(studio, "yoga-1", 7)
    event = studio.events["yoga-1"]
    await studio.change(events, events.c.id == event, offer={"order": "lottery", "seed": "moon"})
    await studio.change(entries, entries.c.id == line[6], priority=1)
    rows = {row.id: row for row in await studio.rows(entries, entries.c.event_id == event)}
    order = sorted(rows, key=lambda i: (-rows[i].priority, draw("moon", rows[i])))
    assert order[0] == line[6] and order[1:] != line[:6]
    pages = [await studio.views.line(event, offset, 3) for offset in (0, 3, 6, 9)]
    assert [card.id for page in pages for card in page.items] == order
    assert {page.total for page in pages} == {7}
    assert {card.id: card.position for card in pages[0].items}[line[6]] == 1  # priority is told to people too
    assert [card.id for card in await studio.views.in_turn(event, 7)] == order


async def test_the_last_deed_names_who_and_when(studio: Studio) -> None:
    line = await crowd(studio, "clay-2", 0)
    assert line == []
    event = studio.events["clay-2"]
    assert await studio.views.last_deed(("EventFrozen",), None, event) is None
    await seats.freeze(studio.work, DORA, event)
    deed = await studio.views.last_deed(("EventFrozen",), None, event)
    assert deed is not None and (deed.by, deed.by_id, deed.name, deed.at) == ("admin", 77, "Dóra", NOW)
    assert await studio.views.last_deed(("EventFrozen",), None, studio.events["clay-1"]) is None
    made = await studio.views.last_deed(("BookingMade", "SeatsHeld"), None, event)
    assert made is not None and (made.by, made.name) == ("person", "P100")


async def test_the_last_deed_about_one_row(studio: Studio) -> None:
    line = await crowd(studio, "clay-1", 2)
    event = studio.events["clay-1"]
    await studio.change(events, events.c.id == event, mode="manual")
    (booked,) = [card.id for card in (await studio.views.bookings(event, 0, 5)).items]
    await studio.cancel(await studio.person(100), "clay-1", booked)
    await offers.choose(studio.work, DORA, event, line[1], "promote", (await studio.person(2)).person_id)
    deed = await studio.views.last_deed(("EntryBooked",), line[1], event)
    assert deed is not None and (deed.by, deed.name) == ("admin", "Dóra")
    assert await studio.views.last_deed(("EntryBooked",), line[0], event) is None


async def test_what_follows_from_a_cancellation_is_the_automation_s_deed(studio: Studio) -> None:
    for code, kind, taken in (
        ("yoga-1", "EntryOffered", "OfferMade"),
        ("jazz-1", "EntryBooked", "BookingMade"),
    ):
        (entry,) = await crowd(studio, code, 1)
        event = studio.events[code]
        (booked,) = [card.id for card in (await studio.views.bookings(event, 0, 5)).items]
        await studio.cancel(await studio.person(100), code, booked)
        served = await studio.views.last_deed((kind,), entry, event)
        seat = await studio.views.last_deed((taken,), None, event)
        assert served is not None and (served.by, served.name) == ("job", "")
        assert seat == served
        cancelled = await studio.views.last_deed(("BookingCancelled",), booked, event)
        assert cancelled is not None and (cancelled.by, cancelled.name) == ("person", "P100")


async def test_letters_that_are_late(studio: Studio) -> None:
    patience, person = timedelta(minutes=5), (await studio.person(1)).person_id

    async def late(after: timedelta) -> tuple[int, timedelta]:
        found = await studio.due.late_letters(NOW + after, patience)
        return found.count, found.oldest

    assert await late(timedelta(days=1)) == (0, timedelta(0))
    await studio.post(person=person)
    assert await late(patience - timedelta(seconds=1)) == (0, timedelta(0))
    assert await late(patience) == (1, patience)
    await studio.post(person=person, kind="offer-made", not_before=NOW + timedelta(hours=9))
    tried = {"error": "connection", "not_before": NOW + timedelta(minutes=20)}
    await studio.post(person=person, created_at=NOW - timedelta(hours=1), **tried)
    await studio.post(person=person, status="dropped")
    sending = {"status": "sending", "lease_until": NOW + timedelta(minutes=2)}
    await studio.post(person=person, created_at=NOW - timedelta(hours=9), **sending)
    assert await late(timedelta(minutes=6)) == (2, timedelta(minutes=66))
    assert (await late(timedelta(minutes=7)))[0] == 3
    assert (await late(timedelta(hours=9, minutes=5)))[
        0
    ] == 4  # the morning has come, and the offer is still here
