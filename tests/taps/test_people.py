"""Every tap and command of a participant, in every language: what it is answered, and what is shown then."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest

from bot.sandbox import Shown, Toast
from engine.services import repair
from handlers.table import COMMANDS, TAPS
from storage.repairs import SqlRepairs
from storage.tables import accounts, bookings, drafts, entries, events, offers, services
from storage.tables import repairs as repair_rows
from tests.taps import allotting, months, repairs
from tests.taps.asking import DIET, MAT, asks
from tests.taps.hall import LANGUAGES, Hall, Human, calls
from tests.taps.stages import Stage
from tests.taps.words import says

Set = Callable[[Stage], Awaitable[Any]]


@dataclass(frozen=True)
class Way:
    """`before` is how things stand; the taps `by` lead to the one that is looked at. `toast` is what it is answered,
    `shows` are sentences of the message then, `offers` some of its buttons."""

    before: Set
    toast: str = ""
    shows: tuple[str, ...] = ()
    offers: frozenset[str] = frozenset()
    by: tuple[str, ...] = ()


def way(before: Set, toast: str = "", shows: str = "", offers: str = "", by: str = "") -> Way:
    return Way(before, toast, tuple(shows.split()), frozenset(offers.split()), tuple(by.split()))


async def _asked_for_names(stage: Stage) -> Human:
    anna = await stage.looking()
    await anna.presses("several")
    await anna.taps("party", stage.hall.event("yoga-2"), 3)
    return anna


async def _settings(stage: Stage) -> Human:
    anna = await stage.somebody("Anna")
    await anna.types("/settings")
    return anna


async def _paused(stage: Stage) -> Human:
    anna, _ = await stage.waiting()
    await anna.presses("pause", "pause-for")
    return anna


async def _moved(stage: Stage) -> Human:
    """Anna's event begins a day later."""
    anna = await stage.booked("yoga-2")
    dora = await stage.admin()
    await stage.moved(dora, "yoga-2")
    return anna


async def _looking_at_own(stage: Stage) -> Human:
    anna = await stage.booked("yoga-2")
    await anna.opens("yoga-2")
    return anna


async def _asked_for_a_mat(stage: Stage) -> Human:
    await asks(stage, MAT)
    anna = await stage.looking()
    await anna.presses("book")
    return anna


async def _asked_for_a_diet(stage: Stage) -> Human:
    await asks(stage, DIET)
    anna = await stage.looking()
    await anna.presses("book")
    return anna


async def _answered(stage: Stage) -> Human:
    """Anna has answered, and looks at her booking."""
    anna = await _asked_for_a_mat(stage)
    await anna.presses("answer")
    await anna.opens("yoga-2")
    return anna


async def _asked_again(stage: Stage) -> Human:
    """For another date."""
    anna = await _answered(stage)
    await anna.opens("yoga-1")
    await anna.presses("book")
    return anna


