"""Wishes of which only one can come true: those that overlap, and that can count."""

from datetime import UTC, datetime, timedelta

from engine.views import ChoiceCard, EventNamed, PeriodHead, WishCard

NINE = datetime(2026, 12, 5, 9, tzinfo=UTC)
MONTH = PeriodHead(1, "2026-12", "UTC", "collecting", NINE, "", "Ada", NINE, None, "")


def choice(number: int, hour: float, hours: float, *, off: bool = False, rests: bool = False) -> ChoiceCard:
    """From so many hours after nine, for so many."""
    begins = NINE + timedelta(hours=hour)
    event = EventNamed(number, "code", {"en": "Yoga"}, begins, "UTC")
    return ChoiceCard(event, begins + timedelta(hours=hours), number, off=off, rests=rests)


def clashing(*choices: ChoiceCard) -> list[tuple[int, int]]:
    wish = WishCard(MONTH, "stated", choices, 2, "", (), 1, (), False, None, ())
    return [(one.event.id, other.event.id) for one, other in wish.clashes]


def test_what_overlaps_clashes_and_what_only_touches_does_not() -> None:
    long, early, late, after = choice(1, 0, 3), choice(2, 0, 1), choice(3, 1.5, 1), choice(4, 3, 1)
    assert clashing(long, early, late, after) == [(1, 2), (1, 3)]
    assert clashing(early, late, after) == []


def test_what_cannot_count_clashes_with_nothing() -> None:
    for gone in (choice(2, 0, 1, off=True), choice(2, 0, 1, rests=True)):
        assert clashing(choice(1, 0, 1), gone) == [] and clashing(gone, choice(1, 0, 1)) == []
