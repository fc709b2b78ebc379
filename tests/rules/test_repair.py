"""A repair: nobody moves before all have said yes, and then all do; any other end gives everything back."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from engine import facts as f
from engine import refusals as no
from engine.change import after_steps
from engine.month import Period
from engine.ports import Act, Steps
from engine.repairs import Repair, Repairing, RepairMove
from engine.rules import repair
from engine.services.schedule import _still
from engine.state import Event, Hold, State
from tests.rules.builders import (
    ADMIN,
    HOUR,
    INSTANT,
    NOW,
    act,
    booking,
    entry,
    event,
    offer,
    person,
    reserve,
    state,
)
from tests.rules.plannings import planning, wants

ADA = act(by=ADMIN, reason="the teacher is ill")
OFF, FULL, FREE = 1, 2, 3
MONTH = Period(7, 1, "2026-03", "final", NOW, "hash", NOW)
ANNA, BEN = 5, 6
GONE = booking(50, ANNA, status="cancelled", names=("Eve",))


def at(number: int, days: int, capacity: int = 1, **values: Any) -> Event:
    return replace(event(capacity, timedelta(days=days)), id=number, **values)


def going(person_id: int, booking_id: int, source: int, target: Event, **more: Any) -> RepairMove:
    """To the event as it is now."""
    return RepairMove(
        person_id, booking_id, source, target.id, target.starts_at, target.ends_at, 1, 2, 1, **more
    )


CHAIN = (going(ANNA, 50, OFF, at(FULL, 8), lost=True), going(BEN, 60, FULL, at(FREE, 9)))


def world(**rows: Any) -> dict[int, State]:
    """Anna's event was called off, Ben's is full, the third has a seat."""
    return {
        OFF: state(at(OFF, 7, status="cancelled"), bookings=[GONE]),
        FULL: state(at(FULL, 8), bookings=[replace(booking(60, BEN, 1), event_id=FULL)]),
        FREE: state(at(FREE, 9), **rows),
    }


def month(*known: Repair, **more: Any) -> Repairing:
    return Repairing(replace(MONTH, **more), "Europe/Budapest", known)


def proposed(states: dict[int, State], by: Act = ADA) -> tuple[Repair, dict[int, State]]:
    """What was asked, and the events with the seats that are held."""
    (first, *_), steps = repair.propose(month(), states, by, (CHAIN,))
    assert isinstance(first, f.RepairProposed)
    asked = Repair(first.id, 7, "open", first.expires_at, first.moves, holds=dict(first.holds))
    return asked, after_steps(states, steps, NOW)


def agreed(states: dict[int, State]) -> tuple[dict[int, State], Steps]:
    """The events before and at the last yes, which is Anna's."""
    asked, states = proposed(states)
    asked = replace(asked, agreed=frozenset({BEN}))
    return states, repair.agree(month(asked), states, yes(ANNA), asked.id, ANNA)[1]


def happened(states: dict[int, State], steps: Steps) -> dict[int, set[int]]:
    """Who is where."""
    become = after_steps(states, steps, NOW)
    return {
        number: {b.person_id for b in each.bookings.values() if b.active} for number, each in become.items()
    }


def yes(who: int, now: Any = NOW) -> Act:
    return act(now, by=person(who), first_id=2000)


def test_the_free_seat_is_held_and_everybody_asked() -> None:
    facts, steps = repair.propose(month(), world(), ADA, (CHAIN,))
    assert [type(fact) for fact in facts] == [f.RepairProposed, f.RepairAsked, f.RepairAsked]
    ((where, made),) = steps
    (held,) = [fact for fact in made if isinstance(fact, f.SeatsHeld)]
    assert (where, held.seats, held.reason) == (FREE, (1,), ADA.reason)
    assert happened(world(), steps) == {OFF: set(), FULL: {BEN}, FREE: set()}


