"""/whatif in the group: what is asked in words and by buttons, who would get in or out, and that nothing is written."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.sandbox import Shown
from storage.tables import accounts
from tests.taps.hall import LANGUAGES, Hall, Human
from tests.taps.stages import Stage
from tests.taps.words import says

BUDAPEST = ZoneInfo("Europe/Budapest")

ASK = {
    "more": {"en": "capacity +1", "hu": "férőhely + 1", "de": "plätze +1"},
    "off": {"en": "CANCEL", "hu": "lemondás", "de": "absagen"},
    "booking": {"en": "cancel ben", "hu": "lemondás ben", "de": "stornieren Ben"},
    "mode": {
        "en": "mode Automatic waitlist promotion",
        "hu": "mód automatikus léptetés",
        "de": "modus Automatisches",
    },
    "date": {"en": "date tomorrow 7 pm", "hu": "IDŐPONT holnap 19 óra", "de": "zeit morgen 19 Uhr"},
    "move": {"en": "move Ben yoga-2", "hu": "áthelyezés Ben yoga-2", "de": "umbuchen Ben YOGA-2"},
}
"""The same questions in words of each language."""


async def asks(dora: Human, words: str) -> Shown:
    await dora.types(f"/whatif {words}", chat=dora.hall.group)
    return await dora.newest(dora.hall.group)


async def waited(hall: Hall, language: str = "en") -> Human:
    """Ben has the one seat of yoga-1, Anna and Cleo wait. Dora."""
    stage = Stage(hall, language)
    await stage.waiting("yoga-1")
    await stage.joined("yoga-1", "Cleo")
    return await stage.admin()


def line_of(shown: Shown, dora: Human, key: str) -> str:
    """The line that this text begins."""
    first = dora.texts.plain(key, names="|", more=0, until="|", text="|").partition("|")[0]
    return next((line for line in shown.text.splitlines() if line.startswith(first)), "")


async def test_a_seat_more_is_offered_to_the_next(hall: Hall, language: str) -> None:
    dora = await waited(hall, language)
    before = await hall.dump()
    shown = await asks(dora, f"yoga-1 {ASK['more'][language]}")
    assert says(language, "whatif-capacity", shown.text) and says(
        language, "whatif-nothing-written", shown.text
    )
    offered = line_of(shown, dora, "whatif-offered")
    assert offered.endswith(": Anna") and "Cleo" not in shown.text
    assert line_of(shown, dora, "whatif-told").endswith("Anna")
    assert await hall.dump() == before
    await dora.presses("a-capacity", "a-capacity-set", chat=hall.group)
    deadline = dora.texts.until(await open_until(hall), "Europe/Budapest", hall.calendar())
    assert deadline in offered, "the offer ends when it was said to"


async def open_until(hall: Hall) -> datetime:
    (offer,) = (await hall.studio.views.offers(hall.event("yoga-1"), 0, 2)).items
    assert offer.delivered_at is not None
    return offer.expires_at


def begins(dora: Human, moment: datetime) -> str:
    """As the first sentence of the answer says it."""
    when = dora.texts.when(moment, BUDAPEST.key)
    return dora.texts.plain("whatif-date", new=when).removeprefix("<b>").removesuffix("</b>")


async def starts(hall: Hall, code: str) -> datetime:
    event = await hall.studio.views.event(hall.event(code))
    assert event is not None
    return event.starts_at.astimezone(BUDAPEST)


async def test_every_question_in_words(hall: Hall, language: str) -> None:
    """In the words of each language, whatever the group's is."""
    dora = await waited(hall, language)
    before = await hall.dump()
    for spoken in LANGUAGES:
        off = await asks(dora, f"yoga-1 {ASK['off'][spoken]}")
        assert says(language, "whatif-off", off.text), spoken
        assert "Ben" in line_of(off, dora, "whatif-cancelled")
        assert line_of(off, dora, "whatif-closed").endswith("Anna, Cleo")
        mode = await asks(dora, f"YOGA-1 {ASK['mode'][spoken]}")
        assert says(language, "whatif-mode", mode.text), spoken
        assert dora.texts.plain("admin-mode-legacy") in mode.text and "legacy" not in mode.text
        booking = await asks(dora, f"yoga-1 {ASK['booking'][spoken]}")
        assert says(language, "whatif-cancel", booking.text), spoken
        assert "Anna" in line_of(booking, dora, "whatif-offered")
        date = await asks(dora, f"yoga-1 {ASK['date'][spoken]}")
        tomorrow = hall.calendar().astimezone(BUDAPEST) + timedelta(days=1)
        assert begins(dora, tomorrow.replace(hour=19, minute=0)) in date.text, spoken
        assert line_of(date, dora, "whatif-asked").endswith("Ben")
        move = await asks(dora, f"yoga-1 {ASK['move'][spoken]}")
        assert says(language, "whatif-there", move.text) and "Ben" in line_of(move, dora, "whatif-booked")
    assert await hall.dump() == before


