"""A party that waits for more seats than the event has by now: it waits on, and nobody waits for it."""

import pytest

from engine import facts as f
from engine.refusals import HeldForLine
from engine.rules import booking as rules
from engine.rules import capacity, seats
from engine.settings import Mode
from tests.rules.builders import ADMIN, act, booking, changed, entry, event, only, settings, state

ADA = act(by=ADMIN, reason="a smaller hall")


@pytest.mark.parametrize("party_fit", ["strict", "best"])
def test_nobody_waits_behind_it(party_fit: str) -> None:
    line = [entry(10, seats=3, skips=9), entry(11)]
    before = state(
        event(3), settings(Mode.LEGACY, party_fit=party_fit), entries=line, bookings=[booking(50, 5, 1)]
    )
    assert seats.sweep(before, act()) == [], "it is the first in line"
    with pytest.raises(HeldForLine):
        rules.book(before, act(), 7)
    facts = capacity.resize(before, ADA, 2)
    assert only(facts, f.BookingMade).person_id == 11
    assert not any(isinstance(fact, f.EntrySkipped) for fact in facts), "nobody is passed who could not come"
    smaller = changed(before, facts)
    assert smaller.line.window == (10,), "the place is kept for larger days"
    larger = changed(smaller, capacity.resize(smaller, ADA, 5))
    assert larger.line.entries[10].status == "booked"