def test_nobody_moves_before_all_have_agreed() -> None:
    asked, states = proposed(world())
    facts, steps = repair.agree(month(asked), states, yes(ANNA), asked.id, ANNA)
    assert (facts, steps) == ([f.RepairAgreed(asked.id, 7, ANNA)], [])
    asked = replace(asked, agreed=frozenset({ANNA}))
    facts, steps = repair.agree(month(asked), states, yes(BEN), asked.id, BEN)
    assert [type(fact) for fact in facts] == [f.RepairAgreed, f.RepairTold, f.RepairDone]
    assert facts[1] == f.RepairTold(asked.id, 7, ANNA, "done")
    assert happened(states, steps) == {OFF: set(), FULL: {ANNA}, FREE: {BEN}}
    made = [fact for _, facts in steps for fact in facts if isinstance(fact, f.BookingMade)]
    assert {(each.source, each.from_event) for each in made} == {("repair", OFF), ("repair", FULL)}
    assert next(each.names for each in made if each.person_id == ANNA) == ("Eve",)


def test_a_place_of_a_month_stays_one() -> None:
    """Whoever makes room with a booking of their own has one of their own again."""
    asked, states = proposed(world())
    lost = replace(states[OFF].bookings[50], period_id=7)
    states[OFF] = replace(states[OFF], bookings={50: lost})
    asked = replace(asked, agreed=frozenset({ANNA}))
    _, steps = repair.agree(month(asked), states, yes(BEN), asked.id, BEN)
    made = [fact for _, facts in steps for fact in facts if isinstance(fact, f.BookingMade)]
    assert {each.person_id: each.period_id for each in made} == {ANNA: 7, BEN: None}


def test_a_place_in_line_ends_with_the_booking() -> None:
    asked, states = proposed(world())
    waits = replace(entry(70, ANNA), event_id=FULL)
    states[FULL] = state(at(FULL, 8), bookings=[replace(booking(60, BEN, 1), event_id=FULL)], entries=[waits])
    asked = replace(asked, agreed=frozenset({BEN}))
    _, steps = repair.agree(month(asked), states, yes(ANNA), asked.id, ANNA)
    ended = [fact for _, facts in steps for fact in facts if isinstance(fact, f.EntryBooked)]
    assert [each.id for each in ended] == [70]


@pytest.mark.parametrize(("status", "ends"), [("waiting", True), ("paused", True), ("left", False)])
def test_who_had_to_make_way_does_not_wait_for_the_old_place_any_more(status: Any, ends: bool) -> None:
    """The event goes on with fewer seats."""
    waits = replace(entry(70, ANNA), event_id=OFF, status=status)
    here = {OFF: state(at(OFF, 7, 0), bookings=[GONE], entries=[waits])}
    states, steps = agreed(world() | here)
    left = [fact for _, facts in steps for fact in facts if isinstance(fact, f.EntryLeft)]
    assert left == ([f.EntryLeft(70, "repair")] if ends else [])
    assert happened(states, steps) == {OFF: set(), FULL: {ANNA}, FREE: {BEN}}


@pytest.mark.parametrize("on_reserve", [False, True])
@pytest.mark.parametrize("where", [OFF, FULL])
def test_nobody_gets_two_for_one(where: int, on_reserve: bool) -> None:
    """An offer for the old place, or for the very date, ends with the last yes; its seat goes to whoever is next."""
    rows = reserve(70, ANNA) if on_reserve else replace(entry(70, ANNA), event_id=where)
    waits = replace(rows, status="offered")
    dora = replace(entry(80), event_id=where)
    of = at(where, 6 + where, capacity=1 if where == OFF else 2)
    asks = offer(90, waits, of.capacity, event=of)
    taken = [GONE] if where == OFF else [replace(booking(60, BEN, 1), event_id=FULL)]
    here = state(of, bookings=taken, entries=[waits, dora], offers=[asks])
    known = {number: replace(each, reserve=here.reserve) for number, each in world().items()}
    states, steps = agreed(known | {where: here})
    assert happened(states, steps) == {OFF: set(), FULL: {ANNA}, FREE: {BEN}}
    become = after_steps(states, steps, NOW)[where]
    assert (become.offers[90].status, become.offers[90].ended) == ("withdrawn", "repair")
    assert [each.person_id for each in become.pending()] == [80]
    ended = {OFF: "left", FULL: "booked"}
    assert become.asked(asks).status == ("waiting" if on_reserve else ended[where])


