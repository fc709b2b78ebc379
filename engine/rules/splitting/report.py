"""What the plan says about everybody."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from engine.rules.splitting.group import Aim, Fill, Left, Placement, Reason, Sibling, SplitPlan, Waiter, Why
from engine.rules.splitting.lines import Candidate


class Decision(NamedTuple):
    """Where a candidate goes, if anywhere; and if not, whether it is proven that they cannot."""

    one: Candidate
    place: int | None
    proven: bool


def report(group: Sequence[Sibling], decisions: Sequence[Decision], unproven: Aim | None) -> SplitPlan:
    """The plan in words of siblings and entries; decisions are in line order."""
    return _Report(group, decisions).plan(unproven)


class _Report:
    def __init__(self, group: Sequence[Sibling], decisions: Sequence[Decision]) -> None:
        self.group, self.decisions = group, decisions
        self.number = {sibling.id: s for s, sibling in enumerate(group)}
        given = [0] * len(group)
        for one, s, _ in decisions:
            if s is not None:
                given[s] += one.seats
        self.given = given
        self.free = [sibling.free for sibling in group]
        self.rest = [free - seats for free, seats in zip(self.free, given, strict=True)]

    def plan(self, unproven: Aim | None) -> SplitPlan:
        placed = {one.person_id: one.by(self.group[s].id) for one, s, _ in self.decisions if s is not None}
        return SplitPlan(
            placements=tuple(self._placement(one, s) for one, s, _ in self.decisions if s is not None),
            left=self._left(placed),
            fills=tuple(
                Fill(sibling.id, sibling.capacity, sibling.used, sibling.used + seats)
                for sibling, seats in zip(self.group, self.given, strict=True)
            ),
            unproven=unproven,
        )

    def _placement(self, one: Candidate, s: int) -> Placement:
        entry = one.by(self.group[s].id)
        return Placement(
            entry_id=entry.entry_id,
            person_id=entry.person_id,
            seats=entry.seats,
            home=entry.home,
            sibling=self.group[s].id,
            why=self._why(one, entry, s),
        )

    def _why(self, one: Candidate, entry: Waiter, s: int) -> Why:
        if one.own >> s & 1:
            return "own"
        if one.may == 1 << s:
            return "only_here"
        if entry.home is None:
            return "balance"
        if entry.home not in entry.may or entry.home not in self.number:
            return "own_unfit"
        return "own_full" if self.rest[self.number[entry.home]] < entry.seats else "balance"

    def _left(self, placed: Mapping[int, Waiter]) -> tuple[Left, ...]:
        left = [
            (entry, proven)
            for one, _, proven in self.decisions
            for entry in one.entries
            if placed.get(one.person_id) is not entry
        ]
        left.sort(key=lambda each: each[0].turn)
        return tuple(
            Left(entry.entry_id, entry.person_id, self._reason(entry, placed, proven=proven))
            for entry, proven in left
        )

    def _reason(self, entry: Waiter, placed: Mapping[int, Waiter], *, proven: bool) -> Reason:
        if entry.person_id in placed:
            return "placed"
        may = [self.number[sibling_id] for sibling_id in entry.may if sibling_id in self.number]
        if not may:
            return "nowhere"
        most = max([self.free[s] for s in may])
        if most < entry.seats:
            return "too_large" if most else "full"
        if not proven:
            return "not_found"
        return "no_fit" if any(self.rest[s] for s in may) else "full"
