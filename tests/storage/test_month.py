"""Wishes on both databases: opened, stated, answered, closed; what is written, posted and kept secret."""

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

import pytest
import sqlalchemy as sa

from engine.refusals import (
    AlreadyDone,
    FriendshipOver,
    NoAccount,
    NotThisMonth,
    PeriodExists,
    PeriodUnknown,
    Refusal,
    WishesClosed,
    WishUnchanged,
)
from engine.rules.periods import IN_A_WEEK, IN_THREE_DAYS, THE_TWENTIETH
from engine.services import month as service
from engine.services.who import AdminTap, Tap
from storage.database import Database
from storage.doctor import examine
from storage.due import SqlDue
from storage.month import SqlMonths, hash_of
from storage.tables import facts, friendships, letters, periods, services, wish_choices, wishes
from storage.views import SqlViews
from tests.storage.world import NOW, Planting, plant_service

ADA = AdminTap(900, "Ada", reason="December fills up")
DECEMBER = datetime(2026, 12, 1, 17, tzinfo=UTC)
"""The first Tuesday of the month, 18:00 in Budapest."""
WEEK = timedelta(days=7)


class Studio:
    """A house with six dates in December, one in January at the same weekday and time, and one at another."""

    def __init__(self, database: Database) -> None:
        self.database, self.now = database, NOW
        self.woken = 0
        self.months = SqlMonths(database, lambda: self.now, self._committed)
        self.views = SqlViews(database, lambda: self.now)
        self._updates: Iterator[int] = count(1)

    def _committed(self, _: object) -> None:
        self.woken += 1

    def tap(self, person_id: int = 1) -> Tap:
        return Tap(person_id, next(self._updates))

    async def open(self, month: str = "2026-12", choice: int = IN_A_WEEK) -> int:
        (opened, *_) = await service.open_(self.months, ADA, month, choice)
        return opened.id

    async def choose(self, period_id: int, *events: int, person_id: int = 1, equal: bool = False) -> None:
        for event_id in events:
            await service.choose(self.months, self.tap(person_id), period_id, event_id, equal=equal)

    async def rows(self, table: sa.Table, *where: sa.ColumnElement[bool]) -> list[Any]:
        def read(connection: sa.Connection) -> list[Any]:
            return list(connection.execute(sa.select(table).where(*where).order_by(*table.primary_key)))

        return await self.database.look(read)

    async def told(self, kind: str) -> list[int | None]:
        """Whom letters of this kind are for."""
        return [row.person_id for row in await self.rows(letters, letters.c.kind == kind)]

    async def link(self) -> Any:
        (row,) = await self.rows(friendships, friendships.c.status == "asked")
        return row


def plant(connection: sa.Connection) -> None:
    planting = Planting(connection)
    plant_service(planting)
    for number in range(4):
        planting.event(10 + number, 2, DECEMBER + number * WEEK)
    planting.event(14, 2, DECEMBER + timedelta(days=2))
    planting.event(20, 2, DECEMBER + 5 * WEEK)  # the first Tuesday of January
    planting.event(21, 2, DECEMBER + 5 * WEEK + timedelta(days=1))
    planting.put(
        services,
        id=2,
        account_id=1,
        code="massage",
        kind="individual",
        names={"en": "Massage"},
        descriptions={},
        offer={},
        mode="offer",
        minutes=60,
        hours=[],
    )


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.long)])
def database_url(request: pytest.FixtureRequest) -> str:
    """SQLite every time, PostgreSQL too where a test says so, and in a long run."""
    url: str = request.getfixturevalue("sqlite_url" if request.param == "sqlite" else "postgres_url")
    return url


BOTH = pytest.mark.parametrize("database_url", ["sqlite", "postgresql"], indirect=True)


@pytest.fixture
async def studio(database: Database) -> Studio:
    await database.transact(plant)
    return Studio(database)


