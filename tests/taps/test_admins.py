"""Every tap and command of an admin in the group, in every language: what it is answered, and what is shown then."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import pytest

from bot.sandbox import Shown, Toast
from handlers.admin.reasons import BY_HAND, REASONS
from handlers.admin.table import COMMANDS, SHOWS, TAPS
from storage.tables import accounts, bookings, entries, events, facts, holds, offers
from tests.taps import allotting, drawn, locking, metrics, months, repairs
from tests.taps.asking import AGE, DIET, LEVEL, asks, service_id
from tests.taps.hall import LANGUAGES, Hall, Human
from tests.taps.stages import Stage
from tests.taps.words import says

Before = Callable[[Stage], Awaitable[Human]]


@dataclass(frozen=True)
class Way:
    """`before` gives the admin; the taps `by` lead to the one that is looked at."""

    before: Before
    toast: str = ""
    shows: tuple[str, ...] = ()
    offers: frozenset[str] = frozenset()
    by: tuple[str, ...] = ()


def way(before: Before, toast: str = "", shows: str = "", offers: str = "", by: str = "") -> Way:
    return Way(before, toast, tuple(shows.split()), frozenset(offers.split()), tuple(by.split()))


async def listed(stage: Stage) -> Human:
    """In front of the list of events."""
    dora = await stage.admin()
    await dora.types("/events", chat=stage.hall.group)
    return dora


async def managed(stage: Stage) -> Human:
    return await stage.managing("yoga-2")


async def owned(stage: Stage) -> Human:
    olga = await stage.owner()
    await stage.manages(olga, "yoga-2")
    return olga


async def booked(stage: Stage) -> Human:
    """One booking that is to be confirmed."""
    await stage.hall.studio.change(accounts, booking_status="pending")
    await stage.booked("clay-1")
    return await stage.managing("clay-1")


async def waited(stage: Stage) -> Human:
    """A full event that two wait for."""
    await stage.waiting("clay-1")
    await stage.joined("clay-1", "Cleo")
    return await stage.managing("clay-1")


async def filed(stage: Stage) -> Human:
    """In front of what a file would do."""
    dora = await stage.admin()
    await dora.drops("people.csv", b"name,language\nGranny,hu\n", stage.hall.group)
    return dora


async def serviced(stage: Stage) -> Human:
    """In front of the services."""
    dora = await stage.admin()
    await dora.types("/services", chat=stage.hall.group)
    return dora


async def helped(stage: Stage) -> Human:
    """The owner in front of what can be done here."""
    olga = await stage.owner()
    await olga.types("/help", chat=stage.hall.group)
    return olga


async def estranged(stage: Stage) -> Human:
    """The same, in another language: the first one that is offered is the right one."""
    before = LANGUAGES[LANGUAGES.index(stage.language) - 1]
    await stage.hall.studio.change(accounts, group_language=before)
    return await helped(stage)


async def asked(stage: Stage) -> Human:
    """A new event: in front of the question for which service."""
    dora = await serviced(stage)
    await dora.taps("a-wizard", 1, chat=stage.hall.group)
    return dora


async def paged(stage: Stage) -> Human:
    """The same, with more services than a card has room for."""
    named = [{"code": f"s-{number}", "name": f"S {number}"} for number in range(20)]
    dora = await stage.admin()
    await dora.drops("more.json", json.dumps({"services": named}).encode(), stage.hall.group)
    await dora.presses("a-import", chat=stage.hall.group)
    await dora.types("/services", chat=stage.hall.group)
    await dora.taps("a-wizard", 1, chat=stage.hall.group)
    return dora


async def freed(stage: Stage) -> Human:
    """In front of the card of a freed seat; Anna is next, then Cleo."""
    dora, _, _ = await stage.freed()
    return dora


async def free(stage: Stage) -> Human:
    """The same event, in front of its own card."""
    dora, _, _ = await stage.freed()
    await stage.manages(dora, "clay-1")
    return dora


async def second(stage: Stage) -> Human:
    """In front of the place of Cleo, who is not next."""
    dora = await free(stage)
    (entry,) = [row for row in await stage.hall.studio.rows(entries) if row.seq == 2]
    await dora.presses("a-line", chat=stage.hall.group)
    await dora.taps("a-entry", stage.hall.event("clay-1"), entry.id, chat=stage.hall.group)
    return dora


async def offered(stage: Stage) -> Human:
    await stage.offered("yoga-1")
    return await stage.managing("yoga-1")


async def held(stage: Stage) -> Human:
    dora = await stage.managing("yoga-2")
    await dora.presses("a-hold", chat=stage.hall.group)
    return dora


async def frozen(stage: Stage) -> Human:
    dora = await stage.managing("yoga-2")
    await dora.presses("a-freeze-ask", "a-freeze", chat=stage.hall.group)
    return dora


async def ruled(stage: Stage) -> Human:
    """The owner in front of the list of administrators, Dora among them."""
    dora, olga = await stage.admin(), await stage.owner()
    await olga.types("/roles", chat=stage.hall.group)
    await olga.taps("a-role", dora.id, chat=stage.hall.group)
    return olga


async def shrinking(stage: Stage) -> Human:
    """Two of three seats are booked; in front of one seat."""
    await stage.booked("yoga-2", "Ben")
    await stage.booked("yoga-2")
    dora = await stage.admin()
    await stage.resizing(dora, "yoga-2", 1)
    return dora


async def drained(stage: Stage) -> Human:
    """The seats go down as they come free."""
    dora = await shrinking(stage)
    await dora.presses("a-drain", "a-more", "a-capacity", chat=stage.hall.group)
    return dora


async def growing(stage: Stage) -> Human:
    """A full event that two wait for, in front of one seat more."""
    await stage.waiting("yoga-1")
    await stage.joined("yoga-1", "Cleo")
    dora = await stage.admin()
    await stage.resizing(dora, "yoga-1", 2)
    return dora


async def moving(stage: Stage) -> Human:
    """Anna is booked; in front of her booking."""
    await stage.booked("yoga-2")
    dora = await stage.managing("yoga-2")
    await dora.presses("a-bookings", "a-booking", chat=stage.hall.group)
    return dora


async def listing(stage: Stage) -> Human:
    """Anna is booked; in front of the list of bookings."""
    await stage.booked("yoga-2")
    dora = await stage.managing("yoga-2")
    await dora.presses("a-bookings", chat=stage.hall.group)
    return dora


async def whatever(stage: Stage) -> Human:
    """In front of the events that can be asked about, more of them than one page has."""
    dora = await stage.admin()
    await stage.more(dora, "yoga-2", "a-clone")
    await dora.taps("a-repeat", stage.hall.event("yoga-2"), chat=stage.hall.group)
    await dora.types("/whatif", chat=stage.hall.group)
    return dora


async def wondering(stage: Stage) -> Human:
    """Anna is booked; in front of the questions about her event."""
    await stage.booked("yoga-2")
    dora = await stage.admin()
    await stage.more(dora, "yoga-2", "a-whatif")
    return dora


async def answered(stage: Stage) -> Human:
    """Anna is known; an admin has named her and two more."""
    await stage.somebody("Anna")
    dora = await stage.admin()
    await stage.more(dora, "yoga-2", "a-book")
    await dora.replies("Anna, Bea, Carl", stage.hall.group)
    return dora


async def begun(stage: Stage) -> Human:
    """Anna's event has begun."""
    await stage.booked("yoga-2")
    dora = await stage.admin()
    await stage.begun(dora, "yoga-2")
    return dora


