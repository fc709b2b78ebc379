"""Every refusal that a tap or a text can meet: one sentence, in the reader's language, and nothing is changed.

A refusal changes nothing, so the same tap is refused again in each language.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import sqlalchemy as sa

from bot.sandbox import Group
from engine import refusals as r
from engine.refusals import Refusal
from engine.services import runs
from handlers.admin.batch_review_cards import slot_of
from handlers.admin.dates import in_minutes
from handlers.admin.words import SAID
from handlers.callbacks import parse
from storage.tables import (
    bookings,
    entries,
    events,
    facts,
    friendships,
    locks,
    offers,
    periods,
    unlocks,
    wish_choices,
)
from storage.tables import repairs as repair_rows
from tests.taps import allotting, locking, metrics, months, repairs
from tests.taps.asking import AGE, DIET, EMAIL, LEVEL, MAT, PHONE, asks, service_id
from tests.taps.hall import LANGUAGES, Hall, Human
from tests.taps.stages import Stage
from tests.texts import TEXTS


@dataclass(frozen=True)
class Refused:
    """Who taps or writes what, and why not. `data` is a button's, `text` a message's."""

    who: Human
    why: Refusal
    data: str = ""
    text: str = ""
    content: dict[str, Any] | None = None
    group: Group | None = None
    zone: str = "Europe/Budapest"
    sentence: str = ""  # the key, where admins are told in other words
    keeps_draft: bool = True
    quiet: bool = False  # the same person has done it before: no alarm
    answers: bool = False  # the text answers a message of the bot


Case = Callable[[Stage], Awaitable[Refused]]
CASES: dict[str, Case] = {}


def case(function: Case) -> Case:
    CASES[function.__name__] = function
    return function


def button(verb: str, *args: int) -> str:
    return ":".join(("1", verb, *map(str, args)))


def mine(who: Human, why: Refusal, verb: str, *args: int) -> Refused:
    return Refused(who, why, button(verb, *args))


def again(who: Human, why: Refusal, verb: str, *args: int) -> Refused:
    """What the person has done before, told as such."""
    return Refused(who, why, button(verb, *args), sentence="refusal-already-done", quiet=True)


def admins(
    stage: Stage, who: Human, why: Refusal, verb: str, *args: int, key: str = "", quiet: bool = False
) -> Refused:
    return Refused(who, why, button(verb, *args), group=stage.hall.group, sentence=key, quiet=quiet)


# ------------------------------------------------------------------------------------------------- events


@case
async def event_unknown(stage: Stage) -> Refused:
    return mine(await stage.looking(), r.EventUnknown(), "book", 999, 1)


# -------------------------------------------------------------------------------------------------- slots


@case
async def slot_taken(stage: Stage) -> Refused:
    await stage.appointed("Ben")
    (booking,) = await stage.hall.studio.rows(bookings)
    return mine(await stage.at_services(), r.SlotTaken(), "slot", booking.event_id)


@case
async def a_slot_that_is_ones_own_already(stage: Stage) -> Refused:
    anna = await stage.appointed()
    (booking,) = await stage.hall.studio.rows(bookings)
    return replace(mine(anna, r.AlreadyBooked(), "slot-book", booking.event_id), quiet=True)


@case
async def no_slot_at_all(stage: Stage) -> Refused:
    return mine(await stage.appointments(), r.EventUnknown(), "slot", stage.hall.event("yoga-2"))


@case
async def admin_slot_from_hours(stage: Stage) -> Refused:
    dora = await stage.practising()
    (booking,) = await stage.hall.studio.rows(bookings)
    return admins(stage, dora, r.SlotFromHours(), "a-capacity-set", booking.event_id, 2)


async def _hours_typed(stage: Stage, why: Refusal, text: str, which: int = 0) -> Refused:
    dora = await stage.practising()
    service = await stage.hall.studio.views.service_by_code("massage")
    assert service is not None
    message = await dora.newest(stage.hall.group)
    await dora.taps_on(message.id, button("a-hours-ask", service.id, which), stage.hall.group)
    return Refused(dora, why, text=text, group=stage.hall.group, answers=True)


@case
async def hours_unreadable(stage: Stage) -> Refused:
    return await _hours_typed(stage, r.HoursUnreadable(text="from nine to noon"), "from  nine to noon")


@case
async def hours_overlap(stage: Stage) -> Refused:
    return await _hours_typed(stage, r.HoursOverlap(text="11:00–13:00"), "9-12, 11-13")


@case
async def hours_too_short(stage: Stage) -> Refused:
    return await _hours_typed(stage, r.HoursTooShort(text="09:00–09:30", minutes=50), "9-9:30")


@case
async def minutes_unusable(stage: Stage) -> Refused:
    return await _hours_typed(stage, r.MinutesUnusable(most=720), "an hour", 9)


@case
async def hours_unchanged_by_an_answer(stage: Stage) -> Refused:
    return await _hours_typed(stage, r.HoursUnchanged(), "9–12")


@case
async def hours_unchanged(stage: Stage) -> Refused:
    """The same button twice."""
    dora = await stage.reopening()
    message, data = await dora.finds("a-hours-save", chat=stage.hall.group)
    await dora.taps_on(message.id, data, stage.hall.group)
    return Refused(dora, r.HoursUnchanged(), data, group=stage.hall.group, quiet=True)


@case
async def hours_differ(stage: Stage) -> Refused:
    """Emil has seen what his answer would do; meanwhile Dora saves hers."""
    dora = await stage.reopening()
    emil = await stage.admin("Emil")
    service = await stage.hall.studio.views.service_by_code("massage")
    assert service is not None
    message, data = await dora.finds("a-hours-save", chat=stage.hall.group)
    drop = button("a-hours-drop", service.id, 0, 0)
    await emil.taps_on(message.id, drop, stage.hall.group)
    _, late = await emil.finds("a-hours-save", chat=stage.hall.group)
    await dora.taps_on(message.id, data, stage.hall.group)
    return Refused(emil, r.HoursDiffer("Dora", stage.hall.calendar()), late, group=stage.hall.group)


@case
async def hours_of_another_answer(stage: Stage) -> Refused:
    """A button that stands for no answer of this admin."""
    dora = await stage.reopening()
    _, data = await dora.finds("a-hours-save", chat=stage.hall.group)
    *first, answer, reason = data.split(":")
    forged = ":".join((*first, str(int(answer) + 1), reason))
    return Refused(
        dora, r.ButtonStale(), forged, group=stage.hall.group, sentence="admin-refusal-button-stale"
    )


@case
async def event_cancelled(stage: Stage) -> Refused:
    anna = await stage.looking()
    await stage.called_off(await stage.admin(), "yoga-2")
    return mine(anna, r.EventCancelled(), "book", stage.hall.event("yoga-2"), 1)


@case
async def event_not_open(stage: Stage) -> Refused:
    anna = await stage.looking()
    await stage.shut("yoga-2", "closed")
    return mine(anna, r.EventNotOpen(), "join-confirm", stage.hall.event("yoga-2"), 0)


@case
async def event_started(stage: Stage) -> Refused:
    anna = await stage.looking()
    await stage.hall.forward(days=7)
    return mine(anna, r.EventStarted(), "book", stage.hall.event("yoga-2"), 1)


@case
async def event_full(stage: Stage) -> Refused:
    await stage.waiting("jazz-1")
    return mine(
        await stage.somebody(), r.EventFull(waiting=1, position=2), "book", stage.hall.event("jazz-1"), 1
    )


@case
async def held_for_line(stage: Stage) -> Refused:
    await stage.freed("clay-1")
    why = r.HeldForLine(waiting=2, position=3)
    return mine(await stage.somebody(), why, "book", stage.hall.event("clay-1"), 1)


@case
async def seats_are_free(stage: Stage) -> Refused:
    anna = await stage.looking()
    return mine(anna, r.SeatsAreFree(free=3), "join-confirm", stage.hall.event("yoga-2"), 0)


@case
async def already_booked(stage: Stage) -> Refused:
    return replace(
        mine(await stage.booked(), r.AlreadyBooked(), "book", stage.hall.event("yoga-2"), 1), quiet=True
    )


@case
async def already_waiting(stage: Stage) -> Refused:
    anna, _ = await stage.waiting()
    return replace(mine(anna, r.AlreadyWaiting(), "join-confirm", stage.hall.event("yoga-1"), 0), quiet=True)


@case
async def already_on_the_reserve_list(stage: Stage) -> Refused:
    anna = await stage.reserved()
    return replace(
        mine(anna, r.AlreadyWaiting(), "anywhere-confirm", stage.hall.event("yoga-1"), 0), quiet=True
    )


# ------------------------------------------------------------------------------------------------- requests


@case
async def self_service_off(stage: Stage) -> Refused:
    """Buttons of the time before."""
    anna = await stage.looking()
    await stage.self_service("yoga-2")
    return mine(anna, r.SelfServiceOff(), "book", stage.hall.event("yoga-2"), 1)


@case
async def self_service_off_for_the_line(stage: Stage) -> Refused:
    anna, _ = await stage.full()
    await stage.self_service("yoga-1")
    return mine(anna, r.SelfServiceOff(), "join-confirm", stage.hall.event("yoga-1"), 0)


@case
async def self_service_off_before_the_question(stage: Stage) -> Refused:
    anna, _ = await stage.full()
    await stage.self_service("yoga-1")
    return mine(anna, r.SelfServiceOff(), "join", stage.hall.event("yoga-1"), 0)


@case
async def self_service_off_for_the_reserve_list(stage: Stage) -> Refused:
    anna, _ = await stage.full()
    await stage.self_service("yoga-1")
    return mine(anna, r.SelfServiceOff(), "anywhere-confirm", stage.hall.event("yoga-1"), 0)


@case
async def self_service_off_for_any_date(stage: Stage) -> Refused:
    anna, _ = await stage.full()
    await stage.self_service("yoga-1")
    return mine(anna, r.SelfServiceOff(), "anywhere", stage.hall.event("yoga-1"))


@case
async def self_service_off_for_another_date(stage: Stage) -> Refused:
    anna = await stage.booked("yoga-2")
    await stage.self_service("yoga-2")
    booking, here = await stage.booking_id(anna), stage.hall.event("yoga-2")
    return mine(anna, r.SelfServiceOff(), "reschedule", here, booking, 1)


@case
async def self_service_off_for_a_chosen_date(stage: Stage) -> Refused:
    anna = await stage.booked("yoga-2")
    await stage.self_service("yoga-2")
    ids = (stage.hall.event("yoga-2"), await stage.booking_id(anna), stage.hall.event("yoga-1"))
    return mine(anna, r.SelfServiceOff(), "reschedule-to", *ids)


@case
async def self_service_off_for_the_move_itself(stage: Stage) -> Refused:
    anna = await stage.booked("yoga-2")
    await stage.self_service("yoga-2")
    ids = (stage.hall.event("yoga-2"), await stage.booking_id(anna), stage.hall.event("yoga-1"))
    return mine(anna, r.SelfServiceOff(), "reschedule-confirm", *ids)


@case
async def self_service_on(stage: Stage) -> Refused:
    anna = await stage.asking()
    await stage.self_service("yoga-2", on=True)
    return mine(anna, r.SelfServiceOn(), "ask", stage.hall.event("yoga-2"), 1)


@case
async def already_asked(stage: Stage) -> Refused:
    anna = await stage.asked()
    return replace(mine(anna, r.AlreadyAsked(), "ask", stage.hall.event("yoga-2"), 1), quiet=True)


@case
async def asked_although_booked(stage: Stage) -> Refused:
    anna = await stage.booked("yoga-2")
    await stage.self_service("yoga-2")
    return mine(anna, r.AlreadyBooked(), "ask", stage.hall.event("yoga-2"), 1)


@case
async def asked_after_the_start(stage: Stage) -> Refused:
    anna = await stage.asking()
    await stage.hall.forward(days=7)
    return mine(anna, r.EventStarted(), "ask", stage.hall.event("yoga-2"), 1)


@case
async def asked_for_too_many(stage: Stage) -> Refused:
    return mine(await stage.asking(), r.PartyTooLarge(most=3), "ask", stage.hall.event("yoga-2"), 4)


@case
async def request_over(stage: Stage) -> Refused:
    anna = await stage.asked()
    request = await stage.request_id(anna)
    await anna.presses("take-back")
    return again(anna, r.RequestOver(), "take-back", stage.hall.event("yoga-2"), request)


@case
async def request_of_somebody_else(stage: Stage) -> Refused:
    request = await stage.request_id(await stage.asked())
    cleo = await stage.somebody("Cleo")
    return mine(cleo, r.RequestOver(), "take-back", stage.hall.event("yoga-2"), request)


@case
async def admin_request_over(stage: Stage) -> Refused:
    dora, anna = await stage.deciding()
    request, event = await stage.request_id(anna), stage.hall.event("yoga-2")
    await anna.presses("take-back")
    key = "admin-refusal-request-over"
    return admins(stage, dora, r.RequestOver(), "a-request-book", event, request, 0, 0, key=key)


@case
async def admin_request_of_another_event(stage: Stage) -> Refused:
    dora, anna = await stage.deciding()
    request, event = await stage.request_id(anna), stage.hall.event("yoga-1")
    key = "admin-refusal-request-over"
    return admins(stage, dora, r.RequestOver(), "a-request", event, request, 0, key=key)


@case
async def admin_already_waiting(stage: Stage) -> Refused:
    """As somebody who is asked to come to this date instead of their own."""
    anna, _ = await stage.waiting("clay-1")
    dora, entry = await stage.admin(), await stage.entry_id(anna)
    emma = await stage.asked("clay-1", "Emma")
    there = {"person_id": await stage.person_id(emma)}
    await stage.hall.studio.change(entries, entries.c.id == entry, **there)
    request, key = await stage.request_id(emma), "admin-refusal-already-waiting"
    event = stage.hall.event("clay-1")
    return admins(stage, dora, r.AlreadyWaiting(), "a-request-line", event, request, 0, key=key)


# ------------------------------------------------------------------------------------------------- parties


@case
async def party_too_large(stage: Stage) -> Refused:
    return mine(await stage.looking(), r.PartyTooLarge(most=3), "party", stage.hall.event("yoga-2"), 4)


@case
async def seats_for_people(stage: Stage) -> Refused:
    return mine(await stage.looking(), r.SeatsForPeople(most=3), "book", stage.hall.event("yoga-2"), 0)


@case
async def party_not_named(stage: Stage) -> Refused:
    why = r.PartyNotNamed(wanted=1, named=0)
    return mine(await stage.looking(), why, "book", stage.hall.event("yoga-2"), 2)


async def _asked(stage: Stage, seats: int) -> Human:
    anna = await stage.looking()
    await anna.presses("several")
    await anna.taps("party", stage.hall.event("yoga-2"), seats)
    return anna


@case
async def too_many_names(stage: Stage) -> Refused:
    anna = await _asked(stage, 2)
    return Refused(anna, r.PartyNotNamed(wanted=1, named=3), text="Bea\nCarl\nDaisy")


@case
async def name_unusable(stage: Stage) -> Refused:
    return Refused(await _asked(stage, 2), r.NameUnusable(most=60), text="\u200b\u2060")


@case
async def name_too_long(stage: Stage) -> Refused:
    return Refused(await _asked(stage, 2), r.NameUnusable(most=60), text="x" * 61)


@case
async def too_few_seats(stage: Stage) -> Refused:
    """The seats went while the names were typed; the question is dropped, as no answer can help any more."""
    anna = await _asked(stage, 3)
    await stage.booked("yoga-2", "Ben")
    await stage.booked("yoga-2", "Cleo")
    why = r.TooFewSeats(wanted=3, free=1)
    return Refused(anna, why, text="Bea\nCarl", keeps_draft=False)


# ------------------------------------------------------------------------------------------------- own things


@case
async def booking_over(stage: Stage) -> Refused:
    anna = await stage.booked()
    booking = await stage.booking_id(anna)
    await anna.presses("cancel", "cancel-confirm")
    return again(anna, r.BookingOver(), "cancel-confirm", stage.hall.event("yoga-2"), booking)


@case
async def booking_over_at_the_question(stage: Stage) -> Refused:
    anna = await stage.booked()
    booking = await stage.booking_id(anna)
    await anna.presses("cancel", "cancel-confirm")
    return again(anna, r.BookingOver(), "cancel", stage.hall.event("yoga-2"), booking)


@case
async def booking_cancelled_by_an_admin(stage: Stage) -> Refused:
    anna = await stage.booked()
    dora, booking = await stage.managing("yoga-2"), await stage.booking_id(anna)
    await dora.presses("a-bookings", "a-booking", "a-cancel-ask", "a-cancel", chat=stage.hall.group)
    return mine(anna, r.BookingOver(), "cancel-confirm", stage.hall.event("yoga-2"), booking)


@case
async def taken_off_the_list_by_an_admin(stage: Stage) -> Refused:
    anna, _ = await stage.waiting()
    dora, entry = await stage.managing("yoga-1"), await stage.entry_id(anna)
    await dora.presses("a-line", "a-entry", "a-remove-ask", "a-remove", chat=stage.hall.group)
    return mine(anna, r.NotWaiting(), "leave-confirm", stage.hall.event("yoga-1"), entry)


@case
async def not_waiting(stage: Stage) -> Refused:
    anna, _ = await stage.waiting()
    entry = await stage.entry_id(anna)
    await anna.presses("leave", "leave-confirm")
    return again(anna, r.NotWaiting(), "leave-confirm", stage.hall.event("yoga-1"), entry)


@case
async def not_paused(stage: Stage) -> Refused:
    anna, _ = await stage.waiting()
    return replace(
        mine(anna, r.NotPaused(), "resume", stage.hall.event("yoga-1"), await stage.entry_id(anna)),
        quiet=True,
    )


@case
async def pause_over_start(stage: Stage) -> Refused:
    anna, _ = await stage.waiting()
    entry = await stage.entry_id(anna)
    return mine(anna, r.PauseOverStart(), "pause-for", stage.hall.event("yoga-1"), entry, 2)


# ------------------------------------------------------------------------------------------------- offers


@case
async def offer_unknown(stage: Stage) -> Refused:
    _, _, cleo = await stage.offered()
    return mine(cleo, r.OfferUnknown(), "accept", stage.hall.event("yoga-1"), 999, 0)


@case
async def offer_expired(stage: Stage) -> Refused:
    anna, _, _ = await stage.offered()
    offer = await stage.offer_id(anna)
    (row,) = await stage.hall.studio.rows(offers)
    await stage.hall.forward(hours=3)
    return mine(anna, r.OfferExpired(at=row.expires_at), "accept", stage.hall.event("yoga-1"), offer, 0)


@case
async def offer_withdrawn(stage: Stage) -> Refused:
    anna, _, _ = await stage.offered()
    dora = await stage.managing("yoga-1")
    offer = await stage.offer_id(anna)
    await dora.presses("a-offers", "a-offer", "a-withdraw-ask", "a-withdraw", chat=stage.hall.group)
    return mine(anna, r.OfferWithdrawn(), "decline-keep", stage.hall.event("yoga-1"), offer, 0)


@case
async def offer_answered(stage: Stage) -> Refused:
    anna, _, _ = await stage.offered()
    offer = await stage.offer_id(anna)
    await anna.presses("accept")
    return mine(anna, r.OfferAnswered(), "decline", stage.hall.event("yoga-1"), offer, 0)


@case
async def offer_taken(stage: Stage) -> Refused:
    anna, ben = await stage.waiting()
    cleo = await stage.joined("yoga-1", "Cleo")
    await stage.hall.forward(days=5, hours=6, minutes=30)
    await ben.presses("cancel", "cancel-confirm")
    offer = await stage.offer_id(anna)
    await cleo.presses("accept")
    return mine(anna, r.OfferTaken(), "accept", stage.hall.event("yoga-1"), offer, 0)


@case
async def offer_open(stage: Stage) -> Refused:
    anna, _, _ = await stage.offered()
    return mine(anna, r.OfferOpen(), "book", stage.hall.event("yoga-1"), 1)


# ------------------------------------------------------------------------------------------------- admins


@case
async def booking_not_pending(stage: Stage) -> Refused:
    anna = await stage.booked("clay-1")
    dora, event = await stage.admin(), stage.hall.event("clay-1")
    return admins(stage, dora, r.BookingNotPending(), "a-confirm", event, await stage.booking_id(anna))


@case
async def no_free_seat(stage: Stage) -> Refused:
    await stage.booked("clay-1")
    dora = await stage.admin()
    return admins(stage, dora, r.NoFreeSeat(wanted=1, free=0), "a-hold", stage.hall.event("clay-1"), 0)


@case
async def hold_over(stage: Stage) -> Refused:
    dora = await stage.managing("clay-2")
    await dora.presses("a-hold", "a-release", chat=stage.hall.group)
    hold, event = await stage.hold_id(), stage.hall.event("clay-2")
    return admins(stage, dora, r.HoldOver(), "a-release", event, hold, quiet=True)


@case
async def holds_changed(stage: Stage) -> Refused:
    dora = await stage.managing("clay-2")
    await dora.presses("a-hold", chat=stage.hall.group)
    return admins(stage, dora, r.HoldsChanged(), "a-hold", stage.hall.event("clay-2"), 0, quiet=True)


@case
async def already_public(stage: Stage) -> Refused:
    dora, _, _ = await stage.freed("clay-1")
    await dora.presses("a-freed-publish-ask", "a-freed-publish", chat=stage.hall.group)
    event = stage.hall.event("clay-1")
    return admins(stage, dora, r.AlreadyPublic(), "a-freed-publish", event, 1, quiet=True)


@case
async def role_needed(stage: Stage) -> Refused:
    dora = await stage.admin()
    why = r.RoleNeeded("owner", ("Founder",))
    return admins(stage, dora, why, "a-role-give", dora.id, 0)


@case
async def role_nobody_can_give(stage: Stage) -> Refused:
    dora, chat = await stage.admin(), stage.hall.sandbox.world.chat(stage.hall.group.id)
    (founder,) = [each.person for each in chat.members.values() if each.role == "creator"]
    stage.hall.sandbox.world.seat(chat, founder, "member")
    key = "admin-refusal-role-nobody"
    return admins(stage, dora, r.RoleNeeded("owner"), "a-role-give", dora.id, 0, key=key)


@case
async def not_on_team(stage: Stage) -> Refused:
    return admins(stage, await stage.owner(), r.NotOnTeam(), "a-role-give", 999, 0)


@case
async def role_unchanged(stage: Stage) -> Refused:
    dora = await stage.admin()
    return admins(stage, await stage.owner(), r.RoleUnchanged("Dora", "operator"), "a-role-give", dora.id, 1)


@case
async def last_owner(stage: Stage) -> Refused:
    olga, chat = await stage.owner(), stage.hall.sandbox.world.chat(stage.hall.group.id)
    (founder,) = [each.person for each in chat.members.values() if each.person.first_name == "Founder"]
    stage.hall.sandbox.world.seat(chat, founder, "member")
    return admins(stage, olga, r.LastOwner(), "a-role-give", olga.id, 0)


@case
async def already_frozen(stage: Stage) -> Refused:
    dora = await stage.managing("clay-2")
    await dora.presses("a-freeze-ask", "a-freeze", chat=stage.hall.group)
    return admins(stage, dora, r.AlreadyFrozen(), "a-freeze", stage.hall.event("clay-2"), quiet=True)


@case
async def not_frozen(stage: Stage) -> Refused:
    dora = await stage.managing("clay-2")
    return admins(stage, dora, r.NotFrozen(), "a-unfreeze", stage.hall.event("clay-2"))


@case
async def person_unreachable(stage: Stage) -> Refused:
    dora, anna, _ = await stage.freed("clay-1")
    await anna.phone.blocks()
    await stage.hall.settle()
    event, entry = stage.hall.event("clay-1"), await stage.entry_id(anna)
    return admins(stage, dora, r.PersonUnreachable(), "a-offer-to", event, entry)


@case
async def reason_that_never_was(stage: Stage) -> Refused:
    dora, anna, _ = await stage.freed("clay-1")
    event, entry = stage.hall.event("clay-1"), await stage.entry_id(anna)
    return admins(
        stage, dora, r.ButtonStale(), "a-remove", event, entry, 98, key="admin-refusal-button-stale"
    )


@case
async def reason_needed(stage: Stage) -> Refused:
    """Typed, and no reason."""
    dora = await stage.managing("yoga-2")
    await dora.taps_on(
        (await dora.newest(stage.hall.group)).id,
        button("a-off", stage.hall.event("yoga-2"), 99),
        stage.hall.group,
    )
    why = r.ReasonNeeded(least=3, most=200)
    return Refused(dora, why, text="ok", group=stage.hall.group, answers=True)


@case
async def admin_event_unknown(stage: Stage) -> Refused:
    return admins(stage, await stage.admin(), r.EventUnknown(), "a-event", 999)


@case
async def admin_booking_over(stage: Stage) -> Refused:
    anna = await stage.booked("clay-1")
    booking, event = await stage.booking_id(anna), stage.hall.event("clay-1")
    await anna.presses("cancel", "cancel-confirm")
    key = "admin-refusal-booking-over"
    return admins(stage, await stage.admin(), r.BookingOver(), "a-cancel", event, booking, 1, key=key)


@case
async def admin_not_waiting(stage: Stage) -> Refused:
    anna, _ = await stage.waiting("clay-1")
    entry, event = await stage.entry_id(anna), stage.hall.event("clay-1")
    await anna.presses("leave", "leave-confirm")
    key = "admin-refusal-not-waiting"
    return admins(stage, await stage.admin(), r.NotWaiting(), "a-promote", event, entry, key=key)


@case
async def admin_offer_answered(stage: Stage) -> Refused:
    anna, _, _ = await stage.offered()
    offer, event = await stage.offer_id(anna), stage.hall.event("yoga-1")
    await anna.presses("accept")
    key = "admin-refusal-offer-answered"
    return admins(stage, await stage.admin(), r.OfferAnswered(), "a-withdraw", event, offer, 1, key=key)


@case
async def admin_offer_unknown(stage: Stage) -> Refused:
    event, key = stage.hall.event("clay-1"), "admin-refusal-offer-unknown"
    return admins(stage, await stage.admin(), r.OfferUnknown(), "a-offer", event, 999, key=key)


@case
async def admin_offer_open(stage: Stage) -> Refused:
    anna, _, _ = await stage.offered()
    entry, event = await stage.entry_id(anna), stage.hall.event("yoga-1")
    key = "admin-refusal-offer-open"
    return admins(stage, await stage.admin(), r.OfferOpen(), "a-promote", event, entry, key=key)


@case
async def admin_offer_taken(stage: Stage) -> Refused:
    anna, ben = await stage.waiting()
    cleo = await stage.joined("yoga-1", "Cleo")
    await stage.hall.forward(days=5, hours=6, minutes=30)
    await ben.presses("cancel", "cancel-confirm")
    offer, event = await stage.offer_id(anna), stage.hall.event("yoga-1")
    await cleo.presses("accept")
    key = "admin-refusal-offer-taken"
    return admins(stage, await stage.admin(), r.OfferTaken(), "a-withdraw", event, offer, 1, key=key)


# ------------------------------------------------------------------------------------------------- seats and dates


@case
async def seats_in_use(stage: Stage) -> Refused:
    await stage.booked("clay-2", "Ben")
    await stage.booked("clay-2")
    why, event = r.SeatsInUse(wanted=1, used=2), stage.hall.event("clay-2")
    return admins(stage, await stage.admin(), why, "a-capacity-set", event, 1)


@case
async def seats_in_use_by_nobody_who_can_go(stage: Stage) -> Refused:
    """Of two seats in use one is held: putting Ben back in line would not be enough."""
    await stage.booked("clay-2", "Ben")
    dora, event = await stage.managing("clay-2"), stage.hall.event("clay-2")
    await dora.presses("a-hold", "a-hold", chat=stage.hall.group)
    return admins(stage, dora, r.SeatsInUse(wanted=1, used=2), "a-displace-ask", event, 1)


@case
async def capacity_unusable(stage: Stage) -> Refused:
    why, event = r.CapacityUnusable(most=10_000), stage.hall.event("clay-2")
    return admins(stage, await stage.admin(), why, "a-capacity-set", event, 10_001)


@case
async def capacity_unchanged(stage: Stage) -> Refused:
    why, event = r.CapacityUnchanged(capacity=3), stage.hall.event("clay-2")
    return admins(stage, await stage.admin(), why, "a-capacity-set", event, 3)


@case
async def capacity_of_an_event_that_has_begun(stage: Stage) -> Refused:
    dora = await stage.admin()
    await stage.hall.forward(days=7)
    return admins(stage, dora, r.EventStarted(), "a-capacity-set", stage.hall.event("clay-2"), 4)


@case
async def already_draining(stage: Stage) -> Refused:
    await stage.booked("yoga-2", "Ben")
    await stage.booked("yoga-2")
    dora = await stage.admin()
    await stage.resizing(dora, "yoga-2", 1)
    await dora.presses("a-drain", chat=stage.hall.group)
    event = stage.hall.event("yoga-2")
    return admins(stage, dora, r.AlreadyDraining(capacity=1), "a-drain", event, 1, quiet=True)


@case
async def preset_in_use(stage: Stage) -> Refused:
    """The event has it."""
    dora = await stage.managing("yoga-2")
    event = stage.hall.event("yoga-2")
    await dora.presses("a-auto", "a-presets", "a-preset-save", chat=stage.hall.group)
    await dora.replies("Summer", stage.hall.group)
    await dora.presses("a-preset", chat=stage.hall.group)
    _, drop = await dora.finds("a-preset-drop-ask", chat=stage.hall.group)
    preset_id = int(drop.split(":")[-1])
    await dora.presses("a-auto-ask", "a-auto-do", chat=stage.hall.group)
    return admins(stage, dora, r.PresetInUse(count=1), "a-preset-drop", event, 0, preset_id)


@case
async def rules_unchanged(stage: Stage) -> Refused:
    dora = await stage.managing("yoga-2")
    await dora.presses("a-auto", "a-auto-modes", "a-auto-ask", chat=stage.hall.group)
    _, save = await dora.finds("a-auto-do", chat=stage.hall.group)
    await dora.presses("a-auto-do", chat=stage.hall.group)
    numbers = tuple(map(int, save.split(":")[2:]))
    return admins(stage, dora, r.RulesUnchanged(), "a-auto-do", *numbers, quiet=True)


@case
async def not_draining(stage: Stage) -> Refused:
    dora = await stage.admin()
    return admins(stage, dora, r.NotDraining(), "a-drain-stop", stage.hall.event("clay-2"))


@case
async def date_unusable(stage: Stage) -> Refused:
    """The time that it has."""
    dora, event = await stage.admin(), await stage.hall.studio.views.event(stage.hall.event("clay-2"))
    assert event is not None
    now = in_minutes(event.starts_at)
    return admins(stage, dora, r.DateUnusable(), "a-date-set", event.id, now, 7)


@case
async def date_unusable_because_it_is_over(stage: Stage) -> Refused:
    dora, now = await stage.admin(), in_minutes(stage.hall.calendar())
    return admins(stage, dora, r.DateUnusable(), "a-date-set", stage.hall.event("clay-2"), now, 7)


@case
async def date_unusable_for_one_more(stage: Stage) -> Refused:
    """The card is older than the moment on it."""
    dora, now = await stage.admin(), in_minutes(stage.hall.calendar())
    return admins(stage, dora, r.DateUnusable(), "a-repeat", stage.hall.event("clay-2"), now, 4)


async def _balanced(stage: Stage) -> Human:
    """A balancing of the yoga dates is under way."""
    await stage.waiting("yoga-1")
    for code in ("yoga-1", "yoga-2"):
        await stage.hall.studio.change(events, events.c.id == stage.hall.event(code), mode="splitter")
    dora = await stage.managing("yoga-1")
    await dora.presses("a-split", "a-split-offers", chat=stage.hall.group)
    return dora


@case
async def split_running(stage: Stage) -> Refused:
    dora, event = await _balanced(stage), stage.hall.event("yoga-1")
    return admins(stage, dora, r.SplitRunning(), "a-split-offers", event, 0, quiet=True)


@case
async def split_over(stage: Stage) -> Refused:
    dora, event = await _balanced(stage), stage.hall.event("yoga-1")
    await dora.presses("a-split-finalize-ask", chat=stage.hall.group)
    _, data = await dora.finds("a-split-finalize", chat=stage.hall.group)
    await dora.presses("a-split-finalize", chat=stage.hall.group)
    split = int(data.split(":")[-1])
    return admins(stage, dora, r.SplitOver(), "a-split-finalize", event, split, quiet=True)


@case
async def nothing_to_balance(stage: Stage) -> Refused:
    dora = await stage.admin()
    return admins(stage, dora, r.NothingToBalance(), "a-split-offers", stage.hall.event("yoga-1"), 0)


@case
async def nothing_to_confirm(stage: Stage) -> Refused:
    anna = await stage.booked()
    booking = await stage.booking_id(anna)
    return mine(anna, r.NothingToConfirm(), "coming", stage.hall.event("yoga-2"), booking)


@case
async def nothing_to_confirm_any_more(stage: Stage) -> Refused:
    """Said twice."""
    anna = await stage.booked()
    await stage.moved(await stage.admin(), "yoga-2")
    await anna.presses("coming")
    booking = await stage.booking_id(anna)
    return again(anna, r.NothingToConfirm(), "coming", stage.hall.event("yoga-2"), booking)


@case
async def event_called_off_twice(stage: Stage) -> Refused:
    dora = await stage.admin()
    await stage.called_off(dora, "clay-2")
    return admins(stage, dora, r.EventCancelled(), "a-off", stage.hall.event("clay-2"), 7, quiet=True)


@case
async def not_begun(stage: Stage) -> Refused:
    anna = await stage.booked("clay-2")
    event = await stage.hall.studio.views.event(stage.hall.event("clay-2"))
    assert event is not None
    dora, booking = await stage.admin(), await stage.booking_id(anna)
    return admins(stage, dora, r.NotBegun(at=event.starts_at), "a-mark", event.id, booking, 1, 0)


# ------------------------------------------------------------------------------------------------- another date


async def _goes(stage: Stage, to: str, why: Refusal) -> Refused:
    """Anna, who is booked for clay-2, wants that date instead."""
    anna = await stage.booked("clay-2", "Anna")
    here, there = stage.hall.event("clay-2"), stage.hall.event(to)
    return mine(anna, why, "reschedule-confirm", here, await stage.booking_id(anna), there)


@case
async def same_event(stage: Stage) -> Refused:
    return await _goes(stage, "clay-2", r.SameEvent())


@case
async def another_date_that_is_kept_for_the_line(stage: Stage) -> Refused:
    ben = await stage.booked("clay-1", "Ben")
    await stage.joined("clay-1", "Cleo")
    await ben.presses("cancel", "cancel-confirm")
    return await _goes(stage, "clay-1", r.HeldForLine(waiting=1, position=2))


@case
async def another_date_that_is_full(stage: Stage) -> Refused:
    await stage.booked("clay-1", "Ben")
    return await _goes(stage, "clay-1", r.EventFull(waiting=0, position=1))


@case
async def another_date_that_is_booked_already(stage: Stage) -> Refused:
    refused = await _goes(stage, "clay-1", r.AlreadyBooked())
    await refused.who.opens("clay-1")
    await refused.who.presses("book")
    return refused


@case
async def another_date_of_another_service(stage: Stage) -> Refused:
    """No button leads there."""
    return await _goes(stage, "yoga-2", r.EventUnknown())


@case
async def another_date_of_a_booking_that_is_over(stage: Stage) -> Refused:
    refused = await _goes(stage, "clay-1", r.BookingOver())
    await refused.who.opens("clay-2")
    await refused.who.presses("cancel", "cancel-confirm")
    return refused


@case
async def another_date_that_it_has_gone_to_already(stage: Stage) -> Refused:
    refused = await _goes(stage, "clay-1", r.BookingOver())
    await refused.who.opens("clay-2")
    await refused.who.presses("reschedule", "reschedule-to", "reschedule-confirm")
    return replace(refused, sentence="refusal-already-done", quiet=True)


@case
async def a_booking_that_has_moved_is_not_cancelled(stage: Stage) -> Refused:
    """An old button cancels nothing, and must not say that it did: the seat on the other date stands."""
    refused = await _goes(stage, "clay-1", r.BookingOver())
    await refused.who.opens("clay-2")
    await refused.who.presses("reschedule", "reschedule-to", "reschedule-confirm")
    here, booking = refused.data.split(":")[2:4]
    return mine(refused.who, r.BookingOver(), "cancel-confirm", int(here), int(booking))


async def _is_moved(stage: Stage, to: str, why: Refusal, key: str) -> Refused:
    anna = await stage.booked("clay-2")
    here, there = stage.hall.event("clay-2"), stage.hall.event(to)
    dora, booking = await stage.admin(), await stage.booking_id(anna)
    return admins(stage, dora, why, "a-move", here, booking, there, 5, key=key)


@case
async def admin_same_event(stage: Stage) -> Refused:
    return await _is_moved(stage, "clay-2", r.SameEvent(), "")


@case
async def admin_event_full(stage: Stage) -> Refused:
    await stage.booked("clay-1", "Ben")
    why = r.EventFull(waiting=0, position=1)
    return await _is_moved(stage, "clay-1", why, "admin-refusal-event-full")


@case
async def admin_too_few_seats(stage: Stage) -> Refused:
    await stage.booked("clay-2")
    dora = await stage.admin()
    await stage.more(dora, "yoga-2", "a-book")
    await dora.replies("Bea, Carl, Dan", stage.hall.group)
    await dora.presses("a-book-guest", "a-book-do", chat=stage.hall.group)
    (party,) = [row for row in await stage.hall.studio.rows(bookings) if row.seats == 3]
    here, there = stage.hall.event("yoga-2"), stage.hall.event("clay-2")
    why, key = r.TooFewSeats(wanted=3, free=2), "admin-refusal-too-few-seats"
    return admins(stage, dora, why, "a-move", here, party.id, there, 5, key=key)


@case
async def admin_booking_over_at_the_other_dates(stage: Stage) -> Refused:
    anna = await stage.booked("clay-2")
    booking, event = await stage.booking_id(anna), stage.hall.event("clay-2")
    await anna.presses("cancel", "cancel-confirm")
    key = "admin-refusal-booking-over"
    return admins(stage, await stage.admin(), r.BookingOver(), "a-back", event, booking, 5, key=key)


# ------------------------------------------------------------------------------------------------- booking for somebody


async def _asks_who(stage: Stage) -> Human:
    dora = await stage.admin()
    await stage.more(dora, "clay-2", "a-book")
    return dora


@case
async def admin_name_unusable(stage: Stage) -> Refused:
    dora, key = await _asks_who(stage), "admin-refusal-name-unusable"
    why = r.NameUnusable(most=60)
    return Refused(dora, why, text="x" * 4000, group=stage.hall.group, sentence=key, answers=True)


@case
async def admin_party_too_large(stage: Stage) -> Refused:
    dora, why = await _asks_who(stage), r.PartyTooLarge(most=3)
    return Refused(dora, why, text="Bea\nCarl, Dan\nEli", group=stage.hall.group, answers=True)


@case
async def admin_button_stale_without_an_answer(stage: Stage) -> Refused:
    """Whoever was named is not booked with others than were named then."""
    dora, group = await _asks_who(stage), stage.hall.group
    await dora.replies("Bea, Carl", group)
    _, data = await dora.finds("a-book-guest", chat=group)
    *kept, answer, asker = data.split(":")
    other = ":".join([*kept, str(int(answer) % 9999 + 1), asker])
    return Refused(dora, r.ButtonStale(), other, group=group, sentence="admin-refusal-button-stale")


@case
async def admin_already_booked(stage: Stage) -> Refused:
    anna = await stage.booked("clay-2")
    dora, key = await stage.admin(), "admin-refusal-already-booked"
    event, person = stage.hall.event("clay-2"), await stage.person_id(anna)
    return admins(stage, dora, r.AlreadyBooked(), "a-book-do", event, person, 0, dora.id, 5, key=key)


@case
async def not_admin(stage: Stage) -> Refused:
    eve = await stage.somebody("Eve")
    await stage.hall.group.gives("member", eve.phone)
    return admins(stage, eve, r.NotAdmin(), "a-freeze", stage.hall.event("clay-1"))


@case
async def not_admin_by_command(stage: Stage) -> Refused:
    eve = await stage.somebody("Eve")
    await stage.hall.group.gives("member", eve.phone)
    return Refused(eve, r.NotAdmin(), text="/events", group=stage.hall.group)


@case
async def nameless_admin(stage: Stage) -> Refused:
    dora = await stage.admin()
    await stage.hall.group.gives("administrator", dora.phone, anonymous=True)
    return Refused(dora, r.NamelessAdmin(), text="/events", group=stage.hall.group)


@case
async def not_this_group(stage: Stage) -> Refused:
    dora = await stage.admin()
    other = await stage.hall.driver.group("Another studio", admins=[dora.phone])
    await stage.hall.settle()
    return Refused(dora, r.NotThisGroup(), button("a-freeze", stage.hall.event("clay-1")), group=other)


# ------------------------------------------------------------------------------------------------- everything


@case
async def button_stale(stage: Stage) -> Refused:
    return Refused(await stage.looking(), r.ButtonStale(), "0:book:1:1")


@case
async def admin_button_stale(stage: Stage) -> Refused:
    dora, key = await stage.admin(), "admin-refusal-button-stale"
    return Refused(dora, r.ButtonStale(), "0:a-freeze:1", group=stage.hall.group, sentence=key)


@case
async def link_unknown(stage: Stage) -> Refused:
    return Refused(await stage.looking(), r.LinkUnknown(), text="/start e-nowhere")


@case
async def command_unknown(stage: Stage) -> Refused:
    return Refused(await stage.looking(), r.CommandUnknown(), text="/sesame")


@case
async def text_expected(stage: Stage) -> Refused:
    voice = {"voice": {"file_id": "x", "file_unique_id": "x", "duration": 1}}
    return Refused(await stage.looking(), r.TextExpected(), content=voice)


def dropped(who: Human, why: Refusal, group: Group, name: str, size: int = 10) -> Refused:
    document = {"file_id": "gone", "file_unique_id": "gone", "file_name": name, "file_size": size}
    return Refused(who, why, content={"document": document}, group=group)


@case
async def file_too_large(stage: Stage) -> Refused:
    dora = await stage.admin()
    return dropped(dora, r.FileTooLarge(most=5), stage.hall.group, "a.csv", 5 * 1024 * 1024 + 1)


@case
async def file_of_other_kind(stage: Stage) -> Refused:
    return dropped(await stage.admin(), r.FileOfOtherKind(), stage.hall.group, "a.xlsm")


@case
async def file_gone(stage: Stage) -> Refused:
    stage.hall.refusals_expected = True
    return dropped(await stage.admin(), r.FileGone(), stage.hall.group, "a.csv")


# ------------------------------------------------------------------------------------------------- questions


async def _asked_for(stage: Stage, question: dict[str, Any], why: Refusal, text: str) -> Refused:
    await asks(stage, question)
    anna = await stage.looking()
    await anna.presses("book")
    return Refused(anna, why, text=text)


@case
async def answer_too_long(stage: Stage) -> Refused:
    return await _asked_for(stage, DIET, r.AnswerTooLong(most=200), "x" * 201)


@case
async def answer_no_number(stage: Stage) -> Refused:
    return await _asked_for(stage, AGE, r.AnswerNoNumber(), "thirty")


@case
async def answer_too_small(stage: Stage) -> Refused:
    return await _asked_for(stage, AGE, r.AnswerTooSmall(least=14), "13.99")


@case
async def answer_too_large(stage: Stage) -> Refused:
    return await _asked_for(stage, AGE, r.AnswerTooLarge(most=99), "100")


@case
async def answer_no_choice(stage: Stage) -> Refused:
    return await _asked_for(stage, LEVEL, r.AnswerNoChoice(), "so-so")


@case
async def answer_no_phone(stage: Stage) -> Refused:
    return await _asked_for(stage, PHONE, r.AnswerNoPhone(), "12345")


@case
async def answer_no_email(stage: Stage) -> Refused:
    return await _asked_for(stage, EMAIL, r.AnswerNoEmail(), "anna at example.com")


@case
async def question_gone(stage: Stage) -> Refused:
    """Another one is asked by now."""
    await asks(stage, LEVEL, MAT)
    anna = await stage.looking()
    await anna.presses("book")
    _, data = await anna.finds("answer")
    await anna.presses("answer")
    return Refused(anna, r.QuestionGone(), data, quiet=True)


@case
async def admin_question_gone(stage: Stage) -> Refused:
    """Another admin has removed it."""
    await asks(stage, LEVEL)
    dora = await stage.admin()
    service = await service_id(stage)
    return admins(
        stage, dora, r.QuestionGone(), "a-question-drop", service, 1, key="admin-refusal-question-gone"
    )


async def _adding(stage: Stage, kind: int, *answers: str) -> Human:
    """An admin has answered so far what a new question is to be."""
    dora = await stage.admin()
    await dora.types("/services", chat=stage.hall.group)
    await dora.presses("a-asking", chat=stage.hall.group)
    await dora.taps("a-questions", await service_id(stage), chat=stage.hall.group)
    await dora.presses("a-question-kinds", chat=stage.hall.group)
    await dora.taps("a-question-add", await service_id(stage), kind, chat=stage.hall.group)
    for answer in answers:
        await dora.replies(answer, stage.hall.group)
    return dora


def _answers(stage: Stage, dora: Human, why: Refusal, text: str) -> Refused:
    return Refused(dora, why, text=text, group=stage.hall.group, answers=True)


@case
async def too_many_questions(stage: Stage) -> Refused:
    dora = await _adding(stage, 0, "How come?")
    _, data = await dora.finds("a-question-save", chat=stage.hall.group)
    await asks(stage, *({**DIET, "code": f"diet-{number}"} for number in range(8)))
    return Refused(dora, r.TooManyQuestions(most=8), data, group=stage.hall.group)


@case
async def question_twice(stage: Stage) -> Refused:
    """Another admin has saved the same one."""
    dora = await _adding(stage, 0, "How come?")
    _, data = await dora.finds("a-question-save", chat=stage.hall.group)
    await asks(stage, {**DIET, "text": {"en": "How come?"}})
    return Refused(dora, r.QuestionTwice(), data, group=stage.hall.group)


@case
async def question_unusable(stage: Stage) -> Refused:
    return _answers(stage, await _adding(stage, 0), r.QuestionUnusable(most=200), "x" * 201)


@case
async def choices_unusable(stage: Stage) -> Refused:
    dora = await _adding(stage, 2, "Which?")
    return _answers(stage, dora, r.ChoicesUnusable(most=10, count=40), "Red\nred")


@case
async def choices_uneven(stage: Stage) -> Refused:
    dora = await _adding(stage, 2, "Which?", "Red\nBlue")
    await dora.presses("a-question-say", chat=stage.hall.group)
    await dora.replies("Melyik?", stage.hall.group)
    return _answers(stage, dora, r.ChoicesUneven(wanted=2), "Piros\nKék\nZöld")


@case
async def bounds_unusable(stage: Stage) -> Refused:
    dora = await _adding(stage, 1, "How old?")
    await dora.taps("a-question-say", await service_id(stage), 9, chat=stage.hall.group)
    return _answers(stage, dora, r.BoundsUnusable(), "99-14")


@case
async def asked_of_another(stage: Stage) -> Refused:
    """The questions about a new service are for Dora."""
    dora, emil = await stage.admin(), await stage.admin("Emil")
    await dora.types("/services", chat=stage.hall.group)
    await dora.presses("a-wizard", chat=stage.hall.group)
    call = parse((await dora.finds("a-wizard-stop", chat=stage.hall.group))[1])
    assert call is not None
    return admins(stage, emil, r.AskedOfAnother(name="Dora"), "a-wizard-stop", *call.args)


MET_ELSEWHERE = {
    r.AnswersNeeded,  # the question itself is the answer
    r.AlreadyDone,  # test_hostile: the same update twice
    r.Busy,  # below: the lock is not free
    r.MonthEnding,  # races/test_lock: nor is it soon
    r.TooFast,  # below: a script taps
    r.ServiceWithoutEvents,  # rules/test_configuring: a service that has no dates yet
    r.ModeNotInTier,  # rules/test_configuring: a plan without the mode
    r.ServiceUnknown,  # rules/test_configuring: a forged service
    r.PresetUnknown,  # admin/test_automation: a preset that was deleted
    r.NoAccount,  # storage/test_roles: nothing was imported yet
    r.RepairAnswered,  # services/test_repair: others have not answered yet
}


# ------------------------------------------------------------------------------------------------- the month


@case
async def period_unknown(stage: Stage) -> Refused:
    return mine(await stage.somebody("Anna"), r.PeriodUnknown(), "month", 999)


@case
async def admin_period_unknown(stage: Stage) -> Refused:
    dora = await months.batch(stage)
    return admins(stage, dora, r.PeriodUnknown(), "a-period", 999, key="admin-refusal-period-unknown")


@case
async def admin_month_unknown(stage: Stage) -> Refused:
    dora = await months.batch(stage)
    return admins(
        stage, dora, r.PeriodUnknown(), "a-period-begin", 202613, 2, 6, key="admin-refusal-period-unknown"
    )


@case
async def admin_month_unknown_to_open(stage: Stage) -> Refused:
    dora = await months.batch(stage)
    return admins(stage, dora, r.PeriodUnknown(), "a-period-open", 202600, key="admin-refusal-period-unknown")


@case
async def period_exists(stage: Stage) -> Refused:
    dora, month = await months.opened(stage), months.number(months.month_after_next(stage))
    return admins(stage, dora, r.PeriodExists(), "a-period-begin", month, 2, 6, quiet=True)


@case
async def period_begun(stage: Stage) -> Refused:
    return admins(stage, await months.batch(stage), r.PeriodBegun(), "a-period-begin", 202001, 2, 6)


@case
async def period_not_collecting(stage: Stage) -> Refused:
    dora = await months.closed(stage)
    (row,) = await stage.hall.studio.rows(periods)
    until = int(row.wishes_until.timestamp())
    return admins(stage, dora, r.PeriodNotCollecting(), "a-period-close", row.id, until, 6, quiet=True)


@case
async def period_not_closed(stage: Stage) -> Refused:
    dora, period = await months.opened(stage), await months.period_id(stage)
    return admins(stage, dora, r.PeriodNotClosed(), "a-period-reopen", period, 2, 6)


@case
async def period_planned(stage: Stage) -> Refused:
    """No button plans a month yet."""
    dora, period = await months.closed(stage), await months.period_id(stage)
    known = await stage.hall.studio.rows(periods, periods.c.id == period)
    version, studio = known[0].version + 1, stage.hall.studio
    await studio.outbox._ids.reserve()
    fact: dict[str, Any] = {"id": studio.outbox._ids.new(), "event_id": None, "subject": "period"}
    fact |= {
        "subject_id": period,
        "version": version,
        "kind": "PeriodPlanned",
        "actor_kind": "job",
        "actor_id": 0,
        "data": {},
    }
    await studio.change(periods, periods.c.id == period, status="planned", version=version)
    await studio.database.execute(facts.insert().values(**fact, at=stage.hall.calendar()))
    return admins(stage, dora, r.PeriodPlanned(), "a-period-reopen", period, 2, 6)


async def _as_it_was(stage: Stage, statement: sa.TextClause) -> None:
    await stage.hall.studio.database.execute(statement)


@case
async def deadline_unusable(stage: Stage) -> Refused:
    dora, period = await months.opened(stage), await months.period_id(stage)
    return admins(stage, dora, r.DeadlineUnusable(), "a-period-extend", period, 9, 6)


@case
async def deadline_unchanged(stage: Stage) -> Refused:
    dora, period = await months.opened(stage), await months.period_id(stage)
    return admins(stage, dora, r.DeadlineUnchanged(), "a-period-extend", period, 2, 6)


async def _deadline(stage: Stage, why: Refusal, text: str) -> Refused:
    dora = await months.opened(stage)
    await dora.presses("a-period-extend-ask", "a-period-type", chat=stage.hall.group)
    return Refused(dora, why, text=text, group=stage.hall.group, answers=True)


@case
async def deadline_unreadable(stage: Stage) -> Refused:
    return await _deadline(stage, r.DeadlineUnreadable(text="when it suits"), "when  it suits")


@case
async def deadline_outside(stage: Stage) -> Refused:
    yesterday = stage.hall.calendar() - timedelta(days=1)
    return await _deadline(stage, r.DeadlineOutside(), f"{yesterday:%Y-%m-%d} 18:00")


@case
async def deadline_in_the_month(stage: Stage) -> Refused:
    return await _deadline(stage, r.DeadlineOutside(), f"{months.month_after_next(stage)}-01 00:00")


@case
async def deadline_as_it_is(stage: Stage) -> Refused:
    said = await _deadline(stage, r.DeadlineUnchanged(), "")
    (row,) = await stage.hall.studio.rows(periods)
    local = row.wishes_until.astimezone(ZoneInfo(months.ZONE))
    return replace(said, text=f"{local:%Y-%m-%d %H:%M}")


# ------------------------------------------------------------------------------------------------- locks of a month


async def _locked(stage: Stage, who: Human, why: Refusal, verb: str, *args: int, **more: Any) -> Refused:
    return admins(stage, who, why, verb, await months.period_id(stage), *args, **more)


async def _lock(stage: Stage) -> Any:
    (row,) = await stage.hall.studio.rows(locks)
    return row


@case
async def period_held(stage: Stage) -> Refused:
    ben, row = await locking.by_other(stage), await _lock(stage)
    why = r.PeriodHeld("Dora", row.until, row.period_id)
    return await _locked(stage, ben, why, "a-lock-take", 1)


@case
async def lock_over(stage: Stage) -> Refused:
    return await _locked(stage, await locking.unlocked_month(stage), r.LockOver(), "a-lock-release")


@case
async def lock_over_before_it_is_forced(stage: Stage) -> Refused:
    await locking.unlocked_month(stage)
    return await _locked(stage, await stage.owner(), r.LockOver(), "a-lock-force-ask")


@case
async def lock_unchanged(stage: Stage) -> Refused:
    return await _locked(stage, await locking.held(stage), r.LockUnchanged(), "a-lock-take", 1, quiet=True)


@case
async def not_holder(stage: Stage) -> Refused:
    return await _locked(stage, await locking.by_other(stage), r.NotHolder("Dora"), "a-lock-release")


@case
async def lock_own(stage: Stage) -> Refused:
    return await _locked(stage, await locking.held(stage), r.LockOwn(), "a-lock-wish")


@case
async def lock_asked_for(stage: Stage) -> Refused:
    await locking.asked(stage)
    return await _locked(stage, await stage.admin("Cleo"), r.LockAskedFor("Ben"), "a-lock-wish")


@case
async def nobody_asks(stage: Stage) -> Refused:
    dora, row = await locking.held(stage), await _lock(stage)
    return await _locked(stage, dora, r.NobodyAsks(), "a-lock-hand", row.id, 5)


@case
async def helpers_full(stage: Stage) -> Refused:
    dora = await locking.held(stage)
    ben = await stage.admin("Ben")
    await locking.helped(stage, dora, 8)
    return await _locked(stage, dora, r.HelpersFull(8), "a-lock-helper", ben.id, 1, 0)


@case
async def helper_who_is_no_admin(stage: Stage) -> Refused:
    return await _locked(stage, await locking.held(stage), r.NotOnTeam(), "a-lock-helper", 5, 1, 0)


@case
async def period_not_final(stage: Stage) -> Refused:
    dora = await locking.unlocked_month(stage)
    return await _locked(stage, dora, r.PeriodNotFinal(), "a-unlock-do", 30, 4)


@case
async def lock_of_a_final_month(stage: Stage) -> Refused:
    return await _locked(stage, await locking.final(stage), r.PeriodFinal(), "a-lock-take", 1)


@case
async def lock_for_so_long(stage: Stage) -> Refused:
    dora = await locking.unlocked_month(stage)
    return await _locked(stage, dora, r.ButtonStale(), "a-lock-take", 9, key="admin-refusal-button-stale")


@case
async def unlock_for_so_long(stage: Stage) -> Refused:
    dora = await locking.final(stage)
    return await _locked(stage, dora, r.ButtonStale(), "a-unlock-ask", 31, key="admin-refusal-button-stale")


@case
async def lock_of_no_month(stage: Stage) -> Refused:
    dora = await stage.admin()
    return admins(stage, dora, r.PeriodUnknown(), "a-lock", 999, key="admin-refusal-period-unknown")


@case
async def unlock_pending(stage: Stage) -> Refused:
    dora = await locking.wanted(stage)
    return await _locked(stage, dora, r.UnlockPending("Dora"), "a-unlock-do", 30, 4, quiet=True)


@case
async def unlock_open(stage: Stage) -> Refused:
    ben = await locking.open_month(stage)
    (row,) = await stage.hall.studio.rows(unlocks)
    return await _locked(stage, ben, r.UnlockOpen(row.until), "a-unlock-do", 30, 4, quiet=True)


@case
async def unlock_over(stage: Stage) -> Refused:
    """Of another month, or forged; what became of one's own is told (test_locks)."""
    ben = await locking.open_month(stage)
    return await _locked(stage, ben, r.UnlockOver(), "a-unlock-approve", 999)


