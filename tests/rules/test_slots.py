"""Slots out of opening hours, through both nights on which the clock is changed; and events that follow them."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.ports import Act
from engine.refusals import SlotFromHours
from engine.rules import capacity, dates, slots
from engine.rules.slots import Known, Plan, Slot, code_of, cut, plan
from engine.state import EventStatus, Opening, State, TimeWindow
from tests.rules.builders import (
    ADMIN,
    EVENT,
    HOUR,
    MINUTE,
    NOW,
    act,
    booking,
    changed,
    entry,
    event,
    full_house,
    kinds,
    only,
    reserve,
    settings,
    state,
)
from tests.rules.test_hours import ZONES

DAY = timedelta(days=1)
CHANGES = (date(2026, 3, 29), date(2026, 10, 25), date(2026, 3, 8), date(2026, 4, 5), date(2026, 6, 10))
"""Days on which some zone changes its clock, and one on which none does."""


@st.composite
def openings(draw: st.DrawFn) -> Opening:
    """Windows that do not overlap, some of them in the night."""
    windows = []
    for weekday in draw(st.sets(st.integers(0, 6), max_size=4)):
        times = sorted(draw(st.sets(st.integers(0, 96), min_size=2, max_size=4)))
        windows += [TimeWindow(weekday, a * 15, b * 15) for a, b in list(pairwise(times))[::2]]
    return Opening(draw(st.integers(10, 120)), tuple(windows))


days = st.sampled_from(CHANGES).flatmap(lambda day: st.integers(-1, 1).map(lambda n: day + n * DAY))
zones = st.sampled_from(ZONES)


def inside(moment: datetime, opening: Opening, zone: str) -> TimeWindow | None:
    """The window that the clock on the wall shows a time of."""
    local = moment.astimezone(ZoneInfo(zone))
    minute = local.hour * 60 + local.minute
    return next(
        (w for w in opening.hours if w.weekday == local.weekday() and w.start <= minute < w.end), None
    )


def open_minutes(opening: Opening, zone: str, first: date, last: date) -> list[tuple[datetime, TimeWindow]]:
    """Every minute of these days at which it is open."""
    start = datetime.combine(first, time(), UTC) - DAY
    every = (start + n * MINUTE for n in range(((last - first).days + 3) * 24 * 60))
    found = ((moment, inside(moment, opening, zone)) for moment in every)
    return [
        (moment, window)
        for moment, window in found
        if window is not None and first <= moment.astimezone(ZoneInfo(zone)).date() <= last
    ]


def runs(minutes: Iterable[tuple[datetime, TimeWindow]]) -> list[int]:
    """How long it is open at a time."""
    lengths: list[int] = []
    before: tuple[datetime, TimeWindow] | None = None
    for moment, window in minutes:
        if before is not None and before == (moment - MINUTE, window):
            lengths[-1] += 1
        else:
            lengths.append(1)
        before = (moment, window)
    return lengths


@given(openings(), zones, days)
def test_slots_lie_in_the_hours_whole_and_beside_each_other_and_none_is_lost(
    opening: Opening, zone: str, day: date
) -> None:
    found = cut(opening, zone, day, day + DAY)
    assert found == cut(opening, zone, day, day + DAY)
    for slot in found:
        assert slot.ends_at - slot.starts_at == opening.minutes * MINUTE
        first, last = (inside(at, opening, zone) for at in (slot.starts_at, slot.ends_at - MINUTE))
        assert first is not None and first == last
    assert all(one.ends_at <= other.starts_at for one, other in pairwise(found))
    assert len({slot.stamp for slot in found}) == len(found)
    lengths = runs(open_minutes(opening, zone, day, day + DAY))
    assert len(found) == sum(length // opening.minutes for length in lengths)


def on_the_wall(found: Iterable[Slot]) -> list[str]:
    return [slot.stamp.partition("-")[2] for slot in found]


NIGHT = Opening(60, (TimeWindow(6, 0, 6 * 60),))


@pytest.mark.parametrize(
    ("day", "times"),
    [
        (date(2026, 3, 22), "0000 0100 0200 0300 0400 0500"),
        (date(2026, 3, 29), "0000 0100 0300 0400 0500"),
        (date(2026, 10, 25), "0000 0100 0200 0200-2 0300 0400 0500"),
    ],
)
def test_an_hour_that_is_skipped_and_one_that_comes_twice(day: date, times: str) -> None:
    assert on_the_wall(cut(NIGHT, "Europe/Budapest", day, day)) == times.split()


def test_the_example_of_the_contract() -> None:
    """A massage of 50 minutes: Monday 9 to 12, Wednesday 14 to 18, and until midnight on Friday."""
    opening = Opening(50, (TimeWindow(0, 540, 720), TimeWindow(2, 840, 1080), TimeWindow(4, 1390, 1440)))
    found = cut(opening, "Europe/Budapest", date(2026, 11, 30), date(2026, 12, 6))
    assert [slot.stamp for slot in found] == [
        "20261130-0900", "20261130-0950", "20261130-1040",
        "20261202-1400", "20261202-1450", "20261202-1540", "20261202-1630",
        "20261204-2310",
    ]  # fmt: skip
    assert found[0].starts_at == datetime(2026, 11, 30, 8, tzinfo=UTC)


def test_codes_are_told_apart() -> None:
    slot = Slot(NOW, NOW + HOUR, "20261201-0900")
    assert code_of("m", slot, set()) == "m-20261201-0900"
    assert code_of("m", slot, {"m-20261201-0900"}) == "m-20261201-0900-2"
    assert code_of("m", slot, {"m-20261201-0900", "m-20261201-0900-2"}) == "m-20261201-0900-3"


# ----------------------------------------------------------------------------------------------------- plans

statuses: st.SearchStrategy[EventStatus] = st.sampled_from(("open", "open", "open", "closed", "cancelled"))


@st.composite
def calendars(draw: st.DrawFn) -> list[Known]:
    """Events of a service as hours of before may have left them: beside each other, but for those that are closed."""
    found: list[Known] = []
    free_from = 0
    for number in range(draw(st.integers(0, 8))):
        status = draw(statuses)
        taken = status == "open" and draw(st.booleans())
        start = (
            draw(st.integers(free_from, free_from + 60)) if status == "open" else draw(st.integers(0, 240))
        )
        length = draw(st.sampled_from((20, 30, 50)))
        free_from = start + length if status == "open" else free_from
        begins = NOW + start * MINUTE
        found.append(Known(number + 1, begins, begins + length * MINUTE, status, taken))
    return found


@st.composite
def grids(draw: st.DrawFn) -> list[Slot]:
    length, start = draw(st.sampled_from((20, 30, 50))), draw(st.integers(0, 120))
    begins = [NOW + (start + n * length) * MINUTE for n in range(draw(st.integers(0, 6)))]
    return [Slot(at, at + length * MINUTE, f"{at:%H%M}") for at in begins]


def carried_out(known: list[Known], found: Plan) -> list[Known]:
    """The events once the plan is carried out."""
    ends = dict(found.kept)
    there = [
        replace(e, status="open", ends_at=ends[e.id])
        if e.id in ends
        else replace(e, status="closed")
        if e.id in found.closed
        else e
        for e in known
    ]
    return [
        *there,
        *(Known(100 + n, s.starts_at, s.ends_at, "open", False) for n, s in enumerate(found.opened)),
    ]


def overlap(one: Known | Slot, other: Known | Slot) -> bool:
    return one.starts_at < other.ends_at and other.starts_at < one.ends_at


@given(calendars(), grids())
def test_whatever_the_hours_were_events_follow_the_new_ones(known: list[Known], wanted: list[Slot]) -> None:
    found = plan(known, wanted, NOW + DAY)
    become = carried_out(known, found)
    fixed = [e for e in known if e.taken or e.status == "cancelled"]
    assert all(e in become for e in fixed), "what somebody has, and what was called off, stays as it is"
    shown = [e for e in become if e.status == "open"]
    assert not any(overlap(a, b) for a in shown for b in shown if a is not b)
    free = {(e.starts_at, e.ends_at) for e in shown if not e.taken}
    assert free == {(s.starts_at, s.ends_at) for s in wanted if not any(overlap(s, e) for e in fixed)}
    assert plan(become, wanted, NOW + DAY).empty, "twice changes nothing"
    times = {(s.starts_at, s.ends_at) for s in wanted}
    assert set(found.stay) == {e.id for e in known if e.taken and (e.starts_at, e.ends_at) not in times}
    assert len(become) - len(known) == len(found.opened)


def test_slots_behind_the_look_ahead_are_not_opened_yet_and_not_closed() -> None:
    near, far = (Slot(at, at + HOUR, "") for at in (NOW + HOUR, NOW + DAY))
    assert plan([], [near, far], NOW + DAY).opened == (near,)
    there = Known(1, far.starts_at, far.ends_at, "open", taken=False)
    assert plan([there], [near, far], NOW + DAY) == Plan(opened=(near,))


def test_nothing_opens_across_whoever_is_there_now() -> None:
    """And nobody needs to be told of an appointment that has begun."""
    here = Known(1, NOW - 20 * MINUTE, NOW + 40 * MINUTE, "open", taken=True, begun=True)
    across, behind = (Slot(at, at + 50 * MINUTE, "") for at in (NOW + 20 * MINUTE, NOW + 70 * MINUTE))
    assert plan([here], [across, behind], NOW + DAY) == Plan(opened=(behind,))


def test_slots_open_right_before_and_right_after_what_is_taken() -> None:
    there = Known(1, NOW + 2 * HOUR, NOW + 3 * HOUR, "open", taken=True)
    before, after = (Slot(at, at + HOUR, "") for at in (NOW + HOUR, NOW + 3 * HOUR))
    assert plan([there], [before, after], NOW + DAY).opened == (before, after)


def test_two_events_at_one_time_leave_the_open_one() -> None:
    slot = Slot(NOW + HOUR, NOW + 2 * HOUR, "")
    closed, there = (
        Known(n, slot.starts_at, slot.ends_at, status, taken=False)  # type: ignore[arg-type]
        for n, status in enumerate(("closed", "open"), 1)
    )
    assert plan([closed, there], [slot], NOW + DAY).empty


# ------------------------------------------------------------------------------------------------- decisions

ADA: Act = act(by=ADMIN)
FREE = state(event())
TAKEN = full_house()


def waited() -> State:
    return state(event(2), entries=[entry(10)])


def test_a_free_slot_closes_once() -> None:
    facts = slots.close(FREE, ADA)
    assert kinds(facts) == ["EventClosed"]
    assert slots.close(changed(FREE, facts), ADA) == []


def asked() -> State:
    free = state(event())
    return replace(free, event=replace(free.event, requests=1))


@pytest.mark.parametrize("before", [TAKEN, waited(), asked()])
def test_what_somebody_has_or_waits_for_stays(before: State) -> None:
    assert slots.close(before, ADA) == []
    assert slots.keep(before, ADA, before.event.ends_at + HOUR) == []


def test_a_slot_that_was_called_off_does_not_come_back() -> None:
    off = state(event(status="cancelled"))
    assert slots.keep(off, ADA, off.event.ends_at) == [] == slots.close(off, ADA)


def test_a_closed_slot_opens_with_its_new_end_and_goes_to_whoever_waits() -> None:
    before = state(event(status="closed"), entries=[reserve(11)])
    longer = before.event.ends_at + HOUR
    facts = slots.keep(before, ADA, longer)
    assert kinds(facts)[:3] == ["EventMoved", "EventOpened", "OfferMade"]
    become = changed(before, facts)
    assert (become.event.status, become.event.ends_at) == ("open", longer)
    assert slots.keep(become, ADA, longer) == []


def test_an_open_slot_takes_its_new_end_only() -> None:
    assert kinds(slots.keep(FREE, ADA, FREE.event.ends_at + HOUR)) == ["EventMoved"]
    assert slots.keep(FREE, ADA, FREE.event.ends_at) == []
    same = only(slots.keep(state(event(status="closed")), ADA, FREE.event.ends_at), slots.EventOpened)
    assert same.id == EVENT


def test_neither_seats_nor_time_of_a_slot_are_an_admins_to_change() -> None:
    slot = state(event(), settings(individual=True), bookings=[booking(1, 1, 1)])
    why = act(by=ADMIN, reason="a good reason")
    then = NOW + 9 * DAY
    for refused in (
        lambda: capacity.resize(slot, why, 2),
        lambda: capacity.drain(slot, why, 1),
        lambda: capacity.displace(slot, why, 1),
        lambda: dates.move_date(slot, why, then, then + HOUR),
    ):
        with pytest.raises(SlotFromHours):
            refused()
