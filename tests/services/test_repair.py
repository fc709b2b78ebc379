"""A repair of a final month on both databases: who has lost a place gets another one once all concerned agreed."""

import asyncio
from dataclasses import replace
from typing import Any

import pytest
import pytest_asyncio

from bot.letters.rendering import render
from engine import refusals as no
from engine.services import booking, by_hand, capacity, dates, locks, month, moving, repair
from engine.services.repair import number_of
from engine.settings import Mode
from engine.views import Person
from handlers.callbacks import pack
from storage.database import Database
from storage.locks import SqlLocks
from storage.repairs import SqlRepairs
from storage.tables import bookings, entries, holds, letters, offers, periods, repairs
from storage.views import SqlViews
from tests.services.fresh import empty
from tests.services.studio import BEN, DAY, FIRST, HOUR, WEEK_TO_WISH, Studio
from tests.storage.world import Planting
from tests.texts import TEXTS


class Workshop(Studio):
    """A studio whose month is final."""

    def __init__(self, database: Database) -> None:
        super().__init__(database)
        self.repairs = SqlRepairs(database, self.clock, self.facts.extend)

    async def final(self) -> None:
        """The month is closed, allocated and final."""
        await self.close()
        made = await self.execute()
        await self.finalize(made.run_id)

    async def call_off(self, event_id: int) -> None:
        await dates.call_off(self.work, self.ada(), event_id)

    async def propose(self) -> list[Any]:
        plan = await repair.plan(self.repairs, self.period_id, self.now)
        return await repair.propose(self.repairs, self.ada(), self.period_id, number_of(plan), self.now)

    async def unlock(self) -> None:
        """Two admins open the month."""
        house = SqlLocks(self.database, self.clock)
        (asked,) = await locks.ask_unlock(house, self.ada(), self.period_id, 30)
        await locks.approve(house, replace(BEN, update_id=77), self.period_id, asked.id)

    async def move(self, person_id: int, source: int, target: int) -> None:
        """An admin moves the person's booking."""
        (own,) = await self.rows(bookings, bookings.c.event_id == source, bookings.c.person_id == person_id)
        await moving.move(self.work, self.ada(), own.id, source, target, person_id, 1)

    async def january(self, *capacities: int) -> None:
        """Events 60, 61, … of the next month, whose wishes are open."""
        await self.database.transact(
            lambda c: [
                Planting(c, 900_000 + 100 * n).event(60 + n, seats, FIRST + (35 + n) * DAY)
                for n, seats in enumerate(capacities)
            ]
        )
        (opened, *_) = await month.open_(self.months, self.ada(), "2027-01", WEEK_TO_WISH)
        self.period_id = opened.id

    async def planned(self) -> tuple[set[tuple[int, int, int]], tuple[int, ...]]:
        """Who would go from where to where, and who gets nothing. Both have lost a place, and nobody else has."""
        plan = await repair.plan(self.repairs, self.period_id, self.now)
        gone = {lost.person_id for lost in await repair.lost(self.repairs, self.period_id)}
        assert gone == {m.person_id for chain in plan.chains for m in chain if m.lost} | set(plan.stuck)
        moves = {(m.person_id, m.from_event_id, m.event_id) for chain in plan.chains for m in chain}
        return moves, plan.stuck

    async def where(self) -> dict[int, set[int]]:
        """Who has which events."""
        found: dict[int, set[int]] = {}
        for row in await self.rows(bookings, bookings.c.active == 1):
            found.setdefault(row.person_id, set()).add(row.event_id)
        return found

    async def told(self) -> list[tuple[str, int | None]]:
        about = await self.rows(letters, letters.c.kind.like("repair-%"))
        return [(row.kind, row.person_id) for row in about]


@pytest_asyncio.fixture(loop_scope="session")
async def workshop(database: Database, template: str) -> Workshop:
    await empty(database, template)
    return Workshop(database)


