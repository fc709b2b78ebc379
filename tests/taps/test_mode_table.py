"""The rows of the table of modes: an admin chooses the mode by taps, somebody gives a seat up, and this happens."""

from __future__ import annotations

from engine.settings import Mode
from handlers.admin.account import SWITCHES
from storage.tables import bookings, entries, facts, holds, offers
from tests.taps.hall import Hall, Human
from tests.taps.ruling import Office
from tests.taps.test_imports import PEOPLE, table
from tests.taps.words import says

PENDING = next(number for number, switches in SWITCHES.items() if switches.booking_status == "pending")

# ------------------------------------------------------------------------------------------------------- manual


async def manual(hall: Hall, language: str) -> tuple[Office, Human, Human]:
    """The admin decides about every seat of yoga-1; Ben has given it up, Anna and Cleo wait."""
    office = await Office.opened(hall, language)
    await office.mode("yoga-1", Mode.MANUAL)
    anna, ben = await office.waiting("yoga-1")
    cleo = await office.joined("yoga-1", "Cleo")
    await office.frees(ben, "yoga-1")
    return office, anna, cleo


async def test_manual_nothing_happens_by_itself_and_it_says_so(hall: Hall, language: str) -> None:
    """The process stops, says why, and the admins have one card that names who is next."""
    office, anna, _ = await manual(hall, language)
    await office.sees("admin-freed-head", "admin-freed-next", "admin-halted-manual")
    assert "Anna" in (text := await office.card()) and text.index("Anna") < text.index("Cleo")
    assert await office.dora.offered_verbs(hall.group) >= {
        "a-freed-promote", "a-freed-offer", "a-freed-hold", "a-freed-publish-ask",
    }  # fmt: skip
    cards = len(await hall.group.messages())
    await hall.forward(hours=20)
    assert len(await hall.group.messages()) == cards, "the sweep says it no second time"
    assert await office.places("yoga-1") == {"Anna": "waiting", "Cleo": "waiting"}
    assert await hall.studio.rows(offers) == [] and await office.seated("yoga-1") == []
    await office.hears(anna, "entry-joined", "next-manual")
    eve = await office.somebody("Eve")
    await eve.opens("yoga-1")
    assert "book" not in await eve.offered_verbs(), "the seat is kept for those who wait"


async def test_manual_promote(hall: Hall, language: str) -> None:
    office, anna, cleo = await manual(hall, language)
    await office.taps("a-freed-promote")
    assert await office.seated("yoga-1") == ["Anna"]
    await office.hears(anna, "booking-promoted")
    await office.hears(cleo, "entry-joined")
    await office.sees("admin-freed-done", "admin-freed-last")


async def test_manual_offer(hall: Hall, language: str) -> None:
    """One offer, by hand; when it is over nobody else is asked by itself."""
    office, anna, cleo = await manual(hall, language)
    await office.taps("a-freed-offer")
    assert await office.asked("yoga-1") == ["Anna"]
    await office.hears(anna, "offer-head")
    await office.sees("admin-freed-offered", "admin-freed-offer")
    await anna.presses("decline", "decline-keep")
    assert await office.asked("yoga-1") == []
    await office.hears(cleo, "entry-joined")
    await office.sees("admin-freed-head")


async def test_manual_hold(hall: Hall, language: str) -> None:
    office, _, _ = await manual(hall, language)
    await office.taps("a-freed-hold")
    (held,) = await hall.studio.rows(holds)
    assert (held.active, held.by_name) == (1, "Dora")
    assert await office.places("yoga-1") == {"Anna": "waiting", "Cleo": "waiting"}


async def test_manual_release_to_the_public(hall: Hall, language: str) -> None:
    office, _, _ = await manual(hall, language)
    await office.dora.presses("a-freed-publish-ask", "a-freed-publish", chat=hall.group)
    await office.booked("yoga-1", "Eve")
    assert await office.seated("yoga-1") == ["Eve"]


