"""What was done to a service itself names it; slots of one decision are told together, dates of a group each."""

from __future__ import annotations

from datetime import timedelta

import pytest
import sqlalchemy as sa

from engine.views import Sought
from storage.database import Database
from storage.tables import facts, services
from storage.views import SqlViews
from tests.storage.world import NOW, Planting

MOVED = ({"event_id": 1, "subject_id": 1}, {"event_id": 2, "subject_id": 2})


@pytest.fixture
def views(world: Database) -> SqlViews:
    return SqlViews(world, lambda: NOW)


async def written(database: Database, kind: str, subject: str, *rows: dict[str, int | None]) -> None:
    def write(connection: sa.Connection) -> None:
        planting = Planting(connection)
        for number, row in enumerate(rows):
            planting.put(
                facts, id=8_000 + number, subject=subject, version=50, kind=kind, actor_kind="admin", actor_id=71,
                actor_name="Dora", reason="ill", at=NOW + timedelta(seconds=1), data={}, **row,
            )  # fmt: skip

    await database.transact(write)


@pytest.mark.parametrize(("kind", "lines"), [("group", 2), ("individual", 1)])
async def test_only_slots_are_told_together(world: Database, views: SqlViews, kind: str, lines: int) -> None:
    def become(connection: sa.Connection) -> None:
        connection.execute(sa.update(services).where(services.c.id == 1).values(kind=kind))

    await world.transact(become)
    await written(world, "EventMoved", "event", *MOVED)
    found = await views.changes(Sought(gathered=True, since=NOW), 0, 9)
    assert [change.kind for change in found] == ["EventMoved"] * lines
    counted = [change.gathered.count for change in found if change.gathered]
    assert counted == ([2] if kind == "individual" else [])


async def test_a_change_of_the_service_names_it(world: Database, views: SqlViews) -> None:
    await written(world, "SelfServiceSwitched", "service", {"event_id": None, "subject_id": 1})
    (switched,) = await views.changes(Sought(since=NOW), 0, 9)
    assert switched.event is None and switched.service is not None and switched.service["hu"] == "Jóga"
    earlier = await views.changes(Sought(until=NOW), 0, 9)
    assert earlier and all(change.service is None for change in earlier)