async def chained(workshop: Workshop) -> None:
    """Event 1 is called off. Whoever had it would like event 2, which is full; who is there would also like event 3,
    which has a seat."""
    await workshop.begin(1, 1, 1)
    await workshop.wish(1, 1, 2)
    await workshop.wish(2, 2, 3)
    await workshop.final()
    assert await workshop.where() == {1: {1}, 2: {2}}
    await workshop.call_off(1)


async def test_a_free_seat_needs_nobody_else(workshop: Workshop) -> None:
    await workshop.begin(1, 1)
    await workshop.wish(1, 1, 2)
    await workshop.final()
    await workshop.call_off(1)
    proposed = (await workshop.propose())[0]
    assert [(move.person_id, move.event_id, move.lost) for move in proposed.moves] == [(1, 2, True)]
    assert await workshop.where() == {}
    assert [row.event_id for row in await workshop.rows(holds)] == [2]
    with pytest.raises(no.EventFull):
        await booking.book(workshop.work, workshop.tap(3), 2)
    yes, *_, done = await repair.agree(workshop.repairs, workshop.tap(1), proposed.id)
    assert (type(yes).__name__, type(done).__name__) == ("RepairAgreed", "RepairDone")
    assert await workshop.where() == {1: {2}}
    (made,) = await workshop.rows(bookings, bookings.c.active == 1)
    assert (made.source, made.status) == ("repair", "confirmed")
    assert await workshop.told() == [("repair-asked", 1), ("repair-done-told", None)]
    assert await workshop.examine() == []
    plan = await repair.plan(workshop.repairs, workshop.period_id, workshop.now)
    assert (plan.chains, plan.stuck) == ((), ())


async def test_who_lets_the_new_place_go_has_lost_nothing(workshop: Workshop) -> None:
    """What a repair has made good is not made good again."""
    await workshop.begin(1, 1, 1)
    await workshop.wish(1, 1, 2, 3)
    await workshop.final()
    await workshop.call_off(1)
    proposed = (await workshop.propose())[0]
    await repair.agree(workshop.repairs, workshop.tap(1), proposed.id)
    (made,) = await workshop.rows(bookings, bookings.c.active == 1)
    await booking.cancel(workshop.work, workshop.tap(1), made.event_id, made.id)
    plan = await repair.plan(workshop.repairs, workshop.period_id, workshop.now)
    assert (plan.chains, plan.stuck) == ((), ())


async def test_whoever_had_to_make_way_for_fewer_seats_gets_another_place(workshop: Workshop) -> None:
    """Opened by two admins, an event has lost a seat. Whoever sat there stands at the head of its line until they have
    said yes to another date: then they do not wait here any more. The group hears of the loss once."""
    await workshop.begin(2, 2)
    await workshop.wish(1, 1, 2)
    await workshop.wish(2, 1, 2)
    await workshop.final()
    first, last = await workshop.rows(bookings, bookings.c.active == 1)
    assert first.event_id == last.event_id == 1
    views = SqlViews(workshop.database, workshop.clock)
    assert await views.month_with_losses(1) is None
    await workshop.unlock()
    await capacity.displace(workshop.work, workshop.ada(), 1, 1)
    assert await views.month_with_losses(1) == workshop.period_id
    (told,) = await workshop.rows(letters, letters.c.kind == "places-lost")
    assert (told.data["count"], told.data["event"]) == (1, 1)
    proposed = (await workshop.propose())[0]
    assert [(m.person_id, m.from_event_id, m.event_id, m.lost) for m in proposed.moves] == [
        (last.person_id, 1, 2, True)
    ]
    (waits,) = await workshop.rows(entries, entries.c.person_id == last.person_id)
    assert waits.status == "waiting"
    await repair.agree(workshop.repairs, workshop.tap(last.person_id), proposed.id)
    assert await workshop.where() == {first.person_id: {1}, last.person_id: {2}}
    assert [row.status for row in await workshop.rows(entries)] == ["left"]
    assert await workshop.rows(letters, letters.c.kind == "entry-left") == []
    plan = await repair.plan(workshop.repairs, workshop.period_id, workshop.now)
    assert (plan.chains, plan.stuck) == ((), ())
    assert await workshop.examine() == []


