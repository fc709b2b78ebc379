"""The exact optimum of a plan for the splitter, the slow way: the anchor of `splitter`. One seat each.

It shares no code and no method with the engine: who is served comes of Kuhn's algorithm in line order (augmenting
paths), the best places for them of Klein's (1967): as long as there is a circle of moves that costs less than nothing,
all on it move. In a cost, a person asked elsewhere counts less than any difference in fill.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import lcm

from engine.rules.splitting import Sibling, Waiter

Cost = int
NOBODY = -1


@dataclass(frozen=True, slots=True)
class Optimum:
    """Who is served (entries), the sum of used² / capacity, and how many are asked elsewhere."""

    served: frozenset[int]
    uneven: Fraction
    asked: int


def optimum(siblings: Sequence[Sibling], waiters: Iterable[Waiter]) -> Optimum:
    """By people on one side and siblings on the other."""
    line = sorted(waiters, key=lambda waiter: (-waiter.priority, waiter.joined, waiter.entry_id))
    slow = _Slow(siblings)
    for waiter in line:
        slow.serve(waiter)
    while slow.cancel():
        pass
    return Optimum(
        frozenset(waiter.entry_id for there in slow.there for waiter in there),
        sum(
            (
                Fraction((s.used + len(there)) ** 2, s.capacity)
                for s, there in zip(siblings, slow.there, strict=True)
            ),
            Fraction(0),
        ),
        sum(_asked(siblings[s], waiter) for s, there in enumerate(slow.there) for waiter in there),
    )


def _asked(sibling: Sibling, waiter: Waiter) -> int:
    return int(waiter.home is not None and waiter.home != sibling.id)


class _Slow:
    def __init__(self, siblings: Sequence[Sibling]) -> None:
        self.siblings = siblings
        self.number = {sibling.id: s for s, sibling in enumerate(siblings)}
        self.there: list[list[Waiter]] = [[] for _ in siblings]
        self.whole = lcm(*(sibling.capacity for sibling in siblings)) * (4 * len(siblings) + 8)
        self.moves: list[dict[int, tuple[Cost, Waiter]]] = [{} for _ in siblings]
        self.stuck: set[int] = set()

    def serve(self, waiter: Waiter) -> None:
        """Kuhn: a seat for them, others moving on where they must; breadth first."""
        start = [self.number[sibling] for sibling in waiter.may]
        came: dict[int, tuple[int, Waiter]] = dict.fromkeys(start, (NOBODY, waiter))
        queue = [s for s in start if s not in self.stuck]
        for s in queue:
            if len(self.there[s]) < self.siblings[s].free:
                self._augment(s, came)
                return
            for other in self.there[s]:
                for sibling in other.may:
                    t = self.number[sibling]
                    if t not in came:
                        came[t] = (s, other)
                        queue.append(t)
        self.stuck.update(queue)

    def _augment(self, s: int, came: dict[int, tuple[int, Waiter]]) -> None:
        while s != NOBODY:
            before, waiter = came[s]
            self.there[s].append(waiter)
            if before != NOBODY:
                self.there[before].remove(waiter)
            self.moves[s] = {}
            s = before
        self.moves = [{} for _ in self.siblings]

    def cancel(self) -> bool:
        """Klein: one circle of a cost below zero; False if there is none (then this is the optimum)."""
        arcs = [(s, t, cost) for s in range(len(self.there)) for t, (cost, _) in self._moves(s).items()]
        arcs += self._seats()
        circle = _circle(len(self.there) + 1, arcs)
        for s, t in circle:
            if s < len(self.there) and t < len(self.there):
                waiter = self.moves[s][t][1]
                self.there[s].remove(waiter)
                self.there[t].append(waiter)
        for s in {s for arc in circle for s in arc if s < len(self.there)}:
            self.moves[s] = {}
        return bool(circle)

    def _moves(self, s: int) -> dict[int, tuple[Cost, Waiter]]:
        """To each other sibling the cheapest move of somebody who is at `s`."""
        if not self.moves[s]:
            found = self.moves[s]
            for waiter in self.there[s]:
                here = _asked(self.siblings[s], waiter)
                for sibling in waiter.may:
                    t = self.number[sibling]
                    cost = _asked(self.siblings[t], waiter) - here
                    if t != s and (t not in found or cost < found[t][0]):
                        found[t] = (cost, waiter)
        return self.moves[s]

    def _seats(self) -> list[tuple[int, int, Cost]]:
        """One seat more at s, or one fewer, through a node that stands for all seats."""
        seat, arcs = len(self.there), []
        for s, sibling in enumerate(self.siblings):
            used, each = sibling.used + len(self.there[s]), self.whole // sibling.capacity
            if len(self.there[s]) < sibling.free:
                arcs.append((s, seat, each * (2 * used + 1)))
            if self.there[s]:
                arcs.append((seat, s, -each * (2 * used - 1)))
        return arcs


def _circle(size: int, arcs: Sequence[tuple[int, int, Cost]]) -> list[tuple[int, int]]:
    """Bellman and Ford: the arcs of a circle below zero, if there is one; looked for every round."""
    far, came = [0] * size, [NOBODY] * size
    changed = True
    while changed:
        changed = False
        for s, t, cost in arcs:
            if far[s] + cost < far[t]:
                far[t], came[t], changed = far[s] + cost, s, True
        if circle := _closed(came):
            return circle
    return []


def _closed(came: Sequence[int]) -> list[tuple[int, int]]:
    """Ways lead from `came[t]` to t; the arcs of one that leads back to where it began."""
    seen: dict[int, int] = {}
    for start in range(len(came)):
        t = start
        while t != NOBODY and t not in seen:
            seen[t] = start
            t = came[t]
        if t != NOBODY and seen[t] == start:
            circle, s = [(came[t], t)], came[t]
            while s != t:
                circle.append((came[s], s))
                s = came[s]
            return circle
    return []
