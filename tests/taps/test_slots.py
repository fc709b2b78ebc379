"""Individual appointments as people and admins live them, with what lies between two taps."""

from __future__ import annotations

import csv
import io
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.sandbox import Shown
from storage.tables import bookings, entries, events, facts, requests
from tests.taps.hall import Hall, Human, calls
from tests.taps.stages import Stage
from tests.taps.words import says
from tests.texts import TEXTS


def days_on(message: Shown) -> list[int]:
    return [call.args[1] for call in calls(message) if call.verb == "slots"]


async def first_day(stage: Stage) -> tuple[Human, int, list[Any]]:
    """Anna in front of the days; the service, and the slots of the first of them."""
    service_id = await stage.practice()
    await stage.hall.forward(days=1)  # from the next morning on all three of a day are to come
    stage.hall.calendar.moment = stage.hall.calendar.moment.replace(hour=5)
    await stage.hall.clock.once("slots")
    anna = await stage.at_services()
    await anna.presses("days")
    slots = await stage.slots(service_id)
    return anna, service_id, slots[:3]


async def take(stage: Stage, slots: list[Any], name: str = "Ben") -> None:
    for number, slot in enumerate(slots):
        ben = await stage.somebody(f"{name} {number}")
        await ben.types("/events")
        message = await ben.newest()
        toast = await ben.taps_on(message.id, f"1:slot-book:{slot.id}")
        assert not toast.alert, toast


async def test_from_a_service_to_an_appointment(hall: Hall, language: str) -> None:
    """One line for the service, however many slots; a day, a time, a look, booked, in one message."""
    stage = Stage(hall, language)
    anna = await stage.appointments()
    message = await anna.newest()
    assert len([call for call in calls(message) if call.verb == "days"]) == 1
    assert not [label for label in message.labels if ":" in label], "no slot stands among the services"
    await anna.presses("days", "slots", "slot", "slot-book")
    assert (await anna.newest()).id == message.id
    (booking,) = await hall.studio.rows(bookings)
    (event,) = await hall.studio.rows(events, events.c.id == booking.event_id)
    assert (event.capacity, event.code.startswith("massage-")) == (1, True)
    await anna.types("/my")
    assert says(language, "my-booked", (await anna.newest()).text)
    await anna.presses("event")
    assert "my" in await anna.offered_verbs()


async def test_a_day_that_is_full_stands_behind_and_can_be_waited_for(hall: Hall, language: str) -> None:
    stage = Stage(hall, language)
    anna, service_id, slots = await first_day(stage)
    before = days_on(await anna.newest())
    await take(stage, slots)
    await anna.taps("days", service_id, 2)
    await anna.presses("days")
    message = await anna.newest()
    assert before[0] not in days_on(message) and days_on(message)[0] == before[1], (
        "the next free day is first"
    )
    await anna.taps_on(message.id, f"1:slots:{service_id}:{before[0]}")
    message = await anna.newest()
    assert says(language, "slots-day-full", message.text) and says(
        language, "slots-waiting-note", message.text
    )
    await anna.presses("event", "join", "join-confirm")
    (entry,) = await hall.studio.rows(entries)
    assert entry.event_id == slots[0].id


