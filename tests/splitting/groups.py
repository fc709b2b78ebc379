"""Random groups of siblings and people in line."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from random import Random

from hypothesis import strategies as st

from engine.rules.splitting import Sibling, Waiter

START = datetime(2026, 3, 2, 18, tzinfo=UTC)

Group = tuple[list[Sibling], list[Waiter]]


def siblings(chance: Random, number: int, most: int) -> list[Sibling]:
    """Sometimes full, and sometimes with more seats used than there should be."""
    made: list[Sibling] = []
    for _ in range(number):
        capacity = chance.randint(1, most)
        used = chance.choice((0, 0, chance.randint(0, capacity), capacity, capacity + 1))
        made.append(
            Sibling(10 + len(made), capacity, used, START + timedelta(days=chance.randint(0, number)))
        )
    return made


def waiter(
    chance: Random, group: list[Sibling], entry_id: int, sizes: tuple[int, ...], people: int
) -> Waiter:
    ids = [sibling.id for sibling in group]
    suits = [sibling for sibling in ids if chance.random() < 0.6] or [99]
    return Waiter(
        entry_id=entry_id,
        person_id=chance.randint(1, people) if people else entry_id,
        seats=chance.choice(sizes),
        priority=chance.choice((0, 0, 1)),
        joined=START - timedelta(hours=chance.randint(0, 5)),
        home=chance.choice((None, *ids, *ids)),
        may=tuple(ids if chance.random() < 0.3 else suits),
    )


def group(seed: int, sizes: tuple[int, ...], most: tuple[int, int, int], people: int = 0) -> Group:
    """`most`: siblings, seats of one, people in line. With `people` some of them wait twice."""
    chance = Random(seed)
    made = siblings(chance, chance.randint(1, most[0]), most[1])
    number = chance.randint(0, most[2])
    return made, [waiter(chance, made, 100 + i, sizes, people) for i in range(number)]


SIZES = st.sampled_from(((1,), (1,), (2,), (1, 2), (1, 1, 2, 3), (2, 4), (2, 3)))
ANY = st.builds(
    group,
    st.integers(0, 2**32),
    SIZES,
    st.tuples(st.integers(1, 8), st.integers(1, 12), st.integers(0, 40)),
    st.sampled_from((0, 0, 15)),
)
