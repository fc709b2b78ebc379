"""Shortest ways over a graph of siblings whose arcs cost -1, 0 or 1. Sets of siblings are the bits of whole numbers."""

from dataclasses import dataclass
from functools import lru_cache

Arcs = list[list[int]]
"""By cost (as LESS, SAME, MORE) and sibling: the siblings that an arc leads to."""

LESS, SAME, MORE = 0, 1, 2


@lru_cache(maxsize=1 << 14)
def bits(siblings: int) -> tuple[int, ...]:
    """The siblings of a set, in their order. Kept, as the same sets come again and again."""
    found = []
    while siblings:
        lowest = siblings & -siblings
        found.append(lowest.bit_length() - 1)
        siblings ^= lowest
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Found:
    """How far each reached sibling is, and from where it was reached (-1: it is a start)."""

    reached: int
    far: list[int]
    came: list[int]

    def way(self, end: int) -> list[int]:
        """From the end back to the start."""
        steps = [end]
        while (before := self.came[steps[-1]]) >= 0:
            steps.append(before)
        return steps


def search(arcs: Arcs, near: int, far: int) -> Found:
    """From the siblings in `near` (which are at 0) and in `far` (at 1). The arcs have no circle below zero.

    Level by level, the nearest first; an arc of -1 leads one level back. A way has fewer arcs than there are siblings,
    so that there are levels enough.
    """
    less, same, more = arcs
    size = len(same)
    distance, came = [0] * size, [-1] * size
    within, todo = [0] * (2 * size + 3), [0] * (2 * size + 3)  # within: known to be on this level or nearer
    level = size
    top = level + 1
    todo[level], todo[top] = near, far
    for t in bits(far):
        distance[t] = 1
    while level <= top:
        known = within[level] | within[level - 1]
        queue = todo[level] & ~known
        known |= queue
        todo[level] = 0
        above = within[level + 1] | todo[level + 1]
        below = within[level - 1] | todo[level - 1]
        while queue:
            lowest = queue & -queue
            s = lowest.bit_length() - 1
            queue ^= lowest
            if new := same[s] & ~known:
                known |= new
                queue |= new
                _reach(new, s, level - size, distance, came)
            if new := more[s] & ~(known | above):
                above |= new
                todo[level + 1] |= new
                if top == level:
                    top += 1
                _reach(new, s, level + 1 - size, distance, came)
            if new := less[s] & ~below:
                below |= new
                known |= new
                todo[level - 1] |= new
                _reach(new, s, level - 1 - size, distance, came)
        within[level] = known
        level += -1 if todo[level - 1] else 1
    return Found(within[top], distance, came)


def _reach(new: int, s: int, at: int, distance: list[int], came: list[int]) -> None:
    for t in bits(new):
        distance[t], came[t] = at, s
