"""Locks of a month on both databases: who is kept out, two who open a final month, and what is changed meanwhile."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
import pytest_asyncio

from engine import refusals as no
from engine.locks import Who
from engine.refusals import Refusal
from engine.rules.locks import HALF_AN_HOUR, TOMORROW, TWO_HOURS
from engine.services import booking, by_hand, capacity, dates, locks, month, moving, repair, runs
from engine.services.who import AdminTap
from storage.database import Database
from storage.due import SqlDue
from storage.locks import SqlLocks
from storage.repairs import SqlRepairs
from storage.tables import alerts, bookings, facts, letters, periods, unlocks
from storage.tables import locks as lock_rows
from storage.views import SqlViews
from tests.rules.greedy import greedy
from tests.services.fresh import empty
from tests.services.studio import BEN, WEEK_TO_WISH, Studio

CLEO = AdminTap(902, "Cleo", reason="one more reason")
HALF = timedelta(minutes=30)


class House(Studio):
    """A studio with locks, and three admins: Ada, Ben and Cleo."""

    def __init__(self, database: Database) -> None:
        super().__init__(database)
        self.locks, self.due = SqlLocks(database, self.clock), SqlDue(database)
        self.views = SqlViews(database, self.clock)

    def by(self, tap: AdminTap) -> AdminTap:
        """Each tap is one of its own."""
        return replace(tap, update_id=next(self._updates))

    async def final(self) -> None:
        """Persons 1 and 2 have a place at event 1, persons 3 and 4 at event 2; event 3 is empty."""
        await self.begin(3, 3, 3, people=6)
        for person, event in ((1, 1), (2, 1), (3, 2), (4, 2)):
            await self.wish(person, event)
        await self.close()
        await self.finalize((await self.execute()).run_id)

    async def asked(self, minutes: int = 30) -> int:
        """Ada would like to change the month."""
        (fact,) = await locks.ask_unlock(self.locks, self.ada(), self.period_id, minutes)
        return fact.id

    async def unlocked(self, minutes: int = 30) -> int:
        """Ben agrees."""
        unlock_id = await self.asked(minutes)
        await locks.approve(self.locks, self.by(BEN), self.period_id, unlock_id)
        return unlock_id

    async def tick(self) -> None:
        """What the clock does."""
        for period_id in await self.due.locked_periods(self.now):
            await locks.end_due(self.locks, period_id)

    async def booking_of(self, person_id: int) -> Any:
        mine = bookings.c.person_id == person_id
        return (await self.rows(bookings, mine, bookings.c.period_id.is_not(None)))[0]

    async def move(self, person_id: int, target: int = 3) -> None:
        """Ben moves somebody's place."""
        row = await self.booking_of(person_id)
        await moving.move(self.work, self.by(BEN), row.id, row.event_id, target, person_id, 1)

    async def examine(self) -> list[str]:
        """There is no postman here: letters wait, and nothing else may be wrong."""
        return [found for found in await super().examine() if "no letter waits for long" not in found]

    async def letters(self) -> list[str]:
        """About locks, as they were written."""
        return [row.kind for row in await self.rows(letters) if "lock" in row.kind]


@pytest_asyncio.fixture(loop_scope="session")
async def house(database: Database, template: str) -> House:
    await empty(database, template)
    return House(database)


async def refused(deed: Awaitable[Any], why: type[Refusal]) -> Refusal:
    with pytest.raises(why) as caught:
        await deed
    return caught.value


# ------------------------------------------------------------------------------------------------ while somebody works


Edit = Callable[[House, AdminTap], Awaitable[Any]]
COLLECTING: dict[str, Edit] = {
    "extend": lambda house, tap: month.extend(house.months, tap, house.period_id, WEEK_TO_WISH + 1),
    "close": lambda house, tap: month.close(house.months, tap, house.period_id),
}
CLOSED: dict[str, Edit] = {
    "reopen": lambda house, tap: month.reopen(house.months, tap, house.period_id, WEEK_TO_WISH),
    "execute": lambda house, tap: runs.execute(
        house.runs, tap, house.period_id, "balanced", "fair", allocate=greedy
    ),
    "stop": lambda house, tap: runs.stop(house.runs, tap, house.period_id, 1),
    "pin": lambda house, tap: runs.pin(house.runs, tap, house.period_id, 1, 1),
    "move": lambda house, tap: runs.move(house.runs, tap, house.period_id, 1, 1, 2),
    "exclude": lambda house, tap: runs.exclude(house.runs, tap, house.period_id, 1, None),
    "lift": lambda house, tap: runs.lift(house.runs, tap, house.period_id, 1),
    "finalize": lambda house, tap: runs.finalize(house.runs, tap, house.period_id, 1),
}