async def began(stage: Stage) -> Human:
    """The same, one card earlier."""
    dora = await begun(stage)
    await dora.presses("a-more", chat=stage.hall.group)
    return dora


async def unbalanced(stage: Stage) -> Human:
    """Anna and Cleo wait for a full date, and another one has room."""
    await stage.waiting("yoga-1")
    await stage.joined("yoga-1", "Cleo")
    for code in ("yoga-1", "yoga-2"):
        await stage.hall.studio.change(events, events.c.id == stage.hall.event(code), mode="splitter")
    return await stage.managing("yoga-1")


async def decides(stage: Stage) -> Human:
    """In front of Anna's request for a seat."""
    dora, _ = await stage.deciding()
    return dora


async def passing(stage: Stage) -> Human:
    """In front of Anna's request for the free seat that Bea and Cleo wait for."""
    dora, _, _ = await stage.freed("clay-1")
    await stage.asked("clay-1", "Emma")
    await dora.finds("a-request-ask", chat=stage.hall.group)
    return dora


async def requested(stage: Stage) -> Human:
    """The same, by the event's card."""
    dora, _ = await stage.deciding()
    await stage.manages(dora, "yoga-2")
    return dora


async def split(stage: Stage) -> Human:
    """The room is offered to them."""
    dora = await unbalanced(stage)
    await dora.presses("a-split", "a-split-offers", chat=stage.hall.group)
    return dora


async def past(stage: Stage) -> Human:
    """Every date is over."""
    dora = await stage.admin()
    await stage.hall.forward(days=30)
    await dora.types("/events", chat=stage.hall.group)
    return dora


async def basic(stage: Stage) -> Human:
    """A plan without every mode."""
    await stage.hall.studio.change(accounts, tier="basic")
    return await managed(stage)


async def pro(stage: Stage) -> Human:
    """A plan that shows the usual rules first."""
    await stage.hall.studio.change(accounts, tier="pro")
    return await managed(stage)


async def kept(stage: Stage) -> Human:
    """A preset is there."""
    dora = await managed(stage)
    await dora.presses("a-auto", "a-presets", "a-preset-save", chat=stage.hall.group)
    await dora.replies("Summer <b>", stage.hall.group)
    return dora


async def asking(stage: Stage) -> Human:
    """In front of what a service asks."""
    await asks(stage, LEVEL, DIET, AGE)
    dora = await serviced(stage)
    await dora.presses("a-asking", chat=stage.hall.group)
    await dora.taps("a-questions", await service_id(stage), chat=stage.hall.group)
    return dora


async def worded(stage: Stage) -> Human:
    """A further question has its words."""
    dora = await asking(stage)
    await dora.presses("a-question-kinds", "a-question-add", chat=stage.hall.group)
    await dora.replies("How come?", stage.hall.group)
    return dora


async def practising(stage: Stage) -> Human:
    return await stage.practising()


async def reopening(stage: Stage) -> Human:
    return await stage.reopening()


async def practice(stage: Stage) -> Human:
    """In front of the list of events, with an individual service above them."""
    await stage.practice()
    return await listed(stage)


CARD = "a-bookings a-line a-offers a-refresh a-events"

