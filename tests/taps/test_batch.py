"""A month's allocation by taps, from closed wishes to what everybody hears; long versions, races, and who may what."""

from __future__ import annotations

import asyncio
import re
import threading
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from engine.services import booking, by_hand, dates, runs
from engine.services.who import Tap
from handlers.admin.batch_state import FAIR
from handlers.admin.named_rows import PAGE
from handlers.admin.reasons import OTHER
from handlers.callbacks import pack, parse
from handlers.keyboards import titled
from storage.tables import adjustments, bookings, events, facts, letters, periods, placements
from storage.tables import runs as run_rows
from tests.taps import allotting, months, repairs
from tests.taps.hall import Hall, Human
from tests.taps.stages import Stage
from tests.taps.test_two_admins import at_once
from tests.taps.words import says


async def shows(hall: Hall, dora: Human, *keys: str) -> str:
    """The newest message of the group that is more than a letter says all of this; its text."""
    shown = [m for m in await hall.group.messages() if m.sender_id == hall.sandbox.bot.id]
    text = next(m.text for m in reversed(shown) if not is_letter(dora, m.text))
    for key in keys:
        assert says(dora.language, key, text), (key, text)
    return text


LETTERS = ("run-made", "run-failed", "period-finalized")


def is_letter(dora: Human, text: str) -> bool:
    """Whether the group was told it by letter."""
    return any(says(dora.language, key, text) for key in LETTERS)


async def test_from_closed_wishes_to_what_everybody_hears(hall: Hall, language: str) -> None:
    """Plan, Execute, look through it, pin, Execute again, compare, Finalize; with taps only."""
    stage, group = Stage(hall, language), hall.group
    known = await allotting.wished(stage, {"Anna": (0,), "Ben": (0,), "Cleo": (0,)})
    olga = await stage.owner()
    await olga.types("/batch", chat=group)
    await olga.presses("a-period", chat=group)
    await shows(hall, olga, "batch-closed", "batch-answers", "batch-next-plan")
    await olga.presses("a-batch-plan", chat=group)
    text = await shows(hall, olga, "batch-plan-expected", "batch-find-scarce", "batch-plan-reason")
    assert await hall.studio.rows(run_rows) == []
    period = await allotting.period_id(stage)
    await olga.taps("a-batch-plan", period, 1, chat=group)
    await olga.taps("a-batch-plan", period, 3, chat=group)
    assert await shows(hall, olga, "batch-way-fast", "batch-order-fair") != text
    await olga.presses("a-batch-execute", chat=group)
    await shows(hall, olga, "batch-newest", "batch-measures", "batch-next-review")
    (run,) = await hall.studio.rows(run_rows)
    assert (run.strategy, run.ordering, run.started_by_name) == ("fast_fill", "fair", "Olga")
    assert await hall.studio.rows(bookings) == []
    told = [message.text for message in await group.messages()]
    assert any(says(language, "run-made", text) for text in told)

    await olga.presses("a-batch-review", "a-batch-short", "a-batch-person", chat=group)
    await shows(hall, olga, "batch-person-nothing", "batch-why-full", "batch-missed")
    await olga.presses("a-batch-where", "a-batch-pin-ask", chat=group)
    await olga.taps("a-batch-pin", chat=group)
    await shows(hall, olga, "batch-word-pin")
    (pin,) = await hall.studio.rows(adjustments)
    await olga.presses("a-batch-short", "a-batch-review", "a-batch-final-ask", chat=group)
    await shows(hall, olga, "batch-changed-head", "batch-changed-said", "batch-changed-next")
    await olga.presses("a-batch-execute", chat=group)
    await olga.presses("a-batch-review", "a-batch-with", "a-batch-compare", chat=group)
    await shows(hall, olga, "batch-compare-sums", "batch-came", "batch-fell")
    assert len(await hall.studio.rows(placements, placements.c.reason == "pinned")) == 1

    await olga.presses("a-batch-review", "a-batch-final-ask", chat=group)
    await shows(hall, olga, "batch-final-ask", "batch-final-books", "batch-final-waits", "batch-final-tells")
    await olga.presses("a-batch-final", chat=group)
    booked = {row.person_id for row in await hall.studio.rows(bookings)}
    assert len(booked) == 2 and pin.person_id in booked
    for human in known.values():
        has = await stage.person_id(human) in booked
        heard = (await human.newest()).text
        assert says(language, "result-head", heard)
        pinned = await stage.person_id(human) == pin.person_id
        got = "result-event-hand" if pinned else "result-event"
        assert says(language, got if has else "result-because-full", heard)
        assert has or says(language, "result-because-pins", heard)
        assert has or says(language, "result-line", heard)
    await olga.types("/batch", chat=group)
    await olga.presses("a-period", chat=group)
    text = await shows(hall, olga, "batch-final", "batch-telling")
    assert olga.texts.plain("batch-telling", made=3, total=3) in text
    card = next(message for message in reversed(await group.messages()) if message.text == text)
    labels = {button.label for button in card.buttons}
    assert olga.texts.plain("admin-button-export") in labels, "the card is there"
    assert olga.texts.plain("admin-button-batch-refresh") not in labels, "everybody has the result"
    shown = await olga.offered_verbs(group)
    assert shown.isdisjoint({"a-batch-plan", "a-batch-execute", "a-batch-final-ask"})
    await olga.presses("a-batch-review", "a-batch-event", "a-batch-person", chat=group)
    assert (await olga.offered_verbs(group)).isdisjoint({"a-batch-place", "a-batch-where", "a-batch-out-ask"})
    await olga.types("/audit", chat=group)
    text = await shows(hall, olga, "audit-results-given", "audit-month-booked", "fact-period-finalized")
    assert olga.texts.plain("audit-results-given", count=3) in text
    await olga.types("/audit Anna", chat=group)
    await shows(hall, olga, "fact-result-given")


