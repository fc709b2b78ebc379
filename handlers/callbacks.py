"""Callback data: a version, a verb, and ids only: `1:book:42:2`. Data in a button is a hint, never a right.
Numbers that would be too long together are written in base 36, under a version of their own.

A change of a verb's arguments needs a new version, so that a button of an older message is recognised as stale; one
more at the end that may be left out needs none.
"""

from collections.abc import Callable
from dataclasses import dataclass
from inspect import signature
from typing import Any

VERSION = "1"
DENSE = "1z"
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
MOST = 2**63 - 1
LIMIT_BYTES = 64
BASES = {VERSION: 10, DENSE: 36}
LONGEST = {10: 19, 36: 13}  # digits of the largest number


@dataclass(frozen=True, slots=True)
class Call:
    """A parsed tap: the verb and its whole numbers."""

    verb: str
    args: tuple[int, ...]


def pack(verb: str, *args: int) -> str:
    """The data of a button; ValueError when Telegram would refuse it."""
    data = ":".join((VERSION, verb, *map(str, args)))
    if len(data.encode()) > LIMIT_BYTES:
        data = ":".join((DENSE, verb, *map(dense, args)))
    if len(data.encode()) > LIMIT_BYTES:
        raise ValueError(data)
    return data


def parse(data: str) -> Call | None:
    """The call in a button's data; None for anything `pack` did not make."""
    version, *rest = data.split(":")
    if version not in BASES or not rest or not rest[0]:
        return None
    numbers = [_number(part, BASES[version]) for part in rest[1:]]
    if None in numbers:
        return None
    return Call(rest[0], tuple(number for number in numbers if number is not None))


def numbers_of(handler: Callable[..., Any]) -> range:
    """How many numbers a handler takes after whoever has tapped."""
    takes = list(signature(handler).parameters.values())[1:]
    needed = [each for each in takes if each.default is each.empty]
    return range(len(needed), len(takes) + 1)


def dense(number: int) -> str:
    """The digits of a non-negative number in base 36."""
    digits = DIGITS[number % 36]
    while number := number // 36:
        digits = DIGITS[number % 36] + digits
    return digits


def _number(part: str, base: int) -> int | None:
    """Plain digits of a non-negative 64-bit number, as `pack` writes them; nothing else."""
    if not part or not set(part) <= set(DIGITS[:base]) or (part[0] == "0" and part != "0"):
        return None
    if len(part) > LONGEST[base] or (number := int(part, base)) > MOST:
        return None
    return number
