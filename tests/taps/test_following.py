"""What follows from a change is told as it is: seats that nobody in line gets, a balancing that goes on under other
rules, offers that are over, and the reasons of the history."""

from __future__ import annotations

from typing import Any

from engine.settings import Mode
from handlers.admin.whatif import MODES
from storage.tables import bookings, facts
from tests.taps.hall import Hall, Human
from tests.taps.ruling import EVENT, Office
from tests.taps.stages import Stage
from tests.taps.test_mode_splitter import crowded, plainly
from tests.taps.words import says

# ------------------------------------------------------------------------------- seats that nobody in line gets


async def let_go(hall: Hall, language: str) -> tuple[Office, Human, Human]:
    """yoga-1 by offers: Anna has said no to the one seat, Cleo has not answered; nobody else waits."""
    office = await Office.opened(hall, language)
    anna, _, cleo = await office.offered("yoga-1")
    await anna.presses("decline", "decline-keep")
    await cleo.finds("accept")
    (offer,) = await office.open_offers("yoga-1")
    await hall.forward(minutes=(offer.expires_at - hall.calendar()).total_seconds() / 60 + 1)
    assert await office.open_offers("yoga-1") == []
    return office, anna, cleo


async def test_a_seat_that_was_let_go_is_anybodys_and_the_card_says_why(hall: Hall, language: str) -> None:
    """Also under automatic promotion nobody is booked for a seat that they have let go; the next one is theirs."""
    office, _, _ = await let_go(hall, language)
    await office.mode("yoga-1", Mode.LEGACY)
    await office.manages(office.dora, "yoga-1")
    texts, text = office.dora.texts, await office.card()
    assert await office.seated("yoga-1") == []
    assert texts.plain("admin-event-out-of-turn", count=1) in text
    assert texts.plain("admin-out-let-go", count=2) in text
    assert not says(language, "admin-out-unreachable", text)

    zoe = await office.booked("yoga-1", "Zoe")
    await office.taps("a-refresh")
    assert not says(language, "admin-event-out-of-turn", await office.card())
    await office.frees(zoe, "yoga-1")
    assert await office.seated("yoga-1") == ["Anna"], "the next seat goes to the first in line"


async def test_the_card_of_a_freed_seat_says_so_too(hall: Hall, language: str) -> None:
    """It was waiting for an admin; under automatic promotion it is anybody's, as the one who waits has let it go."""
    office = await Office.opened(hall, language)
    _, anna, cleo = await office.freed("clay-1")
    await office.taps("a-freed-offer")
    await anna.presses("decline", "decline-keep")
    await cleo.opens("clay-1")
    await cleo.presses("leave", "leave-confirm")
    await office.mode("clay-1", Mode.LEGACY)
    group = [message.text for message in await hall.group.messages()]
    (said,) = [text for text in group if says(language, "admin-freed-public", text)]
    assert office.dora.texts.plain("admin-out-let-go", count=1) in said
    assert not any(says(language, "admin-freed-done", text) for text in group), "that is not true"


# ------------------------------------------------------------------- a balancing that goes on under other rules


async def distributed(hall: Hall, language: str) -> tuple[Office, dict[str, Human]]:
    """Three who wait for yoga-1 are asked for yoga-2."""
    office, people = await crowded(hall, language)
    await office.taps("a-split")
    await office.taps("a-split-offers")
    await people["Dan"].finds("accept")
    return office, people


async def test_another_mode_names_the_balancing_and_what_becomes_of_it(hall: Hall, language: str) -> None:
    office, _ = await distributed(hall, language)
    texts = office.dora.texts
    three = plainly(texts.plain("auto-effect-balance", count=3))

    of_service = await office.automates("yoga-1", service=True)
    await office.taps("a-auto-modes", *of_service)
    await office.taps("a-auto-ask", *of_service, 0, MODES.index(Mode.LEGACY))
    assert three in await office.card()
    await office.sees("auto-effect-balance-withdrawn", "auto-open-offers")

    of_service = await office.automates("yoga-1", service=True)
    await office.taps("a-account", *of_service)
    await office.taps("a-account-ask", *of_service, 1)
    assert three in await office.card() and not says(
        language, "auto-effect-balance-withdrawn", await office.card()
    )

    for code, goes in (("yoga-2", True), ("yoga-1", False)):  # the offers are for seats of the one
        of_event = await office.automates(code)
        assert of_event[1] == EVENT
        await office.taps("a-auto-modes", *of_event)
        await office.taps("a-auto-ask", *of_event, 0, MODES.index(Mode.MANUAL))
        assert three in await office.card(), code
        assert says(language, "auto-effect-balance-withdrawn", await office.card()) is goes, code

    await office.dora.types("/whatif yoga-2", chat=hall.group)
    await office.taps("a-whatif-mode", hall.event("yoga-2"), MODES.index(Mode.MANUAL))
    assert three in await office.card()


