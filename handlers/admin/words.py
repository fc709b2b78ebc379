"""Refusals in words for an admin: what is said to a participant about their own things is about somebody else here."""

from engine.refusals import (
    AlreadyBooked,
    BookingOver,
    ButtonStale,
    EventFull,
    NameUnusable,
    NotWaiting,
    OfferAnswered,
    OfferOpen,
    OfferTaken,
    OfferUnknown,
    Refusal,
    TooFewSeats,
)
from handlers import errors
from handlers.door import Texts

OTHERS: dict[type[Refusal], str] = {
    AlreadyBooked: "admin-refusal-already-booked",
    BookingOver: "admin-refusal-booking-over",
    ButtonStale: "admin-refusal-button-stale",
    EventFull: "admin-refusal-event-full",
    NameUnusable: "admin-refusal-name-unusable",
    NotWaiting: "admin-refusal-not-waiting",
    OfferAnswered: "admin-refusal-offer-answered",
    OfferOpen: "admin-refusal-offer-open",
    OfferTaken: "admin-refusal-offer-taken",
    OfferUnknown: "admin-refusal-offer-unknown",
    TooFewSeats: "admin-refusal-too-few-seats",
}


def refused(texts: Texts, refusal: Refusal, zone: str = "UTC") -> str:
    """The plain sentence of a refusal; moments are told in `zone`."""
    key = OTHERS.get(type(refusal))
    return texts.plain(key, **refusal.values) if key else errors.refused(texts, refusal, zone)