async def test_who_is_offered_the_old_place_gets_one_of_the_two(workshop: Workshop) -> None:
    """Its seat goes to whoever is next."""
    await workshop.begin(2, 2, mode=Mode.OFFER)
    await workshop.wish(1, 1, 2)
    await workshop.wish(2, 1, 2)
    await workshop.final()
    await workshop.unlock()
    (first, last) = await workshop.rows(bookings, bookings.c.event_id == 1)
    await capacity.displace(workshop.work, workshop.ada(), 1, 1)
    proposed = (await workshop.propose())[0]
    (move,) = proposed.moves
    other = next(row for row in (first, last) if row.person_id != move.person_id)
    await booking.cancel(workshop.work, workshop.tap(other.person_id), 1, other.id)
    (asked,) = await workshop.rows(offers, offers.c.status == "pending")
    assert (asked.person_id, asked.event_id) == (move.person_id, 1)
    assert await workshop.examine() == []
    await repair.agree(workshop.repairs, workshop.tap(move.person_id), proposed.id)
    assert (await workshop.where())[move.person_id] == {2}
    (over,) = await workshop.rows(offers)
    assert (over.status, over.ended) == ("withdrawn", "repair")
    (line,) = await workshop.rows(entries)
    assert line.status == "left"
    assert await workshop.examine() == []


async def test_the_group_hears_of_lost_places_with_the_way_to_the_repair(workshop: Workshop) -> None:
    """Only where a final month has lost any: nobody has to look for it."""
    await workshop.begin(1, 1, 1)
    await workshop.wish(1, 1, 2)
    await workshop.final()
    await workshop.call_off(3)
    assert await workshop.rows(letters, letters.c.kind == "places-lost") == []
    await workshop.call_off(1)
    (told,) = await workshop.rows(letters, letters.c.kind == "places-lost")
    assert told.data == {"event": 1, "period": workshop.period_id, "count": 1}
    views = SqlViews(workshop.database, workshop.clock)
    assert [await views.month_with_losses(event) for event in (1, 2, 3)] == [workshop.period_id, None, None]
    reader = Person(0, 7, "Reader", "en", reachable=True)
    for texts in TEXTS.values():
        card = await render("places-lost", told.data, reader, texts, views, workshop.now)
        assert card is not None and [b.data for row in card.rows for b in row] == [
            pack("a-repair", workshop.period_id)
        ]
        gone = {**told.data, "event": 999}
        assert await render("places-lost", gone, reader, texts, views, workshop.now) is None
    proposed = (await workshop.propose())[0]
    await repair.agree(workshop.repairs, workshop.tap(1), proposed.id)
    assert await views.lost_places(workshop.period_id) == 0
    await workshop.call_off(2)
    assert await views.month_with_losses(2) == workshop.period_id  # what the repair has given is lost, too
    assert await views.lost_places(workshop.period_id) == 1


async def test_a_month_shows_the_dates_of_its_own_that_are_still_ahead(workshop: Workshop) -> None:
    """Page by page, with their free seats; none that was called off, and none of another month."""
    await workshop.begin(1, 2, 3)
    december = workshop.period_id
    await workshop.january(4)
    views = SqlViews(workshop.database, workshop.clock)
    shown = [await views.dates(december, offset, 2) for offset in (0, 2, 4)]
    assert [[(card.id, card.public) for card in page.items] for page in shown] == [
        [(1, 1), (2, 2)],
        [(3, 3)],
        [],
    ]
    assert {page.total for page in shown} == {3}
    assert [card.id for card in (await views.dates(workshop.period_id, 0, 2)).items] == [60]
    await workshop.call_off(2)
    assert [card.id for card in (await views.dates(december, 0, 2)).items] == [1, 3]
    assert (await views.dates(999, 0, 2)).total == 0


