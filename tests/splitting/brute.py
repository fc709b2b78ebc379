"""Every plan there is, tried one by one: the definition of the best plan, written without the engine's methods."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from engine.rules.splitting import Sibling, Waiter

Places = tuple[int | None, ...]
"""The sibling of each wish, in line order."""


@dataclass(frozen=True)
class Wish:
    """A person who wants so many seats, with every entry that says so."""

    person: int
    seats: int
    entries: tuple[Waiter, ...]

    def may(self) -> set[int]:
        return {sibling for entry in self.entries for sibling in entry.may}

    def own(self, sibling: int) -> bool:
        return any(entry.home == sibling and sibling in entry.may for entry in self.entries)

    def detour(self, sibling: int) -> bool:
        reserve = any(entry.home is None and sibling in entry.may for entry in self.entries)
        return not reserve and not self.own(sibling)


def wishes(waiters: Sequence[Waiter]) -> list[Wish]:
    line = sorted(waiters, key=lambda w: (-w.priority, w.joined, w.entry_id))
    keys = dict.fromkeys((w.person_id, w.seats) for w in line)
    return [Wish(*key, tuple(w for w in line if (w.person_id, w.seats) == key)) for key in keys]


def feasible(group: Sequence[Sibling], line: Sequence[Wish]) -> Iterator[Places]:
    """All plans, with and without each of them."""
    yield from _more(group, line, {sibling.id: sibling.free for sibling in group}, (), frozenset())


def _more(
    group: Sequence[Sibling], line: Sequence[Wish], free: dict[int, int], done: Places, people: frozenset[int]
) -> Iterator[Places]:
    if not line:
        yield done
        return
    wish, *rest = line
    if wish.person not in people:
        for sibling in group:
            if sibling.id in wish.may() and free[sibling.id] >= wish.seats:
                less = {**free, sibling.id: free[sibling.id] - wish.seats}
                yield from _more(group, rest, less, (*done, sibling.id), people | {wish.person})
    yield from _more(group, rest, free, (*done, None), people)


Value = tuple[list[bool], Fraction, int]


def value(group: Sequence[Sibling], line: Sequence[Wish], places: Places) -> Value:
    """The three aims; less is better."""
    used = {sibling.id: sibling.used for sibling in group}
    asked = 0
    for wish, place in zip(line, places, strict=True):
        if place is not None:
            used[place] += wish.seats
            asked += wish.seats * wish.detour(place)
    uneven = sum((Fraction(used[s.id] ** 2, s.capacity) for s in group), Fraction(0))
    return [place is None for place in places], uneven, asked


def choices(group: Sequence[Sibling], line: Sequence[Wish], places: Places) -> list[tuple[bool, int]]:
    """The fourth aim: everybody's place in the order of their choice; less is better."""
    order = [s.id for s in sorted(group, key=lambda s: (s.starts_at, s.id))]
    return [
        (not wish.own(place), order.index(place))
        for wish, place in zip(line, places, strict=True)
        if place is not None
    ]
