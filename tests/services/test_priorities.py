"""A priority set by hand comes to the same on every work: the order, the history, and whose turn it is then."""

import pytest

from engine import refusals as no
from engine.facts import BookingMade, EntryJoined, EntryPrioritised, OfferMade
from engine.ports import Actor, Ask, Facts
from engine.rules.priorities import Priority, prioritise
from engine.services import booking, waitlist
from engine.services.who import Tap
from tests.rules.builders import only
from tests.services.conftest import Begin
from tests.services.ensemble import Ensemble
from tests.services.world import World

BY_IMPORT = Actor("import", 900, "Ada")


async def set_priorities(work: Ensemble, wanted: dict[int, Priority]) -> Facts:
    ask = Ask(BY_IMPORT, 1, entries=tuple(wanted), reserve=True, reason="people.csv")
    return await work.decide(ask, lambda state, act: prioritise(state, act, wanted))


async def test_the_last_becomes_the_first(begin: Begin) -> None:
    work = await begin(World(capacities=(1,)))
    made = only(await booking.book(work, Tap(1), 1), BookingMade)
    places = [only(await waitlist.join(work, Tap(person), 1), EntryJoined).id for person in range(2, 8)]
    done = await set_priorities(work, {places[-1]: Priority(5, "a regular"), places[0]: Priority(-100)})
    assert done == [EntryPrioritised(places[-1], 5, "a regular"), EntryPrioritised(places[0], -100)]
    assert work.model.history[-1]["kind"] == "EntryPrioritised"
    assert await set_priorities(work, {places[-1]: Priority(5)}) == []
    facts = await booking.cancel(work, Tap(1), 1, made.id)
    assert only(facts, OfferMade).entry_id == places[-1]
    with pytest.raises(no.NotWaiting):
        await set_priorities(work, {77_777: Priority(1)})


async def test_on_the_reserve_list(begin: Begin) -> None:
    work = await begin(World(capacities=(1, 1)))
    made = only(await booking.book(work, Tap(1), 1), BookingMade)
    await booking.book(work, Tap(2), 2)
    places = [only(await waitlist.join_reserve(work, Tap(person), 1), EntryJoined).id for person in (3, 4)]
    await set_priorities(work, {places[1]: Priority(1)})
    assert only(await booking.cancel(work, Tap(1), 1, made.id), OfferMade).entry_id == places[1]
