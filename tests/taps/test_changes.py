"""Whole stories of an event that changes under people's feet: what each of them reads, once and in their own language,
although the admin taps in another."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.sandbox import Shown
from handlers.callbacks import LIMIT_BYTES, pack
from storage.tables import accounts, bookings, entries, facts, offers, services
from tests.taps.hall import Hall, Human, calls
from tests.taps.stages import Stage
from tests.taps.words import MARKUP, says
from tests.texts import TEXTS

OTHER = {"en": "hu", "hu": "de", "de": "en"}


async def admin(hall: Hall, language: str) -> Human:
    """Dora, whose group speaks another language than the participants."""
    dora = await Stage(hall, language).admin()
    await dora.speaks(OTHER[language])
    return dora


async def heard(who: Human) -> int:
    """How many messages the person has."""
    return len(await who.phone.messages())


async def news(who: Human, before: int) -> list[Shown]:
    """The messages since then."""
    return (await who.phone.messages())[before:]


def place_line(language: str, position: int) -> str:
    """As a phone shows it."""
    return MARKUP.sub("", TEXTS[language].plain("entry-place", position=position))


def verbs(message: Shown) -> set[str]:
    return {call.verb for call in calls(message)}


# ------------------------------------------------------------------------------------------------- another time


async def test_another_time_is_told_once_to_everybody(hall: Hall, language: str) -> None:
    """Who is booked is asked, who waits is told, who has an offer gets a new one."""
    stage, dora = Stage(hall, language), await admin(hall, language)
    ben = await stage.booked("yoga-2", "Ben")
    await stage.moved(dora, "yoga-2")
    (asked,) = (await news(ben, 0))[-1:]
    assert says(language, "booking-shifted", asked.text) and says(language, "booking-reconfirm", asked.text)
    assert verbs(asked) == {"coming", "reschedule", "cancel", "my"}
    anna, _, cleo = await stage.offered("yoga-1")
    old, _ = await anna.finds("accept")
    counts = await heard(anna), await heard(cleo)
    await stage.moved(dora, "yoga-1")
    over = await anna.sees(old.id)
    assert says(language, "offer-withdrawn-shifted", over.text) and verbs(over) == {"event"}
    anew, why = await news(anna, counts[0])
    assert says(language, "offer-head", anew.text) and "accept" in verbs(anew)
    assert says(language, "offer-withdrawn-anew", why.text) and not says(language, "entry-place", why.text)
    (told,) = await news(cleo, counts[1])
    assert says(language, "entry-shifted", told.text)
    await anna.presses("accept")
    assert says(language, "offer-accepted", (await anna.sees(anew.id)).text)


async def test_silence_passes_the_seat_on(hall: Hall, language: str) -> None:
    """Ben says that he comes, Anna nothing: her seat goes to Cleo, after the deadline and not before."""
    stage, dora = Stage(hall, language), await admin(hall, language)
    anna, ben = await stage.booked("yoga-2", "Anna"), await stage.booked("yoga-2", "Ben")
    await stage.booked("yoga-2", "Carl")
    cleo = await stage.joined("yoga-2", "Cleo")
    await stage.moved(dora, "yoga-2")
    await ben.presses("coming")
    (row, *_) = await hall.studio.rows(bookings)
    await hall.forward(minutes=(row.reconfirm_by - hall.calendar()).total_seconds() // 60 - 1)
    assert says(language, "entry-shifted", (await cleo.newest()).text)
    card = await anna.opens("yoga-2")
    assert says(language, "booking-reconfirm", card.text) and "coming" in verbs(card)
    counts = await heard(anna), await heard(ben)
    await hall.forward(minutes=2)
    assert [row.status for row in await hall.studio.rows(bookings)] == ["cancelled", "confirmed", "cancelled"]
    (told,) = await news(anna, counts[0])
    assert says(language, "booking-cancelled-silence", told.text) and verbs(told) == {"event"}
    assert says(language, "offer-head", (await cleo.newest()).text)
    assert await news(ben, counts[1]) == []
    toast = await anna.taps_on(card.id, next(b.data for b in card.buttons if ":coming:" in b.data))
    assert toast.alert and toast.text == anna.texts.plain("refusal-booking-over")


async def test_who_cannot_come_gives_the_seat_on_at_once(hall: Hall, language: str) -> None:
    stage, dora = Stage(hall, language), await admin(hall, language)
    anna, ben = await stage.waiting("yoga-1")
    await stage.moved(dora, "yoga-1")
    await ben.presses("cancel", "cancel-confirm")
    assert says(language, "booking-cancelled", (await ben.newest()).text)
    assert says(language, "offer-head", (await anna.newest()).text)


async def test_too_short_before_the_start_nobody_is_asked(hall: Hall, language: str) -> None:
    """The booking stays, and silence costs nothing."""
    stage, dora = Stage(hall, language), await admin(hall, language)
    anna = await stage.booked("yoga-1")
    await hall.forward(days=5, hours=5)
    await stage.more(dora, "yoga-1", "a-date")
    label = dora.texts.plain("admin-step-quarter-less")
    card = await dora.newest(hall.group)
    earlier = next(button.data for button in card.buttons if button.label == label)
    await dora.taps_on(card.id, earlier, hall.group)
    await dora.presses("a-date-ask", chat=hall.group)
    assert not says(dora.language, "admin-date-reconfirm", (await dora.newest(hall.group)).text)
    await dora.presses("a-date-set", chat=hall.group)
    told = await anna.newest()
    assert says(language, "booking-shifted", told.text) and not says(language, "booking-reconfirm", told.text)
    assert verbs(told) == {"reschedule", "cancel", "my"}
    await hall.forward(hours=2)
    assert [row.status for row in await hall.studio.rows(bookings)] == ["confirmed"]


# ------------------------------------------------------------------------------------------------- not at all


async def test_a_date_with_nobody_is_cancelled_in_silence(hall: Hall, language: str) -> None:
    """Nobody is written to, and nobody is said to be."""
    stage, dora = Stage(hall, language), await admin(hall, language)
    await stage.more(dora, "yoga-2", "a-off-ask")
    asked = (await dora.newest(hall.group)).text
    for key in ("admin-off-nobody", "admin-off-for-good", "admin-ask-reason"):
        assert says(dora.language, key, asked), key
    assert not says(dora.language, "admin-off-everybody", asked)
    toast = await dora.taps("a-off", hall.event("yoga-2"), 8, chat=hall.group)
    assert toast.text == dora.texts.plain("admin-done-off-nobody")
    await stage.booked("yoga-1", "Zoe")
    await stage.more(dora, "yoga-1", "a-off-ask")
    asked = (await dora.newest(hall.group)).text
    assert says(dora.language, "admin-off-everybody", asked)
    assert not says(dora.language, "admin-off-nobody", asked)
    toast = await dora.taps("a-off", hall.event("yoga-1"), 8, chat=hall.group)
    assert toast.text == dora.texts.plain("admin-done-off")


async def test_a_date_that_is_cancelled(hall: Hall, language: str) -> None:
    """One message each, with the reason in the reader's language and the other dates; no seat of it can be had."""
    stage, dora = Stage(hall, language), await admin(hall, language)
    anna, _, cleo = await stage.offered("yoga-1")
    zoe = await stage.booked("yoga-2", "Zoe")
    cases = (anna, "yoga-1", "offer-withdrawn-cancelled"), (cleo, "yoga-1", "event-called-off")
    counts = {who.id: await heard(who) for who in (anna, cleo, zoe)}
    await stage.called_off(dora, "yoga-1", 7)
    for who, _, _ in cases:
        (told,) = await news(who, counts[who.id])
        assert says(language, "event-called-off", told.text) and says(language, "event-others", told.text)
        reason = TEXTS[language].plain("admin-reason-ill")
        assert TEXTS[language].plain("reason-told", reason=reason) in told.text
        assert verbs(told) == {"event", "my"}
        await who.taps_on(told.id, next(button.data for button in told.buttons))
        assert says(language, "state-free", (await who.sees(told.id)).text)
    assert await news(zoe, counts[zoe.id]) == []
    over = [m for m in await anna.phone.messages() if says(language, "offer-withdrawn-cancelled", m.text)]
    assert over and all("accept" not in verbs(message) for message in over)
    card = await anna.opens("yoga-1")
    assert says(language, "state-cancelled", card.text) and verbs(card) == {"events"}
    await stage.called_off(dora, "yoga-2", 10)
    (told,) = await news(zoe, counts[zoe.id])
    assert says(language, "event-called-off", told.text) and not says(language, "event-others", told.text)
    assert TEXTS[language].plain("admin-reason-plan") in told.text
    assert {row.active for row in await hall.studio.rows(bookings)} == {0}
    assert {row.status for row in await hall.studio.rows(entries)} == {"closed"}
    last = [row for row in await hall.studio.rows(facts) if row.kind == "EventCancelled"][-1]
    assert (last.actor_name, last.reason) == ("Dora", dora.texts.plain("admin-reason-plan"))


