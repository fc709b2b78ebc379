"""Where a text may be cut: never inside of what a reader sees as one sign, be it a flag, a family or an accent."""

import unicodedata

JOINER = "\u200d"
TONES = ("\U0001f3fb", "\U0001f3ff")
TAGS = ("\U000e0020", "\U000e007f")
FLAGS = ("\U0001f1e6", "\U0001f1ff")
"""First and last of the signs that give hands their colour, that spell a region, and that are half a flag each."""


def start(text: str, most: int) -> str:
    """As much of its beginning as `most` characters have room for; of one sign that is longer, a part."""
    end = most
    while 0 < end < len(text) and _inside(text, end):
        end -= 1
    return text[: end or most]


def _inside(text: str, end: int) -> bool:
    """Whether the character there belongs to the one before it."""
    return text[end - 1] == JOINER or _extends(text[end]) or _half_a_flag(text, end)


def _extends(sign: str) -> bool:
    marks = unicodedata.category(sign).startswith("M")
    return marks or sign == JOINER or _among(sign, TONES) or _among(sign, TAGS)


def _half_a_flag(text: str, end: int) -> bool:
    first = end
    while first > 0 and _among(text[first - 1], FLAGS):
        first -= 1
    return (end - first) % 2 == 1 and _among(text[end], FLAGS)


def _among(sign: str, both: tuple[str, str]) -> bool:
    return both[0] <= sign <= both[1]
