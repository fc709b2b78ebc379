"""Which letter is written by whom."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime

from bot.letters import bookings, entries, month, offers, repairs, requests, results, wished
from bot.letters.desk import Data, Desk
from engine.services.metrics import KINDS
from engine.views import Person, Views
from handlers.door import Card, Texts

ALERT = "alert-"
MOVED = frozenset({"booking-shifted", "entry-shifted", "request-shifted", "offer-withdrawn"})
"""Letters about a date that moved: some readers also wish for it."""

WRITERS: Mapping[str, Callable[[Desk], Awaitable[Card | None]]] = {
    "booking-made": bookings.booking_made,
    "booking-confirmed": bookings.booking_confirmed,
    "booking-cancelled": bookings.booking_cancelled,
    "booking-shifted": bookings.booking_shifted,
    "booking-reconfirmed": bookings.booking_reconfirmed,
    "entry-joined": entries.entry_joined,
    "entry-displaced": entries.entry_displaced,
    "entry-left": entries.entry_left,
    "entry-paused": entries.entry_paused,
    "entry-resumed": entries.entry_resumed,
    "entry-closed": entries.entry_closed,
    "entry-shifted": entries.entry_shifted,
    "offer-made": offers.offer_made,
    "offer-extended": offers.offer_extended,
    "offer-reminder": offers.offer_reminder,
    "offer-over": offers.offer_over,
    "offer-missed": offers.offer_missed,
    "offer-withdrawn": offers.offer_withdrawn,
    "request-made": requests.request_made,
    "request-declined": requests.request_declined,
    "request-taken-back": requests.request_taken_back,
    "request-closed": requests.request_closed,
    "request-shifted": requests.request_shifted,
    "wishes-asked": month.wishes_asked,
    "wishes-carried": month.wishes_carried,
    "wishes-shifted": month.wishes_shifted,
    "wished-moved": wished.wished_moved,
    "wished-cancelled": wished.wished_cancelled,
    "friendship-agreed": month.friendship_agreed,
    "friendship-ended": month.friendship_ended,
    "period-opened": month.period_opened,
    "period-closed": month.period_closed,
    "month-result": results.month_result,
    "run-made": results.run_made,
    "run-failed": results.run_failed,
    "period-finalized": results.period_finalized,
    "alert-batch-telling": results.period_finalized,
    "repair-asked": repairs.repair_asked,
    "repair-extended": repairs.repair_extended,
    "repair-done": repairs.repair_ended,
    "repair-withdrawn": repairs.repair_ended,
    "places-lost": repairs.places_lost,
    "repair-done-told": repairs.repair_told,
    "repair-withdrawn-told": repairs.repair_told,
}


async def render(
    kind: str, data: Data, reader: Person, texts: Texts, views: Views, now: datetime
) -> Card | None:
    """The message of a letter; None: there is nothing to say any more. KeyError for an unknown kind."""
    desk = Desk(data, reader, texts, views, now)
    if kind in WRITERS:
        card = await WRITERS[kind](desk)
        return await wished.beside(desk, card) if card is not None and kind in MOVED else card
    return await _to_admins(kind, desk)


async def _to_admins(kind: str, desk: Desk) -> Card | None:
    from handlers.admin import (  # not needed for what participants read
        cards,
        lock_cards,
        metrics_alerts,
        unlock_cards,
    )

    if kind.startswith(ALERT):
        what = kind.removeprefix(ALERT)
        if what == "outage":
            return await cards.outage(desk.views, desk.texts, desk.data)
        if what == "history":
            return await cards.history(desk.views, desk.texts, desk.data)
        if what == "too-few":
            return await cards.too_few(desk.views, desk.texts, desk.data)
        if what == "slots":
            return await cards.slots_stay(desk.views, desk.texts, desk.data)
        if what.startswith("lock-"):
            return await lock_cards.alert(desk.views, desk.texts, desk.data, desk.now)
        if what in KINDS:
            return await metrics_alerts.card(desk.views, desk.texts, what, desk.data)
        return cards.alert(desk.texts, what, **desk.data)
    if kind.startswith("lock-"):
        return await lock_cards.told(desk.views, desk.texts, kind, desk.data, desk.now)
    if kind.startswith("unlock-"):
        return await unlock_cards.told(desk.views, desk.texts, kind, desk.data, desk.now)
    if kind == "seats-freed":
        return await cards.seats_freed(desk.views, desk.texts, desk.id("event"), desk.word("reason"))
    if kind == "person-unreachable":
        return await cards.person_unreachable(desk.views, desk.texts, desk.data)
    if kind == "booking-pending":
        return await cards.booking_pending(desk.views, desk.texts, desk.id("booking"))
    if kind == "request-card":
        return await cards.request_asked(desk.views, desk.texts, desk.id("request"))
    raise KeyError(kind)