WAYS: dict[str, Way] = {
    "a-batch": way(months.opened, shows="batch-head", offers="a-period a-period-open a-events"),
    "a-period": way(
        months.opened,
        shows="batch-month batch-collecting batch-answers batch-opened batch-hash",
        offers="a-interest a-period-extend-ask a-period-close-ask a-lock a-batch",
    ),
    "a-interest": way(months.opened, shows="batch-interest-head batch-unwished", offers="a-period"),
    "a-period-open": way(months.batch, shows="batch-open-ask", offers="a-period-begin a-batch"),
    "a-period-begin": way(
        months.deadlines, "admin-done-batch-open", "batch-collecting batch-hash", "a-period-close-ask"
    ),
    "a-period-type": way(
        months.opened, shows="batch-extend-ask batch-deadline-type", by="a-period-extend-ask"
    ),
    "a-period-extend-ask": way(
        months.opened, shows="batch-extend-ask", offers="a-period-extend a-period-type a-period"
    ),
    "a-period-extend": way(
        months.opened, "admin-done-batch-extend", "batch-collecting", "a-batch", "a-period-extend-ask"
    ),
    "a-period-close-ask": way(months.opened, shows="batch-close-ask", offers="a-period-close a-period"),
    "a-period-close": way(
        months.opened, "admin-done-batch-close", "batch-closed", "a-period-reopen-ask", "a-period-close-ask"
    ),
    "a-period-reopen-ask": way(months.closed, shows="batch-reopen-ask", offers="a-period-reopen a-period"),
    "a-period-reopen": way(
        months.closed, "admin-done-batch-open", "batch-collecting", "a-batch", "a-period-reopen-ask"
    ),
    "a-repair": way(
        repairs.planned,
        shows="repair-plan-head repair-line-lost repair-plan-rule",
        offers="a-repair-go a-period",
    ),
    "a-repair-go": way(
        repairs.planned, "admin-done-repair", "repair-plan-head", "a-repair-one a-period", "a-repair"
    ),
    "a-repair-list": way(repairs.crowded, shows="repair-list-head", offers="a-repair-one a-repair"),
    "a-repair-one": way(
        repairs.sent, shows="repair-one-head repair-open repair-line-lost", offers="a-repair-back a-repair"
    ),
    "a-repair-back": way(
        repairs.sent,
        "admin-done-repair-back",
        "repair-one-head repair-cause-admin",
        "a-repair",
        "a-repair-one",
    ),
    "a-repair-stuck": way(
        repairs.stranded, shows="repair-stuck-head repair-stuck-line", offers="a-repair-stuck a-repair"
    ),
    "a-repair-free": way(
        repairs.stranded, shows="repair-plan-free", offers="a-repair-date a-repair-free a-repair"
    ),
    "a-repair-date": way(
        repairs.stranded,
        shows="repair-date-free repair-date-who",
        offers="a-repair-for a-repair-date a-book a-repair",
    ),
    "a-repair-for": way(
        repairs.stranded,
        shows="admin-ask-book admin-ask-reason",
        offers="a-repair-book a-repair-date",
        by="a-repair-date",
    ),
    "a-repair-book": way(
        repairs.stranded,
        "admin-done-promote",
        "repair-date-free repair-date-who",
        "a-repair-for a-repair",
        "a-repair-date a-repair-for",
    ),
    "a-schedule": way(months.batch, shows="schedule-head schedule-off", offers="a-schedule-set a-batch"),
    "a-schedule-set": way(
        months.batch, "admin-done-schedule", "schedule-on", "a-schedule-set a-schedule-type", "a-schedule"
    ),
    "a-schedule-type": way(months.batch, shows="schedule-ask", by="a-schedule"),
    "a-batch-plan": way(
        allotting.ended,
        shows="batch-plan-head batch-way-balanced batch-plan-expected batch-fill batch-find-scarce",
        offers="a-batch-plan a-batch-findings a-batch-execute a-period",
    ),
    "a-batch-fills": way(allotting.many, shows="batch-plan-fill batch-plan-nothing", offers="a-batch-plan"),
    "a-batch-findings": way(
        allotting.odd, shows="batch-findings-head batch-find-scarce", offers="a-batch-plan"
    ),
    "a-batch-execute": way(
        allotting.odd,
        "admin-done-batch-made",
        "batch-newest batch-measures batch-next-review",
        "a-batch-review a-batch-execute a-batch-plan a-batch-final-ask",
    ),
    "a-batch-stop": way(
        allotting.begun, "admin-done-batch-stop", "batch-stopped batch-next-plan", "a-batch-plan"
    ),
    "a-batch-review": way(
        allotting.executed,
        shows="batch-review-head batch-measures batch-review-event",
        offers="a-batch-event a-batch-with a-batch-final-ask a-period",
    ),
    "a-batch-event": way(
        allotting.executed,
        shows="batch-event-head batch-placed",
        offers="a-batch-person a-batch-review",
        by="a-batch-review",
    ),
    "a-batch-short": way(
        allotting.lacking,
        shows="batch-short-head batch-short batch-why-full",
        offers="a-batch-person a-batch-review",
        by="a-batch-review",
    ),
    "a-batch-person": way(
        allotting.lacking,
        shows="batch-person-head batch-person-nothing batch-person-wanted batch-person-wishes batch-wish",
        offers="a-batch-where a-batch-out-ask a-batch-short",
        by="a-batch-review a-batch-short",
    ),
    "a-batch-place": way(
        allotting.lacking,
        shows="batch-place-head",
        offers="a-batch-pin-ask a-batch-where a-batch-out-ask a-batch-person",
        by="a-batch-review a-batch-event a-batch-person",
    ),
    "a-batch-where": way(
        allotting.lacking,
        shows="batch-where-pin",
        offers="a-batch-pin-ask a-batch-person",
        by="a-batch-review a-batch-short a-batch-person",
    ),
    "a-batch-pin-ask": way(
        allotting.lacking,
        shows="batch-pin-ask admin-ask-reason",
        offers="a-batch-pin a-batch-person",
        by="a-batch-review a-batch-short a-batch-person a-batch-where",
    ),
    "a-batch-pin": way(
        allotting.lacking,
        "admin-done-batch-pin",
        "batch-person-head batch-word-pin",
        "a-batch-where",
        by="a-batch-review a-batch-short a-batch-person a-batch-where a-batch-pin-ask",
    ),
    "a-batch-move-to": way(
        allotting.lacking,
        shows="batch-move-ask admin-ask-reason-told",
        offers="a-batch-move a-batch-person",
        by="a-batch-review a-batch-event a-batch-person a-batch-place a-batch-where",
    ),
    "a-batch-move": way(
        allotting.lacking,
        "admin-done-batch-move",
        "batch-person-head batch-word-move",
        "a-batch-where",
        by="a-batch-review a-batch-event a-batch-person a-batch-place a-batch-where a-batch-move-to",
    ),
    "a-batch-out-ask": way(
        allotting.lacking,
        shows="batch-out-all-ask admin-ask-reason-told",
        offers="a-batch-out a-batch-person",
        by="a-batch-review a-batch-short a-batch-person",
    ),
    "a-batch-out": way(
        allotting.lacking,
        "admin-done-batch-out",
        "batch-person-head batch-word-out-all",
        "a-batch-where",
        by="a-batch-review a-batch-short a-batch-person a-batch-out-ask",
    ),
    "a-batch-words": way(
        allotting.said, shows="batch-words-head batch-word-pin", offers="a-batch-word a-period"
    ),
    "a-batch-word": way(
        allotting.said,
        shows="batch-word-pin batch-word-by batch-lift-ask",
        offers="a-batch-lift a-batch-words",
        by="a-batch-words",
    ),
    "a-batch-lift": way(
        allotting.said,
        "admin-done-batch-lift",
        "batch-words-head batch-words-none",
        "a-period",
        by="a-batch-words a-batch-word",
    ),
    "a-batch-versions": way(
        allotting.versions, shows="batch-versions-head batch-version", offers="a-batch-review a-period"
    ),
    "a-batch-with": way(
        allotting.versions,
        shows="batch-with-head",
        offers="a-batch-compare a-batch-review",
        by="a-batch-review",
    ),
    "a-batch-compare": way(
        allotting.versions,
        shows="batch-compare-head batch-version batch-compare-sums batch-came batch-fell",
        offers="a-batch-review",
        by="a-batch-review a-batch-with",
    ),
    "a-batch-final-ask": way(
        allotting.executed,
        shows="batch-final-ask batch-final-books batch-final-tells",
        offers="a-batch-final a-batch-review",
    ),
    "a-batch-final": way(
        allotting.approver,
        "admin-done-batch-final",
        "batch-final batch-telling",
        "a-batch-review a-period",
        by="a-batch-final-ask",
    ),
    "a-batch-changed": way(
        allotting.crowded,
        shows="batch-changed-head batch-changed-said batch-changed-next",
        offers="a-batch-execute a-period",
    ),
    "a-batch-verify": way(
        allotting.proved,
        shows="proof-holds proof-holds-seal proof-seed proof-holds-input proof-holds-output proof-holds-told "
        "proof-anybody",
        offers="a-export-file a-period",
    ),
    "a-exports": way(drawn.exporting, shows="export-head", offers="a-export"),
    "a-export": way(
        drawn.exporting,
        shows="export-month export-version export-formats export-proof",
        offers="a-export-file a-export-pick a-difference a-period",
        by="a-export-pick",
    ),
    "a-export-pick": way(drawn.exporting, shows="export-pick", offers="a-export"),
    "a-export-file": way(drawn.exporting, shows="export-caption export-rows"),
    "a-difference": way(drawn.comparing, shows="export-second", offers="a-difference a-export"),
    "a-difference-file": way(drawn.comparing, shows="export-difference", by="a-difference a-difference"),
    "a-metrics": way(
        metrics.batched,
        shows="metrics-head metrics-success metrics-planned metrics-even",
        offers="a-metrics a-metrics-picture a-metrics-versions a-metrics-months a-period",
    ),
    "a-metrics-versions": way(
        metrics.figured, shows="metrics-versions metrics-version metrics-line", offers="a-metrics"
    ),
    "a-metrics-months": way(metrics.figured, shows="metrics-months metrics-line", offers="a-metrics"),
    "a-metrics-picture": way(metrics.figured, shows="metrics-head"),
    "a-events": way(managed, shows="admin-events-head", offers="a-event a-batch"),
    "a-event": way(listed, shows="admin-event-seats admin-event-kept admin-event-mode", offers=CARD),
    "a-refresh": way(managed, "admin-refreshed", "admin-event-seats", CARD),
    "a-manage": way(
        freed, shows="admin-event-seats admin-halted-manual", offers=CARD + " a-hold a-publish-ask"
    ),
    "a-bookings": way(booked, shows="admin-bookings-head", offers="a-booking a-event"),
    "a-booking": way(
        booked,
        shows="admin-booking-who admin-booking-pending",
        offers="a-confirm a-cancel-ask",
        by="a-bookings",
    ),
    "a-confirm": way(
        booked, "admin-done-confirm", "admin-booking-confirmed", "a-cancel-ask", "a-bookings a-booking"
    ),
    "a-cancel-ask": way(
        booked,
        shows="admin-ask-cancel admin-seat-to-all admin-ask-reason",
        offers="a-cancel a-booking",
        by="a-bookings a-booking",
    ),
    "a-cancel": way(
        booked, "admin-done-cancel", "admin-event-seats", CARD, "a-bookings a-booking a-cancel-ask"
    ),
    "a-line": way(waited, shows="admin-line-head", offers="a-entry a-event"),
    "a-entry": way(
        free,
        shows="admin-entry-who admin-entry-waiting",
        offers="a-promote a-offer-to a-remove-ask a-line",
        by="a-line",
    ),
    "a-promote": way(free, "admin-done-promote", "admin-event-seats", CARD, "a-line a-entry"),
    "a-promote-because": way(second, "admin-done-promote", "admin-event-seats", CARD, "a-promote"),
    "a-offer-to": way(free, "admin-done-offer", "admin-event-seats", CARD, "a-line a-entry"),
    "a-offer-because": way(second, "admin-done-offer", "admin-event-seats", CARD, "a-offer-to"),
    "a-remove-ask": way(
        waited, shows="admin-ask-remove admin-ask-reason", offers="a-remove a-entry", by="a-line a-entry"
    ),
    "a-remove": way(waited, "admin-done-remove", "admin-event-waiting", CARD, "a-line a-entry a-remove-ask"),
    "a-offers": way(offered, shows="admin-offers-head", offers="a-offer a-event"),
    "a-offer": way(
        offered, shows="admin-offer-who admin-offer-open", offers="a-withdraw-ask a-offers", by="a-offers"
    ),
    "a-withdraw-ask": way(
        offered,
        shows="admin-ask-withdraw admin-seat-to-line",
        offers="a-withdraw a-offer",
        by="a-offers a-offer",
    ),
    "a-withdraw": way(
        offered, "admin-done-withdraw", "admin-event-kept", CARD, "a-offers a-offer a-withdraw-ask"
    ),
    "a-hold": way(managed, "admin-done-hold", "admin-hold-line", CARD + " a-release"),
    "a-release": way(held, "admin-done-release", "admin-event-kept", CARD + " a-hold"),
    "a-publish-ask": way(free, shows="admin-ask-publish admin-ask-reason", offers="a-publish a-event"),
    "a-publish": way(free, "admin-done-publish", "admin-event-kept", CARD + " a-hold", "a-publish-ask"),
    "a-freeze-ask": way(
        managed, shows="freeze-ask auto-effect-stops freeze-offers", offers="a-freeze a-event"
    ),
    "a-freeze": way(
        managed, "admin-done-freeze", "admin-halted-frozen", CARD + " a-unfreeze", by="a-freeze-ask"
    ),
    "a-unfreeze": way(frozen, "admin-done-unfreeze", "admin-event-mode", CARD + " a-freeze-ask"),
    "a-requests": way(requested, shows="admin-requests-head", offers="a-request a-event"),
    "a-request": way(
        requested,
        shows="admin-request-who admin-request-at admin-request-now",
        offers="a-request-book a-request-line a-request-why a-requests",
        by="a-requests",
    ),
    "a-request-ask": way(
        passing,
        shows="admin-ask-request-book admin-request-passed admin-ask-reason",
        offers="a-request-book a-request",
    ),
    "a-request-book": way(decides, "admin-done-promote", "admin-request-granted", "a-manage"),
    "a-request-line": way(decides, "admin-done-request-line", "admin-request-granted", "a-manage"),
    "a-request-why": way(
        decides,
        shows="admin-ask-request-decline admin-ask-reason-told",
        offers="a-request-decline a-request",
    ),
    "a-request-decline": way(
        decides,
        "admin-done-request-decline",
        "admin-request-declined reason-told",
        "a-manage",
        "a-request-why",
    ),
    "a-auto-self": way(
        managed,
        shows="auto-ask-self-off auto-self-dates",
        offers="a-auto-self-do a-auto-show",
        by="a-auto a-service",
    ),
    "a-auto-self-do": way(
        managed, "admin-done-self-off", "auto-self-off", "a-auto-self", "a-auto a-service a-auto-self"
    ),
    "a-audit": way(
        managed, shows="admin-audit-head admin-audit-young fact-event-imported", offers="a-audit-file a-event"
    ),
    "a-audit-file": way(managed, shows="admin-audit-head", by="a-audit"),
    "a-more": way(managed, shows="admin-event-head", offers="a-book a-capacity a-date a-off-ask a-event"),
    "a-capacity": way(
        managed, shows="admin-capacity-now admin-capacity-choose", offers="a-capacity a-more", by="a-more"
    ),
    "a-capacity-set": way(
        growing, "admin-done-capacity", "admin-event-seats admin-event-kept admin-event-next", CARD
    ),
    "a-drain": way(shrinking, "admin-done-drain", "admin-capacity-draining", CARD),
    "a-drain-stop": way(drained, "admin-done-drain-stop", "admin-event-seats", CARD),
    "a-displace-ask": way(
        shrinking, shows="admin-ask-displace admin-ask-reason-told", offers="a-displace a-capacity"
    ),
    "a-displace": way(shrinking, "admin-done-capacity", "admin-event-waiting", CARD, "a-displace-ask"),
    "a-date": way(
        managed,
        shows="admin-ask-head admin-date-choose",
        offers="a-date a-more",
        by="a-more",
    ),
    "a-date-ask": way(
        offered,
        shows="admin-ask-date admin-date-offers admin-ask-reason",
        offers="a-date-set a-date",
        by="a-more a-date a-date",
    ),
    "a-date-set": way(
        managed, "admin-done-date", "admin-event-seats", CARD, "a-more a-date a-date a-date-ask"
    ),
    "a-off-ask": way(
        offered,
        shows="admin-ask-off admin-off-everybody admin-ask-reason-told",
        offers="a-off a-more",
        by="a-more",
    ),
    "a-off-month": way(
        allotting.few,
        shows="admin-ask-off admin-off-nobody admin-off-for-good admin-ask-reason",
        offers="a-off a-period",
    ),
    "a-off": way(offered, "admin-done-off", "admin-event-state-cancelled", CARD, "a-more a-off-ask"),
    "a-move-list": way(moving, shows="admin-ask-head admin-move-choose", offers="a-move-ask a-booking"),
    "a-move-ask": way(
        moving,
        shows="admin-ask-move admin-seat-to-all admin-ask-reason",
        offers="a-move a-move-list",
        by="a-move-list",
    ),
    "a-move": way(moving, "admin-done-move", "admin-event-seats", CARD, "a-move-list a-move-ask"),
    "a-back-ask": way(
        moving,
        shows="admin-ask-back admin-seat-to-all admin-ask-reason-told",
        offers="a-back a-booking",
    ),
    "a-back": way(moving, "admin-done-back", "admin-event-waiting", CARD, "a-back-ask"),
    "a-book": way(managed, shows="admin-ask-who", by="a-more"),
    "a-book-for": way(answered, shows="admin-ask-book admin-party admin-ask-reason", offers="a-book-do"),
    "a-book-guest": way(
        answered, shows="admin-ask-book admin-party admin-ask-book-guest", offers="a-book-do a-event"
    ),
    "a-book-do": way(answered, "admin-done-promote", "admin-event-seats", CARD, "a-book-for"),
    "a-attendance": way(began, shows="admin-attendance-how", offers="a-mark a-more"),
    "a-mark": way(begun, "", "admin-attendance-how", "a-mark a-more"),
    "a-clone": way(managed, shows="admin-clone-how", offers="a-clone a-repeat a-more", by="a-more"),
    "a-repeat": way(managed, "admin-done-clone", "admin-event-seats", CARD, "a-more a-clone"),
    "a-split": way(
        unbalanced,
        shows="admin-split-head admin-split-fill admin-split-sum",
        offers="a-split a-split-offers a-split-direct a-event",
    ),
    "a-split-offers": way(
        unbalanced,
        "admin-done-split",
        "admin-split-running admin-split-how-far admin-split-ends",
        "a-split a-split-finalize-ask a-event",
        "a-split",
    ),
    "a-split-direct": way(unbalanced, "admin-done-split-direct", "admin-split-head", "a-split", "a-split"),
    "a-split-finalize-ask": way(
        split,
        shows="finalize-ask finalize-withdrawn finalize-line finalize-back finalize-place",
        offers="a-split-finalize a-split",
    ),
    "a-split-finalize": way(
        split, "admin-done-split-over", "admin-split-head", "a-split a-event", by="a-split-finalize-ask"
    ),
    "a-past": way(past, shows="admin-past-head", offers="a-event a-events"),
    "a-freed": way(
        freed,
        shows="admin-freed-head admin-freed-next admin-halted-manual",
        offers="a-freed-promote a-manage",
        by="a-freed-publish-ask",
    ),
    "a-freed-promote": way(freed, "admin-done-promote", "admin-freed-done admin-freed-last"),
    "a-freed-offer": way(freed, "admin-done-offer", "admin-freed-offered"),
    "a-freed-hold": way(freed, "admin-done-hold", "admin-freed-done"),
    "a-freed-publish-ask": way(freed, shows="admin-ask-publish", offers="a-freed-publish a-freed"),
    "a-freed-publish": way(freed, "admin-done-publish", "admin-freed-done", by="a-freed-publish-ask"),
    "a-import": way(filed, "admin-done-import", "admin-import-imported"),
    "a-discard": way(filed, "admin-done-discard", "admin-import-discarded"),
    "a-template": way(serviced),
    "a-asking": way(serviced, shows="admin-questions-whose", offers="a-questions"),
    "a-questions": way(
        asking,
        shows="admin-questions-head admin-questions-line admin-questions-line-optional",
        offers="a-question a-question-kinds a-asking",
        by="a-question",
    ),
    "a-question": way(
        asking,
        shows="admin-questions-of admin-question-words admin-question-choice admin-question-required",
        offers="a-question-move a-question-need a-question-drop-ask a-questions",
    ),
    "a-question-move": way(
        asking, "admin-done-question-moved", "admin-questions-head", "a-question", "a-question"
    ),
    "a-question-need": way(
        asking, "admin-done-question-optional", "admin-questions-line-optional", "a-question", "a-question"
    ),
    "a-question-drop-ask": way(
        asking, shows="admin-question-drop-ask", offers="a-question-drop a-question", by="a-question"
    ),
    "a-question-drop": way(
        asking,
        "admin-done-question-dropped",
        "admin-questions-head",
        "a-question",
        "a-question a-question-drop-ask",
    ),
    "a-question-kinds": way(asking, shows="admin-question-ask-kind", offers="a-question-add a-questions"),
    "a-question-add": way(asking, shows="admin-question-ask-words", by="a-question-kinds"),
    "a-question-say": way(worded, shows="admin-question-ask-words"),
    "a-question-save": way(
        worded, "admin-done-question-added", "admin-questions-head", "a-question a-question-kinds"
    ),
    "a-wizard": way(serviced, shows="admin-services-head", offers="a-wizard a-template"),
    "a-wizard-pick": way(
        asked,
        shows="wizard-head-event wizard-ask-date",
        offers="a-wizard-pick a-wizard-write a-wizard-back a-wizard-stop",
    ),
    "a-wizard-write": way(
        asked, shows="wizard-ask-date", offers="a-wizard-pick a-wizard-write", by="a-wizard-pick"
    ),
    "a-wizard-page": way(paged, shows="wizard-ask-service", offers="a-wizard-pick a-wizard-page"),
    "a-wizard-back": way(asked, shows="wizard-ask-service", offers="a-wizard-pick", by="a-wizard-pick"),
    "a-wizard-stop": way(asked, "admin-done-discard", "wizard-stopped"),
    "a-roles": way(ruled, shows="admin-roles-head admin-roles-line admin-roles-choose", offers="a-role"),
    "a-role": way(
        ruled,
        shows="admin-roles-line admin-role-may-viewer admin-role-may-owner",
        offers="a-role-ask a-roles",
        by="a-roles",
    ),
    "a-role-ask": way(ruled, shows="admin-role-ask admin-role-may-viewer", offers="a-role-give a-role"),
    "a-role-give": way(ruled, "admin-done-role", "admin-roles-line-given", "a-role", "a-role-ask"),
    "a-help": way(helped, shows="admin-help", offers="a-language a-batch", by="a-language"),
    "a-language": way(helped, shows="admin-language-ask", offers="a-language-set a-help"),
    "a-language-set": way(
        estranged, "admin-done-language", "admin-language-ask", "a-language-set a-help", "a-language"
    ),
    "a-auto": way(
        managed,
        shows="auto-head auto-follows admin-event-mode auto-rule-missed",
        offers="a-auto-modes a-auto-rule a-presets a-account a-service a-event",
    ),
    "a-service": way(managed, shows="auto-head-service", offers="a-auto-modes a-events", by="a-auto"),
    "a-auto-show": way(managed, shows="auto-head", offers="a-auto-modes", by="a-auto a-auto-modes"),
    "a-auto-more": way(pro, shows="auto-rule-missed", offers="a-auto-rule", by="a-auto"),
    "a-auto-modes": way(
        managed,
        shows="auto-head auto-about-manual",
        offers="a-auto-ask a-auto-guide a-auto-show",
        by="a-auto",
    ),
    "a-auto-locked": way(basic, shows="auto-mode-locked", offers="a-auto-modes", by="a-auto a-auto-modes"),
    "a-auto-guide": way(managed, shows="auto-guide-head", offers="a-auto-modes", by="a-auto a-auto-modes"),
    "a-auto-rule": way(managed, shows="auto-head", offers="a-auto-ask a-auto-show", by="a-auto"),
    "a-auto-ask": way(managed, shows="auto-new", offers="a-auto-do a-auto-modes", by="a-auto a-auto-modes"),
    "a-auto-do": way(
        managed, "admin-done-auto", "auto-own", "a-auto-modes", "a-auto a-auto-modes a-auto-ask"
    ),
    "a-presets": way(managed, shows="auto-presets", offers="a-preset-save a-auto-show", by="a-auto"),
    "a-preset-save": way(managed, shows="preset-ask-name", by="a-auto a-presets"),
    "a-preset": way(
        kept,
        shows="auto-preset auto-preset-made auto-preset-used",
        offers="a-auto-ask a-preset-renew a-preset-drop-ask a-presets",
    ),
    "a-preset-renew": way(kept, "admin-done-preset", "auto-presets", "a-preset", "a-preset"),
    "a-preset-drop-ask": way(kept, shows="auto-preset-drop", offers="a-preset-drop a-preset", by="a-preset"),
    "a-preset-drop": way(
        kept, "admin-done-preset-gone", "auto-presets", "a-preset-save", "a-preset a-preset-drop-ask"
    ),
    "a-individual": way(
        practice,
        shows="hours-head hours-line hours-minutes hours-days",
        offers="a-slots a-hours a-service a-events",
    ),
    "a-slots": way(practising, shows="slots-head slots-booked", offers="a-event a-slots a-individual"),
    "a-hours": way(
        practising, shows="hours-head hours-choose", offers="a-hours-day a-hours-ask a-individual"
    ),
    "a-hours-day": way(
        practising, shows="hours-head hours-line", offers="a-hours-ask a-hours-drop a-hours", by="a-hours"
    ),
    "a-hours-ask": way(practising, shows="hours-head hours-ask-times", by="a-hours a-hours-day"),
    "a-hours-drop": way(
        practising,
        shows="hours-change hours-effect admin-ask-reason",
        offers="a-hours-save a-hours",
        by="a-hours a-hours-day",
    ),
    "a-hours-save": way(
        reopening,
        "admin-done-hours",
        "hours-effect hours-stay slots-stay-who hours-minutes",
        "a-slots a-hours",
    ),
    "a-account": way(
        managed, shows="auto-fill-on auto-confirmed", offers="a-account-ask a-auto-show", by="a-auto"
    ),
    "a-account-ask": way(
        managed, shows="auto-ask-fill-off", offers="a-account-do a-account", by="a-auto a-account"
    ),
    "a-account-do": way(
        owned, "admin-done-auto", "auto-fill-off", "a-account-ask", "a-auto a-account a-account-ask"
    ),
    "a-list-file": way(listing, shows="admin-ask-head lists-caption"),
    "a-whatif-events": way(whatever, shows="whatif-events whatif-how", offers="a-whatif a-whatif-events"),
    "a-whatif": way(
        booked,
        shows="whatif-head whatif-choose whatif-how",
        offers="a-whatif-capacity a-whatif-date a-whatif-off a-whatif-bookings a-whatif-mode a-more",
        by="a-more",
    ),
    "a-whatif-capacity": way(wondering, shows="admin-capacity-choose", offers="a-whatif-capacity a-whatif"),
    "a-whatif-off": way(
        wondering,
        shows="whatif-off whatif-now whatif-then whatif-cancelled whatif-told whatif-nothing-written",
        offers="a-off-ask a-whatif",
    ),
    "a-whatif-bookings": way(wondering, shows="whatif-bookings", offers="a-whatif-cancel a-whatif"),
    "a-whatif-cancel": way(
        wondering,
        shows="whatif-cancel whatif-cancelled whatif-told",
        offers="a-cancel-ask a-whatif-dates a-whatif",
        by="a-whatif-bookings",
    ),
    "a-whatif-dates": way(
        wondering,
        shows="admin-move-choose",
        offers="a-whatif-move a-whatif-cancel",
        by="a-whatif-bookings a-whatif-cancel",
    ),
    "a-whatif-move": way(
        wondering,
        shows="whatif-move whatif-there whatif-booked whatif-told",
        offers="a-move-ask a-whatif",
        by="a-whatif-bookings a-whatif-cancel a-whatif-dates",
    ),
    "a-lock": way(
        locking.held,
        shows="lock-head lock-held",
        offers="a-lock-release a-lock-extend a-period",
        by="a-period",
    ),
    "a-lock-take": way(
        locking.unlocked_month,
        "admin-done-lock-take",
        "lock-held",
        "a-lock-release a-lock-helpers a-lock-extend",
    ),
    "a-lock-extend": way(locking.held, "admin-done-lock-extend", "lock-held", "a-lock-release"),
    "a-lock-release": way(locking.held, "admin-done-lock-release", "lock-nobody", "a-lock-take"),
    "a-lock-helpers": way(locking.asked, shows="lock-helpers-ask", offers="a-lock-helper a-lock"),
    "a-lock-helper": way(locking.helping, "admin-done-helper-on", "lock-helpers-ask", "a-lock-helper"),
    "a-lock-wish": way(locking.by_other, "admin-done-lock-wish", "lock-held lock-asked-by", "a-period"),
    "a-lock-hand": way(locking.asked, "admin-done-lock-hand", "lock-held", "a-lock-wish"),
    "a-lock-keep": way(locking.asked, "admin-done-lock-keep", "lock-held", "a-lock-release"),
    "a-lock-force-ask": way(locking.by_owner, shows="lock-force-ask", offers="a-lock-force a-lock"),
    "a-lock-force": way(
        locking.by_owner, "admin-done-lock-force", "lock-nobody", "a-lock-take", "a-lock-force-ask"
    ),
    "a-unlock": way(
        locking.final, shows="unlock-head unlock-how", offers="a-unlock-ask a-period", by="a-period"
    ),
    "a-unlock-ask": way(locking.final, shows="unlock-ask", offers="a-unlock-do a-unlock"),
    "a-unlock-dates": way(locking.open_month, shows="unlock-dates", offers="a-event a-unlock"),
    "a-unlock-do": way(
        locking.final,
        "admin-done-unlock-ask",
        "unlock-asked unlock-reason unlock-lapses",
        "a-unlock-approve a-unlock-deny",
        "a-unlock-ask",
    ),
    "a-unlock-approve": way(
        locking.to_answer,
        "admin-done-unlock-approve",
        "unlock-open unlock-by unlock-reason unlock-where",
        "a-unlock-again",
    ),
    "a-unlock-deny": way(locking.to_answer, "admin-done-unlock-deny", "unlock-how", "a-unlock-ask"),
    "a-unlock-again": way(locking.open_month, "admin-done-unlock-again", "unlock-how", "a-unlock-ask"),
    "a-whatif-date": way(wondering, shows="admin-date-choose", offers="a-whatif-date a-whatif"),
    "a-whatif-mode": way(
        wondering, shows="whatif-mode whatif-nobody whatif-told-nobody", offers="a-auto-ask a-whatif"
    ),
}


