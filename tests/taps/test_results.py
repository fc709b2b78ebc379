"""What a month has come to, read again when it is not so any more."""

from __future__ import annotations

from engine.services import booking, by_hand, runs, waitlist
from engine.services.who import Tap
from storage.tables import bookings, entries, events
from tests.taps import allotting, repairs
from tests.taps.hall import Hall, Human
from tests.taps.stages import Stage
from tests.taps.words import says


async def test_the_result_is_told_as_it_is_by_now(hall: Hall) -> None:
    """Whoever has given their place back has none, and whoever has come by it since has one."""
    stage, known = Stage(hall), dict[int, Human]()
    for human in (await allotting.finalized(stage)).values():
        known[await stage.person_id(human)] = human
    (given, _) = await hall.studio.rows(bookings)
    short = (await allotting.rooms(stage).views.run_short(await allotting.run_id(stage), 0, 9)).items[0]
    work = allotting.rooms(stage).work
    await booking.cancel(work, Tap(given.person_id, next(allotting.UPDATES)), given.event_id, given.id)
    await by_hand.book_for(work, allotting.bori(), given.event_id, short.person_id)
    await hall.settle()
    left, came = known[given.person_id], known[short.person_id]
    await left.types("/month")
    text = (await left.newest()).text
    assert says("en", "result-gone-self", text)
    assert "You don’t have a place from this result any more." in text
    await came.types("/month")
    text = (await came.newest()).text
    assert "You have a place now:" in text
    for key in ("result-event-since", "result-drawn-none", "booking-rule", "result-credit"):
        assert says("en", key, text), key
    for key in ("result-because-most", "result-line"):
        assert not says("en", key, text), key


async def test_the_ledger_says_what_was_called_off_since(hall: Hall, language: str) -> None:
    stage = Stage(hall, language)
    anna = await repairs.lost(stage)
    await anna.types("/month")
    await anna.presses("month-ledger")
    assert says(language, "month-ledger-off", (await anna.newest()).text)


async def test_a_paused_place_in_line_promises_nothing(hall: Hall, language: str) -> None:
    stage, known = Stage(hall, language), dict[int, Human]()
    for human in (await allotting.finalized(stage)).values():
        known[await stage.person_id(human)] = human
    rooms = allotting.rooms(stage)
    short = (await rooms.views.run_short(await allotting.run_id(stage), 0, 9)).items[0]
    (entry,) = await hall.studio.rows(entries, entries.c.person_id == short.person_id)
    human = known[short.person_id]
    tap = Tap(short.person_id, next(allotting.UPDATES))
    await waitlist.pause(rooms.work, tap, entry.event_id, entry.id, None)
    await hall.settle()
    await human.types("/month")
    text = (await human.newest()).text
    assert says(language, "result-line-paused", text) and not says(language, "result-line", text)


async def test_whoever_waits_reads_what_their_turn_will_be(hall: Hall, language: str) -> None:
    """As it is set by now: booked at once, offered, or as the organiser decides."""
    stage = Stage(hall, language)
    anna = await allotting.lacked(stage)
    for mode, key in (("legacy", "next-booked"), ("offer", "next-offer"), ("manual", "next-manual")):
        await hall.studio.change(events, events.c.code == "choir-1", mode=mode)
        await anna.types("/month")
        text = (await anna.newest()).text
        assert says(language, "result-line", text) and says(language, key, text), mode


async def test_whoever_is_left_out_reads_why(hall: Hall, language: str) -> None:
    stage = Stage(hall, language)
    known = await allotting.wished(stage, {"Anna": (0,), "Ben": (0,)})
    anna, period = known["Anna"], await allotting.period_id(stage)
    person = await stage.person_id(anna)
    await runs.exclude(allotting.rooms(stage).runs, allotting.bori(), period, person, None)
    await allotting.execute(stage)
    await runs.finalize(allotting.rooms(stage).runs, allotting.bori(), period, await allotting.run_id(stage))
    await hall.settle()
    text = (await anna.newest()).text
    assert says(language, "result-because-excluded", text)
    assert anna.texts.plain("reason-told", reason=allotting.BORI.reason) in text