WAYS: dict[str, Way] = {
    "services": way(Stage.somebody, shows="services-choose", offers="events home"),
    "home": way(Stage.somebody, shows="start-hello start-about", offers="services my", by="services"),
    "events": way(Stage.somebody, shows="events-choose", offers="event services", by="services"),
    "event": way(Stage.somebody, shows="state-free event-rule", offers="book events", by="services events"),
    "book": way(Stage.looking, "toast-booked", "booking-made booking-rule", "cancel my"),
    "several": way(Stage.looking, shows="party-size-ask", offers="party event"),
    "party": way(Stage.looking, shows="party-names-head party-names-ask", offers="party-back", by="several"),
    "party-back": way(_asked_for_names, shows="state-free", offers="book several"),
    "cancel": way(Stage.booked, shows="booking-cancel-ask booking-rule", offers="cancel-confirm event"),
    "cancel-confirm": way(Stage.booked, "toast-cancelled", "booking-cancelled", "event", "cancel"),
    "coming": way(_moved, "toast-coming", "booking-reconfirmed booking-rule", "cancel my"),
    "reschedule": way(_looking_at_own, shows="reschedule-choose", offers="reschedule-to event"),
    "reschedule-to": way(
        _looking_at_own,
        shows="reschedule-ask reschedule-rule",
        offers="reschedule-confirm reschedule",
        by="reschedule",
    ),
    "reschedule-confirm": way(
        _looking_at_own,
        "toast-rescheduled",
        "booking-moved booking-moved-from booking-rule",
        "cancel my",
        "reschedule reschedule-to",
    ),
    "join": way(
        Stage.full, shows="join-ask join-ahead next-offer", offers="join-confirm anywhere join event"
    ),
    "join-confirm": way(
        Stage.full, "toast-joined", "entry-joined entry-place next-offer", "leave pause my", "join"
    ),
    "anywhere": way(Stage.full, shows="anywhere-ask", offers="anywhere-confirm join", by="join"),
    "anywhere-confirm": way(Stage.full, "toast-joined", "", "", "join anywhere"),
    "entry": way(Stage.reserved, shows="reserve-head reserve-place", offers="leave pause my", by="my"),
    "leave": way(Stage.waiting, shows="leave-ask", offers="leave-confirm event"),
    "leave-confirm": way(Stage.waiting, "toast-left", "entry-left", "event", "leave"),
    "pause": way(Stage.waiting, shows="pause-ask", offers="pause-for event"),
    "pause-for": way(
        Stage.waiting, "toast-paused", "entry-paused entry-paused-until", "resume leave", "pause"
    ),
    "resume": way(_paused, "toast-resumed", "entry-resumed entry-place", "pause leave"),
    "accept": way(Stage.offered, "toast-accepted", "offer-accepted booking-rule", "cancel my"),
    "decline": way(
        Stage.offered, shows="decline-ask", offers="decline-keep decline-pause decline-leave offer"
    ),
    "offer": way(
        Stage.offered, shows="offer-head offer-held offer-rule-kept", offers="accept decline", by="decline"
    ),
    "decline-leave": way(Stage.offered, "toast-declined-leave", "offer-rejected-leave", "event", "decline"),
    "decline-keep": way(Stage.offered, "toast-declined-keep", "offer-rejected-keep", "event", "decline"),
    "decline-pause": way(Stage.offered, "toast-declined-pause", "offer-rejected-pause", "event", "decline"),
    "ask": way(Stage.asking, "toast-asked", "request-made request-next", "take-back my"),
    "take-back": way(Stage.asked, "toast-taken-back", "request-taken-back", "event"),
    "answer": way(_asked_for_a_mat, "toast-booked", "booking-made booking-rule", "cancel my"),
    "answer-skip": way(_asked_for_a_diet, "toast-booked", "booking-made booking-rule", "cancel my"),
    "answer-same": way(_asked_again, "toast-booked", "booking-made booking-rule", "cancel my"),
    "answer-back": way(_asked_for_a_mat, shows="state-free", offers="book several"),
    "answers": way(_answered, shows="answers-head answer-line answers-hint", offers="answers-change event"),
    "answers-change": way(
        _answered, shows="question-head question-hint-choice", offers="answer answer-back", by="answers"
    ),
    "days": way(Stage.appointments, shows="slots-choose-day", offers="slots services"),
    "slots": way(Stage.appointments, shows="slots-head slots-choose-time", offers="slot days", by="days"),
    "slot": way(Stage.appointments, shows="slots-confirm", offers="slot-book slots", by="days slots"),
    "slot-book": way(Stage.appointments, "toast-booked", "booking-made", "cancel my", "days slots slot"),
    "reschedule-day": way(
        Stage.appointed,
        shows="slots-head slots-choose-time",
        offers="reschedule-to reschedule",
        by="reschedule",
    ),
    "my": way(Stage.booked, shows="my-head my-booked", offers="event home"),
    "month": way(months.picking, shows="month-head month-until month-choice", offers="month-dates home"),
    "month-dates": way(months.wishing, shows="month-dates-head", offers="month-want month"),
    "month-want": way(months.wishing, "toast-wish-saved", "month-choice", "month-drop month", "month-dates"),
    "month-drop": way(months.picking, "toast-wish-saved", "month-dates-head", "month-want month"),
    "month-many": way(months.wishing, shows="month-many-ask", offers="month-count month-limit month"),
    "month-count": way(
        months.wishing, "toast-wish-saved", "month-many-ask", "month-limit month", "month-many"
    ),
    "month-limit": way(
        months.wishing, "toast-wish-saved", "month-many-ask", "month-count month", "month-many"
    ),
    "month-days": way(months.wishing, shows="month-days-ask", offers="month-day month"),
    "month-day": way(months.wishing, "toast-wish-saved", "month-days-ask", "month-day month", "month-days"),
    "month-party": way(months.wishing, shows="month-party-ask", offers="month-party-set month"),
    "month-party-set": way(months.wishing, shows="month-names-ask", offers="month-party", by="month-party"),
    "month-friends": way(months.wishing, shows="month-friends-ask", offers="month-friend-ask month"),
    "month-friend-ask": way(
        months.wishing, "toast-friend-link", "month-friend-link", "month-friend-end month", "month-friends"
    ),
    "month-friend-end": way(months.linked, "toast-friend-end", "month-friends-ask", "month-friend-ask"),
    "month-agree": way(months.invited, "toast-friend-agreed", "month-with", "month-dates"),
    "month-stay": way(months.wished, "toast-wish-saved", "month-stays", "month-dates"),
    "month-away-ask": way(months.wished, shows="month-away-really", offers="month-away month"),
    "month-ledger": way(
        allotting.lacked,
        shows="month-ledger-head month-ledger-month month-ledger-credit month-ledger-why",
        offers="month",
    ),
    "month-fair": way(
        allotting.lacked, shows="result-fair result-fair-most batch-hash proof-yours", offers="month"
    ),
    "month-away": way(months.wished, "toast-wish-away", "month-nothing", "month-dates", "month-away-ask"),
    "repair": way(
        repairs.asked,
        shows="repair-asks-lost repair-rule-lost",
        offers="repair-yes repair-no-ask",
        by="repair-no-ask",
    ),
    "repair-yes": way(repairs.asked, "toast-repair-done", "repair-ended-done", "my"),
    "repair-no-ask": way(repairs.asked, shows="repair-no-lost", offers="repair-no repair"),
    "repair-no": way(repairs.asked, "toast-repair-no", "repair-ended-lost", "my", "repair-no-ask"),
    "settings": way(_settings, shows="settings-ask", offers="language home"),
    "language": way(_settings, "toast-language", "settings-ask", "language home"),
}


