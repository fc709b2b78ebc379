"""Screens against hand-built rows: every number is counted, positions are true, `public` is what a tap will meet."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from engine.settings import Mode
from storage.database import Database
from storage.tables import accounts, bookings, entries, events, participants, services
from storage.views import SqlViews
from tests.storage.world import HOUR, NOW, STARTS, Planting

TUESDAY = NOW + timedelta(days=4)


@pytest.fixture
def views(world: Database) -> SqlViews:
    return SqlViews(world, lambda: NOW)


async def change(database: Database, table: sa.Table, row_id: int, **values: Any) -> None:
    assert await database.execute(sa.update(table).where(table.c.id == row_id).values(values)) == 1


async def grow(database: Database, *rows: tuple[str, tuple[Any, ...], dict[str, Any]]) -> None:
    """More rows: the name of a `Planting` method with its arguments."""

    def plant(connection: sa.Connection) -> None:
        planting = Planting(connection, first_fact=3001)
        for method, args, values in rows:
            getattr(planting, method)(*args, **values)

    await database.transact(plant)


@contextmanager
def counted(database: Database) -> Iterator[list[str]]:
    statements: list[str] = []

    def note(_c: Any, _cursor: Any, statement: str, *_: Any) -> None:
        statements.append(statement)

    engine = database.reader.engine if database.reader else database.read.sync_engine
    sa.event.listen(engine, "before_cursor_execute", note)
    yield statements
    sa.event.remove(engine, "before_cursor_execute", note)


async def test_account_and_persons(views: SqlViews) -> None:
    account = await views.account()
    assert account is not None
    assert (account.name, account.languages, account.timezone) == (
        "Studio Nova",
        ("en", "hu"),
        "Europe/Budapest",
    )
    person = await views.person(7002)
    assert person is not None
    assert (person.id, person.name, person.reachable) == (2, "Person 2", True)
    assert await views.person_by_id(2) == person
    assert await views.person(1) is None


async def test_nothing_there(database: Database) -> None:
    views = SqlViews(database, lambda: NOW)
    assert await views.account() is None
    assert await views.services() == []
    assert (await views.events(None, 0, 5)).total == 0
    standing = await views.standing(1, 1)
    assert (standing.booking, standing.entry, standing.offer, standing.reserve) == (None, None, None, None)
    for found in (views.event(1), views.booking(1), views.entry(1), views.offer(1), views.service(1)):
        assert await found is None


async def test_an_event_card(views: SqlViews) -> None:
    card = await views.event(1)
    assert card is not None
    assert card == await views.event_by_code("yoga-1")
    assert (card.capacity, card.booked, card.offered, card.held, card.free) == (3, 1, 1, 1, 0)
    assert (card.public, card.waiting, card.halted, card.mode) == (0, 2, None, Mode.OFFER)
    assert (card.starts_at, card.timezone, card.names) == (
        STARTS[1],
        "Europe/Budapest",
        {"en": "Yoga", "hu": "Jóga"},
    )


async def test_why_automation_does_not_run(world: Database, views: SqlViews) -> None:
    async def halted() -> str | None:
        card = await views.event(1)
        return card.halted if card else ""

    await change(world, services, 1, mode="splitter")
    assert await halted() == "splitter"
    await change(world, accounts, 1, tier="basic")
    assert await halted() == "tier"
    await change(world, accounts, 1, auto_backfill=False)
    assert await halted() == "switch_off"
    await change(world, events, 1, frozen=True)
    assert await halted() == "frozen"
    assert (await SqlViews(world, lambda: STARTS[1]).event(1)).halted == "started"  # type: ignore[union-attr]


PUBLIC: dict[str, tuple[dict[str, Any], dict[str, Any], int]] = {
    "nobody waits": ({"status": "left", "version": 2}, {}, 1),
    "somebody waits": ({}, {}, 0),
    "released": ({}, {"released": 1}, 1),
    "who waits is paused": ({"status": "paused", "version": 2}, {}, 1),
    "who waits let this seat go": ({"passed": 4, "passed_event": 2}, {"round": 4}, 1),
    "who waits let an earlier seat go": ({"passed": 3, "passed_event": 2}, {"round": 4}, 0),
    "a party that does not fit waits first": ({"seats": 2}, {}, 0),
    "a party may be passed over": ({"seats": 2}, {"offer": {"party_fit": "best"}}, 1),
    "a party was passed over often enough": ({"seats": 2, "skips": 3}, {"offer": {"party_fit": "best"}}, 0),
    "too late for the line": ({}, {"offer": {"cutoff": 10**7}}, 1),
}


@pytest.mark.parametrize("case", PUBLIC)
async def test_what_anybody_may_book(world: Database, views: SqlViews, case: str) -> None:
    entry, event, public = PUBLIC[case]
    await grow(world, ("entry", (51, 2, 3), {}))
    await change(world, entries, 51, **{"seats": 1, **entry})
    await change(world, events, 2, **{"announced": 0, **event})
    card = await views.event(2)
    assert card is not None
    assert (card.free, card.public) == (1, public)
    service = await views.service(1)
    assert service is not None
    assert service.free == public


async def test_a_person_who_cannot_be_reached_keeps_no_seat(world: Database, views: SqlViews) -> None:
    await grow(world, ("entry", (51, 2, 3), {}))
    await change(world, participants, 3, reachable=False)
    assert (await views.event(2)).public == 1  # type: ignore[union-attr]


async def test_the_reserve_list_counts_in_mode_offer_at_its_times(world: Database, views: SqlViews) -> None:
    assert (await views.event(2)).public == 1, "Mondays only"  # type: ignore[union-attr]
    await change(world, entries, 24, windows=[])
    assert (await views.event(2)).public == 0  # type: ignore[union-attr]
    await change(world, services, 1, mode="legacy")
    assert (await views.event(2)).public == 1  # type: ignore[union-attr]


async def test_a_long_line_of_people_who_passed(world: Database, views: SqlViews) -> None:
    """The window of the line is widened until somebody is found who still wants a seat."""
    people: list[Any] = [("person", (n,), {}) for n in range(100, 140)]
    line: list[Any] = [("entry", (n, 2, n), {"passed": 0, "passed_event": 2}) for n in range(100, 140)]
    await grow(world, *people, *line)
    assert (await views.event(2)).public == 1  # type: ignore[union-attr]
    await change(world, entries, 139, passed=-1)
    assert (await views.event(2)).public == 0  # type: ignore[union-attr]


async def test_pages_of_events(world: Database, views: SqlViews) -> None:
    rows: list[tuple[str, tuple[Any, ...], dict[str, Any]]] = [
        ("event", (n, 2, TUESDAY + n * HOUR), {}) for n in range(60, 65)
    ]
    await grow(world, *rows, ("event", (70, 2, NOW), {}), ("event", (71, 0, TUESDAY), {"status": "closed"}))
    page = await views.events(1, 1, 3)
    assert ([card.id for card in page.items], page.offset, page.total) == ([61, 62, 63], 1, 7)
    assert (await views.events(None, 0, 9)).total == 7
    assert (await views.events(999, 0, 9)).total == 0
    service = await views.service_by_code("yoga")
    assert service is not None
    assert (service.upcoming, service.free) == (7, 11)
    assert await views.services() == [service]


async def test_statements_do_not_grow_with_the_page(world: Database, views: SqlViews) -> None:
    with counted(world) as card:
        await views.event(1)
    assert len([statement for statement in card if statement.startswith("SELECT")]) == 2
    await grow(world, *[("event", (n, 2, TUESDAY + n * HOUR), {}) for n in range(60, 90)])
    await change(world, entries, 24, windows=[])  # wants any of them
    with counted(world) as few:
        assert (await views.events(None, 0, 5)).items[-1].public == 0
    with counted(world) as many:
        assert len((await views.events(None, 0, 30)).items) == 30
    assert len(many) == len(few) < 16


async def test_the_line_in_order(world: Database, views: SqlViews) -> None:
    await grow(
        world,
        *[("person", (n,), {}) for n in (51, 52)],
        ("entry", (51, 1, 51, ("EntryPaused",)), {"status": "paused", "priority": 5}),
        ("entry", (52, 1, 52), {}),
    )
    page = await views.line(1, 0, 9)
    assert [card.id for card in page.items] == [51, 22, 23, 52]
    assert [card.position for card in page.items] == [1, 2, 3, 4]
    assert page.total == 4
    for card in page.items:
        assert await views.entry(card.id) == card, "alone as on its page"
    later = await views.line(1, 2, 1)
    assert [(card.id, card.position) for card in later.items] == [(23, 3)]


async def test_an_entry_that_is_over_has_no_position(views: SqlViews) -> None:
    entry = await views.entry(29)
    assert entry is not None
    assert (entry.status, entry.position) == ("left", 0)


async def test_the_reserve_list_has_its_own_positions(world: Database, views: SqlViews) -> None:
    await grow(world, ("entry", (51, None, 3), {"windows": []}))
    first, second = await views.entry(24), await views.entry(51)
    assert first is not None
    assert second is not None
    assert (first.position, second.position, first.event, first.windows[0].end) == (1, 2, None, 1440)


async def test_bookings(world: Database, views: SqlViews) -> None:
    await change(world, bookings, 11, free_cancel_until=STARTS[1] - HOUR, names=["Zoë"])
    booking = await views.booking(11)
    assert booking is not None
    assert booking.late_from == STARTS[1] - HOUR, "the grace is later than the rule"
    assert (booking.person_name, booking.seats, booking.names) == ("Person 1", 1, ("Zoë",))
    assert (await views.booking(12)).late_from == STARTS[2] - timedelta(days=1)  # type: ignore[union-attr]
    page = await views.bookings(2, 0, 9)
    assert ([card.id for card in page.items], page.total) == ([12], 1)


async def test_offers_and_holds(views: SqlViews) -> None:
    page = await views.offers(1, 0, 9)
    assert ([card.id for card in page.items], page.total) == ([32], 1)
    offer = page.items[0]
    assert (offer.entry.id, offer.entry.position, offer.person_name, offer.count) == (22, 1, "Person 2", 1)
    assert await views.offer(32) == offer
    over = await views.offer(39)
    assert over is not None
    assert (over.status, over.entry.status) == ("expired", "left")
    holds = await views.holds(1)
    assert [(hold.id, hold.seats, hold.by_name) for hold in holds] == [(43, 1, "Ada")]
    assert await views.holds(2) == []


async def test_what_a_person_has(world: Database, views: SqlViews) -> None:
    one = await views.mine(1)
    assert [card.id for card in one.bookings] == [11, 12]
    two = await views.mine(2)
    assert ([card.id for card in two.entries], [card.id for card in two.offers]) == ([22], [32])
    five = await views.mine(5)
    assert (list(five.bookings), list(five.entries), list(five.offers)) == ([], [], [])
    four = await views.standing(2, 4)
    assert four.reserve is not None
    assert (four.entry, four.reserve.id) == (None, 24)
    standing = await views.standing(1, 2)
    assert standing.offer is not None
    assert standing.entry == standing.offer.entry
    later = SqlViews(world, lambda: STARTS[1] + 2 * HOUR)
    assert [card.id for card in (await later.mine(1)).bookings] == [12], "the first is over"


async def test_cards_agree(views: SqlViews) -> None:
    """The same event is the same card wherever it is shown."""
    card = await views.event(1)
    booking, entry, offer = await views.booking(11), await views.entry(22), await views.offer(32)
    assert booking is not None
    assert entry is not None
    assert offer is not None
    assert card == booking.event == entry.event == offer.event
    assert offer.entry == replace(entry, event=card)
