"""Free seats that are kept for somebody while nothing fills by itself are said to the admins, with the true reason."""

from dataclasses import replace

import pytest

from engine.facts import FillHalted
from engine.refusals import HeldForLine
from engine.rules.booking import book
from engine.rules.seats import freeze, sweep
from engine.settings import Mode
from tests.rules.builders import ADMIN, act, booking, changed, entry, event, only, person, settings, state


@pytest.mark.parametrize(
    ("under", "frozen", "why"),
    [
        (settings(Mode.MANUAL), False, "manual"),
        (settings(Mode.SPLITTER), False, "splitter"),
        (settings(Mode.OFFER), True, "frozen"),
        (settings(Mode.LEGACY, auto_backfill=False), False, "switch_off"),
    ],
)
def test_a_seat_kept_for_a_larger_party_is_said(under, frozen, why) -> None:  # type: ignore[no-untyped-def]
    of = event(2, frozen=frozen)
    kept = state(of, under, entries=[entry(10, seats=2)], bookings=[booking(20, 20, 1)])
    facts = sweep(kept, act())
    assert only(facts, FillHalted) == FillHalted(id=of.id, free=1, reason=why, news=True)
    with pytest.raises(HeldForLine):
        book(changed(kept, facts), act(by=person(30)), 30)
    assert sweep(changed(kept, facts), act()) == []


def test_a_seat_that_anybody_may_book_is_not_said() -> None:
    under = settings(Mode.MANUAL, party_fit="best", max_skips=2)
    open_to_all = state(event(2), under, entries=[entry(10, seats=2)], bookings=[booking(20, 20, 1)])
    assert sweep(open_to_all, act()) == []


def test_another_reason_is_said_though_the_seats_are_the_same() -> None:
    manual = state(event(1), settings(Mode.MANUAL), entries=[entry(10)])
    said = changed(manual, sweep(manual, act()))
    frozen = freeze(said, act(by=ADMIN))
    assert only(frozen, FillHalted) == FillHalted(id=said.event.id, free=1, reason="frozen")
    off = replace(changed(said, frozen), settings=settings(Mode.MANUAL, auto_backfill=False))
    assert sweep(off, act()) == [], "frozen is the reason that is named first"
