"""Figures: readings by round, ratios to an anchor, goals, and the table that shows them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median
from typing import Any

Readings = dict[str, list[float]]
"""By name: one reading a round."""


@dataclass(frozen=True, slots=True)
class Goal:
    """The ratio (or, without an anchor, the figure itself) must be at least or at most `bound`."""

    bound: float
    at_least: bool

    def __str__(self) -> str:
        return f"{'≥' if self.at_least else '≤'} {self.bound:.3g}"

    def met(self, value: float) -> bool:
        """Whether `value` is good enough."""
        return value >= self.bound if self.at_least else value <= self.bound


def at_least(bound: float) -> Goal:
    return Goal(bound, at_least=True)


def at_most(bound: float) -> Goal:
    return Goal(bound, at_least=False)


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table. `ratios` are to `anchor`, round by round."""

    what: str
    unit: str
    values: Sequence[float]
    anchor: str = ""
    ratios: Sequence[float] = field(default_factory=tuple)
    goal: Goal | None = None

    @property
    def met(self) -> bool | None:
        """None where nothing was promised."""
        if self.goal is None:
            return None
        return self.goal.met(median(self.ratios or self.values))

    def document(self) -> dict[str, Any]:
        """As JSON."""
        return {
            "what": self.what,
            "unit": self.unit,
            "median": median(self.values),
            "values": list(self.values),
            "anchor": self.anchor or None,
            "ratio": median(self.ratios) if self.ratios else None,
            "ratios": list(self.ratios),
            "goal": str(self.goal) if self.goal else None,
            "met": self.met,
        }


def row(
    readings: Mapping[str, Sequence[float]], what: str, unit: str, anchor: str = "", goal: Goal | None = None
) -> Row:
    """The row of one name, next to the readings of its anchor."""
    values = readings[what]
    ratios = [ours / theirs for ours, theirs in zip(values, readings[anchor], strict=True)] if anchor else []
    return Row(what, unit, values, anchor, ratios, goal)


HEAD = ("what", "median", "from", "to", "", "ratio", "from", "to", "of", "goal", "")
LEFT = (0, 4, 8, 9, 10)


def table(rows: Iterable[Row]) -> str:
    """The rows as aligned text."""
    cells = [HEAD, *(_cells(each) for each in rows)]
    widths = [max(len(line[column]) for line in cells) for column in range(len(HEAD))]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if column in LEFT else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in cells
    )


def _cells(each: Row) -> tuple[str, ...]:
    ratios = _spread(each.ratios, "×") if each.ratios else ("", "", "")
    said = {None: "", True: "met", False: "MISSED"}[each.met]
    goal = str(each.goal) if each.goal else ""
    return (each.what, *_spread(each.values), each.unit, *ratios, each.anchor, goal, said)


def _spread(values: Sequence[float], mark: str = "") -> tuple[str, str, str]:
    low, middle, high = (_short(value) + mark for value in (min(values), median(values), max(values)))
    return middle, low, high


def _short(value: float) -> str:
    """Three digits that count."""
    if value >= 100:
        return f"{value:,.0f}"
    return f"{value:.2f}" if value < 10 else f"{value:.1f}"
