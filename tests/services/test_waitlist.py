"""Join, leave, pause, resume: the same place in line on every work."""

from datetime import timedelta

import pytest

from engine import refusals as no
from engine.facts import (
    BookingMade,
    EntryClosed,
    EntryJoined,
    EntryLeft,
    EntryPaused,
    EntryResumed,
    OfferMade,
)
from engine.services import booking, waitlist
from engine.services.who import AdminTap, Tap
from engine.state import TimeWindow
from tests.rules.builders import kinds, only
from tests.services.conftest import Begin
from tests.services.ensemble import Ensemble
from tests.services.world import DAY, HOUR, NOW, World

ADA = AdminTap(900, "Ada")
SMALL = World(capacities=(1,))


async def full(begin: Begin, world: World = SMALL) -> tuple[Ensemble, int]:
    """An event whose only seat is person 1's, and the booking."""
    work = await begin(world)
    return work, only(await booking.book(work, Tap(1), 1), BookingMade).id


async def joined(work: Ensemble, *people: int) -> list[int]:
    """These people's places in line, in order."""
    return [only(await waitlist.join(work, Tap(i), 1), EntryJoined).id for i in people]


async def test_places_are_numbered_in_the_order_of_joining(begin: Begin) -> None:
    work, _ = await full(begin)
    facts = [only(await waitlist.join(work, Tap(i), 1), EntryJoined) for i in (4, 2, 3)]
    assert [(fact.position, fact.seq) for fact in facts] == [(1, 1), (2, 2), (3, 3)]
    assert work.state().line.window == tuple(fact.id for fact in facts)


async def test_refused(begin: Begin) -> None:
    work, _ = await full(begin, World(capacities=(1, 1)))
    await joined(work, 2)
    with pytest.raises(no.AlreadyWaiting):
        await waitlist.join(work, Tap(2), 1)
    with pytest.raises(no.AlreadyBooked):
        await waitlist.join(work, Tap(1), 1)
    with pytest.raises(no.PartyTooLarge):
        await waitlist.join(work, Tap(3), 1, 2, ("Ann",))
    with pytest.raises(no.SeatsAreFree):
        await waitlist.join(work, Tap(3), 2)


async def test_whoever_leaves_leaves_no_gap(begin: Begin) -> None:
    work, _ = await full(begin)
    first, second, third = await joined(work, 2, 3, 4)
    assert await waitlist.leave(work, Tap(3), 1, second) == [EntryLeft(second, "self")]
    with pytest.raises(no.NotWaiting):
        await waitlist.leave(work, Tap(3), 1, second)
    assert work.state().line.window == (first, third)
    assert only(await waitlist.join(work, Tap(3), 1), EntryJoined).position == 3


async def test_only_the_owner_leaves_but_an_admin_removes(begin: Begin) -> None:
    work, _ = await full(begin)
    (entry,) = await joined(work, 2)
    with pytest.raises(no.NotWaiting):
        await waitlist.leave(work, Tap(3), 1, entry)
    assert await waitlist.remove(work, ADA, 1, entry) == [EntryLeft(entry, "admin")]
    assert work.model.letters[-1]["kind"] == "entry-left"


async def test_leaving_with_an_open_offer_passes_it_on(begin: Begin) -> None:
    work, made = await full(begin)
    first, second = await joined(work, 2, 3)
    await booking.cancel(work, Tap(1), 1, made)
    facts = await waitlist.leave(work, Tap(2), 1, first)
    assert kinds(facts) == ["OfferWithdrawn", "EntryLeft", "OfferMade", "EntryOffered"]
    assert only(facts, OfferMade).entry_id == second


async def test_a_pause_keeps_the_place_and_the_clock_ends_it(begin: Begin) -> None:
    work, made = await full(begin)
    first, second = await joined(work, 2, 3)
    until = NOW + HOUR
    assert await waitlist.pause(work, Tap(2), 1, first, HOUR) == [EntryPaused(first, until)]
    assert only(await booking.cancel(work, Tap(1), 1, made), OfferMade).entry_id == second
    assert await waitlist.resume_due(work, 1, first) == []
    work.clock.now = until
    assert await waitlist.resume_due(work, 1, first) == [EntryResumed(first)]
    assert work.state().line.window == (first,)


