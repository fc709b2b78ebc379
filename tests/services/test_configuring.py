"""Rules set for an event, a service and the account: in the tables as in the state, foreseen before, and one commit."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
import sqlalchemy as sa

from engine import refusals as no
from engine.catalogue import AccountPlan, Catalogue, ServicePlan
from engine.facts import BookingMade, OfferMade
from engine.rules.configuring import Change, OpenOffers
from engine.services import booking, waitlist
from engine.services import configuring as service
from engine.services.configuring import Switches
from engine.services.who import AdminTap, Tap
from engine.settings import Mode, Settings, choices_of
from storage.catalogue import import_catalogue
from storage.database import Database
from storage.doctor import examine
from storage.presets import SqlPresets
from storage.tables import accounts, events, facts, presets, services
from storage.views.sql import SqlViews
from storage.work import SharedWork
from tests.rules.builders import kinds, only
from tests.services import persisted
from tests.services.conftest import Begin
from tests.services.fresh import empty
from tests.services.world import DAY, NOW, Clock, World

ADA = AdminTap(900, "Ada", reason="because")
MANUAL = Settings(mode=Mode.MANUAL)
THREE = World(capacities=(1, 1, 1), settings=MANUAL, services=2)
"""Events 1 and 3 are of service 1, event 2 is of service 2."""


async def test_an_event_under_other_rules(begin: Begin) -> None:
    """The same on every work: to offers, to a rule of its own, and back to its service."""
    work = await begin(World(capacities=(1,), settings=MANUAL))
    await waiting(work, 1)
    assert only(await set_for(work, Change(Mode.OFFER)), OfferMade).person_id == 4
    assert kinds(await set_for(work, Change(rules={"validity": 60}))) == ["EventConfigured"]
    with pytest.raises(no.RulesUnchanged):
        await set_for(work, Change(rules={"validity": 60}))
    gone = await set_for(work, Change(cleared=True), "withdraw")
    assert kinds(gone) == ["EventConfigured", "OfferWithdrawn", "EntryReturned", "FillHalted"]
    assert work.state().settings == MANUAL


async def waiting(work, event_id: int) -> None:  # type: ignore[no-untyped-def]
    """The seat is free again, and somebody waits for it."""
    made = only(await booking.book(work, Tap(event_id), event_id), BookingMade)
    await waitlist.join(work, Tap(event_id + 3), event_id)
    await booking.cancel(work, Tap(event_id), event_id, made.id)


async def set_for(work, change: Change, offers: OpenOffers = "keep"):  # type: ignore[no-untyped-def]
    return await service.configure_event(work, ADA, 1, change, offers)


@pytest_asyncio.fixture(loop_scope="session")
async def work(database: Database, template: str) -> AsyncIterator[SharedWork]:
    """Three events, each with a free seat and somebody who waits for it."""
    await empty(database, template)
    await database.transact(THREE.plant)
    work = SharedWork(database, Clock())
    for event_id in THREE.event_ids:
        await waiting(work, event_id)
    yield work
    assert await examine(database, Clock().now, settled=False) == []
    await work.close()


async def row(database: Database, table: sa.Table, row_id: int = 1):  # type: ignore[no-untyped-def]
    async with database.read.connect() as connection:
        return (await connection.execute(sa.select(table).where(table.c.id == row_id))).one()


async def history_of(database: Database, subject: str) -> list[tuple[str, int, int, int | None, str, str]]:
    columns = ("kind", "subject_id", "version", "event_id", "actor_name", "reason")
    chosen = sa.select(*(facts.c[name] for name in columns)).where(facts.c.subject == subject)
    async with database.read.connect() as connection:
        return [tuple(found) for found in await connection.execute(chosen.order_by(facts.c.id))]


async def test_an_events_choice_is_kept_and_loaded_again(database: Database, work: SharedWork) -> None:
    await service.configure_event(
        work, ADA, 1, Change(Mode.OFFER, {"quiet": "22:00-08:00"}, preset=5), "keep"
    )
    found = await row(database, events)
    assert (found.mode, found.offer, found.preset_id) == ("offer", {"quiet": "22:00-08:00"}, 5)
    state = (await persisted.states(database))[1]
    assert choices_of(state.settings).event.rules == (("quiet", "22:00-08:00"),)
    assert state.settings.offer.quiet is not None and len(state.pending()) == 1
    await service.configure_event(work, ADA, 1, Change(cleared=True), "keep")
    found = await row(database, events)
    assert (found.mode, found.offer, found.preset_id) == (None, None, None)


async def test_a_service_is_one_decision_for_all_its_events(database: Database, work: SharedWork) -> None:
    await service.configure_event(work, ADA, 3, Change(rules={"parallel": 0}), "keep")
    rules = await SqlViews(database, Clock()).service_rules(1)
    assert rules is not None and (rules.event_ids, rules.upcoming, rules.own) == ((1, 3), 2, 1)
    foreseen = await service.foresee_service(work, ADA, 1, rules.event_ids, Change(Mode.LEGACY), "keep")
    assert (await row(database, services)).mode == "manual", "nothing is written"
    assert [fact.id < 0 for fact in foreseen.facts if isinstance(fact, BookingMade)] == [True, True]
    steps = await service.configure_service(work, ADA, 1, rules.event_ids, Change(Mode.LEGACY), "keep")
    assert [kinds(made) for _, made in steps] == [kinds(made) for _, made in foreseen.steps]
    assert ((await row(database, services)).mode, (await row(database, services, 2)).mode) == (
        "legacy",
        "manual",
    )
    states = await persisted.states(database)
    assert [len(states[n].bookings) for n in (1, 2, 3)] == [2, 1, 2], "with the cancelled ones"
    await service.configure_service(work, ADA, 1, rules.event_ids, Change(rules={"max_skips": 7}), "keep")
    assert await history_of(database, "service") == [
        ("ServiceConfigured", 1, version, None, "Ada", "because") for version in (1, 2)
    ]


async def test_a_service_that_has_no_date_yet(database: Database, work: SharedWork) -> None:
    """What is chosen holds for its first date, and nothing but the choice is written."""
    made = {"id": 9, "account_id": 1, "code": "new", "names": {"en": "New"}, "descriptions": {}}
    await database.execute(sa.insert(services).values(**made, mode="manual", offer={}))
    rules = await SqlViews(database, Clock()).service_rules(9)
    assert rules is not None and (rules.event_ids, rules.upcoming) == ((-9,), 0)
    chosen = Change(Mode.OFFER, {"quiet": "22:00-08:00"})
    foreseen = await service.foresee_service(work, ADA, 9, rules.event_ids, chosen, "keep")
    assert (
        kinds(foreseen.facts) == ["ServiceConfigured"] and (await row(database, services, 9)).mode == "manual"
    )
    await service.configure_service(work, ADA, 9, rules.event_ids, chosen, "keep")
    with pytest.raises(no.RulesUnchanged):
        await service.configure_service(work, ADA, 9, rules.event_ids, chosen, "keep")
    found = await row(database, services, 9)
    assert (found.mode, found.offer) == ("offer", {"quiet": "22:00-08:00"})
    assert await history_of(database, "service") == [("ServiceConfigured", 9, 1, None, "Ada", "because")]
    assert await examine(database, Clock()()) == []


async def test_an_account_that_has_no_date_yet(database: Database, template: str) -> None:
    await empty(database, template)
    work, views = SharedWork(database, Clock()), SqlViews(database, Clock())
    await import_catalogue(database, Catalogue(account=AccountPlan("Studio", "UTC")), NOW)
    assert await views.bookable_ids() == ()
    account = await views.account()
    assert account is not None
    with pytest.raises(no.ServiceWithoutEvents):
        await service.configure_account(work, ADA, account.id, (), Switches(auto_backfill=False))
    new = ServicePlan("new", "group", {"en": "New"})
    await import_catalogue(database, Catalogue(services=(new,)), NOW)
    ids = await views.bookable_ids()
    await service.configure_account(work, ADA, account.id, ids, Switches(auto_backfill=False))
    assert not (await row(database, accounts, account.id)).auto_backfill
    with pytest.raises(no.EventUnknown):
        await service.configure_account(work, ADA, account.id, (-77,), Switches(auto_backfill=True))
    await work.close()


async def test_the_accounts_switches(database: Database, work: SharedWork) -> None:
    views = SqlViews(database, Clock())
    everything = await views.bookable_ids()
    assert everything == (1, 2, 3)
    await service.configure_service(work, ADA, 1, (1, 3), Change(Mode.LEGACY), "keep")
    off = Switches(auto_backfill=False, booking_status="pending")
    await service.configure_account(work, ADA, 1, everything, off)
    account = await views.account()
    assert account is not None and (account.auto_backfill, account.booking_status) == (False, "pending")
    await service.configure_event(work, ADA, 2, Change(Mode.LEGACY), "keep")
    assert (await persisted.states(database))[2].booking_of(5) is None, "nothing runs"
    steps = await service.configure_account(work, ADA, 1, everything, Switches(auto_backfill=True))
    made = [fact for _, happened in steps for fact in happened if isinstance(fact, BookingMade)]
    assert [(fact.person_id, fact.status) for fact in made] == [(5, "pending")]
    kept = await history_of(database, "account")
    assert [found[:3] for found in kept] == [("AccountConfigured", 1, n) for n in (1, 2)]
    assert (await row(database, accounts)).auto_backfill


async def test_two_admins_at_once(database: Database, work: SharedWork) -> None:
    """The first one wins; the second one is told that it is so already."""
    await service.configure_event(work, ADA, 1, Change(Mode.LEGACY), "keep")
    with pytest.raises(no.RulesUnchanged):
        await service.configure_event(work, AdminTap(901, "Bob"), 1, Change(Mode.LEGACY), "keep")
    with pytest.raises(no.EventUnknown):
        await service.foresee_event(work, ADA, 99, Change(Mode.LEGACY), "keep")


async def test_presets_have_versions_a_history_and_stay_while_in_use(
    database: Database, work: SharedWork
) -> None:
    shelf, views = SqlPresets(database, Clock()), SqlViews(database, Clock())
    first = await shelf.save(ADA.actor, "why", "Rules 1", Mode.OFFER, {"validity": None})
    second = await shelf.save(ADA.actor, "why", "Rules 1", Mode.LEGACY, {"validity": 60})
    assert [(p.id, p.version, p.used) for p in await views.presets()] == [(second, 2, 0), (first, 1, 0)]
    await service.configure_event(work, ADA, 1, Change(Mode.OFFER, {"validity": None}, first, True), "keep")
    await service.configure_service(
        work, ADA, 2, (2,), Change(Mode.OFFER, {"validity": None}, first, True), "keep"
    )
    with pytest.raises(no.PresetInUse) as refused:
        await shelf.delete(ADA.actor, "why", first)
    assert refused.value.count == 2
    await shelf.delete(ADA.actor, "why", second)
    with pytest.raises(no.PresetUnknown):
        await shelf.delete(ADA.actor, "why", second)
    assert (await row(database, presets, first)).made_by == "Ada"
    kept = [(kind, row_id, version) for kind, row_id, version, *_ in await history_of(database, "preset")]
    assert kept == [("PresetSaved", first, 1), ("PresetSaved", second, 1), ("PresetDeleted", second, 2)]
    over = SqlViews(database, Clock(Clock().now + 30 * DAY))
    assert [preset.used for preset in await over.presets()] == [1], "an event that is over does not count"


async def test_a_service_whose_events_are_over(database: Database, work: SharedWork) -> None:
    """Its newest event stands for it; one that has none says so."""
    later = SqlViews(database, Clock(Clock().now + 30 * DAY))
    rules = await later.service_rules(1)
    assert rules is not None and (rules.event_ids, rules.upcoming) == ((3,), 0)
    assert await later.bookable_ids() == (3,)
    assert await later.service_rules(99) is None
    await service.configure_service(work, ADA, 1, rules.event_ids, Change(Mode.LEGACY), "keep")
    assert (await row(database, services)).mode == "legacy"
