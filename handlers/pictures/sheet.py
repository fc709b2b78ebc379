"""What stands in the picture of a month's figures: words in one language, and parts from 0 to 1."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Part:
    """`part` None: there is nothing to have a part of."""

    label: str
    value: str
    part: float | None


@dataclass(frozen=True, slots=True)
class Panel:
    """`value` is its one figure, `note` what that means."""

    head: str
    value: str
    note: str
    parts: Sequence[Part]


@dataclass(frozen=True, slots=True)
class Trend:
    """Two lines over the months, each with its name; None where a month has nothing to say. `scale`:
    nothing, half and everything in words."""

    head: str
    names: tuple[str, str]
    scale: tuple[str, str, str]
    months: Sequence[str]
    lines: tuple[Sequence[float | None], Sequence[float | None]]


@dataclass(frozen=True, slots=True)
class Sheet:
    """`success` as a ring, with three facts in a line each; `seats` and `choices` as bars; `evenness` with a column for
    each session, `fairness` with one for each length of waiting; `trend` where there is more than one month."""

    title: str
    subtitle: str
    success: Part
    facts: Sequence[tuple[str, str]]
    seats_head: str
    seats: Sequence[Part]
    choices_head: str
    choices: Sequence[Part]
    evenness: Panel
    fairness: Panel
    trend: Trend | None
    foot: str
