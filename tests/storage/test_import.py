"""A catalogue is written whole or not at all; twice the same changes nothing; seats follow the capacity."""

import asyncio
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from engine.catalogue import AccountPlan, Catalogue, EventPlan, SeriesPlan, ServicePlan
from engine.settings import Mode, OfferRules, Tier
from engine.state import TimeWindow
from storage.catalogue import ImportRefused, import_catalogue, known
from storage.catalogue.writing import Importer
from storage.database import Database
from storage.doctor import examine
from storage.tables import accounts, bookings, events, facts, offers, seats, series, services
from storage.views import SqlViews
from tests.storage.world import NOW, STARTS

START = datetime(2026, 12, 1, 17, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
YOGA = ServicePlan(
    "yoga", "group", {"en": "Yoga", "hu": "Jóga"}, offer=OfferRules(validity=2 * HOUR), cancel_before=HOUR
)
MASSAGE = ServicePlan(
    "massage", "individual", {"en": "Massage"}, mode=Mode.MANUAL, minutes=50, hours=(TimeWindow(0, 540, 720),)
)
SLOTS = 4 * 3  # four Mondays, three slots of 50 minutes each
NOVA = Catalogue(
    account=AccountPlan("Studio Nova", "Europe/Budapest", tier=Tier.PRO),
    services=(YOGA, MASSAGE),
    series=(SeriesPlan("yoga", "yoga-thu", "FREQ=WEEKLY;COUNT=1"),),
    events=(
        EventPlan("yoga", "yoga-1", START, START + HOUR, 3, minimum=1, location="Studio A"),
        EventPlan(
            "yoga", "yoga-2", START + 24 * HOUR, START + 25 * HOUR, 2, series="yoga-thu", mode=Mode.LEGACY
        ),
    ),
)


def with_event(code: str, **values: Any) -> Catalogue:
    """Only this event, changed."""
    plan = next(plan for plan in NOVA.events if plan.code == code)
    return Catalogue(events=(replace(plan, **values),))


async def rows(database: Database, table: sa.Table) -> list[Any]:
    async with database.read.connect() as connection:
        return list((await connection.execute(sa.select(table).order_by(*table.primary_key.columns))).all())


async def everything(database: Database) -> list[Any]:
    return [await rows(database, table) for table in (accounts, services, series, events, seats, facts)]


async def test_the_first_import_makes_everything(database: Database) -> None:
    report = await import_catalogue(database, NOVA, NOW)
    assert (report.made, report.changed, report.unchanged, len(report.events)) == (6, 0, 0, 2)
    assert Counter(
        row.event_id for row in await rows(database, seats) if row.event_id in report.events
    ) == dict(zip(report.events, (3, 2), strict=True))
    assert (report.slots["massage"].opened, report.slots["massage"].closed) == (SLOTS, 0)
    assert Counter(fact.kind for fact in await rows(database, facts)) == {
        "AccountImported": 1, "ServiceImported": 2, "SeriesImported": 1, "EventImported": 2,
        "SlotOpened": SLOTS,
    }  # fmt: skip
    card = await SqlViews(database, lambda: NOW).event_by_code("yoga-2")
    assert card is not None
    assert (card.mode, card.free, card.settings.tier) == (Mode.LEGACY, 2, Tier.PRO)
    assert card.settings.offer.validity == 2 * HOUR
    assert card.settings.cancel_before == HOUR
    assert await examine(database, NOW) == []


async def test_twice_changes_nothing(database: Database) -> None:
    await import_catalogue(database, NOVA, NOW)
    before = await everything(database)
    report = await import_catalogue(database, NOVA, NOW + HOUR)
    assert (report.changes, report.unchanged) == ((), 6)
    assert await everything(database) == before


async def test_a_dry_run_writes_nothing_and_says_the_same(database: Database) -> None:
    before = await everything(database)
    dry = await import_catalogue(database, NOVA, NOW, dry_run=True)
    assert dry.dry_run
    assert await everything(database) == before
    wet = await import_catalogue(database, NOVA, NOW)
    assert [(c.subject, c.code, c.made) for c in dry.changes] == [
        (c.subject, c.code, c.made) for c in wet.changes
    ]


async def test_what_is_known_comes_back_as_it_was_planned(database: Database) -> None:
    assert (await known(database)).timezone is None
    await import_catalogue(database, NOVA, NOW)
    found = await known(database)
    assert found.services == {"yoga": YOGA, "massage": MASSAGE}
    slots = {code: service for code, service in found.events.items() if service == "massage"}
    assert found.events == {"yoga-1": "yoga", "yoga-2": "yoga"} | slots
    assert len(slots) == SLOTS and "massage-20261123-0900" in slots
    assert (found.timezone, found.tier) == ("Europe/Budapest", Tier.PRO)


async def test_a_change_has_its_fact(database: Database) -> None:
    await import_catalogue(database, NOVA, NOW)
    by = Importer(77, "Ada", "new studio")
    report = await import_catalogue(database, with_event("yoga-1", location="Studio B"), NOW, by=by)
    (change,) = report.changes
    assert (change.subject, change.code, change.made) == ("event", "yoga-1", False)
    assert change.fields == {"location": ("Studio A", "Studio B")}
    fact = (await rows(database, facts))[-1]
    assert (fact.kind, fact.version, fact.event_id, fact.subject_id) == (
        "EventImported",
        2,
        change.id,
        change.id,
    )
    assert (fact.actor_kind, fact.actor_id, fact.actor_name, fact.reason) == (
        "import",
        77,
        "Ada",
        "new studio",
    )
    assert fact.data["values"] == {"location": ["Studio A", "Studio B"]}
    account = replace(NOVA, account=AccountPlan("Studio Supernova", "Europe/Vienna"))
    renamed = await import_catalogue(database, account, NOW)
    assert [sorted(c.fields) for c in renamed.changes] == [["name", "tier", "timezone"], ["location"]]
    service = replace(YOGA, offer=OfferRules(parallel=2))
    await import_catalogue(database, Catalogue(services=(service,)), NOW)
    assert await examine(database, NOW) == []


async def test_more_capacity_adds_seats_behind(database: Database) -> None:
    await import_catalogue(database, NOVA, NOW)
    await import_catalogue(database, with_event("yoga-1", capacity=5), NOW)
    first = (await rows(database, events))[0].id
    assert [row.number for row in await rows(database, seats) if row.event_id == first] == [1, 2, 3, 4, 5]
    await import_catalogue(database, with_event("yoga-1", capacity=0, minimum=0), NOW)
    assert [row.number for row in await rows(database, seats) if row.event_id == first] == []
    assert await examine(database, NOW) == []


async def test_less_capacity_moves_people_to_seats_in_front(world: Database) -> None:
    """Event 1 has three seats in use; booking 11 is over, so two are, the last ones."""

    def free_the_first(connection: sa.Connection) -> None:
        gone = {"status": "cancelled", "active": 0, "first_seat": None, "version": 2}
        connection.execute(sa.update(bookings).where(bookings.c.id == 11).values(gone))
        connection.execute(sa.update(seats).where(seats.c.booking_id == 11).values(booking_id=None))
        connection.execute(sa.update(events).where(events.c.id == 1).values(released=3))

    await world.transact(free_the_first)
    plan = EventPlan("yoga", "yoga-1", START, START + HOUR, 2, location="Studio A")
    report = await import_catalogue(world, Catalogue(events=(plan,)), NOW)
    assert dict(report.changes[0].fields) == {"capacity": (3, 2), "released": (3, 2)}
    owned = [(row.number, row.offer_id, row.hold_id) for row in await rows(world, seats) if row.event_id == 1]
    assert owned == [(1, None, 43), (2, 32, None)]
    assert [row.first_seat for row in await rows(world, offers)] == [2, None]
    (finding,) = await examine(world, NOW, settled=False)
    assert (finding.number, finding.found) == (12, (11,)), "the cancellation by hand has no fact"


async def test_capacity_below_the_seats_in_use_is_refused_whole(world: Database) -> None:
    def cut(event_id: int, capacity: int) -> EventPlan:
        start = START + (event_id - 1) * 24 * HOUR
        return EventPlan("yoga", f"yoga-{event_id}", start, start + HOUR, capacity, location="Studio C")

    before = await everything(world)
    catalogue = Catalogue(services=(YOGA,), events=(cut(1, 1), cut(2, 0), cut(3, 4)))
    with pytest.raises(ImportRefused) as refused:
        await import_catalogue(world, catalogue, NOW)
    assert tuple(map(str, refused.value.problems)) == (
        "yoga-1: capacity 1 is below the 3 seats in use.",
        "yoga-2: capacity 0 is below the 1 seats in use.",
    )
    assert await everything(world) == before


async def test_what_has_been_held_is_not_moved_ahead(world: Database) -> None:
    """Who came has a booking there, and could not book the new date."""
    over, later = STARTS[2] + HOUR, STARTS[2] + 7 * 24 * HOUR
    again = EventPlan("yoga", "yoga-2", later, later + HOUR, 2, location="Studio A")
    await world.transact(
        lambda c: c.execute(
            sa.update(bookings).where(bookings.c.id == 12).values(status="attended", version=2)
        )
    )
    before = await everything(world)
    for dry_run in (True, False):
        with pytest.raises(ImportRefused) as refused:
            await import_catalogue(world, Catalogue(events=(again,)), over, dry_run=dry_run)
        assert [str(problem) for problem in refused.value.problems] == [
            "yoga-2: it has been held (1 marked as attended or absent); give the new date a code of its own."
        ]
    assert await everything(world) == before
    earlier = replace(again, starts_at=STARTS[2] - HOUR, ends_at=STARTS[2])
    await import_catalogue(world, Catalogue(events=(earlier,)), over)  # a correction books nobody


async def test_codes_stay_with_their_service(database: Database) -> None:
    await import_catalogue(database, NOVA, NOW)
    plan = replace(NOVA.events[0], service="massage")
    stray = replace(NOVA.events[0], code="new", service="nowhere")
    with pytest.raises(ImportRefused) as refused:
        await import_catalogue(database, Catalogue(events=(plan, stray)), NOW)
    assert tuple(map(str, refused.value.problems)) == (
        "yoga-1: this code belongs to an event of another service.",
        "new: there is no service nowhere.",
    )


async def test_the_first_file_names_the_account(database: Database) -> None:
    with pytest.raises(ImportRefused, match="There is no account yet"):
        await import_catalogue(database, Catalogue(services=(YOGA,)), NOW)


async def test_two_imports_at_once_make_each_row_once(database: Database) -> None:
    reports = await asyncio.gather(*(import_catalogue(database, NOVA, NOW) for _ in range(4)))
    assert sorted(report.made for report in reports) == [0, 0, 0, 6]
    assert len(await rows(database, events)) == 2 + SLOTS
    assert await examine(database, NOW) == []