async def test_whoever_holds_it_edits_and_nobody_else(house: House) -> None:
    """Every edit of an admin; the reader of the table sees that none is missing."""
    await house.begin(2, 2)
    await house.wish(1, 1)
    await locks.take(house.locks, house.ada(), house.period_id, HALF_AN_HOUR)
    for edits in (COLLECTING, CLOSED):
        for edit in edits.values():
            why = await refused(edit(house, house.by(BEN)), no.PeriodHeld)
            assert why.values == {"by": "Ada", "until": house.now + HALF, "period": house.period_id}
        if edits is COLLECTING:
            await house.wish(2, 1)  # nobody is kept from wishing
            await month.close(house.months, house.ada(), house.period_id)
    await runs.plan(house.runs, house.by(BEN), house.period_id, "balanced", allocate=greedy)  # a look
    await house.execute()
    await locks.name(house.locks, house.ada(), house.period_id, Who(BEN.telegram_id, "Ben"))
    await runs.exclude(house.runs, house.by(BEN), house.period_id, 1, None)
    await locks.drop(house.locks, house.ada(), house.period_id, BEN.telegram_id)
    await refused(CLOSED["execute"](house, house.by(BEN)), no.PeriodHeld)
    await locks.release(house.locks, house.ada(), house.period_id)
    await CLOSED["execute"](house, house.by(BEN))
    assert await house.examine() == []


async def test_it_ends_by_itself(house: House) -> None:
    await house.begin(2)
    (taken,) = await locks.take(house.locks, house.ada(), house.period_id, HALF_AN_HOUR)
    await locks.extend(house.locks, house.ada(), house.period_id, TWO_HOURS)
    house.now += timedelta(hours=2) - timedelta(seconds=1)
    await house.tick()
    await refused(month.close(house.months, house.by(BEN), house.period_id), no.PeriodHeld)
    house.now += timedelta(seconds=1)
    await month.close(house.months, house.by(BEN), house.period_id)  # before the clock has come to it
    await house.tick()
    await house.tick()
    (row,) = await house.rows(lock_rows)
    assert (row.id, row.ended) == (taken.id, "expired")
    assert await house.letters() == ["lock-ended"]
    assert await house.examine() == []


async def test_who_comes_after_one_that_has_run_out(house: House) -> None:
    await house.begin(2)
    await locks.take(house.locks, house.ada(), house.period_id, HALF_AN_HOUR)
    await refused(locks.take(house.locks, house.ada(), house.period_id, TWO_HOURS), no.LockUnchanged)
    await refused(locks.take(house.locks, house.by(BEN), house.period_id, TWO_HOURS), no.PeriodHeld)
    house.now += HALF
    await locks.take(house.locks, house.by(BEN), house.period_id, TOMORROW)
    assert [row.ended for row in await house.rows(lock_rows)] == ["expired", ""]
    found = await house.views.locking(house.period_id)
    assert found is not None and found.lock is not None and found.lock.holder.name == "Ben"


async def test_asked_for_kept_and_handed_over(house: House) -> None:
    await house.begin(2)
    (taken,) = await locks.take(house.locks, house.ada(), house.period_id, HALF_AN_HOUR)
    await refused(locks.ask(house.locks, house.ada(), house.period_id), no.LockOwn)
    await locks.ask(house.locks, house.by(BEN), house.period_id)
    why = await refused(locks.ask(house.locks, house.by(CLEO), house.period_id), no.LockAskedFor)
    assert why.values == {"by": "Ben"}
    await refused(
        locks.hand(house.locks, house.by(BEN), house.period_id, taken.id, BEN.telegram_id), no.NotHolder
    )
    await locks.keep(house.locks, house.ada(), house.period_id, taken.id, BEN.telegram_id)
    await refused(
        locks.keep(house.locks, house.ada(), house.period_id, taken.id, BEN.telegram_id), no.NobodyAsks
    )
    await locks.ask(house.locks, house.by(CLEO), house.period_id)
    await locks.hand(house.locks, house.ada(), house.period_id, taken.id, CLEO.telegram_id)
    await refused(month.close(house.months, house.ada(), house.period_id), no.PeriodHeld)
    await month.close(house.months, house.by(CLEO), house.period_id)
    assert await house.letters() == ["lock-asked", "lock-kept", "lock-asked", "lock-handed"]
    assert await house.examine() == []


