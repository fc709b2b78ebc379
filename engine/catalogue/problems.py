"""What is wrong with a file: every error at once, each with its place, what stands there and what would be right."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from engine.catalogue.nodes import Fields, Items, Node

SHOWN = 40  # characters of a wrong value that are repeated

WANTED: Mapping[str, str] = {
    "account": "the account with its name and timezone; there is none yet",
    "choice": "one of: {choices}",
    "clock": "a time of day from 00:00 to 24:00, like 18:30",
    "code": "1 to {most} letters, digits, - and _",
    "date": "a date like 2026-12-01, in the years 2000 to 2100",
    "depth": "fewer levels inside each other",
    "doubled_code": "a code of its own; line {other} has the same",
    "doubled_key": "this key once; line {other} has it already",
    "doubled_person": "each person once for a place; line {other} is about the same",
    "doubled_time": "an offset ({first} or {second}): the clock is set back and this time comes twice in {zone}",
    "empty_series": "a rule with at least one day",
    "end_after_start": "an end after the start (an event lasts a week at most)",
    "duration": "minutes (here or at the service) or ends_at",
    "encoding": "a text file in UTF-8",
    "event": "the code of an event that there is",
    "fields": "named values ({{key: value}})",
    "format": "a file named .yaml, .yml, .json, .csv or .xlsx",
    "from": "the first day (from: 2026-12-01), because the rule counts from it",
    "gap_time": "a time that exists, like {after}: the clock is set forward in {zone} and skips this one",
    "guard": "guard: true means parallel: 1; leave one of them out",
    "hours_overlap": "hours that do not overlap on one weekday",
    "individual_events": "no events: an individual service has minutes and hours",
    "group_hours": "no hours: only an individual service is cut from hours",
    "items": "a list",
    "in_line": "somebody who waits there, as a priority is that of a place in line",
    "key": "one of: {choices}",
    "length": "a length like 30m, 2h or 1d, from {least} to {most}",
    "minimum": "not more than the capacity ({most})",
    "minutes_or_end": "minutes or ends_at, not both",
    "missing": "a value",
    "mode_in_tier": "a mode of the tier {tier}: {choices}",
    "moment": "a date and time like 2026-12-01T18:00, in the years 2000 to 2100",
    "many": "at most {most} of them in one file",
    "near": "{nearest}",
    "number": "a whole number from {least} to {most}",
    "new_name": "a name, as nobody with this telegram_id is known yet",
    "one_place": "event or service, not both",
    "other_kind": "{kind}: the service {code} is that already, and the kind of a service cannot change",
    "other_service": "a code that is not used by the service {service}",
    "other_person": "the same as in line {other}, which names the same person",
    "person": "telegram_id, or the name of a guest",
    "place": "event or service, as a priority is that of a place in line",
    "questions_choices": "2 to {most} different choices",
    "questions_many": "at most {most} questions",
    "questions_most": "not less than min ({least})",
    "questions_no_choices": "choices only where the kind is choice",
    "questions_no_number": "min and max only where the kind is number",
    "quiet": "two times of day like 22:00-08:00",
    "rows": "at most {most} rows",
    "rrule": "a recurrence rule like FREQ=WEEKLY;BYDAY=TH;UNTIL=20261231",
    "rrule_end": "UNTIL or COUNT, and not both",
    "rrule_freq": "FREQ=DAILY, WEEKLY, MONTHLY or YEARLY",
    "seed": "a seed, so that the lottery can be checked",
    "service": "the code of a service in the file or known already",
    "short_series": "at most {most} dates, within {years} years of the first",
    "single": "a single value",
    "size": "a file of at most {most} MB",
    "syntax": "{about}",
    "text": "a text of 1 to {most} visible characters",
    "truth": "true or false",
    "zone": "an IANA time zone like Europe/Budapest",
}
"""English sentences by what would be right; a chat may translate them by key."""


@dataclass(frozen=True, slots=True)
class Problem:
    """`path` is like `services[0].events[2].capacity`; `line` counts from 1, None when nothing has lines; `key` and
    `values` are what `wanted` says, for translation."""

    line: int | None
    path: str
    found: str
    key: str
    values: Mapping[str, object] = field(default_factory=dict)

    @property
    def wanted(self) -> str:
        """What would be right, in English."""
        return WANTED[self.key].format_map(self.values)

    def __str__(self) -> str:
        """One line for a terminal."""
        at = f"line {self.line}: " if self.line else ""
        place = f"{self.path}: " if self.path else ""
        return f"{at}{place}{self._said()}"

    def _said(self) -> str:
        match self.key, self.values:
            case "syntax", {"format": form, "why": why}:
                return f"not valid {form}: {why}"
            case "key" | "near", {"keys": keys}:
                hint = f"; did you mean {self.values['nearest']}?" if self.key == "near" else ""
                return f"unknown key {self.found}; known: {keys}{hint}"
            case "choice" | "near", {"choices": choices}:
                return f"found {self.found}; one of {choices}"
            case _:
                return f"found {self.found}, wanted {self.wanted}"


class CatalogueErrors(Exception):
    """The document is wrong; nothing may be written."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems
        super().__init__("\n".join(map(str, problems)))


class Wrong(Exception):
    """One value is wrong; `Spot.wrong` raises it, `Block` writes it down and goes on."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(str(problem))


def shown(node: Node) -> str:
    """What stands there, short and on one line."""
    if isinstance(node, Fields):
        return "named values"
    if isinstance(node, Items):
        return "a list"
    if node.value is None:
        return "nothing"
    return quoted(node.written)


def quoted(text: str) -> str:
    """A wrong text, short, printable, in quotes."""
    clean = "".join(char if char.isprintable() else "?" for char in text[: SHOWN + 1])
    return f"“{clean[:SHOWN]}…”" if len(clean) > SHOWN else f"“{clean}”"


@dataclass(frozen=True, slots=True)
class Spot:
    """A node and its place in the document."""

    node: Node
    path: str

    @property
    def line(self) -> int | None:
        return self.node.line

    def problem(self, key: str, **values: object) -> Problem:
        return Problem(self.node.line, self.path, shown(self.node), key, values)

    def wrong(self, key: str, **values: object) -> Wrong:
        return Wrong(self.problem(key, **values))


Note = Callable[[Problem], None]
"""Writes a problem down."""
