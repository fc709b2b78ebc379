"""The union of the lines as it is planned for: one candidate for each person and size of party."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import lcm

from engine.rules.splitting.balance import Kind
from engine.rules.splitting.group import Sibling, Waiter
from engine.rules.splitting.ways import bits


@dataclass(slots=True)
class Candidate:
    """A person who wants so many seats, at the place of the first of their entries that want them.

    `may` are the siblings with as many free seats that suit them, `easy` those that ask them to go nowhere else, `own`
    those in whose line they are. `by[s]` is the entry that takes sibling s: the one in its own line, else one of the
    reserve list, else the first.
    """

    person_id: int
    seats: int
    entries: list[Waiter]
    by: dict[int, Waiter] = field(default_factory=dict)
    may: int = 0
    easy: int = 0
    own: int = 0

    def choice(self) -> list[int]:
        """Their own events first, then by start."""
        return [*bits(self.own), *bits(self.may & ~self.own)]


def candidates(siblings: Sequence[Sibling], waiters: Iterable[Waiter]) -> list[Candidate]:
    """In line order; `siblings` are numbered as they come."""
    number = {sibling.id: s for s, sibling in enumerate(siblings)}
    free = [sibling.free for sibling in siblings]
    made: dict[tuple[int, int], Candidate] = {}
    for waiter in sorted(waiters, key=lambda waiter: waiter.turn):
        key = (waiter.person_id, waiter.seats)
        one = made.setdefault(key, Candidate(waiter.person_id, waiter.seats, []))
        one.entries.append(waiter)
        for sibling_id in waiter.may:
            s = number.get(sibling_id)
            if s is not None and free[s] >= waiter.seats:
                _allow(one, waiter, s, own=waiter.home == sibling_id)
    return list(made.values())


def _allow(one: Candidate, waiter: Waiter, s: int, *, own: bool) -> None:
    easy = own or waiter.home is None
    if own or s not in one.by or (easy and not one.easy >> s & 1):
        one.by[s] = waiter
    one.may |= 1 << s
    one.easy |= easy << s
    one.own |= own << s


def kinds(found: Sequence[Candidate]) -> list[Kind]:
    """The kind of each; people who may go to the same siblings share one."""
    known: dict[tuple[int, int], Kind] = {}
    return [known.setdefault((one.may, one.easy), Kind(one.may, one.easy)) for one in found]


def steps(siblings: Sequence[Sibling], unit: int, most: int) -> list[list[int]]:
    """What each further `unit` of seats adds to the sum of used² / capacity, in whole numbers: times the least common
    multiple of the capacities. `most` units at one sibling are enough."""
    whole = lcm(*(sibling.capacity for sibling in siblings if sibling.free))
    return [
        [
            whole // sibling.capacity * unit * (2 * used + unit)
            for used in range(sibling.used, sibling.used + unit * min(sibling.free // unit, most), unit)
        ]
        for sibling in siblings
    ]
