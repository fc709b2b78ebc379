"""/audit in the group: what is asked for in words and by buttons, what is shown, and the file."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest

from bot.sandbox import Shown
from engine.services import dates
from storage.tables import events, participants
from tests.taps import allotting, locking, repairs
from tests.taps.hall import Hall, Human
from tests.taps.months import month_after_next
from tests.taps.stages import Stage
from tests.taps.words import says


async def happened(hall: Hall, language: str = "en") -> Human:
    """Anna and Annabel have booked, Ben has not; Dora has frozen yoga-2 and holds a seat. Dora."""
    stage = Stage(hall, language)
    await stage.booked("yoga-2", "Anna")
    await stage.booked("clay-1", "Annabel")
    dora = await stage.managing("yoga-2")
    await dora.presses("a-freeze-ask", "a-freeze", "a-hold", chat=hall.group)
    return dora


async def asks(dora: Human, words: str) -> Shown:
    await dora.types(f"/audit {words}", chat=dora.hall.group)
    return await dora.newest(dora.hall.group)


async def lines_of(hall: Hall) -> list[dict[str, str]]:
    """The newest file in the group."""
    message = next(m for m in reversed(await hall.group.messages()) if m.document)
    assert message.document is not None
    content = hall.sandbox.files[message.document["file_id"]].content
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


async def test_the_newest_stand_first_with_who_what_and_why(hall: Hall, language: str) -> None:
    dora = await happened(hall, language)
    shown = await asks(dora, "")
    for key in ("admin-audit-head", "fact-seats-held", "fact-event-frozen", "admin-audit-young"):
        assert says(language, key, shown.text), key
    held = shown.text.index(dora.texts.plain("fact-seats-held", seats=1))
    assert held < shown.text.index(dora.texts.plain("fact-event-frozen"))
    assert dora.texts.plain("who-admin", name="Dora") in shown.text and "Anna" in shown.text


async def test_pages_are_edited_in_place(hall: Hall, language: str) -> None:
    dora = await happened(hall, language)
    first = await asks(dora, "")
    assert dora.texts.plain("admin-button-newer") not in first.labels
    await dora.taps("a-audit", 0, 0, 0, 1, chat=hall.group)
    second = await dora.sees(first.id, hall.group)
    assert second.text != first.text and dora.texts.plain("admin-button-newer") in second.labels
    await dora.taps("a-audit", 0, 0, 0, 0, chat=hall.group)
    assert (await dora.sees(first.id, hall.group)).text == first.text
    await dora.taps_on(first.id, "1:a-audit:0:0:0:9999", hall.group)
    assert (await dora.sees(first.id, hall.group)).text == first.text, "behind the end is the beginning"


@pytest.mark.parametrize("words", ["admins yoga-2", "YOGA-2 only admins"])
async def test_words_in_any_order(hall: Hall, words: str) -> None:
    dora = await happened(hall)
    shown = await asks(dora, words)
    assert says("en", "admin-audit-only-admins", shown.text) and says("en", "admin-audit-event", shown.text)
    assert shown.text.count("Dora") == 2 and "Anna" not in shown.text
    assert "a-event" in await dora.offered_verbs(hall.group)


async def test_a_day_is_the_accounts(hall: Hall) -> None:
    dora = await happened(hall)
    today = f"{hall.calendar():%Y-%m-%d}"
    assert "Dora" in (await asks(dora, f"{today} dora")).text
    assert says("en", "admin-audit-none", (await asks(dora, "2026-01-01 anna yoga-2")).text) is False
    shown = await asks(dora, "2031-05-06 yoga-2")
    assert says("en", "admin-audit-none", shown.text) and "2031-05-06" in shown.text


async def test_who_of_several_is_asked(hall: Hall, language: str) -> None:
    dora = await happened(hall, language)
    which = await asks(dora, "anna")
    assert says(language, "admin-audit-which", which.text) and which.labels == ("Anna", "Annabel")
    await dora.taps_on(which.id, which.buttons[1].data, hall.group)
    shown = await dora.sees(which.id, hall.group)
    assert says(language, "admin-audit-about", shown.text) and "Annabel" in shown.text
    assert says(language, "fact-booking-made", shown.text)
    only = await asks(dora, "annabel")
    assert only.text == shown.text


async def test_of_more_than_there_is_room_for_more_is_asked(hall: Hall, language: str) -> None:
    stage = Stage(hall, language)
    for number in range(10):
        await stage.somebody(f"Anna <b>{number}")
    which = await asks(await stage.admin(), "anna")
    assert says(language, "admin-audit-which-more", which.text) and len(which.buttons) == 8


async def test_by_an_admin(hall: Hall, language: str) -> None:
    dora = await happened(hall, language)
    shown = await asks(dora, "dora")
    if says(language, "admin-audit-which", shown.text):
        label = dora.texts.plain("who-admin", name="Dora")
        await dora.taps_on(shown.id, shown.buttons[shown.labels.index(label)].data, hall.group)
        shown = await dora.sees(shown.id, hall.group)
    assert says(language, "admin-audit-done-by", shown.text)
    assert says(language, "fact-event-frozen", shown.text) and "Anna" not in shown.text


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("Nobody <x> of that name", "admin-audit-unknown"),
        ("2026-13-45", "admin-audit-no-day"),
        ("1999-01-01", "admin-audit-no-day"),
        ("2026-12-01 2026-12-02", "admin-audit-twice"),
        ("yoga-1 yoga-2", "admin-audit-twice"),
        ("2031-01", "admin-audit-no-month"),
        ("2026-13", "admin-audit-no-month"),
        ("december", "admin-audit-unknown"),
    ],
)
async def test_a_wrong_word_gets_what_is_right(hall: Hall, language: str, words: str, key: str) -> None:
    dora = await Stage(hall, language).admin()
    assert says(language, key, (await asks(dora, words)).text)


@pytest.mark.parametrize(
    "data", ["1:a-audit:77:0:0:0", "1:a-audit:0:77:0:0", "1:a-audit:0:77:1:0", "1:a-audit:0:0:999999:0",
             f"1:a-audit:0:0:{40_001 * 4}:0", "1:a-audit:0:0:0:9999999", "1:a-audit-file:77:0:0",
             f"1:a-audit:{2**63 - 1}:0:0:0"],
)  # fmt: skip
async def test_a_forged_button_is_refused(hall: Hall, data: str) -> None:
    dora = await happened(hall)
    shown = await asks(dora, "")
    toast = await dora.taps_on(shown.id, data, hall.group)
    assert toast.alert and toast.text == dora.texts.plain("admin-refusal-button-stale")
    assert (await dora.sees(shown.id, hall.group)).text == shown.text


async def month_decided(hall: Hall, language: str = "en") -> tuple[Human, str]:
    """Bori has opened a month, made a version of it and pinned Anna. Dora, and the month."""
    stage = Stage(hall, language)
    known = await allotting.wished(stage)
    await allotting.pin(stage, await stage.person_id(known["Anna"]), hall.event("choir-1"))
    await allotting.execute(stage)
    return await stage.admin(), month_after_next(stage)


async def test_a_month_by_its_number_by_its_name_and_from_its_card(hall: Hall, language: str) -> None:
    dora, month = await month_decided(hall, language)
    shown = await asks(dora, month)
    assert says(language, "admin-audit-month", shown.text) and dora.texts.month(month) in shown.text
    for key in ("fact-run-made", "fact-run-started", "fact-period-planned", "fact-placement-pinned"):
        assert says(language, key, shown.text), key
    assert says(language, "fact-period-closed-early", shown.text) and "Anna" in shown.text
    for key in ("fact-event-imported", "fact-wishes-stated"):
        assert not says(language, key, shown.text), key
    name, *year = dora.texts.month(month).replace(".", "").split()[:: -1 if language == "hu" else 1]
    for words in (name, f"{name} {' '.join(year)}", month.replace("-0", "-")):
        assert (await asks(dora, words)).text == shown.text, words
    await dora.presses("a-period", "a-audit", chat=hall.group)
    again = await dora.newest(hall.group)
    assert again.text == shown.text
    await dora.presses("a-audit-file", chat=hall.group)
    kinds = {line[dora.texts.plain("column-kind")] for line in await lines_of(hall)}
    assert {"PeriodOpened", "PeriodClosed", "PlacementPinned", "RunMade"} <= kinds
    assert "WishesStated" not in kinds and "BookingMade" not in kinds


async def test_a_month_tells_what_became_of_its_dates_and_places(hall: Hall) -> None:
    """A date of it was called off, and with it places; somebody got another one by hand. Not what the month gave, nor
    what became of dates and places of another month."""
    stage = Stage(hall)
    dora = await repairs.stranded(stage)
    month = month_after_next(stage)
    await stage.booked("clay-1", "Anna")
    await dates.call_off(hall.house.work, repairs.ADA, hall.event("clay-1"))
    await dora.presses("a-repair-free", "a-repair-date", "a-repair-for", "a-repair-book", chat=hall.group)
    await asks(dora, month)
    await dora.presses("a-audit-file", chat=hall.group)
    told = [line["Kind"] for line in await lines_of(hall)]
    assert (told.count("EventCancelled"), told.count("BookingCancelled")) == (1, 9)
    assert told.count("BookingMade") == 1, "by hand"
    (made,) = [line for line in await lines_of(hall) if line["Kind"] == "BookingMade"]
    assert made["What"] == dora.texts.plain("fact-booking-made-admin", seats=2), "with Zoe"
    by_anybody = await asks(dora, f"{month} {made['About'].casefold()}")
    for key in ("fact-booking-made-admin", "fact-booking-cancelled-event"):
        assert says("en", key, by_anybody.text), key


async def test_a_month_tells_of_its_places_that_moved_and_why_it_was_open(hall: Hall, language: str) -> None:
    """The reason stands where it was given; agreeing and locking again ask for none."""
    stage = Stage(hall, language)
    ben = await locking.open_month(stage)
    booking = await locking.place(stage)
    (other,) = await hall.studio.rows(events, events.c.code == "choir-2")
    message, agreed = await ben.newest(hall.group), 4
    button = f"1:a-move:{booking.event_id}:{booking.id}:{other.id}:{agreed}"
    await ben.taps_on(message.id, button, hall.group)
    await ben.types("/unlock", chat=hall.group)
    await ben.presses("a-unlock-again", chat=hall.group)
    await asks(ben, month_after_next(stage))
    await ben.presses("a-audit-file", chat=hall.group)
    kind, reason = (ben.texts.plain(key) for key in ("column-kind", "column-reason"))
    whys = {line[kind]: line[reason] for line in await lines_of(hall)}
    assert whys["BookingMade"] == whys["BookingCancelled"] == ben.texts.plain("admin-reason-agreed")
    assert whys["UnlockGranted"] == whys["UnlockAsked"] != "" and whys["UnlockEnded"] == ""


async def test_who_said_yes_to_an_exchange_and_who_was_asked(hall: Hall) -> None:
    stage = Stage(hall)
    anna = await repairs.asked(stage)
    await anna.presses("repair-yes")
    dora = await stage.admin()
    shown = (await asks(dora, month_after_next(stage))).text
    await dora.presses("a-audit-file", chat=hall.group)
    told = {line["Kind"]: (line["Who"], line["About"]) for line in await lines_of(hall)}
    assert told["RepairAgreed"] == ("Anna", "Anna") and told["RepairAsked"][1] == "Anna"
    assert says("en", "fact-repair-agreed", shown)


async def test_a_month_with_a_name_and_with_what_does_not_go_with_it(hall: Hall) -> None:
    dora, month = await month_decided(hall)
    shown = await asks(dora, f"{month} anna")
    assert says("en", "fact-placement-pinned", shown.text) and not says("en", "fact-run-made", shown.text)
    assert says("en", "admin-audit-about", shown.text) and says("en", "admin-audit-month", shown.text)
    shown = await asks(dora, f"bori {dora.texts.month(month)}")
    assert says("en", "admin-audit-done-by", shown.text) and says("en", "fact-run-made", shown.text)
    for words in (f"{month} yoga-1", f"yoga-1 {month}", f"{month} {month}", f"2026-12-01 {month}"):
        assert says("en", "admin-audit-twice", (await asks(dora, words)).text), words
    for words in (f"yoga-1 {dora.texts.month(month)}", month.split("-")[0]):
        assert not says("en", "admin-audit-month", (await asks(dora, words)).text), words


async def test_a_month_and_somebody_who_is_called_like_it(hall: Hall) -> None:
    dora, month = await month_decided(hall)
    name = dora.texts.month(month).split()[0]
    await Stage(hall).somebody(f"{name} Novak")
    which = await asks(dora, name)
    assert says("en", "admin-audit-which-month", which.text)
    assert which.labels == (dora.texts.month(month), f"{name} Novak")
    await dora.taps_on(which.id, which.buttons[0].data, hall.group)
    assert says("en", "admin-audit-month", (await dora.sees(which.id, hall.group)).text)
    assert says("en", "admin-audit-about", (await asks(dora, f"{name} novak")).text)


async def test_from_the_card_of_an_event_and_back(hall: Hall, language: str) -> None:
    dora = await happened(hall, language)
    await dora.presses("a-audit", chat=hall.group)
    shown = await dora.newest(hall.group)
    assert says(language, "fact-event-frozen", shown.text) and "clay" not in shown.text.lower()
    await dora.taps("a-audit", hall.event("yoga-2"), 0, 2, chat=hall.group)
    assert says(language, "admin-audit-only-admins", (await dora.newest(hall.group)).text)
    await dora.presses("a-event", chat=hall.group)
    assert says(language, "admin-event-seats", (await dora.newest(hall.group)).text)


async def test_the_file_has_what_was_asked_for(hall: Hall, language: str) -> None:
    dora = await happened(hall, language)
    evil = participants.c.name == "Anna"
    await hall.studio.change(participants, evil, name="=HYPERLINK(1)")
    await asks(dora, "yoga-2")
    await dora.presses("a-audit-file", chat=hall.group)
    file = await dora.newest(hall.group)
    assert file.document is not None and file.document["file_name"].endswith(".csv")
    assert says(language, "admin-audit-file", file.text) and says(language, "admin-audit-head", file.text)
    lines = await lines_of(hall)
    kind = dora.texts.plain("column-kind")
    assert [line[kind] for line in lines][:2] == ["SeatsHeld", "EventFrozen"]
    assert {line[dora.texts.plain("column-code")] for line in lines} == {"yoga-2"}
    (booked,) = [line for line in lines if line[kind] == "BookingMade"]
    assert (
        booked[dora.texts.plain("column-name")] == "'=HYPERLINK(1)" == booked[dora.texts.plain("column-who")]
    )


async def test_a_file_that_is_too_long_says_so(hall: Hall, language: str, monkeypatch: Any) -> None:
    monkeypatch.setattr("handlers.admin.audit.MOST", 2)
    dora = await happened(hall, language)
    await asks(dora, "")
    await dora.presses("a-audit-file", chat=hall.group)
    assert says(language, "admin-audit-file-cut", (await dora.newest(hall.group)).text)
    assert len(await lines_of(hall)) == 2


async def test_the_seal_and_the_daily_letter(hall: Hall, language: str) -> None:
    dora = await happened(hall, language)
    assert await hall.clock.once("seal") > 0
    assert not says(language, "admin-audit-young", (await asks(dora, "")).text)
    await hall.forward(days=1)
    await hall.clock.once("seal")
    await hall.settle()
    assert says(language, "admin-alert-history", (await dora.newest(hall.group)).text)
