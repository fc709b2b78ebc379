"""Booking for whoever has lost a place of a final month: who is offered where, and what a late tap says."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from engine.services import by_hand, capacity, dates, runs
from handlers.callbacks import pack, parse
from storage.tables import bookings, participants
from tests.taps import allotting, repairs
from tests.taps.hall import Hall, Human
from tests.taps.stages import Stage
from tests.taps.words import says


async def lost(hall: Hall) -> list[Any]:
    """The places, the one with Zoe first."""
    rows = await hall.studio.rows(bookings, bookings.c.ended == "event")
    return sorted(rows, key=lambda row: (-row.seats, row.id))


async def look(hall: Hall, dora: Human, verb: str, *args: int) -> Any:
    """The card behind a button that may be older than what is shown."""
    period = await repairs.period(Stage(hall, "en"))
    await dora.taps_on((await dora.newest(hall.group)).id, pack(verb, period, *args), hall.group)
    return await dora.newest(hall.group)


def whom(card: Any) -> set[int]:
    there = [parse(button.data) for button in card.buttons if ":a-repair-for:" in button.data]
    return {each.args[2] for each in there if each is not None}


async def test_who_was_faster_is_told_of_the_same_booking_alone(hall: Hall) -> None:
    """An admin's own booking of the person before is no cause of anything: the alarm stays."""
    dora, date = await repairs.stranded(Stage(hall, "en")), hall.event("choir-3")
    await capacity.resize(hall.house.work, repairs.ADA, date, 2)
    pair, first, second, third = [row.person_id for row in await lost(hall)][:4]
    await look(hall, dora, "a-repair-for", date, first)
    assert not (await dora.presses("a-repair-book", chat=hall.group)).alert
    await look(hall, dora, "a-repair-for", date, pair)
    full = await dora.taps("a-repair-book", chat=hall.group)
    assert full.alert and says("en", "refusal-no-free-seat", full.text)
    assert not says("en", "admin-faster-you", full.text)
    await look(hall, dora, "a-repair-for", date, second)
    await by_hand.book_for(hall.house.work, repairs.ADA, hall.event("choir-5"), second)
    elsewhere = await dora.taps("a-repair-book", chat=hall.group)
    assert elsewhere.alert and says("en", "refusal-repair-changed", elsewhere.text)
    assert not says("en", "admin-faster-you", elsewhere.text)
    await look(hall, dora, "a-repair-for", date, third)
    await by_hand.book_for(hall.house.work, repairs.ADA, date, third)
    same = await dora.taps("a-repair-book", chat=hall.group)
    assert same.alert and says("en", "admin-faster-person", same.text) and "Ada" in same.text
    again = await dora.taps_on(
        (await dora.newest(hall.group)).id,
        pack("a-repair-book", await repairs.period(Stage(hall, "en")), date, first, 1),
        hall.group,
    )
    assert not again.alert and says("en", "admin-faster-you", again.text)


async def test_whom_nobody_can_write_to_is_told_by_the_admin(hall: Hall) -> None:
    dora, date = await repairs.stranded(Stage(hall, "en")), hall.event("choir-3")
    people = [row.person_id for row in await lost(hall)]
    for person, change in ((people[0], {"reachable": False}), (people[1], {"telegram_id": None})):
        await hall.studio.database.execute(
            sa.update(participants).where(participants.c.id == person).values(**change)
        )
    for person, note in zip(people, ("admin-ask-book-away", "admin-ask-book-guest", None), strict=False):
        shown = await look(hall, dora, "a-repair-for", date, person)
        said = {key for key in ("admin-ask-book-away", "admin-ask-book-guest") if says("en", key, shown.text)}
        assert said == ({note} if note else set())


async def test_only_who_fits_is_offered(hall: Hall) -> None:
    dora, date = await repairs.stranded(Stage(hall, "en")), hall.event("choir-3")
    pair, *others = [row.person_id for row in await lost(hall)]
    assert pair in whom(await look(hall, dora, "a-repair-date", date, 0))
    await capacity.resize(hall.house.work, repairs.ADA, date, 1)
    one = await look(hall, dora, "a-repair-date", date, 0)
    assert whom(one) == set(others) and says("en", "repair-date-who", one.text)
    await look(hall, dora, "a-repair-for", date, others[0])
    await dora.presses("a-repair-book", chat=hall.group)
    full = await dora.newest(hall.group)
    assert not whom(full) and says("en", "repair-date-full", full.text)
    assert not says("en", "repair-date-who", full.text)


async def test_every_date_that_somebody_has_lost_is_told(hall: Hall) -> None:
    """Once a person, with what is left after each booking."""
    stage = Stage(hall, "en")
    await allotting.wished(stage, {"Anna": (0, 1, 2)}, dates=6, apart=2, seats=20, wanted=3)
    made, here = allotting.rooms(stage), await allotting.period_id(stage)
    version = await runs.execute(made.runs, repairs.ADA, here, "fast_fill", "most")
    await runs.finalize(made.runs, repairs.ADA, here, version.run_id)
    for code in ("choir-1", "choir-2", "choir-3"):
        await dates.call_off(made.work, repairs.ADA, hall.event(code))
    await hall.settle()
    hall.calendar.forward(minutes=1)
    dora = await allotting.looking(stage)
    await dora.presses("a-repair", chat=hall.group)
    plan = await dora.newest(hall.group)
    assert (plan.text.count("•"), plan.text.count("\n+ ")) == (1, 2) and says(
        "en", "repair-stuck-more", plan.text
    )
    await dora.presses("a-repair-stuck", chat=hall.group)
    every = await dora.newest(hall.group)
    assert (every.text.count("•"), every.text.count("\n+ ")) == (1, 2)
    assert not says("en", "repair-stuck-more", every.text)
    for code, left in (("choir-4", 2), ("choir-5", 1), ("choir-6", 0)):
        shown = await look(hall, dora, "a-repair-date", hall.event(code), 0)
        assert len(whom(shown)) == 1
        await dora.presses("a-repair-for", "a-repair-book", chat=hall.group)
        plan = await look(hall, dora, "a-repair")
        assert plan.text.count("•") + plan.text.count("\n+ ") == left
    assert says("en", "repair-plan-none", plan.text)
