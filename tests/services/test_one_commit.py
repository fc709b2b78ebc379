"""A decision is in the database whole or not at all: the freed seat, whom it is offered to, and the letter that says so
are one commit. Something breaks before each single statement, and at the commit."""

from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
import sqlalchemy as sa

from engine.facts import BookingMade, EntryJoined, OfferMade
from engine.ports import Facts, Work
from engine.services import booking, offers, waitlist
from engine.services.who import AdminTap, Tap
from engine.settings import Mode, Settings
from storage.database import Database
from storage.doctor import examine
from storage.work import SharedWork
from tests.rules.builders import kinds, only
from tests.services import persisted
from tests.services.fresh import empty
from tests.services.world import NOW, Clock, World


class Broken(Exception):
    """Planted."""


def writer(database: Database) -> sa.Engine:
    """The engine whose transactions change something."""
    return database.writer[0] if database.writer else database.write.sync_engine


@contextmanager
def breaking(database: Database, at: int) -> Iterator[list[str]]:
    """The statement number `at` (counted from 0, with the commit as the last one) is never done; yields those that
    were begun."""
    begun: list[str] = []
    engine = writer(database)

    def statement(_c: Any, _cursor: Any, sql: str, *_: Any) -> None:
        begun.append(sql)
        if len(begun) > at:
            raise Broken(sql)

    def commit(_: Any) -> None:
        begun.append("COMMIT")
        if len(begun) > at:
            raise Broken("COMMIT")

    sa.event.listen(engine, "before_cursor_execute", statement)
    sa.event.listen(engine, "commit", commit)
    try:
        yield begun
    finally:
        sa.event.remove(engine, "before_cursor_execute", statement)
        sa.event.remove(engine, "commit", commit)


Act = Callable[[Work], Awaitable[Facts]]


async def _booked(work: Work) -> int:
    made: int = only(await booking.book(work, Tap(1), 1), BookingMade).id
    return made


async def cancelled(work: Work) -> Act:
    """Person 1 has the seat, 2 waits; then 1 cancels."""
    made = await _booked(work)
    await waitlist.join(work, Tap(2), 1)
    return lambda on: booking.cancel(on, Tap(1, 50), 1, made)


async def accepted(work: Work) -> Act:
    """2 was offered the seat; then 2 accepts."""
    gone = await cancelled(work)
    offer = only(await gone(work), OfferMade)
    return lambda on: offers.accept(on, Tap(2, 51), 1, offer.id)


async def declined(work: Work) -> Act:
    """2 was offered the seat and 3 waits; then 2 declines."""
    gone = await cancelled(work)
    await waitlist.join(work, Tap(3), 1)
    offer = only(await gone(work), OfferMade)
    return lambda on: offers.decline(on, Tap(2, 51), 1, offer.id, "leave")


async def reserved(work: Work) -> Act:
    """2 is on the reserve list; then 1 cancels."""
    made = await _booked(work)
    only(await waitlist.join_reserve(work, Tap(2), 1), EntryJoined)
    return lambda on: booking.cancel(on, Tap(1, 50), 1, made)


STORIES = {
    "cancelled": (cancelled, "BookingCancelled OfferMade EntryOffered"),
    "accepted": (accepted, "OfferAccepted BookingMade EntryBooked"),
    "declined": (declined, "OfferRejected EntryLeft OfferMade EntryOffered"),
    "reserved": (reserved, "BookingCancelled OfferMade EntryOffered"),
}


@pytest.mark.parametrize("story", STORIES)
async def test_whole_or_not_at_all(database: Database, template: str, story: str) -> None:
    prepare, expected = STORIES[story]
    await empty(database, template)
    await database.transact(World(capacities=(1,)).plant)
    committed: list[Facts] = []
    work = SharedWork(database, Clock(), committed.append)
    act = await prepare(work)
    before = await persisted.everything(database)
    told = len(committed)
    for at in range(100):
        with breaking(database, at) as begun:
            try:
                facts = await act(work)
                break
            except Broken:
                pass
        assert await persisted.everything(database) == before, f"half done before {begun[-1]}"
        assert len(committed) == told, "told of what was not committed"
    assert at > 10 and begun[-1] == "COMMIT", "the sweep has not met every statement"
    assert kinds(facts) == expected.split()
    now = await persisted.everything(database)
    new = now["facts"][len(before["facts"]) :]
    assert [row["kind"] for row in new] == expected.split()
    assert now["letters"][len(before["letters"]) :], "nobody hears of it"
    assert committed[told:] == [facts]
    assert await examine(database, NOW, settled=False) == []


async def test_a_failure_at_the_commit_leaves_neither_offer_nor_letter(
    database: Database, template: str
) -> None:
    await empty(database, template)
    await database.transact(World(capacities=(1,), settings=Settings(mode=Mode.OFFER)).plant)
    work = SharedWork(database, Clock())
    act = await cancelled(work)

    def fail(_: Any) -> None:
        raise Broken

    sa.event.listen(writer(database), "commit", fail)
    with pytest.raises(Broken):
        await act(work)
    sa.event.remove(writer(database), "commit", fail)
    (state,) = (await persisted.states(database)).values()
    assert [b.person_id for b in state.bookings.values() if b.active] == [1] and not state.offers
    assert "offer-made" not in [row["kind"] for row in (await persisted.post(database))[0]]
    await act(work)  # the same update again
    (state,) = (await persisted.states(database)).values()
    (offer,) = state.pending()
    (letter,) = [row for row in (await persisted.post(database))[0] if row["kind"] == "offer-made"]
    assert letter["subject"] == f"offer:{offer.id}" and letter["data"]["offer"] == offer.id


async def test_whoever_cancels_is_known_without_a_look(database: Database, template: str) -> None:
    """With a reserve list, too: bookings are read once. An admin may cancel anybody's, so whose it is, is looked up."""
    for cancel, reads in (
        (lambda on, made: booking.cancel(on, Tap(1, 50), 1, made), 1),
        (lambda on, made: booking.cancel_for(on, AdminTap(900, "Ada", reason="ill"), 1, made), 2),
    ):
        await empty(database, template)
        await database.transact(World(capacities=(1,)).plant)
        work = SharedWork(database, Clock(), lambda _: None)
        made = await _booked(work)
        for person_id in (1, 2):
            only(await waitlist.join_reserve(work, Tap(person_id), 1), EntryJoined)
        with breaking(database, 10_000) as begun:
            facts = await cancel(work, made)
        assert kinds(facts) == ["BookingCancelled", "EntryPassed", "OfferMade", "EntryOffered"]
        assert len([statement for statement in begun if "FROM bookings" in statement]) == reads, begun
