"""Reminders count waking time, and wake nobody."""

from datetime import UTC, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from engine.facts import OfferReminded
from engine.hours import add_waking_time, quiet_until, waking_time
from engine.notices import notices
from engine.rules.offers import remind, remind_at
from engine.rules.validity import deadline
from engine.settings import QuietHours
from engine.state import State
from tests.rules.builders import HOUR, MINUTE, NOW, act, changed, entry, event, offer, settings, state

NIGHT = QuietHours(time(22), time(8))
EVENING = NOW.replace(hour=21)
ZONES = st.sampled_from(["UTC", "Europe/Budapest", "America/New_York", "Asia/Kathmandu"])
clock_times = st.times().map(lambda t: t.replace(second=0, microsecond=0))
moments = st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
lengths = st.integers(20, 3 * 24 * 60).map(lambda n: timedelta(minutes=n))


def delivered(
    at: datetime, validity: timedelta, starts_at: datetime, zone: str = "UTC", **more: object
) -> State:
    """An offer delivered at `at` and open for as long as the rules say."""
    under = settings(validity=validity, timezone=zone, **{"quiet": NIGHT, **more})
    of = event(1, starts_at - NOW)
    ends = deadline(of, under, at, last_call=False)
    asked = entry(10, status="offered")
    made = offer(40, asked, 1, event=of, delivered_at=at, expires_at=ends)
    return state(of, under, entries=[asked], offers=[made])


def test_the_night_is_not_counted() -> None:
    now = delivered(EVENING, 2 * HOUR, NOW + timedelta(days=5))
    ends = now.offers[40].expires_at
    assert ends == EVENING + 12 * HOUR, "an hour before the night, an hour after"
    assert remind_at(now.offers[40], now.settings) == ends - 40 * MINUTE
    assert remind(now, act(EVENING + 8 * HOUR), 40) == []
    assert remind(now, act(ends - 40 * MINUTE), 40) == [OfferReminded(id=40)]


def test_a_late_reminder_waits_for_the_morning_unless_that_is_too_late() -> None:
    asleep = EVENING + 90 * MINUTE
    now = delivered(EVENING - HOUR, 3 * HOUR, NOW + timedelta(days=5))
    (fact,) = remind(now, act(asleep), 40) or [OfferReminded(id=40)]
    (notice,) = notices(fact, changed(now, [fact], asleep), act(asleep), None)
    assert notice.not_before == EVENING + 11 * HOUR < now.offers[40].expires_at
    short = delivered(EVENING, 12 * HOUR, EVENING + 8 * HOUR)
    assert short.offers[40].expires_at <= EVENING + 8 * HOUR, "the event is before morning"
    (notice,) = notices(fact, changed(short, [fact], asleep), act(asleep), None)
    assert notice.not_before is None


@given(moments, lengths, lengths, ZONES, clock_times, clock_times)
def test_a_reminder_that_wakes_nobody(
    at: datetime, validity: timedelta, until_start: timedelta, zone: str, start: time, end: time
) -> None:
    quiet = QuietHours(start, end)
    now = delivered(at, validity, at + until_start, zone, quiet=quiet, cutoff=timedelta(0))
    open_offer = now.offers[40]
    due = remind_at(open_offer, now.settings)
    assert due is not None and due <= open_offer.expires_at
    if waking_time(at, open_offer.expires_at, quiet, zone) > 3 * MINUTE:
        assert quiet_until(due, quiet, zone) is None
        assert at <= due < open_offer.expires_at


@given(moments, lengths, ZONES, clock_times, clock_times)
def test_waking_time_is_what_was_added(
    at: datetime, length: timedelta, zone: str, start: time, end: time
) -> None:
    quiet = QuietHours(start, end)
    assert waking_time(at, add_waking_time(at, length, quiet, zone), quiet, zone) == length