@case
async def second_admin_needed(stage: Stage) -> Refused:
    await locking.final(stage)
    ben = await locking.approver(stage)
    await ben.types("/unlock", chat=stage.hall.group)
    await ben.presses("a-unlock-ask", "a-unlock-do", chat=stage.hall.group)
    (row,) = await stage.hall.studio.rows(unlocks)
    return await _locked(stage, ben, r.SecondAdminNeeded(), "a-unlock-approve", row.id)


@case
async def admin_month_final(stage: Stage) -> Refused:
    dora = await locking.final(stage)
    row, key = await locking.place(stage), "admin-refusal-month-final"
    return admins(stage, dora, r.MonthFinal(), "a-back", row.event_id, row.id, 4, key=key)


@case
async def date_final(stage: Stage) -> Refused:
    dora = await locking.final(stage)
    row, event = await locking.place(stage), await _event_of(stage, await locking.place(stage))
    new = in_minutes(event.starts_at + timedelta(days=1))
    return admins(stage, dora, r.DateFinal(1), "a-date-set", row.event_id, new, 8)


async def _event_of(stage: Stage, row: Any) -> Any:
    (event,) = await stage.hall.studio.rows(events, events.c.id == row.event_id)
    return event


async def _wishes(stage: Stage, why: Refusal, verb: str, *args: int, quiet: bool = False) -> Refused:
    """Anna has chosen the first date of the month."""
    anna, period = await months.wished(stage), await months.period_id(stage)
    return replace(mine(anna, why, verb, period, *args), quiet=quiet)