async def test_a_month_opens_with_a_seed_that_nobody_sees(studio: Studio) -> None:
    period_id = await studio.open(choice=THE_TWENTIETH)
    (row,) = await studio.rows(periods)
    assert (row.month, row.status, row.opened_by, row.version) == ("2026-12", "collecting", 900, 1)
    assert row.wishes_until == datetime(2026, 11, 20, 19, tzinfo=UTC)
    assert row.seed_hash == hash_of(row.seed)
    card = await studio.views.period(period_id)
    assert card is not None
    assert card.seed_hash == row.seed_hash
    kept = [await studio.rows(table) for table in (facts, letters)]
    assert row.seed not in f"{card}{kept}"
    assert row.seed_hash in str(kept[0])
    assert await studio.told("period-opened") == [None]
    (fact,) = await studio.rows(facts, facts.c.subject == "period")
    assert (fact.actor_kind, fact.actor_name, fact.reason) == ("admin", "Ada", "December fills up")
    assert studio.woken == 1
    with pytest.raises(PeriodExists):
        await studio.open()
    assert await studio.views.period(99) is None


@BOTH
async def test_wishes_are_kept_as_they_were_stated(studio: Studio) -> None:
    period_id = await studio.open()
    await studio.choose(period_id, 11, 10)
    await studio.choose(period_id, 12, equal=True)
    months, tap = studio.months, studio.tap
    await service.set_count(months, tap(), period_id, 2)
    await service.set_limit(months, tap(), period_id, 2)
    await service.set_weekday(months, tap(), period_id, 1, on=True)
    await service.set_party(months, tap(), period_id, 2, ("Bea",))
    await service.set_standing(months, tap(), period_id, on=True)
    wish = await studio.views.wish(period_id, 1)
    assert wish is not None
    assert [(choice.event.id, choice.rank) for choice in wish.choices] == [(11, 1), (10, 2), (12, 2)]
    assert (wish.count, wish.at_most, wish.weekdays) == (2, "week", (1,))
    assert (wish.seats, wish.names, wish.standing, wish.stated_at) == (2, ("Bea",), True, NOW)
    (row,) = await studio.rows(wishes)
    assert row.version == 8
    history = await studio.rows(facts, facts.c.subject == "wish")
    assert [fact.version for fact in history] == list(range(1, 9))
    assert history[-1].data["names"] == ["Bea"]
    seen = await studio.views.choices(period_id, 1)
    assert [(choice.event.id, choice.rank) for choice in seen] == [
        (10, 2),
        (14, None),
        (11, 1),
        (12, 2),
        (13, None),
    ]
    interest = {
        card.event.id: (card.first, card.wanted, card.seats)
        for card in await studio.views.interest(period_id)
    }
    assert [await studio.views.dates_in(month) for month in ("2026-12", "2031-01")] == [len(interest), 0]
    assert interest == {10: (0, 1, 2), 11: (1, 1, 2), 12: (0, 1, 2), 13: (0, 0, 0), 14: (0, 0, 0)}
    assert await examine(studio.database, NOW) == []


async def test_what_is_wanted_knows_the_seats_that_are_free(studio: Studio) -> None:
    """Whoever has booked before leaves fewer."""
    period_id = await studio.open()
    before = {card.event.id: card for card in await studio.views.interest(period_id)}
    await studio.database.transact(lambda connection: Planting(connection, 2001).booking(31, 10, 2, (1,)))
    after = {card.event.id: card for card in await studio.views.interest(period_id)}
    assert {card.free - card.capacity for card in before.values()} == {0}
    assert (after[10].free, after[10].capacity) == (before[10].free - 1, before[10].capacity)
    assert {number: card for number, card in after.items() if number != 10} == {
        number: card for number, card in before.items() if number != 10
    }


async def test_a_tap_that_telegram_sends_again_is_one_tap(studio: Studio) -> None:
    period_id, tap = await studio.open(), Tap(1, 7)
    await service.choose(studio.months, tap, period_id, 10, equal=False)
    with pytest.raises(AlreadyDone):
        await service.choose(studio.months, tap, period_id, 10, equal=False)
    with pytest.raises(WishUnchanged):
        await studio.choose(period_id, 10)
    with pytest.raises(NotThisMonth):
        await studio.choose(period_id, 20)
    with pytest.raises(PeriodUnknown):
        await studio.choose(99, 10)
    assert len(await studio.rows(wish_choices)) == 1