async def test_what_a_repair_has_given_for_a_place_of_ones_own_is_lost_too(workshop: Workshop) -> None:
    """Somebody booked by themselves, and has made room: their new place is of no month, and yet the repair's."""
    await workshop.begin(1, 1, 1)
    await booking.book(workshop.work, workshop.tap(2), 2)
    await workshop.wish(1, 1, 2)
    await workshop.wish(2, 2, 3)
    await workshop.final()
    await workshop.call_off(1)
    proposed = (await workshop.propose())[0]
    for person in (1, 2):
        await repair.agree(workshop.repairs, workshop.tap(person), proposed.id)
    assert await workshop.where() == {1: {2}, 2: {3}}
    (own,) = await workshop.rows(bookings, bookings.c.active == 1, bookings.c.person_id == 2)
    assert (own.source, own.period_id) == ("repair", None)
    await workshop.call_off(3)
    plan = await repair.plan(workshop.repairs, workshop.period_id, workshop.now)
    assert plan.stuck == (2,)
    views = SqlViews(workshop.database, workshop.clock)
    assert await views.month_with_losses(3) == workshop.period_id


async def test_nobody_moves_before_all_have_agreed(workshop: Workshop) -> None:
    await chained(workshop)
    proposed = (await workshop.propose())[0]
    assert sorted((m.person_id, m.from_event_id, m.event_id) for m in proposed.moves) == [
        (1, 1, 2),
        (2, 2, 3),
    ]
    before = await workshop.where()
    await repair.agree(workshop.repairs, workshop.tap(1), proposed.id)
    assert await workshop.where() == before
    with pytest.raises(no.RepairAnswered):
        await repair.agree(workshop.repairs, workshop.tap(1), proposed.id)
    with pytest.raises(no.RepairUnknown):
        await repair.agree(workshop.repairs, workshop.tap(3), proposed.id)
    await repair.agree(workshop.repairs, workshop.tap(2), proposed.id)
    assert await workshop.where() == {1: {2}, 2: {3}}
    with pytest.raises(no.RepairOver):
        await repair.decline(workshop.repairs, workshop.tap(2), proposed.id)
    assert await workshop.examine() == []
    (period,) = await workshop.rows(periods)
    assert period.status == "final"


async def test_a_no_ends_it_and_gives_the_seat_back(workshop: Workshop) -> None:
    await chained(workshop)
    proposed = (await workshop.propose())[0]
    await repair.agree(workshop.repairs, workshop.tap(1), proposed.id)
    before = await workshop.where()
    gone: Any
    *_, gone = await repair.decline(workshop.repairs, workshop.tap(2), proposed.id)
    assert (gone.cause, gone.person_id) == ("declined", 2)
    assert await workshop.where() == before
    assert [row.active for row in await workshop.rows(holds)] == [0]
    assert await workshop.told() == [
        ("repair-asked", 1),
        ("repair-asked", 2),
        ("repair-withdrawn", 1),
        ("repair-withdrawn-told", None),
    ]
    plan = await repair.plan(workshop.repairs, workshop.period_id, workshop.now)
    assert (plan.chains, plan.stuck) == ((), (1,))  # who has said no is not asked for the same again
    assert await workshop.examine() == []


async def test_the_deadline_ends_it(workshop: Workshop) -> None:
    await chained(workshop)
    proposed = (await workshop.propose())[0]
    assert await workshop.repairs.due(workshop.now) == []
    assert await repair.review(workshop.repairs, proposed.id) == []
    workshop.now = proposed.expires_at
    with pytest.raises(no.RepairOver):
        await repair.agree(workshop.repairs, workshop.tap(1), proposed.id)
    assert await workshop.repairs.due(workshop.now) == [proposed.id]
    gone: Any
    *_, gone = await repair.review(workshop.repairs, proposed.id)
    assert gone.cause == "expired"
    assert await repair.review(workshop.repairs, proposed.id) == []
    assert len(await workshop.told()) == 2 + 2 + 1


