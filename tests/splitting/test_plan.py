"""What every plan keeps, of whatever size, and what it says."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.rules.splitting import Sibling, SplitPlan, Waiter, evenness, plan
from tests.splitting.groups import ANY, START, Group, group

LIMITS = st.sampled_from((0, 500, 500_000))


@given(ANY, LIMITS)
def test_nobody_is_placed_where_there_is_no_seat_or_where_they_cannot_go(made: Group, work: int) -> None:
    siblings, waiters = made
    found = plan(siblings, waiters, work)
    by_entry = {waiter.entry_id: waiter for waiter in waiters}
    given_seats = dict.fromkeys((sibling.id for sibling in siblings), 0)
    for placement in found.placements:
        waiter = by_entry[placement.entry_id]
        assert placement.sibling in waiter.may
        assert (placement.seats, placement.home) == (waiter.seats, waiter.home)
        assert placement.person_id == waiter.person_id
        given_seats[placement.sibling] += placement.seats
    for sibling, fill in zip(ordered(siblings), found.fills, strict=True):
        assert (fill.sibling, fill.capacity, fill.before) == (sibling.id, sibling.capacity, sibling.used)
        assert fill.after - fill.before == given_seats[sibling.id] <= sibling.free


@given(ANY, LIMITS)
def test_everybody_is_placed_once_or_told_why_not(made: Group, work: int) -> None:
    _, waiters = made
    found = plan(*made, work)
    people = [placement.person_id for placement in found.placements]
    assert len(people) == len(set(people))
    entries = [each.entry_id for each in found.placements] + [each.entry_id for each in found.left]
    assert sorted(entries) == sorted(waiter.entry_id for waiter in waiters)
    for stays in found.left:
        assert (stays.reason == "placed") == (stays.person_id in people)
        assert stays.reason != "not_found" or found.unproven == "order"


@given(ANY, LIMITS)
def test_nobody_stays_behind_while_seats_that_suit_them_are_left(made: Group, work: int) -> None:
    siblings, waiters = made
    found = plan(siblings, waiters, work)
    free = {fill.sibling: max(fill.capacity - fill.after, 0) for fill in found.fills}
    by_entry = {waiter.entry_id: waiter for waiter in waiters}
    for left in found.left:
        if left.reason != "placed":
            waiter = by_entry[left.entry_id]
            assert all(free.get(sibling, 0) < waiter.seats for sibling in waiter.may)


@given(ANY, LIMITS)
def test_the_union_of_the_lines_is_kept(made: Group, work: int) -> None:
    """Where all have one size and could go anywhere, nobody in line stays behind somebody who is served."""
    siblings, waiters = made
    ids = tuple(sibling.id for sibling in siblings)
    line = [replace(waiter, seats=1, person_id=waiter.entry_id, may=ids) for waiter in waiters]
    found = plan(siblings, line, work)
    served = {placement.entry_id for placement in found.placements}
    line.sort(key=lambda waiter: (-waiter.priority, waiter.joined, waiter.entry_id))
    assert [waiter.entry_id for waiter in line[: len(served)]] == [p.entry_id for p in found.placements]
    assert len(served) == min(len(line), sum(sibling.free for sibling in siblings))


@given(ANY, LIMITS, st.integers(0, 2**32))
def test_the_order_of_the_input_changes_nothing(made: Group, work: int, seed: int) -> None:
    siblings, waiters = made
    chance = Random(seed)
    turned = [replace(waiter, may=waiter.may[::-1]) for waiter in chance.sample(waiters, len(waiters))]
    assert plan(chance.sample(siblings, len(siblings)), turned, work) == plan(siblings, waiters, work)


@given(ANY)
def test_more_work_never_serves_fewer_of_the_first(made: Group) -> None:
    """A plan that is not proven is never better than one that is. Whoever waits at several dates is served by any of
    these places."""
    people = {waiter.entry_id: waiter.person_id for waiter in made[1]}
    served = [
        [
            waiter.person_id in {people[entry_id] for entry_id in _served(made, work)}
            for waiter in _line(made[1])
        ]
        for work in (500_000, 0)
    ]
    if plan(*made).exact:
        assert served[0] >= served[1]


@pytest.mark.parametrize(("seed", "aim"), [(0, "evenness"), (12, "evenness"), (7, "asking"), (45, "asking")])
def test_what_is_proven_without_work_is_true(seed: int, aim: str) -> None:
    made = group(seed, (1, 2, 3), (4, 8, 12))
    hasty, best = plan(*made, work=0), plan(*made)
    assert (hasty.unproven, best.unproven) == (aim, None)
    assert {p.entry_id for p in hasty.placements} == {p.entry_id for p in best.placements}
    if aim == "asking":
        assert _uneven(hasty) == _uneven(best)
    else:
        assert _uneven(hasty) >= _uneven(best)


def _uneven(found: SplitPlan) -> Fraction:
    return sum((Fraction(fill.after**2, fill.capacity) for fill in found.fills), Fraction(0))


def _line(waiters: list[Waiter]) -> list[Waiter]:
    return sorted(waiters, key=lambda waiter: waiter.turn)


def _served(made: Group, work: int) -> set[int]:
    return {placement.entry_id for placement in plan(*made, work).placements}


def ordered(siblings: list[Sibling]) -> list[Sibling]:
    return sorted(siblings, key=lambda sibling: (sibling.starts_at, sibling.id))


# --------------------------------------------------------------------------------------------------- what it says

MONDAY = Sibling(1, 4, 3, START)
TUESDAY = Sibling(2, 4, 0, START + timedelta(days=1))


def waits(entry_id: int, home: int | None, *may: int, seats: int = 1, person: int = 0) -> Waiter:
    return Waiter(
        entry_id, person or entry_id, seats, 0, START - timedelta(days=9 - entry_id), home, may or (1, 2)
    )


def said(found: SplitPlan) -> dict[int, str]:
    """Why, by entry."""
    return {
        **{placement.entry_id: f"{placement.why} {placement.sibling}" for placement in found.placements},
        **{left.entry_id: left.reason for left in found.left},
    }


def test_why_there() -> None:
    found = plan(
        [MONDAY, TUESDAY], [waits(1, 1), waits(2, None), waits(3, 2), waits(4, 1, 2), waits(5, 9, 1, 2)]
    )
    assert said(found) == {
        1: "own 1",
        2: "balance 2",
        3: "own 2",
        4: "only_here 2",
        5: "own_unfit 2",
    }
    assert [p.elsewhere for p in found.placements] == [False, False, False, True, True]


def test_why_elsewhere() -> None:
    assert said(plan([MONDAY, TUESDAY], [waits(1, 1)])) == {1: "balance 2"}
    third = replace(MONDAY, id=3, starts_at=START + timedelta(days=2))
    full = replace(MONDAY, used=4)
    assert said(plan([full, TUESDAY, third], [waits(1, 1, 1, 2, 3)])) == {1: "own_full 2"}


def test_why_not() -> None:
    everybody = [
        waits(1, 1, 1, seats=2),
        waits(2, 1, 9),
        waits(3, 2, 2, seats=3),
        waits(4, 2, 2, seats=2),
        waits(5, 1, 1),
        waits(6, None, 1, person=5),
        waits(7, 1, 1),
    ]
    reasons = {1: "too_large", 2: "nowhere", 3: "own 2", 4: "no_fit", 5: "own 1", 6: "placed", 7: "full"}
    assert said(plan([MONDAY, TUESDAY], everybody)) == reasons
    assert said(plan([replace(MONDAY, used=5)], [waits(1, 1)])) == {1: "full"}


def test_a_person_who_waits_twice_takes_their_own_event_then_what_the_reserve_list_allows() -> None:
    found = plan([MONDAY, TUESDAY], [waits(1, 1), waits(2, None, 2, person=1), waits(3, 2, 1, person=1)])
    assert said(found) == {1: "placed", 2: "balance 2", 3: "placed"}
    assert not found.placements[0].elsewhere


def test_without_anybody_nothing_is_planned() -> None:
    found = plan([MONDAY, TUESDAY], [])
    assert (found.placements, found.left, found.exact) == ((), (), True)
    assert [fill.after for fill in found.fills] == [3, 0]
    assert plan([], []).evenness_after == 1


def test_siblings_become_more_even() -> None:
    found = plan([MONDAY, TUESDAY], [waits(i, 1) for i in range(1, 4)])
    assert found.evenness_before == 0.5
    assert found.evenness_after == 1


@pytest.mark.parametrize(("fills", "index"), [([], 1), ([0, 0], 1), ([1, 1, 1], 1), ([1, 0, 0, 0], 0.25)])
def test_evenness_is_one_when_all_are_equal(fills: list[float], index: float) -> None:
    assert evenness(fills) == index


def test_larger_siblings_are_filled_to_the_same_share() -> None:
    small, large = Sibling(1, 10, 0, START), Sibling(2, 30, 0, START)
    found = plan([small, large], [waits(i, None) for i in range(1, 9)])
    assert [fill.after for fill in found.fills] == [2, 6]


FOURS = [Sibling(1, 4, 0, START), Sibling(2, 4, 0, START + timedelta(days=1))]
PAIRS = [waits(1, None, seats=2), waits(2, None, seats=2)]
THREE = waits(3, None, seats=3)


def test_parties_move_together_to_make_room_for_a_larger_one() -> None:
    apart = plan(FOURS, PAIRS)
    assert [placement.sibling for placement in apart.placements] == [1, 2]
    found = plan(FOURS, [*PAIRS, THREE])
    assert [placement.entry_id for placement in found.placements] == [1, 2, 3]
    assert found.placements[0].sibling == found.placements[1].sibling
    assert found.exact


def test_without_work_it_says_what_is_not_proven() -> None:
    found = plan(FOURS, [*PAIRS, THREE, waits(4, None, seats=3)], work=0)
    assert found.unproven == "order"
    assert not found.exact
    assert said(found)[3] == said(found)[4] == "not_found"


@pytest.mark.parametrize(
    ("seed", "sizes", "most", "work"),
    [(197, (1, 2, 3), (3, 8, 8), 0), (33, (2, 3, 4), (5, 10, 20), 0), (55, (2, 3), (8, 12, 40), 0)],
)
def test_whoever_was_not_found_room_for_gets_what_is_free_at_last(
    seed: int, sizes: tuple[int, ...], most: tuple[int, int, int], work: int
) -> None:
    """Found by chance: the seats are only free in one piece once the others are spread evenly."""
    siblings, waiters = group(seed, sizes, most)
    found = plan(siblings, waiters, work)
    assert found.unproven == "order"
    free = {fill.sibling: max(fill.capacity - fill.after, 0) for fill in found.fills}
    left = {each.entry_id for each in found.left}
    for waiter in waiters:
        assert waiter.entry_id not in left or all(free.get(s, 0) < waiter.seats for s in waiter.may)