# ------------------------------------------------------------------------------------------------------- legacy


async def test_legacy_the_first_suitable_is_booked_at_once(hall: Hall, language: str) -> None:
    """By priority, then by who came first; nobody is asked, and whoever moves up hears it."""
    office = await Office.opened(hall, language)
    await office.mode("yoga-1", Mode.LEGACY)
    anna, ben = await office.waiting("yoga-1")
    cleo = await office.joined("yoga-1", "Cleo")
    dan = await office.joined("yoga-1", "Dan")
    rows: list[list[object]] = [[dan.id, "", "", "yoga-1", "", 10, "regular"]]
    await office.dora.drops("people.csv", table(PEOPLE, rows), hall.group)
    await office.taps("a-import")
    order = []
    for who, name in ((ben, "Dan"), (dan, "Anna"), (anna, "Cleo")):
        await office.frees(who, "yoga-1")
        order.append(await office.seated("yoga-1") == [name])
    assert order == [True] * 3 and await hall.studio.rows(offers) == []
    await office.hears(cleo, "booking-promoted")
    (last, *_) = reversed(await hall.studio.rows(bookings))
    assert (last.status, last.source) == ("confirmed", "promotion")


async def test_legacy_who_came_in_the_same_moment_goes_by_the_id(hall: Hall, language: str) -> None:
    """Both have joined in the same second: whoever has the smaller number is first."""
    office = await Office.opened(hall, language)
    await office.mode("yoga-1", Mode.LEGACY)
    _, ben = await office.waiting("yoga-1")
    await office.joined("yoga-1", "Cleo")
    first, second = await hall.studio.rows(entries)
    assert first.created_at == second.created_at and first.id < second.id and first.seq < second.seq
    await office.frees(ben, "yoga-1")
    assert await office.seated("yoga-1") == ["Anna"]


async def test_legacy_pending_by_the_accounts_setting(hall: Hall, language: str) -> None:
    """The owner lets bookings wait for a yes; whoever moves up is told so, and an admin confirms."""
    office = await Office.opened(hall, language)
    await office.mode("yoga-1", Mode.LEGACY)
    olga = await office.owner()
    await office.manages(olga, "yoga-1")
    await olga.presses("a-auto", "a-account", chat=hall.group)
    await olga.taps("a-account-ask", hall.event("yoga-1"), 0, PENDING, chat=hall.group)
    await olga.presses("a-account-do", chat=hall.group)
    anna, ben = await office.waiting("yoga-1")
    await office.frees(ben, "yoga-1")
    (_, booking) = await hall.studio.rows(bookings)
    assert (booking.status, booking.source) == ("pending", "promotion")
    await office.hears(anna, "booking-promoted", "booking-pending-note")
    await office.sees("admin-pending-head")
    await office.taps("a-confirm")
    await office.hears(anna, "booking-confirmed")


async def test_legacy_free_cancel_grace(hall: Hall, language: str) -> None:
    """Moved up so late that cancelling would count as late: for two hours it does not, and that is said before joining,
    with the seat, and when it is given back."""
    office = await Office.opened(hall, language)
    await office.mode("yoga-1", Mode.LEGACY)
    anna, ben = await office.waiting("yoga-1")
    await office.hears(anna, "next-booked-grace")
    cleo = await office.joined("yoga-1", "Cleo")
    await office.until("yoga-1", hours=10)
    await office.frees(ben, "yoga-1")
    await office.hears(ben, "booking-cancelled-late")
    await office.hears(anna, "booking-promoted", "booking-rule")
    await office.frees(anna, "yoga-1")
    assert not says(language, "booking-cancelled-late", (await anna.newest()).text)
    await hall.forward(hours=3)
    await office.frees(cleo, "yoga-1")
    await office.hears(cleo, "booking-cancelled-late")


# ------------------------------------------------------------------------------------------------------- offer