async def test_refused_edits_are_counted_and_told_once(house: House) -> None:
    """The first may be a misunderstanding; the alert of the second counts the others, and is over with the lock."""
    await house.begin(2)
    (taken,) = await locks.take(house.locks, house.ada(), house.period_id, HALF_AN_HOUR)
    for number in range(1, 5):
        await locks.refused(house.locks, house.by(BEN), house.period_id, "a-period-close")
        (row,) = await house.rows(lock_rows)
        assert row.refused == number
        assert await house.letters() == (["alert-lock-refused"] if number > 1 else [])
    assert await locks.refused(house.locks, house.ada(), house.period_id, "a-period-close") == []
    (told,) = await house.rows(alerts)
    assert (told.kind, told.cause, told.count, told.status) == ("lock-refused", str(taken.id), 3, "open")
    await locks.release(house.locks, house.ada(), house.period_id)
    assert [row.status for row in await house.rows(alerts)] == ["resolved"]
    assert await locks.refused(house.locks, house.by(BEN), house.period_id, "a-period-close") == []
    assert await house.examine() == []


async def test_forced_open(house: House) -> None:
    await house.begin(2)
    (taken,) = await locks.take(house.locks, house.ada(), house.period_id, TOMORROW)
    nameless, ada = replace(house.by(BEN), reason=""), house.ada().telegram_id
    await refused(locks.force(house.locks, nameless, house.period_id, taken.id, ada), no.ReasonNeeded)
    await locks.force(house.locks, house.by(BEN), house.period_id, taken.id, ada)
    await month.close(house.months, house.by(BEN), house.period_id)
    await refused(locks.release(house.locks, house.ada(), house.period_id), no.LockOver)
    (told,) = await house.rows(alerts)
    assert told.data == {
        "period": house.period_id, "holder": "Ada", "name": "Ben", "reason": "another reason",
    }  # fmt: skip
    assert await house.examine() == []


async def test_it_is_over_when_the_month_is_final(house: House) -> None:
    await house.begin(2)
    await house.wish(1, 1)
    await house.close()
    await locks.take(house.locks, house.ada(), house.period_id, TOMORROW)
    made = await house.execute()
    await refused(runs.finalize(house.runs, house.by(BEN), house.period_id, made.run_id), no.PeriodHeld)
    await house.finalize(made.run_id)
    await house.tick()
    assert [row.ended for row in await house.rows(lock_rows)] == ["final"]
    await refused(locks.take(house.locks, house.ada(), house.period_id, HALF_AN_HOUR), no.PeriodFinal)
    assert await house.letters() == []


# ------------------------------------------------------------------------------------------------ the final lock


async def test_a_final_month_is_not_moved(house: House) -> None:
    await house.final()
    row = await house.booking_of(1)
    await refused(house.move(1), no.MonthFinal)
    await refused(moving.reschedule(house.work, house.tap(1), row.id, 1, 3, 1), no.MonthFinal)
    await refused(by_hand.back_to_line(house.work, house.by(BEN), 1, row.id), no.MonthFinal)
    await refused(capacity.displace(house.work, house.by(BEN), 1, 1), no.MonthFinal)
    assert [row.status for row in await house.rows(bookings)] == ["confirmed"] * 4
    await booking.cancel(house.work, house.tap(1), 1, row.id)
    other = await house.booking_of(2)
    await booking.cancel_for(house.work, house.by(BEN), 1, other.id)
    ended = [(await house.booking_of(person)).ended for person in (1, 2, 3, 4)]
    assert ended == ["self", "admin", "", ""]
    assert await house.examine() == []


