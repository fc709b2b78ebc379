"""What screens and letters read: committed data in types that no rule accepts.

Times are UTC; `timezone` is the IANA zone of the event. Every number is counted from the rows.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Generic, Literal, Protocol, TypeVar

from engine.questions import Answers, Question
from engine.settings import Mode, Rules, Settings
from engine.state import (
    BookingStatus,
    EntryStatus,
    EventStatus,
    OfferStatus,
    Opening,
    RequestStatus,
    TimeWindow,
)

T = TypeVar("T")

Names = Mapping[str, str]
"""A text by language code; may lack some languages."""


@dataclass(frozen=True, slots=True)
class Account:
    id: int
    name: str
    timezone: str
    tier: str
    languages: tuple[str, ...]
    admin_chat_id: int | None
    auto_backfill: bool
    booking_status: str = "confirmed"


@dataclass(frozen=True, slots=True)
class Person:
    """A participant. `language` is the one chosen in /settings, else Telegram's, always a supported one."""

    id: int
    telegram_id: int | None
    name: str
    language: str
    reachable: bool


@dataclass(frozen=True, slots=True)
class ServiceCard:
    """`upcoming`: events that have not begun; `free`: seats anybody may book in them."""

    id: int
    code: str
    names: Names
    descriptions: Names
    upcoming: int
    free: int
    kind: Literal["group", "individual"] = "group"


@dataclass(frozen=True, slots=True)
class IndividualCard:
    """An individual service; `zone` is the IANA zone that its hours are wall time of."""

    id: int
    code: str
    names: Names
    opening: Opening
    zone: str


@dataclass(frozen=True, slots=True)
class EventCard:
    """capacity = booked + offered + held + free. `public` of the free seats may be booked by anybody; the others are
    kept for the waitlist. `waiting` counts everybody with a place in line; `visiting` of them wait at a sibling, and
    are asked to come here. `reserve` counts everybody on the service's reserve list, `requests` everybody who asks for
    a place and waits for an answer. `halted` is why automation does not run (see `rules.automation.halted`), None
    when it does. The capacity goes down to `drain_to` as seats come free.
    `minimum`: how many it takes to happen, which is never more than the capacity."""

    id: int
    code: str
    service_id: int
    service_code: str
    names: Names
    starts_at: datetime
    ends_at: datetime
    timezone: str
    location: str
    status: EventStatus
    capacity: int
    booked: int
    offered: int
    held: int
    free: int
    public: int
    waiting: int
    frozen: bool
    halted: str | None
    settings: Settings
    reserve: int = 0
    minimum: int = 0
    drain_to: int | None = None
    split_id: int | None = None
    requests: int = 0
    visiting: int = 0

    @property
    def mode(self) -> Mode:
        return self.settings.mode

    @property
    def in_line(self) -> int:
        """Who waits for this event, each person counted where their own place is."""
        return self.waiting - self.visiting

    @property
    def used(self) -> int:
        """Seats that cannot go: booked, offered or held."""
        return self.capacity - self.free


@dataclass(frozen=True, slots=True)
class SlotCard:
    """A slot, and who comes."""

    event: EventCard
    people: Sequence[str]


@dataclass(frozen=True, slots=True)
class ServiceRules:
    """How the lines of a service's events are handled where they choose nothing themselves; `settings` hold for such an
    event. `event_ids`: the events that can still be booked, by start, and without any the newest one, or what stands
    in for one; `upcoming` of them can be booked, `own` of those have a choice of their own; `requests`: how many people
    ask for a place at them."""

    id: int
    names: Names
    settings: Settings
    event_ids: tuple[int, ...]
    upcoming: int
    own: int
    requests: int = 0


@dataclass(frozen=True, slots=True)
class PresetCard:
    """One version of a named preset. `used`: services, and events that can still be booked, that have it."""

    id: int
    name: str
    version: int
    mode: Mode
    rules: Rules
    used: int
    made_by: str
    made_at: datetime


@dataclass(frozen=True, slots=True)
class BookingCard:
    """`late_from`: from this moment cancelling is late (the later of the rule and the grace, `free_cancel_until`).
    `reconfirm_by`: until then the person says whether the event's new date suits. `since`: when it was made. `guest`:
    not on Telegram."""

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


