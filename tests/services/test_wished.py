"""Dates that move or are called off while people wish for them, on both databases: who is written to, once, and how
much work that is under the lock."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
import pytest_asyncio
import sqlalchemy as sa

from engine.catalogue import Catalogue, EventPlan
from engine.refusals import EventCancelled
from engine.services import booking, dates, month, waitlist
from engine.views import Sought
from storage.catalogue import import_catalogue
from storage.database import Database
from storage.tables import events, facts, letters, participants, wish_choices, wishes
from storage.views import SqlViews
from tests.services.fresh import empty
from tests.services.studio import DAY, FIRST, HOUR, Studio
from tests.services.world import NOW


@pytest_asyncio.fixture(loop_scope="session")
async def studio(database: Database, template: str) -> Studio:
    await empty(database, template)
    return Studio(database)


async def heard(studio: Studio) -> list[tuple[str, int | None]]:
    """Of dates, in any way."""
    rows = await studio.rows(letters, letters.c.person_id.is_not(None), letters.c.status == "queued")
    ours = (row for row in rows if row.kind.startswith("wished-") or "wished" in row.data)
    return sorted((row.kind, row.person_id) for row in ours)


async def move(studio: Studio, event_id: int, by: timedelta) -> None:
    (row,) = await studio.rows(events, events.c.id == event_id)
    await dates.move_date(studio.work, studio.ada(), event_id, row.starts_at + by, row.ends_at + by)


async def test_while_wishes_are_collected(studio: Studio) -> None:
    """Person 3 wishes for something else, 4 has taken theirs back."""
    await studio.begin(1, 1)
    for person_id in (1, 2, 4):
        await studio.wish(person_id, 1, 2)
    await studio.wish(3, 2)
    await month.withdraw(studio.months, studio.tap(4), studio.period_id)
    await dates.call_off(studio.work, studio.ada(), 1)
    assert await heard(studio) == [("wished-cancelled", 1), ("wished-cancelled", 2)]
    said = await studio.rows(facts, facts.c.kind == "WisherTold")
    assert [(row.event_id, row.data["person_id"], row.data["was"]) for row in said] == [
        (1, 1, None),
        (1, 2, None),
    ]
    rows = await studio.rows(letters, letters.c.kind == "wished-cancelled")
    assert [row.fact_id for row in rows] == [row.id for row in said]
    assert [row.data for row in rows] == [
        {"event": 1, "period": studio.period_id, "reason": "a good reason"}
    ] * 2
    assert await studio.examine() == []


async def test_the_history_names_them(studio: Studio) -> None:
    """Of an event each of them, and among everything else how many they were, of each event."""
    await studio.begin(1, 1)
    for person_id in (1, 2):
        await studio.wish(person_id, 1, 2)
    views = SqlViews(studio.database, studio.clock)
    assert [await views.wishers(event_id) for event_id in (1, 2)] == [2, 2]
    await dates.call_off(studio.work, studio.ada(), 1)
    await dates.call_off(studio.work, studio.ada(), 2)
    own = [row for row in await views.changes(Sought(event_id=1), 0, 9) if row.kind == "WisherTold"]
    assert [row.person_name for row in own] == ["Person 2", "Person 1"]
    told = await views.changes(Sought(gathered=True), 0, 9)
    assert [(row.kind, row.event.id, row.gathered.count) for row in told if row.event and row.gathered] == [
        ("WisherTold", 2, 2),
        ("WisherTold", 1, 2),
    ]


@pytest.mark.parametrize("how", ["closed", "planned", "final"])
async def test_until_the_month_is_final(studio: Studio, how: str) -> None:
    """Then they hear by what they have got."""
    await studio.begin(1, 1)
    await studio.wish(1, 1, 2)
    await studio.wish(2, 1, 2)
    await studio.close()
    if how != "closed":
        made = await studio.execute()
        if how == "final":
            await studio.finalize(made.run_id)
    await dates.call_off(studio.work, studio.ada(), 1)
    both = [("wished-cancelled", 1), ("wished-cancelled", 2)]
    assert await heard(studio) == ([] if how == "final" else both)
    if how == "final":
        assert len(await studio.rows(letters, letters.c.kind == "booking-cancelled")) == 1
    assert await studio.examine() == []


async def test_one_letter_for_whoever_is_booked_or_waits(studio: Studio) -> None:
    await studio.begin(1, 1)
    for person_id in (1, 2, 3):
        await studio.wish(person_id, 1, 2)
    await booking.book(studio.work, studio.tap(1), 1)
    await waitlist.join(studio.work, studio.tap(2), 1)
    await move(studio, 1, HOUR)
    assert await heard(studio) == [("booking-shifted", 1), ("entry-shifted", 2), ("wished-moved", 3)]
    assert len(await studio.rows(letters, letters.c.kind.like("%-shifted"))) == 2
    await dates.call_off(studio.work, studio.ada(), 1)
    told = await heard(studio)
    assert [row for row in told if "-shifted" not in row[0]] == [
        ("booking-cancelled", 1),
        ("entry-closed", 2),
        ("wished-cancelled", 3),
    ]
    assert await studio.examine() == []


async def test_what_was_not_read_is_told_once(studio: Studio) -> None:
    """At night: two moves and the end of it are one letter in the morning, from the date that the reader knows. Whoever
    has read of the first reads of the second from there on."""
    await studio.begin(1, 1)
    await studio.wish(1, 1, 2)
    await studio.wish(2, 1)
    studio.now = studio.now.replace(hour=22)
    await move(studio, 1, HOUR)
    sent = letters.update().where(letters.c.person_id == 2, letters.c.kind == "wished-moved")
    now = {"status": "sent", "chat_id": 1, "message_id": 1, "sent_at": studio.now}
    await studio.database.execute(sent.values(now))
    await move(studio, 1, DAY)
    waiting = await studio.rows(letters, letters.c.kind == "wished-moved", letters.c.status == "queued")
    assert {row.person_id: row.data["was"] for row in waiting} == {
        1: FIRST.isoformat(),
        2: (FIRST + HOUR).isoformat(),
    }
    await dates.call_off(studio.work, studio.ada(), 1)
    rows = await studio.rows(letters, letters.c.kind.like("wished-%"), letters.c.status == "queued")
    assert [(row.kind, row.person_id, row.data.get("was")) for row in rows] == [
        ("wished-cancelled", 1, FIRST.isoformat()),
        ("wished-cancelled", 2, (FIRST + HOUR).isoformat()),
    ]


async def test_a_file_that_moves_it_is_told_of_too(studio: Studio) -> None:
    await studio.begin(1, 1)
    await studio.wish(1, 1, 2)
    (row, _) = await studio.rows(events)
    plan = EventPlan("yoga", row.code, row.starts_at + HOUR, row.ends_at + HOUR, row.capacity)
    await import_catalogue(studio.database, Catalogue(events=(plan,)), studio.now)
    (letter,) = await studio.rows(letters, letters.c.kind == "wished-moved")
    assert (letter.person_id, letter.data["was"]) == (1, FIRST.isoformat())
    longer = replace(plan, ends_at=plan.ends_at + HOUR)
    await import_catalogue(studio.database, Catalogue(events=(longer,)), studio.now)
    assert len(await studio.rows(letters, letters.c.kind == "wished-moved")) == 1
    assert await studio.examine() == []


async def test_a_wish_that_comes_with_the_end_of_its_date(postgresql: Database, template: str) -> None:
    """Whoever was quicker hears of it; whoever was not is refused, and does not wish for what is over unheard."""
    await empty(postgresql, template)
    studio = Studio(postgresql)
    await studio.begin(1)
    async with postgresql.write.begin() as ending:
        await ending.execute(sa.select(events.c.id).where(events.c.id == 1).with_for_update())
        await ending.execute(sa.update(events).where(events.c.id == 1).values(status="cancelled", version=9))
        late = asyncio.create_task(studio.wish(2, 1))
        while not await _waited_for(postgresql):
            await asyncio.sleep(0.01)
    with pytest.raises(EventCancelled):
        await late
    assert await studio.rows(wish_choices) == []


async def _waited_for(database: Database) -> bool:
    async with database.read.connect() as connection:
        found = await connection.execute(sa.text("SELECT count(*) FROM pg_locks WHERE NOT granted"))
        return bool(found.scalar_one())


@contextmanager
def statements() -> Iterator[list[str]]:
    """What is said to the database meanwhile."""
    said = list[str]()

    def statement(_: Any, __: Any, text: str, *rest: Any) -> None:
        said.append(text)

    sa.event.listen(sa.Engine, "before_cursor_execute", statement)  # whichever carries it
    try:
        yield said
    finally:
        sa.event.remove(sa.Engine, "before_cursor_execute", statement)


def crowd(connection: sa.Connection, period_id: int, first: int, count: int) -> None:
    """So many people, from this id on, who wish for events 1 and 2."""
    ids = range(first, first + count)
    connection.execute(
        participants.insert(),
        [{"id": i, "telegram_id": 7000 + i, "name": f"Person {i}", "created_at": NOW} for i in ids],
    )
    connection.execute(
        wishes.insert(),
        [
            {
                "id": 10**6 + i,
                "period_id": period_id,
                "person_id": i,
                "status": "stated",
                "weekdays": [],
                "names": [],
                "stated_at": NOW,
            }
            for i in ids
        ],
    )
    connection.execute(
        wish_choices.insert(),
        [{"wish_id": 10**6 + i, "event_id": event, "rank": event} for i in ids for event in (1, 2)],
    )


async def test_a_thousand_who_wish_are_no_more_work_under_the_lock(studio: Studio) -> None:
    """Statement by statement the same, for ten and for a thousand."""
    await studio.begin(1, 1, people=1)
    await studio.database.transact(lambda c: crowd(c, studio.period_id, 100, 10))
    await move(studio, 1, HOUR)
    with statements() as few:
        await dates.call_off(studio.work, studio.ada(), 1)
    await studio.database.transact(lambda c: crowd(c, studio.period_id, 200, 1000))
    await move(studio, 2, HOUR)
    with statements() as many:
        await dates.call_off(studio.work, studio.ada(), 2)
    in_line = [text for text in many if "counters" not in text]  # another block of ids
    assert len(in_line) <= 2 * len(few) and len([text for text in many if "INSERT INTO letters" in text]) == 1
    assert len(await studio.rows(letters, letters.c.kind == "wished-cancelled")) == 10 + 1010
