"""Units of one size spread over siblings, always at the least cost: first uneven fill, then people asked elsewhere.

The flow of least cost by successive shortest paths (Ahuja, Magnanti, Orlin, Network Flows, 1993, 9.7), reduced to a
graph with one node a sibling: an arc leads from s to t if somebody placed at s could be at t, and costs what it changes
in the number of people asked elsewhere: -1, 0 or 1. A new unit takes the cheapest way to a free seat, along which
others make room; a unit that leaves gives back the dearest seat from which others can move up. Both keep the whole at
least cost. Sets of siblings are the bits of whole numbers, so that one step looks at a whole set.
"""

from bisect import insort
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from engine.rules.splitting.ways import LESS, MORE, SAME, Arcs, Found, Tally, bits, search

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
        self._next = sorted((costs[0], s) for s, costs in enumerate(steps) if costs)
        self._last: Seats = []  # dearest first
        self.uneven = 0
        self.asked = 0
        self.work = 0
        self.members: list[dict[Kind, int]] = [{} for _ in steps]
        self.out: Arcs = [[0 for _ in steps] for _ in CHANGES]
        self._into: Arcs = [[0 for _ in steps] for _ in CHANGES]
        self._carriers = [[Tally() for _ in steps] for _ in CHANGES]
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
        ends = _first(self._next, found.reached)
        if not ends:
            self._dead |= found.reached
            return False
        last = found.nearest(ends)
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
        first = found.nearest(_first(self._last, found.reached))
        self._load(first, -1)
        way = found.way(first)
        for t, r in pairwise(way[::-1]):
            self._shift(r, t)

    def next_step(self, s: int) -> int | None:
        """What one more unit at `s` itself would cost; None if it is full."""
        return self.steps[s][self.loads[s]] if self.loads[s] < len(self.steps[s]) else None

    def _load(self, s: int, by: int) -> None:
        costs, load = self.steps[s], self.loads[s]
        self._next[:] = [seat for seat in self._next if seat[1] != s]
        self._last[:] = [seat for seat in self._last if seat[1] != s]
        self.uneven += by * costs[min(load, load + by)]
        self.loads[s] = load = load + by
        if load < len(costs):
            insort(self._next, (costs[load], s))
        if load:
            insort(self._last, (-costs[load - 1], s))

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
            self._carriers[change][s].add(targets)
            new = targets & ~self.out[change][s]
            self.out[change][s] |= new
            for t in bits(new):
                self._into[change][t] |= 1 << s

    def _depart(self, kind: Kind, s: int) -> None:
        for change, targets in _arcs(kind, s):
            gone = self._carriers[change][s].take(targets)
            self.out[change][s] ^= gone
            for t in bits(gone):
                self._into[change][t] ^= 1 << s


Seats = list[tuple[int, int]]
"""What a seat costs (or, below zero, gives back) and its sibling, in their order."""


def _first(seats: Seats, reached: int) -> int:
    """Of the siblings that were reached, those whose seats come first."""
    found = least = 0
    for cost, s in seats:
        if found and cost != least:
            break
        if reached >> s & 1:
            least = cost
            found |= 1 << s
    return found


def _fits(easy_here: int, easy_there: int, less: int, more: bool) -> bool:
    """Whether this one changes the number of those asked elsewhere as little as anybody could."""
    if less:
        return not easy_here and easy_there != 0
    return more or (easy_here == 0) == (easy_there == 0)


def _arcs(kind: Kind, s: int) -> list[tuple[int, int]]:
    """Where somebody of this kind could go from `s`, by what it changes."""
    here, hard = 1 << s, kind.may & ~kind.easy
    arcs = (
        ((SAME, kind.easy ^ here), (MORE, hard))
        if kind.easy & here
        else ((LESS, kind.easy), (SAME, hard ^ here))
    )
    return [(change, targets) for change, targets in arcs if targets]