@pytest.mark.long
async def test_a_day_with_more_times_than_a_card_has_room_for(hall: Hall) -> None:
    """Appointments of five minutes: people and admins turn the pages, and admins go on to the next day."""
    stage = Stage(hall)
    service_id = await stage.practice(minutes=5)
    await hall.forward(days=1)
    slot = (await stage.slots(service_id))[-1]
    day = slot.starts_at.date().toordinal()
    anna, dora = await stage.at_services(), await stage.admin()
    message = await anna.newest()
    seen: set[int] = set()
    for page in (1, 2, 9):
        await anna.taps_on(message.id, f"1:slots:{service_id}:{day}:{page}")
        seen |= {call.args[0] for call in calls(await anna.newest()) if call.verb == "slot"}
    assert len(seen) == 36
    await anna.taps_on(message.id, f"1:slot-book:{slot.id}")
    await anna.presses("reschedule")
    whole = [call.args for call in calls(await anna.newest()) if call.verb == "reschedule-day"][1]
    await anna.taps("reschedule-day", *whole)
    assert [call.args[3] for call in calls(await anna.newest()) if call.verb == "reschedule-day"] == [2]
    await dora.types("/help", chat=hall.group)
    message = await dora.newest(hall.group)
    turned: list[list[tuple[int, ...]]] = []
    for page in (0, 9):
        await dora.taps_on(message.id, f"1:a-slots:{service_id}:{day}:{page}", hall.group)
        turned.append(
            [call.args[1:] for call in calls(await dora.newest(hall.group)) if call.verb == "a-slots"]
        )
    assert turned == [[(day - 1, 0), (day, 1)], [(day, 0), (day + 1, 0)]]


async def test_a_time_that_somebody_else_has_by_now(hall: Hall, language: str) -> None:
    """A clear sentence, and the day as it is."""
    stage = Stage(hall, language)
    anna, _, slots = await first_day(stage)
    await anna.presses("slots")
    await anna.presses("slot")
    await take(stage, slots[:1])
    toast = await anna.taps("slot-book")
    assert toast.alert and toast.text == anna.texts.plain("refusal-slot-taken")
    message = await anna.newest()
    assert says(language, "slots-choose-time", message.text)
    free = [call.args[0] for call in calls(message) if call.verb == "slot"]
    assert free == [slot.id for slot in slots[1:]]
    await take(stage, slots[1:], "Cleo")
    toast = await anna.taps("slot", free[0])
    assert toast.alert and says(language, "slots-day-full", (await anna.newest()).text)


async def test_everything_is_taken_and_one_waits_for_any_time(hall: Hall, language: str) -> None:
    stage = Stage(hall, language)
    service_id = await stage.practice()
    *others, keep = await stage.slots(service_id)
    await hall.studio.change(events, events.c.id.in_([slot.id for slot in others]), starts_at=hall.calendar())
    ben = await stage.at_services("Ben")
    message = await ben.newest()
    assert not (await ben.taps_on(message.id, f"1:slot-book:{keep.id}")).alert
    anna = await stage.at_services()
    await anna.presses("days")
    assert says(language, "slots-all-taken", (await anna.newest()).text)
    await anna.presses("anywhere", "anywhere-confirm")
    (entry,) = await hall.studio.rows(entries)
    assert (entry.event_id, entry.service_id) == (None, service_id)
    await anna.types("/events")
    await anna.presses("days")
    assert "entry" in await anna.offered_verbs()
    await ben.presses("cancel", "cancel-confirm")
    assert says(language, "offer-head", (await anna.newest()).text), (
        "a freed slot is offered to whoever waits for any"
    )


async def test_an_appointment_goes_to_another_time(hall: Hall, language: str) -> None:
    stage = Stage(hall, language)
    anna, _, slots = await first_day(stage)
    await anna.presses("slots", "slot", "slot-book", "reschedule", "reschedule-day")
    assert says(language, "slots-choose-time", (await anna.newest()).text)
    await take(stage, slots[1:])
    (booking,) = [row for row in await hall.studio.rows(bookings) if row.event_id == slots[0].id]
    day = slots[0].starts_at.date().toordinal()
    toast = await anna.taps_on((await anna.newest()).id, f"1:reschedule-day:{slots[0].id}:{booking.id}:{day}")
    assert not toast.alert and "reschedule-day" in await anna.offered_verbs(), (
        "a day without a time leads to the days"
    )
    await anna.presses("reschedule-day", "reschedule-to", "reschedule-confirm")
    moved = [row for row in await hall.studio.rows(bookings) if row.source == "move"]
    assert len(moved) == 1 and moved[0].event_id not in {slot.id for slot in slots}


