"""Telegram's limits, and the bucket of taps a person has."""

from __future__ import annotations

from collections import deque
from heapq import heappop, heappush

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot import flood
from bot.flood import Flood
from bot.limits import EVENLY, OVERALL, Bucket, Limits
from engine.refusals import TooFast
from tests.bot.conftest import Hand

GROUP, ANNA, BEN = -100, 1, 2


def in_any_window(times: list[float], seconds: float) -> int:
    """The most of these moments that lie in one window of this length."""
    most, window = 0, deque[float]()
    for moment in times:
        window.append(moment)
        while window[0] <= moment - seconds:
            window.popleft()
        most = max(most, len(window))
    return most


waits = st.lists(
    st.tuples(
        st.sampled_from([0.0, 0.0, 0.01, 0.04, 0.3, 1.0, 2.9, 30.0]), st.sampled_from([GROUP, ANNA, BEN])
    ),
    max_size=300,
)


@given(waits)
@settings(max_examples=100)
def test_never_more_than_allowed_in_any_window(steps: list[tuple[float, int]]) -> None:
    hand = Hand()
    limits = Limits(hand)
    sent: dict[int, list[float]] = {GROUP: [], ANNA: [], BEN: []}
    for wait, chat in steps:
        hand.seconds += wait
        if limits.take(chat):
            sent[chat].append(hand.seconds)
    everything = sorted(moment for moments in sent.values() for moment in moments)
    assert in_any_window(everything, 1.0) <= 30
    assert in_any_window(sent[GROUP], 60.0) <= 20
    for person in (ANNA, BEN):
        assert in_any_window(sent[person], 3.0) <= 3


@given(st.lists(st.floats(0, 0.2), min_size=1, max_size=300))
def test_never_more_than_thirty_a_second_in_all(steps: list[float]) -> None:
    hand = Hand()
    limits = Limits(hand)
    sent = []
    for chat, wait in enumerate(steps, 1):
        hand.seconds += wait
        room = limits.room()
        taken = limits.take(chat)
        assert taken == (room > 0)
        if taken:
            sent.append(hand.seconds)
    assert in_any_window(sent, 1.0) <= 30


bursts = st.lists(
    st.tuples(
        st.sampled_from([0.0, 0.01, 0.04, 0.5, 1.004, 1.1]),
        st.sampled_from([0.0, 0.0, 0.02, 0.3]),
        st.sampled_from([0.0, 0.0, 0.05, 0.4]),
        st.sampled_from([1, 3, 30]),
    ),
    max_size=20,
)


@given(bursts)
@example([(0.5, 0.0, 0.4, 30), (1.004, 0.0, 0.0, 30)])
@example([(0.5, 0.3, 0.0, 30), (1.004, 0.0, 0.0, 30)])
@settings(max_examples=100)
def test_what_is_let_go_may_arrive_later(steps: list[tuple[float, float, float, int]]) -> None:
    """However long it takes to write a message, and however much longer than at best to hand it over."""
    hand = Hand()
    limits = Limits(hand)
    answers: list[tuple[float, float]] = []
    arrived = []

    def forward(seconds: float) -> None:
        until = hand.seconds + seconds
        while answers and answers[0][0] <= until:
            hand.seconds, left = heappop(answers)
            limits.answered(left)
        hand.seconds = until

    for wait, writing, late, most in [(0.0, 0.0, 0.0, 1), *steps]:
        forward(wait)
        counted = [at for at in (limits.taken(chat) for chat in range(most)) if at is not None]
        forward(writing)
        for at in counted:
            heappush(answers, (hand.seconds + 0.002 + late, limits.leaves(at)))
            arrived.append(hand.seconds + 0.001 + late)
    assert in_any_window(sorted(arrived), 1.0) <= 30


@given(st.lists(st.sampled_from([0.0, 0.0, 0.0, 0.005, 0.3]), min_size=1, max_size=100))
@example([0.0, 5.0, *[0.0] * 30])
def test_what_is_not_urgent_has_a_turn_after_another(pauses: list[float]) -> None:
    """Evenly; what was a little late is made up for, a long pause is not."""
    hand = Hand()
    limits = Limits(hand)
    turns = []
    for pause in pauses:
        hand.seconds += limits.turn() + pause
        limits.had_turn()
        turns.append(hand.seconds)
    assert in_any_window(turns, 0.5) <= 0.5 * EVENLY + 2
    assert limits.lasts(10) == pytest.approx(10 / EVENLY)


