"""A month, its wishes and its results."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import datetime
from itertools import combinations

from engine.month import AtMost, FriendshipStatus, PeriodStatus, WishStatus
from engine.planning import Ordering
from engine.state import EntryStatus
from engine.views.bookings import BookingCard
from engine.views.events import EventCard
from engine.views.history import EventNamed


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
class ChoiceCard:
    """An event of a month, and its rank in somebody's wish, if it has one. `off`: nobody can wish for it any more.
    `rests`: it is on a weekday that does not suit them. `equal`: another one of theirs has the same rank."""

    event: EventNamed
    ends_at: datetime
    rank: int | None
    off: bool = False
    rests: bool = False
    equal: bool = False

    def clashes(self, other: "ChoiceCard") -> bool:
        """Whether nobody can be at both."""
        return self.event.starts_at < other.ends_at and other.event.starts_at < self.ends_at


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

    @property
    def clashes(self) -> Sequence[tuple[ChoiceCard, ChoiceCard]]:
        """Those of their choices that can count, two by two, at which nobody can be both times."""
        able = [choice for choice in self.choices if not choice.rests and not choice.off]
        return [pair for pair in combinations(able, 2) if pair[0].clashes(pair[1])]


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
    """What a month has come to for one person: `placed` by start, `line` where they wait instead, at which place by
    now, 0 when that is over, and in which `standing`. `credit` counts their points for months
    without a place, `credit_before` before this one.

    `placed` is as it was drawn, `by_hand` which of it admins gave, and `gone` which of it the person has no more, by
    event with what ended the booking. `held` is what they have now at the month's group dates, `before` where they have
    had it since before the draw, and `friends` who of those they wanted to come with is there, by event. `pins`: seats
    that admins gave to others at the dates wished for; `because`: why admins left the person out. `bookable`: the best
    of their wishes that too few wished for, while they can book it, if the draw gave less than wanted.
    `latest`: no month of theirs has ended since."""

    period: PeriodHead
    placed: Sequence[EventNamed]
    wanted: int
    got: int
    reason: str
    line: EventNamed | None
    position: int
    standing: EntryStatus
    credit_before: int
    credit: int
    gone: Mapping[int, str]
    by_hand: Set[int]
    held: Sequence[BookingCard]
    before: Set[int]
    friends: Mapping[int, tuple[str, ...]]
    pins: int
    ordering: Ordering
    because: str
    bookable: EventCard | None
    latest: bool

    @property
    def stands(self) -> bool:
        """Whether the person has what was drawn, and nothing since."""
        return {each.id for each in self.placed} == {each.event.id for each in self.since} and not self.gone

    @property
    def since(self) -> Sequence[BookingCard]:
        """What the draw gave, and what they came by later."""
        return [each for each in self.held if each.event.id not in self.before]


@dataclass(frozen=True, slots=True)
class ScheduleCard:
    """When months are planned by themselves; `cron` "" is never."""

    cron: str
    timezone: str
    due_at: datetime | None
    chosen_by: str