async def test_under_another_mode_it_can_still_be_seen_and_finalized(hall: Hall, language: str) -> None:
    """Its offers stay; the card of each date leads to it. Whoever is back in line is served by the new rules."""
    office, people = await distributed(hall, language)
    await office.mode("yoga-1", Mode.LEGACY, service=True, withdraw=False)
    assert sorted(await office.asked("yoga-2")) == ["Anna", "Cleo", "Dan"]
    await office.frees(people["Ben"], "yoga-1")
    await office.manages(office.dora, "yoga-1")
    await office.sees("admin-event-split")
    await office.taps("a-split")
    await office.sees("admin-split-running", "admin-split-ends")
    await office.taps("a-split-finalize-ask")
    toast = await office.taps("a-split-finalize")
    assert says(language, "admin-done-split-over", toast.text)
    assert says(language, "admin-then-booked", toast.text) and "Anna" in toast.text
    assert await office.seated("yoga-1") == ["Anna"]
    text = await office.card()
    assert says(language, "admin-event-mode", text) and not says(language, "admin-event-split", text)
    assert not says(language, "admin-split-head", text)
    old = await office.dora.newest(hall.group)
    await office.dora.taps_on(old.id, f"1:a-split:{hall.event('yoga-1')}:0", hall.group)
    assert not says(language, "admin-split-head", await office.card()), "nothing is balanced in this mode"
    said = [message.text for message in await people["Anna"].phone.messages()]
    assert not any(says(language, "offer-withdrawn-split", text) for text in said), (
        "no place stays: she is booked"
    )
    assert any(says(language, "offer-withdrawn-admin", text) for text in said)


# ------------------------------------------------------------------------------------------ offers that are over


async def test_an_offer_that_ends_with_the_balancing_is_told_of_once(hall: Hall, language: str) -> None:
    """Its own message only says that it is over; why, and what stays, says the letter."""
    office, people = await distributed(hall, language)
    await office.taps("a-split")
    await office.taps("a-split-finalize-ask")
    await office.taps("a-split-finalize")
    said = [message.text for message in await people["Dan"].phone.messages()]
    assert [says(language, "offer-withdrawn-split", text) for text in said].count(True) == 1, said
    assert [says(language, "offer-over", text) for text in said].count(True) == 1, said
    assert not any(says(language, "offer-head", text) for text in said)


async def test_what_an_admin_takes_back_is_told_of_once(hall: Hall, language: str) -> None:
    office = await Office.opened(hall, language)
    anna, _, _ = await office.offered("yoga-1")
    await office.mode("yoga-1", Mode.MANUAL, withdraw=True)
    said = [message.text for message in await anna.phone.messages()]
    assert [says(language, "offer-withdrawn-rules", text) for text in said].count(True) == 1, said
    assert [says(language, "offer-over", text) for text in said].count(True) == 1, said


# ---------------------------------------------------------------------------------------------------- what if


async def test_whatif_speaks_of_a_next_offer_only_where_one_is_made(hall: Hall, language: str) -> None:
    """Under automatic promotion none is, whatever is still open; and by offers only for somebody who waits."""
    office = await Office.opened(hall, language)
    _, _, cleo = await office.offered("yoga-1")
    await office.mode("yoga-1", Mode.LEGACY, withdraw=False)
    await office.dora.types("/whatif yoga-1 capacity +2", chat=hall.group)
    text = await office.card()
    assert says(language, "whatif-booked", text) and not says(language, "whatif-next-offer", text), text

    assert await office.asked("yoga-1") == ["Anna"]
    await cleo.opens("yoga-1")
    await cleo.presses("leave", "leave-confirm")
    await office.mode("yoga-1", Mode.OFFER, withdraw=False)
    await office.dora.types("/whatif yoga-1 capacity +2", chat=hall.group)
    text = await office.card()
    assert says(language, "whatif-nobody", text) and not says(language, "whatif-next-offer", text), text


