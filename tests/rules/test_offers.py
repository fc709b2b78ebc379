"""The life of an offer: made, delivered, reminded, and one end; what each end costs, and who is next."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine import facts as f
from engine import refusals as no
from engine.refusals import Refusal
from engine.rules import offers
from engine.rules.booking import cancel
from engine.settings import Mode
from engine.state import Booking, Entry, Offer, State
from tests.rules.builders import (
    ADMIN,
    HOUR,
    INSTANT,
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
    reserve,
    settings,
    state,
)

ENDS = NOW + HOUR


def asked(
    *others: Entry,
    of: Entry | None = None,
    under: dict[str, Any] | None = None,
    bookings: tuple[Booking, ...] = (),
    **values: Any,
) -> State:
    """Person 10 has offer 20 for the only seat, delivered an hour before `NOW` and open for another."""
    first = of or entry(10, status="offered")
    row = {"delivered_at": NOW - HOUR, "expires_at": ENDS, **values}
    seats = () if row.get("last_call") else range(1, first.seats + 1)
    at = event(first.seats)
    made = offer(20, first, *seats, event=at, **row)
    return state(at, settings(**(under or {})), entries=[first, *others], offers=[made], bookings=bookings)


# ------------------------------------------------------------------------------------------------------- accept


def test_an_accepted_offer_is_exactly_one_booking_of_the_seats_that_were_held() -> None:
    first = entry(10, seats=2, status="offered")
    facts = offers.accept(asked(entry(11), of=first), act(), 20, 10)
    assert kinds(facts) == ["OfferAccepted", "BookingMade", "EntryBooked"]
    made = only(facts, f.BookingMade)
    assert (made.seats, made.names, made.source, made.free_cancel_until) == (
        (1, 2),
        first.names,
        "offer",
        None,
    )
    assert only(facts, f.OfferAccepted).booking_id == only(facts, f.EntryBooked).booking_id == made.id


@pytest.mark.parametrize("status", ["pending", "confirmed"])
def test_the_account_says_whether_an_accepted_offer_is_confirmed(status: str) -> None:
    before = asked(under={"booking_status": status})
    assert only(offers.accept(before, act(), 20, 10), f.BookingMade).status == status


def test_accepted_before_the_deadline_and_expired_at_it() -> None:
    """There is no instant in which both are possible, and none in which neither is."""
    for now, open_ in ((ENDS - INSTANT, True), (ENDS, False), (ENDS + INSTANT, False)):
        assert (offers.expire(asked(), act(now), 20) == []) is open_
        for answer in (accepting, declining):
            if open_:
                assert answer(asked(), now)
            else:
                with pytest.raises(no.OfferExpired) as late:
                    answer(asked(), now)
                assert late.value.at == ENDS


def accepting(before: State, now: datetime = NOW, who: int = 10) -> list[f.Fact]:
    return offers.accept(before, act(now), 20, who)


def declining(before: State, now: datetime = NOW, who: int = 10) -> list[f.Fact]:
    return offers.decline(before, act(now), 20, who, "keep")


def withdrawing(before: State, now: datetime = NOW, who: int = 10) -> list[f.Fact]:
    return offers.withdraw(before, act(now), 20, "admin")


@pytest.mark.parametrize("answer", [accepting, declining, withdrawing])
@pytest.mark.parametrize(
    ("ended", "refusal"),
    [
        ({"status": "expired"}, no.OfferExpired(at=ENDS)),
        ({"status": "withdrawn"}, no.OfferWithdrawn()),
        ({"status": "withdrawn", "last_call": True}, no.OfferTaken()),
        ({"status": "accepted"}, no.OfferAnswered()),
        ({"status": "rejected"}, no.OfferAnswered()),
    ],
)
def test_an_offer_ends_once_and_says_how(answer: Any, ended: dict[str, Any], refusal: Refusal) -> None:
    over = asked(of=entry(10, status="waiting"))
    over = replace(over, offers={20: replace(over.offers[20], seats=(), **ended)})
    with pytest.raises(type(refusal)) as caught:
        answer(over)
    assert caught.value.values == refusal.values
    for job in (offers.expire, offers.remind, offers.deliver):
        assert job(over, act(ENDS), 20) == []


@pytest.mark.parametrize("answer", [accepting, declining])
def test_somebody_elses_offer_is_none(answer: Any) -> None:
    with pytest.raises(no.OfferUnknown):
        answer(asked(entry(11)), who=11)


def test_an_offer_nobody_knows() -> None:
    for answer in (accepting, declining, withdrawing):
        with pytest.raises(no.OfferUnknown):
            answer(full_house())
    for job in (offers.expire, offers.remind, offers.deliver):
        assert job(full_house(), act(), 20) == []
    assert offers.undeliver(full_house(), act(), 20, NOW) == []


def test_nobody_is_booked_twice_however_it_came_to_that() -> None:
    with pytest.raises(no.AlreadyBooked):
        accepting(replace(asked(), bookings={5: booking(5, 10, 2)}))


def test_the_seat_of_the_reserve_list_ends_the_paused_place_in_the_events_line() -> None:
    spare = reserve(30, 10, status="offered")
    before = asked(entry(11, 10, status="paused"), of=spare)
    facts = accepting(before)
    assert kinds(facts) == ["OfferAccepted", "BookingMade", "EntryBooked", "EntryLeft"]
    assert only(facts, f.EntryLeft).id == 11


def test_first_tap_wins_a_last_call_and_everybody_else_is_told() -> None:
    at = event(1, HOUR)
    line = [entry(n, status="offered") for n in (10, 11, 12)]
    calls = [offer(n + 10, row, event=at, last_call=True, delivered_at=NOW) for n, row in enumerate(line, 10)]
    before = state(at, entries=line, offers=calls)
    facts = offers.accept(before, act(), 21, 11)
    assert only(facts, f.BookingMade).person_id == 11
    told = [fact for fact in facts if isinstance(fact, f.OfferWithdrawn)]
    assert [(fact.id, fact.cause) for fact in told] == [(20, "taken"), (22, "taken")]
    back = [fact for fact in facts if isinstance(fact, f.EntryReturned)]
    assert [(fact.id, fact.seq, fact.misses, fact.passed, fact.cause) for fact in back] == [
        (10, 10, 0, -1, "too_slow"),
        (12, 12, 0, -1, "too_slow"),
    ]
    after = changed(before, facts)
    with pytest.raises(no.OfferTaken):
        offers.accept(after, act(), 20, 10)


def test_a_last_call_whose_seat_is_gone_is_taken_although_nobody_was_told_yet() -> None:
    """Automation is off, so nothing took the call back."""
    at, row = event(1, HOUR, frozen=True), entry(10, status="offered")
    before = state(
        at, entries=[row], offers=[offer(20, row, event=at, last_call=True)], bookings=[booking(5, 5, 1)]
    )
    with pytest.raises(no.OfferTaken):
        accepting(before)


@pytest.mark.parametrize("mode", [Mode.OFFER, Mode.LEGACY])
def test_calls_end_with_the_seat_in_whatever_mode_that_is(mode: Mode) -> None:
    """The mode may have been changed while the call was open."""
    at, row = event(1, HOUR), entry(10, status="offered")
    call = offer(20, row, event=at, last_call=True)
    gone = state(at, settings(mode), entries=[row], offers=[call], bookings=[booking(5, 5, 1), booking(6, 6)])
    facts = offers.withdraw(
        replace(gone, offers={**gone.offers, 21: replace(call, id=21)}), act(), 21, "admin"
    )
    assert [fact.id for fact in facts if isinstance(fact, f.OfferWithdrawn)] == [21, 20]


# ------------------------------------------------------------------------------------------------------ decline


@pytest.mark.parametrize(
    ("then", "kind"), [("leave", f.EntryLeft), ("keep", f.EntryReturned), ("pause", f.EntryPaused)]
)
def test_declining_passes_the_seat_on_at_once(then: Any, kind: type) -> None:
    facts = offers.decline(asked(entry(11)), act(), 20, 10, then)
    assert kinds(facts) == ["OfferRejected", kind.__name__, "OfferMade", "EntryOffered"]
    assert only(facts, f.OfferMade).person_id == 11
    assert only(facts, f.OfferRejected).then == then


def test_whoever_keeps_the_place_is_asked_for_the_next_seat_and_not_for_this_one() -> None:
    first, at = entry(10, status="offered"), event(2)
    open_offer = offer(20, first, 1, event=at, delivered_at=NOW, expires_at=ENDS)
    before = state(at, entries=[first], offers=[open_offer], bookings=[booking(9, 9, 2)])
    facts = declining(before)
    assert kinds(facts) == ["OfferRejected", "EntryReturned"], "the same seat is not offered again"
    kept = only(facts, f.EntryReturned)
    assert (kept.seq, kept.misses, kept.passed, kept.cause) == (10, 0, at.round, "kept")
    after = changed(before, facts)
    assert only(cancel(after, act(first_id=3000), 9, 9), f.OfferMade).person_id == 10


# ------------------------------------------------------------------------------------------------------- expire


@pytest.mark.parametrize(
    ("misses", "seq", "then"),
    [(0, 10, "the place is kept once"), (1, 12, "then to the end"), (2, None, "then gone")],
)
@pytest.mark.parametrize("row", [entry, reserve])
def test_what_a_missed_offer_costs(misses: int, seq: int | None, then: str, row: Any) -> None:
    first = row(10, status="offered", misses=misses)
    before = asked(row(11), of=first)
    facts = offers.expire(before, act(ENDS), 20)
    assert only(facts, f.OfferMade).person_id == 11, "the seat goes on in the same breath"
    if seq is None:
        assert only(facts, f.EntryLeft).cause == "missed"
        return
    back = only(facts, f.EntryReturned)
    assert (back.seq, back.misses, back.passed, back.cause) == (seq, misses + 1, 0, "missed"), then


@pytest.mark.parametrize("misses", [0, 1, 2])
@pytest.mark.parametrize("why", [{"last_call": True}, {"delivered_at": None}])
def test_what_was_everybodys_or_never_arrived_costs_nothing(misses: int, why: dict[str, Any]) -> None:
    before = asked(entry(11), of=entry(10, status="offered", misses=misses), **why)
    back = only(offers.expire(before, act(ENDS), 20), f.EntryReturned)
    assert (back.seq, back.misses, back.passed) == (10, misses, 0)


# ----------------------------------------------------------------------------------------------------- withdraw


@pytest.mark.parametrize(
    ("cause", "reachable", "passed", "told"),
    [
        ("admin", True, 0, "admin"),
        ("unreachable", False, -1, "unreachable"),
        ("unreachable", True, 0, "unreachable"),
    ],
)
def test_a_withdrawn_offer_leaves_the_place(cause: str, reachable: bool, passed: int, told: str) -> None:
    before = asked(entry(11), of=entry(10, status="offered", reachable=reachable))
    facts = offers.withdraw(before, act(), 20, cause)
    assert only(facts, f.OfferWithdrawn).cause == told
    back = only(facts, f.EntryReturned)
    assert (back.seq, back.misses, back.passed) == (10, 0, passed)
    assert only(facts, f.OfferMade).person_id == 11, (
        "a person who cannot be reached does not hold up the line"
    )


# ------------------------------------------------------------------------------------------------------ deliver


def undelivered(**values: Any) -> State:
    return asked(delivered_at=None, expires_at=NOW + 7 * 24 * HOUR, **values)


def test_the_clock_starts_when_the_letter_leaves() -> None:
    before, late = undelivered(under={"validity": HOUR}), NOW + 3 * HOUR
    facts = offers.deliver(before, act(late), 20)
    assert facts == [f.OfferDelivered(20, expires_at=late + HOUR)]
    row = changed(before, facts, late).offers[20]
    assert (row.delivered_at, row.expires_at, row.reminded_at) == (late, late + HOUR, None)


def test_a_second_copy_never_says_less_than_the_first() -> None:
    said = asked(under={"validity": MINUTE})
    (again,) = offers.deliver(said, act(), 20)
    assert again == f.OfferDelivered(20, expires_at=ENDS, again=True)
    (longer,) = offers.deliver(said, act(ENDS - 30 * MINUTE), 20)
    assert longer == again
    more = asked(under={"validity": 2 * HOUR})
    assert offers.deliver(more, act(), 20) == [f.OfferDelivered(20, expires_at=NOW + 2 * HOUR, again=True)]


@pytest.mark.parametrize(("left", "sent"), [(INSTANT, True), (timedelta(0), False)])
def test_nothing_is_sent_once_its_last_moment_has_passed(left: timedelta, sent: bool) -> None:
    before = undelivered(closes_at=NOW + HOUR)
    assert bool(offers.deliver(before, act(NOW + HOUR - left), 20)) is sent


def test_no_deadline_is_past_the_close() -> None:
    (fact,) = offers.deliver(undelivered(closes_at=NOW + MINUTE, under={"validity": HOUR}), act(), 20)
    assert fact == f.OfferDelivered(20, expires_at=NOW + MINUTE)


def test_what_was_surely_refused_never_arrived() -> None:
    before = asked()
    assert offers.undeliver(before, act(), 20, ENDS) == [f.OfferUndelivered(20)]
    assert offers.undeliver(before, act(), 20, ENDS - MINUTE) == [], "another letter has left since"
    after = changed(before, [f.OfferUndelivered(20)])
    row = after.offers[20]
    assert (row.delivered_at, row.expires_at, row.status) == (None, row.closes_at, "pending")
    assert offers.undeliver(after, act(), 20, ENDS) == []


# ------------------------------------------------------------------------------------------------------- remind


@given(st.timedeltas(INSTANT, 12 * HOUR), st.floats(0, 1))
def test_reminded_once_in_the_last_third_while_it_is_of_use(length: timedelta, share: float) -> None:
    now = NOW + length * share
    before = asked(delivered_at=NOW, expires_at=NOW + length)
    left = NOW + length - now
    due = 2 * MINUTE <= left <= max(length / 3, 2 * MINUTE)
    assert offers.remind(before, act(now), 20) == ([f.OfferReminded(20)] if due else [])
    assert offers.remind(changed(before, [f.OfferReminded(20)]), act(now), 20) == []


def test_the_reminder_is_due_as_the_last_third_begins() -> None:
    row = asked().offers[20]
    assert offers.remind_at(row, settings()) == ENDS - 40 * MINUTE
    for left, due in (
        (40 * MINUTE + INSTANT, False),
        (40 * MINUTE, True),
        (2 * MINUTE, True),
        (MINUTE, False),
    ):
        assert bool(offers.remind(asked(), act(ENDS - left), 20)) is due


@pytest.mark.parametrize(
    "values", [{"delivered_at": None}, {"last_call": True}, {"status": "expired", "seats": ()}]
)
def test_no_reminder_of_what_needs_none(values: dict[str, Any]) -> None:
    row: Offer = replace(asked().offers[20], **values)
    assert offers.remind_at(row, settings()) is None
    before = asked(**{k: v for k, v in values.items() if k in ("delivered_at", "last_call")})
    assert values.get("status") or offers.remind(before, act(ENDS - 40 * MINUTE), 20) == []


# --------------------------------------------------------------------------------------- an admin's own decision

both = pytest.mark.parametrize("rule", [offers.make, offers.promote])


def by_admin(rule: Any, before: State, entry_id: int = 10, reason: str = "because") -> list[f.Fact]:
    facts: list[f.Fact] = rule(before, act(by=ADMIN, reason=reason), entry_id)
    return facts


def test_an_admins_offer_ends_at_the_start_at_the_latest_and_knows_no_guard() -> None:
    before = state(event(1), settings(Mode.MANUAL, cutoff=HOUR), entries=[entry(10)])
    made = only(by_admin(offers.make, before), f.OfferMade)
    assert (made.closes_at, made.guarded, made.automatic, made.last_call) == (
        before.event.starts_at,
        *[False] * 3,
    )
    assert made.seats == (1,)


def test_a_paused_place_is_resumed_by_an_offer_and_ended_by_a_booking() -> None:
    before = state(event(1), settings(Mode.MANUAL), entries=[entry(10, status="paused")])
    assert kinds(by_admin(offers.make, before)) == ["EntryResumed", "OfferMade", "EntryOffered"]
    assert kinds(by_admin(offers.promote, before)) == ["BookingMade", "EntryBooked"]


def test_promoted_by_an_admin_is_promoted() -> None:
    under = settings(Mode.MANUAL, grace=3 * HOUR, booking_status="pending")
    made = only(by_admin(offers.promote, state(event(1), under, entries=[entry(10)])), f.BookingMade)
    assert (made.source, made.free_cancel_until, made.status) == ("promotion", NOW + 3 * HOUR, "pending")


@both
@pytest.mark.parametrize(
    ("before", "refusal"),
    [
        (state(event(1, status="closed"), entries=[entry(10)]), no.EventNotOpen),
        (state(event(1, timedelta(0)), entries=[entry(10)]), no.EventStarted),
        (state(event(1)), no.NotWaiting),
        (state(event(1), entries=[entry(10, status="left")]), no.NotWaiting),
        (state(event(1), entries=[entry(10, status="offered")]), no.OfferOpen),
        (state(event(2), entries=[reserve(10)], bookings=[booking(5, 10, 2)]), no.AlreadyBooked),
        (state(event(3), entries=[entry(10, seats=2)], bookings=[booking(5, 5, 1, 3)]), no.NoFreeSeat),
    ],
)
def test_refused_to_the_admin(rule: Any, before: State, refusal: type[Refusal]) -> None:
    with pytest.raises(refusal):
        by_admin(rule, before)


@both
def test_nobody_is_asked_twice_for_the_same_event(rule: Any) -> None:
    spare = reserve(30, 10, status="offered")
    at = event(2)
    before = state(at, entries=[spare, entry(11, 10)], offers=[offer(20, spare, 1, event=at)])
    with pytest.raises(no.OfferOpen):
        by_admin(rule, before, 11)


def test_out_of_reach_is_not_asked_but_may_be_booked() -> None:
    before = state(event(1), settings(Mode.MANUAL), entries=[entry(10, reachable=False)])
    with pytest.raises(no.PersonUnreachable):
        by_admin(offers.make, before)
    assert by_admin(offers.promote, before)


def test_how_many_are_free_is_said_with_the_refusal() -> None:
    before = state(event(3), settings(Mode.MANUAL), entries=[entry(10, seats=3)], bookings=[booking(5, 5, 2)])
    with pytest.raises(no.NoFreeSeat) as caught:
        by_admin(offers.promote, before)
    assert caught.value.values == {"wanted": 3, "free": 2}