async def test_what_was_taken_back_can_be_stated_again(studio: Studio) -> None:
    period_id = await studio.open()
    await studio.choose(period_id, 10, 11)
    await service.drop(studio.months, studio.tap(), period_id, 10)
    await service.withdraw(studio.months, studio.tap(), period_id)
    wish = await studio.views.wish(period_id, 1)
    assert wish is not None
    assert (wish.status, list(wish.choices)) == ("withdrawn", [])
    await studio.choose(period_id, 12)
    card = await studio.views.period(period_id)
    assert card is not None
    assert card.answers == 1
    assert await examine(studio.database, NOW) == []


async def test_nothing_changes_after_the_deadline(studio: Studio) -> None:
    period_id = await studio.open(choice=IN_THREE_DAYS)
    await studio.choose(period_id, 10)
    (row,) = await studio.rows(periods)
    studio.now = row.wishes_until
    with pytest.raises(WishesClosed):  # although no job has closed it yet
        await studio.choose(period_id, 11)
    assert await service.close_due(studio.months, period_id)
    assert await service.close_due(studio.months, period_id) == []
    with pytest.raises(WishesClosed):
        await service.withdraw(studio.months, studio.tap(), period_id)
    assert await studio.told("period-closed") == [None]
    assert await SqlDue(studio.database).collecting_periods() == []
    assert await examine(studio.database, studio.now, settled=False) == []


async def test_closed_early_and_opened_again_everybody_hears(studio: Studio) -> None:
    period_id = await studio.open()
    await studio.choose(period_id, 10)
    await studio.choose(period_id, 11, person_id=2)
    await service.withdraw(studio.months, studio.tap(2), period_id)
    await service.extend(studio.months, ADA, period_id, IN_THREE_DAYS)
    studio.now += timedelta(hours=1)
    await service.close(studio.months, ADA, period_id)
    (row,) = await studio.rows(periods)
    assert (row.status, row.closed_at, row.wishes_until) == ("closed", studio.now, studio.now)
    await service.reopen(studio.months, ADA, period_id, IN_A_WEEK)
    assert await studio.told("wishes-shifted") == [1, 1, 1]
    assert await studio.told("period-opened") == [None] * 3
    (row,) = await studio.rows(periods)
    assert (row.status, row.closed_at, row.version) == ("collecting", None, 4)
    assert await examine(studio.database, studio.now, settled=False) == []


async def test_two_are_together_when_both_have_said_so(studio: Studio) -> None:
    period_id = await studio.open()
    await service.ask_friend(studio.months, studio.tap(1), period_id)
    row = await studio.link()
    with pytest.raises(FriendshipOver):  # who knows the number only
        await service.agree(studio.months, studio.tap(3), period_id, row.id, row.link ^ 2)
    assert await studio.views.invitation(row.link ^ 2) is None
    invited = await studio.views.invitation(row.link)
    assert invited is not None
    assert (invited.asker, invited.status) == ("Person 1", "asked")
    await service.agree(studio.months, studio.tap(2), period_id, row.id, row.link)
    assert await studio.told("friendship-agreed") == [1]
    for person_id, other, asks in ((1, "Person 2", True), (2, "Person 1", False)):
        wish = await studio.views.wish(period_id, person_id)
        assert wish is not None
        assert [(friend.name, friend.asks) for friend in wish.friends] == [(other, asks)]
    await service.end_friendship(studio.months, studio.tap(2), period_id, row.id)
    assert await studio.told("friendship-ended") == [1]
    assert str(row.link) not in str(await studio.rows(facts))
    assert await examine(studio.database, NOW) == []


