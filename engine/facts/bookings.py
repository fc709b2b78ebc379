"""What becomes of a booking."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, Literal

from engine.facts.subject import Subject
from engine.questions import Answers
from engine.state import BookingStatus


@dataclass(frozen=True, slots=True)
class BookingMade:
    """`from_event`: the booking took the place of one at that event, whose seats are free since. `automatic`: nobody
    has chosen this person, their turn came. `period_id`: the final month of whose places it is one: a placement, or
    what came in its stead by a move or a repair."""

    subject: ClassVar[Subject] = "booking"
    id: int
    event_id: int
    person_id: int
    status: BookingStatus
    seats: tuple[int, ...]
    names: tuple[str, ...]
    source: Literal["self", "offer", "promotion", "admin", "move", "request", "month", "repair"]
    free_cancel_until: datetime | None = None
    from_event: int | None = None
    answers: Answers = ()
    automatic: bool = False
    period_id: int | None = None


@dataclass(frozen=True, slots=True)
class BookingConfirmed:
    subject: ClassVar[Subject] = "booking"
    id: int


@dataclass(frozen=True, slots=True)
class BookingCancelled:
    """`late`: after the moment the cancellation rule names. `by`: who or what ended it; "move": another booking has
    taken its place; "line": the person waits again; "event": the event does not take place; "silence": nobody said
    in time that the new date suits; "repair": another booking has taken its place in a repair that all agreed to."""

    subject: ClassVar[Subject] = "booking"
    id: int
    by: Literal["self", "admin", "move", "line", "event", "silence", "repair"]
    late: bool = False


@dataclass(frozen=True, slots=True)
class BookingShifted:
    """Its event begins at another time now, and the person is told. With `reconfirm_by` they have until then to say
    that they are coming; the seats stay theirs meanwhile."""

    subject: ClassVar[Subject] = "booking"
    id: int
    reconfirm_by: datetime | None = None


@dataclass(frozen=True, slots=True)
class BookingReconfirmed:
    """The new date suits."""

    subject: ClassVar[Subject] = "booking"
    id: int


@dataclass(frozen=True, slots=True)
class BookingReseated:
    """The same number of seats, with other numbers: those it had are to go."""

    subject: ClassVar[Subject] = "booking"
    id: int
    seats: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class AttendanceMarked:
    """Whether they came; "confirmed" takes a mark back."""

    subject: ClassVar[Subject] = "booking"
    id: int
    status: Literal["attended", "no_show", "confirmed"]