# ------------------------------------------------------------------------------------------------- seats


async def test_fewer_seats_as_they_come_free(hall: Hall, language: str) -> None:
    """Nobody is told anything, the first seat that is given up goes, and who waits goes on waiting."""
    stage, dora = Stage(hall, language), await admin(hall, language)
    people = [await stage.booked("yoga-2", f"P{number}") for number in range(3)]
    cleo = await stage.joined("yoga-2", "Cleo")
    counts = [await heard(who) for who in (*people, cleo)]
    await stage.resizing(dora, "yoga-2", 2)
    card = await dora.newest(hall.group)
    for key in ("admin-capacity-below", "admin-capacity-ways"):
        assert says(dora.language, key, card.text), card.text
    await dora.presses("a-drain", chat=hall.group)
    assert [await heard(who) for who in (*people, cleo)] == counts
    await people[0].presses("cancel", "cancel-confirm")
    event = await hall.studio.views.event(hall.event("yoga-2"))
    assert event is not None and (event.capacity, event.drain_to, event.free) == (2, None, 0)
    assert await heard(cleo) == counts[3]
    await people[1].presses("cancel", "cancel-confirm")
    assert says(language, "offer-head", (await cleo.newest()).text)


async def test_fewer_seats_at_once(hall: Hall, language: str) -> None:
    """The newest bookings are the first in line, in the order they were made, and read why; then they are asked."""
    stage, dora = Stage(hall, language), await admin(hall, language)
    anna, ben, carl = [await stage.booked("yoga-2", name) for name in ("Anna", "Ben", "Carl")]
    cleo = await stage.joined("yoga-2", "Cleo")
    counts = {who.id: await heard(who) for who in (anna, ben, carl, cleo)}
    await stage.resizing(dora, "yoga-2", 1)
    await dora.presses("a-displace-ask", chat=hall.group)
    question = await dora.newest(hall.group)
    assert "Ben, Carl" in question.text and "Anna" not in question.text
    await dora.presses("a-displace", chat=hall.group)
    for who, place in ((ben, 1), (carl, 2)):
        (told,) = await news(who, counts[who.id])
        assert says(language, "entry-displaced", told.text)
        assert place_line(language, place) in told.text
        reason = TEXTS[language].plain("admin-reason-room")
        assert TEXTS[language].plain("reason-told", reason=reason) in told.text
    assert await heard(anna) == counts[anna.id] and await heard(cleo) == counts[cleo.id]
    await anna.presses("cancel", "cancel-confirm")
    assert says(language, "offer-head", (await ben.newest()).text)
    assert not says(language, "offer-head", (await carl.newest()).text)


