"""A calendar month opens for wishes, until a deadline; then it is closed, and may open again before it is planned."""

from collections.abc import Iterable, Mapping, Set
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from engine.facts import (
    MonthFact,
    PeriodClosed,
    PeriodExtended,
    PeriodOpened,
    PeriodReopened,
    WishesAsked,
    WishesShifted,
    WishesStated,
)
from engine.hours import quiet_until
from engine.month import QUIET, Month, Period, Ranked, Session, Wanted, Wish, begins, month_after, month_of
from engine.ports import Act
from engine.refusals import (
    ButtonStale,
    DeadlineOutside,
    DeadlineUnchanged,
    DeadlineUnusable,
    PeriodBegun,
    PeriodExists,
    PeriodNotClosed,
    PeriodNotCollecting,
    PeriodPlanned,
    PeriodUnknown,
)

AHEAD = 3
"""Months that can be opened: the next ones."""
EVENING = time(20)
REMINDED = timedelta(days=2)
"""Before the deadline; of a shorter time the second half."""

IN_THREE_DAYS, IN_A_WEEK, THE_TWENTIETH, TYPED = 1, 2, 3, 4
DAY = 10
"""Choices are below it; in a button the day stands before them, and before `TYPED` the whole minutes since 2020."""

EPOCH, MINUTE = datetime(2020, 1, 1, tzinfo=UTC), timedelta(minutes=1)
CENTURY = timedelta(days=36_525) // MINUTE


def coming(now: datetime, zone: str) -> tuple[str, ...]:
    """The months that can be opened now."""
    this = month_of(now, zone)
    return tuple(month_after(this, by) for by in range(1, AHEAD + 1))


def deadline(choice: int, month: str, now: datetime, zone: str) -> datetime:
    """The evening in three days, in a week, or on the 20th of the month before; or the moment that was typed. A choice
    that says which day it was offered for (`offered`) is that day or nothing. Raises DeadlineUnusable, which is a
    DeadlineOutside where it was typed."""
    choice, rest = choice % DAY, choice // DAY
    if choice == TYPED:
        until = EPOCH + min(rest, CENTURY) * MINUTE
    else:
        until = _ready(choice, rest, month, now, zone)
    if not now < until < begins(month, zone):
        raise DeadlineOutside if choice == TYPED else DeadlineUnusable
    return until


def _ready(choice: int, day: int, month: str, now: datetime, zone: str) -> datetime:
    today = now.astimezone(ZoneInfo(zone)).date()
    days = {
        IN_THREE_DAYS: today + timedelta(days=3),
        IN_A_WEEK: today + timedelta(days=7),
        THE_TWENTIETH: date.fromisoformat(f"{month_after(month, -1)}-20"),
    }
    if choice not in days or day not in (0, _number(days[choice])):
        raise DeadlineUnusable
    return datetime.combine(days[choice], EVENING, tzinfo=ZoneInfo(zone))


def offered(choice: int, until: datetime, zone: str) -> int:
    """The choice with the day that it means now, for a button that may be tapped on another one; a typed one with its
    minute."""
    if choice == TYPED:
        return (until - EPOCH) // MINUTE * DAY + TYPED
    return _number(until.astimezone(ZoneInfo(zone)).date()) * DAY + choice


def _number(day: date) -> int:
    """20261125."""
    return day.year * 10_000 + day.month * 100 + day.day


def deadlines(month: str, now: datetime, zone: str) -> dict[int, datetime]:
    """The deadlines that can be chosen now, by choice."""
    found = {}
    for choice in (IN_THREE_DAYS, IN_A_WEEK, THE_TWENTIETH):
        try:
            found[choice] = deadline(choice, month, now, zone)
        except DeadlineUnusable:
            continue
    return found


def open_(month: Month, act: Act, name: str, choice: int) -> list[MonthFact]:
    """An admin opens wishes for the month called `name`, "2026-12". Wishes of the latest month before it that are to
    stay are stated anew, each for the same week of the month, weekday and time.

    Raises PeriodExists, PeriodBegun, DeadlineUnusable.
    """
    if month.period is not None:
        raise PeriodExists
    if name not in coming(act.now, month.timezone):
        raise PeriodBegun
    until = deadline(choice, name, act.now, month.timezone)
    period_id = act.new_id()
    opened = PeriodOpened(period_id, month.account_id, name, until, month.fresh_hash)
    places: dict[Place, list[Session]] = {}
    for session in sorted(month.sessions.values(), key=lambda session: session.id):
        if month_of(session.starts_at, month.timezone) == name:
            places.setdefault(_place(session, month.timezone), []).append(session)
    carried = (_carried(month, act, wish, period_id, places) for wish in month.standing)
    return [opened, *(fact for fact in carried if fact.choices)]


Place = tuple[int, int, int, time]
Places = Mapping[Place, list[Session]]


def _carried(month: Month, act: Act, wish: Wish, period_id: int, places: Places) -> WishesStated:
    """Each event of the new month stands for one choice; a choice for which none is left falls away."""
    taken: set[int] = set()
    kept = []
    for ranked in wish.wanted.choices:
        event_id = _counterpart(month.before[ranked.event_id], month.timezone, places, taken)
        if event_id is not None:
            taken.add(event_id)
            kept.append(Ranked(event_id, ranked.rank))
    wanted = replace(wish.wanted, choices=dense(kept))
    return stated(act.new_id(), period_id, wish.person_id, wanted, carried=True)