@pytest.mark.long
async def test_a_day_that_is_over_and_a_service_without_times(hall: Hall, language: str) -> None:
    stage = Stage(hall, language)
    anna, service_id, _ = await first_day(stage)
    message = await anna.newest()
    await anna.taps_on(message.id, f"1:slots:{service_id}:700000")
    assert says(language, "slots-choose-day", (await anna.newest()).text)
    await hall.forward(days=60)
    await anna.taps_on(message.id, f"1:days:{service_id}:9")
    assert says(language, "slots-none", (await anna.newest()).text)
    await anna.types("/events")
    assert any("Massage" in label for label in (await anna.newest()).labels)


@pytest.mark.long
async def test_links_lead_to_days_and_back_to_the_day(hall: Hall, language: str) -> None:
    stage = Stage(hall, language)
    anna, service_id, slots = await first_day(stage)
    await anna.starts("s-massage")
    assert says(language, "slots-choose-day", (await anna.newest()).text)
    await anna.opens(slots[0].code)
    assert {"book", "slots"} <= await anna.offered_verbs() and "several" not in await anna.offered_verbs()
    await anna.taps_on((await anna.newest()).id, f"1:events:{service_id}:1")
    assert says(language, "slots-choose-day", (await anna.newest()).text)


async def test_buttons_that_no_card_has(hall: Hall) -> None:
    """A clear sentence, and nothing is changed."""
    stage = Stage(hall)
    dora = await stage.practising()
    (booking,) = await hall.studio.rows(bookings)
    service = await hall.studio.views.service_by_code("massage")
    yoga = await hall.studio.views.service_by_code("yoga")
    assert service is not None and yoga is not None
    anna = await stage.at_services("Cleo")
    before = await hall.dump()
    forged = {
        f"a-hours-day:{service.id}:12": "admin-refusal-button-stale",
        f"a-hours-ask:{service.id}:10": "admin-refusal-button-stale",
        f"a-hours-drop:{service.id}:0:5": "admin-refusal-button-stale",
        f"a-slots:{service.id}:{10**9}:0": "admin-refusal-button-stale",
        f"a-hours-save:{service.id}:{dora.id}:5:10": "admin-refusal-button-stale",
        f"a-hours:{yoga.id}": "refusal-service-unknown",
        f"a-slots:{yoga.id}:739000:0": "refusal-service-unknown",
        f"a-date-set:{booking.event_id}:4000000:7": "refusal-slot-from-hours",
        f"a-repeat:{booking.event_id}:0:1": "refusal-date-unusable",
        "days:999:1": "refusal-event-unknown",
        "slots:999:739000": "refusal-event-unknown",
        f"slot:{hall.event('yoga-2')}": "refusal-event-unknown",
        "slot-book:999": "refusal-event-unknown",
        f"slot-book:{booking.event_id}": "refusal-slot-taken",
    }
    for data, key in forged.items():
        who, group = (dora, hall.group) if data.startswith("a-") else (anna, None)
        toast = await who.taps_on((await who.newest(group)).id, f"1:{data}", group)
        assert toast.alert and toast.text == who.texts.plain(key), (data, toast.text)
    assert await hall.dump() == before


# --------------------------------------------------------------------------------------------------- admins


async def asked(dora: Human, service_id: int, which: int, answer: str) -> Shown:
    """What an answer would come to, or why not."""
    group = dora.hall.group
    message = await dora.newest(group)
    await dora.taps_on(message.id, f"1:a-hours-ask:{service_id}:{which}", group)
    await dora.replies(answer, group)
    return await dora.newest(group)


