"""What the group hears of a month on both databases: how far results are sent, and nothing that is over by then."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import pytest_asyncio
import sqlalchemy as sa

from bot.letters.rendering import render
from engine.services import booking, locks, month
from engine.services.who import AdminTap
from engine.views import Person
from storage.database import Database
from storage.due import RESULTS_LATE, SqlDue
from storage.locks import SqlLocks
from storage.outbox import SqlOutbox
from storage.tables import bookings, letters, results
from storage.telling import KIND, SqlTelling
from storage.views import SqlViews
from tests.services.fresh import empty
from tests.services.studio import BEN, WEEK_TO_WISH, Studio
from tests.texts import TEXTS as WORDS

GROUP = Person(0, None, "", "en", True)
TEXTS = WORDS["en"]
GROUP_CHAT = -7


class Desk(Studio):
    """A studio with an outbox: letters leave one by one, and what the group reads is what was sent last."""

    def __init__(self, database: Database) -> None:
        super().__init__(database)
        self.views, self.locks = SqlViews(database, self.clock), SqlLocks(database, self.clock)
        self.outbox, self.due = SqlOutbox(database, self.clock), SqlDue(database)
        self.restart()

    def restart(self) -> None:
        """Another process: it knows what the database knows."""
        self.telling = SqlTelling(self.database, self.clock)

    def by(self, tap: AdminTap) -> AdminTap:
        return AdminTap(tap.telegram_id, tap.name, next(self._updates), tap.reason)

    async def final(self, people: int = 5) -> None:
        """That many have a result."""
        await self.begin(people, people=people)
        for person in range(1, people + 1):
            await self.wish(person, 1)
        await self.close()
        made = await self.execute()
        gone = sa.update(letters).values(status="dropped")
        await self.database.execute(gone)  # what was said before is told elsewhere
        await self.finalize(made.run_id)

    async def written(self, kind: str, **data: int | str | bool) -> str | None:
        """What a letter says now: the newest one of this kind, or one of this `data`."""
        known = [row.data for row in await self.rows(letters, letters.c.kind == kind)]
        card = await render(kind, data or known[-1], GROUP, TEXTS, self.views, self.now)
        return str(card.text) if card is not None else None

    async def leaves(self, most: int, urgency: range = range(9), *, fails: bool = False) -> Sequence[str]:
        """So many letters are sent, or given up; their kinds."""
        claimed = await self.outbox.claim(most, urgency)
        for letter in claimed:
            if fails:
                await self.outbox.failed(letter, "nobody there")
            else:
                await self.outbox.sent(letter, letter.telegram_id or GROUP_CHAT, 100 + letter.id % 1000)
        return [letter.kind for letter in claimed]

    async def tells(self) -> str | None:
        """What the group reads after the clock has looked; None when it is not told anew."""
        if not await self.telling.tell():
            return None
        said = await self.written(KIND)
        assert await self.leaves(9, range(2)) == [KIND]
        return said


@pytest_asyncio.fixture(loop_scope="session")
async def desk(database: Database, template: str) -> Desk:
    await empty(database, template)
    return Desk(database)


def progress(made: int, total: int) -> str:
    return TEXTS.plain("batch-telling", made=made, total=total)


DONE = TEXTS.plain("batch-telling-done")


# ------------------------------------------------------------------------------------------------ how far results are


async def test_the_group_reads_how_far_results_are_and_when_that_was_all(desk: Desk) -> None:
    """One message, rewritten only where something has changed, to its last line; also by another process."""
    await desk.final()
    assert await desk.telling.tell() == 0  # not before the message is there that is rewritten
    said = await desk.written("period-finalized")
    assert said is not None and progress(0, 5) in said and DONE not in said
    assert "period-finalized" in await desk.leaves(9, range(4))
    said = await desk.tells()
    assert said is not None and progress(0, 5) in said
    assert await desk.tells() is None
    assert await desk.leaves(2) == ["month-result"] * 2
    desk.restart()
    said = await desk.tells()
    assert said is not None and progress(2, 5) in said and DONE not in said
    await desk.leaves(1, fails=True)
    await desk.leaves(2)
    said = await desk.tells()
    assert said is not None and progress(4, 5) in said and DONE in said
    assert TEXTS.plain("batch-telling-failed", count=1) in said
    desk.restart()
    assert await desk.tells() is None
    panels = await desk.outbox.messages(f"telling:{desk.period_id}", None)
    assert panels  # what is rewritten is the message that said that the month is booked
    assert await desk.examine() == []


async def test_what_waits_for_the_group_is_not_told_twice(desk: Desk) -> None:
    """However slowly the group may be written to, one letter waits, and it says what is true when it leaves."""
    await desk.final()
    await desk.leaves(9, range(4))
    assert await desk.telling.tell() == 1
    await desk.leaves(3, range(4, 5))
    assert [await desk.telling.tell() for _ in range(3)] == [0, 0, 0]
    said = await desk.written(KIND)
    assert said is not None and progress(3, 5) in said
    first = await desk.rows(letters, letters.c.kind == KIND)
    assert len(first) == 1 and first[0].priority < 4


async def test_results_come_last_and_may_take_longer(desk: Desk) -> None:
    """What waits for one person or for an admin overtakes them; thousands of them are not late before their time."""
    await desk.final()
    results = [row for row in await desk.rows(letters) if row.kind == "month-result"]
    others = [row.priority for row in await desk.rows(letters) if row.kind != "month-result"]
    assert min(row.priority for row in results) > max(others)
    await desk.leaves(9, range(4))
    patience = timedelta(minutes=5)
    assert (await desk.due.late_letters(desk.now + 2 * patience, patience)).count == 0
    assert (await desk.due.late_letters(desk.now + RESULTS_LATE, patience)).count == 5


async def test_results_are_not_late_as_long_as_they_leave(desk: Desk) -> None:
    """However many there are: with Telegram's limits, tens of thousands take more than a quarter of an hour."""
    await desk.final()
    await desk.leaves(9, range(4))
    patience, stuck = timedelta(minutes=5), "(22) broken: no letter waits for long"

    async def late() -> tuple[int, bool]:
        told = any(line.startswith(stuck) for line in await desk.examine())
        return (await desk.due.late_letters(desk.now, patience)).count, told

    desk.now += RESULTS_LATE + timedelta(minutes=1)
    assert await late() == (5, True)
    assert await desk.leaves(1) == ["month-result"]
    assert await late() == (0, False)
    desk.now += RESULTS_LATE - timedelta(seconds=1)
    assert await late() == (0, False)
    desk.now += timedelta(seconds=2)
    assert await late() == (4, True)
    await desk.leaves(1)
    taken, *_ = await desk.outbox.claim(1, range(9))
    desk.now += RESULTS_LATE - timedelta(seconds=1)
    await desk.database.execute(
        sa.update(letters)
        .where(letters.c.id == taken.id)
        .values(lease_until=desk.now - RESULTS_LATE - timedelta(seconds=1))
    )
    assert await late() == (1, True), "that one is no more on its way"