async def test_a_pause_without_end_is_ended_by_its_owner(begin: Begin) -> None:
    work, made = await full(begin)
    (first,) = await joined(work, 2)
    await waitlist.pause(work, Tap(2), 1, first, None)
    await booking.cancel(work, Tap(1), 1, made)
    assert kinds(await waitlist.resume(work, Tap(2), 1, first)) == [
        "EntryResumed",
        "OfferMade",
        "EntryOffered",
    ]
    with pytest.raises(no.NotPaused):
        await waitlist.resume(work, Tap(2), 1, first)


async def test_a_pause_over_the_start_is_refused(begin: Begin) -> None:
    work, _ = await full(begin)
    (first,) = await joined(work, 2)
    with pytest.raises(no.PauseOverStart):
        await waitlist.pause(work, Tap(2), 1, first, timedelta(days=30))


async def test_the_reserve_list_knows_when(begin: Begin) -> None:
    """The events are on a Friday."""
    work = await begin(World(capacities=(1, 1)))
    made = [only(await booking.book(work, Tap(1), i), BookingMade).id for i in (1, 2)]
    monday = TimeWindow(0, 0, 24 * 60)
    ids = []
    for person_id, windows in ((2, (monday,)), (3, ()), (4, ())):
        fact = only(await waitlist.join_reserve(work, Tap(person_id), 1, windows), EntryJoined)
        ids.append(fact.id)
        assert fact.event_id is None and fact.position == len(ids)
    offered = [only(await booking.cancel(work, Tap(1), i, made[i - 1]), OfferMade).entry_id for i in (2, 1)]
    assert offered == ids[1:]
    with pytest.raises(no.OfferOpen):
        await waitlist.leave(work, Tap(3), 1, ids[1])  # its offer is for the other event
    assert kinds(await waitlist.leave(work, Tap(3), 2, ids[1])) == ["OfferWithdrawn", "EntryLeft"]


async def test_whoever_comes_back_to_the_reserve_list_is_not_asked_for_an_event_they_are_booked_for(
    begin: Begin,
) -> None:
    """The clock's decision does not name the person, and what is booked must be seen all the same."""
    work = await begin(World(capacities=(2,)))
    made = [only(await booking.book(work, Tap(i), 1), BookingMade).id for i in (1, 3)]
    entry = only(await waitlist.join_reserve(work, Tap(2), 1), EntryJoined).id
    await waitlist.pause(work, Tap(2), 1, entry, HOUR)
    await booking.cancel(work, Tap(1), 1, made[0])
    await booking.book(work, Tap(2), 1)
    await booking.cancel(work, Tap(3), 1, made[1])
    work.clock.now = NOW + HOUR
    assert await waitlist.resume_due(work, 1, entry) == [EntryResumed(entry)]


async def test_the_line_ends_when_the_event_begins(begin: Begin) -> None:
    work, _ = await full(begin)
    ids = await joined(work, 2, 3)
    assert await waitlist.close(work, 1, tuple(ids)) == []
    work.clock.now = work.state().event.starts_at
    assert await waitlist.close(work, 1, tuple(ids)) == [EntryClosed(i) for i in ids]
    assert await waitlist.close(work, 1, tuple(ids)) == []
    with pytest.raises(no.EventStarted):
        await waitlist.join(work, Tap(4), 1)


async def test_joining_with_a_yes_in_advance(begin: Begin) -> None:
    work, made = await full(begin)
    await waitlist.join(work, Tap(2), 1, auto_confirm=True)
    facts = await booking.cancel(work, Tap(1), 1, made)
    assert only(facts, BookingMade).source == "promotion"
    work.clock.now += DAY