async def test_days_without_hours_are_passed_over(hall: Hall) -> None:
    """Open on Tuesdays and Fridays: an admin goes from one to the other, and on by days where there is nothing."""
    hours = [{"weekday": day, "from": "09:00", "to": "11:00"} for day in ("tue", "fri")]
    service = {
        "code": "massage",
        "kind": "individual",
        "name": {"en": "Massage"},
        "minutes": 60,
        "hours": hours,
    }
    stage = Stage(hall)
    await hall.studio.open({"services": [service]})
    found = await hall.studio.views.service_by_code("massage")
    assert found is not None
    days = sorted({slot.starts_at.date().toordinal() for slot in await stage.slots(found.id)})
    dora = await stage.admin()
    await dora.types("/events", chat=hall.group)
    await dora.presses("a-individual", chat=hall.group)
    message = await dora.newest(hall.group)
    for day, before, behind in ((days[1], days[0], days[2]), (days[0], days[0] - 1, days[1]),
                                (days[-1], days[-2], days[-1] + 1)):  # fmt: skip
        await dora.taps_on(message.id, f"1:a-slots:{found.id}:{day}:0", hall.group)
        turns = [call.args[1:] for call in calls(await dora.newest(hall.group)) if call.verb == "a-slots"]
        assert turns == [(before, 0), (behind, 0)]


@pytest.mark.long
async def test_the_lists_of_admins_have_one_line_for_all_the_slots(hall: Hall, language: str) -> None:
    stage = Stage(hall, language)
    before = await stage.admin()
    await before.types("/events", chat=hall.group)
    groups = [call.args for call in calls(await before.newest(hall.group)) if call.verb == "a-event"]
    await stage.practice()
    await before.types("/events", chat=hall.group)
    message = await before.newest(hall.group)
    assert [call.args for call in calls(message) if call.verb == "a-event"] == groups
    assert len([call for call in calls(message) if call.verb == "a-individual"]) == 1


async def test_hours_are_foreseen_saved_and_followed(hall: Hall, language: str) -> None:
    """Who is booked outside stays and is named; the history says who, what and why."""
    stage = Stage(hall, language)
    dora = await stage.reopening()
    message = await dora.newest(hall.group)
    assert all(says(language, key, message.text) for key in ("hours-change", "hours-effect", "hours-stay"))
    assert "Anna" in message.text and "14:00–16:00" in message.text
    before = await hall.dump()
    assert not [row for row in before["facts"] if "HoursChanged" in row]
    await dora.presses("a-hours-save", chat=hall.group)
    (changed,) = await hall.studio.rows(facts, facts.c.kind == "HoursChanged")
    assert (changed.actor_name, changed.reason) == ("Dora", dora.texts.plain("admin-reason-plan"))
    assert changed.data["stay"] == 1
    (booking,) = await hall.studio.rows(bookings)
    shown = [row for row in await hall.studio.rows(events) if row.code.startswith("massage")]
    zone = [slot for slot in shown if slot.status == "open" and slot.id != booking.event_id]
    assert len(zone) == changed.data["opened"]
    await dora.types("/audit", chat=hall.group)
    text = (await dora.newest(hall.group)).text
    assert says(language, "fact-hours-changed", text) and not says(language, "fact-slot-opened", text)
    await dora.types("/events", chat=hall.group)
    await dora.presses("a-individual", "a-slots", chat=hall.group)
    assert any("Anna" in label for label in (await dora.newest(hall.group)).labels)
    await dora.presses("a-event", chat=hall.group)
    assert "a-slots" in await dora.offered_verbs(hall.group)
    await dora.presses("a-audit", chat=hall.group)
    assert says(language, "fact-slot-opened", (await dora.newest(hall.group)).text)