@case
async def wishes_closed(stage: Stage) -> Refused:
    anna, period = await months.wished(stage), await months.period_id(stage)
    (row,) = await stage.hall.studio.rows(periods)
    stage.hall.calendar.moment = row.wishes_until
    return mine(anna, r.WishesClosed(row.wishes_until), "month-count", period, 3)


@case
async def wish_unchanged(stage: Stage) -> Refused:
    return await _wishes(stage, r.WishUnchanged(), "month-count", 1, quiet=True)


@case
async def wish_unusable(stage: Stage) -> Refused:
    return await _wishes(stage, r.WishUnusable(), "month-count", 99)


@case
async def nothing_wished(stage: Stage) -> Refused:
    anna, period = await months.wishing(stage), await months.period_id(stage)
    return mine(anna, r.NothingWished(), "month-away", period)


@case
async def not_this_month(stage: Stage) -> Refused:
    return await _wishes(stage, r.NotThisMonth(), "month-want", stage.hall.event("yoga-2"), 1, 0)


@case
async def day_not_wanted(stage: Stage) -> Refused:
    anna, period = await months.wished(stage), await months.period_id(stage)
    (chosen,) = await stage.hall.studio.rows(wish_choices)
    found = await stage.hall.studio.rows(events, events.c.id == chosen.event_id)
    await anna.presses("month-days")
    await anna.taps("month-day", period, found[0].starts_at.weekday())
    other = (await stage.hall.studio.rows(events, events.c.code == "choir-4"))[0].id
    return mine(anna, r.DayNotWanted(), "month-want", period, other, 1, 0)


