"""What a rule sees: one event under its lock, bounded in size however large the crowd.

Counters, the rows of the persons concerned, the first few free seats and the first few people in line. A rule that
needs more than was loaded raises `NeedMore`; the work loads a larger window and asks again. `after(facts)` gives the
state as it becomes; it is the one place that says what a fact does to rows.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from engine.questions import Answers
from engine.settings import Settings

BookingStatus = Literal["pending", "confirmed", "cancelled", "attended", "no_show"]
EntryStatus = Literal["waiting", "offered", "paused", "booked", "left", "closed"]
OfferStatus = Literal["pending", "accepted", "rejected", "expired", "withdrawn"]
EventStatus = Literal["open", "closed", "cancelled"]
RequestStatus = Literal["open", "granted", "declined", "taken_back", "closed"]
Decline = Literal["leave", "keep", "pause"]

ACTIVE_BOOKING: frozenset[str] = frozenset({"pending", "confirmed"})
ACTIVE_ENTRY: frozenset[str] = frozenset({"waiting", "offered", "paused"})


class NeedMore(Exception):
    """The rule needs more than the window that was loaded; the work widens it and asks again."""

    def __init__(self, what: Literal["seats", "line", "reserve", "unlocks"]) -> None:
        self.what = what
        super().__init__(what)


@dataclass(frozen=True, slots=True)
class Event:
    """One dated session. `released` seats may be booked by anybody although people wait; `announced` is how many
    free seats the admins were last told about, and `announced_reason` why those stay free; `next_seq` numbers the
    line, `head_seq` whoever is put at its head; `round` counts how often seats came free, so that whoever passed on a
    seat is asked again for the next one and not for the same. `drain_to` is a smaller capacity that is reached as
    seats come free. `split_id` is the balancing of siblings that it takes part in. `requests`: how many people ask
    for a place and wait for an answer."""

    id: int
    account_id: int
    service_id: int
    starts_at: datetime
    ends_at: datetime
    capacity: int
    status: EventStatus = "open"
    frozen: bool = False
    released: int = 0
    announced: int = 0
    announced_reason: str = ""
    next_seq: int = 1
    head_seq: int = 0
    round: int = 0
    drain_to: int | None = None
    split_id: int | None = None
    requests: int = 0
    version: int = 1


@dataclass(frozen=True, slots=True)
class Booking:
    """Holds `seats` (seat numbers) of an event; empty once it is over. `names` are the party's attendees. Until
    `reconfirm_by` the person may say that the event's new date suits; after it the seats go on. `period_id`: the final
    month of whose places it is one, also after a move or a repair; `ended`: how a cancelled one came to its end."""

    id: int
    event_id: int
    person_id: int
    status: BookingStatus
    seats: tuple[int, ...]
    names: tuple[str, ...] = ()
    source: str = "self"
    free_cancel_until: datetime | None = None
    reconfirm_by: datetime | None = None
    answers: Answers = ()
    period_id: int | None = None
    ended: str = ""
    version: int = 1

    @property
    def active(self) -> bool:
        """Whether it holds seats."""
        return self.status in ACTIVE_BOOKING


@dataclass(frozen=True, slots=True)
class TimeWindow:
    """A weekly stretch of wall time; weekday 0 is Monday; minutes since midnight, end exclusive."""

    weekday: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Opening:
    """When an individual service can be had: weekly windows that do not overlap, cut into slots of `minutes`."""

    minutes: int
    hours: tuple[TimeWindow, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A place in line: of one event, or (event_id None) of a service's reserve list.

    Order is (priority descending, seq ascending). `reachable` is false while the person has blocked the bot;
    `passed` is the round of `passed_event` in which the person let a seat go. `split`: paused or made by a balancing of
    siblings, until that is over.
    """

    id: int
    service_id: int
    event_id: int | None
    person_id: int
    seats: int
    priority: int
    seq: int
    status: EntryStatus = "waiting"
    names: tuple[str, ...] = ()
    source: str = "self"
    auto_confirm: bool = False
    windows: tuple[TimeWindow, ...] = ()
    paused_until: datetime | None = None
    misses: int = 0
    skips: int = 0
    passed: int = -1
    passed_event: int = 0
    reachable: bool = True
    split: bool = False
    answers: Answers = ()
    version: int = 1

    @property
    def active(self) -> bool:
        """Whether it is a place in line at all."""
        return self.status in ACTIVE_ENTRY

    @property
    def visiting(self) -> bool:
        """Whether it is a place at a sibling for as long as that is balanced: for the one offer, and for no other
        seat."""
        return self.split and self.source == "split"


@dataclass(frozen=True, slots=True)
class Offer:
    """A freed seat held for one person until `expires_at`; a last call holds no seats.

    `closes_at` is the latest moment any deadline may have; before delivery `expires_at` equals it. `delivered_at` is
    when the clock began: with the letter, or anew after an outage; while none is running, a miss costs nothing.
    """

    id: int
    event_id: int
    entry_id: int
    person_id: int
    count: int
    seats: tuple[int, ...]
    expires_at: datetime
    closes_at: datetime
    status: OfferStatus = "pending"
    guarded: bool = True
    last_call: bool = False
    delivered_at: datetime | None = None
    reminded_at: datetime | None = None
    decided_at: datetime | None = None
    ended: str = ""
    booking_id: int | None = None
    split_id: int | None = None
    version: int = 1