async def test_the_question_is_gone_when_the_seats_are(hall: Hall, language: str) -> None:
    """Meanwhile two have cancelled: nobody has to go, and the card says what the number would do now."""
    stage, dora = Stage(hall, language), await admin(hall, language)
    people = [await stage.booked("yoga-2", f"P{number}") for number in range(3)]
    await stage.resizing(dora, "yoga-2", 1)
    for who in people[1:]:
        await who.presses("cancel", "cancel-confirm")
    await dora.presses("a-displace-ask", chat=hall.group)
    assert says(dora.language, "admin-capacity-fewer", (await dora.newest(hall.group)).text)
    await dora.presses("a-capacity-set", chat=hall.group)
    assert [row.status for row in await hall.studio.rows(bookings)] == ["confirmed", "cancelled", "cancelled"]


async def test_more_seats_go_to_the_line(hall: Hall, language: str) -> None:
    stage, dora = Stage(hall, language), await admin(hall, language)
    anna, _ = await stage.waiting("yoga-1")
    await stage.resizing(dora, "yoga-1", 2)
    assert says(dora.language, "admin-seat-to-line", (await dora.newest(hall.group)).text)
    toast = await dora.taps("a-capacity-set", chat=hall.group)
    assert says(dora.language, "admin-then-offered", toast.text) and "Anna" in toast.text
    assert says(language, "offer-head", (await anna.newest()).text)
    await stage.waiting("jazz-1")
    await stage.resizing(dora, "jazz-1", 2)
    toast = await dora.taps("a-capacity-set", chat=hall.group)
    assert says(dora.language, "admin-then-booked", toast.text)
    eve = await stage.somebody("Eve")
    await eve.opens("yoga-1")
    assert "book" not in await eve.offered_verbs()