@pytest.mark.parametrize("what", ["cancel", "off", "release"])
async def test_what_is_not_as_it_was_ends_it(workshop: Workshop, what: str) -> None:
    await chained(workshop)
    proposed = (await workshop.propose())[0]
    if what == "cancel":
        (own,) = await workshop.rows(bookings, bookings.c.person_id == 2, bookings.c.active == 1)
        await booking.cancel(workshop.work, workshop.tap(2), 2, own.id)
    elif what == "off":
        await workshop.call_off(3)
    else:
        from engine.services import seats

        (held,) = await workshop.rows(holds)
        await seats.release(workshop.work, workshop.ada(), 3, held.id)
    assert await workshop.repairs.due(workshop.now) == [proposed.id]
    before = await workshop.where()
    gone: Any
    *_, gone = await repair.agree(workshop.repairs, workshop.tap(1), proposed.id)
    assert gone.cause == "changed"
    assert await workshop.where() == before
    assert await workshop.repairs.due(workshop.now) == []
    assert await workshop.examine() == []


async def test_nobody_goes_to_a_date_they_were_not_asked_about(workshop: Workshop) -> None:
    await workshop.begin(1, 2)
    await workshop.wish(1, 1, 2)
    await workshop.final()
    await workshop.call_off(1)
    proposed = (await workshop.propose())[0]
    later = FIRST + 8 * DAY
    await dates.move_date(workshop.work, workshop.ada(), 2, later, later + HOUR)
    assert await workshop.repairs.due(workshop.now) == [proposed.id]
    gone: Any
    *_, gone = await repair.agree(workshop.repairs, workshop.tap(1), proposed.id)
    assert (gone.cause, await workshop.where()) == ("changed", {})
    (again,) = (await workshop.propose())[0].moves
    assert again.starts_at == later


async def test_one_person_in_repairs_of_two_months(workshop: Workshop) -> None:
    await workshop.begin(1, 2)
    for events in ((1, 2), (60, 61)):
        if events[0] == 60:
            await workshop.january(1, 1)
        await workshop.wish(1, *events)
        await workshop.final()
        await workshop.call_off(events[0])
        await workshop.propose()
    for asked in await workshop.rows(repairs):
        await repair.agree(workshop.repairs, workshop.tap(1), asked.id)
    assert await workshop.where() == {1: {2, 61}}
    assert await workshop.examine() == []


async def test_a_place_of_another_month_stays_where_it_is(workshop: Workshop) -> None:
    """Moved here by an admin, it makes room for nobody, and counts among what its owner had."""
    await workshop.begin(1, people=4)
    await workshop.wish(2, 1)
    await workshop.final()
    await workshop.unlock()
    await workshop.january(1, 1, 1, 1, 1)
    await workshop.move(2, 1, 60)
    await workshop.wish(1, 61, 60)
    await workshop.wish(2, 62, 63)
    await workshop.final()
    assert await workshop.where() == {1: {61}, 2: {60, 62}}
    await workshop.call_off(61)
    assert await workshop.planned() == (set(), (1,))
    await workshop.call_off(62)
    assert await workshop.planned() == ({(2, 62, 63)}, (1,))
    assert await workshop.examine() == []


async def test_what_another_month_has_made_good_is_lost_there(workshop: Workshop) -> None:
    """It was of December, and now its date is in January."""
    await workshop.begin(1, 1)
    await workshop.wish(1, 1, 2)
    await workshop.final()
    await workshop.call_off(1)
    await repair.agree(workshop.repairs, workshop.tap(1), (await workshop.propose())[0].id)
    await workshop.unlock()
    later = FIRST + 40 * DAY
    await dates.move_date(workshop.work, workshop.ada(), 2, later, later + HOUR)
    await workshop.january(1, 1)
    await workshop.wish(1, 60, 61)
    await workshop.final()
    (own,) = await workshop.rows(bookings, bookings.c.event_id == 60)
    await booking.cancel(workshop.work, workshop.tap(1), 60, own.id)
    await workshop.call_off(2)
    assert await workshop.planned() == (set(), ())
    assert await workshop.examine() == []


