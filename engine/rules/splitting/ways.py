"""Shortest ways over a graph of siblings whose arcs cost -1, 0 or 1. Sets of siblings are the bits of whole numbers."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import inf

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


class Tally:
    """How often each sibling was counted. Number by number in binary, one set of siblings for each digit, so that
    counting a whole set is a few operations."""

    __slots__ = ("digits",)

    def __init__(self) -> None:
        self.digits: list[int] = []

    def add(self, siblings: int) -> None:
        """Count each of them once more."""
        for at, digit in enumerate(self.digits):
            self.digits[at] = digit ^ siblings
            siblings &= digit
            if not siblings:
                return
        self.digits.append(siblings)

    def take(self, siblings: int) -> int:
        """Count each of them once less; those that are at nought now. All of them were counted."""
        gone = siblings
        for at, digit in enumerate(self.digits):
            self.digits[at] = digit = digit ^ siblings
            siblings &= digit
            gone &= ~digit
        return gone


@dataclass(frozen=True, slots=True)
class Found:
    """What was `reached`, and by which `moves`: from a sibling (-1: a start), how far that leads, and to whom of those
    who were not as near before. What is known of a sibling is what the last of its moves says."""

    reached: int
    moves: Sequence[tuple[int, int, int]]

    def nearest(self, siblings: int) -> int:
        """Of these, which were reached, the nearest; of those as near, the first."""
        if not siblings & siblings - 1:
            return siblings.bit_length() - 1
        far, nearest = inf, 0
        for _, at, new in reversed(self.moves):
            here = new & siblings
            siblings ^= here
            if here and at <= far:
                nearest = here | nearest if at == far else here
                far = at
        return (nearest & -nearest).bit_length() - 1

    def way(self, end: int) -> list[int]:
        """From the end back to the start; whoever was reached from a sibling was reached after it."""
        steps = [end]
        for s, _, new in reversed(self.moves[2:]):  # without the starts
            if new >> steps[-1] & 1:
                steps.append(s)
        return steps


def search(arcs: Arcs, near: int, far: int) -> Found:
    """From the siblings in `near` (which are at 0) and in `far` (at 1). The arcs have no circle below zero.

    Level by level, the nearest first; an arc of -1 leads one level back. A way has fewer arcs than there are siblings,
    so that there are levels enough.
    """
    less, same, more = arcs
    size = len(same)
    every = (1 << size) - 1
    moves = [(-1, 1, far), (-1, 0, near)]
    within, todo = [0] * (2 * size + 3), [0] * (2 * size + 3)  # within: known to be on this level or nearer
    level = size
    top = level + 1
    todo[level], todo[top] = near, far
    back = -1  # whoever leads back: all of them, until it is known better
    while level <= top:
        known = within[level] | within[level - 1]
        queue = todo[level] & ~known
        todo[level] = 0
        unknown = every & ~(known | queue)
        above = unknown & ~(within[level + 1] | todo[level + 1])  # who is not as near as the next level
        below = every & ~(within[level - 1] | todo[level - 1])
        while queue:
            lowest = queue & -queue
            s = lowest.bit_length() - 1
            queue ^= lowest
            if new := same[s] & unknown:
                unknown ^= new
                above &= unknown
                queue |= new
                moves.append((s, level - size, new))
            if new := more[s] & above:
                above ^= new
                todo[level + 1] |= new
                top += top == level
                moves.append((s, level + 1 - size, new))
            if new := less[s] & below:
                below ^= new
                unknown &= ~new
                above &= ~new
                todo[level - 1] |= new
                moves.append((s, level - 1 - size, new))
            if not unknown:  # the rest can only lead back
                if back < 0:
                    back = _leading(less)
                queue &= back
        within[level] = every ^ unknown
        level += -1 if todo[level - 1] else 1
    return Found(within[top], moves)


def _leading(arcs: Sequence[int]) -> int:
    """The siblings from which any of these arcs leads away."""
    found = 0
    for s, targets in enumerate(arcs):
        if targets:
            found |= 1 << s
    return found
