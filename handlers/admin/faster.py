"""Two admins at once: the second reads who was faster, and when."""

from collections.abc import Sequence
from datetime import timedelta

from engine.refusals import AlreadyPublic, HoldsChanged, NoFreeSeat, Refusal, RulesUnchanged
from engine.views import Deed, EventCard
from handlers.admin.layout import named, short
from handlers.admin.outcome import TOAST
from handlers.door import Admin, Answer, Card

TAKEN = ("BookingMade", "OfferMade", "SeatsHeld", "SeatsPublished")
BOOKING = ("BookingConfirmed", "BookingCancelled")
PLACE = ("EntryBooked", "EntryClosed", "EntryLeft", "EntryOffered")
OFFER = ("OfferAccepted", "OfferExpired", "OfferRejected", "OfferWithdrawn")

REQUEST = ("RequestClosed", "RequestDeclined", "RequestGranted", "RequestTakenBack")

NO_RACE = frozenset({"a-book-do"})  # a party may be too large without anybody having been faster

# By refusal: facts about the event itself, whatever was tapped.
BY_REFUSAL: dict[type[Refusal], Sequence[str]] = {
    HoldsChanged: ("SeatsHeld", "HoldReleased"),
    AlreadyPublic: ("SeatsPublished",),
}

JUST_NOW = timedelta(minutes=15)  # who took a seat longer ago was not in the same race

# By verb: facts about the row of the button's second number, or about the event itself.
ABOUT_ROW: dict[str, Sequence[str]] = {
    "a-confirm": BOOKING,
    "a-cancel": BOOKING,
    "a-promote": PLACE,
    "a-promote-because": PLACE,
    "a-offer-to": PLACE,
    "a-offer-because": PLACE,
    "a-remove": PLACE,
    "a-freed-promote": PLACE,
    "a-freed-offer": PLACE,
    "a-withdraw": OFFER,
    "a-release": ("HoldReleased",),
    "a-move": BOOKING,
    "a-back": BOOKING,
    "a-request-book": REQUEST,
    "a-request-line": REQUEST,
    "a-request-decline": REQUEST,
    "a-mark": ("AttendanceMarked", "BookingCancelled"),
}
ABOUT_EVENT: dict[str, Sequence[str]] = {
    "a-freeze-ask": ("EventFrozen",),
    "a-freeze": ("EventFrozen",),
    "a-unfreeze": ("EventUnfrozen",),
    "a-capacity-set": ("CapacityChanged",),
    "a-drain": ("CapacityDraining", "CapacityChanged"),
    "a-drain-stop": ("CapacityDraining", "CapacityChanged"),
    "a-displace": ("CapacityChanged",),
    "a-date-set": ("EventMoved",),
    "a-off": ("EventCancelled",),
    "a-split-offers": ("EventSplit",),
    "a-split-direct": ("EventSplit",),
    "a-book-do": ("BookingMade",),
    "a-split-finalize-ask": ("EventSplit",),
    "a-split-finalize": ("EventSplit",),
}
SET = ("EventConfigured", "AccountConfigured")


async def done_before(
    admin: Admin, verb: str, args: Sequence[int], refusal: Refusal, event: EventCard
) -> Deed | None:
    """What stands in the way of a tap that came too late; None where nothing does."""
    views = admin.rooms.views
    if isinstance(refusal, NoFreeSeat) and verb not in NO_RACE:
        deed = await views.last_deed(TAKEN, None, event.id)
        return deed if deed and admin.rooms.now() - deed.at <= JUST_NOW else None
    if type(refusal) in BY_REFUSAL:
        return await views.last_deed(BY_REFUSAL[type(refusal)], None, event.id)
    if isinstance(refusal, RulesUnchanged):
        return await views.last_deed(SET, None, event.id)
    if verb in ABOUT_ROW and len(args) > 1:
        return await views.last_deed(ABOUT_ROW[verb], args[1], event.id)
    if verb in ABOUT_EVENT:
        return await views.last_deed(ABOUT_EVENT[verb], None, event.id)
    return None


async def set_before(admin: Admin, verb: str, service_id: int) -> Deed | None:
    """Who set for a service, or for the account, what is set like that already."""
    views = admin.rooms.views
    if verb.startswith("a-account"):
        return await views.last_deed(("AccountConfigured",), None, 0)
    kind = "SelfServiceSwitched" if verb.startswith("a-auto-self") else "ServiceConfigured"
    return await views.last_deed((kind,), service_id, 0)


def is_own(admin: Admin, deed: Deed) -> bool:
    """Whether the admin was faster than themselves."""
    return deed.by == "admin" and deed.by_id == admin.telegram_id


def who_was_faster(admin: Admin, deed: Deed, zone: str) -> str:
    """A sentence: who, and when in the zone."""
    at = admin.texts.until(deed.at, zone, admin.rooms.now())
    if is_own(admin, deed):
        return admin.plain("admin-faster-you", at=at)
    if deed.by in ("admin", "person"):
        return admin.plain("admin-faster-person", name=named(deed.name), at=at)
    return admin.plain("admin-faster-bot", at=at)


def too_late(
    admin: Admin, sentence: str, deed: Deed | None, zone: str, card: Card | None, *, repeat: bool = True
) -> Answer:
    """The end of a refusal: the sentence, who was faster, and what is now. It alarms, unless the admin's own deed is
    what they tap once more; `repeat` is False where the deed is another one than was tapped."""
    faster = who_was_faster(admin, deed, zone) if deed else ""
    toast = short(" ".join(filter(None, (sentence, faster))), TOAST)
    return Answer(toast, alert=deed is None or not (repeat and is_own(admin, deed)), card=card)