async def test_seats_as_a_number_or_as_more(hall: Hall) -> None:
    dora = await waited(hall)
    for written in ("capacity 3", "capacity +2", "seats 3", "helyek + 2", "plätze 3"):
        shown = await asks(dora, f"yoga-1 {written}")
        assert "3 seats instead of 1" in shown.text and "Then: 1 of 3 booked" in shown.text


async def test_fewer_than_are_booked_says_who_would_go(hall: Hall, language: str) -> None:
    stage = Stage(hall, language)
    await stage.booked("yoga-2", "Ben")
    await stage.booked("yoga-2", "Anna <b>")
    dora = await stage.admin()
    for written in ("capacity −2", "capacity 1", "capacity -2"):
        shown = await asks(dora, f"yoga-2 {written}")
        assert says(language, "whatif-below", shown.text)
        assert line_of(shown, dora, "whatif-displaced").endswith("Anna <b>")
    await dora.presses("a-capacity", chat=hall.group)
    assert says(language, "admin-capacity-ways", (await dora.newest(hall.group)).text)


async def test_open_offers_kept_and_withdrawn(hall: Hall, language: str) -> None:
    stage = Stage(hall, language)
    await stage.offered("yoga-1")
    dora = await stage.admin()
    shown = await asks(dora, "yoga-1 mode manual")
    assert says(language, "whatif-offers-kept", shown.text)
    assert says(language, "whatif-offers-withdrawn", shown.text)
    assert line_of(shown, dora, "whatif-withdrawn").endswith("Anna")
    assert says(language, "auto-effect-stops", shown.text)
    await dora.presses("a-auto-ask", chat=hall.group)
    assert says(language, "auto-open-offers", (await dora.newest(hall.group)).text)


async def test_of_many_some_are_named_and_the_others_counted(hall: Hall, language: str) -> None:
    stage = Stage(hall, language)
    await stage.booked("yoga-1", "Ben")
    for number in range(8):
        await stage.joined("yoga-1", f"Guest <{number}>")
    dora = await stage.admin()
    shown = await asks(dora, "yoga-1 capacity 20")
    told = line_of(shown, dora, "whatif-told")
    assert says(language, "whatif-offered", shown.text) and "Guest <0>" in told
    off = line_of(await asks(dora, "yoga-1 cancel"), dora, "whatif-closed")
    assert "Guest <5>" in off and "Guest <6>" not in off and "2" in off.rpartition("Guest <5>")[2]


async def test_a_free_seat_may_have_to_wait_for_an_answer(hall: Hall, language: str) -> None:
    stage = Stage(hall, language)
    await stage.offered("yoga-1")
    dora = await stage.admin()
    shown = await asks(dora, "yoga-1 capacity +1")
    assert says(language, "whatif-next-offer", shown.text) and says(language, "whatif-nobody", shown.text)
    off = await asks(dora, "yoga-1 cancel")
    assert not says(language, "whatif-next-offer", off.text)
    assert not says(language, "auto-effect-stops", off.text)


async def test_a_code_alone_leads_to_the_questions(hall: Hall, language: str) -> None:
    dora = await waited(hall, language)
    assert says(language, "whatif-choose", (await asks(dora, "yoga-1")).text)
    await dora.presses("a-whatif-bookings", "a-whatif-cancel", chat=hall.group)
    shown = await dora.newest(hall.group)
    assert "Anna" in line_of(shown, dora, "whatif-offered") and "Ben" in line_of(
        shown, dora, "whatif-cancelled"
    )


