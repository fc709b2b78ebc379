"""The rules below the table of modes: an admin sets one by taps, somebody gives a seat up, and people read what it
comes to, which is what the rows say."""

from __future__ import annotations

import hashlib
from datetime import timedelta
from typing import Any

import pytest

from engine.settings import Mode
from handlers.admin.automation import SEEDS
from storage.tables import bookings, entries, events, offers
from tests.taps.hall import Hall, Human
from tests.taps.ruling import Office
from tests.taps.words import says

HOUR = 3600
ZONE = "Europe/Budapest"


async def asked(hall: Hall, language: str, **rules: Any) -> tuple[Office, Human, Human]:
    """The admin has set these rules for yoga-1, in mode offer; Ben has its seat, Anna waits."""
    office = await Office.opened(hall, language)
    for rule, value in rules.items():
        await office.rules("yoga-1", {rule: value})
    anna, ben = await office.waiting("yoga-1")
    return office, anna, ben


async def promised(office: Office, who: Human, left: timedelta) -> None:
    """The only open offer ends after this, to the full minute, and its message says so."""
    (offer,) = await office.open_offers("yoga-1")
    ends = office.hall.calendar() + left
    assert timedelta(0) <= offer.expires_at - ends < timedelta(minutes=1), offer.expires_at - ends
    assert who.texts.when(offer.expires_at, ZONE) in (await who.newest()).text


# ------------------------------------------------------------------------------------------------------ validity


