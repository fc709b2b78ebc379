"""A file that moves an event, or gives it more seats: nobody is left with a time or an answer that no longer holds."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from engine.catalogue import Catalogue, EventPlan, ServicePlan
from engine.facts import OfferMade
from engine.refusals import HeldForLine
from engine.services import booking, offers
from engine.services import seats as seat_service
from engine.services.who import Tap
from engine.settings import Mode, OfferRules
from storage.catalogue import import_catalogue
from storage.catalogue.writing import Importer
from storage.database import Database
from storage.doctor import examine
from storage.tables import counters, facts, letters, seats
from storage.tables import offers as offers_table
from storage.work import SharedWork
from tests.rules.builders import only
from tests.storage.world import HOUR, NOW, STARTS

FIRST = EventPlan("yoga", "yoga-1", STARTS[1], STARTS[1] + HOUR, 3, location="Studio A")
ADA = Importer(77, "Ada", "the hall is taken")


def clock() -> datetime:
    return NOW


def moved(plan: EventPlan, by: timedelta) -> Catalogue:
    """The same event at another time."""
    return Catalogue(events=(replace(plan, starts_at=plan.starts_at + by, ends_at=plan.ends_at + by),))


async def rows(database: Database, statement: Any) -> list[Any]:
    async with database.read.connect() as connection:
        return list((await connection.execute(statement)).all())


YOGA = ServicePlan("yoga", "group", {"en": "Yoga"})


@pytest.fixture
async def numbered(world: Database) -> Database:
    """The world with ids to give."""
    await world.transact(lambda c: c.execute(sa.insert(counters).values(name="id", next=100_000)))
    return world


@pytest.mark.parametrize("by", [timedelta(hours=-2), timedelta(days=3)])
async def test_an_offer_ends_with_the_time_it_was_made_for(numbered: Database, by: timedelta) -> None:
    """Event 1: offer 32 to person 2; person 3 waits behind; person 1 is booked."""
    await import_catalogue(numbered, moved(FIRST, by), NOW, by=ADA)
    old, new = await rows(numbered, sa.select(offers_table).where(offers_table.c.event_id == 1))
    assert (old.id, old.status, old.ended) == (32, "withdrawn", "shifted")
    assert (new.entry_id, new.person_id, new.status) == (22, 2, "pending"), "the same person is asked anew"
    assert new.closes_at <= STARTS[1] + by
    held = sa.select(seats.c.offer_id).where(seats.c.event_id == 1, seats.c.number == 2)
    assert await rows(numbered, held) == [(new.id,)]
    told = (
        sa.select(letters.c.kind, letters.c.person_id)
        .where(letters.c.status == "queued")
        .order_by(letters.c.id)
    )
    assert await rows(numbered, told) == [
        ("offer-over", 2),
        ("offer-withdrawn", 2),
        ("booking-shifted", 1),
        ("entry-shifted", 3),
        ("offer-made", 2),
    ]
    why = sa.select(facts.c.actor_kind, facts.c.actor_name, facts.c.reason).where(
        facts.c.kind == "BookingShifted"
    )
    assert await rows(numbered, why) == [("import", "Ada", "the hall is taken")]
    assert await examine(numbered, NOW) == []


async def test_a_dry_run_tells_nobody(numbered: Database) -> None:
    before = await rows(numbered, sa.select(letters.c.id))
    await import_catalogue(numbered, moved(FIRST, HOUR), NOW, dry_run=True)
    assert await rows(numbered, sa.select(letters.c.id)) == before
    ((status,),) = await rows(numbered, sa.select(offers_table.c.status).where(offers_table.c.id == 32))
    assert status == "pending"


async def test_another_place_leaves_offers_as_they_are(numbered: Database) -> None:
    await import_catalogue(numbered, Catalogue(events=(replace(FIRST, location="Studio B"),)), NOW)
    ((status,),) = await rows(numbered, sa.select(offers_table.c.status).where(offers_table.c.id == 32))
    assert status == "pending"
    assert await rows(numbered, sa.select(letters.c.id).where(letters.c.status == "queued")) == []


@pytest.mark.parametrize(
    "service", [replace(YOGA, offer=OfferRules(cutoff=300 * HOUR)), replace(YOGA, mode=Mode.MANUAL)]
)
async def test_other_rules_leave_open_offers_their_promise(numbered: Database, service: ServicePlan) -> None:
    """The cut-off lies in the past by now, or the mode makes no offers: what was said holds until it expires."""
    offer = sa.select(offers_table).where(offers_table.c.id == 32)
    before = await rows(numbered, offer)
    await import_catalogue(numbered, Catalogue(services=(service,)), NOW)
    await seat_service.sweep(SharedWork(numbered, clock), 1)
    assert await rows(numbered, offer) == before
    assert await rows(numbered, sa.select(letters.c.id).where(letters.c.status == "queued")) == []
    await offers.accept(SharedWork(numbered, clock), Tap(2), 1, 32)
    assert await examine(numbered, NOW, settled=False) == []


async def test_more_people_are_told_than_ids_were_at_hand(
    numbered: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first ids do not suffice; everything is decided once more, and written once."""
    monkeypatch.setattr("storage.ids.BLOCK", 4)
    report = await import_catalogue(numbered, moved(FIRST, HOUR), NOW)
    assert report.changed == 1
    told = sa.select(sa.func.count()).where(letters.c.status == "queued")
    assert await rows(numbered, told) == [(5,)]
    assert await examine(numbered, NOW) == []


async def test_new_seats_are_for_those_who_let_the_last_one_go(numbered: Database) -> None:
    """Person 2 keeps the place and lets the seat go, person 3 likewise: nobody is left to be asked. Then the event
    grows, and the new seats are not a newcomer's."""
    work = SharedWork(numbered, clock)
    declined = await offers.decline(work, Tap(2), 1, 32, "keep")
    await offers.decline(work, Tap(3), 1, only(declined, OfferMade).id, "keep")
    await import_catalogue(numbered, Catalogue(events=(replace(FIRST, capacity=4),)), NOW)
    with pytest.raises(HeldForLine):
        await booking.book(work, Tap(4), 1)
    await seat_service.sweep(work, 1)
    made = sa.select(offers_table.c.person_id).where(
        offers_table.c.status == "pending", offers_table.c.event_id == 1
    )
    assert await rows(numbered, made) == [(2,)], "the first in line is asked again"