# ------------------------------------------------------------------------------------------------- another date


async def test_an_admin_moves_a_booking(hall: Hall, language: str) -> None:
    """One message, and the old seat goes on in the same moment."""
    stage, dora = Stage(hall, language), await admin(hall, language)
    anna, ben = await stage.waiting("yoga-1")
    count = await heard(ben)
    await stage.manages(dora, "yoga-1")
    await dora.presses("a-bookings", "a-booking", "a-move-list", "a-move-ask", chat=hall.group)
    assert says(dora.language, "admin-seat-to-line", (await dora.newest(hall.group)).text)
    toast = await dora.taps("a-move", chat=hall.group)
    assert says(dora.language, "admin-then-offered", toast.text) and "Anna" in toast.text
    (told,) = await news(ben, count)
    assert says(language, "booking-moved", told.text) and says(language, "booking-moved-from", told.text)
    event = await hall.studio.views.event(hall.event("yoga-1"))
    assert event is not None and ben.texts.when(event.starts_at, event.timezone) in told.text
    assert says(language, "offer-head", (await anna.newest()).text)
    assert [row.status for row in await hall.studio.rows(bookings)] == ["cancelled", "confirmed"]


async def test_a_participant_moves_a_booking(hall: Hall, language: str) -> None:
    """In the message that was tapped; a full date and one that is kept for its line are not among the choices."""
    stage = Stage(hall, language)
    anna, ben = await stage.waiting("clay-1")
    await ben.opens("clay-1")
    await ben.presses("reschedule")
    targets = [c.args[2] for c in calls(await ben.newest()) if c.verb == "reschedule-to"]
    assert targets == [hall.event("clay-2"), hall.event("clay-3")]
    count = await heard(ben)
    await ben.presses("reschedule-to", "reschedule-confirm")
    assert await heard(ben) == count
    assert says(language, "booking-moved", (await ben.newest()).text)
    zoe = await stage.booked("clay-2", "Zoe")
    await zoe.opens("clay-2")
    await zoe.presses("reschedule")
    targets = [c.args[2] for c in calls(await zoe.newest()) if c.verb == "reschedule-to"]
    assert targets == [hall.event("clay-3")], "clay-1 is free, and Anna waits for it"
    assert anna.id


async def test_the_rule_is_that_of_the_new_date(hall: Hall, language: str) -> None:
    """The old date can only be cancelled late by now, the next one freely; with a day less, not even that."""
    stage = Stage(hall, language)
    ben = await stage.booked("clay-1", "Ben")
    first, second = [await hall.studio.views.event(hall.event(code)) for code in ("clay-1", "clay-2")]
    assert first is not None and second is not None
    for notice, key in ((first, "reschedule-rule"), (second, "reschedule-rule-late")):
        length = int((notice.starts_at - hall.studio.now()).total_seconds())
        await hall.studio.change(services, services.c.id == first.service_id, cancel_before_seconds=length)
        await ben.opens("clay-1")
        await ben.presses("reschedule", "reschedule-to")
        shown = (await ben.newest()).text
        assert says(language, "reschedule-late", shown) and says(language, key, shown)
        until = second.starts_at - timedelta(seconds=length)
        assert (ben.texts.until(until, second.timezone, hall.studio.now()) in shown) == (notice is first)


async def test_there_is_no_other_date(hall: Hall, language: str) -> None:
    stage = Stage(hall, language)
    await stage.fill("yoga-2")
    anna = await stage.booked("yoga-1")
    await anna.opens("yoga-1")
    await anna.presses("reschedule")
    shown = await anna.newest()
    assert says(language, "reschedule-none", shown.text) and verbs(shown) == {"event"}


async def test_a_seat_for_a_place_on_the_list(hall: Hall, language: str) -> None:
    """Back to the waitlist: told once, and not asked for the very seat that was given up."""
    stage, dora = Stage(hall, language), await admin(hall, language)
    anna, ben = await stage.waiting("yoga-1")
    count = await heard(ben)
    await stage.manages(dora, "yoga-1")
    await dora.presses("a-bookings", "a-booking", "a-back-ask", "a-back", chat=hall.group)
    (told,) = await news(ben, count)
    assert says(language, "entry-displaced", told.text) and says(language, "reason-told", told.text)
    assert place_line(language, 2) in told.text
    assert says(language, "offer-head", (await anna.newest()).text)


# ------------------------------------------------------------------------------------------------- by hand


