"""Time in which nobody could answer whether they would move is given back as offers get it, never past the dates."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine import facts as f
from engine.hours import waking_time
from engine.month import QUIET
from engine.notices import repair_notices
from engine.repairs import Repair
from engine.rules.repair import closes_at
from engine.rules.repair_outage import extend
from engine.state import State
from tests.rules.builders import HOUR, INSTANT, MINUTE, NOW, act
from tests.rules.test_repair import ANNA, BEN, FREE, month, proposed, world

ZONE = "Europe/Budapest"
DAY = timedelta(days=1)
ASKED = NOW - 2 * HOUR  # 11:00 in Budapest


def asked(until: datetime = NOW + HOUR) -> tuple[Repair, dict[int, State]]:
    repair, states = proposed(world())
    return replace(repair, asked_at=ASKED, expires_at=until), states


def extended(since: datetime, now: datetime, **more: datetime) -> datetime | None:
    """The new deadline, if there is one."""
    repair, states = asked(**more)
    fact, *told = extend(month(repair), states, act(now), repair.id, since) or [None]
    if fact is None:
        return None
    assert isinstance(fact, f.RepairExtended)
    assert (fact.id, fact.period_id) == (repair.id, 7)
    assert told == [f.RepairAskedAnew(repair.id, 7, person_id) for person_id in (ANNA, BEN)]
    return fact.expires_at


@pytest.mark.parametrize(
    ("since", "now", "ends"),
    [
        (NOW, NOW + 30 * MINUTE, NOW + 90 * MINUTE),
        (NOW, NOW + 3 * HOUR, NOW + 4 * HOUR),  # also when the deadline has passed meanwhile
        (NOW - DAY, NOW + 30 * MINUTE, NOW + 210 * MINUTE),  # asked in between: no more than has run
        (NOW, NOW + MINUTE - INSTANT, None),
        (NOW, NOW + MINUTE, NOW + HOUR + MINUTE),  # the least that counts
        (NOW + HOUR, NOW + 3 * HOUR, None),  # over before
        (NOW + HOUR, NOW + 3 * HOUR + INSTANT, None),
        (NOW, NOW + timedelta(hours=20), NOW + timedelta(hours=21)),
    ],
)
def test_what_was_left_is_left(since: datetime, now: datetime, ends: datetime | None) -> None:
    assert extended(since, now) == ends


def test_nobody_can_answer_at_night_anyway() -> None:
    """From ten in the evening to eight in the morning nothing is lost."""
    evening = NOW.replace(hour=21)
    until = evening + timedelta(hours=15)
    assert extended(evening, evening + timedelta(hours=10), until=until) is None
    assert extended(evening, evening + timedelta(hours=12), until=until) == until + HOUR


def test_never_too_near_to_the_dates() -> None:
    repair, states = asked()
    close = closes_at(states, repair.moves)
    assert extended(NOW, close - 30 * MINUTE) == close
    for now in (close, close + HOUR):
        assert extended(NOW, now) is None
    assert extended(NOW, NOW + HOUR, until=close) is None


@given(
    st.integers(0, 40).map(lambda n: NOW + n * 20 * MINUTE),
    st.integers(1, 200).map(lambda n: n * 20 * MINUTE),
    st.integers(1, 100).map(lambda n: NOW + n * 20 * MINUTE),
)
def test_waking_time_is_kept(since: datetime, away: timedelta, until: datetime) -> None:
    """Whoever had so many waking hours left has them again, up to the full minute and the dates themselves."""
    now, (repair, states) = since + away, asked(until)
    ends = extended(since, now, until=until)
    close = closes_at(states, repair.moves)
    left = waking_time(since, until, QUIET, ZONE) if since < until else timedelta(0)
    if ends is None:
        kept = until <= since or waking_time(now, until, QUIET, ZONE) == left or close <= max(now, until)
        assert kept
        return
    assert until < ends <= close and ends > now
    again = waking_time(now, ends, QUIET, ZONE)
    assert again >= left or ends == close
    assert again - left < MINUTE or not left


def test_a_repeat_gives_only_what_was_lost_on_top() -> None:
    repair, states = asked()
    fact, *_ = extend(month(repair), states, act(NOW + 3 * HOUR), repair.id, NOW)
    assert isinstance(fact, f.RepairExtended)
    again = replace(repair, expires_at=fact.expires_at, asked_at=NOW + 3 * HOUR)
    later = act(NOW + 3 * HOUR + 30 * timedelta(seconds=1))
    assert extend(month(again), states, later, repair.id, NOW) == []


def test_nothing_for_what_is_over_or_not_possible_any_more() -> None:
    repair, states = asked()
    now = act(NOW + 3 * HOUR)
    assert extend(month(), states, now, repair.id, NOW) == []
    assert extend(month(replace(repair, status="withdrawn")), states, now, repair.id, NOW) == []
    gone = {**states, FREE: replace(states[FREE], holds={})}
    assert extend(month(repair), gone, now, repair.id, NOW) == []


def test_everybody_who_is_asked_hears_of_it_by_day() -> None:
    fact = f.RepairAskedAnew(1, 7, ANNA)
    for hour, wakes in ((12, True), (23, False)):
        (told,) = repair_notices(fact, act(NOW.replace(hour=hour)), ZONE)
        assert (told.kind, told.to, told.subject) == ("repair-extended", ANNA, "repair:1")
        assert (told.not_before is None) == wakes
    assert repair_notices(f.RepairExtended(1, 7, NOW + HOUR), act(), ZONE) == []
