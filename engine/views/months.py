"""A month, its wishes and its results."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import datetime

from engine.month import AtMost, FriendshipStatus, PeriodStatus, WishStatus
from engine.planning import Ordering
from engine.state import EntryStatus
from engine.views.bookings import BookingCard
from engine.views.events import EventCard, Turn
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


@dataclass(frozen=True, slots=True)
class Overlap:
    """Choices that hang together by overlapping, best first, and of how many of them at `most` one person can be."""

    choices: Sequence[ChoiceCard]
    most: int


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
        return len(self._able)

    @property
    def unsuited(self) -> bool:
        """Whether they have named weekdays that none of their dates is on, so that nothing of it counts."""
        left = [choice for choice in self.choices if not choice.off]
        return bool(left) and all(choice.rests for choice in left)

    @property
    def overlaps(self) -> Sequence[Overlap]:
        """Those of their choices that can count and overlap others, best first. In a chain, where one overlaps the next
        and that one the one after it, the first and the last can both be had."""
        able = self._able
        groups = [group for group in _together(able) if len(group) > 1]
        found = [Overlap([each for each in able if each in group], _most(group)) for group in groups]
        return sorted(found, key=lambda overlap: able.index(overlap.choices[0]))

    @property
    def _able(self) -> Sequence[ChoiceCard]:
        return [choice for choice in self.choices if not choice.rests and not choice.off]


def _together(choices: Sequence[ChoiceCard]) -> Sequence[Sequence[ChoiceCard]]:
    """By start; a new group where nothing of the one before goes on."""
    groups: list[list[ChoiceCard]] = []
    for choice in sorted(choices, key=lambda each: each.event.starts_at):
        if groups and choice.event.starts_at < max(each.ends_at for each in groups[-1]):
            groups[-1].append(choice)
        else:
            groups.append([choice])
    return groups


def _most(choices: Sequence[ChoiceCard]) -> int:
    """How many of them fit one after the other: always the one that ends first."""
    count, free = 0, min(each.event.starts_at for each in choices)
    for choice in sorted(choices, key=lambda each: each.ends_at):
        if choice.event.starts_at >= free:
            count, free = count + 1, choice.ends_at
    return count


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
    """How many people want an event first, and at all; `seats` they would need together, of
    those `free` by now of its `capacity`."""

    event: EventNamed
    capacity: int
    first: int
    wanted: int
    seats: int
    free: int


@dataclass(frozen=True, slots=True)
class ResultCard:
    """What a month has come to for one person: `placed` by start, `line` where they wait instead, at which place by
    now, 0 when that is over, in which `standing`, and what their `turn` will be. `credit` counts their points for
    months without a place, `credit_before` before this one.

    `placed` is as it was drawn, `by_hand` which of it admins gave, and `gone` which of it the person has no more, by
    event with what ended the booking. `held` is what they have now at the month's group dates, `before` where they have
    had it since before the draw, and `friends` who of those they wanted to come with is there, by event. `pins`: seats
    that admins gave to others at the dates wished for; `because`: why admins left the person out. `bookable`: the best
    of their wishes that the draw gave no places at and that is below its minimum, while they can book it, if the draw
    gave less than wanted. `missed`: the best of their wishes that did not come true in the draw, where that is known.
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
    turn: Turn | None = None
    missed: int | None = None

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
