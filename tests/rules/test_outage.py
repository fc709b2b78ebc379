"""Time in which nobody could answer is given back: all of it, once, and never past the close."""

from datetime import UTC, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine import facts as f
from engine.hours import waking_time
from engine.notices import notices
from engine.rules import offers
from engine.rules.outage import extend
from engine.settings import QuietHours
from engine.state import State
from tests.rules.builders import (
    HOUR,
    INSTANT,
    MINUTE,
    NOW,
    act,
    changed,
    entry,
    event,
    offer,
    only,
    settings,
    state,
)

DAY = timedelta(days=1)
NIGHT = QuietHours(time(22), time(8))


def asked(misses: int = 0, under: dict[str, Any] | None = None, **values: Any) -> State:
    """Person 10 has offer 20, delivered an hour before `NOW` and open for another; 11 is next."""
    first = entry(10, status="offered", misses=misses)
    at = event(1)
    row = {"delivered_at": NOW - HOUR, "expires_at": NOW + HOUR, **values}
    made = offer(20, first, *(() if row.get("last_call") else (1,)), event=at, **row)
    return state(at, settings(**(under or {})), entries=[first, entry(11)], offers=[made])


def extended(before: State, since: datetime, now: datetime) -> list[f.Fact]:
    return extend(before, act(now), 20, since)


# -------------------------------------------------------------------------------------------------- how much


@pytest.mark.parametrize(
    ("since", "now", "ends"),
    [
        (NOW, NOW + 30 * MINUTE, NOW + 90 * MINUTE),
        (NOW, NOW + MINUTE, NOW + 61 * MINUTE),  # the least that counts
        (NOW, NOW + 3 * HOUR, NOW + 4 * HOUR),  # also when the deadline has passed meanwhile
        (NOW + HOUR - INSTANT, NOW + 2 * HOUR, NOW + 2 * HOUR + MINUTE),  # in its last instant
        (NOW, NOW + 61 * timedelta(seconds=1), NOW + HOUR + 2 * MINUTE),  # up to the full minute
        (NOW - 5 * HOUR, NOW, NOW + 2 * HOUR),  # delivered in between: no more than has run
    ],
)
def test_what_was_left_is_left(since: datetime, now: datetime, ends: datetime) -> None:
    assert extended(asked(), since, now) == [f.OfferExtended(20, expires_at=ends)]


@pytest.mark.parametrize(
    ("since", "now"),
    [
        (NOW, NOW + MINUTE - INSTANT),
        (NOW + HOUR, NOW + 2 * HOUR),
        (NOW + 2 * HOUR, NOW + 3 * HOUR),
        (NOW, NOW - DAY),
    ],
    ids=["a moment", "over as it began", "over before", "the clock was set back"],
)
def test_nothing_was_lost(since: datetime, now: datetime) -> None:
    assert extended(asked(), since, now) == []


@pytest.mark.parametrize("values", [{"delivered_at": None}, {"last_call": True}])
def test_no_clock_was_running(values: dict[str, Any]) -> None:
    assert extended(asked(**values), NOW, NOW + 3 * HOUR) == []


def test_what_is_over_stays_over() -> None:
    before = asked()
    over = changed(before, offers.decline(before, act(), 20, 10, "leave"))
    assert extended(over, NOW, NOW + 3 * HOUR) == []
    assert extend(over, act(), 777, NOW) == []


def test_the_night_is_not_given_back_as_it_was_not_counted() -> None:
    evening, morning = NOW.replace(hour=21), NOW.replace(hour=9) + DAY
    before = asked(under={"quiet": NIGHT}, delivered_at=evening, expires_at=morning)
    asleep = evening + 2 * HOUR
    assert extended(before, asleep, asleep + 5 * HOUR) == []
    (fact,) = extended(before, asleep, morning - 30 * MINUTE)
    assert fact == f.OfferExtended(20, expires_at=morning + 30 * MINUTE)


def test_a_deadline_in_the_night_is_not_moved_to_the_evening_before() -> None:
    evening, night = NOW.replace(hour=21), NOW.replace(hour=2) + 2 * DAY
    before = asked(under={"quiet": NIGHT}, delivered_at=evening, expires_at=night)
    assert extended(before, evening + 2 * HOUR, evening + 3 * HOUR) == []


def test_of_what_is_open_in_the_night_alone_the_night_is_given_back() -> None:
    late = NOW.replace(hour=23)
    before = asked(under={"quiet": NIGHT}, delivered_at=late, expires_at=late + 2 * HOUR)
    (fact,) = extended(before, late + 30 * MINUTE, late + 90 * MINUTE)
    assert fact == f.OfferExtended(20, expires_at=late + 3 * HOUR)


