"""Ask for a place and decide about it: the same on every work, and in the rows what was decided."""

import asyncio

import pytest
import sqlalchemy as sa

from engine import facts as f
from engine import refusals as no
from engine.refusals import Refusal
from engine.services import booking, by_hand, configuring, dates, moving, waitlist
from engine.services import requests as service
from engine.services.who import AdminTap, Tap
from engine.settings import Mode, Settings
from storage.database import Database
from storage.doctor import examine
from storage.due import SqlDue
from storage.tables import events, facts, requests, services
from storage.views.sql import SqlViews
from storage.work import SharedWork
from tests.rules.builders import kinds, only
from tests.services.conftest import Begin
from tests.services.ensemble import Ensemble
from tests.services.fresh import empty
from tests.services.world import DAY, HOUR, NOW, Clock, World

ADA, BEN = AdminTap(900, "Ada", reason="the teacher's friend"), AdminTap(901, "Ben")
MANUAL = Settings(mode=Mode.MANUAL)
OFF = World(capacities=(2, 2), settings=Settings(mode=Mode.MANUAL, self_service=False))


async def asked(work: Ensemble | SharedWork, person_id: int, seats: int = 1) -> int:
    """The id of this person's request for event 1."""
    names = tuple(f"guest {n}" for n in range(1, seats))
    return int(only(await service.ask(work, Tap(person_id), 1, seats, names), f.RequestMade).id)


async def test_asked_and_booked(begin: Begin) -> None:
    work = await begin(OFF)
    with pytest.raises(no.SelfServiceOff):
        await booking.book(work, Tap(3), 1)
    request_id = await asked(work, 3, 2)
    with pytest.raises(no.AlreadyAsked):
        await service.ask(work, Tap(3), 1)
    assert work.state().event.requests == 1 and work.state().free == (1, 2)
    made = only(await service.book(work, BEN, 1, request_id, 3, 2), f.BookingMade)
    assert (made.seats, made.names, made.source) == ((1, 2), ("guest 1",), "request")
    for late in (service.decline(work, ADA, 1, request_id), service.take_back(work, Tap(3), 1, request_id)):
        with pytest.raises(no.RequestOver):
            await late


async def test_passing_people_by_needs_a_word(begin: Begin) -> None:
    work = await begin(World(capacities=(1,), settings=MANUAL))
    held = only(await booking.book(work, Tap(1), 1), f.BookingMade).id
    await waitlist.join(work, Tap(2), 1)
    await booking.cancel(work, Tap(1), 1, held)
    await configuring.switch_self_service(work, ADA, 1, (1,), on=False)
    request_id = await asked(work, 3)
    with pytest.raises(no.ReasonNeeded):
        await service.book(work, BEN, 1, request_id, 3, 1)
    granted = only(await service.book(work, ADA, 1, request_id, 3, 1), f.RequestGranted)
    assert (granted.by_name, granted.reason) == ("Ada", "the teacher's friend")


async def test_put_in_line_declined_taken_back(begin: Begin) -> None:
    work = await begin(OFF)
    first, second, third = [await asked(work, person_id) for person_id in (3, 4, 5)]
    joined = only(await service.put_in_line(work, BEN, 1, first, 3), f.EntryJoined)
    assert (joined.source, joined.position) == ("request", 1)
    with pytest.raises(no.ReasonNeeded):
        await service.decline(work, BEN, 1, second)
    await service.decline(work, ADA, 1, second)
    await service.take_back(work, Tap(5), 1, third)
    assert [r.status for r in work.state().requests.values()] == ["granted", "declined", "taken_back"]
    assert kinds(await service.ask(work, Tap(4), 1)) == ["RequestMade"], "asked once more"


async def test_whoever_has_a_place_by_another_way_asks_no_more(begin: Begin) -> None:
    work = await begin(OFF)
    await asked(work, 3)
    await asked(work, 4)
    assert "RequestGranted" in kinds(await by_hand.book_for(work, ADA, 1, 3))
    await configuring.switch_self_service(work, ADA, 1, (1, 2), on=True)
    assert kinds(await booking.book(work, Tap(4), 1)) == ["BookingMade", "RequestClosed"]
    assert work.state().event.requests == 0


async def test_closed_with_the_event(begin: Begin) -> None:
    clock = Clock()
    work = await begin(OFF, clock)
    first = await asked(work, 3)
    await dates.move_date(work, ADA, 1, NOW + 9 * DAY, NOW + 9 * DAY + HOUR)
    assert await service.close(work, 1, (first,)) == []
    await dates.call_off(work, ADA, 1)
    assert work.state().requests[first].status == "closed"
    second = only(await service.ask(work, Tap(3), 2), f.RequestMade).id
    clock.now = NOW + 8 * DAY
    assert kinds(await service.close(work, 2, (second,))) == ["RequestClosed"]


async def test_a_rush_of_people_who_ask(begin: Begin) -> None:
    """Shared commits: each is counted once."""
    work = await begin(OFF)
    outcomes = await work.together(
        [lambda w, i=i: service.ask(w, Tap(i), 1) for i in (1, 2, 3, 4, 1, 5)]  # type: ignore[misc]
    )
    assert [isinstance(outcome, Refusal) for outcome in outcomes] == [False] * 4 + [True, False]
    assert work.state().event.requests == 5


# ------------------------------------------------------------------------------------------------- in the rows


async def opened(database: Database, template: str, world: World = OFF) -> SharedWork:
    await empty(database, template)
    await database.transact(world.plant)
    return SharedWork(database, Clock())


async def rows(database: Database, table: sa.Table) -> list[sa.Row]:  # type: ignore[type-arg]
    async with database.read.connect() as connection:
        return list(await connection.execute(sa.select(table).order_by(table.c.id)))


