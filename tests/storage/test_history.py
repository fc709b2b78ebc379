"""The history with its names, as the views give it, on both databases."""

from datetime import timedelta

import pytest
import sqlalchemy as sa

from engine.views import Change, Known, Sought
from storage.database import Database
from storage.seals import SqlSeals
from storage.tables import facts
from storage.views import SqlViews
from tests.storage.world import HOUR, NOW, STARTS, Planting


@pytest.fixture
def views(world: Database) -> SqlViews:
    return SqlViews(world, lambda: NOW)


async def by_admin(database: Database, *names: str) -> None:
    def write(connection: sa.Connection) -> None:
        planting = Planting(connection)
        for number, name in enumerate(names, 1):
            planting.put(
                facts, id=8_000 + number, event_id=2, subject="event", subject_id=2, version=1 + number,
                kind="EventFrozen", actor_kind="admin", actor_id=70 + number, actor_name=name,
                reason="ill", at=NOW + timedelta(seconds=number), data={},
            )  # fmt: skip

    await database.transact(write)


async def found(views: SqlViews, sought: Sought, limit: int = 99) -> list[Change]:
    return list(await views.changes(sought, 0, limit))


async def test_everything_newest_first_on_pages(world: Database, views: SqlViews) -> None:
    everything = await found(views, Sought())
    assert [(c.at, c.id) for c in everything] == sorted([(c.at, c.id) for c in everything], reverse=True)
    assert len(everything) == await world.look(
        lambda connection: connection.execute(sa.select(sa.func.count()).select_from(facts)).scalar_one()
    )
    assert list(await views.changes(Sought(), 3, 2)) == everything[3:5]


async def test_names_of_whom_and_what(world: Database, views: SqlViews) -> None:
    await SqlSeals(world, lambda: NOW).seal()
    await by_admin(world, "Ádám")
    frozen, *_ = await found(views, Sought())
    assert (frozen.by, frozen.by_id, frozen.by_name, frozen.reason) == ("admin", 71, "Ádám", "ill")
    assert (frozen.person_id, frozen.person_name, frozen.seal_id) == (None, "", None)
    assert frozen.event is not None
    assert (frozen.event.code, frozen.event.starts_at) == ("yoga-2", STARTS[2])
    assert frozen.event.timezone == "Europe/Budapest" and frozen.event.names["hu"] == "Jóga"
    offered = next(c for c in await found(views, Sought(event_id=1)) if c.kind == "OfferMade")
    assert (offered.person_id, offered.person_name, offered.seal_id) == (2, "Person 2", 1)
    assert offered.data == {"automatic": True} and offered.by == "job"


async def test_filters_together(world: Database, views: SqlViews) -> None:
    await by_admin(world, "Ádám", "Bea")
    assert {c.event.id for c in await found(views, Sought(event_id=1)) if c.event} == {1}
    anna = await found(views, Sought(person_id=1))
    assert {c.person_id for c in anna} == {1} and {c.kind for c in anna} == {"BookingMade"} and len(anna) == 2
    assert len(await found(views, Sought(person_id=1, event_id=2))) == 1
    assert await found(views, Sought(person_id=77)) == []
    assert [c.by_name for c in await found(views, Sought(admins_only=True))] == ["Bea", "Ádám"]
    assert [c.by_name for c in await found(views, Sought(admin_id=71))] == ["Ádám"]
    assert await found(views, Sought(admins_only=True, event_id=1)) == []
    assert {c.by for c in await found(views, Sought(since=NOW))} == {"admin"}
    assert {c.by for c in await found(views, Sought(until=NOW))} == {"job"}
    assert await found(views, Sought(since=NOW + HOUR)) == []


async def test_known_by_any_part_of_the_name_in_any_case(world: Database, views: SqlViews) -> None:
    await by_admin(world, "Ádám Őry", "Bea")
    assert await views.known_as("adam", 9) == [Known(is_admin=True, id=71, name="Ádám Őry")]
    assert await views.known_as("ŐRY ádám", 9) == await views.known_as("adam", 9)
    assert [known.id for known in await views.known_as("PERSON", 3)] == [1, 2, 3]
    assert await views.known_as("person 4", 9) == [Known(is_admin=False, id=4, name="Person 4")]
    assert await views.known_as("nobody", 9) == []
    assert await views.known(4, is_admin=False) == Known(is_admin=False, id=4, name="Person 4")
    assert await views.known(72, is_admin=True) == Known(is_admin=True, id=72, name="Bea")
    assert await views.known(4, is_admin=True) is None is await views.known(99, is_admin=False)