Grouping = Literal["forward", "same_day", "same_slot"]
"""Which events of a service are siblings of one: those from it on, those of its day, or those at its weekday and time
from it on; days and times are those of its zone."""


@dataclass(frozen=True, slots=True)
class SplitCard:
    """A balancing of siblings that is under way: its events, all its offers, and how many of these ended how; `expired`
    counts those that were taken back too."""

    id: int
    event_ids: Sequence[int]
    offer_ids: Sequence[int]
    accepted: int
    declined: int
    expired: int
    open: int


@dataclass(frozen=True, slots=True)
class HoldCard:
    id: int
    event_id: int
    seats: int
    reason: str
    by_name: str


@dataclass(frozen=True, slots=True)
class Deed:
    """Who changed something, and when. `by_id` is a participant's or Telegram's user id; a job has no name. What the
    rules made of a participant's tap for others counts as a job's. `how` tells a booking that ended by being moved
    from one that was given up."""

    by: Literal["person", "admin", "job", "import"]
    by_id: int
    name: str
    at: datetime
    how: str = ""


@dataclass(frozen=True, slots=True)
class ServiceQuestions:
    """What a service asks, and who has changed that last."""

    id: int
    names: Names
    questions: tuple[Question, ...]
    last: Deed | None


@dataclass(frozen=True, slots=True)
class Sought:
    """What of the history is looked for; None asks for anything. `person_id`: about what a participant has or had;
    `admin_id`: done by this admin (Telegram's user id); from `since` on and before `until`. `gathered`: what one
    decision did to many slots of a service is one change, with how many."""

    event_id: int | None = None
    person_id: int | None = None
    admin_id: int | None = None
    admins_only: bool = False
    since: datetime | None = None
    until: datetime | None = None
    gathered: bool = False


@dataclass(frozen=True, slots=True)
class Known:
    """A participant, or an admin who has done something; an admin's id is Telegram's."""

    is_admin: bool
    id: int
    name: str


@dataclass(frozen=True, slots=True)
class EventNamed:
    """What an event is called and when it begins."""

    id: int
    code: str
    names: Names
    starts_at: datetime
    timezone: str


@dataclass(frozen=True, slots=True)
class Gathered:
    """How many slots one decision treated alike, and when the first and the last of them begin."""

    count: int
    first: datetime
    last: datetime


@dataclass(frozen=True, slots=True)
class Change:
    """One fact of the history. `kind` and `data` are the fact's class and fields; `by_id` as in `Deed`; `person_id` is
    whom it is about, if anybody; `seal_id` is None as long as it is not sealed. `service`: the names of the service
    that was changed itself. `gathered`: it stands for several."""

    id: int
    at: datetime
    kind: str
    data: Mapping[str, Any]
    by: Literal["person", "admin", "job", "import"]
    by_id: int
    by_name: str
    reason: str
    person_id: int | None
    person_name: str
    event: EventNamed | None
    seal_id: int | None
    service: Mapping[str, str] | None = None
    gathered: Gathered | None = None


@dataclass(frozen=True, slots=True)
class OutOfTurn:
    """How many wait in an event's line whom its free seats do not go to: they have let these very seats go, cannot be
    reached, or wait for more seats than are free. Behind them `more` wait, who were not looked at."""

    let_go: int = 0
    unreachable: int = 0
    too_large: int = 0
    more: int = 0

    @property
    def anybody(self) -> bool:
        return bool(self.let_go or self.unreachable or self.too_large)


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """`items` from `offset` on; `total` is how many there are in all."""

    items: Sequence[T]
    offset: int
    total: int


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


Section = Literal["bookings", "line", "offers"]