async def test_whoever_wished_sees_the_result_and_their_months(hall: Hall, language: str) -> None:
    """With /month, as long as the month is not over; without a place it counts for the next time."""
    stage = Stage(hall, language)
    anna = await allotting.lacked(stage)
    text = (await anna.newest()).text
    for key in ("result-head", "result-because-most", "result-line", "result-credit"):
        assert says(language, key, text), key
    await anna.presses("month-ledger")
    text = (await anna.newest()).text
    assert says(language, "month-ledger-month", text)
    assert anna.texts.plain("month-ledger-credit", count=1) in text
    await anna.taps("month", await months.period_id(stage))
    assert says(language, "result-head", (await anna.newest()).text)
    dodo = await stage.somebody("Dodo")
    await dodo.types("/month")
    assert says(language, "month-closed", (await dodo.newest()).text)
    assert await dodo.offered_verbs() == {"home"}


async def test_how_far_results_are_told(hall: Hall, language: str) -> None:
    """On the card; whoever has blocked the bot is counted apart."""
    stage = Stage(hall, language)
    known = await allotting.wished(stage)
    await allotting.execute(stage)
    olga = await stage.owner()
    await known["Ben"].phone.blocks()
    await olga.types("/batch", chat=hall.group)
    await olga.presses("a-period", "a-batch-final-ask", chat=hall.group)
    message, data = await olga.finds("a-batch-final", chat=hall.group)
    hall.refusals_expected = True
    await olga.taps_on(message.id, data, hall.group)
    said = [str(call) for call in await hall.driver.calls() if call["method"] == "editMessageText"]
    assert olga.texts.plain("batch-telling", made=0, total=3) in said[-1]
    assert olga.texts.plain("admin-button-batch-refresh") in said[-1]
    await olga.presses("a-period", chat=hall.group)
    text = await shows(hall, olga, "batch-telling", "batch-telling-failed")
    assert olga.texts.plain("batch-telling", made=2, total=3) in text
    before = len(await hall.group.messages())
    await hall.clock.once("tell")
    await hall.settle()
    after = [message.text for message in await hall.group.messages()]
    assert len(after) == before  # the message that says that the month is booked is rewritten
    (told,) = (text for text in after if says(language, "period-finalized", text))
    for line in (("batch-telling", {"made": 2, "total": 3}), ("batch-telling-failed", {"count": 1})):
        assert olga.texts.plain(line[0], **line[1]) in told
    assert says(language, "batch-telling-done", told)


# ------------------------------------------------------------------------------------------------ long versions


class Slow:
    """Computing that takes until it is let go."""

    def __init__(self, patch: pytest.MonkeyPatch, solve: Callable[..., Any]) -> None:
        self.begun, self.may, self._solve = threading.Event(), threading.Event(), solve
        patch.setattr("engine.services.runs.solve", self)
        patch.setattr("bot.intake.SOON", 0.0)

    def __call__(self, *args: Any) -> Any:
        self.begun.set()
        assert self.may.wait(30)
        return self._solve(*args)