async def test_the_history_tells_many_slots_of_one_decision_on_one_line(hall: Hall, language: str) -> None:
    """And the file names each of them."""
    dora = await Stage(hall, language).reopening()
    await dora.presses("a-hours-save", chat=hall.group)
    closed = await hall.studio.rows(facts, facts.c.kind == "EventClosed")
    opened = await hall.studio.rows(facts, facts.c.kind == "SlotOpened", facts.c.at == closed[0].at)
    assert len(closed) > 6 and len(opened) > 6
    await dora.types("/audit", chat=hall.group)
    message = await dora.newest(hall.group)
    for key, rows in (("audit-slots-closed", closed), ("audit-slots-opened", opened)):
        assert message.text.count(dora.texts.plain(key, count=len(rows))) == 1, key
    assert not says(language, "fact-event-closed", message.text)
    await dora.presses("a-audit-file", chat=hall.group)
    file = next(m.document for m in reversed(await hall.group.messages()) if m.document)
    content = hall.sandbox.files[file["file_id"]].content.decode("utf-8-sig")
    lines = csv.DictReader(io.StringIO(content, newline=""))
    kinds = sorted(line[dora.texts.plain("column-kind")] for line in lines)
    assert kinds == sorted(row.kind for row in await hall.studio.rows(facts))


async def test_times_are_added_taken_away_and_closed(hall: Hall) -> None:
    stage = Stage(hall)
    dora = await stage.practising()
    service = await hall.studio.views.service_by_code("massage")
    assert service is not None
    message = await asked(dora, service.id, 0, "+ 14:00 - 16:00")
    assert "09:00–12:00, 14:00–16:00" in message.text
    await dora.presses("a-hours-save", chat=hall.group)
    message = await dora.newest(hall.group)
    await dora.taps_on(message.id, f"1:a-hours-day:{service.id}:0", hall.group)
    removes = [call.args[2] for call in calls(await dora.newest(hall.group)) if call.verb == "a-hours-drop"]
    assert removes == [1, 2, 0]
    await dora.taps("a-hours-drop", service.id, 0, 1, chat=hall.group)
    assert "→ 14:00–16:00" in (await dora.newest(hall.group)).text
    await dora.presses("a-hours-save", chat=hall.group)
    await dora.taps_on(message.id, f"1:a-hours-drop:{service.id}:7:0", hall.group)
    await dora.presses("a-hours-save", chat=hall.group)
    found = await hall.studio.views.individual(service.id)
    assert found is not None and {window.weekday for window in found.opening.hours} == {5, 6}


@pytest.mark.long
async def test_other_minutes(hall: Hall) -> None:
    stage = Stage(hall)
    dora = await stage.practising()
    service = await hall.studio.views.service_by_code("massage")
    assert service is not None
    assert says("en", "hours-change-minutes", (await asked(dora, service.id, 9, "60 min")).text)
    await dora.presses("a-hours-save", chat=hall.group)
    found = await hall.studio.views.individual(service.id)
    assert found is not None and found.opening.minutes == 60
    assert says("en", "refusal-hours-too-short", (await asked(dora, service.id, 9, "181")).text)
    await dora.replies("45", hall.group, (await dora.newest(hall.group)).id)
    assert says("en", "hours-change-minutes", (await dora.newest(hall.group)).text), "the question waits on"


@pytest.mark.long
async def test_a_slot_has_no_seats_date_or_copies_of_its_own(hall: Hall) -> None:
    dora = await Stage(hall).practising()
    await dora.presses("a-slots", "a-event", "a-more", chat=hall.group)
    shown = await dora.offered_verbs(hall.group)
    assert {"a-book", "a-off-ask"} <= shown and not {"a-capacity", "a-date", "a-clone"} & shown


async def test_a_file_with_other_hours(hall: Hall, language: str) -> None:
    """The dry run says what becomes of the slots; whoever is outside the hours is told of in the group."""
    stage = Stage(hall, language)
    await stage.appointed()
    dora = await stage.admin()
    file = (
        b"services:\n  - {code: massage, kind: individual, name: {en: Massage}, minutes: 50,\n"
        b"     hours: [{weekday: mon, from: '14:00', to: '16:00'}]}\n"
    )
    await dora.drops("hours.yaml", file, hall.group)
    assert says(language, "admin-change-slots", (await dora.newest(hall.group)).text)
    await dora.presses("a-import", chat=hall.group)
    message = await dora.newest(hall.group)
    assert says(language, "slots-stay-head", message.text) and "a-manage" in await dora.offered_verbs(
        hall.group
    )
    await hall.forward(days=40)
    assert await hall.clock.once("slots") > 0 == await hall.clock.once("slots")


