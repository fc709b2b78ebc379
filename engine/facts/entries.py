"""What becomes of a place in a line."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, Literal

from engine.facts.subject import Subject
from engine.questions import Answers
from engine.state import TimeWindow


@dataclass(frozen=True, slots=True)
class EntryJoined:
    """`event_id` None is the service's reserve list. `position` is what the person was told. `passed`: the round of
    seats they are not asked for, because they have just been put back from one of them."""

    subject: ClassVar[Subject] = "entry"
    id: int
    service_id: int
    event_id: int | None
    person_id: int
    seats: int
    names: tuple[str, ...]
    priority: int
    seq: int
    position: int
    source: str
    auto_confirm: bool = False
    windows: tuple[TimeWindow, ...] = ()
    passed: int = -1
    split: bool = False
    answers: Answers = ()


@dataclass(frozen=True, slots=True)
class EntryOffered:
    subject: ClassVar[Subject] = "entry"
    id: int
    offer_id: int


@dataclass(frozen=True, slots=True)
class EntryReturned:
    """Back to waiting after an offer came to nothing. A new `seq` means a new place: the end of the line.
    `passed` is the round of the event in which a seat was let go, -1 for none."""

    subject: ClassVar[Subject] = "entry"
    id: int
    event_id: int
    seq: int
    misses: int
    passed: int
    cause: Literal["kept", "missed", "withdrawn", "too_slow"]


@dataclass(frozen=True, slots=True)
class EntryPaused:
    """`declined`: it was the answer to an offer."""

    subject: ClassVar[Subject] = "entry"
    id: int
    until: datetime | None
    declined: bool = False
    split: bool = False


@dataclass(frozen=True, slots=True)
class EntryResumed:
    """`passed`: the round of `passed_event` in which a seat was let go meanwhile, in a balancing; -1 for none. `told`:
    by the end of an offer, in the same decision."""

    subject: ClassVar[Subject] = "entry"
    id: int
    passed: int = -1
    passed_event: int = 0
    told: bool = False


@dataclass(frozen=True, slots=True)
class EntrySkipped:
    """Passed over because the party did not fit; `skips` so far, bounded by the rule."""

    subject: ClassVar[Subject] = "entry"
    id: int
    skips: int


@dataclass(frozen=True, slots=True)
class EntryPassed:
    """On the reserve list, of whoever has just let seats of the event go: they are not asked for those, `passed` being
    the event's round since."""

    subject: ClassVar[Subject] = "entry"
    id: int
    event_id: int
    passed: int


@dataclass(frozen=True, slots=True)
class EntryShifted:
    """Its event begins at another time now, and the person is told."""

    subject: ClassVar[Subject] = "entry"
    id: int


@dataclass(frozen=True, slots=True)
class EntryPrioritised:
    """The place counts before those of a lower priority from now on. `note`: why this person, in an admin's words."""

    subject: ClassVar[Subject] = "entry"
    id: int
    priority: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class EntryBooked:
    subject: ClassVar[Subject] = "entry"
    id: int
    booking_id: int


@dataclass(frozen=True, slots=True)
class EntryLeft:
    subject: ClassVar[Subject] = "entry"
    id: int
    cause: Literal["self", "declined", "missed", "admin", "split", "repair"]


@dataclass(frozen=True, slots=True)
class EntryClosed:
    """The event began, or was cancelled, before a seat came free."""

    subject: ClassVar[Subject] = "entry"
    id: int
    cause: Literal["over", "cancelled"] = "over"
