"""What is placed so far, and what stands in the way of one placement more."""

from collections.abc import Iterable, Sequence

from engine.rules.allocation.case import Case


class Board:
    """The sessions with the seats that are left, and the units with what they have got. Every placement of every
    method ends here, so that no rule can be forgotten by one of them."""

    __slots__ = ("case", "closed", "got", "left")

    def __init__(self, case: Case, closed: Iterable[int] = ()) -> None:
        self.case = case
        self.closed = set(closed)
        self.left = list(case.capacities)
        self.got: list[list[int]] = [[] for _ in case.units]

    def place(self, unit: int, session: int) -> None:
        """Seats for all of the unit. A session that is not held is held if the unit alone is enough for it."""
        self.left[session] -= self.case.units[unit].seats
        self.closed.discard(session)
        self.got[unit].append(session)

    def obstacle(self, unit: int, session: int) -> str | None:
        """Why the unit cannot have the session besides what it has got; None if it can."""
        if session in self.closed and self.case.units[unit].seats < self.case.minimums[session]:
            return "minimum"
        return self.own_obstacle(unit, session) or self.lack_of_seats(unit, session)

    def lack_of_seats(self, unit: int, session: int) -> str | None:
        """`full`, or that the seats that are left are too few for all of them."""
        one, left = self.case.units[unit], self.left[session]
        if left >= one.seats:
            return None
        if left == 0 or one.seats == 1:
            return "full"
        alone = self.case.problem.people[one.members[0]].seats
        return "together" if len(one.members) > 1 and left >= alone else "party"

    def own_obstacle(self, unit: int, session: int) -> str | None:
        """What stands in the way of the unit itself: enough sessions, a collision, its limits by day and week."""
        one, got, case = self.case.units[unit], self.got[unit], self.case
        if not got:
            return None
        if session in got:
            return "has"
        if len(got) >= one.count:
            return "count"
        if not case.clashes[session].isdisjoint(got):
            return "collides"
        if one.per_day is not None and _same(case.days, session, got) >= one.per_day:
            return "per_day"
        if one.per_week is not None and _same(case.weeks, session, got) >= one.per_week:
            return "per_week"
        return None


def _same(labels: Sequence[object], session: int, got: list[int]) -> int:
    label = labels[session]
    return 0 if label is None else sum(labels[other] == label for other in got)
