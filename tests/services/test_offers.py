"""Deliver, accept, decline, expire, withdraw, remind; and an admin's own choice: the same ends on every work."""

from dataclasses import replace
from datetime import timedelta

import pytest

from engine import refusals as no
from engine.facts import (
    BookingMade,
    EntryJoined,
    EntryPaused,
    EntryReturned,
    OfferAccepted,
    OfferDelivered,
    OfferExpired,
    OfferExtended,
    OfferMade,
    OfferReminded,
    OfferUndelivered,
)
from engine.services import booking, offers, seats, waitlist
from engine.services.who import AdminTap, Tap
from engine.settings import Mode, OfferRules, Settings
from engine.state import Decline
from tests.rules.builders import INSTANT, kinds, only
from tests.services.conftest import Begin
from tests.services.ensemble import Ensemble
from tests.services.world import HOUR, MINUTE, NOW, World

ADA = AdminTap(900, "Ada", reason="she was here first")
RULES = OfferRules(validity=2 * HOUR)
WORLD = World(capacities=(1,), settings=Settings(offer=RULES))


async def offered(begin: Begin, world: World = WORLD) -> tuple[Ensemble, OfferMade]:
    """Person 1 had the only seat and gave it back; 2 and 3 wait; 2 is asked, and the letter is delivered."""
    work = await begin(world)
    made = only(await booking.book(work, Tap(1), 1), BookingMade)
    for person_id in (2, 3):
        await waitlist.join(work, Tap(person_id), 1)
    offer = only(await booking.cancel(work, Tap(1), 1, made.id), OfferMade)
    assert (offer.person_id, offer.seats) == (2, (1,))
    assert await offers.deliver(work, 1, offer.id) == [OfferDelivered(offer.id, NOW + 2 * HOUR)]
    return work, offer


async def test_accepted(begin: Begin) -> None:
    work, offer = await offered(begin)
    facts = await offers.accept(work, Tap(2), 1, offer.id)
    made = only(facts, BookingMade)
    assert facts[0] == OfferAccepted(offer.id, made.id) and made.seats == offer.seats
    with pytest.raises(no.OfferAnswered):
        await offers.accept(work, Tap(2), 1, offer.id)
    with pytest.raises(no.OfferAnswered):
        await offers.decline(work, Tap(2), 1, offer.id, "keep")
    assert work.state().booking_of(2) is not None and work.state().line.of(2) is None


async def test_a_strangers_offer_does_not_exist(begin: Begin) -> None:
    work, offer = await offered(begin)
    for person_id, offer_id in ((3, offer.id), (2, 777)):
        with pytest.raises(no.OfferUnknown):
            await offers.accept(work, Tap(person_id), 1, offer_id)


@pytest.mark.parametrize("then", ["keep", "leave", "pause"])
async def test_declined(begin: Begin, then: Decline) -> None:
    work, offer = await offered(begin)
    facts = await offers.decline(work, Tap(2), 1, offer.id, then)
    end = {"keep": "EntryReturned", "leave": "EntryLeft", "pause": "EntryPaused"}[then]
    assert kinds(facts) == ["OfferRejected", end, "OfferMade", "EntryOffered"]
    assert only(facts, OfferMade).person_id == 3
    if then == "pause":
        assert only(facts, EntryPaused).until is None


async def test_the_deadline_is_one_instant(begin: Begin) -> None:
    work, offer = await offered(begin)
    work.clock.now = NOW + 2 * HOUR - INSTANT
    assert await offers.expire(work, 1, offer.id) == []
    work.clock.now += INSTANT
    with pytest.raises(no.OfferExpired) as refused:
        await offers.accept(work, Tap(2), 1, offer.id)
    assert refused.value.at == NOW + 2 * HOUR
    facts = await offers.expire(work, 1, offer.id)
    assert kinds(facts) == ["OfferExpired", "EntryReturned", "OfferMade", "EntryOffered"]
    assert only(facts, EntryReturned).misses == 1 and only(facts, OfferExpired).id == offer.id
    assert await offers.expire(work, 1, offer.id) == []


async def test_accepted_in_the_last_instant(begin: Begin) -> None:
    work, offer = await offered(begin)
    work.clock.now = NOW + 2 * HOUR - INSTANT
    await offers.accept(work, Tap(2), 1, offer.id)
    work.clock.now += INSTANT
    assert await offers.expire(work, 1, offer.id) == []


async def test_reminded_once_in_the_last_third(begin: Begin) -> None:
    work, offer = await offered(begin)
    work.clock.now = NOW + 80 * MINUTE - INSTANT
    assert await offers.remind(work, 1, offer.id) == []
    work.clock.now += INSTANT
    assert await offers.remind(work, 1, offer.id) == [OfferReminded(offer.id)]
    assert await offers.remind(work, 1, offer.id) == []


async def test_a_second_delivery_never_takes_time_away(begin: Begin) -> None:
    work, offer = await offered(begin)
    work.clock.now += MINUTE
    assert await offers.deliver(work, 1, offer.id) == [
        OfferDelivered(offer.id, work.clock.now + 2 * HOUR, again=True)
    ]


async def test_a_letter_that_was_refused_has_started_no_clock(begin: Begin) -> None:
    work, offer = await offered(begin)
    assert await offers.undeliver(work, 1, offer.id, NOW + 2 * HOUR + MINUTE) == [], (
        "another letter says this"
    )
    assert await offers.undeliver(work, 1, offer.id, NOW + 2 * HOUR) == [OfferUndelivered(offer.id)]
    assert await offers.undeliver(work, 1, offer.id, NOW + 2 * HOUR) == []
    work.clock.now = NOW + 3 * HOUR
    assert await offers.expire(work, 1, offer.id) == []
    assert await offers.deliver(work, 1, offer.id) == [OfferDelivered(offer.id, NOW + 5 * HOUR)]


