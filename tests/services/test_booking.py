"""Book, cancel, confirm: the same outcome on every work, and the same rows behind it."""

from datetime import timedelta

import pytest

from engine import refusals as no
from engine.facts import BookingCancelled, BookingConfirmed, BookingMade, EntryOffered, OfferMade
from engine.ports import Panel
from engine.services import booking, waitlist
from engine.services.who import AdminTap, Tap
from engine.settings import Mode, Settings
from tests.rules.builders import kinds, only
from tests.services.conftest import Begin
from tests.services.world import World

ADA = AdminTap(900, "Ada", reason="she asked on the phone")


async def test_a_newcomer_is_booked(begin: Begin) -> None:
    work = await begin()
    (made,) = await booking.book(work, Tap(1), 1)
    assert isinstance(made, BookingMade) and (made.person_id, made.seats, made.status) == (
        1,
        (1,),
        "confirmed",
    )
    assert work.state().free == (2,)


async def test_a_party_is_booked_whole_with_its_names(begin: Begin) -> None:
    work = await begin(World(capacities=(4,)))
    made = only(await booking.book(work, Tap(1), 1, 3, ("Ann", "Bob")), BookingMade)
    assert (made.seats, made.names) == ((1, 2, 3), ("Ann", "Bob"))
    with pytest.raises(no.TooFewSeats) as refused:
        await booking.book(work, Tap(2), 1, 2, ("Cid",))
    assert refused.value == no.TooFewSeats(wanted=2, free=1)


async def test_a_full_event_says_the_place_in_line(begin: Begin) -> None:
    work = await begin()
    await booking.book(work, Tap(1), 1, 2, ("Ann",))
    await waitlist.join(work, Tap(2), 1)
    with pytest.raises(no.EventFull) as refused:
        await booking.book(work, Tap(3), 1)
    assert refused.value == no.EventFull(waiting=1, position=2)


async def test_nobody_books_twice_or_an_event_that_is_not_there(begin: Begin) -> None:
    work = await begin()
    await booking.book(work, Tap(1), 1)
    with pytest.raises(no.AlreadyBooked):
        await booking.book(work, Tap(1), 1)
    with pytest.raises(no.EventUnknown):
        await booking.book(work, Tap(1), 9)


async def test_a_cancelled_seat_is_offered_in_the_same_breath(begin: Begin) -> None:
    work = await begin(World(capacities=(1,)))
    made = only(await booking.book(work, Tap(1), 1), BookingMade)
    await waitlist.join(work, Tap(2), 1)
    facts = await booking.cancel(work, Tap(1, panel=Panel(7001, 5)), 1, made.id)
    assert kinds(facts) == ["BookingCancelled", "OfferMade", "EntryOffered"]
    assert only(facts, OfferMade).person_id == 2
    assert work.model.letters[-1]["kind"] == "offer-made" and work.model.letters[-2]["panel"] == (7001, 5)


async def test_a_cancelled_seat_is_booked_in_the_same_breath(begin: Begin) -> None:
    work = await begin(World(capacities=(1,), settings=Settings(mode=Mode.LEGACY)))
    made = only(await booking.book(work, Tap(1), 1), BookingMade)
    await waitlist.join(work, Tap(2), 1)
    facts = await booking.cancel(work, Tap(1), 1, made.id)
    assert kinds(facts) == ["BookingCancelled", "BookingMade", "EntryBooked"]


async def test_only_the_owner_cancels_and_only_once(begin: Begin) -> None:
    work = await begin()
    made = only(await booking.book(work, Tap(1), 1), BookingMade)
    with pytest.raises(no.BookingOver):
        await booking.cancel(work, Tap(2), 1, made.id)
    await booking.cancel(work, Tap(1), 1, made.id)
    with pytest.raises(no.BookingOver):
        await booking.cancel(work, Tap(1), 1, made.id)
    with pytest.raises(no.BookingOver):
        await booking.cancel(work, Tap(1), 1, 12345)


@pytest.mark.parametrize(("left", "late"), [(timedelta(hours=25), False), (timedelta(hours=23), True)])
async def test_a_late_cancellation_is_noted(begin: Begin, left: timedelta, late: bool) -> None:
    work = await begin()
    made = only(await booking.book(work, Tap(1), 1), BookingMade)
    work.clock.now = work.state().event.starts_at - left
    (gone,) = await booking.cancel(work, Tap(1), 1, made.id)
    assert gone == BookingCancelled(made.id, "self", late)


async def test_an_admin_confirms_and_cancels_with_a_reason(begin: Begin) -> None:
    work = await begin(World(settings=Settings(booking_status="pending")))
    made = only(await booking.book(work, Tap(1), 1), BookingMade)
    assert await booking.confirm(work, ADA, 1, made.id) == [BookingConfirmed(made.id)]
    with pytest.raises(no.BookingNotPending):
        await booking.confirm(work, ADA, 1, made.id)
    await booking.cancel_for(work, ADA, 1, made.id)
    last = work.model.history[-1]
    assert (last["actor"], last["reason"]) == (("admin", 900, "Ada"), "she asked on the phone")
    assert work.state().free == (1, 2)


async def test_cancelled_in_one_event_serves_the_reserve_list_of_the_service(begin: Begin) -> None:
    work = await begin(World(capacities=(1, 1)))
    made = [only(await booking.book(work, Tap(1), event_id), BookingMade) for event_id in (1, 2)]
    await waitlist.join_reserve(work, Tap(2), 1)
    facts = await booking.cancel(work, Tap(1), 2, made[1].id)
    assert only(facts, EntryOffered).offer_id == only(facts, OfferMade).id
    assert [e.status for e in work.state(1).reserve.entries.values()] == ["offered"]