async def test_a_date_that_was_moved_counts_once(workshop: Workshop) -> None:
    """Moved by its owner before the month was final, it was one date then; afterwards, still one."""
    await workshop.begin(1, 1, 1, 1, 1)
    await booking.book(workshop.work, workshop.tap(1), 3)
    (own,) = await workshop.rows(bookings)
    await moving.reschedule(workshop.work, workshop.tap(1), own.id, 3, 4, 1)
    await workshop.wish(1, 1, 2)
    workshop.now += HOUR
    await workshop.final()
    assert await workshop.where() == {1: {1, 4}}
    workshop.now += HOUR
    await workshop.call_off(1)
    assert await workshop.planned() == ({(1, 1, 2)}, ())
    (own,) = await workshop.rows(bookings, bookings.c.event_id == 4)
    await moving.reschedule(workshop.work, workshop.tap(1), own.id, 4, 3, 1)
    assert await workshop.planned() == ({(1, 1, 2)}, ())
    await booking.book(workshop.work, workshop.tap(1), 5)
    assert await workshop.planned() == (set(), ())


async def test_dates_of_their_own_are_no_replacement(workshop: Workshop) -> None:
    """What somebody had booked before the month was final is not what they have lost."""
    await workshop.begin(2, 2, 2)
    await booking.book(workshop.work, workshop.tap(1), 3)
    await workshop.wish(1, 1, 2)
    await workshop.final()
    await workshop.call_off(1)
    plan = await repair.plan(workshop.repairs, workshop.period_id, workshop.now)
    assert [(move.person_id, move.event_id) for chain in plan.chains for move in chain] == [(1, 2)]


async def test_what_was_attended_was_had(workshop: Workshop) -> None:
    await workshop.begin(1, 1, 1, 1)
    await workshop.wish(1, 1, 2, 3, 4, wanted=2)
    await workshop.final()
    assert await workshop.where() == {1: {1, 2}}
    workshop.now = FIRST + HOUR
    (first, *_) = await workshop.rows(bookings, bookings.c.event_id == 1)
    await by_hand.mark(workshop.work, workshop.ada(), 1, first.id, "attended")
    await workshop.call_off(2)
    before = await repair.plan(workshop.repairs, workshop.period_id, workshop.now)
    assert len(before.chains) == 1
    await booking.book(workshop.work, workshop.tap(1), 3)
    plan = await repair.plan(workshop.repairs, workshop.period_id, workshop.now)
    assert (plan.chains, plan.stuck) == ((), ())


async def test_an_admin_takes_it_back(workshop: Workshop) -> None:
    await chained(workshop)
    proposed = (await workshop.propose())[0]
    gone: Any
    *_, gone = await repair.take_back(workshop.repairs, workshop.ada(), proposed.id)
    assert gone.cause == "admin"
    with pytest.raises(no.RepairOver):
        await repair.take_back(workshop.repairs, workshop.ada(), proposed.id)
    with pytest.raises(no.RepairUnknown):
        await repair.take_back(workshop.repairs, workshop.ada(), 5)
    assert {row.cause for row in await workshop.rows(repairs)} == {"admin"}


async def test_only_what_was_shown_is_proposed(workshop: Workshop) -> None:
    await chained(workshop)
    plan = await repair.plan(workshop.repairs, workshop.period_id, workshop.now)
    await booking.book(workshop.work, workshop.tap(4), 3)
    with pytest.raises(no.RepairChanged):
        await repair.propose(
            workshop.repairs, workshop.ada(), workshop.period_id, number_of(plan), workshop.now
        )
    assert await workshop.rows(repairs) == []


async def test_another_plan_than_the_one_shown_is_not_proposed(workshop: Workshop) -> None:
    """There is a seat more meanwhile: nobody has to make room."""
    await chained(workshop)
    plan = await repair.plan(workshop.repairs, workshop.period_id, workshop.now)
    await capacity.resize(workshop.work, workshop.ada(), 2, 2)
    with pytest.raises(no.RepairChanged):
        await repair.propose(
            workshop.repairs, workshop.ada(), workshop.period_id, number_of(plan), workshop.now
        )
    assert len((await workshop.propose())[0].moves) == 1