async def test_two_open_it_and_it_closes_by_itself(house: House) -> None:
    await house.final()
    why = await refused(
        locks.ask_unlock(house.locks, replace(house.ada(), reason=""), house.period_id, 30), Refusal
    )
    assert isinstance(why, no.ReasonNeeded)
    unlock_id = await house.asked()
    await refused(house.move(1), no.MonthFinal)
    await refused(house.asked(), no.UnlockPending)
    await refused(locks.approve(house.locks, house.ada(), house.period_id, unlock_id), no.SecondAdminNeeded)
    await locks.approve(house.locks, house.by(BEN), house.period_id, unlock_id)
    await refused(house.asked(), no.UnlockOpen)
    await house.move(1)
    row = await house.booking_of(3)
    await moving.reschedule(house.work, house.tap(3), row.id, 2, 3, 1)
    house.now += HALF
    await refused(house.move(2), no.MonthFinal)  # before the clock has come to it
    await house.tick()
    await house.tick()
    await refused(house.move(2), no.MonthFinal)
    assert await house.letters() == ["unlock-asked", "unlock-granted", "unlock-ended"]
    changes = await house.views.place_changes(unlock_id)
    assert [(c.person, c.event.id, c.to and c.to.id, c.by, c.by_name, c.reason) for c in changes] == [
        ("Person 1", 1, 3, "admin", "Ben", "another reason"),
        ("Person 3", 2, 3, "person", "", ""),
    ]
    (row,) = await house.rows(periods)
    assert row.status == "final" and await house.examine() == []


async def test_locked_again_before_the_time_is_up(house: House) -> None:
    await house.final()
    unlock_id = await house.unlocked(120)
    await house.move(1)
    house.now += timedelta(minutes=1)
    await locks.relock(house.locks, house.by(CLEO), house.period_id, unlock_id)
    await refused(house.move(2), no.MonthFinal)
    await refused(locks.relock(house.locks, house.ada(), house.period_id, unlock_id), no.UnlockOver)
    again = await house.unlocked()
    assert len(await house.views.place_changes(unlock_id)) == 1
    assert await house.views.place_changes(again) == []
    assert await house.examine() == []


async def test_nobody_agrees(house: House) -> None:
    await house.final()
    denied = await house.asked()
    await locks.deny(house.locks, house.by(BEN), house.period_id, denied)
    lapsed = await house.asked()
    house.now += timedelta(hours=24)
    await refused(locks.approve(house.locks, house.by(BEN), house.period_id, lapsed), no.UnlockOver)
    await house.tick()
    found = {row.id: row.status for row in await house.rows(unlocks)}
    assert found == {denied: "denied", lapsed: "lapsed"}
    assert await house.letters() == ["unlock-asked", "unlock-denied", "unlock-asked", "unlock-lapsed"]
    assert await house.views.place_changes(denied) == []
    await refused(house.move(1), no.MonthFinal)
    assert await house.examine() == []


async def test_a_moved_place_is_still_one_of_the_final_month(house: House) -> None:
    """It is locked again where it is now, and is made good when that is called off."""
    await house.final()
    unlock_id = await house.unlocked()
    await house.move(1)
    await locks.relock(house.locks, house.ada(), house.period_id, unlock_id)
    (row,) = await house.rows(bookings, bookings.c.person_id == 1, bookings.c.active == 1)
    assert (row.event_id, row.period_id) == (3, house.period_id)
    await refused(moving.move(house.work, house.by(BEN), row.id, 3, 2, 1, 1), no.MonthFinal)
    await refused(moving.reschedule(house.work, house.tap(1), row.id, 3, 2, 1), no.MonthFinal)
    assert await house.examine() == []
    house.now += HALF
    again = await house.unlocked()
    await moving.move(house.work, house.by(BEN), row.id, 3, 2, 1, 1)
    assert len(await house.views.place_changes(again)) == 1
    assert await house.examine() == []


async def test_what_was_given_meanwhile_is_told(house: House) -> None:
    """Not only what was taken: who was booked by hand, and who goes elsewhere by a repair."""
    await house.begin(1, 1, 2)
    await house.wish(1, 1, 3)
    await house.close()
    await house.finalize((await house.execute()).run_id)
    unlock_id = await house.unlocked()
    await by_hand.book_for(house.work, house.ada(), 3, 2, 1)
    (change,) = await house.views.place_changes(unlock_id)
    assert (change.person, change.event.id, change.to, change.how, change.by_name) == (
        "Person 2",
        3,
        None,
        "hand",
        "Ada",
    )


