"""An event at another time: offers for the old one end, places stay, everybody concerned is told once."""

from datetime import timedelta

from engine.facts import BookingShifted, EntryShifted, OfferMade
from engine.notices import notices
from engine.ports import Actor
from engine.rules.shifting import shift
from engine.rules.validity import closes_at
from engine.state import State
from tests.rules.builders import (
    act,
    booking,
    changed,
    entry,
    event,
    kinds,
    offer,
    only,
    reserve,
    settings,
    state,
)

IMPORT = act(by=Actor("import", 0, "Ada"))


def moved(**values: object) -> State:
    """Person 10 has an offer, 11 waits, 12 pauses, 20 is booked; 21 was, and 13 has left."""
    of = event(2, timedelta(days=4))
    asked = entry(10, status="offered")
    rows = [asked, entry(11), entry(12, status="paused"), entry(13, status="left")]
    booked = [booking(20, 20, 1), booking(21, 21, status="cancelled")]
    return state(
        of, settings(**values), entries=rows, bookings=booked, offers=[offer(40, asked, 2, event=event(2))]
    )


def test_everybody_hears_once_and_the_same_person_is_asked_anew() -> None:
    before = moved()
    facts = shift(before, IMPORT)
    after = changed(before, facts)
    told = [(n.kind, n.to) for fact in facts for n in notices(fact, after, IMPORT, None)]
    assert told == [
        ("offer-over", 10),
        ("offer-withdrawn", 10),
        ("booking-shifted", 20),
        ("entry-shifted", 11),
        ("entry-shifted", 12),
        ("offer-made", 10),
    ]
    assert after.offers[40].ended == "shifted"
    assert only(facts, OfferMade).closes_at == closes_at(before.event, before.settings)


def test_nothing_else_of_a_booking_or_a_place_changes() -> None:
    before = moved()
    after = changed(before, [BookingShifted(id=20), EntryShifted(id=11), EntryShifted(id=12)])
    assert after.line.window == before.line.window
    assert (after.bookings[20].seats, after.bookings[20].version) == ((1,), 2)
    assert [after.line.entries[i].version for i in (10, 11, 12, 13)] == [1, 2, 2, 1]
    assert after.line.entries[12].status == "paused"


def test_whoever_had_an_offer_from_the_reserve_list_is_back_on_it() -> None:
    of = event(1, timedelta(days=4))
    asked = reserve(10, status="offered")
    before = state(of, settings(auto_backfill=False), entries=[asked], offers=[offer(40, asked, 1, event=of)])
    facts = shift(before, IMPORT)
    assert kinds(facts) == ["OfferWithdrawn", "EntryReturned", "FillHalted"]
    assert changed(before, facts).reserve.window == (10,)