def test_every_tap_is_tried() -> None:
    assert WAYS.keys() == TAPS.keys()


LOOKS = [verb for verb in WAYS if verb in SHOWS]
ASKS = (
    "a-book",
    "a-preset-save",
    "a-question-add",
    "a-question-say",
    "a-hours-ask",
    "a-hours-drop",
    "a-schedule-type",
    "a-period-type",
)
SAYS_IN_A_NEW_MESSAGE = (
    "a-manage",
    "a-audit-file",
    "a-list-file",
    "a-export-file",
    "a-difference-file",
    "a-metrics-picture",
    *ASKS,
)


@pytest.mark.parametrize("verb", [verb for verb in TAPS if verb not in LOOKS])
async def test_a_tap(hall: Hall, language: str, verb: str) -> None:
    wanted, group = WAYS[verb], hall.group
    dora = await wanted.before(Stage(hall, language))
    await dora.presses(*wanted.by, chat=group)
    message, data = await dora.finds(verb, chat=group)
    before = {row.id for row in await hall.studio.rows(facts)}
    toast = await dora.taps_on(message.id, data, group)
    assert not toast.alert and bool(toast.text) == bool(wanted.toast), toast.text
    assert not wanted.toast or says(language, wanted.toast, toast.text), toast.text
    assert_shown(await dora.sees(message.id, group), language, wanted)
    await assert_audited(hall, dora, verb, before)


