"""What an admin does with single seats and people: book for somebody, put back in line, mark who came."""

from datetime import timedelta

import pytest

from engine import facts as f
from engine import refusals as no
from engine.notices import notices
from engine.rules import by_hand
from engine.settings import Mode
from engine.state import Hold
from tests.rules.builders import (
    ADMIN,
    EVENT,
    HOUR,
    INSTANT,
    act,
    booking,
    changed,
    entry,
    event,
    full_house,
    kinds,
    offer,
    only,
    settings,
    state,
)

ADA = act(by=ADMIN, reason="the teacher's friend")
HELD = Hold(90, EVENT, (1, 2), "for the press", "Ada")


def test_an_admin_books_for_somebody_although_others_wait() -> None:
    before = state(event(1), settings(Mode.MANUAL, booking_status="pending"), entries=[entry(10)])
    made = only(by_hand.book_for(before, ADA, 7), f.BookingMade)
    assert (made.person_id, made.seats, made.status, made.source) == (7, (1,), "confirmed", "admin")
    with pytest.raises(no.ReasonNeeded):
        by_hand.book_for(before, act(by=ADMIN), 7)
    with pytest.raises(no.PartyNotNamed):
        by_hand.book_for(before, ADA, 7, 1, ("guest",))


def test_whoever_waited_for_it_waits_no_longer() -> None:
    before = state(event(1), settings(Mode.MANUAL), entries=[entry(10), entry(11)])
    after = changed(before, by_hand.book_for(before, ADA, 11))
    assert (after.line.entries[11].status, after.line.window) == ("booked", (10,))


def test_nobody_is_booked_twice_or_booked_and_asked() -> None:
    with pytest.raises(no.AlreadyBooked):
        by_hand.book_for(state(event(2), bookings=[booking(50, 7, 1)]), ADA, 7)
    of, asked = event(2), entry(10, status="offered")
    with pytest.raises(no.OfferOpen):
        by_hand.book_for(state(of, entries=[asked], offers=[offer(40, asked, 1, event=of)]), ADA, 10)


def test_held_seats_come_first_and_what_is_left_of_them_goes_on() -> None:
    before = state(event(2), entries=[entry(10)], holds=[HELD])
    facts = by_hand.book_for(before, ADA, 7, 1, (), 90)
    assert only(facts, f.BookingMade).seats == (1,)
    assert only(facts, f.OfferMade).seats == (2,), "the other one is for whoever is next"
    assert kinds(facts)[:2] == ["HoldReleased", "BookingMade"]


def test_a_larger_party_takes_free_seats_too() -> None:
    before = state(event(4), holds=[HELD])
    party = ("one", "two")
    assert only(by_hand.book_for(before, ADA, 7, 3, party, 90), f.BookingMade).seats == (1, 2, 3)
    last = state(event(3), holds=[Hold(90, EVENT, (3,), "for the press", "Ada")])
    seats = only(by_hand.book_for(last, ADA, 7, 2, ("one",), 90), f.BookingMade).seats
    assert seats == (1, 3), "by their numbers, as they are loaded again"
    with pytest.raises(no.NoFreeSeat) as refused:
        by_hand.book_for(state(event(2), holds=[HELD]), ADA, 7, 2, ("one",))
    assert refused.value == no.NoFreeSeat(wanted=2, free=0)
    more = state(event(3), holds=[HELD], bookings=[booking(50, 5, 3)])
    with pytest.raises(no.NoFreeSeat) as refused:
        by_hand.book_for(more, ADA, 7, 3, party, 90)
    assert refused.value == no.NoFreeSeat(wanted=3, free=2)
    for hold in ([], [Hold(90, EVENT, (), active=False)]):
        with pytest.raises(no.HoldOver):
            by_hand.book_for(state(event(2), holds=hold), ADA, 7, 1, (), 90)


def test_whoever_is_put_back_waits_behind_everybody_and_is_not_asked_for_this_seat() -> None:
    before = full_house(1, entries=[entry(10, seats=1, reachable=False)])
    facts = by_hand.back_to_line(before, ADA, 1001)
    joined = only(facts, f.EntryJoined)
    assert (joined.person_id, joined.position, joined.source) == (1001, 2, "displaced")
    assert kinds(facts) == ["BookingCancelled", "EntryJoined"], "nobody is asked"
    after = changed(before, facts)
    assert after.line.window == (10, joined.id)
    assert by_hand.back_to_line(before, ADA, 1001)[0] == f.BookingCancelled(1001, by="line")
    with pytest.raises(no.ReasonNeeded):
        by_hand.back_to_line(before, act(by=ADMIN), 1001)
    with pytest.raises(no.BookingOver):
        by_hand.back_to_line(before, ADA, 4711)


def test_the_next_seat_is_theirs_like_anybodys() -> None:
    before = full_house(2)
    back = changed(before, by_hand.back_to_line(before, ADA, 1001))
    facts = by_hand.back_to_line(back, act(by=ADMIN, reason="because", first_id=2000), 1002)
    assert only(facts, f.OfferMade).person_id == 1001


def test_who_came_is_said_from_the_start_on_and_can_be_corrected() -> None:
    begun = full_house(1, timedelta(0))
    came = by_hand.mark(begun, ADA, 1001, "attended")
    assert came == [f.AttendanceMarked(1001, "attended")]
    after = changed(begun, came)
    assert after.bookings[1001].seats == (1,), "the seat was theirs"
    assert by_hand.mark(after, ADA, 1001, "attended") == []
    assert by_hand.mark(after, ADA, 1001, "no_show") == [f.AttendanceMarked(1001, "no_show")]
    assert by_hand.mark(after, ADA, 1001, "confirmed") == [f.AttendanceMarked(1001, "confirmed")]
    with pytest.raises(no.NotBegun) as refused:
        by_hand.mark(full_house(1, INSTANT), ADA, 1001, "attended")
    assert refused.value.at == full_house(1, INSTANT).event.starts_at
    with pytest.raises(no.BookingOver):
        by_hand.mark(
            state(event(1, -HOUR), bookings=[booking(50, 5, status="cancelled")]), ADA, 50, "attended"
        )
    with pytest.raises(no.BookingOver):
        by_hand.mark(begun, ADA, 4711, "attended")


def test_whoever_came_came_although_nobody_had_confirmed_it() -> None:
    begun = state(event(1, -HOUR), bookings=[booking(50, 5, 1, status="pending")])
    confirmed = f.BookingConfirmed(50)
    assert by_hand.mark(begun, ADA, 50, "confirmed") == [confirmed]
    came = by_hand.mark(begun, ADA, 50, "attended")
    assert came == [confirmed, f.AttendanceMarked(50, "attended")]
    after = changed(begun, came)
    assert after.bookings[50].status == "attended"
    assert [notice for fact in came for notice in notices(fact, after, ADA, None)] == [], "they are there"