async def test_a_guest_is_booked_by_an_answer(hall: Hall, language: str) -> None:
    """The other admin taps; a command and a talk below other messages lie between."""
    stage, group = Stage(hall, language), hall.group
    dora, emil = await stage.admin(), await stage.admin("Emil")
    await stage.more(dora, "yoga-2", "a-book")
    asked = await dora.newest(group)
    assert says(language, "admin-ask-who", asked.text) and not asked.buttons
    await dora.types("/help", chat=group)
    said = await dora.types("Who was it again?", chat=group)
    count = len(await group.messages())
    await emil.replies("Bea, of course", group, int(said["message_id"]))
    await emil.replies("Bea, of course", group, asked.id)  # Emil was asked nothing
    card = next(m for m in await group.messages() if m.buttons)
    await dora.replies("thanks", group, card.id)
    assert len(await group.messages()) == count + 3, "the bot has said nothing"
    await dora.replies("Bea <b>&amp;</b>\nCarl, Dan", group, asked.id)
    whom = await dora.newest(group)
    assert says(language, "admin-ask-whom", whom.text) and "Bea <b>&amp;</b>" in whom.text
    assert "Carl, Dan" in whom.text
    await emil.presses("a-book-guest", chat=group)
    assert says(language, "admin-ask-book-guest", (await dora.sees(whom.id, group)).text)
    toast = await emil.taps("a-book-do", chat=group)
    assert "Bea <b>&amp;</b>" in toast.text
    (row,) = await hall.studio.rows(bookings)
    assert (row.seats, row.names, row.source) == (3, ["Carl", "Dan"], "admin")
    (made,) = [row for row in await hall.studio.rows(facts) if row.kind == "BookingMade"]
    assert (made.actor_name, made.reason) == ("Emil", emil.texts.plain("admin-reason-asked"))


async def test_the_second_question_counts(hall: Hall, language: str) -> None:
    """An admin is asked for one event, then for another."""
    stage, group = Stage(hall, language), hall.group
    dora = await stage.admin()
    await stage.more(dora, "yoga-2", "a-book")
    await stage.more(dora, "jazz-2", "a-book")
    await dora.replies("Bea", group)
    await dora.presses("a-book-guest", "a-book-do", chat=group)
    (row,) = await hall.studio.rows(bookings)
    assert row.event_id == hall.event("jazz-2")


async def test_a_known_person_is_told(hall: Hall, language: str) -> None:
    """Also one of whom only a part of the name was typed; whoever waits there is passed over, and that is said."""
    stage, dora, group = Stage(hall, language), await admin(hall, language), hall.group
    zoe = await stage.somebody("Zoë Österreicher")
    await stage.freed("clay-1")
    await stage.more(dora, "clay-1", "a-book")
    await dora.replies("österr", group)
    await dora.presses("a-book-for", chat=group)
    question = await dora.newest(group)
    assert says(dora.language, "admin-ask-move-passed", question.text)
    assert not says(dora.language, "admin-ask-book-guest", question.text)
    await dora.presses("a-book-do", chat=group)
    assert says(language, "booking-entered", (await zoe.newest()).text)


@pytest.mark.parametrize("name", ["x" * 5000, "\u200b", "a" * 61, "\u202e" * 3, ",,,\n,", "🤷" * 100])
async def test_names_that_are_none(hall: Hall, language: str, name: str) -> None:
    """One sentence, and the same question can be answered again."""
    stage, group = Stage(hall, language), hall.group
    dora = await stage.admin()
    await stage.more(dora, "yoga-2", "a-book")
    asked = await dora.newest(group)
    await dora.replies(name[:4096], group, asked.id)
    assert says(language, "admin-refusal-name-unusable", (await dora.newest(group)).text)
    await dora.replies("Bea", group)  # below the refusal
    await dora.presses("a-book-guest", "a-book-do", chat=group)
    assert len(await hall.studio.rows(bookings)) == 1


# ------------------------------------------------------------------------------------------------- afterwards