@case
async def too_many_choices(stage: Stage) -> Refused:
    anna, period = await months.wished(stage), await months.period_id(stage)
    (chosen,) = await stage.hall.studio.rows(wish_choices)
    known = [row.id for row in await stage.hall.studio.rows(events) if row.id != chosen.event_id]
    values = ", ".join(f"({chosen.wish_id}, {event}, {rank})" for rank, event in enumerate(known[:19], 2))
    await _as_it_was(stage, sa.text(f"INSERT INTO wish_choices (wish_id, event_id, rank) VALUES {values}"))  # noqa: S608
    left = [row.id for row in await stage.hall.studio.rows(events, events.c.code.like("choir-%"))]
    taken = {row.event_id for row in await stage.hall.studio.rows(wish_choices)}
    free = next(event for event in left if event not in taken)
    return mine(anna, r.TooManyChoices(20), "month-want", period, free, 1, 0)


@case
async def too_many_friends(stage: Stage) -> Refused:
    anna, period = await months.wished(stage), await months.period_id(stage)
    await anna.presses("month-friends", *["month-friend-ask"] * 3)
    return mine(anna, r.TooManyFriends(3), "month-friend-ask", period)


@case
async def friendship_over(stage: Stage) -> Refused:
    ben, period = await months.invited(stage), await months.period_id(stage)
    (row,) = await stage.hall.studio.rows(friendships)
    return mine(ben, r.FriendshipOver(), "month-agree", period, row.id, row.link ^ 2)


