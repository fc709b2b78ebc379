"""Figures of a result, in whole numbers and fractions: sums of floating point come out differently from one version of
Python to another."""

from collections.abc import Sequence
from fractions import Fraction

FULL = 10**12
"""What a full session is: fills are counted in parts of it."""


def evenness(fills: Sequence[int]) -> Fraction:
    """How even the fills are, from 1 / how many they are (all in one) to 1: Jain, Chiu and Hawe 1984. 1 if all are
    empty."""
    squares = len(fills) * sum(fill * fill for fill in fills)
    return Fraction(sum(fills) ** 2, squares) if squares else Fraction(1)


def fills(capacities: Sequence[int], left: Sequence[int]) -> list[int]:
    """Which part of each session's seats is taken; sessions without seats have none."""
    return [(all_ - free) * FULL // all_ for all_, free in zip(capacities, left, strict=True) if all_]


def rounded(share: Fraction) -> float:
    """With six digits, as documents have it."""
    return round(float(share), 6)
