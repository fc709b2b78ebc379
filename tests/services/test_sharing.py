"""Decisions that share a commit: the same as one after another, and one that cannot be recorded harms no other."""

import asyncio
from collections.abc import Awaitable
from dataclasses import replace

import pytest_asyncio
from sqlalchemy.exc import IntegrityError

from engine import refusals as no
from engine.facts import BookingMade, EntryJoined, OfferMade
from engine.ports import Act, Actor, Ask, Facts
from engine.refusals import Refusal
from engine.rules import booking as rules
from engine.services import booking, offers, waitlist
from engine.services.who import Tap
from engine.settings import Mode, Settings
from engine.state import State, TimeWindow
from storage.database import Database
from storage.doctor import examine
from storage.work import SharedWork
from tests.races.arena import database_errors
from tests.rules.builders import only
from tests.rules.memory import facts_of
from tests.services import persisted
from tests.services.conftest import Begin
from tests.services.ensemble import Call
from tests.services.fresh import empty
from tests.services.world import FIRST_ID, NOW, Clock, World

NOBODY = 4711
"""No participant has this id, so no row of theirs can be written."""


async def test_a_rush_for_one_event(begin: Begin) -> None:
    """Thirty people for seven seats, in one commit or two: the first seven get them, the others their places."""
    work = await begin(World(capacities=(7,), people=30))
    booked = await work.together([_book(i) for i in range(1, 31)])
    assert [i for i, o in enumerate(booked, 1) if not isinstance(o, Refusal)] == list(range(1, 8))
    assert set(map(repr, booked[7:])) == {repr(no.EventFull(waiting=0, position=1))}
    joined = await work.together([_join(i) for i in range(8, 31)])
    places = [only(facts_of(outcome), EntryJoined).position for outcome in joined]
    assert places == list(range(1, 24))


async def test_everybody_cancels_at_once(begin: Begin) -> None:
    """A window that was loaded for one is widened until it suffices for all."""
    work = await begin(World(capacities=(5,), people=40))
    await work.together([_book(i) for i in range(1, 6)])
    await work.together([_join(i) for i in range(6, 41)])
    rows = sorted(work.state().bookings.values(), key=lambda b: b.id)
    gone = await work.together([_cancel(b.person_id, b.id) for b in rows])
    assert [only(facts_of(gone[0]), OfferMade).person_id] == [6]
    answered = 0
    while pending := work.state().pending():
        (offer,) = pending  # the guard: one at a time
        await offers.decline(work, Tap(offer.person_id), 1, offer.id, "leave")
        answered += 1
    assert answered == 35


def _book(person_id: int) -> Call:
    return lambda on: booking.book(on, Tap(person_id), 1)


def _join(person_id: int) -> Call:
    return lambda on: waitlist.join(on, Tap(person_id), 1)


def _cancel(person_id: int, booking_id: int) -> Call:
    return lambda on: booking.cancel(on, Tap(person_id), 1, booking_id)


@pytest_asyncio.fixture(loop_scope="session")
async def crowd(database: Database, template: str) -> Database:
    """Eight events of four seats and thirty persons."""
    await empty(database, template)
    await database.transact(World(capacities=(4,) * 8, people=30).plant)
    return database


def _poison(work: SharedWork, event_id: int) -> Awaitable[Facts]:
    """Books somebody who does not exist."""
    ask = Ask(by=Actor("person", NOBODY), event_id=event_id, people=(NOBODY,))
    return work.decide(ask, lambda state, act: rules.book(state, act, NOBODY))


def _mistake(work: SharedWork, event_id: int) -> Awaitable[Facts]:
    """A rule that fails."""

    def rule(state: State, act: Act) -> Facts:
        raise ZeroDivisionError

    return work.decide(Ask(by=Actor("job"), event_id=event_id), rule)


