"""Multi-event balancing fill by taps: which dates, what would happen, who is asked to go where, and the end of it."""

from __future__ import annotations

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from engine.services.offers import withdraw
from engine.services.who import AdminTap
from engine.settings import Mode
from storage.tables import bookings, events, facts, offers
from tests.taps.hall import Hall, Human, calls
from tests.taps.ruling import Office
from tests.taps.test_imports import table
from tests.taps.words import says

HEAD = ("service", "code", "starts_at", "minutes", "capacity")


async def crowded(hall: Hall, language: str) -> tuple[Office, dict[str, Human]]:
    """yoga-1 is full and three wait for it; yoga-2, a day later, has three free seats. The service is balanced."""
    office = await Office.opened(hall, language)
    await office.mode("yoga-1", Mode.SPLITTER, service=True)
    people = {"Ben": await office.booked("yoga-1", "Ben")}
    for name in ("Anna", "Cleo", "Dan"):
        people[name] = await office.joined("yoga-1", name)
    await office.manages(office.dora, "yoga-1")
    return office, people


async def test_a_seat_that_comes_free_waits_for_the_plan(hall: Hall, language: str) -> None:
    """For one date alone nothing is filled; the group is told, as in manual handling, and why."""
    office, people = await crowded(hall, language)
    await office.hears(people["Anna"], "next-splitter")
    await office.frees(people["Ben"], "yoga-1")
    await office.sees("admin-freed-head", "admin-halted-splitter")
    await hall.forward(hours=1)
    assert await hall.studio.rows(offers) == [] and await office.seated("yoga-1") == []


async def test_simulation_writes_nothing_and_shows_the_plan(hall: Hall, language: str) -> None:
    """Who would move where and why, and the fill of each date before and after; as often as one likes."""
    office, _ = await crowded(hall, language)
    before = await hall.dump()
    await office.taps("a-split")
    for grouping in (0, 1, 0):
        await office.sees("admin-split-head", "admin-split-fill", "admin-split-sum")
        await office.taps("a-split", hall.event("yoga-1"), grouping)
    assert await hall.dump() == before
    texts, text = office.dora.texts, await office.card()
    for code, (booked, used, capacity) in {"yoga-1": (1, 1, 1), "yoga-2": (0, 3, 3)}.items():
        when = texts.when(await office.starts_at(code), "Europe/Budapest")
        fill = texts.plain("admin-split-fill", when=when, booked=booked, used=used, capacity=capacity)
        assert plainly(fill) in text
    moves = [line for line in text.splitlines() if says(language, "admin-split-move", line)]
    assert [name for name in ("Anna", "Cleo", "Dan") for line in moves if name in line] == [
        "Anna",
        "Cleo",
        "Dan",
    ]
    assert texts.plain("admin-split-only-here") in text


def plainly(text: str) -> str:
    return text.replace("<b>", "").replace("</b>", "")


