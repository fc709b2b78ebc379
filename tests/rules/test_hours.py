"""Quiet hours and weekly windows in wall time, through both nights on which the clock is changed."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.hours import add_waking_time, fits, quiet_until
from engine.settings import QuietHours
from engine.state import TimeWindow
from tests.rules.builders import HOUR, MINUTE

NIGHT = QuietHours(time(22), time(8))
SIESTA = QuietHours(time(12), time(14, 30))
ZONES = ("UTC", "Europe/Budapest", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe")
DST_DAYS = (
    datetime(2026, 3, 28, tzinfo=UTC),
    datetime(2026, 10, 24, tzinfo=UTC),
    datetime(2026, 3, 7, tzinfo=UTC),
)

zones = st.sampled_from(ZONES)
minutes = st.integers(0, 24 * 60 - 1)
moments = st.builds(
    lambda day, minute: day + minute * MINUTE, st.sampled_from(DST_DAYS), st.integers(0, 3 * 24 * 60)
)


def budapest(text: str, fold: int = 0) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo("Europe/Budapest"), fold=fold).astimezone(UTC)


def by_the_clock(moment: datetime, quiet: QuietHours, zone: str) -> bool:
    """Whether the clock on the wall shows quiet hours."""
    wall = moment.astimezone(ZoneInfo(zone)).time()
    if quiet.start <= quiet.end:
        return quiet.start <= wall < quiet.end
    return wall >= quiet.start or wall < quiet.end


def quiet(start: int, end: int) -> QuietHours:
    return QuietHours(time(*divmod(start, 60)), time(*divmod(end, 60)))


@given(moments, minutes, minutes, zones)
def test_quiet_is_what_the_clock_shows(moment: datetime, start: int, end: int, zone: str) -> None:
    hours = quiet(start, end)
    until = quiet_until(moment, hours, zone)
    assert (until is not None) == by_the_clock(moment, hours, zone)
    assert until is None or moment < until <= moment + 25 * HOUR


@given(moments, st.integers(1, 26 * 60), minutes, minutes, zones)
def test_the_deadline_never_comes_early_and_never_in_the_past(
    moment: datetime, length: int, start: int, end: int, zone: str
) -> None:
    hours = quiet(start, end)
    until = add_waking_time(moment, length * MINUTE, hours, zone)
    waking = sum(
        not by_the_clock(moment + n * MINUTE, hours, zone) for n in range(int((until - moment) / MINUTE))
    )
    assert until >= moment + length * MINUTE
    assert waking >= length - 60, "fewer waking minutes than promised, but for the hour that a clock may skip"
    assert waking <= length + 60, (
        "more waking minutes than promised, but for the hour that a clock may repeat"
    )


@given(moments, st.integers(1, 26 * 60), st.sampled_from([NIGHT, SIESTA, quiet(30, 6 * 60)]), zones)
def test_waking_minutes_are_counted_one_by_one(
    moment: datetime, length: int, hours: QuietHours, zone: str
) -> None:
    """Exact for quiet hours that begin and end outside the hour in which clocks are changed."""
    counted, until = 0, moment
    while counted < length:
        counted += not by_the_clock(until, hours, zone)
        until += MINUTE
    assert add_waking_time(moment, length * MINUTE, hours, zone) == until


@pytest.mark.parametrize(
    ("at", "until"),
    [
        ("2026-03-10T21:59:59.999999", None),
        ("2026-03-10T22:00", "2026-03-11T08:00"),
        ("2026-03-11T00:00", "2026-03-11T08:00"),
        ("2026-03-11T07:59:59.999999", "2026-03-11T08:00"),
        ("2026-03-11T08:00", None),
        ("2026-03-28T23:00", "2026-03-29T08:00"),  # the night is an hour shorter
        ("2026-10-24T23:00", "2026-10-25T08:00"),  # an hour longer
    ],
)
def test_quiet_over_midnight(at: str, until: str | None) -> None:
    assert quiet_until(budapest(at), NIGHT, "Europe/Budapest") == (until and budapest(until))


@pytest.mark.parametrize(
    ("at", "length", "until"),
    [
        ("2026-03-10T20:00", 2 * HOUR, "2026-03-10T22:00"),  # not into the night: the night does not count
        ("2026-03-10T20:00", 2 * HOUR + MINUTE, "2026-03-11T08:01"),
        ("2026-03-10T23:00", 2 * HOUR, "2026-03-11T10:00"),
        ("2026-03-28T21:00", 2 * HOUR, "2026-03-29T09:00"),
        ("2026-10-24T21:00", 2 * HOUR, "2026-10-25T09:00"),
        ("2026-03-10T20:00", 30 * HOUR, "2026-03-12T22:00"),
    ],
)
def test_waking_time_over_midnight(at: str, length: timedelta, until: str) -> None:
    assert add_waking_time(budapest(at), length, NIGHT, "Europe/Budapest") == budapest(until)


def test_quiet_hours_that_begin_in_the_doubled_hour() -> None:
    """Between the first and the second 02:30 of the night nothing is counted twice."""
    hours = QuietHours(time(2, 30), time(8))
    at = budapest("2026-10-25T02:20", fold=1)
    until = add_waking_time(at, 30 * MINUTE, hours, "Europe/Budapest")
    assert until <= budapest("2026-10-25T08:30")


@pytest.mark.parametrize("hours", [None, QuietHours(time(9), time(9))])
def test_no_quiet_hours(hours: QuietHours | None) -> None:
    at = budapest("2026-03-10T20:00")
    assert quiet_until(at, hours, "Europe/Budapest") is None
    assert add_waking_time(at, 9 * HOUR, hours, "Europe/Budapest") == at + 9 * HOUR


@pytest.mark.parametrize(
    ("at", "inside"),
    [
        ("2026-03-10T08:59", False),  # a Tuesday
        ("2026-03-10T09:00", True),
        ("2026-03-10T11:59", True),
        ("2026-03-10T12:00", False),
        ("2026-03-11T10:00", False),
        ("2026-03-31T09:00", True),  # summer time
    ],
)
def test_windows_are_wall_time(at: str, inside: bool) -> None:
    windows = (TimeWindow(1, 9 * 60, 12 * 60), TimeWindow(5, 0, 60))
    assert fits(windows, budapest(at), "Europe/Budapest") is inside
    assert fits((), budapest(at), "Europe/Budapest")
