"""Booking, cancelling, confirming."""

from dataclasses import replace
from datetime import timedelta

import pytest

from engine import refusals as no
from engine.facts import (
    BookingCancelled,
    BookingMade,
    EntryLeft,
    EntryPassed,
    EntrySkipped,
    OfferMade,
    SeatsPublished,
)
from engine.refusals import Refusal
from engine.rules import booking, seats
from engine.settings import Mode
from engine.state import EntryStatus, State
from tests.rules.builders import (
    ADMIN,
    HOUR,
    INSTANT,
    NOW,
    act,
    changed,
    entry,
    event,
    full_house,
    kinds,
    offer,
    only,
    person,
    reserve,
    settings,
    state,
)
from tests.rules.builders import booking as row


def test_a_newcomer_gets_the_first_free_seats() -> None:
    before = state(event(5), bookings=[row(10, 10, 2)])
    made = only(booking.book(before, act(), 1, 3, ("Ann", "Bob")), BookingMade)
    assert (made.seats, made.names, made.source, made.status) == (
        (1, 3, 4),
        ("Ann", "Bob"),
        "self",
        "confirmed",
    )


@pytest.mark.parametrize("status", ["pending", "confirmed"])
def test_the_account_says_whether_a_booking_is_confirmed(status: str) -> None:
    before = state(under=settings(booking_status=status))
    assert only(booking.book(before, act(), 1), BookingMade).status == status


OPEN = state(event(2))
REFUSED = [
    (replace(OPEN, event=replace(OPEN.event, status="cancelled")), 1, (), no.EventCancelled()),
    (replace(OPEN, event=replace(OPEN.event, status="closed")), 1, (), no.EventNotOpen()),
    (state(event(2, timedelta(0))), 1, (), no.EventStarted()),
    (state(event(2), bookings=[row(10, 1, 1)]), 1, (), no.AlreadyBooked()),
    (OPEN, 0, (), no.SeatsForPeople(most=2)),
    (OPEN, -1, (), no.SeatsForPeople(most=2)),
    (OPEN, 3, ("a", "b"), no.PartyTooLarge(most=2)),
    (state(event(9)), 7, ("a",) * 6, no.PartyTooLarge(most=6)),
    (OPEN, 2, (), no.PartyNotNamed(wanted=1, named=0)),
    (OPEN, 1, ("a",), no.PartyNotNamed(wanted=0, named=1)),
    (full_house(2), 1, (), no.EventFull(waiting=0, position=1)),
    (full_house(2, entries=[entry(10), entry(11, priority=1)]), 1, (), no.EventFull(waiting=2, position=3)),
    (state(event(2), bookings=[row(10, 10, 1)]), 2, ("a",), no.TooFewSeats(wanted=2, free=1)),
    (
        state(event(2), settings(Mode.MANUAL), entries=[entry(10)]),
        1,
        (),
        no.HeldForLine(waiting=1, position=2),
    ),
]


@pytest.mark.parametrize(("before", "seats", "names", "refusal"), REFUSED)
def test_refused(before: State, seats: int, names: tuple[str, ...], refusal: Refusal) -> None:
    with pytest.raises(type(refusal)) as caught:
        booking.book(before, act(), 1, seats, names)
    assert caught.value.values == refusal.values


def test_open_until_the_very_start() -> None:
    before = state(event(1, INSTANT))
    assert booking.book(before, act(), 1)


def test_whoever_has_an_open_offer_answers_it_first() -> None:
    of = event(2)
    asked = entry(10, 1, status="offered")
    before = state(of, entries=[asked], offers=[offer(20, asked, 1, event=of)])
    with pytest.raises(no.OfferOpen):
        booking.book(before, act(), 1)


def test_also_when_the_offer_came_from_the_reserve_list() -> None:
    of = event(2)
    asked = reserve(10, 1, status="offered")
    before = state(of, entries=[asked], offers=[offer(20, asked, 1, event=of)])
    with pytest.raises(no.OfferOpen):
        booking.book(before, act(), 1)


def test_booking_ends_the_own_paused_place() -> None:
    before = state(event(2), entries=[entry(10, 1, status="paused")])
    facts = booking.book(before, act(), 1)
    assert kinds(facts) == ["BookingMade", "EntryLeft"]
    assert only(facts, EntryLeft).id == 10