async def test_the_last_yes_against_a_no(workshop: Workshop) -> None:
    await chained(workshop)
    proposed = (await workshop.propose())[0]
    await repair.agree(workshop.repairs, workshop.tap(1), proposed.id)
    other = SqlRepairs(workshop.database, workshop.clock)
    before = await workshop.where()
    answers = await asyncio.gather(
        repair.agree(workshop.repairs, workshop.tap(2), proposed.id),
        repair.decline(other, workshop.tap(1), proposed.id),
        return_exceptions=True,
    )
    assert sum(isinstance(answer, no.RepairOver) for answer in answers) == 1
    (row,) = await workshop.rows(repairs)
    assert await workshop.where() == ({1: {2}, 2: {3}} if row.status == "done" else before)
    assert await workshop.examine() == []


async def test_the_last_yes_against_the_deadline(workshop: Workshop) -> None:
    await chained(workshop)
    proposed = (await workshop.propose())[0]
    await repair.agree(workshop.repairs, workshop.tap(1), proposed.id)
    late = SqlRepairs(workshop.database, lambda: proposed.expires_at)
    before = await workshop.where()
    answers = await asyncio.gather(
        repair.agree(workshop.repairs, workshop.tap(2), proposed.id),
        repair.review(late, proposed.id),
        return_exceptions=True,
    )
    (row,) = await workshop.rows(repairs)
    done = row.status == "done"
    assert await workshop.where() == ({1: {2}, 2: {3}} if done else before)
    assert answers[1] == [] if done else isinstance(answers[0], no.RepairOver)
    assert await workshop.examine() == []


async def test_parties_whole_and_friends_together(workshop: Workshop) -> None:
    await workshop.begin(3, 2, 4)
    await workshop.wish(1, 1, 2, 3, seats=2)
    await workshop.wish(2, 1, 2, 3)
    await workshop.befriend(1, 2)
    await workshop.final()
    assert await workshop.where() == {1: {1}, 2: {1}}
    await workshop.call_off(1)
    proposed = (await workshop.propose())[0]
    assert {move.event_id for move in proposed.moves} == {3}  # two seats are too few for all three
    for person in (1, 2):
        await repair.agree(workshop.repairs, workshop.tap(person), proposed.id)
    assert await workshop.where() == {1: {3}, 2: {3}}
    party = next(row for row in await workshop.rows(bookings, bookings.c.active == 1) if row.person_id == 1)
    assert (party.seats, party.names) == (2, ["Guest 1"])
    assert await workshop.examine() == []


async def test_the_letters_are_written(workshop: Workshop) -> None:
    """In every language, to whoever lost a place, whoever makes room, and the group; nobody reads of the others."""
    await chained(workshop)
    proposed = (await workshop.propose())[0]
    views = SqlViews(workshop.database, workshop.clock)
    asked = await said(workshop, views)
    assert {kind for kind, _ in asked} == {"repair-asked"}
    assert len(asked) == 2 * len(TEXTS)
    assert all("Yoga" in text and "Person" not in text for _, text in asked)
    await repair.agree(workshop.repairs, workshop.tap(1), proposed.id)
    await repair.agree(workshop.repairs, workshop.tap(2), proposed.id)
    ended = await said(workshop, views)
    assert {kind for kind, _ in ended} == {
        "repair-done",
        "repair-done-told",
    }  # what was asked is not said any more
    for kind, text in ended:
        assert ("Person 2" in text) == (kind == "repair-done-told")


async def test_a_withdrawal_is_told(workshop: Workshop) -> None:
    await chained(workshop)
    proposed = (await workshop.propose())[0]
    await repair.take_back(workshop.repairs, workshop.ada(), proposed.id)
    told = await said(workshop, SqlViews(workshop.database, workshop.clock))
    assert len(told) == 3 * len(TEXTS)
    assert {kind for kind, _ in told} == {"repair-withdrawn", "repair-withdrawn-told"}


async def said(workshop: Workshop, views: SqlViews) -> list[tuple[str, str]]:
    """What each letter about repairs says in each language, where it says anything."""
    found = []
    for row in await workshop.rows(letters, letters.c.kind.like("repair-%")):
        for language, texts in TEXTS.items():
            reader = Person(row.person_id or 0, 7, "Reader", language, reachable=True)
            card = await render(row.kind, row.data, reader, texts, views, workshop.now)
            if card is not None:
                found.append((row.kind, str(card.text)))
    return found
