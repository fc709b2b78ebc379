"""How long an offer stays open: the table, the last call, the cut-off, full minutes."""

from datetime import UTC, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.rules.offers import deliver
from engine.rules.validity import closes_at, deadline, is_last_call, validity
from engine.settings import Mode, OfferRules, QuietHours
from engine.state import State
from tests.rules.builders import (
    HOUR,
    INSTANT,
    MINUTE,
    NOW,
    act,
    entry,
    event,
    kinds,
    offer,
    only,
    settings,
    state,
)

DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("left", "length"),
    [
        (30 * DAY, 12 * HOUR),
        (48 * HOUR + INSTANT, 12 * HOUR),
        (48 * HOUR, 2 * HOUR),
        (12 * HOUR + INSTANT, 2 * HOUR),
        (12 * HOUR, 20 * MINUTE),
        (2 * HOUR, 20 * MINUTE),
        (MINUTE, 20 * MINUTE),  # an admin's own offer; a last call has no such length
    ],
)
def test_by_time_to_start(left: timedelta, length: timedelta) -> None:
    assert validity(event(starts_in=left), OfferRules(), NOW) == length


def test_fixed() -> None:
    assert validity(event(starts_in=HOUR), OfferRules(validity=5 * MINUTE), NOW) == 5 * MINUTE


@pytest.mark.parametrize(
    ("left", "last"), [(2 * HOUR + INSTANT, False), (2 * HOUR, False), (2 * HOUR - INSTANT, True)]
)
def test_last_call_begins_after_exactly_two_hours(left: timedelta, last: bool) -> None:
    assert is_last_call(event(starts_in=left), OfferRules(), NOW) is last


@pytest.mark.parametrize("mode", Mode)
def test_the_cut_off_is_of_mode_offer(mode: Mode) -> None:
    of = event(starts_in=DAY)
    assert closes_at(of, settings(mode, cutoff=HOUR)) == of.starts_at - (
        HOUR if mode is Mode.OFFER else 0 * HOUR
    )


@pytest.mark.parametrize(
    ("seconds", "microseconds", "until"),
    [(0, 0, 14 * 60), (0, 1, 14 * 60 + 1), (1, 0, 14 * 60 + 1), (59, 999_999, 14 * 60 + 1)],
)
def test_up_to_the_full_minute(seconds: int, microseconds: int, until: int) -> None:
    now = NOW.replace(second=seconds, microsecond=microseconds)
    ends = deadline(event(starts_in=2 * DAY), settings(), now, last_call=False)
    assert ends == NOW.replace(hour=0) + until * MINUTE


def test_never_past_the_close_even_for_a_full_minute() -> None:
    of = event(starts_in=10 * MINUTE + timedelta(seconds=30))
    assert deadline(of, settings(last_call=0 * HOUR), NOW, last_call=False) == of.starts_at
    assert deadline(of, settings(cutoff=5 * MINUTE), NOW, last_call=False) == of.starts_at - 5 * MINUTE


def test_a_last_call_lasts_until_the_close() -> None:
    of = event(starts_in=HOUR)
    assert deadline(of, settings(cutoff=5 * MINUTE), NOW, last_call=True) == of.starts_at - 5 * MINUTE


def test_the_night_does_not_count() -> None:
    under = settings(quiet=QuietHours(time(22), time(8)), timezone="Europe/Budapest", validity=2 * HOUR)
    evening = datetime(2026, 3, 28, 20, 30, tzinfo=UTC)  # 21:30, and the clock is set forward in this night
    assert deadline(event(starts_in=30 * DAY), under, evening, last_call=False) == datetime(
        2026, 3, 29, 7, 30, tzinfo=UTC
    )


def test_an_admins_offer_within_the_cut_off_has_its_full_time() -> None:
    """Automation stops at the cut-off; an offer that an admin makes after it must not be dead on arrival."""
    of, asked = event(starts_in=HOUR), entry(10, status="offered")
    made = offer(20, asked, 1, event=of, guarded=False)
    before = state(of, settings(cutoff=2 * HOUR), entries=[asked], offers=[made])
    assert only(deliver(before, act(), 20), object).expires_at == NOW + 20 * MINUTE


def _since_tightened(cutoff: timedelta, **values: Any) -> State:
    """An offer made by itself when the cut-off was an hour; it is `cutoff` by now, and the event is two hours away."""
    of, asked = event(starts_in=2 * HOUR), entry(10, status="offered")
    closes = of.starts_at - HOUR
    row = {"closes_at": closes, "expires_at": closes, **values}
    made = offer(20, asked, 1, event=of, **row)
    return state(of, settings(cutoff=cutoff), entries=[asked, entry(11)], offers=[made])


def test_an_unread_offer_ends_with_a_cut_off_that_was_set_since() -> None:
    """A file has tightened it while the letter waited for the morning: nothing was promised, so nothing is kept."""
    facts = deliver(_since_tightened(3 * HOUR), act(), 20)
    assert kinds(facts) == ["OfferWithdrawn", "EntryReturned"], "and nobody is asked after the cut-off"
    assert (facts[0].cause, facts[1].seq) == ("closed", 10)  # type: ignore[union-attr]


def test_an_unread_offer_follows_a_cut_off_that_has_not_passed() -> None:
    before = _since_tightened(2 * HOUR - 10 * MINUTE)
    assert only(deliver(before, act(), 20), object).expires_at == NOW + 10 * MINUTE


def test_a_promise_is_kept_whatever_the_cut_off_becomes() -> None:
    told = _since_tightened(3 * HOUR, delivered_at=NOW - 10 * MINUTE, expires_at=NOW + 10 * MINUTE)
    again = only(deliver(told, act(), 20), object)
    assert (again.expires_at, again.again) == (NOW + 10 * MINUTE, True), "neither shorter nor longer"
    assert deliver(told, act(NOW + 10 * MINUTE), 20) == [], "its time is up"


@given(
    left=st.timedeltas(MINUTE, 10 * DAY),
    cutoff=st.timedeltas(0 * HOUR, 3 * DAY),
    length=st.none() | st.timedeltas(MINUTE, 2 * DAY),
    last_call=st.booleans(),
    quiet=st.sampled_from([None, QuietHours(time(22), time(8)), QuietHours(time(1), time(5))]),
)
def test_ahead_of_now_and_not_past_the_bounds(
    left: timedelta, cutoff: timedelta, length: timedelta | None, last_call: bool, quiet: QuietHours | None
) -> None:
    of = event(starts_in=left)
    under = settings(cutoff=cutoff, validity=length, quiet=quiet)
    ends = deadline(of, under, NOW, last_call=last_call)
    assert NOW < ends <= of.starts_at
    if closes_at(of, under) > NOW:
        assert ends <= closes_at(of, under)
    assert ends in (of.starts_at, closes_at(of, under)) or ends.second == ends.microsecond == 0