def test_every_tap_is_tried() -> None:
    assert WAYS.keys() == TAPS.keys()


LOOKS = [verb for verb, wanted in WAYS.items() if not wanted.toast]


@pytest.mark.parametrize("verb", [verb for verb in TAPS if verb not in LOOKS])
async def test_a_tap(hall: Hall, language: str, verb: str) -> None:
    wanted = WAYS[verb]
    anna = await _in_front(Stage(hall, language), wanted)
    toast, message = await _tapped(anna, verb)
    assert (toast.text, toast.alert) == (anna.texts.plain(wanted.toast), False)
    assert_shown(message, language, wanted)


@pytest.mark.parametrize("verb", LOOKS)
async def test_a_look(hall: Hall, verb: str) -> None:
    """What only shows something can be tapped again, in every language, and nothing is changed."""
    wanted = WAYS[verb]
    anna = await _in_front(Stage(hall), wanted)
    message = await anna.newest()
    data = "1:settings" if verb == "settings" else (await anna.finds(verb))[1]
    if verb == "month-party-set":
        data = [button.data for button in message.buttons if f":{verb}:" in button.data][-1]
    before = await hall.dump()
    for language in reversed(LANGUAGES):
        await anna.speaks(language)
        assert await anna.taps_on(message.id, data) == Toast()
        assert_shown(await anna.sees(message.id), language, wanted)
    if verb not in (
        "party",
        "party-back",
        "answer-back",
        "answers-change",
        "month-party-set",
    ):  # a question is kept, or dropped
        assert await hall.dump() == before


