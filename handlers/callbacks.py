"""Callback data: a version, a verb, and ids only: `1:book:42:2`. Data in a button is a hint, never a right.

A change of a verb's arguments needs a new version, so that a button of an older message is recognised as stale.
"""

from dataclasses import dataclass

VERSION = "1"
MOST = 2**63 - 1
LIMIT_BYTES = 64


@dataclass(frozen=True, slots=True)
class Call:
    """A parsed tap: the verb and its whole numbers."""

    verb: str
    args: tuple[int, ...]


def pack(verb: str, *args: int) -> str:
    """The data of a button; ValueError when Telegram would refuse it."""
    data = ":".join((VERSION, verb, *map(str, args)))
    if len(data.encode()) > LIMIT_BYTES:
        raise ValueError(data)
    return data


def parse(data: str) -> Call | None:
    """The call in a button's data; None for anything `pack` did not make."""
    version, *rest = data.split(":")
    if version != VERSION or not rest or not rest[0]:
        return None
    numbers = [_number(part) for part in rest[1:]]
    if None in numbers:
        return None
    return Call(rest[0], tuple(number for number in numbers if number is not None))


def _number(part: str) -> int | None:
    """Plain ASCII digits of a non-negative 64-bit number, as `pack` writes them; nothing else."""
    if not (part.isascii() and part.isdigit()) or (part[0] == "0" and part != "0") or len(part) > 19:
        return None
    number = int(part)
    return number if number <= MOST else None
