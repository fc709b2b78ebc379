"""What a decision would come to, told by persons: it follows from the facts of that decision, whatever it is."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from engine import facts as f
from engine.facts import Fact
from engine.ports import Ask, Rule
from engine.refusals import Refusal
from engine.rules import booking as bookings
from engine.rules import capacity, dates
from engine.rules.configuring import Change, configure_event
from engine.rules.foresight import Effect, Fill, Outcome, Share, effect_of, fill_of, outcome_at
from engine.rules.offers import deliver
from engine.settings import Mode, QuietHours
from engine.state import Hold, State
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
    full_house,
    offer,
    reserve,
    state,
)
from tests.rules.builders import settings as under
from tests.rules.memory import request, widely
from tests.rules.worlds import wish, world

many = settings(max_examples=10 * settings().max_examples)


def test_whoever_is_only_asked_to_come_here_is_counted_at_home() -> None:
    visitor = entry(11, source="split", split=True, status="offered")
    assert fill_of(state(event(1), entries=[entry(10), entry(12, status="paused"), visitor])).waiting == 2


@many
@given(st.integers(0, 2**64))
def test_what_is_told_follows_from_the_facts(seed: int) -> None:
    any_ = Random(seed)
    before = world(any_)
    ask, rule = request(wish(any_, before))
    try:
        effect = effect_of(rule)({EVENT: before}, replace(act(), by=ask.by, reason=ask.reason))
    except Refusal:
        return
    told, facts = outcome_at(effect, EVENT), effect.facts
    assert effect.after[EVENT] == changed(before, facts)
    assert_seats(told, before, facts)
    had = {b.person_id for b in before.bookings.values() if b.seats}
    made = [fact for fact in facts if isinstance(fact, f.BookingMade)]
    assert people(told.booked) == {fact.person_id for fact in made} - had
    asked = [fact for fact in facts if isinstance(fact, f.OfferMade) and in_force(effect, fact.id)]
    assert sorted((s.person_id, s.seats) for s in told.offered) == sorted(
        (fact.person_id, fact.count) for fact in asked
    )
    ended = {before.bookings[fact.id].person_id for fact in facts if isinstance(fact, f.BookingCancelled)}
    assert people(told.displaced) | people(told.cancelled) == ended
    assert people(told.displaced).isdisjoint(people(told.cancelled))


def in_force(effect: Effect, offer_id: int) -> bool:
    return effect.after[EVENT].offers[offer_id].status == "pending"


def assert_seats(told: Outcome, before: State, facts: list[Fact]) -> None:
    """The seats that come and go, and nothing besides."""
    booked = sum(len(fact.seats) for fact in facts if isinstance(fact, f.BookingMade))
    gone = [before.bookings[fact.id] for fact in facts if isinstance(fact, f.BookingCancelled)]
    assert told.after.booked - told.before.booked == booked - sum(len(row.seats) for row in gone)
    for fill in (told.before, told.after):
        assert fill.free >= 0 and min(fill.booked, fill.offered, fill.held, fill.waiting) >= 0
    assert (told.before.free, told.before.capacity) == (before.free_count(), before.event.capacity)


def people(shares: tuple[Share, ...]) -> set[int]:
    return {share.person_id for share in shares}


# ---------------------------------------------------------------------------------------------------- by hand

WAITING = [entry(10), entry(11, seats=2), entry(12)]


def told(before: State, decide: Rule, now: datetime = NOW) -> tuple[Outcome, Effect]:
    """Of a rule about the event, with a reason."""
    rule = widely(Ask(ADMIN, EVENT), decide)
    effect = effect_of(rule)({EVENT: before}, act(now, ADMIN, "because", first_id=5000))
    return outcome_at(effect, EVENT), effect


def test_promoted_in_the_order_of_the_line_with_their_seats() -> None:
    before = full_house(2, entries=WAITING, under=under(Mode.LEGACY))
    outcome, effect = told(before, lambda now, by: capacity.resize(now, by, 5))
    assert outcome.booked == (Share(10, 1), Share(11, 2))
    assert (outcome.before, outcome.after) == (Fill(2, 2, 0, 0, 3), Fill(5, 5, 0, 0, 1))
    assert effect.told == (10, 11)


def test_until_when_an_offer_would_be_open_if_its_letter_waits_for_the_morning() -> None:
    """Validity is counted from the morning on: until then the event comes so near that it is a shorter one."""
    night = datetime(2026, 3, 10, 23, tzinfo=UTC)
    quiet = under(quiet=QuietHours(time(22), time(8)))
    before = full_house(1, timedelta(hours=61), entries=[entry(10)], under=quiet)
    outcome, effect = told(before, lambda now, by: capacity.resize(now, by, 2), night)
    morning = datetime(2026, 3, 11, 8, tzinfo=UTC)
    (made,) = effect.after[EVENT].pending()
    (delivered,) = deliver(effect.after[EVENT], act(morning), made.id)
    assert isinstance(delivered, f.OfferDelivered)
    assert outcome.offered == (Share(10, 1, delivered.expires_at),)
    assert delivered.expires_at == morning + 2 * HOUR


def test_a_last_call_is_told_as_one() -> None:
    before = full_house(1, HOUR, entries=[entry(10), entry(12)])
    outcome, _ = told(before, lambda now, by: capacity.resize(now, by, 2))
    start = before.event.starts_at
    assert outcome.offered == (Share(10, 1, start, last_call=True), Share(12, 1, start, last_call=True))


def test_displaced_people_are_in_line_and_others_are_not() -> None:
    before = full_house(2)
    outcome, _ = told(before, lambda now, by: capacity.displace(now, by, 1))
    assert outcome.displaced == (Share(1002, 1),) and not outcome.cancelled
    outcome, _ = told(before, lambda now, by: bookings.cancel(now, by, 1001, None))
    assert outcome.cancelled == (Share(1001, 1),) and not outcome.displaced


def offered() -> State:
    """A seat is offered to 10, another held; 11 and 12 wait, 20 for any date."""
    of, first = event(3), replace(WAITING[0], status="offered")
    return state(
        of,
        under(Mode.OFFER),
        entries=[first, *WAITING[1:], reserve(20)],
        bookings=[booking(50, 50, 1)],
        offers=[offer(70, first, 2, event=of)],
        holds=[Hold(90, EVENT, (3,))],
    )


def test_who_loses_an_offer_or_a_place() -> None:
    outcome, effect = told(offered(), dates.call_off)
    assert outcome.cancelled == (Share(50, 1),) and outcome.withdrawn == (Share(10, 1),)
    assert outcome.closed == (Share(10, 1), Share(11, 2), Share(12, 1))
    assert (outcome.before, outcome.after) == (Fill(3, 1, 1, 1, 3), Fill(3, 0, 0, 0, 0))
    assert set(effect.told) == {10, 11, 12, 50}


def test_an_offer_that_becomes_a_booking_is_not_lost() -> None:
    change = Change(Mode.LEGACY)
    outcome, _ = told(offered(), lambda now, by: configure_event(now, by, change, "withdraw"))
    assert outcome.booked == (Share(10, 1),) and not outcome.withdrawn and not outcome.closed


LATER = timedelta(days=1)


def to_another_time(before: State, by: timedelta) -> tuple[Outcome, Effect]:
    starts_at, ends_at = before.event.starts_at + by, before.event.ends_at + by
    return told(before, lambda now, act: dates.move_date(now, act, starts_at, ends_at))


def test_at_another_time_seats_are_kept_offers_end_and_are_made_anew() -> None:
    before = offered()
    outcome, effect = to_another_time(before, LATER)
    asked = dates.reconfirm_by(before.event.starts_at + LATER, NOW)
    assert asked is not None and outcome.shifted == (Share(50, 1, asked),)
    assert outcome.renewed == (Share(10, 1),) and people(outcome.offered) == {10}
    assert not outcome.withdrawn and not outcome.cancelled and not outcome.displaced
    assert outcome.before == outcome.after and {10, 50} <= set(effect.told)


def test_without_time_to_answer_nobody_is_asked_whether_the_new_time_suits() -> None:
    outcome, _ = to_another_time(full_house(2, 6 * HOUR), -2 * HOUR)
    assert outcome.shifted == (Share(1001, 1), Share(1002, 1))


def test_an_offer_that_ends_and_is_not_made_anew_is_withdrawn() -> None:
    by_hand = replace(offered(), settings=under(Mode.MANUAL))
    outcome, _ = to_another_time(by_hand, LATER)
    assert outcome.withdrawn == (Share(10, 1),) and not outcome.renewed and not outcome.offered


def test_seats_that_come_with_another_number_of_them_are_not_shifted() -> None:
    outcome, _ = told(full_house(2), lambda now, by: capacity.resize(now, by, 3))
    assert not outcome.shifted and not outcome.renewed


def test_what_waits_for_an_admin_is_counted() -> None:
    before = full_house(1, entries=WAITING, under=under(Mode.MANUAL))
    outcome, effect = told(before, lambda now, by: capacity.resize(now, by, 3))
    assert outcome.left_over == 2 and outcome.after.free == 2 and effect.told == ()


def test_another_offer_is_only_spoken_of_where_one_will_be_made() -> None:
    """By offers one after the other, to somebody who waits and whom the seats suffice for."""
    before = offered()
    assert told(before, lambda now, by: capacity.resize(now, by, 5))[0].one_by_one
    assert not told(before, lambda now, by: capacity.resize(now, by, 4))[0].one_by_one, "the next are two"
    for mode in (Mode.LEGACY, Mode.MANUAL):
        other = replace(before, settings=under(mode))
        assert not told(other, lambda now, by: capacity.resize(now, by, 5))[0].one_by_one, mode
    alone = full_house(1, entries=[entry(12)])
    asked_now, _ = told(alone, lambda now, by: capacity.resize(now, by, 3))
    assert asked_now.offered and asked_now.after.free and not asked_now.one_by_one, "nobody else waits"
    nobody = full_house(1)
    assert not told(nobody, lambda now, by: capacity.resize(now, by, 3))[0].one_by_one