# -------------------------------------------------------------------------------------------- up to the close


@pytest.mark.parametrize("misses", [0, 1, 2])
@pytest.mark.parametrize("closes", [NOW + HOUR, NOW + 2 * HOUR, NOW + 3 * HOUR])
def test_what_cannot_be_given_back_costs_nothing(closes: datetime, misses: int) -> None:
    """The cut-off came before the lost time could; perhaps it has passed."""
    before, now = asked(misses, closes_at=closes), NOW + 150 * MINUTE
    facts = extended(before, NOW, now)
    assert facts == [f.OfferExtended(20, expires_at=closes, in_full=False)]
    after = changed(before, facts, now)
    assert extended(after, NOW, now + HOUR) == []
    facts = offers.expire(after, act(max(now, closes)), 20)
    back = only(facts, f.EntryReturned)
    assert (back.seq, back.misses) == (10, misses) and only(facts, f.OfferMade).person_id == 11


def test_the_close_itself_is_in_full() -> None:
    (fact,) = extended(asked(closes_at=NOW + 2 * HOUR), NOW, NOW + HOUR)
    assert fact == f.OfferExtended(20, expires_at=NOW + 2 * HOUR)


# ------------------------------------------------------------------------------------------- what it comes to


def test_the_clock_begins_anew() -> None:
    now = NOW + 3 * HOUR
    before = asked(reminded_at=NOW - MINUTE)
    after = changed(before, extended(before, NOW, now), now)
    row = after.offers[20]
    assert (row.status, row.delivered_at, row.expires_at) == ("pending", now, now + HOUR)
    assert offers.expire(after, act(now + HOUR - INSTANT), 20) == []
    assert offers.accept(after, act(now + HOUR - INSTANT), 20, 10)
    assert offers.remind_at(row, after.settings) == now + 40 * MINUTE
    assert offers.remind(after, act(now + 40 * MINUTE), 20) == [f.OfferReminded(20)], "of the new deadline"
    assert only(offers.expire(after, act(now + HOUR), 20), f.EntryReturned).misses == 1


def test_the_person_is_told_and_nobody_else() -> None:
    before = asked()
    facts = extended(before, NOW, NOW + HOUR)
    (notice,) = notices(facts[0], changed(before, facts), act(NOW + HOUR), None)
    assert (notice.kind, notice.to, notice.subject, notice.not_before) == (
        "offer-extended",
        10,
        "offer:20",
        None,
    )


moments = st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
lengths = st.timedeltas(MINUTE, 3 * DAY)
clock_times = st.times().map(lambda t: t.replace(second=0, microsecond=0))
nights = st.none() | st.builds(QuietHours, clock_times, clock_times)
zones = st.sampled_from(["UTC", "Europe/Budapest", "America/New_York", "Asia/Kathmandu"])


@given(moments, lengths, lengths, lengths, st.floats(0, 1), nights, zones)
def test_an_outage_costs_no_waking_time_however_often_it_is_dealt_with(
    delivered: datetime,
    length: timedelta,
    till_then: timedelta,
    away: timedelta,
    crash: float,
    quiet: QuietHours | None,
    zone: str,
) -> None:
    """Dealt with at once or in two goes, with a crash between them, by two processes: the same to the minute."""
    since = delivered + min(till_then, length - INSTANT)
    now = since + away
    rules = {"quiet": quiet, "timezone": zone}
    before = asked(
        under=rules, delivered_at=delivered, expires_at=delivered + length, closes_at=NOW + 900 * DAY
    )

    def left(from_: datetime, until: datetime) -> timedelta:
        return waking_time(from_, until, quiet, zone)

    def dealt_with(at: datetime, then: State) -> State:
        return changed(then, extended(then, since, at), at)

    after = dealt_with(now, before)
    ends, owed = after.offers[20].expires_at, left(since, delivered + length)
    assert ends >= before.offers[20].expires_at
    if owed:
        assert owed <= left(now, ends) + (MINUTE if away < 2 * MINUTE else timedelta(0))
        assert left(now, ends) <= max(owed + MINUTE, left(now, before.offers[20].expires_at))
    elif after != before:  # open in quiet hours alone, which then count
        assert timedelta(0) <= ends - now - (delivered + length - since) < MINUTE
    assert dealt_with(now, after) == after
    assert dealt_with(now + MINUTE - INSTANT, after) == after or after == before
    in_two = dealt_with(now, dealt_with(since + away * crash, before)).offers[20]
    assert not owed or abs(left(now, in_two.expires_at) - left(now, ends)) <= 2 * MINUTE