@dataclass(frozen=True, slots=True)
class Hold:
    """Seats an admin keeps back, with the reason."""

    id: int
    event_id: int
    seats: tuple[int, ...]
    reason: str = ""
    by_name: str = ""
    active: bool = True
    version: int = 1


@dataclass(frozen=True, slots=True)
class Request:
    """Somebody asks for seats of an event that people cannot book themselves; an admin decides. It holds nothing.
    `decided_at`: since when it is not open any more; `by_name`, `reason`: which admin decided, and why."""

    id: int
    event_id: int
    person_id: int
    seats: int
    names: tuple[str, ...] = ()
    status: RequestStatus = "open"
    decided_at: datetime | None = None
    by_name: str = ""
    reason: str = ""
    answers: Answers = ()
    version: int = 1

    @property
    def open(self) -> bool:
        """Whether it waits for an answer."""
        return self.status == "open"


@dataclass(frozen=True, slots=True)
class Line:
    """A waiting line as far as it was loaded.

    entries: every loaded entry by id. window: ids of the first waiting entries in order. complete: nobody waits
    beyond the window. waiting: how many are in status waiting. active: how many have a place, by priority.
    next_seq: numbers whoever comes next on a reserve list; an event numbers its own line.
    """

    entries: Mapping[int, Entry] = field(default_factory=dict)
    window: tuple[int, ...] = ()
    complete: bool = True
    waiting: int = 0
    active: Mapping[int, int] = field(default_factory=dict)
    next_seq: int = 1

    @property
    def length(self) -> int:
        """People with a place in this line, paused and offered ones included."""
        return sum(self.active.values())

    def position(self, priority: int) -> int:
        """The place a newcomer of this priority gets: behind everybody of the same or a higher one."""
        return 1 + sum(count for level, count in self.active.items() if level >= priority)

    def of(self, person_id: int) -> Entry | None:
        """The person's active entry."""
        return next((e for e in self.entries.values() if e.person_id == person_id and e.active), None)


@dataclass(frozen=True, slots=True)
class Wishing:
    """Who wishes for a certain event in a month that is not final. `until`: how long that can change; None where it
    cannot any more."""

    person_id: int
    period_id: int
    month: str
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class State:
    """One event under its lock. See the module's text for what is whole and what is a window.

    bookings: the active ones of the persons concerned and those asked for by id. offers: all pending ones of the
    event and those asked for by id. holds: all active ones. requests: the open ones of the persons concerned and of
    everybody in a window, and those asked for by id. free: the first free seat numbers, ascending. unreachable: who of
    those persons, of the bookings and of the requests has blocked the bot, where it is not they who act. unlocked:
    from when until when the final months of these bookings are open, by period; None until a rule asks. wishers: who
    wishes for the event in a month that is not final, by person, for a rule that moves it or calls it off.
    """

    event: Event
    settings: Settings
    free: tuple[int, ...] = ()
    free_complete: bool = True
    bookings: Mapping[int, Booking] = field(default_factory=dict)
    offers: Mapping[int, Offer] = field(default_factory=dict)
    holds: Mapping[int, Hold] = field(default_factory=dict)
    requests: Mapping[int, Request] = field(default_factory=dict)
    line: Line = field(default_factory=Line)
    reserve: Line = field(default_factory=Line)
    unreachable: frozenset[int] = frozenset()
    unlocked: Mapping[int, tuple[datetime, datetime]] | None = None
    wishers: Mapping[int, tuple[Wishing, ...]] = field(default_factory=dict)

    def take(self, count: int) -> tuple[int, ...] | None:
        """`count` free seat numbers, or None when fewer are free."""
        if len(self.free) >= count:
            return self.free[:count]
        if not self.free_complete:
            raise NeedMore("seats")
        return None

    def free_count(self) -> int:
        """How many seats are free; loads them all."""
        if not self.free_complete:
            raise NeedMore("seats")
        return len(self.free)

    def waiting(self) -> Iterator[Entry]:
        """The event's line in order, people in status waiting only."""
        return _walk(self.line, "line")

    def waiting_reserve(self) -> Iterator[Entry]:
        """The service's reserve list in order, people in status waiting only."""
        return _walk(self.reserve, "reserve")

    def entry(self, entry_id: int) -> Entry | None:
        """A loaded entry of either line."""
        return self.line.entries.get(entry_id) or self.reserve.entries.get(entry_id)

    def asked(self, offer: Offer) -> Entry:
        """The place in line that an open offer was made to; it is loaded with the offer."""
        return self.line.entries.get(offer.entry_id) or self.reserve.entries[offer.entry_id]

    def booking_of(self, person_id: int) -> Booking | None:
        """The person's active booking."""
        return next((b for b in self.bookings.values() if b.person_id == person_id and b.active), None)

    def request_of(self, person_id: int) -> Request | None:
        """The person's open request."""
        return next((r for r in self.requests.values() if r.person_id == person_id and r.open), None)

    def pending(self) -> list[Offer]:
        """Every open offer of the event, in the order in which they were made, however the event was loaded. Ids below
        zero were given in a preview, one after the other downwards: those are the newest."""
        found = [offer for offer in self.offers.values() if offer.status == "pending"]
        return sorted(found, key=lambda offer: (offer.id < 0, abs(offer.id)))


def _walk(line: Line, what: Literal["line", "reserve"]) -> Iterator[Entry]:
    for entry_id in line.window:
        yield line.entries[entry_id]
    if not line.complete:
        raise NeedMore(what)
