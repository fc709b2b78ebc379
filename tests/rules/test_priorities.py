"""Priorities set by hand: who comes first, what stays, and that many at once are the same as one after another."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine import facts as f
from engine import refusals as no
from engine.change import after
from engine.rules.priorities import Priority, prioritise
from engine.settings import Mode
from engine.state import State
from tests.rules.builders import (
    ADMIN,
    NOW,
    act,
    booking,
    changed,
    entry,
    event,
    kinds,
    only,
    reserve,
    settings,
    state,
)

BY_ADA = act(by=ADMIN, reason="people.csv")


def waited_for() -> State:
    return state(
        event(1),
        bookings=[booking(9, 9, 1)],
        entries=[entry(11), entry(12), entry(13, status="paused"), reserve(20, seq=1)],
        next_on_reserve=2,
    )


def test_whoever_has_more_comes_first() -> None:
    before = waited_for()
    wanted = {12: Priority(5, "a regular"), 13: Priority(1), 20: Priority(-3), 11: Priority(0)}
    done = prioritise(before, BY_ADA, wanted)
    assert done == [
        f.EntryPrioritised(12, 5, "a regular"),
        f.EntryPrioritised(13, 1),
        f.EntryPrioritised(20, -3),
    ]
    become = changed(before, done)
    assert become.line.window == (12, 11) and become.reserve.entries[20].priority == -3
    assert become.line.active == {0: 1, 5: 1, 1: 1}
    assert become.line.entries[12].version == before.line.entries[12].version + 1


def test_many_at_once_are_one_after_another() -> None:
    before = waited_for()
    done = prioritise(before, BY_ADA, {12: Priority(5), 11: Priority(7), 20: Priority(1)})
    step = before
    for fact in done:
        step = after(step, [fact], NOW)
    assert after(before, done, NOW) == step
    assert after(before, [*done, f.EntryPrioritised(12, 6)], NOW).line.entries[12].version == 3


def test_what_is_behind_a_window_stays_unknown() -> None:
    before = waited_for()
    part = replace(before, line=replace(before.line, window=(11,), complete=False))
    lower = after(part, [f.EntryPrioritised(11, -1)], NOW)
    assert lower.line.window == ()


@given(st.integers(1, 30), st.integers(0, 30), st.dictionaries(st.integers(101, 130), st.integers(-3, 3)))
def test_however_little_was_loaded_the_order_is_that_of_the_whole_line(
    waiting: int, loaded: int, wanted: dict[int, int]
) -> None:
    """A part of the window is its beginning, and at least what nobody was moved into or out of."""
    whole = state(event(1), entries=[entry(100 + n) for n in range(1, waiting + 1)])
    facts = [f.EntryPrioritised(i, value) for i, value in wanted.items() if i in whole.line.entries]
    first = whole.line.window[:loaded]
    part = replace(whole, line=replace(whole.line, window=first, complete=loaded >= waiting))
    order, known = after(whole, facts, NOW).line.window, after(part, facts, NOW).line.window
    assert known == order[: len(known)]
    assert set(first) - set(wanted) <= set(known) and (loaded < waiting or known == order)


def test_a_free_seat_goes_to_whoever_is_first_by_then() -> None:
    manual = settings(Mode.OFFER)
    before = state(event(1), manual, entries=[entry(11), entry(12)])
    done = prioritise(before, BY_ADA, {12: Priority(1)})
    assert kinds(done) == ["EntryPrioritised", "OfferMade", "EntryOffered"]
    assert only(done, f.OfferMade).entry_id == 12


def test_nothing_to_change_is_nothing_done() -> None:
    assert prioritise(state(event(1), entries=[entry(11)]), BY_ADA, {11: Priority(0)}) == []


def test_only_places_in_line_and_with_a_reason() -> None:
    before = state(event(1), entries=[entry(11, status="left")])
    for entry_id in (11, 99):
        with pytest.raises(no.NotWaiting):
            prioritise(before, BY_ADA, {entry_id: Priority(1)})
    with pytest.raises(no.ReasonNeeded):
        prioritise(before, act(by=ADMIN), {11: Priority(1)})