ONLY_ASKS = {"a-book-guest", "a-discard"}
"""A question, somebody to book for, and a file that was not taken."""
SAME_AS_BEFORE = {"a-preset-renew"}


async def assert_audited(hall: Hall, dora: Human, verb: str, before: set[int]) -> None:
    """Who did it and why stands in the history, and /audit shows it: the reason that was given, and none where nobody
    was asked for one."""
    new = [row for row in await hall.studio.rows(facts) if row.id not in before]
    made = [row for row in new if row.actor_kind in ("admin", "import")]
    quiet = verb.startswith("a-wizard") or verb in ONLY_ASKS | SAME_AS_BEFORE
    assert bool(made) != quiet, made
    if quiet:
        return
    assert all(row.actor_id == dora.id and row.reason for row in made), made
    await dora.types("/audit" if made[-1].actor_kind == "import" else "/audit admins", chat=hall.group)
    said = (await dora.newest(hall.group)).text
    reason, unasked = dora.texts.reason(made[-1].reason), dora.texts.plain(REASONS[BY_HAND])
    assert dora.phone.name in said and unasked not in said, said
    assert reason in (unasked, "") or reason in said, said


@pytest.mark.parametrize("verb", LOOKS)
async def test_a_look(hall: Hall, verb: str) -> None:
    """What only shows something can be tapped again, in every language, and nothing is changed."""
    wanted, group = WAYS[verb], hall.group
    dora = await wanted.before(Stage(hall))
    await dora.presses(*wanted.by, chat=group)
    message, data = await dora.finds(verb, chat=group)
    before = await hall.dump()
    for language in reversed(LANGUAGES):
        await dora.speaks(language)
        toast = await dora.taps_on(message.id, data, group)
        assert toast == Toast(dora.texts.plain(wanted.toast) if wanted.toast else "")
        new = verb in SAYS_IN_A_NEW_MESSAGE
        assert_shown(await (dora.newest(group) if new else dora.sees(message.id, group)), language, wanted)
    after = await hall.dump()
    assert after.pop("admin_drafts") == before.pop("admin_drafts") or verb in ASKS  # a question is kept
    assert after == before


