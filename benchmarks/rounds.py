"""Rounds: contenders take turns, another one first each time."""

import asyncio
import gc
import time
from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from benchmarks.figures import Readings

Contender = Callable[[], Awaitable[Mapping[str, float]]]
"""Runs once; its readings by name."""


async def alternate(rounds: int, contenders: Sequence[Contender]) -> Readings:
    """Every contender once in each round."""
    found: Readings = defaultdict(list)
    for number in range(rounds):
        turn = number % len(contenders)
        for contender in (*contenders[turn:], *contenders[:turn]):
            gc.collect()
            for name, reading in (await contender()).items():
                found[name].append(reading)
    return dict(found)


@dataclass(slots=True)
class Times:
    """How long single things took, in seconds, and all of them together."""

    seconds: list[float] = field(default_factory=list)
    total: float = 0.0

    def rate(self) -> float:
        """How many a second."""
        return len(self.seconds) / self.total

    def milliseconds(self, share: float) -> float:
        """The time that `share` of them stayed below: 0.5 is the median."""
        ordered = sorted(self.seconds)
        return ordered[min(int(len(ordered) * share), len(ordered) - 1)] * 1000


async def crowd(waiting: int, things: Iterable[Callable[[], Awaitable[Any]]]) -> Times:
    """Do all things, `waiting` of them at any time."""
    times = Times()
    left = iter(things)

    async def one_after_another() -> None:
        for thing in left:
            start = time.perf_counter()
            await thing()
            times.seconds.append(time.perf_counter() - start)

    start = time.perf_counter()
    await asyncio.gather(*(one_after_another() for _ in range(waiting)))
    times.total = time.perf_counter() - start
    return times


IDS = count(10**15)
"""For rows that an anchor writes itself: beyond every id that the bot gives."""