class Views(Protocol):
    """Reads, on their own connections; never under a lock. None: no such thing."""

    async def account(self) -> Account | None: ...
    async def is_ours(self, event_id: int) -> bool:
        """Whether it is an event of that account."""
        ...

    async def person(self, telegram_id: int) -> Person | None: ...
    async def person_by_id(self, person_id: int) -> Person | None: ...
    async def people_named(self, text: str, limit: int) -> Sequence[Person]:
        """Participants and guests whose name contains the text, whatever its capitals, by name."""
        ...

    async def services(self) -> Sequence[ServiceCard]: ...
    async def service(self, service_id: int) -> ServiceCard | None: ...
    async def service_by_code(self, code: str) -> ServiceCard | None: ...
    async def events(self, service_id: int | None, offset: int, limit: int) -> Page[EventCard]:
        """Open events that have not begun, by start; of one service, or of all groups."""
        ...

    async def past_events(self, offset: int, limit: int) -> Page[EventCard]:
        """Events of groups that have begun or do not take place, the newest first."""
        ...

    async def individual(self, service_id: int) -> IndividualCard | None:
        """None for a group too."""
        ...

    async def individuals(self) -> Sequence[IndividualCard]:
        """Every individual service, in the order they were made."""
        ...

    async def slots(self, service_id: int, since: datetime, until: datetime) -> Sequence[SlotCard]:
        """What of an individual service begins from `since` on and before `until`, by start: all but what is closed
        and has nobody."""
        ...

    async def event(self, event_id: int) -> EventCard | None: ...
    async def event_by_code(self, code: str) -> EventCard | None: ...
    async def standing(self, event_id: int, person_id: int) -> Standing: ...
    async def mine(self, person_id: int) -> Mine: ...
    async def booking(self, booking_id: int) -> BookingCard | None: ...
    async def entry(self, entry_id: int) -> EntryCard | None: ...
    async def offer(self, offer_id: int) -> OfferCard | None: ...
    async def bookings(self, event_id: int, offset: int, limit: int) -> Page[BookingCard]:
        """Active ones, in the order they were made."""
        ...

    async def line(self, event_id: int, offset: int, limit: int) -> Page[EntryCard]:
        """Everybody with a place in the event's line, in order; where lots are drawn, in the order of the draw.
        `position` is the place a person was told."""
        ...

    async def reserve(self, event_id: int, offset: int, limit: int) -> Page[EntryCard]:
        """Everybody with a place on the reserve list of the event's service, in order."""
        ...

    async def in_turn(self, event_id: int, limit: int) -> Sequence[EntryCard]:
        """Whom a free seat could go to, best first, exactly as the rules see it (`rules.candidates.in_turn`)."""
        ...

    async def out_of_turn(self, event_id: int) -> OutOfTurn:
        """Who waits and is passed over, as the rules see it (`rules.candidates.out_of_turn`)."""
        ...

    async def last_deed(self, kinds: Sequence[str], row_id: int | None, event_id: int) -> Deed | None:
        """The last of the event's facts of one of these kinds, about this row or (None) about any."""
        ...

    async def offers(self, event_id: int, offset: int, limit: int) -> Page[OfferCard]:
        """Open ones, oldest first."""
        ...

    async def request(self, request_id: int) -> RequestCard | None: ...
    async def requests(self, event_id: int, offset: int, limit: int) -> Page[RequestCard]:
        """Open ones, oldest first."""
        ...

    async def holds(self, event_id: int) -> Sequence[HoldCard]: ...
    async def changes(self, sought: Sought, offset: int, limit: int) -> Sequence[Change]:
        """Newest first."""
        ...

    async def known_as(self, name: str, limit: int) -> Sequence[Known]:
        """Whose names have these words in them, whatever their case and accents."""
        ...

    async def known(self, row_id: int, *, is_admin: bool) -> Known | None: ...

    async def service_questions(self, service_id: int) -> ServiceQuestions | None: ...
    async def answered_before(self, person_id: int, service_id: int) -> Answers:
        """What the person has answered last, at any event of the service or in any of its lines."""
        ...

    async def service_rules(self, service_id: int) -> ServiceRules | None: ...
    async def bookable_ids(self) -> Sequence[int]:
        """The events of all services that can still be booked, by start; without any the newest one, or what
        stands in for one."""
        ...

    async def presets(self) -> Sequence[PresetCard]:
        """Every version, by name, newest first."""
        ...

    async def siblings(self, event_id: int, grouping: Grouping) -> Sequence[EventCard]:
        """Open events that have not begun, by start; the event itself is one of them. A hundred at most."""
        ...

    async def joined(self, event_ids: Sequence[int]) -> Mapping[int, datetime]:
        """When each place in the events' lines, and on the reserve lists of their services, was taken, by entry."""
        ...

    async def split(self, split_id: int) -> SplitCard | None:
        """None when it is over."""
        ...


PAUSE_CHOICES: tuple[timedelta, ...] = (timedelta(days=1), timedelta(days=3), timedelta(days=7))
"""How long a place in line can be paused from a button; without an end is the further choice."""
