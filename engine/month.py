"""What a rule of the month sees: one period under its lock, and the rows of the persons concerned.

A period is a calendar month in the account's zone. While it is collecting, people state wishes; nothing of a wish holds
a seat or a place in line.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Literal
from zoneinfo import ZoneInfo

from engine.locks import Lock
from engine.settings import QuietHours

PeriodStatus = Literal["collecting", "closed", "planned", "final"]
WishStatus = Literal["asked", "stated", "withdrawn"]
FriendshipStatus = Literal["asked", "agreed", "ended"]
AtMost = Literal["", "day", "week"]

MOST_CHOICES = 20
MOST_COUNT = 12
MOST_FRIENDS = 3

QUIET = QuietHours(time(21), time(9))
"""Nobody is told about wishes at night."""


@dataclass(frozen=True, slots=True)
class Period:
    """One calendar month, "2026-12", of the account. Wishes are open until `wishes_until`. `seed_hash` is the SHA-256
    of the seed of every random choice, posted when wishes open; the seed itself nobody sees before the end."""

    id: int
    account_id: int
    month: str
    status: PeriodStatus
    wishes_until: datetime
    seed_hash: str
    opened_at: datetime
    version: int = 1


@dataclass(frozen=True, slots=True)
class Ranked:
    """An event that somebody wants; 1 is best, and the same rank means just as gladly."""

    event_id: int
    rank: int


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody wants of a period: these events best first, `count` of them, `at_most` one a day or a week, on
    these `weekdays` only (0 is Monday, none is any), for a party of `seats` with the others' `names`. `standing`: the
    same again next month."""

    choices: tuple[Ranked, ...] = ()
    count: int = 1
    at_most: AtMost = ""
    weekdays: tuple[int, ...] = ()
    seats: int = 1
    names: tuple[str, ...] = ()
    standing: bool = False


@dataclass(frozen=True, slots=True)
class Wish:
    """One for a person and period; "asked" was reminded and has said nothing yet."""

    id: int
    period_id: int
    person_id: int
    status: WishStatus
    wanted: Wanted = field(default_factory=Wanted)
    version: int = 1


@dataclass(frozen=True, slots=True)
class Friendship:
    """Two who want to come together in a period. Whoever asks says so with it, and the other by a link that only they
    were given; before that nobody is together with anybody."""

    id: int
    period_id: int
    asker_id: int
    friend_id: int | None
    status: FriendshipStatus
    version: int = 1


@dataclass(frozen=True, slots=True)
class Session:
    """An event of the month as far as wishes are concerned; `location` tells those at one time apart."""

    id: int
    service_id: int
    starts_at: datetime
    status: Literal["open", "closed", "cancelled"]
    location: str | None = None


@dataclass(frozen=True, slots=True)
class Month:
    """A period as a rule sees it; `period` None has never been opened.

    wishes: those of the persons concerned, or everybody's. friendships: those of the persons concerned, or the one
    that a link is about. sessions: those asked for. standing: wishes of the latest period before it that stay, and
    `before` the events that these name. fresh_hash: of the seed that would be this period's. unasked: people who have
    been here, and have said nothing of this period. lock: which keeps other admins out, if an admin decides.
    """

    account_id: int
    timezone: str
    max_party: int = 6
    period: Period | None = None
    wishes: Mapping[int, Wish] = field(default_factory=dict)
    friendships: Mapping[int, Friendship] = field(default_factory=dict)
    sessions: Mapping[int, Session] = field(default_factory=dict)
    standing: tuple[Wish, ...] = ()
    before: Mapping[int, Session] = field(default_factory=dict)
    fresh_hash: str = ""
    unasked: tuple[int, ...] = ()
    lock: Lock | None = None

    def wish_of(self, person_id: int) -> Wish | None:
        """The person's."""
        return next((wish for wish in self.wishes.values() if wish.person_id == person_id), None)


def begins(month: str, zone: str) -> datetime:
    """The first moment of the month in the zone."""
    return datetime.combine(date.fromisoformat(f"{month}-01"), time(), tzinfo=ZoneInfo(zone))


def month_after(month: str, by: int = 1) -> str:
    """The month so many after this one."""
    year, number = map(int, month.split("-"))
    years, rest = divmod(number - 1 + by, 12)
    return f"{year + years:04}-{rest + 1:02}"


def month_of(moment: datetime, zone: str) -> str:
    """In which month a moment lies."""
    return f"{moment.astimezone(ZoneInfo(zone)):%Y-%m}"
