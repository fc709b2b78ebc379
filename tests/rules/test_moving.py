"""A booking goes to another event in one step, and never before the new seats are held."""

from dataclasses import replace
from datetime import timedelta

import pytest

from engine import facts as f
from engine import refusals as no
from engine.change import after, after_steps
from engine.ports import Act, Steps
from engine.rules import moving
from engine.rules.booking import is_late
from engine.settings import Mode
from engine.state import Booking, Event, State
from tests.rules.builders import (
    ADMIN,
    HOUR,
    INSTANT,
    NOW,
    act,
    booking,
    entry,
    event,
    kinds,
    offer,
    only,
    person,
    reserve,
    settings,
    state,
)

ADA = act(by=ADMIN, reason="asked on the phone")
ANNA = act(by=person(5))
OTHER = 2


def other(capacity: int = 2, starts_in: timedelta = timedelta(days=8), **values: object) -> Event:
    return replace(event(capacity, starts_in), id=OTHER, **values)  # type: ignore[arg-type]


def here(*bookings: Booking, capacity: int = 1, **rows: object) -> State:
    """Anna (5) is booked."""
    return state(event(capacity), bookings=bookings or [booking(50, 5, 1)], **rows)  # type: ignore[arg-type]


def moved(source: State, target: State, by: Act = ANNA) -> Steps:
    return moving.move({1: source, OTHER: target}, by, 50, 1, OTHER, None if by is ADA else 5)


def test_the_new_seats_are_had_before_the_old_ones_go() -> None:
    source, target = here(entries=[entry(10)]), state(other())
    (first, arrived), (second, left) = moved(source, target)
    assert (first, second) == (OTHER, 1)
    made = only(arrived, f.BookingMade)
    assert (made.person_id, made.seats, made.source, made.from_event) == (5, (1,), "move", 1)
    assert left[0] == f.BookingCancelled(50, by="move", late=False)
    assert only(left, f.OfferMade).person_id == 10, "the old seat goes on"


def test_a_pending_booking_stays_pending_and_keeps_its_party() -> None:
    source = here(booking(50, 5, 1, 2, status="pending", names=("guest",)), capacity=2)
    made = only(moved(source, state(other()))[0][1], f.BookingMade)
    assert (made.status, made.names, made.seats) == ("pending", ("guest",), (1, 2))


def test_who_was_promoted_may_still_cancel_in_time() -> None:
    grace = NOW + 3 * HOUR
    source = here(replace(booking(50, 5, 1), free_cancel_until=grace))
    made = only(moved(source, state(other(starts_in=4 * HOUR)))[0][1], f.BookingMade)
    assert made.free_cancel_until == grace
    strict = settings(cancel_before=timedelta(days=1))
    there = after(state(other(starts_in=4 * HOUR), strict), [made], NOW)
    for now, late in ((grace, False), (grace + INSTANT, True)):
        assert is_late(there, act(now), there.bookings[made.id]) is late


def test_what_is_refused() -> None:
    source = here()
    with pytest.raises(no.SameEvent):
        moving.move({1: source}, ANNA, 50, 1, 1, 5)
    with pytest.raises(no.BookingOver):
        moving.move({1: source, OTHER: state(other())}, ANNA, 50, 1, OTHER, 6)
    with pytest.raises(no.AlreadyBooked):
        moved(source, state(other(), bookings=[replace(booking(60, 5, 1), event_id=OTHER)]))
    with pytest.raises(no.ReasonNeeded):
        moving.move({1: source, OTHER: state(other())}, act(by=ADMIN), 50, 1, OTHER, None)
    with pytest.raises(no.EventNotOpen):
        moved(source, state(other(status="closed")))
    with pytest.raises(no.EventStarted):
        moved(source, state(other(starts_in=timedelta(0))))
    with pytest.raises(no.EventStarted):
        moved(state(event(1, timedelta(0)), bookings=[booking(50, 5, 1)]), state(other()))
    asked = reserve(30, 5, status="offered")
    of = other()
    with pytest.raises(no.OfferOpen):
        moved(source, state(of, entries=[asked], offers=[offer(40, asked, 1, event=of)]))


