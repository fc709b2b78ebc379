"""Participants and priorities: who there is, and with which priority somebody waits.

A row names a person by Telegram's id, or a guest by the exact name. With an event or a service it is about their place
in that line.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from engine.catalogue.block import Block, nearest
from engine.catalogue.check import PROBLEMS_MOST
from engine.catalogue.nodes import Node
from engine.catalogue.plans import LANGUAGES, Known
from engine.catalogue.problems import CatalogueErrors, Note, Problem, Spot, Wrong
from engine.catalogue.values import Read, choice, text, whole, words

KEYS = ("telegram_id", "name", "language", "event", "service", "priority", "note")
PRIORITY_MOST = 100
NAME_MOST = 60
NOTE_MOST = 200
TELEGRAM_ID_MOST = 2**52  # Telegram promises no more than 52 bits

_telegram_id = whole(1, TELEGRAM_ID_MOST)
_name = text(NAME_MOST)
_language = choice({language: language for language in LANGUAGES})
_priority = whole(-PRIORITY_MOST, PRIORITY_MOST)
_note = text(NOTE_MOST)


@dataclass(frozen=True, slots=True)
class PersonPlan:
    """One row. `telegram_id` None is a guest. `priority` is set exactly when there is an `event` or a `service`, whose
    reserve list is meant then."""

    line: int | None
    telegram_id: int | None
    name: str = ""
    language: str = ""
    event: str = ""
    service: str = ""
    priority: int | None = None
    note: str = ""

    @property
    def who(self) -> int | str:
        """What tells persons apart."""
        return self.name if self.telegram_id is None else self.telegram_id

    @property
    def shown(self) -> str:
        """The person as a reader of the file finds them."""
        return self.name or str(self.telegram_id)


def people(document: Node, known: Known) -> tuple[PersonPlan, ...]:
    """The rows of a document with `participants`. Raises CatalogueErrors with everything that is wrong, by line (the
    first thousand things)."""
    problems: list[Problem] = []

    def note(problem: Problem) -> None:
        problems.append(problem)
        if len(problems) == PROBLEMS_MOST:
            raise CatalogueErrors(sorted(problems, key=_line))

    if known.timezone is None:
        raise CatalogueErrors([Problem(None, "", "nothing", "account")])
    block = Block(Spot(document, ""), ("participants",), note)
    event, service = _code(known.events, "event"), _code(known.services, "service")
    rows = [_Row(spot, event, service, note) for spot in block.each("participants")]
    _check_together(rows, note)
    if problems:
        raise CatalogueErrors(sorted(problems, key=_line))
    return tuple(row.plan for row in rows)


def _line(problem: Problem) -> int:
    return problem.line or 0


class _Row:
    """One row as it is read, with its place in the file."""

    def __init__(self, spot: Spot, event: Read[str], service: Read[str], note: Note) -> None:
        self.spot, self._note = spot, note
        self._block = block = Block(spot, KEYS, note)
        self.plan = PersonPlan(
            line=spot.line,
            telegram_id=block.get("telegram_id", _telegram_id, None),
            name=block.get("name", _name, ""),
            language=block.get("language", _language, ""),
            event=block.get("event", event, ""),
            service=block.get("service", service, ""),
            priority=block.get("priority", _priority, None),
            note=block.get("note", _note, ""),
        )
        if block.whole:
            self._check()

    def wrong(self, column: str, key: str, **values: object) -> None:
        """Write a problem of one cell down."""
        self._note(self._block.at(column).problem(key, **values))

    def _check(self) -> None:
        has = self._block.has
        if not (has("telegram_id") or has("name")):
            self._note(self.spot.problem("person"))
        if has("event") and has("service"):
            self.wrong("service", "one_place")
        placed = has("event") or has("service")
        if placed and not has("priority"):
            self.wrong("priority", "number", least=-PRIORITY_MOST, most=PRIORITY_MOST)
        if has("priority") and not placed:
            self.wrong("priority", "place")


def _code(known: Mapping[str, object], key: str) -> Read[str]:
    """A code that there is."""

    def read(spot: Spot) -> str:
        written = words(spot)
        if written not in known:
            raise _unknown(spot, *nearest(written, known, key))
        return written

    return read


def _unknown(spot: Spot, key: str, values: dict[str, object]) -> Wrong:
    return spot.wrong(key, **values)


def _check_together(rows: Sequence[_Row], note: Note) -> None:
    """Nobody twice for one place, and nobody under two names or in two languages."""
    places: dict[tuple[int | str, str, str], int] = {}
    said: dict[tuple[int | str, str], tuple[str, int]] = {}
    for row in rows:
        plan, line = row.plan, row.spot.line or 0
        if not plan.who:
            continue  # said already
        place = (plan.who, plan.event, plan.service)
        if (other := places.setdefault(place, line)) != line:
            note(row.spot.problem("doubled_person", other=other))
        for key in ("name", "language"):
            value = getattr(plan, key)
            first, at = said.setdefault((plan.who, key), (value, line)) if value else ("", line)
            if value != first:
                row.wrong(key, "other_person", other=at)