async def test_a_lost_place_that_was_made_good_meanwhile_is_told(house: House) -> None:
    """It was lost before the month was opened; who makes room for it is told besides."""
    mending = SqlRepairs(house.database, house.clock)
    await house.begin(1, 1, 1)
    await house.wish(1, 1, 2)
    await house.wish(2, 2, 3)
    await house.close()
    await house.finalize((await house.execute()).run_id)
    await dates.call_off(house.work, house.ada(), 1)
    house.now += timedelta(minutes=1)
    before = await house.unlocked()
    await locks.relock(house.locks, house.ada(), house.period_id, before)
    house.now += timedelta(minutes=1)
    unlock_id = await house.unlocked()
    plan = await repair.plan(mending, house.period_id, house.now)
    made = await repair.propose(mending, house.ada(), house.period_id, repair.number_of(plan), house.now)
    for person in (1, 2):
        await repair.agree(mending, house.tap(person), made[0].id)
    changes = await house.views.place_changes(unlock_id)
    assert sorted((c.person, c.event.id, c.to and c.to.id, c.how) for c in changes) == [
        ("Person 1", 1, 2, "repair"),
        ("Person 2", 2, 3, "move"),
    ]
    assert await house.views.place_changes(before) == []
    assert await house.examine() == []


async def test_a_place_that_was_moved_is_made_good(house: House) -> None:
    await house.begin(1, 1, 1)
    await house.wish(1, 1, 2, 3)
    await house.close()
    await house.finalize((await house.execute()).run_id)
    await house.unlocked()
    await house.move(1, 2)
    await dates.call_off(house.work, house.ada(), 2)
    plan = await repair.plan(SqlRepairs(house.database, house.clock), house.period_id, house.now)
    assert [(move.from_event_id, move.lost) for chain in plan.chains for move in chain] == [(2, True)]


async def test_only_a_final_month_is_unlocked(house: House) -> None:
    await house.begin(2)
    await refused(house.asked(), no.PeriodNotFinal)


# ------------------------------------------------------------------------------------------------ at once


async def together(*deeds: Awaitable[Any]) -> list[Any]:
    found = await asyncio.gather(*deeds, return_exceptions=True)
    assert all(isinstance(each, list | Refusal) for each in found), found
    return found


async def test_two_take_it_at_once(house: House) -> None:
    await house.begin(2)
    takes = (locks.take(house.locks, house.by(tap), house.period_id, HALF_AN_HOUR) for tap in (BEN, CLEO))
    done = await together(*takes)
    assert sum(isinstance(each, no.PeriodHeld) for each in done) == 1
    assert len(await house.rows(lock_rows)) == 1


async def test_two_agree_at_once(house: House) -> None:
    await house.final()
    unlock_id = await house.asked()
    approvals = (locks.approve(house.locks, house.by(tap), house.period_id, unlock_id) for tap in (BEN, CLEO))
    done = await together(*approvals)
    assert sum(isinstance(each, no.UnlockOver) for each in done) == 1
    kinds = [row.kind for row in await house.rows(facts, facts.c.subject == "unlock")]
    assert kinds == ["UnlockAsked", "UnlockGranted"] and await house.examine() == []


async def test_agreed_while_it_lapses(house: House) -> None:
    """Whoever is first has won; there is one answer."""
    await house.final()
    unlock_id = await house.asked()
    house.now += timedelta(hours=24)
    await together(
        locks.approve(house.locks, house.by(BEN), house.period_id, unlock_id),
        locks.end_due(house.locks, house.period_id),
        locks.deny(house.locks, house.by(CLEO), house.period_id, unlock_id),
    )
    assert [row.status for row in await house.rows(unlocks)] == ["lapsed"]


async def test_moved_while_it_is_locked_again(house: House) -> None:
    """Whatever was moved before the lock is in its list, and nothing is moved after it."""
    await house.final()
    unlock_id = await house.unlocked()
    rows = [await house.booking_of(person) for person in (1, 2, 3, 4)]
    moves = [
        moving.move(house.work, house.by(BEN), row.id, row.event_id, 3, row.person_id, 1) for row in rows[:3]
    ]
    done = await together(
        moves[0], locks.relock(house.locks, house.by(CLEO), house.period_id, unlock_id), *moves[1:]
    )
    moved = sum(isinstance(each, list) for each in done) - 1
    assert len(await house.views.place_changes(unlock_id)) == moved
    assert await house.examine() == []