async def test_one_that_cannot_be_recorded_harms_no_other(crowd: Database) -> None:
    work = SharedWork(crowd, Clock())
    calls: list[Awaitable[Facts]] = [booking.book(work, Tap(i), 1 + i % 4) for i in range(1, 9)]
    calls[5:5] = [_poison(work, 2), _mistake(work, 3), booking.book(work, Tap(9), 77)]
    results = await asyncio.gather(*calls, return_exceptions=True)
    failed = [type(result) for result in results if isinstance(result, BaseException)]
    assert failed == [IntegrityError, ZeroDivisionError, no.EventUnknown]
    states = await persisted.states(crowd)
    booked = sorted(b.person_id for state in states.values() for b in state.bookings.values())
    assert booked == list(range(1, 9))
    assert await examine(crowd, NOW) == []


async def test_waiting_decisions_share_commits_and_are_told_after_them(crowd: Database) -> None:
    told: list[Facts] = []
    work = SharedWork(crowd, Clock(), told.append)
    results = await asyncio.gather(*(booking.book(work, Tap(i), 1) for i in range(1, 5)))
    assert [len(facts) for facts in told] == [1, 3]
    assert [fact for facts in told for fact in facts] == [fact for facts in results for fact in facts]


async def test_the_reserve_list_is_one_for_all_events_of_a_commit(crowd: Database) -> None:
    """Four taps keep every lane busy; what waits meanwhile shares a commit. One event's decision pauses a place on the
    reserve list, another event's resumes it or gives it up."""
    work = SharedWork(crowd, Clock())
    never = (TimeWindow(0, 0, 1),)  # no event is on a Monday
    first, second = [
        only(await waitlist.join_reserve(work, Tap(i), 1, never), EntryJoined).id for i in (1, 2)
    ]
    calls = [
        *[booking.book(work, Tap(10 + i), i) for i in (1, 2, 3, 4)],
        waitlist.pause(work, Tap(1), 5, first, None),
        waitlist.pause(work, Tap(2), 6, second, None),
        waitlist.leave(work, Tap(1), 7, first),
        waitlist.resume(work, Tap(2), 8, second),
    ]
    await asyncio.gather(*calls)
    assert await examine(crowd, NOW) == []
    rows = (await persisted.states(crowd))[1].reserve.entries
    assert [(rows[i].status, rows[i].version) for i in (first, second)] == [("left", 3), ("waiting", 3)]


async def test_whoever_stops_waiting_is_booked_all_the_same(crowd: Database) -> None:
    """A tap whose answer nobody waits for any more has its effect, and the others get their answers."""
    work = SharedWork(crowd, Clock())
    tasks = [asyncio.create_task(booking.book(work, Tap(i), 1)) for i in range(1, 5)]
    await asyncio.sleep(0)
    tasks[1].cancel()
    results = await asyncio.gather(*tasks, return_exceptions=True)
    await work.close()
    assert [isinstance(result, asyncio.CancelledError) for result in results] == [False, True, False, False]
    state = (await persisted.states(crowd))[1]
    assert sorted(b.person_id for b in state.bookings.values()) == [1, 2, 3, 4]


async def test_a_decision_that_needs_more_ids_than_were_reserved_gets_them(crowd: Database) -> None:
    work = SharedWork(crowd, Clock())

    def rule(state: State, act: Act) -> Facts:
        spent = [act.new_id() for _ in range(30_000)]
        assert len(set(spent)) == 30_000 and min(spent) >= FIRST_ID
        return rules.book(state, replace(act), 1)

    facts = await work.decide(Ask(by=Actor("person", 1), event_id=1, people=(1,)), rule)
    assert only(facts, BookingMade).seats == (1,)


async def test_a_panel_is_told_once_in_a_commit(database: Database, template: str) -> None:
    """Seats that come free together make one card for the admins; no decision has to be made again for it."""
    await empty(database, template)
    await database.transact(World(capacities=(4,), settings=Settings(mode=Mode.MANUAL)).plant)
    work = SharedWork(database, Clock())
    booked = [only(await booking.book(work, Tap(i), 1), BookingMade) for i in (1, 2, 3, 4)]
    await waitlist.join(work, Tap(5), 1)
    with database_errors(database) as errors:
        await asyncio.gather(*(booking.cancel(work, Tap(b.person_id), 1, b.id) for b in booked))
    assert errors == []
    letters, _ = await persisted.post(database)
    assert [row["subject"] for row in letters if row["kind"] == "seats-freed"] == ["freed:1"]