@case
async def friendship_over_for_no_link(stage: Stage) -> Refused:
    ben, period = await months.invited(stage), await months.period_id(stage)
    (row,) = await stage.hall.studio.rows(friendships)
    return mine(ben, r.FriendshipOver(), "month-agree", period, row.id, 0)


@case
async def friend_yourself(stage: Stage) -> Refused:
    anna, period = await months.linked(stage), await months.period_id(stage)
    (row,) = await stage.hall.studio.rows(friendships)
    return mine(anna, r.FriendYourself(), "month-agree", period, row.id, row.link)


@case
async def already_friends(stage: Stage) -> Refused:
    ben, period = await months.invited(stage), await months.period_id(stage)
    await ben.presses("month-agree")
    (row,) = await stage.hall.studio.rows(friendships)
    return mine(ben, r.AlreadyFriends(), "month-agree", period, row.id, row.link)


@case
async def names_of_nobody_for_a_wish(stage: Stage) -> Refused:
    anna, period = await months.wished(stage), await months.period_id(stage)
    await anna.presses("month-party")
    await anna.taps("month-party-set", period, 3)
    return Refused(anna, r.PartyNotNamed(wanted=2, named=1), text="Bea")


@case
async def names_too_late_for_a_wish(stage: Stage) -> Refused:
    anna, period = await months.wished(stage), await months.period_id(stage)
    await anna.presses("month-party")
    await anna.taps("month-party-set", period, 2)
    (row,) = await stage.hall.studio.rows(periods)
    stage.hall.calendar.moment = row.wishes_until
    return Refused(anna, r.WishesClosed(row.wishes_until), text="Bea", keeps_draft=False)