def test_too_few_seats_and_none() -> None:
    full = state(other(1), bookings=[replace(booking(60, 6, 1), event_id=OTHER)])
    with pytest.raises(no.EventFull):
        moved(here(), full)
    with pytest.raises(no.TooFewSeats) as refused:
        moved(here(booking(50, 5, 1, 2, names=("guest",)), capacity=2), state(other(1)))
    assert refused.value == no.TooFewSeats(wanted=2, free=1)


def test_a_person_passes_nobody_and_an_admin_may() -> None:
    waited_for = state(other(), settings(Mode.MANUAL), entries=[replace(entry(10), event_id=OTHER)])
    with pytest.raises(no.HeldForLine):
        moved(here(), waited_for)
    assert moved(here(), waited_for, ADA)
    public = replace(waited_for, event=replace(waited_for.event, released=2))
    assert only(moved(here(), public)[0][1], f.SeatsPublished).released == 1
    one = replace(waited_for, event=replace(waited_for.event, released=1))
    assert only(moved(here(), one)[0][1], f.SeatsPublished).released == 0, "the other free seat is the line's"
    by_admin = [fact for fact in moved(here(), public, ADA)[0][1] if isinstance(fact, f.SeatsPublished)]
    assert [fact.released for fact in by_admin] == [1], "no more than are free"


def test_a_large_party_that_is_passed_counts_it() -> None:
    under = settings(Mode.OFFER, party_fit="best", max_skips=1)
    large = replace(entry(10, seats=2), event_id=OTHER)
    taken = [replace(booking(60, 6, 2), event_id=OTHER)]
    target = state(other(), under, entries=[large], bookings=taken)
    assert only(moved(here(), target)[0][1], f.EntrySkipped) == f.EntrySkipped(10, skips=1)
    tired = state(other(), under, entries=[replace(large, skips=1)], bookings=taken)
    with pytest.raises(no.HeldForLine):
        moved(here(), tired)


def test_whoever_waited_there_waits_no_longer() -> None:
    target = state(other(), entries=[replace(entry(10, 5, status="paused"), event_id=OTHER)])
    assert only(moved(here(), target)[0][1], f.EntryBooked).id == 10


def test_too_late_is_late_for_a_person_and_not_for_an_admin() -> None:
    source = state(event(1, HOUR), settings(cancel_before=HOUR), bookings=[booking(50, 5, 1)])
    assert not only(moved(source, state(other()))[1][1], f.BookingCancelled).late
    later = replace(ANNA, now=NOW + INSTANT)
    assert only(moved(source, state(other()), later)[1][1], f.BookingCancelled).late
    by_admin = replace(ADA, now=NOW + INSTANT)
    steps = moving.move({1: source, OTHER: state(other())}, by_admin, 50, 1, OTHER, None)
    assert not only(steps[1][1], f.BookingCancelled).late


def test_the_reserve_list_is_asked_for_one_of_the_seats_only() -> None:
    """The target has another free seat, which the reserve list gets; then the freed one finds nobody."""
    waits = [reserve(30, 8)]
    source, target = here(entries=waits), state(other(2), entries=waits)
    steps = moved(source, target, ADA)
    assert only(steps[0][1], f.OfferMade).person_id == 8
    assert kinds(steps[1][1]) == ["BookingCancelled"]
    become = after_steps({1: source, OTHER: target}, steps, NOW)
    assert become[1].reserve is become[OTHER].reserve
    assert become[1].reserve.entries[30].status == "offered"


def test_events_of_other_services_have_reserve_lists_of_their_own() -> None:
    waits = [reserve(30, 8)]
    source = here(entries=waits)
    target = state(other(2, service_id=7), entries=[replace(reserve(31, 9), service_id=7)])
    steps = moved(source, target, ADA)
    assert [only(facts, f.OfferMade).person_id for _, facts in steps] == [9, 8]
    become = after_steps({1: source, OTHER: target}, steps, NOW)
    assert set(become[1].reserve.entries) == {30}
    assert set(become[OTHER].reserve.entries) == {31}


def test_nobody_is_asked_for_the_seat_that_they_moved_away_from() -> None:
    """They are on the reserve list of both; the seat there was anybody's."""
    listed = [reserve(30, 5), reserve(31, 8)]
    (_, _), (_, left) = moved(here(entries=listed), state(other(1, released=1), entries=listed))
    assert only(left, f.EntryPassed) == f.EntryPassed(30, event_id=1, passed=1)
    assert only(left, f.OfferMade).person_id == 8