def assert_shown(message: Shown, language: str, wanted: Way) -> None:
    for key in wanted.shows:
        assert says(language, key, message.text), (key, message.text)
    shown = {button.data.split(":")[1] for button in message.buttons}
    assert wanted.offers <= shown, (wanted.offers - shown, message.text)


async def test_each_command(hall: Hall, language: str) -> None:
    dora = await Stage(hall, language).admin()
    said = {
        "events": "admin-events-head",
        "services": "admin-services-head",
        "batch": "batch-head",
        "lock": "lock-no-month",
        "unlock": "unlock-no-month",
        "export": "export-none",
        "metrics": "metrics-none",
        "audit": "admin-audit-head",
        "whatif": "whatif-events",
        "roles": "admin-roles-head",
        "help": "admin-help",
    }
    unknown = {"audit": "admin-audit-unknown", "whatif": "whatif-no-event", "batch": "batch-no-month"}
    assert said.keys() == COMMANDS.keys()
    for command, key in said.items():
        for written in ("/{}", "/{}@nextseat_sandbox_bot", " /{} and more"):
            await dora.types(written.format(command), chat=hall.group)
            wanted = unknown.get(command, key) if written.endswith("more") else key
            assert says(language, wanted, (await dora.newest(hall.group)).text), (command, written)