@pytest.mark.parametrize("passed", [0, 1])
def test_whoever_let_the_seat_go_is_not_waiting_for_it(passed: int) -> None:
    """Round 1 is running: having passed in round 0 counts for the seat of round 0 only."""
    of = event(1, round=1)
    waiting = entry(10, passed=passed, passed_event=1)
    before = state(of, settings(Mode.OFFER), entries=[waiting])
    if passed == 1:
        assert booking.book(before, act(), 1)
    else:
        with pytest.raises(no.HeldForLine):
            booking.book(before, act(), 1)


@pytest.mark.parametrize("passed", [0, 1])
def test_by_hand_a_seat_waits_for_the_admins_whoever_let_it_go(passed: int) -> None:
    waiting = entry(10, passed=passed, passed_event=1)
    before = state(event(1, round=1), settings(Mode.MANUAL), entries=[waiting])
    with pytest.raises(no.HeldForLine):
        booking.book(before, act(), 1)


@pytest.mark.parametrize(
    ("capacity", "seats", "may"), [(1, 1, False), (2, 1, True), (2, 2, False), (3, 2, True)]
)
def test_a_seat_of_a_last_call_is_for_those_who_are_asked(capacity: int, seats: int, may: bool) -> None:
    """It is held by nobody, and yet a newcomer may have only what is free beyond it."""
    asked = entry(10, status="offered")
    of = event(capacity, HOUR)
    before = state(
        of, settings(Mode.OFFER), entries=[asked], offers=[offer(20, asked, event=of, last_call=True)]
    )
    names = ("Guest",) * (seats - 1)
    if may:
        assert booking.book(before, act(), 1, seats, names)
    else:
        with pytest.raises(no.HeldForLine):
            booking.book(before, act(), 1, seats, names)


def test_published_seats_are_anybodys_one_by_one() -> None:
    before = state(event(3, released=2), settings(Mode.MANUAL), entries=[entry(10)], bookings=[row(9, 9, 1)])
    facts = booking.book(before, act(), 1)
    assert only(facts, SeatsPublished).released == 1
    after = changed(before, facts)
    after = changed(after, booking.cancel(after, act(first_id=2000), 9, 9))
    assert after.event.released == 1
    after = changed(after, booking.book(after, act(first_id=3000), 2))
    assert (after.event.released, len(after.free)) == (0, 1)
    with pytest.raises(no.HeldForLine):
        booking.book(after, act(), 3)


def test_a_party_larger_than_what_is_published_waits() -> None:
    before = state(event(3, released=1), settings(Mode.MANUAL), entries=[entry(10)])
    with pytest.raises(no.HeldForLine):
        booking.book(before, act(), 1, 2, ("a",))


def test_with_best_fit_a_newcomer_passes_a_large_party_so_often_and_no_more() -> None:
    """Whoever books past a waiting party is counted just like whoever is served past it."""
    under = settings(Mode.LEGACY, party_fit="best", max_skips=2)
    before = state(event(4), under, entries=[entry(10, seats=3)], bookings=[row(9, 9, 1, 2)])
    for skips, person_id in ((1, 1), (2, 2)):
        facts = booking.book(before, act(first_id=1000 * person_id), person_id)
        assert only(facts, EntrySkipped).skips == skips
        after = changed(before, facts)
        before = changed(
            after, booking.cancel(after, act(first_id=1000 * person_id + 500), 1000 * person_id, None)
        )
    with pytest.raises(no.HeldForLine):
        booking.book(before, act(), 3)


def test_with_strict_order_a_large_party_keeps_newcomers_out() -> None:
    before = state(event(4), settings(Mode.LEGACY), entries=[entry(10, seats=3)], bookings=[row(9, 9, 1, 2)])
    with pytest.raises(no.HeldForLine):
        booking.book(before, act(), 1)


def test_nobody_passes_their_own_party_on_the_reserve_list() -> None:
    before = state(event(1), settings(party_fit="best"), entries=[reserve(10, 1, 2), reserve(11, 2, 2)])
    before = replace(before, event=replace(before.event, capacity=2), bookings={20: row(20, 5, 2)})
    skipped = only(booking.book(before, act(), 1), EntrySkipped)
    assert skipped.id == 11