async def test_plan_offers_finalization(hall: Hall, language: str) -> None:
    """Each step is a tap, and is shown; between them nothing happens by itself. What was accepted is reported, and
    everybody else is back at their place in line."""
    office, people = await crowded(hall, language)
    await office.taps("a-split")
    await office.taps("a-split-offers")
    await office.sees("admin-split-running", "admin-split-how-far", "admin-split-ends")
    assert sorted(await office.asked("yoga-2")) == ["Anna", "Cleo", "Dan"]
    await office.hears(people["Cleo"], "offer-head", "offer-instead")
    await people["Anna"].presses("accept")
    await people["Cleo"].presses("decline", "decline-keep")
    await office.taps("a-split")
    how_far = {"offered": 3, "booked": 1, "left": 1, "misses": 0, "waiting": 1}
    assert office.dora.texts.plain("admin-split-how-far", **how_far) in await office.card()
    before = await hall.dump()
    await office.taps("a-split-finalize-ask")
    assert await hall.dump() == before
    await office.sees("finalize-ask", "finalize-withdrawn", "finalize-moved", "finalize-back")
    home, there = [
        office.dora.texts.when(await office.starts_at(f"yoga-{n}"), "Europe/Budapest") for n in (1, 2)
    ]
    moved = {"name": "Anna", "when": home, "new": there}
    for key, values in (
        ("finalize-line", {"name": "Dan", "when": there}),
        ("admin-split-move-from", moved),
        ("finalize-place", {"name": "Cleo", "when": home, "position": 1}),
        ("finalize-place", {"name": "Dan", "when": home, "position": 2}),
    ):
        assert plainly(office.dora.texts.plain(key, **values)) in await office.card()
    toast = await office.taps("a-split-finalize")
    assert toast.text == office.dora.texts.plain("admin-done-split-over", booked=1, offered=3)
    assert await office.asked("yoga-2") == [] and await office.seated("yoga-2") == ["Anna"]
    await office.hears(people["Dan"], "offer-withdrawn-split")
    places = await office.places("yoga-1")
    assert (places["Cleo"], places["Dan"]) == ("waiting", "waiting")
    await office.manages(office.dora, "yoga-1")
    text = await office.card()
    assert text.index("Cleo") < text.index("Dan"), "in their old order"


async def test_the_list_counts_everybody_once(hall: Hall, language: str) -> None:
    """Whoever is asked to another date while balancing is under way waits where they came from."""
    office, _ = await crowded(hall, language)
    await office.taps("a-split")
    await office.taps("a-split-offers")
    await office.manages(office.dora, "yoga-2")
    await office.sees("admin-event-visiting")
    assert office.dora.texts.plain("admin-event-waiting", waiting=0) in await office.card()
    await office.dora.types("/events", chat=hall.group)
    listed = await office.dora.newest(hall.group)
    counted = {"yoga-1": (1, 1, 3), "yoga-2": (0, 3, 0)}
    for code, (booked, capacity, waiting) in counted.items():
        (label,) = [b.label for b in listed.buttons if b.data == f"1:a-event:{hall.event(code)}"]
        numbers = {"booked": booked, "capacity": capacity, "waiting": waiting, "requests": 0}
        assert label.endswith(office.dora.texts.plain("admin-events-line", when="", event="", **numbers)[4:])


async def test_whoever_is_asked_elsewhere_reads_their_place_at_home(hall: Hall, language: str) -> None:
    """Taken back by hand, run out, and over with the balancing: the number is that in their own line."""
    office, people = await crowded(hall, language)
    texts, home = office.dora.texts, await office.starts_at("yoga-1")
    await office.taps("a-split")
    await office.taps("a-split-offers")
    await people["Anna"].presses("accept")
    await people["Dan"].finds("accept")
    (_, cleos), (_, dans) = zip(await office.asked("yoga-2"), await office.open_offers("yoga-2"), strict=True)
    await withdraw(hall.house.work, AdminTap(1, "Dora", reason="too early"), cleos.event_id, cleos.id)
    await hall.settle()
    when = texts.when(home, "Europe/Budapest")

    async def read(name: str, key: str, number: int) -> None:
        await office.hears(people[name], key)
        text = (await people[name].newest()).text
        assert plainly(texts.plain("entry-place-home", position=number, when=when)) in text
        assert str(number) in text and not says(language, "entry-place", text)

    await read("Cleo", "offer-withdrawn-admin", 2)
    await office.until(
        "yoga-2", seconds=(await office.starts_at("yoga-2") - dans.expires_at).total_seconds() - 60
    )
    await read("Dan", "offer-missed-split", 3)


async def test_whose_offer_ends_with_the_balancing_reads_their_place_at_home(
    hall: Hall, language: str
) -> None:
    office, people = await crowded(hall, language)
    await office.taps("a-split")
    await office.taps("a-split-offers")
    await people["Anna"].presses("accept")
    await office.taps("a-split")
    await office.taps("a-split-finalize-ask")
    await office.taps("a-split-finalize")
    when = office.dora.texts.when(await office.starts_at("yoga-1"), "Europe/Budapest")
    for number, name in enumerate(("Cleo", "Dan"), start=1):
        await office.hears(people[name], "offer-withdrawn-split")
        place = office.dora.texts.plain("entry-place-home", position=number, when=when)
        assert plainly(place) in (await people[name].newest()).text