# ------------------------------------------------------------------------------------------------- what follows


async def test_whoever_is_concerned_hears_of_it(hall: Hall, language: str) -> None:
    """Each change of an admin about somebody is told to them, in their language."""
    stage = Stage(hall, language)
    dora, anna, cleo = await stage.freed()
    await dora.presses("a-freed-offer", chat=hall.group)
    assert says(language, "offer-head", (await anna.newest()).text)
    await stage.manages(dora, "clay-1")
    await dora.presses("a-offers", "a-offer", "a-withdraw-ask", "a-withdraw", chat=hall.group)
    assert says(language, "offer-withdrawn-admin", (await anna.newest()).text)
    await stage.manages(dora, "clay-1")
    await dora.presses("a-line", "a-entry", "a-remove-ask", "a-remove", chat=hall.group)
    assert says(language, "entry-left-admin", (await anna.newest()).text)
    await dora.presses("a-line", "a-entry", "a-promote", chat=hall.group)
    assert says(language, "booking-promoted", (await cleo.newest()).text)
    await dora.presses("a-bookings", "a-booking", "a-cancel-ask", "a-cancel", chat=hall.group)
    assert says(language, "booking-cancelled-admin", (await cleo.newest()).text)


async def test_a_confirmation_is_told(hall: Hall, language: str) -> None:
    await hall.studio.change(accounts, booking_status="pending")
    stage = Stage(hall, language)
    anna = await stage.booked("clay-1")
    dora = await stage.managing("clay-1")
    await dora.presses("a-bookings", "a-booking", "a-confirm", chat=hall.group)
    assert says(language, "booking-confirmed", (await anna.newest()).text)