async def _in_front(stage: Stage, wanted: Way) -> Human:
    before = await wanted.before(stage)
    anna: Human = before[0] if isinstance(before, tuple) else before
    await anna.presses(*wanted.by)
    return anna


LAST_OF_THEM = frozenset({"month-count", "month-limit", "month-day"})
"""The first one is as it is already."""


async def _tapped(anna: Human, verb: str) -> tuple[Any, Shown]:
    """The answer, and the tapped message as it is then; it is the newest one, as nothing is said twice."""
    if verb in LAST_OF_THEM:
        message = await anna.newest()
        data = [button.data for button in message.buttons if f":{verb}:" in button.data][-1]
    elif verb == "language":
        chosen = ("en", "hu", "de").index(anna.language)
        message, data = await anna.finds(verb, chosen)
    else:
        message, data = await anna.finds(verb)
    toast = await anna.taps_on(message.id, data)
    assert (await anna.newest()).id == message.id
    return toast, await anna.sees(message.id)


def assert_shown(message: Shown, language: str, wanted: Way) -> None:
    for key in wanted.shows:
        assert says(language, key, message.text), (key, message.text)
    shown = {button.data.split(":")[1] for button in message.buttons if not button.url}
    assert wanted.offers <= shown, (wanted.offers - shown, message.text)


# ------------------------------------------------------------------------------------------------- commands

SAID: dict[str, tuple[str, ...]] = {
    "start": ("start-hello", "start-about"),
    "events": ("services-choose",),
    "my": ("my-none",),
    "month": ("month-none",),
    "settings": ("settings-ask",),
    "help": ("help-text",),
    "cancel": ("draft-none",),
}


def test_every_command_is_tried() -> None:
    assert SAID.keys() == COMMANDS.keys()


async def test_each_command(hall: Hall, language: str) -> None:
    anna = await hall.stranger("Anna", language)
    for command, keys in SAID.items():
        for written in ("/{}", "/{} ", "/{}@nextseat_sandbox_bot", "/{}@NextSeat_Sandbox_Bot"):
            await anna.types(written.format(command))
            text = (await anna.newest()).text
            assert all(says(language, key, text) for key in keys), (written, command, text)


async def test_each_deep_link(hall: Hall, language: str) -> None:
    anna = await hall.stranger("Anna", language)
    for payload, key in (
        ("s-yoga", "events-choose"),
        ("e-yoga-2", "state-free"),
        ("rubbish", "refusal-link-unknown"),
    ):
        await anna.starts(payload)
        assert says(language, key, (await anna.newest()).text), payload


# ------------------------------------------------------------------------------------------------- parties


async def test_a_party_one_name_at_a_time(hall: Hall, language: str) -> None:
    anna = await _asked_for_names(Stage(hall, language))
    await anna.types("Bea")
    assert says(language, "party-names-known", (await anna.newest()).text)
    assert "Bea" in (await anna.newest()).text
    await anna.types("Carl")
    done = (await anna.phone.messages())[-2:]
    (said,) = [message for message in done if says(language, "party-booked", message.text)]
    assert {call.verb for call in _calls(said, "my")} == {"my"}
    (booking,) = await hall.studio.rows(bookings)
    assert (booking.seats, booking.names) == (3, ["Bea", "Carl"])
    assert await _drafts(hall) == []


