"""Letters about offers: the offer with the deadline that counts, its reminder, and its end."""

from bot.letters.desk import Desk
from engine.state import ACTIVE_BOOKING, ACTIVE_ENTRY
from engine.views import EntryCard, OfferCard
from handlers.booking_cards import booking_card
from handlers.door import Card, Html
from handlers.entry_cards import free_line
from handlers.keyboards import lines, see
from handlers.offer_cards import offer_card, open_now

WITHDRAWN = {
    "admin": "offer-withdrawn-admin",
    "shifted": "offer-withdrawn-shifted",
    "rules": "offer-withdrawn-rules",
    "cancelled": "offer-withdrawn-cancelled",
    "split": "offer-withdrawn-split",
}


async def offer_made(desk: Desk) -> Card | None:
    """What, for how many, until when, and what happens if nobody answers."""
    offer = await desk.offer()
    if offer is None or not open_now(offer, desk.now):
        return None
    home = await desk.views.event(desk.id("instead"))
    instead = desk.about("offer-instead", home) if home is not None else None
    return offer_card(desk.texts, offer, instead=instead)


async def offer_extended(desk: Desk) -> Card | None:
    """Why there is another deadline now, and which."""
    offer = await desk.offer()
    if offer is None or not open_now(offer, desk.now):
        return None
    return offer_card(desk.texts, offer, "offer-extended-head")


async def offer_reminder(desk: Desk) -> Card | None:
    """The same once more, before time is up."""
    offer = await desk.offer()
    if offer is None or not open_now(offer, desk.now):
        return None
    return offer_card(desk.texts, offer, "offer-reminder-head")


async def offer_over(desk: Desk) -> Card | None:
    """How it ended; nothing can be answered any more."""
    offer = await desk.offer()
    if offer is None or offer.status == "pending":
        return None
    if offer.status == "accepted":
        return await _accepted(desk, offer)
    if desk.data.get("letter") and not _anew(offer):  # it says how and why: the same is not said twice
        return Card(desk.about("offer-over", offer.event), see(desk.texts, offer.event.id))
    key = "offer-expired" if offer.status == "expired" else f"offer-{offer.status}-{offer.ended}"
    at = desk.texts.until(offer.expires_at, offer.event.timezone, desk.now)
    return Card(desk.about(key, offer.event, at=at), see(desk.texts, offer.event.id))


async def offer_missed(desk: Desk) -> Card | None:
    """What a missed offer costs. Nothing for one that never arrived, or that was everybody's."""
    offer = await desk.offer()
    if offer is None or offer.delivered_at is None or offer.last_call:
        return None
    if offer.home is not None:
        text = lines(desk.about("offer-missed-split", offer.event), _place_at_home(desk, offer.home))
        return Card(text, see(desk.texts, offer.event.id))
    key = _cost(offer)
    if key is None:
        return None
    stays = offer.entry.status in ACTIVE_ENTRY
    text = lines(
        desk.about(key, offer.event, position=offer.entry.position),
        free_line(desk.texts, offer.event, offer.entry) if stays else None,
    )
    return Card(text, see(desk.texts, offer.event.id))


async def offer_withdrawn(desk: Desk) -> Card | None:
    """The organiser has taken it back, or moved the event to another time; then the reader may have a new one."""
    offer = await desk.offer()
    if offer is None or offer.status != "withdrawn":
        return None
    anew = _anew(offer)
    stays = offer.entry.status in ACTIVE_ENTRY and not anew  # who has an offer is not told to wait
    key = "offer-withdrawn-anew" if anew else WITHDRAWN.get(offer.ended, WITHDRAWN["admin"])
    if offer.home is not None:  # the place at the other date was for the offer alone
        if offer.home.status not in ACTIVE_ENTRY:  # booked there at once, or gone: no place that stays
            key = WITHDRAWN["admin"]
        text = lines(desk.about(key, offer.event), None if anew else _place_at_home(desk, offer.home))
        return Card(text, see(desk.texts, offer.event.id))
    text = lines(
        desk.about(key, offer.event),
        desk.texts.say("entry-place", position=offer.entry.position) if stays else None,
        free_line(desk.texts, offer.event, offer.entry) if stays else None,
    )
    return Card(text, see(desk.texts, offer.event.id))


def _anew(offer: OfferCard) -> bool:
    """Whether the reader has a new offer, for the new time."""
    return offer.ended == "shifted" and offer.entry.status == "offered"


def _place_at_home(desk: Desk, home: EntryCard) -> Html | None:
    """Where the reader waits, whatever becomes of an offer for another date."""
    if home.event is None or home.status not in ACTIVE_ENTRY:
        return None
    return desk.about("entry-place-home", home.event, position=home.position)


async def _accepted(desk: Desk, offer: OfferCard) -> Card:
    booking = await desk.booking(offer.booking_id or 0)
    if booking is None or booking.status not in ACTIVE_BOOKING:
        return Card(desk.about("booking-cancelled", offer.event), see(desk.texts, offer.event.id))
    return booking_card(desk.texts, booking, "offer-accepted", desk.now)


def _cost(offer: OfferCard) -> str | None:
    """The key of what the reader is told; misses are counted from one."""
    entry = offer.entry
    if entry.status == "left":
        return "offer-missed-off"
    if entry.status not in ACTIVE_ENTRY:
        return None
    return "offer-missed-end" if entry.misses > 1 else "offer-missed-kept"
