"""Deadlines as people type them: read as they are meant, in the account's zone; what is none is refused."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.refusals import DeadlineUnreadable
from handlers.admin.deadline_typed import read_deadline
from tests.texts import TEXTS

ZONE = "Europe/Budapest"
NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)  # a Friday
SIX = datetime(2026, 12, 5, 17, tzinfo=UTC)
"""The fifth of December, six in the evening."""


def read(text: str, language: str = "en", now: datetime = NOW) -> datetime:
    return read_deadline(text, TEXTS, language, now, ZONE).astimezone(UTC)


@pytest.mark.parametrize(
    "text",
    [
        "2026-12-05 18:00",
        "2026-12-05T18:00",
        "  2026-12-05   18.00 ",
        "2026-12-5 18",
        "12-05 18:00",
        "12-5 6pm",
        "5 Dec 18:00",
        "5 Dec, 6 pm",
        "December 5, 18:00",
        "Dec 5th 2026 18:00",
        "5. Dezember 18 Uhr",
        "dec. 5. 18:00",
        "2026. 12. 5. 18:00",
        "2026.12.05. 18:00",
    ],
)
@pytest.mark.parametrize("language", sorted(TEXTS))
def test_as_people_write(text: str, language: str) -> None:
    assert read(text, language) == SIX


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "5.12. 18 Uhr"),
        ("de", "05.12.2026, 18:00"),
        ("de", "5.12. 18"),
        ("en", "5.12. 18:00"),
        ("hu", "12. 5. 18:00"),
        ("hu", "12.05. 18 óra"),
    ],
)
def test_numbers_as_a_language_orders_them(language: str, text: str) -> None:
    assert read(text, language) == SIX


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-12-05", datetime(2026, 12, 5, 19, tzinfo=UTC)),  # a day alone is its evening
        ("5 Dec 2026", datetime(2026, 12, 5, 19, tzinfo=UTC)),
        ("tomorrow 18:00", datetime(2026, 11, 21, 17, tzinfo=UTC)),
        ("morgen 18 Uhr", datetime(2026, 11, 21, 17, tzinfo=UTC)),
        ("Monday 9 am", datetime(2026, 11, 23, 8, tzinfo=UTC)),
        ("01-15 18:00", datetime(2027, 1, 15, 17, tzinfo=UTC)),  # the next one of that name
        ("11-20 18:00", datetime(2026, 11, 20, 17, tzinfo=UTC)),
        ("02-29 18:00", datetime(2028, 2, 29, 17, tzinfo=UTC)),
        ("2026-12-05 00:00", datetime(2026, 12, 4, 23, tzinfo=UTC)),
        ("2026-07-05 18:00", datetime(2026, 7, 5, 16, tzinfo=UTC)),  # what is past others judge
    ],
)
def test_corners(text: str, moment: datetime) -> None:
    assert read(text) == moment


@pytest.mark.parametrize(
    "text",
    ["", "soon", "18:00", "2026-13-01 18:00", "2026-02-30 18:00", "13-40 18:00", "2026-12-05 25:00",
     "2026-12-05 18:60", "2026-12-05 18:00 maybe", "2026-12-05 18:00Z", "<b>2026-12-05</b>",
     "0000-12-05 18:00", "2026-13-01", "0001-01-01 00:00", "9" * 5000, "1 " * 500, "5 Brumaire 18:00"],
)  # fmt: skip
def test_what_is_none(text: str) -> None:
    with pytest.raises(DeadlineUnreadable) as refused:
        read(text)
    assert len(refused.value.text) <= 40


@given(st.text())
def test_whatever_is_typed_is_read_or_refused(text: str) -> None:
    try:
        assert read(text).tzinfo is UTC
    except DeadlineUnreadable as refused:
        assert len(refused.text) <= 40
