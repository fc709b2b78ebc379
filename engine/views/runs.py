"""Versions of a month, and what they come to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from engine.planning import AdjustmentKind, Ordering, PinOff, RunStatus, Strategy
from engine.views.history import EventNamed
from engine.views.people import Names


@dataclass(frozen=True, slots=True)
class RunHead:
    """One version of a month's allocation, without what came of it. `base`: the number of the one it keeps."""

    id: int
    number: int
    strategy: Strategy
    ordering: Ordering
    base: int | None
    status: RunStatus
    started_by: str
    started_at: datetime
    finished_at: datetime | None
    final: bool
    error: str
    input_hash: str


@dataclass(frozen=True, slots=True)
class RunCard(RunHead):
    """The same with what came of it: `metrics` as its output has them, and how many got less than they want, and of
    those nothing at all; with nobody in it as long as it is not done."""

    metrics: Mapping[str, float]
    short: int
    without: int


@dataclass(frozen=True, slots=True)
class Version:
    """A version of a month, by number."""

    number: int
    status: RunStatus
    final: bool


@dataclass(frozen=True, slots=True)
class ExportChoices:
    """What an export of a month can be limited to. services: those with events in it, as (id, code, names)."""

    versions: Sequence[Version]
    services: Sequence[tuple[int, str, Names]]
    locations: Sequence[str]

    @property
    def done(self) -> Sequence[int]:
        """Numbers of the versions that came to an end."""
        return [version.number for version in self.versions if version.status == "done"]


@dataclass(frozen=True, slots=True)
class RunEventCard:
    """An event in a version: `seats` of the `free` ones that were left are given, to `people`, `first` of whom want it
    most. `held` is False where too few people want it."""

    event: EventNamed
    free: int
    seats: int
    people: int
    first: int
    held: bool = True


@dataclass(frozen=True, slots=True)
class PinOffCard:
    """A pin that a version could not keep, and why."""

    person_id: int
    name: str
    event: EventNamed
    why: PinOff


@dataclass(frozen=True, slots=True)
class PlacedCard:
    """Somebody whom a version places. `rank` 1 is their best wish, 0 none of them; `reason` as the run has it."""

    person_id: int
    name: str
    event: EventNamed
    seats: int
    rank: int
    reason: str


@dataclass(frozen=True, slots=True)
class ShortCard:
    """Somebody who gets fewer than they want, and why. `missed`: the best wish that was not for them; `one_more_seat`:
    with a seat more it was theirs."""

    person_id: int
    name: str
    wanted: int
    got: int
    reason: str
    missed: EventNamed | None
    one_more_seat: bool


@dataclass(frozen=True, slots=True)
class RunPersonCard:
    """One person in a version: what they get, by start, and why not more. `credit`: their months without a place before
    this one."""

    person_id: int
    name: str
    placed: Sequence[PlacedCard]
    short: ShortCard | None
    credit: int


@dataclass(frozen=True, slots=True)
class TellingCard:
    """How far everybody has heard of their result: `failed` cannot be told."""

    sent: int
    waiting: int
    failed: int


@dataclass(frozen=True, slots=True)
class SessionUse:
    """Seats of an event of a run: its `capacity` and the `free` ones when it began, those that it has `placed`, and as
    of now how many there are, `now`, none where it was called off, and how many are `booked`."""

    event_id: int
    free: int
    placed: int
    capacity: int
    booked: int
    now: int | None = None

    @property
    def there(self) -> int:
        """Seats as of now; what there was when it began where nobody has said otherwise."""
        return self.capacity if self.now is None else self.now


@dataclass(frozen=True, slots=True)
class RunNumbers:
    """A version that is done, counted. People who are `placed` have a place at least, `whole` all that they want,
    those `without` none; `unmet` counts places wished for and not given, and `reasons` the same by the reason. `ranks`:
    places given by which wish they are, 0 was none. `waited`: people, and how many of them have a place, by how many
    months they had gone without one. Seats: `kept` are still booked for whoever got them, `attended` and `missed` by
    people who came and who did not. `sessions` by start."""

    period_id: int
    month: str
    timezone: str
    number: int
    strategy: Strategy
    ordering: Ordering
    final: bool
    started_at: datetime
    finished_at: datetime | None
    placed: int
    whole: int
    without: int
    unmet: int
    ranks: Mapping[int, int]
    reasons: Mapping[str, int]
    waited: Mapping[int, tuple[int, int]]
    kept: int
    attended: int
    missed: int
    sessions: Sequence[SessionUse]


@dataclass(frozen=True, slots=True)
class VersionsCounted:
    """How many versions of a period came to which end."""

    done: int
    failed: int
    stopped: int


@dataclass(frozen=True, slots=True)
class AdjustmentCard:
    """What an admin wants of every later version; `event` None is none of the month."""

    id: int
    person_id: int
    person_name: str
    kind: AdjustmentKind
    event: EventNamed | None
    source: EventNamed | None
    reason: str
    by_name: str
    made_at: datetime
