"""Branch and bound (Land and Doig 1960) over parties that the relaxed plan splits.

The relaxed plan may seat the members of a party at different siblings; nothing is cheaper than it. Where it splits
nobody, it is a real plan. Else a split party is tried at each sibling in turn, and the rest is balanced anew: first
where that costs nothing more, so that the first whole plan is mostly as good as the bound, and with that the best.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from engine.rules.splitting.balance import Balance, Kind
from engine.rules.splitting.ways import bits

Cost = tuple[int, int]


@dataclass(frozen=True, slots=True, eq=False)
class Party:
    """`size` units that go together; the kind is theirs alone."""

    kind: Kind
    size: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """The best whole plan found that is good enough (where each party is), and whether no other is better."""

    places: dict[Party, int] | None
    proven: bool


def put(balance: Balance, kind: Kind, size: int) -> bool:
    """Place as many units, or none."""
    for done in range(size):
        if not balance.add(kind):
            take(balance, kind, done)
            return False
    return True


def take(balance: Balance, kind: Kind, size: int) -> None:
    """Take as many units away, wherever they are."""
    for _ in range(size):
        balance.remove(kind, next(s for s in bits(kind.may) if kind in balance.members[s]))


class Wholes:
    """Parties and people on their own, balanced as if parties could be split."""

    def __init__(self, balance: Balance) -> None:
        self.balance = balance
        self.best: Cost | None = None  # while searching: what a plan has to cost less than
        self.fixed: dict[Party, Kind] = {}
        self.seen: dict[Party, int] = {}  # where a party was whole when last looked at

    def add(self, party: Party) -> bool:
        """One more; False, and nothing changed, if there is no room even if it is split."""
        if not put(self.balance, party.kind, party.size):
            return False
        if party.size > 1:
            self.seen[party] = bits(party.kind.may)[0]
        return True

    def drop(self, party: Party) -> None:
        """Without it again."""
        self.seen.pop(party, None)
        take(self.balance, party.kind, party.size)

    def search(self, enough: Cost | None, work: int) -> Outcome:
        """The best plan with nobody split that costs less than `enough`; without it, the first one found. It gives up
        when about as much work is done. Afterwards everything is as before."""
        bound, limit = self.balance.cost, self.balance.work + work
        self.best = enough
        places, any_will_do = None, enough is None
        path: list[tuple[Party, Iterator[Cost]]] = []
        proven, deeper = True, True
        while proven:
            if deeper and self._promising(self.balance.cost):
                split = next((party for party in self.seen if not self._whole(party)), None)
                if split is None:
                    self.best, places = self.balance.cost, dict(self.seen)
                    if any_will_do or self.best == bound:
                        break
                else:
                    path.append((split, self._fastened(split)))
            if not path:
                break
            deeper = next(path[-1][1], None) is not None
            if not deeper:
                path.pop()
            proven = not path or self.balance.work < limit
        for party, _ in reversed(path):
            self._loosen(party)
        return Outcome(places, proven)

    def _promising(self, cost: Cost) -> bool:
        """Whether something better than the best known may come of what costs so much already."""
        return self.best is None or cost < self.best

    def _fastened(self, party: Party) -> Iterator[Cost]:
        """The party at each sibling in turn, and what all costs then: first wherever that is no more than before, then
        where it is least, as long as that is promising. At the end the party is as before."""
        before = self.balance.cost
        dearer: list[tuple[Cost, int]] = []
        for s in self._options(party):
            if self._promising(before) and self._fasten(party, s):
                if self.balance.cost == before:
                    yield before
                else:
                    dearer.append((self.balance.cost, s))
                self._loosen(party)
        for cost, s in sorted(dearer):
            if self._promising(cost) and self._fasten(party, s):
                yield cost
                self._loosen(party)

    def _whole(self, party: Party) -> bool:
        members, kind = self.balance.members, self.fixed.get(party, party.kind)
        if members[self.seen[party]].get(kind) == party.size:
            return True
        whole = [s for s in bits(kind.may) if members[s].get(kind) == party.size]
        if whole:
            self.seen[party] = whole[0]
        return bool(whole)

    def _options(self, party: Party) -> list[int]:
        """First where most of them are, then where there is most room."""
        units = [self.balance.members[s].get(party.kind, 0) for s in range(len(self.balance.loads))]
        return sorted(bits(party.kind.may), key=lambda s: (-units[s], self.balance.loads[s], s))

    def _fasten(self, party: Party, s: int) -> bool:
        kind = party.kind.at(s)
        take(self.balance, party.kind, party.size)
        if put(self.balance, kind, party.size):
            self.fixed[party] = kind
            return True
        put(self.balance, party.kind, party.size)
        return False

    def _loosen(self, party: Party) -> None:
        kind = self.fixed.pop(party)
        take(self.balance, kind, party.size)
        put(self.balance, party.kind, party.size)