async def test_a_party_all_names_at_once(hall: Hall, language: str) -> None:
    anna = await _asked_for_names(Stage(hall, language))
    await anna.types("Bea\n  \nCarl <b>&amp;</b>")
    (booking,) = await hall.studio.rows(bookings)
    assert booking.names == ["Bea", "Carl <b>&amp;</b>"]
    assert any("Carl <b>&amp;</b>" in message.text for message in await anna.phone.messages())


async def test_a_party_that_waits(hall: Hall, language: str) -> None:
    stage = Stage(hall, language)
    await stage.fill("yoga-2")
    anna = await stage.looking("yoga-2")
    await anna.presses("join", "several")
    await anna.taps("party", hall.event("yoga-2"), 2)
    assert says(language, "join-ahead", (await anna.newest()).text)
    await anna.types("Bea")
    assert any(says(language, "party-joined", message.text) for message in await anna.phone.messages())
    (entry,) = await hall.studio.rows(entries)
    assert (entry.seats, entry.names) == (2, ["Bea"])


async def test_a_question_is_dropped(hall: Hall, language: str) -> None:
    anna = await _asked_for_names(Stage(hall, language))
    await anna.types("/cancel")
    assert says(language, "draft-dropped", (await anna.newest()).text)
    await anna.types("Bea")
    assert says(language, "text-unasked", (await anna.newest()).text)
    assert await hall.studio.rows(bookings) == []


async def test_a_question_outlives_a_restart(hall: Hall) -> None:
    """It is a row: nothing about it is kept in memory."""
    anna = await _asked_for_names(Stage(hall))
    await anna.types("Bea")
    hall.house.visitors.forget(anna.id)
    await anna.types("Carl")
    assert [row.names for row in await hall.studio.rows(bookings)] == [["Bea", "Carl"]]


async def _drafts(hall: Hall) -> list[Any]:
    async with hall.house.database.read.connect() as connection:
        return list((await connection.execute(drafts.select())).all())


# ------------------------------------------------------------------------------------------------- what follows


async def test_a_booking_that_an_admin_must_confirm(hall: Hall, language: str) -> None:
    await hall.studio.change(accounts, booking_status="pending")
    anna = await Stage(hall, language).looking()
    assert (await anna.presses("book")).text == anna.texts.plain("toast-requested")
    message = await anna.newest()
    assert says(language, "booking-requested", message.text) and says(
        language, "booking-pending-note", message.text
    )
    await anna.types("/my")
    assert says(language, "my-pending", (await anna.newest()).text)
    await anna.opens("yoga-2")
    assert says(language, "booking-stands-pending", (await anna.newest()).text)


@pytest.mark.parametrize("length", range(4))
async def test_a_pause(hall: Hall, length: int) -> None:
    """A day, three days, without an end; a week would be too long for an event in five days."""
    anna, _ = await Stage(hall).waiting()
    await anna.presses("pause")
    lengths = [call.args[2] for call in _calls(await anna.newest(), "pause-for")]
    assert lengths == [0, 1, 3]
    if length == 2:
        return
    await anna.taps("pause-for", hall.event("yoga-1"), await Stage(hall).entry_id(anna), length)
    (entry,) = await hall.studio.rows(entries)
    assert entry.status == "paused"
    wanted = {0: 1, 1: 3, 3: None}[length]
    assert (entry.paused_until - hall.calendar()).days == wanted if wanted else entry.paused_until is None
    if wanted:
        await hall.forward(days=wanted)
        assert says("en", "entry-resumed", (await anna.newest()).text)
        assert "leave" in await anna.offered_verbs()


def _calls(message: Shown, verb: str) -> list[Any]:
    return [call for call in calls(message) if call.verb == verb]