# ------------------------------------------------------------------------------------------------ what is over by then


async def test_nothing_of_a_month_is_told_once_it_is_over(desk: Desk) -> None:
    """The group hears letters minutes late; by then wishes may be closed, open again, or the month booked."""
    await desk.begin(2, people=3)
    opened = {"how": "opened", "period": desk.period_id}
    assert await desk.written("period-opened", **opened) is not None
    for person in (1, 2):
        await desk.wish(person, 1)
    await desk.close()
    assert await desk.written("period-opened", **opened) is None
    closed = await desk.written("period-closed")
    assert closed is not None
    await month.reopen(desk.months, desk.ada(), desk.period_id, WEEK_TO_WISH)
    assert await desk.written("period-closed") is None
    assert await desk.written("period-opened", **opened) is not None
    await desk.close()
    first: dict[str, Any] = {"period": desk.period_id, "number": 1, "people": 2, "short": 0, "cause": "lost"}
    assert await desk.written("run-failed", **first) is not None
    await desk.execute()
    assert await desk.written("run-made", **first) is not None
    made = await desk.execute()
    assert await desk.written("run-made", **first) is None
    assert await desk.written("run-failed", **first) is None
    assert await desk.written("run-made") is not None
    await desk.finalize(made.run_id)
    for kind in ("run-made", "period-closed", "period-opened"):
        assert await desk.written(kind) is None, kind
    assert await desk.written("run-failed", **{**first, "number": 9}) is None