async def test_two_admins_at_once_one_answer(database: Database, template: str) -> None:
    work = await opened(database, template)
    request_id = await asked(work, 3)
    answers = [
        answer
        for _ in range(8)
        for answer in (
            service.book(work, ADA, 1, request_id, 3, 1),
            service.decline(work, AdminTap(901, "Ben", reason="no room"), 1, request_id),
            service.put_in_line(work, BEN, 1, request_id, 3),
            service.take_back(work, Tap(3), 1, request_id),
        )
    ]
    outcomes = await asyncio.gather(*answers, return_exceptions=True)
    assert sum(isinstance(outcome, list) for outcome in outcomes) == 1
    assert all(isinstance(o, list | no.RequestOver | no.AlreadyBooked | no.AlreadyWaiting) for o in outcomes)
    (row,) = await rows(database, requests)
    assert row.status != "open" and row.decided_at == NOW
    assert await examine(database, NOW, settled=False) == []
    await work.close()


async def test_the_switch_is_kept_with_who_and_why(database: Database, template: str) -> None:
    work = await opened(database, template, World(capacities=(1, 1, 1), settings=MANUAL, services=2))
    await configuring.switch_self_service(work, ADA, 1, (1, 3), on=False)
    await configuring.switch_self_service(work, ADA, 2, (2,), on=False)
    await configuring.switch_self_service(work, ADA, 1, (1, 3), on=True)
    with pytest.raises(no.RulesUnchanged):
        await configuring.switch_self_service(work, ADA, 1, (1, 3), on=True)
    with pytest.raises(no.ServiceWithoutEvents):
        await configuring.switch_self_service(work, ADA, 1, (), on=True)
    assert [row.self_service for row in await rows(database, services)] == [True, False]
    told = [
        (row.kind, row.subject_id, row.version, row.event_id, row.actor_name, row.reason)
        for row in await rows(database, facts)
        if row.subject == "service"
    ]
    assert told == [
        ("SelfServiceSwitched", 1, 1, None, "Ada", ADA.reason),
        ("SelfServiceSwitched", 2, 1, None, "Ada", ADA.reason),
        ("SelfServiceSwitched", 1, 2, None, "Ada", ADA.reason),
    ]
    deed = await SqlViews(database, Clock()).last_deed(("SelfServiceSwitched",), 1, 0)
    assert deed is not None and (deed.by, deed.name) == ("admin", "Ada")
    await work.close()


async def test_what_is_shown_of_requests(database: Database, template: str) -> None:
    work = await opened(database, template)
    views = SqlViews(database, Clock())
    first, second = await asked(work, 3, 2), await asked(work, 4)
    page = await views.requests(1, 0, 1)
    assert ([card.id for card in page.items], page.total) == ([first], 2)
    assert [card.id for card in (await views.requests(1, 1, 5)).items] == [second]
    event, rules = await views.event(1), await views.service_rules(1)
    assert event is not None and rules is not None
    assert (event.requests, rules.requests, event.settings.self_service) == (2, 2, False)
    assert not rules.settings.self_service
    standing, mine = await views.standing(1, 3), await views.mine(3)
    assert standing.request is not None and standing.request == mine.requests[0]
    assert (standing.request.names, standing.request.asked_at) == (("guest 1",), NOW)
    await service.decline(work, ADA, 1, first)
    card = await views.request(first)
    assert card is not None and (card.status, card.by_name, card.reason) == ("declined", "Ada", ADA.reason)
    assert (await views.standing(1, 3)).request is None and await views.request(999) is None
    await work.close()


async def test_due_once_the_event_has_begun(database: Database, template: str) -> None:
    work = await opened(database, template)
    request_id, due = await asked(work, 3), SqlDue(database)
    assert await due.stale_requests(NOW + DAY, 10) == {}
    assert await due.stale_requests(NOW + 8 * DAY, 10) == {1: [request_id]}
    assert await due.stale_places(NOW + 8 * DAY, 10) == {}
    await work.close()


async def test_nobody_is_moved_in_by_themselves(begin: Begin) -> None:
    work = await begin(World(capacities=(1, 1), settings=MANUAL, services=2))
    made = only(await booking.book(work, Tap(1), 1), f.BookingMade)
    await configuring.switch_self_service(work, ADA, 2, (2,), on=False)
    with pytest.raises(no.SelfServiceOff):
        await moving.reschedule(work, Tap(1), made.id, 1, 2, 1)
    assert await moving.move(work, ADA, made.id, 1, 2, 1, 1)


async def test_a_request_costs_nothing_where_nobody_asks(database: Database, template: str) -> None:
    """The rush of bookings reads no requests: the event's own row says that there are none."""
    work = await opened(database, template, World(capacities=(2,), settings=MANUAL))
    seen: list[str] = []
    sa.event.listen(
        database.write.sync_engine, "before_cursor_execute", lambda c, cur, text, *_: seen.append(text)
    )
    await booking.book(work, Tap(1), 1)
    assert not [text for text in seen if "FROM requests" in text]
    (row,) = await rows(database, events)
    assert row.requests == 0
    await work.close()


async def test_whoever_has_blocked_the_bot_meanwhile_waits_out_of_reach(begin: Begin) -> None:
    """Nobody is asked who cannot hear of it, from the very decision on that gives them the place."""
    work = await begin(OFF)
    request_id = await asked(work, 3)
    await work.reach(3, False)
    joined = only(await service.put_in_line(work, BEN, 1, request_id, 3), f.EntryJoined)
    entry = work.state().entry(joined.id)
    assert entry is not None and not entry.reachable
