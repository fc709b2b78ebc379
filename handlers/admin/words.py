"""Refusals in words for an admin: what is said to a participant about their own things is about somebody else here."""

from engine.refusals import (
    AdjustmentUnchanged,
    AlreadyBooked,
    AlreadyWaiting,
    BookingOver,
    ButtonStale,
    EventFull,
    MonthFinal,
    NameUnusable,
    NotWaiting,
    OfferAnswered,
    OfferOpen,
    OfferTaken,
    OfferUnknown,
    PeriodUnknown,
    QuestionGone,
    Refusal,
    RequestOver,
    RoleNeeded,
    RoleUnchanged,
    TooFewSeats,
)
from handlers import errors
from handlers.admin.layout import named, names
from handlers.door import Texts

OTHERS: dict[type[Refusal], str] = {
    AlreadyBooked: "admin-refusal-already-booked",
    AlreadyWaiting: "admin-refusal-already-waiting",
    BookingOver: "admin-refusal-booking-over",
    ButtonStale: "admin-refusal-button-stale",
    EventFull: "admin-refusal-event-full",
    MonthFinal: "admin-refusal-month-final",
    NameUnusable: "admin-refusal-name-unusable",
    NotWaiting: "admin-refusal-not-waiting",
    OfferAnswered: "admin-refusal-offer-answered",
    OfferOpen: "admin-refusal-offer-open",
    OfferTaken: "admin-refusal-offer-taken",
    OfferUnknown: "admin-refusal-offer-unknown",
    PeriodUnknown: "admin-refusal-period-unknown",
    RequestOver: "admin-refusal-request-over",
    QuestionGone: "admin-refusal-question-gone",
    TooFewSeats: "admin-refusal-too-few-seats",
}

SAID: dict[str, str] = {
    "pin": "refusal-adjustment-pinned",
    "move": "refusal-adjustment-moved",
    "out": "refusal-adjustment-out",
    "out-all": "refusal-adjustment-out-all",
}
"""What an admin has decided already; without any of it somebody is there anyhow."""

ROLE_NAMES: dict[str, str] = {
    "viewer": "admin-role-viewer",
    "operator": "admin-role-operator",
    "approver": "admin-role-approver",
    "owner": "admin-role-owner",
}
MOST_OWNERS = 3


def refused(texts: Texts, refusal: Refusal, zone: str = "UTC") -> str:
    """The plain sentence of a refusal; moments are told in `zone`."""
    if isinstance(refusal, RoleNeeded):
        return _needed(texts, refusal)
    if isinstance(refusal, RoleUnchanged):
        role = texts.plain(ROLE_NAMES[refusal.role])
        return texts.plain(refusal.key, name=named(refusal.name), role=role)
    if isinstance(refusal, AdjustmentUnchanged):
        return texts.plain(SAID.get(refusal.said, refusal.key))
    key = OTHERS.get(type(refusal))
    return texts.plain(key, **refusal.values) if key else errors.refused(texts, refusal, zone)


def _needed(texts: Texts, refusal: RoleNeeded) -> str:
    """Which role, and who could give it."""
    role = texts.plain(ROLE_NAMES[refusal.needed])
    if not refusal.names:
        return texts.plain("admin-refusal-role-nobody", needed=role)
    return texts.plain(refusal.key, needed=role, names=names(refusal.names, MOST_OWNERS))
