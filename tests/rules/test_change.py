"""What each fact does to the rows, and what a window of the rows may be sure of."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine import facts as f
from engine.change import after
from engine.notices import notices
from engine.state import Line, NeedMore, State
from tests.rules import laws
from tests.rules.builders import EVENT, NOW, act, booking, changed, entry, event, full_house, reserve, state


def test_the_past_is_not_touched() -> None:
    before = full_house(2, entries=[entry(10)])
    then = repr(before)
    gone = changed(before, [f.BookingCancelled(1001, by="self", late=False), f.EntryLeft(10, cause="self")])
    assert repr(before) == then and gone != before
    assert gone.free == (1,) and gone.event.round == before.event.round + 1


@pytest.mark.parametrize("fact", [f.EntryLeft(10, cause="self"), f.EntryResumed(10), f.EntryClosed(10)])
def test_a_fact_about_nobody_is_a_bug_and_says_so(fact: f.Fact) -> None:
    with pytest.raises(KeyError):
        changed(state(), [fact])
    with pytest.raises(KeyError):
        notices(fact, state(), act(), None)


def test_whatever_happens_to_an_event_steps_its_version_and_nothing_else() -> None:
    before = state(event(2), entries=[entry(10)])
    facts: list[f.Fact] = [
        f.SeatsPublished(EVENT, released=2),
        f.EventFrozen(EVENT),
        f.EventUnfrozen(EVENT),
        f.FillHalted(EVENT, free=2, reason="manual"),
        f.WisherTold(EVENT, 5, 7),
        f.EventOpened(EVENT),
        f.EventClosed(EVENT),
    ]
    for fact in facts:
        now = changed(before, [fact])
        laws.check_step(before, now, fact)
        assert replace(now, event=before.event) == before
        before = now
    assert (before.event.status, before.event.frozen, before.event.announced) == ("closed", False, 2)


@pytest.mark.parametrize("seats", [(1,), (1, 2, 3), (2,), (2, 3), (3, 1)])
def test_a_seat_that_is_taken_is_free_no_more_wherever_it_stood(seats: tuple[int, ...]) -> None:
    made = f.BookingMade(1, EVENT, 7, "confirmed", seats, names=(), source="self")
    now = changed(state(event(3)), [made])
    assert now.free == tuple(number for number in (1, 2, 3) if number not in seats)
    assert changed(now, [f.BookingCancelled(1, by="self", late=False)]).free == (1, 2, 3)


priorities = st.lists(st.integers(-1, 1), min_size=1, max_size=6)


@given(priorities, st.integers(0, 6), st.integers(0, 5), st.integers(1, 7), st.integers(-1, 1))
def test_a_window_of_a_line_keeps_only_what_it_can_be_sure_of(
    line: list[int], size: int, who: int, seq: int, priority: int
) -> None:
    """Whatever a window still shows after a change is what the whole line shows first."""
    rows = [entry(10 + n, priority=p, seq=10 + 2 * n) for n, p in enumerate(line)]
    whole = state(entries=rows)
    chosen = rows[who % len(rows)].id
    shown = whole.line.window[:size]
    loaded = {i: e for i, e in whole.line.entries.items() if i in {*shown, chosen}}
    part = replace(whole.line, entries=loaded, window=shown, complete=size >= len(rows))
    for facts in (
        [f.EntryLeft(chosen, cause="self")],
        [f.EntryPaused(chosen, until=None)],
        [f.EntryPaused(chosen, until=None), f.EntryResumed(chosen)],
        [f.EntryReturned(chosen, EVENT, 9 + 2 * seq, 0, -1, "kept")],
        [f.EntryJoined(99, 1, EVENT, 99, 1, (), priority, 9 + 2 * seq, 1, "self")],
    ):
        full, small = after(whole, facts, NOW).line, after(replace(whole, line=part), facts, NOW).line
        assert small.window == full.window[: len(small.window)]
        assert not small.complete or small.window == full.window
        assert (small.waiting, small.active) == (full.waiting, full.active)


@given(st.integers(1, 6), st.integers(0, 6), st.sets(st.integers(1, 6)))
def test_a_window_of_seats_shows_the_first_free_ones(capacity: int, size: int, freed: set[int]) -> None:
    owners = [booking(100 + n, 100 + n, n) for n in range(1, capacity + 1) if n % 2 or n in freed]
    whole = state(event(capacity), bookings=owners)
    part = replace(whole, free=whole.free[:size], free_complete=size > len(whole.free))
    facts = [f.BookingCancelled(b.id, by="admin", late=False) for b in owners if b.seats[0] in freed]
    full, small = changed(whole, [*facts]), changed(part, [*facts])
    assert small.free == full.free[: len(small.free)]
    assert not small.free_complete or small.free == full.free


@pytest.mark.parametrize("what", ["seats", "line", "reserve"])
def test_a_window_says_when_it_is_too_small(what: str) -> None:
    cut = Line(complete=False, waiting=1)
    small: State = replace(state(event(2)), free=(1,), free_complete=False, line=cut, reserve=cut)
    ask = {
        "seats": lambda: small.take(2),
        "line": lambda: list(small.waiting()),
        "reserve": lambda: list(small.waiting_reserve()),
    }[what]
    with pytest.raises(NeedMore) as more:
        ask()
    assert more.value.what == what
    with pytest.raises(NeedMore):
        small.free_count()
    assert small.take(1) == (1,)


def test_the_position_is_behind_everybody_of_the_same_priority() -> None:
    now = state(
        entries=[entry(10), entry(11, priority=1), entry(12, status="paused"), entry(13, priority=-1)]
    )
    assert [now.line.position(level) for level in (2, 1, 0, -1)] == [1, 2, 4, 5]
    assert now.line.length == 4


def test_an_entry_is_found_in_either_line() -> None:
    now = state(entries=[entry(10), reserve(30)])
    for entry_id in (10, 30):
        found = now.entry(entry_id)
        assert found is not None and found.id == entry_id
    assert now.entry(99) is None
