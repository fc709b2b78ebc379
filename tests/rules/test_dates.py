"""Another time, or not at all: what becomes of everybody, and until when they say whether it suits."""

from collections import Counter
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine import facts as f
from engine import refusals as no
from engine.notices import notices
from engine.rules import dates
from engine.settings import Mode
from engine.state import Hold, State
from tests.rules.builders import (
    ADMIN,
    EVENT,
    HOUR,
    INSTANT,
    JOB,
    MINUTE,
    NOW,
    act,
    booking,
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
from tests.rules.promises import ABOUT_THE_CHANGE

ADA = act(by=ADMIN, reason="the teacher is ill")
THEN = NOW + timedelta(days=20)
UNTIL = NOW + HOUR


def busy(**values: object) -> State:
    """Booked, asked, waiting, paused, asked from the reserve list and waiting too, held: one of each."""
    of = event(4, **values)  # type: ignore[arg-type]
    asked, spare = entry(10, status="offered"), reserve(30, 30, status="offered")
    return state(
        of,
        entries=[asked, entry(11), entry(12, status="paused"), entry(13, 30), spare],
        bookings=[booking(50, 5, 1)],
        offers=[offer(40, asked, 2, event=of), offer(41, spare, 3, event=of)],
        holds=[Hold(90, EVENT, (4,))],
    )


def told(before: State, facts: list[f.Fact]) -> Counter[tuple[int | None, str]]:
    become = changed(before, facts)
    heard = (notice for fact in facts for notice in notices(fact, become, ADA, None))
    return Counter((notice.to, notice.kind) for notice in heard if notice.kind in ABOUT_THE_CHANGE)


def test_a_new_date_keeps_every_seat_and_asks_everybody() -> None:
    before = busy()
    facts = dates.move_date(before, ADA, THEN, THEN + HOUR)
    become = changed(before, facts)
    assert (become.event.starts_at, become.event.ends_at) == (THEN, THEN + HOUR)
    assert become.bookings[50].seats == (1,)
    assert become.bookings[50].reconfirm_by == NOW + timedelta(days=3)
    assert [become.offers[i].ended for i in (40, 41)] == ["shifted", "shifted"]
    assert [(o.person_id, o.closes_at) for o in become.pending()] == [(10, THEN)], "made anew, in turn"
    assert told(before, facts) == {
        (5, "booking-shifted"): 1,
        (10, "offer-withdrawn"): 1,
        (11, "entry-shifted"): 1,
        (12, "entry-shifted"): 1,
        (30, "offer-withdrawn"): 1,
    }


def test_whoever_let_the_last_seat_go_is_asked_at_another_time() -> None:
    before = state(event(1), entries=[entry(10, passed=0, passed_event=EVENT)])
    assert only(dates.move_date(before, ADA, THEN, THEN + HOUR), f.OfferMade).person_id == 10


def test_what_is_no_new_date() -> None:
    before, same = full_house(1), full_house(1).event
    for starts_at, ends_at in ((same.starts_at, same.ends_at), (NOW, NOW + HOUR), (THEN, THEN)):
        with pytest.raises(no.DateUnusable):
            dates.move_date(before, ADA, starts_at, ends_at)
    assert dates.move_date(before, ADA, same.starts_at, same.ends_at + HOUR)
    assert dates.move_date(before, ADA, NOW + INSTANT, NOW + HOUR)
    with pytest.raises(no.ReasonNeeded):
        dates.move_date(before, act(by=ADMIN), THEN, THEN + HOUR)
    with pytest.raises(no.EventStarted):
        dates.move_date(full_house(1, timedelta(0)), ADA, THEN, THEN + HOUR)


@given(st.timedeltas(timedelta(0), timedelta(days=30)))
def test_there_is_time_to_answer_and_time_to_fill(away: timedelta) -> None:
    by = dates.reconfirm_by(NOW + away, NOW)
    if by is None:
        assert away < 5 * HOUR + MINUTE
        return
    assert NOW + 2 * HOUR <= by <= min(NOW + timedelta(days=3), NOW + away - 3 * HOUR)
    assert by.second == by.microsecond == 0
    assert min(NOW + timedelta(days=3), NOW + away - 3 * HOUR) - by < MINUTE


def test_the_least_time_to_answer() -> None:
    assert dates.reconfirm_by(NOW + 5 * HOUR, NOW) == NOW + 2 * HOUR
    assert dates.reconfirm_by(NOW + 5 * HOUR - INSTANT, NOW) is None


def test_a_date_too_near_asks_nobody_and_takes_an_older_question_back() -> None:
    before = state(event(1), bookings=[booking(50, 5, 1, reconfirm_by=UNTIL)])
    soon = NOW + 2 * HOUR
    facts = dates.move_date(before, ADA, soon, soon + HOUR)
    assert only(facts, f.BookingShifted).reconfirm_by is None
    assert changed(before, facts).bookings[50].reconfirm_by is None


def asked(**values: object) -> State:
    return state(event(1), entries=[entry(10)], bookings=[booking(50, 5, 1, reconfirm_by=UNTIL, **values)])


def test_the_answer_comes_before_the_deadline_or_never() -> None:
    in_time, late = act(UNTIL - INSTANT, person(5)), act(UNTIL, person(5))
    said = dates.reconfirm(asked(), in_time, 50, 5)
    assert said == [f.BookingReconfirmed(50)]
    assert changed(asked(), said).bookings[50].reconfirm_by is None
    with pytest.raises(no.NothingToConfirm):
        dates.reconfirm(asked(), late, 50, 5)
    with pytest.raises(no.NothingToConfirm):
        dates.reconfirm(changed(asked(), said), in_time, 50, 5)
    with pytest.raises(no.BookingOver):
        dates.reconfirm(asked(), in_time, 50, 6)


def test_silence_lapses_exactly_at_the_deadline() -> None:
    assert dates.lapse(asked(), act(UNTIL - INSTANT, JOB), 50) == []
    facts = dates.lapse(asked(), act(UNTIL, JOB), 50)
    assert facts[0] == f.BookingCancelled(50, by="silence")
    assert only(facts, f.OfferMade).person_id == 10
    become = changed(asked(), facts, UNTIL)
    assert become.bookings[50].reconfirm_by is None
    assert dates.lapse(become, act(UNTIL, JOB), 50) == [], "once"


def test_whoever_let_it_lapse_is_not_asked_for_that_seat() -> None:
    listed = replace(asked(), reserve=state(entries=[reserve(30, asked().bookings[50].person_id)]).reserve)
    assert only(dates.lapse(listed, act(UNTIL, JOB), 50), f.EntryPassed).id == 30
    answered = changed(asked(), [f.BookingReconfirmed(50)])
    assert dates.lapse(answered, act(UNTIL, JOB), 50) == []
    assert dates.lapse(asked(), act(UNTIL, JOB), 4711) == []
    begun = replace(asked(), event=replace(asked().event, starts_at=UNTIL))
    assert dates.lapse(begun, act(UNTIL, JOB), 50) == [], "too late to give the seat to anybody"


def test_nothing_is_left_of_an_event_that_does_not_take_place() -> None:
    before = busy(announced=2, announced_reason="frozen", released=1, drain_to=3, frozen=True)
    facts = dates.call_off(before, ADA)
    become = changed(before, facts)
    assert become.event.status == "cancelled"
    assert become.free == (1, 2, 3, 4)
    assert become.pending() == []
    assert {e.id: e.status for e in become.line.entries.values()} == dict.fromkeys((10, 11, 12, 13), "closed")
    assert become.reserve.entries[30].status == "waiting", "the reserve list goes on"
    assert (become.event.released, become.event.drain_to, become.event.announced) == (0, None, 0)
    assert told(before, facts) == {
        (5, "booking-cancelled"): 1,
        (10, "entry-closed"): 1,
        (11, "entry-closed"): 1,
        (12, "entry-closed"): 1,
        (30, "entry-closed"): 1,
    }
    with pytest.raises(no.EventCancelled):
        dates.call_off(become, ADA)


def test_whoever_was_asked_from_the_reserve_list_alone_is_told_of_the_offer() -> None:
    of, spare = event(1), reserve(30, 30, status="offered")
    before = state(of, entries=[spare], offers=[offer(41, spare, 1, event=of)])
    assert told(before, dates.call_off(before, ADA)) == {(30, "offer-withdrawn"): 1}
    assert told(before, dates.move_date(before, ADA, THEN, THEN + HOUR)) == {(30, "offer-withdrawn"): 1}


def test_so_is_whoever_had_a_place_in_this_line_once() -> None:
    of, spare = event(1), reserve(30, 30, status="offered")
    before = state(
        of, entries=[spare, entry(11, 30, status="closed")], offers=[offer(41, spare, 1, event=of)]
    )
    assert told(before, dates.call_off(before, ADA)) == {(30, "offer-withdrawn"): 1}


def test_what_is_over_is_left_alone() -> None:
    before = state(
        event(1),
        settings(Mode.MANUAL),
        entries=[entry(10, status="left")],
        bookings=[booking(50, 5, status="cancelled")],
        holds=[Hold(90, EVENT, (), active=False)],
    )
    assert kinds(dates.call_off(before, ADA)) == ["EventCancelled"]
    assert kinds(dates.move_date(before, ADA, THEN, THEN + HOUR)) == ["EventMoved"]


def test_calling_off_has_a_reason_and_comes_before_the_start() -> None:
    with pytest.raises(no.ReasonNeeded):
        dates.call_off(full_house(1), act(by=ADMIN))
    with pytest.raises(no.EventStarted):
        dates.call_off(full_house(1, timedelta(0)), ADA)
    assert dates.call_off(full_house(1, INSTANT, event={"status": "closed"}), ADA)
