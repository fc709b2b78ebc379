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
    those in whose line they are. `by(sibling)` is the entry that takes it: the one in its own line, else one of the
    reserve list, else the first.
    """

    person_id: int
    seats: int
    entries: list[Waiter] = field(default_factory=list)
    may: int = 0
    easy: int = 0
    own: int = 0

    def wait(self, entry: Waiter, may: int, home: int) -> None:
        """With this entry, too; `home` is its own event, or nothing."""
        self.entries.append(entry)
        self.may |= may
        self.easy |= may if entry.home is None else may & home
        self.own |= may & home

    def by(self, sibling: int) -> Waiter:
        """The entry that takes the sibling of this id."""
        found = [entry for entry in self.entries if sibling in entry.may]
        return min(found, key=lambda entry: (entry.home != sibling, entry.home is not None))

    def choice(self) -> list[int]:
        """Their own events first, then by start."""
        return [*bits(self.own), *bits(self.may & ~self.own)]


def candidates(siblings: Sequence[Sibling], waiters: Iterable[Waiter]) -> list[Candidate]:
    """In line order; `siblings` are numbered as they come."""
    bit = {sibling.id: 1 << s for s, sibling in enumerate(siblings)}
    room: dict[int, int] = {}  # by size: the siblings with as many free seats
    made: dict[tuple[int, int], Candidate] = {}
    for waiter in sorted(waiters, key=lambda waiter: waiter.turn):
        seats = waiter.seats
        if seats not in room:
            room[seats] = sum(bit[sibling.id] for sibling in siblings if sibling.free >= seats)
        may = sum({bit.get(sibling_id, 0) for sibling_id in waiter.may}) & room[seats]
        home = 0 if waiter.home is None else bit.get(waiter.home, 0)
        made.setdefault((waiter.person_id, seats), Candidate(waiter.person_id, seats)).wait(waiter, may, home)
    return list(made.values())


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
