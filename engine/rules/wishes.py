"""What people want of a period, stated piece by piece until it closes. Every piece is saved at once."""

from dataclasses import replace
from zoneinfo import ZoneInfo

from engine.facts import MonthFact, WishesWithdrawn
from engine.month import (
    MOST_CHOICES,
    MOST_COUNT,
    AtMost,
    Month,
    Period,
    Ranked,
    Session,
    Wanted,
    Wish,
    month_of,
)
from engine.ports import Act
from engine.refusals import (
    DayNotWanted,
    EventCancelled,
    EventNotOpen,
    EventStarted,
    NothingWished,
    NotThisMonth,
    PartyNotNamed,
    PartyTooLarge,
    TooManyChoices,
    WishesClosed,
    WishUnchanged,
    WishUnusable,
)
from engine.rules.periods import dense, known, stated

LIMITS: tuple[AtMost, ...] = ("", "day", "week")


def check_open(month: Month, act: Act) -> Period:
    """Wishes can change. Raises PeriodUnknown, WishesClosed."""
    period = known(month)
    if period.status != "collecting" or act.now >= period.wishes_until:
        raise WishesClosed(period.wishes_until)
    return period


def choose(month: Month, act: Act, person_id: int, event_id: int, *, equal: bool = False) -> list[MonthFact]:
    """The event is wanted too: after all others, or (`equal`) just as gladly as the last.

    Raises PeriodUnknown, WishesClosed, NotThisMonth, EventCancelled, EventNotOpen, EventStarted, DayNotWanted,
    WishUnchanged, TooManyChoices.
    """
    check_open(month, act)
    wanted = _wanted(month, person_id)
    if any(ranked.event_id == event_id for ranked in wanted.choices):
        raise WishUnchanged
    session = _session(month, act, event_id)
    if wanted.weekdays and _weekday(session, month.timezone) not in wanted.weekdays:
        raise DayNotWanted
    if len(wanted.choices) >= MOST_CHOICES:
        raise TooManyChoices(MOST_CHOICES)
    last = wanted.choices[-1].rank if wanted.choices else 1
    rank = last if equal or not wanted.choices else last + 1
    return _stated(month, act, person_id, replace(wanted, choices=(*wanted.choices, Ranked(event_id, rank))))


def _session(month: Month, act: Act, event_id: int) -> Session:
    session = month.sessions.get(event_id)
    if session is None or month_of(session.starts_at, month.timezone) != known(month).month:
        raise NotThisMonth
    if session.status == "cancelled":
        raise EventCancelled
    if session.status == "closed":
        raise EventNotOpen
    if session.starts_at <= act.now:
        raise EventStarted
    return session


def _weekday(session: Session, zone: str) -> int:
    return session.starts_at.astimezone(ZoneInfo(zone)).weekday()


def drop(month: Month, act: Act, person_id: int, event_id: int) -> list[MonthFact]:
    """The event is not wanted any more; those after it move up. Raises PeriodUnknown, WishesClosed, WishUnchanged."""
    check_open(month, act)
    wanted = _wanted(month, person_id)
    left = tuple(ranked for ranked in wanted.choices if ranked.event_id != event_id)
    return _changed(month, act, person_id, replace(wanted, choices=dense(left)))


def set_count(month: Month, act: Act, person_id: int, count: int) -> list[MonthFact]:
    """How many sessions. Raises PeriodUnknown, WishesClosed, WishUnusable, WishUnchanged."""
    check_open(month, act)
    if not 1 <= count <= MOST_COUNT:
        raise WishUnusable
    return _changed(month, act, person_id, replace(_wanted(month, person_id), count=count))


def set_limit(month: Month, act: Act, person_id: int, limit: int) -> list[MonthFact]:
    """At most one a day, or a week; a place in `LIMITS`. Raises as `set_count` does."""
    check_open(month, act)
    if limit >= len(LIMITS):
        raise WishUnusable
    return _changed(month, act, person_id, replace(_wanted(month, person_id), at_most=LIMITS[limit]))


def set_weekday(month: Month, act: Act, person_id: int, weekday: int, *, on: bool) -> list[MonthFact]:
    """Whether the weekday suits; as long as none is named, all do. Events on a day that does not suit stay among the
    choices and rest there: nobody is placed at them. Raises as `set_count` does."""
    check_open(month, act)
    if weekday > 6:
        raise WishUnusable
    wanted = _wanted(month, person_id)
    days = {*wanted.weekdays, weekday} if on else {*wanted.weekdays} - {weekday}
    return _changed(month, act, person_id, replace(wanted, weekdays=tuple(sorted(days))))


def set_party(month: Month, act: Act, person_id: int, seats: int, names: tuple[str, ...]) -> list[MonthFact]:
    """For how many, with the others' names. Raises PartyTooLarge, PartyNotNamed, and as `set_count` does."""
    check_open(month, act)
    if not 1 <= seats <= month.max_party:
        raise PartyTooLarge(most=month.max_party)
    if len(names) != seats - 1:
        raise PartyNotNamed(wanted=seats - 1, named=len(names))
    return _changed(month, act, person_id, replace(_wanted(month, person_id), seats=seats, names=names))


def set_standing(month: Month, act: Act, person_id: int, *, on: bool) -> list[MonthFact]:
    """Whether the same is wanted next month. Raises PeriodUnknown, WishesClosed, WishUnchanged."""
    check_open(month, act)
    return _changed(month, act, person_id, replace(_wanted(month, person_id), standing=on))


def withdraw(month: Month, act: Act, person_id: int) -> list[MonthFact]:
    """Nothing is wanted any more. Raises PeriodUnknown, WishesClosed, NothingWished."""
    check_open(month, act)
    wish = month.wish_of(person_id)
    if wish is None or wish.status != "stated":
        raise NothingWished
    return [WishesWithdrawn(wish.id, person_id)]


def _own(month: Month, person_id: int) -> Wish | None:
    """What the person has stated."""
    wish = month.wish_of(person_id)
    return wish if wish is not None and wish.status == "stated" else None


def _wanted(month: Month, person_id: int) -> Wanted:
    wish = _own(month, person_id)
    return wish.wanted if wish else Wanted()


def _changed(month: Month, act: Act, person_id: int, wanted: Wanted) -> list[MonthFact]:
    if wanted == _wanted(month, person_id):
        raise WishUnchanged
    return _stated(month, act, person_id, wanted)


def _stated(month: Month, act: Act, person_id: int, wanted: Wanted) -> list[MonthFact]:
    wish = month.wish_of(person_id)
    return [stated(wish.id if wish else act.new_id(), known(month).id, person_id, wanted)]
