"""What the end of a balancing would come to, from a database: the numbers that people then read."""

from __future__ import annotations

from dataclasses import replace

from engine.facts import EntryJoined, OfferMade
from engine.rules.ending import Back, ending_of
from engine.services import balancing, booking, waitlist
from engine.services.foresight import foresee
from engine.services.who import AdminTap, Tap
from engine.settings import Mode
from storage.database import Database
from storage.views import SqlViews
from storage.work import SharedWork
from tests.rules.builders import only
from tests.services.fresh import empty
from tests.services.world import NOW, Clock, World

ADA = AdminTap(900, "Ada", reason="because")


async def test_the_number_on_the_reserve_list_is_the_one_that_is_read_then(
    database: Database, template: str
) -> None:
    """Also behind people who pause, who are in no window of the list."""
    await empty(database, template)
    world = World(capacities=(1, 1), people=4)
    await database.transact(replace(world, settings=replace(world.settings, mode=Mode.SPLITTER)).plant)
    work = SharedWork(database, Clock(), lambda _: None)
    await booking.book(work, Tap(1), 1)
    for person in (2, 3, 4):
        joined = only(await waitlist.join_reserve(work, Tap(person), 1), EntryJoined)
        if person < 4:
            await waitlist.pause(work, Tap(person), 1, joined.id, None)
    steps = await balancing.distribute(work, ADA, [1, 2], {}, direct=False)
    (made,) = [fact for _, facts in steps for fact in facts if isinstance(fact, OfferMade)]
    end = (ADA, [1, 2], [made.id], made.split_id or 0)
    effect = await foresee(work, lambda on: balancing.finalize(on, *end))
    assert ending_of(effect).back == (Back(4, None, 3),)
    await balancing.finalize(work, *end)
    reserve = (await SqlViews(database, lambda: NOW).standing(made.event_id, 4)).reserve
    assert reserve is not None and reserve.position == 3
