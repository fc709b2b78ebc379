"""Small groups: the plan is the best of all that there are, tried one by one."""

from __future__ import annotations

import pytest

from engine.rules.splitting import Sibling, SplitPlan, Waiter, plan
from tests.splitting.brute import Places, Wish, choices, feasible, value, wishes
from tests.splitting.groups import group

SMALL = (3, 5, 6)
EQUAL = ((1,), (1,), (2,))
MIXED = ((1, 2), (1, 1, 2, 3), (2, 4, 6), (2, 3))
MANY = 1_500


def places(found: SplitPlan, line: list[Wish]) -> Places:
    by_entry = {placement.entry_id: placement.sibling for placement in found.placements}
    return tuple(
        next((by_entry[entry.entry_id] for entry in wish.entries if entry.entry_id in by_entry), None)
        for wish in line
    )


def check(made: tuple[list[Sibling], list[Waiter]], *, ties: bool) -> None:
    siblings, waiters = made
    line = wishes(waiters)
    valued = [(value(siblings, line, each), each) for each in feasible(siblings, line)]
    best = min(what for what, _ in valued)
    found = plan(siblings, waiters)
    ours = places(found, line)
    assert found.exact
    assert value(siblings, line, ours) == best
    if ties:
        assert choices(siblings, line, ours) == min(
            choices(siblings, line, each) for what, each in valued if what == best
        )


@pytest.mark.parametrize("part", range(4))
def test_people_alone_or_in_parties_of_one_size(part: int) -> None:
    for seed in range(part * MANY, (part + 1) * MANY):
        check(group(seed, EQUAL[seed % len(EQUAL)], SMALL), ties=True)


@pytest.mark.parametrize("part", range(4))
def test_parties_of_different_sizes(part: int) -> None:
    for seed in range(part * MANY, (part + 1) * MANY):
        check(group(seed, MIXED[seed % len(MIXED)], SMALL), ties=False)


@pytest.mark.parametrize("sizes", [(1,), (1, 2)])
def test_people_who_wait_twice(sizes: tuple[int, ...]) -> None:
    for seed in range(MANY):
        check(group(seed, sizes, SMALL, people=4), ties=sizes == (1,))
