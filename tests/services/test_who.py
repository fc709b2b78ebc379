"""Who tapped: what the history says of it, on every work."""

from engine.facts import BookingMade, EntryJoined
from engine.ports import Panel
from engine.services import booking, seats, waitlist
from engine.services.who import AdminTap, Tap
from tests.rules.builders import only
from tests.services.conftest import Begin
from tests.services.world import HOUR, World


async def test_persons_admins_and_jobs_are_told_apart(begin: Begin) -> None:
    work = await begin(World(capacities=(1,)))
    made = only(await booking.book(work, Tap(1), 1), BookingMade)
    entry = only(await waitlist.join(work, Tap(2), 1), EntryJoined)
    await waitlist.pause(work, Tap(2), 1, entry.id, HOUR)
    work.clock.now += HOUR
    await waitlist.resume_due(work, 1, entry.id)
    await booking.cancel_for(work, AdminTap(900, "Ada", reason="ill"), 1, made.id)
    await seats.freeze(work, AdminTap(900, "Ada"), 1)
    actors = [(row["kind"], *row["actor"], row["reason"]) for row in work.model.history]
    assert actors == [
        ("BookingMade", "person", 1, "", ""),
        ("EntryJoined", "person", 2, "", ""),
        ("EntryPaused", "person", 2, "", ""),
        ("EntryResumed", "job", 0, "resume", ""),
        ("BookingCancelled", "admin", 900, "Ada", "ill"),
        ("OfferMade", "admin", 900, "Ada", "ill"),
        ("EntryOffered", "admin", 900, "Ada", "ill"),
        ("EventFrozen", "admin", 900, "Ada", ""),
    ]


async def test_only_the_tapper_is_answered_in_the_tapped_message(begin: Begin) -> None:
    work = await begin(World(capacities=(1,)))
    panel = Panel(7001, 33)
    made = only(await booking.book(work, Tap(1, panel=panel), 1), BookingMade)
    await waitlist.join(work, Tap(2), 1)
    await booking.cancel(work, Tap(1, panel=panel), 1, made.id)
    panels = [(row["kind"], row["person_id"], row["panel"]) for row in work.model.letters]
    assert panels == [
        ("booking-made", 1, (7001, 33)),
        ("entry-joined", 2, None),
        ("booking-cancelled", 1, (7001, 33)),
        ("offer-made", 2, None),
    ]
