"""`month`: the allocation of a month, next to bare solvers on the same instances, in the same run.

One seat each: OR-Tools' min-cost flow with nothing around it, and HiGHS; the fair order: plain deferred acceptance; all
rules: HiGHS on the integer programme of the contract. Each output is judged by the independent checker of the tests.
Most seats and no justified envy exclude each other: the rows of the fair order say how many seats it costs.

It only computes, so its time is the processor's: what else the machine does is not its doing."""

from collections.abc import Callable, Mapping
from functools import partial

from benchmarks import months
from benchmarks.figures import Goal, Readings, Row, at_least, at_most, row
from benchmarks.options import Options
from benchmarks.rounds import Contender, alternate
from benchmarks.stores import Stores
from tests.allocation.instances import SIZES, Document, full_rules, one_seat, real

FULL_SIZES = ((200, 20), (1_000, 50))
REAL = ("ariel-5783", "ariel-5783-scarce")
SPARE = 1.3
"""Seats for each person, where there are more than enough."""
ROWS: tuple[tuple[str, str, str, Goal | None], ...] = (
    ("most", "s CPU", "bare flow", at_most(3)),
    ("seats", "", "seats of the bare flow", at_least(1)),
    ("people of priority", "", "people of priority of the bare flow", at_least(1)),
    ("value", "", "value of the bare flow", at_least(1)),
    ("bare flow", "s CPU", "", None),
    ("HiGHS", "s CPU", "bare flow", None),
    ("fairpyx", "s CPU", "bare flow", None),
    ("document to document", "s CPU", "", at_most(3)),
    ("the command", "s CPU", "", None),
    ("memory of the command", "MB", "", at_most(1024)),
    ("fair", "s CPU", "deferred acceptance", at_most(3)),
    ("deferred acceptance", "s CPU", "", None),
    ("justified envy", "", "", at_most(0)),
    ("seats in fair order", "", "seats", None),
    ("seats of deferred acceptance", "", "seats", None),
    ("balanced", "s CPU", "bare flow", None),
    ("evenness", "", "", at_least(0.985)),
    ("least filled", "", "", at_least(0.55)),
    ("value when balanced", "", "value when not", at_least(0.96)),
    ("all rules", "s CPU", "the integer programme", at_most(0.1)),
    ("seats by all rules", "", "seats of the programme", at_least(0.999)),
    ("people by all rules", "", "people of the programme", at_least(0.999)),
    ("value by all rules", "", "value of the programme", at_least(0.999)),
    ("the integer programme", "s CPU", "", None),
)
"""What is shown of each instance that has it: name, unit, anchor, goal."""
Race = Callable[[Document], Mapping[str, float]]
Instance = Callable[[str], Document]


async def run(_: Stores, kind: str, options: Options) -> list[Row]:
    """Nothing of it touches a database, so once is enough; each round has other people."""
    if kind != "sqlite":
        return []
    simple, full = _instances(options)
    months.warm(one_seat("warm", 20, 5), full_rules("warm", 20, 5))
    found: Readings = {}
    for name, (scarce, ample) in simple.items():
        races = [(months.most, scarce), (months.fair, scarce), (months.even, ample), (months.command, scarce)]
        found |= _named(name, await alternate(options.rounds, [_contender(*race) for race in races]))
    for name, instance in full.items():
        found |= _named(name, await alternate(options.rounds, [_contender(months.full, instance)]))
    return [made for name in (*simple, *full) for made in _rows(found, name)]


def _instances(
    options: Options,
) -> tuple[dict[str, tuple[Instance, Instance]], dict[str, Instance]]:
    """By name: those with one seat each, scarce and with more seats than people; and
    those with all rules."""
    kinds = 1 if options.quick else None
    sizes = [(options.size(people), options.size(sessions)) for people, sessions in SIZES[:kinds]]
    full_sizes = [(options.size(people), options.size(sessions)) for people, sessions in FULL_SIZES[:kinds]]
    simple: dict[str, tuple[Instance, Instance]] = {
        _size(*size): (partial(_scarce, size), partial(_ample, size)) for size in sizes
    }
    generated: dict[str, Instance] = {
        f"{_size(*size)}, all rules": partial(_full, size) for size in full_sizes
    }
    return simple, generated | {name: partial(_real, name) for name in REAL}


def _size(people: int, sessions: int) -> str:
    return f"{people:,} × {sessions:,}"


def _scarce(size: tuple[int, int], seed: str) -> Document:
    return one_seat(seed, *size)


def _ample(size: tuple[int, int], seed: str) -> Document:
    return one_seat(seed, *size, spare=SPARE, plain=True)


def _full(size: tuple[int, int], seed: str) -> Document:
    return full_rules(seed, *size, plain=True)


def _real(name: str, seed: str) -> Document:
    return real(name) | {"seed": seed}


def _contender(race: Race, instance: Instance) -> Contender:
    round_number = 0

    async def contender() -> Mapping[str, float]:
        nonlocal round_number
        round_number += 1
        return race(instance(str(round_number)))

    return contender


def _named(name: str, found: Readings) -> Readings:
    return {f"{name}: {what}": readings for what, readings in found.items()}


def _rows(found: Readings, name: str) -> list[Row]:
    """Those of the table that this instance has readings for."""
    return [
        row(found, f"{name}: {what}", unit, f"{name}: {anchor}" if anchor else "", goal)
        for what, unit, anchor, goal in ROWS
        if f"{name}: {what}" in found
    ]
