"""Two admins at once: the second reads who was faster, and when."""

from collections.abc import Sequence
from datetime import timedelta

from engine.refusals import NoFreeSeat, Refusal
from engine.views import Deed, EventCard
from handlers.admin.layout import named
from handlers.door import Admin

TAKEN = ("BookingMade", "OfferMade", "SeatsHeld", "SeatsPublished")
BOOKING = ("BookingConfirmed", "BookingCancelled")
PLACE = ("EntryBooked", "EntryClosed", "EntryLeft", "EntryOffered")
OFFER = ("OfferAccepted", "OfferExpired", "OfferRejected", "OfferWithdrawn")

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
}
ABOUT_EVENT: dict[str, Sequence[str]] = {"a-freeze": ("EventFrozen",), "a-unfreeze": ("EventUnfrozen",)}


async def who_was_faster(
    admin: Admin, verb: str, args: Sequence[int], refusal: Refusal, event: EventCard
) -> str:
    """A sentence; nothing where nobody was."""
    views = admin.rooms.views
    if isinstance(refusal, NoFreeSeat):
        deed = await views.last_deed(TAKEN, None, event.id)
        deed = deed if deed and admin.rooms.now() - deed.at <= JUST_NOW else None
    elif verb in ABOUT_ROW and len(args) > 1:
        deed = await views.last_deed(ABOUT_ROW[verb], args[1], event.id)
    elif verb in ABOUT_EVENT:
        deed = await views.last_deed(ABOUT_EVENT[verb], None, event.id)
    else:
        deed = None
    return _said(admin, deed, event) if deed is not None else ""


def _said(admin: Admin, deed: Deed, event: EventCard) -> str:
    at = admin.texts.until(deed.at, event.timezone, admin.rooms.now())
    if deed.by == "admin" and deed.by_id == admin.telegram_id:
        return admin.plain("admin-faster-you", at=at)
    if deed.by in ("admin", "person"):
        return admin.plain("admin-faster-person", name=named(deed.name), at=at)
    return admin.plain("admin-faster-bot", at=at)
