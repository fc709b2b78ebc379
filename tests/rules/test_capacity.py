"""More seats, fewer seats, and the ways out when there are more people than seats."""

from collections.abc import Callable
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine import facts as f
from engine import refusals as no
from engine.change import after
from engine.rules import capacity
from engine.rules.booking import cancel
from engine.settings import Mode
from engine.state import Hold, State
from tests.rules.builders import (
    ADMIN,
    EVENT,
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
    settings,
    state,
)

ADA = act(by=ADMIN, reason="a smaller hall")
Rule = Callable[..., list[f.Fact]]


def test_new_seats_are_for_those_who_wait() -> None:
    before = full_house(1, entries=[entry(10, passed=0, passed_event=EVENT)])
    facts = capacity.resize(before, ADA, 3)
    assert only(facts, f.OfferMade).person_id == 10, "also for whoever let the last one go"
    assert changed(before, facts).free == (3,)


def test_new_seats_behind_a_window_stay_out_of_it() -> None:
    before = replace(state(event(9)), free=(1, 2), free_complete=False)
    assert after(before, [f.CapacityChanged(EVENT, 12)], NOW).free == (1, 2)


def test_fewer_seats_bring_people_closer_together() -> None:
    of, asked = event(6), entry(10, status="offered")
    before = state(
        of,
        entries=[asked],
        bookings=[booking(50, 5, 5, 1, names=("guest",)), booking(51, 6, 2)],
        offers=[offer(40, asked, 6, event=of)],
        holds=[Hold(90, EVENT, (4,))],
    )
    with pytest.raises(no.SeatsInUse) as refused:
        capacity.resize(before, ADA, 4)
    assert refused.value == no.SeatsInUse(wanted=4, used=5)
    facts = capacity.resize(before, ADA, 5)
    assert facts == [f.OfferReseated(40, (3,)), f.CapacityChanged(EVENT, 5)]
    assert changed(before, facts).bookings[50].seats == (5, 1)
    more = changed(before, [f.HoldReleased(90)])
    assert kinds(capacity.resize(more, ADA, 4)) == ["BookingReseated", "OfferReseated", "CapacityChanged"]


@pytest.mark.parametrize("rule", [capacity.resize, capacity.drain, capacity.displace])
def test_what_is_no_capacity(rule: Rule) -> None:
    for size in (0, -1, capacity.MOST + 1):
        with pytest.raises(no.CapacityUnusable) as refused:
            rule(full_house(2), ADA, size)
        assert refused.value.most == capacity.MOST
    with pytest.raises(no.CapacityUnchanged) as same:
        rule(full_house(2), ADA, 2)
    assert same.value.capacity == 2
    with pytest.raises(no.EventNotOpen):
        rule(full_house(2, event={"status": "closed"}), ADA, 1)
    assert capacity.resize(full_house(2), ADA, capacity.MOST)
    if rule is not capacity.resize:
        with pytest.raises(no.CapacityUnusable) as refused:
            rule(full_house(2), ADA, 3)
        assert refused.value.most == 2


def test_seats_go_as_people_let_them_go() -> None:
    before = full_house(3, entries=[entry(10)])
    with pytest.raises(no.NotDraining):
        capacity.stop_draining(before, ADA)
    draining = changed(before, capacity.drain(before, ADA, 1))
    assert (draining.event.capacity, draining.event.drain_to) == (3, 1)
    with pytest.raises(no.AlreadyDraining) as again:
        capacity.drain(draining, ADA, 1)
    assert again.value.capacity == 1
    gone = cancel(draining, ADA, 1001, None)
    assert kinds(gone) == ["BookingCancelled", "BookingReseated", "CapacityChanged"]
    smaller = changed(draining, gone)
    assert (smaller.event.capacity, smaller.event.drain_to, smaller.line.window) == (2, 1, (10,))
    done = changed(smaller, cancel(smaller, ADA, 1002, None))
    assert (done.event.capacity, done.event.drain_to) == (1, None), "the target is reached"
    assert only(cancel(done, ADA, 1003, None), f.OfferMade).person_id == 10, "and then the line is served"
    stopped = changed(smaller, capacity.stop_draining(smaller, ADA))
    assert stopped.event.drain_to is None
    assert only(cancel(stopped, ADA, 1002, None), f.OfferMade).person_id == 10


def test_free_seats_go_at_once_and_no_others() -> None:
    before = state(event(5), settings(Mode.LEGACY), bookings=[booking(50, 5, 4)])
    facts = capacity.drain(before, ADA, 1)
    assert facts[1:] == [f.BookingReseated(50, (1,)), f.CapacityChanged(EVENT, 1)]
    assert changed(before, facts).event.drain_to is None
    few = changed(before, capacity.drain(before, ADA, 3))
    assert (few.event.capacity, few.free) == (3, (2, 3)), "not more than was asked for"