async def test_no_answer_costs_what_the_offer_said(hall: Hall, language: str) -> None:
    """Kept once, then to the end, then off the list; each told, and the old message loses its buttons."""
    stage = Stage(hall, language)
    anna, _, cleo = await stage.offered()
    for miss, (rule, cost) in enumerate(
        (("kept", "offer-missed-kept"), ("end", "offer-missed-end"), ("off", "offer-missed-off"))
    ):
        message, _ = await anna.finds("accept")
        assert says(language, f"offer-rule-{rule}", message.text)
        await hall.forward(hours=1, minutes=30)
        reminder = await anna.newest()
        assert says(language, "offer-reminder-head", reminder.text)
        await hall.forward(hours=1)
        for told in (message.id, reminder.id):
            over = await anna.sees(told)
            assert says(language, "offer-expired", over.text)
            assert {call.verb for call in _calls(over, "event")} == {"event"} and len(over.buttons) == 1
        assert says(language, cost, (await anna.newest()).text), miss
        await cleo.presses("accept")
        if rule != "off":
            await _gives_back(cleo)
    assert next(row.status for row in await hall.studio.rows(entries)) == "left"


async def test_a_seat_that_nobody_else_waits_for_is_open_to_all(hall: Hall, language: str) -> None:
    """The only one in line has missed it: the seat is anybody's, and the place is for the next one."""
    stage = Stage(hall, language)
    anna, ben = await stage.waiting()
    await anna.opens("yoga-1")
    assert not says(language, "entry-free", (await anna.newest()).text)
    await ben.presses("cancel", "cancel-confirm")
    await hall.forward(hours=2, minutes=30)
    missed = await anna.newest()
    assert says(language, "offer-missed-kept", missed.text) and says(language, "entry-free", missed.text)
    card = await anna.opens("yoga-1")
    assert says(language, "entry-place", card.text) and says(language, "entry-free", card.text)
    assert {"book", "leave"} <= await anna.offered_verbs()
    await anna.presses("book")
    assert says(language, "booking-made", (await anna.newest()).text)


async def test_a_full_event_says_nothing_of_cancelling(hall: Hall, language: str) -> None:
    """Only to whoever has a seat there."""
    stage = Stage(hall, language)
    anna, ben = await stage.waiting()
    zoe = await stage.somebody()
    for human, told in ((anna, False), (zoe, False), (ben, True)):
        card = await human.opens("yoga-1")
        assert says(language, "event-rule", card.text) == told, human


async def test_no_seat_is_open_to_anybody_once_it_has_begun(hall: Hall, language: str) -> None:
    """The letter about an offer that ended with the start may be written before the waitlist is closed."""
    stage = Stage(hall, language)
    anna, ben = await stage.waiting()
    await hall.studio.change(services, services.c.code == "yoga", offer={"last_call": 0})
    (event,) = await hall.studio.rows(events, events.c.id == hall.event("yoga-1"))
    before = event.starts_at - hall.calendar() - timedelta(minutes=10)
    await hall.forward(seconds=before.total_seconds())
    await ben.presses("cancel", "cancel-confirm")
    await anna.finds("accept")
    hall.calendar.forward(minutes=10)
    await hall.clock.once("expire")
    await hall.settle()
    missed = await anna.newest()
    assert says(language, "offer-missed-kept", missed.text)
    assert not says(language, "entry-free", missed.text)
    assert not says(language, "entry-free", (await anna.opens("yoga-1")).text)


async def test_one_seat_is_not_booked_for_several(hall: Hall, language: str) -> None:
    """Who comes with others can wait for more."""
    stage = Stage(hall, language)
    anna = await stage.looking("yoga-1")
    labels = (await anna.newest()).labels
    assert anna.texts.plain("button-several") not in labels
    await anna.opens("yoga-2")
    assert anna.texts.plain("button-several") in (await anna.newest()).labels
    await stage.booked("yoga-2", "Ben")
    await stage.booked("yoga-2", "Cleo")
    await anna.opens("yoga-2")
    labels = (await anna.newest()).labels
    assert anna.texts.plain("button-several") not in labels
    assert anna.texts.plain("button-several-wait") in labels
    await hall.studio.change(accounts, max_party=1)
    await anna.opens("yoga-2")
    assert "several" not in await anna.offered_verbs()


