"""Lots: numbers that nobody can choose or foresee, and that anybody can compute again from the seed.

A lot is taken from SHA-256 of the seed and the person, or the seed, the person and the session; never from a position
in the file, a clock, or a generator that another version of Python may implement differently."""

from hashlib import sha256

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]
FINE = 2**20  # as many different lots


def lots(seed: str, kind: str, names: list[str]) -> NDArray[np.uint64]:
    """One lot of 64 bits for each name; `kind` keeps people and sessions of one name apart."""
    start = sha256(sha256(seed.encode()).digest() + kind.encode())
    drawn = bytearray()
    for name in names:
        one = start.copy()
        one.update(name.encode())
        drawn += one.digest()[:8]
    return np.frombuffer(bytes(drawn), dtype=">u8").astype(np.uint64)


def mixed(people: NDArray[np.uint64], sessions: NDArray[np.uint64], below: int) -> Numbers:
    """The lots of pairs, each from 0 to `below` - 1: both lots stirred (splitmix64: Steele, Lea, Flood 2014)."""
    z = people + sessions * np.uint64(0x9E3779B97F4A7C15)
    z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    z ^= z >> np.uint64(31)
    return np.asarray((z >> np.uint64(11)) % np.uint64(below), dtype=np.int64)


def numbered(many: int) -> Numbers:
    """As many numbers below `FINE`, always the same, for what has no name."""
    return mixed(np.arange(many, dtype=np.uint64), np.zeros(many, dtype=np.uint64), FINE)
