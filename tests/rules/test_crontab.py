"""Crontabs: read as POSIX says, and due when another implementation says so."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from apscheduler.triggers.cron import CronTrigger
from hypothesis import given
from hypothesis import strategies as st

from engine.refusals import CrontabNever, NoCrontab
from engine.rules.crontab import next_after, parse

ZONE = "Europe/Budapest"
DAYS = ("sun", "mon", "tue", "wed", "thu", "fri", "sat")


def local(text: str, moment: datetime) -> str:
    return f"{next_after(parse(text), moment, ZONE).astimezone(ZoneInfo(ZONE)):%Y-%m-%d %H:%M}"


FRIDAY = datetime(2026, 11, 20, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("0 3 * * *", "2026-11-21 03:00"),
        ("*/20 13 * * *", "2026-11-20 13:20"),
        ("0 3 * * 1", "2026-11-23 03:00"),
        ("0 3 * * MON-wed", "2026-11-23 03:00"),
        ("0 3 * * 7", "2026-11-22 03:00"),
        ("0 3 * * 0", "2026-11-22 03:00"),
        ("30 3,15 * * *", "2026-11-20 15:30"),
        ("0 0 29 2 *", "2028-02-29 00:00"),
        ("0 0 13 * fri", "2026-11-27 00:00"),  # either is enough
        ("5/30 13 * jan,nov *", "2026-11-20 13:05"),
        ("0 9-17/4 * * *", "2026-11-20 17:00"),
    ],
)
def test_when_it_is_due(text: str, at: str) -> None:
    assert local(text, FRIDAY) == at


def test_wall_time_when_clocks_change() -> None:
    assert local("30 2 * * *", datetime(2026, 3, 28, 12, tzinfo=UTC)) == "2026-03-29 03:30"  # skipped
    first = next_after(parse("30 2 * * *"), datetime(2026, 10, 24, 12, tzinfo=UTC), ZONE)
    assert first == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)  # shown twice
    assert next_after(parse("30 2 * * *"), first, ZONE) == datetime(2026, 10, 26, 1, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    ["", "0 3 * *", "0 3 * * * *", "60 3 * * *", "0 24 * * *", "x 3 * * *", "0 3 0 * *", "0 3 * 13 *", "0 3 * * 8",
     "*/0 3 * * *", "5-3 3 * * *", "1,,2 3 * * *", "-1 3 * * *", "² 3 * * *", "0 3 * * foo", "*/x 3 * * *",
     "000 3 * * *", "1- 3 * * *"],
)  # fmt: skip
def test_what_cannot_be_read(text: str) -> None:
    with pytest.raises(NoCrontab):
        parse(text)


def test_a_day_that_never_comes() -> None:
    with pytest.raises(CrontabNever):
        next_after(parse("0 0 30 2 *"), FRIDAY, ZONE)


FIELD = {
    "minute": st.integers(0, 59).map(str) | st.just("*") | st.integers(1, 59).map("*/{}".format),
    "hour": st.integers(0, 23).map(str) | st.just("*"),
    "day": st.integers(1, 28).map(str) | st.just("*"),
    "weekday": st.sampled_from(DAYS) | st.just("*"),
}


@given(**FIELD, ahead=st.integers(0, 86400 * 120))
def test_the_same_as_another_reads_it(minute: str, hour: str, day: str, weekday: str, ahead: int) -> None:
    """In UTC, where no clock changes; with a day or a weekday, as the other one wants both."""
    weekday = weekday if day == "*" else "*"
    moment = FRIDAY + timedelta(seconds=ahead)
    other = CronTrigger(minute=minute, hour=hour, day=day, day_of_week=weekday, timezone="UTC")
    after = moment + timedelta(microseconds=1)
    assert next_after(parse(f"{minute} {hour} {day} * {weekday}"), moment, "UTC") == other.get_next_fire_time(
        None, after
    )