async def test_of_several_bookings_one_is_chosen(hall: Hall, language: str) -> None:
    stage = Stage(hall, language)
    await stage.booked("yoga-2", "Anna")
    await stage.booked("yoga-2", "Annabel")
    dora = await stage.admin()
    assert says(language, "whatif-bookings", (await asks(dora, "yoga-2 cancel ann")).text)
    assert "a-whatif-cancel" in await dora.offered_verbs(hall.group)
    exact = await asks(dora, "yoga-2 cancel anna")
    assert says(language, "whatif-cancel", exact.text) and "Annabel" not in exact.text


async def test_another_time_tells_who_keeps_the_seat_and_which_offer_ends(hall: Hall, language: str) -> None:
    stage = Stage(hall, language)
    await stage.offered("yoga-1")
    dora = await stage.admin()
    before = await hall.dump()
    await asks(dora, "yoga-1")
    await dora.presses("a-whatif-date", "a-whatif-date", chat=hall.group)
    shown = await dora.newest(hall.group)
    assert line_of(shown, dora, "whatif-renewed").endswith("Anna")
    assert line_of(shown, dora, "whatif-offered").endswith("Anna")
    assert says(language, "whatif-nothing-written", shown.text) and await hall.dump() == before
    await dora.presses("a-date-ask", chat=hall.group)
    assert says(language, "admin-ask-date", (await dora.newest(hall.group)).text)


async def test_too_near_to_be_asked(hall: Hall, language: str) -> None:
    dora = await waited(hall, language)
    at = await starts(hall, "yoga-1")
    hall.calendar.moment = at.astimezone(UTC) - timedelta(hours=4)
    shown = await asks(dora, f"yoga-1 date {at - timedelta(hours=1):%Y-%m-%dT%H:%M%z}")
    assert line_of(shown, dora, "whatif-keeps").endswith("Ben"), shown.text


async def test_a_day_or_a_time_alone_leaves_the_other_as_it_is(hall: Hall) -> None:
    dora = await waited(hall)
    at = await starts(hall, "yoga-1")
    next_day = at + timedelta(days=1)
    for written, new in {
        f"date {at:%Y-%m-%d} 21:30": at.replace(hour=21, minute=30),
        "date 21:30": at.replace(hour=21, minute=30),
        "time 9.30 pm": at.replace(hour=21, minute=30),
        f"date {next_day:%Y-%m-%d}": next_day,
        f"start {next_day:%d %B}": next_day,
        f"date {next_day:%Y-%m-%dT%H:%M}": next_day,
        f"date {next_day.astimezone(UTC):%Y-%m-%d %H:%MZ}": next_day,
    }.items():
        shown = await asks(dora, f"yoga-1 {written}")
        assert begins(dora, new) in shown.text, written


WRONG = [
    ("nothing-1 capacity +2", "whatif-no-event"),
    ("capacity +2", "whatif-no-event"),
    ("yoga-1 colour blue", "whatif-unclear"),
    ("yoga-1 capacity", "whatif-no-number"),
    ("yoga-1 capacity 1e3", "whatif-no-number"),
    ("yoga-1 capacity 1_000", "whatif-no-number"),
    ("yoga-1 capacity ٣", "whatif-no-number"),
    ("yoga-1 capacity +<b>", "whatif-no-number"),
    (f"yoga-1 capacity {2**63}", "whatif-no-number"),
    ("yoga-1 mode", "whatif-no-mode"),
    ("yoga-1 mode <i>fancy</i>", "whatif-no-mode"),
    ("yoga-1 cancel Nobody & Co", "whatif-no-booking"),
    ("yoga-1 move Ben", "whatif-no-target"),
    ("yoga-1 move Ben nowhere-1", "whatif-no-target"),
    ("yoga-1 date", "whatif-no-date"),
    ("yoga-1 date 9999-12-31 23:59Z", "refusal-date-unusable"),
    ("yoga-1 date someday", "whatif-no-date"),
    ("yoga-1 date 2026-12-02 25:00", "whatif-no-date"),
    ("yoga-1 date 2026-02-30 <b>", "whatif-no-date"),
    ("yoga-1 date 0001-01-01 00:00", "whatif-no-date"),
    ("yoga-1 date 9999-12-31 23:59-12:00", "whatif-no-date"),
    ("yoga-1 date 2020-12-02 18:00", "refusal-date-unusable"),
    ("yoga-1 date 2033-12-02 18:00", "refusal-date-unusable"),
    ("yoga-1 capacity 0", "refusal-capacity-unusable"),
    ("yoga-1 capacity -9", "refusal-capacity-unusable"),
    ("yoga-1 capacity 99999", "refusal-capacity-unusable"),
    ("yoga-1 capacity 1", "refusal-capacity-unchanged"),
    ("yoga-1 move Ben yoga-1", "refusal-same-event"),
]


