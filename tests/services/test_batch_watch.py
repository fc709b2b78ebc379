"""Alerts about a planned month on both databases: told once, counted up, and resolved when the cause is gone."""

from __future__ import annotations

from datetime import timedelta

import pytest_asyncio

from bot.batch_watch import AT_LEAST, BatchWatch
from bot.letters.rendering import render
from engine.services import metrics, month, runs
from handlers.callbacks import parse
from storage.database import Database
from storage.due import SqlDue
from storage.month import SqlMonths
from storage.outbox import SqlOutbox
from storage.tables import alerts, letters
from storage.views import SqlViews
from tests.services.fresh import empty
from tests.services.studio import Studio
from tests.texts import TEXTS


@pytest_asyncio.fixture(loop_scope="session")
async def studio(database: Database, template: str) -> Studio:
    await empty(database, template)
    return Studio(database)


def watch(studio: Studio) -> BatchWatch:
    views, outbox = SqlViews(studio.database, studio.clock), SqlOutbox(studio.database, studio.clock)
    return BatchWatch(SqlDue(studio.database), views, studio.runs, outbox)


async def scarce(studio: Studio) -> None:
    """Two seats, seven people."""
    await studio.begin(2, 2)
    for person in range(1, 8):
        await studio.wish(person, 1)
    await studio.close()
    await studio.execute()


async def open_kinds(studio: Studio) -> dict[str, int]:
    """How often each was told."""
    return {row.kind: row.count for row in await studio.rows(alerts, alerts.c.status == "open")}


async def told(studio: Studio) -> list[str]:
    return [row.kind for row in await studio.rows(letters) if row.kind.startswith("alert-batch")]


async def test_an_alert_is_told_once_and_counted(studio: Studio) -> None:
    """The same version is looked at once; a further one that is as bad is a repeat."""
    ours = watch(studio)
    assert await ours.look(studio.now) == 0
    await scarce(studio)
    for _ in range(3):
        assert await ours.look(studio.now) == 2
    assert await open_kinds(studio) == {"batch-low": 1, "batch-unmet": 1}
    await studio.execute()
    assert await ours.look(studio.now) == 2
    assert await open_kinds(studio) == {"batch-low": 2, "batch-unmet": 2}
    assert await told(studio) == ["alert-batch-low", "alert-batch-unmet"]
    assert await watch(studio).look(studio.now + timedelta(days=1)) == 2  # another process
    assert len(await told(studio)) == 2


async def test_an_alert_resolves_by_itself(studio: Studio) -> None:
    """With seats enough, and when the month is booked all the same."""
    ours = watch(studio)
    await scarce(studio)
    await ours.look(studio.now)
    for person in (3, 4, 5, 6, 7):
        await runs.exclude(studio.runs, studio.ada(), studio.period_id, person, None)
        if person == 3:
            assert await ours.look(studio.now) == 3
            assert await open_kinds(studio) == {"batch-low": 1, "batch-unmet": 1, "batch-stale": 1}
    made = await studio.execute()
    await ours.look(studio.now)
    assert "batch-stale" not in await open_kinds(studio)
    await studio.finalize(made.run_id)
    assert await ours.look(studio.now) == 0
    assert await open_kinds(studio) == {}


async def test_what_has_changed_is_said(studio: Studio) -> None:
    await studio.begin(2, 2)
    for person in range(1, 6):
        await studio.wish(person, 1, 2)
    await studio.close()
    views = SqlViews(studio.database, studio.clock)
    assert await metrics.look(views, studio.runs, studio.period_id) == {}
    await studio.execute()
    assert await metrics.look(views, studio.runs, studio.period_id) == {}
    await runs.pin(studio.runs, studio.ada(), studio.period_id, 5, 2)
    found = await metrics.look(views, studio.runs, studio.period_id)
    about = {"period": studio.period_id, "number": 1}
    assert found == {"batch-stale": {**about, "sessions": 0, "people": 0}}


async def test_time_goes_on_without_a_fact(studio: Studio) -> None:
    """An event that has begun takes nobody any more: looked at within the hour."""
    ours = watch(studio)
    await studio.begin(3, 3)
    for person in range(1, 6):
        await studio.wish(person, 1, 2)
    await studio.close()
    await studio.execute()
    assert await ours.look(studio.now) == 0
    studio.now += timedelta(days=14)
    assert await ours.look(studio.now - timedelta(days=14) + AT_LEAST / 2) == 0
    assert await ours.look(studio.now) == 1
    assert await open_kinds(studio) == {"batch-stale": 1}


async def test_the_letters_say_what_to_do(studio: Studio) -> None:
    """In every language, with the ways to it; nothing about a version that is not the newest any more."""
    await scarce(studio)
    await runs.exclude(studio.runs, studio.ada(), studio.period_id, 7, None)
    await watch(studio).look(studio.now)
    views = SqlViews(studio.database, studio.clock)
    reader = await views.person_by_id(1)
    assert reader is not None
    rows = [row for row in await studio.rows(letters) if row.kind.startswith("alert-batch")]
    assert len(rows) == 3
    for texts in TEXTS.values():
        for row in rows:
            card = await render(row.kind, row.data, reader, texts, views, studio.now)
            assert card is not None
            assert texts.month("2026-12") in str(card.text)
            ways = [parse(button.data) for buttons in card.rows for button in buttons]
            assert [call.verb for call in ways if call] == ["a-metrics", "a-interest", "a-period"]
    await studio.execute()
    for row in rows:
        assert await render(row.kind, row.data, reader, TEXTS["en"], views, studio.now) is None
    gone = {**rows[0].data, "period": 999}
    assert await render(rows[0].kind, gone, reader, TEXTS["en"], views, studio.now) is None


async def test_whoever_writes_a_change_is_seen_at_once(studio: Studio) -> None:
    """Ids are given in blocks: what another process writes may have lower ones than what is there."""
    await studio.begin(2, 2)
    other = SqlMonths(studio.database, studio.clock)
    await month.choose(studio.months, studio.tap(1), studio.period_id, 1, equal=False)
    await month.choose(other, studio.tap(2), studio.period_id, 1, equal=False)
    due, since = SqlDue(studio.database), studio.now - timedelta(hours=1)
    before = await due.facts_since(since)
    await month.choose(studio.months, studio.tap(3), studio.period_id, 1, equal=False)
    assert await due.facts_since(since) == before + 1