@pytest.mark.parametrize("how", ["no", "admin", "late", "changed"])
def test_any_other_end_gives_the_seat_to_whoever_is_next(how: str) -> None:
    asked, states = proposed(world(entries=[replace(entry(80), event_id=FREE)]))
    known, late = month(asked), act(asked.expires_at, first_id=3000)
    if how == "no":
        facts, steps = repair.decline(known, states, yes(BEN), asked.id, BEN)
    elif how == "admin":
        facts, steps = repair.take_back(known, states, replace(ADA, new_id=yes(0).new_id), asked.id)
    elif how == "late":
        assert repair.review(known, states, act(asked.expires_at - INSTANT), asked.id) == ([], [])
        facts, steps = repair.review(known, states, late, asked.id)
    else:
        states[FULL] = state(at(FULL, 8, status="closed"))
        facts, steps = repair.review(known, states, yes(0), asked.id)
    cause = {"no": "declined", "late": "expired"}.get(how, how)
    *told, ended = facts
    assert ended == f.RepairWithdrawn(asked.id, 7, cause, BEN if how == "no" else None)  # type: ignore[arg-type]
    assert {each.person_id for each in told if isinstance(each, f.RepairTold)} == {ANNA} | (
        {BEN} - ({BEN} if how == "no" else set())
    )
    offered = [fact.person_id for _, made in steps for fact in made if isinstance(fact, f.OfferMade)]
    assert offered == [80]


def test_what_happened_meanwhile_ends_it() -> None:
    asked, states = proposed(world())
    hold, longer = states[FREE].holds[asked.holds[FREE]], states[FREE].event
    longer = replace(longer, ends_at=longer.ends_at + HOUR)
    other = {
        "released": {FREE: state(at(FREE, 9))},
        "smaller": {FREE: replace(states[FREE], holds={hold.id: replace(hold, seats=(1, 2))})},
        "over": {FREE: replace(states[FREE], holds={hold.id: replace(hold, active=False)})},
        "off": {FREE: replace(states[FREE], event=at(FREE, 9, status="cancelled"))},
        "on another day": {FREE: replace(states[FREE], event=at(FREE, 10))},
        "longer": {FREE: replace(states[FREE], event=longer)},
        "begun": {FREE: replace(states[FREE], event=replace(at(FREE, 9), starts_at=NOW))},
        "there already": {FULL: state(at(FULL, 8, 2), bookings=[booking(60, BEN, 1), booking(61, ANNA, 2)])},
        "gone": {FULL: state(at(FULL, 8))},
        "has it again": {
            OFF: replace(states[OFF], bookings={**states[OFF].bookings, 51: booking(51, ANNA, 1)})
        },
        "another party": {FULL: state(at(FULL, 8, 2), bookings=[booking(60, BEN, 1, 2)])},
    }
    for change in other.values():
        assert not repair.stands(asked, {**states, **change}, NOW)
        facts, _ = repair.agree(month(asked), {**states, **change}, yes(ANNA), asked.id, ANNA)
        assert [fact.cause for fact in facts if isinstance(fact, f.RepairWithdrawn)] == ["changed"]
    assert repair.stands(asked, states, NOW)


def test_nobody_leaves_what_has_begun() -> None:
    move = CHAIN[1]
    states = world()
    one = Repair(1, 7, "open", NOW + HOUR, (move,))
    states[FREE] = state(at(FREE, 9, 2), bookings=[])
    asked = replace(one, holds={FREE: 90})
    states[FREE] = replace(states[FREE], holds={90: Hold(90, FREE, (1,), "why", "Ada")})
    starts = states[FULL].event.starts_at
    assert repair.stands(asked, states, starts - INSTANT)
    assert not repair.stands(asked, states, starts)


