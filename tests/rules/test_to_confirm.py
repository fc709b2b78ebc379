"""A booking that waits for an admin's yes is shown to the admins, however it came about."""

import pytest

from engine.facts import BookingMade, Fact
from engine.notices import Notice, notices
from engine.ports import Act
from engine.rules.booking import book, confirm
from engine.rules.offers import accept, promote
from engine.settings import Mode
from engine.state import State
from tests.rules.builders import ADMIN, act, changed, entry, event, offer, only, person, settings, state


def to_admins(before: State, facts: list[Fact], by: Act) -> list[Notice]:
    after = changed(before, facts)
    return [n for fact in facts for n in notices(fact, after, by, None) if n.to is None]


def by_newcomer(before: State) -> tuple[list[Fact], Act]:
    by = act(by=person(30))
    return book(before, by, 30), by


def by_offer(before: State) -> tuple[list[Fact], Act]:
    by = act(by=person(10))
    return accept(before, by, 40, 10), by


def by_admin(before: State) -> tuple[list[Fact], Act]:
    by = act(by=ADMIN, reason="agreed by phone")
    return promote(before, by, 11), by


WAYS = pytest.mark.parametrize("way", [by_newcomer, by_offer, by_admin])


def world(status: str) -> State:
    """One seat offered, two free; nobody waits but person 11, who is paused."""
    of = event(3)
    asked = entry(10, status="offered")
    under = settings(Mode.OFFER, booking_status=status)
    paused = entry(11, status="paused")
    return state(of, under, entries=[asked, paused], offers=[offer(40, asked, 1, event=of)])


@WAYS
def test_the_admins_are_asked(way) -> None:  # type: ignore[no-untyped-def]
    before = world("pending")
    facts, by = way(before)
    made = only(facts, BookingMade)
    (notice,) = to_admins(before, facts, by)
    assert (notice.kind, notice.subject) == ("booking-pending", f"booking:{made.id}")
    assert notice.data == {"booking": made.id, "event": made.event_id}
    booked = changed(before, facts)
    assert to_admins(booked, confirm(booked, made.id), by) == []


@WAYS
def test_nothing_is_asked_where_bookings_stand_at_once(way) -> None:  # type: ignore[no-untyped-def]
    before = world("confirmed")
    facts, by = way(before)
    assert to_admins(before, facts, by) == []
