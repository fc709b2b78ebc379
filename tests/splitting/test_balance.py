"""The flow on the graph of siblings, where it is too large to try everything: against circles cancelled one by one, and
against itself built anew."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from benchmarks.circles import optimum
from engine.rules.splitting import Sibling, Waiter, plan
from engine.rules.splitting.balance import Balance, Kind
from engine.rules.splitting.ways import bits
from tests.splitting.groups import START


def sparse(chance: Random, number: int, people: int) -> tuple[list[Sibling], list[Waiter]]:
    """Few can go anywhere but next door, so that many have to move for one."""
    siblings = [Sibling(i, chance.randint(3, 6), chance.randint(0, 2), START) for i in range(number)]
    waiters = []
    for i in range(people):
        home = chance.randrange(number)
        may = {home, *chance.sample(range(number), chance.randint(1, 2))}
        waiters.append(Waiter(i, i, 1, 0, START, chance.choice((home, home, None)), tuple(may)))
    return siblings, waiters


def test_as_good_as_the_optimum_found_in_another_way() -> None:
    for seed in range(150):
        chance = Random(seed)
        siblings, waiters = sparse(chance, chance.randint(5, 12), chance.randint(20, 60))
        ours, best = plan(siblings, waiters), optimum(siblings, waiters)
        assert {placement.entry_id for placement in ours.placements} == best.served
        assert sum(Fraction(fill.after**2, fill.capacity) for fill in ours.fills) == best.uneven
        assert sum(placement.elsewhere for placement in ours.placements) == best.asked


def test_whoever_leaves_leaves_the_rest_at_least_cost() -> None:
    for seed in range(150):
        chance = Random(seed)
        steps = [[2 * n + 1 for n in range(chance.randint(1, 4))] for _ in range(6)]
        balance, held = Balance(steps), []
        for _ in range(30):
            may = chance.randint(1, 63)
            kind = Kind(may, may & chance.randint(0, 63))
            if balance.add(kind):
                held.append(kind)
            if held and chance.random() < 0.5:
                gone = held.pop(chance.randrange(len(held)))
                balance.remove(gone, next(s for s in bits(gone.may) if gone in balance.members[s]))
            again = Balance(steps)
            assert all(again.add(kind) for kind in held)
            assert balance.cost == again.cost
