"""What an admin was asked in the group: found by the message that is answered, however many are open at once."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

from engine.ports import AdminQuestion, Draft
from storage.admin_questions import FRESH, MOST
from storage.database import Database
from storage.people import SqlPeople
from storage.tables import admin_drafts

DORA, EMIL = 7, 8


def people(database: Database) -> SqlPeople:
    return SqlPeople(database, lambda: datetime(2026, 11, 21, 9, tzinfo=UTC))


class Clock:
    """Goes on when it is told to."""

    now = datetime(2026, 11, 21, 9, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


def draft(number: int) -> Draft:
    return Draft("book-for", {"event": number})


async def test_questions_that_are_asked_at_once_are_all_kept(database: Database) -> None:
    """Not one overwrites another, from the first on."""
    desk = people(database)
    asked = await asyncio.gather(*(desk.keep_admin_draft(DORA, draft(number)) for number in range(10)))
    assert sorted(question.number for question in asked) == list(range(1, 11))
    await asyncio.gather(*(desk.place_question(question, 100 + question.number) for question in asked))
    for number, question in enumerate(asked):
        assert await desk.admin_question(DORA, 100 + question.number) == (question, draft(number))
    assert await desk.admin_question(DORA, 99) is None
    assert await desk.admin_question(EMIL, 101) is None


async def test_a_question_in_several_messages(database: Database) -> None:
    """The question, and each sentence that says why an answer did not do. A message belongs to one question."""
    desk = people(database)
    first, second = await desk.keep_admin_draft(DORA, draft(1)), await desk.keep_admin_draft(DORA, draft(2))
    for message, question in ((10, first), (11, first), (12, second), (11, second)):
        await desk.place_question(question, message)
    found = [await desk.admin_question(DORA, message) for message in (10, 11, 12)]
    assert found == [(first, draft(1)), (second, draft(2)), (second, draft(2))]


async def test_before_it_is_known_where_a_question_stands_the_newest_counts(database: Database) -> None:
    desk = people(database)
    first, second = await desk.keep_admin_draft(DORA, draft(1)), await desk.keep_admin_draft(DORA, draft(2))
    await desk.keep_admin_draft(DORA, draft(3), waits=False)
    assert await desk.admin_question(DORA, 10) == (second, draft(2))
    await desk.place_question(second, 12)
    assert await desk.admin_question(DORA, 10) == (first, draft(1))


async def test_what_was_answered_waits_for_no_answer(database: Database) -> None:
    desk = people(database)
    await desk.keep_admin_draft(DORA, draft(1), waits=False)
    assert await desk.admin_question(DORA, 10) is None
    assert await desk.admin_drafts(DORA) == [draft(1)]
    assert await desk.admin_drafts(EMIL) == []


async def test_old_questions_are_forgotten(database: Database) -> None:
    desk = people(database)
    for number in range(MOST + 5):
        await desk.place_question(await desk.keep_admin_draft(DORA, draft(number)), number)
    assert await desk.admin_drafts(DORA) == [draft(number) for number in reversed(range(5, MOST + 5))]
    assert await desk.admin_question(DORA, 4) is None


async def test_a_question_from_before_questions_had_messages(database: Database) -> None:
    """Whoever was asked before the bot was renewed can still answer."""
    desk = people(database)
    row = {"telegram_id": DORA, "kind": "book-for", "data": {"event": 1}, "at": datetime.now(UTC)}
    await database.execute(admin_drafts.insert().values(**row))
    assert await desk.admin_question(DORA, 10) == (AdminQuestion(DORA, 1), draft(1))
    await desk.keep_admin_draft(DORA, draft(2))
    assert await desk.admin_drafts(DORA) == [draft(2), draft(1)]


async def test_what_answers_no_message_may_be_meant_for_the_newest_question_once(database: Database) -> None:
    """Once for each time that it is asked, also where two write at the same moment."""
    desk = people(database)
    await desk.place_question(await desk.keep_admin_draft(DORA, draft(1)), 10)
    newest = await desk.keep_admin_draft(DORA, draft(2))
    assert await desk.missed_question(EMIL, None) is None
    found = await asyncio.gather(*(desk.missed_question(DORA, None) for _ in range(5)))
    assert found.count((AdminQuestion(DORA, 1), 10)) == 1 and found.count(None) == 4
    await desk.place_question(newest, 12)
    assert await desk.missed_question(DORA, None) == (newest, 12)
    await desk.place_question(newest, 13)  # where it was pointed at
    assert await desk.missed_question(DORA, None) is None
    again = await desk.keep_admin_draft(DORA, draft(2))
    assert again == newest and await desk.missed_question(DORA, None) == (newest, 13)


async def test_neither_an_old_question_nor_one_that_is_answered_nor_one_of_another_topic(
    database: Database,
) -> None:
    clock = Clock()
    desk = SqlPeople(database, clock)
    question = await desk.keep_admin_draft(DORA, draft(1))
    await desk.place_question(question, 10, topic=7)
    for topic in (None, 8):
        assert await desk.missed_question(DORA, topic) is None
    clock.now += FRESH + timedelta(seconds=1)
    assert await desk.missed_question(DORA, 7) is None
    clock.now -= timedelta(seconds=1)
    await desk.keep_admin_draft(DORA, draft(2), waits=False)
    assert await desk.missed_question(DORA, 7) == (question, 10)
    await desk.keep_admin_draft(DORA, draft(3))
    await desk.place_question(question, 11, topic=7)
    await desk.close_question(question)
    assert await desk.missed_question(DORA, 7) is None


async def test_nobody_knows_when_older_questions_were_asked(database: Database) -> None:
    desk = people(database)
    old = {"number": 1, "waits": True, "messages": [10], "kind": "book-for", "data": {"event": 1}}
    row = {"telegram_id": DORA, "kind": "questions", "data": {"asked": [old]}, "at": datetime.now(UTC)}
    await database.execute(admin_drafts.insert().values(**row))
    assert await desk.missed_question(DORA, None) is None
    assert await desk.admin_question(DORA, 10) == (AdminQuestion(DORA, 1), draft(1))