@pytest.fixture
def slow(hall: Hall, monkeypatch: pytest.MonkeyPatch) -> Slow:
    """Nobody waits for what takes long, in this hall."""
    from engine.rules.run_fixing import solve

    return Slow(monkeypatch, solve)


async def seen(hall: Hall, human: Human, message_id: int, key: str) -> str:
    """The message once it says this."""
    while not says(human.language, key, text := (await human.sees(message_id, hall.group)).text):
        await asyncio.sleep(0.01)  # the thread of the database is to get on meanwhile
    return text


async def test_a_long_version_says_so_and_the_card_follows(hall: Hall, language: str, slow: Slow) -> None:
    """By whom and since when; others are served meanwhile; then the card says what came of it, and the group hears."""
    stage = Stage(hall, language)
    await allotting.wished(stage)
    dora = await allotting.looking(stage)
    slow.may.set()
    await dora.presses("a-batch-plan", chat=hall.group)
    slow.may.clear()
    message, data = await dora.finds("a-batch-execute", chat=hall.group)
    tapped = asyncio.create_task(dora.taps_on(message.id, data, hall.group))
    text = await seen(hall, dora, message.id, "batch-running")
    assert "Dora" in text and says(language, "batch-next-wait", text)
    assert slow.begun.is_set()
    slow.may.set()
    assert says(language, "admin-done-batch-execute", (await tapped).text)
    text = (await dora.sees(message.id, hall.group)).text
    assert says(language, "batch-newest", text) and says(language, "batch-next-review", text)
    assert says(language, "run-made", (await dora.newest(hall.group)).text)
    await dora.presses("a-period", chat=hall.group)


async def test_a_long_version_is_stopped_by_somebody_else(hall: Hall, language: str, slow: Slow) -> None:
    """What comes of it is thrown away, and whoever started it sees so."""
    stage = Stage(hall, language)
    await allotting.wished(stage)
    dora, emil = await allotting.looking(stage), await stage.admin("Emil")
    slow.may.set()
    await dora.presses("a-batch-plan", chat=hall.group)
    slow.may.clear()
    message, data = await dora.finds("a-batch-execute", chat=hall.group)
    tapped = asyncio.create_task(dora.taps_on(message.id, data, hall.group))
    await seen(hall, dora, message.id, "batch-running")
    _, data = await emil.finds("a-batch-stop", chat=hall.group)
    stopping = asyncio.create_task(emil.taps_on(message.id, data, hall.group))
    await seen(hall, emil, message.id, "batch-stopped")
    slow.may.set()
    assert not (await tapped).alert
    assert says(language, "admin-done-batch-stop", (await stopping).text)
    text = (await dora.sees(message.id, hall.group)).text
    assert says(language, "batch-stopped", text) and says(language, "refusal-run-over", text)
    (run,) = await hall.studio.rows(run_rows)
    assert run.status == "stopped" and await hall.studio.rows(placements) == []