async def test_who_came(hall: Hall, language: str) -> None:
    """Two admins who tap the same name at once say the same; a third tap of the next button corrects it."""
    stage, group = Stage(hall, language), hall.group
    await stage.booked("yoga-2", "Anna")
    await stage.booked("yoga-2", "Ben")
    dora, emil = await stage.admin(), await stage.admin("Emil")
    await stage.begun(dora, "yoga-2")
    message, data = await dora.finds("a-mark", chat=group)
    assert message.labels[:2] == ("· Anna", "· Ben")
    await dora.taps_on(message.id, data, group)
    toast = await emil.taps_on(message.id, data, group)
    assert not toast.alert
    assert (await dora.sees(message.id, group)).labels[:2] == ("✓ Anna", "· Ben")
    for sign in ("✗", "·", "✓"):
        await dora.presses("a-mark", chat=group)
        assert (await dora.sees(message.id, group)).labels[:2] == (f"{sign} Anna", "· Ben")
    assert [row.status for row in await hall.studio.rows(bookings)] == ["attended", "confirmed"]


async def test_who_came_without_a_confirmation_is_confirmed_by_it(hall: Hall, language: str) -> None:
    """And is not written to about it, as they are there."""
    await hall.studio.change(accounts, booking_status="pending")
    stage = Stage(hall, language)
    anna = await stage.booked("yoga-2", "Anna")
    dora = await stage.admin()
    await stage.begun(dora, "yoga-2")
    count = await heard(anna)
    await dora.presses("a-mark", chat=hall.group)
    assert (await dora.newest(hall.group)).labels[0] == "✓ Anna"
    assert [row.status for row in await hall.studio.rows(bookings)] == ["attended"]
    kinds = [row.kind for row in await hall.studio.rows(facts) if row.subject == "booking"]
    assert kinds[-2:] == ["BookingConfirmed", "AttendanceMarked"]
    assert await heard(anna) == count


async def test_the_rules_of_a_service_without_dates(hall: Hall, language: str) -> None:
    stage, group = Stage(hall, language), hall.group
    await hall.studio.open(
        {"services": [{"code": "new", "kind": "group", "name": {"en": "Aerial"}, "mode": "manual"}]}
    )
    dora = await stage.admin()
    await dora.types("/services", chat=group)
    assert any("Aerial" in label for label in (await dora.newest(group)).labels)
    await dora.presses("a-auto-show", "a-auto-modes", chat=group)
    shown = await dora.newest(group)
    _, legacy, *_ = [call for call in calls(shown) if call.verb == "a-auto-ask"]
    await dora.taps_on(shown.id, pack(legacy.verb, *legacy.args), group)
    assert says(language, "auto-effect-none", (await dora.newest(group)).text)
    await dora.presses("a-auto-do", chat=group)
    rows = await hall.studio.rows(services, services.c.code == "new")
    assert [row.mode for row in rows] == ["legacy"]


async def test_nobody_was_booked(hall: Hall, language: str) -> None:
    dora = await Stage(hall, language).admin()
    await Stage(hall, language).begun(dora, "yoga-2")
    assert says(language, "admin-attendance-nobody", (await dora.newest(hall.group)).text)


async def test_dates_that_are_over(hall: Hall, language: str) -> None:
    """Cancelled ones stand beside those that took place; on pages, newest first."""
    stage, group = Stage(hall, language), hall.group
    dora = await stage.admin()
    await dora.types("/events", chat=group)
    await dora.presses("a-past", chat=group)
    assert says(language, "admin-past-none", (await dora.newest(group)).text)
    await stage.called_off(dora, "yoga-2")
    await hall.forward(days=30)
    await dora.types("/events", chat=group)
    await dora.presses("a-past", chat=group)
    shown = await dora.newest(group)
    assert next(call.args for call in calls(shown) if call.verb == "a-event") == (hall.event("clay-3"),)
    await dora.taps("a-past", 8, chat=group)
    assert len([call for call in calls(await dora.newest(group)) if call.verb == "a-event"]) == 1
    await dora.taps_on(shown.id, "1:a-past:8000", group)
    await dora.taps("a-past", 0, chat=group)
    await dora.taps("a-event", hall.event("yoga-2"), chat=group)
    assert says(language, "admin-event-state-cancelled", (await dora.newest(group)).text)
    assert all(len(button.data.encode()) <= LIMIT_BYTES for button in (await dora.newest(group)).buttons)


async def test_the_same_card_again(hall: Hall, language: str) -> None:
    """A tap that changes nothing of its message: answered, and Telegram's complaint is no trouble."""
    dora = await Stage(hall, language).admin()
    await Stage(hall, language).more(dora, "yoga-2", "a-capacity")
    message = await dora.newest(hall.group)
    for _ in range(2):
        toast = await dora.taps_on(message.id, f"1:a-capacity:{hall.event('yoga-2')}:3", hall.group)
        assert toast.answered and not toast.text
    assert await hall.studio.rows(offers) == []
