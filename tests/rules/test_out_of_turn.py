"""Why seats are anybody's although people wait: who is passed over, by what stands in their way."""

from __future__ import annotations

from dataclasses import replace

import pytest

from engine.facts import BookingMade, OfferWithdrawn
from engine.notices import notices
from engine.rules.candidates import LOOKED, claimed, out_of_turn
from engine.rules.offers import decline, expire, promote
from engine.rules.offers import withdraw as take_back
from engine.rules.seats import sweep
from engine.settings import Mode
from engine.state import NeedMore, State
from engine.views import OutOfTurn
from tests.rules.builders import (
    ADMIN,
    EVENT,
    HOUR,
    NOW,
    act,
    booking,
    changed,
    entry,
    event,
    kinds,
    offer,
    only,
    settings,
    state,
)

AUTOMATIC = [Mode.LEGACY, Mode.OFFER]


def asked(mode: Mode) -> State:
    """Who is first in line has an offer for the one seat, for an hour."""
    of, first = event(1), entry(10, status="offered")
    return state(
        of,
        settings(mode),
        entries=[first],
        offers=[offer(20, first, 1, event=of, expires_at=NOW + HOUR, delivered_at=NOW)],
    )


def test_whoever_let_the_seat_go_is_not_booked_for_it_without_being_asked() -> None:
    """By a word, or by silence; and it is said who. Nothing keeps the next seat from them."""
    for end in (
        lambda now: decline(now, act(), 20, 10, "keep"),
        lambda now: expire(now, act(NOW + HOUR), 20),
    ):
        before = asked(Mode.LEGACY)
        after = changed(before, end(before), NOW + HOUR)
        assert after.free == (1,) and not claimed(after, NOW + HOUR), "anybody may book it"
        assert out_of_turn(after) == OutOfTurn(let_go=1) and out_of_turn(after).anybody
        assert sweep(after, act(NOW + HOUR)) == []
        next_one = replace(after, event=replace(after.event, round=after.event.round + 1))
        assert not out_of_turn(next_one).anybody
        assert only(sweep(next_one, act(NOW + HOUR)), BookingMade).automatic


@pytest.mark.parametrize("mode", AUTOMATIC)
def test_each_is_counted_once_by_what_stands_in_the_way(mode: Mode) -> None:
    line = [
        entry(10, passed=0, passed_event=EVENT),
        entry(11, reachable=False),
        entry(12, reachable=False, seats=2),
        entry(13, seats=2),
        entry(14, status="paused"),
        entry(15, source="split", split=True),
    ]
    rules = settings(mode, party_fit="best", max_skips=3)
    here = state(event(2), rules, entries=line, bookings=[booking(30, 30, 1)])
    assert out_of_turn(here) == OutOfTurn(let_go=1, unreachable=2, too_large=1)


def test_nobody_is_passed_over_whose_turn_it_is() -> None:
    asked_before = entry(10, passed=0, passed_event=EVENT)
    assert not out_of_turn(state(event(1), settings(Mode.MANUAL), entries=[asked_before])).anybody
    assert not out_of_turn(state(event(1), settings(Mode.OFFER), entries=[entry(10)])).anybody


@pytest.mark.parametrize(("left", "released"), [(1, 0), (2, 1), (1, 1)])
def test_nobody_is_named_where_seats_are_anybodys_for_another_reason(left: int, released: int) -> None:
    """An admin has released them, or it is after the cut-off: somebody in turn could have one all the same."""
    of = replace(event(left), released=released)
    line = [entry(10, reachable=False), *([] if left == 1 and released else [entry(11)])]
    assert out_of_turn(state(of, settings(Mode.LEGACY), entries=line)) == OutOfTurn()


def test_only_the_first_of_a_long_line_are_looked_at() -> None:
    """A card is drawn at once, however many wait; what is not counted is said."""
    line = [entry(10 + number, reachable=False) for number in range(LOOKED + 1)]
    here = state(event(1), settings(Mode.LEGACY), entries=line)
    assert out_of_turn(here) == OutOfTurn(unreachable=LOOKED, more=1)
    first = replace(here, line=replace(here.line, window=here.line.window[:LOOKED], complete=False))
    assert out_of_turn(first) == OutOfTurn(unreachable=LOOKED, more=1), "no more is loaded"
    few = replace(here, line=replace(here.line, window=here.line.window[:8], complete=False))
    with pytest.raises(NeedMore):
        out_of_turn(few)


def test_whom_an_admin_chooses_is_not_booked_by_itself() -> None:
    here = state(event(2), settings(Mode.MANUAL), entries=[entry(10), entry(11)])
    assert not only(promote(here, act(by=ADMIN, reason="her turn"), 10), BookingMade).automatic


# ------------------------------------------------------------------------------------------ what the person reads


def test_the_offers_own_message_leaves_the_why_to_the_letter() -> None:
    before = asked(Mode.OFFER)
    facts = take_back(before, act(by=ADMIN), 20, "admin")
    now = changed(before, facts)
    over, letter = notices(only(facts, OfferWithdrawn), now, act(by=ADMIN), None)
    assert (over.kind, over.data.get("letter")) == ("offer-over", True)
    assert letter.kind == "offer-withdrawn" and "letter" not in letter.data
    unread = OfferWithdrawn(20, "unreachable")
    assert "letter" not in notices(unread, now, act(), None)[0].data, "nobody else says it"


@pytest.mark.parametrize(
    ("mode", "heard"), [(Mode.LEGACY, ["offer-over"]), (Mode.MANUAL, ["offer-over", "offer-withdrawn"])]
)
def test_whoever_is_booked_as_the_balancing_ends_hears_that_alone(mode: Mode, heard: list[str]) -> None:
    """By the rules that hold by then."""
    before = asked(mode)
    gone = OfferWithdrawn(20, "split")
    back = replace(before.line.entries[10], status="waiting")
    free = changed(before, [gone])
    waiting = state(before.event, settings(mode), entries=[back], offers=list(free.offers.values()))
    filled = sweep(waiting, act())
    assert kinds(filled)[0] == ("BookingMade" if mode is Mode.LEGACY else "FillHalted")
    assert [notice.kind for notice in notices(gone, changed(waiting, filled), act(), None)] == heard
