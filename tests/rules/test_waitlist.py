"""A place in line: join, leave, pause, resume, and its end when the event begins."""

from dataclasses import replace
from datetime import timedelta

import pytest

from engine import refusals as no
from engine.facts import (
    BookingMade,
    EntryClosed,
    EntryJoined,
    EntryLeft,
    FillHalted,
    OfferMade,
    OfferWithdrawn,
)
from engine.ports import Actor
from engine.rules import seats, waitlist
from engine.settings import Mode
from engine.state import TimeWindow
from tests.rules.builders import (
    HOUR,
    INSTANT,
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

RESUME = Actor("job", name="resume")


def test_the_true_position_is_behind_everybody_with_a_place() -> None:
    entries = [
        entry(10, status="paused"),
        entry(11, priority=1),
        entry(12, priority=-1),
        entry(13, status="left"),
    ]
    joined = only(waitlist.join(full_house(entries=entries), act(), 1), EntryJoined)
    assert (joined.position, joined.seq) == (3, 14)


def test_join_is_refused() -> None:
    with pytest.raises(no.SeatsAreFree) as caught:
        waitlist.join(state(event(2)), act(), 1)
    assert caught.value.free == 2
    with pytest.raises(no.AlreadyWaiting):
        waitlist.join(full_house(entries=[entry(10, 1, status="paused")]), act(), 1)
    with pytest.raises(no.AlreadyBooked):
        waitlist.join(full_house(), act(), 1001)
    with pytest.raises(no.PartyTooLarge):
        waitlist.join(full_house(), act(), 1, 2, ("a",))
    with pytest.raises(no.EventStarted):
        waitlist.join(full_house(starts_in=timedelta(0)), act(), 1)


def test_a_party_that_is_larger_than_what_is_free_joins() -> None:
    before = state(event(2), bookings=[booking(9, 9, 1)])
    assert kinds(waitlist.join(before, act(), 1, 2, ("a",))) == ["EntryJoined"]


def test_free_seats_that_others_wait_for_are_a_reason_to_join() -> None:
    before = state(event(2), settings(Mode.MANUAL), entries=[entry(10)])
    assert "EntryJoined" in kinds(waitlist.join(before, act(), 1))


def test_published_seats_are_to_be_booked() -> None:
    before = state(event(2, released=1), settings(Mode.MANUAL), entries=[entry(10)])
    with pytest.raises(no.SeatsAreFree):
        waitlist.join(before, act(), 1)
    assert "EntryJoined" in kinds(waitlist.join(before, act(), 1, 2, ("a",)))


def test_nobody_joins_who_was_asked_from_the_reserve_list() -> None:
    """Else the line would ask the same person a second time for the same event."""
    of = event(2)
    asked = reserve(10, 1, status="offered")
    before = state(of, entries=[asked, entry(11)], offers=[offer(20, asked, 1, event=of)])
    with pytest.raises(no.OfferOpen):
        waitlist.join(before, act(), 1)


def test_the_reserve_list() -> None:
    windows = (TimeWindow(0, 0, 60),)
    before = full_house(entries=[reserve(10), reserve(11)])
    joined = only(waitlist.join_reserve(before, act(), 1, windows, 1), EntryJoined)
    assert (joined.event_id, joined.position, joined.windows) == (None, 3, windows)
    after = changed(before, [joined])
    assert after.reserve.window == (10, 11, joined.id)
    with pytest.raises(no.AlreadyWaiting):
        waitlist.join_reserve(after, act(), 1, ())
    with pytest.raises(no.SeatsForPeople):
        waitlist.join_reserve(before, act(), 1, (), 0)


def test_a_free_seat_meets_whoever_joins_the_reserve_list() -> None:
    facts = waitlist.join_reserve(state(), act(), 1, ())
    assert only(facts, OfferMade).person_id == 1


def test_leaving_passes_the_open_offer_on() -> None:
    of = event(1)
    asked = entry(10, status="offered")
    before = state(of, entries=[asked, entry(11)], offers=[offer(20, asked, 1, event=of)])
    facts = waitlist.leave(before, act(), 10, 10)
    assert kinds(facts) == ["OfferWithdrawn", "EntryLeft", "OfferMade", "EntryOffered"]
    assert only(facts, EntryLeft).cause == "self"
    assert only(facts, OfferWithdrawn).cause == "left"
    assert only(facts, OfferMade).person_id == 11


def test_an_admin_takes_somebody_off_the_list() -> None:
    assert only(waitlist.leave(full_house(entries=[entry(10)]), act(), 10, None), EntryLeft).cause == "admin"


@pytest.mark.parametrize(("entry_id", "who"), [(10, 2), (11, 1), (12, 1)])
def test_only_the_own_place(entry_id: int, who: int) -> None:
    before = full_house(entries=[entry(10, 1), entry(11, 1, status="left")])
    for rule in (
        lambda: waitlist.leave(before, act(), entry_id, who),
        lambda: waitlist.pause(before, act(), entry_id, who, None),
        lambda: waitlist.resume(before, act(), entry_id, who),
    ):
        with pytest.raises(no.NotWaiting):
            rule()


@pytest.mark.parametrize("until", [None, NOW + INSTANT, NOW + 7 * 24 * HOUR - INSTANT])
def test_whoever_pauses_keeps_the_place_and_gets_no_offer(until: object) -> None:
    of = event(1)
    asked = entry(10, status="offered")
    before = state(of, entries=[asked, entry(11)], offers=[offer(20, asked, 1, event=of)])
    facts = waitlist.pause(before, act(), 10, 10, until)  # type: ignore[arg-type]
    assert kinds(facts) == ["OfferWithdrawn", "EntryPaused", "OfferMade", "EntryOffered"]
    after = changed(before, facts)
    assert (after.line.entries[10].paused_until, after.line.entries[10].seq) == (until, 10)
    again = changed(after, waitlist.resume(after, act(by=person(10)), 10, 10))
    assert again.line.window == (10,)


@pytest.mark.parametrize("until", [NOW, NOW - HOUR, NOW + 7 * 24 * HOUR])
def test_a_pause_ends_between_now_and_the_start(until: object) -> None:
    with pytest.raises(no.PauseOverStart):
        waitlist.pause(full_house(entries=[entry(10)]), act(), 10, 10, until)  # type: ignore[arg-type]


def test_a_pause_on_the_reserve_list_may_outlast_an_event() -> None:
    before = full_house(entries=[reserve(10)])
    assert waitlist.pause(before, act(), 10, 10, NOW + 99 * 24 * HOUR)
    with pytest.raises(no.PauseOverStart):
        waitlist.pause(before, act(), 10, 10, NOW)


def test_resuming_what_is_not_paused() -> None:
    with pytest.raises(no.NotPaused):
        waitlist.resume(full_house(entries=[entry(10)]), act(), 10, 10)


def test_the_clock_resumes_what_is_due_and_no_sooner() -> None:
    """Between the clock's look and its decision the person may have chosen a longer pause."""
    paused = entry(10, status="paused", paused_until=NOW)
    before = full_house(entries=[paused])
    assert kinds(waitlist.resume(before, act(by=RESUME), 10, None)) == ["EntryResumed"]
    assert waitlist.resume(before, act(NOW - INSTANT, by=RESUME), 10, None) == []
    endless = full_house(entries=[replace(paused, paused_until=None)])
    assert waitlist.resume(endless, act(by=RESUME), 10, None) == []


def test_a_place_on_the_reserve_list_that_another_event_asks_for() -> None:
    """Its offer is under another event's lock, so it must be answered first."""
    before = full_house(entries=[reserve(10, status="offered")])
    with pytest.raises(no.OfferOpen):
        waitlist.leave(before, act(), 10, 10)
    with pytest.raises(no.OfferOpen):
        waitlist.pause(before, act(), 10, 10, None)


def test_the_line_ends_when_the_event_begins() -> None:
    of = event(1, timedelta(0), announced=2)
    asked = entry(10, status="offered")
    entries = [asked, entry(11, status="paused"), entry(12), entry(13, status="left")]
    before = state(of, entries=entries, offers=[offer(20, asked, 1, event=of)])
    facts = waitlist.close(before, act(), (10, 11, 12, 13, 14))
    assert [fact.id for fact in facts if isinstance(fact, EntryClosed)] == [10, 11, 12]
    assert only(facts, OfferWithdrawn).cause == "closed"
    assert only(facts, FillHalted).free == 0, "the admins' card about free seats is over, too"
    assert waitlist.close(changed(before, facts), act(), (10, 11, 12)) == []


def test_and_not_before() -> None:
    before = full_house(starts_in=INSTANT, entries=[entry(10)])
    assert waitlist.close(before, act(), (10,)) == []
    closed = replace(before, event=replace(before.event, status="closed"))
    assert kinds(waitlist.close(closed, act(), (10,))) == ["EntryClosed"]


def test_whoever_asked_for_it_is_booked_without_a_question() -> None:
    before = state(event(2), settings(), entries=[entry(10, seats=2)], bookings=[booking(9, 9, 1)])
    facts = waitlist.join(before, act(), 1, auto_confirm=True)
    assert kinds(facts) == ["EntryJoined"], "strict order: the party of two is first"
    before = changed(before, facts)
    facts = seats.sweep(
        changed(before, waitlist.leave(before, act(first_id=2000), 10, 10)), act(first_id=3000)
    )
    assert facts == []
    assert only(waitlist.leave(before, act(first_id=2000), 10, 10), BookingMade).source == "promotion"