async def test_a_participant_hears_nothing_of_wishes_after_the_result(desk: Desk) -> None:
    await desk.final(2)
    known = {"period": desk.period_id}
    reader = await desk.views.person_by_id(1)
    assert reader is not None
    for kind in ("wishes-shifted", "wishes-carried", "wishes-asked", "friendship-agreed", "friendship-ended"):
        card = await render(kind, {**known, "friend": 2}, reader, TEXTS, desk.views, desk.now)
        assert card is None, kind


async def test_a_result_names_no_place_that_is_gone(desk: Desk) -> None:
    """Results leave last of all: by then somebody may have cancelled, and heard of that."""
    await desk.final(2)
    (given, *_) = await desk.rows(results, results.c.person_id == 1)
    reader = await desk.views.person_by_id(1)
    assert reader is not None
    card = await render("month-result", {"result": given.id}, reader, TEXTS, desk.views, desk.now)
    assert card is not None and TEXTS.plain("result-got", got=1) in card.text
    (own,) = await desk.rows(bookings, bookings.c.person_id == 1)
    await booking.cancel(desk.work, desk.tap(1), own.event_id, own.id)
    card = await render("month-result", {"result": given.id}, reader, TEXTS, desk.views, desk.now)
    assert card is not None and "you’ve given it back" in card.text
    for got in (0, 1):
        assert TEXTS.plain("result-got", got=got) not in card.text
    result = await desk.views.result(given.id)
    assert result is not None and (list(result.held), result.gone) == ([], {1: "self"})


async def test_a_lock_is_told_as_it_is(desk: Desk) -> None:
    """Handed over, kept, ended: only while that is so."""
    await desk.begin(2)
    await desk.close()
    (taken,) = await locks.take(desk.locks, desk.ada(), desk.period_id, 1)
    about: dict[str, int | str | bool] = {"period": desk.period_id, "lock": taken.id}
    assert await desk.written("lock-kept", **about, name="Ben") is not None
    assert await desk.written("lock-handed", **about, name="Ben") is None
    assert await desk.written("lock-handed", **about, name="Ada") is not None
    assert await desk.written("lock-kept", **{**about, "lock": 999}, name="Ben") is None
    assert await desk.written("lock-ended", **about) is None
    refused = {"holder": "Ada", "name": "Ben"}
    assert await desk.written("alert-lock-refused", **about, **refused) is not None
    assert await desk.written("alert-lock-refused", **{**about, "lock": 999}, **refused) is None
    await locks.release(desk.locks, desk.ada(), desk.period_id)
    assert await desk.written("lock-ended", **about) is not None
    assert await desk.written("lock-kept", **about, name="Ben") is None


async def test_an_opening_is_told_as_it_is(desk: Desk) -> None:
    """Granted, denied, over: what was changed is told in any case."""
    await desk.final(2)
    (asked,) = await locks.ask_unlock(desk.locks, desk.ada(), desk.period_id, 30)
    await locks.approve(desk.locks, desk.by(BEN), desk.period_id, asked.id)
    assert await desk.written("unlock-granted") is not None
    assert await desk.written("unlock-denied", unlock=asked.id) is None
    await locks.relock(desk.locks, desk.ada(), desk.period_id, asked.id)
    assert await desk.written("unlock-granted") is None
    over = TEXTS.plain("unlock-ended", month=TEXTS.month("2026-12"))
    said = await desk.written("unlock-ended")
    assert said is not None and _words(over) in _words(said)
    (again,) = await locks.ask_unlock(desk.locks, desk.ada(), desk.period_id, 30)
    await locks.approve(desk.locks, desk.by(BEN), desk.period_id, again.id)
    said = await desk.written("unlock-ended", period=desk.period_id, unlock=asked.id)
    assert said is not None and _words(over) not in _words(said)
    assert TEXTS.plain("unlock-changed", count=0) in said


def _words(text: str) -> str:
    return text.replace("<b>", "").replace("</b>", "")


async def test_an_alert_that_is_over_is_not_told(desk: Desk) -> None:
    """Its letter waited for the group; the next time it is news again."""
    await desk.begin(1)
    await desk.outbox.alert("outbox-late", "post", {"count": 1, "minutes": 6})
    await desk.outbox.resolve("outbox-late", "post")
    await desk.outbox.alert("outbox-late", "post", {"count": 2, "minutes": 6})
    told = await desk.rows(letters, letters.c.kind == "alert-outbox-late")
    assert sorted(row.status for row in told) == ["dropped", "queued"]
    assert await desk.rows(letters, sa.and_(letters.c.status == "queued", letters.c.error != "")) == []
