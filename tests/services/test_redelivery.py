"""Telegram sends an update again until it is answered: the same tap has one effect, however often and wherever it
comes."""

import asyncio

import pytest

from engine import refusals as no
from engine.facts import BookingMade, EntryJoined, OfferMade
from engine.refusals import Refusal
from engine.services import booking, offers, seats, waitlist
from engine.services.who import AdminTap, Tap
from storage.database import Database
from storage.work import SharedWork
from tests.rules.builders import only
from tests.rules.memory import facts_of
from tests.services import persisted
from tests.services.conftest import Begin
from tests.services.ensemble import Call, Ensemble
from tests.services.fresh import empty
from tests.services.world import Clock, World

FULL = World(capacities=(1,))


async def full(begin: Begin) -> tuple[Ensemble, int]:
    """Person 1 has the only seat and person 2 waits."""
    work = await begin(FULL)
    made = only(await booking.book(work, Tap(1, 1), 1), BookingMade)
    await waitlist.join(work, Tap(2, 2), 1)
    return work, made.id


async def again(work: Ensemble, call: Call) -> None:
    """The tap has its effect; its repetition is refused, whatever else the rules would say of it by now."""
    await call(work)
    for _ in range(2):
        with pytest.raises(no.AlreadyDone):
            await call(work)


async def test_a_booking_and_its_end(begin: Begin) -> None:
    work = await begin()
    await again(work, lambda on: booking.book(on, Tap(1, 10), 1))
    made = work.state().booking_of(1)
    assert made is not None
    await again(work, lambda on: booking.cancel(on, Tap(1, 11), 1, made.id))


async def test_a_place_in_line_is_given_once_even_after_it_was_left(begin: Begin) -> None:
    work, _ = await full(begin)
    await again(work, lambda on: waitlist.join(on, Tap(3, 10), 1))
    entry = work.state().line.of(3)
    assert entry is not None
    await again(work, lambda on: waitlist.leave(on, Tap(3, 11), 1, entry.id))
    with pytest.raises(no.AlreadyDone):
        await waitlist.join(work, Tap(3, 10), 1)
    assert only(await waitlist.join(work, Tap(3, 12), 1), EntryJoined).seq == 3


async def test_an_answer_to_an_offer(begin: Begin) -> None:
    work, booked = await full(begin)
    offer = only(await booking.cancel(work, Tap(1, 10), 1, booked), OfferMade)
    await again(work, lambda on: offers.decline(on, Tap(2, 11), 1, offer.id, "keep"))
    with pytest.raises(no.OfferAnswered):
        await offers.accept(work, Tap(2, 12), 1, offer.id)


async def test_an_admins_tap(begin: Begin) -> None:
    work = await begin()
    await again(work, lambda on: seats.hold(on, AdminTap(900, "Ada", update_id=10), 1))
    assert len(work.state().holds) == 1


async def test_a_refused_tap_leaves_no_trace_and_may_come_again(begin: Begin) -> None:
    work, booked = await full(begin)
    with pytest.raises(no.AlreadyBooked):
        await waitlist.join(work, Tap(1, 10), 1)
    await booking.cancel(work, Tap(1, 11), 1, booked)
    await waitlist.join(work, Tap(1, 10), 1)


async def test_twice_in_one_commit(begin: Begin) -> None:
    work, _ = await full(begin)
    calls: list[Call] = [
        lambda on: waitlist.join(on, Tap(3, 10), 1),
        lambda on: waitlist.join(on, Tap(4, 11), 1),
        lambda on: waitlist.join(on, Tap(3, 10), 1),
        lambda on: waitlist.join(on, Tap(4, 11), 1),
    ]
    outcomes = await work.together(calls)
    assert [type(outcome) for outcome in outcomes[2:]] == [no.AlreadyDone, no.AlreadyDone]
    assert [only(facts_of(outcome), EntryJoined).position for outcome in outcomes[:2]] == [2, 3]


async def test_on_three_works_at_once(database: Database, template: str) -> None:
    await empty(database, template)
    await database.transact(World(capacities=(20,), people=20).plant)
    replicas = [SharedWork(database, Clock()) for _ in range(3)]

    async def tap(work: SharedWork, person_id: int) -> int:
        try:
            return len(await booking.book(work, Tap(person_id, 100 + person_id), 1))
        except no.AlreadyDone:
            return 0
        except Refusal as refusal:
            raise AssertionError("the repetition of a tap was judged") from refusal

    effects = await asyncio.gather(*(tap(work, i) for i in range(1, 21) for work in replicas))
    assert sum(effects) == 20
    assert await persisted.update_ids(database) == set(range(101, 121))
    (state,) = (await persisted.states(database)).values()
    assert len(state.bookings) == 20 and not state.free
