"""Who hears of what, where it is written, and when it may wake somebody."""

from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import Any

import pytest

from engine import facts as f
from engine.notices import MONTHS, OFFERS, PANELS, REMINDERS, RESULTS, Notice, notices
from engine.ports import Actor, Panel
from engine.rules import booking as bookings
from engine.rules import offers, seats, waitlist
from engine.settings import Mode, QuietHours
from engine.state import State
from tests.rules.builders import (
    ADMIN,
    EVENT,
    HOUR,
    JOB,
    MINUTE,
    NOW,
    act,
    booking,
    changed,
    entry,
    event,
    full_house,
    offer,
    person,
    reserve,
    settings,
    state,
)

PANEL = Panel(chat_id=5, message_id=6)


def heard(before: State, facts: list[f.Fact], by: Actor = JOB, now: datetime = NOW) -> list[Notice]:
    """Every notice of a decision."""
    become = changed(before, facts, now)
    return [notice for fact in facts for notice in notices(fact, become, act(now, by=by), PANEL)]


def said(before: State, facts: list[f.Fact], by: Actor = JOB) -> list[tuple[str, int | None]]:
    """What is said to whom; None are the admins."""
    return [(notice.kind, notice.to) for notice in heard(before, facts, by)]


def with_offer(*others: Any, row: Any = None, **values: Any) -> State:
    first = row or entry(10, status="offered")
    at = event(1, values.pop("starts_in", timedelta(days=7)))
    times = {"delivered_at": NOW - HOUR, "expires_at": NOW + HOUR, **values}
    return state(at, entries=[first, *others], offers=[offer(20, first, 1, event=at, **times)])


def test_the_one_who_taps_is_answered_in_the_message_and_everybody_else_by_letter() -> None:
    before = full_house(entries=[entry(10)], under=settings(Mode.LEGACY))
    own, promoted = heard(before, bookings.cancel(before, act(by=person(1001)), 1001, 1001), person(1001))
    assert (own.kind, own.to, own.panel) == ("booking-cancelled", 1001, PANEL)
    assert (promoted.kind, promoted.to, promoted.panel) == ("booking-made", 10, None)
    assert promoted.data["source"] == "promotion"
    by_admin, _ = heard(before, bookings.cancel(before, act(by=ADMIN), 1001, None), Actor("admin", 1001))
    assert by_admin.panel is None, "an admin with the same number is somebody else"
    assert by_admin.data == {"booking": 1001, "event": EVENT, "by": "admin", "late": False, "reason": ""}


def test_what_has_to_be_confirmed_is_put_before_the_admins() -> None:
    before = state(event(2), settings(booking_status="pending"), entries=[])
    assert said(before, bookings.book(before, act(), 1)) == [("booking-made", 1), ("booking-pending", None)]
    asked = replace(with_offer(), settings=settings(booking_status="pending"))
    kinds = said(asked, offers.accept(asked, act(), 20, 10))
    assert kinds == [("offer-over", 10), ("booking-pending", None)]
    confirmed = changed(before, bookings.book(before, act(), 1))
    assert said(confirmed, bookings.confirm(confirmed, 1000), ADMIN) == [("booking-confirmed", 1)]


def test_an_accepted_offer_is_said_once() -> None:
    before = with_offer()
    (over,) = heard(before, offers.accept(before, act(), 20, 10))
    assert (over.kind, over.priority, over.data.get("accepted")) == ("offer-over", OFFERS, True)


def test_a_place_in_line_is_answered_with_its_position() -> None:
    before = full_house(entries=[entry(10)])
    (joined,) = heard(before, waitlist.join(before, act(), 1), person(1))
    assert (joined.kind, joined.to, joined.data["position"], joined.panel) == ("entry-joined", 1, 2, PANEL)


def test_whoever_is_served_in_the_same_breath_hears_that_and_nothing_else() -> None:
    before = state(event(1))
    assert said(before, waitlist.join_reserve(before, act(), 1, ())) == [("offer-made", 1)]


def test_leaving_and_being_taken_off_are_said() -> None:
    before = full_house(entries=[entry(10)])
    for by, cause in ((10, "self"), (None, "admin")):
        (left,) = heard(before, waitlist.leave(before, act(), 10, by))
        assert (left.kind, left.to, left.data["cause"]) == ("entry-left", 10, cause)


def test_a_place_that_is_served_at_once_is_not_said_to_be_back() -> None:
    """The offer, or the booking, says more."""
    before = state(event(1), entries=[entry(10, status="paused")])
    assert said(before, waitlist.resume(before, act(by=person(10)), 10, 10)) == [("offer-made", 10)]
    before = replace(before, settings=settings(Mode.LEGACY))
    assert said(before, waitlist.resume(before, act(by=person(10)), 10, 10)) == [("booking-made", 10)]


def test_a_place_that_ended_by_booking_is_not_said() -> None:
    before = state(event(2), entries=[entry(10, 1, status="paused")])
    assert said(before, bookings.book(before, act(), 1)) == [("booking-made", 1)]
    spare = full_house(entries=[reserve(30, 1001)])
    assert said(spare, waitlist.leave(spare, act(), 30, 1001)) == [("entry-left", 1001)]