async def test_the_example_of_the_contract_is_brought_in_and_booked(hall: Hall) -> None:
    stage = Stage(hall)
    dora = await stage.admin()
    file = (
        b"services:\n  - code: massage\n    kind: individual\n    name: {en: Massage}\n    minutes: 50\n"
        b'    hours: [{weekday: mon, from: "09:00", to: "12:00"}, {weekday: wed, from: "14:00", to: "18:00"}]\n'
    )
    await dora.drops("catalogue.yaml", file, hall.group)
    await dora.presses("a-import", chat=hall.group)
    anna = await stage.at_services()
    await anna.presses("days", "slots", "slot", "slot-book")
    (booking,) = await hall.studio.rows(bookings)
    (event,) = await hall.studio.rows(events, events.c.id == booking.event_id)
    local = event.starts_at.astimezone(ZoneInfo("Europe/Budapest"))
    assert (local.weekday(), local.hour) in {(0, 9), (0, 10), (2, 14), (2, 15), (2, 16)}
    assert event.ends_at - event.starts_at == timedelta(minutes=50)


@pytest.mark.long
@pytest.mark.parametrize("status", ["cancelled", "kept", "waited"])
async def test_the_day_says_what_each_time_is(hall: Hall, status: str) -> None:
    stage = Stage(hall)
    service_id = await stage.practice()
    await hall.forward(days=1)
    slots = await stage.slots(service_id)
    slot = slots[3]
    hall.studio.events[slot.code] = slot.id
    dora = await stage.admin()
    await dora.types("/help", chat=hall.group)
    message = await dora.newest(hall.group)
    if status == "waited":
        await stage.waiting(slot.code)
    elif status == "kept":
        await dora.taps_on(message.id, f"1:a-hold:{slot.id}:0", hall.group)
    else:
        await dora.taps_on(message.id, f"1:a-off:{slot.id}:7", hall.group)
    day = (slot.starts_at + timedelta(hours=2)).date().toordinal()
    await dora.taps_on(message.id, f"1:a-slots:{service_id}:{day}:0", hall.group)
    key = {
        "cancelled": "label-slot-cancelled",
        "kept": "label-slot-kept",
        "waited": "label-slot-who-waiting",
    }[status]
    labels = (await dora.newest(hall.group)).labels
    values = {
        "at": TEXTS["en"].until(slot.starts_at, slot.timezone, slot.starts_at),
        "name": "Ben",
        "waiting": 1,
    }
    assert TEXTS["en"].plain(key, **values) in labels, labels
    await dora.taps_on(message.id, f"1:a-individual:{service_id}:1", hall.group)
    await dora.taps_on(message.id, f"1:a-individual:{service_id}:99", hall.group)
    assert "a-individual" in await dora.offered_verbs(hall.group)


async def test_where_only_an_admin_gives_times_people_ask(hall: Hall, language: str) -> None:
    """Nothing on the way promises more than a question; a time that is taken can be asked for, too."""
    stage = Stage(hall, language)
    anna, service_id, slots = await first_day(stage)
    await take(stage, slots[:1])
    await stage.self_service("massage")
    await anna.types("/events")
    await anna.presses("days", "slots")
    assert says(language, "slots-asking-note", (await anna.newest()).text)
    await anna.presses("slot")
    assert says(language, "slots-ask", (await anna.newest()).text)
    assert "slot-book" not in await anna.offered_verbs()
    await anna.presses("ask")
    (request,) = await hall.studio.rows(requests)
    assert (request.status, request.event_id) == ("open", slots[1].id) and service_id
