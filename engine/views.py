"""What screens and letters read: committed data in types that no rule accepts.

Times are UTC; `timezone` is the IANA zone of the event. Every number is counted from the rows.
"""

from collections.abc import Collection, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Generic, Literal, Protocol, TypeVar

from engine.locks import UnlockStatus, Who
from engine.month import AtMost, FriendshipStatus, PeriodStatus, WishStatus
from engine.planning import AdjustmentKind, Document, Ordering, RunStatus, Strategy
from engine.questions import Answers, Question
from engine.repairs import RepairMove, RepairStatus
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
    max_party: int = 6


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
class PeriodHead:
    """A calendar month, "2026-12", for which wishes were opened. `seed`: "" before the month has a final version."""

    id: int
    month: str
    timezone: str
    status: PeriodStatus
    wishes_until: datetime
    seed_hash: str
    opened_by: str
    opened_at: datetime
    closed_at: datetime | None
    seed: str

    def collects(self, now: datetime) -> bool:
        """Whether wishes can change."""
        return self.status == "collecting" and now < self.wishes_until


@dataclass(frozen=True, slots=True)
class PeriodCard(PeriodHead):
    """The same with everybody's answers: how many people want something of it, and how many were reminded and have said
    nothing (`silent`)."""

    answers: int
    silent: int


@dataclass(frozen=True, slots=True)
class LockCard:
    """The temporary lock of a month. See `engine.locks.Lock`."""

    id: int
    holder: Who
    helpers: Sequence[Who]
    until: datetime
    asked: Who | None
    refused: int


@dataclass(frozen=True, slots=True)
class UnlockCard:
    """A final month that is, was or should have been open for a while. See `engine.locks.Unlock`."""

    id: int
    period: PeriodCard
    status: UnlockStatus
    asked_by: Who
    reason: str
    minutes: int
    lapses_at: datetime
    decided_by: str
    decided_at: datetime | None
    until: datetime | None
    ended_at: datetime | None


@dataclass(frozen=True, slots=True)
class LockingCard:
    """A month with the lock and the unlocking that are not over, if any."""

    period: PeriodCard
    lock: LockCard | None
    unlock: UnlockCard | None


@dataclass(frozen=True, slots=True)
class PlaceChange:
    """A place of a final month that somebody has not any more: how (see `facts.BookingCancelled`), by whom and why;
    `to` is where they have one instead, by a move or a repair. Or one that they were given: by "hand", or by
    "promotion" out of the line."""

    person: str
    event: EventNamed
    to: EventNamed | None
    how: str
    by: str
    by_name: str
    reason: str
    at: datetime


@dataclass(frozen=True, slots=True)
class ChoiceCard:
    """An event of a month, and its rank in somebody's wish, if it has one. `off`: nobody can wish for it any more.
    `rests`: it is on a weekday that does not suit them. `equal`: another one of theirs has the same rank."""

    event: EventNamed
    rank: int | None
    off: bool = False
    rests: bool = False
    equal: bool = False


@dataclass(frozen=True, slots=True)
class FriendCard:
    """`name` is the other one's, "" as long as nobody has answered the `link`; `asks`: the reader is who asks."""

    id: int
    name: str
    status: FriendshipStatus
    asks: bool
    link: int


@dataclass(frozen=True, slots=True)
class WishCard:
    """What somebody wants of a period, best first; `status` None where they have said nothing yet."""

    period: PeriodHead
    status: WishStatus | None
    choices: Sequence[ChoiceCard]
    count: int
    at_most: AtMost
    weekdays: tuple[int, ...]
    seats: int
    names: tuple[str, ...]
    standing: bool
    stated_at: datetime | None
    friends: Sequence[FriendCard]

    @property
    def named(self) -> int:
        """How many dates they have chosen that can count."""
        return sum(not choice.rests for choice in self.choices)


@dataclass(frozen=True, slots=True)
class Invitation:
    """Somebody asks whoever has the link to come together with them."""

    period: PeriodCard
    friendship_id: int
    asker_id: int
    asker: str
    status: FriendshipStatus


@dataclass(frozen=True, slots=True)
class InterestCard:
    """How many people want an event first, and at all; `seats` they would need together, of its `capacity`."""

    event: EventNamed
    capacity: int
    first: int
    wanted: int
    seats: int