async def test_validity_fixed(hall: Hall, language: str) -> None:
    office, anna, ben = await asked(hall, language, validity=HOUR // 2)
    await office.frees(ben, "yoga-1")
    await promised(office, anna, timedelta(minutes=30))
    await hall.forward(minutes=29)
    assert await office.asked("yoga-1") == ["Anna"]
    await hall.forward(minutes=2)
    await office.hears(anna, "offer-missed-kept")


@pytest.mark.parametrize(
    ("left", "open_for"),
    [
        (timedelta(hours=49), timedelta(hours=12)),
        (timedelta(hours=47), timedelta(hours=2)),
        pytest.param(timedelta(hours=13), timedelta(hours=2), marks=pytest.mark.long),
        (timedelta(hours=11), timedelta(minutes=20)),
        pytest.param(timedelta(hours=2, minutes=1), timedelta(minutes=20), marks=pytest.mark.long),
    ],
    ids=["49h", "47h", "13h", "11h", "2h"],
)
async def test_validity_by_time_to_start(
    hall: Hall, language: str, left: timedelta, open_for: timedelta
) -> None:
    """More than two days before: twelve hours; then two hours; in the last twelve hours twenty minutes."""
    office, anna, ben = await asked(hall, language, validity=None)
    await office.automates("yoga-1")
    await office.sees("auto-rule-validity-start")
    await office.until("yoga-1", seconds=left.total_seconds())
    await office.frees(ben, "yoga-1")
    await promised(office, anna, open_for)


async def test_last_call(hall: Hall, language: str) -> None:
    """Less than two hours before: everybody in line at once, no seat is held, the first tap wins, and who was too slow
    is told and keeps the place."""
    office, anna, ben = await asked(hall, language, validity=None)
    cleo = await office.joined("yoga-1", "Cleo")
    await office.automates("yoga-1")
    await office.sees("auto-rule-call")
    await office.until("yoga-1", hours=1, minutes=59)
    await office.frees(ben, "yoga-1")
    assert await office.asked("yoga-1") == ["Anna", "Cleo"]
    start = await office.starts_at("yoga-1")
    for offer in await office.open_offers("yoga-1"):
        assert offer.last_call and offer.expires_at == start
    for who in (anna, cleo):
        await office.hears(who, "offer-call-head", "offer-call", "offer-call-rule")
    await office.manages(office.dora, "yoga-1")
    assert office.dora.texts.plain("admin-event-kept", offered=0, held=0, free=1) in await office.card()
    await cleo.presses("accept")
    assert await office.seated("yoga-1") == ["Cleo"]
    await office.hears(anna, "offer-withdrawn-taken")
    assert await office.places("yoga-1") == {"Anna": "waiting", "Cleo": "booked"}


# ---------------------------------------------------------------------------------------------------- quiet hours


async def test_quiet_hours(hall: Hall, language: str) -> None:
    """A seat that comes free at night is held at once, and told in the morning: the clock starts then. An offer that is
    open in the evening has the rest of its time in the morning."""
    office, anna, ben = await asked(hall, language, validity=2 * HOUR, quiet="22:00-08:00")
    await office.automates("yoga-1")
    await office.sees("auto-rule-quiet")
    await office.until("yoga-1", days=3, hours=19)  # 23:00
    await office.frees(ben, "yoga-1")
    (offer,) = await office.open_offers("yoga-1")
    assert offer.delivered_at is None and not says(language, "offer-head", (await anna.newest()).text)
    eve = await office.somebody("Eve")
    await eve.opens("yoga-1")
    assert "book" not in await eve.offered_verbs(), "held, although nobody has been told"
    await office.until("yoga-1", days=3, hours=10)  # 08:00
    await office.hears(anna, "offer-head")
    await promised(office, anna, timedelta(hours=2))
    cleo = await office.joined("yoga-1", "Cleo")
    await office.until("yoga-1", days=2, hours=21)  # 21:00
    await office.hears(cleo, "offer-head")
    (offer,) = await office.open_offers("yoga-1")
    assert offer.expires_at == await office.starts_at("yoga-1") - timedelta(days=2, hours=9)  # 09:00


# -------------------------------------------------------------------------------------------------------- cut-off


async def test_cutoff_before_start(hall: Hall, language: str) -> None:
    """An offer ends at the cut-off at the latest; what comes free after it is offered to nobody, and whoever is first
    to look may book it."""
    office, anna, ben = await asked(hall, language, validity=24 * HOUR, cutoff=12 * HOUR)
    await office.automates("yoga-1")
    await office.sees("auto-rule-cutoff")
    await office.until("yoga-1", hours=13)
    await office.frees(ben, "yoga-1")
    await promised(office, anna, timedelta(hours=1))
    await hall.forward(minutes=61)
    assert await office.asked("yoga-1") == [] and await office.seated("yoga-1") == []
    await office.hears(anna, "offer-missed-kept")
    await office.booked("yoga-1", "Eve")
    assert await office.seated("yoga-1") == ["Eve"]


async def test_an_offer_never_outlives_the_least_of_its_limits(hall: Hall, language: str) -> None:
    """Validity, the cut-off, and the start, which closes booking: whichever comes first, and the message says it."""
    office, anna, ben = await asked(hall, language, validity=24 * HOUR, last_call=0)
    people = {"Anna": anna, "Cleo": await office.joined("yoga-1", "Cleo")}
    await office.until("yoga-1", hours=5)
    await office.frees(ben, "yoga-1")
    await promised(office, anna, timedelta(hours=5))
    for rule, left in (("cutoff", timedelta(hours=3)), ("validity", timedelta(minutes=30))):
        await office.rules("yoga-1", {rule: 2 * HOUR if rule == "cutoff" else HOUR // 2}, withdraw=True)
        (name,) = await office.asked("yoga-1")
        await promised(office, people[name], left)
    rows = await hall.studio.rows(offers)
    start = await office.starts_at("yoga-1")
    assert all(row.expires_at <= row.closes_at <= start for row in rows)


# ------------------------------------------------------------------------------------------ automatic confirmation


async def test_who_asked_for_it_is_booked_without_a_question(hall: Hall, language: str) -> None:
    office = await Office.opened(hall, language)
    ben = await office.booked("yoga-1", "Ben")
    anna = await office.somebody("Anna")
    await anna.opens("yoga-1")
    await anna.presses("join")
    await anna.taps("join", hall.event("yoga-1"), 1)
    await anna.presses("join-confirm")
    await office.hears(anna, "next-booked-grace")
    await office.frees(ben, "yoga-1")
    assert await office.seated("yoga-1") == ["Anna"] and await hall.studio.rows(offers) == []
    await office.hears(anna, "booking-promoted")


async def test_close_to_the_start_the_next_is_booked_without_a_question(hall: Hall, language: str) -> None:
    office, anna, ben = await asked(hall, language, auto_confirm=24 * HOUR)
    cleo = await office.joined("yoga-1", "Cleo")
    await office.automates("yoga-1")
    await office.sees("auto-rule-confirm")
    await office.until("yoga-1", hours=25)
    await office.frees(ben, "yoga-1")
    assert await office.asked("yoga-1") == ["Anna"], "not yet"
    await office.until("yoga-1", hours=24)
    assert await office.asked("yoga-1") == ["Anna"], "an offer that is open is not taken back for it"
    await anna.presses("decline", "decline-keep")
    assert await office.seated("yoga-1") == ["Cleo"]
    await office.hears(cleo, "booking-promoted")


# ------------------------------------------------------------------------------------------------- how many at once


async def three_free(hall: Hall, language: str, parallel: int) -> tuple[Office, list[Human]]:
    """Three seats of yoga-2 have come free; five wait."""
    office = await Office.opened(hall, language)
    if parallel != 1:
        await office.rules("yoga-2", {"parallel": parallel})
    guests = [await office.booked("yoga-2", f"Guest {number}") for number in range(3)]
    people = [await office.joined("yoga-2", f"P{number}") for number in range(5)]
    for guest in guests:
        await office.frees(guest, "yoga-2")
    return office, people


async def test_guard_one_offer_at_a_time(hall: Hall, language: str) -> None:
    """Three seats are free, one person is asked; the next when that one has answered."""
    office, people = await three_free(hall, language, 1)
    assert await office.asked("yoga-2") == ["P0"]
    assert not says(language, "offer-head", (await people[1].newest()).text)
    await people[0].presses("accept")
    assert await office.asked("yoga-2") == ["P1"]
    assert await office.seated("yoga-2") == ["P0"]


async def test_some_in_parallel(hall: Hall, language: str) -> None:
    """Two are asked for three seats; whoever answers makes room for the next."""
    office, people = await three_free(hall, language, 2)
    assert await office.asked("yoga-2") == ["P0", "P1"]
    await office.automates("yoga-2")
    assert office.dora.texts.plain("auto-rule-parallel", count=2) in await office.card()
    await people[1].presses("decline", "decline-keep")
    assert await office.asked("yoga-2") == ["P0", "P2"]


@pytest.mark.parametrize("parallel", [pytest.param(0, marks=pytest.mark.long), 5])
async def test_never_more_than_free_seats(hall: Hall, language: str, parallel: int) -> None:
    """As many as there are seats, or five: with three free seats three are asked."""
    office, people = await three_free(hall, language, parallel)
    assert await office.asked("yoga-2") == ["P0", "P1", "P2"]
    await people[2].presses("accept")
    assert await office.asked("yoga-2") == ["P0", "P1"], "that seat is taken"
    await people[0].presses("decline", "decline-keep")
    assert await office.asked("yoga-2") == ["P1", "P3"]


# ------------------------------------------------------------------------------------------------------------ order


async def test_order_of_the_line(hall: Hall, language: str) -> None:
    office, anna, ben = await asked(hall, language)
    await office.joined("yoga-1", "Cleo")
    await office.automates("yoga-1")
    await office.sees("auto-rule-order-line")
    await office.frees(ben, "yoga-1")
    assert await office.asked("yoga-1") == ["Anna"]
    await anna.presses("decline", "decline-leave")
    assert await office.asked("yoga-1") == ["Cleo"]


async def test_seeded_lottery(hall: Hall, language: str) -> None:
    """The card shows the seed of the draw, and anybody who has it gets the order in which people are asked."""
    office, _, ben = await asked(hall, language, order="lottery")
    for name in ("Cleo", "Dan", "Eve"):
        await office.joined("yoga-1", name)
    (event,) = await hall.studio.rows(events, events.c.id == hall.event("yoga-1"))
    assert int(event.offer["seed"]) in SEEDS
    await office.automates("yoga-1")
    await office.sees("auto-rule-order-lottery")
    assert event.offer["seed"] in await office.card()
    lots = sorted(await hall.studio.rows(entries), key=lambda row: lot(event.offer["seed"], row))
    await office.manages(office.dora, "yoga-1")
    await office.sees("admin-event-lottery")
    await office.frees(ben, "yoga-1")
    (first,) = await office.open_offers("yoga-1")
    assert first.entry_id == lots[0].id
    await office.dora.presses("a-offers", "a-offer", "a-withdraw-ask", "a-withdraw", chat=hall.group)
    (second,) = await office.open_offers("yoga-1")
    assert second.entry_id == lots[1].id


def lot(seed: str, entry: Any) -> str:
    """As anybody can draw it, with a line of shell."""
    return hashlib.sha256(f"{seed}:{entry.event_id}:{entry.id}".encode()).hexdigest()


# ------------------------------------------------------------------------------------------------------ missed offers


async def test_what_a_missed_offer_costs(hall: Hall, language: str) -> None:
    """The place is kept once, then it is the last, then it is gone; said before it can happen, and when it has."""
    office, anna, ben = await asked(hall, language, validity=HOUR // 2)
    await office.automates("yoga-1")
    await office.sees("auto-rule-missed")
    await office.frees(ben, "yoga-1")
    await office.hears(anna, "offer-rule-kept")
    await hall.forward(minutes=31)
    await office.hears(anna, "offer-missed-kept")
    await again(office, "Cleo")
    await office.hears(anna, "offer-rule-end")
    dan = await office.joined("yoga-1", "Dan")
    await hall.forward(minutes=31)
    await office.hears(anna, "offer-missed-end")
    line = await hall.studio.rows(entries, entries.c.status.in_(("waiting", "offered")))
    assert max(line, key=lambda row: row.seq).person_id == await office.person_id(anna), "behind Dan now"
    await dan.presses("decline", "decline-leave")
    await again(office, "Eve")
    await office.hears(anna, "offer-rule-off")
    await hall.forward(minutes=31)
    await office.hears(anna, "offer-missed-off")
    assert (await office.places("yoga-1"))["Anna"] == "left"


async def again(office: Office, name: str) -> None:
    """Somebody new takes the seat and gives it up, so that everybody who has said nothing may be asked again."""
    await office.frees(await office.booked("yoga-1", name), "yoga-1")


# -------------------------------------------------------------------------------------------------------- party fit


async def test_party_fit_strict_order(hall: Hall, language: str) -> None:
    """One seat is free and two wait for two: everybody behind them waits, and so does the seat."""
    office = await Office.opened(hall, language)
    guests = [await office.booked("yoga-2", f"Guest {number}") for number in range(3)]
    pair = await office.party("yoga-2", "Anna", "Zoe")
    await office.joined("yoga-2", "Cleo")
    await office.automates("yoga-2")
    await office.sees("auto-rule-fit-strict")
    await office.frees(guests[0], "yoga-2")
    assert await office.asked("yoga-2") == []
    eve = await office.somebody("Eve")
    await eve.opens("yoga-2")
    assert "book" not in await eve.offered_verbs()
    await office.frees(guests[1], "yoga-2")
    assert await office.asked("yoga-2") == ["Anna"]
    (offer,) = await office.open_offers("yoga-2")
    assert offer.count == 2
    await pair.presses("accept")
    assert [row.seats for row in await hall.studio.rows(bookings, bookings.c.active == 1)] == [1, 2]


async def test_party_fit_best_with_a_bounded_number_of_skips(hall: Hall, language: str) -> None:
    """A smaller party goes first, once; then the large one is waited for."""
    office = await Office.opened(hall, language)
    await office.rules("yoga-2", {"party_fit": "best", "max_skips": 1})
    guests = [await office.booked("yoga-2", f"Guest {number}") for number in range(3)]
    await office.party("yoga-2", "Anna", "Zoe")
    cleo = await office.joined("yoga-2", "Cleo")
    await office.joined("yoga-2", "Dan")
    await office.frees(guests[0], "yoga-2")
    assert await office.asked("yoga-2") == ["Cleo"]
    (anna, *_) = await hall.studio.rows(entries)
    assert anna.skips == 1
    await cleo.presses("accept")
    await office.frees(cleo, "yoga-2")
    assert await office.asked("yoga-2") == [], "Dan has to wait: Anna was passed over as often as she may be"
    await office.frees(guests[1], "yoga-2")
    assert await office.asked("yoga-2") == ["Anna"]


# ------------------------------------------------------------------------------------------- per event or per service


async def test_rules_of_a_service_hold_for_its_events_but_for_their_own(hall: Hall, language: str) -> None:
    office = await Office.opened(hall, language)
    await office.rules("yoga-1", {"validity": HOUR // 2})
    await office.rules("yoga-1", {"validity": 24 * HOUR}, service=True)
    waiting, seated = {}, {}
    for code in ("yoga-1", "yoga-2"):
        seated[code] = await office.booked(code, "Ben")
        await office.fill(code)
        waiting[code] = await office.joined(code, f"Waits for {code}")
    for code, minutes in (("yoga-1", 30), ("yoga-2", 24 * 60)):
        await office.frees(seated[code], code)
        (offer,) = await office.open_offers(code)
        lasts = offer.expires_at - hall.calendar()
        assert timedelta(0) <= lasts - timedelta(minutes=minutes) < timedelta(minutes=1)
        assert waiting[code].texts.when(offer.expires_at, ZONE) in (await waiting[code].newest()).text
    await office.automates("yoga-1")
    await office.sees("auto-own")
    await office.automates("yoga-2")
    await office.sees("auto-follows")
    assert (await office.automates("yoga-1", service=True))[1] == 1
    await office.sees("auto-concerns")
    await office.mode("yoga-2", Mode.LEGACY, withdraw=False)