async def test_a_service_says_how_much_is_free_on_how_many_dates(hall: Hall, language: str) -> None:
    """Whatever its name: that is cut, not the numbers."""
    anna = await Stage(hall, language).somebody()
    await anna.presses("services")
    said = anna.texts.plain("label-service", service="@", dates=2, free=4).removeprefix("@")
    label = next(label for label in (await anna.newest()).labels if label.lower().startswith("yoga"))
    assert label.endswith(said)
    long = dict.fromkeys(LANGUAGES, "W" * 80)
    await hall.studio.change(services, services.c.code == "yoga", names=long)
    await anna.starts()
    await anna.presses("services")
    label = next(label for label in (await anna.newest()).labels if label.startswith("WWW"))
    assert label.endswith("…" + said) and len(label) == 40


async def _gives_back(cleo: Human) -> None:
    """The seat; she waits again, behind Anna."""
    await cleo.opens("yoga-1")
    await cleo.presses("cancel", "cancel-confirm")
    await cleo.opens("yoga-1")
    await cleo.presses("join", "join-confirm")


async def test_the_deadline_in_the_message_is_the_one_that_counts(hall: Hall, language: str) -> None:
    anna, _, _ = await Stage(hall, language).offered()
    (offer,) = await hall.studio.rows(offers)
    assert anna.texts.when(offer.expires_at, "Europe/Budapest") in (await anna.newest()).text
    hall.calendar.moment = offer.expires_at
    toast = await anna.taps("accept")
    assert toast.alert and says(language, "refusal-offer-expired", toast.text)


async def test_last_call_first_tap_wins(hall: Hall, language: str) -> None:
    stage = Stage(hall, language)
    anna, ben = await stage.waiting()
    cleo = await stage.joined("yoga-1", "Cleo")
    await hall.forward(days=5, hours=6, minutes=30)
    await ben.opens("yoga-1")
    assert says(language, "event-rule-late", (await ben.newest()).text)
    await ben.presses("cancel", "cancel-confirm")
    assert any(says(language, "booking-cancelled-late", m.text) for m in await ben.phone.messages())
    for human in (anna, cleo):
        message = await human.newest()
        assert says(language, "offer-call-head", message.text) and says(
            language, "offer-call-rule", message.text
        )
    offer, data = await anna.finds("accept")
    await cleo.presses("accept")
    gone = await anna.sees(offer.id)
    assert says(language, "offer-withdrawn-taken", gone.text)
    toast = await anna.taps_on(offer.id, data)
    assert toast.alert and toast.text == anna.texts.plain("refusal-offer-taken")


async def test_seat_me_without_asking(hall: Hall, language: str) -> None:
    stage = Stage(hall, language)
    ben = await stage.booked("yoga-1", "Ben")
    anna = await stage.somebody("Anna")
    await anna.opens("yoga-1")
    await anna.presses("join")
    await anna.taps("join", hall.event("yoga-1"), 1)
    assert says(language, "next-booked-grace", (await anna.newest()).text)
    await anna.presses("join-confirm")
    await ben.presses("cancel", "cancel-confirm")
    assert says(language, "booking-promoted", (await anna.newest()).text)


@pytest.mark.parametrize(("code", "key"), [("jazz-1", "next-booked-grace"), ("clay-1", "next-manual")])
async def test_what_happens_next_by_mode(hall: Hall, language: str, code: str, key: str) -> None:
    anna, _ = await Stage(hall, language).waiting(code)
    assert says(language, key, (await anna.newest()).text)


