"""Hold, release, publish, freeze, sweep: what an admin does with free seats, the same on every work."""

import pytest

from engine import refusals as no
from engine.facts import BookingMade, EntryJoined, EventFrozen, EventUnfrozen, OfferMade, SeatsHeld
from engine.services import booking, capacity, offers, seats, waitlist
from engine.services.who import AdminTap, Tap
from engine.settings import Mode, Settings
from tests.rules.builders import kinds, only
from tests.services.conftest import Begin
from tests.services.ensemble import Ensemble
from tests.services.world import World

ADA = AdminTap(900, "Ada", reason="for the teacher's friend")
MANUAL = World(capacities=(1,), settings=Settings(mode=Mode.MANUAL))


async def waited_for(begin: Begin, world: World) -> Ensemble:
    """The only seat is free again; 2 waits, and in mode manual nothing happens by itself."""
    work = await begin(world)
    made = only(await booking.book(work, Tap(1), 1), BookingMade)
    await waitlist.join(work, Tap(2), 1)
    await booking.cancel(work, Tap(1), 1, made.id)
    return work


async def test_held_seats_are_nobodys_until_released(begin: Begin) -> None:
    work = await begin(World(capacities=(3,)))
    held = only(await seats.hold(work, ADA, 1, 2), SeatsHeld)
    assert (held.seats, held.reason, held.by_name) == ((1, 2), "for the teacher's friend", "Ada")
    assert only(await booking.book(work, Tap(1), 1), BookingMade).seats == (3,)
    with pytest.raises(no.EventFull):
        await booking.book(work, Tap(2), 1)
    with pytest.raises(no.NoFreeSeat):
        await seats.hold(work, ADA, 1)
    await waitlist.join(work, Tap(2), 1)
    assert kinds(await seats.release(work, ADA, 1, held.id)) == ["HoldReleased", "OfferMade", "EntryOffered"]
    with pytest.raises(no.HoldOver):
        await seats.release(work, ADA, 1, held.id)


async def test_published_seats_may_be_booked_by_anybody(begin: Begin) -> None:
    work = await waited_for(begin, MANUAL)
    assert work.model.letters[-1]["kind"] == "seats-freed"
    with pytest.raises(no.HeldForLine) as refused:
        await booking.book(work, Tap(3), 1)
    assert refused.value == no.HeldForLine(waiting=1, position=2)
    assert kinds(await seats.publish(work, ADA, 1)) == ["SeatsPublished", "FillHalted"]
    assert "BookingMade" in kinds(await booking.book(work, Tap(3), 1))
    assert work.state().event.released == 0
    with pytest.raises(no.NoFreeSeat):
        await seats.publish(work, ADA, 1)


async def test_frozen_and_back(begin: Begin) -> None:
    work = await begin(World(capacities=(1,)))
    made = only(await booking.book(work, Tap(1), 1), BookingMade)
    await waitlist.join(work, Tap(2), 1)
    assert await seats.freeze(work, ADA, 1) == [EventFrozen(1)]
    with pytest.raises(no.AlreadyFrozen):
        await seats.freeze(work, ADA, 1)
    assert kinds(await booking.cancel(work, Tap(1), 1, made.id)) == ["BookingCancelled", "FillHalted"]
    facts = await seats.unfreeze(work, ADA, 1)
    assert facts[0] == EventUnfrozen(1) and only(facts, OfferMade).person_id == 2
    with pytest.raises(no.NotFrozen):
        await seats.unfreeze(work, ADA, 1)


async def test_the_sweep_serves_whoever_is_back(begin: Begin) -> None:
    """Nobody's decision told the event that the person can be reached again."""
    work = await begin(World(capacities=(1,)))
    made = only(await booking.book(work, Tap(1), 1), BookingMade)
    await waitlist.join(work, Tap(2), 1)
    await work.reach(2, False)
    await booking.cancel(work, Tap(1), 1, made.id)
    assert await seats.sweep(work, 1) == []
    await work.reach(2, True)
    made_offer = only(await seats.sweep(work, 1), OfferMade)
    assert await seats.sweep(work, 1) == []
    await offers.accept(work, Tap(2), 1, made_offer.id)


async def test_whoever_has_blocked_the_bot_is_put_back_in_line_out_of_reach(begin: Begin) -> None:
    """In memory as when it is loaded again."""
    work = await begin(World(capacities=(2,), settings=Settings(mode=Mode.OFFER)))
    for person_id in (1, 2):
        await booking.book(work, Tap(person_id), 1)
    await work.reach(2, False)
    joined = only(await capacity.displace(work, ADA, 1, 1), EntryJoined)
    entry = work.state().entry(joined.id)
    assert entry is not None and (entry.person_id, entry.reachable) == (2, False)


@pytest.mark.parametrize("by_admin", [True, False])
async def test_whoever_cancels_is_not_asked_from_the_reserve_list_for_that_seat(
    begin: Begin, by_admin: bool
) -> None:
    """Not at once, and not by the sweep; whoever is behind them is."""
    work = await begin(World(capacities=(1, 1), settings=Settings(mode=Mode.OFFER)))
    made = only(await booking.book(work, Tap(1), 1), BookingMade)
    await booking.book(work, Tap(3), 2)
    await waitlist.join_reserve(work, Tap(1), 2)
    if by_admin:
        await booking.cancel_for(work, ADA, 1, made.id)
    else:
        await booking.cancel(work, Tap(1), 1, made.id)
    assert await seats.sweep(work, 1) == [] and work.state().pending() == []
    await waitlist.join_reserve(work, Tap(2), 2)
    assert [offer.person_id for offer in work.state().pending()] == []
    assert only(await seats.sweep(work, 1), OfferMade).person_id == 2