def _counterpart(before: Session, zone: str, places: Places, taken: Set[int]) -> int | None:
    """The event at the same place of the new month; of several at that time the one in the same room, if it is free."""
    here = [session for session in places.get(_place(before, zone), ()) if session.id not in taken]
    same = [session for session in here if session.location == before.location]
    return next((session.id for session in (*same, *here)), None)


def _place(session: Session, zone: str) -> Place:
    """Which one of a month it is: "the second Tuesday at 18:00" of the service."""
    local = session.starts_at.astimezone(ZoneInfo(zone))
    return session.service_id, (local.day - 1) // 7, local.weekday(), local.time()


def dense(choices: Iterable[Ranked]) -> tuple[Ranked, ...]:
    """The same order with ranks 1, 2, 3 …; equal ones stay equal."""
    found = sorted(choices, key=lambda ranked: ranked.rank)
    ranks = {rank: place for place, rank in enumerate(sorted({ranked.rank for ranked in found}), 1)}
    return tuple(replace(ranked, rank=ranks[ranked.rank]) for ranked in found)


def stated(
    wish_id: int, period_id: int, person_id: int, wanted: Wanted, *, carried: bool = False
) -> WishesStated:
    """The fact that somebody wants this."""
    return WishesStated(
        id=wish_id,
        period_id=period_id,
        person_id=person_id,
        choices=wanted.choices,
        count=wanted.count,
        at_most=wanted.at_most,
        weekdays=wanted.weekdays,
        seats=wanted.seats,
        names=wanted.names,
        standing=wanted.standing,
        source="standing" if carried else "self",
    )


def extend(month: Month, act: Act, choice: int) -> list[MonthFact]:
    """Another deadline; whoever has wishes hears of it.

    Raises PeriodUnknown, PeriodNotCollecting, DeadlineUnusable, DeadlineUnchanged.
    """
    period = collecting(month)
    until = deadline(choice, period.month, act.now, month.timezone)
    if until == period.wishes_until:
        raise DeadlineUnchanged
    return [PeriodExtended(period.id, period.month, until), *_shifted(month)]


def close(month: Month, until: datetime | None = None) -> list[MonthFact]:
    """An admin closes wishes before their time; whoever has any hears of it. `until`: the deadline, to the second, that
    the admin was asked about.

    Raises PeriodUnknown, PeriodNotCollecting, ButtonStale where there is another deadline by now.
    """
    period = collecting(month)
    if until is not None and until != period.wishes_until.replace(microsecond=0):
        raise ButtonStale
    return [*_shifted(month, closed=True), PeriodClosed(period.id, period.month, early=True)]


def close_due(month: Month, act: Act) -> list[MonthFact]:
    """The deadline has come. Nothing before that, and nothing twice."""
    period = month.period
    if period is None or period.status != "collecting" or act.now < period.wishes_until:
        return []
    return [PeriodClosed(period.id, period.month, early=False)]


def give_back(month: Month, act: Act, since: datetime) -> list[MonthFact]:
    """The deadline came while nobody could be served, from `since` on: there is as much time left as there was then,
    but none after the month has begun. Nothing where the deadline is still ahead."""
    period = month.period
    if period is None or period.status != "collecting" or not since < period.wishes_until <= act.now:
        return []
    left = period.wishes_until - since
    until = min(act.now + left, begins(period.month, month.timezone))
    return [PeriodExtended(period.id, period.month, until), *_shifted(month)] if until > act.now else []


def reopen(month: Month, act: Act, choice: int) -> list[MonthFact]:
    """An admin opens closed wishes again, as long as nothing was planned from them; whoever has any hears of it.

    Raises PeriodUnknown, PeriodNotClosed, PeriodPlanned, DeadlineUnusable.
    """
    period = known(month)
    if period.status == "collecting":
        raise PeriodNotClosed
    if period.status != "closed":
        raise PeriodPlanned
    until = deadline(choice, period.month, act.now, month.timezone)
    return [PeriodReopened(period.id, period.month, until), *_shifted(month)]


def remind(month: Month, act: Act) -> list[MonthFact]:
    """A word to whoever has said nothing, once, by day and late enough. Nothing at any other time."""
    period = month.period
    if period is None or period.status != "collecting" or not reminding(period, act.now, month.timezone):
        return []
    return [WishesAsked(act.new_id(), period.id, person_id) for person_id in month.unasked]


def reminding(period: Period, now: datetime, zone: str) -> bool:
    """Whether people may be reminded at this moment."""
    half = period.opened_at + (period.wishes_until - period.opened_at) / 2
    since = max(half, period.wishes_until - REMINDED)
    return since <= now < period.wishes_until and quiet_until(now, QUIET, zone) is None


def _shifted(month: Month, *, closed: bool = False) -> list[MonthFact]:
    """For whoever was told another time: those with wishes, and those who were reminded."""
    told = (wish for wish in month.wishes.values() if wish.status != "withdrawn")
    return [WishesShifted(wish.id, wish.person_id, closed) for wish in told]


def known(month: Month) -> Period:
    """The period. Raises PeriodUnknown."""
    if month.period is None:
        raise PeriodUnknown
    return month.period


def collecting(month: Month) -> Period:
    """The period as long as it is open. Raises PeriodUnknown, PeriodNotCollecting."""
    period = known(month)
    if period.status != "collecting":
        raise PeriodNotCollecting
    return period
