"""Which databases meet which ways of getting updates."""

import pytest

Pair = tuple[str, str]

PAIRS: tuple[Pair, ...] = (("sqlite", "polling"), ("postgresql", "webhook"))
CROSSED: tuple[Pair, ...] = (("sqlite", "webhook"), ("postgresql", "polling"))


def first(*pairs: Pair) -> pytest.MarkDecorator:
    """These combinations every time, all of them in a long run. Among the tests each has its turn."""
    later = [pair for pair in (*PAIRS, *CROSSED) if pair not in pairs]
    combinations = [*pairs, *(pytest.param(*pair, marks=pytest.mark.long) for pair in later)]
    return pytest.mark.parametrize(("database_url", "mode"), combinations, indirect=True)