# --------------------------------------------------------------------------------------- reasons of the history


async def audited(office: Office, words: str) -> list[str]:
    """Each entry of what /audit shows."""
    await office.dora.types(f"/audit {words}", chat=office.hall.group)
    return (await office.card()).split("\n\n")


def entry_with(office: Office, entries: list[str], key: str, **values: Any) -> str:
    words = office.dora.texts.plain(key, **values)
    (found,) = [entry for entry in entries if words in entry]
    return found


async def test_a_request_that_is_granted_has_a_reason_of_its_own(hall: Hall, language: str) -> None:
    """Nobody was in a line."""
    office = await Office.opened(hall, language)
    await Stage.asked(office)
    await office.dora.finds("a-request-book", chat=hall.group)
    await office.taps("a-request-book")
    entries = await audited(office, "yoga-2")
    texts = office.dora.texts
    for key, values in (("fact-request-granted", {}), ("fact-booking-made-request", {"seats": 1})):
        said = entry_with(office, entries, key, **values)
        assert texts.plain("admin-reason-asked") in said and texts.plain("admin-reason-turn") not in said


async def test_the_reason_of_a_move_is_not_that_of_the_promotion_behind_it(hall: Hall, language: str) -> None:
    office = await Office.opened(hall, language)
    await office.mode("yoga-1", Mode.LEGACY)
    _, ben = await office.waiting("yoga-1")
    ids = hall.event("yoga-1"), await office.booking_id(ben), hall.event("yoga-2")
    await office.manages(office.dora, "yoga-1")
    await office.taps("a-bookings")
    await office.taps("a-booking", *ids[:2])
    await office.taps("a-move-list")
    await office.taps("a-move-ask", *ids)
    await office.taps("a-move", *ids, 4)
    assert await office.seated("yoga-1") == ["Anna"]
    agreed, texts = office.dora.texts.plain("admin-reason-agreed"), office.dora.texts
    entries = await audited(office, "yoga-1")
    promoted = entry_with(office, entries, "fact-booking-made-promotion", seats=1)
    assert agreed not in promoted and texts.plain("label-audit-followed") in promoted
    assert agreed in entry_with(office, entries, "fact-booking-cancelled-move")
    (place,) = [entry for entry in entries if says(language, "fact-entry-booked", entry)]
    assert agreed not in place
    moved = entry_with(office, await audited(office, "yoga-2"), "fact-booking-made-move", seats=1)
    assert agreed in moved


async def test_whom_an_admin_promotes_is_promoted_for_the_reason_given(hall: Hall, language: str) -> None:
    office = await Office.opened(hall, language)
    _, _, cleo = await office.freed("clay-1")
    entry = await office.entry_id(cleo)
    await office.manages(office.dora, "clay-1")
    await office.taps("a-line")
    await office.taps("a-entry", hall.event("clay-1"), entry)
    await office.taps("a-promote")
    await office.taps("a-promote-because", hall.event("clay-1"), entry, 3)
    made = entry_with(office, await audited(office, "clay-1"), "fact-booking-made-promotion", seats=1)
    assert office.dora.texts.plain("admin-reason-need") in made
    (row,) = await hall.studio.rows(facts, facts.c.kind == "BookingMade", facts.c.actor_kind == "admin")
    assert row.data["automatic"] is False and len(await hall.studio.rows(bookings)) == 2


async def test_self_service_names_its_service(hall: Hall, language: str) -> None:
    office = await Office.opened(hall, language)
    await office.automates("yoga-1", service=True)
    await office.taps("a-auto-self")
    await office.taps("a-auto-self-do")
    said = entry_with(office, await audited(office, "admins"), "fact-self-service-off")
    name = office.dora.texts.name({"en": "Yoga", "hu": "yoga-hu", "de": "yoga-de"})
    assert name in said, said