def test_what_is_left_over_goes_to_whoever_is_next() -> None:
    """A party makes room for one: the other seat is the line's."""
    states = world()
    both = replace(booking(60, BEN, 1, 2, names=("Eve",)), event_id=FULL)
    waits = replace(entry(80), event_id=FULL)
    states[FULL] = state(at(FULL, 8, 2), bookings=[both], entries=[waits])
    states[FREE] = state(at(FREE, 9, 2))
    moves = (CHAIN[0], replace(CHAIN[1], seats=2))
    (first, *_), steps = repair.propose(month(), states, ADA, (moves,))
    assert isinstance(first, f.RepairProposed)
    holds = dict(first.holds)
    asked = Repair(first.id, 7, "open", first.expires_at, moves, frozenset({BEN}), holds)
    _, steps = repair.agree(month(asked), after_steps(states, steps, NOW), yes(ANNA), asked.id, ANNA)
    offered = [fact.person_id for _, made in steps for fact in made if isinstance(fact, f.OfferMade)]
    assert offered == [80]


def test_who_may_answer_and_when() -> None:
    asked, states = proposed(world())
    for known, who, now, why in (
        (month(), ANNA, NOW, no.RepairUnknown),
        (month(asked), 9, NOW, no.RepairUnknown),
        (month(asked), ANNA, asked.expires_at, no.RepairOver),
        (month(replace(asked, status="done")), ANNA, NOW, no.RepairOver),
        (month(replace(asked, agreed=frozenset({ANNA}))), ANNA, NOW, no.RepairAnswered),
    ):
        with pytest.raises(why):
            repair.agree(known, states, yes(who, now), asked.id, who)
    with pytest.raises(no.RepairUnknown):
        repair.take_back(month(), states, ADA, asked.id)
    with pytest.raises(no.RepairOver):
        repair.take_back(month(replace(asked, status="withdrawn")), states, ADA, asked.id)
    with pytest.raises(no.ReasonNeeded):
        repair.take_back(month(asked), states, act(by=ADMIN), asked.id)
    assert repair.review(month(), states, yes(0), asked.id) == ([], [])
    assert repair.review(month(replace(asked, status="done")), states, yes(0), asked.id) == ([], [])


def test_what_cannot_be_proposed() -> None:
    asked, _ = proposed(world())
    states = world()
    with pytest.raises(no.RepairNotYet):
        repair.propose(month(status="planned"), states, ADA, (CHAIN,))
    with pytest.raises(no.ReasonNeeded):
        repair.propose(month(), states, act(by=ADMIN), (CHAIN,))
    full = state(at(FREE, 9), holds=[Hold(90, FREE, (1,))])
    soon = state(replace(at(FREE, 9), starts_at=NOW + HOUR))
    for known, chains, change in (
        (month(), (), {}),
        (month(), (CHAIN, CHAIN), {}),
        (month(asked), (CHAIN,), {}),
        (month(), (CHAIN,), {FREE: full}),
        (month(), (CHAIN,), {FREE: soon}),
        (month(), (CHAIN,), {FULL: state(at(FULL, 8))}),
    ):
        with pytest.raises(no.RepairChanged):
            repair.propose(known, {**states, **change}, ADA, chains)
    done = replace(asked, status="done")
    assert repair.propose(month(done), states, ADA, (CHAIN,))[0]


def test_the_deadline_waits_for_the_morning_and_comes_before_the_first_event() -> None:
    states = world()
    assert repair.answer_by(month(), states, NOW, CHAIN) == NOW + repair.TO_ANSWER
    night = NOW.replace(hour=22)
    assert repair.answer_by(month(), states, night, CHAIN) == NOW.replace(day=11, hour=8) + repair.TO_ANSWER
    first = states[FULL].event.starts_at
    assert repair.answer_by(month(), states, first - 5 * HOUR, CHAIN) == first - repair.BEFORE_START


def test_a_schedule_judges_again_under_the_lock() -> None:
    known = planning({1: wants(1)})
    _still(("balanced", "most", False), known, act(NOW.replace(month=11)))
    with pytest.raises(no.AlreadyDone):
        _still(("balanced", "most", True), known, act(NOW.replace(month=11)))
