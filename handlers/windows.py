"""The times of the week to choose from on a service's reserve list."""

from engine.state import TimeWindow

NOON, EVENING, MIDNIGHT = 12 * 60, 17 * 60, 24 * 60
WEEK, WEEKEND = range(7), range(5, 7)


def _every(days: range, start: int, end: int) -> tuple[TimeWindow, ...]:
    return tuple(TimeWindow(day, start, end) for day in days)


# The key of the words, and the windows; a button carries the place in this list, so only ever add to its end.
CHOICES: tuple[tuple[str, tuple[TimeWindow, ...]], ...] = (
    ("window-any", ()),
    ("window-mornings", _every(WEEK, 0, NOON)),
    ("window-afternoons", _every(WEEK, NOON, EVENING)),
    ("window-evenings", _every(WEEK, EVENING, MIDNIGHT)),
    ("window-weekends", _every(WEEKEND, 0, MIDNIGHT)),
)


# The words of a button as they stand inside a sentence.
INSIDE: dict[str, str] = {
    "window-any": "window-inside-any",
    "window-mornings": "window-inside-mornings",
    "window-afternoons": "window-inside-afternoons",
    "window-evenings": "window-inside-evenings",
    "window-weekends": "window-inside-weekends",
}


def key_of(windows: tuple[TimeWindow, ...]) -> str:
    """The key of the words for these windows, inside a sentence."""
    return next((INSIDE[key] for key, known in CHOICES if set(known) == set(windows)), "window-inside-own")
