"""Wishes that overlap, as the card tells them: which hang together, and how many of these somebody can have."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from engine.views import ChoiceCard, EventNamed, PeriodHead, WishCard

NINE = datetime(2026, 12, 5, 9, tzinfo=UTC)
MONTH = PeriodHead(1, "2026-12", "UTC", "collecting", NINE, "", "Ada", NINE, None, "")
Hours = tuple[float, float]
SOME = st.lists(st.tuples(st.integers(0, 12), st.integers(1, 4)), max_size=8)


def choice(number: int, hour: float, hours: float, *, off: bool = False, rests: bool = False) -> ChoiceCard:
    """From so many hours after nine, for so many."""
    begins = NINE + timedelta(hours=hour)
    event = EventNamed(number, "code", {"en": "Yoga"}, begins, "UTC")
    return ChoiceCard(event, begins + timedelta(hours=hours), number, off=off, rests=rests)


def overlapping(*choices: ChoiceCard) -> list[tuple[tuple[int, ...], int]]:
    wish = WishCard(MONTH, "stated", choices, 2, "", (), 1, (), False, None, ())
    return [(tuple(each.event.id for each in one.choices), one.most) for one in wish.overlaps]


def test_what_overlaps_hangs_together_and_what_only_touches_does_not() -> None:
    long, early, late, after = choice(1, 0, 3), choice(2, 0, 1), choice(3, 1.5, 1), choice(4, 3, 1)
    assert overlapping(long, early) == [((1, 2), 1)]
    assert overlapping(early, late, after) == []


def test_of_three_at_the_same_time_one_can_be_had_and_of_a_chain_two() -> None:
    assert overlapping(choice(1, 0, 2), choice(2, 1, 2), choice(3, 0.5, 2)) == [((1, 2, 3), 1)]
    assert overlapping(choice(1, 0, 2), choice(2, 1, 2), choice(3, 2, 2)) == [((1, 2, 3), 2)]


def test_the_group_of_the_best_comes_first() -> None:
    found = overlapping(choice(1, 9, 1), choice(2, 0, 2), choice(3, 9, 2), choice(4, 1, 1), choice(5, 5, 1))
    assert found == [((1, 3), 1), ((2, 4), 1)]


def test_what_cannot_count_overlaps_nothing() -> None:
    for gone in (choice(2, 0, 1, off=True), choice(2, 0, 1, rests=True)):
        assert overlapping(choice(1, 0, 1), gone) == [] and overlapping(gone, choice(1, 0, 1)) == []


def test_what_cannot_count_is_not_counted() -> None:
    """Dates that were called off since, and those on a weekday that does not suit."""
    choices = (choice(1, 0, 1), choice(2, 2, 1, off=True), choice(3, 4, 1, rests=True), choice(4, 6, 1))
    wish = WishCard(MONTH, "stated", choices, 4, "", (), 1, (), False, None, ())
    assert wish.named == 2


def collide(one: Hours, other: Hours) -> bool:
    return one[0] < other[0] + other[1] and other[0] < one[0] + one[1]


def fit(some: Sequence[Hours]) -> bool:
    return not any(collide(*pair) for pair in combinations(some, 2))


@given(SOME)
def test_as_many_can_be_had_as_trying_them_all_finds(times: list[Hours]) -> None:
    """Whoever overlaps anything is in one group, nobody of two groups overlaps, and `most` is what can be had."""
    found = overlapping(*(choice(at, *each) for at, each in enumerate(times)))
    inside = [at for group, _ in found for at in group]
    overlap = {
        at for pair in combinations(range(len(times)), 2) if collide(*(times[i] for i in pair)) for at in pair
    }
    assert sorted(inside) == sorted(overlap)
    for (one, _), (other, _) in combinations(found, 2):
        assert not any(collide(times[i], times[j]) for i in one for j in other)
    for group, most in found:
        here = [times[at] for at in group]
        tried = (size for size in range(len(here), 0, -1) if any(map(fit, combinations(here, size))))
        assert most == next(tried)