@pytest.mark.parametrize("then", ["leave", "keep", "pause"])
def test_declining_has_one_answer(then: Any) -> None:
    before = with_offer()
    assert said(before, offers.decline(before, act(), 20, 10, then)) == [("offer-over", 10)]


def test_pausing_by_itself_is_answered_even_in_the_instant_in_which_an_offer_was_declined() -> None:
    """Decisions that share a commit share its time, too."""
    before = replace(with_offer(), settings=settings(Mode.MANUAL))
    before = changed(before, offers.decline(before, act(), 20, 10, "pause"))
    before = changed(before, waitlist.resume(before, act(by=person(10)), 10, 10))
    assert ("entry-paused", 10) in said(before, waitlist.pause(before, act(), 10, 10, None))


@pytest.mark.parametrize(
    ("end", "kinds"),
    [
        (lambda now: offers.expire(now, act(NOW + HOUR), 20), [("offer-over", 10), ("offer-missed", 10)]),
        (lambda now: offers.withdraw(now, act(), 20, "admin"), [("offer-over", 10), ("offer-withdrawn", 10)]),
        (
            lambda now: offers.withdraw(now, act(), 20, "unreachable"),
            [("offer-over", 10), ("person-unreachable", None)],
        ),
        (lambda now: waitlist.leave(now, act(), 10, 10), [("offer-over", 10), ("entry-left", 10)]),
    ],
    ids=["expired", "taken back", "out of reach", "left"],
)
def test_when_it_is_over_its_buttons_go_and_the_person_hears_why(end: Any, kinds: Any) -> None:
    before = with_offer()
    assert said(before, end(before)) == kinds


def test_buttons_go_before_results_and_reminders_come_last() -> None:
    assert OFFERS < RESULTS < PANELS < REMINDERS < MONTHS
    before = with_offer(delivered_at=NOW - HOUR, expires_at=NOW + 20 * MINUTE)
    (reminder,) = heard(before, offers.remind(before, act(), 20))
    assert (reminder.kind, reminder.to, reminder.priority) == ("offer-reminder", 10, REMINDERS)
    (over, missed) = heard(before, offers.expire(before, act(NOW + HOUR), 20))
    assert (over.priority, missed.priority) == (OFFERS, RESULTS)


def test_the_line_that_ends_is_told() -> None:
    at = event(1, timedelta(0))
    before = state(at, entries=[entry(10)], bookings=[booking(5, 5, 1)])
    assert said(before, waitlist.close(before, act(), (10,))) == [("entry-closed", 10)]


def test_what_stays_empty_is_a_panel_for_the_admins() -> None:
    before = state(event(2), settings(Mode.MANUAL), entries=[entry(10)])
    (freed,) = heard(before, seats.sweep(before, act()))
    assert (freed.kind, freed.to, freed.letter_class, freed.priority) == ("seats-freed", None, "P", PANELS)
    assert freed.data["reason"] == "manual" and freed.subject == f"freed:{EVENT}"


@pytest.mark.parametrize(
    "fact",
    [
        f.OfferDelivered(20, expires_at=NOW),
        f.OfferUndelivered(20),
        f.EntryOffered(10, 20),
        f.EntrySkipped(10, 1),
        f.EntryPassed(10, EVENT, 1),
        f.EntryBooked(10, 5),
        f.EventFrozen(EVENT),
        f.EventUnfrozen(EVENT),
        f.EventClosed(EVENT),
        f.EventOpened(EVENT),
        f.SeatsPublished(EVENT, 1),
    ],
)
def test_what_others_say_already_is_not_said_again(fact: f.Fact) -> None:
    assert notices(fact, with_offer(), act(), PANEL) == []


def test_seats_kept_back_are_the_admins_own_business() -> None:
    before = state(event(2))
    held = seats.hold(before, act(by=ADMIN), 1)
    assert said(before, held, ADMIN) == []
    now = changed(before, held)
    assert said(now, seats.release(now, act(by=ADMIN), 1000), ADMIN) == []


NIGHT = QuietHours(time(22), time(8))
MIDNIGHT = NOW.replace(hour=23)
MORNING = NOW.replace(hour=8) + timedelta(days=1)


@pytest.mark.parametrize(
    ("now", "closes", "waits"),
    [
        (MIDNIGHT, MORNING + 3 * HOUR, MORNING),
        (NOW, MORNING + 3 * HOUR, None),
        (MIDNIGHT, MORNING + 2 * HOUR + MINUTE, MORNING),
        (MIDNIGHT, MORNING + 2 * HOUR, None),  # by then it would be a last call
    ],
    ids=["night", "day", "in time", "too late"],
)
def test_the_night_holds_an_offers_letter_back_unless_morning_is_too_late(
    now: datetime, closes: datetime, waits: datetime | None
) -> None:
    under = settings(quiet=NIGHT)
    before = state(event(1, closes - NOW), under, entries=[entry(10)])
    (made,) = heard(before, seats.sweep(before, act(now)), now=now)
    assert (made.kind, made.not_before) == ("offer-made", waits)