def test_more_seats_end_a_drain_and_fewer_need_not() -> None:
    draining = full_house(3, event={"drain_to": 1})
    assert changed(draining, capacity.resize(draining, ADA, 4)).event.drain_to is None
    less = changed(draining, [f.BookingCancelled(1003, by="admin")])
    assert changed(less, capacity.resize(less, ADA, 2)).event.drain_to == 1


def test_a_closed_event_keeps_its_seats() -> None:
    closed = full_house(3, event={"drain_to": 1, "status": "closed"}, entries=[entry(10)])
    assert "CapacityChanged" not in kinds(cancel(closed, ADA, 1001, None))


def test_the_newest_wait_at_the_head_in_the_order_of_their_bookings() -> None:
    before = full_house(4, entries=[entry(10), entry(11, priority=2)])
    with pytest.raises(no.ReasonNeeded):
        capacity.displace(before, act(by=ADMIN), 2)
    facts = capacity.displace(before, ADA, 2)
    joined = [fact for fact in facts if isinstance(fact, f.EntryJoined)]
    assert [(fact.person_id, fact.position) for fact in joined] == [(1004, 2), (1003, 1)]
    people = [changed(before, facts).line.entries[i].person_id for i in changed(before, facts).line.window]
    assert people == [1003, 1004, 11, 10]
    assert changed(before, facts).event.capacity == 2


def test_where_lots_are_drawn_they_are_first_all_the_same() -> None:
    before = full_house(3, entries=[entry(10, priority=-1)], under=settings(order="lottery"))
    after_it = changed(before, capacity.displace(before, ADA, 1))
    first, second = (after_it.line.entries[i] for i in after_it.line.window[:2])
    assert [(e.person_id, e.priority) for e in (first, second)] == [(1002, 2), (1003, 1)]


def test_nobody_goes_for_whom_there_is_room() -> None:
    """Single, party of three, single: for three seats the party goes, and the newest may stay."""
    rows = [booking(50, 5, 1), booking(51, 6, 2, 3, 4, names=("a", "b")), booking(52, 7, 5)]
    before = state(event(5), bookings=rows)
    assert [b.id for b in capacity.displaced(before, 3)] == [51]
    assert [b.id for b in capacity.displaced(before, 2)] == [51]
    assert [b.id for b in capacity.displaced(before, 1)] == [52, 51]
    assert capacity.displaced(state(event(5), bookings=rows[:1]), 3) == []


def test_what_is_held_stays() -> None:
    before = state(event(2), bookings=[booking(50, 5, 2)], holds=[Hold(90, EVENT, (1,))])
    facts = capacity.displace(before, ADA, 1)
    assert kinds(facts) == ["BookingCancelled", "EntryJoined", "CapacityChanged"]
    held = state(event(2), holds=[Hold(90, EVENT, (1, 2))])
    with pytest.raises(no.SeatsInUse) as refused:
        capacity.displace(held, ADA, 1)
    assert refused.value == no.SeatsInUse(wanted=1, used=2)


@given(
    sizes=st.lists(st.integers(1, 3), max_size=4),
    free=st.integers(0, 3),
    target=st.integers(1, 9),
    numbers=st.randoms(use_true_random=False),
)
def test_the_number_of_seats_in_use_is_the_only_bound(
    sizes: list[int], free: int, target: int, numbers: Random
) -> None:
    total = sum(sizes) + free
    if not total or target >= total:
        return
    order = list(range(1, total + 1))
    numbers.shuffle(order)
    taken = [tuple(order.pop() for _ in range(size)) for size in sizes]
    before = _seated(total, taken)
    if target < sum(sizes):
        with pytest.raises(no.SeatsInUse):
            capacity.resize(before, ADA, target)
        return
    become = changed(before, capacity.resize(before, ADA, target))
    assert sorted([*(n for b in become.bookings.values() for n in b.seats), *become.free]) == list(
        range(1, target + 1)
    )


def _seated(total: int, taken: list[tuple[int, ...]]) -> State:
    rows = [
        booking(50 + n, 5 + n, *seats, names=("guest",) * (len(seats) - 1)) for n, seats in enumerate(taken)
    ]
    return state(event(total), bookings=rows)


def test_whoever_cannot_be_written_to_waits_out_of_reach() -> None:
    before = replace(full_house(2), unreachable=frozenset({1002}))
    facts = capacity.displace(before, act(by=ADMIN, reason="a smaller room"), 1)
    assert [e.reachable for e in changed(before, facts).line.entries.values()] == [False]
