"""What admins do with seats and automation: hold, release, publish, freeze, unfreeze."""

from datetime import timedelta

import pytest

from engine import facts as f
from engine import refusals as no
from engine.ports import Act
from engine.rules import seats
from engine.rules.booking import book
from engine.settings import Mode
from engine.state import Hold, State
from tests.rules.builders import (
    ADMIN,
    EVENT,
    HOUR,
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

BY_ADA: Act = act(by=ADMIN, reason="for the press")


def test_a_held_seat_is_nobodys_and_says_why_and_for_whom() -> None:
    before = state(event(3), bookings=[booking(5, 5, 2)])
    held = only(seats.hold(before, BY_ADA, 2), f.SeatsHeld)
    assert (held.seats, held.reason, held.by_name) == ((1, 3), "for the press", "Ada")
    after = changed(before, [held])
    with pytest.raises(no.EventFull):
        book(after, act(), 1)
    assert changed(after, seats.release(after, BY_ADA, held.id)).free == (1, 3)


@pytest.mark.parametrize("count", [0, -1])
def test_no_seats_cannot_be_held(count: int) -> None:
    with pytest.raises(no.SeatsForPeople) as caught:
        seats.hold(state(event(3)), BY_ADA, count)
    assert caught.value.values == {"most": 3}


def test_more_than_are_free_cannot_be_held() -> None:
    with pytest.raises(no.NoFreeSeat) as caught:
        seats.hold(state(event(3), bookings=[booking(5, 5, 2)]), BY_ADA, 3)
    assert caught.value.values == {"wanted": 3, "free": 2}


def test_two_who_press_the_same_button_hold_one_seat() -> None:
    before = state(event(3))
    held = changed(before, seats.hold(before, BY_ADA, 1, known=0))
    with pytest.raises(no.HoldsChanged):
        seats.hold(held, BY_ADA, 1, known=0)
    assert len(changed(held, seats.hold(held, BY_ADA, 1, known=1)).free) == 1


def test_what_is_public_is_not_published_again() -> None:
    before = state(event(2), settings(Mode.MANUAL), entries=[entry(10)])
    public = changed(before, seats.publish(before, BY_ADA))
    with pytest.raises(no.AlreadyPublic):
        seats.publish(public, BY_ADA)


@pytest.mark.parametrize("rule", [seats.hold, seats.publish])
def test_nothing_is_held_or_published_once_it_has_begun(rule: object) -> None:
    for of, refusal in (
        (event(1, timedelta(0)), no.EventStarted),
        (event(1, status="closed"), no.EventNotOpen),
    ):
        with pytest.raises(refusal):
            rule(state(of), BY_ADA)  # type: ignore[operator]


@pytest.mark.parametrize("holds", [[], [Hold(90, EVENT, (), active=False)]])
def test_a_hold_ends_once(holds: list[Hold]) -> None:
    with pytest.raises(no.HoldOver):
        seats.release(state(event(1), holds=holds), BY_ADA, 90)


def test_a_hold_is_a_seat_let_go_whoever_declined_before_is_asked_again() -> None:
    before = state(event(1), entries=[entry(10, passed=0, passed_event=EVENT)], holds=[Hold(90, EVENT, (1,))])
    facts = seats.release(before, BY_ADA, 90)
    assert only(facts, f.OfferMade).person_id == 10


def test_published_is_what_is_free() -> None:
    before = state(event(4), settings(Mode.MANUAL), entries=[entry(10)], bookings=[booking(5, 5, 2)])
    facts = seats.publish(before, BY_ADA)
    assert only(facts, f.SeatsPublished).released == 3
    assert book(changed(before, facts), act(first_id=2000), 1)
    with pytest.raises(no.NoFreeSeat) as caught:
        seats.publish(full_house(), BY_ADA)
    assert caught.value.values == {"wanted": 1, "free": 0}


def test_freezing_stops_automation_and_keeps_open_offers() -> None:
    at, asked = event(2), entry(10, status="offered")
    before = state(at, entries=[asked, entry(11)], offers=[offer(20, asked, 1, event=at)])
    facts = seats.freeze(before, BY_ADA)
    assert kinds(facts) == ["EventFrozen", "FillHalted"]
    frozen = changed(before, facts)
    assert frozen.pending() == before.pending()
    assert seats.sweep(frozen, act()) == []
    with pytest.raises(no.AlreadyFrozen):
        seats.freeze(frozen, BY_ADA)
    thawed = seats.unfreeze(frozen, BY_ADA)
    assert kinds(thawed) == ["EventUnfrozen", "FillHalted"], "the guard holds while an offer is open"
    with pytest.raises(no.NotFrozen):
        seats.unfreeze(before, BY_ADA)


def test_running_it_twice_changes_nothing() -> None:
    for mode in Mode:
        before: State = state(event(2, HOUR), settings(mode), entries=[entry(10), entry(11), entry(12)])
        after = changed(before, seats.sweep(before, act()))
        assert seats.sweep(after, act(first_id=5000)) == []
