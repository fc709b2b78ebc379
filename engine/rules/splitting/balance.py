"""Units of one size spread over siblings, always at the least cost: first uneven fill, then people asked elsewhere.

The flow of least cost by successive shortest paths (Ahuja, Magnanti, Orlin, Network Flows, 1993, 9.7), reduced to a
graph with one node a sibling: an arc leads from s to t if somebody placed at s could be at t, and costs what it changes
in the number of people asked elsewhere: -1, 0 or 1. A new unit takes the cheapest way to a free seat, along which
others make room; a unit that leaves gives back the dearest seat from which others can move up. Both keep the whole at
least cost. Sets of siblings are the bits of whole numbers, so that one step looks at a whole set.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from engine.rules.splitting.ways import LESS, MORE, SAME, Arcs, Found, bits, search

CHANGES = (LESS, SAME, MORE)


@dataclass(frozen=True, slots=True, eq=False)
class Kind:
    """Units that are alike: the siblings that they `may` take, and of these the `easy` ones, to which going is no
    detour. Two kinds are never equal, so that a party's units stay its own."""

    may: int
    easy: int

    def at(self, s: int) -> "Kind":
        """The same, but only there."""
        return Kind(1 << s, self.easy & 1 << s)


class Balance:
    """`steps[s]` are the costs of each further unit at sibling s, strictly rising; there is room for as many. `work`
    counts the siblings that were looked at."""

    def __init__(self, steps: Sequence[Sequence[int]]) -> None:
        self.steps = steps
        self.loads = [0 for _ in steps]
        self._room = sum(1 << s for s, costs in enumerate(steps) if costs)
        self._used = 0
        self.uneven = 0
        self.asked = 0
        self.work = 0
        self.members: list[dict[Kind, int]] = [{} for _ in steps]
        self.out: Arcs = [[0 for _ in steps] for _ in CHANGES]
        self._into: Arcs = [[0 for _ in steps] for _ in CHANGES]
        self._carriers = [[[0 for _ in steps] for _ in steps] for _ in CHANGES]
        self._dead = (
            0  # full siblings whose people can only change among themselves; it stays so until one leaves
        )

    @property
    def cost(self) -> tuple[int, int]:
        """What is kept least."""
        return self.uneven, self.asked

    def add(self, kind: Kind) -> bool:
        """Place one more unit; False, and nothing changed, if no arrangement has room for all."""
        if not kind.may & ~self._dead:
            return False
        found = self._search(self.out, kind.easy, kind.may & ~kind.easy)
        ends = bits(found.reached & self._room)
        if not ends:
            self._dead |= found.reached
            return False
        last = min(ends, key=lambda s: (self.steps[s][self.loads[s]], found.far[s]))
        self._load(last, 1)
        way = found.way(last)
        for t, s in pairwise(way):
            self._shift(s, t)
        self._enter(kind, way[-1])
        return True

    def remove(self, kind: Kind, s: int) -> None:
        """Take away a unit placed at `s`."""
        self._leave(kind, s)
        self._dead = 0
        found = self._search(self._into, 1 << s, 0)
        ends = bits(found.reached & self._used)
        first = max(ends, key=lambda r: (self.steps[r][self.loads[r] - 1], -found.far[r]))
        self._load(first, -1)
        way = found.way(first)
        for t, r in pairwise(way[::-1]):
            self._shift(r, t)

    def next_step(self, s: int) -> int | None:
        """What one more unit at `s` itself would cost; None if it is full."""
        return self.steps[s][self.loads[s]] if self.loads[s] < len(self.steps[s]) else None

    def _load(self, s: int, by: int) -> None:
        costs, load = self.steps[s], self.loads[s]
        self.uneven += by * costs[min(load, load + by)]
        self.loads[s] = load = load + by
        here = 1 << s
        self._room = self._room | here if load < len(costs) else self._room & ~here
        self._used = self._used | here if load else self._used & ~here

    def _search(self, arcs: Arcs, near: int, far: int) -> Found:
        self.work += len(self.steps)
        return search(arcs, near, far)

    def _shift(self, s: int, t: int) -> None:
        """Somebody goes from s to t, whoever does it at the least cost."""
        here, there = 1 << s, 1 << t
        less, more = self.out[LESS][s] & there, not self.out[SAME][s] & there
        kind = next(
            kind
            for kind in self.members[s]
            if kind.may & there and _fits(kind.easy & here, kind.easy & there, less, more)
        )
        self._leave(kind, s)
        self._enter(kind, t)

    def _enter(self, kind: Kind, s: int) -> None:
        self.asked += not kind.easy >> s & 1
        members = self.members[s]
        members[kind] = members.get(kind, 0) + 1
        if members[kind] == 1:
            self._arrive(kind, s)

    def _leave(self, kind: Kind, s: int) -> None:
        self.asked -= not kind.easy >> s & 1
        members = self.members[s]
        members[kind] -= 1
        if not members[kind]:
            del members[kind]
            self._depart(kind, s)

    def _arrive(self, kind: Kind, s: int) -> None:
        """There is an arc from s as long as somebody there could go."""
        for change, targets in _arcs(kind, s):
            counts = self._carriers[change][s]
            for t in bits(targets):
                counts[t] += 1
            self.out[change][s] |= targets
            for t in bits(targets):
                self._into[change][t] |= 1 << s

    def _depart(self, kind: Kind, s: int) -> None:
        for change, targets in _arcs(kind, s):
            counts = self._carriers[change][s]
            for t in bits(targets):
                counts[t] -= 1
                if not counts[t]:
                    self.out[change][s] &= ~(1 << t)
                    self._into[change][t] &= ~(1 << s)


def _fits(easy_here: int, easy_there: int, less: int, more: bool) -> bool:
    """Whether this one changes the number of those asked elsewhere as little as anybody could."""
    if less:
        return not easy_here and easy_there != 0
    return more or (easy_here == 0) == (easy_there == 0)


def _arcs(kind: Kind, s: int) -> tuple[tuple[int, int], ...]:
    here = 1 << s
    if kind.easy & here:
        return (SAME, kind.easy ^ here), (MORE, kind.may & ~kind.easy)
    return (LESS, kind.easy), (SAME, kind.may & ~kind.easy & ~here)