async def test_the_history_names_who_and_why(hall: Hall, language: str) -> None:
    stage = Stage(hall, language)
    dora = await second(stage)
    await dora.presses("a-promote", "a-promote-because", chat=hall.group)
    made = [row for row in await hall.studio.rows(facts) if row.kind == "BookingMade"][-1]
    assert (made.actor_kind, made.actor_id, made.actor_name) == ("admin", dora.id, "Dora")
    assert made.reason == dora.texts.plain("admin-reason-teacher")


async def test_two_admins_at_once_the_second_sees_what_the_first_did(hall: Hall, language: str) -> None:
    stage = Stage(hall, language)
    dora, _, _ = await stage.freed()
    emil = await stage.admin("Emil")
    message, data = await dora.finds("a-freed-promote", chat=hall.group)
    await dora.taps_on(message.id, data, hall.group)
    toast = await emil.taps_on(message.id, data, hall.group)
    assert toast.alert and toast.text
    assert says(language, "admin-freed-done", (await emil.sees(message.id, hall.group)).text)
    assert len([row for row in await hall.studio.rows(bookings) if row.active]) == 1


async def test_whoever_is_next_has_changed(hall: Hall, language: str) -> None:
    """The card names Anna; meanwhile she has left."""
    stage = Stage(hall, language)
    dora, anna, cleo = await stage.freed()
    message, _ = await dora.finds("a-freed-promote", chat=hall.group)
    later = f"1:a-freed-promote:{hall.event('clay-1')}:{await stage.entry_id(cleo)}"
    toast = await dora.taps_on(message.id, later, hall.group)
    assert toast.alert and toast.text == dora.texts.plain("admin-freed-changed")
    await anna.presses("leave", "leave-confirm")
    toast = await dora.taps("a-freed-promote", chat=hall.group)
    assert toast.alert and "/my" not in toast.text
    assert "Anna" not in (await dora.sees(message.id, hall.group)).text
    await dora.presses("a-freed-promote", chat=hall.group)
    assert [row.status for row in await hall.studio.rows(entries)] == ["left", "booked"]


async def test_one_card_for_many_freed_seats(hall: Hall, language: str) -> None:
    """Coalesced: the card is edited as seats come free, and never sent again."""
    stage = Stage(hall, language)
    dora = await stage.admin()
    guests = [await stage.booked("clay-2", f"Guest {number}") for number in range(3)]
    await stage.joined("clay-2", "Anna")
    for guest in guests:
        await guest.presses("cancel", "cancel-confirm")
    cards = [m for m in await hall.group.messages() if says(language, "admin-freed-head", m.text)]
    assert len(cards) == 1 and "3" in cards[0].text
    await dora.presses("a-freed-promote", chat=hall.group)
    assert says(language, "admin-freed-done", (await dora.sees(cards[0].id, hall.group)).text)


@pytest.mark.parametrize("verb", ["a-publish", "a-freed-publish"])
async def test_seats_for_everybody_have_their_reason_in_the_history(
    hall: Hall, language: str, verb: str
) -> None:
    """Who waits was passed over: who did it and why is kept."""
    stage = Stage(hall, language)
    dora, _, _ = await stage.freed()
    if verb == "a-publish":
        await stage.manages(dora, "clay-1")
    await dora.presses(f"{verb}-ask", verb, chat=hall.group)
    (published,) = [row for row in await hall.studio.rows(facts) if row.kind == "SeatsPublished"]
    assert (published.actor_kind, published.actor_name) == ("admin", "Dora")
    assert published.reason == dora.texts.plain("admin-reason-teacher")


async def test_lists_on_pages(hall: Hall, language: str) -> None:
    """Bookings, the line and the events lead forth and back; a page that is gone by now is the last one."""
    stage = Stage(hall, language)
    await hall.studio.change(events, events.c.id == hall.event("jazz-2"), mode="manual")
    dora = await stage.admin()
    await dora.types("/events", chat=hall.group)
    await dora.taps("a-events", 8, chat=hall.group)
    assert "9–9" in (await dora.newest(hall.group)).text
    await dora.taps("a-events", 0, chat=hall.group)
    message = await dora.newest(hall.group)
    assert "1–8" in message.text
    await dora.taps_on(message.id, "1:a-events:800", hall.group)
    assert "9–9" in (await dora.newest(hall.group)).text
    await stage.fill("jazz-2")
    for number in range(7):
        await stage.joined("jazz-2", f"P{number}")
    await stage.manages(dora, "jazz-2")
    await dora.presses("a-line", chat=hall.group)
    await dora.taps("a-line", hall.event("jazz-2"), 6, chat=hall.group)
    assert "7. P6" in (await dora.newest(hall.group)).labels
    for verb in ("a-line", "a-bookings", "a-offers"):
        await dora.taps_on(message.id, f"1:{verb}:{hall.event('jazz-2')}:600", hall.group)
    assert says(language, "admin-offers-head", (await dora.sees(message.id, hall.group)).text)


async def test_what_an_admin_sees_of_a_place(hall: Hall, language: str) -> None:
    """A party, paused until a day, with a missed offer, out of reach; and an offer that has not left yet."""
    stage = Stage(hall, language)
    dora = await stage.admin()
    anna, _, _ = await stage.offered()
    entry = await stage.entry_id(anna)
    until = hall.calendar().replace(hour=12)
    await anna.presses("decline", "decline-pause")
    await hall.studio.change(
        entries, entries.c.id == entry, paused_until=until, misses=2, names=["Bea <x>"], status="paused"
    )
    await anna.phone.blocks()
    await hall.settle()
    await dora.types("/events", chat=hall.group)
    message = await dora.newest(hall.group)
    await dora.taps_on(message.id, f"1:a-entry:{hall.event('yoga-1')}:{entry}", hall.group)
    text = (await dora.newest(hall.group)).text
    for key in ("admin-entry-paused", "admin-entry-until", "admin-entry-misses", "admin-entry-unreachable"):
        assert says(language, key, text), key
    assert "Bea <x>" in text
    (offer,) = [row for row in await hall.studio.rows(offers) if row.status == "pending"]
    await hall.studio.change(offers, offers.c.id == offer.id, delivered_at=None)
    await dora.taps_on(message.id, f"1:a-offer:{hall.event('yoga-1')}:{offer.id}", hall.group)
    assert says(language, "admin-offer-unsent", (await dora.newest(hall.group)).text)
    await dora.taps_on(message.id, f"1:a-offers:{hall.event('yoga-1')}:0", hall.group)
    await hall.studio.change(offers, offers.c.id == offer.id, delivered_at=offer.delivered_at)
    await dora.taps_on(message.id, f"1:a-offers:{hall.event('yoga-1')}:0", hall.group)
    over = next(row for row in await hall.studio.rows(offers) if row.status == "rejected")
    await dora.taps_on(message.id, f"1:a-offer:{hall.event('yoga-1')}:{over.id}", hall.group)
    assert says(language, "admin-offer-rejected", (await dora.newest(hall.group)).text)


async def test_held_seats_are_told_with_who_holds_them(hall: Hall) -> None:
    dora = await held(Stage(hall))
    assert "Dora" in (await dora.newest(hall.group)).text
    (row,) = await hall.studio.rows(holds)
    assert (row.active, row.by_name) == (1, "Dora")
