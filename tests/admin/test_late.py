"""Letters that wait for too long: the group is told once, and again only after all was well."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest

from bot.jobs.post import LETTERS_LATE, PostWatch
from handlers.admin.cards import alert
from handlers.door import Texts
from storage.tables import alerts, letters
from tests.admin.conftest import fit
from tests.bot.studio import Studio, opened

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)


class Calendar:
    def __init__(self) -> None:
        self.moment = NOW

    def __call__(self) -> datetime:
        return self.moment


@pytest.fixture(autouse=True)
def nobody_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    """The second look at late letters comes at once."""
    monkeypatch.setattr("bot.jobs.post.SECOND_LOOK_SECONDS", 0.0)


@pytest.fixture
def calendar() -> Calendar:
    return Calendar()


@pytest.fixture
async def studio(database_url: str, calendar: Calendar) -> AsyncIterator[Studio]:
    async with opened(database_url, calendar) as made:
        yield made


def watch(studio: Studio) -> PostWatch:
    return PostWatch(studio.due, studio.now, studio.outbox.alert, studio.outbox.resolve)


async def told(studio: Studio) -> list[dict[str, int]]:
    """What the letters to the group say."""
    return [row.data for row in await studio.rows(letters, letters.c.kind == "alert-outbox-late")]


async def a_late_letter(studio: Studio, calendar: Calendar) -> int:
    letter = await studio.post(person=(await studio.person(1)).person_id)
    calendar.moment += LETTERS_LATE + timedelta(seconds=90)
    return letter


async def leave(studio: Studio) -> None:
    """Everything that waits has left."""
    await studio.change(letters, letters.c.status == "queued", status="dropped")


async def test_told_once_with_how_many_and_how_long(studio: Studio, calendar: Calendar) -> None:
    watching = watch(studio)
    assert await watching.look() == 0
    await a_late_letter(studio, calendar)
    assert await watching.look() == 1
    assert await told(studio) == [{"count": 1, "minutes": 6}]
    calendar.moment += timedelta(minutes=1)
    await watching.look()
    assert len(await told(studio)) == 1


async def test_told_again_only_after_all_was_well(studio: Studio, calendar: Calendar) -> None:
    watching = watch(studio)
    await a_late_letter(studio, calendar)
    await watching.look()
    await leave(studio)
    assert await watching.look() == 0
    (alerted,) = await studio.rows(alerts)
    assert (alerted.status, alerted.resolved_at) == ("resolved", calendar.moment)
    await a_late_letter(studio, calendar)
    await watching.look()
    assert len(await told(studio)) == 2


async def test_a_restart_forgets_nothing(studio: Studio, calendar: Calendar) -> None:
    await a_late_letter(studio, calendar)
    await watch(studio).look()
    await watch(studio).look()
    assert len(await told(studio)) == 1
    await leave(studio)
    await watch(studio).look()
    assert [row.status for row in await studio.rows(alerts)] == ["resolved"]


async def test_nothing_is_late_in_time(studio: Studio, calendar: Calendar) -> None:
    await studio.post(person=(await studio.person(1)).person_id)
    calendar.moment += LETTERS_LATE - timedelta(seconds=1)
    assert await watch(studio).look() == 0 and await studio.rows(alerts) == []


def test_what_the_group_reads(texts: Texts) -> None:
    text = fit(alert(texts, "outbox-late", count=1200, minutes=6)).text
    assert "6" in text and "200" in text