# ------------------------------------------------------------------------------------------------- repairs


@case
async def admin_repair_not_yet(stage: Stage) -> Refused:
    dora, period = await months.closed(stage), await months.period_id(stage)
    return admins(stage, dora, r.RepairNotYet(), "a-repair", period)


@case
async def admin_repair_changed(stage: Stage) -> Refused:
    dora = await repairs.planned(stage)
    return admins(stage, dora, r.RepairChanged(), "a-repair-go", await months.period_id(stage), 1, 7)


@case
async def repair_unknown(stage: Stage) -> Refused:
    return mine(await stage.somebody("Anna"), r.RepairUnknown(), "repair-yes", 999)


@case
async def admin_repair_unknown(stage: Stage) -> Refused:
    return admins(stage, await months.batch(stage), r.RepairUnknown(), "a-repair-one", 999)


@case
async def admin_repairs_of_no_month(stage: Stage) -> Refused:
    dora, key = await months.batch(stage), "admin-refusal-period-unknown"
    return admins(stage, dora, r.PeriodUnknown(), "a-repair-list", 999, 0, key=key)


@case
async def repair_over(stage: Stage) -> Refused:
    anna = await repairs.asked(stage)
    (asked,) = await stage.hall.studio.rows(repair_rows)
    await anna.presses("repair-yes")
    return mine(anna, r.RepairOver(), "repair-no", asked.id)