async def test_offer_goes_to_the_line_first_and_is_held(hall: Hall, language: str) -> None:
    """The line's first person is asked, not booked; the seat is nobody else's until there is an answer."""
    office = await Office.opened(hall, language)
    await office.mode("jazz-1", Mode.OFFER)
    anna, ben = await office.waiting("jazz-1")
    cleo = await office.joined("jazz-1", "Cleo")
    await office.frees(ben, "jazz-1")
    await office.hears(anna, "offer-head", "offer-held")
    assert await office.asked("jazz-1") == ["Anna"] and await office.seated("jazz-1") == []
    eve = await office.somebody("Eve")
    await eve.opens("jazz-1")
    assert "book" not in await eve.offered_verbs()
    await office.manages(office.dora, "jazz-1")
    await office.sees("admin-event-kept")
    await anna.presses("accept")
    assert await office.seated("jazz-1") == ["Anna"]
    await office.hears(cleo, "entry-joined")


async def test_offer_rejected_expired_or_withdrawn_goes_to_the_next(hall: Hall, language: str) -> None:
    """The four ends of an offer; each of them frees the seat in the same moment, but the first."""
    office = await Office.opened(hall, language)
    await office.mode("jazz-1", Mode.OFFER)
    anna, ben = await office.waiting("jazz-1")
    cleo, dan = await office.joined("jazz-1", "Cleo"), await office.joined("jazz-1", "Dan")
    await office.joined("jazz-1", "Eve")
    await office.frees(ben, "jazz-1")
    await anna.presses("decline", "decline-leave")
    assert await office.asked("jazz-1") == ["Cleo"]
    await hall.forward(hours=13)
    assert await office.asked("jazz-1") == ["Dan"]
    await office.hears(cleo, "offer-missed-kept")
    await office.manages(office.dora, "jazz-1")
    await office.dora.presses("a-offers", "a-offer", "a-withdraw-ask", "a-withdraw", chat=hall.group)
    assert await office.asked("jazz-1") == ["Eve"]
    await office.hears(dan, "offer-withdrawn-admin")
    ends = [row.status for row in await hall.studio.rows(offers)]
    assert ends == ["rejected", "expired", "withdrawn", "pending"]


async def test_offer_goes_to_the_reserve_list_by_time_windows(hall: Hall, language: str) -> None:
    """Nobody is in the event's own line: somebody on the service's list whose hours suit is asked, not the one before
    whose hours do not. The event begins at six in the evening."""
    office = await Office.opened(hall, language)
    ben = await office.booked("yoga-1", "Ben")
    await office.fill("yoga-2")
    mornings, evenings = await office.somebody("Mia"), await office.somebody("Eve")
    for who, choice in ((mornings, 1), (evenings, 3)):
        await who.opens("yoga-1")
        await who.presses("join", "anywhere")
        await who.taps("anywhere-confirm", hall.event("yoga-1"), choice)
    line = await office.somebody("Lia")
    await office.frees(ben, "yoga-1")
    assert await office.asked("yoga-1") == ["Eve"]
    await office.hears(evenings, "offer-head")
    await office.hears(mornings, "reserve-place")
    await line.opens("yoga-1")
    await line.presses("join", "join-confirm")
    await evenings.presses("decline", "decline-keep")
    assert await office.asked("yoga-1") == ["Lia"], "the line first, then the service's list"


async def test_every_change_of_a_mode_names_who_and_what(hall: Hall, language: str) -> None:
    """In the history, with the public name of the mode; its code is shown to nobody."""
    office = await Office.opened(hall, language)
    await office.mode("yoga-1", Mode.LEGACY)
    (fact,) = [row for row in await hall.studio.rows(facts) if row.kind == "EventConfigured"]
    assert (fact.actor_name, fact.data["mode"]) == ("Dora", "legacy")
    await office.dora.types("/audit", chat=hall.group)
    assert office.dora.texts.plain("admin-mode-legacy") in await office.card()
    shown = [message.text for message in await hall.group.messages()]
    assert not any("legacy" in text for text in shown)