async def test_direct_distribution_is_what_was_simulated(hall: Hall, language: str) -> None:
    """By the other button everybody in the plan is booked at once, just as it was shown."""
    office, people = await crowded(hall, language)
    await office.taps("a-split")
    assert office.dora.texts.plain("admin-split-sum", count=3, more=3, left=0) in await office.card()
    toast = await office.taps("a-split-direct")
    assert toast.text == office.dora.texts.plain("admin-done-split-direct", count=3)
    assert sorted(await office.seated("yoga-2")) == ["Anna", "Cleo", "Dan"]
    for name in ("Anna", "Cleo", "Dan"):
        await office.hears(people[name], "booking-instead")
    made = [row for row in await hall.studio.rows(facts) if row.kind == "BookingMade"][-3:]
    assert {row.actor_name for row in made} == {"Dora"} and all(row.reason for row in made)


BUTTONS = {
    "forward": "",
    "same_slot": "admin-button-split-slot",
    "same_day": "admin-button-split-day",
}


@pytest.mark.parametrize("grouping", BUTTONS)
async def test_groups(hall: Hall, language: str, grouping: str) -> None:
    """From a date on; the same weekday and time; the same day. Other dates of the service are left alone."""
    office = await Office.opened(hall, language)
    day = (await office.starts_at("yoga-2")).astimezone(ZoneInfo("Europe/Budapest")).date()
    rows: list[list[object]] = [
        ["yoga", "noon", f"{day}T12:00", 60, 4],
        ["yoga", "week", f"{day + timedelta(days=7)}T18:00", 60, 4],
        ["yoga", "odd", f"{day + timedelta(days=8)}T09:00", 60, 4],
    ]
    await office.dora.drops("dates.csv", table(HEAD, rows), hall.group)
    await office.taps("a-import")
    await office.mode("yoga-2", Mode.SPLITTER, service=True)
    await office.manages(office.dora, "yoga-2")
    await office.taps("a-split")
    if BUTTONS[grouping]:
        message = await office.dora.newest(hall.group)
        label = office.dora.texts.plain(BUTTONS[grouping])
        chosen = next(button.data for button in message.buttons if button.label == label)
        await office.dora.taps_on(message.id, chosen, hall.group)
    wanted = {
        "forward": {"yoga-2", "week", "odd"},
        "same_slot": {"yoga-2", "week"},
        "same_day": {"yoga-2", "noon"},
    }[grouping]
    shown = {
        row.code
        for row in await hall.studio.rows(events)
        if office.dora.texts.when(row.starts_at, "Europe/Budapest") in await office.card()
    }
    assert shown & {"yoga-1", "yoga-2", "noon", "week", "odd"} == wanted
    others = {call.args[1] for call in calls(await office.dora.newest(hall.group)) if call.verb == "a-split"}
    assert others == {0, 1, 2}, "the other groups are one tap away"


async def test_parties_go_whole_or_not_at_all(hall: Hall, language: str) -> None:
    """Two who belong together are asked for two seats of one date, or go on waiting."""
    office = await Office.opened(hall, language)
    await office.mode("yoga-2", Mode.SPLITTER, service=True)
    for number in range(3):
        await office.booked("yoga-2", f"Guest {number}")
    await office.party("yoga-2", "Anna", "Zoe")
    await office.manages(office.dora, "yoga-2")
    await office.taps("a-split")
    assert office.dora.texts.plain("admin-split-sum", count=0, more=0, left=1) in await office.card()
    assert "a-split-offers" not in await office.dora.offered_verbs(hall.group), "there is nothing to do live"
    assert [row.seats for row in await hall.studio.rows(bookings)] == [1, 1, 1]
