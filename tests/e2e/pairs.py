"""Which databases meet which ways of getting updates."""

import pytest

PAIRS = (("sqlite", "polling"), ("postgresql", "webhook"))
CROSSED = (("sqlite", "webhook"), ("postgresql", "polling"))


def first(pairs: tuple[tuple[str, str], ...], later: tuple[tuple[str, str], ...]) -> pytest.MarkDecorator:
    """Each database and each way of getting updates every time, all their combinations in a long run."""
    combinations = [*pairs, *(pytest.param(*pair, marks=pytest.mark.long) for pair in later)]
    return pytest.mark.parametrize(("database_url", "mode"), combinations, indirect=True)