async def test_whoever_has_said_nothing_is_reminded_once(studio: Studio) -> None:
    def booked(connection: sa.Connection) -> None:
        planting = Planting(connection, 2001)
        planting.booking(31, 10, 2, (1,))
        planting.booking(32, 10, 3, (2,))
        planting.booking(33, 11, 4, (1,))
        planting.put(wishes, id=34, period_id=period_id, person_id=3, status="stated", stated_at=NOW)
        planting.facts("wish", 34, None, "WishesStated")

    period_id = await studio.open(choice=IN_A_WEEK)
    await studio.database.transact(booked)
    blocked = sa.text("UPDATE participants SET reachable = false WHERE id = 4")
    await studio.database.execute(blocked)
    assert await service.remind(studio.months, period_id) == []  # too early
    (row,) = await studio.rows(periods)
    studio.now = row.wishes_until - timedelta(hours=22)  # at night, in Budapest
    assert await service.remind(studio.months, period_id) == []
    studio.now = row.wishes_until - timedelta(hours=10)
    assert len(await service.remind(studio.months, period_id)) == 1
    assert await service.remind(studio.months, period_id) == []
    assert await studio.told("wishes-asked") == [2]
    card = await studio.views.period(period_id)
    assert card is not None
    assert (card.answers, card.silent) == (0, 1)
    await studio.choose(period_id, 12, person_id=2)  # the reminded one answers in the same row
    assert [wish.version for wish in await studio.rows(wishes, wishes.c.person_id == 2)] == [2]


@BOTH
async def test_wishes_that_stay_stand_in_the_next_month(studio: Studio) -> None:
    december = await studio.open()
    await studio.choose(december, 14, 10, 13)
    await service.set_standing(studio.months, studio.tap(), december, on=True)
    await studio.choose(december, 10, person_id=2)
    january = await studio.open("2027-01")
    wish = await studio.views.wish(january, 1)
    assert wish is not None  # the first Tuesday at 18:00; there is no first Thursday, and no fourth Tuesday
    assert [(choice.event.id, choice.rank) for choice in wish.choices] == [(20, 1)]
    assert wish.standing
    assert await studio.told("wishes-carried") == [1]
    other = await studio.views.wish(january, 2)
    assert other is not None
    assert other.status is None
    assert [card.month for card in await studio.views.periods()] == ["2026-12", "2027-01"]
    assert await examine(studio.database, NOW) == []


async def test_many_wishes_are_kept_in_one_step(studio: Studio) -> None:
    """More than the ids that were at hand at first."""
    december = await studio.open()

    def many(connection: sa.Connection) -> None:
        planting = Planting(connection, 3001)
        for number in range(1000, 1040):
            planting.person(number)
            planting.put(
                wishes,
                id=number,
                period_id=december,
                person_id=number,
                status="stated",
                standing=True,
                stated_at=NOW,
            )
            planting.put(wish_choices, wish_id=number, event_id=10, rank=1)
            planting.facts("wish", number, None, "WishesStated")

    await studio.database.transact(many)
    studio.months._ids._end = studio.months._ids._next + 70
    await studio.open("2027-01")
    assert len(await studio.told("wishes-carried")) == 40


async def test_before_the_first_import_there_is_no_month(database: Database) -> None:
    with pytest.raises(NoAccount):
        await service.open_(SqlMonths(database, lambda: NOW), ADA, "2026-12", IN_A_WEEK)
    views = SqlViews(database, lambda: NOW)
    assert await views.periods() == []
    assert await views.wish(1, 1) is None
    assert list(await views.choices(1, 1)) == []
    assert list(await views.interest(1)) == []
    assert await views.dates_in("2026-12") == 0


@BOTH
async def test_whoever_is_late_by_a_moment_is_late(studio: Studio) -> None:
    """Wishes and the end of wishing at once: whatever comes first, nothing is stated afterwards."""
    period_id = await studio.open()
    taps = [studio.choose(period_id, 10, person_id=person_id) for person_id in range(1, 6)]
    same = [studio.choose(period_id, 11, person_id=1) for _ in range(3)]
    ends = [service.close(studio.months, ADA, period_id) for _ in range(2)]
    done = await asyncio.gather(*taps, *same, *ends, return_exceptions=True)
    assert all(isinstance(each, Refusal) for each in done if isinstance(each, Exception)), done
    (row,) = await studio.rows(periods)
    assert row.status == "closed"
    assert len(await studio.rows(facts, facts.c.kind == "PeriodClosed")) == 1
    with pytest.raises(WishesClosed):
        await studio.choose(period_id, 12)
    assert await examine(studio.database, NOW) == []
