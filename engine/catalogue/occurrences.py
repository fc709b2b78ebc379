"""The days of a recurrence rule (RFC 5545, section 3.3.10), found by asking each day whether it belongs.

Bounded by the number of days, so that a rule which never comes true costs no more than any other.
"""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, assert_never

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Rule:
    """`weekdays` are (which one, 0 for each; weekday, 0 is Monday); `positions` pick from the days of each period."""

    frequency: Literal["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]
    interval: int = 1
    weekdays: tuple[tuple[int, int], ...] = ()
    month_days: tuple[int, ...] = ()
    months: tuple[int, ...] = ()
    positions: tuple[int, ...] = ()
    week_start: int = 0


def occurrences(rule: Rule, first: date, last: date) -> Iterator[date]:
    """The rule's days from `first` to `last`, in order. What it leaves open is as on the first day."""
    rule = _completed(rule, first)
    days = _picked(rule, first, last) if rule.positions else _matching(rule, first, last)
    return (day for day in days if day >= first and _in_step(rule, first, day))


def _completed(rule: Rule, first: date) -> Rule:
    if rule.weekdays or rule.month_days or rule.frequency == "DAILY":
        return rule
    if rule.frequency == "WEEKLY":
        return Rule(
            rule.frequency,
            rule.interval,
            ((0, first.weekday()),),
            months=rule.months,
            week_start=rule.week_start,
        )
    months = rule.months or ((first.month,) if rule.frequency == "YEARLY" else ())
    return Rule(rule.frequency, rule.interval, month_days=(first.day,), months=months)


def _matching(rule: Rule, first: date, last: date) -> Iterator[date]:
    day = first
    while day <= last:
        if _matches(rule, day):
            yield day
        day += DAY


def _picked(rule: Rule, first: date, last: date) -> Iterator[date]:
    """Of each month or year the days at the positions; the whole period counts, also before `first`."""
    yearly = rule.frequency == "YEARLY"
    start = date(first.year, 1 if yearly else first.month, 1)
    while start <= last:
        end = date(start.year, 12, 31) if yearly else start.replace(day=_length(start))
        days = list(_matching(rule, start, end))
        count = len(days)
        places = {at - 1 if at > 0 else count + at for at in rule.positions}
        yield from (days[place] for place in sorted(places) if 0 <= place < count and days[place] <= last)
        start = end + DAY


def _in_step(rule: Rule, first: date, day: date) -> bool:
    """Whether the day's period is one that the interval does not leave out."""
    match rule.frequency:
        case "DAILY":
            passed = (day - first).days
        case "WEEKLY":
            begin = first - DAY * ((first.weekday() - rule.week_start) % 7)
            passed = (day - begin).days // 7
        case "MONTHLY":
            passed = (day.year - first.year) * 12 + day.month - first.month
        case "YEARLY":
            passed = day.year - first.year
        case _:
            assert_never(rule.frequency)
    return passed % rule.interval == 0


def _matches(rule: Rule, day: date) -> bool:
    if rule.months and day.month not in rule.months:
        return False
    from_end = day.day - _length(day) - 1
    if rule.month_days and day.day not in rule.month_days and from_end not in rule.month_days:
        return False
    return not rule.weekdays or any(_is_weekday(rule, day, which, number) for which, number in rule.weekdays)


def _is_weekday(rule: Rule, day: date, which: int, weekday: int) -> bool:
    """Whether it is the weekday, and the one that counts: of its month, or of its year when no month is named."""
    if day.weekday() != weekday:
        return False
    of_year = rule.frequency == "YEARLY" and not rule.months
    number = day.timetuple().tm_yday if of_year else day.day
    length = date(day.year, 12, 31).timetuple().tm_yday if of_year else _length(day)
    return which in (0, (number - 1) // 7 + 1, -((length - number) // 7 + 1))


def _length(day: date) -> int:
    return monthrange(day.year, day.month)[1]