async def test_a_letter_that_was_given_up_passes_the_seat_on_and_costs_nothing(begin: Begin) -> None:
    work, offer = await offered(begin)
    facts = await offers.withdraw_undelivered(work, 1, offer.id)
    assert kinds(facts) == ["OfferWithdrawn", "EntryReturned", "OfferMade", "EntryOffered"]
    assert only(facts, EntryReturned).misses == 0 and only(facts, OfferMade).person_id == 3


async def test_time_in_which_nobody_could_answer_is_given_back_once(begin: Begin) -> None:
    work, offer = await offered(begin)
    since, work.clock.now = NOW + 90 * MINUTE, NOW + 5 * HOUR  # half an hour was left
    (extended,) = await offers.extend(work, 1, offer.id, since)
    assert extended == OfferExtended(offer.id, NOW + 5 * HOUR + 30 * MINUTE)
    assert await offers.extend(work, 1, offer.id, since) == []
    assert await offers.expire(work, 1, offer.id) == []
    letter = work.model.letters[-1]
    assert (letter["kind"], letter["person_id"]) == ("offer-extended", 2)
    work.clock.now += 20 * MINUTE
    assert await offers.remind(work, 1, offer.id) == [OfferReminded(offer.id)]
    work.clock.now += 10 * MINUTE
    assert only(await offers.expire(work, 1, offer.id), EntryReturned).misses == 1


async def test_what_cannot_be_given_back_costs_no_miss(begin: Begin) -> None:
    """The cut-off has passed meanwhile."""
    work, offer = await offered(begin, replace(WORLD, starts_in=3 * HOUR))
    begins = work.state().event.starts_at
    work.clock.now = begins - MINUTE
    (extended,) = await offers.extend(work, 1, offer.id, NOW + HOUR)
    assert extended == OfferExtended(offer.id, begins, in_full=False)
    work.clock.now = begins
    assert only(await offers.expire(work, 1, offer.id), EntryReturned).misses == 0


async def test_withdrawn_by_an_admin(begin: Begin) -> None:
    work, offer = await offered(begin)
    facts = await offers.withdraw(work, ADA, 1, offer.id)
    assert kinds(facts) == ["OfferWithdrawn", "EntryReturned", "OfferMade", "EntryOffered"]
    with pytest.raises(no.OfferWithdrawn):
        await offers.accept(work, Tap(2), 1, offer.id)


async def test_whoever_cannot_be_reached_is_passed_and_keeps_the_place(begin: Begin) -> None:
    work, offer = await offered(begin)
    await work.reach(2, False)
    facts = await offers.withdraw_unreachable(work, 1, offer.id)
    assert only(facts, OfferMade).person_id == 3
    assert [row["kind"] for row in work.model.letters[-3:]] == [
        "offer-over",
        "person-unreachable",
        "offer-made",
    ]
    entry = work.state().entry(offer.entry_id)
    assert entry is not None and entry.status == "waiting"


async def test_an_admin_chooses(begin: Begin) -> None:
    work = await begin(World(capacities=(2,), settings=Settings(mode=Mode.MANUAL)))
    made = [only(await booking.book(work, Tap(i), 1), BookingMade).id for i in (1, 4)]
    second, third = [only(await waitlist.join(work, Tap(i), 1), EntryJoined).id for i in (2, 3)]
    with pytest.raises(no.NoFreeSeat):
        await offers.choose(work, ADA, 1, third, "offer", 3)
    for booking_id, person_id in zip(made, (1, 4), strict=True):
        await booking.cancel(work, Tap(person_id), 1, booking_id)
    assert work.state().event.announced == 2
    with pytest.raises(no.ReasonNeeded):
        await offers.choose(work, AdminTap(900, "Ada"), 1, third, "offer", 3)
    facts = await offers.choose(work, ADA, 1, third, "offer", 3)
    assert only(facts, OfferMade).automatic is False
    facts = await offers.choose(work, AdminTap(900, "Ada"), 1, second, "promote", 2)
    assert only(facts, BookingMade).source == "promotion"
    assert work.state().event.announced == 0


async def test_the_last_call_goes_to_everybody_and_the_first_tap_wins(begin: Begin) -> None:
    work = await begin(WORLD)
    made = only(await booking.book(work, Tap(1), 1), BookingMade)
    for person_id in (2, 3, 4):
        await waitlist.join(work, Tap(person_id), 1)
    work.clock.now = work.state().event.starts_at - timedelta(hours=1)
    await booking.cancel(work, Tap(1), 1, made.id)
    calls = {o.person_id: o for o in work.state().pending()}
    assert sorted(calls) == [2, 3, 4] and not any(o.seats for o in calls.values())
    for call in calls.values():
        await offers.deliver(work, 1, call.id)
    facts = await offers.accept(work, Tap(3), 1, calls[3].id)
    assert kinds(facts).count("OfferWithdrawn") == 2
    with pytest.raises(no.OfferTaken):
        await offers.accept(work, Tap(2), 1, calls[2].id)


async def test_the_sweep_finds_what_a_frozen_event_left(begin: Begin) -> None:
    work, offer = await offered(begin)
    await seats.freeze(work, ADA, 1)
    assert kinds(await offers.decline(work, Tap(2), 1, offer.id, "leave")) == [
        "OfferRejected",
        "EntryLeft",
        "FillHalted",
    ]
    assert await seats.sweep(work, 1) == []
    assert "OfferMade" in kinds(await seats.unfreeze(work, ADA, 1))
