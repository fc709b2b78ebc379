"""Among all placements of least cost, the one in which whoever stands first in line gets the best place for them.

By the prices of an optimum (Ahuja, Magnanti, Orlin, Network Flows, 9.4) all optima are told from the rest: in each of
them, every unit is at one of the siblings that are cheapest for its kind at these prices, and a sibling takes or
gives a seat only where its price is the cost of that seat. So, one person after the other: they take the first
sibling of their choice from which a circle of such moves leads back to where they are now; it costs nothing, and
nobody before them moves.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from engine.rules.splitting.balance import CHANGES, Balance, Kind
from engine.rules.splitting.ways import bits


class Turn(NamedTuple):
    """A person of a kind, and the siblings in the order of their choice."""

    kind: Kind
    choice: Sequence[int]


def settle(balance: Balance, turns: Sequence[Turn]) -> list[int]:
    """The sibling of each person; `turns` are in line order, and are all whom `balance` holds."""
    return _Settling(balance).run(turns)


@dataclass(frozen=True, slots=True)
class _Prices:
    """`scale` makes one number of both costs: a person asked elsewhere counts less than any difference in fill."""

    scale: int
    siblings: list[int]
    seat: int

    def cheapest(self, kind: Kind) -> int:
        """Where units of this kind are in every optimum."""
        costs = {s: (not kind.easy >> s & 1) - self.siblings[s] for s in bits(kind.may)}
        least = min(costs.values())
        return sum(1 << s for s, cost in costs.items() if cost == least)


def _prices(balance: Balance) -> _Prices:
    """Shortest distances (Bellman and Ford) along every change that is possible, from a place as near to all."""
    size = len(balance.loads)
    scale = 2 * size + 4  # more than the people by whom two ways could differ
    arcs = list(_arcs(balance, scale))
    far = [0] * (size + 1)
    changed = True
    while changed:
        changed = False
        for s, t, cost in arcs:
            if far[s] + cost < far[t]:
                far[t] = far[s] + cost
                changed = True
    return _Prices(scale, far[:size], far[size])


def _arcs(balance: Balance, scale: int) -> Iterator[tuple[int, int, int]]:
    seat = len(balance.loads)
    for s, load in enumerate(balance.loads):
        step = balance.next_step(s)
        if step is not None:
            yield s, seat, step * scale
        if load:
            yield seat, s, -balance.steps[s][load - 1] * scale
        for change, targets in zip((-1, 0, 1), (balance.out[each][s] for each in CHANGES), strict=True):
            for t in bits(targets):
                yield s, t, change


class _Settling:
    """`leads[s]` has every free move from s, and maybe some that nobody is there for any more: these are struck out
    when they are met. The last node stands for all seats: a way through it adds one seat here and gives one back there.
    """

    def __init__(self, balance: Balance) -> None:
        self.prices = _prices(balance)
        self.steps, self.loads = balance.steps, list(balance.loads)
        self.seat = len(self.loads)
        self.free = [dict(members) for members in balance.members]  # who is not settled yet
        kinds = dict.fromkeys(kind for members in self.free for kind in members)
        self.tight = {kind: self.prices.cheapest(kind) for kind in kinds}
        self.where = dict.fromkeys(kinds, 0)
        self.leads = [0] * (self.seat + 1)
        for s, members in enumerate(self.free):
            for kind in members:
                self._stay(kind, s)
            self._price(s)

    def run(self, turns: Sequence[Turn]) -> list[int]:
        """Where each of them goes."""
        return [self._settle(turn) for turn in turns]

    def _settle(self, turn: Turn) -> int:
        kind = turn.kind
        while not self.where[kind] >> (first := self._first(turn)) & 1:
            missed = self._get(kind, first)
            self.tight[kind] &= ~missed  # for good: who is settled stays, so that a way is never opened again
        self._take(kind, first)
        return first

    def _first(self, turn: Turn) -> int:
        return next(s for s in turn.choice if self.tight[turn.kind] >> s & 1)

    def _get(self, kind: Kind, t: int) -> int:
        """Bring a unit of this kind to `t`; 0 if that worked, else the siblings from which no circle leads back."""
        while True:
            came = self._back(t, self.where[kind])
            if not self.where[kind] & came.reached:
                return came.reached
            way = came.way()
            carriers = [(self._carrier(s, r), s, r) for s, r in pairwise(way)]
            if all(carrier is not None or self.seat in (s, r) for carrier, s, r in carriers):
                break
        for carrier, s, r in carriers:
            if carrier is not None:
                self._move(carrier, s, r)
        self._exchange(way)
        self._move(kind, way[-1], t)
        return 0

    def _back(self, t: int, goals: int) -> "_Back":
        """Breadth first from `t` until one of the goals is met."""
        came = [-1] * (self.seat + 1)
        reached, queue, found = 1 << t, [t], -1
        for s in queue:
            new = self.leads[s] & ~reached
            reached |= new
            for r in bits(new):
                came[r] = s
                queue.append(r)
            if new & goals:
                found = bits(new & goals)[0]
                break
        return _Back(reached, came, found)

    def _carrier(self, s: int, t: int) -> Kind | None:
        """Somebody free to go from s to t; where there is nobody, the move is struck out."""
        if self.seat in (s, t):
            return None
        found = next((kind for kind in self.free[s] if self.tight[kind] >> t & 1), None)
        if found is None:
            self.leads[s] &= ~(1 << t)
        return found

    def _move(self, kind: Kind, s: int, t: int) -> None:
        self._take(kind, s)
        self.free[t][kind] = self.free[t].get(kind, 0) + 1
        self._stay(kind, t)

    def _take(self, kind: Kind, s: int) -> None:
        members = self.free[s]
        members[kind] -= 1
        if not members[kind]:
            del members[kind]
            self.where[kind] &= ~(1 << s)

    def _stay(self, kind: Kind, s: int) -> None:
        self.where[kind] |= 1 << s
        self.leads[s] |= self.tight[kind] & ~(1 << s)

    def _exchange(self, way: Sequence[int]) -> None:
        """A way over the seats ends with one more before it and one fewer behind it."""
        if self.seat in way:
            at = way.index(self.seat)
            for s, more in ((way[at - 1], 1), (way[at + 1], -1)):
                self.loads[s] += more
                self._price(s)

    def _price(self, s: int) -> None:
        """Whether a seat at `s` may be added or given back without a loss."""
        load, here, there = self.loads[s], 1 << s, 1 << self.seat
        worth = self.prices.seat - self.prices.siblings[s]
        steps = [step * self.prices.scale for step in self.steps[s][max(load - 1, 0) : load + 1]]
        gives = load > 0 and steps[0] == worth
        takes = load < len(self.steps[s]) and steps[-1] == worth
        self.leads[s] = self.leads[s] | there if takes else self.leads[s] & ~there
        self.leads[self.seat] = self.leads[self.seat] | here if gives else self.leads[self.seat] & ~here


@dataclass(frozen=True, slots=True)
class _Back:
    """What was reached from a sibling, and how."""

    reached: int
    came: list[int]
    end: int

    def way(self) -> list[int]:
        """From the start to the end."""
        steps = [self.end]
        while self.came[steps[-1]] >= 0:
            steps.append(self.came[steps[-1]])
        return steps[::-1]
