"""Figures of a result."""

from collections.abc import Sequence


def evenness(fills: Sequence[float]) -> float:
    """How even the fills are, from 1 / how many they are (all in one) to 1: Jain, Chiu and Hawe 1984. 1 if all are
    empty."""
    squares = len(fills) * sum(fill * fill for fill in fills)
    return sum(fills) ** 2 / squares if squares else 1.0


def fills(capacities: Sequence[int], left: Sequence[int]) -> list[float]:
    """Which part of each session's seats is taken; sessions without seats have none."""
    return [(all_ - free) / all_ for all_, free in zip(capacities, left, strict=True) if all_]