@case
async def schedule_unchanged(stage: Stage) -> Refused:
    return admins(stage, await months.batch(stage), r.ScheduleUnchanged(), "a-schedule-set", 0)


async def _crontab(stage: Stage, why: Refusal, text: str) -> Refused:
    dora = await months.batch(stage)
    await dora.presses("a-schedule", "a-schedule-type", chat=stage.hall.group)
    return Refused(dora, why, text=text, group=stage.hall.group, answers=True)


@case
async def no_crontab(stage: Stage) -> Refused:
    return await _crontab(stage, r.NoCrontab(word="every night"), "every night")


@case
async def crontab_never(stage: Stage) -> Refused:
    return await _crontab(stage, r.CrontabNever(), "0 0 30 2 *")


async def _allotting(stage: Stage, why: Refusal, verb: str, *args: int, who: Human | None = None) -> Refused:
    """About the one month that there is; 3 is a reason."""
    dora = who or await stage.admin()
    await dora.types("/batch", chat=stage.hall.group)
    return admins(stage, dora, why, verb, await allotting.period_id(stage), *args)


@case
async def period_open(stage: Stage) -> Refused:
    dora = await months.opened(stage)
    return await _allotting(stage, r.PeriodOpen(), "a-batch-execute", 0, 0, who=dora)


@case
async def a_plan_while_wishes_are_open(stage: Stage) -> Refused:
    dora = await months.opened(stage)
    return await _allotting(stage, r.PeriodOpen(), "a-batch-plan", 0, who=dora)


@case
async def period_final(stage: Stage) -> Refused:
    await allotting.finalized(stage)
    return await _allotting(stage, r.PeriodFinal(), "a-batch-execute", 0, 1)


@case
async def run_open(stage: Stage) -> Refused:
    await allotting.wished(stage)
    await allotting.begin(stage)
    return await _allotting(stage, r.RunOpen(1), "a-batch-execute", 0, 1)


@case
async def run_newer(stage: Stage) -> Refused:
    await allotting.wished(stage)
    await allotting.execute(stage)
    return await _allotting(stage, r.RunNewer(1), "a-batch-execute", 0, 0)


@case
async def no_run(stage: Stage) -> Refused:
    await allotting.wished(stage)
    return await _allotting(stage, r.NoRun(), "a-batch-review", 999, 0)


@case
async def run_over(stage: Stage) -> Refused:
    await allotting.wished(stage)
    await allotting.execute(stage)
    return await _allotting(stage, r.RunOver(), "a-batch-stop", 1)


@case
async def input_changed(stage: Stage) -> Refused:
    dora, olga = await allotting.said(stage), await stage.owner()
    assert dora.id != olga.id
    changed = r.InputChanged(sessions=0, people=0, adjustments=True)
    return await _allotting(stage, changed, "a-batch-final", 1, 3, who=olga)


@case
async def nobody_wishes(stage: Stage) -> Refused:
    await allotting.wished(stage, {})
    return await _allotting(stage, r.NobodyWishes(), "a-batch-execute", 0, 0)


@case
async def wish_unknown(stage: Stage) -> Refused:
    await allotting.wished(stage)
    dodo = await stage.person_id(await stage.somebody("Dodo"))
    first = stage.hall.event("choir-1")
    return await _allotting(stage, r.WishUnknown(), "a-batch-pin", dodo, first, 3)


async def _pinned(stage: Stage, *names: str, code: str = "choir-1") -> dict[str, int]:
    known = {name: await stage.person_id(who) for name, who in (await allotting.wished(stage)).items()}
    for name in names:
        await allotting.pin(stage, known[name], stage.hall.event(code))
    return known


@case
async def adjustment_unchanged(stage: Stage) -> Refused:
    known, first = await _pinned(stage, "Anna"), stage.hall.event("choir-1")
    said = await _allotting(stage, r.AdjustmentUnchanged("pin"), "a-batch-pin", known["Anna"], first, 3)
    return replace(said, sentence=SAID["pin"])


