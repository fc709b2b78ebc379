"""What an import did, or why it did nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from engine.ports import Facts, Refit

Subject = Literal["account", "service", "series", "event"]


@dataclass(frozen=True, slots=True)
class Change:
    """One row that was made or changed. `code` is the account's name or the row's code; `fields` are the columns that
    differ, each with the value before and after; empty when the row was made."""

    subject: Subject
    id: int
    code: str
    made: bool
    fields: Mapping[str, tuple[Any, Any]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ImportReport:
    """`unchanged`: how many plans met a row that says the same already. With `dry_run` nothing was written.
    `slots`: what became of the slots of individual services, by code."""

    changes: tuple[Change, ...]
    unchanged: int
    dry_run: bool
    slots: Mapping[str, Refit] = field(default_factory=dict)

    @property
    def facts(self) -> Facts:
        """What else happened to events."""
        return [fact for refit in self.slots.values() for fact in refit.facts]

    @property
    def made(self) -> int:
        """Rows that are new."""
        return sum(change.made for change in self.changes)

    @property
    def changed(self) -> int:
        """Rows that say something else than before."""
        return len(self.changes) - self.made

    @property
    def events(self) -> tuple[int, ...]:
        """Ids of events that were made or changed: their lines may have something to gain."""
        return tuple(change.id for change in self.changes if change.subject == "event")


@dataclass(frozen=True, slots=True)
class Conflict:
    """What stands in the database against the file: a sentence, about the row with this code ("" for none); `key` and
    `values` are what it says, for translation."""

    text: str
    subject: Literal["service", "event", ""] = ""
    code: str = ""
    key: str = ""
    values: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        """One line for a terminal."""
        return f"{self.code}: {self.text}" if self.code else self.text


class ImportRefused(Exception):
    """What stands in the database does not allow the file; nothing was written."""

    def __init__(self, problems: Sequence[Conflict]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, problems)))