async def test_a_version_that_fails(hall: Hall, language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """An apology with a code, a letter to the group, and the way to try again."""
    stage = Stage(hall, language)
    await allotting.wished(stage)
    dora = await allotting.looking(stage)
    await dora.presses("a-batch-plan", chat=hall.group)
    monkeypatch.setattr("engine.services.runs.solve", lambda *_: 1 // 0)
    toast = await dora.taps("a-batch-execute", chat=hall.group)
    assert toast.alert and says(language, "error-apology", toast.text)
    code = toast.text.rpartition(" ")[2].rstrip(".")
    assert any(says(language, "run-failed", m.text) and code in m.text for m in await hall.group.messages())
    await dora.types("/batch", chat=hall.group)
    await dora.presses("a-period", chat=hall.group)
    await shows(hall, dora, "batch-failed", "batch-next-plan")
    monkeypatch.undo()
    await dora.presses("a-batch-plan", "a-batch-execute", chat=hall.group)


async def test_the_card_and_the_letter_of_a_date_called_off_lead_to_the_repair(
    hall: Hall, language: str
) -> None:
    stage = Stage(hall, language)
    await repairs.final(stage)
    (booked,) = await hall.studio.rows(bookings, bookings.c.source == "month")
    period, dora = await repairs.period(stage), await stage.admin()
    await dora.types("/events", chat=hall.group)
    card = (await hall.group.messages())[-1].id
    await dora.taps_on(card, pack("a-event", booked.event_id), hall.group)
    assert not any("a-repair" in b.data for m in await hall.group.messages() for b in m.buttons)
    await dora.taps_on(card, pack("a-off", booked.event_id, 8), hall.group)
    found = [m for m in await hall.group.messages() if any("a-repair" in b.data for b in m.buttons)]
    assert len(found) == 2 and any(says(language, "places-lost", m.text) for m in found)
    for message in found:
        (data,) = [b.data for b in message.buttons if "a-repair" in b.data]
        assert data == pack("a-repair", period)
    await dora.taps_on(found[0].id, data, hall.group)
    assert says(language, "repair-plan-head", (await dora.sees(found[0].id, hall.group)).text)
    await dora.types("/batch", chat=hall.group)
    await dora.presses("a-period", chat=hall.group)
    month = await dora.newest(hall.group)
    assert says(language, "batch-places-lost", month.text)
    assert month.buttons[0].data == pack("a-repair", period)


async def test_a_repair_that_finds_nothing_leads_to_dates_with_seats(hall: Hall, language: str) -> None:
    """Whoever is left without is named, and can be booked elsewhere by hand, as long as there is a seat."""
    stage = Stage(hall, language)
    dora = await repairs.planned(stage, wishes=1)
    hall.calendar.forward(minutes=1)  # whatever comes after the month is final is not what it gave
    await dora.presses("a-repair", chat=hall.group)
    await shows(hall, dora, "repair-plan-stuck", "repair-plan-free")
    card = await dora.newest(hall.group)
    (booked,) = await hall.studio.rows(bookings, bookings.c.source == "month")
    event = await hall.studio.views.event(booked.event_id)
    assert event is not None
    lost = dora.texts.say("repair-stuck-line", name="Anna", **titled(dora.texts, event))
    assert re.sub("<[^>]+>", "", lost) in card.text and not says(language, "repair-plan-rule", card.text)
    offered = [button for button in card.buttons if ":a-repair-date:" in button.data]
    assert len(offered) == 5 and all("2" in button.label.rpartition("·")[2] for button in offered)
    await dora.presses("a-repair-date", "a-book", chat=hall.group)
    question = await dora.newest(hall.group)
    assert says(language, "admin-ask-who", question.text)
    await dora.replies("Anna", hall.group, question.id)
    await dora.presses("a-book-for", "a-book-do", chat=hall.group)
    await dora.types("/batch", chat=hall.group)
    await dora.presses("a-period", chat=hall.group)
    month = await dora.newest(hall.group)
    assert not says(language, "batch-places-lost", month.text)
    await dora.presses("a-repair", chat=hall.group)
    await shows(hall, dora, "repair-plan-none")
    for event in await hall.studio.rows(events, events.c.status == "open"):
        if event.code.startswith("choir-"):
            await dates.call_off(hall.house.work, repairs.ADA, event.id)
    await hall.settle()
    await dora.types("/batch", chat=hall.group)
    await dora.presses("a-period", "a-repair", chat=hall.group)
    await shows(hall, dora, "repair-plan-stuck", "repair-plan-full")
    assert not {"a-book", "a-repair-date"} & await dora.offered_verbs(hall.group)


async def test_whoever_lost_a_place_is_booked_by_one_tap_each(hall: Hall, language: str) -> None:
    """With the seats and names of the place that was lost, page by page; whoever has a place by now is not booked
    again."""
    stage, group = Stage(hall, language), hall.group
    dora = await repairs.stranded(stage)
    first = await dora.newest(group)
    assert first.text.count("•") == 8
    await dora.presses("a-repair-stuck", chat=group)
    assert (await dora.newest(group)).text.count("•") == 1
    await dora.presses("a-repair", "a-repair-free", "a-repair", chat=group)
    lost = await hall.studio.rows(bookings, bookings.c.ended == "event")
    (pair,) = [row for row in lost if row.names == ["Zoe"]]
    await dora.presses("a-repair-date", chat=group)
    card = await dora.newest(group)
    (data,) = [b.data for b in card.buttons if b.data.endswith(f":{pair.person_id}")]
    there = parse(data)
    assert there is not None and len(card.buttons) == 8 + 3  # further people, somebody else, back
    await dora.taps_on(card.id, data, group)
    await shows(hall, dora, "admin-ask-book", "admin-party")
    toast = await dora.presses("a-repair-book", chat=group)
    assert says(language, "admin-done-promote", toast.text)
    (made,) = await hall.studio.rows(bookings, bookings.c.source == "admin")
    assert (made.person_id, made.seats, made.names) == (pair.person_id, 2, ["Zoe"])
    assert made.event_id == there.args[1]
    again = await dora.taps_on(card.id, data, group)
    assert again.alert and says(language, "refusal-repair-changed", again.text)
    await shows(hall, dora, "repair-plan-stuck")
    await dora.presses("a-repair-date", "a-repair-for", chat=group)
    typed = [b.data for b in (await dora.newest(group)).buttons if b.data.endswith(f":{OTHER}")]
    await dora.taps_on(card.id, typed[0], group)
    await dora.replies("They live next door", group)
    await shows(hall, dora, "repair-date-who")
    made = await hall.studio.rows(bookings, bookings.c.source == "admin")
    left = {parse(b.data).args[2] for b in (await dora.newest(group)).buttons if ":a-repair-for:" in b.data}
    assert left == {row.person_id for row in lost} - {row.person_id for row in made} and len(left) == 7


async def test_a_plan_leads_to_every_date(hall: Hall, language: str) -> None:
    """Page by page, forward and back, however the plan is made; nothing is written."""
    stage = Stage(hall, language)
    dora = await allotting.many(stage)
    period, seen, dates = await allotting.period_id(stage), set[str](), set[str]()
    await shows(hall, dora, "batch-plan-fill", "batch-plan-more")
    await dora.presses("a-batch-fills", chat=hall.group)
    for offset in (8, 16, 8, 0):
        if dates:
            await dora.taps("a-batch-fills", period, 0, offset, chat=hall.group)
        text = await shows(hall, dora, "batch-plan-head", "batch-plan-nothing")
        dates = {line for line in text.splitlines() if line.startswith("•")}
        assert len(dates) == min(8, 19 - offset)
        seen |= dates
    assert len(seen) == 19
    await dora.taps("a-batch-plan", period, 0, chat=hall.group)
    assert await hall.studio.rows(run_rows) == []


async def test_back_from_all_that_is_odd_keeps_the_way_of_the_plan(hall: Hall) -> None:
    """*Strictly in turn* stays chosen; a button of the time before leads to the plan, too."""
    stage, group = Stage(hall), hall.group
    dora, period = await allotting.odd(stage), await allotting.period_id(stage)
    await dora.taps("a-batch-plan", period, FAIR, chat=group)
    await dora.presses("a-batch-findings", chat=group)
    await shows(hall, dora, "batch-findings-head")
    await dora.presses("a-batch-plan", chat=group)
    await shows(hall, dora, "batch-plan-head", "batch-order-fair")
    await dora.taps_on((await dora.newest(group)).id, pack("a-batch-findings", period, 0), group)
    assert (await dora.newest(group)).buttons[-1].data == pack("a-batch-plan", period, 0)


async def test_whoever_pins_one_of_a_pair_reads_whom_they_wanted_to_come_with(
    hall: Hall, language: str
) -> None:
    stage, group = Stage(hall, language), hall.group
    known = await allotting.wished(stage, {"Anna": (0,), "Ben": (0,), "Cleo": (0,)}, pairs=[("Anna", "Ben")])
    await allotting.execute(stage)
    dora, period = await allotting.looking(stage), await allotting.period_id(stage)
    anna, choir = await stage.person_id(known["Anna"]), hall.event("choir-1")
    message = (await dora.newest(group)).id
    await dora.taps_on(message, pack("a-batch-person", period, anna, 1), group)
    assert "Ben" in await shows(hall, dora, "batch-person-with")
    await dora.taps_on(message, pack("a-batch-pin-ask", period, anna, choir), group)
    assert "Ben" in await shows(hall, dora, "batch-pin-ask", "batch-alone")
    cleo = await stage.person_id(known["Cleo"])
    await dora.taps_on(message, pack("a-batch-pin-ask", period, cleo, choir), group)
    assert not says(language, "batch-alone", await shows(hall, dora, "batch-pin-ask"))


async def test_a_version_whose_process_has_ended(hall: Hall, language: str) -> None:
    """The group hears it once, with the way to make it again; so does the month's card. A second tap makes no other."""
    stage = Stage(hall, language)
    await allotting.wished(stage)
    period, rooms = await allotting.period_id(stage), allotting.rooms(stage)
    await runs.begin(rooms.runs, allotting.bori(), period, "fast_fill", "fair")
    dora = await allotting.looking(stage)
    await shows(hall, dora, "batch-running", "batch-next-wait")
    await hall.forward(minutes=2)
    (letter,) = [m for m in await hall.group.messages() if says(language, "run-interrupted", m.text)]
    await dora.types("/batch", chat=hall.group)
    await dora.presses("a-period", chat=hall.group)
    await shows(hall, dora, "batch-interrupted", "batch-next-again")
    (data,) = [button.data for button in letter.buttons if "a-batch-execute" in button.data]
    assert not (await dora.taps_on(letter.id, data, hall.group)).alert
    first, second = await hall.studio.rows(run_rows)
    assert (first.status, first.error, second.status) == ("failed", "interrupted", "done")
    assert (second.strategy, second.ordering, second.base) == ("fast_fill", "fair", None)
    again = await dora.taps_on(letter.id, data, hall.group)
    assert says(language, "refusal-run-newer", again.text)
    assert len(await hall.studio.rows(run_rows)) == 2


@pytest.mark.long
async def test_a_long_version_that_fails(
    hall: Hall, language: str, slow: Slow, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The code comes as a message then."""
    stage = Stage(hall, language)
    await allotting.wished(stage)
    dora = await allotting.looking(stage)
    slow.may.set()
    await dora.presses("a-batch-plan", chat=hall.group)
    slow._solve = lambda *_: 1 // 0
    toast = await dora.taps("a-batch-execute", chat=hall.group)
    assert not toast.alert
    assert any(says(language, "error-apology", m.text) for m in await hall.group.messages())


async def test_a_long_plan_that_fails(hall: Hall, slow: Slow) -> None:
    """The code stands in the message, and the way back is still there."""
    stage = Stage(hall)
    await allotting.wished(stage)
    dora = await allotting.looking(stage)
    slow.may.set()
    slow._solve = lambda *_: 1 // 0
    await dora.presses("a-batch-plan", chat=hall.group)
    await hall.settle()
    shown = next(m for m in await hall.group.messages() if says("en", "error-apology", m.text))
    assert [button.data for button in shown.buttons] == [pack("a-period", await allotting.period_id(stage))]


# ------------------------------------------------------------------------------------------------ races


async def test_two_versions_at_once_are_one(hall: Hall) -> None:
    """Whoever taps second is told who was first, and sees what came of it."""
    stage = Stage(hall)
    dora = await allotting.odd(stage)
    emil = await stage.admin("Emil")
    message, data = await dora.finds("a-batch-execute", chat=hall.group)
    toasts = await at_once(hall, [dora, emil], message.id, data)
    assert sorted(toast.alert for toast in toasts) == [False, True]
    assert len(await hall.studio.rows(run_rows)) == 1
    first, second = (dora, emil) if toasts[1].alert else (emil, dora)
    late = await second.taps_on(message.id, data, hall.group)
    assert late.alert and says("en", "refusal-run-newer", late.text) and first.phone.name in late.text
    assert not (await first.taps_on(message.id, data, hall.group)).alert


async def test_a_seat_is_booked_before_the_end(hall: Hall, language: str) -> None:
    """Refused, with what has changed by name, and one tap to a version that fits."""
    stage = Stage(hall, language)
    await allotting.wished(stage)
    await allotting.execute(stage)
    olga = await stage.owner()
    await olga.types("/batch", chat=hall.group)
    await olga.presses("a-period", "a-batch-final-ask", chat=hall.group)
    dodo = await stage.person_id(await stage.somebody("Dodo"))
    work, first = hall.house.work, hall.event("choir-1")
    await booking.book(work, Tap(dodo, next(allotting.UPDATES)), first)
    message, data = await olga.finds("a-batch-final", chat=hall.group)
    toast = await olga.taps_on(message.id, data, hall.group)
    assert toast.alert and says(language, "refusal-input-changed", toast.text)
    text = (await olga.sees(message.id, hall.group)).text
    assert says(language, "batch-changed-event", text) and await hall.studio.rows(bookings)
    (row,) = await hall.studio.rows(periods)
    assert row.status == "planned"
    await olga.presses("a-batch-execute", chat=hall.group)
    await olga.types("/batch", chat=hall.group)
    await olga.presses("a-period", "a-batch-final-ask", "a-batch-final", chat=hall.group)
    (row,) = await hall.studio.rows(periods)
    assert row.status == "final"


@pytest.mark.long
async def test_two_end_the_month_at_once(hall: Hall) -> None:
    stage = Stage(hall)
    olga = await allotting.approver(stage)
    await olga.presses("a-batch-final-ask", chat=hall.group)
    message, data = await olga.finds("a-batch-final", chat=hall.group)
    olaf = await stage.owner("Olaf")
    await at_once(hall, [olga, olaf], message.id, data)
    told = await hall.studio.rows(letters, letters.c.kind == "month-result")
    assert len(told) == len({row.person_id for row in told}) == 3
    assert len([row for row in await hall.studio.rows(facts) if row.kind == "PeriodFinalized"]) == 1


# ------------------------------------------------------------------------------------------------ who may, what is said


@pytest.mark.long
async def test_an_operator_computes_and_does_not_finalize(hall: Hall, language: str) -> None:
    stage = Stage(hall, language)
    dora = await allotting.executed(stage)
    await dora.presses("a-batch-final-ask", chat=hall.group)
    toast = await dora.taps("a-batch-final", chat=hall.group)
    assert toast.alert and dora.texts.plain("admin-role-approver") in toast.text
    assert await hall.studio.rows(bookings) == []


async def test_back_from_a_person_leads_to_the_list_they_were_found_in(hall: Hall) -> None:
    """Of who got fewer, on its page; of a date; and without a word of it, after a decision, where the likes of them
    are."""
    stage, group = Stage(hall), hall.group
    known = await allotting.wished(stage, {f"Guest {number}": (0,) for number in range(PAGE + 5)})
    await allotting.execute(stage)
    dora, period = await allotting.looking(stage), await allotting.period_id(stage)

    async def back_to() -> str:
        return (await dora.newest(group)).buttons[-1].data

    await dora.presses("a-batch-review", "a-batch-short", chat=group)
    second = pack("a-batch-short", period, 1, PAGE)
    await dora.taps_on((await dora.newest(group)).id, second, group)
    await dora.presses("a-batch-person", chat=group)
    assert await back_to() == second
    await dora.presses("a-batch-short", "a-batch-review", "a-batch-event", "a-batch-person", chat=group)
    event = hall.event("choir-1")
    assert await back_to() == pack("a-batch-event", period, event, 1, 0)
    for human in known.values():  # a button of the time before
        person = await stage.person_id(human)
        await dora.taps_on((await dora.newest(group)).id, pack("a-batch-person", period, person, 1), group)
        short = says("en", "batch-person-nothing", (await dora.newest(group)).text)
        assert await back_to() == pack("a-batch-short" if short else "a-batch-review", period, 1, 0)


async def test_decisions_with_typed_reasons_in_the_history(hall: Hall, language: str) -> None:
    """Moved, left out of a date, taken back; each with its reason, whom it concerns and which date."""
    stage, group = Stage(hall, language), hall.group
    dora = await allotting.lacking(stage)
    await dora.presses("a-batch-review", "a-batch-event", "a-batch-person", "a-batch-place", chat=group)
    await dora.presses("a-batch-out-ask", chat=group)
    message, data = await dora.finds("a-batch-out", chat=group)
    await dora.taps_on(message.id, data.rpartition(":")[0] + ":99", group)
    await dora.replies("Her back hurts", group)
    await shows(hall, dora, "admin-done-batch-out", "batch-word-out")
    await dora.types("/batch", chat=group)
    await dora.presses("a-period", "a-batch-words", "a-batch-word", chat=group)
    text = await shows(hall, dora, "batch-word-out", "batch-word-by")
    assert "Her back hurts" in text and "Dora" in text
    await dora.presses("a-batch-lift", chat=group)
    await dora.types("/audit admins", chat=group)
    text = await shows(hall, dora, "fact-adjustment-ended", "fact-person-excluded")
    assert "Her back hurts" in text
    assert await hall.studio.rows(adjustments, adjustments.c.active) == []


@pytest.mark.long
async def test_an_unfinished_version_in_the_list(hall: Hall, language: str) -> None:
    stage = Stage(hall, language)
    await allotting.wished(stage)
    await allotting.execute(stage)
    await allotting.begin(stage)
    dora = await allotting.looking(stage)
    await shows(hall, dora, "batch-running", "batch-newest")
    await dora.presses("a-batch-versions", chat=hall.group)
    await shows(hall, dora, "batch-version", "batch-version-other", "batch-version-running")
    await dora.presses("a-batch-review", "a-batch-with", chat=hall.group)
    await shows(hall, dora, "batch-with-none")


async def test_what_is_decided_after_a_version_is_not_in_it(hall: Hall, language: str) -> None:
    """The next step is another version then; the list says by whom and why."""
    stage, group = Stage(hall, language), hall.group
    known = await allotting.wished(stage)
    await allotting.execute(stage)
    hall.calendar.moment += timedelta(minutes=1)
    period, anna = await allotting.period_id(stage), await stage.person_id(known["Anna"])
    await runs.exclude(allotting.rooms(stage).runs, allotting.bori(), period, anna, None)
    hall.calendar.moment += timedelta(minutes=1)
    olga = await stage.owner()
    await olga.types("/batch", chat=group)
    await olga.presses("a-period", chat=group)
    assert not says(language, "batch-next-review", await shows(hall, olga, "batch-next-rerun"))
    await olga.presses("a-batch-words", chat=group)
    assert "Because" in await shows(hall, olga, "batch-word-out-all", "batch-word-by")
    await olga.presses("a-period", "a-batch-execute", chat=group)
    assert not says(language, "batch-next-rerun", await shows(hall, olga, "batch-next-review"))
    hall.calendar.moment += timedelta(minutes=1)
    await olga.presses("a-batch-words", "a-batch-word", "a-batch-lift", "a-period", chat=group)
    assert not says(language, "batch-next-review", await shows(hall, olga, "batch-next-rerun"))


async def test_dates_that_too_few_want_are_named_until_somebody_calls_them_off(
    hall: Hall, language: str
) -> None:
    stage, group = Stage(hall, language), hall.group
    await allotting.wished(stage, {"Anna": (0,), "Ben": (0,), "Cleo": (1,)})
    late = events.update().where(events.c.code.in_(("choir-2", "choir-3"))).values(minimum=2)
    await hall.house.database.transact(lambda connection: connection.execute(late))
    olga = await stage.owner()
    await olga.types("/batch", chat=group)
    await olga.presses("a-period", "a-batch-plan", chat=group)
    await shows(hall, olga, "batch-plan-off", "batch-plan-unwished")
    await olga.presses("a-batch-execute", "a-batch-final-ask", chat=group)
    await shows(hall, olga, "batch-final-off")
    await olga.presses("a-batch-final", chat=group)
    await olga.types("/batch", chat=group)
    await olga.presses("a-period", chat=group)
    await shows(hall, olga, "batch-off-next")
    for event_id in (hall.event("choir-2"), hall.event("choir-3")):
        await olga.taps("a-off-month", event_id, chat=group)
        await olga.presses("a-period", chat=group)  # Back is where she came from
        await shows(hall, olga, "batch-off-next")
        await olga.taps("a-off-month", event_id, chat=group)
        await olga.taps("a-off", event_id, 8, chat=group)
        await olga.types("/batch", chat=group)
        await olga.presses("a-period", chat=group)
    assert "a-off-month" not in await olga.offered_verbs(group)


async def test_a_date_that_enough_people_have_by_now_is_named_no_more(hall: Hall) -> None:
    """After the month was booked others may have booked there."""
    stage, rooms = Stage(hall), allotting.rooms(Stage(hall))
    await allotting.wished(stage, {"Anna": (0,), "Cleo": (1,)}, dates=2)
    choir = hall.event("choir-2")
    few = events.update().where(events.c.id == choir).values(minimum=2)
    await hall.house.database.transact(lambda connection: connection.execute(few))
    run = await allotting.execute(stage)
    await runs.finalize(rooms.runs, allotting.bori(), await allotting.period_id(stage), run)
    for name in ("Dodo", "Emma"):
        olga = await allotting.looking(stage)
        await shows(hall, olga, "batch-off-next")
        person = await stage.person_id(await stage.somebody(name))
        await by_hand.book_for(rooms.work, allotting.bori(), choir, person)
    olga = await allotting.looking(stage)
    assert not says("en", "batch-off-next", (await olga.newest(hall.group)).text)
    assert "a-off-month" not in await olga.offered_verbs(hall.group)


async def test_pins_that_could_not_be_kept_are_named_with_the_reason(hall: Hall, language: str) -> None:
    stage, rooms = Stage(hall, language), allotting.rooms(Stage(hall))
    known = await allotting.wished(stage)
    for name, code in (("Anna", "choir-1"), ("Ben", "choir-2")):
        await allotting.pin(stage, await stage.person_id(known[name]), hall.event(code))
    await allotting.execute(stage)
    olga = await allotting.looking(stage)
    await olga.presses("a-batch-review", chat=hall.group)
    assert not says(language, "batch-pins-off", (await olga.newest(hall.group)).text)
    await dates.call_off(rooms.work, allotting.bori(), hall.event("choir-2"))
    await allotting.execute(stage)
    await (await allotting.looking(stage)).presses("a-batch-review", chat=hall.group)
    told = await shows(hall, olga, "batch-pins-off", "batch-pin-off-date")
    (line,) = [line for line in told.splitlines() if says(language, "batch-pin-off-date", line)]
    assert "Ben" in line and "Anna" not in line