def test_nobody_is_skipped_by_booking_their_own_seat() -> None:
    under = settings(Mode.LEGACY, party_fit="best")
    before = state(event(2), under, entries=[entry(10, 1, seats=3)])
    assert kinds(booking.book(before, act(), 1)) == ["BookingMade", "EntryLeft"]


@pytest.mark.parametrize(("left", "late"), [(24 * HOUR, False), (24 * HOUR - INSTANT, True), (INSTANT, True)])
def test_late_is_later_than_the_rule_allows(left: timedelta, late: bool) -> None:
    before = state(event(1, left), bookings=[row(10, 1, 1)])
    assert only(booking.cancel(before, act(), 10, 1), BookingCancelled).late is late


@pytest.mark.parametrize(("since", "late"), [(2 * HOUR, False), (2 * HOUR + INSTANT, True)])
def test_never_late_within_the_grace_after_a_promotion(since: timedelta, late: bool) -> None:
    promoted = row(10, 1, 1, free_cancel_until=NOW - since + 2 * HOUR)
    before = state(event(1, 3 * HOUR), bookings=[promoted])
    assert only(booking.cancel(before, act(), 10, 1), BookingCancelled).late is late


def test_an_admin_is_never_late() -> None:
    before = state(event(1, HOUR), bookings=[row(10, 1, 1)])
    gone = only(booking.cancel(before, act(), 10, None), BookingCancelled)
    assert (gone.by, gone.late) == ("admin", False)


@pytest.mark.parametrize(("booking_id", "who"), [(10, 2), (11, 1), (12, 1)])
def test_only_the_own_active_booking_can_be_cancelled(booking_id: int, who: int) -> None:
    before = state(event(2), bookings=[row(10, 1, 1), row(11, 1, status="cancelled")])
    with pytest.raises(no.BookingOver):
        booking.cancel(before, act(by=person(who)), booking_id, who)


def test_nothing_is_cancelled_once_it_has_begun() -> None:
    before = state(event(1, timedelta(0)), bookings=[row(10, 1, 1)])
    with pytest.raises(no.EventStarted):
        booking.cancel(before, act(), 10, 1)


def test_confirming() -> None:
    before = state(event(2), bookings=[row(10, 1, 1, status="pending"), row(11, 2, 2)])
    after = changed(before, booking.confirm(before, 10))
    assert after.bookings[10].status == "confirmed"
    with pytest.raises(no.BookingNotPending):
        booking.confirm(after, 10)
    with pytest.raises(no.BookingOver):
        booking.confirm(after, 12)


# ---------------------------------------------------------------------------------------------- let go


def on_the_list(status: EntryStatus = "waiting") -> State:
    """7 is booked, and on the service's reserve list; so is 8, behind them."""
    listed = [reserve(30, 7, status=status), reserve(31, 8)]
    return state(event(1), settings(Mode.OFFER), bookings=[row(50, 7, 1)], entries=listed)


@pytest.mark.parametrize("by_self", [True, False])
@pytest.mark.parametrize("status", ["waiting", "paused"])
def test_nobody_is_asked_for_the_seat_that_they_let_go(status: EntryStatus, by_self: bool) -> None:
    before = on_the_list(status)
    facts = booking.cancel(before, act(by=person(7) if by_self else ADMIN), 50, 7 if by_self else None)
    assert only(facts, OfferMade).person_id == 8
    assert only(facts, EntryPassed) == EntryPassed(30, event_id=before.event.id, passed=1)
    entry = changed(before, facts).entry(30)
    assert entry is not None and (entry.status, entry.passed, entry.version) == (status, 1, 2)


def test_not_later_either_but_for_the_next_seat() -> None:
    before = state(event(1), settings(Mode.OFFER), bookings=[row(50, 7, 1)], entries=[reserve(30, 7)])
    after = changed(before, booking.cancel(before, act(by=person(7)), 50, 7))
    assert seats.sweep(after, act()) == []
    again = replace(after, event=replace(after.event, round=2))
    assert only(seats.sweep(again, act()), OfferMade).person_id == 7
