"""Times as people type them: read as they are meant, and what is no time is told with an example."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.refusals import HoursOverlap, HoursTooShort, HoursUnreadable, MinutesUnusable
from handlers.admin.hours_typed import check_fits, ordered, read_hours, read_minutes, written

HALF_DAYS = ((540, 720), (840, 1080))


@pytest.mark.parametrize(
    "text",
    [
        "9-12, 14:00-18:00",
        "9-12,14-18",
        "14-18; 09:00-12:00",
        "9–12 und 14–18 Uhr",
        "9 bis 12 Uhr, 14 bis 18 Uhr",
        "9-12 és 14-18",
        "9.00-12.00\n14.00-18.00",
        "9h-12h / 14h-18h",
        "0900-1200 & 1400-1800",
        "from 9am to 12pm and 2 pm - 6 PM",
        "von 9 bis 12, von 14 bis 18",
        " 9 - 12   14 - 18 ",
        "+ 9-12, 14-18",
        "9 to 12; 14 until 18",
    ],
)
def test_as_people_write(text: str) -> None:
    assert read_hours(text) == HALF_DAYS


@pytest.mark.parametrize(
    ("text", "windows"),
    [
        ("0-24", ((0, 1440),)),
        ("12am-12pm", ((0, 720),)),
        ("9:15-9:45", ((555, 585),)),
        ("22-24:00", ((1320, 1440),)),
        ("9-12, 12-14", ((540, 720), (720, 840))),
    ],
)
def test_corners(text: str, windows: tuple[tuple[int, int], ...]) -> None:
    assert read_hours(text) == windows


@pytest.mark.parametrize(
    "text",
    ["", "closed", "9", "9-", "-12", "9-12-15", "25-26", "9:60-10", "9-24:30", "13pm-14pm", "0am-3", "9-12 maybe",
     "90-120", "9-12, x", "<b>9-12</b>", "٩-١٢", "9" * 5000, "1e3-2e3", "9:5-10:5"],
)  # fmt: skip
def test_what_is_no_time(text: str) -> None:
    with pytest.raises(HoursUnreadable) as refused:
        read_hours(text)
    assert len(refused.value.text) <= 40


@pytest.mark.parametrize(
    ("text", "which"),
    [
        ("9-12, 11-13", "11:00–13:00"),
        ("12-9", "12:00–09:00"),
        ("9-9", "09:00–09:00"),
        ("9-12 9-12", "09:00–12:00"),
    ],
)
def test_what_cannot_be(text: str, which: str) -> None:
    with pytest.raises(HoursOverlap) as refused:
        read_hours(text)
    assert refused.value.text == which


windows = st.lists(st.integers(0, 1440), min_size=2, max_size=8, unique=True).map(
    lambda found: [tuple(pair) for pair in zip(*[iter(sorted(found))] * 2, strict=False)]
)


@given(windows)
def test_what_is_shown_can_be_typed(found: list[tuple[int, int]]) -> None:
    assert read_hours(", ".join(map(written, found))) == tuple(found) == ordered(found[::-1])


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        found = read_hours(text)
    except (HoursUnreadable, HoursOverlap):
        return
    assert all(0 <= start < end <= 1440 for start, end in found)


def test_a_window_has_room_for_an_appointment() -> None:
    check_fits([(540, 600)], 60)
    with pytest.raises(HoursTooShort) as refused:
        check_fits([(540, 600), (660, 700)], 60)
    assert (refused.value.text, refused.value.minutes) == ("11:00–11:40", 60)


@pytest.mark.parametrize(
    ("text", "minutes"), [("50", 50), (" 45 min ", 45), ("90 Minuten", 90), ("30 perc", 30)]
)
def test_minutes(text: str, minutes: int) -> None:
    assert read_minutes(text) == minutes


@pytest.mark.parametrize("text", ["", "0", "-5", "721", "1.5", "an hour", "٥٠", "9" * 30, "1e2"])
def test_no_minutes(text: str) -> None:
    with pytest.raises(MinutesUnusable):
        read_minutes(text)
