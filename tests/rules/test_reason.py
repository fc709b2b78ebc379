"""Out of turn only with a reason: whose turn it is says the rules' own order, under the lock."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from engine.facts import BookingMade, Fact, OfferMade
from engine.refusals import ReasonNeeded
from engine.rules import offers as rules
from engine.rules.candidates import draw, in_turn, next_in_turn
from engine.rules.reasons import LEAST, MOST
from engine.settings import Mode
from engine.state import NeedMore, State, TimeWindow
from tests.rules.builders import (
    ADMIN,
    EVENT,
    HOUR,
    NOW,
    act,
    booking,
    changed,
    entry,
    event,
    only,
    reserve,
    settings,
    state,
)

Rule = Callable[..., list[Fact]]

both = pytest.mark.parametrize(("rule", "made"), [(rules.make, OfferMade), (rules.promote, BookingMade)])


def waiting(*entries: Any, free: int = 1, mode: Mode = Mode.MANUAL, **under: Any) -> State:
    """`free` seats, and one that is taken."""
    return state(
        event(free + 1), settings(mode, **under), entries=entries, bookings=[booking(50, 50, free + 1)]
    )


def test_the_first_needs_no_word_and_anybody_else_does() -> None:
    before = waiting(entry(1), entry(2))
    for rule in (rules.make, rules.promote):
        assert rule(before, act(by=ADMIN), 1)
        with pytest.raises(ReasonNeeded) as refused:
            rule(before, act(by=ADMIN), 2)
        assert refused.value.values == {"least": LEAST, "most": MOST}


@both
@pytest.mark.parametrize(
    ("reason", "enough"),
    [
        ("", False),
        ("   ", False),
        ("ab", False),
        ("  ab ", False),
        ("abc", True),
        ("x" * MOST, True),
        ("x" * 301, False),
    ],
)
def test_a_reason_says_something_and_can_be_read(rule: Rule, made: type, reason: str, enough: bool) -> None:
    before = waiting(entry(1), entry(2))
    if enough:
        assert only(rule(before, act(by=ADMIN, reason=reason), 2), made).person_id == 2
    else:
        with pytest.raises(ReasonNeeded):
            rule(before, act(by=ADMIN, reason=reason), 2)


@both
def test_a_reason_nobody_asked_for_must_be_one_too(rule: Rule, made: type) -> None:
    before = waiting(entry(1))
    assert only(rule(before, act(by=ADMIN, reason="agreed"), 1), made)
    with pytest.raises(ReasonNeeded):
        rule(before, act(by=ADMIN, reason="x" * (MOST + 1)), 1)


@both
def test_priority_is_turn(rule: Rule, made: type) -> None:
    before = waiting(entry(1), entry(2, priority=1))
    assert rule(before, act(by=ADMIN), 2)
    with pytest.raises(ReasonNeeded):
        rule(before, act(by=ADMIN), 1)


@both
def test_whoever_is_paused_or_out_of_reach_is_not_next(rule: Rule, made: type) -> None:
    before = waiting(entry(1, status="paused"), entry(2, reachable=False), entry(3))
    assert rule(before, act(by=ADMIN), 3)
    with pytest.raises(ReasonNeeded):
        rule(before, act(by=ADMIN), 1)


def test_with_nobody_to_pass_over_no_reason_is_needed() -> None:
    assert rules.make(waiting(entry(1, status="paused")), act(by=ADMIN), 1)
    assert rules.promote(waiting(entry(1, reachable=False)), act(by=ADMIN), 1)
    let_go = entry(1, passed=0, passed_event=EVENT)
    assert rules.make(waiting(let_go), act(by=ADMIN), 1)


def test_whoever_has_the_next_seat_open_is_not_passed_over_twice() -> None:
    before = waiting(entry(1), entry(2), entry(3), free=3)
    after_first = changed(before, rules.make(before, act(by=ADMIN), 1))
    assert rules.make(after_first, act(by=ADMIN), 2)
    with pytest.raises(ReasonNeeded):
        rules.make(after_first, act(by=ADMIN), 3)


@both
def test_a_large_party_is_passed_over_only_as_the_rule_allows(rule: Rule, made: type) -> None:
    line = (entry(1, seats=2), entry(2))
    with pytest.raises(ReasonNeeded):
        rule(waiting(*line), act(by=ADMIN), 2)
    assert rule(waiting(*line, party_fit="best"), act(by=ADMIN), 2)
    tired = (replace(line[0], skips=3), line[1])
    with pytest.raises(ReasonNeeded):
        rule(waiting(*tired, party_fit="best"), act(by=ADMIN), 2)
    assert rule(waiting(*tired, party_fit="best"), act(by=ADMIN, reason="agreed"), 2)


def test_a_party_that_may_be_passed_over_leaves_nobody_next() -> None:
    before = waiting(entry(1, seats=2), entry(2, status="paused"), party_fit="best")
    assert next_in_turn(before) is None
    assert rules.promote(before, act(by=ADMIN), 2)


def test_the_draw_is_turn() -> None:
    line = [entry(n) for n in range(1, 6)]
    before = waiting(*line, order="lottery", seed="moon")
    first, *others = sorted(line, key=lambda row: draw("moon", row))
    assert [row.id for row in in_turn(before)] == [first.id, *(row.id for row in others)]
    assert rules.make(before, act(by=ADMIN), first.id)
    for row in others:
        with pytest.raises(ReasonNeeded):
            rules.make(before, act(by=ADMIN), row.id)


def test_the_reserve_list_is_behind_the_line_and_within_its_hours() -> None:
    before = waiting(entry(1), reserve(2), mode=Mode.OFFER, parallel=0, free=2)
    with pytest.raises(ReasonNeeded):
        rules.make(before, act(by=ADMIN), 2)
    assert rules.make(waiting(reserve(2), reserve(3), mode=Mode.OFFER), act(by=ADMIN), 2)
    never = TimeWindow((before.event.starts_at.weekday() + 1) % 7, 0, 1440)
    assert rules.make(waiting(reserve(2, windows=(never,)), reserve(3), mode=Mode.OFFER), act(by=ADMIN), 3)
    with pytest.raises(ReasonNeeded):
        rules.make(waiting(reserve(2), reserve(3), mode=Mode.OFFER), act(by=ADMIN), 3)


def test_turn_holds_after_the_cut_off_too() -> None:
    """Nothing is filled by itself any more; the admin still may, and in the same order."""
    late = state(event(1, 1 * HOUR), settings(Mode.OFFER, cutoff=2 * HOUR), entries=[entry(1), entry(2)])
    assert rules.promote(late, act(by=ADMIN), 1)
    with pytest.raises(ReasonNeeded):
        rules.promote(late, act(NOW, by=ADMIN), 2)


def test_a_small_window_asks_for_more_before_it_judges() -> None:
    before = waiting(entry(1, reachable=False), entry(2), entry(3))
    window = replace(before, line=replace(before.line, window=(1,), complete=False))
    with pytest.raises(NeedMore):
        rules.make(window, act(by=ADMIN), 3)