@dataclass(frozen=True, slots=True)
class ResultCard:
    """What a month has come to for one person: `placed` by start, `line` where they wait instead, and at which place by
    now, 0 when that is over. `credit` counts their points for months without a place, `credit_before` before this one.

    `placed` is as it was drawn, `by_hand` which of it admins gave, and `gone` which of it the person has no more, by
    event with what ended the booking. `held` is what they have now, also what they came by since, and `friends` who of
    those they wanted to come with is there, by event. `pins`: seats that admins gave to others at the dates wished for;
    `because`: why admins left the person out. `latest`: no later month of theirs is final."""

    period: PeriodHead
    placed: Sequence[EventNamed]
    wanted: int
    got: int
    reason: str
    line: EventNamed | None
    position: int
    credit_before: int
    credit: int
    gone: Mapping[int, str]
    by_hand: Set[int]
    held: Sequence[BookingCard]
    friends: Mapping[int, tuple[str, ...]]
    pins: int
    ordering: Ordering
    because: str
    latest: bool

    @property
    def stands(self) -> bool:
        """Whether the person has what was drawn, and nothing else."""
        return {each.id for each in self.placed} == {each.event.id for each in self.held} and not self.gone


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
    of now how many there are, `now`, and how many are `booked`. `held`: enough people are there."""

    event_id: int
    free: int
    placed: int
    capacity: int
    booked: int
    held: bool = True
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
class RepairLine:
    """Who would go where, or has gone; `rank_before` 0: it was not wished for. `lost`: `source` was called off."""

    person_id: int
    person_name: str
    source: EventNamed
    target: EventNamed
    seats: int
    rank: int
    rank_before: int
    lost: bool
    agreed: bool = False


@dataclass(frozen=True, slots=True)
class RepairCard:
    """A repair of a final month that was proposed; `cause`: why it was withdrawn."""

    id: int
    period_id: int
    month: str
    timezone: str
    status: RepairStatus
    cause: str
    expires_at: datetime
    made_by: str
    lines: Sequence[RepairLine]

    @property
    def left(self) -> int:
        """How many have not said yes."""
        return sum(not line.agreed for line in self.lines)

    def of(self, person_id: int) -> RepairLine | None:
        """What it is for this person."""
        return next((line for line in self.lines if line.person_id == person_id), None)


@dataclass(frozen=True, slots=True)
class ScheduleCard:
    """When months are planned by themselves; `cron` "" is never."""

    cron: str
    timezone: str
    due_at: datetime | None
    chosen_by: str


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

    async def periods(self) -> Sequence[PeriodCard]:
        """Every month that was opened and is not over, by month."""
        ...

    async def period(self, period_id: int) -> PeriodCard | None: ...
    async def wish(self, period_id: int, person_id: int) -> WishCard | None:
        """None for no such period."""
        ...

    async def choices(self, period_id: int, person_id: int) -> Sequence[ChoiceCard]:
        """Every event of the month that the person can wish for, by start, and where it stands in their wish."""
        ...

    async def interest(self, period_id: int) -> Sequence[InterestCard]:
        """Of every event of the month that somebody can wish for, by start."""
        ...

    async def invitation(self, link: int) -> Invitation | None: ...
    async def result(self, result_id: int) -> ResultCard | None: ...
    async def results_of(self, person_id: int) -> Sequence[ResultCard]:
        """Of every month that was finalized, the newest first: their ledger."""
        ...

    async def locking(self, period_id: int) -> LockingCard | None: ...
    async def unlock(self, unlock_id: int) -> UnlockCard | None: ...
    async def place_changes(self, unlock_id: int) -> Sequence[PlaceChange]:
        """What has become of places of the month while it was open, in the order in which it happened."""
        ...

    async def runs(self, period_id: int) -> Sequence[RunHead]:
        """Every version, by number."""
        ...

    async def run_cards(self, run_ids: Collection[int]) -> Sequence[RunCard]:
        """These versions, by number: the ones that are shown, as each reads an output as large as its month."""
        ...

    async def month_with_losses(self, event_id: int) -> int | None:
        """The final month of which people have lost a place here, as the event was called off or has fewer seats."""
        ...

    async def repair(self, repair_id: int) -> RepairCard | None: ...
    async def repairs(self, period_id: int) -> Sequence[RepairCard]:
        """The open ones, by id."""
        ...

    async def repair_lines(self, moves: Sequence[RepairMove]) -> Sequence[RepairLine]:
        """The same in words for moves that nobody was asked about yet."""
        ...

    async def schedule(self) -> ScheduleCard | None:
        """None before there is an account."""
        ...

    async def run_events(self, run_id: int) -> Sequence[RunEventCard]:
        """Every event that took people when the version was computed, by start."""
        ...

    async def run_people(
        self, run_id: int, event_id: int | None, offset: int, limit: int
    ) -> Page[PlacedCard]:
        """Whom a version places at an event, or (None) at any, by name."""
        ...

    async def run_short(self, run_id: int, offset: int, limit: int) -> Page[ShortCard]:
        """Who gets fewer than they want, by name."""
        ...

    async def run_person(self, run_id: int, person_id: int) -> RunPersonCard | None: ...
    async def month_deed(self, kinds: Sequence[str], period_id: int) -> Deed | None:
        """The last fact of one of these kinds about the period, its versions, or what was adjusted in it."""
        ...

    async def telling(self, period_id: int) -> TellingCard:
        """Letters with results of the period."""
        ...

    async def names_of(self, person_ids: Sequence[int]) -> Mapping[int, str]:
        """What people are called, by id."""
        ...

    async def events_of(self, event_ids: Sequence[int]) -> Mapping[int, EventNamed]:
        """What events are called, by id."""
        ...

    async def run_numbers(self, period_id: int) -> Sequence[RunNumbers]:
        """Every version of the period that is done, by number."""
        ...

    async def month_numbers(self, limit: int) -> Sequence[RunNumbers]:
        """Of each of the newest months the version that was finalized, or else the newest that is done; by month."""
        ...

    async def versions(self, period_id: int) -> VersionsCounted: ...
    async def adjustments(self, period_id: int) -> Sequence[AdjustmentCard]:
        """Those that count, in the order they were made."""
        ...

    async def months(self) -> Sequence[PeriodCard]:
        """Every month that was ever opened, the newest first."""
        ...

    async def export_choices(self, period_id: int) -> ExportChoices | None:
        """None for no such month."""
        ...

    async def export(self, period_id: int, number: int) -> Document | None:
        """The month with this version of its allocation, as `rules.proof` reads it; number 0 is the final one, else the
        newest. None for no such month or version."""
        ...


PAUSE_CHOICES: tuple[timedelta, ...] = (timedelta(days=1), timedelta(days=3), timedelta(days=7))
"""How long a place in line can be paused from a button; without an end is the further choice."""