def test_room_for_further_ones(hand: Hand) -> None:
    limits = Limits(hand)
    for chat in range(limits.room() - 1):
        assert limits.take(chat)
        hand.seconds += 0.01
    assert limits.seconds_to_room() == 0
    wait = limits.seconds_to_room(1)
    assert 0 < wait < 1
    hand.seconds += wait + 1e-6
    assert limits.room() == 2


@given(waits)
def test_a_refusal_costs_nothing_and_waiting_helps(steps: list[tuple[float, int]]) -> None:
    hand = Hand()
    limits = Limits(hand)
    for wait, chat in steps:
        hand.seconds += wait
        if not limits.take(chat):
            closed = limits.closed()
            hand.seconds += max(closed.get(chat, 0.0), limits.seconds_to_room()) + 1e-6
            assert limits.take(chat)


@pytest.mark.parametrize(
    ("chat", "at_once", "later", "then"),
    [(ANNA, 3, 4.0, 3), (ANNA, 3, 0.0, 0), (GROUP, 3, 0.0, 0), (GROUP, 3, 4.0, 3), (GROUP, 3, 60.0, 3)],
)
def test_the_table(hand: Hand, chat: int, at_once: int, later: float, then: int) -> None:
    limits = Limits(hand)
    assert [limits.take(chat) for _ in range(at_once + 1)] == [True] * at_once + [False]
    hand.seconds += later
    assert sum(limits.take(chat) for _ in range(10)) == then


def test_twenty_a_minute_in_a_group(hand: Hand) -> None:
    limits = Limits(hand)
    count = 0
    for _ in range(60):
        count += limits.take(GROUP)
        hand.seconds += 1.0
    assert count == 20
    hand.seconds += 2.0
    assert limits.take(GROUP)


def test_a_chat_that_must_wait_stops_no_other(hand: Hand) -> None:
    limits = Limits(hand)
    limits.stop(ANNA, 86_400)
    assert not limits.take(ANNA) and limits.take(BEN)
    assert limits.closed() == {ANNA: 86_400}
    hand.seconds += 86_399
    assert not limits.take(ANNA)
    hand.seconds += 1.001
    assert limits.take(ANNA)


def test_stopped_twice_the_longer_counts(hand: Hand) -> None:
    limits = Limits(hand)
    limits.stop(ANNA, 60)
    limits.stop(ANNA, 5)
    hand.seconds += 6
    assert not limits.take(ANNA)


def test_forgets_who_need_not_wait(hand: Hand) -> None:
    limits = Limits(hand)
    for person in range(1, 200):
        limits.take(person)
        limits.stop(person, 1)
        hand.seconds += 0.2
    hand.seconds += 120
    assert limits.closed() == {}
    assert not limits._chats and not limits._until  # nothing grows with the crowd


def test_room(hand: Hand) -> None:
    limits = Limits(hand)
    assert limits.room() > 0 and limits.seconds_to_room() == 0
    person = 0
    while limits.room():
        person += 1
        assert limits.take(person)
    assert 0 < limits.seconds_to_room() <= OVERALL[1] + 1e-6
    hand.seconds += limits.seconds_to_room() + 1e-6
    assert limits.room() >= 1


# ------------------------------------------------------------------------------------------------- floods


@given(st.lists(st.floats(0, 3), max_size=200))
def test_a_bucket_gives_its_size_and_then_its_rate(steps: list[float]) -> None:
    bucket, now, taken = Bucket(2.0, 30.0), 0.0, 0
    for wait in steps:
        now += wait
        taken += bucket.take(now)
        assert taken <= 30 + 2 * now + 1e-6


def test_a_flood_is_refused_with_the_seconds_to_wait(hand: Hand) -> None:
    guard = Flood(hand)
    for _ in range(int(flood.SIZE)):
        guard.check(ANNA)
    with pytest.raises(TooFast) as refused:
        guard.check(ANNA)
    assert refused.value.seconds == 1
    guard.check(BEN)
    hand.seconds += refused.value.seconds
    guard.check(ANNA)


def test_only_so_many_are_remembered(hand: Hand, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(flood, "MOST_KEPT", 3)
    guard = Flood(hand)
    for _ in range(int(flood.SIZE)):
        guard.check(ANNA)
    for other in range(10, 12):
        guard.check(other)
    with pytest.raises(TooFast):
        guard.check(ANNA)  # who goes on is not forgotten
    for other in range(10, 14):
        guard.check(other)
    assert len(guard._buckets) == 3