async def _left_out(stage: Stage, code: str, said: Any) -> Refused:
    """Of a date, or of the month; another admin has left Anna out of it."""
    anna = await stage.person_id((await allotting.wished(stage))["Anna"])
    event, period = stage.hall.event(code) if code else 0, await allotting.period_id(stage)
    await runs.exclude(allotting.rooms(stage).runs, allotting.bori(), period, anna, event or None)
    told = await _allotting(stage, r.AdjustmentUnchanged(said), "a-batch-out", anna, event, 3)
    return replace(told, sentence=SAID[said])


@case
async def left_out_of_a_date_already(stage: Stage) -> Refused:
    return await _left_out(stage, "choir-1", "out")


@case
async def left_out_of_the_month_already(stage: Stage) -> Refused:
    return await _left_out(stage, "", "out-all")


@case
async def moved_there_already(stage: Stage) -> Refused:
    return await _moving(stage, "move", "choir-2")


@case
async def there_already(stage: Stage) -> Refused:
    return await _moving(stage, "there", "choir-1")


async def _moving(stage: Stage, said: Any, code: str) -> Refused:
    """From the first date, where somebody is whom another admin has moved to the second one."""
    await allotting.executed(stage)
    hall, seen = stage.hall, allotting.rooms(stage)
    first, second = (hall.event(each) for each in ("choir-1", "choir-2"))
    placed = await seen.views.run_people(await allotting.run_id(stage), first, 0, 1)
    person, slot = placed.items[0].person_id, slot_of(placed.items[0].event)
    await runs.move(seen.runs, allotting.bori(), await allotting.period_id(stage), person, first, second)
    args = person, slot, hall.event(code), 3
    told = await _allotting(stage, r.AdjustmentUnchanged(said), "a-batch-move", *args)
    return replace(told, sentence=SAID.get(said, ""))


@case
async def adjustment_over(stage: Stage) -> Refused:
    await allotting.wished(stage)
    return await _allotting(stage, r.AdjustmentOver(), "a-batch-lift", 999, 3)


@case
async def pins_full(stage: Stage) -> Refused:
    known, first = await _pinned(stage, "Anna", "Ben"), stage.hall.event("choir-1")
    return await _allotting(stage, r.PinsFull(free=0), "a-batch-pin", known["Cleo"], first, 3)


@case
async def pins_collide(stage: Stage) -> Refused:
    known, same = await _pinned(stage, "Cleo"), await allotting.same_time(stage)
    return await _allotting(stage, r.PinsCollide(), "a-batch-pin", known["Cleo"], same, 3)


@case
async def not_placed(stage: Stage) -> Refused:
    known, second = await _pinned(stage), stage.hall.event("choir-2")
    await allotting.execute(stage)
    return await _allotting(stage, r.NotPlaced(), "a-batch-move", known["Anna"], 9_999, second, 3)


@case
async def no_run_with_figures(stage: Stage) -> Refused:
    """Of a version that is not there."""
    dora, period = await metrics.figured(stage), await months.period_id(stage)
    return admins(stage, dora, r.NoRun(), "a-metrics", period, 9)


@case
async def admin_period_unknown_with_figures(stage: Stage) -> Refused:
    dora = await months.batch(stage)
    return admins(stage, dora, r.PeriodUnknown(), "a-metrics", 999, 0, key="admin-refusal-period-unknown")


def test_every_refusal_is_met() -> None:
    known = {found for found in vars(r).values() if isinstance(found, type) and issubclass(found, Refusal)}
    names = {name.removeprefix("admin_") for name in CASES}
    for refusal in known - MET_ELSEWHERE - {Refusal}:
        words = "_".join(_words(refusal.__name__))
        assert words in names, refusal


def _words(name: str) -> list[str]:
    words = [""]
    for sign in name:
        if sign.isupper():
            words.append("")
        words[-1] += sign.lower()
    return [word for word in words if word]


@pytest.mark.parametrize("name", CASES)
async def test_a_refusal(hall: Hall, name: str) -> None:
    refused = await CASES[name](Stage(hall))
    if refused.group is not None and not refused.answers:
        await refused.who.types("/help", chat=refused.group)  # something to tap on
    before = await hall.dump()
    said = set()
    for language in LANGUAGES:
        await refused.who.speaks(language)
        told = _without_who_was_faster(await _told(hall, refused), refused, language)
        sentence = _sentence(refused, language)  # an admin may also read who was faster
        assert told == sentence or (refused.group is not None and told.startswith(sentence))
        said.add(told)
        if not refused.keeps_draft:
            return
    assert len(said) == len(LANGUAGES)
    await refused.who.speaks("en")
    after = await hall.dump()
    if refused.answers:  # the question stands below the refusal, too
        assert before.pop("admin_drafts") and after.pop("admin_drafts")
    assert after == before


def _without_who_was_faster(told: str, refused: Refused, language: str) -> str:
    """In the group a sentence may follow that names who was faster, and when."""
    if refused.group is None:
        return told
    known: list[tuple[str, dict[str, str]]] = [
        ("you", {}),
        ("bot", {}),
        *(("person", {"name": name}) for name in ("Anna", "Bori", "Cleo", "Dora")),
    ]
    for key, values in known:
        before, _, after = TEXTS[language].plain(f"admin-faster-{key}", at="@", **values).partition("@")
        told = re.sub(rf" {re.escape(before)}\d\d:\d\d{re.escape(after)}$", "", told)
    return told


async def _told(hall: Hall, refused: Refused) -> str:
    """The alert's text, or that of the message that answers."""
    who, group = refused.who, refused.group
    if refused.data:
        message = await who.newest(group)
        toast = await who.taps_on(message.id, refused.data, group)
        assert toast.alert is not refused.quiet and len(toast.text) <= 200
        return toast.text
    if refused.content is not None:
        await who.phone.sends(refused.content, chat=group)
        await hall.settle()
    elif refused.answers and group is not None:
        await who.replies(refused.text, group)
        await _asks_again(hall, refused)
    else:
        await who.types(refused.text, chat=group)
    return (await who.newest(group)).text.split("\n\n")[0]


async def _asks_again(hall: Hall, refused: Refused) -> None:
    """The field is open for the next try, and for nobody but whoever has typed the one before."""
    sent = (await hall.driver.calls("sendMessage"))[-1]["params"]
    markup = sent["reply_markup"]
    assert markup["force_reply"] and markup["selective"] and markup["input_field_placeholder"], markup
    told = await refused.who.newest(refused.group)
    answered = told.raw.get("reply_to_message", {}).get("from", {}).get("id")
    mentioned = {entity.get("user", {}).get("id") for entity in told.raw.get("entities", ())}
    assert refused.who.id in {answered, *mentioned}


def _sentence(refused: Refused, language: str) -> str:
    texts, values = TEXTS[language], dict(refused.why.values)
    if isinstance(refused.why, r.OfferExpired | r.NotBegun | r.HoursDiffer):
        values["at"] = texts.when(refused.why.at, refused.zone)
    if isinstance(refused.why, r.WishesClosed | r.PeriodHeld | r.UnlockOpen):
        values["until"] = texts.when(refused.why.until, refused.zone)
    if isinstance(refused.why, r.RoleNeeded):
        needed = texts.plain(f"admin-role-{refused.why.needed}")
        values = {"needed": needed, "names": ", ".join(refused.why.names)}
    if isinstance(refused.why, r.RoleUnchanged):
        values["role"] = texts.plain(f"admin-role-{refused.why.role}")
    return texts.plain(refused.sentence or refused.why.key, **values)


async def test_too_fast(hall: Hall, language: str) -> None:
    """A script is slowed down; one's own offer can be answered all the same."""
    anna, _, _ = await Stage(hall, language).offered()
    message, accept = await anna.finds("accept")
    hall.hand.seconds += 1000
    for _ in range(200):
        hall.hand.seconds -= 0.5  # as `take` lets half a second pass
        toast = await anna.taps_on(message.id, "1:home")
        if toast.alert:
            break
    assert toast.text == anna.texts.plain("refusal-too-fast", seconds=1)
    toast = await anna.taps_on(message.id, accept)
    assert not toast.alert


async def test_busy_while_somebody_else_has_the_database(hall: Hall, language: str) -> None:
    """A foreign tool holds the lock: a clear sentence, and nothing is changed."""
    anna = await Stage(hall, language).looking()
    message, before = await anna.newest(), await hall.dump()
    await _impatient(hall)
    async with hall.house.database.write.connect() as other:
        await other.execute(sa.text("SELECT 1"))  # begins, and so has the lock
        toast = await _while_locked(hall, anna, message.id, button("book", hall.event("yoga-2"), 1))
    assert toast.alert and toast.text == anna.texts.plain("refusal-busy")
    assert await hall.dump() == before
    await anna.presses("book")


async def test_busy_at_the_first_contact(hall: Hall, language: str) -> None:
    """Even who this is cannot be written down: told in Telegram's language."""
    anna = await hall.stranger("Anna", language)
    await _impatient(hall)
    async with hall.house.database.write.connect() as other:
        await other.execute(sa.text("SELECT 1"))
        toast = await _while_locked(hall, anna, 1, button("home"))
        await anna.phone.types("/help")
        for update in hall.sandbox.updates.pending():
            await hall.take(update.body)
        hall.sandbox.updates.clear()
    assert toast.alert and toast.text == anna.texts.plain("refusal-busy")
    assert (await anna.newest()).text == anna.texts.plain("refusal-busy")


async def _while_locked(hall: Hall, who: Human, message_id: int, data: str) -> Any:
    """One tap; no letter could be taken out meanwhile."""
    made = await who.phone._do("forges", data=data, message_id=message_id)
    for update in hall.sandbox.updates.pending():
        await hall.take(update.body)
    hall.sandbox.updates.clear()
    return await who.phone._toast(made, 0.5)


async def _impatient(hall: Hall) -> None:
    """Locks are waited for no more than a moment."""

    def now(connection: sa.Connection) -> None:
        connection.exec_driver_sql("PRAGMA busy_timeout=1")

    await hall.house.database.connected(now)
