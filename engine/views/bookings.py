"""Bookings, entries, offers and requests of people."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from engine.questions import Answers
from engine.state import BookingStatus, EntryStatus, OfferStatus, RequestStatus, TimeWindow
from engine.views.events import EventCard
from engine.views.people import Names


@dataclass(frozen=True, slots=True)
class BookingCard:
    """`late_from`: from this moment cancelling is late (the later of the rule and the grace, `free_cancel_until`).
    `reconfirm_by`: until then the person says whether the event's new date suits. `since`: when it was made. `guest`:
    not on Telegram. `final`: it is a part of a final month, which is open for moves until `open_until`, if at all."""

    id: int
    event: EventCard
    person_id: int
    person_name: str
    status: BookingStatus
    seats: int
    names: tuple[str, ...]
    source: str
    late_from: datetime
    free_cancel_until: datetime | None = None
    reconfirm_by: datetime | None = None
    answers: Answers = ()
    since: datetime | None = None
    guest: bool = False
    final: bool = False
    open_until: datetime | None = None

    def movable(self, now: datetime) -> bool:
        """Whether the final lock lets it go to another date."""
        return not self.final or (self.open_until is not None and now < self.open_until)


@dataclass(frozen=True, slots=True)
class EntryCard:
    """`event` is None on a reserve list. `position` counts everybody with a place ahead, paused ones included; 0 once
    the entry is over. `since`: when the place was taken. `guest`: not on Telegram."""

    id: int
    event: EventCard | None
    service_id: int
    service_names: Names
    person_id: int
    person_name: str
    status: EntryStatus
    seats: int
    names: tuple[str, ...]
    priority: int
    position: int
    misses: int
    source: str
    auto_confirm: bool
    windows: tuple[TimeWindow, ...]
    paused_until: datetime | None
    reachable: bool
    answers: Answers = ()
    since: datetime | None = None
    guest: bool = False


@dataclass(frozen=True, slots=True)
class OfferCard:
    """`ended` is how it ended: the withdrawal's or the decline's fact value ("taken", "admin", "keep", …). `since`:
    when it was made. `home`: the place at another date that it was made instead of, in a balancing."""

    id: int
    event: EventCard
    entry: EntryCard
    person_id: int
    person_name: str
    status: OfferStatus
    count: int
    expires_at: datetime
    last_call: bool
    delivered_at: datetime | None
    ended: str
    booking_id: int | None
    since: datetime | None = None
    home: EntryCard | None = None


@dataclass(frozen=True, slots=True)
class RequestCard:
    """`by_name` and `reason`: which admin decided, and why."""

    id: int
    event: EventCard
    person_id: int
    person_name: str
    seats: int
    names: tuple[str, ...]
    status: RequestStatus
    asked_at: datetime
    decided_at: datetime | None
    by_name: str
    reason: str
    answers: Answers = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """What one person has at one event."""

    booking: BookingCard | None
    entry: EntryCard | None
    offer: OfferCard | None
    reserve: EntryCard | None
    request: RequestCard | None = None


@dataclass(frozen=True, slots=True)
class Mine:
    """Everything a person has in the future."""

    bookings: Sequence[BookingCard]
    entries: Sequence[EntryCard]
    offers: Sequence[OfferCard]
    requests: Sequence[RequestCard] = ()