async def test_a_seat_by_the_reserve_list(hall: Hall, language: str) -> None:
    """Any date will do: the offer comes for another event of the service."""
    stage = Stage(hall, language)
    guests = [await stage.booked("yoga-2", f"Guest {number}") for number in range(3)]
    anna, _ = await stage.full("yoga-1")
    await anna.presses("join", "anywhere")
    await anna.taps("anywhere-confirm", hall.event("yoga-1"), 0)
    message = await anna.newest()
    assert says(language, "reserve-head", message.text) and says(language, "next-offer", message.text)
    await guests[1].presses("cancel", "cancel-confirm")
    assert says(language, "offer-head", (await anna.newest()).text)
    await anna.types("/my")
    assert says(language, "my-offer", (await anna.newest()).text)
    await anna.presses("event", "accept")
    assert [row.status for row in await hall.studio.rows(entries)] == ["booked"]
    assert says(language, "booking-stands", (await anna.newest()).text)


async def test_my_places_on_pages(hall: Hall, language: str) -> None:
    stage = Stage(hall, language)
    ben = await stage.booked("clay-3", "Ben")
    anna = await stage.joined("clay-3", "Anna")
    for code in hall.studio.events:
        if code != "clay-3":
            await anna.opens(code)
            await anna.presses("book")
    await anna.types("/my")
    first = await anna.newest()
    assert len(_calls(first, "event")) == 8 and says(language, "my-booked", first.text)
    await anna.taps("my", 2)
    assert says(language, "my-waiting", (await anna.newest()).text)
    await anna.taps("my", 1)
    assert (await anna.newest()).text == first.text
    await ben.types("/my")
    assert len(_calls(await ben.newest(), "event")) == 1


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_language_is_chosen_and_stays(hall: Hall, language: str) -> None:
    anna = await hall.person("Anna", "en")
    await anna.types("/settings")
    await anna.taps("language", LANGUAGES.index(language))
    await anna.types("/help")
    assert says(language, "help-text", (await anna.newest()).text)
    await anna.starts()  # Telegram still says English
    assert says(language, "start-about", (await anna.newest()).text)


@pytest.mark.parametrize("code", ["fr", "pt-br", None, "EN-gb", "hu_HU", "de-AT"])
async def test_a_language_of_telegram(hall: Hall, code: str | None) -> None:
    anna = Human(hall, await hall.driver.person("Anna", language_code=code), "en")
    await anna.starts()
    wanted = {"hu_HU": "hu", "de-AT": "de"}.get(code or "", "en")
    assert says(wanted, "start-about", (await anna.newest()).text)


async def test_whoever_says_yes_too_late_sees_how_it_ended(hall: Hall) -> None:
    """It was taken back at night, when no letter says so: the question goes away with the tap."""
    stage = Stage(hall, "en")
    dora = await repairs.sent(stage)
    anna = hall.people["Anna"]
    hall.calendar.moment = hall.calendar() + timedelta(hours=14)
    await hall.tick()
    message, data = await anna.finds("repair-yes")
    await dora.presses("a-repair-one", "a-repair-back", chat=hall.group)
    toast = await anna.taps_on(message.id, data)
    assert toast.alert and says("en", "refusal-repair-over", toast.text)
    shown = await anna.sees(message.id)
    assert says("en", "repair-ended-lost", shown.text)
    assert "repair-yes" not in [button.data.split(":")[1] for button in shown.buttons]


async def test_more_time_to_answer_is_written_into_the_question(hall: Hall, language: str) -> None:
    """After an outage: the message with the buttons says the deadline that counts, and nobody gets another one."""
    stage = Stage(hall, language)
    anna = await repairs.asked(stage)
    (asked,) = await hall.studio.rows(repair_rows)
    message, _ = await anna.finds("repair-yes")
    went = hall.calendar()
    hall.calendar.forward(hours=2)
    await repair.extend(SqlRepairs(hall.house.database, hall.calendar), asked.id, went)
    await hall.settle()
    (row,) = await hall.studio.rows(repair_rows)
    assert row.expires_at == asked.expires_at + timedelta(hours=2)
    shown = await anna.sees(message.id)
    assert says(language, "repair-extended-head", shown.text)
    assert anna.texts.when(row.expires_at, months.ZONE) in shown.text
    assert (await anna.newest()).id == message.id
    await anna.presses("repair-yes")
