"""`splitter`: 50 siblings and 5,000 people who wait: the plan, against the exact optimum found in quite another way (a
matching made by Kuhn's algorithm, then Klein's: circles that cost less than nothing are cancelled until there is none).

It only computes, in one thread, so its time is the processor's: what else the machine does is not its doing."""

import time
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from random import Random

from benchmarks.circles import Optimum, optimum
from benchmarks.figures import Row, at_least, at_most, row
from benchmarks.options import Options
from benchmarks.rounds import alternate
from benchmarks.stores import Stores
from benchmarks.truth import Untrue
from engine.rules.splitting import Sibling, SplitPlan, Waiter, plan

SIBLINGS, PEOPLE = 50, 5_000
START = datetime(2026, 3, 2, 18, tzinfo=UTC)
PLAN, EXACT = "plan", "the exact optimum, by cancelling circles"
PARTIES = "plan with parties of 1 to 4"
OURS = {"served": "people served", "uneven": "sum of used² / capacity", "asked": "people asked elsewhere"}


async def run(_: Stores, kind: str, options: Options) -> list[Row]:
    """Nothing of it touches a database, so once is enough; each round is another group."""
    if kind != "sqlite":
        return []
    contest = _Contest(options)
    found = await alternate(options.rounds, [contest.round])
    return [
        row(found, PLAN, "s CPU", goal=at_most(1)),
        row(found, OURS["served"], "", _best("served"), at_least(1)),
        row(found, OURS["uneven"], "", _best("uneven"), at_most(1)),
        row(found, OURS["asked"], "", _best("asked"), at_most(1)),
        row(found, PARTIES, "s CPU", goal=at_most(1)),
        row(found, EXACT, "s CPU"),
    ]


def _best(what: str) -> str:
    return f"{OURS[what]}, at best"


class _Contest:
    def __init__(self, options: Options) -> None:
        self.siblings, self.people = options.size(SIBLINGS), options.size(PEOPLE)
        self.seed = 0

    async def round(self) -> Mapping[str, float]:
        """One group, planned for by both."""
        self.seed += 1
        siblings, waiters = group(self.seed, self.siblings, self.people, (1,))
        took, ours = _timed(siblings, waiters)
        start = time.process_time()
        best = optimum(siblings, waiters)
        exact = time.process_time() - start
        _check(ours, waiters, best)
        mixed, _ = _timed(*group(self.seed, self.siblings, self.people, (1, 1, 1, 2, 2, 3, 4)))
        uneven, asked = _cost(ours)
        return {
            PLAN: took,
            PARTIES: mixed,
            EXACT: exact,
            OURS["served"]: len(ours.placements),
            OURS["uneven"]: float(uneven),
            OURS["asked"]: asked,
            _best("served"): len(best.served),
            _best("uneven"): float(best.uneven),
            _best("asked"): best.asked,
        }


def group(seed: int, number: int, people: int, sizes: Sequence[int]) -> tuple[list[Sibling], list[Waiter]]:
    """Siblings of 20 to 90 seats, up to half of them used; each person waits for one of them, or on the reserve list,
    and has time for about half of the others."""
    chance = Random(seed)
    siblings = []
    for i in range(number):
        capacity = chance.choice((20, 30, 45, 60, 90))
        starts_at = START + timedelta(hours=chance.randint(0, 24 * 28))
        siblings.append(Sibling(i, capacity, chance.randint(0, capacity // 2), starts_at))
    return siblings, [_waiter(chance, i, number, sizes) for i in range(people)]


def _waiter(chance: Random, entry_id: int, number: int, sizes: Sequence[int]) -> Waiter:
    home = chance.choice((None, *range(number)))
    suits = {s for s in range(number) if chance.random() < 0.5} | ({home} if home is not None else set())
    joined = START - timedelta(minutes=chance.randint(1, 100_000))
    priority = chance.choice((0, 0, 0, 1))
    return Waiter(entry_id, entry_id, chance.choice(sizes), priority, joined, home, tuple(sorted(suits)))


def _timed(siblings: list[Sibling], waiters: list[Waiter]) -> tuple[float, SplitPlan]:
    start = time.process_time()
    made = plan(siblings, waiters)
    return time.process_time() - start, made


def _cost(made: SplitPlan) -> tuple[Fraction, int]:
    uneven = sum((Fraction(fill.after**2, fill.capacity) for fill in made.fills), Fraction(0))
    return uneven, sum(placement.elsewhere for placement in made.placements)


def _check(made: SplitPlan, waiters: list[Waiter], best: Optimum) -> None:
    """The very same people, no seat twice, nobody where they cannot go, and not a fraction worse. Raises Untrue."""
    may = {waiter.entry_id: waiter.may for waiter in waiters}
    if any(placement.sibling not in may[placement.entry_id] for placement in made.placements):
        raise Untrue("somebody is sent where they cannot go")
    if any(fill.after > fill.capacity for fill in made.fills):
        raise Untrue("a sibling is oversold")
    if {placement.entry_id for placement in made.placements} != best.served:
        raise Untrue("other people are served than the order says")
    if not made.exact or _cost(made) != (best.uneven, best.asked):
        raise Untrue(f"{_cost(made)} is not the optimum ({best.uneven}, {best.asked})")
