"""The history with its names, as the views give it, on both databases."""

from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa

from engine.views import Change, Known, Sought
from storage.database import Database
from storage.seals import SqlSeals
from storage.tables import adjustments, facts, locks, periods, repairs, runs, unlocks
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


async def deeds(database: Database) -> None:
    """A month with everything that can be decided about it, and another one, of which only wishes are open."""

    def write(connection: sa.Connection) -> None:
        planting, later = Planting(connection, 9_001), NOW + HOUR
        opened = {"account_id": 1, "status": "collecting", "wishes_until": later, "seed": "a" * 64}
        opened |= {"seed_hash": "b" * 64, "opened_by": 71, "opened_by_name": "Bea", "opened_at": NOW}
        for number, month in ((71, "2027-03"), (72, "2027-04")):
            planting.put(periods, id=number, month=month, **opened)
            planting.facts("period", number, None, "PeriodOpened", month=month)
        became(planting)
        here, why = {"period_id": 71}, {"reason": "a good reason"}
        planting.put(
            runs, id=73, number=1, strategy="balanced", ordering="most", status="done", seed_hash="b" * 64,
            input={}, output={}, input_hash="c" * 64, started_by=71, started_by_name="Bea", started_at=NOW,
            finished_at=NOW, finalized_at=NOW, **here,
        )  # fmt: skip
        made = {"by_id": 71, "by_name": "Bea", "made_at": NOW}
        for number, person in ((74, 1), (75, 2)):
            planting.put(
                adjustments, id=number, person_id=person, kind="pin", event_id=2, **made, **here, **why
            )
        planting.put(
            locks, id=73, holder_id=71, holder_name="Bea", helpers=[], since=NOW, until=later, **here
        )
        final = sa.update(periods).where(periods.c.id == 71).values(status="final", closed_at=NOW, version=2)
        connection.execute(final)  # what opens a month, and what makes good a place of it, comes after that
        asked = {"asked_by": 71, "asked_by_name": "Bea", "asked_at": NOW, "lapses_at": later}
        planting.put(unlocks, id=73, status="asked", **asked, **here, **why)
        made = {"made_by": 71, "made_by_name": "Bea", "made_at": NOW, "expires_at": later}
        planting.put(repairs, id=73, status="open", **made, **here, **why)
        planting.facts("run", 73, None, "RunStarted", "RunMade")
        for number in (74, 75):
            planting.facts("adjustment", number, None, "PlacementPinned")
        for subject, kind in (
            ("lock", "PeriodLocked"),
            ("unlock", "UnlockAsked"),
            ("repair", "RepairProposed"),
        ):
            planting.facts(subject, 73, None, kind)
        agreed = {"subject": "repair", "subject_id": 73, "version": 2, "actor_kind": "person", "actor_id": 2}
        planting.put(
            facts, id=9_900, kind="RepairAgreed", at=NOW + 2 * HOUR, data={"person_id": 2, "id": 73}, **agreed
        )

    await database.transact(write)


MARCH = datetime(2027, 3, 5, 17, tzinfo=UTC)


def became(planting: Planting) -> None:
    """Of two places that March gave, person 5 has lost one, and has got another by hand at a date that has moved; what
    person 3 has there by hand is in the place of none."""
    for event_id in (10, 11):
        planting.event(event_id, 3, MARCH)
    by_hand = {"source": "admin", "created_at": NOW + HOUR}
    planting.booking(91, 10, 5, (), source="month", period_id=71, ended="event")
    planting.booking(92, 10, 4, (1,), source="month", period_id=71)
    planting.booking(93, 11, 5, (1,), **by_hand)
    planting.booking(94, 11, 3, (2,), **by_hand)
    row = {"subject": "event", "subject_id": 11, "event_id": 11, "actor_kind": "job", "actor_id": 0}
    for number, kind in enumerate(("EventFrozen", "EventMoved"), 2):
        planting.put(facts, id=8_900 + number, kind=kind, version=number, at=NOW + HOUR, data={}, **row)


async def test_what_became_of_the_dates_and_places_of_a_month(world: Database, views: SqlViews) -> None:
    """Not what it gave, and nothing of others."""
    await deeds(world)
    told = [c for c in await found(views, Sought(month="2027-03")) if c.kind.startswith(("Booking", "Event"))]
    assert sorted((c.kind, c.person_id) for c in told if c.person_id) == [
        ("BookingCancelled", 5),
        ("BookingMade", 5),
    ]
    assert {(c.kind, c.event.id) for c in told if c.event} == {
        ("BookingCancelled", 10), ("BookingMade", 11), ("EventMoved", 11),
    }  # fmt: skip
    hers = await found(views, Sought(month="2027-03", person_id=5, gathered=True))
    assert {c.kind for c in hers} == {"BookingCancelled", "BookingMade"}


async def test_whom_an_exchange_is_about_and_why_a_month_was_opened(world: Database, views: SqlViews) -> None:
    await deeds(world)
    march = {c.kind: c for c in await found(views, Sought(month="2027-03"))}
    assert march["RepairAgreed"].person_name == "Person 2" and march["RepairProposed"].person_id is None
    assert march["UnlockAsked"].asked_why == "a good reason" and march["RepairAgreed"].asked_why == ""


async def test_what_was_decided_about_a_month(world: Database, views: SqlViews) -> None:
    """And about nothing else, though its versions, locks and repairs have ids of their own."""
    await deeds(world)
    march = await found(views, Sought(month="2027-03"))
    kinds = "PeriodOpened RunStarted RunMade PlacementPinned PlacementPinned PeriodLocked UnlockAsked"
    decided = [c.kind for c in reversed(march) if not c.kind.startswith(("Booking", "Event"))]
    assert decided == [*kinds.split(), "RepairProposed", "RepairAgreed"]
    pins = [c for c in march if c.kind == "PlacementPinned"]
    assert [(c.person_id, c.event and c.event.code) for c in pins] == [(2, "yoga-2"), (1, "yoga-2")]
    assert [c.kind for c in await found(views, Sought(month="2027-04"))] == ["PeriodOpened"]
    assert await found(views, Sought(month="2027-05")) == []
    assert await found(views, Sought(month="2027-03", gathered=True)) == march
    assert list(await views.changes(Sought(month="2027-03"), 2, 3)) == march[2:5]


async def test_of_a_month_and_of_a_person_or_an_admin(world: Database, views: SqlViews) -> None:
    await deeds(world)
    (pinned,) = await found(views, Sought(month="2027-03", person_id=2))
    assert (pinned.kind, pinned.person_id) == ("PlacementPinned", 2)
    assert await found(views, Sought(month="2027-04", person_id=2)) == []
    assert await found(views, Sought(month="2027-03", admins_only=True)) == []