async def test_a_wrong_word_gets_one_sentence_that_says_what_is_right(hall: Hall, language: str) -> None:
    dora = await Stage(hall, language).admin()
    await Stage(hall, language).booked("yoga-1", "Ben")
    before = await hall.dump()
    for words, key in WRONG:
        shown = await asks(dora, words)
        assert says(language, key, shown.text), (words, shown.text)
        assert not key.startswith("whatif-no-") or "/whatif " in shown.text
    assert await hall.dump() == before


async def test_a_mode_goes_by_a_word_of_its_name(hall: Hall) -> None:
    stage = Stage(hall, "en")
    dora = await stage.admin()
    for words in (
        "mode offer",
        "modus angebot",
        "mód ajánlat",
        "modus automatisches",
        "mód kézi",
        "mode balancing",
    ):
        shown = await asks(dora, f"yoga-1 {words}")
        assert not says("en", "whatif-no-mode", shown.text), (words, shown.text)
    assert says("en", "whatif-no-mode", (await asks(dora, "yoga-1 modus warteliste")).text), "that is two"


async def test_a_mode_that_the_plan_lacks_is_refused(hall: Hall, language: str) -> None:
    await hall.studio.change(accounts, tier="basic")
    dora = await Stage(hall, language).admin()
    assert says(language, "refusal-mode-not-in-tier", (await asks(dora, "yoga-1 mode splitter")).text)


async def test_without_any_event_it_says_how_they_come(hall: Hall, language: str) -> None:
    dora = await Stage(hall, language).admin()
    await hall.forward(days=40)
    assert says(language, "admin-events-none", (await asks(dora, "")).text)
    assert says(language, "whatif-no-events", (await asks(dora, "nothing-1")).text)
    assert says(language, "refusal-event-started", (await asks(dora, "yoga-1 capacity +1")).text)


FORGED = [
    ("1:a-whatif:77", "refusal-event-unknown"),
    ("1:a-whatif-mode:{yoga-1}:9", "admin-refusal-button-stale"),
    ("1:a-whatif-cancel:{yoga-1}:77", "admin-refusal-booking-over"),
    ("1:a-whatif-move:{yoga-1}:77:78", "admin-refusal-booking-over"),
    ("1:a-whatif-capacity:{yoga-1}:99999", "refusal-capacity-unusable"),
    ("1:a-whatif-date:{yoga-1}:1", "refusal-date-unusable"),
    (f"1:a-whatif-date:{{yoga-1}}:{10**15}", "refusal-date-unusable"),
]


async def test_a_forged_button_is_refused_and_the_card_stays(hall: Hall, language: str) -> None:
    dora = await Stage(hall, language).admin()
    shown = await asks(dora, "yoga-1")
    for data, key in FORGED:
        forged = data.replace("{yoga-1}", str(hall.event("yoga-1")))
        toast = await dora.taps_on(shown.id, forged, hall.group)
        assert toast.alert and says(language, key, toast.text), data
        assert (await dora.sees(shown.id, hall.group)).text == shown.text


async def test_a_viewer_may_ask_and_somebody_else_may_not(hall: Hall, language: str) -> None:
    stage = Stage(hall, language)
    olga, emil = await stage.owner(), await stage.admin("Emil")
    await olga.types("/roles", chat=hall.group)
    await olga.taps("a-role", emil.id, chat=hall.group)
    await olga.taps("a-role-ask", emil.id, 0, chat=hall.group)
    await olga.taps("a-role-give", emil.id, 0, chat=hall.group)
    assert says(language, "whatif-capacity", (await asks(emil, "yoga-1 capacity +1")).text)
    anna = await stage.somebody("Anna")
    await hall.group.gives("member", anna.phone)
    assert says(language, "refusal-not-admin", (await asks(anna, "yoga-1 capacity +1")).text)
